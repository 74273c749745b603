"""Denoisings kept beside pictures."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sdstudio.gallery import schema
from sdstudio.gallery.adoption import Adoption
from sdstudio.gallery.metadata import UnreadablePicture, encode_picture, read_picture
from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.store import Gallery
from sdstudio.request import (
    GalleryItem,
    Generated,
    GenerationRequest,
    GenerationResult,
    StorageFailed,
)
from tests.gallery.conftest import files_in
from tests.gallery.processes import dead_process_id, start_saving
from tests.programs import run_program

Finish = Callable[[GenerationRequest], Generated]
Make = Callable[..., GenerationResult]
Open = Callable[[], Gallery]
Trash = Callable[[Path], Path]

DATA = bytes(range(256)) * 40


@pytest.fixture
def kept(gallery: Gallery, make: Make) -> GalleryItem:
    """A picture of the gallery, with its denoising beside it."""
    return gallery.keep_trajectory(gallery.add(make()).id, DATA)


def refuse_denoisings(trash: Trash) -> Callable[[Path], Path]:
    def move(path: Path) -> Path:
        if path.suffix != ".png":
            raise StorageFailed("“{path}” could not be moved to the trash.", path=path)
        return trash(path)

    return move


# -- keeping ---------------------------------------------------------------------------------


def test_a_kept_denoising_survives_a_restart(open_gallery: Open, make: Make) -> None:
    with open_gallery() as gallery:
        other = gallery.add(make())
        added = gallery.add(replace(make(), trajectory=DATA))
        assert added.trajectory_bytes == 0
        kept = gallery.keep_trajectory(added.id, DATA)
        assert kept == replace(added, trajectory_bytes=len(DATA))

    gallery = open_gallery()

    assert gallery.item(added.id) == kept
    path = gallery.trajectory_file(added.id)
    assert path is not None
    assert path == trajectory_path(added.path)
    assert path.read_bytes() == DATA
    assert gallery.trajectory_file(other.id) is None
    assert gallery.trajectory_file(999) is None
    assert gallery.trajectories() == (1, len(DATA))
    assert gallery.adopt() == Adoption()


def test_keeping_again_replaces_what_was_kept(gallery: Gallery, kept: GalleryItem) -> None:
    again = gallery.keep_trajectory(kept.id, b"other")

    assert again.trajectory_bytes == 5
    assert trajectory_path(kept.path).read_bytes() == b"other"
    assert gallery.trajectories() == (1, 5)


def test_a_stopped_picture_names_its_step(
    open_gallery: Open, finish: Finish, tmp_path: Path
) -> None:
    request = GenerationRequest(prompt="x", width=8, height=8)
    result = encode_picture(replace(finish(request), kept_step=8))
    with open_gallery() as gallery:
        item = gallery.add(result)
        assert item.kept_step == 8
        assert gallery.item(item.id) == item
        assert gallery.by_request(request.id) == item
        assert gallery.by_request("unknown") is None
    (tmp_path / "gallery.sqlite3").unlink()

    gallery = open_gallery()
    gallery.adopt()

    assert read_picture(item.path).kept_step == 8
    assert gallery.by_request(request.id) == item


def test_forgetting_deletes_the_file_and_not_the_picture(
    gallery: Gallery, kept: GalleryItem, tmp_path: Path
) -> None:
    for _ in range(2):  # one that is gone already is forgotten as well
        assert gallery.forget_trajectory(kept.id) == replace(kept, trajectory_bytes=0)
        assert files_in(tmp_path / "pictures") == {kept.path}
        assert gallery.trajectory_file(kept.id) is None
    assert gallery.trajectories() == (0, 0)


def test_only_of_listed_pictures(gallery: Gallery, kept: GalleryItem, trash: Trash) -> None:
    gallery.delete(kept.id, trash)

    for id in (kept.id, 999):
        with pytest.raises(UnreadablePicture, match="no longer in the gallery"):
            gallery.keep_trajectory(id, DATA)
        with pytest.raises(UnreadablePicture, match="no longer in the gallery"):
            gallery.forget_trajectory(id)
        assert gallery.trajectory_file(id) is None
    assert gallery.by_request(kept.request.id if kept.request else "") is None
    assert gallery.trajectories() == (0, 0)
    assert not trajectory_path(kept.path).exists()


def test_nothing_is_kept_beside_a_picture_that_is_gone(
    gallery: Gallery, kept: GalleryItem, tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "pictures")

    with pytest.raises(StorageFailed, match=r"its picture .* is no longer there"):
        gallery.keep_trajectory(kept.id, DATA)

    assert not (tmp_path / "pictures").exists()
    # The drive may be unplugged, so the record stays.
    assert gallery.trajectory_file(kept.id) is None
    assert gallery.item(kept.id) == kept


def test_what_cannot_be_written_or_deleted_is_told(gallery: Gallery, make: Make) -> None:
    item = gallery.add(make())
    trajectory_path(item.path).mkdir()

    with pytest.raises(StorageFailed, match="could not be written"):
        gallery.keep_trajectory(item.id, DATA)
    with pytest.raises(StorageFailed, match="could not be deleted"):
        gallery.forget_trajectory(item.id)

    assert [path for path in item.path.parent.iterdir() if path.suffix == ".part"] == []


def test_a_locked_database_leaves_a_file_that_is_found_later(
    open_gallery: Open, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_BUSY_SECONDS", 0.01)
    gallery = open_gallery()
    item = gallery.add(make())
    with closing(sqlite3.connect(tmp_path / "gallery.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed, match="in use by another program"):
            gallery.keep_trajectory(item.id, DATA)
        other.execute("ROLLBACK")
    assert gallery.item(item.id) == item

    assert gallery.adopt() == Adoption(denoisings=1)

    assert gallery.item(item.id) == replace(item, trajectory_bytes=len(DATA))


def test_what_changed_outside_is_noticed_when_asked_for(
    gallery: Gallery, kept: GalleryItem
) -> None:
    path = trajectory_path(kept.path)
    path.write_bytes(b"longer" * 10_000)
    assert gallery.trajectory_file(kept.id) == path
    assert gallery.trajectories() == (1, 60_000)

    path.unlink()
    assert gallery.trajectory_file(kept.id) is None
    assert gallery.trajectories() == (0, 0)

    path.write_bytes(DATA)
    assert gallery.trajectory_file(kept.id) == path
    assert gallery.item(kept.id) == kept


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX resource limits")
def test_a_picture_is_kept_when_its_denoising_does_not_fit(tmp_path: Path) -> None:
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from sdstudio.gallery.store import Gallery\n"
        "from sdstudio.request import StorageFailed\n"
        "root = Path(sys.argv[1])\n"
        "with Gallery(root / 'pictures', root / 'gallery.sqlite3', root / 'cache') as gallery:\n"
        "    (id,) = gallery.ids()\n"
        "    gallery.keep_trajectory(id, b'small')\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        "    try:\n"
        "        gallery.keep_trajectory(id, bytes(50_000))\n"
        "    except StorageFailed as error:\n"
        "        print(error)\n"
    )
    with start_saving(tmp_path, 1) as saving:
        saving.communicate()

    process = run_program(program, str(tmp_path))

    assert "could not be written: file too large." in process.stdout
    with Gallery(tmp_path / "pictures", tmp_path / "gallery.sqlite3", tmp_path / "c") as gallery:
        (item,) = gallery.items(gallery.ids())
        assert files_in(tmp_path / "pictures") == {item.path, trajectory_path(item.path)}
        assert item.trajectory_bytes == 5
        assert trajectory_path(item.path).read_bytes() == b"small"


# -- trash -----------------------------------------------------------------------------------


def test_both_files_go_to_the_trash_and_come_back(
    open_gallery: Open, gallery: Gallery, kept: GalleryItem, trash: Trash, tmp_path: Path
) -> None:
    picture, modified = kept.path.read_bytes(), trajectory_path(kept.path).stat().st_mtime_ns
    moved: list[str] = []

    def watch(path: Path) -> Path:
        moved.append(path.suffix)
        return trash(path)

    gallery.delete(kept.id, watch)

    assert moved == [".png", ".safetensors"]
    assert files_in(tmp_path / "pictures") == set()
    assert len(files_in(tmp_path / "Trash")) == 4
    assert gallery.trajectories() == (0, 0)
    gallery.close()

    gallery = open_gallery()
    assert gallery.adopt() == Adoption()
    assert gallery.restore(kept.id) == kept
    assert kept.path.read_bytes() == picture
    assert trajectory_path(kept.path).read_bytes() == DATA
    assert trajectory_path(kept.path).stat().st_mtime_ns == modified
    assert files_in(tmp_path / "Trash") == set()
    assert gallery.restore(kept.id) == kept
    assert gallery.adopt() == Adoption()


def test_a_denoising_that_the_trash_refuses_stays_for_the_undo(
    gallery: Gallery, kept: GalleryItem, trash: Trash, tmp_path: Path
) -> None:
    gallery.delete(kept.id, refuse_denoisings(trash))

    assert gallery.ids() == []
    assert files_in(tmp_path / "pictures") == {trajectory_path(kept.path)}
    assert gallery.adopt() == Adoption()

    assert gallery.restore(kept.id) == kept
    assert trajectory_path(kept.path).read_bytes() == DATA


def test_a_picture_that_the_trash_refuses_keeps_its_denoising(
    gallery: Gallery, kept: GalleryItem, tmp_path: Path
) -> None:
    def refuse(path: Path) -> Path:
        raise StorageFailed("“{path}” could not be moved to the trash.", path=path)

    with pytest.raises(StorageFailed):
        gallery.delete(kept.id, refuse)

    assert gallery.item(kept.id) == kept
    assert files_in(tmp_path / "pictures") == {kept.path, trajectory_path(kept.path)}


def test_a_trash_that_tells_nothing_of_the_denoising(
    gallery: Gallery, kept: GalleryItem, trash: Trash
) -> None:
    def silent(path: Path) -> Path | None:
        place = trash(path)
        return place if path.suffix == ".png" else None

    gallery.delete(kept.id, silent)

    assert gallery.restore(kept.id) == replace(kept, trajectory_bytes=0)


def test_a_denoising_gone_from_the_trash_does_not_stop_the_undo(
    gallery: Gallery, kept: GalleryItem, trash: Trash, tmp_path: Path
) -> None:
    gallery.delete(kept.id, trash)
    (tmp_path / "Trash" / "files" / trajectory_path(kept.path).name).unlink()

    assert gallery.restore(kept.id) == replace(kept, trajectory_bytes=0)
    assert gallery.adopt() == Adoption()


def test_undo_never_overwrites_a_denoising(
    gallery: Gallery, kept: GalleryItem, trash: Trash
) -> None:
    gallery.delete(kept.id, trash)
    trajectory_path(kept.path).write_bytes(b"other")

    assert gallery.restore(kept.id) == replace(kept, trajectory_bytes=5)
    assert trajectory_path(kept.path).read_bytes() == b"other"


def test_a_denoising_that_cannot_come_back_is_tried_again(
    gallery: Gallery, kept: GalleryItem, trash: Trash, tmp_path: Path
) -> None:
    gallery.delete(kept.id, trash)
    place = tmp_path / "Trash" / "files" / trajectory_path(kept.path).name
    hidden = place.with_name("hidden")
    place.rename(hidden)
    place.mkdir()  # cannot be read as a file

    bare = replace(kept, trajectory_bytes=0)
    assert gallery.restore(kept.id) == bare
    assert gallery.restore(kept.id) == bare
    assert gallery.adopt() == Adoption()

    place.rmdir()
    hidden.rename(place)
    assert gallery.adopt() == Adoption(denoisings=1)
    assert gallery.item(kept.id) == kept
    assert trajectory_path(kept.path).read_bytes() == DATA
    assert gallery.adopt() == Adoption()


def test_a_denoising_follows_a_picture_taken_out_of_the_trash_by_hand(
    gallery: Gallery, kept: GalleryItem, trash: Trash, tmp_path: Path
) -> None:
    gallery.delete(kept.id, trash)
    (tmp_path / "Trash" / "files" / kept.path.name).rename(kept.path)

    assert gallery.adopt().returned == 1

    assert gallery.item(kept.id) == kept
    assert trajectory_path(kept.path).read_bytes() == DATA


def test_a_forgotten_denoising_does_not_come_back_from_the_trash(
    gallery: Gallery, kept: GalleryItem, trash: Trash, tmp_path: Path
) -> None:
    gallery.delete(kept.id, trash)
    place = tmp_path / "Trash" / "files" / trajectory_path(kept.path).name
    data = place.read_bytes()
    place.unlink()
    place.mkdir()
    gallery.restore(kept.id)
    place.rmdir()
    place.write_bytes(data)

    gallery.forget_trajectory(kept.id)

    assert gallery.adopt() == Adoption()
    assert gallery.trajectory_file(kept.id) is None


def test_deleted_while_its_denoising_is_written(
    open_gallery: Open, gallery: Gallery, make: Make, trash: Trash, tmp_path: Path
) -> None:
    item = gallery.add(make())
    with closing(sqlite3.connect(tmp_path / "gallery.sqlite3")) as other, other:
        # As when the window deletes between the file and the row: no row takes the size any more.
        other.execute(
            "CREATE TRIGGER deleted_meanwhile BEFORE UPDATE OF trajectory_bytes ON picture "
            "BEGIN SELECT RAISE(IGNORE); END"
        )

    with pytest.raises(UnreadablePicture, match="no longer in the gallery"):
        gallery.keep_trajectory(item.id, DATA)

    assert files_in(tmp_path / "pictures") == {item.path}


@pytest.mark.parametrize("dies_at", [".png", ".safetensors"])
@pytest.mark.parametrize("moves", ["before", "after"])
def test_killed_inside_the_move_to_the_trash_the_picture_is_not_lost(
    dies_at: str, moves: str, tmp_path: Path, open_gallery: Open
) -> None:
    """Killed just before or just after either file has moved."""
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from sdstudio.gallery.store import Gallery\n"
        "root, dies_at, moves = Path(sys.argv[1]), sys.argv[2], sys.argv[3]\n"
        "def move(path):\n"
        "    place = root / 'trash' / path.name\n"
        "    if path.suffix == dies_at and moves == 'before':\n"
        "        os._exit(9)\n"
        "    path.rename(place)\n"
        "    if path.suffix == dies_at:\n"
        "        os._exit(9)\n"
        "    return place\n"
        "with Gallery(root / 'pictures', root / 'gallery.sqlite3', root / 'cache') as gallery:\n"
        "    (id,) = gallery.ids()\n"
        "    gallery.keep_trajectory(id, b'denoising')\n"
        "    gallery.delete(id, move)\n"
    )
    with start_saving(tmp_path, 1) as saving:
        said, _ = saving.communicate()
    picture = Path(said.rstrip("\n").split(" ", 1)[1])
    png = picture.read_bytes()
    (tmp_path / "trash").mkdir()

    process = run_program(program, str(tmp_path), dies_at, moves, check=False)

    assert process.returncode == 9
    gallery = open_gallery()
    assert gallery.ids() == []
    gallery.adopt()
    if (dies_at, moves) == (".png", "before"):
        # Nothing was deleted yet.
        (item,) = gallery.items(gallery.ids())
        assert item.trajectory_bytes == 9
    elif dies_at == ".png":
        # The trash has the picture, and the row does not know where: as ever, by hand.
        (tmp_path / "trash" / picture.name).rename(picture)
        assert gallery.adopt().returned == 1
        (item,) = gallery.items(gallery.ids())
        assert item.trajectory_bytes == 9
    else:
        item = gallery.restore(1)
        assert item.trajectory_bytes == (9 if moves == "before" else 0)
    assert item.path.read_bytes() == png
    everywhere = files_in(tmp_path / "pictures") | files_in(tmp_path / "trash")
    assert [path.read_bytes() for path in everywhere if path.suffix != ".png"] == [b"denoising"]


# -- adoption --------------------------------------------------------------------------------


def test_denoisings_of_adopted_pictures_are_recorded(
    open_gallery: Open, gallery: Gallery, make: Make, kept: GalleryItem, tmp_path: Path
) -> None:
    bare = gallery.add(make())
    gallery.close()
    (tmp_path / "gallery.sqlite3").unlink()

    gallery = open_gallery()

    assert gallery.adopt() == Adoption(adopted=2)
    assert [replace(item, id=0) for item in gallery.items(gallery.ids())] == [
        replace(bare, id=0),
        replace(kept, id=0),
    ]
    assert gallery.trajectories() == (1, len(DATA))
    assert gallery.adopt() == Adoption()


def test_what_changed_outside_is_corrected(gallery: Gallery, make: Make, kept: GalleryItem) -> None:
    bare = gallery.add(make())
    path, other = trajectory_path(kept.path), trajectory_path(bare.path)
    path.rename(other)

    assert gallery.adopt() == Adoption(denoisings=2)
    assert gallery.items([kept.id, bare.id]) == [
        replace(kept, trajectory_bytes=0),
        replace(bare, trajectory_bytes=len(DATA)),
    ]

    other.write_bytes(b"changed")
    assert gallery.adopt() == Adoption(denoisings=1)
    assert gallery.trajectories() == (1, 7)
    assert gallery.adopt() == Adoption()


@pytest.mark.parametrize("along", [True, False])
def test_a_moved_picture_takes_its_denoising_along(
    along: bool, gallery: Gallery, kept: GalleryItem, tmp_path: Path
) -> None:
    place = tmp_path / "pictures" / "best" / "renamed.png"
    place.parent.mkdir()
    kept.path.rename(place)
    if along:
        trajectory_path(kept.path).rename(trajectory_path(place))

    assert gallery.adopt() == Adoption(returned=1)

    size = len(DATA) if along else 0
    assert gallery.item(kept.id) == replace(kept, path=place, trajectory_bytes=size)
    assert gallery.trajectory_file(kept.id) == (trajectory_path(place) if along else None)


def test_an_unplugged_folder_keeps_its_records(
    gallery: Gallery, kept: GalleryItem, tmp_path: Path
) -> None:
    (tmp_path / "pictures").rename(tmp_path / "unplugged")

    assert gallery.adopt() == Adoption()

    assert gallery.items(gallery.ids()) == [kept]


def test_denoisings_in_an_earlier_folder_are_looked_after(
    kept: GalleryItem, make: Make, tmp_path: Path
) -> None:
    with Gallery(tmp_path / "second", tmp_path / "gallery.sqlite3", tmp_path / "cache") as gallery:
        assert gallery.adopt() == Adoption()
        assert gallery.trajectory_file(kept.id) == trajectory_path(kept.path)
        trajectory_path(kept.path).unlink()
        assert gallery.adopt() == Adoption(denoisings=1)
        trajectory_path(kept.path).write_bytes(DATA)
        assert gallery.adopt() == Adoption(denoisings=1)
        assert gallery.item(kept.id) == kept


def test_a_half_written_denoising_is_swept(gallery: Gallery, kept: GalleryItem) -> None:
    name = trajectory_path(kept.path).name
    leftover = kept.path.with_name(f".{name}.{dead_process_id()}.part")
    leftover.write_bytes(b"half")

    assert gallery.adopt() == Adoption(swept=1)
    assert not leftover.exists()


def test_a_picture_deleted_during_the_walk_stays_deleted(
    open_gallery: Open, gallery: Gallery, kept: GalleryItem, trash: Trash
) -> None:
    asked = 0

    def delete_after_the_walk() -> bool:
        nonlocal asked
        asked += 1
        if asked == 3:  # after both files were seen
            open_gallery().delete(kept.id, trash)
        return False

    assert gallery.adopt(delete_after_the_walk) == Adoption()

    assert asked >= 3
    assert gallery.ids() == []
    assert gallery.restore(kept.id) == kept
