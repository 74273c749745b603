"""The database overwritten or cut anywhere: the gallery opens, says so, and nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.gallery.drift import verify
from sdstudio.gallery.ordering import Change
from sdstudio.gallery.query import parse
from sdstudio.gallery.rebuild import rebuild
from sdstudio.gallery.repair import repair
from sdstudio.gallery.store import Gallery
from sdstudio.request import GalleryItem, GenerationRequest, GenerationResult, StorageFailed
from tests.gallery.conftest import files_in

Make = Callable[..., GenerationResult]
Known = dict[Path, tuple[GenerationRequest | None, int, tuple[str, ...], tuple[str, ...]]]

PLACES = 200


def known(items: list[GalleryItem]) -> Known:
    return {item.path: (item.request, item.rating, item.tags, item.collections) for item in items}


def use(gallery: Gallery) -> Known:
    """What a window does: adopts, lists, searches, counts."""
    gallery.adopt()
    gallery.search(parse("picture rating:>1"))
    gallery.facets()
    gallery.trajectories()
    return known(gallery.items(gallery.ids()))


def start(root: Path) -> tuple[Known, str]:
    """Starts the app, again if it says that this mends it; what it knows, and what it said."""
    said = ""
    for _ in range(2):
        try:
            with Gallery(root / "pictures", root / "gallery.sqlite3", root / "cache") as gallery:
                said += gallery.notice
                return use(gallery), said
        except StorageFailed as error:
            said += str(error)
    pytest.fail(f"the second start did not mend it: {said}")


@pytest.mark.timeout(120)
def test_damage_at_any_place(tmp_path: Path, make: Make) -> None:
    database, cache = tmp_path / "gallery.sqlite3", tmp_path / "cache"
    pictures = tmp_path / "pictures"
    with Gallery(pictures, database, cache) as gallery:
        items = [gallery.add(make(f"picture {number}" * 20)) for number in range(4)]
        gallery.edit(
            [items[0].id, items[1].id],
            Change(rating=4, add_tags=("猫",), add_collections=("Best",)),
        )
        expected = known(gallery.items(gallery.ids()))
    sound, files = database.read_bytes(), files_in(pictures)
    chance = random.Random(7)
    told = 0
    for number in range(PLACES):
        offset = number * len(sound) // PLACES
        data = bytearray(sound)
        if number % 2:
            data[offset : offset + 300] = chance.randbytes(min(300, len(data) - offset))
        else:
            del data[offset:]
        for path in tmp_path.glob("gallery*"):
            path.unlink()
        database.write_bytes(data)

        now, said = start(tmp_path)

        told += bool(said)
        # What SQLite cannot notice, such as other letters in a text, a look at all of it tells.
        with Gallery(pictures, database, cache) as gallery:
            drift = verify(gallery)
            if drift.is_repairable():
                repair(gallery, drift, is_agreed=True)
        if "damage" in drift.found():
            rebuild(pictures, database)
        elif now != expected:
            assert drift.found() or said
        if now != expected or drift.found():
            now, _ = start(tmp_path)
        assert now == expected
        assert files_in(pictures) == files
    assert told > PLACES / 2
