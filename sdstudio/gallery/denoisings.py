"""The files of denoisings that are kept beside pictures, and what rows know of them."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from sdstudio.files import write_atomically
from sdstudio.gallery.folders import is_gone, size_of
from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.rows import update_row
from sdstudio.gallery.schema import LISTED
from sdstudio.request import GalleryItem, StorageFailed


def keep(connection: sqlite3.Connection, item: GalleryItem, data: bytes) -> bool:
    """Stores the file of a picture's denoising; False when the picture was deleted meanwhile.

    Raises:
        StorageFull, StorageFailed: it could not be written, and what was kept before is as it was.
        sqlite3.Error: it was written, the database was not: then adoption notices it later.
    """
    if is_gone(item.path):
        raise StorageFailed(
            "The denoising was not kept: its picture “{path}” is no longer there.",
            path=item.path,
        )
    path = trajectory_path(item.path)
    write_atomically(path, data)
    kept = connection.execute(
        "UPDATE picture SET trajectory_bytes = ?, trashed_trajectory = NULL "
        f"WHERE id = ? AND {LISTED}",
        (len(data), item.id),
    ).rowcount
    if not kept:
        # Deleted while we wrote: nothing may stay behind beside a picture that is gone.
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return bool(kept)


def forget(connection: sqlite3.Connection, item: GalleryItem) -> None:
    """Deletes the file of a picture's denoising, for good.

    Raises:
        StorageFailed: the file could not be deleted.
        sqlite3.Error: the database could not be written.
    """
    path = trajectory_path(item.path)
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:
        pass  # gone as well
    except OSError as error:
        raise StorageFailed(
            "“{path}” could not be deleted: {reason}.",
            "Close programs that use it, or change its permissions.",
            path=path,
            reason=(error.strerror or str(error)).lower(),
        ) from error
    update_row(connection, item.id, "trajectory_bytes = 0, trashed_trajectory = NULL")


def find(connection: sqlite3.Connection, item: GalleryItem) -> Path | None:
    """The file of a picture's denoising; None when none is kept. Corrects what the row says.

    Raises:
        sqlite3.Error: the database could not be written.
    """
    path = trajectory_path(item.path)
    size = size_of(path)
    if size is None:
        return path if item.trajectory_bytes else None  # reading it will tell what is wrong
    # Where the picture is gone as well, the whole drive may be, and come back.
    if size != item.trajectory_bytes and not is_gone(item.path):
        update_row(connection, item.id, "trajectory_bytes = ?", size)
    return path if size else None


def total(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many listed pictures have a kept denoising, and its bytes taken together.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    count, size = connection.execute(
        "SELECT count(*), total(trajectory_bytes) FROM picture "
        f"WHERE {LISTED} AND trajectory_bytes > 0"
    ).fetchone()
    return int(count), int(size)
