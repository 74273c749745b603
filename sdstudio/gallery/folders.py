"""The pictures folders that the database knows, and whether a file is there and how large."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sdstudio.gallery.schema import LISTED, transaction
from sdstudio.request import StorageFailed

_SAMPLE = 20


def settle_folder(connection: sqlite3.Connection, pictures: Path) -> int:
    """The id of the pictures folder, an absolute path, in the database; it need not exist.

    Rows name their folder, so that those of an earlier one stay right when the user chooses
    another. A folder that was moved as a whole, as on a drive that got another letter, keeps its
    id and with it its rows.

    Raises:
        sqlite3.Error: the database could not be read or written.
        StorageFailed: the folder's name is not valid Unicode, so that it cannot be stored.
    """
    try:
        str(pictures).encode("utf-8")
    except UnicodeEncodeError:
        raise StorageFailed(
            "The name of the pictures folder “{path}” is not valid Unicode text.",
            "Choose another folder.",
            path=pictures,
        ) from None
    known = _find(connection, pictures)
    if known is not None:
        return known
    with transaction(connection):
        known = _find(connection, pictures)  # another process may have been faster
        if known is None:
            known = _find_moved(connection, pictures)
        if known is not None:
            connection.execute("UPDATE folder SET path = ? WHERE id = ?", (str(pictures), known))
            return known
        added = connection.execute("INSERT INTO folder (path) VALUES (?)", (str(pictures),))
        return int(added.lastrowid or 0)


def is_passed_over(name: str) -> bool:
    """Whether pictures in a folder of this name are none of our business.

    That is where drives and systems keep what was deleted, and what is hidden.
    """
    return name.startswith((".", "$")) or name in ("lost+found", "System Volume Information")


def is_gone(path: Path) -> bool:
    """Whether there is certainly no such file; a folder that we may not read proves nothing."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def size_of(path: Path) -> int | None:
    """A file's size in bytes; 0 when there is certainly none, None when that cannot be told."""
    try:
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError:
        return None


def _find(connection: sqlite3.Connection, pictures: Path) -> int | None:
    row = connection.execute("SELECT id FROM folder WHERE path = ?", (str(pictures),)).fetchone()
    return int(row[0]) if row is not None else None


def _find_moved(connection: sqlite3.Connection, pictures: Path) -> int | None:
    """A folder that is no longer where it was, and whose pictures are in ``pictures``."""
    for id, path in connection.execute("SELECT id, path FROM folder").fetchall():
        if not is_gone(Path(path)):
            continue
        newest = connection.execute(
            f"SELECT path FROM picture WHERE folder = ? AND {LISTED} "
            "ORDER BY created_at DESC, id DESC LIMIT ?",
            (id, _SAMPLE),
        ).fetchall()
        if any(not is_gone(pictures / stored) for (stored,) in newest):
            return int(id)
    return None
