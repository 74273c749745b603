"""The gallery's database made anew from the files alone, in place of the old one."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sdstudio.files import writing_atomically
from sdstudio.gallery.adoption import adopt, is_leftover
from sdstudio.gallery.carrying import carry_over, set_aside
from sdstudio.gallery.folders import settle_folder
from sdstudio.gallery.repair import check_share
from sdstudio.gallery.schema import (
    LISTED,
    TABLES,
    back_up,
    known_errors,
    note_of_old,
    open_database,
)
from sdstudio.request import Cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuild:
    """What a rebuild did.

    ``pictures`` are listed now. ``gone`` were known before and have no file any more. ``backup`` is
    the old database. ``unread`` names, for people, what could not be read from that.
    """

    pictures: int
    gone: int
    unreadable: tuple[Path, ...]
    backup: Path
    unread: tuple[str, ...]


def rebuild(
    pictures: Path,
    database: Path,
    *,
    is_agreed: bool = False,
    should_stop: Callable[[], bool] = lambda: False,
) -> Rebuild:
    """Makes a new database from the files, and puts it in the place of the old one at once.

    From the old one comes only what no file can hold: see ``carrying``. Until the end the old one
    is what it was, and no other program can use it. Reads all files: takes minutes.

    Raises:
        TooManyGone: more than a tenth of the pictures would be lost; nothing is changed then.
        Cancelled: ``should_stop`` said so; nothing is changed then.
        NewerDatabase: the database was written by a later version.
        StorageFull, StorageFailed: the database is in use, or cannot be read or written.
    """
    pictures = pictures.expanduser().absolute()
    old, _ = open_database(database)
    with known_errors(database), closing(old):
        _keep_others_out(old)
        _sweep(database)
        backup = back_up(old, database)
        try:
            with writing_atomically(database) as new:
                done = _fill(new, database, backup, pictures, should_stop)
                before, gone = _lost(backup, new)
                if should_stop():
                    raise Cancelled
                check_share(gone, before, is_agreed=is_agreed)
                # Elsewhere the lock is held until the new one is in place. Windows replaces no
                # file that is open, and refuses as well when another program has opened it.
                if os.name != "posix":
                    old.close()
        except BaseException:
            with suppress(OSError):
                backup.unlink()
            raise
    with suppress(OSError):
        note_of_old(database).unlink(missing_ok=True)
    return Rebuild(pictures=done[0], gone=gone, unreadable=done[1], backup=backup, unread=done[2])


def _keep_others_out(connection: sqlite3.Connection) -> None:
    """Takes the database for ourselves; raises when another program has it open.

    Its log goes into it and away: beside the new database, it would be taken for that one's. Who
    waits for the lock meanwhile is refused by SQLite, since the file is then another one.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")  # which in this mode keeps the lock


def _sweep(database: Path) -> None:
    """Removes what rebuilds have left behind that were killed, with the logs beside it."""
    for path in database.parent.glob(f".{database.name}.*"):
        if is_leftover(path.with_name(re.sub("-(wal|shm|journal)$", "", path.name))):
            with suppress(OSError):
                path.unlink()


def _fill(
    new: Path, database: Path, backup: Path, pictures: Path, should_stop: Callable[[], bool]
) -> tuple[int, tuple[Path, ...], tuple[str, ...]]:
    connection, _ = open_database(new)
    with closing(connection):
        folder = settle_folder(connection, pictures)
        adoption = adopt(connection, folder, pictures, should_stop)
        unread: list[str] = []
        for old in (backup, *set_aside(database)):
            unread += carry_over(connection, old, pictures, should_stop).unread
        adopt(connection, folder, pictures, should_stop)
        (count,) = connection.execute(f"SELECT count(*) FROM picture WHERE {LISTED}").fetchone()
        # One file again, without a log beside it.
        connection.execute("PRAGMA journal_mode = DELETE")
    return int(count), adoption.unreadable, tuple(dict.fromkeys(unread))


def _lost(old: Path, new: Path) -> tuple[int, int]:
    """How many pictures the old database has, deleted ones left out, and how many are lost."""
    with closing(sqlite3.connect(old)) as before, closing(sqlite3.connect(new)) as after:
        known = set(after.execute(f"SELECT folder.path, picture.path FROM {TABLES}"))
        requests = {id for (id,) in after.execute("SELECT request_id FROM picture")}
        rows = before.execute(
            f"SELECT folder.path, picture.path, request_id FROM {TABLES} WHERE deleted_at IS NULL"
        ).fetchall()
    lost = [
        1
        for folder, stored, request in rows
        if (folder, stored) not in known and (request is None or request not in requests)
    ]
    return len(rows), len(lost)
