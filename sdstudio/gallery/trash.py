"""Files on their way back from the system's trash."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

from sdstudio.files import storage_error, write_atomically
from sdstudio.gallery.folders import is_gone
from sdstudio.request import SdstudioError, StorageFailed

MoveToTrash = Callable[[Path], Path | None]
"""Moves a file to the trash; returns where it is now, or None where the system does not tell.
Raises StorageFailed when it could not, and then the file is where it was."""

_log = logging.getLogger(__name__)


def bring_back(trashed: Path, path: Path) -> None:
    """Takes a file out of the trash, to ``path``; never overwrites.

    Raises:
        StorageFull, StorageFailed: it cannot be brought back; it stays in the trash.
    """
    if not is_gone(path):
        raise StorageFailed(
            "“{path}” could not be brought back: another file has taken its place.",
            "Move that file away, and try again.",
            path=path,
        )
    try:
        state = trashed.stat()
        # Copied, not renamed: the trash may be on another drive.
        write_atomically(path, trashed.read_bytes())
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
        trashed.unlink()
        # Freedesktop trash: without this note the trash would list a file that it has not.
        if trashed.parent.name == "files":
            note = trashed.parent.parent / "info" / f"{trashed.name}.trashinfo"
            note.unlink(missing_ok=True)
    except OSError as error:
        if is_gone(path):
            raise storage_error(error, path) from error
        _log.warning("file brought back, but not taken out of the trash: %s", error)


def bring_back_beside(trashed: Path, path: Path) -> bool:
    """``bring_back`` for a file beside a picture, without which the picture is as good.

    False when it is still in the trash and another try may help. When the trash was emptied, or
    the picture has another such file by now, there is nothing to try again.
    """
    if is_gone(trashed) or not is_gone(path):
        return True
    try:
        bring_back(trashed, path)
    except SdstudioError as error:
        _log.warning("file beside a picture not brought back: %s", error)
        return False
    return True


def move_beside(old: Path, new: Path) -> None:
    """Moves what lay beside a picture after it; left where it is, it is written anew."""
    if is_gone(old) or not is_gone(new):
        return
    try:
        old.rename(new)
    except OSError as error:
        _log.warning("file beside a picture not moved after it: %s", error)
