"""The window that asks which pictures to import, and how."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gallery.naming import PICTURE_ENDINGS
from sdstudio.gui.fields import Fold, titled
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.numbers import whole
from sdstudio.gui.sharing.folder_field import FolderField
from sdstudio.gui.sharing.importer import ImportJob, WatchState
from sdstudio.gui.sharing.watched_list import WatchedList
from sdstudio.gui.theme import GAP

_WIDTH = 520
_NAMED = 3
"""Dropped files that are named; of more, how many there are."""


class ImportDialog(QDialog):
    """A folder, or what was dropped; whether to copy; and the folders watched so far.

    GUI thread only. Shown by ``open``, which returns at once.
    """

    import_wanted = Signal(object)
    """ImportJob."""
    add_wanted = Signal(object, bool)
    """Path of a folder to watch, and whether to copy its pictures."""
    forget_wanted = Signal(object)
    """Path of a folder to be watched no longer."""

    def __init__(
        self,
        suggested: ImportJob,
        icons: IconSet,
        parent: QWidget | None = None,
        *,
        dropped: tuple[Path, ...] = (),
    ) -> None:
        """``suggested`` fills the fields. Where files and folders were ``dropped``, these are
        imported, and no folder is asked for.
        """
        super().__init__(parent)
        self._dropped = dropped
        self.is_of_dropped = bool(dropped)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import pictures"))
        self.setAccessibleName(self.tr("Import pictures"))
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.folder_field = FolderField("import", self.tr("Folder of pictures"))
        self.folder_field.set_path(suggested.paths[0] if suggested.paths else None)
        self._build_choices(suggested)
        self._build_end(icons)
        self._lay_out(icons)
        self.folder_field.changed.connect(self._tell)
        self.files_combo.currentIndexChanged.connect(self._tell)
        self.import_button.clicked.connect(self._import)
        self.close_button.clicked.connect(self.reject)
        self.watched_list.add_wanted.connect(self._add)
        self.watched_list.forget_wanted.connect(self.forget_wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.import_button.click)
        self._tell()
        (self.import_button if dropped else self.folder_field.edit).setFocus()

    # -- building ----------------------------------------------------------------------------

    def _build_choices(self, suggested: ImportJob) -> None:
        self.recursive_check = QCheckBox(self.tr("With its &subfolders"))
        self.recursive_check.setObjectName("importRecursiveCheck")
        self.recursive_check.setAccessibleName(self.tr("With its subfolders"))
        self.recursive_check.setChecked(suggested.recursive)
        self.files_combo = QComboBox()
        self.files_combo.setObjectName("importFilesCombo")
        self.files_combo.setAccessibleName(self.tr("What becomes of the files"))
        self.files_combo.addItem(self.tr("Leave them where they are"), False)
        self.files_combo.addItem(self.tr("Copy them into the pictures folder"), True)
        self.files_combo.setCurrentIndex(int(suggested.copies))
        self.files_hint = PlainLabel("", role="hint", wrap=True)
        self.watch_check = QCheckBox(self.tr("&Watch the folder, and import what comes later too"))
        self.watch_check.setObjectName("importWatchCheck")
        self.watch_check.setAccessibleName(self.tr("Watch the folder"))
        self.watch_check.setChecked(suggested.watches)
        self.watched_list = WatchedList()

    def _build_end(self, icons: IconSet) -> None:
        self.import_button = QPushButton(self.tr("&Import"))
        self.import_button.setObjectName("importAcceptButton")
        self.import_button.setAccessibleName(self.tr("Import"))
        self.import_button.setProperty("look", "primary")
        self.import_button.setDefault(True)
        icons.attach(self.import_button, "import", on_accent=True)
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setObjectName("importCloseButton")
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setProperty("look", "tall")

    def _lay_out(self, icons: IconSet) -> None:
        self._fold = Fold(self.tr("Watched folders"), self.watched_list, icons)
        self._fold.button.setObjectName("watchedFoldersButton")
        buttons = QDialogButtonBox()
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        layout.setSpacing(2 * GAP)
        if self._dropped:
            self.setWindowTitle(self.tr("Import what was dropped"))
            layout.addWidget(self._dropped_label())
            self.recursive_check.setText(self.tr("Folders with their &subfolders"))
            self.watch_check.setText(self.tr("&Watch the folders, and import what comes later too"))
            # Told from the names: asking the disk takes its time.
            has_folders = any(path.suffix.lower() not in PICTURE_ENDINGS for path in self._dropped)
            self.recursive_check.setVisible(has_folders)
            self.watch_check.setVisible(has_folders)
            layout.addWidget(self.recursive_check)
        else:
            first = titled(self.tr("&Folder"), self.folder_field, self.folder_field.edit)
            first.addWidget(self.recursive_check)
            layout.addLayout(first)
        files = titled(self.tr("F&iles"), self.files_combo, self.files_combo)
        files.addWidget(self.files_hint)
        layout.addLayout(files)
        layout.addWidget(self.watch_check)
        layout.addWidget(self._fold)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _dropped_label(self) -> PlainLabel:
        paths = self._dropped
        text = "\n".join(path.name for path in paths)
        if len(paths) > _NAMED:
            named = "\n".join(path.name for path in paths[: _NAMED - 1])
            more = self.tr("and {count} more").format(count=whole(len(paths) - _NAMED + 1))
            text = f"{named}\n{more}"
        label = PlainLabel(text, wrap=True)
        label.setObjectName("importDropped")
        set_tooltip(label, "\n".join(str(path) for path in paths[:40]))
        return label

    # -- the choice --------------------------------------------------------------------------

    def job(self) -> ImportJob:
        """The import as the fields say it now."""
        folder = self.folder_field.path()
        return ImportJob(
            paths=self._dropped or ((folder,) if folder is not None else ()),
            copies=bool(self.files_combo.currentData()),
            recursive=self.recursive_check.isChecked(),
            watches=self.watch_check.isChecked() and not self.watch_check.isHidden(),
        )

    @Slot(object)
    def show_watched(self, folders: tuple[WatchState, ...]) -> None:
        """The folders that are watched."""
        self.watched_list.show_folders(folders)
        title = self.tr("Watched folders")
        if folders:
            title = self.tr("Watched folders ({count})").format(count=len(folders))
        self._fold.button.setText(title)

    @Slot()
    def _tell(self) -> None:
        self.import_button.setEnabled(bool(self.job().paths))
        self.files_hint.setText(
            self.tr("The originals are not touched; the copies belong to the gallery.")
            if self.files_combo.currentData()
            else self.tr("Nothing is copied. What is deleted there leaves the gallery too.")
        )

    @Slot(object)
    def _add(self, folder: Path) -> None:
        self.add_wanted.emit(folder, bool(self.files_combo.currentData()))

    @Slot()
    def _import(self) -> None:
        self.import_wanted.emit(self.job())
        self.accept()
