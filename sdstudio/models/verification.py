"""Whether a model's files are still what they were: their SHA-256, compared with what is known.

What is known comes from the Hugging Face cache, which names each file by its checksum, or from the
first time that the model was verified here, which is recorded.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sdstudio.files import write_atomically
from sdstudio.models.folder_files import read_object
from sdstudio.models.scanning import files_below
from sdstudio.phrase import Phrase
from sdstudio.request import Cancelled, CorruptModel, ModelNotFound

_CHUNK = 1_048_576
_MOST_RECORDS = 67_108_864


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What became of a verification: ``files`` of ``size`` bytes were read; ``recorded`` of them
    were seen for the first time, all others are what they should be.
    """

    files: int
    size: int
    recorded: int


def _ignore(_done: int, _total: int) -> None: ...


def _never() -> bool:
    return False


def verify(
    path: Path,
    records: Path,
    *,
    accept: bool = False,
    progress: Callable[[int, int], None] = _ignore,
    must_stop: Callable[[], bool] = _never,
) -> Verified:
    """Reads all files of the model at ``path``, a file or a folder, and compares their checksums.

    ``records`` is the JSON file with the checksums of earlier times; it need not exist. With
    ``accept`` the files' present content becomes what is compared with from now on. ``progress``
    is told the bytes read and the bytes in all. As slow as the disk.

    Raises:
        CorruptModel: a file is not what it was, is gone, or cannot be read.
        ModelNotFound: there is nothing at ``path``.
        Cancelled: ``must_stop`` said so; nothing is recorded then.
        StorageFull, StorageFailed: the records could not be written.
    """
    if not path.exists():
        raise ModelNotFound("There is no model at “{path}”.", "Check the path.", path=path)
    files = list(files_below(path))
    total = sum(_size(file) for file in files)
    known = _read_records(records)
    place = str(path.absolute())
    before = {} if accept else known.get(place, {})
    now: dict[str, str] = {}
    names: set[str] = set()
    done = 0

    def read(count: int) -> None:
        nonlocal done
        if must_stop():
            raise Cancelled
        done += count
        progress(done, total)

    for file in files:
        name = "." if file == path else file.relative_to(path).as_posix()
        names.add(name)
        expected = _named_by(file)
        algorithm = "git" if expected is not None and len(expected) == 40 else "sha256"
        found = _checksum(file, algorithm, read)
        if expected is not None and found != expected:
            raise _damaged(file, Phrase("it is not what was downloaded"))
        if expected is None and before.get(name, found) != found:
            raise _damaged(file, Phrase("it is not what it was when it was first verified"))
        if expected is None:
            now[name] = found
    if gone := sorted(set(before) - names):
        raise _damaged(path / gone[0], Phrase("it is gone"))
    if now and now != known.get(place):
        text = json.dumps({**known, place: now}, indent=1, sort_keys=True)
        write_atomically(records, text.encode("ascii"))
    return Verified(
        files=len(files), size=total, recorded=sum(1 for name in now if name not in before)
    )


def _damaged(path: Path, what: Phrase) -> CorruptModel:
    return CorruptModel(
        "“{path}” is damaged or was replaced: {what}.",
        "Download or copy it again.",
        path=path,
        what=what,
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> CorruptModel:
    return CorruptModel(
        "“{path}” could not be read: {reason}.",
        "Check the disk and the permissions, or download the model again.",
        path=path,
        reason=(error.strerror or str(error)).lower(),
    )


def _named_by(path: Path) -> str | None:
    """The checksum that the Hugging Face cache names the file by: SHA-256, or Git's SHA-1 for
    small files; None for a file that lies elsewhere.
    """
    real = path.resolve()
    if real.parent.name != "blobs" or not real.parent.parent.name.startswith("models--"):
        return None
    return real.name if re.fullmatch("[0-9a-f]{64}|[0-9a-f]{40}", real.name) else None


def _checksum(path: Path, algorithm: str, read: Callable[[int], None]) -> str:
    try:
        with path.open("rb") as file:
            if algorithm == "git":
                digest = hashlib.sha1(usedforsecurity=False)
                digest.update(f"blob {path.stat().st_size}\0".encode("ascii"))
            else:
                digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                read(len(chunk))
    except OSError as error:
        raise _unreadable(path, error) from error
    return digest.hexdigest()


def _read_records(path: Path) -> dict[str, Mapping[str, str]]:
    """The checksums by model and file. Without them, or with damaged ones, all is new again."""
    return {
        place: sums
        for place, sums in (read_object(path, _MOST_RECORDS) or {}).items()
        if isinstance(sums, dict)
        and all(isinstance(text, str) for text in (*sums.keys(), *sums.values()))
    }
