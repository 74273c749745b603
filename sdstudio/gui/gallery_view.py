"""The gallery's grid: choosing pictures by keyboard and mouse, and dragging their files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QMetaMethod,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from sdstudio.gui.file_drag import files_as_mime, local_files
from sdstudio.gui.gallery_model import GalleryModel, count_text
from sdstudio.gui.grid_selection import GridSelection
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import escaped_tooltip
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import RADIUS, ThemeSource
from sdstudio.gui.tile_grid import TileGrid
from sdstudio.request import GalleryItem

_BAND_ROLL = 24
"""Pixels that the grid rolls at a time while a band is drawn beyond its edge."""
_BAND_EVERY = 16
"""Milliseconds from one time to the next."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class GalleryView(TileGrid):
    """A grid to choose in: by click, with Shift and Ctrl, by a band, by the keys of a list.

    Which pictures are chosen is kept by id, so it stays right whatever happens to the list. A
    screen reader is told the current picture's words. GUI thread only.
    """

    current_chosen = Signal(int)
    """id of the picture that the user went to, by click or key; again when it was there before."""
    current_changed = Signal()
    """Another picture is the current one, or none, or more is known of it, whoever did it."""
    selection_changed = Signal()
    activated = Signal(int)
    """id of a picture that was double-clicked."""
    drag_wanted = Signal(object)
    """list of ids: the user drags these pictures; answered by ``drag``."""
    files_dropped = Signal(object)
    """list of Path: files were dropped here. Nothing can be dropped while nobody listens."""

    def __init__(
        self,
        model: GalleryModel,
        themes: ThemeSource,
        icons: IconSet,
        tile: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, themes, icons, tile, parent)
        self.setObjectName("galleryView")
        self.setAccessibleName(self.tr("Gallery"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._selection = GridSelection(model)
        self._pressed: QPoint | None = None
        self._pressed_row: int | None = None
        self._is_dragging = False
        self._band: tuple[QPoint, QPoint] | None = None
        self._band_before: frozenset[int] = frozenset()
        self._successors: list[int] = []
        self._rolling = QTimer(self)
        self._rolling.setSingleShot(True)
        self._rolling.setInterval(_BAND_EVERY)
        self._rolling.timeout.connect(self._roll)
        # After the grid's own slots: by then it has its new measures.
        model.modelAboutToBeReset.connect(self._remember_successors)
        model.modelReset.connect(self._forget_missing)
        model.dataChanged.connect(self._know_more)
        model.count_changed.connect(self._describe)

    # -- what others ask ---------------------------------------------------------------------

    def selected_ids(self) -> list[int]:
        """The chosen pictures, from top to bottom."""
        return self._selection.ids()

    def current_id(self) -> int | None:
        """The picture under the keyboard's cursor."""
        return self._selection.current

    def choose(self, id: int) -> None:
        """Makes a picture the only chosen one and brings it into sight, if it is listed."""
        index = self._model.index_of(id)
        if index.isValid():
            self._selection.choose(index.row())
            self._moved()

    def choose_all(self, ids: Sequence[int]) -> None:
        """Makes these the chosen ones, as far as they are listed; the first comes into sight."""
        listed = [id for id in ids if self._model.index_of(id).isValid()]
        if listed:
            self.choose(listed[0])
            self._selection.put(listed)
            self.viewport().update()

    def drag(self, items: Sequence[GalleryItem]) -> None:
        """Answers ``drag_wanted``: gives the files out, unless the button was let go meanwhile."""
        pressed = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if not (self._is_dragging and pressed and items):
            return
        drag = QDrag(self)
        drag.setMimeData(files_as_mime([item.path for item in items]))
        image = self._model.thumbnail(items[0].id)
        if image is not None and not image.isNull():
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            drag.setPixmap(pixmap)
        drag.exec(Qt.DropAction.CopyAction)
        self._is_dragging = False

    # -- what the grid asks ------------------------------------------------------------------

    def is_chosen(self, id: int) -> bool:
        return self._selection.has(id)

    def has_keys(self, id: int) -> bool:
        return id == self._selection.current and self.hasFocus()

    def paint_over(self, painter: QPainter) -> None:
        if self._selection.current is None and self.hasFocus():
            painter.setPen(QColor(self._themes.theme.accent))
            edge = QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, RADIUS, RADIUS)
        if self._band is not None:
            colour = QColor(self._themes.theme.accent)
            painter.setPen(colour)
            colour.setAlpha(40)
            painter.setBrush(colour)
            painter.drawRect(_between(*self._band).translated(0, -self._top()))

    # -- the list changes --------------------------------------------------------------------

    @Slot()
    def _remember_successors(self) -> None:
        self._successors = self._selection.successors()

    @Slot()
    def _forget_missing(self) -> None:
        current, chosen = self._selection.current, self._selection.count
        self._selection.forget_missing(self._successors)
        if current != self._selection.current:
            self._tell_current()
        if chosen != self._selection.count:
            self.selection_changed.emit()

    @Slot(QModelIndex, QModelIndex)
    def _know_more(self, first: QModelIndex, last: QModelIndex) -> None:
        row = self._selection.current_row()
        if row is not None and first.row() <= row <= last.row():
            self._tell_current()

    # -- keyboard ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._selection.put(self._model.ids_between(0, self._model.rowCount()))
            self._selected()
            return
        row = self._row_for(event)
        if row is None:
            super().keyPressEvent(event)
            return
        if event.modifiers() & _SHIFT:
            self._selection.extend(row)
        else:
            self._selection.choose(row)
        self._went()

    def _row_for(self, event: QKeyEvent) -> int | None:
        """Where a key leads; None when it is none of ours or there is nothing."""
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | _CONTROL):
            return None
        count, columns = self._geometry.count, self._geometry.columns
        page = max(1, self.viewport().height() // self._geometry.pitch) * columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not count:
            return None
        row = self._selection.current_row()
        if row is None:
            return count - 1 if event.key() == Qt.Key.Key_End else 0
        to = row + step
        is_line = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if is_line and not 0 <= to < count:
            # No line that way; or a shorter one at the end, whose last picture is meant.
            is_shorter = step > 0 and row // columns < (count - 1) // columns
            return count - 1 if is_shorter else row
        return max(0, min(to, count - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # -- mouse -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row = self._row_under(point)
        if event.button() == Qt.MouseButton.RightButton:
            if row is not None and not self._selection.has(self._model.id_at(row)):
                self._selection.choose(row)
                self._went()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._pressed_row = point, None
        modifiers = event.modifiers()
        if row is None:
            self._begin_band(point, keep=bool(modifiers & (_CONTROL | _SHIFT)))
        elif modifiers & _SHIFT:
            self._selection.extend(row, add=bool(modifiers & _CONTROL))
            self._went()
        elif modifiers & _CONTROL:
            self._selection.toggle(row)
            self._went()
        elif self._selection.count > 1 and self._selection.has(self._model.id_at(row)):
            # Perhaps all of them are dragged; if not, letting go means this one.
            self._pressed_row = row
        else:
            self._selection.choose(row)
            self._went()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._band is not None:
            self._draw_band(point)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far and not self._is_dragging and self._selection.count:
                self._is_dragging = True
                self._pressed_row = None
                self.drag_wanted.emit(self.selected_ids())
        else:
            self._hover(self._row_under(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        row, self._pressed_row = self._pressed_row, None
        self._pressed = None
        self._is_dragging = False
        if self._band is not None:
            self._band = None
            self._rolling.stop()
            self.viewport().update()
        elif row is not None:
            self._selection.choose(row)
            self._went()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_under(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self.activated.emit(self._model.id_at(row))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_under(event.pos())
            words = self._model.words(self._model.id_at(row)) if row is not None else ""
            QToolTip.showText(event.globalPos(), escaped_tooltip(words), self)
            return True
        return super().viewportEvent(event)

    def _begin_band(self, point: QPoint, keep: bool) -> None:
        start = point + QPoint(0, self._top())
        self._band = (start, start)
        self._band_before = frozenset(self._selection.ids()) if keep else frozenset()
        self._draw_band(point)

    def _draw_band(self, point: QPoint) -> None:
        assert self._band is not None
        self._band = (self._band[0], point + QPoint(0, self._top()))
        rows = self._geometry.rows_in(_between(*self._band))
        self._selection.put(self._band_before.union(self._model.id_at(row) for row in rows))
        self._selected()
        if 0 <= point.y() < self.viewport().height():
            self._rolling.stop()
        else:
            self._rolling.start()

    @Slot()
    def _roll(self) -> None:
        """The band is drawn beyond the edge: there is more to see that way."""
        if self._band is not None:
            point = self.viewport().mapFromGlobal(self.cursor().pos())
            self._scroll_to(self._top() + (_BAND_ROLL if point.y() > 0 else -_BAND_ROLL))
            self._draw_band(point)

    # -- files from elsewhere ----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept_files(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._accept_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self._accept_files(event):
            self.files_dropped.emit(local_files(event.mimeData()))

    def _accept_files(self, event: QDropEvent) -> bool:
        listened = self.isSignalConnected(QMetaMethod.fromSignal(self.files_dropped))
        if not listened or event.source() is self or not local_files(event.mimeData()):
            event.ignore()
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    # -- telling -----------------------------------------------------------------------------

    def _went(self) -> None:
        """The user went to a picture."""
        self._moved()
        if (id := self._selection.current) is not None:
            self.current_chosen.emit(id)

    def _moved(self) -> None:
        row = self._selection.current_row()
        if row is not None:
            self.bring_into_sight(row)
        self._selected()
        self._tell_current()

    def _selected(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def _tell_current(self) -> None:
        self._describe()
        self.current_changed.emit()

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._describe()

    @Slot()
    def _describe(self) -> None:
        """Says in words what the current picture is, for people who cannot see it."""
        id = self._selection.current
        words = self._model.words(id) if id is not None else count_text(self._model.rowCount())
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        if id is not None and self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _between(one: QPoint, other: QPoint) -> QRect:
    return QRect(one, other).normalized()
