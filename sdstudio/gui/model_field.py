"""The list of models, and the button that adds a folder or a file to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import set_tooltip
from sdstudio.gui.theme import GAP
from sdstudio.request import BUILT_IN, FACES, STARTER


class ModelField(QWidget):
    """Model references by name: what is built in, and the folders and files opened so far."""

    def __init__(self, starter_name: str, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = QComboBox()
        self.combo.setObjectName("modelCombo")
        self.combo.setAccessibleName(self.tr("Model"))
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(8)
        self.combo.addItem(starter_name, STARTER)
        self.combo.addItem(self.tr("Faces (built in)"), FACES)
        self.folder_button = QToolButton()
        self.folder_button.setObjectName("openModelFolderButton")
        self.folder_button.setAccessibleName(self.tr("Open model folder"))
        set_tooltip(self.folder_button, self.tr("Open model folder… (Ctrl+O)"))
        icons.attach(self.folder_button, "folder")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.combo, 1)
        row.addWidget(self.folder_button)

    def reference(self) -> str:
        """The model chosen."""
        return str(self.combo.currentData())

    def folders(self) -> tuple[str, ...]:
        """The folders and files on the list."""
        every = [str(self.combo.itemData(row)) for row in range(self.combo.count())]
        return tuple(reference for reference in every if reference not in BUILT_IN)

    def add(self, reference: str) -> None:
        """Puts a model on the list, if it is not there."""
        if self.combo.findData(reference) < 0:
            with QSignalBlocker(self.combo):
                self.combo.addItem(Path(reference).name or reference, reference)

    def choose(self, reference: str) -> None:
        """Shows a model as the chosen one, without ``activated``."""
        self.add(reference)
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self.combo.findData(reference))
        set_tooltip(self.combo, "" if reference in BUILT_IN else reference)

    def forget(self, reference: str) -> None:
        """Takes a folder or file off the list; what is built in stays."""
        row = self.combo.findData(reference)
        if reference not in BUILT_IN and row >= 0:
            with QSignalBlocker(self.combo):
                self.combo.removeItem(row)
