from __future__ import annotations

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from sdstudio.files import (
    TEMPORARY_SUFFIX,
    storage_error,
    temporary_name,
    write_atomically,
    writing_atomically,
)
from sdstudio.request import Cancelled, StorageFailed, StorageFull


def test_bytes_arrive_whole_in_folders_made_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.bin"
    data = bytes(range(256)) * 4096

    write_atomically(path, data)

    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"old, and longer than the new one")

    write_atomically(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_reader_sees_the_old_or_the_new_and_nothing_between(tmp_path: Path) -> None:
    path = tmp_path / "file"
    versions = [bytes([number]) * 200_000 for number in range(30)]
    write_atomically(path, versions[0])
    done = threading.Event()
    odd: list[bytes] = []

    def read() -> None:
        while not done.is_set():
            seen = path.read_bytes()
            if seen not in versions:
                odd.append(seen)

    reader = threading.Thread(target=read)
    reader.start()
    for version in versions:
        write_atomically(path, version)
    done.set()
    reader.join()

    assert odd == []


@pytest.mark.parametrize("name", ["a" * 240 + ".png", "絵" * 80 + ".png", "🦊" * 60, ".hidden"])
def test_long_names(name: str, tmp_path: Path) -> None:
    write_atomically(tmp_path / name, b"x")

    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_unicode(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"latin-\xe9.png")

    write_atomically(path, b"x")

    assert path.read_bytes() == b"x"


def test_temporary_names_are_hidden_and_tell_their_process() -> None:
    name = temporary_name("picture.png")

    assert name == f".picture.png.{os.getpid()}{TEMPORARY_SUFFIX}"
    assert len(temporary_name("絵" * 300).encode()) < 255


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    for path in (tmp_path / "file" / "a.png", tmp_path / "file" / "b" / "a.png"):
        with pytest.raises(StorageFailed, match="could not be written") as caught:
            write_atomically(path, b"x")
        assert str(path) in caught.value.message

    assert (tmp_path / "file").read_text() == "in the way"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_target_that_is_a_folder_leaves_no_leftover(tmp_path: Path) -> None:
    (tmp_path / "target" / "inside").mkdir(parents=True)

    with pytest.raises(StorageFailed):
        write_atomically(tmp_path / "target", b"x")

    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_a_name_too_long_for_the_system(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="name too long"):
        write_atomically(tmp_path / ("a" * 300), b"x")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_no_space_is_told_as_such(code: int) -> None:
    error = storage_error(OSError(code, os.strerror(code)), Path("x.png"))

    assert isinstance(error, StorageFull)
    assert error.message == "The disk is full: “x.png” could not be written."
    assert error.action


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EIO, errno.ENOENT])
def test_other_refusals_give_the_reason(code: int) -> None:
    error = storage_error(OSError(code, os.strerror(code)), Path("{x}.png"))

    assert isinstance(error, StorageFailed)
    assert os.strerror(code).lower() in error.message
    assert "{x}.png" in error.message
    assert error.action


def test_a_refusal_without_a_number() -> None:
    assert "odd" in storage_error(OSError("odd"), Path("x")).message


def test_a_file_written_piece_by_piece_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "film.webp"

    with writing_atomically(path) as temporary:
        assert temporary.read_bytes() == b""
        temporary.write_bytes(b"whole")
        assert not path.exists()

    assert path.read_bytes() == b"whole"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_given_up_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "film.webp"
    path.write_bytes(b"old")

    def give_up() -> None:
        with writing_atomically(path) as temporary:
            temporary.write_bytes(b"half")
            raise Cancelled

    with pytest.raises(Cancelled):
        give_up()

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_refusal_while_writing_is_told_with_the_name_of_the_target(tmp_path: Path) -> None:
    path = tmp_path / "film.webp"

    with pytest.raises(StorageFull, match=r"film\.webp"), writing_atomically(path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert list(tmp_path.iterdir()) == []
