"""Which pictures of a list are chosen, by id: so it stays right while rows come and go."""

from __future__ import annotations

from collections.abc import Iterable

from sdstudio.gui.gallery_model import GalleryModel

_SUCCESSORS = 1000


class GridSelection:
    """The chosen pictures, the current one (the keyboard's), and where a range begins.

    Rows are those of the model now; what is remembered are ids. GUI thread only.
    """

    def __init__(self, model: GalleryModel) -> None:
        self._model = model
        self._ids: set[int] = set()
        self._current: int | None = None
        self._anchor: int | None = None

    @property
    def current(self) -> int | None:
        """The picture under the keyboard's cursor."""
        return self._current

    @property
    def count(self) -> int:
        """How many are chosen."""
        return len(self._ids)

    def has(self, id: int) -> bool:
        """Whether a picture is chosen."""
        return id in self._ids

    def ids(self) -> list[int]:
        """The chosen pictures, from top to bottom."""
        rows = sorted(self._model.index_of(id).row() for id in self._ids)
        return [self._model.id_at(row) for row in rows if row >= 0]

    def current_row(self) -> int | None:
        """The row of the current picture; None without one."""
        return self._row(self._current)

    def choose(self, row: int) -> None:
        """This one and no other."""
        self._current = self._anchor = self._model.id_at(row)
        self._ids = {self._current}

    def toggle(self, row: int) -> None:
        """Adds one, or takes it away again."""
        self._current = self._anchor = self._model.id_at(row)
        self._ids ^= {self._current}

    def extend(self, row: int, *, add: bool = False) -> None:
        """All from where the range began to this one; ``add`` keeps those chosen before."""
        anchor = self._row(self._anchor)
        if anchor is None:
            anchor = row
            self._anchor = self._model.id_at(row)
        first, last = sorted((anchor, row))
        chosen = set(self._model.ids_between(first, last + 1))
        self._ids = self._ids | chosen if add else chosen
        self._current = self._model.id_at(row)

    def put(self, ids: Iterable[int]) -> None:
        """Exactly these; the current one stays."""
        self._ids = set(ids)

    def clear(self) -> None:
        """None is chosen; the current one stays for the keyboard."""
        self._ids = set()

    def successors(self) -> list[int]:
        """Who may take the current one's place when it goes: those after it, then those before."""
        row = self.current_row()
        if row is None:
            return []
        after = self._model.ids_between(row + 1, row + 1 + _SUCCESSORS)
        return after + self._model.ids_between(max(0, row - _SUCCESSORS), row)[::-1]

    def forget_missing(self, successors: list[int]) -> None:
        """Rows were taken away; one of ``successors`` takes the current one's place if need be."""
        if self._ids:
            self._ids = {id for id in self._ids if self._model.index_of(id).isValid()}
        if self._row(self._anchor) is None:
            self._anchor = None
        if self._current is not None and self._row(self._current) is None:
            listed = (id for id in successors if self._row(id) is not None)
            self._current = self._anchor = next(listed, None)

    def _row(self, id: int | None) -> int | None:
        if id is None:
            return None
        index = self._model.index_of(id)
        return index.row() if index.isValid() else None
