"""What the user does to pictures and may take back: done in the librarian's thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sdstudio.gallery.ordering import Change, Edit, Undo, changed_marks
from sdstudio.gallery.sidecar import Marks
from sdstudio.gallery.store import Gallery
from sdstudio.request import GalleryItem, SdstudioError

Begin = Callable[[Gallery], Undo]
"""Does something for the first time, in the librarian's thread; gives what undoes it."""


class Deed:
    """Something done to the gallery that can be undone and done again, any number of times.

    ``words`` name it for the user, such as “rating of 3 pictures”. ``run`` is for the librarian's
    thread only. It does nothing where the deed is in the wanted state already, as after a failure.
    """

    def __init__(self, words: str, begin: Begin) -> None:
        self.words = words
        self._begin = begin
        self._is_done = False
        self._next: Undo | None = None

    def run(self, gallery: Gallery, *, is_undo: bool) -> SdstudioError | None:
        """Does or undoes it; after a return that is durable.

        Gives what the user should know all the same.

        Raises:
            SdstudioError: nothing was done.
        """
        if self._is_done != is_undo:
            return None
        self._next = self._begin(gallery) if self._next is None else gallery.undo(self._next)
        self._is_done = not is_undo
        return self._next.problem


def edit_deed(words: str, ids: Iterable[int], change: Change) -> Deed:
    """A change of some pictures."""
    edit = Edit(tuple(ids), change)
    return Deed(words, lambda gallery: gallery.undo(Undo(edits=(edit,))))


def changed_item(item: GalleryItem, change: Change) -> GalleryItem:
    """How a picture looks once a change is done, to be shown before it is."""
    marks = Marks(
        rating=item.rating,
        favourite=item.favourite,
        tags=item.tags,
        collections=item.collections,
    )
    changed = changed_marks(marks, change, {}, {})
    return replace(
        item,
        rating=changed.rating,
        favourite=changed.favourite,
        tags=changed.tags,
        collections=changed.collections,
    )


@dataclass(frozen=True, slots=True)
class Label:
    """A tag or a collection: how many of the asked pictures have it, and how many of all."""

    name: str
    chosen: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of the pictures ``ids``, of which ``total`` are still there.

    Those that one of them has come first, then as in ``Facets``.
    """

    ids: tuple[int, ...]
    total: int
    tags: tuple[Label, ...]
    collections: tuple[Label, ...]


def count_labels(gallery: Gallery, ids: Iterable[int]) -> Labels:
    """Which labels there are, and which of them these pictures have.

    Raises:
        SdstudioError: the database could not be read.
    """
    asked = tuple(ids)
    items = gallery.items(asked)
    facets = gallery.facets()
    return Labels(
        ids=asked,
        total=len(items),
        tags=_labels(facets.tags, Counter(tag for item in items for tag in item.tags)),
        collections=_labels(
            facets.collections, Counter(name for item in items for name in item.collections)
        ),
    )


def _labels(known: Iterable[tuple[str, int]], chosen: Counter[str]) -> tuple[Label, ...]:
    labels = [Label(name, chosen[name], count) for name, count in known]
    return tuple(sorted(labels, key=lambda label: label.chosen == 0))
