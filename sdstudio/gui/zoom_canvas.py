"""One picture to look into: fitted or zoomed to its pixels, and dragged about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from sdstudio.gui.theme import ThemeSource

_STEP = 1.25
_LARGEST = 32.0
_SMALLEST = 0.05
_PIXELS_FROM = 2.0
"""Beyond this scale pixels are seen as they are; fitted pictures are always smooth."""
_NOTCH = 120
"""What the wheel counts for one of its clicks."""


@dataclass(frozen=True, slots=True)
class ZoomView:
    """What of a picture is in sight, whatever its size.

    ``zoom`` is how many times larger than fitted it is, None while it is fitted. ``x`` and ``y``
    are the middle of what is in sight, as shares of width and height.
    """

    zoom: float | None
    x: float
    y: float


class ZoomCanvas(QWidget):
    """Paints a picture at a scale: device pixels per picture pixel. GUI thread only.

    The picture may come in two qualities: ``sketch`` first, as large as the picture will be.
    """

    zoom_changed = Signal()
    """Something else of the picture is in sight: its scale changed, or it was dragged."""
    step_wanted = Signal(int)
    """The wheel asks for the next picture (1) or the one before (-1)."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        themes.changed.connect(self.update)
        self._image = QImage()
        self._size = QSize()
        self._scale: float | None = None
        self._centre = QPointF()
        self._dragged: QPointF | None = None
        self._turned = 0

    # -- what it shows -----------------------------------------------------------------------

    def begin(self, size: QSize) -> None:
        """Another picture of this size, whose pixels are still to come; fitted again."""
        self._image = QImage()
        self._size = size
        self._scale = None
        self._centre = QPointF(size.width() / 2, size.height() / 2)
        self._changed()

    def show_image(self, image: QImage) -> None:
        """The picture's pixels, or a sketch of them of any size; the view stays where it is."""
        self._image = image
        self.update()

    @property
    def image(self) -> QImage:
        """What is shown; null while nothing is here."""
        return self._image

    @property
    def picture_size(self) -> QSize:
        """Pixels of the whole picture, whatever the size of what is shown of it."""
        return self._size

    # -- scale -------------------------------------------------------------------------------

    @property
    def is_fitted(self) -> bool:
        """Whether the picture is as large as there is room."""
        return self._scale is None

    def scale(self) -> float:
        """Device pixels per picture pixel."""
        return self._fitting() if self._scale is None else self._scale

    def fit(self) -> None:
        """As large as there is room."""
        self._scale = None
        self._changed()

    def set_scale(self, scale: float, at: QPointF | None = None) -> None:
        """Another scale; what is under ``at``, or in the middle, stays there."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        at = middle if at is None else at
        held = self._in_picture(at)
        self._scale = max(min(_SMALLEST, self._fitting()), min(scale, _LARGEST))
        self._centre = held - (at - middle) / self._per_pixel()
        self._changed()

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """Larger by so many steps, smaller when negative; 100 % is never jumped over."""
        before = self.scale()
        after = before * _STEP**steps
        if min(before, after) < 0.999 and max(before, after) > 1.001:
            after = 1.0
        self.set_scale(after, at)

    def picture_rect(self) -> QRectF:
        """Where the whole picture lies, in device independent pixels; it may be larger."""
        size = QSizeF(self._size) * self._per_pixel()
        corner = QPointF(self.width() / 2, self.height() / 2) - self._centre * self._per_pixel()
        return QRectF(corner, size)

    def view(self) -> ZoomView:
        """What is in sight, for another canvas to show the same of its picture."""
        width, height = max(1, self._size.width()), max(1, self._size.height())
        zoom = None if self._scale is None else self._scale / self._fitting()
        return ZoomView(zoom, self._centre.x() / width, self._centre.y() / height)

    def set_view(self, view: ZoomView) -> None:
        """Shows the same as another canvas, as far as its own size allows."""
        self._centre = QPointF(view.x * self._size.width(), view.y * self._size.height())
        if view.zoom is None:
            self._scale = None
        else:
            self._scale = max(_SMALLEST, min(view.zoom * self._fitting(), _LARGEST))
        self._changed()

    def _per_pixel(self) -> float:
        """Device independent pixels per picture pixel."""
        return self.scale() / self.devicePixelRatioF()

    def _fitting(self) -> float:
        if self._size.isEmpty() or self.size().isEmpty():
            return 1.0
        ratio = self.devicePixelRatioF()
        return min(
            self.width() * ratio / self._size.width(), self.height() * ratio / self._size.height()
        )

    def _in_picture(self, point: QPointF) -> QPointF:
        return (point - self.picture_rect().topLeft()) / self._per_pixel()

    def _changed(self) -> None:
        """Keeps the picture in sight: centred where it is smaller than the room."""
        room = QSizeF(self.size()) / self._per_pixel()
        self._centre = QPointF(
            _clamped(self._centre.x(), self._size.width(), room.width()),
            _clamped(self._centre.y(), self._size.height(), room.height()),
        )
        self.update()
        self.zoom_changed.emit()

    # -- events ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._themes.theme.canvas))
        place = self.picture_rect()
        seen = place.intersected(QRectF(self.rect()))
        if self._image.isNull():
            painter.fillRect(seen, QColor(self._themes.theme.panel))
        else:
            self.paint_picture(painter, self._image, seen)
        painter.end()

    def paint_picture(self, painter: QPainter, image: QImage, seen: QRectF) -> None:
        """Paints what of ``image`` lies in ``seen``, a part of ``picture_rect``."""
        if seen.isEmpty():
            return
        place = self.picture_rect()
        is_smooth = self._scale is None or self._scale <= _PIXELS_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        # Only the part in sight is scaled: at 3200 % the rest would be a thousand times that.
        across = image.width() / place.width()
        down = image.height() / place.height()
        part = QRectF(
            (seen.left() - place.left()) * across,
            (seen.top() - place.top()) * down,
            seen.width() * across,
            seen.height() * down,
        )
        painter.drawImage(seen, image, part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._pan(event.position() - self._dragged)
            self._dragged = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if self.is_fitted:
                self.set_scale(1.0, event.position())
            else:
                self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / _NOTCH, event.position())
        elif not self.is_fitted:
            self._pan(QPointF(event.angleDelta()) / 2)
        else:
            self._turned += event.angleDelta().y()
            while abs(self._turned) >= _NOTCH:
                step = -1 if self._turned > 0 else 1
                self._turned += step * _NOTCH
                self.step_wanted.emit(step)

    def _pan(self, by: QPointF) -> None:
        self._centre -= by / self._per_pixel()
        self._changed()


def _clamped(centre: float, length: float, room: float) -> float:
    if length <= room:
        return length / 2
    return max(room / 2, min(centre, length - room / 2))
