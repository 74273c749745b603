"""The gallery's database: opening, migrating and, when it is damaged, starting a new one.

Nothing in the database is the only copy of a picture: it can be filled again from the files.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sdstudio.files import storage_error
from sdstudio.gallery.naming import unused
from sdstudio.phrase import Phrase
from sdstudio.request import NewerDatabase, SdstudioError, StorageFailed, StorageFull

MIGRATIONS: Sequence[Sequence[str]] = (
    (
        "CREATE TABLE folder (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE)",
        # AUTOINCREMENT: an id once shown to a window is never given to another picture.
        # path is relative to the folder, with forward slashes: a folder can be moved by changing
        # one row, and choosing another folder for new pictures leaves the old ones where they are.
        # missing: the file is not there at the moment. The row stays, for when it is back.
        """
        CREATE TABLE picture (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            request_id TEXT UNIQUE,
            folder INTEGER NOT NULL REFERENCES folder (id),
            path TEXT NOT NULL,
            created_at REAL NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            seconds REAL,
            request TEXT,
            provenance TEXT,
            rating INTEGER NOT NULL DEFAULT 0,
            missing INTEGER NOT NULL DEFAULT 0,
            deleted_at REAL,
            trashed_path TEXT,
            UNIQUE (folder, path)
        )
        """,
        # Holds all that listing needs. A partial index would be smaller, but SQLite reads the row
        # itself to check the condition again, and rows are large.
        "CREATE INDEX picture_newest ON picture (deleted_at, missing, created_at DESC, id DESC)",
    ),
    # Denoisings kept beside pictures, and branches. No row of version 1 is a branch.
    (
        # The request id of the picture that this one continues; that one need not be here.
        "ALTER TABLE picture ADD COLUMN parent TEXT",
        "ALTER TABLE picture ADD COLUMN from_step INTEGER",
        "ALTER TABLE picture ADD COLUMN kept_step INTEGER",
        "ALTER TABLE picture ADD COLUMN trajectory_bytes INTEGER NOT NULL DEFAULT 0",
        # Where the file of its denoising is in the trash; gone once that file is back.
        "ALTER TABLE picture ADD COLUMN trashed_trajectory TEXT",
        # Partial: few pictures are branches, and few have a denoising.
        "CREATE INDEX picture_parent ON picture (parent) WHERE parent IS NOT NULL",
        "CREATE INDEX picture_denoising ON picture (deleted_at, missing, trajectory_bytes) "
        "WHERE trajectory_bytes > 0",
    ),
    # Order: favourites, tags and collections; pictures of other programs; and what is searched.
    (
        "ALTER TABLE picture ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0",
        # "made" here or "imported"; of the latter, the program that made it, and whether its
        # settings could be told exactly.
        "ALTER TABLE picture ADD COLUMN origin TEXT NOT NULL DEFAULT 'made'",
        "ALTER TABLE picture ADD COLUMN program TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE picture ADD COLUMN is_exact INTEGER NOT NULL DEFAULT 1",
        # The sidecar's mtime in nanoseconds as it was last read or written, 0 for none: one that
        # another program has changed is read again.
        "ALTER TABLE picture ADD COLUMN sidecar_mtime INTEGER NOT NULL DEFAULT 0",
        # 1 where the folder refused the sidecar: then the row is the only copy of the edits.
        "ALTER TABLE picture ADD COLUMN unsaved INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX picture_unsaved ON picture (id) WHERE unsaved = 1",
        "UPDATE picture SET unsaved = 1 WHERE rating > 0",
        "ALTER TABLE picture ADD COLUMN trashed_sidecar TEXT",
        # Computed, so that they can be neither forgotten nor wrong; the index holds their values.
        *(
            f"ALTER TABLE picture ADD COLUMN {name} GENERATED ALWAYS AS "
            f"(CASE WHEN json_valid(request) THEN json_extract(request, '$.{key}') END) VIRTUAL"
            for name, key in (
                ("model", "model"),
                ("scheduler", "scheduler"),
                ("steps", "num_inference_steps"),
                ("guidance", "guidance_scale"),
                ("seed", "seed"),
            )
        ),
        # Of a picture from another program all that is known of its model is what it is called.
        "ALTER TABLE picture ADD COLUMN model_name GENERATED ALWAYS AS (coalesce("
        "CASE WHEN json_valid(provenance) THEN json_extract(provenance, '$.model_name') END, "
        "model)) VIRTUAL",
        # When, in microseconds since 1970, moved on a little where two would be the same. So it
        # is an order of all pictures, the one of created_at and id, in one number; rowids of the
        # full text are these, hence the newest matches are found without looking at the others.
        "ALTER TABLE picture ADD COLUMN moment INTEGER",
        """
        UPDATE picture SET moment = placed.moment FROM (
            SELECT id, number + max(microseconds - number) OVER (ORDER BY number) AS moment FROM (
                SELECT id, CAST(created_at * 1000000 AS INTEGER) AS microseconds,
                    row_number() OVER (ORDER BY created_at, id) AS number
                FROM picture
            )
        ) AS placed WHERE placed.id = picture.id
        """,
        # All that filters look at: reading the rows themselves would take twenty times as long.
        "CREATE UNIQUE INDEX picture_facts ON picture (moment DESC, deleted_at, missing, rating, "
        "favourite, origin, is_exact, width, height, from_step, trajectory_bytes, steps, guidance, "
        "seed, scheduler, model_name, program)",
        "CREATE INDEX picture_models ON picture (deleted_at, missing, model_name, model)",
        "CREATE INDEX picture_schedulers ON picture (deleted_at, missing, scheduler)",
        "CREATE INDEX picture_seeds ON picture (deleted_at, missing, seed)",
        "CREATE INDEX picture_ratings ON picture (deleted_at, missing, rating)",
        "CREATE INDEX picture_favourites ON picture (deleted_at, missing) WHERE favourite = 1",
        # Words are cut and folded before they come here: see words.py.
        "CREATE VIRTUAL TABLE picture_text USING fts5 (prompt, negative, name, tags, original, "
        "tokenize = 'ascii', prefix = '1 2 3 4 5 6', columnsize = 0)",
        "CREATE VIRTUAL TABLE picture_term USING fts5vocab (picture_text, instance)",
        # 0 until the words are in picture_text; adoption sees to it.
        "ALTER TABLE picture ADD COLUMN is_indexed INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX picture_unindexed ON picture (id) WHERE is_indexed = 0",
        # A table of its own: it may be long, and reading a row would wade through it.
        "CREATE TABLE original (picture INTEGER PRIMARY KEY REFERENCES picture (id) "
        "ON DELETE CASCADE, text TEXT NOT NULL)",
        # folded: the name without case and in composed form, by which names are the same.
        "CREATE TABLE label (id INTEGER PRIMARY KEY, "
        "kind TEXT NOT NULL CHECK (kind IN ('tag', 'collection')), "
        "name TEXT NOT NULL, folded TEXT NOT NULL, UNIQUE (kind, folded))",
        "CREATE TABLE picture_label (picture INTEGER NOT NULL REFERENCES picture (id) "
        "ON DELETE CASCADE, label INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE, "
        "PRIMARY KEY (picture, label)) WITHOUT ROWID",
        "CREATE INDEX picture_label_of ON picture_label (label, picture)",
    ),
    # Where imported pictures are from, so that none is imported twice; and folders to be watched.
    (
        "CREATE TABLE imported (picture INTEGER PRIMARY KEY REFERENCES picture (id) "
        "ON DELETE CASCADE, source TEXT NOT NULL, size INTEGER NOT NULL, "
        "mtime_ns INTEGER NOT NULL, sha256 BLOB NOT NULL)",
        "CREATE INDEX imported_source ON imported (source)",
        "CREATE INDEX imported_content ON imported (sha256)",
        "CREATE TABLE watched (path TEXT PRIMARY KEY, copies INTEGER NOT NULL)",
    ),
)
"""Statements that lead from each version to the next; never change one that was released."""

_FIRST_COLUMNS = (
    "picture.id, folder.path, picture.path, created_at, width, height, seconds, request, "
    "provenance, rating"
)
"""Those that every version has."""
COLUMNS = f"{_FIRST_COLUMNS}, kept_step, trajectory_bytes, favourite, origin, program, is_exact"
TABLES = "picture JOIN folder ON folder.id = picture.folder"
LISTED = "deleted_at IS NULL AND missing = 0"

_BUSY_SECONDS = 10.0
_LEAST_ROOM = 64 * 1024
_SUFFIXES = ("", "-wal", "-shm")
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_log = logging.getLogger(__name__)

# Two threads that open a damaged database at the same time must not set aside the new one.
_opening = threading.Lock()


class _DamagedError(Exception):
    """The file is no database of ours; it is set aside."""


def open_database(
    database: Path, migrations: Sequence[Sequence[str]] = MIGRATIONS
) -> tuple[sqlite3.Connection, str]:
    """A connection to the database, made or migrated if need be, and a sentence for the user.

    The sentence is empty unless the database was damaged: then the file is kept beside the new
    one, which is empty until the pictures are adopted. The connection belongs to this thread.

    Raises:
        NewerDatabase: the file was written by a later version; it is left as it is.
        StorageFull, StorageFailed: it cannot be opened, made or migrated.
    """
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, database) from error
    with _opening, known_errors(database):
        try:
            if database.exists() and _mark(database).exists():
                raise _DamagedError
            return _open(database, migrations), ""
        except _DamagedError:
            aside = _set_aside(database)
        return _open(database, migrations), Phrase(
            "The gallery's database was damaged. It is kept as “{path}”, and a new one is filled "
            "from the picture files.",
            path=aside,
        )


@contextmanager
def known_errors(database: Path) -> Iterator[None]:
    """Turns failures of SQLite that are nobody's bug into sentences.

    Damage found here is marked beside the file, so that the next opening sets it aside.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = _known(error, database)
        if known is None:
            raise
        raise known from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is written at its end, or not at all."""
    # IMMEDIATE: waits for other writers here, where nothing has been read that could grow stale.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk has already rolled back by itself, and then there is nothing left to undo.
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def back_up(connection: sqlite3.Connection, database: Path) -> Path:
    """Copies the database beside itself; gives the copy, whose name tells version and time.

    Raises:
        sqlite3.Error: the database could not be read, or the copy not be written.
    """
    name = f"{database.stem}.backup-v{_version(connection)}-{_stamp()}{database.suffix}"
    copy = unused(database.with_name(name))
    try:
        with closing(sqlite3.connect(copy)) as target:
            connection.backup(target)
    except BaseException:
        with suppress(OSError):
            copy.unlink()
        raise
    return copy


def damage(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong in the whole database, in its own words; empty when it is sound."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        # The index of words has a structure of its own, which older SQLites do not look at.
        connection.execute("INSERT INTO picture_text (picture_text) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        if _code(error) not in _DAMAGE:
            raise
        return [str(error)]
    return [text for text in found if text != "ok"] + [
        f"{table}: row {row} belongs to no row of {parent}" for table, row, parent, _ in broken
    ]


def use_write_ahead_log(connection: sqlite3.Connection, seconds: float) -> None:
    """Switches to WAL, so that readers and a writer do not wait for each other."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # This one statement ignores the timeout, and fails when two processes make the
            # database at the same moment.
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def _open(database: Path, migrations: Sequence[Sequence[str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(database, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        # Looked at before anything is written: what is not ours must stay as it is.
        connection.execute("BEGIN")
        version = _version(connection)
        if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise _DamagedError
        if 0 < version <= len(migrations):
            _probe(connection, COLUMNS if version >= len(MIGRATIONS) else _FIRST_COLUMNS)
        connection.execute("COMMIT")
        if version > len(migrations):
            raise NewerDatabase(
                "The gallery “{path}” was written by a newer version of sdstudio.",
                "Install that version again, or start with another SDSTUDIO_HOME.",
                path=database,
            )
        use_write_ahead_log(connection, _BUSY_SECONDS)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        if version < len(migrations):
            if version > 0:
                back_up(connection, database)
            _migrate(connection, migrations)
    except sqlite3.DatabaseError as error:
        connection.close()
        if _code(error) in _DAMAGE:
            raise _DamagedError from error
        raise
    except UnicodeDecodeError as error:
        # SQLite's own message, which quotes a broken schema: Python cannot even say it.
        connection.close()
        raise _DamagedError from error
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _probe(connection: sqlite3.Connection, columns: str) -> None:
    """Finds most damage at little cost, and databases of something else."""
    try:
        connection.execute(
            f"SELECT {columns} FROM {TABLES} WHERE {LISTED} ORDER BY created_at DESC LIMIT 1"
        ).fetchall()
    except sqlite3.OperationalError as error:
        if _code(error) == sqlite3.SQLITE_ERROR:  # no such table, no such column
            raise _DamagedError from error
        raise


def _migrate(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]]) -> None:
    with transaction(connection):
        # Read again: another process may have migrated while this one waited.
        for version in range(_version(connection), len(migrations)):
            for statement in migrations[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")


def _set_aside(database: Path) -> Path:
    aside = database.with_name(f"{database.stem}.damaged-{_stamp()}{database.suffix}")
    try:
        aside = unused(aside)
        # The log first: alone, a log of the old database would be played into the new one.
        for suffix in reversed(_SUFFIXES):
            with suppress(FileNotFoundError):
                Path(f"{database}{suffix}").rename(f"{aside}{suffix}")
        with note_of_old(database).open("a", encoding="utf-8") as note:
            note.write(f"{aside.name}\n")
        _mark(database).unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(error, database) from error
    _log.warning("damaged database set aside as %s", aside)
    return aside


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code for an error."""
    if not hasattr(error, "sqlite_errorcode") and str(error).startswith("Could not decode"):
        return sqlite3.SQLITE_CORRUPT  # said by Python: SQLite hands out any bytes as text
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


def _known(error: sqlite3.Error, database: Path) -> SdstudioError | None:
    code = _code(error)
    # Some drives refuse the log's index, of 32 KB, in another way when they are full.
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(database.parent)):
        return StorageFull(
            "The disk is full: the gallery's database “{path}” could not be written.",
            "Free some space.",
            path=database,
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StorageFailed(
            "The gallery's database “{path}” is in use by another program.",
            "Close that program, and try again.",
            path=database,
        )
    if code in _DAMAGE:
        with suppress(OSError):
            _mark(database).touch()
        return StorageFailed(
            "The gallery's database “{path}” is damaged.",
            "Start the app again: it makes a new one from the picture files.",
            path=database,
        )
    refusals = (
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_IOERR,
    )
    if code in refusals:
        return StorageFailed(
            "The gallery's database “{path}” could not be read or written: {reason}.",
            "Check the folder and its permissions.",
            path=database,
            reason=str(error),
        )
    return None


def note_of_old(database: Path) -> Path:
    """The file with the names of databases that were set aside, one a line.

    It is there until what only they know has been carried over.
    """
    return database.with_name(f"{database.name}.old")


def _mark(database: Path) -> Path:
    return database.with_name(f"{database.name}.damaged")


def _stamp() -> str:
    return time.strftime("%Y%m%d-%H%M%S")
