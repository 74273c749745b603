"""Filters of a query, one of each kind, as controls show and change them."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from sdstudio.gallery.query import Days, Flag, Name, Number, Part, Query, Sides, Term

Kind = Literal[
    "model",
    "scheduler",
    "size",
    "date",
    "rating",
    "tag",
    "in",
    "origin",
    "favourite",
    "trajectory",
]


def kind_of(part: Part) -> Kind | None:
    """Which control shows a part; None for words, and for what can only be typed."""
    if part.is_negated:
        return None
    match part:
        case Name(key=("model" | "scheduler" | "tag" | "in") as key):
            return key
        case Number(key=("size" | "rating") as key):
            return key
        case Sides():
            return "size"
        case Days():
            return "date"
        case Flag(key="made" | "imported"):
            return "origin"
        case Flag(key=("favourite" | "trajectory") as key):
            return key
    return None


def part_of(query: Query, kind: Kind) -> Part | None:
    """The first part of a kind."""
    return next((part for part in query.parts if kind_of(part) == kind), None)


def with_part(query: Query, kind: Kind, part: Part | None) -> Query:
    """The query with this part in the place of those of its kind; None takes them off."""
    parts: list[Part] = []
    for old in query.parts:
        if kind_of(old) != kind:
            parts.append(old)
        elif part is not None:
            parts.append(part)
            part = None
    if part is not None:
        parts.append(part)
    return replace(query, parts=tuple(parts))


def filter_count(query: Query) -> int:
    """How many parts are filters rather than words."""
    return sum(not isinstance(part, Term) for part in query.parts)


def without_filters(query: Query) -> Query:
    """The words alone, in the same order of pictures."""
    return replace(query, parts=tuple(part for part in query.parts if isinstance(part, Term)))


def value_text(part: Part) -> str:
    """A filter's value as it is typed, without its key."""
    return Query(parts=(part,)).text().partition(":")[2]
