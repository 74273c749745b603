"""A picture to look at closely, alone or together with others."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, RADIUS, ThemeSource
from sdstudio.gui.xray.colours import image_of
from sdstudio.xray import Rgb

_MOST = 32.0
_NOTCH = 1.25


class Zoom(QObject):
    """How close one looks, and where; pictures that share one move together."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.factor = 1.0
        """1 shows the whole picture."""
        self.centre = QPointF(0.5, 0.5)
        """The middle of what is seen, in [0, 1] over the picture."""

    def set(self, factor: float, centre: QPointF) -> None:
        """Looks elsewhere; the picture stays in sight."""
        factor = min(max(factor, 1.0), _MOST)
        edge = 0.5 / factor
        centre = QPointF(min(max(centre.x(), edge), 1 - edge), min(max(centre.y(), edge), 1 - edge))
        if (factor, centre) != (self.factor, self.centre):
            self.factor, self.centre = factor, centre
            self.changed.emit()


class Picture(QWidget):
    """A picture under a caption. Ctrl and the wheel, or + and −, zoom; dragging and arrows move.

    Double click and 0 show the whole again. A click tells its spot. An overlay, such as a heat map
    of any size, is stretched over the picture.
    """

    spot_picked = Signal(float, float)
    """x and y in [0, 1] over the picture, where it was clicked."""

    def __init__(
        self,
        name: str,
        title: str,
        themes: ThemeSource,
        zoom: Zoom | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` becomes the objectName; ``title`` is the caption, and may be empty."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title or name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._themes = themes
        self._title = title
        self.zoom = zoom if zoom is not None else Zoom(self)
        self._image: QImage | None = None
        self._overlay: QImage | None = None
        self._opacity = 0.6
        self._smooth = True
        self._spot: QPointF | None = None
        self._pressed: QPointF | None = None
        self._is_dragged = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.zoom.changed.connect(self.update)
        themes.changed.connect(self.update)
        self._describe()

    # -- what it shows -----------------------------------------------------------------------

    def set_image(self, image: QImage | None) -> None:
        """Another picture, or none; the zoom stays."""
        was = self._image.size() if self._image is not None else None
        self._image = image
        self._describe()
        if was != (image.size() if image is not None else None):
            self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        image = self._image
        # Without one there is only the caption.
        words = self._title if image is None else f"{image.width()} × {image.height()}"
        self.setAccessibleDescription(words)

    def set_rgb(self, picture: Rgb | None) -> None:
        """Another picture, or none."""
        self.set_image(None if picture is None else image_of(picture))

    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def set_title(self, title: str) -> None:
        """Another caption."""
        self._title = title
        self.setAccessibleName(title or self.objectName())
        self._describe()
        self.update()

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        if self._title:
            self.set_title(tell(self._title))

    def set_smooth(self, smooth: bool) -> None:
        """Scales smoothly, or shows pixels as squares."""
        self._smooth = smooth
        self.update()

    def set_overlay(self, image: QImage | None, opacity: float = 0.6) -> None:
        """Lays an image over the picture, stretched to its size."""
        self._overlay, self._opacity = image, opacity
        self.update()

    def mark_spot(self, spot: QPointF | None) -> None:
        """Draws a ring at a spot, in [0, 1] over the picture."""
        self._spot = spot
        self.update()

    # -- measures ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 48 + self._caption())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        ratio = 1.0
        if self._image is not None and not self._image.isNull():
            ratio = self._image.height() / self._image.width()
        return round(width * min(max(ratio, 0.25), 2.0)) + self._caption()

    def area(self) -> QRectF:
        """Where the whole picture would be at factor 1, in pixels of the widget."""
        room = QRectF(self.rect()).adjusted(0, self._caption(), 0, 0)
        if self._image is None or self._image.isNull():
            return room
        size = QSize(self._image.size()).scaled(
            room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
        )
        left = room.center().x() - size.width() / 2
        return QRectF(left, room.top(), size.width(), size.height())

    def spot_at(self, place: QPointF) -> QPointF | None:
        """The spot of the picture at a place of the widget; None outside."""
        area = self.area()
        if self._image is None or not area.contains(place):
            return None
        zoom = self.zoom
        return QPointF(
            zoom.centre.x() + ((place.x() - area.left()) / area.width() - 0.5) / zoom.factor,
            zoom.centre.y() + ((place.y() - area.top()) / area.height() - 0.5) / zoom.factor,
        )

    def _caption(self) -> int:
        return self.fontMetrics().height() + GAP // 2 if self._title else 0

    # -- drawing -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        if self._title:
            metrics = QFontMetrics(self.font())
            painter.setPen(QColor(theme.secondary))
            painter.drawText(
                QRectF(0, 0, self.width(), metrics.height()),
                int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter),
                metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, self.width()),
            )
        area = self.area()
        if self._image is None or self._image.isNull():
            painter.fillRect(area, QColor(theme.canvas))
        else:
            whole = QRectF(
                area.center().x() - self.zoom.centre.x() * area.width() * self.zoom.factor,
                area.center().y() - self.zoom.centre.y() * area.height() * self.zoom.factor,
                area.width() * self.zoom.factor,
                area.height() * self.zoom.factor,
            )
            painter.save()
            painter.setClipRect(area)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
            painter.drawImage(whole, self._image)
            if self._overlay is not None:
                painter.setOpacity(self._opacity)
                painter.drawImage(whole, self._overlay)
                painter.setOpacity(1.0)
            if self._spot is not None:
                self._paint_spot(painter, whole)
            painter.restore()
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # Of two colours: a picture may have either.
            for colour, inset in ((theme.canvas, 3), (theme.accent, 1)):
                painter.setPen(QPen(QColor(colour), 2))
                ring = area.adjusted(inset, inset, -inset, -inset)
                painter.drawRoundedRect(ring, RADIUS / 2, RADIUS / 2)
        painter.end()

    def _paint_spot(self, painter: QPainter, whole: QRectF) -> None:
        if self._spot is None:
            return
        place = QPointF(
            whole.left() + self._spot.x() * whole.width(),
            whole.top() + self._spot.y() * whole.height(),
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("#000000", 4), ("#ffffff", 2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(place, 6, 6)

    # -- what the user does ------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        factor = self.zoom.factor * _NOTCH ** (event.angleDelta().y() / 120)
        factor = min(max(factor, 1.0), _MOST)
        # What is under the mouse stays there.
        share = self.zoom.factor / factor
        self.zoom.set(factor, spot + (self.zoom.centre - spot) * share)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        zoom, key = self.zoom, Qt.Key(event.key())
        moves = {
            Qt.Key.Key_Left: QPointF(-0.1, 0),
            Qt.Key.Key_Right: QPointF(0.1, 0),
            Qt.Key.Key_Up: QPointF(0, -0.1),
            Qt.Key.Key_Down: QPointF(0, 0.1),
        }
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            zoom.set(zoom.factor * _NOTCH, zoom.centre)
        elif key == Qt.Key.Key_Minus:
            zoom.set(zoom.factor / _NOTCH, zoom.centre)
        elif key == Qt.Key.Key_0:
            zoom.set(1.0, QPointF(0.5, 0.5))
        elif key in moves and zoom.factor > 1:
            zoom.set(zoom.factor, zoom.centre + moves[key] / zoom.factor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._image is not None:
            self._pressed = event.position()
            self._is_dragged = False
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._is_dragged or way.manhattanLength() > 4:
            self._is_dragged = True
            self._pressed = event.position()
            area = self.area()
            self.zoom.set(
                self.zoom.factor,
                self.zoom.centre
                - QPointF(way.x() / area.width(), way.y() / area.height()) / self.zoom.factor,
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._is_dragged:
            spot = self.spot_at(event.position())
            if spot is not None:
                self.spot_picked.emit(spot.x(), spot.y())
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.zoom.set(1.0, QPointF(0.5, 0.5))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
