"""The language of searches: a line of text, and the same as values that a window can edit.

A line is words, ``"several words in a row"`` and filters ``key:value``, each of which may have a
minus before it; all of them must hold. ``sort:`` gives the order. ``parse(query.text()) == query``
for every query that came from ``parse``.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal, get_args

from sdstudio.gallery.words import words
from sdstudio.request import SdstudioError

Sort = Literal["newest", "oldest", "rating", "name", "size", "steps", "random"]
Column = Literal["", "prompt", "negative", "name", "original"]
"""Where a word is looked for: in one text of the picture, or, when empty, in prompt, file name and
tags, and in the original text of a picture whose settings could not be read."""
NumberKey = Literal["steps", "guidance", "rating", "size", "width", "height", "seed"]
"""``size`` is the longer side, in pixels."""
NameKey = Literal["model", "scheduler", "program", "tag", "in"]
"""``in`` is a collection."""
FlagKey = Literal["favourite", "made", "imported", "branch", "exact", "trajectory", "tags"]

SORTS: tuple[Sort, ...] = get_args(Sort)
NUMBERS: tuple[NumberKey, ...] = get_args(NumberKey)
NAMES: tuple[NameKey, ...] = get_args(NameKey)
COLUMNS: tuple[Column, ...] = get_args(Column)[1:]
FLAGS: Mapping[FlagKey, str] = MappingProxyType(
    {
        "favourite": "is",
        "made": "is",
        "imported": "is",
        "branch": "is",
        "exact": "is",
        "trajectory": "has",
        "tags": "has",
    }
)
"""What a picture is or has, and which of the two words goes before it."""
MOST_PARTS = 100
"""Words and filters of one query."""

_SPELLINGS: Mapping[str, FlagKey] = MappingProxyType(
    {"favorite": "favourite", "denoising": "trajectory", "tag": "tags"}
)
_KEYS = (*COLUMNS, *NUMBERS, *NAMES, "date", "is", "has", "sort")
_PART = re.compile(
    r'(?P<minus>-?)(?:(?P<key>[A-Za-z]+):)?(?:(?P<exact>=?)"(?P<quoted>(?:\\.|[^"\\])*)(?:"|\\?$)'
    r"|(?P<plain>\S+))",
    re.DOTALL,
)
_NUMBER = r"[0-9]{1,19}(?:\.[0-9]{1,9})?"
_BOUND = re.compile(rf"(?P<sign>[<>]=?|=)?(?P<value>{_NUMBER})")
_BETWEEN = re.compile(rf"(?P<low>{_NUMBER})?\.\.(?P<high>{_NUMBER})?")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


class InvalidQuery(SdstudioError):
    """A word of a query that cannot be understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that begins with ``text``, or with ``is_phrase`` exactly these words in a row."""

    text: str
    column: Column = ""
    is_phrase: bool = False
    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Bounds of a number, or None; an open bound is not itself inside."""

    key: NumberKey
    low: float | None = None
    high: float | None = None
    is_low_open: bool = False
    is_high_open: bool = False
    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Exactly this width and height, in pixels."""

    width: int
    height: int
    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that contains ``text``, or is it when ``is_exact``; tags and collections always are.

    Case and accents make no difference.
    """

    key: NameKey
    text: str
    is_exact: bool = False
    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Made on one of these days of the local calendar, both included; None is no bound."""

    first: date | None = None
    last: date | None = None
    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something that a picture is or has."""

    key: FlagKey
    is_negated: bool = False


Part = Term | Number | Sides | Name | Days | Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to search for; without parts everything is found."""

    parts: tuple[Part, ...] = ()
    sort: Sort = "newest"

    def text(self) -> str:
        """The line that ``parse`` makes this query of."""
        pieces = [("-" if part.is_negated else "") + _text(part) for part in self.parts]
        if self.sort != "newest":
            pieces.append(f"sort:{self.sort}")
        return " ".join(pieces)


def parse(text: str) -> Query:
    """The query that a line stands for.

    Raises:
        InvalidQuery: a word cannot be understood; the message names it.
    """
    parts: list[Part] = []
    sort: Sort = "newest"
    for match in _PART.finditer(text):
        part = _read(match)
        if isinstance(part, str):
            sort = part
        elif part not in parts:
            parts.append(part)
        if len(parts) > MOST_PARTS:
            raise InvalidQuery(
                "This search has more than {most} words.", "Shorten it.", most=MOST_PARTS
            )
    return Query(parts=tuple(parts), sort=sort)


def _read(match: re.Match[str]) -> Part | Sort:
    word, key = match[0], (match["key"] or "").lower()
    is_negated = bool(match["minus"])
    value = match["plain"] or ""
    if match["quoted"] is not None:
        value = re.sub(r"\\(.)", r"\1", match["quoted"], flags=re.DOTALL)
    is_phrase = match["quoted"] is not None
    if key and key not in _KEYS:
        raise InvalidQuery(
            "“{word}” is not understood: there is no “{key}” to search for.",
            "Put quotes around it to search for these words, or use one of: {known}.",
            word=word,
            key=key,
            known=", ".join(f"{one}:" for one in _KEYS),
        )
    part: Part | None = None
    if not key or key in COLUMNS:
        part = _term(match, key, value, is_phrase)
    elif key in NAMES:
        is_exact = bool(match["exact"])
        if not is_phrase and value.startswith("="):
            is_exact, value = True, value[1:]
        part = _name(key, value, is_exact)
    elif key == "sort":
        found = next((one for one in SORTS if one == value.lower()), None)
        if found is not None and not is_negated:
            return found
    elif key == "date":
        part = _days(value)
    elif key in ("is", "has"):
        part = _flag(key, value)
    else:
        part = _number(key, value)
    if part is None:
        raise InvalidQuery(
            "“{word}” is not understood.", "Write it like {example}.", word=word, example=_like(key)
        )
    return replace(part, is_negated=is_negated)


def _term(match: re.Match[str], key: str, value: str, is_phrase: bool) -> Term | None:
    if match["exact"]:  # ="..." with no key before it
        value, is_phrase = f"={value}", True
    if not is_phrase and not key and value.lower().removesuffix(":") in _KEYS and value[-1] == ":":
        raise InvalidQuery(
            "“{word}” is not understood.",
            "Write it like {example}.",
            word=value,
            example=_like(value[:-1].lower()),
        )
    count = len(words(value))
    if not count:
        raise InvalidQuery("“{word}” holds no letter or digit to search for.", word=match[0])
    if count > MOST_PARTS:
        raise InvalidQuery(
            "This search has more than {most} words.", "Shorten it.", most=MOST_PARTS
        )
    column: Column = next((one for one in COLUMNS if one == key), "")
    return Term(text=value, column=column, is_phrase=is_phrase)


def _name(key: str, value: str, is_exact: bool) -> Name | None:
    found = next(one for one in NAMES if one == key)
    value = value.strip()
    # Of a tag and a collection the whole name is meant anyway.
    is_exact = is_exact and key not in ("tag", "in")
    return Name(key=found, text=value, is_exact=is_exact) if value else None


def _flag(key: str, value: str) -> Flag | None:
    wanted = _SPELLINGS.get(value.lower(), value.lower())
    found = next((one for one in FLAGS if one == wanted and FLAGS[one] == key), None)
    return Flag(key=found) if found is not None else None


def _number(key: str, value: str) -> Number | Sides | None:
    found = next(one for one in NUMBERS if one == key)
    if key == "size" and (sides := re.fullmatch(r"([0-9]{1,5})[x×]([0-9]{1,5})", value.lower())):
        return Sides(width=int(sides[1]), height=int(sides[2]))
    if between := _BETWEEN.fullmatch(value):
        low, high = _value(between["low"]), _value(between["high"])
        return Number(key=found, low=low, high=high) if low != high or low is not None else None
    bound = _BOUND.fullmatch(value)
    if bound is None:
        return None
    sign, limit = bound["sign"] or "=", _value(bound["value"])
    return Number(
        key=found,
        low=limit if sign[0] in ">=" else None,
        high=limit if sign[0] in "<=" else None,
        is_low_open=sign == ">",
        is_high_open=sign == "<",
    )


def _value(text: str | None) -> float | None:
    # Whole numbers stay whole: a seed may have more digits than a float.
    return None if not text else float(text) if "." in text else int(text)


def _days(value: str) -> Days | None:
    if ".." in value:
        one, _, other = value.partition("..")
        begin, end = _period(one), _period(other)
        if (one and begin is None) or (other and end is None) or not (one or other):
            return None
        return Days(first=begin[0] if begin else None, last=end[1] if end else None)
    sign = re.match(r"[<>]?=?", value)
    period = _period(value[sign.end() :]) if sign is not None else None
    if period is None or sign is None:
        return None
    first, last = period
    try:
        match sign[0]:
            case ">":
                return Days(first=last + timedelta(days=1))
            case "<":
                return Days(last=first - timedelta(days=1))
    except OverflowError:  # after the year 9999, or before 1
        return None
    return Days(first=None if sign[0] == "<=" else first, last=None if sign[0] == ">=" else last)


def _period(text: str) -> tuple[date, date] | None:
    """First and last day of a year, a month or a day, as ``2026``, ``2026-11``, ``2026-11-21``."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(group) if group else 0 for group in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, _days_of(year, month or 12))
    except ValueError:
        return None
    return first, last


def _days_of(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0


def _text(part: Part) -> str:
    match part:
        case Term():
            word = _quoted(part.text) if part.is_phrase else part.text
            return f"{part.column}:{word}" if part.column else word
        case Number():
            return f"{part.key}:{''.join(_bounds(part))}"
        case Sides():
            return f"size:{part.width}x{part.height}"
        case Name():
            return f"{part.key}:{'=' if part.is_exact else ''}{_quoted(part.text)}"
        case Days():
            return f"date:{_dates(part)}"
        case Flag():
            return f"{FLAGS[part.key]}:{part.key}"


def _quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def _bounds(part: Number) -> Iterator[str]:
    low, high = _shown(part.low), _shown(part.high)
    if part.low is not None and part.low == part.high:
        yield low
    elif part.low is not None and part.high is not None:
        yield f"{low}..{high}"
    elif part.low is not None:
        yield (">" if part.is_low_open else ">=") + low
    else:
        yield ("<" if part.is_high_open else "<=") + high


def _shown(number: float | None) -> str:
    if number is None:
        return ""
    # Not f"{number:.9f}" of a whole number: that would turn it into a float.
    return str(int(number)) if number == int(number) else f"{number:.9f}".rstrip("0")


def _dates(part: Days) -> str:
    first, last = part.first, part.last
    if first is None or last is None:
        return f">={first.isoformat()}" if first else f"<={last.isoformat() if last else ''}"
    whole = first.isoformat()
    for short in (whole[:4], whole[:7], whole):
        if _period(short) == (first, last):
            return short
    return f"{whole}..{last.isoformat()}"


def _like(key: str) -> str:
    """An example for the sentence about a value that is not understood."""
    examples = {
        "date": "date:2026-11 or date:2026-11-01..2026-11-21",
        "is": ", ".join(f"is:{flag}" for flag, word in FLAGS.items() if word == "is"),
        "has": ", ".join(f"has:{flag}" for flag, word in FLAGS.items() if word == "has"),
        "sort": ", ".join(f"sort:{sort}" for sort in SORTS),
        "size": "size:512x768 or size:>=512",
        "rating": "rating:5 or rating:>=3",
    }
    if key in NAMES or key in COLUMNS:
        return f'{key}:word or {key}:"two words"'
    return examples.get(key, f"{key}:20, {key}:>20 or {key}:4..8")
