"""Five stars and a heart, to look at and to click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdstudio.gallery.sidecar import BEST
from sdstudio.gui.icons import SIZE, IconSet
from sdstudio.gui.labels import set_tooltip
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, RADIUS, ThemeSource

_STARS = {True: "#f0b93c", False: "#d68c00"}
"""The colour of lit stars in the dark theme, and in the light one."""
_PITCH = SIZE + 3
_EDGE = 4
_HEART_AT = _EDGE + BEST * _PITCH + GAP
_DIGITS = tuple("012345")
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


class RatingBar(QWidget):
    """Shows a rating and whether it is a favourite; tells what the user wants instead.

    It shows only what it is given: a click changes nothing by itself. GUI thread only.
    """

    rating_wanted = Signal(int)
    """0 to 5; a click on the star that is the last one lit means 0."""
    favourite_wanted = Signal()
    """The opposite of what is shown."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ratingBar")
        self.setAccessibleName(self.tr("Rating"))
        set_tooltip(self, self.tr("Rating (keys 1 to 5, 0 for none) and favourite (F)"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._themes = themes
        self._icons = icons
        self.rating = 0
        self.is_favourite = False
        self._pointed: int | None = None
        themes.changed.connect(self.update)
        self.show_marks(0, False)

    def show_marks(self, rating: int, is_favourite: bool) -> None:
        """Shows these; see ``GalleryItem``."""
        self.rating, self.is_favourite = rating, is_favourite
        words = self.tr("{rating} of {most}").format(rating=rating, most=BEST)
        if is_favourite:
            words = self.tr("{rating}, favourite").format(rating=words)
        self.setAccessibleDescription(words)
        self.update()

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self.show_marks(self.rating, self.is_favourite)

    def star_at(self, number: int) -> QPointF:
        """The middle of a star, 1 to 5; of the heart, 6."""
        left = _HEART_AT if number > BEST else _EDGE + (number - 1) * _PITCH
        return QPointF(left + SIZE / 2, self.height() / 2)

    def sizeHint(self) -> QSize:
        return QSize(_HEART_AT + SIZE + _EDGE, SIZE + 2 * _EDGE)

    # -- events ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, ratio = self._themes.theme, self.devicePixelRatioF()
        painter = QPainter(self)
        lit = self.rating
        if self._pointed is not None and self._pointed <= BEST:
            lit = self._pointed
        for number in range(1, BEST + 2):
            is_heart = number > BEST
            is_lit = self.is_favourite if is_heart else number <= lit
            name = ("heart" if is_heart else "star") + ("" if is_lit else "-empty")
            colour = theme.secondary
            if is_lit:
                colour = theme.danger if is_heart else _STARS[theme.is_dark]
            elif number == self._pointed:
                colour = theme.text
            corner = self.star_at(number) - QPointF(SIZE / 2, SIZE / 2)
            painter.drawPixmap(corner, self._icons.pixmap(name, colour, SIZE, ratio))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 1))
            # On the middle of the pixels: else the line is two wide and faint.
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, RADIUS - 2, RADIUS - 2)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._number_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or number is None:
            return
        if number > BEST:
            self.favourite_wanted.emit()
        else:
            self.rating_wanted.emit(0 if number == self.rating else number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.text() in _DIGITS:
            self.rating_wanted.emit(int(event.text()))
        elif key in _STEPS:
            wanted = max(0, min(self.rating + _STEPS[key], BEST))
            if wanted != self.rating:
                self.rating_wanted.emit(wanted)
        elif key in (Qt.Key.Key_F, Qt.Key.Key_Space):
            self.favourite_wanted.emit()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def _number_at(self, point: QPointF) -> int | None:
        if point.x() >= _HEART_AT - GAP / 2:
            return BEST + 1
        number = int((point.x() - _EDGE) // _PITCH) + 1
        return number if 1 <= number <= BEST else None

    def _point(self, number: int | None) -> None:
        if number != self._pointed:
            self._pointed = number
            self.update()
