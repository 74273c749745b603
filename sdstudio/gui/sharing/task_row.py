"""How far a task in the background is, in the status bar, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.theme import GAP

_BAR = 96


class TaskRow(QWidget):
    """Hidden while there is nothing to tell. GUI thread only."""

    stop_wanted = Signal()

    def __init__(self, name: str, stop: str, icons: IconSet, parent: QWidget | None = None) -> None:
        """``name`` begins the object names; ``stop`` says what the button does."""
        super().__init__(parent)
        self.setObjectName(f"{name}Task")
        self.label = PlainLabel()
        self.label.setObjectName(f"{name}TaskText")
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}TaskBar")
        self.bar.setProperty("look", "thin")
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR, 4)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop_button = QToolButton()
        self.stop_button.setObjectName(f"{name}TaskStopButton")
        self.stop_button.setProperty("look", "quiet")
        self.stop_button.setAccessibleName(stop)
        set_tooltip(self.stop_button, stop)
        icons.attach(self.stop_button, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addStretch(1)
        row.addWidget(self.label)
        row.addWidget(self.bar)
        row.addWidget(self.stop_button)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.hide()

    def tell(self, text: str, done: int, total: int) -> None:
        """Shows how far it is; a ``total`` of 0 for what cannot be told yet."""
        self.label.setText(text)
        # A range that ends where it begins is one that moves to and fro.
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(text)
        self.show()
