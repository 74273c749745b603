"""Folders whose new pictures are to be imported, as the database remembers them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sdstudio.request import StorageFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedFolder:
    """A folder to be watched, an absolute path; ``copies`` where its pictures are to be copied."""

    path: Path
    copies: bool


def watched_folders(connection: sqlite3.Connection) -> tuple[WatchedFolder, ...]:
    """The folders to be watched, in alphabetical order.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    rows = connection.execute("SELECT path, copies FROM watched ORDER BY path").fetchall()
    return tuple(WatchedFolder(path=Path(path), copies=bool(copies)) for path, copies in rows)


def watch(connection: sqlite3.Connection, folder: Path, *, copies: bool) -> None:
    """Remembers a folder, or for one that is remembered, whether to copy.

    Raises:
        sqlite3.Error: the database could not be written.
        StorageFailed: the folder's name is not valid Unicode, so that it cannot be stored.
    """
    try:
        str(folder).encode("utf-8")
    except UnicodeEncodeError:
        raise StorageFailed(
            "The name of the folder “{path}” is not valid Unicode text.",
            "Rename it, or choose another folder.",
            path=folder,
        ) from None
    connection.execute(
        "INSERT INTO watched VALUES (?, ?) "
        "ON CONFLICT (path) DO UPDATE SET copies = excluded.copies",
        (str(folder), copies),
    )


def unwatch(connection: sqlite3.Connection, folder: Path) -> None:
    """Forgets a folder; one that is not remembered is none.

    Raises:
        sqlite3.Error: the database could not be written.
    """
    connection.execute("DELETE FROM watched WHERE path = ?", (str(folder),))
