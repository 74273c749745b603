"""Where downloaded models lie, whole ones and those that are not: ``OWNER--NAME.incomplete``.

Beside a folder that is not whole lie the lock of whoever is downloading it, and a small record of
how much it will be, so that it can be gone on with after a restart.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sdstudio.files import storage_error, write_atomically
from sdstudio.models.folder_files import INCOMPLETE_SUFFIX, read_object
from sdstudio.models.hub_errors import DownloadRunning
from sdstudio.models.hub_selection import check_repo_id
from sdstudio.models.scanning import bytes_on_disk
from sdstudio.request import InvalidRequest, ModelNotFound

# Locks are for downloads, and names of models are looked up far more often.
if TYPE_CHECKING:
    from filelock import FileLock

_MOST_RECORD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A download that was stopped, or that runs now.

    ``done_bytes`` is what is there of ``total_bytes``, which is None where no record tells it.
    ``variant`` is the weights that were preferred, ``fp16`` or None. ``is_running`` is also true
    of a download in another program.
    """

    repo_id: str
    folder: Path
    done_bytes: int
    total_bytes: int | None
    variant: str | None
    is_running: bool


def model_folder(models: Path, repo_id: str) -> Path:
    """Where a downloaded model lies under the models folder, whether or not it is there.

    Raises:
        InvalidRequest: ``repo_id`` is no name of a repository.
    """
    return models / check_repo_id(repo_id).replace("/", "--")


def incomplete_folder(models: Path, repo_id: str) -> Path:
    """Where it lies until it is whole; see ``model_folder``."""
    folder = model_folder(models, repo_id)
    return folder.with_name(folder.name + INCOMPLETE_SUFFIX)


def unfinished_downloads(models: Path) -> tuple[Unfinished, ...]:
    """The downloads that are not whole yet, in order of their names. Reads the disk."""
    found = []
    try:
        folders = sorted(models.glob(f"*{INCOMPLETE_SUFFIX}"))
    except OSError:
        return ()
    for folder in folders:
        repo_id = _repo_id(folder)
        if repo_id is None or not folder.is_dir():
            continue
        record = read_object(record_of(folder), _MOST_RECORD) or {}
        total, variant = record.get("total_bytes"), record.get("variant", "fp16")
        found.append(
            Unfinished(
                repo_id=repo_id,
                folder=folder,
                done_bytes=bytes_on_disk(folder),
                total_bytes=total if type(total) is int and total >= 0 else None,
                variant="fp16" if variant == "fp16" else None,
                is_running=_is_running(folder),
            )
        )
    return tuple(found)


def discard_download(models: Path, repo_id: str) -> None:
    """Deletes what has come of a download that is not whole. Waits for the disk.

    Raises:
        InvalidRequest: ``repo_id`` is no name of a repository.
        ModelNotFound: there is no such download.
        DownloadRunning: it is running, here or in another program.
        StorageFailed: the folder refuses.
    """
    folder = incomplete_folder(models, repo_id)
    if not folder.is_dir():
        raise ModelNotFound(
            "There is no unfinished download of “{repo_id}”.",
            "“sdstudio models downloads” tells which there are.",
            repo_id=repo_id,
        )
    with alone(folder):
        try:
            shutil.rmtree(folder)
            record_of(folder).unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, folder) from error


def record_of(incomplete: Path) -> Path:
    """The file that tells how much a download will be."""
    return incomplete.with_name(f".{incomplete.name}.json")


def write_record(incomplete: Path, total_bytes: int, variant: str | None) -> None:
    """Notes how much a download will be; see ``Unfinished``.

    Raises:
        StorageFull, StorageFailed: see ``write_atomically``.
    """
    about = {"total_bytes": total_bytes, "variant": variant}
    write_atomically(record_of(incomplete), json.dumps(about).encode("ascii"))


@contextmanager
def alone(incomplete: Path, name: str = "") -> Iterator[None]:
    """Keeps a second download of the same model away; a killed one does not count.

    ``name`` is what people call it, where the folder does not tell.

    Raises:
        DownloadRunning: there is another.
        StorageFull, StorageFailed: the folder cannot be made.
    """
    from filelock import Timeout

    try:
        incomplete.mkdir(parents=True, exist_ok=True)
        lock = _lock(incomplete)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DownloadRunning(
            "“{name}” is being downloaded already.",
            "Wait for that download, or stop it.",
            name=name or _repo_id(incomplete) or incomplete.name,
        ) from error
    except OSError as error:
        raise storage_error(error, incomplete) from error
    try:
        yield
    finally:
        lock.release()


def _lock(incomplete: Path) -> FileLock:
    from filelock import FileLock

    return FileLock(incomplete.with_name(f".{incomplete.name}.lock"))


def _is_running(incomplete: Path) -> bool:
    from filelock import Timeout

    lock = _lock(incomplete)
    with suppress(OSError):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        lock.release()
    return False


def _repo_id(incomplete: Path) -> str | None:
    try:
        return check_repo_id(incomplete.name.removesuffix(INCOMPLETE_SUFFIX).replace("--", "/"))
    except InvalidRequest:
        return None
