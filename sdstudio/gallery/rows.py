"""Rows of the gallery's database as ``GalleryItem``s."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sdstudio.gallery.metadata import parse_provenance, parse_request
from sdstudio.gallery.schema import COLUMNS, LISTED, TABLES
from sdstudio.request import GalleryItem

VARIABLES = 500
"""How many values are asked for in one statement; SQLite has a limit of its own."""


def batches(ids: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
    """``ids`` in pieces of at most ``VARIABLES``, each with the ``?,?,...`` that takes it."""
    for start in range(0, len(ids), VARIABLES):
        some = ids[start : start + VARIABLES]
        yield ",".join("?" * len(some)), some


def listed_items(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, GalleryItem]:
    """The listed ones of these pictures by id.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    found: dict[int, GalleryItem] = {}
    for places, some in batches(ids):
        labels = labels_of(connection, places, some)
        for row in connection.execute(
            f"SELECT {COLUMNS} FROM {TABLES} WHERE {LISTED} AND picture.id IN ({places})", some
        ):
            found[row[0]] = _item(row, labels.get(row[0], []))
    return found


def listed_at(connection: sqlite3.Connection, path: Path) -> int | None:
    """The listed picture of the file at an absolute path, below whichever folder it is known.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return None  # a name that cannot be stored
    for folder in path.parents:
        row = connection.execute(
            "SELECT picture.id FROM picture JOIN folder ON folder.id = picture.folder "
            f"WHERE folder.path = ? AND picture.path = ? AND {LISTED}",
            (str(folder), path.relative_to(folder).as_posix()),
        ).fetchone()
        if row is not None:
            return int(row[0])
    return None


def labels_of(
    connection: sqlite3.Connection, places: str, ids: Sequence[int]
) -> dict[int, list[tuple[str, str]]]:
    """Kind and name of each label of these pictures, in alphabetical order."""
    labels: dict[int, list[tuple[str, str]]] = {}
    for id, kind, name in connection.execute(
        "SELECT picture, kind, name FROM picture_label JOIN label ON label.id = label "
        f"WHERE picture IN ({places}) ORDER BY folded",
        ids,
    ):
        labels.setdefault(id, []).append((kind, name))
    return labels


def update_row(connection: sqlite3.Connection, id: int, assignment: str, *values: object) -> None:
    """Changes columns of one picture's row.

    Raises:
        sqlite3.Error: the database could not be written.
    """
    connection.execute(f"UPDATE picture SET {assignment} WHERE id = ?", (*values, id))


def _item(row: tuple[Any, ...], labels: list[tuple[str, str]]) -> GalleryItem:
    id, folder, stored, created_at, width, height, seconds, request, provenance, *more = row
    rating, kept_step, trajectory_bytes, favourite, origin, program, is_exact = more
    return GalleryItem(
        id=id,
        path=Path(folder, stored),
        width=width,
        height=height,
        created_at=created_at,
        request=parse_request(request),
        seconds=seconds,
        provenance=parse_provenance(provenance),
        rating=rating,
        tags=tuple(name for kind, name in labels if kind == "tag"),
        kept_step=kept_step,
        trajectory_bytes=trajectory_bytes,
        favourite=bool(favourite),
        collections=tuple(name for kind, name in labels if kind == "collection"),
        origin="imported" if origin == "imported" else "made",
        program=program,
        is_exact=bool(is_exact),
    )
