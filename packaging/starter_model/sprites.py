"""Emoji pictures as sprites: one thing on nothing, cropped so that it fills its square.

Sources: Fluent emoji in 3D (WebP) and flat (SVG), both by Microsoft (MIT).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from starter_model.concepts import Concept, hexcode_key
from starter_model.storing import save_arrays

STYLES = ("3d", "flat")
SIDE = 128


def crop_to_square(picture: Image.Image, side: int = SIDE) -> Image.Image:
    """RGBA ``side`` x ``side``: the smallest square around all that can be seen."""
    picture = picture.convert("RGBA")
    # Hardly visible shadows would make the thing small.
    box = picture.getchannel("A").point(lambda alpha: 255 if alpha > 8 else 0).getbbox()
    if box is None:
        raise ValueError("the picture is empty")
    left, top, right, bottom = box
    extent = max(right - left, bottom - top)
    square = Image.new("RGBA", (extent, extent))
    square.paste(
        picture.crop(box), ((extent - (right - left)) // 2, (extent - (bottom - top)) // 2)
    )
    return square.resize((side, side), Image.Resampling.LANCZOS)


def draw_svg(svg: str, side: int = 2 * SIDE) -> Image.Image:
    """RGBA ``side`` x ``side``, by Qt."""
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg.encode()))
    if not renderer.isValid():
        raise ValueError("not an SVG picture")
    image = QImage(side, side, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return Image.frombytes("RGBA", (side, side), bytes(image.constBits()))


class SpriteSource:
    """The unpacked picture packages; ``three_d`` holds WebP files, ``flat`` an Iconify set."""

    def __init__(self, three_d: Path, flat: Path) -> None:
        self._files = {hexcode_key(path.stem): path for path in sorted(three_d.glob("*.webp"))}
        icons = json.loads((flat / "icons.json").read_text("utf-8"))
        characters = json.loads((flat / "chars.json").read_text("utf-8"))
        self._width = icons.get("width", 32)
        self._height = icons.get("height", 32)
        self._icons = icons["icons"]
        self._names = {hexcode_key(key): name for key, name in characters.items()}

    @property
    def hexcodes(self) -> frozenset[str]:
        """Everything that has a 3D picture."""
        return frozenset(self._files)

    def sprite(self, concept: Concept, style: str) -> Image.Image | None:
        """The concept in this style, or None where the package lacks it."""
        if style == "3d":
            path = self._files.get(concept.hexcode)
            return None if path is None else crop_to_square(Image.open(path))
        icon = self._icons.get(self._names.get(concept.hexcode, ""))
        if icon is None:
            return None
        width, height = icon.get("width", self._width), icon.get("height", self._height)
        return crop_to_square(
            draw_svg(
                '<svg xmlns="http://www.w3.org/2000/svg" '
                'xmlns:xlink="http://www.w3.org/1999/xlink" '
                f'viewBox="0 0 {width} {height}">{icon["body"]}</svg>'
            )
        )


class Sprites:
    """All sprites of a training, RGBA uint8, by concept (its place in the list) and style."""

    def __init__(self, arrays: dict[tuple[int, str], npt.NDArray[np.uint8]]) -> None:
        self._arrays = arrays

    def get(self, concept: int, style: str) -> npt.NDArray[np.uint8] | None:
        """``SIDE`` x ``SIDE`` x 4, or None if the concept has no picture in this style."""
        return self._arrays.get((concept, style))

    @classmethod
    def render(
        cls, source: SpriteSource, concepts: Sequence[Concept], styles: Sequence[str]
    ) -> Sprites:
        """Draws every sprite; seconds for hundreds."""
        arrays = {}
        for index, concept in enumerate(concepts):
            for style in styles:
                picture = source.sprite(concept, style)
                if picture is not None:
                    arrays[index, style] = np.asarray(picture)
        return cls(arrays)

    def save(self, path: Path) -> None:
        """One compressed file, small enough to carry to another machine."""
        keys = sorted(self._arrays)
        save_arrays(
            path,
            concepts=np.array([concept for concept, _ in keys]),
            styles=np.array([style for _, style in keys]),
            pictures=np.stack([self._arrays[key] for key in keys]),
        )

    @classmethod
    def load(cls, path: Path) -> Sprites:
        """What `save` wrote."""
        with np.load(path) as stored:
            pictures = stored["pictures"]
            return cls(
                {
                    (int(concept), str(style)): pictures[place]
                    for place, (concept, style) in enumerate(
                        zip(stored["concepts"], stored["styles"], strict=True)
                    )
                }
            )
