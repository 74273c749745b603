"""The grid of thumbnails."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.icons import SIZE, IconSet
from sdstudio.gui.theme import RADIUS, ThemeSource
from sdstudio.request import GalleryItem

_SPACE = 6
"""Room between two tiles."""
_SMALLEST_WITH_MARKS = 64
"""Side of the smallest tile that shows marks: three of them just fit."""
_MARK = "#ffffff"
_UNDER_MARKS = QColor(0, 0, 0, 150)
"""Dark in every theme: what lies under it is a picture."""
_MARK_GAP = 2
_MARK_EDGE = 3


class GalleryView(QListView):
    """Tiles of one size, as many in a row as there is room; arrows move, and moving shows."""

    thumbnails_wanted = Signal(object)
    """list of ids in sight whose thumbnails are not here yet, from top to bottom."""

    def __init__(
        self,
        model: GalleryModel,
        themes: ThemeSource,
        icons: IconSet,
        tile: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("galleryView")
        self.setAccessibleName(self.tr("Gallery"))
        self._model = model
        self._tile = max(64, min(tile, 256))
        self.setModel(model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Always there, and invisible while there is nothing to scroll: tiles keep their size.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_TileDelegate(themes, icons, self))
        # One question per turn of the event loop, however many rows came and went.
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._ask_soon)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._ask_soon)
        self._fit()

    def tile_size(self) -> int:
        """Side of a tile as wished; tiles grow or shrink a little to fill the row."""
        return self._tile

    def selected_ids(self) -> list[int]:
        """The chosen pictures, from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._model.id_at(row) for row in rows]

    def current_id(self) -> int | None:
        """The picture under the keyboard's cursor."""
        index = self.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
        self._ask_soon()

    @Slot()
    def _ask_soon(self) -> None:
        self._asking.start()

    @Slot()
    def _ask(self) -> None:
        first, last = self._rows_in_sight()
        ids = [self._model.id_at(row) for row in range(first, last + 1)]
        self.thumbnails_wanted.emit([id for id in ids if self._model.thumbnail(id) is None])

    def _rows_in_sight(self) -> tuple[int, int]:
        grid = self.gridSize()
        columns = max(1, self.viewport().width() // grid.width())
        top = self.verticalScrollBar().value() // grid.height()
        lines = self.viewport().height() // grid.height() + 2
        last = min(self._model.rowCount(), (top + lines) * columns) - 1
        return min(top * columns, last + 1), last

    def _fit(self) -> None:
        """Lets the tiles fill the row."""
        # The layout keeps a pixel or two for itself.
        width = self.viewport().width() - 2
        columns = max(1, round(width / (self._tile + _SPACE)))
        side = max(48, width // columns)
        if self.gridSize() != QSize(side, side):
            self.setGridSize(QSize(side, side))


class _TileDelegate(QStyledItemDelegate):
    """Paints a thumbnail with round corners, sharp on any screen, and a ring when chosen.

    Marks in its lower right corner say that it is a branch, was stopped, or that its denoising is
    kept.
    """

    def __init__(self, themes: ThemeSource, icons: IconSet, view: GalleryView) -> None:
        super().__init__(view)
        self._themes = themes
        self._icons = icons
        self._view = view
        self._marks: dict[tuple[str, float], QPixmap] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._view.gridSize()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._themes.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        grid = self._view.gridSize()
        half = _SPACE // 2
        tile = QRectF(
            rect.left() + half, rect.top() + half, grid.width() - _SPACE, grid.height() - _SPACE
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(tile, RADIUS, RADIUS)
        painter.fillPath(path, QColor(theme.raised))
        image: QImage | None = index.data(Qt.ItemDataRole.DecorationRole)
        if image is not None and not image.isNull():
            painter.setClipPath(path)
            painter.drawImage(tile, image, _centre_square(image, tile.size()))
            painter.setClipping(False)
            if tile.width() >= _SMALLEST_WITH_MARKS:
                self._paint_marks(painter, tile, _marks(index.data(GalleryModel.ItemRole)))
        elif image is not None:
            sign = self._icons.pixmap(
                "warning", theme.secondary, 24, self._view.devicePixelRatioF()
            )
            painter.drawPixmap(tile.center().toPoint() - QRect(0, 0, 24, 24).center(), sign)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(theme.panel), 1.5))
            painter.drawRoundedRect(tile.adjusted(2.5, 2.5, -2.5, -2.5), RADIUS - 2, RADIUS - 2)
            painter.setPen(QPen(QColor(theme.accent), 2.5))
            painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(theme.secondary), 1.5))
            painter.drawRoundedRect(tile.adjusted(0.75, 0.75, -0.75, -0.75), RADIUS, RADIUS)
        painter.restore()

    def _paint_marks(self, painter: QPainter, tile: QRectF, names: list[str]) -> None:
        if not names:
            return
        width = len(names) * (SIZE + _MARK_GAP) - _MARK_GAP + 2 * _MARK_EDGE
        height = SIZE + 2 * _MARK_EDGE
        ground = QRectF(
            tile.right() - _MARK_EDGE - width, tile.bottom() - _MARK_EDGE - height, width, height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_UNDER_MARKS)
        painter.drawRoundedRect(ground, height / 2, height / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place = ground.topLeft() + QPointF(_MARK_EDGE, _MARK_EDGE)
        for name in names:
            painter.drawPixmap(place, self._mark(name))
            place += QPointF(SIZE + _MARK_GAP, 0)

    def _mark(self, name: str) -> QPixmap:
        key = (name, self._view.devicePixelRatioF())
        if key not in self._marks:
            self._marks[key] = self._icons.pixmap(name, _MARK, SIZE, key[1])
        return self._marks[key]


def _marks(item: GalleryItem | None) -> list[str]:
    """The icons that tell what is special about a picture."""
    if item is None:
        return []
    marks = {
        "branch": item.request is not None and bool(item.request.parent),
        "keep-step": item.kept_step is not None,
        "film": item.trajectory_bytes > 0,
    }
    return [name for name, is_there in marks.items() if is_there]


def _centre_square(image: QImage, size: QSizeF) -> QRectF:
    """The part of an image that fills a tile without bending it."""
    part = size.scaled(QSizeF(image.size()), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(
        (image.width() - part.width()) / 2,
        (image.height() - part.height()) / 2,
        part.width(),
        part.height(),
    )
