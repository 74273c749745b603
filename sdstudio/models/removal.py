"""Moving models that the user has to the system's trash."""

from __future__ import annotations

import os
import stat
import sys
import urllib.parse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sdstudio.models.scanning import LibraryModel
from sdstudio.phrase import Phrase
from sdstudio.request import InvalidRequest, StorageFailed


def check_removable(model: LibraryModel, roots: Sequence[str]) -> None:
    """Refuses to remove what is not the user's to remove: what lies in none of their ``roots``.

    Raises:
        InvalidRequest: it is built in, or lies elsewhere, such as in another program's cache.
    """
    if model.origin == "built in":
        raise InvalidRequest("The starter model is part of the app and stays.")
    # The last part of the path is left as it is: of a link, the link is removed.
    where = model.path.parent.resolve() / model.path.name
    if any(where.is_relative_to(Path(root).expanduser().resolve()) for root in roots):
        return
    raise InvalidRequest(
        "“{path}” lies in none of your model folders, so it is not removed.",
        "Remove it with the program that put it there.",
        path=model.path,
    )


def move_to_trash(path: Path) -> Path:
    """Moves a file or folder to the trash of its disk; where it is then. Nothing is copied.

    On Linux this is the trash of the desktops (freedesktop.org's specification), so they can put
    it back.

    Raises:
        StorageFailed: the disk has no trash, refuses the move, or this system's trash is not known.
    """
    # Of a link, the link goes; links on the way to it do not count.
    path = path.parent.resolve() / path.name
    try:
        if sys.platform == "darwin":
            return _move_beside(path, Path.home() / ".Trash")
        if os.name == "posix":
            return _move_to_desktop_trash(path)
        reason: str = Phrase("this is only possible in the system's file manager")
        cause: OSError | None = None
    except OSError as error:
        cause, reason = error, (error.strerror or str(error)).lower()
    raise StorageFailed(
        "“{path}” could not be moved to the trash: {reason}.",
        "Delete it in its folder if you do not need it.",
        path=path,
        reason=reason,
    ) from cause


def put_back(trashed: Path, path: Path) -> None:
    """Moves a model from the trash back to ``path``. Nothing is copied, and nothing overwritten.

    Raises:
        StorageFailed: something else lies there by now, or the trash was emptied.
    """
    reason: str = Phrase("something else lies there by now")
    try:
        if not os.path.lexists(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            trashed.rename(path)
            # Without it the trash would list what it no longer has.
            note = trashed.parent.parent / "info" / f"{trashed.name}.trashinfo"
            note.unlink(missing_ok=True)
            return
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
    raise StorageFailed(
        "“{path}” could not be brought back from the trash: {reason}.",
        "Look for it in the trash yourself.",
        path=path,
        reason=reason,
    )


def _move_to_desktop_trash(path: Path) -> Path:
    home = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser()
    device = path.lstat().st_dev
    home.mkdir(parents=True, exist_ok=True)
    if home.stat().st_dev == device:
        return _move_with_note(path, home / "Trash", str(path))
    top = _mount_point(path, device)
    shared = top / ".Trash"
    if shared.is_dir() and not shared.is_symlink() and shared.stat().st_mode & stat.S_ISVTX:
        trash = shared / str(os.getuid())
    else:
        trash = top / f".Trash-{os.getuid()}"
    return _move_with_note(path, trash, str(path.relative_to(top)))


def _mount_point(path: Path, device: int) -> Path:
    folder = path.parent
    while folder.parent != folder and folder.parent.stat().st_dev == device:
        folder = folder.parent
    return folder


def _move_with_note(path: Path, trash: Path, origin: str) -> Path:
    for folder in (trash, trash / "files", trash / "info"):
        folder.mkdir(mode=0o700, exist_ok=True)
    when = datetime.now().strftime("%Y-%m-%dT%H:%M:%S")
    where = urllib.parse.quote(os.fsencode(origin))
    number = 1
    while True:
        name = path.name if number == 1 else f"{path.stem}.{number}{path.suffix}"
        note = trash / "info" / f"{name}.trashinfo"
        try:
            # The note claims the name for us, as the specification wants.
            with note.open("x", encoding="ascii") as file:
                file.write(f"[Trash Info]\nPath={where}\nDeletionDate={when}\n")
        except FileExistsError:
            number += 1
            continue
        try:
            return path.rename(trash / "files" / name)
        except OSError:
            note.unlink(missing_ok=True)
            raise


def _move_beside(path: Path, trash: Path) -> Path:
    target = trash / path.name
    number = 2
    while os.path.lexists(target):
        target = trash / f"{path.stem} {number}{path.suffix}"
        number += 1
    return path.rename(target)
