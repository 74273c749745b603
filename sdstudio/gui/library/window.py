"""The window of models: parts on the left, the list in the middle, details on the right."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QMoveEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.file_drag import FileDrops
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip, without_key
from sdstudio.gui.library.actions import LibraryActions
from sdstudio.gui.library.curator import Verification
from sdstudio.gui.library.details import DetailsPanel
from sdstudio.gui.library.downloads import Plan
from sdstudio.gui.library.empty_page import EmptyPage
from sdstudio.gui.library.entries import Entry, Source, hub_key
from sdstudio.gui.library.list_model import LibraryListModel
from sdstudio.gui.library.list_view import LibraryView
from sdstudio.gui.library.sources import SourceList
from sdstudio.gui.theme import GAP, ThemeSource

_SIZE = (960, 640)
_LEFT = 176
_PAUSE = 400
"""Milliseconds without a key after which the hub is searched."""


class LibraryWindow(QWidget):
    """Shows what it is given and says what is wanted; it does nothing by itself. GUI thread only.

    ``actions`` are those on the chosen entry; whoever listens asks for ``entry()``.
    """

    opened = Signal()
    """It came into sight."""
    entry_chosen = Signal()
    """Another entry is the chosen one, or it has changed."""
    text_rested = Signal(str)
    """What is searched for, a moment after the last key."""
    paths_dropped = Signal(object)
    """list of Paths that were dropped on the window."""
    changed = Signal()
    """Something worth remembering has changed."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("libraryWindow")
        self.setWindowTitle(self.tr("Models"))
        self.setAccessibleName(self.tr("Models"))
        drops = FileDrops(self)
        drops.dropped.connect(self.paths_dropped)
        drops.take(self)
        self.actions_of_entry = LibraryActions(icons, self)
        self.sources = SourceList(themes, icons)
        self.list_model = LibraryListModel(self)
        self.view = LibraryView(self.list_model, themes, icons)
        self.details = DetailsPanel(self.actions_of_entry, icons)
        self.search_edit = QLineEdit()
        self.search_edit.setObjectName("modelSearch")
        self.search_edit.setAccessibleName(self.tr("Search models"))
        self.search_edit.setPlaceholderText(
            self.tr("Search, or type a model of the hub as owner/name")
        )
        self.state_label = PlainLabel("", role="hint")
        self.state_label.setObjectName("libraryState")
        self.undo_button = QPushButton(self.tr("&Undo"))
        self.undo_button.setObjectName("undoRemoveButton")
        self.undo_button.setAccessibleName(self.tr("Undo delete"))
        self.undo_button.setProperty("look", "quiet")
        self.undo_button.hide()
        self.empty = EmptyPage(themes, icons)
        self._pages = QStackedLayout()
        self._plan: Plan | None = None
        self._verification: Verification | None = None
        self._marks: Mapping[str, str] = {"in_use": "", "default": ""}
        self._gated: set[str] = set()
        self._added: Collection[str] = ()
        self._usable: Collection[str] = ()
        self._is_scanning = True
        self._is_offline = False
        self._key = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._lay_out(icons)
        self._connect()
        self.resize(*_SIZE)
        self._show_page()

    def _lay_out(self, icons: IconSet) -> None:
        actions = self.actions_of_entry
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.sources)
        left.addStretch(1)
        for action, icon, name in (
            (actions.add_folder, "folder", "addModelFolderButton"),
            (actions.options, "gear", "libraryOptionsButton"),
        ):
            button = QPushButton(action.text())
            button.setObjectName(name)
            button.setAccessibleName(without_key(action.text()))
            icons.attach(button, icon)
            button.clicked.connect(action.trigger)
            left.addWidget(button)
        self.sources.setFixedWidth(_LEFT)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.view)
        foot = QHBoxLayout()
        foot.addWidget(self.state_label, 1)
        foot.addWidget(self.undo_button)
        middle = QVBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self.search_edit)
        middle.addLayout(self._pages, 1)
        middle.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP + 4, GAP + 4, GAP + 4, GAP + 4)
        layout.setSpacing(GAP + GAP // 2)
        layout.addLayout(left)
        layout.addLayout(middle, 1)
        layout.addWidget(self.details)

    def _connect(self) -> None:
        actions = self.actions_of_entry
        for action in (actions.search, actions.close, actions.undo):
            self.addAction(action)
        actions.search.triggered.connect(self._focus_search)
        actions.close.triggered.connect(self._clear_or_close)
        actions.undo.setEnabled(False)
        for action in (*actions.primary, *actions.others):
            self.view.addAction(action)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.doubleClicked.connect(self._act)
        self.view.selectionModel().currentChanged.connect(self._row_changed)
        self.undo_button.clicked.connect(actions.undo.trigger)
        self.sources.chosen.connect(self._filter)
        self.search_edit.textChanged.connect(self._filter)
        self.search_edit.textChanged.connect(self._rest.start)
        self.search_edit.returnPressed.connect(self._act)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search_edit)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.view.setFocus)
        self._rest.timeout.connect(self._rested)

    # -- what is shown -----------------------------------------------------------------------

    def entry(self) -> Entry | None:
        """The chosen entry."""
        return self.list_model.entry(self.view.currentIndex().row())

    def source(self) -> Source:
        """The part of the library in sight."""
        return self.sources.source()

    def set_entries(self, entries: list[Entry]) -> None:
        """Takes the rows anew; the chosen one stays chosen where it is still there."""
        self.list_model.set_entries(entries)
        self.sources.set_counts(self.list_model.counts())
        self._choose(self._key)

    def set_scanning(self, is_scanning: bool) -> None:
        """Says that the folders are being looked through."""
        self._is_scanning = is_scanning
        self._show_page()

    def set_offline(self, is_offline: bool) -> None:
        """Says that nothing is asked of the hub."""
        self._is_offline = is_offline
        self._show_page()

    def set_marks(self, *, in_use: str, default: str) -> None:
        """Marks the model in use and the default one, by their references."""
        self._marks = {"in_use": in_use, "default": default}
        self.view.rows.in_use, self.view.rows.default = in_use, default
        self.view.viewport().update()
        self._show_details()

    def set_additions(self, added: Collection[str], usable: Collection[str]) -> None:
        """Takes the paths of what is added to the model in use, and the kinds that it takes."""
        self._added, self._usable = added, usable
        self.view.rows.added = added
        self.view.viewport().update()
        self._show_details()

    def set_plan(self, plan: Plan | None) -> None:
        """What the hub says of the chosen model's size; None before it has answered."""
        self._plan = plan
        self._show_details()

    def set_verification(self, told: Verification | None) -> None:
        """How the verification goes."""
        self._verification = told
        self._show_details()

    def set_gated(self, repo_id: str) -> None:
        """The hub wants a token for this one."""
        self._gated.add(hub_key(repo_id))
        self._show_details()

    def say(self, text: str, *, is_warning: bool = False) -> None:
        """A sentence below the list."""
        self.state_label.set_role("warning" if is_warning else "hint")
        self.state_label.setText(text)
        set_tooltip(self.state_label, text)

    def offer_undo(self, is_possible: bool) -> None:
        """Shows or hides what brings the model deleted last back."""
        self.undo_button.setVisible(is_possible)
        self.actions_of_entry.undo.setEnabled(is_possible)

    def show_key(self, key: str) -> None:
        """Chooses an entry, if it is in sight."""
        self._choose(key)

    def _choose(self, key: str) -> None:
        row = self.list_model.row_of(key)
        if row < 0 and self.list_model.rowCount():
            row = 0
        if row >= 0:
            self.view.setCurrentIndex(self.list_model.index(row))
        self._show_page()
        self._show_details()

    def _show_details(self) -> None:
        entry = self.entry()
        told = self._verification
        if told is not None and (entry is None or entry.key != told.reference):
            told = None
        plan = self._plan
        if plan is not None and (entry is None or entry.key != hub_key(plan.repo_id)):
            plan = None
        is_verifying = told is not None and not told.is_done
        self.actions_of_entry.tell(
            entry,
            in_use=self._marks["in_use"],
            default=self._marks["default"],
            verifying=entry.key if is_verifying and entry is not None else "",
            is_gated=entry is not None and entry.key in self._gated,
            added=self._added,
            usable=self._usable,
        )
        self.details.setVisible(entry is not None)
        self.details.show_entry(entry, plan, told)

    def _show_page(self) -> None:
        if self.list_model.rowCount():
            self._pages.setCurrentWidget(self.view)
            return
        self._pages.setCurrentWidget(self.empty)
        actions, source = self.actions_of_entry, self.source()
        if self.search_edit.text().strip():
            self.empty.say(
                "model",
                self.tr("Nothing found"),
                self.tr("A model of the hub is found by its whole name, as owner/name."),
            )
        elif source == "downloads":
            self.empty.say(
                "download",
                self.tr("Nothing is being downloaded"),
                self.tr("Choose a model under “To download”. Pictures can be made meanwhile."),
            )
        elif source == "hub":
            self.empty.say(
                "cloud",
                self.tr("Nothing to download"),
                self.tr("You are offline by choice.") if self._is_offline else "",
                actions.options if self._is_offline else None,
            )
        elif self._is_scanning:
            self.empty.say("model", self.tr("Looking for models…"), "")
        else:
            self.empty.say(
                "drive",
                self.tr("No models of your own yet"),
                self.tr(
                    "Add the folder where they are, such as A1111's or ComfyUI's: nothing is "
                    "copied. Or drop a folder or a .safetensors file here."
                ),
                actions.add_folder,
            )

    # -- slots -------------------------------------------------------------------------------

    @Slot()
    def _filter(self) -> None:
        self.list_model.set_filter(self.source(), self.search_edit.text())
        self._choose(self._key)
        self.entry_chosen.emit()
        self.changed.emit()

    @Slot()
    def _rested(self) -> None:
        self.text_rested.emit(self.search_edit.text())

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        entry = self.list_model.entry(current.row())
        if entry is None or entry.key == self._key:
            return
        self._key = entry.key
        self._show_details()
        self.entry_chosen.emit()

    @Slot()
    def _act(self) -> None:
        """Enter in the search, and a double click: what the filled button does."""
        button = self.details.primary_button
        if self.entry() is not None and not button.isHidden() and button.isEnabled():
            button.click()

    @Slot()
    def _focus_search(self) -> None:
        self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_edit.selectAll()

    @Slot()
    def _clear_or_close(self) -> None:
        if self.search_edit.text():
            self.search_edit.clear()
        else:
            self.close()

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        if self.entry() is None:
            return
        actions = self.actions_of_entry
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(actions.primary))
        menu.addSeparator()
        menu.addActions(list(actions.others))
        menu.popup(self.view.viewport().mapToGlobal(place))

    # -- events ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search_edit.setFocus()
        self.opened.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.changed.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.changed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.changed.emit()
