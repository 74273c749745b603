"""The X-ray's dock: ten panes, one at a time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QHideEvent,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFileDialog,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from sdstudio.gui.dialogs import choose_png
from sdstudio.gui.icons import IconSet
from sdstudio.gui.keys import with_keys
from sdstudio.gui.labels import set_tooltip
from sdstudio.gui.retold import Tell
from sdstudio.gui.saver import FileSaver, Save
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import GAP, ThemeSource, control_height
from sdstudio.gui.xray.pane import Pane, XrayContext
from sdstudio.request import SdstudioError
from sdstudio.xray import Answer, Query

_WIDE = 620
"""Pixels from which the panes' names stand in a column beside the pane."""
_TAG = "xray"


class XrayPanel(QFrame):
    """A list of panes and the chosen one: icons above it where the room is narrow, else names.

    Only the chosen pane asks, and only while the panel is in sight. Alt and a number choose a pane
    while the focus is in here; in the list, so do the arrow keys. GUI thread only.
    """

    asked = Signal(object)
    """Query: give it to whoever can answer, and the answer to ``take``."""
    pane_shown = Signal(str)
    """Name of the pane that was chosen; worth remembering."""
    told = Signal(str)
    """A sentence for people: what was saved, or why it was not."""

    def __init__(
        self,
        saver: FileSaver,
        folder: Path,
        themes: ThemeSource,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        """``folder`` is where saving begins."""
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setObjectName("xrayPanel")
        self.setAccessibleName(self.tr("X-ray"))
        self._saver = saver
        self._folder = folder
        self._themes = themes
        self._icons = icons
        self._panes: list[Pane] = []
        self._context = XrayContext()
        self._is_wide = False
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._show_index)
        self._list = _PaneList()
        self._list.moved.connect(self._move)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._list)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP // 2)
        self._row.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("xrayListScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._list)
        self._pages = QStackedWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        edge = GAP + GAP // 2
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._layout.setSpacing(edge)
        self._layout.addWidget(self._scroll)
        self._layout.addWidget(self._pages, 1)
        saver.done.connect(self._saved)
        self._arrange()

    # -- panes -------------------------------------------------------------------------------

    def add_pane(self, pane: Pane) -> None:
        """One more pane, the last of the list. The first one added is chosen."""
        index = len(self._panes)
        self._panes.append(pane)
        button = QToolButton()
        button.setObjectName(f"{pane.name}PaneButton")
        button.setAccessibleName(pane.title)
        button.setAccessibleDescription(pane.sentence)
        button.setText(pane.title)
        button.setCheckable(True)
        button.setProperty("look", "quiet")
        button.setIconSize(QSize(16, 16))
        self._icons.attach(button, f"xray-{pane.name}")
        self._buttons.addButton(button, index)
        self._row.insertWidget(index, button)
        tip = pane.title
        if index < 10:
            keys = f"Alt+{(index + 1) % 10}"
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setObjectName(pane.name)
            shortcut.activated.connect(self._show_by_key)
            tip = with_keys(pane.title, keys)
        set_tooltip(button, tip)
        self._pages.addWidget(pane)
        pane.asked.connect(self.asked)
        pane.save_picture_wanted.connect(self._save_picture)
        pane.save_numbers_wanted.connect(self._save_numbers)
        pane.set_context(self._context)
        self._arrange()
        if index == 0:
            self._show_index(0)

    def panes(self) -> tuple[Pane, ...]:
        """All of them, in the order of the list."""
        return tuple(self._panes)

    def show_pane(self, name: str) -> None:
        """Chooses a pane; an unknown name changes nothing."""
        for index, pane in enumerate(self._panes):
            if pane.name == name:
                self._show_index(index)

    def current(self) -> str:
        """Name of the chosen pane; empty while there is none."""
        pane = self._current()
        return "" if pane is None else pane.name

    # -- what panes are told -----------------------------------------------------------------

    def set_context(self, context: XrayContext) -> None:
        """What the window is about now."""
        self._context = context
        for pane in self._panes:
            pane.set_context(context)

    def set_stage(self, stage: str) -> None:
        """The ``Stage`` of the run under way; empty when none is."""
        for pane in self._panes:
            pane.set_stage(stage)

    def take(self, query: Query, answer: Answer) -> None:
        """An answer; it goes to whoever asked for it last."""
        for pane in self._panes:
            pane.take(query, answer)

    def fail(self, query: Query, error: SdstudioError) -> None:
        """A question that could not be answered."""
        for pane in self._panes:
            pane.fail(query, error)

    def set_progress(self, query: Query, done: int, total: int) -> None:
        """How far an answer has come."""
        for pane in self._panes:
            pane.set_progress(query, done, total)

    # -- choosing ----------------------------------------------------------------------------

    def _current(self) -> Pane | None:
        index = self._pages.currentIndex()
        return self._panes[index] if 0 <= index < len(self._panes) else None

    @Slot(int)
    def _show_index(self, index: int) -> None:
        was = self._current()
        self._buttons.button(index).setChecked(True)
        self._pages.setCurrentIndex(index)
        now = self._panes[index]
        if was is not None and was is not now:
            was.set_active(False)
        now.set_active(self.isVisible())
        # One stop of Tab for the whole list; within it the arrow keys move.
        for place, button in enumerate(self._buttons.buttons()):
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if place == index else Qt.FocusPolicy.ClickFocus
            )
        if was is not now:
            self.pane_shown.emit(now.name)

    @Slot()
    def _show_by_key(self) -> None:
        self.show_pane(self.sender().objectName())

    @Slot(int)
    def _move(self, way: int) -> None:
        if self._panes:
            index = (self._pages.currentIndex() + way) % len(self._panes)
            self._show_index(index)
            button = self._buttons.button(index)
            button.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (pane := self._current()) is not None:
            pane.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if (pane := self._current()) is not None:
            pane.set_active(False)

    # -- layout ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 220)

    def sizeHint(self) -> QSize:
        return QSize(420, 640)

    def _arrange(self) -> None:
        wide = self._is_wide
        self._layout.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight
        )
        widest = 0
        for button in self._buttons.buttons():
            style = (
                Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                if wide
                else Qt.ToolButtonStyle.ToolButtonIconOnly
            )
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(style)
            across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
            button.setSizePolicy(across, QSizePolicy.Policy.Fixed)
            widest = max(widest, button.sizeHint().width())
        if wide:
            self._scroll.setFixedWidth(widest + GAP + 10)
            self._scroll.setMinimumHeight(0)
            self._scroll.setMaximumHeight(16777215)
        else:
            self._scroll.setMinimumWidth(0)
            self._scroll.setMaximumWidth(16777215)
            self._scroll.setFixedHeight(control_height() + 2)

    # -- saving ------------------------------------------------------------------------------

    @Slot()
    def _save_picture(self) -> None:
        pane = self._current()
        if pane is None:
            return
        # Taken before the dialog: what is seen now is what is meant.
        image = pane.picture()
        path = choose_png(
            self, self.tr("Save as a picture"), self._folder / f"xray-{pane.name}.png"
        )
        if path is None:
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        self._folder = path.parent
        self._saver.write(path, bytes(buffer.data().data()), _TAG)

    @Slot()
    def _save_numbers(self) -> None:
        pane = self._current()
        if pane is None:
            return
        header, rows = pane.numbers()
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the numbers"),
            str(self._folder / f"xray-{pane.name}.csv"),
            "CSV (*.csv)",
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != ".csv":
            path = path.with_name(f"{path.name}.csv")
        self._folder = path.parent
        self._saver.write(path, csv_of(header, rows), _TAG)

    @Slot(object)
    def _saved(self, save: Save) -> None:
        if save.tag != _TAG:
            return
        if save.error is not None:
            self.told.emit(sentence(save.error))
        else:
            self.told.emit(self.tr("Saved as {path}.").format(path=save.path))


class _PaneList(QWidget):
    """What the buttons stand on; arrow keys go to the next or the one before."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.moved.emit(1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)


def csv_of(header: list[str], rows: list[list[object]]) -> bytes:
    """A table as CSV in UTF-8. Text that a spreadsheet would take for a formula gets a quote."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([[_harmless(value) for value in row] for row in rows])
    return text.getvalue().encode("utf-8")


def _harmless(value: object) -> object:
    is_formula = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r")
    return f"'{value}" if is_formula else value
