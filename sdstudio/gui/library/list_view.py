"""The list of models: a row has a name, a badge with the family, a line of detail and a size."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sdstudio.gui.icons import IconSet
from sdstudio.gui.library.entries import Entry
from sdstudio.gui.library.list_model import LibraryListModel
from sdstudio.gui.library.words import family_word, second_line, size_of
from sdstudio.gui.painting import paint_ground, paint_line, paint_track
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.models.scanning import LibraryModel

_ROW = 56
_ICON = 20
_EDGE = GAP + GAP // 2


class LibraryView(QListView):
    """One row is chosen at a time; arrows move."""

    def __init__(
        self,
        model: LibraryListModel,
        themes: ThemeSource,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("libraryView")
        self.setAccessibleName(self.tr("Models"))
        self.setModel(model)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = RowDelegate(themes, icons, self)
        self.setItemDelegate(self.rows)
        themes.changed.connect(self.viewport().update)


class RowDelegate(QStyledItemDelegate):
    """Paints an entry. ``in_use`` and ``default`` are the references that get a mark, and
    ``added`` the paths of what is added to the model in use.
    """

    def __init__(self, themes: ThemeSource, icons: IconSet, view: QListView) -> None:
        super().__init__(view)
        self._themes = themes
        self._icons = icons
        self._view = view
        self.in_use = ""
        self.default = ""
        self.added: Collection[str] = ()

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
        entry: Entry = index.data(LibraryListModel.EntryRole)
        rect: QRect = option.rect.adjusted(0, 0, -2, -2)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, state, theme)
        faint = theme.text if state & QStyle.StateFlag.State_Selected else theme.secondary

        ratio = self._view.devicePixelRatioF()
        icon, colour = self._sign(entry)
        place = QRect(rect.left() + _EDGE, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        painter.drawPixmap(place, self._icons.pixmap(icon, colour, _ICON, ratio))

        font = QFont(painter.font())
        metrics = QFontMetrics(font)
        text = QRect(place.right() + _EDGE, rect.top() + 8, 0, metrics.height())
        text.setRight(rect.right() - _EDGE)
        size = size_of(entry)
        size_width = metrics.horizontalAdvance(size)
        painter.setPen(QColor(faint))
        painter.setFont(font)
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, size)

        name = QRect(text)
        name.setRight(text.right() - size_width - GAP)
        font.setWeight(QFont.Weight.DemiBold)
        marks = self._marks(entry)
        badges = sum(_badge_width(metrics, mark) + GAP // 2 for mark, _filled in marks)
        name.setRight(name.right() - badges)
        paint_line(painter, name, entry.name, font, QColor(theme.text))
        left = name.left() + min(
            painter.fontMetrics().horizontalAdvance(entry.name) + GAP, name.width() + GAP // 2
        )
        font.setWeight(QFont.Weight.Normal)
        for mark, is_filled in marks:
            left = self._paint_badge(painter, left, name, mark, font, is_filled=is_filled)

        line = QRect(text)
        line.moveTop(text.bottom() + 4)
        has_bar = entry.download is not None and entry.download.total_bytes > 0
        is_bad = entry.is_broken or (entry.download is not None and bool(entry.download.error))
        paint_line(
            painter, line, second_line(entry), font, QColor(theme.warning if is_bad else faint)
        )
        if has_bar and entry.download is not None:
            colour = theme.accent if entry.download.is_active else theme.secondary
            share, top = entry.download.share, rect.bottom() - 6
            paint_track(painter, line.left(), top, line.width(), share, theme, colour)
        painter.restore()

    def _sign(self, entry: Entry) -> tuple[str, str]:
        """The icon at the left of a row, and its colour."""
        theme = self._themes.theme
        if entry.is_broken or (entry.download is not None and entry.download.stage == "failed"):
            return "warning", theme.warning
        if entry.download is not None:
            paused = entry.download.stage == "paused"
            return ("pause" if paused else "download"), theme.accent
        if entry.offer is not None:
            return "cloud", theme.secondary
        if entry.model is not None and self._is_in_use(entry.model):
            return "check", theme.accent
        if entry.model is not None and entry.model.origin == "built in":
            return "sparkle", theme.secondary
        return ("words" if entry.is_part else "model"), theme.secondary

    def _is_in_use(self, model: LibraryModel) -> bool:
        return model.reference == self.in_use or str(model.path) in self.added

    def _marks(self, entry: Entry) -> list[tuple[str, bool]]:
        """The badges of a row, and whether each is filled."""
        marks: list[tuple[str, bool]] = []
        if entry.model is not None:
            marks.append((family_word(entry.model.family), False))
            if self._is_in_use(entry.model):
                marks.append((self.tr("in use"), True))
            if entry.model.reference == self.default:
                marks.append((self.tr("default"), False))
        if entry.offer is not None:
            marks.append((family_word(entry.offer.family), False))
            if entry.offer.is_gated:
                marks.append((self.tr("needs a token"), False))
        return [mark for mark in marks if mark[0]]

    def _paint_badge(
        self,
        painter: QPainter,
        left: int,
        line: QRect,
        text: str,
        font: QFont,
        *,
        is_filled: bool,
    ) -> int:
        """Paints a badge and gives back where the next one may begin."""
        theme = self._themes.theme
        painter.setFont(font)
        width = _badge_width(painter.fontMetrics(), text)
        height = painter.fontMetrics().height() + 2
        box = QRectF(left + 0.5, line.center().y() - height / 2 + 0.5, width - 1, height)
        painter.setPen(QColor(theme.accent if is_filled else theme.line))
        painter.setBrush(QColor(theme.chosen if is_filled else theme.raised))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(theme.text if is_filled else theme.secondary))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return left + width + GAP // 2


def _badge_width(metrics: QFontMetrics, text: str) -> int:
    return metrics.horizontalAdvance(text) + 2 * GAP
