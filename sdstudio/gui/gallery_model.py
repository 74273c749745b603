"""The gallery as a list model: all ids, and the thumbnails of those lately seen."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from sdstudio.gui.labels import escaped_tooltip
from sdstudio.gui.queue_model import prompt_line, settings_line
from sdstudio.request import GalleryItem

_KEPT = 500
"""Thumbnails in memory: at most 256 x 256 x 4 bytes each, 125 MB in the worst case."""


class GalleryModel(QAbstractListModel):
    """Ids newest first. What a tile shows comes later, from ``put_thumbnail``. GUI thread only."""

    IdRole = Qt.ItemDataRole.UserRole + 1
    ItemRole = Qt.ItemDataRole.UserRole + 2
    count_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        self._rows: dict[int, int] | None = None
        self._seen: OrderedDict[int, tuple[QImage, GalleryItem | None]] = OrderedDict()

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
            text = self._words(id)
            return escaped_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    # -- looking -----------------------------------------------------------------------------

    def id_at(self, row: int) -> int:
        """The picture of a row."""
        return self._ids[row]

    def index_of(self, id: int) -> QModelIndex:
        """The picture's place; invalid when it is not listed."""
        if self._rows is None:
            self._rows = {each: row for row, each in enumerate(self._ids)}
        row = self._rows.get(id)
        return QModelIndex() if row is None else self.index(row)

    def thumbnail(self, id: int) -> QImage | None:
        """The thumbnail, null where the picture cannot be read; None while it is not here yet."""
        entry = self._seen.get(id)
        if entry is None:
            return None
        self._seen.move_to_end(id)
        return entry[0]

    def item(self, id: int) -> GalleryItem | None:
        """What is known of a picture; None while it is not here yet."""
        entry = self._seen.get(id)
        return None if entry is None else entry[1]

    # -- changing ----------------------------------------------------------------------------

    def set_ids(self, ids: list[int]) -> None:
        """The whole list. One that only grew at the top or lost rows is not reset."""
        if ids == self._ids:
            return
        known = set(self._ids)
        new = [id for id in ids if id not in known]
        wanted = set(ids)
        rest = [id for id in self._ids if id in wanted]
        if new + rest == ids and len(self._ids) - len(rest) <= _KEPT:
            self.remove([id for id in self._ids if id not in wanted])
            self._insert_first(new)
            return
        self.beginResetModel()
        self._ids = list(ids)
        self._rows = None
        self.endResetModel()
        self.count_changed.emit()

    def insert(self, item: GalleryItem) -> None:
        """A new picture, at the top."""
        if not self.index_of(item.id).isValid():
            self._insert_first([item.id])

    def remove(self, ids: list[int]) -> None:
        """Takes pictures off the list."""
        for id in ids:
            index = self.index_of(id)
            if not index.isValid():
                continue
            self.beginRemoveRows(QModelIndex(), index.row(), index.row())
            del self._ids[index.row()]
            self._rows = None
            self._seen.pop(id, None)
            self.endRemoveRows()
        if ids:
            self.count_changed.emit()

    def put_thumbnail(self, id: int, image: QImage, item: GalleryItem | None) -> None:
        """A thumbnail that was asked for."""
        self._seen[id] = (image, item)
        self._seen.move_to_end(id)
        while len(self._seen) > _KEPT:
            self._seen.popitem(last=False)
        index = self.index_of(id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def update_item(self, item: GalleryItem) -> None:
        """What is known of a picture changed; one whose thumbnail is not here yet is left out."""
        entry = self._seen.get(item.id)
        if entry is None:
            return
        self._seen[item.id] = (entry[0], item)
        index = self.index_of(item.id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _insert_first(self, ids: list[int]) -> None:
        if not ids:
            return
        self.beginInsertRows(QModelIndex(), 0, len(ids) - 1)
        self._ids[:0] = ids
        self._rows = None
        self.endInsertRows()
        self.count_changed.emit()

    def _words(self, id: int) -> str:
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
            size = size_text(item.trajectory_bytes)
            lines.append(self.tr("Denoising kept: {size}").format(size=size))
        return "\n".join(lines)


def count_text(count: int) -> str:
    """How many pictures there are, for people."""
    if count == 1:
        return _tr("1 picture")
    return _tr("{count} pictures").format(count=f"{count:,}")


def size_text(size: int) -> str:
    """Bytes for people: 58 KB, 3.1 MB, 31 MB."""
    kilobytes = size / 1024
    if kilobytes < 1000:
        return _tr("{size} KB").format(size=math.ceil(kilobytes))
    if kilobytes < 1000 * 1024:
        return _tr("{size} MB").format(size=_two_digits(kilobytes / 1024))
    return _tr("{size} GB").format(size=_two_digits(kilobytes / 1024**2))


def _two_digits(number: float) -> str:
    return f"{number:.1f}" if number < 9.95 else f"{number:,.0f}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("GalleryModel", text)
