"""Boxes and arrows: the parts of a pipeline in the order of a run."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sdstudio.gui.theme import GAP, RADIUS, ThemeSource
from sdstudio.xray import Flow, Part, PipelineMap

_BOX_HEIGHT = 44
_END_HEIGHT = 24
"""The height of what comes in and goes out: prompt and image."""
_BETWEEN = 42
"""Room of an arrow and its words between two rows."""
_WIDEST_BOX = 230
_WIDEST = 620
_ARROW = 4.0


@dataclass(frozen=True, slots=True)
class _Place:
    row: int
    column: int
    columns: int


class FlowChart(QWidget):
    """Parts as buttons, in rows from the top to the bottom, with arrows between them.

    Two parts that hand tensors to each other in a loop stand side by side.
    """

    chosen = Signal(str)
    """Name of the part that was pressed."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("flowChart")
        self.setAccessibleName(self.tr("Map of the model"))
        self._themes = themes
        self._flows: tuple[Flow, ...] = ()
        self._places: dict[str, _Place] = {}
        self._rows: list[list[str]] = []
        self._rest: list[str] = []
        self._boxes: dict[str, _Box] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        themes.changed.connect(self.update)

    # -- what it shows -----------------------------------------------------------------------

    def set_map(self, pipeline: PipelineMap) -> None:
        """Other parts and flows."""
        self._flows = pipeline.flows
        parts = {part.name: part for part in pipeline.parts}
        self._rows = rows_of(pipeline.flows)
        in_rows = {name for row in self._rows for name in row}
        self._rest = [name for name in parts if name not in in_rows]
        wanted = [name for row in self._rows for name in row] + self._rest
        for name in [name for name in self._boxes if name not in wanted]:
            self._boxes.pop(name).deleteLater()
        for name in wanted:
            if name not in self._boxes:
                self._boxes[name] = _Box(name, self._themes, self)
                self._boxes[name].clicked.connect(self._tell)
            self._boxes[name].set_part(parts.get(name))
            self._boxes[name].show()
        before: QWidget | None = None
        for name in wanted:
            if before is not None:
                QWidget.setTabOrder(before, self._boxes[name])
            before = self._boxes[name]
        self.setAccessibleDescription(
            "; ".join(
                f"{flow.source} → {flow.target}: {flow.what} {shape_said(flow.shape)}".strip()
                for flow in self._flows
            )
        )
        self._lay_out()
        self.updateGeometry()
        self.update()

    def light(self, names: tuple[str, ...]) -> None:
        """The parts at work."""
        for name, box in self._boxes.items():
            box.set_lit(name in names)

    def lit(self) -> tuple[str, ...]:
        """Names of the parts shown as at work."""
        return tuple(name for name, box in self._boxes.items() if box.is_lit())

    def choose(self, name: str) -> None:
        """The part whose details are shown."""
        for each, box in self._boxes.items():
            box.setChecked(each == name)

    def box(self, name: str) -> QAbstractButton:
        """The button of a part."""
        return self._boxes[name]

    @Slot()
    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Box):
            self.chosen.emit(sender.name)

    # -- layout ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(360, self._whole_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._whole_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _row_height(self, row: list[str]) -> int:
        is_ends = all(self._boxes[name].part is None for name in row)
        return _END_HEIGHT if is_ends else _BOX_HEIGHT

    def _whole_height(self) -> int:
        height = sum(map(self._row_height, self._rows)) + _BETWEEN * max(0, len(self._rows) - 1)
        if self._rest:
            lines = -(-len(self._rest) // 2)
            height += 2 * GAP + lines * (_BOX_HEIGHT + GAP)
        return max(40, height + 2)

    def _lay_out(self) -> None:
        width = min(self.width(), _WIDEST)
        left = (self.width() - width) // 2
        top = 1
        for row in self._rows:
            height = self._row_height(row)
            # The words of a loop stand between its two boxes and need room there.
            gap = width * 0.26 if len(row) == 2 and self._is_loop(*row) else 2.0 * GAP
            room = (width - gap * (len(row) - 1)) / len(row)
            wide = min(room, _WIDEST_BOX)
            start = left + (width - wide * len(row) - gap * (len(row) - 1)) / 2
            for column, name in enumerate(row):
                x = start + column * (wide + gap)
                end = self._boxes[name].part is None
                shrink = max(0.0, wide - 110) / 2 if end else 0.0
                self._boxes[name].setGeometry(
                    round(x + shrink), top, round(wide - 2 * shrink), height
                )
            top += height + _BETWEEN
        top += 2 * GAP - _BETWEEN
        room = (width - GAP) / 2
        for place, name in enumerate(self._rest):
            wide = min(room, _WIDEST_BOX)
            start = left + (width - 2 * wide - GAP) / 2
            x = start + (place % 2) * (wide + GAP)
            y = top + (place // 2) * (_BOX_HEIGHT + GAP)
            self._boxes[name].setGeometry(round(x), y, round(wide), _BOX_HEIGHT)

    def _is_loop(self, one: str, other: str) -> bool:
        ways = {(flow.source, flow.target) for flow in self._flows}
        return (one, other) in ways and (other, one) in ways

    # -- arrows ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.85))
        painter.setFont(font)
        row_of = {name: place for place, row in enumerate(self._rows) for name in row}
        for flow in self._flows:
            source, target = self._boxes.get(flow.source), self._boxes.get(flow.target)
            if source is None or target is None:
                continue
            words = [flow.what, shape_said(flow.shape)]
            down = row_of[flow.target] - row_of[flow.source]
            if down == 0:
                self._paint_beside(painter, source.geometry(), target.geometry(), words)
            elif down > 0:
                self._paint_down(painter, flow, down, words)
        painter.end()

    def _paint_beside(
        self, painter: QPainter, source: QRect, target: QRect, words: list[str]
    ) -> None:
        """One half of a loop: rightwards above, leftwards below."""
        is_right = target.left() > source.left()
        y = source.center().y() + (-9 if is_right else 9)
        start = QPointF(source.right() + 2 if is_right else source.left() - 1, y)
        end = QPointF(target.left() - 1 if is_right else target.right() + 2, y)
        self._paint_path(painter, [start, end])
        left, right = sorted((start.x(), end.x()))
        height = painter.fontMetrics().height()
        first = y - 2 * height - 2 if is_right else y + 3
        self._paint_words(painter, QRectF(left - 8, first, right - left + 16, 2 * height), words)

    def _paint_down(self, painter: QPainter, flow: Flow, down: int, words: list[str]) -> None:
        source = self._boxes[flow.source].geometry()
        target = self._boxes[flow.target].geometry()
        x = self._spread(
            source, [f.target for f in self._flows if f.source == flow.source], flow, 0
        )
        arrive = self._spread(
            target, [f.source for f in self._flows if f.target == flow.target], flow, 1
        )
        top, bottom = source.bottom() + 1.0, target.top() - 1.0
        if abs(x - arrive) < 24 and source.left() + 8 < arrive < source.right() - 8:
            x = arrive
        points = [QPointF(x, top)]
        if down > 1:
            # Past the rows between, along the edge that is nearer.
            edge = max(source.right(), target.right()) + 10.0
            edge = min(edge, self.width() - 3.0)
            points += [QPointF(x, top + 10), QPointF(edge, top + 10)]
            points += [QPointF(edge, bottom - 12), QPointF(arrive, bottom - 12)]
        elif x != arrive:
            turn = bottom - 12
            points += [QPointF(x, turn), QPointF(arrive, turn)]
        points.append(QPointF(arrive, bottom))
        self._paint_path(painter, points)
        height = painter.fontMetrics().height()
        left = min(x, arrive) if down == 1 else arrive
        middle = (bottom - _BETWEEN / 2) - height + (0 if x == arrive else -5)
        room = QRectF(left + 7, middle, self.width() - left - 7, 2 * height)
        self._paint_words(painter, room, words, centred=False)

    def _spread(self, box: QRect, others: list[str], flow: Flow, side: int) -> float:
        """Where an arrow leaves or reaches a box: arrows of one edge keep apart."""
        rows = {name: place for place, row in enumerate(self._rows) for name in row}
        mine = flow.source if side == 0 else flow.target
        other = flow.target if side == 0 else flow.source
        names = list(
            dict.fromkeys(name for name in others if name in rows and rows[name] != rows[mine])
        )
        names.sort(key=self._middle_of)
        place = names.index(other)
        return box.left() + box.width() * (place + 1) / (len(names) + 1)

    def _middle_of(self, name: str) -> int:
        return self._boxes[name].geometry().center().x()

    def _paint_path(self, painter: QPainter, points: list[QPointF]) -> None:
        colour = QColor(self._themes.theme.secondary)
        painter.setPen(QPen(colour, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        end, before = points[-1], points[-2]
        way = end - before
        length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
        along = QPointF(way.x() / length, way.y() / length)
        across = QPointF(-along.y(), along.x())
        back = end - along * (_ARROW * 1.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([end, back + across * _ARROW, back - across * _ARROW]))

    def _paint_words(
        self, painter: QPainter, room: QRectF, words: list[str], *, centred: bool = True
    ) -> None:
        theme = self._themes.theme
        metrics = painter.fontMetrics()
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        lines = [word for word in words if word]
        top = room.center().y() - metrics.height() * len(lines) / 2
        for place, line in enumerate(lines):
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.setPen(QColor(theme.text if place == 0 else theme.secondary))
            box = QRectF(room.left(), top + place * metrics.height(), room.width(), 0)
            box.setHeight(metrics.height())
            painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), text)


class _Box(QAbstractButton):
    """A part of the pipeline, or what comes in and goes out, which cannot be pressed."""

    def __init__(self, name: str, themes: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.part: Part | None = None
        self._themes = themes
        self._is_lit = False
        self.setObjectName(f"{name}Box")
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        themes.changed.connect(self.update)

    def set_part(self, part: Part | None) -> None:
        self.part = part
        self.setAccessibleName(self.name)
        self.setEnabled(part is not None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if part is None else Qt.FocusPolicy.StrongFocus)
        if part is not None:
            self.setAccessibleDescription(f"{part.class_name}, {part.parameters:,}")
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def set_lit(self, is_lit: bool) -> None:
        if is_lit != self._is_lit:
            self._is_lit = is_lit
            self.update()

    def is_lit(self) -> bool:
        return self._is_lit

    def nextCheckState(self) -> None:
        # The chart decides which one is chosen.
        pass

    def sizeHint(self) -> QSize:
        return QSize(160, _BOX_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge, width = theme.line, 1.0
        fill = theme.raised
        if self.part is None:
            fill = theme.panel
        elif self._is_lit:
            fill, edge, width = theme.chosen, theme.accent, 1.6
        elif self.underMouse():
            fill = theme.hover
        if self.isChecked() or self.hasFocus():
            edge = theme.accent
            width = max(width, 1.6 if self.hasFocus() else 1.2)
        pen = QPen(QColor(edge), width)
        if self.part is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        round_ = box.height() / 2 if self.part is None else RADIUS
        painter.drawRoundedRect(box, round_, round_)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._themes.theme
        room = self.rect().adjusted(GAP, 3, -GAP, -3)
        font = QFont(self.font())
        if self.part is None:
            painter.setPen(QColor(theme.secondary))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.name)
            return
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        half = room.height() // 2
        painter.setPen(QColor(theme.text))
        name = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, room.width())
        upper = QRect(room.left(), room.top(), room.width(), half)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), name)
        small = QFont(self.font())
        small.setPointSizeF(max(7.0, small.pointSizeF() * 0.85))
        painter.setFont(small)
        painter.setPen(QColor(theme.text if self._is_lit else theme.secondary))
        text = self.part.class_name
        if self.part.parameters:
            text = f"{text} · {count_said(self.part.parameters)}"
        if QFontMetrics(small).horizontalAdvance(text) > room.width() and self.part.parameters:
            text = count_said(self.part.parameters)
        lower = QRect(room.left(), room.top() + half, room.width(), half)
        elided = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), elided)


def rows_of(flows: tuple[Flow, ...]) -> list[list[str]]:
    """Names in rows, so that flows go down; a part that answers its giver stands beside it."""
    names = list(dict.fromkeys(end for flow in flows for end in (flow.source, flow.target)))
    ways = {(flow.source, flow.target) for flow in flows}
    # Those of a loop share a row: the one named first stands for both.
    leader = {name: name for name in names}
    for one, other in ways:
        if (other, one) in ways:
            first, second = sorted((one, other), key=names.index)
            leader[second] = leader[first]
    rank = dict.fromkeys(names, 0)
    # Each round carries a rank one arrow further. Longer loops cannot be drawn in rows and end it.
    for _ in names:
        for one, other in ways:
            head, tail = leader[one], leader[other]
            if head != tail and rank[tail] <= rank[head] < len(names):
                rank[tail] = rank[head] + 1
    rows: dict[int, list[str]] = {}
    for name in names:
        rows.setdefault(rank[leader[name]], []).append(name)
    return [rows[place] for place in sorted(rows)]


def shape_said(shape: tuple[int, ...]) -> str:
    """A shape as people write it."""
    return " × ".join(map(str, shape))


def count_said(count: int) -> str:
    """A number of parameters in short: 860 M."""
    for size, unit in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return str(count)
