"""What only an old database knows, carried over into a new one that was filled from the files.

That is: folders besides the pictures folder, and which of their files are in the gallery; what is
in the trash; folders that are not there at the moment; edits that no file could hold; collections
without pictures; where imported pictures came from, and their ids; and watched folders. The old
database may be damaged: then as much is taken as can be read.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sdstudio.gallery.adoption import adopt_files
from sdstudio.gallery.folders import is_gone
from sdstudio.gallery.marks import marked_pictures, save_marks, store_marks
from sdstudio.gallery.rows import batches
from sdstudio.gallery.schema import TABLES, note_of_old, transaction
from sdstudio.gallery.search import index_rest, next_moment
from sdstudio.gallery.sidecar import Marks

_OWN = ("id", "request_id", "folder", "path", "moment", "is_indexed")
_Place = tuple[str, str]
"""A picture's folder, and its place in it."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Carried:
    """What was carried over: ``pictures`` that got a row.

    ``unread`` names, for people, what of the old database could not be read.
    """

    pictures: int = 0
    unread: list[str] = field(default_factory=list)


def set_aside(database: Path) -> list[Path]:
    """The damaged databases that nothing was carried over from yet, the latest first."""
    try:
        names = note_of_old(database).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        _log.warning("databases that were set aside are not known: %s", error)
        return []
    return [database.with_name(Path(name).name) for name in reversed(names) if name]


def carry_over_all(
    connection: sqlite3.Connection, database: Path, pictures: Path, should_stop: Callable[[], bool]
) -> bool:
    """Carries over from databases that were set aside; whether there was one, and it was done.

    To be called after an adoption, and followed by another.

    Raises:
        sqlite3.Error: the new database could not be read or written.
    """
    aside = set_aside(database)
    for old in aside:
        carry_over(connection, old, pictures, should_stop)
    if not aside or should_stop():
        return False
    with suppress(OSError):
        note_of_old(database).unlink()
    return True


def carry_over(
    connection: sqlite3.Connection, old: Path, pictures: Path, should_stop: Callable[[], bool]
) -> Carried:
    """Carries over from one old database, which is only read. May be repeated.

    Raises:
        sqlite3.Error: the new database could not be read or written.
    """
    done = Carried()
    try:
        source = sqlite3.connect(f"{old.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        done.unread.append("everything")
        return done
    with closing(source):
        work = _Carrying(connection, source, pictures, done)
        for part in (work.folders, work.files, work.rows):
            if should_stop():
                return done
            part(should_stop)
        for settle in (work.identities, work.sources, work.edits, work.collections, work.watched):
            settle()
        index_rest(connection, should_stop)
    return done


class _OldUnreadableError(Exception):
    """The old database is damaged here."""


class _Carrying:
    """One old database on its way into a new one."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        source: sqlite3.Connection,
        pictures: Path,
        done: Carried,
    ) -> None:
        self._connection = connection
        self._source = source
        self._pictures = pictures
        self._done = done

    def folders(self, should_stop: Callable[[], bool]) -> None:
        """Makes folders known that were known."""
        paths = self._read("folders", "SELECT path FROM folder")
        with transaction(self._connection):
            self._connection.executemany("INSERT OR IGNORE INTO folder (path) VALUES (?)", paths)

    def files(self, should_stop: Callable[[], bool]) -> None:
        """Reads the files again that the old gallery had besides those in the pictures folder."""
        known = self._ids()
        wanted: dict[str, list[str]] = {}
        for folder, stored in self._read(
            "pictures in other folders",
            f"SELECT folder.path, picture.path FROM {TABLES} WHERE deleted_at IS NULL",
        ):
            if (folder, stored) not in known and not is_gone(Path(folder, stored)):
                wanted.setdefault(folder, []).append(stored)
        for folder, names in wanted.items():
            id = self._folder(folder)
            done = adopt_files(self._connection, id, Path(folder), names, should_stop)
            self._done.pictures += done.adopted

    def rows(self, should_stop: Callable[[], bool]) -> None:
        """Takes rows as they are whose files are in the trash, or in folders that are not there."""
        known = self._ids()
        away = {
            folder
            for (folder,) in self._read("folders", "SELECT path FROM folder")
            if not Path(folder).is_dir()
        }
        found = [
            (id, folder, stored)
            for id, folder, stored, is_deleted, is_unsaved in self._read(
                "deleted pictures",
                "SELECT picture.id, folder.path, picture.path, deleted_at IS NOT NULL, unsaved "
                f"FROM {TABLES} ORDER BY picture.id",
            )
            if (folder, stored) not in known
            and (is_deleted or is_unsaved or folder in away)
            and is_gone(Path(folder, stored))
        ]
        names = [row[1] for row in self._connection.execute("PRAGMA table_info (picture)")]
        columns = ", ".join(name for name in names if name not in _OWN)
        with transaction(self._connection):
            for id, folder, stored in found:
                if should_stop():
                    return
                with self._reading("some of the deleted pictures"):
                    self._copy(id, self._folder(folder), stored, columns)

    def sources(self) -> None:
        """Takes over where imported pictures came from."""
        ids = self._ids()
        rows = self._read(
            "where imported pictures came from",
            "SELECT folder.path, picture.path, source, size, mtime_ns, sha256 "
            f"FROM {TABLES} JOIN imported ON imported.picture = picture.id",
        )
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT OR IGNORE INTO imported VALUES (?, ?, ?, ?, ?)",
                [(ids[row[0], row[1]], *row[2:]) for row in rows if (row[0], row[1]) in ids],
            )

    def identities(self) -> None:
        """Gives pictures of other programs, whose files hold no id, the ids that they had."""
        ids = self._ids()
        rows = self._read(
            "ids of imported pictures",
            f"SELECT folder.path, picture.path, request_id FROM {TABLES} "
            "WHERE origin = 'imported' AND request_id IS NOT NULL",
        )
        with transaction(self._connection):
            self._connection.executemany(
                "UPDATE OR IGNORE picture SET request_id = ?1, "
                "request = json_set(request, '$.id', ?1) "
                "WHERE id = ?2 AND origin = 'imported' AND request_id IS NOT NULL",
                [(row[2], ids[row[0], row[1]]) for row in rows if (row[0], row[1]) in ids],
            )

    def edits(self) -> None:
        """Takes over ratings and the like that no file could hold, and tries to write the files."""
        ids = self._ids()
        unsaved = self._read("edits", "SELECT id FROM picture WHERE unsaved = 1")
        wanted: dict[int, Marks] = {}
        with self._reading("edits"):
            for place, marks in self._old_marks([id for (id,) in unsaved]).items():
                if place in ids:
                    wanted[ids[place]] = marks
        now = marked_pictures(self._connection, list(wanted))
        # Only where nothing else is said by now.
        save_marks(
            self._connection,
            [(one, wanted[id]) for id, one in now.items() if one.marks == Marks()],
        )

    def collections(self) -> None:
        """Takes over collections that have no pictures."""
        rows = self._read(
            "collections", "SELECT kind, name, folded FROM label WHERE kind = 'collection'"
        )
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT INTO label (kind, name, folded) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                rows,
            )

    def watched(self) -> None:
        """Takes over the folders to be watched."""
        rows = self._read("watched folders", "SELECT path, copies FROM watched")
        with transaction(self._connection):
            self._connection.executemany("INSERT OR IGNORE INTO watched VALUES (?, ?)", rows)

    def _copy(self, id: int, folder: int, stored: str, columns: str) -> None:
        with self._from_old():
            request_id, created_at, *values = self._source.execute(
                f"SELECT request_id, created_at, {columns} FROM picture WHERE id = ?", (id,)
            ).fetchone()
            text = self._source.execute(
                "SELECT text FROM original WHERE picture = ?", (id,)
            ).fetchone()
            marks = marked_pictures(self._source, [id])[id].marks
            mtime, is_unsaved = self._source.execute(
                "SELECT sidecar_mtime, unsaved FROM picture WHERE id = ?", (id,)
            ).fetchone()
        if self._connection.execute(
            "SELECT 1 FROM picture WHERE request_id = ?", (request_id,)
        ).fetchone():
            request_id = None
        places = ", ".join("?" * len(values))
        ((new,),) = self._connection.execute(
            f"INSERT INTO picture (request_id, folder, path, moment, {columns}) "
            f"VALUES (?, ?, ?, ?, {places}) RETURNING id",
            (request_id, folder, stored, next_moment(self._connection, created_at), *values),
        ).fetchall()
        if text is not None:
            self._connection.execute("INSERT INTO original VALUES (?, ?)", (new, text[0]))
        store_marks(self._connection, new, marks, mtime, bool(is_unsaved))
        self._done.pictures += 1

    def _old_marks(self, ids: list[int]) -> dict[_Place, Marks]:
        found: dict[_Place, Marks] = {}
        with self._from_old():
            for places, some in batches(ids):
                marked = marked_pictures(self._source, some)
                for id, folder, stored in self._source.execute(
                    f"SELECT picture.id, folder.path, picture.path FROM {TABLES} "
                    f"WHERE picture.id IN ({places})",
                    some,
                ):
                    found[folder, stored] = marked[id].marks
        return found

    def _read(self, told: str, statement: str) -> list[tuple[Any, ...]]:
        """As many rows as can be read."""
        rows: list[tuple[Any, ...]] = []
        with self._reading(told), self._from_old():
            for row in self._source.execute(statement):
                rows.append(row)  # noqa: PERF402 - one by one, to keep those before the damage
        return rows

    @contextmanager
    def _reading(self, told: str) -> Iterator[None]:
        try:
            yield
        except _OldUnreadableError as error:
            _log.warning("%s not read: %s", told, error.__cause__)
            if told not in self._done.unread:
                self._done.unread.append(told)

    @contextmanager
    def _from_old(self) -> Iterator[None]:
        # Also for what a database of an earlier version, or of somebody else, does not have; and
        # for texts that are none any more, or rows that a row refers to.
        try:
            yield
        except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
            raise _OldUnreadableError from error

    def _ids(self) -> dict[_Place, int]:
        return {
            (folder, stored): id
            for id, folder, stored in self._connection.execute(
                f"SELECT picture.id, folder.path, picture.path FROM {TABLES}"
            )
        }

    def _folder(self, path: str) -> int:
        self._connection.execute("INSERT OR IGNORE INTO folder (path) VALUES (?)", (path,))
        row = self._connection.execute("SELECT id FROM folder WHERE path = ?", (path,)).fetchone()
        return int(row[0])
