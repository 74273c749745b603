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

from sdstudio.gui.labels import mark_users_text, set_tooltip
from sdstudio.gui.numbers import brief, whole
from sdstudio.gui.theme import GAP, RADIUS, ThemeSource
from sdstudio.xray import Flow, Part, PipelineMap

_BOX_HEIGHT = 44
_END_HEIGHT = 24
"""The height of what comes in and goes out: prompt and image."""
_BETWEEN = 42
"""Least room of an arrow and its words between two rows."""
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
        self._flows: dict[tuple[str, str], list[Flow]] = {}
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
        self._flows = {}
        for flow in pipeline.flows:
            self._flows.setdefault((flow.source, flow.target), []).append(flow)
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
        said = [
            f"{flow.source} → {flow.target}: {flow.what} {shape_said(flow.shape)}".strip()
            for flow in pipeline.flows
        ]
        self.setAccessibleDescription("; ".join(said))
        # In full here what is cut short where the dock is narrow.
        set_tooltip(self, "\n".join(said))
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
        if all(self._boxes[name].part is None for name in row):
            return _END_HEIGHT
        # The words of a loop stand above its one arrow and below the other.
        lines = [
            len(self._words(one, other))
            for one in row
            for other in row
            if (one, other) in self._flows
        ]
        return max([_BOX_HEIGHT, *(2 * each * self._line_height() + 20 for each in lines)])

    def _between(self, place: int) -> int:
        """Room below a row: the words of the arrows that arrive in the next one."""
        below = self._rows[place + 1] if place + 1 < len(self._rows) else []
        lines = [
            len(self._words(source, target))
            for source, target in self._flows
            if target in below and source not in below
        ]
        return max([_BETWEEN, *(each * self._line_height() + 16 for each in lines)])

    def _words(self, source: str, target: str) -> list[str]:
        """What flows from one part to another: its name and its shape, line by line."""
        words: list[str] = []
        for flow in self._flows[source, target]:
            words += [flow.what, shape_said(flow.shape)]
        return [word for word in words if word]

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.85))
        return font

    def _line_height(self) -> int:
        return QFontMetrics(self._small_font()).height()

    def _whole_height(self) -> int:
        height = sum(map(self._row_height, self._rows))
        height += sum(map(self._between, range(len(self._rows) - 1)))
        if self._rest:
            lines = -(-len(self._rest) // 2)
            height += 2 * GAP + lines * (_BOX_HEIGHT + GAP)
        return max(40, height + 2)

    def _lay_out(self) -> None:
        width = min(self.width(), _WIDEST)
        left = (self.width() - width) // 2
        top = 1
        for place, row in enumerate(self._rows):
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
            is_last = place == len(self._rows) - 1
            top += height + (2 * GAP if is_last else self._between(place))
        room = (width - GAP) / 2
        for place, name in enumerate(self._rest):
            wide = min(room, _WIDEST_BOX)
            start = left + (width - 2 * wide - GAP) / 2
            x = start + (place % 2) * (wide + GAP)
            y = top + (place // 2) * (_BOX_HEIGHT + GAP)
            self._boxes[name].setGeometry(round(x), y, round(wide), _BOX_HEIGHT)

    def _is_loop(self, one: str, other: str) -> bool:
        return (one, other) in self._flows and (other, one) in self._flows

    # -- arrows ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small_font())
        row_of = {name: place for place, row in enumerate(self._rows) for name in row}
        for source, target in self._flows:
            down = row_of[target] - row_of[source]
            if down == 0:
                self._paint_beside(painter, source, target)
            elif down > 0:
                self._paint_down(painter, source, target, down)
        painter.end()

    def _paint_beside(self, painter: QPainter, giver: str, taker: str) -> None:
        """One half of a loop: rightwards above, leftwards below."""
        source, target = self._boxes[giver].geometry(), self._boxes[taker].geometry()
        is_right = target.left() > source.left()
        y = source.center().y() + (-6 if is_right else 6)
        start = QPointF(source.right() + 2 if is_right else source.left() - 1, y)
        end = QPointF(target.left() - 1 if is_right else target.right() + 2, y)
        self._paint_path(painter, [start, end])
        left, right = sorted((start.x(), end.x()))
        words = self._words(giver, taker)
        height = len(words) * self._line_height()
        first = y - height - 2 if is_right else y + 3
        room = QRectF(left + 2, first, right - left - 4, height)
        self._paint_words(painter, room, words)

    def _paint_down(self, painter: QPainter, giver: str, taker: str, down: int) -> None:
        source, target = self._boxes[giver].geometry(), self._boxes[taker].geometry()
        x = self._spread(giver, taker, is_leaving=True)
        arrive = self._spread(giver, taker, is_leaving=False)
        top, bottom = source.bottom() + 1.0, target.top() - 1.0
        if abs(x - arrive) < 24 and source.left() + 8 < arrive < source.right() - 8:
            x = arrive
        points = [QPointF(x, top)]
        turn = bottom - 12
        if down > 1:
            # Past the rows between, along the right edge.
            edge = min(max(source.right(), target.right()) + 10.0, self.width() - 3.0)
            points += [QPointF(x, top + 10), QPointF(edge, top + 10)]
            points += [QPointF(edge, turn), QPointF(arrive, turn)]
        elif x != arrive:
            points += [QPointF(x, turn), QPointF(arrive, turn)]
        points.append(QPointF(arrive, bottom))
        self._paint_path(painter, points)
        words = self._words(giver, taker)
        height = len(words) * self._line_height()
        # Beside the end that is the arrow's own: a prompt that goes to many has its words where it
        # arrives, all others where they leave.
        is_many = sum(1 for source, _ in self._flows if source == giver) > 1 and giver not in (
            name for flow in self._flows if flow[::-1] in self._flows for name in flow
        )
        at_end = is_many or down > 1
        row = next(row for row in self._rows if (taker if at_end else giver) in row)
        left, first = (arrive, bottom - 8 - height) if at_end else (x, top + 1)
        if x == arrive:
            first = (top + bottom - height) / 2 - 2
        elif at_end:
            first = turn - height - 2
        others = [
            self._spread(*flow, is_leaving=not at_end)
            for flow in self._flows
            if (flow[1] if at_end else flow[0]) in row
            and not set(flow) <= set(row)
            and flow != (giver, taker)
        ]
        limit = min([other for other in others if other > left + 7] or [self.width()])
        needed = max(map(painter.fontMetrics().horizontalAdvance, words), default=0) + 2
        room = QRectF(left + 7, first, limit - left - 9, height)
        if needed > room.width() and left - 7 > needed and len(others) == 0:
            room = QRectF(left - 7 - needed, first, needed, height)
        self._paint_words(painter, room, words, centred=False)

    def _spread(self, giver: str, taker: str, *, is_leaving: bool) -> float:
        """Where an arrow leaves or reaches a box: arrows of one edge keep apart."""
        mine, other = (giver, taker) if is_leaving else (taker, giver)
        row = next(row for row in self._rows if mine in row)
        names = [
            (target if is_leaving else source)
            for source, target in self._flows
            if (source if is_leaving else target) == mine
        ]
        names = sorted((name for name in names if name not in row), key=self._middle_of)
        box = self._boxes[mine].geometry()
        return box.left() + box.width() * (names.index(other) + 1) / (len(names) + 1)

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
        for place, line in enumerate(words):
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.setPen(QColor(theme.secondary if "×" in line else theme.text))
            top = room.top() + place * metrics.height()
            box = QRectF(room.left(), top, room.width(), metrics.height())
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
        # It shows names out of the code.
        mark_users_text(self, with_name=True)
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
            self.setAccessibleDescription(f"{part.class_name}, {whole(part.parameters)}")
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
        lines = [self.name, self.part.class_name]
        count = count_said(self.part.parameters) if self.part.parameters else ""
        small = QFont(self.font())
        small.setPointSizeF(max(7.0, small.pointSizeF() * 0.85))
        if count and room.height() > _BOX_HEIGHT:
            lines.append(count)
        elif count:
            both = f"{lines[1]} · {count}"
            fits = QFontMetrics(small).horizontalAdvance(both) <= room.width()
            lines[1] = both if fits else count
        high = min(room.height() // len(lines), 20)
        top = room.center().y() - high * len(lines) // 2 + 1
        painter.setPen(QColor(theme.text))
        for place, line in enumerate(lines):
            if place:
                painter.setFont(small)
                painter.setPen(QColor(theme.text if self._is_lit else theme.secondary))
            # The end of a name tells text_encoder_2 from text_encoder.
            end = Qt.TextElideMode.ElideRight if place else Qt.TextElideMode.ElideMiddle
            text = painter.fontMetrics().elidedText(line, end, room.width())
            box = QRect(room.left(), top + place * high, room.width(), high)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


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
            return f"{brief(count / size, 3)} {unit}"
    return str(count)
