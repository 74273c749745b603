"""Keeping order: ratings, favourites, tags and collections of many pictures, and undoing it.

Every edit gives what undoes it: again edits, each of the pictures that it really changed. So an
undo brings back nothing that somebody else has changed since, and gives what redoes it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sdstudio.gallery.marks import known_names, marked_pictures, save_marks
from sdstudio.gallery.schema import transaction
from sdstudio.gallery.sidecar import BEST, Marks, label_name, label_names
from sdstudio.gallery.words import folded
from sdstudio.request import SdstudioError


class InvalidEdit(SdstudioError):
    """A rating, a tag or a collection that cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes different; None and empty leave things as they are. ``rating`` is 0 to 5.

    Raises:
        InvalidEdit: a rating out of bounds, or a name without a letter.
    """

    rating: int | None = None
    favourite: bool | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    add_collections: tuple[str, ...] = ()
    remove_collections: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.rating is not None and not 0 <= self.rating <= BEST:
            raise InvalidEdit(
                "The rating is {rating}; it must be between 0 and {most}.",
                rating=self.rating,
                most=BEST,
            )
        for field in ("add_tags", "remove_tags", "add_collections", "remove_collections"):
            names: tuple[str, ...] = getattr(self, field)
            object.__setattr__(self, field, tuple(_named(name) for name in names))


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of some pictures."""

    ids: tuple[int, ...]
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """What takes something back: collections to make, edits, collections to delete, in this order.

    ``problem`` is what the edit before met: where a folder refused a sidecar, those changes are
    kept in the gallery's database only, of ``unsaved`` pictures.
    """

    create: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    delete: tuple[str, ...] = ()
    unsaved: int = 0
    problem: SdstudioError | None = None


def apply(connection: sqlite3.Connection, wanted: Undo) -> Undo:
    """Does what an ``Undo`` says, in a moment also for a thousand pictures; gives what undoes it.

    Raises:
        sqlite3.Error: the database could not be read or written.
    """
    with transaction(connection):
        made = tuple(name for name in wanted.create if _create(connection, name))
    ids = tuple(dict.fromkeys(id for edit in wanted.edits for id in edit.ids))
    pictures = marked_pictures(connection, ids)
    tags, collections = known_names(connection, "tag"), known_names(connection, "collection")
    after = {id: picture.marks for id, picture in pictures.items()}
    for edit in wanted.edits:
        for id in edit.ids:
            if id in after:
                after[id] = changed_marks(after[id], edit.change, tags, collections)
    changed = [(one, after[id]) for id, one in pictures.items() if after[id] != one.marks]
    failed = save_marks(connection, changed) if changed else {}
    with transaction(connection):
        gone = tuple(name for name in wanted.delete if _delete(connection, name))
        connection.execute(
            "DELETE FROM label WHERE kind = 'tag' AND id NOT IN (SELECT label FROM picture_label)"
        )
    back: dict[Change, list[int]] = {}
    for picture, marks in changed:
        back.setdefault(_difference(marks, picture.marks), []).append(picture.id)
    return Undo(
        create=gone,
        edits=tuple(Edit(tuple(some), change) for change, some in back.items()),
        delete=made,
        unsaved=len(failed),
        problem=_problem(list(failed.values())) if failed else None,
    )


def creation(connection: sqlite3.Connection, name: str) -> Undo:
    """What makes an empty collection.

    Raises:
        InvalidEdit: the name is empty, or taken.
        sqlite3.Error: the database could not be read.
    """
    return Undo(create=(_unused(connection, name),))


def deletion(connection: sqlite3.Connection, name: str) -> Undo:
    """What deletes a collection; its pictures stay.

    Raises:
        InvalidEdit: there is no such collection.
        sqlite3.Error: the database could not be read.
    """
    known = _known(connection, name)
    change = Change(remove_collections=(known,))
    return Undo(edits=(Edit(_members(connection, known), change),), delete=(known,))


def renaming(connection: sqlite3.Connection, name: str, to: str) -> Undo:
    """What gives a collection another name.

    Raises:
        InvalidEdit: there is no such collection, or the name is empty or taken.
        sqlite3.Error: the database could not be read.
    """
    known, new = _known(connection, name), _unused(connection, to)
    change = Change(add_collections=(new,), remove_collections=(known,))
    return Undo(create=(new,), edits=(Edit(_members(connection, known), change),), delete=(known,))


def changed_marks(
    marks: Marks, change: Change, tags: Mapping[str, str], collections: Mapping[str, str]
) -> Marks:
    """What a change makes of a picture's marks; known names, folded, keep their spelling."""
    return Marks(
        rating=marks.rating if change.rating is None else change.rating,
        favourite=marks.favourite if change.favourite is None else change.favourite,
        tags=_names(marks.tags, change.add_tags, change.remove_tags, tags),
        collections=_names(
            marks.collections, change.add_collections, change.remove_collections, collections
        ),
    )


def _names(
    names: Sequence[str], added: Sequence[str], removed: Sequence[str], known: Mapping[str, str]
) -> tuple[str, ...]:
    if not added and not removed:
        return tuple(names)
    unwanted = {folded(name) for name in removed}
    kept = [name for name in names if folded(name) not in unwanted]
    # As it is spelled already.
    return label_names((*kept, *(known.get(folded(name), name) for name in added)))


def _difference(now: Marks, then: Marks) -> Change:
    return Change(
        rating=then.rating if then.rating != now.rating else None,
        favourite=then.favourite if then.favourite != now.favourite else None,
        add_tags=_without(then.tags, now.tags),
        remove_tags=_without(now.tags, then.tags),
        add_collections=_without(then.collections, now.collections),
        remove_collections=_without(now.collections, then.collections),
    )


def _without(names: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)


def _problem(failed: Sequence[SdstudioError]) -> SdstudioError:
    first = failed[0]
    return type(first)(
        "Of {count} pictures this is kept in the gallery's database only: {reason}",
        "It is written beside them when that becomes possible.",
        count=len(failed),
        reason=first.message,
    )


def _named(name: str) -> str:
    known = label_name(name)
    if not known:
        raise InvalidEdit("A tag or a collection needs a name.", "Type at least one letter.")
    return known


def _known(connection: sqlite3.Connection, name: str) -> str:
    known = known_names(connection, "collection").get(folded(label_name(name)))
    if known is None:
        raise InvalidEdit("There is no collection “{name}”.", name=name)
    return known


def _unused(connection: sqlite3.Connection, name: str) -> str:
    new = _named(name)
    known = known_names(connection, "collection").get(folded(new))
    if known is not None:
        raise InvalidEdit(
            "There is a collection “{name}” already.", "Choose another name.", name=known
        )
    return new


def _members(connection: sqlite3.Connection, name: str) -> tuple[int, ...]:
    rows = connection.execute(
        "SELECT picture FROM picture_label JOIN label ON label.id = label "
        "WHERE kind = 'collection' AND folded = ? ORDER BY picture",
        (folded(name),),
    )
    return tuple(id for (id,) in rows)


def _create(connection: sqlite3.Connection, name: str) -> bool:
    return bool(
        connection.execute(
            "INSERT INTO label (kind, name, folded) VALUES ('collection', ?, ?) "
            "ON CONFLICT DO NOTHING",
            (name, folded(name)),
        ).rowcount
    )


def _delete(connection: sqlite3.Connection, name: str) -> bool:
    """Deletes a collection that is empty; one that got pictures meanwhile stays."""
    return bool(
        connection.execute(
            "DELETE FROM label WHERE kind = 'collection' AND folded = ? "
            "AND id NOT IN (SELECT label FROM picture_label)",
            (folded(name),),
        ).rowcount
    )
