"""Two pictures in one place: one beside the other under a line, one after the other, or both."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from sdstudio.gui.theme import GAP, RADIUS, ThemeSource
from sdstudio.gui.zoom_canvas import ZoomCanvas

PairMode = Literal["wipe", "blink", "difference"]
_NEAR = 12.0
"""Pixels beside the line that still take hold of it."""
_KNOB = 13.0
_LABEL = 24
_SLOWEST = 0.5


class PairCanvas(ZoomCanvas):
    """Two pictures of one shape laid over each other. GUI thread only.

    With ``wipe`` the first is left of a line and the second right of it; with ``blink`` one of them
    is seen; with ``difference`` a third picture, which others compute.
    """

    split_changed = Signal()
    """The line was moved."""
    shown_changed = Signal()
    """The other of the two pictures is seen."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._mode: PairMode = "wipe"
        self._second = QImage()
        self._difference = QImage()
        self._split = 0.5
        self._is_held = False
        self._is_second = False
        self._blinking = QTimer(self)
        self._blinking.timeout.connect(self.swap)
        self.setMouseTracking(True)

    # -- what it shows -----------------------------------------------------------------------

    def set_pair(self, first: QImage, second: QImage, size: QSize) -> None:
        """Two pictures, both shown at ``size``; the view stays if that is the size before."""
        if self.picture_size != size:
            self.begin(size)
        self._second = second
        self._difference = QImage()
        self.show_image(first)

    def set_difference(self, image: QImage) -> None:
        """The picture that is shown with ``difference``; null while it is being computed."""
        self._difference = image
        self.update()

    def set_mode(self, mode: PairMode) -> None:
        """How the two are shown. Nothing blinks until ``start_blinking``."""
        self._mode = mode
        self.stop_blinking()
        self.show_second(False)

    # -- the line ----------------------------------------------------------------------------

    @property
    def split(self) -> float:
        """Where the line is, as a share of the width of what is in sight of the picture."""
        return self._split

    def set_split(self, split: float) -> None:
        """Moves the line."""
        self._split = max(0.0, min(split, 1.0))
        self.split_changed.emit()
        self.update()

    # -- blinking ----------------------------------------------------------------------------

    @property
    def shows_second(self) -> bool:
        """Which of the two is seen with ``blink``."""
        return self._is_second

    def is_blinking(self) -> bool:
        """Whether the pictures change by themselves."""
        return self._blinking.isActive()

    def show_second(self, is_second: bool) -> None:
        """Shows one of the two."""
        self._is_second = is_second
        self.shown_changed.emit()
        self.update()

    @Slot()
    def swap(self) -> None:
        """Shows the other one."""
        self.show_second(not self._is_second)

    def start_blinking(self, rate: float) -> None:
        """From now on the pictures change by themselves, ``rate`` times a second."""
        self._blinking.start(round(1000 / max(_SLOWEST, rate)))

    @Slot()
    def stop_blinking(self) -> None:
        """The picture that is seen stays."""
        self._blinking.stop()

    # -- events ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        seen = self._seen()
        if self.image.isNull() or self._second.isNull() or seen.isEmpty():
            return
        painter = QPainter(self)
        if self._mode == "wipe":
            line = self._line()
            self.paint_picture(painter, self._second, seen.adjusted(line - seen.left(), 0, 0, 0))
            self._paint_label(painter, "A", seen.left() + GAP, seen)
            self._paint_label(painter, "B", seen.right() - GAP - _LABEL, seen)
            self._paint_line(painter, line, seen)
        elif self._mode == "blink":
            if self._is_second:
                self.paint_picture(painter, self._second, seen)
            label = "B" if self._is_second else "A"
            self._paint_label(painter, label, seen.left() + GAP, seen)
        elif self._difference.isNull():
            painter.fillRect(seen, QColor(self._themes.theme.panel))
        else:
            self.paint_picture(painter, self._difference, seen)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_near(event.position()):
            self._is_held = True
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            seen = self._seen()
            self.set_split((event.position().x() - seen.left()) / max(1.0, seen.width()))
        elif not event.buttons():
            if self._is_near(event.position()):
                self.setCursor(Qt.CursorShape.SplitHCursor)
            else:
                self.unsetCursor()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_held = False
        super().mouseReleaseEvent(event)

    # -- inside ------------------------------------------------------------------------------

    def _seen(self) -> QRectF:
        return self.picture_rect().intersected(QRectF(self.rect()))

    def _line(self) -> float:
        seen = self._seen()
        return seen.left() + self._split * seen.width()

    def _is_near(self, point: QPointF) -> bool:
        is_there = self._mode == "wipe" and not self._second.isNull()
        return is_there and abs(point.x() - self._line()) <= _NEAR

    def _paint_line(self, painter: QPainter, line: float, seen: QRectF) -> None:
        theme = self._themes.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Light with a dark edge: to be seen over any picture.
        for width, colour in ((4.0, QColor(0, 0, 0, 110)), (2.0, QColor("#ffffff"))):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(line, seen.top()), QPointF(line, seen.bottom()))
        middle = QPointF(line, seen.center().y())
        painter.setPen(QPen(QColor(0, 0, 0, 110), 1.0))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(middle, _KNOB, _KNOB)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        for side in (-1, 1):
            tip = middle + QPointF(side * 8.5, 0)
            back = middle + QPointF(side * 3.5, 0)
            up, down = back - QPointF(0, 4.5), back + QPointF(0, 4.5)
            painter.drawPolygon(QPolygonF([tip, up, down]))

    def _paint_label(self, painter: QPainter, text: str, left: float, seen: QRectF) -> None:
        place = QRectF(left, seen.top() + GAP, _LABEL, _LABEL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawRoundedRect(place, RADIUS, RADIUS)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
