"""Tiles: the middle of a picture with round corners, drawn once for its size on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath


def rounded_tile(image: QImage, size: QSize, corner: float) -> QImage:
    """The middle of ``image`` that fills ``size`` device pixels unbent; null when ``image`` is.

    ``corner`` is the radius in device pixels. Any thread may call it.
    """
    if image.isNull() or size.isEmpty():
        return QImage()
    scaled = image.scaled(
        size,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    tile = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, size.width(), size.height()), corner, corner)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawImage(
        (size.width() - scaled.width()) // 2, (size.height() - scaled.height()) // 2, scaled
    )
    painter.end()
    return tile
