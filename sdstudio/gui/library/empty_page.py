"""What stands in the place of the list while there is nothing in it, with what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, without_key
from sdstudio.gui.theme import GAP, ThemeSource

_SIGN = 40
_WIDEST = 440


class EmptyPage(QWidget):
    """A sign, a sentence, and a button for what the sentence says."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._icons = icons
        self._icon = "model"
        self._action: QAction | None = None
        self._sign = PlainLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = PlainLabel("", role="heading")
        self._title.setObjectName("libraryEmptyTitle")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = PlainLabel("", role="hint", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.setObjectName("libraryEmptyButton")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GAP, GAP, 4 * GAP, 4 * GAP)
        layout.setSpacing(GAP)
        layout.addStretch(1)
        layout.addWidget(self._sign)
        layout.addWidget(self._title)
        self._sentence.setMaximumWidth(_WIDEST)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._sentence, 100)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addSpacing(GAP)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.button.clicked.connect(self._act)
        themes.changed.connect(self._draw)

    def say(self, icon: str, title: str, sentence: str, action: QAction | None = None) -> None:
        """Shows a title and a sentence; ``action`` becomes the button."""
        self._icon, self._action = icon, action
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.button.setVisible(action is not None)
        if action is not None:
            self.button.setText(action.text())
            self.button.setAccessibleName(without_key(action.text()))
            self.button.setIcon(action.icon())
        self._draw()

    @Slot()
    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        colour = self._themes.theme.secondary
        self._sign.setPixmap(self._icons.pixmap(self._icon, colour, _SIGN, ratio))

    @Slot()
    def _act(self) -> None:
        if self._action is not None:
            self._action.trigger()
