"""A window for one picture in full size, with its neighbours below and its settings on request."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.details_pane import DetailsPane
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, PlainLabel, mark_users_text
from sdstudio.gui.neighbour_strip import NeighbourStrip
from sdstudio.gui.numbers import whole
from sdstudio.gui.order.rating_bar import RatingBar
from sdstudio.gui.queue_model import prompt_line
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.tool_button import icon_button
from sdstudio.gui.zoom_bar import ZoomBar
from sdstudio.gui.zoom_canvas import ZoomCanvas
from sdstudio.request import GalleryItem

_INFO_WIDTH, _INFO_HEIGHT = 360, 400
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
}


class Viewer(QWidget):
    """Shows what it is given and says what is wanted; it knows no files. GUI thread only."""

    row_wanted = Signal(int)
    """The user wants to see the picture of this row of the gallery."""
    left = Signal()
    """The window was closed."""

    def __init__(
        self, model: GalleryModel, themes: ThemeSource, icons: IconSet, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("viewer")
        self.setAccessibleName(self.tr("Full size"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._model = model
        self._icons = icons
        self._row = 0
        self._item: GalleryItem | None = None
        self.canvas = ZoomCanvas(themes)
        self.canvas.setObjectName("viewerCanvas")
        self.canvas.setAccessibleName(self.tr("Picture"))
        self.strip = NeighbourStrip(model, themes, icons)
        self._trouble = PlainLabel("", self.canvas, role="hint")
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble.hide()
        self.info = QFrame(self.canvas)
        self.info.setObjectName("viewerInfo")
        self.info.setProperty("surface", "banner")
        self.details = DetailsPane(themes, icons)
        inside = QVBoxLayout(self.info)
        inside.setContentsMargins(2 * GAP, GAP + GAP // 2, GAP, GAP // 2)
        inside.addWidget(self.details)
        self.info.hide()
        self.place_label = PlainLabel("", role="hint")
        self.caption = ElidedLabel("")
        for users in (self.canvas, self.caption):
            mark_users_text(users)
        self.rating_bar = RatingBar(themes, icons)
        self.zoom_bar = ZoomBar("viewer", self.canvas, icons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.strip)
        layout.addLayout(self._build_foot())
        self.canvas.zoom_changed.connect(self.zoom_bar.tell)
        self.canvas.step_wanted.connect(self.step)
        self.canvas.installEventFilter(self)
        self.strip.chosen.connect(self.row_wanted)

    # -- what it shows -----------------------------------------------------------------------

    def begin(self, row: int, item: GalleryItem | None) -> None:
        """Another picture, whose pixels are still to come; ``item`` where it is known already."""
        self._item = None
        self._trouble.hide()
        self.canvas.begin(QSize() if item is None else QSize(item.width, item.height))
        if item is not None:
            self.know(item)
        self.moved_to(row)

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self.moved_to(self._row)

    def moved_to(self, row: int) -> None:
        """The picture is in this row of the gallery now."""
        self._row = row
        count = self._model.rowCount()
        self.place_label.setText(
            self.tr("{place} of {count}").format(place=whole(row + 1), count=whole(count))
        )
        self.previous_button.setEnabled(row > 0)
        self.next_button.setEnabled(row + 1 < count)
        self.strip.set_row(row)
        self.strip.setAccessibleDescription(self.place_label.text())

    @property
    def row(self) -> int:
        """The row of the picture shown."""
        return self._row

    def sketch(self, image: QImage) -> None:
        """A small version of the picture, shown in full size until the picture itself is here."""
        if not image.isNull() and self.canvas.image.isNull():
            if self._item is None:
                self.canvas.begin(image.size())
            self.canvas.show_image(image)

    def show_picture(self, item: GalleryItem, image: QImage) -> None:
        """The picture itself; a null ``image`` is one that cannot be read."""
        if self._item is None:
            self.canvas.begin(QSize(item.width, item.height))
        self.know(item)
        if image.isNull():
            self._trouble.setText(
                self.tr("This picture cannot be shown: its file is missing or damaged.")
            )
            self._trouble.show()
            self._place_overlays()
        else:
            self.canvas.show_image(image)

    def know(self, item: GalleryItem) -> None:
        """What is known of the picture shown."""
        self._item = item
        self.rating_bar.show_marks(item.rating, item.favourite)
        words = item.path.name if item.request is None else prompt_line(item.request)
        self.caption.setText(words)
        self.setWindowTitle(self.tr("{picture} – sdstudio").format(picture=words))
        self.canvas.setAccessibleDescription(words)
        self._tell_details()

    # -- what the user does ------------------------------------------------------------------

    @Slot(int)
    def step(self, by: int) -> None:
        """To a neighbour, if there is one."""
        row = self._row + by
        if 0 <= row < self._model.rowCount():
            self.row_wanted.emit(row)

    @Slot(bool)
    def show_info(self, is_shown: bool) -> None:
        """Lays the settings over the picture, or takes them away."""
        self.info_button.setChecked(is_shown)
        self.info.setVisible(is_shown)
        self._place_overlays()
        self._tell_details()

    @Slot(bool)
    def show_full_screen(self, is_full: bool) -> None:
        """The whole screen, or a window."""
        self.full_button.setChecked(is_full)
        if is_full:
            self.showFullScreen()
        else:
            self.showNormal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.step(-self._row)
        elif key == Qt.Key.Key_End:
            self.step(self._model.rowCount() - 1 - self._row)
        elif key == Qt.Key.Key_I:
            self.show_info(self.info.isHidden())
        elif key == Qt.Key.Key_F11:
            self.show_full_screen(not self.isFullScreen())
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif not self.zoom_bar.take_key(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.canvas and event.type() == QEvent.Type.Resize:
            self._place_overlays()
        return super().eventFilter(watched, event)

    # -- inside ------------------------------------------------------------------------------

    def _build_foot(self) -> QHBoxLayout:
        self.previous_button = self._button(
            "viewerPreviousButton", self.tr("Previous"), "←", "chevron-left"
        )
        self.next_button = self._button("viewerNextButton", self.tr("Next"), "→", "chevron-right")
        self.info_button = self._button("viewerInfoButton", self.tr("Settings"), "I", "info")
        self.full_button = self._button(
            "viewerFullScreenButton", self.tr("Full screen"), "F11", "expand"
        )
        close = self._button("viewerCloseButton", self.tr("Back to the window"), "Esc", "close")
        self.info_button.setCheckable(True)
        self.full_button.setCheckable(True)
        self.previous_button.clicked.connect(self._previous)
        self.next_button.clicked.connect(self._next)
        self.info_button.toggled.connect(self.show_info)
        self.full_button.clicked.connect(self.show_full_screen)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP + GAP // 2, GAP // 2, GAP + GAP // 2, GAP)
        foot.setSpacing(GAP // 2)
        for part in (self.previous_button, self.next_button, self.place_label):
            foot.addWidget(part)
        foot.addSpacing(GAP)
        foot.addWidget(self.caption, 1)
        foot.addSpacing(GAP)
        foot.addWidget(self.zoom_bar)
        foot.addSpacing(GAP)
        foot.addWidget(self.rating_bar)
        foot.addSpacing(GAP)
        for part in (self.info_button, self.full_button, close):
            foot.addWidget(part)
        return foot

    def _button(self, name: str, text: str, key: str, icon: str) -> QAbstractButton:
        return icon_button(name, text, key, icon, self._icons)

    @Slot()
    def _previous(self) -> None:
        self.step(-1)

    @Slot()
    def _next(self) -> None:
        self.step(1)

    def _tell_details(self) -> None:
        if not self.info.isHidden():
            self.details.show_item(self._item)

    def _place_overlays(self) -> None:
        room = self.canvas.rect()
        self._trouble.setGeometry(room)
        height = min(_INFO_HEIGHT, max(0, room.height() - 4 * GAP))
        self.info.setGeometry(room.right() - _INFO_WIDTH - 2 * GAP, 2 * GAP, _INFO_WIDTH, height)
