"""One file from a server to the disk: gone on with after an interruption, checked at the end."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sdstudio.files import TEMPORARY_SUFFIX, storage_error
from sdstudio.models.hub_errors import DownloadFailed
from sdstudio.models.hub_selection import RemoteFile
from sdstudio.models.transfer import Body, Patience, Retries, Trouble, cut_short, wrong_length
from sdstudio.request import Cancelled

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file at a server, and how it is asked for.

    ``opened`` gives its bytes from a position on, or from 0 where the server does not do that. It
    raises Trouble, also while the bytes are read, where asking again may help, and a DownloadFailed
    or another known failure where the server has said no.
    """

    file: RemoteFile
    opened: Callable[[int], AbstractContextManager[Body]]
    retries: Retries


class FileWatcher(Protocol):
    """Is told how a file is getting on, in the thread that fetches it."""

    def have(self, size: int, come: int) -> None:
        """``size`` bytes of the file are there, of which ``come`` have just come."""

    def waiting(self, seconds: float) -> None:
        """Nothing came; the next attempt is made in so many seconds."""

    def checking(self) -> None:
        """All bytes are there, and their checksum is computed."""


def part_of(target: Path, remote: RemoteFile) -> Path:
    """Where a file lies until it is whole.

    The name has part of the checksum, so that one version of a file is never continued by another.
    """
    return target.with_name(f"{target.name}.{remote.digest[:12]}{TEMPORARY_SUFFIX}")


def fetch_file(
    source: Source, target: Path, watcher: FileWatcher, must_stop: Callable[[], bool]
) -> None:
    """Downloads what is missing of a file, checks it, and puts it under its name.

    A file that is there already is only checked.
    Slow (it waits for network and disk): never call it on the GUI thread.

    Raises:
        DownloadFailed: the server could not be reached, or sent something else than was listed.
        StorageFull, StorageFailed: the file could not be written.
        Cancelled: ``must_stop`` answered true; the bytes that came are kept.
    """
    remote = source.file
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_file():
            watcher.checking()
            if _is_sound(target, remote, must_stop):
                watcher.have(remote.size, 0)
                return
            target.unlink()
        part = part_of(target, remote)
        for _ in range(2):
            _complete(source, part, watcher, must_stop)
            watcher.checking()
            if _is_sound(part, remote, must_stop):
                with part.open("r+b") as file:
                    os.fsync(file.fileno())
                part.replace(target)
                return
            # Once: a disk, a proxy or an earlier version of the app may have spoilt it.
            part.unlink()
            watcher.have(0, 0)
    except OSError as error:
        raise storage_error(error, target) from error
    raise DownloadFailed(
        "“{name}” arrived damaged twice: its checksum is not the one that was listed.",
        "Try again later, or from elsewhere.",
        name=remote.name,
    )


def fetch_small(source: Source, most: int, must_stop: Callable[[], bool]) -> bytes:
    """The bytes of a small file, checked; ``most`` is how many there may be.

    Raises:
        DownloadFailed: the server could not be reached, sent something else, or the file is too
            large.
        Cancelled: ``must_stop`` answered true.
    """
    remote = source.file
    patience = Patience(source.retries, must_stop)
    if remote.size > most:
        raise DownloadFailed(
            "“{name}” is far larger than such a file should be.",
            "Do not use what it belongs to.",
            name=remote.name,
        )
    while True:
        try:
            with source.opened(0) as body:
                data = b""
                for chunk in body.chunks:
                    data += chunk
                    if must_stop():
                        raise Cancelled
                    if len(data) > remote.size:
                        break
            if len(data) != remote.size:
                raise Trouble(wrong_length(remote.name))
            check = _checksum(remote)
            check.update(data)
            if check.hexdigest() != remote.digest:
                raise Trouble(
                    DownloadFailed(
                        "“{name}” arrived damaged: its checksum is not the one listed.",
                        "Try again later, or from elsewhere.",
                        name=remote.name,
                    )
                )
            return data
        except Trouble as trouble:
            patience.wait(trouble)


def _complete(
    source: Source, part: Path, watcher: FileWatcher, must_stop: Callable[[], bool]
) -> None:
    """Appends to ``part`` until it has its length."""
    patience = Patience(source.retries, must_stop, watcher.waiting)
    part.touch()
    while (before := part.stat().st_size) != source.file.size:
        try:
            _receive(source, part, watcher, must_stop)
        except Trouble as trouble:
            if part.stat().st_size > before:
                patience.progressed()
            patience.wait(trouble)


def _receive(
    source: Source, part: Path, watcher: FileWatcher, must_stop: Callable[[], bool]
) -> None:
    remote = source.file
    # Unbuffered: what has come is in the file, also when the program is killed.
    with part.open("r+b", buffering=0) as file:
        position = file.seek(0, os.SEEK_END)
        if position > remote.size:
            position = file.truncate(0)
        with source.opened(position) as body:
            if body.total not in (None, remote.size) or body.start not in (0, position):
                raise Trouble(wrong_length(remote.name))
            if body.start != position:  # this server sends whole files only
                position = file.truncate(body.start)
            file.seek(position)
            watcher.have(position, 0)
            for chunk in body.chunks:
                if must_stop():
                    raise Cancelled
                if position + len(chunk) > remote.size:
                    raise Trouble(wrong_length(remote.name))
                _write(file.fileno(), chunk)
                position += len(chunk)
                watcher.have(position, len(chunk))
        if position < remote.size:
            raise Trouble(cut_short(remote.name))


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _checksum(remote: RemoteFile) -> hashlib._Hash:
    if remote.sha256:
        return hashlib.sha256()
    # The name that git gives to a file's content.
    return hashlib.sha1(f"blob {remote.size}\0".encode(), usedforsecurity=False)


def _is_sound(path: Path, remote: RemoteFile, must_stop: Callable[[], bool]) -> bool:
    if path.stat().st_size != remote.size:
        return False
    check = _checksum(remote)
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if must_stop():
                raise Cancelled
            check.update(block)
    return check.hexdigest() == remote.digest
