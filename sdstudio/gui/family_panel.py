"""The family of the picture on the canvas: what was branched from what, and what each changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gallery.family import Relative
from sdstudio.gui.empty import ViewOrSentence
from sdstudio.gui.family_words import detail, title, whole_words
from sdstudio.gui.gallery_model import count_text
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, escaped_tooltip
from sdstudio.gui.librarian import Family
from sdstudio.gui.painting import paint_ground, paint_line
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, Theme, ThemeSource
from sdstudio.request import GalleryItem, GenerationRequest

translate = QCoreApplication.translate

_SIDE = 40
"""Width and height of a thumbnail, in device independent pixels."""
_EDGE = 5
"""Room around the thumbnail."""
_ROW = _SIDE + 2 * _EDGE
_CORNER = 4.0
_INDENT, _LEAST_INDENT = 20, 8
_TEXT = 150
"""Room for the text that deep trees leave by indenting less."""

_IdRole = Qt.ItemDataRole.UserRole + 1
_DetailRole = Qt.ItemDataRole.UserRole + 2


class FamilyPanel(QFrame):
    """The tree of a picture, or what to do for one to appear. GUI thread only."""

    shown = Signal(int)
    """id of a picture that the user wants to see."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("familyPanel")
        self._family: Family | None = None
        self.view = FamilyTree(themes, icons)
        self.count_label = PlainLabel("", role="hint")
        self.count_label.setObjectName("familyCount")
        self._hint = PlainLabel(self.tr("Click or press Enter to view"), role="hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = ViewOrSentence(
            self.view, self.tr("Branch from a step of a picture, and its family appears here.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.count_label)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self._hint)
        self.view.shown.connect(self.shown)
        self.clear()

    @property
    def family(self) -> Family | None:
        """What was shown last; None after ``clear``."""
        return self._family

    def clear(self) -> None:
        """No picture is on the canvas, or one that no family is known of."""
        self._family = None
        self.view.clear()
        self._show_page(0)

    def set_family(self, family: Family) -> None:
        """The family of the picture that is on the canvas now."""
        before, self._family = self._family, family
        if len(family.relatives) < 2:
            self.view.clear()
            self._show_page(0)
            return
        if before is None or not _is_same(before, family):
            self.view.fill(family)
        self.view.mark(family.id)
        self._show_page(len(family.items))

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        family, self._family = self._family, None
        if family is not None:
            self.set_family(family)

    def _show_page(self, count: int) -> None:
        self._pages.show_view(count > 0)
        self.count_label.setVisible(count > 0)
        self._hint.setVisible(count > 0)
        self.count_label.setText(count_text(count))


class FamilyTree(QTreeWidget):
    """One row per relative, each under its parent. Everything is unfolded, and stays so."""

    shown = Signal(int)
    """id of a picture that was clicked, or that Enter was pressed on."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("familyView")
        self.setAccessibleName(self.tr("Family"))
        self._themes = themes
        self._rows: dict[int, QTreeWidgetItem] = {}
        self._marked: QTreeWidgetItem | None = None
        self._depth = 0
        self._delegate = _RelativeDelegate(themes, icons, self)
        self.setItemDelegate(self._delegate)
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.header().setObjectName("familyHeader")
        self.header().setAccessibleName(self.tr("Family"))
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(1)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        # Qt would fill the whole row of the cursor; the delegate paints the part that is ours.
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(colours)
        self.setCornerWidget(QWidget())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Always there, and invisible while there is nothing to scroll: rows keep their width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.itemClicked.connect(self._tell)
        themes.changed.connect(self.viewport().update)
        self._fit()

    # -- what it shows -----------------------------------------------------------------------

    def clear(self) -> None:
        """No relatives."""
        self._rows.clear()
        self._marked = None
        self._depth = 0
        self._delegate.forget_pictures()
        super().clear()

    def fill(self, family: Family) -> None:
        """Other relatives than before; none is marked yet."""
        self.clear()
        self.setUpdatesEnabled(False)
        line: list[QTreeWidgetItem] = []
        requests: list[GenerationRequest | None] = []
        for relative in family.relatives:
            del line[relative.depth :], requests[relative.depth :]
            row = QTreeWidgetItem()
            item = None if relative.id is None else family.items.get(relative.id)
            _describe(row, relative, item, requests[-1] if requests else None)
            if line:
                line[-1].addChild(row)
            else:
                self.addTopLevelItem(row)
            line.append(row)
            requests.append(relative.request)
            self._depth = max(self._depth, relative.depth)
            if relative.id is not None and item is not None:
                self._rows[relative.id] = row
        for id, image in family.images.items():
            if id in self._rows and image is not None:
                self._rows[id].setData(0, Qt.ItemDataRole.DecorationRole, image)
        self.expandAll()
        self.setUpdatesEnabled(True)
        self._fit()

    def mark(self, id: int) -> None:
        """Says which picture is on the canvas, and puts the cursor there."""
        if self._marked is not None:
            _set_accessible(self._marked, is_shown=False)
        self._marked = self._rows.get(id)
        self.viewport().update()
        if self._marked is None:
            return
        _set_accessible(self._marked, is_shown=True)
        self.setCurrentItem(self._marked)
        self._scroll_to_mark()

    def is_marked(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether this row's picture is on the canvas."""
        return self._marked is not None and self.indexFromItem(self._marked) == index

    # -- what the user does ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self._tell(self.currentItem())
            return
        super().keyPressEvent(event)

    @Slot(QTreeWidgetItem)
    def _tell(self, row: QTreeWidgetItem | None) -> None:
        id = None if row is None else row.data(0, _IdRole)
        if id is not None:
            self.shown.emit(id)

    # -- how it looks ------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # While it was hidden, it may not have had its size.
        self._scroll_to_mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = QRect(QPoint(0, 0), event.oldSize())
        was_in_sight = self._marked is not None and before.intersects(
            self.visualItemRect(self._marked)
        )
        super().resizeEvent(event)
        self._fit()
        if was_in_sight:
            self._scroll_to_mark()

    def drawBranches(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Thin lines from a parent's thumbnail to those of its branches."""
        indent = self.indentation()
        painter.setPen(line_pen(self._themes.theme))
        row: QTreeWidgetItem = self.itemFromIndex(index)
        x = rect.right() + 1 - indent + stem(indent)
        is_own = True
        while (parent := row.parent()) is not None:
            is_last = parent.indexOfChild(row) == parent.childCount() - 1
            if is_own:
                painter.drawLine(x, rect.center().y(), rect.right() + _EDGE - 2, rect.center().y())
            if is_own or not is_last:
                end = rect.center().y() if is_last else rect.bottom()
                painter.drawLine(x, rect.top(), x, end)
            row, is_own = parent, False
            x -= indent

    def _scroll_to_mark(self) -> None:
        if self._marked is None:
            return
        # Right after a change, the scroll bars do not have their ranges yet.
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.scrollToItem(self._marked)
        # Qt brings the row into sight, but not what lies far to the right of it.
        depth = sum(1 for _ in _line_of(self._marked)) - 1
        past = (depth * self.indentation() + _ROW + _TEXT) - self.viewport().width()
        self.horizontalScrollBar().setValue(max(0, past))

    def _fit(self) -> None:
        """Deep trees are indented less; what is still too deep can be scrolled to."""
        width = self.viewport().width()
        room = max(0, width - _ROW - _TEXT)
        indent = room // self._depth if self._depth else _INDENT
        self.setIndentation(max(_LEAST_INDENT, min(indent, _INDENT)))
        self.setColumnWidth(0, max(width, self._depth * self.indentation() + _ROW + _TEXT))


class _RelativeDelegate(QStyledItemDelegate):
    """Paints a relative: thumbnail, what it changed, and where and when it began."""

    def __init__(self, themes: ThemeSource, icons: IconSet, view: FamilyTree) -> None:
        super().__init__(view)
        self._themes = themes
        self._icons = icons
        self._view = view
        self._pictures: dict[tuple[int, float], QPixmap] = {}

    def forget_pictures(self) -> None:
        """Other pictures are shown from now on."""
        self._pictures.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_ROW + _TEXT, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._themes.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_shown = self._view.is_marked(index)
        is_there = index.data(_IdRole) is not None
        painter.save()
        if index.model().hasChildren(index):
            painter.setPen(line_pen(theme))
            x = rect.left() + stem(self._view.indentation())
            painter.drawLine(x, rect.bottom() - _EDGE, x, rect.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not is_there:
            state &= ~QStyle.StateFlag.State_MouseOver
        paint_ground(painter, rect.adjusted(1, 1, -1, -1), state, theme)
        tile = QRectF(rect.left() + _EDGE, rect.top() + _EDGE, _SIDE, _SIDE)
        self._paint_picture(painter, tile, index)
        if is_shown:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(tile.adjusted(-1, -1, 1, 1), _CORNER + 1, _CORNER + 1)
        text = rect.adjusted(_ROW + 4, _EDGE, -_EDGE, -_EDGE)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if is_shown else QFont.Weight.Normal)
        first_line = str(index.data(Qt.ItemDataRole.DisplayRole))
        colour = theme.text if is_there else theme.secondary
        self._paint_line(painter, font, colour, text, first_line, is_first=True)
        second_line = str(index.data(_DetailRole))
        font = QFont(option.font)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        faint = theme.text if is_chosen else theme.secondary
        self._paint_line(painter, font, faint, text, second_line, is_first=False)
        painter.restore()

    def _paint_picture(
        self,
        painter: QPainter,
        tile: QRectF,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._themes.theme
        ratio = self._view.devicePixelRatioF()
        image = index.data(Qt.ItemDataRole.DecorationRole)
        id: int | None = index.data(_IdRole)
        if image is not None and id is not None:
            if (id, ratio) not in self._pictures:
                self._pictures[id, ratio] = _scaled(QPixmap.fromImage(image), ratio)
            painter.drawPixmap(tile.topLeft(), self._pictures[id, ratio])
            return
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        name = "trash" if id is None else "warning"
        sign = self._icons.pixmap(name, theme.secondary, 16, ratio)
        painter.drawPixmap(tile.center().toPoint() - QPoint(8, 8), sign)

    def _paint_line(
        self,
        painter: QPainter,
        font: QFont,
        colour: str,
        room: QRect,
        text: str,
        *,
        is_first: bool,
    ) -> None:
        height = QFontMetrics(font).height()
        gap = 1
        top = room.center().y() + (-height - gap if is_first else gap)
        place = QRect(room.left(), top, room.width(), height)
        paint_line(painter, place, text, font, QColor(colour))


def stem(indent: int) -> int:
    """How far right of a row's left edge the line down to its branches runs."""
    return max(_EDGE + 3, indent // 2)


def line_pen(theme: Theme) -> QPen:
    """What the lines of the tree are drawn with."""
    colour = QColor(theme.secondary)
    colour.setAlphaF(0.5)
    return QPen(colour, 1)


def _describe(
    row: QTreeWidgetItem,
    relative: Relative,
    item: GalleryItem | None,
    parent: GenerationRequest | None,
) -> None:
    """Puts the words of a relative into its row."""
    first_line = title(relative, item, parent)
    tip = whole_words(relative, item, first_line)
    row.setText(0, first_line)
    row.setData(0, _IdRole, None if item is None else item.id)
    row.setData(0, _DetailRole, detail(relative, item))
    row.setData(0, Qt.ItemDataRole.ToolTipRole, escaped_tooltip(tip))
    _set_accessible(row, is_shown=False)


def _set_accessible(row: QTreeWidgetItem, *, is_shown: bool) -> None:
    text = f"{row.text(0)}. {row.data(0, _DetailRole)}"
    if is_shown:
        text = f"{text}. {translate('FamilyPanel', 'on the canvas')}"
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, text)


def _line_of(row: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    """The row, its parent, and so on to the top."""
    above: QTreeWidgetItem | None = row
    while above is not None:
        yield above
        above = above.parent()


def _is_same(one: Family, other: Family) -> bool:
    """Whether both show the same, whoever was asked for: then the tree can stay as it is."""
    return (
        one.relatives == other.relatives
        and one.items == other.items
        and {id for id, image in one.images.items() if image is None}
        == {id for id, image in other.images.items() if image is None}
    )


def _scaled(picture: QPixmap, ratio: float) -> QPixmap:
    """The middle of a picture as a thumbnail with round corners, for one kind of screen."""
    side = round(_SIDE * ratio)
    scaled = picture.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, side, side), _CORNER * ratio, _CORNER * ratio)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawPixmap((side - scaled.width()) // 2, (side - scaled.height()) // 2, scaled)
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile
