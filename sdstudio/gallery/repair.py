"""Repair: the database gets what the files say. Backed up first, and never much at once unasked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sdstudio.gallery.adoption import insert_picture
from sdstudio.gallery.drift import Drift
from sdstudio.gallery.folders import size_of
from sdstudio.gallery.marks import mtime_of, take_over
from sdstudio.gallery.metadata import UnreadablePicture, read_picture
from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.rows import update_row
from sdstudio.gallery.schema import TABLES, transaction
from sdstudio.gallery.search import forget_words
from sdstudio.gallery.sidecar import sidecar_path
from sdstudio.gallery.store import Gallery
from sdstudio.request import SdstudioError

_SHARE = 10
"""One of so many pictures may leave the gallery without being asked about."""


class TooManyGone(SdstudioError):
    """More than a tenth of the pictures would leave the gallery, and nobody has agreed to that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What a repair did: ``backup`` is the database as it was before."""

    backup: Path
    dropped: int


def check_share(gone: int, pictures: int, *, is_agreed: bool) -> None:
    """Refuses to drop more than a tenth of the pictures, unless that was agreed to.

    Raises:
        TooManyGone: it was not.
    """
    if gone * _SHARE > pictures and not is_agreed:
        raise TooManyGone(
            "{gone} of {pictures} pictures would leave the gallery, since their files are gone. "
            "Nothing was changed.",
            "Look for the files first, or say explicitly that they are to go (--yes).",
            gone=gone,
            pictures=pictures,
        )


def repair(
    gallery: Gallery,
    drift: Drift,
    *,
    is_agreed: bool = False,
    should_stop: Callable[[], bool] = lambda: False,
) -> Repair:
    """Does about ``drift`` what its ``REMEDIES`` say, after a copy of the database was made.

    No picture, no denoising and no sidecar is deleted, whatever is found. Stopped, it does part of
    that. Reads files and waits for the disk: never call it on the GUI thread.

    Raises:
        TooManyGone: more than a tenth would leave the gallery; nothing is done then.
        StorageFull, StorageFailed: the database cannot be copied, read or written.
    """
    check_share(len(drift.gone), drift.pictures, is_agreed=is_agreed)
    backup = gallery.back_up()
    # Finds moved, new and returned pictures, denoisings and leftovers.
    gallery.adopt(should_stop)
    with gallery.connected() as connection:
        rows = _rows(connection)
        dropped = _drop(connection, [rows[path] for path in drift.gone if path in rows])
        for path in drift.changed:
            if should_stop():
                break
            if path in rows:
                _read_again(connection, rows[path], path)
        marked = [(rows[path].id, sidecar_path(path)) for path in drift.unmarked if path in rows]
        take_over(connection, [(id, path, mtime_of(path)) for id, path in marked])
        with transaction(connection):
            for path in drift.unsaved:
                if path in rows:
                    update_row(connection, rows[path].id, "unsaved = 1")
    gallery.adopt(should_stop)  # which writes those
    gallery.drop_thumbnails(gallery.stale_thumbnails())
    return Repair(backup=backup, dropped=dropped)


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    folder: int
    stored: str
    request_id: str | None


def _rows(connection: sqlite3.Connection) -> dict[Path, _Row]:
    return {
        Path(path, stored): _Row(id, folder, stored, request_id)
        for id, folder, path, stored, request_id in connection.execute(
            f"SELECT picture.id, folder.id, folder.path, picture.path, request_id FROM {TABLES}"
        )
    }


def _drop(connection: sqlite3.Connection, rows: Sequence[_Row]) -> int:
    """Deletes rows, but none that got its file back meanwhile."""
    dropped = 0
    with transaction(connection):
        for row in rows:
            condition = "missing = 1 AND deleted_at IS NULL AND unsaved = 0"
            if connection.execute(
                f"SELECT 1 FROM picture WHERE id = ? AND {condition}", (row.id,)
            ).fetchone():
                forget_words(connection, row.folder, row.stored)
                connection.execute("DELETE FROM picture WHERE id = ?", (row.id,))
                dropped += 1
    return dropped


def _read_again(connection: sqlite3.Connection, row: _Row, path: Path) -> None:
    try:
        picture = read_picture(path)
        mtime = path.stat().st_mtime
    except (UnreadablePicture, OSError):
        return  # damaged meanwhile; the next look says so
    with transaction(connection):
        if picture.request is not None and picture.origin == "imported" and row.request_id:
            # A file of another program holds no id; branches refer to the one it was given.
            picture = replace(picture, request=replace(picture.request, id=row.request_id))
        request_id = picture.request.id if picture.request is not None else None
        if connection.execute(
            "SELECT 1 FROM picture WHERE request_id = ? AND id <> ?", (request_id, row.id)
        ).fetchone():
            request_id = None  # a copy
        insert_picture(
            connection,
            folder=row.folder,
            stored=row.stored,
            request_id=request_id,
            created_at=mtime if picture.created_at is None else picture.created_at,
            picture=picture,
            trajectory_bytes=size_of(trajectory_path(path)) or 0,
        )
