"""A field for a folder: typed, or chosen in the system's own window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from sdstudio.gui.dialogs import choose_folder
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP


class FolderField(QWidget):
    """Nothing looks at the disk while the path is typed. GUI thread only."""

    changed = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """``name`` begins the object names; ``title`` is told to screen readers."""
        super().__init__(parent)
        self._title = title
        self.edit = QLineEdit()
        self.edit.setObjectName(f"{name}FolderEdit")
        self.edit.setAccessibleName(title)
        self.edit.setPlaceholderText(self.tr("Path of a folder"))
        self.button = QPushButton(self.tr("C&hoose…"))
        self.button.setObjectName(f"{name}FolderButton")
        self.button.setAccessibleName(self.tr("Choose a folder"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.edit.textChanged.connect(self.changed)
        self.button.clicked.connect(self._choose)

    def path(self) -> Path | None:
        """The folder, whether it is there or not; None while nothing is typed."""
        text = self.edit.text().strip()
        return Path(text).expanduser().absolute() if text else None

    def set_path(self, path: Path | None) -> None:
        """Shows a folder."""
        self.edit.setText("" if path is None else str(path))

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._title = tell(self._title)

    @Slot()
    def _choose(self) -> None:
        folder = choose_folder(self, self._title, self.path() or Path.home())
        if folder is not None:
            self.set_path(folder)
