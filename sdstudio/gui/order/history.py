"""What can be undone and done again, newest last."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot


class Step(Protocol):
    """One entry of the history. Both calls return at once; the work is done elsewhere."""

    @property
    def words(self) -> str:
        """What was done, for the menu, such as “rating of 3 pictures”."""

    def undo(self) -> None:
        """Has it undone."""

    def redo(self) -> None:
        """Has it done again."""


MOST_STEPS = 200


class History(QObject):
    """One line of steps for everything done to pictures. GUI thread only.

    No QUndoStack: its commands have succeeded when they return. Ours may fail later, on the disk,
    and are then taken back to where they were.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Something was done, or begun; what was undone before can no longer be done again."""
        self.done.append(step)
        del self.done[:-MOST_STEPS]
        self.undone.clear()
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Undoes the last step, if there is one."""
        if self.done:
            step = self.done.pop()
            self.undone.append(step)
            step.undo()
            self.changed.emit()

    @Slot()
    def redo(self) -> None:
        """Does again what was undone last, if there is something."""
        if self.undone:
            step = self.undone.pop()
            self.done.append(step)
            step.redo()
            self.changed.emit()

    def undo_step(self, step: Step) -> None:
        """Undoes one step, whatever was done after it; it cannot be done again."""
        if step in self.done:
            self.done.remove(step)
            step.undo()
            self.changed.emit()

    def undo_failed(self, step: Step) -> None:
        """The step is still done: it can be tried again."""
        if step in self.undone:
            self.undone.remove(step)
            self.done.append(step)
            self.changed.emit()

    def redo_failed(self, step: Step, *, is_first: bool) -> None:
        """The step is not done. One that never was is forgotten."""
        if step in self.done:
            self.done.remove(step)
            if not is_first:
                self.undone.append(step)
            self.changed.emit()
