"""A row of buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from sdstudio.gui.labels import without_key
from sdstudio.gui.theme import GAP


class Segments(QWidget):
    """Choices side by side. Names become objectNames (``nameButton``), labels what people read."""

    chosen = Signal(str)
    """Name of the choice the user made."""

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._names = tuple(name for name, _ in choices)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        for index, (name, label) in enumerate(choices):
            button = QPushButton(label)
            button.setObjectName(f"{name}Button")
            button.setAccessibleName(without_key(label))
            button.setCheckable(True)
            self._group.addButton(button, index)
            row.addWidget(button)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._tell)

    def choice(self) -> str:
        """The chosen name."""
        return self._names[self._group.checkedId()]

    def choose(self, name: str) -> None:
        """Chooses without telling."""
        self.button(name).setChecked(True)

    def button(self, name: str) -> QPushButton:
        """The button of a choice."""
        button = self._group.button(self._names.index(name))
        assert isinstance(button, QPushButton)
        return button

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.chosen.emit(self._names[index])
