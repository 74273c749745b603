"""Numbers as colours that people see alike, whatever colours they can tell apart."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from sdstudio.gui.numbers import brief
from sdstudio.gui.theme import Theme
from sdstudio.xray import Rgb

# Viridis, by van der Walt and Smith (CC0), at eleven places; between them it is nearly straight.
_VIRIDIS = (
    *("#440154", "#482475", "#414487", "#355f8d", "#2a788e", "#21908c"),
    *("#22a884", "#43bf71", "#7ad151", "#bbdf27", "#fde725"),
)
# Blue below zero, orange above: the two that no common colour blindness confuses.
_DIVERGING = ("#163e86", "#3f74c4", "#9dbde8", "#f7f7f5", "#f4bd7c", "#d97b1c", "#8f4300")


@lru_cache(maxsize=2)
def colour_table(diverging: bool) -> npt.NDArray[np.uint8]:
    """256 colours from the lowest number to the highest, 256 x 3."""
    names = _DIVERGING if diverging else _VIRIDIS
    stops = np.array([[int(name[i : i + 2], 16) for i in (1, 3, 5)] for name in names], float)
    places = np.linspace(0, len(names) - 1, 256)
    parts = [np.interp(places, np.arange(len(names)), stops[:, part]) for part in range(3)]
    return np.stack(parts, axis=1).round().astype(np.uint8)


def heat_image(
    values: npt.NDArray[Any], low: float, high: float, *, diverging: bool = False
) -> QImage:
    """A 2-D array as an image, one pixel a number; what is not a number is transparent."""
    width = high - low
    places = (values - low) / width if width > 0 else np.full(values.shape, 0.5)
    is_number = np.isfinite(places)
    steps = (np.clip(np.where(is_number, places, 0), 0, 1) * 255).round().astype(np.uint8)
    pixels = np.empty((*values.shape, 4), np.uint8)
    pixels[..., :3] = colour_table(diverging)[steps]
    pixels[..., 3] = np.where(is_number, 255, 0)
    height, columns = values.shape
    image = QImage(pixels.tobytes(), columns, height, 4 * columns, QImage.Format.Format_RGBA8888)
    return image.copy()


def image_of(picture: Rgb) -> QImage:
    """A picture as an image of its own memory."""
    image = QImage(
        picture.data,
        picture.width,
        picture.height,
        3 * picture.width,
        QImage.Format.Format_RGB888,
    )
    # Draws three times faster when scaled; converting copies, so the bytes may go.
    return image.convertToFormat(QImage.Format.Format_RGB32)


def curve_colours(theme: Theme) -> tuple[str, ...]:
    """Colours of curves in their order; neighbours differ in lightness as well."""
    if theme.is_dark:
        return (theme.accent, "#f0a63c", "#4fc7a5", "#e58fc4", "#d8d36a")
    return (theme.accent, "#b65f00", "#00805f", "#a8327f", "#6d6a00")


def said(value: float) -> str:
    """A number as short as it can be read: four digits that matter."""
    if not np.isfinite(value):
        return str(value)
    text = brief(value, 4)
    return text.replace("-", "−", 1) if text.startswith("-") else text
