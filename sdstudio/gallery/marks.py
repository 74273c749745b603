"""What users say of their pictures, in sidecars and in rows: the file first, then the row."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from sdstudio.files import storage_error, write_each_atomically
from sdstudio.gallery.folders import is_gone
from sdstudio.gallery.rows import batches, labels_of
from sdstudio.gallery.schema import LISTED, TABLES, transaction
from sdstudio.gallery.search import index_words
from sdstudio.gallery.sidecar import (
    MOST_BYTES,
    Marks,
    decode_sidecar,
    encode_sidecar,
    sidecar_path,
)
from sdstudio.gallery.words import folded
from sdstudio.request import SdstudioError

_BATCH = 500
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MarkedPicture:
    """A row's picture and what it says of it; its file may be gone where it is not listed."""

    id: int
    path: Path
    is_listed: bool
    marks: Marks


def marked_pictures(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, MarkedPicture]:
    """These pictures by id, listed or not, without unknown ones.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    found: dict[int, MarkedPicture] = {}
    for places, some in batches(ids):
        labels = labels_of(connection, places, some)
        for id, folder, stored, is_listed, rating, favourite in connection.execute(
            f"SELECT picture.id, folder.path, picture.path, {LISTED}, rating, favourite "
            f"FROM {TABLES} WHERE picture.id IN ({places})",
            some,
        ):
            marks = Marks(
                rating=rating,
                favourite=bool(favourite),
                tags=tuple(name for kind, name in labels.get(id, []) if kind == "tag"),
                collections=tuple(
                    name for kind, name in labels.get(id, []) if kind == "collection"
                ),
            )
            found[id] = MarkedPicture(id, Path(folder, stored), bool(is_listed), marks)
    return found


def save_marks(
    connection: sqlite3.Connection, wanted: Sequence[tuple[MarkedPicture, Marks]]
) -> dict[Path, SdstudioError]:
    """Writes sidecars, then rows in one transaction; gives the sidecars that could not be written.

    Where a sidecar could not be written, the row is the only copy, and says so; adoption and the
    next edit try again.

    Raises:
        sqlite3.Error: the rows could not be written; adoption reads them from the sidecars.
    """
    failed: dict[Path, SdstudioError] = {}
    files: dict[Path, bytes | None] = {}
    for picture, marks in wanted:
        path = sidecar_path(picture.path)
        if not picture.is_listed:
            continue
        try:
            before = _read(path)
            after = encode_sidecar(marks, before)
        except SdstudioError as error:
            failed[path] = error
        else:
            if after != before:
                files[path] = after
    failed |= write_each_atomically(files)
    with transaction(connection):
        for picture, marks in wanted:
            path = sidecar_path(picture.path)
            is_unsaved = path in failed or (not picture.is_listed and marks != picture.marks)
            mtime = 0 if is_unsaved else mtime_of(path)
            store_marks(connection, picture.id, marks, mtime, is_unsaved)
        index_words(
            connection,
            [picture.id for picture, marks in wanted if marks.tags != picture.marks.tags],
        )
    return failed


def adopt_sidecars(
    connection: sqlite3.Connection,
    pictures: Path,
    seen: AbstractSet[Path],
    should_stop: Callable[[], bool],
) -> int:
    """Makes rows say what the sidecars do that other programs have changed; gives how many.

    ``seen`` are the sidecars below ``pictures``; of pictures elsewhere each is looked for. One that
    has vanished, and those that their folders refused, are written anew.

    Raises:
        sqlite3.Error: the database could not be read or written.
    """
    changed: list[tuple[int, Path, int]] = []
    lost: list[tuple[int]] = []
    for id, folder, stored, known in connection.execute(
        "SELECT picture.id, folder.path, picture.path, sidecar_mtime "
        f"FROM {TABLES} WHERE {LISTED} AND unsaved = 0"
    ).fetchall():
        picture = Path(folder, stored)
        path = sidecar_path(picture)
        mtime = mtime_of(path) if path in seen or Path(folder) != pictures else 0
        if mtime and mtime != known:
            changed.append((id, path, mtime))
        elif known and not mtime and is_gone(path) and not is_gone(picture):
            lost.append((id,))
    read = 0
    for start in range(0, len(changed), _BATCH):
        if should_stop():
            return read
        read += take_over(connection, changed[start : start + _BATCH])
    with transaction(connection):
        connection.executemany("UPDATE picture SET unsaved = 1 WHERE id = ?", lost)
    _save_unsaved(connection, should_stop)
    return read


def take_over(connection: sqlite3.Connection, batch: Sequence[tuple[int, Path, int]]) -> int:
    """Makes rows say what their sidecars do; gives how many did.

    Each is a picture's id, its sidecar, and when that was last changed, as ``mtime_of`` tells it.

    Raises:
        sqlite3.Error: the database could not be read or written.
    """
    found: list[tuple[int, Marks, int]] = []
    for id, path, mtime in batch:
        try:
            marks = read_marks(path)
            if marks is not None:
                found.append((id, marks, mtime))
        except SdstudioError as error:
            _log.warning("sidecar %s not read: %s", path, error)
    with transaction(connection):
        for id, marks, mtime in found:
            store_marks(connection, id, marks, mtime, False)
        index_words(connection, [id for id, _, _ in found])
    return len(found)


def _save_unsaved(connection: sqlite3.Connection, should_stop: Callable[[], bool]) -> None:
    """Tries again to write the sidecars that their folders refused."""
    ids = connection.execute(f"SELECT id FROM picture WHERE unsaved = 1 AND {LISTED}").fetchall()
    for start in range(0, len(ids), _BATCH):
        if should_stop():
            return
        some = [id for (id,) in ids[start : start + _BATCH]]
        pictures = marked_pictures(connection, some).values()
        save_marks(
            connection,
            [(picture, picture.marks) for picture in pictures if not is_gone(picture.path)],
        )


def known_names(connection: sqlite3.Connection, kind: str) -> Mapping[str, str]:
    """The names of all tags or collections, by how they are compared.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    return dict(connection.execute("SELECT folded, name FROM label WHERE kind = ?", (kind,)))


def mtime_of(path: Path) -> int:
    """When a file was last changed, in nanoseconds since 1970; 0 where that cannot be told."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def read_marks(path: Path) -> Marks | None:
    """What a sidecar says; None where there is none.

    Raises:
        UnreadableSidecar: it is damaged, too large, or no XMP.
        StorageFailed: its folder may not be looked into.
    """
    data = _read(path)
    return decode_sidecar(data) if data is not None else None


def _read(path: Path) -> bytes | None:
    """A sidecar's bytes; None where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise storage_error(error, path) from error


def store_marks(
    connection: sqlite3.Connection, id: int, marks: Marks, mtime: int, is_unsaved: bool
) -> None:
    """Makes a row say ``marks``; to be called inside a transaction.

    Raises:
        sqlite3.Error: the database could not be written.
    """
    connection.execute(
        "UPDATE picture SET rating = ?, favourite = ?, sidecar_mtime = ?, unsaved = ? WHERE id = ?",
        (marks.rating, marks.favourite, mtime, is_unsaved, id),
    )
    connection.execute("DELETE FROM picture_label WHERE picture = ?", (id,))
    for kind, names in (("tag", marks.tags), ("collection", marks.collections)):
        for name in names:
            connection.execute(
                "INSERT INTO label (kind, name, folded) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (kind, name, folded(name)),
            )
            connection.execute(
                "INSERT OR IGNORE INTO picture_label "
                "SELECT ?, id FROM label WHERE kind = ? AND folded = ?",
                (id, kind, folded(name)),
            )
