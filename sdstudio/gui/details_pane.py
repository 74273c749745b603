"""The details of one picture as a list: a click, Enter or the menu copies a value."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QBrush, QColor, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.details import Detail, details, details_text
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel
from sdstudio.gui.librarian import Original
from sdstudio.gui.plain_table import PlainTable, plain_cell
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.request import GalleryItem


class DetailsPane(QWidget):
    """Names on the left, values on the right, as plain text. GUI thread only."""

    original_wanted = Signal(int)
    """id of an imported picture that is shown: what it came with is to be read."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._item: GalleryItem | None = None
        self._original: Original | None = None
        self._rows: list[Detail] = []
        self.table = PlainTable("detailsTable", self.tr("Details of the picture"), ("", ""))
        self.table.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = ElidedLabel("", role="hint")
        self.copy_all_button = QPushButton(self.tr("Copy all"))
        self.copy_all_button.setObjectName("copyDetailsButton")
        self.copy_all_button.setAccessibleName(self.tr("Copy all details"))
        self.copy_all_button.setProperty("look", "quiet")
        icons.attach(self.copy_all_button, "copy")
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.copy_all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.clicked.connect(self._copy)
        self.table.activated.connect(self._copy)
        self.copy_all_button.clicked.connect(self.copy_all)
        themes.changed.connect(self._fill)
        self.show_item(None)

    def take_actions(self, copy_value: QAction, copy_all: QAction) -> None:
        """The actions of its menu."""
        self.table.addActions([copy_value, copy_all])
        copy_value.triggered.connect(self.copy_current)
        copy_all.triggered.connect(self.copy_all)

    def show_item(self, item: GalleryItem | None) -> None:
        """Shows the details of a picture, or that none is chosen."""
        if item is not None and item == self._item:
            return
        self._item = item
        self._original = None
        self._rows = [] if item is None else details(item)
        self._fill()
        if item is not None and item.origin == "imported":
            self.original_wanted.emit(item.id)
        self.copy_all_button.setEnabled(bool(self._rows))
        self.hint.setText(
            self.tr("Click a value to copy it") if self._rows else self.tr("No picture is chosen")
        )

    @Slot(object)
    def show_original(self, original: Original) -> None:
        """What an imported picture came with; answers ``original_wanted``."""
        if self._item is not None and self._item.id == original.id:
            self._original = original
            self._rows = details(self._item, original)
            self._fill()

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        if self._item is not None:
            self._rows = details(self._item, self._original)
            self._fill()

    @Slot()
    def copy_all(self) -> None:
        """Puts all details on the clipboard."""
        if self._rows:
            QGuiApplication.clipboard().setText(details_text(self._rows))
            self.hint.setText(self.tr("Copied: everything"))

    @Slot()
    def copy_current(self) -> None:
        """Puts the value of the row with the keyboard's cursor on the clipboard."""
        self._copy(self.table.currentIndex())

    @Slot(QModelIndex)
    def _copy(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._rows[index.row()]
            QGuiApplication.clipboard().setText(row.value)
            self.hint.setText(self.tr("Copied: {name}").format(name=row.name))

    @Slot()
    def _fill(self) -> None:
        faint = QBrush(QColor(self._themes.theme.secondary))
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            name = plain_cell(row.name, row.name)
            name.setForeground(faint)
            value = plain_cell(row.value, row.name)
            self.table.setItem(number, 0, name)
            self.table.setItem(number, 1, value)
        self.table.scrollToTop()
