"""A window for two to four pictures: their pixels above, their settings below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.compare import LETTERS, MOST
from sdstudio.gui.compare.difference import Difference, DifferenceMaker, common_size
from sdstudio.gui.compare.mode_bar import ModeBar
from sdstudio.gui.compare.pair_canvas import PairCanvas, PairMode
from sdstudio.gui.compare.picture_pane import PicturePane
from sdstudio.gui.compare.settings_table import SettingsTable
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.tab_order import set_tab_order
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.tool_button import icon_button
from sdstudio.gui.zoom_bar import ZoomBar
from sdstudio.gui.zoom_canvas import ZoomCanvas
from sdstudio.request import GalleryItem

_STEP, _LONG_STEP = 0.02, 0.1
_TABLE_HEIGHT = 232
_MODE_KEYS = {
    Qt.Key.Key_S: "side",
    Qt.Key.Key_W: "wipe",
    Qt.Key.Key_B: "blink",
    Qt.Key.Key_D: "difference",
}


class CompareWindow(QWidget):
    """Shows what it is given; it knows no files. GUI thread only."""

    removed = Signal(int)
    """id of a picture that the user took out."""
    swapped = Signal()
    """The user wants A and B the other way round."""
    left = Signal()
    """The window was closed."""

    def __init__(
        self, maker: DifferenceMaker, themes: ThemeSource, icons: IconSet, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("compareWindow")
        self.setAccessibleName(self.tr("Compare"))
        self.setWindowTitle(self.tr("Compare – sdstudio"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._maker = maker
        self._themes = themes
        self._icons = icons
        self._is_following = False
        self.panes: list[PicturePane] = []
        self.modes = ModeBar(icons)
        self._side = QWidget()
        self._side_layout = QGridLayout(self._side)
        self._side_layout.setContentsMargins(GAP, 0, GAP, 0)
        self._side_layout.setSpacing(GAP)
        self.pair = PairCanvas(themes)
        self.pair.setObjectName("pairCanvas")
        self.pair.setAccessibleName(self.tr("Pictures A and B"))
        self._refusal = PlainLabel("", role="hint", wrap=True)
        self._refusal.setObjectName("compareRefusal")
        self._refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        for page in (self._side, self.pair, self._refusal):
            self._pages.addWidget(page)
        self.settings = SettingsTable(themes)
        self.zoom_bar = ZoomBar("compare", self.pair, icons)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setObjectName("compareSplitter")
        self._split.setHandleWidth(GAP)
        self._split.addWidget(self._pages)
        self._split.addWidget(self.settings)
        self._split.setCollapsible(0, False)
        self._split.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.modes)
        layout.addWidget(self._split, 1)
        layout.addLayout(self._build_foot())
        self._split.setSizes([1000, _TABLE_HEIGHT])
        self.modes.chosen.connect(self.choose_mode)
        self.modes.blinking_wanted.connect(self._blink)
        self.modes.rate_changed.connect(self._blink_on)
        self.modes.gain_changed.connect(self._compare)
        self.modes.swap_wanted.connect(self.swapped)
        self.pair.zoom_changed.connect(self._tell_zoom)
        maker.made.connect(self._compared)

    # -- what it shows -----------------------------------------------------------------------

    def set_pictures(self, ids: Sequence[int]) -> None:
        """These pictures in this order; those that were shown already stay, others are to come."""
        known = {pane.id: pane for pane in self.panes}
        for pane in self.panes:
            self._side_layout.removeWidget(pane)
            pane.hide()
            pane.deleteLater()
        self.panes = []
        columns = 2 if len(ids) == MOST else max(1, len(ids))
        for place, id in enumerate(ids):
            pane = PicturePane(
                id, LETTERS[place], self._themes, self._icons, can_remove=len(ids) > 2
            )
            pane.removed.connect(self.removed)
            pane.canvas.zoom_changed.connect(self._follow)
            self.panes.append(pane)
            self._side_layout.addWidget(pane, place // columns, place % columns)
            before = known.get(id)
            if before is not None and before.item is not None:
                pane.show_picture(before.item, before.image)
        set_tab_order(self.modes, *self.panes, self.settings)
        self.modes.set_pair(len(ids) == 2)
        self.choose_mode(self.modes.mode() if len(ids) == 2 else "side")
        self._tell_settings()

    def show_picture(self, item: GalleryItem, image: QImage) -> None:
        """One of the pictures; ``image`` is null when its file cannot be read."""
        for pane in self.panes:
            if pane.id == item.id and pane.item is None:
                pane.show_picture(item, image)
                self._tell_settings()
                self._show_pair()

    @property
    def lacks(self) -> list[int]:
        """ids of the pictures that have not been shown yet."""
        return [pane.id for pane in self.panes if pane.item is None]

    # -- what the user does ------------------------------------------------------------------

    @Slot(str)
    def choose_mode(self, mode: str) -> None:
        """Another way to compare; what is in sight stays."""
        view = self._canvas().view() if self.panes else None
        self.modes.choose(mode)
        if mode != "side":
            self.pair.set_mode(cast(PairMode, mode))
        self._show_pair()
        if view is not None:
            self._canvas().set_view(view)
        self._tell_zoom()

    @Slot(bool)
    def show_full_screen(self, is_full: bool) -> None:
        """The whole screen, or a window."""
        self.full_button.setChecked(is_full)
        if is_full:
            self.showFullScreen()
        else:
            self.showNormal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        mode = self.modes.mode()
        if self.zoom_bar.take_key(event):
            return
        if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            super().keyPressEvent(event)
        elif key in _MODE_KEYS:
            if len(self.panes) == 2:
                self.choose_mode(_MODE_KEYS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and mode == "wipe":
            step = _LONG_STEP if modifiers & Qt.KeyboardModifier.ShiftModifier else _STEP
            self.pair.set_split(self.pair.split + (step if key == Qt.Key.Key_Right else -step))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and mode == "wipe":
            self.pair.set_split(0.0 if key == Qt.Key.Key_Home else 1.0)
        elif key == Qt.Key.Key_Space and mode == "blink":
            if not event.isAutoRepeat():
                self.modes.play_button.setChecked(False)
                self.pair.show_second(True)
        elif key == Qt.Key.Key_P and mode == "blink":
            self.modes.play_button.toggle()
        elif key == Qt.Key.Key_X:
            if len(self.panes) == 2:
                self.swapped.emit()
        elif key == Qt.Key.Key_O:
            self.settings.only_differences.toggle()
        elif key in (Qt.Key.Key_F, Qt.Key.Key_F11):
            self.show_full_screen(not self.isFullScreen())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        is_space = event.key() == Qt.Key.Key_Space and not event.isAutoRepeat()
        if is_space and self.modes.mode() == "blink":
            self.pair.show_second(False)
        else:
            super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.modes.play_button.setChecked(False)
        self._maker.forget()
        self.left.emit()

    # -- inside ------------------------------------------------------------------------------

    def _build_foot(self) -> QHBoxLayout:
        icons = self._icons
        close_text = self.tr("Back to the window")
        close = icon_button("compareCloseButton", close_text, "Esc", "close", icons)
        self.full_button: QToolButton = icon_button(
            "compareFullScreenButton", self.tr("Full screen"), "F", "expand", icons
        )
        self.full_button.setCheckable(True)
        self.full_button.clicked.connect(self.show_full_screen)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, GAP // 2, GAP + GAP // 2, GAP)
        foot.setSpacing(GAP // 2)
        foot.addStretch(1)
        foot.addWidget(self.zoom_bar)
        foot.addSpacing(GAP)
        for part in (self.full_button, close):
            foot.addWidget(part)
        return foot

    def _canvas(self) -> ZoomCanvas:
        """The canvas that is in sight, the first of several."""
        return self.panes[0].canvas if self.modes.mode() == "side" else self.pair

    def _show_pair(self) -> None:
        """The two pictures over each other, or a sentence why that is not possible."""
        if self.modes.mode() == "side":
            self._pages.setCurrentIndex(0)
            return
        first, second = self.panes[0].image, self.panes[1].image
        size = common_size(first.size(), second.size())
        if size is None:
            self._refuse(first, second)
            return
        self.pair.set_pair(first, second, size)
        words = [pane.canvas.accessibleDescription() for pane in self.panes]
        self.pair.setAccessibleDescription(" · ".join(words))
        self._pages.setCurrentIndex(1)
        self._compare()

    def _refuse(self, first: QImage, second: QImage) -> None:
        if self.lacks:
            told = ""
        elif first.isNull() or second.isNull():
            told = self.tr("One of the pictures cannot be shown: its file is missing or damaged.")
        else:
            told = self.tr(
                "A is {first} and B is {second}: pictures of different shapes cannot be laid over "
                "each other. Look at them side by side."
            ).format(first=_size_text(first.size()), second=_size_text(second.size()))
        self._refusal.setText(told)
        self._pages.setCurrentIndex(2)

    @Slot()
    def _compare(self) -> None:
        is_pair = self._pages.currentIndex() == 1
        if self.modes.mode() == "difference" and is_pair:
            self.modes.tell(None)
            self._maker.ask(self.panes[0].image, self.panes[1].image, self.modes.gain())

    @Slot(object)
    def _compared(self, made: Difference) -> None:
        if self.modes.mode() == "difference" and self.isVisible():
            self.modes.tell(made)
            self.pair.set_difference(made.image)

    def _tell_settings(self) -> None:
        self.settings.set_items([pane.item for pane in self.panes])

    @Slot(bool)
    def _blink(self, is_on: bool) -> None:
        if is_on:
            self.pair.start_blinking(self.modes.rate())
        else:
            self.pair.stop_blinking()

    @Slot()
    def _blink_on(self) -> None:
        if self.pair.is_blinking():
            self.pair.start_blinking(self.modes.rate())

    @Slot()
    def _follow(self) -> None:
        """The other pictures show what this one does."""
        leader = self.sender()
        if self._is_following or not isinstance(leader, ZoomCanvas):
            return
        self._is_following = True
        view = leader.view()
        for pane in self.panes:
            if pane.canvas is not leader:
                pane.canvas.set_view(view)
        self._is_following = False
        self._tell_zoom()

    @Slot()
    def _tell_zoom(self) -> None:
        if self.panes:
            self.zoom_bar.set_canvas(self._canvas())


def _size_text(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"
