"""One tile of the gallery: its picture or its place, its marks, and its rings."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPixmap

from sdstudio.gui.icons import SIZE, IconSet
from sdstudio.gui.theme import RADIUS, ThemeSource
from sdstudio.request import GalleryItem

_SMALLEST_WITH_MARKS = 64
"""Side of the smallest tile that shows marks: three of them just fit."""
_MARK = "#ffffff"
_UNDER_MARKS = QColor(0, 0, 0, 150)
"""Dark in every theme: what lies under it is a picture."""
_MARK_GAP = 2
_MARK_EDGE = 3
_SIGN = 24
_STAR = 11
_SMALLEST_WITH_STARS = 96
"""Side of the smallest tile that shows each star; a smaller one shows one and a number."""
_STAR_COLOUR, _HEART_COLOUR = "#ffd257", "#ff7a86"
"""In every theme, as what lies under them is dark."""


class TilePainter:
    """Paints tiles; everything that many tiles share is drawn once and kept. GUI thread only.

    Marks in the lower right corner say that a picture is a branch, was stopped, or that its
    denoising is kept; in the upper left one are its stars, and the heart of a favourite.
    """

    def __init__(self, themes: ThemeSource, icons: IconSet) -> None:
        self._themes = themes
        self._icons = icons
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        place: QRect,
        image: QImage | None,
        item: GalleryItem | None,
        ratio: float,
    ) -> None:
        """Paints the tile at ``place``; ``image`` is one of ``rounded_tile``, null for a picture
        that cannot be read, or None while it is not here."""
        if image is None or image.isNull():
            painter.drawPixmap(place.topLeft(), self._ground(place.size(), ratio))
            if image is not None:
                sign = self._icons.pixmap("warning", self._themes.theme.secondary, _SIGN, ratio)
                painter.drawPixmap(place.center() - QRect(0, 0, _SIGN, _SIGN).center(), sign)
            return
        painter.drawImage(place, image)
        if item is not None and (item.rating or item.favourite):
            self._paint_rating(painter, place, item, ratio)
        if place.width() >= _SMALLEST_WITH_MARKS and (names := marks(item)):
            badge = self._badge(names, ratio)
            size = badge.deviceIndependentSize()
            corner = QPointF(place.right() + 1 - _MARK_EDGE, place.bottom() + 1 - _MARK_EDGE)
            painter.drawPixmap(corner - QPointF(size.width(), size.height()), badge)

    def paint_rings(
        self, painter: QPainter, place: QRect, *, is_chosen: bool, is_hovered: bool, has_keys: bool
    ) -> None:
        """The ring of a chosen tile, of the one under the mouse, and of the keyboard's."""
        theme = self._themes.theme
        tile = QRectF(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_chosen:
            painter.setPen(QPen(QColor(theme.panel), 1.5))
            painter.drawRoundedRect(tile.adjusted(2.5, 2.5, -2.5, -2.5), RADIUS - 2, RADIUS - 2)
            painter.setPen(QPen(QColor(theme.accent), 2.5))
            painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        elif is_hovered:
            painter.setPen(QPen(QColor(theme.secondary), 1.5))
            painter.drawRoundedRect(tile.adjusted(0.75, 0.75, -0.75, -0.75), RADIUS, RADIUS)
        if has_keys:
            painter.setPen(QPen(QColor(theme.text), 1.0))
            painter.drawRoundedRect(tile.adjusted(-1.5, -1.5, 1.5, 1.5), RADIUS + 2, RADIUS + 2)

    def _ground(self, size: QSize, ratio: float) -> QPixmap:
        """What a tile is before its picture is here."""
        colour = self._themes.theme.raised
        key = ("ground", size.width(), size.height(), ratio, colour)
        if key not in self._kept:
            pixmap = _empty(QSize(round(size.width() * ratio), round(size.height() * ratio)), ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, size.width(), size.height()), RADIUS, RADIUS)
            painter.end()
            # Zooming goes through many sizes, and only the last one is drawn again.
            self._kept = {old: kept for old, kept in self._kept.items() if old[0] != "ground"}
            self._kept[key] = pixmap
        return self._kept[key]

    def _paint_rating(
        self, painter: QPainter, place: QRect, item: GalleryItem, ratio: float
    ) -> None:
        if place.width() < _SMALLEST_WITH_MARKS:
            return
        each = place.width() >= _SMALLEST_WITH_STARS
        key = ("rating", item.rating, item.favourite, each, ratio)
        if key not in self._kept:
            self._kept[key] = self._rating(item.rating, item.favourite, each, ratio)
        painter.drawPixmap(place.topLeft() + QPoint(_MARK_EDGE, _MARK_EDGE), self._kept[key])

    def _rating(self, rating: int, is_favourite: bool, each: bool, ratio: float) -> QPixmap:
        """A heart, then a star for each, or one star and how many."""
        signs = [("heart", _HEART_COLOUR)] if is_favourite else []
        signs += [("star", _STAR_COLOUR)] * (rating if each else min(rating, 1))
        number = str(rating) if rating and not each else ""
        font = QFont()
        font.setPixelSize(_STAR)
        wide = QFontMetrics(font).horizontalAdvance(number) + 1 if number else 0
        pitch = _STAR + 1
        size = QSize(len(signs) * pitch - 1 + wide + 8, _STAR + 6)
        pixmap = _empty(QSize(round(size.width() * ratio), round(size.height() * ratio)), ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_UNDER_MARKS)
        painter.drawRoundedRect(QRectF(QPointF(), size.toSizeF()), 8, 8)
        place = QPointF(4, 3)
        for name, colour in signs:
            painter.drawPixmap(place, self._icons.pixmap(name, colour, _STAR, ratio))
            place += QPointF(pitch, 0)
        if number:
            painter.setPen(QColor(_MARK))
            painter.setFont(font)
            painter.drawText(
                QRectF(place.x(), 0, wide, size.height()), Qt.AlignmentFlag.AlignVCenter, number
            )
        painter.end()
        return pixmap

    def _badge(self, names: tuple[str, ...], ratio: float) -> QPixmap:
        key = ("badge", *names, ratio)
        if key not in self._kept:
            width = len(names) * (SIZE + _MARK_GAP) - _MARK_GAP + 2 * _MARK_EDGE
            height = SIZE + 2 * _MARK_EDGE
            pixmap = _empty(QSize(round(width * ratio), round(height * ratio)), ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_UNDER_MARKS)
            painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
            place = QPointF(_MARK_EDGE, _MARK_EDGE)
            for name in names:
                painter.drawPixmap(place, self._icons.pixmap(name, _MARK, SIZE, ratio))
                place += QPointF(SIZE + _MARK_GAP, 0)
            painter.end()
            self._kept[key] = pixmap
        return self._kept[key]


def marks(item: GalleryItem | None) -> tuple[str, ...]:
    """The icons that tell what is special about a picture."""
    if item is None:
        return ()
    known = {
        "branch": item.request is not None and bool(item.request.parent),
        "keep-step": item.kept_step is not None,
        "film": item.trajectory_bytes > 0,
    }
    return tuple(name for name, is_there in known.items() if is_there)


def _empty(pixels: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
