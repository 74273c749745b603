"""Unpacking wheels into a folder, as pip would, but for what only programs need.

A wheel is a ZIP archive with a list of its files and their checksums. Nothing is written outside
the folder, nothing that is not in that list, and no more than the archive has announced.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import stat
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from sdstudio.files import storage_error
from sdstudio.request import Cancelled, SdstudioError

_BLOCK = 1 << 20
_MOST_FILES = 100_000
_MOST_RECORD = 64 << 20
_MOST_BYTES = 20 << 30
"""Of all files of one wheel; the largest of torch's have a fifth of it."""
_SIGNATURES = ("RECORD.jws", "RECORD.p7s")


class UnsoundWheel(SdstudioError):
    """A wheel is damaged, or wants to be unpacked to where it has no business."""


def unpacked_bytes(path: Path) -> int:
    """How many bytes a wheel's files will take.

    Raises:
        UnsoundWheel: it is no wheel, or far too large for one.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _checked_size(path.name, archive.infolist())
    except (OSError, zipfile.BadZipFile) as error:
        raise _damaged(path.name) from error


def unpack(
    path: Path, folder: Path, count: Callable[[int], None], must_stop: Callable[[], bool]
) -> None:
    """Unpacks the wheel ``path`` into ``folder``, checking every file against the wheel's list.

    ``count`` is told bytes as they are written. Slow: never call it on the GUI thread. What was
    written before an error stays: the folder is to be thrown away then.

    Raises:
        UnsoundWheel: it is damaged, or asks for what no wheel may.
        StorageFull, StorageFailed: a file could not be written.
        Cancelled: ``must_stop`` answered true.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _checked_size(path.name, entries)
            sums = _sums(path.name, archive, entries)
            for entry in entries:
                place = None if entry.is_dir() else _place(path.name, entry)
                if place is None:
                    continue
                target = folder / place
                try:
                    _write(path.name, archive, entry, target, sums, count, must_stop)
                except OSError as error:
                    raise storage_error(error, target) from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise _damaged(path.name) from error


def _checked_size(name: str, entries: list[zipfile.ZipInfo]) -> int:
    size = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_FILES or size > _MOST_BYTES:
        raise UnsoundWheel(
            "“{name}” holds far more than such a file should.", "Use another index.", name=name
        )
    return size


def _sums(name: str, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Mapping[str, str]:
    """The SHA-256 of each file, in the list's own spelling."""
    records = [
        entry
        for entry in entries
        if entry.filename.count("/") == 1 and entry.filename.endswith(".dist-info/RECORD")
    ]
    if len(records) != 1 or records[0].file_size > _MOST_RECORD:
        raise _damaged(name)
    try:
        rows = list(csv.reader(io.StringIO(archive.read(records[0]).decode("utf-8"))))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _damaged(name) from error
    return {
        row[0]: row[1].removeprefix("sha256=")
        for row in rows
        if len(row) == 3 and row[1].startswith("sha256=")
    }


def _place(name: str, entry: zipfile.ZipInfo) -> PurePosixPath | None:
    """Where below the folder a file goes; None for what only programs need.

    Raises:
        UnsoundWheel: it would lie outside the folder, or is no plain file.
    """
    parts = entry.filename.split("/")
    is_odd = any(part in ("", ".", "..") or part.endswith((".", " ")) for part in parts)
    has_odd_letters = any(
        letter in '\\:*?"<>|' or not letter.isprintable() for letter in entry.filename
    )
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if is_odd or has_odd_letters or kind not in (0, stat.S_IFREG):
        raise UnsoundWheel(
            "“{name}” holds a file that would lie outside its own folder: “{path}”.",
            "Use another index.",
            name=name,
            path=entry.filename,
        )
    if parts[0].endswith(".data"):
        # Of the folders for special places, these two are for what is imported.
        return PurePosixPath(*parts[2:]) if parts[1] in ("purelib", "platlib") else None
    return PurePosixPath(*parts)


def _write(
    name: str,
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    target: Path,
    sums: Mapping[str, str],
    count: Callable[[int], None],
    must_stop: Callable[[], bool],
) -> None:
    is_list = target.name == "RECORD" or target.name in _SIGNATURES
    is_list = is_list and target.parent.name.endswith(".dist-info")
    if not is_list and entry.filename not in sums:
        raise _damaged(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Two wheels may share a file, such as an empty __init__.py; never write through a link.
    target.unlink(missing_ok=True)
    digest = hashlib.sha256()
    with archive.open(entry) as source, target.open("xb") as file:
        while block := source.read(_BLOCK):
            if must_stop():
                raise Cancelled
            digest.update(block)
            file.write(block)
            count(len(block))
    found = base64.urlsafe_b64encode(digest.digest()).rstrip(b"=").decode("ascii")
    if not is_list and found != sums[entry.filename]:
        raise _damaged(name)
    if sys.platform != "win32" and entry.external_attr >> 16 & 0o111:
        target.chmod(0o755)


def _damaged(name: str) -> UnsoundWheel:
    return UnsoundWheel(
        "“{name}” is damaged: it does not hold what its own list says.",
        "Remove what was fetched and try again.",
        name=name,
    )
