"""How many pictures there are of each model, scheduler, tag, collection and month."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from sdstudio.gallery.filters import midnight
from sdstudio.gallery.schema import LISTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Names, each with how many listed pictures have it.

    Models, schedulers (by their id) and tags begin with the most frequent, and have at least one
    picture; collections are in alphabetical order, empty ones among them. Months are of the local
    calendar, as ``2026-11``, the latest first.
    """

    models: tuple[tuple[str, int], ...]
    schedulers: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
    collections: tuple[tuple[str, int], ...]
    months: tuple[tuple[str, int], ...]


def count_facets(connection: sqlite3.Connection) -> Facets:
    """Counts everything; takes milliseconds for each ten thousand pictures.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    labels = _labels(connection)
    return Facets(
        models=_column(connection, "model_name", "picture_models"),
        schedulers=_column(connection, "scheduler", "picture_schedulers"),
        tags=tuple(
            sorted(
                ((name, count) for kind, name, count in labels if kind == "tag" and count),
                key=lambda entry: -entry[1],
            )
        ),
        collections=tuple((name, count) for kind, name, count in labels if kind == "collection"),
        months=_months(connection),
    )


def _column(connection: sqlite3.Connection, column: str, index: str) -> tuple[tuple[str, int], ...]:
    rows = connection.execute(
        f"SELECT {column}, count(*) AS number FROM picture INDEXED BY {index} "
        f"WHERE {LISTED} AND {column} IS NOT NULL GROUP BY {column} ORDER BY number DESC, {column}"
    )
    return tuple((str(name), int(count)) for name, count in rows)


def _labels(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """Kind, name and count, in alphabetical order."""
    rows = connection.execute("SELECT id, kind, name FROM label ORDER BY folded").fetchall()
    counts = dict(
        connection.execute(
            "SELECT label, count(*) FROM picture_label WHERE picture NOT IN "
            "(SELECT id FROM picture WHERE deleted_at IS NOT NULL "
            "UNION ALL SELECT id FROM picture WHERE deleted_at IS NULL AND missing = 1) "
            "GROUP BY label"
        )
    )
    return [(kind, name, counts.get(id, 0)) for id, kind, name in rows]


def _months(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """From one month to the next that has a picture: few steps, whatever the number of pictures."""
    found: list[tuple[str, int]] = []
    before = "SELECT max(moment) FROM picture INDEXED BY picture_facts WHERE moment < ?"
    end = 2**63 - 1
    while True:
        (latest,) = connection.execute(before, (end,)).fetchone()
        if latest is None:
            return tuple(found)
        first = _month_of(latest)
        begin = midnight(first)
        (count,) = connection.execute(
            "SELECT count(*) FROM picture INDEXED BY picture_facts "
            f"WHERE moment >= ? AND moment < ? AND {LISTED}",
            (begin, end),
        ).fetchone()
        if count:
            found.append((f"{first.year:04}-{first.month:02}", int(count)))
        end = begin


def _month_of(moment: int) -> date:
    try:
        return date.fromtimestamp(moment / 1_000_000).replace(day=1)
    except (OverflowError, ValueError, OSError):  # far away from today, for some systems
        return date.max.replace(day=1) if moment > 0 else date.min
