"""A strip of the pictures before and after one, as tiles; only those in sight are looked at."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.tile_painter import TilePainter

_TILE = 60
_PITCH = _TILE + 6
_EDGE = 4


class NeighbourStrip(QWidget):
    """Tiles of a gallery in one line, the current one in the middle. GUI thread only."""

    chosen = Signal(int)
    """Row of a tile that was clicked."""
    thumbnails_wanted = Signal(object)
    """list of ids in sight whose tiles are not here, nearest first."""

    def __init__(
        self,
        model: GalleryModel,
        themes: ThemeSource,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("neighbourStrip")
        self.setAccessibleName(self.tr("Neighbours"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._model = model
        self._painter = TilePainter(themes, icons)
        self._row = 0
        themes.changed.connect(self.update)
        model.dataChanged.connect(self._data_changed)

    def set_row(self, row: int) -> None:
        """Another picture is the current one."""
        self._row = row
        self.update()
        self.ask()

    def ask(self) -> None:
        """Asks for the tiles in sight that are not here."""
        ids = [self._model.id_at(row) for row in sorted(self._rows(), key=self._distance)]
        self.thumbnails_wanted.emit([id for id in ids if self._model.thumbnail(id) is None])

    def tile_rect(self, row: int) -> QRect:
        """Where a row's tile lies; it may be out of sight."""
        left = self.width() // 2 - _TILE // 2 + (row - self._row) * _PITCH
        return QRect(left, _EDGE, _TILE, _TILE)

    def sizeHint(self) -> QSize:
        return QSize(10 * _PITCH, _TILE + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * _PITCH, _TILE + 2 * _EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in self._rows():
            place, id = self.tile_rect(row), self._model.id_at(row)
            ratio = self.devicePixelRatioF()
            self._painter.paint(painter, place, self._model.thumbnail(id), None, ratio)
            if row == self._row:
                self._painter.paint_rings(
                    painter, place, is_chosen=True, is_hovered=False, has_keys=False
                )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point: QPoint = event.position().toPoint()
        for row in self._rows():
            if self.tile_rect(row).contains(point):
                self.chosen.emit(row)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ask()

    @Slot(QModelIndex, QModelIndex)
    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.update(self.tile_rect(row))

    def _rows(self) -> range:
        around = self.width() // 2 // _PITCH + 1
        count = self._model.rowCount()
        return range(max(0, self._row - around), min(count, self._row + around + 1))

    def _distance(self, row: int) -> int:
        return abs(row - self._row)
