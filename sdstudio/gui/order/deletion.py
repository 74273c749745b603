"""Deleting pictures as a step of the history."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sdstudio.gui.librarian import Librarian


class Deletion:
    """Pictures that went to the trash together."""

    def __init__(self, ids: list[int], librarian: Librarian) -> None:
        self.ids = ids
        self._librarian = librarian

    @property
    def words(self) -> str:
        return QCoreApplication.translate(
            "Deletion", "deleting of %Ln picture(s)", "", len(self.ids)
        )

    def undo(self) -> None:
        self._librarian.restore(self.ids)

    def redo(self) -> None:
        self._librarian.delete(self.ids)
