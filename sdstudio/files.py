"""Writing files so that a crash, a power cut or a full disk never leaves half of one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from sdstudio.request import SdstudioError, StorageFailed, StorageFull

_WRITERS = 8

TEMPORARY_SUFFIX = ".part"
"""Ending of files under construction; their names are ``.NAME.PID.part``, beside the target."""


def write_atomically(path: Path, data: bytes) -> None:
    """Writes ``data`` to ``path``: temporary file, fsync, rename, fsync of the folder.

    After a return the bytes are on the disk under their name; before it, ``path`` is what it was.
    Missing folders are made. Slow (it waits for the disk): never call it on the GUI thread.

    Raises:
        StorageFull: no space is left.
        StorageFailed: the folder is read-only, no folder, or refuses the file.
    """
    with writing_atomically(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def writing_atomically(path: Path) -> Iterator[Path]:
    """Lends the temporary file, empty, that becomes ``path`` when the block ends without an error.

    The file is synced, renamed and its folder synced; after an error it is removed and ``path`` is
    what it was. Close the file before the block ends. Missing folders are made. Slow (it waits for
    the disk): never call it on the GUI thread.

    Raises:
        StorageFull: no space is left; also for an ``OSError`` from the block that says so.
        StorageFailed: the folder is read-only, no folder, or refuses the file; also for any other
            ``OSError`` from the block.
    """
    try:
        unsynced: set[Path] = set()
        with _replacing(path, unsynced) as temporary:
            yield temporary
        for folder in unsynced:
            _sync_folder(folder)
    except OSError as error:
        raise storage_error(error, path) from error


def write_each_atomically(files: Mapping[Path, bytes | None]) -> dict[Path, SdstudioError]:
    """``write_atomically`` for many small files, of which None deletes one; gives what failed.

    Each is written on its own: those that did not fail are on the disk. Takes a fraction of the
    time: a disk that is waited for by several at once answers them together, and each folder is
    synced once.
    """
    failed: dict[Path, SdstudioError] = {}
    unsynced: set[Path] = set()

    def write(path: Path) -> None:
        data = files[path]
        try:
            if data is None:
                path.unlink(missing_ok=True)
                unsynced.add(path.parent)
                return
            with _replacing(path, unsynced) as temporary:
                temporary.write_bytes(data)
        except OSError as error:
            failed[path] = storage_error(error, path)

    with ThreadPoolExecutor(_WRITERS, thread_name_prefix="files") as pool:
        list(pool.map(write, files))
    for folder in unsynced:
        try:
            _sync_folder(folder)
        except OSError as error:
            failed |= {path: storage_error(error, path) for path in files if path.parent == folder}
    return failed


def temporary_name(name: str) -> str:
    """The name of the file under construction for ``name``: hidden, and with our process id."""
    # Cut so that mark, process id and ending stay within the 255 bytes of a file name.
    # fsencode, because a name given on the command line need not be valid Unicode.
    stem = os.fsencode(name)[:200].decode("utf-8", "ignore")
    return f".{stem}.{os.getpid()}{TEMPORARY_SUFFIX}"


def storage_error(error: OSError, path: Path) -> SdstudioError:
    """The sentence for an ``OSError`` met while writing ``path``."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageFull(
            "The disk is full: “{path}” could not be written.",
            "Free some space, or choose another folder.",
            path=path,
        )
    reason = (error.strerror or str(error)).lower()
    return StorageFailed(
        "“{path}” could not be written: {reason}.",
        "Choose another folder, or change its permissions.",
        path=path,
        reason=reason,
    )


@contextmanager
def _replacing(path: Path, unsynced: set[Path]) -> Iterator[Path]:
    """``writing_atomically``, but folders are left to be synced, and errors are ``OSError``s."""
    temporary = path.with_name(temporary_name(path.name))
    unsynced.update((path.parent, *_missing_parents(path.parent)))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        temporary.write_bytes(b"")
        yield temporary
        # For writing, though nothing more is written: Windows syncs no other file.
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _missing_parents(folder: Path) -> list[Path]:
    """The folders that get a new entry when ``folder`` is made; none when it is there."""
    entered: list[Path] = []
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent
        entered.append(folder)
    return entered


def _sync_folder(folder: Path) -> None:
    """Makes a rename durable. Windows has no such call; there the rename itself is journalled."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # a folder that may be entered and written to, but not listed
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems cannot sync a folder. The file itself is there.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
