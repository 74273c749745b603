"""Tiles of a gallery, painted by ourselves: it costs the same however many pictures there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.grid_geometry import LARGEST_TILE, SMALLEST_TILE, GridGeometry
from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import RADIUS, ThemeSource
from sdstudio.gui.tile_painter import TilePainter

USUAL_TILE = 112
_ZOOM = 1.15
"""How much larger tiles get with each step."""
_REST = 120
"""Milliseconds after which tiles that were made for another size are made anew."""


class TileGrid(QAbstractScrollArea):
    """Tiles of one size, as many in a row as there is room, over a model's list.

    Nothing here waits: what is not in the model yet is an empty tile. Whatever happens to the
    list, what was in sight stays there. Which tiles are ringed, a subclass says. GUI thread only.
    """

    thumbnails_wanted = Signal(object)
    """list of ids whose tiles are to be made: those in sight, then a screen further on."""
    tile_size_changed = Signal(int)

    def __init__(
        self,
        model: GalleryModel,
        themes: ThemeSource,
        icons: IconSet,
        tile: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there, and invisible while there is nothing to scroll: tiles keep their size.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Opaque, so that scrolling moves what is painted instead of painting it again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self._model = model
        self._themes = themes
        self._painter = TilePainter(themes, icons)
        self._tile = _within(tile)
        self._geometry = GridGeometry.fitted(0, 1, self._tile)
        self._hovered: int | None = None
        self._goes_up = False
        self._held: tuple[int, int] | None = None
        # One question per turn of the event loop, however many rows came and went.
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self._ask_sharp)
        self.verticalScrollBar().valueChanged.connect(self._ask_soon)
        model.rowsInserted.connect(self._inserted)
        model.modelAboutToBeReset.connect(self._hold)
        model.modelReset.connect(self._let_go)
        model.dataChanged.connect(self._data_changed)
        themes.changed.connect(self.viewport().update)
        self._fit()

    # -- what others ask ---------------------------------------------------------------------

    def tile_size(self) -> int:
        """Side of a tile as wished; tiles grow or shrink a little to fill the row."""
        return self._tile

    def tile_pixels(self) -> tuple[int, float]:
        """Side and radius of a tile in device pixels: how it is drawn without being scaled."""
        ratio = self.devicePixelRatioF()
        return round(self._geometry.side * ratio), RADIUS * ratio

    def row_rect(self, row: int) -> QRect:
        """Where a row's tile is now, in the viewport; it may be out of sight."""
        return self._geometry.tile(row).translated(0, -self._top())

    def bring_into_sight(self, row: int) -> None:
        """Scrolls as far as need be."""
        cell, top = self._geometry.cell(row), self._top()
        if cell.top() < top:
            self._scroll_to(cell.top())
        elif cell.bottom() + 1 > top + self.viewport().height():
            self._scroll_to(cell.bottom() + 1 - self.viewport().height())

    @Slot(int)
    def set_tile_size(self, tile: int) -> None:
        """Wishes another size of tiles; what is in the middle stays there."""
        self._zoom(tile, self.viewport().rect().center())

    @Slot()
    def enlarge(self) -> None:
        """One step larger."""
        self.set_tile_size(round(self._tile * _ZOOM))

    @Slot()
    def reduce(self) -> None:
        """One step smaller."""
        self.set_tile_size(round(self._tile / _ZOOM))

    @Slot()
    def reset_tile_size(self) -> None:
        """Back to the usual size."""
        self.set_tile_size(USUAL_TILE)

    # -- for subclasses ----------------------------------------------------------------------

    def is_chosen(self, id: int) -> bool:
        """Whether a picture is ringed as chosen."""
        return False

    def has_keys(self, id: int) -> bool:
        """Whether a picture is ringed as the keyboard's."""
        return False

    def paint_over(self, painter: QPainter) -> None:
        """Paints what lies over the tiles, in the coordinates of the viewport."""

    # -- the list changes --------------------------------------------------------------------

    @Slot(QModelIndex, int, int)
    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """New pictures at the top: who looks further down goes on seeing what was there."""
        top = self._top()
        row = self._geometry.rows_between(top, top + 1).start if top else 0
        offset = top - self._geometry.cell(row).top() if top else 0
        self._fit()
        if top:
            self._scroll_to(self._geometry.cell(row + last - first + 1).top() + offset)
        self._hovered = None
        self.viewport().update()
        self._ask_soon()

    @Slot()
    def _hold(self) -> None:
        top = self._top()
        rows = self._geometry.rows_between(top, top + 1)
        if top and rows:
            self._held = (
                self._model.id_at(rows.start),
                top - self._geometry.cell(rows.start).top(),
            )

    @Slot()
    def _let_go(self) -> None:
        self._fit()
        if self._held is not None:
            index = self._model.index_of(self._held[0])
            if index.isValid():
                self._scroll_to(self._geometry.cell(index.row()).top() + self._held[1])
        self._held = None
        self._hovered = None
        self.viewport().update()
        self._ask_soon()

    @Slot(QModelIndex, QModelIndex)
    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._update_row(row)

    # -- tiles wanted ------------------------------------------------------------------------

    @Slot()
    def _ask_soon(self) -> None:
        self._asking.start()

    @Slot()
    def _ask(self) -> None:
        """Asks for what is in sight and not here, and a screen further the way it scrolls."""
        if not self.isVisible():
            return
        top, height = self._top(), self.viewport().height()
        sight = self._geometry.rows_between(top, top + height)
        ahead = top - height if self._goes_up else top + height
        further = self._geometry.rows_between(ahead, ahead + height)
        ids = self._model.ids_between(sight.start, sight.stop)
        more = self._model.ids_between(further.start, further.stop)
        if self._goes_up:
            more.reverse()
        ids += more
        # None at all is said as well: what was wanted before is wanted no more.
        self.thumbnails_wanted.emit(
            list(dict.fromkeys(id for id in ids if self._model.thumbnail(id) is None))
        )
        self._resting.start()

    @Slot()
    def _ask_sharp(self) -> None:
        """Asks for those in sight that were made for another size, once it is settled."""
        top = self._top()
        sight = self._geometry.rows_between(top, top + self.viewport().height())
        side = self.tile_pixels()[0]
        ids = [
            id
            for id in self._model.ids_between(sight.start, sight.stop)
            if (image := self._model.thumbnail(id)) is None
            or (not image.isNull() and image.width() != side)
        ]
        if ids:
            self.thumbnails_wanted.emit(ids)

    # -- measures ----------------------------------------------------------------------------

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _scroll_to(self, top: int) -> None:
        self.verticalScrollBar().setValue(top)

    def _fit(self) -> None:
        """Lets the tiles fill the row, and the bar know how many lines there are."""
        size = self.viewport().size()
        self._geometry = GridGeometry.fitted(self._model.rowCount(), size.width(), self._tile)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._geometry.height - size.height()))
        bar.setPageStep(max(1, size.height() - self._geometry.pitch // 2))
        bar.setSingleStep(max(1, self._geometry.pitch // 3))

    def _zoom(self, tile: int, around: QPoint) -> None:
        """Another size of tiles; the picture under ``around`` stays at its height."""
        tile = _within(tile)
        if tile == self._tile:
            return
        row = self._nearest_row(around)
        before = self.row_rect(row).center().y() if row is not None else 0
        self._tile = tile
        self._fit()
        if row is not None:
            self._scroll_to(self._geometry.tile(row).center().y() - before)
        self._hovered = None
        self.viewport().update()
        self._ask_soon()
        self.tile_size_changed.emit(tile)

    def _nearest_row(self, point: QPoint) -> int | None:
        if not self._geometry.count:
            return None
        line = max(0, point.y() + self._top()) // self._geometry.pitch
        column = max(0, point.x() - self._geometry.left) // self._geometry.pitch
        row = line * self._geometry.columns + min(column, self._geometry.columns - 1)
        return min(row, self._geometry.count - 1)

    def _row_under(self, point: QPoint) -> int | None:
        return self._geometry.row_at(point + QPoint(0, self._top()))

    def _update_row(self, row: int | None) -> None:
        if row is not None and row < self._geometry.count:
            self.viewport().update(self._geometry.cell(row).translated(0, -self._top()))

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, ratio = self._top(), self.devicePixelRatioF()
        touched = event.rect()
        painter.fillRect(touched, QColor(self._themes.theme.panel))
        rows = self._geometry.rows_between(touched.top() + top, touched.bottom() + 1 + top)
        for row, id in zip(rows, self._model.ids_between(rows.start, rows.stop), strict=True):
            place = self.row_rect(row)
            if not touched.intersects(place.adjusted(-3, -3, 3, 3)):
                continue
            self._painter.paint(
                painter, place, self._model.thumbnail(id), self._model.item(id), ratio
            )
            is_chosen, has_keys = self.is_chosen(id), self.has_keys(id)
            if is_chosen or has_keys or row == self._hovered:
                self._painter.paint_rings(
                    painter,
                    place,
                    is_chosen=is_chosen,
                    is_hovered=row == self._hovered,
                    has_keys=has_keys,
                )
        self.paint_over(painter)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._goes_up = dy > 0
        # What stays in sight is moved, only what comes into it is painted.
        self.viewport().scroll(0, dy)
        self._hover(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self._top()
        row = self._geometry.rows_between(top, top + 1).start
        pitch = self._geometry.pitch
        offset = (top - self._geometry.cell(row).top()) / pitch
        self._fit()
        if top:
            self._scroll_to(self._geometry.cell(row).top() + round(offset * self._geometry.pitch))
        self.viewport().update()
        self._ask_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_soon()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                factor = _ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM
                self._zoom(round(self._tile * factor), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, row: int | None) -> None:
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            self._update_row(before)
            self._update_row(row)


def _within(tile: int) -> int:
    return max(SMALLEST_TILE, min(tile, LARGEST_TILE))
