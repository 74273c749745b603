from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from sdstudio.gallery.adoption import Adoption
from sdstudio.gallery.store import Gallery
from sdstudio.request import GenerationResult, StorageFailed

Make = Callable[..., GenerationResult]
Open = Callable[[Path], Gallery]
Trash = Callable[[Path], Path]


@pytest.fixture
def open_at(tmp_path: Path, request: pytest.FixtureRequest) -> Open:
    """Opens the one database of the test with a pictures folder of choice."""

    def opened(pictures: Path) -> Gallery:
        gallery = Gallery(pictures, tmp_path / "gallery.sqlite3", tmp_path / "cache")
        request.addfinalizer(gallery.close)
        return gallery

    return opened


def test_choosing_another_folder_keeps_the_pictures_of_the_first(
    open_at: Open, make: Make, trash: Trash, tmp_path: Path
) -> None:
    first = open_at(tmp_path / "first")
    old, deleted = first.add(make("old")), first.add(make("deleted"))
    first.delete(deleted.id, trash)
    second = open_at(tmp_path / "second")

    new = second.add(make("new"))

    assert new.path.is_relative_to(tmp_path / "second")
    assert second.adopt() == Adoption()
    for gallery in (first, second, open_at(tmp_path / "first")):
        assert gallery.items(gallery.ids()) == [new, old]
        assert gallery.thumbnail(old.id)
        assert gallery.thumbnail(new.id)
    assert second.restore(deleted.id) == deleted
    assert first.adopt() == Adoption()
    second.delete(old.id, trash)
    assert not old.path.exists()


def test_an_earlier_folder_that_is_unplugged_loses_nothing(
    open_at: Open, make: Make, tmp_path: Path
) -> None:
    old = open_at(tmp_path / "first").add(make("old"))
    gallery = open_at(tmp_path / "second")
    new = gallery.add(make("new"))
    (tmp_path / "first").rename(tmp_path / "unplugged")

    assert gallery.adopt() == Adoption()
    assert open_at(tmp_path / "third").adopt() == Adoption()

    (tmp_path / "unplugged").rename(tmp_path / "first")
    assert gallery.adopt() == Adoption()
    assert gallery.items(gallery.ids()) == [new, old]
    assert old.path.exists()


def test_a_picture_gone_from_an_earlier_folder_is_noticed(
    open_at: Open, make: Make, tmp_path: Path
) -> None:
    old = open_at(tmp_path / "first").add(make())
    data = old.path.read_bytes()
    gallery = open_at(tmp_path / "second")
    old.path.unlink()

    assert gallery.adopt() == Adoption(missing=1)
    old.path.write_bytes(data)
    assert gallery.adopt() == Adoption(returned=1)


def test_a_folder_inside_another_lists_nothing_twice(
    open_at: Open, make: Make, tmp_path: Path
) -> None:
    outer = open_at(tmp_path / "first")
    (tmp_path / "first" / "inner").mkdir(parents=True)
    Image.new("RGB", (10, 10)).save(tmp_path / "first" / "inner" / "foreign.png")
    assert outer.adopt() == Adoption(adopted=1)

    inner = open_at(tmp_path / "first" / "inner")
    assert inner.adopt() == Adoption()
    inner.add(make())

    assert outer.adopt() == Adoption()
    assert outer.count() == 2


def test_a_picture_moved_into_the_new_folder_stays_the_same(
    open_at: Open, make: Make, tmp_path: Path
) -> None:
    old = open_at(tmp_path / "first").add(make())
    other = open_at(tmp_path / "first").add(make())
    gallery = open_at(tmp_path / "second")
    (tmp_path / "second").mkdir()
    shutil.move(old.path, tmp_path / "second")

    assert gallery.adopt() == Adoption(returned=1)

    (moved,) = gallery.items([old.id])
    assert moved.path == tmp_path / "second" / old.path.name
    assert gallery.count() == 2
    assert gallery.item(other.id) == other


def test_a_moved_folder_keeps_its_pictures_and_their_ids(
    open_at: Open, make: Make, tmp_path: Path
) -> None:
    gallery = open_at(tmp_path / "first")
    items = [gallery.add(make(str(number))) for number in range(3)]
    (tmp_path / "first").rename(tmp_path / "moved")

    gallery = open_at(tmp_path / "moved")

    assert gallery.ids() == [item.id for item in reversed(items)]
    for item in gallery.items(gallery.ids()):
        assert item.path.is_relative_to(tmp_path / "moved")
        assert item.path.exists()
    assert gallery.adopt() == Adoption()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_folder_name_that_is_not_unicode_is_told(open_at: Open, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="not valid Unicode"):
        open_at(tmp_path / os.fsdecode(b"\xe9"))


def test_a_copied_folder_is_a_folder_of_its_own(open_at: Open, make: Make, tmp_path: Path) -> None:
    item = open_at(tmp_path / "first").add(make())
    shutil.copytree(tmp_path / "first", tmp_path / "copy")

    gallery = open_at(tmp_path / "copy")

    assert gallery.items(gallery.ids()) == [item]
    assert gallery.adopt() == Adoption(adopted=1)
    assert gallery.item(item.id) == item
