from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sdstudio.gallery.drift import LEFT_ALONE, MEANINGS, REMEDIES, Drift, verify
from sdstudio.gallery.importing import import_folder
from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.ordering import Change
from sdstudio.gallery.rebuild import rebuild
from sdstudio.gallery.repair import TooManyGone, repair
from sdstudio.gallery.sidecar import Marks, encode_sidecar, sidecar_path
from sdstudio.gallery.store import Gallery
from sdstudio.request import Cancelled, GalleryItem, GenerationResult, StorageFailed
from tests.gallery.conftest import files_in
from tests.gallery.foreign_pictures import png, webui_text
from tests.gallery.processes import dead_process_id
from tests.small_drives import mount, small_drive_at

Make = Callable[..., GenerationResult]
Open = Callable[[], Gallery]
Trash = Callable[[Path], Path]


@pytest.fixture
def items(gallery: Gallery, make: Make) -> list[GalleryItem]:
    return [gallery.add(make(f"picture {number}")) for number in range(12)]


def told_without_ids(gallery: Gallery) -> list[GalleryItem]:
    return [replace(item, id=0) for item in gallery.items(gallery.ids())]


def test_every_kind_of_drift_has_words_and_either_a_remedy_or_none() -> None:
    assert REMEDIES.keys() | LEFT_ALONE.keys() == MEANINGS.keys()
    assert not REMEDIES.keys() & LEFT_ALONE.keys()


def test_a_sound_gallery_has_no_drift(
    gallery: Gallery, items: list[GalleryItem], make: Make, tmp_path: Path
) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "a.png").write_bytes(png({"parameters": webui_text()}))
    (tmp_path / "theirs" / "b.png").write_bytes(make().png)
    import_folder(gallery, tmp_path / "theirs", copy=True)
    import_folder(gallery, tmp_path / "theirs", copy=False)
    gallery.edit([items[0].id], Change(rating=3, add_tags=("a  b", "猫")))
    gallery.keep_trajectory(items[1].id, b"denoising")

    assert verify(gallery) == Drift(pictures=14)


def test_drift_is_told_by_kind_and_repaired_with_a_backup(
    gallery: Gallery, items: list[GalleryItem], make: Make, tmp_path: Path
) -> None:
    pictures = tmp_path / "pictures"
    for item in items[:6]:
        gallery.edit([item.id], Change(rating=3))
    gallery.keep_trajectory(items[0].id, b"denoising")
    items[0].path.unlink()  # gone, with a sidecar and a denoising behind it
    items[1].path.write_bytes(items[2].path.read_bytes())  # changed: a copy of another
    items[3].path.write_bytes(items[3].path.read_bytes()[:-20])  # damaged
    theirs = encode_sidecar(Marks(rating=5, tags=("theirs",)), None)
    assert theirs is not None
    sidecar_path(items[4].path).write_bytes(theirs)
    sidecar_path(items[5].path).unlink()
    sidecar_path(items[6].path).write_bytes(b"no xmp")
    trajectory_path(items[7].path).write_bytes(b"new")
    items[8].path.rename(pictures / "moved.png")
    (pictures / "new.png").write_bytes(make("new").png)
    leftover = pictures / f".a.png.{dead_process_id()}.part"
    leftover.touch()

    drift = verify(gallery)

    found = {name: [Path(one).name for one in things] for name, things in drift.found().items()}
    assert found == {
        "gone": [items[0].path.name],
        "moved": ["moved.png"],
        "unlisted": ["new.png"],
        "changed": [items[1].path.name],
        "unreadable": [items[3].path.name],
        "unmarked": [items[4].path.name],
        "unsaved": [items[5].path.name],
        "strange": [sidecar_path(items[6].path).name],
        "denoisings": [items[7].path.name],
        "orphans": sorted([trajectory_path(items[0].path).name, sidecar_path(items[0].path).name]),
        "leftovers": [leftover.name],
    }

    before = files_in(pictures) - {leftover}
    done = repair(gallery, drift)

    assert done.dropped == 1
    assert files_in(pictures) == before | {sidecar_path(items[5].path)}
    with closing(sqlite3.connect(done.backup)) as backup:
        assert backup.execute("SELECT count(*) FROM picture").fetchone() == (12,)
    left = verify(gallery)
    assert left.found().keys() == {"unreadable", "strange", "orphans"}
    assert not left.is_repairable()
    after = {item.path.name: item for item in gallery.items(gallery.ids())}
    assert len(after) == 12
    assert after[items[4].path.name].tags == ("theirs",)
    assert after[items[5].path.name].rating == 3
    assert after["moved.png"].id == items[8].id
    assert after[items[1].path.name].request == items[2].request


def test_more_than_a_tenth_leaves_only_with_a_yes(
    gallery: Gallery, items: list[GalleryItem]
) -> None:
    items[0].path.unlink()
    assert repair(gallery, verify(gallery)).dropped == 1
    for item in items[1:3]:
        item.path.unlink()
    drift = verify(gallery)

    with pytest.raises(TooManyGone, match="2 of 11 pictures would leave"):
        repair(gallery, drift)

    assert verify(gallery) == drift
    assert repair(gallery, drift, is_agreed=True).dropped == 2
    assert verify(gallery) == Drift(pictures=9)


def test_a_folder_that_is_not_there_is_no_reason_to_drop_anything(
    gallery: Gallery, items: list[GalleryItem], tmp_path: Path
) -> None:
    (tmp_path / "pictures").rename(tmp_path / "unplugged")

    drift = verify(gallery)

    assert drift.found() == {"away": (tmp_path / "pictures",)}
    assert not drift.is_repairable()
    assert gallery.count() == 12


def test_damage_inside_is_told(gallery: Gallery, items: list[GalleryItem], tmp_path: Path) -> None:
    gallery.close()
    with closing(sqlite3.connect(tmp_path / "gallery.sqlite3")) as connection, connection:
        connection.execute("DELETE FROM picture_text_data WHERE id > 10")
    with Gallery(tmp_path / "pictures", tmp_path / "gallery.sqlite3", tmp_path / "cache") as opened:
        drift = verify(opened)
        assert drift.found().keys() == {"damage"}
    done = rebuild(tmp_path / "pictures", tmp_path / "gallery.sqlite3")
    assert (done.pictures, done.gone) == (12, 0)
    with Gallery(tmp_path / "pictures", tmp_path / "gallery.sqlite3", tmp_path / "cache") as opened:
        assert verify(opened) == Drift(pictures=12)


def test_a_rebuild_gives_the_same_gallery(
    open_gallery: Open,
    gallery: Gallery,
    items: list[GalleryItem],
    make: Make,
    trash: Trash,
    tmp_path: Path,
) -> None:
    """All that a gallery holds, from the files; what no file holds, from the old database."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "a.png").write_bytes(png({"parameters": webui_text()}))
    (theirs / "not imported").mkdir()
    import_folder(gallery, theirs, copy=False)
    import_folder(gallery, theirs, copy=True)
    (theirs / "not imported" / "b.png").write_bytes(make("not imported").png)
    branch = make("branch", parent=items[0].request.id if items[0].request else "", from_step=3)
    gallery.add(branch)
    gallery.keep_trajectory(items[0].id, b"denoising")
    gallery.edit([one.id for one in items[:3]], Change(rating=4, favourite=True))
    gallery.edit([items[1].id], Change(add_tags=("猫", "a b"), add_collections=("Best",)))
    gallery.create_collection("Empty")
    gallery.watch(theirs, copy=True)
    gallery.edit([items[5].id], Change(rating=2))
    gallery.delete(items[5].id, trash)
    before, watched = told_without_ids(gallery), gallery.watched_folders()
    gallery.close()

    done = rebuild(tmp_path / "pictures", tmp_path / "gallery.sqlite3")

    assert (done.pictures, done.gone, done.unread, done.unreadable) == (len(before), 0, (), ())
    assert done.backup.exists()
    anew = open_gallery()
    assert anew.notice == ""
    assert sorted(told_without_ids(anew), key=str) == sorted(before, key=str)
    assert anew.watched_folders() == watched
    assert import_folder(anew, theirs / "..", copy=True, recursive=False).ids == ()
    assert import_folder(anew, theirs, copy=True, recursive=False).known == 1
    anew.rename_collection("Empty", "Still there")
    with anew.connected() as connection:
        (deleted,) = connection.execute("SELECT id FROM picture WHERE deleted_at > 0").fetchone()
    assert anew.restore(deleted).rating == 2
    assert verify(anew) == Drift(pictures=len(before) + 1)


def test_what_only_the_database_holds_survives_a_rebuild(tmp_path: Path, make: Make) -> None:
    database, cache = tmp_path / "gallery.sqlite3", tmp_path / "cache"
    with small_drive_at(tmp_path / "pictures", "1m") as pictures:
        with Gallery(pictures, database, cache) as gallery:
            item = gallery.add(make())
            mount("-o", "remount,ro", str(pictures))
            gallery.edit([item.id], Change(rating=4, add_tags=("kept",)))
        rebuild(pictures, database)
        with Gallery(pictures, database, cache) as gallery:
            (kept,) = gallery.items(gallery.ids())
            assert (kept.rating, kept.tags) == (4, ("kept",))
    pictures.rmdir()  # the drive is away now: its pictures stay known
    rebuild(tmp_path / "elsewhere", database)
    with Gallery(tmp_path / "elsewhere", database, cache) as gallery:
        (kept,) = gallery.items(gallery.ids())
        assert (kept.path, kept.rating) == (item.path, 4)


def test_a_rebuild_that_cannot_be_changes_nothing(
    open_gallery: Open, gallery: Gallery, items: list[GalleryItem], tmp_path: Path
) -> None:
    pictures, database = tmp_path / "pictures", tmp_path / "gallery.sqlite3"
    with pytest.raises(StorageFailed, match="in use by another program"):
        rebuild(pictures, database)  # as when a window is open
    gallery.close()
    with pytest.raises(Cancelled):
        rebuild(pictures, database, should_stop=lambda: True)
    for item in items[:2]:
        item.path.unlink()
    with pytest.raises(TooManyGone, match="2 of 12"):
        rebuild(pictures, database)

    assert [path for path in tmp_path.iterdir() if path.is_file()] == [database]
    assert open_gallery().count() == 12
    gallery.close()


def test_after_damage_the_old_database_still_tells_what_files_do_not(
    open_gallery: Open, gallery: Gallery, items: list[GalleryItem], make: Make, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "a.png").write_bytes(make("theirs").png)
    import_folder(gallery, theirs, copy=False)
    gallery.watch(theirs)
    before, watched = told_without_ids(gallery), gallery.watched_folders()
    gallery.close()
    (tmp_path / "gallery.sqlite3.damaged").touch()  # found in the last session

    anew = open_gallery()
    assert "was damaged" in anew.notice
    assert anew.adopt().adopted == 12

    assert sorted(told_without_ids(anew), key=str) == sorted(before, key=str)
    assert anew.watched_folders() == watched
    assert not (tmp_path / "gallery.sqlite3.old").exists()
