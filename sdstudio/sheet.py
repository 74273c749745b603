"""Pictures side by side on one sheet, each with a line of text below."""

from __future__ import annotations

import math
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageFont

_CELL_SIDE, _LEAST_CELL_SIDE = 512, 64
_SHEET_PIXELS = 2**25
_MARGIN, _GAP, _LABEL_HEIGHT, _LABEL_SIZE = 16, 8, 24, 14
_MOST_LABEL = 200
_BACKGROUND, _INK = "#1e1f22", "#d5d7db"

# With the glyphs of Chinese, Japanese and Korean, where systems keep them. Pillow's own has none.
_WIDE_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/Hiragino Sans GB.ttc",
    "/Library/Fonts/Arial Unicode.ttf",
    "C:/Windows/Fonts/YuGothM.ttc",
    "C:/Windows/Fonts/msyh.ttc",
    "C:/Windows/Fonts/malgun.ttf",
)

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def write_sheet(file: BinaryIO, pictures: Iterable[tuple[Image.Image, str]]) -> None:
    """All pictures, of any sizes, in rows; each with its label below. Writes a PNG.

    The more there are, the smaller they are, and only what is shown of them is kept in memory.
    There must be one at least. Takes seconds: never call it on the GUI thread.
    """
    side = _CELL_SIDE
    cells: list[Image.Image] = []
    labels: list[str] = []
    for picture, label in pictures:
        cells.append(_within(picture, side))
        labels.append(" ".join(label.split())[:_MOST_LABEL])
        while len(cells) * math.prod(_largest(cells)) > _SHEET_PIXELS and side > _LEAST_CELL_SIDE:
            side //= 2
            cells = [_within(cell, side) for cell in cells]
    width, height = _largest(cells)
    across, down = width + _GAP, height + _LABEL_HEIGHT + _GAP
    columns = _columns(len(cells), across, down)
    rows = math.ceil(len(cells) / columns)
    size = (2 * _MARGIN + columns * across - _GAP, 2 * _MARGIN + rows * down - _GAP)
    sheet = Image.new("RGB", size, _BACKGROUND)
    draw = ImageDraw.Draw(sheet)
    font = _font(labels)
    for number, (cell, label) in enumerate(zip(cells, labels, strict=True)):
        x, y = _MARGIN + number % columns * across, _MARGIN + number // columns * down
        sheet.paste(cell, (x + (width - cell.width) // 2, y + (height - cell.height) // 2))
        while label and draw.textlength(label, font) > width:
            label = label.removesuffix("…")[:-1] + "…" if len(label) > 1 else ""
        draw.text((x + width / 2, y + height + _LABEL_HEIGHT / 2), label, _INK, font, "mm")
    # Through memory: when Pillow itself writes to a full disk, its error does not say so.
    buffer = BytesIO()
    sheet.save(buffer, "PNG", compress_level=4)
    file.write(buffer.getbuffer())


def _font(labels: Iterable[str]) -> Font:
    """One that has glyphs for these texts, where the system has one."""
    if any(ord(character) > 0x2E80 for label in labels for character in label):
        for path in _WIDE_FONTS:
            if Path(path).is_file():
                try:
                    return ImageFont.truetype(path, _LABEL_SIZE)
                except OSError:
                    continue
    return ImageFont.load_default(_LABEL_SIZE)


def _largest(cells: Iterable[Image.Image]) -> tuple[int, int]:
    """The sides of the place that each of the cells fits into."""
    sizes = [cell.size for cell in cells]
    return max(width for width, _ in sizes), max(height for _, height in sizes)


def _within(image: Image.Image, side: int) -> Image.Image:
    image = image.copy()
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    return image


def _columns(count: int, across: int, down: int) -> int:
    """Columns that make a sheet nearly square and leave few places empty; rather wide than high."""

    def flaw(columns: int) -> tuple[float, int]:
        rows = math.ceil(count / columns)
        shape = abs(math.log2(columns * across / (rows * down)))
        return shape + (rows * columns - count) / count, -columns

    return min(range(1, count + 1), key=flaw)
