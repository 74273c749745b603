"""What the word of a query that is being typed could become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sdstudio.gallery.facets import Facets
from sdstudio.gallery.query import COLUMNS, FLAGS, NAMES, NUMBERS, SORTS, Name, NameKey, Query
from sdstudio.gallery.words import folded
from sdstudio.request import SCHEDULERS

MOST = 12
_LEAST = 2
"""Letters of a key that must be typed before it is offered: one is a word as often."""
_KEYS = (*NAMES, "date", *NUMBERS, "is", "has", "sort", *COLUMNS)
_NUMBERS = {
    "rating": (">=1", ">=2", ">=3", ">=4", "5", "0"),
    "size": (">=512", ">=768", ">=1024", "512x512", "512x768", "768x512", "1024x1024"),
    "steps": (">=20", "<=8", "20..30"),
    "guidance": (">=7", "1..4"),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``words`` that could stand in the place of the last ``typed`` characters."""

    typed: int
    words: tuple[str, ...]


def suggest(before: str, facets: Facets | None) -> Suggestion | None:
    """What could replace the end of ``before``, the text before the cursor; None while nothing."""
    token = _last_token(before).removeprefix("-")
    key, colon, value = token.partition(":")
    if not colon:
        begun = key.lower()
        found = [f"{one}:" for one in _KEYS if one.startswith(begun)]
        if len(begun) < _LEAST or not found:
            return None
        return Suggestion(len(token), tuple(found[:MOST]))
    wanted = folded(value.lstrip('="'))
    values = _values(key.lower(), facets)
    begin = [text for text, plain in values if folded(plain).startswith(wanted)]
    inside = [text for text, plain in values if wanted in folded(plain) and text not in begin]
    texts = [f"{key.lower()}:{text}" for text in (*begin, *inside)][:MOST]
    if not texts or texts == [token]:
        return None
    return Suggestion(len(token), tuple(texts))


def _values(key: str, facets: Facets | None) -> list[tuple[str, str]]:
    """Values of a key as they are typed, each with the plain words to look for them by."""
    if key in ("is", "has"):
        return [(flag, flag) for flag, word in FLAGS.items() if word == key]
    if key == "sort":
        return [(sort, sort) for sort in SORTS]
    if key in _NUMBERS:
        return [(value, value) for value in _NUMBERS[key]]
    if facets is None:
        return []
    if key == "date":
        months = (month for month, _ in facets.months)
        return [(day, day) for day in (date.today().isoformat(), *months)]
    if key == "scheduler":
        return [(id, f"{id} {SCHEDULERS.get(id, id)}") for id, _ in facets.schedulers]
    names: Iterable[tuple[str, int]]
    match key:
        case "model":
            names = facets.models
        case "tag":
            names = facets.tags
        case "in":
            names = facets.collections
        case _:
            return []
    return [(_quoted(key, name), name) for name, _ in names]


def _quoted(key: NameKey, name: str) -> str:
    return Query(parts=(Name(key=key, text=name),)).text().partition(":")[2]


def _last_token(before: str) -> str:
    """The word at the end of a text; spaces inside quotes belong to it."""
    start, is_quoted = 0, False
    for place, character in enumerate(before):
        if character == '"' and before[place - 1 : place] != "\\":
            is_quoted = not is_quoted
        elif character.isspace() and not is_quoted:
            start = place + 1
    return before[start:]
