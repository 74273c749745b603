"""Pixels and picture files as images. Files are slow: not on the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from sdstudio.request import Frame


def decode_picture(data: bytes) -> QImage:
    """The picture in a PNG, JPEG or WebP file's bytes; null if it is no such file.

    Any thread may call it. What a file is, its first bytes tell: its name may say anything.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return decode(data, "PNG")
    if data.startswith(b"\xff\xd8\xff"):
        return decode(data, "JPEG")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return decode(data, "WEBP")
    return QImage()


def decode(data: bytes, kind: str) -> QImage:
    """The image in ``data``, read as ``kind`` (PNG, JPEG, WEBP) and nothing else; null if none.

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


def image_from_rgb(rgb: bytes, width: int, height: int) -> QImage:
    """An image of its own from ``width x height x 3`` bytes, in the format that draws fastest.

    Raises:
        ValueError: the bytes are not that many.
    """
    if len(rgb) != width * height * 3:
        raise ValueError(f"{len(rgb)} bytes are no {width} x {height} picture")
    wrapped = QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    # The conversion copies, so the bytes may go away.
    return wrapped.convertToFormat(QImage.Format.Format_RGB32)


def image_from_frame(frame: Frame) -> QImage:
    """A step of a denoising as an image of its own."""
    return image_from_rgb(frame.rgb, frame.width, frame.height)
