"""The gallery as a list model: all ids, and the tiles of those lately seen."""

from __future__ import annotations

from collections import OrderedDict
from itertools import count
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage

from sdstudio.gui.labels import escaped_tooltip
from sdstudio.gui.numbers import data_size, listed
from sdstudio.gui.queue_model import prompt_line, settings_line
from sdstudio.request import GalleryItem

translate = QCoreApplication.translate

_MOST_BYTES = 96 * 1024**2
"""What the tiles in memory may take; of the usual size that is about 1,900."""
_ENTRY_BYTES = 4096
"""What is counted for an entry beside its pixels: about that is its item with its settings."""


class GalleryModel(QAbstractListModel):
    """Ids newest first. What a tile shows comes later, from ``put_thumbnail``. GUI thread only."""

    IdRole = Qt.ItemDataRole.UserRole + 1
    ItemRole = Qt.ItemDataRole.UserRole + 2
    count_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        # Places count from the end: a new picture at the top changes nobody else's.
        self._places: dict[int, int] | None = None
        self._seen: OrderedDict[int, tuple[QImage, GalleryItem | None]] = OrderedDict()
        self._bytes = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        id = self._ids[index.row()]
        if role == self.IdRole:
            return id
        if role == self.ItemRole:
            return self.item(id)
        if role == Qt.ItemDataRole.DecorationRole:
            return self.thumbnail(id)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self.words(id)
            return escaped_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    # -- looking -----------------------------------------------------------------------------

    def id_at(self, row: int) -> int:
        """The picture of a row."""
        return self._ids[row]

    def ids_between(self, first: int, end: int) -> list[int]:
        """The pictures of rows ``first`` to ``end``, that one excluded."""
        return self._ids[first:end]

    def index_of(self, id: int) -> QModelIndex:
        """The picture's place; invalid when it is not listed."""
        if self._places is None:
            self._places = dict(zip(reversed(self._ids), count(1), strict=False))
        place = self._places.get(id)
        return QModelIndex() if place is None else self.index(len(self._ids) - place)

    def thumbnail(self, id: int) -> QImage | None:
        """The tile, null where the picture cannot be read; None while it is not here yet."""
        entry = self._seen.get(id)
        if entry is None:
            return None
        self._seen.move_to_end(id)
        return entry[0]

    def item(self, id: int) -> GalleryItem | None:
        """What is known of a picture; None while it is not here yet."""
        entry = self._seen.get(id)
        return None if entry is None else entry[1]

    def words(self, id: int) -> str:
        """What a picture is, in a few lines; empty while that is not here yet."""
        item = self.item(id)
        if item is None:
            return ""
        request = item.request
        if request is None:
            lines = [item.path.name]
        else:
            lines = [prompt_line(request), settings_line(request)]
            if request.parent:
                lines.append(self.tr("Branched at step {step}").format(step=request.from_step))
        if item.kept_step is not None:
            lines.append(self.tr("Stopped at step {step}").format(step=item.kept_step))
        if item.trajectory_bytes:
            size = data_size(item.trajectory_bytes)
            lines.append(self.tr("Denoising kept: {size}").format(size=size))
        if item.favourite:
            lines.append(self.tr("Favourite"))
        if item.rating:
            lines.append(self.tr("Rated {rating} of 5").format(rating=item.rating))
        if item.tags:
            lines.append(self.tr("Tags: {tags}").format(tags=listed(item.tags)))
        return "\n".join(lines)

    def seen_ids(self) -> list[int]:
        """The pictures of which something is known here."""
        return list(self._seen)

    # -- changing ----------------------------------------------------------------------------

    def set_ids(self, ids: list[int]) -> None:
        """The whole list. One that only grew at the top is not reset."""
        grown = len(ids) - len(self._ids)
        if grown >= 0 and ids[grown:] == self._ids:
            self._insert_first(ids[:grown])
        else:
            self._reset(list(ids))

    def insert(self, item: GalleryItem) -> None:
        """A new picture, at the top."""
        if not self.index_of(item.id).isValid():
            self._insert_first([item.id])

    def remove(self, ids: list[int]) -> None:
        """Takes pictures off the list."""
        gone = {id for id in ids if self.index_of(id).isValid()}
        if gone:
            self._reset([id for id in self._ids if id not in gone])
        for id in gone:
            self._forget(id)

    def put_thumbnail(self, id: int, image: QImage, item: GalleryItem | None) -> None:
        """A tile that was asked for, as ``rounded_tile`` makes them."""
        self._forget(id)
        self._seen[id] = (image, item)
        self._bytes += _size_of(image)
        while self._bytes > _MOST_BYTES:
            self._forget(next(iter(self._seen)))
        self._tell_changed(id)

    @Slot()
    def look_again(self) -> None:
        """Forgets what is known of the pictures, so that whoever shows them asks anew."""
        self._seen.clear()
        self._bytes = 0
        self._reset(self._ids)

    def update_item(self, item: GalleryItem) -> None:
        """What is known of a picture changed; one whose thumbnail is not here yet is left out."""
        entry = self._seen.get(item.id)
        if entry is not None:
            self._seen[item.id] = (entry[0], item)
            self._tell_changed(item.id)

    def _tell_changed(self, id: int) -> None:
        index = self.index_of(id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _insert_first(self, ids: list[int]) -> None:
        if not ids:
            return
        self.beginInsertRows(QModelIndex(), 0, len(ids) - 1)
        if self._places is not None:
            self._places.update(zip(reversed(ids), count(len(self._ids) + 1), strict=False))
        self._ids[:0] = ids
        self.endInsertRows()
        self.count_changed.emit()

    def _reset(self, ids: list[int]) -> None:
        # A reset costs the same however many rows there are, one row more or less does not.
        self.beginResetModel()
        self._ids = ids
        self._places = None
        self.endResetModel()
        self.count_changed.emit()

    def _forget(self, id: int) -> None:
        entry = self._seen.pop(id, None)
        if entry is not None:
            self._bytes -= _size_of(entry[0])


def _size_of(image: QImage) -> int:
    return image.sizeInBytes() + _ENTRY_BYTES


def count_text(count: int) -> str:
    """How many pictures there are, for people."""
    return translate("GalleryModel", "%Ln picture(s)", "", count)
