"""The cache of thumbnails: a database of its own, which may be deleted at any time.

It is kept apart from the gallery's, because it is large, and nothing is lost with it.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from sdstudio.gallery.schema import use_write_ahead_log

_VERSION = 1
# Short: a thumbnail can be made again sooner than a long wait ends.
_BUSY_SECONDS = 1.0
_log = logging.getLogger(__name__)


class Thumbnails:
    """Thumbnails by picture path, each valid for one state of the file (mtime and size).

    Not by picture id, which starts anew when the database does, nor by request id, which a
    picture from elsewhere has not. So a file that was replaced gets a new thumbnail, in the place
    of the old one. Failures of the cache are logged and act like an empty cache; nothing here
    raises. Belongs to the thread that made it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._connection = self._connect()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get(self, path: str, state: os.stat_result) -> bytes | None:
        """The thumbnail of a file in this state, or None."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT webp FROM thumbnail WHERE path = ? AND mtime_ns = ? AND size = ?",
                (path, state.st_mtime_ns, state.st_size),
            ).fetchone()
        except sqlite3.Error as error:
            self._recover(error)
            return None
        return row[0] if row and isinstance(row[0], bytes) else None

    def put(self, path: str, state: os.stat_result, webp: bytes) -> None:
        """Remembers the thumbnail of a file in this state."""
        self._write(
            "INSERT OR REPLACE INTO thumbnail (path, mtime_ns, size, webp) VALUES (?, ?, ?, ?)",
            (path, state.st_mtime_ns, state.st_size, webp),
        )

    def paths(self) -> list[str]:
        """All pictures that a thumbnail is remembered of."""
        if self._connection is None:
            return []
        try:
            return [path for (path,) in self._connection.execute("SELECT path FROM thumbnail")]
        except sqlite3.Error as error:
            self._recover(error)
            return []

    def drop(self, path: str) -> None:
        """Forgets the thumbnail of a file."""
        self._write("DELETE FROM thumbnail WHERE path = ?", (path,))

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        if self._connection is None:
            return
        try:
            self._connection.execute(statement, values)
        except sqlite3.Error as error:
            self._recover(error)

    def _connect(self) -> sqlite3.Connection | None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                return self._open()
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                self._discard()
                return self._open()
        except (OSError, sqlite3.Error) as error:
            _log.warning("no thumbnail cache at %s: %s", self._file, error)
            return None

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._file, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            use_write_ahead_log(connection, _BUSY_SECONDS)
            # What a power cut takes away here is made again.
            connection.execute("PRAGMA synchronous = OFF")
            if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("DROP TABLE IF EXISTS thumbnail")
                connection.execute(
                    "CREATE TABLE thumbnail (path TEXT PRIMARY KEY, mtime_ns INTEGER NOT NULL, "
                    "size INTEGER NOT NULL, webp BLOB NOT NULL)"
                )
                connection.execute(f"PRAGMA user_version = {_VERSION}")
                connection.execute("COMMIT")
            connection.execute("SELECT path, mtime_ns, size FROM thumbnail LIMIT 1").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    def _recover(self, error: sqlite3.Error) -> None:
        _log.warning("thumbnail cache %s: %s", self._file, error)
        if _is_damage(error):
            self.close()
            with suppress(OSError):
                self._discard()
            self._connection = self._connect()

    def _discard(self) -> None:
        for suffix in ("-wal", "-shm", ""):
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)


def _is_damage(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
