"""What the rows of several lists paint alike."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle

from sdstudio.gui.theme import RADIUS, Theme

_TRACK = 3


def paint_line(painter: QPainter, place: QRect, text: str, font: QFont, colour: QColor) -> None:
    """Paints one line of text from the left of ``place``; it ends in … where the room does."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(
        place,
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width()),
    )


def paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """Paints what lies behind a row that is chosen or under the pointer."""
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(theme.chosen))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(theme.hover))
    else:
        return
    painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_track(
    painter: QPainter,
    left: float,
    top: float,
    width: float,
    share: float,
    theme: Theme,
    colour: str,
) -> None:
    """Paints a thin line of progress: ``share`` of it, 0 to 1, in ``colour``."""
    painter.setPen(Qt.PenStyle.NoPen)
    for part, of in ((1.0, theme.line), (min(share, 1.0), colour)):
        painter.setBrush(QColor(of))
        painter.drawRoundedRect(QRectF(left, top, width * part, _TRACK), _TRACK / 2, _TRACK / 2)
