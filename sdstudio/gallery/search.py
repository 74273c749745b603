"""Searching: a ``Query`` as SQL over the index of words and the index of facts.

Both are in the order of ``moment``, newest first, so a search that wants the newest few stops when
it has them; where a filter leaves few pictures, only these are looked at. Nothing of a query
becomes part of a statement: values are parameters, and words are cut into tokens first.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from sdstudio.gallery.filters import Condition, all_of, condition_of, rare_ones, values_of
from sdstudio.gallery.metadata import parse_request
from sdstudio.gallery.query import Days, Query, Sort, Term
from sdstudio.gallery.rows import batches
from sdstudio.gallery.schema import LISTED, transaction
from sdstudio.gallery.words import MOST, is_single, words

_PROBED = 5_000
"""Matches of the words that are looked at one by one, before all are gathered first."""
_FEW = 300
"""Pictures whose words are asked for one by one."""
_SPELLED_OUT = 50
"""Words of one beginning that are asked for instead of it."""
_PREFIX = 6
"""Letters of the longest beginning that ``picture_text`` has an index for."""
_BATCH = 200
_FACTS = "picture INDEXED BY picture_facts"
_ROWS = "picture NOT INDEXED"
_MATCHES = "SELECT rowid FROM picture_text WHERE picture_text MATCH ?"
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


def search(connection: sqlite3.Connection, query: Query, limit: int | None) -> list[int]:
    """The listed pictures that a query finds, in its order; at most ``limit`` of them.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    most = -1 if limit is None else limit
    filters = [
        (part, condition_of(connection, part)) for part in query.parts if not isinstance(part, Term)
    ]
    facts: list[Condition] = [(LISTED, ()), *(condition for _, condition in filters)]
    rare = rare_ones(connection, filters)
    table = _FACTS if rare is None else _ROWS
    if rare is not None:
        facts.insert(0, ("id IN (SELECT value FROM json_each(?))", (json.dumps(rare),)))
    terms = [part for part in query.parts if isinstance(part, Term)]
    wanted = [_match(connection, term) for term in terms if not term.is_negated]
    unwanted = [_match(connection, term) for term in terms if term.is_negated]
    if not wanted:
        # Asked for one by one where they are few, else gathered first.
        without = f"NOT EXISTS ({_MATCHES} AND rowid = moment)"
        if rare is None or len(rare) > _FEW:
            without = f"moment NOT IN ({_MATCHES})"
        facts += [(without, (match,)) for match in unwanted]
        return _scan(connection, table, facts, query.sort, most)
    match = " AND ".join(wanted)
    if unwanted:
        match = f"({match}) NOT ({' OR '.join(unwanted)})"
    # Days bound the index of words as well: its rowids are moments.
    matched: list[Condition] = [("picture_text MATCH ?", (match,))]
    for part, (text, values) in filters:
        if isinstance(part, Days) and not part.is_negated:
            matched.append((text.replace("moment", "picture_text.rowid"), values))
    is_probed = rare is None and query.sort == "newest" and limit is not None
    if is_probed:
        found = _probe(connection, matched, facts, most)
        if found is not None:
            return found
    if is_probed or rare is not None:
        found = _few(connection, table, matched, facts, query.sort)
        if found is not None:
            return found[:limit]
    inside = f"moment IN (SELECT rowid FROM picture_text WHERE {all_of(matched)})"
    facts.append((inside, tuple(values_of(matched))))
    return _scan(connection, table, facts, query.sort, most)


def _scan(
    connection: sqlite3.Connection, table: str, facts: Sequence[Condition], sort: Sort, most: int
) -> list[int]:
    rows = connection.execute(
        f"SELECT id FROM {table} WHERE {all_of(facts)} ORDER BY {_ORDERS[sort]} LIMIT ?",
        (*values_of(facts), most),
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
        f"SELECT rowid FROM picture_text WHERE {all_of(matched)} "
        "ORDER BY rowid DESC LIMIT 1 OFFSET ?",
        (*values_of(matched), _PROBED),
    ).fetchone()
    near = [*matched, ("picture_text.rowid > ?", last)] if last is not None else matched
    rows = connection.execute(
        f"SELECT id FROM picture_text CROSS JOIN {_FACTS} ON moment = picture_text.rowid "
        f"WHERE {all_of(near)} AND {all_of(facts)} ORDER BY picture_text.rowid DESC LIMIT ?",
        (*values_of(near), *values_of(facts), most),
    )
    found = [row[0] for row in rows]
    return found if last is None or len(found) == most else None


def _few(
    connection: sqlite3.Connection,
    table: str,
    matched: Sequence[Condition],
    facts: Sequence[Condition],
    sort: Sort,
) -> list[int] | None:
    """What is found among the pictures that the filters leave; None when these are many."""
    rows = connection.execute(
        f"SELECT id, moment FROM {table} WHERE {all_of(facts)} ORDER BY {_ORDERS[sort]} LIMIT ?",
        (*values_of(facts), _FEW + 1),
    ).fetchall()
    if len(rows) > _FEW:
        return None
    asked = f"SELECT 1 FROM picture_text WHERE {all_of(matched)} AND rowid = ?"
    values = tuple(values_of(matched))
    return [id for id, moment in rows if connection.execute(asked, (*values, moment)).fetchone()]


def _match(connection: sqlite3.Connection, term: Term) -> str:
    """A term in the language of FTS5; tokens hold no quotes, so nothing can break out of them."""
    tokens = words(term.text)
    begins = "" if term.is_phrase or is_single(tokens[-1]) else "*"
    found = f'"{" ".join(tokens)}"{begins}'
    # FTS5 gathers all matches of a beginning that it has no index for before it gives the first;
    # those of whole words it does not.
    if begins and len(tokens) == 1 and len(tokens[0]) > _PREFIX:
        known = _beginning_with(connection, tokens[0])
        if len(known) < _SPELLED_OUT:
            found = " OR ".join(f'"{one}"' for one in known or tokens)
    return f"({{{term.column or 'prompt name tags'}}} : ({found}))"


def _beginning_with(connection: sqlite3.Connection, token: str) -> list[str]:
    """The words of the index that begin with ``token``; the first ``_SPELLED_OUT`` of them."""
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
        (token, len(token), _SPELLED_OUT),
    )
    return [term for (term,) in rows]


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
