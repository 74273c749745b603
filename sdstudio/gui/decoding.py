"""Picture files as images. Slow for large ones: not on the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader


def decode(data: bytes, kind: str) -> QImage:
    """The image in ``data``, read as ``kind`` (PNG, WEBP) and as nothing else; null if it is none.

    Any thread may call it. Qt itself refuses images that would take more than 256 MB.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = QImageReader(buffer, QByteArray(kind.encode("ascii"))).read()
    if image.isNull():
        return image
    # Transparent pictures keep their transparency; the others draw three times faster this way.
    if image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return image.convertToFormat(QImage.Format.Format_RGB32)
