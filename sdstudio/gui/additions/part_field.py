"""Where a part of the model comes from: itself, another model, or a file."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from sdstudio.gui.additions.words import part_word
from sdstudio.gui.fields import titled
from sdstudio.gui.labels import PlainLabel, mark_users_text, set_tooltip
from sdstudio.gui.retold import Tell

_FILE, _FOLDER = "\0file", "\0folder"
"""What the last lines stand for in the place of a path."""


class PartField(QWidget):
    """A list of places for one part; the last lines let the user choose another."""

    chosen = Signal(str, str)
    """The part's name, and the path chosen; an empty one is the model's own."""
    browse_wanted = Signal(str, bool)
    """The part's name; the user wants to choose a folder if true, else a file."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._path = ""
        self._options: dict[str, str] = {}
        word = part_word(name)
        self.combo = QComboBox()
        self.combo.setObjectName(f"{name}Combo")
        self.combo.setAccessibleName(word)
        mark_users_text(self.combo)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(8)
        self.warning = PlainLabel("", role="warning", wrap=True)
        self.warning.setObjectName(f"{name}Warning")
        self.warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(titled(word, self.combo, self.combo))
        column.addWidget(self.warning)
        self.combo.activated.connect(self._activated)

    def show_state(self, path: str, options: dict[str, str], complaint: str) -> None:
        """Shows the paths to choose from, with their names; ``path`` is the chosen one."""
        self._path, self._options = path, options
        self._fill()
        self.warning.setText(complaint)
        self.warning.setVisible(bool(complaint))

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self.combo):
            self.combo.clear()
            self.combo.addItem(self.tr("The model's own"), "")
            for path, name in self._options.items():
                self.combo.addItem(name, path)
            self.combo.insertSeparator(self.combo.count())
            # Only these are told, and loaded, out of one file.
            if self.name in ("vae", "unet"):
                self.combo.addItem(self.tr("Choose a file…"), _FILE)
            self.combo.addItem(self.tr("Choose a folder…"), _FOLDER)
            self.combo.setCurrentIndex(max(self.combo.findData(self._path), 0))
        set_tooltip(self.combo, self._path)

    @Slot(int)
    def _activated(self, index: int) -> None:
        path = str(self.combo.itemData(index))
        if path in (_FILE, _FOLDER):
            self._fill()
            self.browse_wanted.emit(self.name, path == _FOLDER)
        elif path != self._path:
            self.chosen.emit(self.name, path)
