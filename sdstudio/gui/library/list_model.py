"""The rows of the library: what of it is in sight, by part and by the words searched for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sdstudio.gui.library.entries import SOURCES, Entry, Source
from sdstudio.gui.library.words import second_line

_NO_INDEX = QModelIndex()


class LibraryListModel(QAbstractListModel):
    """Entries, filtered. GUI thread only."""

    EntryRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: list[Entry] = []
        self._shown: list[Entry] = []
        self._source: Source = "all"
        self._words: tuple[str, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Takes all entries anew; rows that stay the same ones are kept, so nothing jumps."""
        self._every = list(entries)
        self._filter()

    def set_filter(self, source: Source, text: str) -> None:
        """Shows a part of the library, and of it what holds all of the words."""
        self._source = source
        self._words = tuple(text.lower().split())
        self._filter()

    def counts(self) -> dict[Source, int]:
        """How many entries each part has, whatever is searched for."""
        return {
            source: sum(entry.belongs_to(source) for entry in self._every) for source in SOURCES
        }

    def entry(self, row: int) -> Entry | None:
        """The entry in a row; None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: str) -> int:
        """Where an entry is in sight; -1 where it is not."""
        return next((row for row, entry in enumerate(self._shown) if entry.key == key), -1)

    def every(self, key: str) -> Entry | None:
        """An entry by its key, in sight or not."""
        return next((entry for entry in self._every if entry.key == key), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == self.EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.name}, {second_line(entry)}"
        return None

    def _filter(self) -> None:
        shown = [
            entry
            for entry in self._every
            if entry.belongs_to(self._source) and entry.matches(self._words)
        ]
        if [entry.key for entry in shown] != [entry.key for entry in self._shown]:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()
            return
        for row, entry in enumerate(shown):
            if entry != self._shown[row]:
                self._shown[row] = entry
                self.dataChanged.emit(self.index(row), self.index(row))
