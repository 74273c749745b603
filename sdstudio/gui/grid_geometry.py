"""Where the tiles of a grid lie: as many columns as fit, all tiles of one size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPoint, QRect

SPACE = 6
"""Room between two tiles."""
SMALLEST_TILE, LARGEST_TILE = 64, 256
"""Sides of a tile that the user may wish, in device independent pixels."""
_NARROWEST = 48


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """A grid of ``count`` tiles; lengths are device independent pixels from its upper left corner.

    ``pitch`` is from one tile to the next, ``left`` where the first column begins.
    """

    count: int
    columns: int
    pitch: int
    left: int

    @classmethod
    def fitted(cls, count: int, width: int, tile: int) -> Self:
        """The grid whose tiles come nearest to ``tile`` while they fill ``width``."""
        columns = max(1, round(width / (tile + SPACE)))
        pitch = max(_NARROWEST, width // columns)
        return cls(count, columns, pitch, max(0, (width - columns * pitch) // 2))

    @property
    def side(self) -> int:
        """Side of a tile as it is drawn."""
        return self.pitch - SPACE

    @property
    def height(self) -> int:
        """Of all lines taken together."""
        return -(-self.count // self.columns) * self.pitch

    def tile(self, row: int) -> QRect:
        """The tile of a row of the list, without the room around it."""
        line, column = divmod(row, self.columns)
        half = SPACE // 2
        return QRect(
            self.left + column * self.pitch + half, line * self.pitch + half, self.side, self.side
        )

    def cell(self, row: int) -> QRect:
        """The tile of a row with the room around it, where its ring may be."""
        half = SPACE // 2
        return self.tile(row).adjusted(-half, -half, half, half)

    def row_at(self, point: QPoint) -> int | None:
        """The row whose tile is under a point; None between tiles and beyond the last."""
        column = (point.x() - self.left) // self.pitch
        if not 0 <= column < self.columns or point.y() < 0:
            return None
        row = point.y() // self.pitch * self.columns + column
        return row if row < self.count and self.tile(row).contains(point) else None

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows of all lines that ``top`` to ``bottom`` (excluded) touches."""
        first = max(0, top // self.pitch) * self.columns
        last = max(0, -(-bottom // self.pitch)) * self.columns
        return range(min(first, self.count), min(last, self.count))

    def rows_in(self, area: QRect) -> list[int]:
        """The rows whose tiles a rectangle touches."""
        lines = self.rows_between(area.top(), area.bottom() + 1)
        return [row for row in lines if self.tile(row).intersects(area)]
