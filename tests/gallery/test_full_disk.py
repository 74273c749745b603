"""Disks that are full or read-only. root may write anywhere, so real small drives are mounted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sdstudio.gallery.drift import verify
from sdstudio.gallery.rebuild import rebuild
from sdstudio.gallery.repair import repair
from sdstudio.gallery.store import Gallery
from sdstudio.request import GenerationResult, StorageFailed, StorageFull
from tests.gallery.conftest import files_in
from tests.programs import run_program
from tests.small_drives import mount, small_drive_at

Make = Callable[..., GenerationResult]


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """An empty drive of one megabyte."""
    with small_drive_at(tmp_path / "drive", "1m") as folder:
        yield folder


def fill(drive: Path) -> Path:
    """Leaves no space at all; returns the file to delete to have it back."""
    ballast = drive / "ballast"
    with ballast.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(4096))
            except OSError:
                return ballast


def test_a_full_drive_is_told_and_nothing_is_left(make: Make, tmp_path: Path, drive: Path) -> None:
    with Gallery(drive / "pictures", tmp_path / "g.sqlite3", tmp_path / "cache") as gallery:
        kept = gallery.add(make())
        ballast = fill(drive)
        result = make("too much", width=64, height=64)

        with pytest.raises(StorageFull, match="The disk is full") as caught:
            gallery.add(result)

        assert str(drive) in caught.value.message
        assert "Free some space" in caught.value.action
        assert files_in(drive) == {kept.path, ballast}
        assert gallery.ids() == [kept.id]

        ballast.unlink()
        assert gallery.add(result).path.read_bytes() == result.png


def test_a_full_drive_under_the_database_leaves_the_picture_safe(
    make: Make, tmp_path: Path, drive: Path
) -> None:
    with Gallery(tmp_path / "pictures", drive / "g.sqlite3", drive / "cache") as gallery:
        kept = gallery.add(make())
        ballast = fill(drive)
        with pytest.raises(StorageFull, match="The picture is safe in"):
            gallery.add(make("x" * 5000))
        assert gallery.items(gallery.ids()) == [kept]

        ballast.unlink()
        assert gallery.adopt().adopted == 1
        assert gallery.count() == 2


def test_a_full_drive_stops_repair_and_rebuild_before_anything_changes(
    make: Make, tmp_path: Path, drive: Path
) -> None:
    pictures, database = tmp_path / "pictures", drive / "g.sqlite3"
    with Gallery(pictures, database, tmp_path / "cache") as gallery:
        for number in range(7):
            gallery.add(make("x" * 1000, seed=number))
        items = gallery.items(gallery.ids())
    ballast = fill(drive)

    with pytest.raises(StorageFull, match="The disk is full"):
        rebuild(pictures, database)
    assert not list(drive.glob("*backup*"))
    assert not list(drive.glob(".*"))

    os.truncate(ballast, ballast.stat().st_size - 80_000)  # enough to open, not for a copy
    with Gallery(pictures, database, tmp_path / "cache") as gallery:
        assert gallery.items(gallery.ids()) == items
        (pictures / "new.png").write_bytes(make("new").png)
        with pytest.raises(StorageFull, match="The disk is full"):
            repair(gallery, verify(gallery))
        assert gallery.items(gallery.ids()) == items


def test_a_read_only_drive_is_told(make: Make, tmp_path: Path, drive: Path) -> None:
    with Gallery(drive / "pictures", tmp_path / "g.sqlite3", tmp_path / "cache") as gallery:
        item = gallery.add(make())
        (drive / "pictures" / ".a.png.9999999999.part").touch()
        mount("-o", "remount,ro", str(drive))

        with pytest.raises(StorageFailed, match="read-only file system"):
            gallery.add(make())

        assert gallery.adopt().swept == 0
        assert gallery.items(gallery.ids()) == [item]
        assert gallery.thumbnail(item.id)
    with pytest.raises(StorageFailed, match=r"could not be (written|read or written)"):
        Gallery(drive / "pictures", drive / "g.sqlite3", tmp_path / "cache")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX resource limits")
def test_a_file_size_limit_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    program = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        "from sdstudio.request import StorageFailed\n"
        "from tests.gallery.saving import main\n"
        "from pathlib import Path\n"
        "try:\n"
        "    main(Path(sys.argv[1]), 1, 'add')\n"
        "except StorageFailed as error:\n"
        "    print(error)\n"
    )
    # The database first, without the limit.
    Gallery(tmp_path / "pictures", tmp_path / "gallery.sqlite3", tmp_path / "cache").close()

    process = run_program(program, str(tmp_path))

    assert "could not be written: file too large." in process.stdout
    assert files_in(tmp_path / "pictures") == set()
