"""The folders that are watched, in the window that imports."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.dialogs import choose_folder
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.sharing.importer import WatchState
from sdstudio.gui.theme import GAP

_HEIGHT = 96
_PATH = Qt.ItemDataRole.UserRole


class WatchedList(QWidget):
    """Folders whose new pictures are imported, to add to and to forget. GUI thread only."""

    add_wanted = Signal(object)
    """Path."""
    forget_wanted = Signal(object)
    """Path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = QListWidget()
        self.view.setObjectName("watchedFolders")
        self.view.setProperty("look", "field")
        self.view.setAccessibleName(self.tr("Watched folders"))
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFixedHeight(_HEIGHT)
        self.add_button = QPushButton(self.tr("&Add a folder…"))
        self.add_button.setObjectName("addWatchedButton")
        self.add_button.setAccessibleName(self.tr("Watch another folder"))
        self.forget_button = QPushButton(self.tr("&Forget"))
        self.forget_button.setObjectName("forgetWatchedButton")
        self.forget_button.setAccessibleName(self.tr("Watch the folder no longer"))
        self.forget_button.setEnabled(False)
        hint = PlainLabel(
            self.tr("Pictures of a folder that is forgotten stay in the gallery."),
            role="hint",
            wrap=True,
        )
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.add_button)
        row.addWidget(self.forget_button)
        row.addWidget(hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.view)
        layout.addLayout(row)
        self.view.currentRowChanged.connect(self._row_changed)
        self.add_button.clicked.connect(self._add)
        self.forget_button.clicked.connect(self._forget)

    def show_folders(self, folders: tuple[WatchState, ...]) -> None:
        """Shows these folders; the one chosen stays so."""
        chosen = self._chosen()
        self.view.clear()
        for state in folders:
            path = state.folder.path
            text = str(path)
            if not state.is_there:
                text = self.tr("{folder} (not there)").format(folder=path)
            elif state.folder.copies:
                text = self.tr("{folder} (copied)").format(folder=path)
            item = QListWidgetItem(text)
            item.setData(_PATH, path)
            self.view.addItem(item)
            if path == chosen:
                self.view.setCurrentItem(item)
        set_tooltip(self.view, "\n".join(str(state.folder.path) for state in folders))

    def _chosen(self) -> Path | None:
        item = self.view.currentItem()
        # The list may be empty, which the stubs of Qt leave out.
        return item.data(_PATH) if self.view.currentRow() >= 0 else None

    @Slot(int)
    def _row_changed(self, row: int) -> None:
        self.forget_button.setEnabled(row >= 0)

    @Slot()
    def _add(self) -> None:
        folder = choose_folder(self, self.tr("Watch a folder"), Path.home())
        if folder is not None:
            self.add_wanted.emit(folder.absolute())

    @Slot()
    def _forget(self) -> None:
        folder = self._chosen()
        if folder is not None:
            self.forget_wanted.emit(folder)
