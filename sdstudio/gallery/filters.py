"""The filters of a query as conditions in SQL, and the pictures that a rare one leaves."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sdstudio.gallery.query import (
    Days,
    Flag,
    FlagKey,
    Name,
    NameKey,
    Number,
    NumberKey,
    Part,
    Sides,
    Term,
)
from sdstudio.gallery.schema import LISTED
from sdstudio.gallery.words import folded
from sdstudio.request import SCHEDULERS

_RARE = 2_000
"""Pictures that a filter leaves, up to which their rows are read instead of all facts."""
_LABELLED = (
    "SELECT picture FROM picture_label WHERE label = "
    "(SELECT id FROM label WHERE kind = ? AND folded = ?)"
)
_NUMBERS: dict[NumberKey, str] = {
    "steps": "steps",
    "guidance": "guidance",
    "rating": "rating",
    "size": "max(width, height)",
    "width": "width",
    "height": "height",
    "seed": "seed",
}
_FLAGS: dict[FlagKey, str] = {
    "favourite": "favourite = 1",
    "made": "origin = 'made'",
    "imported": "origin = 'imported'",
    "branch": "from_step IS NOT NULL",
    "exact": "is_exact",
    "trajectory": "trajectory_bytes > 0",
    "tags": "id IN (SELECT picture FROM picture_label JOIN label ON label.id = label "
    "WHERE kind = 'tag')",
}
# By these a filter's pictures are found without looking at the others; each begins with LISTED.
_INDEXES: dict[NumberKey | NameKey | FlagKey, str] = {
    "seed": "picture_seeds",
    "rating": "picture_ratings",
    "model": "picture_models",
    "scheduler": "picture_schedulers",
    "favourite": "picture_favourites",
    "trajectory": "picture_denoising",
}

Condition = tuple[str, tuple[object, ...]]
"""A condition in SQL, and the values of its parameters."""


def condition_of(connection: sqlite3.Connection, part: Part) -> Condition:
    """A filter as a condition on the columns of ``picture``.

    Raises:
        sqlite3.Error: the database could not be read.
        TypeError: it is no filter but a word.
    """
    match part:
        case Number():
            text, values = _number(part)
        case Sides():
            text, values = "width = ? AND height = ?", (part.width, part.height)
        case Name():
            text, values = _name(connection, part)
        case Days():
            text, values = _days(part)
        case Flag():
            text, values = _FLAGS[part.key], ()
        case Term():
            raise TypeError(part)
    # What is not known is neither; a minus finds it.
    return (f"NOT coalesce(({text}), 0)" if part.is_negated else text), values


def _number(part: Number) -> Condition:
    conditions: list[Condition] = []
    if part.low is not None:
        conditions.append(
            (f"{_NUMBERS[part.key]} {'>' if part.is_low_open else '>='} ?", (_bound(part.low),))
        )
    if part.high is not None:
        conditions.append(
            (f"{_NUMBERS[part.key]} {'<' if part.is_high_open else '<='} ?", (_bound(part.high),))
        )
    return all_of(conditions) or "1", tuple(values_of(conditions))


def _bound(value: float) -> float:
    # SQLite's whole numbers end before Python's.
    return value if -(2**63) <= value < 2**63 else float(value)


def _name(connection: sqlite3.Connection, part: Name) -> Condition:
    wanted = folded(part.text)
    if part.key in ("tag", "in"):
        kind = "tag" if part.key == "tag" else "collection"
        return f"id IN ({_LABELLED})", (kind, wanted)
    if part.key == "program":
        return ("lower(program) = ?" if part.is_exact else "instr(lower(program), ?)"), (wanted,)
    known: list[tuple[str, tuple[str, ...]]]
    if part.key == "scheduler":
        known = [(id, (folded(id), folded(name))) for id, name in SCHEDULERS.items()]
    else:
        known = [(name, (folded(name),)) for name in model_names(connection)]
    found = [
        id
        for id, names in known
        if any(wanted == name if part.is_exact else wanted in name for name in names)
    ]
    column = "scheduler" if part.key == "scheduler" else "model_name"
    return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(found),)


def model_names(connection: sqlite3.Connection) -> list[str]:
    """The names of the models that listed pictures were made with, each once.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    # From one name to the next one, rather than over all pictures.
    rows = connection.execute(
        f"""
        WITH RECURSIVE known (name) AS (
            SELECT min(model_name) FROM picture INDEXED BY picture_models WHERE {LISTED}
            UNION ALL
            SELECT (
                SELECT min(model_name) FROM picture INDEXED BY picture_models
                WHERE {LISTED} AND model_name > known.name
            )
            FROM known WHERE name IS NOT NULL
        )
        SELECT name FROM known WHERE name IS NOT NULL
        """
    )
    return [str(name) for (name,) in rows]


def _days(part: Days) -> Condition:
    conditions: list[Condition] = []
    if part.first is not None:
        conditions.append(("moment >= ?", (midnight(part.first),)))
    if part.last is not None and part.last != date.max:
        conditions.append(("moment < ?", (midnight(part.last + timedelta(days=1)),)))
    return all_of(conditions) or "1", tuple(values_of(conditions))


def midnight(day: date) -> int:
    """When a day of the local calendar begins, in microseconds since 1970, as ``moment`` counts."""
    try:
        return int(time.mktime((*day.timetuple()[:8], -1)) * 1_000_000)
    except (OverflowError, ValueError):  # long ago, for some systems
        return (day - date(1970, 1, 1)).days * 86_400_000_000


def rare_ones(
    connection: sqlite3.Connection, filters: Sequence[tuple[Part, Condition]]
) -> list[int] | None:
    """The ids that the rarest of these filters leaves; None when every one leaves many.

    Beside them stands what ``condition_of`` says of each. Only filters that an index is for are
    looked at, and no more than ``_RARE`` of what they leave.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    indexed: dict[str, list[Condition]] = {}
    ways: list[Condition] = []
    for part, condition in filters:
        if isinstance(part, Sides | Days | Term) or part.is_negated:
            continue
        if isinstance(part, Name) and part.key in ("tag", "in"):
            ways.append((_LABELLED, condition[1]))
        elif part.key in _INDEXES:
            indexed.setdefault(_INDEXES[part.key], [(LISTED, ())]).append(condition)
    for index, conditions in indexed.items():
        statement = f"SELECT id FROM picture INDEXED BY {index} WHERE {all_of(conditions)}"
        ways.append((statement, tuple(values_of(conditions))))
    rarest: list[int] | None = None
    for statement, values in ways:
        most = _RARE if rarest is None else len(rarest)
        ids = [row[0] for row in connection.execute(f"{statement} LIMIT ?", (*values, most + 1))]
        if len(ids) <= most:
            rarest = ids
    return rarest


def all_of(conditions: Sequence[Condition]) -> str:
    """The condition that all of these hold; empty for none."""
    return " AND ".join(f"({text})" for text, _ in conditions)


def values_of(conditions: Sequence[Condition]) -> Iterator[object]:
    """The values for ``all_of`` the same conditions."""
    for _, values in conditions:
        yield from values
