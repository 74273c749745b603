"""The list of models, and the buttons that bring more of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.keys import with_keys
from sdstudio.gui.labels import mark_users_text, set_tooltip
from sdstudio.gui.retold import Tell
from sdstudio.gui.setting_words import told_model
from sdstudio.gui.theme import GAP
from sdstudio.request import BUILT_IN, FACES, STARTER

_MORE = ""
"""What the last line stands for in the place of a reference."""


class ModelField(QWidget):
    """Model references by name: what is built in, what was opened so far, and what else is found.

    The last line of the list opens the library.
    """

    chosen = Signal(str)
    """The user chose a model reference from the list."""
    more_wanted = Signal()
    """The user wants to see all models."""

    def __init__(self, starter_name: str, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {STARTER: starter_name, FACES: "Faces (built in)"}
        self._opened: list[str] = []
        self._found: tuple[str, ...] = ()
        self._parts: frozenset[str] = frozenset()
        self._reference = STARTER
        self.combo = QComboBox()
        self.combo.setObjectName("modelCombo")
        self.combo.setAccessibleName(self.tr("Model"))
        mark_users_text(self.combo)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(8)
        self.folder_button = QToolButton()
        self.folder_button.setObjectName("openModelFolderButton")
        self.folder_button.setAccessibleName(self.tr("Open model folder"))
        set_tooltip(self.folder_button, with_keys(self.tr("Open model folder…"), "Ctrl+O"))
        icons.attach(self.folder_button, "folder")
        self.library_button = QToolButton()
        self.library_button.setObjectName("libraryButton")
        self.library_button.setAccessibleName(self.tr("All models"))
        set_tooltip(
            self.library_button,
            with_keys(self.tr("All models: yours, and more to download"), "Ctrl+M"),
        )
        icons.attach(self.library_button, "model")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.combo, 1)
        row.addWidget(self.library_button)
        row.addWidget(self.folder_button)
        self.library_button.clicked.connect(self.more_wanted)
        self.combo.activated.connect(self._activated)
        self._fill()

    def reference(self) -> str:
        """The model chosen."""
        return self._reference

    def folders(self) -> tuple[str, ...]:
        """The folders and files that were opened."""
        return tuple(self._opened)

    def references(self) -> tuple[str, ...]:
        """All models on the list."""
        opened = (one for one in self._opened if one not in self._parts)
        return (*BUILT_IN, *opened, *self._found)

    def add(self, reference: str) -> None:
        """Puts a model on the list, if it is not there."""
        if reference not in (*BUILT_IN, *self._opened, *self._found):
            self._opened.append(reference)
            self._fill()

    def set_found(self, names: Mapping[str, str], opened: tuple[str, ...]) -> None:
        """The models that are on this machine, by their names, and which of them were opened.

        What was found before and is gone leaves the list, but for the one that is chosen. What was
        opened stays until ``forget``: it may have been opened since somebody looked.
        """
        self._names |= names
        self._opened += [one for one in opened if one not in self._opened]
        self._found = tuple(one for one in names if one not in (*BUILT_IN, *self._opened))
        if self._reference not in (*BUILT_IN, *self._opened, *self._found):
            self._found = (*self._found, self._reference)
        self._fill()

    def hide_parts(self, references: frozenset[str]) -> None:
        """Of what was opened, these make no pictures by themselves: they are not listed."""
        self._parts = references - {self._reference}
        self._fill()

    def choose(self, reference: str) -> None:
        """Shows a model as the chosen one, without ``chosen``."""
        self.add(reference)
        self._parts -= {reference}
        self._reference = reference
        self._fill()

    def forget(self, reference: str) -> None:
        """Takes a folder or file off the list; what is built in stays."""
        if reference in (*self._opened, *self._found):
            self._opened = [one for one in self._opened if one != reference]
            self._found = tuple(one for one in self._found if one != reference)
            if self._reference == reference:
                self._reference = STARTER
            self._fill()

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._fill()

    def _fill(self) -> None:
        references = self.references()
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for reference in references:
                name = (
                    told_model(self._names.get(reference, "")) or Path(reference).name or reference
                )
                self.combo.addItem(name, reference)
            self.combo.insertSeparator(len(references))
            self.combo.addItem(self.tr("More models…"), _MORE)
            self.combo.setCurrentIndex(references.index(self._reference))
        set_tooltip(self.combo, "" if self._reference in BUILT_IN else self._reference)

    @Slot(int)
    def _activated(self, index: int) -> None:
        reference = str(self.combo.itemData(index))
        if reference == _MORE:
            self._fill()
            self.more_wanted.emit()
            return
        self._reference = reference
        set_tooltip(self.combo, "" if reference in BUILT_IN else reference)
        self.chosen.emit(reference)
