from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from sdstudio.gallery.adoption import Adoption
from sdstudio.gallery.store import Gallery
from sdstudio.request import GalleryItem, GenerationResult
from tests.gallery.processes import dead_process_id, start_saving

Make = Callable[..., GenerationResult]
Open = Callable[[], Gallery]
Trash = Callable[[Path], Path]


def listed(gallery: Gallery) -> list[GalleryItem]:
    """What the gallery shows, without the ids, which a new database gives anew."""
    return [replace(item, id=0) for item in gallery.items(gallery.ids())]


def test_a_lost_database_is_filled_from_the_files(
    open_gallery: Open, make: Make, tmp_path: Path
) -> None:
    with open_gallery() as gallery:
        for number in range(150):
            gallery.add(make(f"picture {number} 絵", seed=number))
        before = listed(gallery)
    for file in tmp_path.glob("gallery.sqlite3*"):
        file.unlink()

    gallery = open_gallery()

    assert gallery.ids() == []
    assert gallery.adopt() == Adoption(adopted=150)
    assert listed(gallery) == before
    assert gallery.adopt() == Adoption()


def test_pictures_from_elsewhere(gallery: Gallery, tmp_path: Path) -> None:
    folder = tmp_path / "pictures" / "my own" / "deeper"
    folder.mkdir(parents=True)
    path = folder / "Ünïcode 絵.PNG"
    Image.new("RGB", (30, 20)).save(path, "PNG")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    (folder / "notes.txt").write_text("not a picture")

    assert gallery.adopt() == Adoption(adopted=1)

    (item,) = gallery.items(gallery.ids())
    assert (item.path, item.width, item.height) == (path, 30, 20)
    assert item.created_at == 1_600_000_000
    assert item.request is None
    assert item.seconds is None
    assert gallery.thumbnail(item.id)


def test_hidden_places_are_left_alone(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    for place in (".Trash-1000/files/a.png", "$RECYCLE.BIN/b.png", "day/._c.png", ".d.png"):
        (pictures / place).parent.mkdir(parents=True, exist_ok=True)
        (pictures / place).write_bytes(make().png)

    assert gallery.adopt() == Adoption()


def test_damaged_pictures_are_named_and_left_alone(
    gallery: Gallery, make: Make, tmp_path: Path
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    cut = pictures / "cut.png"
    cut.write_bytes(make().png[:-20])
    (pictures / "folder.png").mkdir()
    good = pictures / "good.png"
    good.write_bytes(make().png)

    assert gallery.adopt() == Adoption(adopted=1, unreadable=(cut,))

    assert cut.exists()
    assert [item.path for item in listed(gallery)] == [good]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_unicode_is_no_trouble(
    gallery: Gallery, make: Make, tmp_path: Path
) -> None:
    path = tmp_path / "pictures" / os.fsdecode(b"latin-\xe9.png")
    path.parent.mkdir()
    path.write_bytes(make().png)

    assert gallery.adopt() == Adoption(unreadable=(path,))


def test_copies_are_pictures_of_their_own(gallery: Gallery, make: Make) -> None:
    item = gallery.add(make())
    copy = item.path.with_name("copy.png")
    shutil.copy(item.path, copy)

    assert gallery.adopt() == Adoption(adopted=1)

    assert {one.path for one in listed(gallery)} == {item.path, copy}
    assert {one.request for one in listed(gallery)} == {item.request}


def test_a_moved_file_stays_the_same_picture(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    item = gallery.add(make())
    place = tmp_path / "pictures" / "best" / "renamed.png"
    place.parent.mkdir()
    item.path.rename(place)

    assert gallery.adopt() == Adoption(returned=1)

    assert gallery.items(gallery.ids()) == [replace(item, path=place)]


def test_a_moved_gallery_is_still_complete(open_gallery: Open, make: Make, tmp_path: Path) -> None:
    with open_gallery() as gallery:
        item = gallery.add(make())
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.move(tmp_path / "pictures", moved / "pictures")
    shutil.move(tmp_path / "gallery.sqlite3", moved)

    with Gallery(moved / "pictures", moved / "gallery.sqlite3", moved / "cache") as gallery:
        (found,) = gallery.items(gallery.ids())
        assert found.path == moved / item.path.relative_to(tmp_path)
        assert found.path.exists()
        assert gallery.adopt() == Adoption()


# -- gone and back ---------------------------------------------------------------------------


def test_a_missing_file_leaves_the_list_and_comes_back(
    open_gallery: Open, gallery: Gallery, make: Make
) -> None:
    item, other = gallery.add(make()), gallery.add(make())
    hidden = item.path.with_suffix(".hidden")
    item.path.rename(hidden)

    assert gallery.adopt() == Adoption(missing=1)
    assert open_gallery().ids() == [other.id]
    assert gallery.adopt() == Adoption()

    hidden.rename(item.path)
    assert gallery.adopt() == Adoption(returned=1)
    assert open_gallery().items([item.id]) == [item]


def test_an_unplugged_folder_loses_no_row(
    gallery: Gallery, make: Make, trash: Trash, tmp_path: Path
) -> None:
    items = [gallery.add(make()) for _ in range(3)]
    deleted = gallery.add(make())
    gallery.delete(deleted.id, trash)
    pictures = tmp_path / "pictures"
    pictures.rename(tmp_path / "unplugged")

    assert gallery.adopt() == Adoption()
    assert gallery.items(gallery.ids()) == items[::-1]

    # What an unmounted drive leaves is an empty folder.
    pictures.mkdir()
    assert gallery.adopt() == Adoption(missing=3)
    assert gallery.ids() == []

    pictures.rmdir()
    (tmp_path / "unplugged").rename(pictures)
    assert gallery.adopt() == Adoption(returned=3)
    assert gallery.items(gallery.ids()) == items[::-1]
    assert gallery.restore(deleted.id) == deleted


def test_a_picture_taken_out_of_the_trash_by_hand_is_back(
    gallery: Gallery, make: Make, trash: Trash, tmp_path: Path
) -> None:
    item = gallery.add(make())
    gallery.delete(item.id, trash)
    assert gallery.adopt() == Adoption()
    (tmp_path / "Trash" / "files" / item.path.name).rename(item.path)

    assert gallery.adopt() == Adoption(returned=1)

    assert gallery.items(gallery.ids()) == [item]


def test_stopped_it_keeps_what_is_done(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for number in range(200):
        (pictures / f"{number}.png").write_bytes(make(seed=number).png)
    assert gallery.adopt(lambda: True) == Adoption()
    asked = 0

    def stop_in_the_middle() -> bool:
        nonlocal asked
        asked += 1
        return asked > 202

    done = gallery.adopt(stop_in_the_middle)

    assert 0 < done.adopted < 200
    assert gallery.count() == done.adopted
    assert gallery.adopt().adopted == 200 - done.adopted


# -- leftovers -------------------------------------------------------------------------------


def test_leftovers_of_ended_processes_are_swept(gallery: Gallery, tmp_path: Path) -> None:
    folder = tmp_path / "pictures" / "day"
    folder.mkdir(parents=True)
    with start_saving(tmp_path / "elsewhere") as living:
        dead = dead_process_id()
        swept = [folder / f".a b.png.{dead}.part", folder / ".huge.png.9999999999.part"]
        kept = [
            folder / f".mine.png.{os.getpid()}.part",
            folder / f".theirs.png.{living.pid}.part",
            folder / f"visible.png.{dead}.part",
            folder / ".unnumbered.png.part",
            folder / f".other.png.{dead}.partial",
        ]
        for path in swept + kept:
            path.write_bytes(b"half a picture")

        assert gallery.adopt() == Adoption(swept=2)
        assert not any(path.exists() for path in swept)
        assert all(path.exists() for path in kept)

        # No save takes an hour: whoever has that id now did not write this.
        old = time.time() - 2 * 3600
        for path in kept:
            os.utime(path, (old, old))
        assert gallery.adopt() == Adoption(swept=2)
        assert [path.exists() for path in kept] == [False, False, True, True, True]
        living.kill()
