"""The app's icon in every size and format that a desktop asks for, drawn from its SVG."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image

from shipping.layout import NAME, ROOT

SOURCE = ROOT / "resources" / "icons" / f"{NAME}.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Widths in pixels, as in the hicolor theme."""


def draw(source: Path, size: int) -> Image.Image:
    """The drawing ``source``, ``size`` pixels wide and high, as RGBA.

    Raises:
        ValueError: it is no drawing that Qt can read.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} is not an SVG drawing")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGBA")


def write_theme(source: Path, theme: Path) -> None:
    """Fills ``theme`` (usr/share/icons/hicolor) with the icon in all sizes, and as a drawing."""
    for size in SIZES:
        folder = theme / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True)
        draw(source, size).save(folder / f"{NAME}.png")
    scalable = theme / "scalable" / "apps"
    scalable.mkdir(parents=True)
    (scalable / f"{NAME}.svg").write_bytes(source.read_bytes())


def write_program_icons(source: Path, folder: Path) -> None:
    """Writes the icon files that programs of Windows (.ico) and macOS (.icns) carry."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = [size for size in SIZES if size <= 256]
    pictures = [draw(source, size) for size in sizes]
    pictures[-1].save(
        folder / f"{NAME}.ico",
        sizes=[picture.size for picture in pictures],
        append_images=pictures[:-1],
    )
    draw(source, 1024).save(folder / f"{NAME}.icns")
