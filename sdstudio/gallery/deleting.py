"""Deleting pictures, and undoing it: rows are marked, files go to the trash and come back."""

from __future__ import annotations

import logging
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from sdstudio.gallery.folders import is_gone, size_of
from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.rows import update_row
from sdstudio.gallery.schema import TABLES
from sdstudio.gallery.sidecar import sidecar_path
from sdstudio.gallery.trash import MoveToTrash, bring_back, bring_back_beside
from sdstudio.request import GalleryItem, SdstudioError, StorageFailed

_log = logging.getLogger(__name__)


def delete_picture(
    connection: sqlite3.Connection, item: GalleryItem, move_to_trash: MoveToTrash
) -> None:
    """Moves a picture to the trash with what lies beside it, and marks its row.

    What lies beside it and cannot be moved stays where it is.

    Raises:
        StorageFailed: the picture could not be moved; nothing is deleted then.
        sqlite3.Error: the database could not be written.
    """
    # The mark first: a crash between the two leaves a marked row whose file is in place, and
    # that one adoption takes back. The other way round the picture would look lost.
    update_row(
        connection,
        item.id,
        "deleted_at = ?, trashed_path = NULL, trashed_trajectory = NULL, trashed_sidecar = NULL",
        time.time(),
    )
    try:
        trashed = None if is_gone(item.path) else move_to_trash(item.path)
    except BaseException:
        # If this fails as well, adoption does it; the first error is the one to tell.
        with suppress(sqlite3.Error):
            update_row(connection, item.id, "deleted_at = NULL")
        raise
    # The time again: an adoption in between may have taken the mark back.
    update_row(
        connection,
        item.id,
        "deleted_at = ?, trashed_path = ?",
        time.time(),
        str(trashed) if trashed else None,
    )
    # Only now that the row says where the picture is: a crash from here on costs the picture
    # nothing, and the denoising is in its place or in the trash.
    for column, path in (
        ("trashed_trajectory", trajectory_path(item.path)),
        ("trashed_sidecar", sidecar_path(item.path)),
    ):
        _trash_beside(connection, item.id, column, path, move_to_trash)


def restore_picture(connection: sqlite3.Connection, id: int) -> bool:
    """Undoes ``delete_picture``; False when there was no such picture.

    Raises:
        StorageFull, StorageFailed: it cannot be brought back; the picture stays deleted.
        sqlite3.Error: the database could not be read or written.
    """
    row = connection.execute(
        "SELECT folder.path, picture.path, trashed_path, trashed_trajectory, trashed_sidecar "
        f"FROM {TABLES} WHERE picture.id = ?",
        (id,),
    ).fetchone()
    if row is None:
        return False
    path = Path(row[0], row[1])
    trashed = Path(row[2]) if row[2] else None
    if trashed is not None and not is_gone(trashed):
        bring_back(trashed, path)
    elif is_gone(path):
        raise StorageFailed(
            "“{path}” could not be brought back: it is no longer in the trash.",
            "Look for it in the system's trash yourself.",
            path=path,
        )
    # The picture is listed before the rest is tried: it is what matters.
    update_row(connection, id, "deleted_at = NULL, trashed_path = NULL, missing = 0")
    kept, left = trajectory_path(path), row[3]
    if left and bring_back_beside(Path(left), kept):
        left = None
    update_row(
        connection, id, "trajectory_bytes = ?, trashed_trajectory = ?", size_of(kept) or 0, left
    )
    if row[4] and bring_back_beside(Path(row[4]), sidecar_path(path)):
        update_row(connection, id, "trashed_sidecar = NULL")
    return True


def _trash_beside(
    connection: sqlite3.Connection, id: int, column: str, path: Path, move_to_trash: MoveToTrash
) -> None:
    if is_gone(path):
        return
    try:
        trashed = move_to_trash(path)
        if trashed is not None:
            update_row(connection, id, f"{column} = ?", str(trashed))
    except (SdstudioError, sqlite3.Error) as error:
        # The picture is deleted all the same. Left in place, this is there again when the
        # picture is restored.
        _log.warning("file beside a picture not moved to the trash: %s", error)
