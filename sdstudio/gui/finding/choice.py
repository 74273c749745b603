"""A list to choose one value from, whose own words say what it is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from sdstudio.gui.labels import mark_users_text


class ChoiceCombo(QComboBox):
    """Words, each for a value. The user's choice is told; one that is shown by us is not."""

    chosen = Signal(object)
    """The value that the user chose."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        # On Linux, Qt gives screen readers the choice as the name.
        self.setAccessibleDescription(label)
        mark_users_text(self)
        # Names of models are long: they must not make the panel wider.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choices: list[tuple[str, object]] = []
        self._value: object = None
        self._words = ""
        self.activated.connect(self._activated)

    @property
    def value(self) -> object:
        """What is shown as chosen."""
        return self._value

    def set_choices(self, choices: Sequence[tuple[str, object]]) -> None:
        """What can be chosen, in words and as values; what is chosen stays."""
        if list(choices) != self._choices:
            self._choices = list(choices)
            self._fill()

    def show_value(self, value: object, words: str) -> None:
        """Shows a value as chosen, by ``words`` where it is none of the choices."""
        self._value, self._words = value, words
        self._fill()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls past changes nothing.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _shown(self) -> list[tuple[str, object]]:
        is_known = any(value == self._value for _, value in self._choices)
        return self._choices if is_known else [*self._choices, (self._words, self._value)]

    def _fill(self) -> None:
        shown = self._shown()
        words = [text for text, _ in shown]
        if words != [self.itemText(row) for row in range(self.count())]:
            self.clear()
            self.addItems(words)
        self.setCurrentIndex([value for _, value in shown].index(self._value))

    @Slot(int)
    def _activated(self, row: int) -> None:
        shown = self._shown()
        if 0 <= row < len(shown):
            self._words, self._value = shown[row]
            self.chosen.emit(self._value)
