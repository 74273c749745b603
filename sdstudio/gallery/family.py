"""Family trees: which picture was branched from which.

A branch names its parent by request id, so a tree is found again from the files alone. What files
say may be forged: a picture that is its own ancestor, a hundred thousand generations. Each picture
appears once, and no tree is deeper than ``MAX_GENERATIONS``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sdstudio.gallery.metadata import parse_request
from sdstudio.gallery.schema import LISTED
from sdstudio.request import GenerationRequest

MAX_GENERATIONS = 1000
"""How far a tree is followed, from a picture up and from the top down."""

_VARIABLES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """One picture of a family tree.

    ``id`` is None for a parent that is deleted, missing or was never here; of the last, ``request``
    is None as well. ``depth`` counts generations from the top, which is 0. ``from_step`` is the
    step of its parent that it begins at, counted from 1; 0 at the top.
    """

    id: int | None
    request: GenerationRequest | None
    depth: int
    from_step: int
    request_id: str


@dataclass(frozen=True, slots=True)
class _Member:
    """A row, or a picture known only by its request id; ``id`` is None when it is not listed."""

    id: int | None
    request_id: str
    request: GenerationRequest | None = None
    parent: str = ""
    from_step: int = 0
    created_at: float = 0.0


def family(connection: sqlite3.Connection, id: int) -> tuple[Relative, ...]:
    """The whole tree that a picture belongs to, depth first; the picture alone if to none.

    Branches of one parent are ordered by the step they begin at, then by age. Pictures that are
    not listed appear only where listed ones descend from them, and at the top only where several
    do. Of copies of one picture one appears, the one asked for if it is among them. Empty when
    the picture itself is not listed.

    Raises:
        sqlite3.Error: the database could not be read.
    """
    start = next(_members(connection, f"id = ? AND {LISTED}", (id,)), None)
    if start is None:
        return ()
    line = _line(connection, start)
    top = list(line.values())[-1]
    children = _children(connection, top.request_id, line)
    # Above the first listed picture, one that is gone tells something only where it joins several.
    while top.id is None and len(children.get(top.request_id, [])) == 1:
        (top,) = children[top.request_id]
    return tuple(_depth_first(top, children))


def _line(connection: sqlite3.Connection, start: _Member) -> dict[str, _Member]:
    """The picture and its ancestors by request id, the oldest last."""
    line = {start.request_id: start}
    member = start
    while member.parent and member.parent not in line and len(line) <= MAX_GENERATIONS:
        known = next(_members(connection, "request_id = ?", (member.parent,)), None)
        member = known or _Member(None, member.parent)
        line[member.request_id] = member
    return line


def _children(
    connection: sqlite3.Connection, top: str, line: dict[str, _Member]
) -> dict[str, list[_Member]]:
    """By request id, the branches that are listed or have listed ones below them, in order."""
    found: list[tuple[str, _Member]] = []
    seen = {top}
    generation = [top]
    for _ in range(MAX_GENERATIONS):
        if not generation:
            break
        best: dict[str, _Member] = {}
        for member in _branches(connection, generation):
            one = member.request_id
            if one in seen:
                continue
            if one not in best or (best[one].id is None and member.id is not None):
                best[one] = member
        # The picture asked for, rather than another copy of it.
        best.update((one, line[one]) for one in best.keys() & line.keys() if line[one].id)
        found.extend((member.parent, member) for member in best.values())
        seen.update(best)
        generation = list(best)
    children: dict[str, list[_Member]] = {}
    # From the last generation up, so that what is below each is known when its turn comes.
    for parent, member in reversed(found):
        if member.id is not None or member.request_id in children:
            children.setdefault(parent, []).append(member)
    for siblings in children.values():
        siblings.sort(key=lambda member: (member.from_step, member.created_at, member.request_id))
    return children


def _depth_first(top: _Member, children: dict[str, list[_Member]]) -> Iterator[Relative]:
    waiting = [(top, 0)]
    while waiting:
        member, depth = waiting.pop()
        yield Relative(
            id=member.id,
            request=member.request,
            depth=depth,
            from_step=member.from_step if depth else 0,
            request_id=member.request_id,
        )
        waiting.extend((one, depth + 1) for one in reversed(children.get(member.request_id, [])))


def _branches(connection: sqlite3.Connection, parents: Sequence[str]) -> Iterator[_Member]:
    for start in range(0, len(parents), _VARIABLES):
        some = parents[start : start + _VARIABLES]
        yield from _members(connection, f"parent IN ({','.join('?' * len(some))})", some)


def _members(
    connection: sqlite3.Connection, condition: str, values: Sequence[object]
) -> Iterator[_Member]:
    rows = connection.execute(
        f"SELECT id, {LISTED}, request_id, request, parent, from_step, created_at "
        f"FROM picture WHERE {condition}",
        values,
    )
    for id, is_listed, request_id, text, parent, from_step, created_at in rows:
        request = parse_request(text)
        if request_id is None and request is not None:  # a copy
            request_id = request.id
        yield _Member(
            id if is_listed else None,
            request_id or "",
            request,
            parent or "",
            from_step or 0,
            created_at,
        )
