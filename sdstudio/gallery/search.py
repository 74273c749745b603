"""Searching: a ``Query`` as SQL over the index of words and the index of facts.

Both are in the order of ``moment``, newest first, so a search that wants the newest few stops when
it has them. Nothing of a query becomes part of a statement: values are parameters, and words are
cut into tokens first.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import PurePosixPath

from sdstudio.gallery.metadata import parse_request
from sdstudio.gallery.query import (
    Days,
    Flag,
    FlagKey,
    Name,
    Number,
    NumberKey,
    Part,
    Query,
    Sides,
    Sort,
    Term,
)
from sdstudio.gallery.rows import batches
from sdstudio.gallery.schema import LISTED, transaction
from sdstudio.gallery.words import MOST, folded, is_single, words
from sdstudio.request import SCHEDULERS

_PROBED = 5_000
"""Matches of the words that are looked at one by one, before all are gathered first."""
_FEW = 50
"""Pictures whose words are asked for one by one."""
_PREFIX = 6
"""Letters of the longest beginning that ``picture_text`` has an index for."""
_BATCH = 200
_FACTS = "picture INDEXED BY picture_facts"
_MATCHES = "SELECT rowid FROM picture_text WHERE picture_text MATCH ?"
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
    "favourite": "favourite",
    "made": "origin = 'made'",
    "imported": "origin = 'imported'",
    "branch": "from_step IS NOT NULL",
    "exact": "is_exact",
    "trajectory": "trajectory_bytes > 0",
    "tags": "id IN (SELECT picture FROM picture_label JOIN label ON label.id = label "
    "WHERE kind = 'tag')",
}
# Shuffled by a number that is the same each time: a list must not jump when it is asked for again.
_ORDERS: dict[Sort, str] = {
    "newest": "moment DESC",
    "oldest": "moment",
    "rating": "rating DESC, moment DESC",
    "name": "path, moment DESC",
    "size": "width * height DESC, moment DESC",
    "steps": "steps DESC, moment DESC",
    "random": "(id * 2654435761) % 4294967291, moment",
}

Condition = tuple[str, tuple[object, ...]]


def search(connection: sqlite3.Connection, query: Query, limit: int | None) -> list[int]:
    """The listed pictures that a query finds, in its order; at most ``limit`` of them.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    most = -1 if limit is None else limit
    facts: list[Condition] = [(LISTED, ())]
    facts += [_fact(connection, part) for part in query.parts if not isinstance(part, Term)]
    terms = [part for part in query.parts if isinstance(part, Term)]
    wanted = [_match(connection, term) for term in terms if not term.is_negated]
    unwanted = [_match(connection, term) for term in terms if term.is_negated]
    if not wanted:
        facts += [(f"moment NOT IN ({_MATCHES})", (match,)) for match in unwanted]
        return _scan(connection, facts, query.sort, most)
    match = " AND ".join(wanted)
    if unwanted:
        match = f"({match}) NOT ({' OR '.join(unwanted)})"
    # Days bound the index of words as well: its rowids are moments.
    matched: list[Condition] = [("picture_text MATCH ?", (match,))]
    for part in query.parts:
        if isinstance(part, Days) and not part.is_negated:
            text, values = _days(part)
            matched.append((text.replace("moment", "picture_text.rowid"), values))
    if query.sort == "newest" and limit is not None:
        found = _probe(connection, matched, facts, most)
        if found is not None:
            return found
        found = _few(connection, matched, facts)
        if found is not None:
            return found[:limit]
    inside = f"moment IN (SELECT rowid FROM picture_text WHERE {_all(matched)})"
    return _scan(connection, [*facts, (inside, tuple(_values(matched)))], query.sort, most)


def _scan(
    connection: sqlite3.Connection, facts: Sequence[Condition], sort: Sort, most: int
) -> list[int]:
    rows = connection.execute(
        f"SELECT id FROM {_FACTS} WHERE {_all(facts)} ORDER BY {_ORDERS[sort]} LIMIT ?",
        (*_values(facts), most),
    )
    return [row[0] for row in rows]


def _probe(
    connection: sqlite3.Connection,
    matched: Sequence[Condition],
    facts: Sequence[Condition],
    most: int,
) -> list[int] | None:
    """What is found among the newest matches of the words; None when that may not be all."""
    last = connection.execute(
        f"SELECT rowid FROM picture_text WHERE {_all(matched)} "
        "ORDER BY rowid DESC LIMIT 1 OFFSET ?",
        (*_values(matched), _PROBED),
    ).fetchone()
    near = [*matched, ("picture_text.rowid > ?", last)] if last is not None else matched
    rows = connection.execute(
        f"SELECT id FROM picture_text CROSS JOIN {_FACTS} ON moment = picture_text.rowid "
        f"WHERE {_all(near)} AND {_all(facts)} ORDER BY picture_text.rowid DESC LIMIT ?",
        (*_values(near), *_values(facts), most),
    )
    found = [row[0] for row in rows]
    return found if last is None or len(found) == most else None


def _few(
    connection: sqlite3.Connection, matched: Sequence[Condition], facts: Sequence[Condition]
) -> list[int] | None:
    """What is found among the pictures that the filters leave; None when these are many."""
    rows = connection.execute(
        f"SELECT id, moment FROM {_FACTS} WHERE {_all(facts)} ORDER BY moment DESC LIMIT ?",
        (*_values(facts), _FEW + 1),
    ).fetchall()
    if len(rows) > _FEW:
        return None
    asked = f"SELECT 1 FROM picture_text WHERE {_all(matched)} AND rowid = ?"
    values = tuple(_values(matched))
    return [id for id, moment in rows if connection.execute(asked, (*values, moment)).fetchone()]


def _all(conditions: Sequence[Condition]) -> str:
    return " AND ".join(f"({text})" for text, _ in conditions)


def _values(conditions: Sequence[Condition]) -> Iterator[object]:
    for _, values in conditions:
        yield from values


def _match(connection: sqlite3.Connection, term: Term) -> str:
    """A term in the language of FTS5; tokens hold no quotes, so nothing can break out of them."""
    tokens = words(term.text)
    begins = "" if term.is_phrase or is_single(tokens[-1]) else "*"
    found = f'"{" ".join(tokens)}"{begins}'
    # FTS5 gathers all matches of a beginning that it has no index for before it gives the first;
    # those of whole words it does not.
    if begins and len(tokens) == 1 and len(tokens[0]) > _PREFIX:
        known = _beginning_with(connection, tokens[0])
        if len(known) < _FEW:
            found = " OR ".join(f'"{one}"' for one in known or tokens)
    return f"({{{term.column or 'prompt name tags'}}} : ({found}))"


def _beginning_with(connection: sqlite3.Connection, token: str) -> list[str]:
    """The words of the index that begin with ``token``; the first ``_FEW`` of them."""
    # Not ``term > known.term``: that steps through all places of a word to the next one.
    rows = connection.execute(
        """
        WITH RECURSIVE known (term) AS (
            SELECT (SELECT term FROM picture_term WHERE term >= ?1 LIMIT 1)
            UNION ALL
            SELECT (SELECT term FROM picture_term WHERE term >= known.term || char(1) LIMIT 1)
            FROM known WHERE substr(term, 1, ?2) = ?1
        )
        SELECT term FROM known WHERE substr(term, 1, ?2) = ?1 LIMIT ?3
        """,
        (token, len(token), _FEW),
    )
    return [term for (term,) in rows]


def _fact(connection: sqlite3.Connection, part: Part) -> Condition:
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
    return _all(conditions) or "1", tuple(_values(conditions))


def _bound(value: float) -> float:
    # SQLite's whole numbers end before Python's.
    return value if -(2**63) <= value < 2**63 else float(value)


def _name(connection: sqlite3.Connection, part: Name) -> Condition:
    wanted = folded(part.text)
    if part.key in ("tag", "in"):
        kind = "tag" if part.key == "tag" else "collection"
        return (
            "id IN (SELECT picture FROM picture_label WHERE label = "
            "(SELECT id FROM label WHERE kind = ? AND folded = ?))",
            (kind, wanted),
        )
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
    return _all(conditions) or "1", tuple(_values(conditions))


def midnight(day: date) -> int:
    """When a day of the local calendar begins, in microseconds since 1970, as ``moment`` counts."""
    try:
        return int(time.mktime((*day.timetuple()[:8], -1)) * 1_000_000)
    except (OverflowError, ValueError):  # long ago, for some systems
        return (day - date(1970, 1, 1)).days * 86_400_000_000


# -- the index of words ----------------------------------------------------------------------


def next_moment(connection: sqlite3.Connection, created_at: float) -> int:
    """A ``moment`` for a picture of this time that no other picture has.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    moment = int(created_at * 1_000_000)
    taken = "SELECT 1 FROM picture WHERE moment = ?"
    # Whole seconds are what zip files and some drives keep: many pictures may have the same.
    while connection.execute(taken, (moment,)).fetchone():
        (moment,) = connection.execute(
            "SELECT max(moment) + 1 FROM picture WHERE moment BETWEEN ? AND ?",
            (moment, moment + 1_000_000),
        ).fetchone()
    return moment


def index_words(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Makes these pictures' words what their rows say; to be called inside a transaction.

    Raises:
        sqlite3.Error: the database could not be read or written.
    """
    for places, some in batches(ids):
        tags: dict[int, list[str]] = {}
        for id, name in connection.execute(
            "SELECT picture, name FROM picture_label JOIN label ON label.id = label "
            f"WHERE kind = 'tag' AND picture IN ({places})",
            some,
        ):
            tags.setdefault(id, []).append(name)
        rows = connection.execute(
            "SELECT id, moment, path, request, substr(coalesce(text, ''), 1, ?) "
            "FROM picture LEFT JOIN original ON original.picture = picture.id "
            f"WHERE id IN ({places})",
            (MOST, *some),
        ).fetchall()
        connection.executemany(
            "DELETE FROM picture_text WHERE rowid = ?", [(moment,) for _, moment, *_ in rows]
        )
        connection.executemany(
            "INSERT INTO picture_text (rowid, prompt, negative, name, tags, original) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [
                (moment, *_texts(path, request, tags.get(id, []), original))
                for id, moment, path, request, original in rows
            ],
        )
        connection.execute(f"UPDATE picture SET is_indexed = 1 WHERE id IN ({places})", some)


def forget_words(connection: sqlite3.Connection, folder: int, stored: str) -> None:
    """Takes a picture's words out of the index, before its time changes.

    Raises:
        sqlite3.Error: the database could not be written.
    """
    connection.execute(
        "DELETE FROM picture_text WHERE rowid = "
        "(SELECT moment FROM picture WHERE folder = ? AND path = ?)",
        (folder, stored),
    )


def index_rest(connection: sqlite3.Connection, should_stop: Callable[[], bool]) -> None:
    """Indexes the words of pictures that an earlier version stored, some at a time.

    Raises:
        sqlite3.Error: the database could not be read or written.
    """
    while not should_stop():
        rest = connection.execute(
            "SELECT id FROM picture WHERE is_indexed = 0 ORDER BY id DESC LIMIT ?", (_BATCH,)
        ).fetchall()
        if not rest:
            return
        with transaction(connection):
            index_words(connection, [id for (id,) in rest])


def _texts(
    path: str, text: str | None, tags: Sequence[str], original: str
) -> tuple[str, str, str, str, str]:
    request = parse_request(text)
    prompt = request.prompt if request is not None else original
    negative = request.negative_prompt if request is not None else ""
    # With a token between them that no text has: no phrase reaches from one tag into the next.
    labels = " \ufffe ".join(" ".join(words(tag)) for tag in tags)
    return (
        " ".join(words(prompt)),
        " ".join(words(negative)),
        " ".join(words(PurePosixPath(path).stem)),
        labels,
        " ".join(words(original)),
    )
