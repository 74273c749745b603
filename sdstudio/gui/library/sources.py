"""The left column of the library: its parts, each with how much it holds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sdstudio.gui.icons import SIZE, IconSet
from sdstudio.gui.library.entries import SOURCES, Source
from sdstudio.gui.library.words import source_word
from sdstudio.gui.painting import paint_ground, paint_line
from sdstudio.gui.theme import GAP, ThemeSource

_ROW = 34
_ICONS: Mapping[Source, str] = {
    "all": "model",
    "built in": "sparkle",
    "here": "drive",
    "hub": "cloud",
    "downloads": "download",
}
_COUNT = Qt.ItemDataRole.UserRole + 1


class SourceList(QListWidget):
    """One part is chosen at a time."""

    chosen = Signal(str)
    """A Source."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("librarySources")
        self.setAccessibleName(self.tr("Parts of the library"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_SourceDelegate(themes, icons, self))
        for source in SOURCES:
            item = QListWidgetItem(source_word(source), self)
            item.setData(Qt.ItemDataRole.UserRole, source)
        self.setFixedHeight(len(SOURCES) * _ROW + GAP)
        themes.changed.connect(self.viewport().update)
        self.currentRowChanged.connect(self._tell)
        self.setCurrentRow(0)

    def source(self) -> Source:
        """The part that is chosen."""
        return SOURCES[max(self.currentRow(), 0)]

    def choose(self, source: str) -> None:
        """Chooses a part; one that is not known counts as all."""
        names: tuple[str, ...] = SOURCES
        self.setCurrentRow(names.index(source) if source in names else 0)

    def set_counts(self, counts: Mapping[Source, int]) -> None:
        """How many models each part has."""
        for row, source in enumerate(SOURCES):
            self.item(row).setData(_COUNT, counts[source])

    @Slot(int)
    def _tell(self, row: int) -> None:
        self.chosen.emit(SOURCES[max(row, 0)])


class _SourceDelegate(QStyledItemDelegate):
    def __init__(self, themes: ThemeSource, icons: IconSet, view: QListWidget) -> None:
        super().__init__(view)
        self._themes = themes
        self._icons = icons
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._themes.theme
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect.adjusted(0, 0, 0, -2)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, state, theme)
        colour = theme.text if is_chosen else theme.secondary
        source: Source = index.data(Qt.ItemDataRole.UserRole)
        icon = self._icons.pixmap(_ICONS[source], colour, SIZE, self._view.devicePixelRatioF())
        painter.drawPixmap(rect.left() + GAP, rect.center().y() - SIZE // 2 + 1, icon)
        count = index.data(_COUNT)
        place = rect.adjusted(2 * GAP + SIZE, 0, -GAP - 2, 0)
        font = QFont(painter.font())
        painter.setPen(QColor(colour))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        shown = str(count) if count else ""
        painter.drawText(place, right, shown)
        place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(shown) - GAP // 2)
        font.setWeight(QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
        paint_line(painter, place, str(index.data()), font, QColor(theme.text))
        painter.restore()
