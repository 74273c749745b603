"""The queue beside the canvas: what runs, what waits, and a way to drop each."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.empty import ViewOrSentence
from sdstudio.gui.icons import IconSet
from sdstudio.gui.keys import with_keys
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.painting import paint_line, paint_track
from sdstudio.gui.queue_model import Job, QueueModel, prompt_line, settings_line
from sdstudio.gui.theme import GAP, ThemeSource

_ROW = 60
_CROSS = 16


class QueuePanel(QFrame):
    """Lists the queue; emits the requests that the user drops."""

    drop_wanted = Signal(object)
    """A set of request ids."""

    def __init__(
        self, model: QueueModel, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("queuePanel")
        self._model = model
        self.count_label = PlainLabel("", role="hint")
        self.clear_button = QPushButton(self.tr("&Clear queue"))
        self.clear_button.setObjectName("clearQueueButton")
        self.clear_button.setAccessibleName(self.tr("Clear queue"))
        set_tooltip(
            self.clear_button,
            with_keys(self.tr("Stops what runs and drops what waits"), "Shift+Esc"),
        )
        top = QHBoxLayout()
        top.addWidget(self.count_label, 1)
        top.addWidget(self.clear_button)

        self.view = QListView()
        self.view.setObjectName("queueView")
        self.view.setAccessibleName(self.tr("Queue"))
        self.view.setModel(model)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        delegate = _JobDelegate(themes, icons, self.view)
        self.view.setItemDelegate(delegate)
        self.drop_action = QAction(self.tr("Drop"), self.view)
        self.drop_action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.drop_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.view.addAction(self.drop_action)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._pages = ViewOrSentence(
            self.view, self.tr("Nothing waits. Each press of Generate puts its pictures here.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addLayout(self._pages, 1)

        self.clear_button.clicked.connect(self._drop_all)
        self.drop_action.triggered.connect(self._drop_selected)
        delegate.cross_clicked.connect(self._drop_row)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._count_changed)
        self._count_changed()

    @Slot()
    def _count_changed(self) -> None:
        count = self._model.rowCount()
        self._pages.show_view(count > 0)
        self.clear_button.setEnabled(count > 0)
        self.count_label.setVisible(count > 0)
        self.count_label.setText(self.tr("%Ln picture(s) to make", "", count))

    @Slot()
    def _drop_all(self) -> None:
        self.drop_wanted.emit(self._model.ids())

    @Slot()
    def _drop_selected(self) -> None:
        rows = {index.row() for index in self.view.selectedIndexes()}
        self.drop_wanted.emit({self._model.job(row).request.id for row in rows})

    @Slot(int)
    def _drop_row(self, row: int) -> None:
        self.drop_wanted.emit({self._model.job(row).request.id})


class _JobDelegate(QStyledItemDelegate):
    """Paints a request: prompt, settings, and a line of progress; a cross drops it."""

    cross_clicked = Signal(int)

    def __init__(self, themes: ThemeSource, icons: IconSet, view: QListView) -> None:
        super().__init__(view)
        self._themes = themes
        self._icons = icons
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, _ROW + GAP // 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._themes.theme
        job: Job = index.data(QueueModel.JobRole)
        rect: QRect = option.rect.adjusted(0, 0, 0, -GAP // 2)
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent if is_selected else theme.line))
        painter.setBrush(QColor(theme.hover if is_hovered else theme.raised))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

        cross = self._cross(rect)
        text = rect.adjusted(GAP + 4, GAP - 1, -(rect.right() - cross.left() + GAP), -GAP)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if job.is_running else QFont.Weight.Normal)
        line = QRect(text.left(), text.top(), text.width(), QFontMetrics(font).height())
        bright = self._view.palette().color(QPalette.ColorRole.Text)
        paint_line(painter, line, prompt_line(job.request), font, bright)
        font.setWeight(QFont.Weight.Normal)
        line.moveTop(text.top() + line.height() + 3)
        detail = job.progress.sentence() if job.is_running else settings_line(job.request)
        paint_line(painter, line, detail, font, QColor(theme.secondary))
        if job.is_running:
            left, width = rect.left() + GAP + 4, rect.width() - 2 * GAP - 8
            share = job.progress.share or 0.0
            paint_track(painter, left, rect.bottom() - 8, width, share, theme, theme.accent)
        ratio = self._view.devicePixelRatioF()
        colour = theme.text if is_hovered or is_selected else theme.secondary
        painter.drawPixmap(cross, self._icons.pixmap("close", colour, _CROSS, ratio))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: object,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            rect: QRect = option.rect.adjusted(0, 0, 0, -GAP // 2)
            hit = self._cross(rect).adjusted(-6, -6, 6, 6)
            if hit.contains(event.position().toPoint()):
                self.cross_clicked.emit(index.row())
                return True
        return False

    def _cross(self, rect: QRect) -> QRect:
        return QRect(rect.right() - _CROSS - GAP, rect.top() + GAP, _CROSS, _CROSS)
