from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.files import TEMPORARY_SUFFIX
from sdstudio.gallery.metadata import read_picture
from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.store import Gallery
from tests.gallery.processes import start_saving
from tests.gallery.saving import denoising

KILLS = 50


def wait_for_a_new_file(pictures: Path, pattern: str) -> None:
    """Returns at the moment a file that was not there appears, complete or not."""
    before = set(pictures.rglob(pattern))
    while set(pictures.rglob(pattern)) <= before:
        pass


@pytest.mark.timeout(600)
def test_killed_at_any_moment_nothing_acknowledged_is_lost(
    tmp_path: Path, open_gallery: Callable[[], Gallery]
) -> None:
    chance = random.Random(20260101)
    pictures = tmp_path / "pictures"
    acknowledged: dict[str, Path] = {}
    checked: set[Path] = set()
    for _ in range(KILLS):
        with start_saving(tmp_path, action="keep") as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(chance.randrange(5))]
            # Just after a picture was stored, while a file is written, or right when it is named.
            match chance.randrange(4):
                case 1:
                    wait_for_a_new_file(pictures, f".*{TEMPORARY_SUFFIX}")
                case 2:
                    wait_for_a_new_file(pictures, "*.png")
                case 3:
                    wait_for_a_new_file(pictures, "*.safetensors")
            process.kill()
            # What it said before it died counts as well; a line cut in two was not yet said.
            lines += process.stdout.read().splitlines(keepends=True)
        for line in lines:
            if line.endswith("\n"):
                id, place = line.rstrip("\n").split(" ", 1)
                acknowledged[id] = Path(place)

        gallery = open_gallery()
        assert gallery.notice == ""
        listed = {item.request.id: item for item in gallery.items(gallery.ids()) if item.request}
        assert acknowledged.keys() <= listed.keys()
        assert all(listed[id].trajectory_bytes for id in acknowledged)
        for path in set(pictures.rglob("*.png")) - checked:
            read_picture(path)
            checked.add(path)

        adoption = gallery.adopt()
        assert adoption.missing == 0
        assert adoption.unreadable == ()
        assert adoption.denoisings <= 1
        files = {path for path in pictures.rglob("*") if path.is_file()}
        items = gallery.items(gallery.ids())
        kept = {trajectory_path(item.path): item for item in items if item.trajectory_bytes}
        assert files == {item.path for item in items} | kept.keys()
        assert set(acknowledged.values()) <= files
        for path in kept.keys() - checked:
            request = kept[path].request
            assert request is not None
            assert path.read_bytes() == denoising(request.id)
            checked.add(path)
        gallery.close()
    assert len(acknowledged) > KILLS


def test_killed_between_the_mark_and_the_trash_the_picture_stays(
    tmp_path: Path, open_gallery: Callable[[], Gallery]
) -> None:
    with start_saving(tmp_path, 1, "die-deleting") as process:
        assert process.stdout is not None
        said = process.stdout.read()
    assert process.returncode == 9
    gallery = open_gallery()
    assert gallery.ids() == []

    assert gallery.adopt().returned == 1

    (item,) = gallery.items(gallery.ids())
    assert str(item.path) in said
    assert item.path.exists()
