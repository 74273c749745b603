"""The steps of one denoising as a strip of thumbnails with a playhead; painted, never scrolled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from sdstudio.gui.labels import escaped_tooltip
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.tiles import rounded_tile

TILE = 44
"""Height of a tile, and its width where there is room, in device independent pixels."""
GAP = 4
"""Room between two tiles."""
_NARROWEST = 26
"""Where a tile and its gap have less room than this, only some steps get a tile."""
_EDGE = 3
"""Room around the tiles for the ring."""
_CORNER = 4.0
_RAIL = 3.0
_KNOB = 9.0
_RAIL_ROOM = 13
_HEIGHT = 2 * _EDGE + TILE + _RAIL_ROOM
_MOST_SIDE = 128
"""Thumbnails are kept no larger than this: sharp at a device pixel ratio of nearly 3."""
_DIMMED = 0.38
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}
_VIEW_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@dataclass(frozen=True, slots=True)
class StripGeometry:
    """Where the tiles of ``count`` steps lie in a strip ``width`` wide.

    Positions count from 0; lengths are device independent pixels, and edges lie on whole device
    pixels of ``ratio``. All steps share the width evenly. Where a tile each would be too narrow to
    recognise, whole tiles stand side by side, each for the step in its middle.
    """

    count: int
    width: float
    ratio: float = 1.0

    @property
    def pitch(self) -> float:
        """From one step to the next."""
        if self.has_all:
            return min((self.width + GAP) / max(self.count, 1), TILE + GAP)
        return max(self.width, 1.0) / self.count

    @property
    def has_all(self) -> bool:
        """Whether each step has a tile of its own."""
        return self.width + GAP >= _NARROWEST * self.count

    @property
    def tile_width(self) -> float:
        """Width of every tile."""
        return self._sharp(self.pitch - GAP if self.has_all else self._wide_pitch - GAP)

    @property
    def end(self) -> float:
        """Where the last step ends."""
        return self.pitch * self.count - (GAP if self.has_all else 0)

    def tiles(self) -> list[tuple[int, float]]:
        """The positions that have a tile, and the left edge of each, from left to right."""
        if self.has_all:
            return [(k, self._sharp(k * self.pitch)) for k in range(self.count)]
        number = self._wide_number
        return [
            (int((k + 0.5) * self.count / number), self._sharp(k * self._wide_pitch))
            for k in range(number)
        ]

    def current_left(self, position: int) -> float:
        """The left edge of the tile that shows ``position`` while it is the current step."""
        if self.has_all:
            return self._sharp(position * self.pitch)
        most = max(0.0, self.end - self.tile_width)
        return self._sharp(min(max(0.0, self.centre(position) - self.tile_width / 2), most))

    def centre(self, position: int) -> float:
        """The middle of a step."""
        return (position + 0.5) * self.pitch - (GAP / 2 if self.has_all else 0)

    def position_at(self, x: float) -> int:
        """The step under ``x``; the nearest one outside the strip."""
        return max(0, min(int(x // self.pitch), self.count - 1))

    @property
    def _wide_number(self) -> int:
        return max(1, int((self.width + GAP) // (TILE + GAP)))

    @property
    def _wide_pitch(self) -> float:
        return (self.width + GAP) / self._wide_number

    def _sharp(self, length: float) -> float:
        return round(length * self.ratio) / self.ratio


class Filmstrip(QAbstractSlider):
    """One tile per step, the current one ringed; its value is the current step.

    A slider to Qt, and so to screen readers too. ``valueChanged`` tells only what the user did:
    ``put`` and ``set_steps`` are silent. Its height never changes. GUI thread only.
    """

    play_wanted = Signal()
    """Space was pressed."""
    end_wanted = Signal()
    """The user wants the newest step, also where it is the current one already."""
    view_wanted = Signal(int)
    """A number key: a view's place in ``VIEWS``."""
    thumbnails_wanted = Signal(object)
    """list[int]: the steps in sight that have no thumbnail yet, from left to right."""

    def __init__(
        self, themes: ThemeSource, describe: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        """``describe`` says of a step that is done what its tooltip shows."""
        super().__init__(parent)
        self.setObjectName("filmstrip")
        self.setAccessibleName(self.tr("Denoising steps"))
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setMouseTracking(True)
        self._themes = themes
        themes.changed.connect(self.update)
        self._first = 1
        self._done = 0
        self._count = 0
        self._first_own = 1
        self._is_running = False
        self._hovered = -1
        self._ringed = 0
        self._shows_ring = False
        self._describe = describe
        self._thumbnails: dict[int, QImage] = {}
        self._drawn: dict[int, QPixmap] = {}
        self._drawn_for = (0.0, 0.0)
        self._asked: set[int] = set()
        # One question per turn of the event loop, however many steps came.
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    # -- what it shows -----------------------------------------------------------------------

    def clear(self) -> None:
        """No steps and no thumbnails."""
        self._thumbnails.clear()
        self._drawn.clear()
        self._asked.clear()
        self.set_steps(1, 0, 0, 1, False)

    def set_steps(
        self, first: int, done: int, count: int, first_own: int, is_running: bool
    ) -> None:
        """``count`` steps from step ``first`` on, ``done`` of them done; the rest are empty slots.

        Steps before ``first_own`` are dimmed. Thumbnails stay.
        """
        before = (self._first, self._count, self._first_own, self._is_running)
        done_before = self._done
        self._first = first
        self._done = done
        self._count = max(count, done)
        self._first_own = first_own
        self._is_running = is_running
        with _Silence(self):
            self.setRange(first, first + max(0, done - 1))
        if before != (self._first, self._count, self._first_own, is_running):
            self.update()
        else:
            for position in range(min(done, done_before), max(done, done_before)):
                self._update_tile(position)
        self._asking.start()

    def put(self, index: int) -> None:
        """Makes a step the current one without telling; the nearest where it is not done."""
        with _Silence(self):
            self.setValue(index)

    def set_thumbnail(self, index: int, image: QImage) -> None:
        """The picture of a step, of any size and shape; its middle is shown."""
        if max(image.width(), image.height()) > _MOST_SIDE:
            image = image.scaled(
                _MOST_SIDE,
                _MOST_SIDE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._thumbnails[index] = image
        self._drawn.pop(index, None)
        self._update_tile(index - self._first)

    def thumbnail(self, index: int) -> QImage | None:
        """The picture of a step; None while it is not here."""
        return self._thumbnails.get(index)

    def has_thumbnail(self, index: int) -> bool:
        """Whether the picture of a step is here."""
        return index in self._thumbnails

    def geometry_of_tiles(self) -> StripGeometry:
        """Where the tiles lie, measured from ``tile_rect(0).left()``."""
        return StripGeometry(self._count, self.width() - 2 * _EDGE, self.devicePixelRatioF())

    def tile_rect(self, position: int) -> QRectF:
        """Where the step at ``position`` is drawn while it is the current one."""
        geometry = self.geometry_of_tiles()
        return self._rect_from(geometry.current_left(position), geometry)

    # -- what the user does ------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # While the strip has the keyboard, its keys are not shortcuts of the window.
            if self._is_ours(event):
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self._position_at(event.pos())
            tip = self._describe(self._first + position) if position >= 0 else ""
            QToolTip.showText(event.globalPos(), escaped_tooltip(tip), self)
            return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_ours(event):
            event.ignore()
            return
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.setValue(self.value() + _KEYS[key])
        elif key == Qt.Key.Key_Home:
            self.setValue(self.minimum())
        elif key == Qt.Key.Key_End:
            self.end_wanted.emit()
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.play_wanted.emit()
        else:
            self.view_wanted.emit(_VIEW_KEYS.index(key))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._done:
            event.ignore()
            return
        self.setSliderDown(True)
        self.setValue(self._index_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._index_at(event.position()))
        self._hover(self._position_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A ring helps who came by the keyboard; who clicked knows where the focus is.
        self._shows_ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_ring = False
        self.update()
        super().focusOutEvent(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        plain = Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~plain or not self._done:
            return False
        key = event.key()
        others = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space)
        return key in _KEYS or key in others or key in _VIEW_KEYS

    def _index_at(self, point: QPointF | QPoint) -> int:
        return self._first + self.geometry_of_tiles().position_at(point.x() - _EDGE)

    def _position_at(self, point: QPointF | QPoint) -> int:
        """The done step under the mouse; -1 where there is none."""
        geometry = self.geometry_of_tiles()
        if not self._count or not _EDGE <= point.x() <= _EDGE + geometry.end:
            return -1
        position = geometry.position_at(point.x() - _EDGE)
        return position if position < self._done else -1

    def _hover(self, position: int) -> None:
        if position != self._hovered:
            before, self._hovered = self._hovered, position
            self._update_tile(before)
            self._update_tile(position)

    # -- thumbnails --------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asked.clear()
        self._asking.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._asking.start()

    @Slot()
    def _ask(self) -> None:
        """Asks for all that is missing in sight, when some of it was not asked for before."""
        if not self.isVisible() or not self._done:
            return
        tiles = self.geometry_of_tiles().tiles()
        positions = {position for position, _ in tiles if position < self._done}
        positions.add(self.value() - self._first)
        wanted = [self._first + position for position in sorted(positions)]
        missing = [index for index in wanted if index not in self._thumbnails]
        if self._asked.issuperset(missing):
            return
        self._asked.update(missing)
        self.thumbnails_wanted.emit(missing)

    def _pixmap(self, index: int, size: tuple[float, float]) -> QPixmap | None:
        """The tile of a step, scaled once for its size on this screen."""
        ratio = self.devicePixelRatioF()
        if self._drawn_for != (size[0], ratio):
            self._drawn_for = (size[0], ratio)
            self._drawn.clear()
        if index not in self._drawn:
            image = self._thumbnails.get(index)
            if image is None or image.isNull():
                return None
            self._drawn[index] = _drawn_tile(image, size, ratio)
        return self._drawn[index]

    # -- painting ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(20 * (TILE + GAP), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * (TILE + GAP), _HEIGHT)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        # The base class would repaint the whole strip.
        if change != QAbstractSlider.SliderChange.SliderValueChange:
            return
        for position in (self._ringed, self.value() - self._first):
            self._update_tile(position)
        rail = QRect(0, _HEIGHT - _RAIL_ROOM, self.width(), _RAIL_ROOM)
        self.update(rail)
        self._ringed = self.value() - self._first
        if not self.geometry_of_tiles().has_all:
            self._asking.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shows_ring:
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, 6.0, 6.0)
        if not self._count:
            return
        geometry = self.geometry_of_tiles()
        touched = QRectF(event.rect())
        for position, left in geometry.tiles():
            rect = self._rect_from(left, geometry)
            if rect.intersects(touched):
                self._paint_tile(painter, position, rect)
        self._paint_branch(painter, geometry)
        if 0 <= self._hovered < self._done and geometry.has_all:
            painter.setPen(QPen(QColor(theme.secondary), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            rect = self.tile_rect(self._hovered).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(rect, _CORNER, _CORNER)
        self._paint_rail(painter, geometry)
        if self._done:
            self._paint_current(painter, geometry)

    def _paint_tile(self, painter: QPainter, position: int, rect: QRectF) -> None:
        theme = self._themes.theme
        index = self._first + position
        pixmap = self._pixmap(index, (rect.width(), rect.height()))
        if position < self._done and pixmap is not None:
            painter.setOpacity(_DIMMED if index < self._first_own else 1.0)
            painter.drawPixmap(rect.topLeft(), pixmap)
            painter.setOpacity(1.0)
        elif position < self._done or self._is_running:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover if position < self._done else theme.raised))
            painter.drawRoundedRect(rect, _CORNER, _CORNER)
        else:
            # Stopped before it came to this step.
            painter.setPen(QColor(theme.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)

    def _paint_branch(self, painter: QPainter, geometry: StripGeometry) -> None:
        """A mark where the picture left its parent."""
        position = self._first_own - self._first
        if not 0 < position < self._count:
            return
        x = _EDGE + position * geometry.pitch - (GAP / 2 if geometry.has_all else 0)
        # Where tiles stand for several steps, it would cut one in two.
        top = _EDGE if geometry.has_all else _EDGE + TILE + 1
        painter.setPen(QPen(QColor(self._themes.theme.secondary), 1.5))
        painter.drawLine(QPointF(x, top), QPointF(x, _EDGE + TILE + 6))

    def _paint_rail(self, painter: QPainter, geometry: StripGeometry) -> None:
        theme = self._themes.theme
        y = _HEIGHT - _RAIL_ROOM / 2 - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        rail = QRectF(_EDGE, y - _RAIL / 2, geometry.end, _RAIL)
        painter.drawRoundedRect(rail, _RAIL / 2, _RAIL / 2)
        if not self._done:
            return
        x = geometry.centre(self.value() - self._first)
        painter.setBrush(QColor(theme.accent))
        rail.setWidth(x)
        painter.drawRoundedRect(rail, _RAIL / 2, _RAIL / 2)
        painter.setBrush(QColor(theme.text if theme.is_dark else theme.panel))
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.secondary), 1.25))
        painter.drawEllipse(QPointF(_EDGE + x, y), _KNOB / 2, _KNOB / 2)

    def _paint_current(self, painter: QPainter, geometry: StripGeometry) -> None:
        theme = self._themes.theme
        position = self.value() - self._first
        rect = self.tile_rect(position)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not geometry.has_all:
            # It stands in front of its neighbours.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.panel))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), _CORNER + 3, _CORNER + 3)
            self._paint_tile(painter, position, rect)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 2.0))
        painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), _CORNER + 1.5, _CORNER + 1.5)

    def _rect_from(self, left: float, geometry: StripGeometry) -> QRectF:
        return QRectF(_EDGE + left, _EDGE, geometry.tile_width, TILE)

    def _update_tile(self, position: int) -> None:
        if not 0 <= position < self._count:
            return
        geometry = self.geometry_of_tiles()
        lefts = [left for other, left in geometry.tiles() if other == position]
        lefts.append(geometry.current_left(position))
        for left in lefts:
            rect = self._rect_from(left, geometry)
            self.update(rect.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE).toAlignedRect())


class _Silence:
    """Nothing is told while this is entered: what is done is not the user's doing."""

    def __init__(self, strip: Filmstrip) -> None:
        self._strip = strip

    def __enter__(self) -> None:
        self._before = self._strip.blockSignals(True)

    def __exit__(self, *_: object) -> None:
        self._strip.blockSignals(self._before)


def _drawn_tile(image: QImage, size: tuple[float, float], ratio: float) -> QPixmap:
    """The middle of ``image`` as a tile of ``size`` with round corners, for one kind of screen."""
    pixels = QSize(round(size[0] * ratio), round(size[1] * ratio))
    pixmap = QPixmap.fromImage(rounded_tile(image, pixels, _CORNER * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
