"""Curves for the X-ray, drawn by pyqtgraph in the colours of the theme.

``Heat`` and ``Picture`` come from here as well. pyqtgraph takes a third of a second to import, so
it is imported when the first curve is drawn.
"""

from __future__ import annotations

import html
import importlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdstudio.gui.labels import ElidedLabel, PlainLabel
from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import in_sequence
from sdstudio.gui.theme import GAP, RADIUS, ThemeSource
from sdstudio.gui.xray.colours import curve_colours, heat_image, image_of, said
from sdstudio.gui.xray.heat import Heat
from sdstudio.gui.xray.picture import Picture, Zoom

__all__ = ["Curve", "Heat", "Picture", "Plot", "Zoom", "heat_image", "image_of", "said"]

_MOST_DOTS = 60
"""Points up to which each gets a dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line of numbers. ``x`` rises or falls; bars are as wide as their distance.

    ``colour`` is a place in the theme's row of colours; by default curves take them in order.
    """

    name: str
    x: Sequence[float]
    y: Sequence[float]
    look: Literal["line", "dashes", "bars"] = "line"
    colour: int | None = None


class Plot(QWidget):
    """Curves over one axis, their names above them and what is under the mouse below.

    Left and Right walk through the points of the first curve, Home and End go to its ends, and
    Enter tells the point, as a click does. The wheel goes to whatever scrolls the plot.
    """

    picked = Signal(float)
    """x of the point that was clicked or that Enter was pressed on."""

    def __init__(
        self,
        name: str,
        title: str,
        x_label: str,
        y_label: str,
        themes: ThemeSource,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` becomes the objectName; ``title`` stands above the plot."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._themes = themes
        self._labels = (x_label, y_label)
        self._is_log = False
        self._curves: tuple[Curve, ...] = ()
        self._mark: float | None = None
        self._point = -1
        self._view: Any = None
        self._mark_line: Any = None
        self._cursor: Any = None
        self._heading = PlainLabel(title, role="heading")
        self._legend = _Legend(themes)
        # In the place of the name of the x axis, so that it costs no room of its own.
        self._read_out = ElidedLabel(x_label, role="hint")
        self._read_out.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP // 2, GAP // 2, GAP // 2, GAP // 2)
        self._column.setSpacing(GAP // 2)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._legend)
        self._column.addWidget(self._read_out)
        self._heading.setVisible(bool(title))
        self.setMinimumHeight(200)
        self.setMouseTracking(True)
        themes.changed.connect(self._draw)

    # -- what it shows -----------------------------------------------------------------------

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """Other curves; the mark stays."""
        self._curves = tuple(curves)
        self._point = -1
        self._read_out.setText(self._labels[0])
        self._draw()

    def curves(self) -> tuple[Curve, ...]:
        """What is shown."""
        return self._curves

    def set_labels(self, x_label: str, y_label: str) -> None:
        """Other names of the axes."""
        self._labels = (x_label, y_label)
        self._point = -1
        self._read_out.setText(x_label)
        self._draw()

    def set_logarithmic(self, is_log: bool) -> None:
        """Whether y grows by factors; what is not above 0 is left out then."""
        self._is_log = is_log
        self._draw()

    def mark(self, x: float | None) -> None:
        """Draws a line where the current step is; None takes it away."""
        if x == self._mark:
            return
        self._mark = x
        self._place_mark()
        self._describe()

    def marked(self) -> float | None:
        """Where the line of the current step is."""
        return self._mark

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        x_label, y_label = map(tell, self._labels)
        self._labels = (x_label, y_label)
        self._curves = tuple(replace(curve, name=tell(curve.name)) for curve in self._curves)
        point = self._point
        self._read_out.setText(
            self._told(float(self._curves[0].x[point])) if point >= 0 else x_label
        )
        self._draw()

    # -- what the user does ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._curves[0].x) if self._curves else 0
        key = event.key()
        if not count or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            # On the screen: also where x falls.
            rises = self._curves[0].x[-1] >= self._curves[0].x[0]
            forward = (key == Qt.Key.Key_Right) == rises
            start = self._point if self._point >= 0 else (-1 if forward else count)
            self._go_to(max(0, min(count - 1, start + (1 if forward else -1))))
        elif key == Qt.Key.Key_Home:
            self._go_to(0)
        elif key == Qt.Key.Key_End:
            self._go_to(count - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._point >= 0:
            self.picked.emit(float(self._curves[0].x[self._point]))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._nearest(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self._nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and point >= 0:
            self._go_to(point)
            self.picked.emit(float(self._curves[0].x[point]))
        else:
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go_to(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(-1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._themes.theme.accent), 1))
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, RADIUS, RADIUS)
            painter.end()

    # -- drawing -----------------------------------------------------------------------------

    @Slot()
    def _draw(self) -> None:
        if not self._curves and self._view is None:
            return
        if self._view is None:
            self._build_view()
        graph = pyqtgraph()
        theme = self._themes.theme
        item = self._view.getPlotItem()
        item.clear()
        self._view.setBackground(theme.panel)
        item.setLogMode(y=self._is_log)
        for side, label in zip(("bottom", "left"), self._labels, strict=True):
            axis = item.getAxis(side)
            axis.setPen(graph.mkPen(theme.line))
            axis.setTextPen(graph.mkPen(theme.secondary))
            # pyqtgraph takes labels for HTML. That of x stands below, in the read-out's place.
            axis.setLabel(html.escape(label) if side == "left" else None)
            # “400 (x0.001)” is harder to read than 0.4. Switching prefixes off would leave the
            # ticks multiplied, so they are kept to an empty range.
            axis.setSIPrefixEnableRanges(((0, 0),))
            axis.updateAutoSIPrefix()
            axis.showLabel(side == "left")
            axis.setStyle(tickFont=self._small_font(), tickLength=4)
        item.showGrid(x=True, y=True, alpha=0.12 if theme.is_dark else 0.18)
        row = curve_colours(theme)
        entries: list[tuple[str, str, str]] = []
        for place, curve in enumerate(self._curves):
            chosen = curve.colour if curve.colour is not None else place
            colour = row[chosen % len(row)]
            entries.append((curve.name, colour, curve.look))
            self._draw_curve(graph, item, curve, colour)
        self._legend.set_entries(entries if len(entries) > 1 else [])
        pen = graph.mkPen(theme.text, width=1.2, style=Qt.PenStyle.DashLine)
        self._mark_line = graph.InfiniteLine(angle=90, pen=pen)
        item.addItem(self._mark_line, ignoreBounds=True)
        self._cursor = graph.ScatterPlotItem(
            size=9, pen=graph.mkPen(theme.text, width=1.5), brush=graph.mkBrush(theme.panel)
        )
        item.addItem(self._cursor, ignoreBounds=True)
        # A view scales itself at its next painting; the mouse may come before.
        item.getViewBox().updateAutoRange()
        self._place_mark()
        self._describe()

    def _draw_curve(self, graph: Any, item: Any, curve: Curve, colour: str) -> None:
        x, y = np.asarray(curve.x, float), np.asarray(curve.y, float)
        if self._is_log:
            x, y = x[y > 0], y[y > 0]
        if curve.look == "bars":
            width = float(np.min(np.abs(np.diff(x)))) if len(x) > 1 else 1.0
            fill = QColor(colour)
            fill.setAlphaF(0.55)
            item.addItem(
                graph.BarGraphItem(
                    x=x, height=y, width=width, brush=fill, pen=graph.mkPen(None), name=None
                )
            )
            return
        style = Qt.PenStyle.DashLine if curve.look == "dashes" else Qt.PenStyle.SolidLine
        has_dots = len(x) <= _MOST_DOTS and curve.look == "line"
        item.plot(
            x,
            y,
            pen=graph.mkPen(colour, width=2, style=style),
            antialias=True,
            symbol="o" if has_dots else None,
            symbolSize=5,
            symbolPen=graph.mkPen(None),
            symbolBrush=graph.mkBrush(colour),
        )

    def _build_view(self) -> None:
        graph = pyqtgraph()
        self._view = graph.PlotWidget(parent=self)
        self._view.setObjectName(f"{self.objectName()}View")
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What the mouse and the wheel do is decided here, not by pyqtgraph's zooming.
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        item = self._view.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.getViewBox().setDefaultPadding(0.03)
        self._column.insertWidget(2, self._view, 1)

    def _place_mark(self) -> None:
        if self._mark_line is None:
            return
        self._mark_line.setVisible(self._mark is not None)
        if self._mark is not None:
            self._mark_line.setValue(self._mark)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.85))
        return font

    # -- reading -----------------------------------------------------------------------------

    def _nearest(self, place: QPointF) -> int:
        """The point of the first curve next to a place of the widget; -1 outside the axes."""
        if self._view is None or not self._curves or not len(self._curves[0].x):
            return -1
        box = self._view.getPlotItem().getViewBox()
        scene = self._view.mapToScene(self._view.mapFrom(self, place.toPoint()))
        if not box.sceneBoundingRect().contains(scene):
            return -1
        x = box.mapSceneToView(scene).x()
        return int(np.argmin(np.abs(np.asarray(self._curves[0].x, float) - x)))

    def _go_to(self, point: int) -> None:
        if point == self._point or self._cursor is None:
            return
        self._point = point
        if point < 0:
            self._cursor.setData([], [])
            self._read_out.setText(self._labels[0])
            return
        x = float(self._curves[0].x[point])
        y = float(self._curves[0].y[point])
        height = np.log10(y) if self._is_log and y > 0 else y
        self._cursor.setData([x], [height])
        self._read_out.setText(self._told(x))
        self._describe()

    def _told(self, x: float) -> str:
        """All curves at a place of the axis, in words."""
        parts = [f"{self._labels[0]} {said(x)}"]
        for curve in self._curves:
            if len(curve.x):
                point = int(np.argmin(np.abs(np.asarray(curve.x, float) - x)))
                parts.append(f"{curve.name or self._labels[1]} {said(float(curve.y[point]))}")
        return " · ".join(parts)

    def _describe(self) -> None:
        """The numbers in words, for those who do not see the curves."""
        sentences = [
            self.tr(
                "{name}: %Ln point(s), from {first} to {last}, least {least}, most {most}.",
                "",
                len(curve.y),
            ).format(
                name=curve.name or self._labels[1],
                first=said(float(curve.y[0])),
                last=said(float(curve.y[-1])),
                least=said(float(min(curve.y))),
                most=said(float(max(curve.y))),
            )
            for curve in self._curves
            if len(curve.y)
        ]
        at = self._mark
        if self._point >= 0 and self._curves:
            at = float(self._curves[0].x[self._point])
        if at is not None and self._curves:
            sentences.append(self.tr("Here: {told}.").format(told=self._told(at)))
        self.setAccessibleDescription(in_sequence(sentences))


class _Legend(QWidget):
    """Names of curves beside a piece of each, in as many lines as they need."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._entries: list[tuple[str, str, str]] = []
        self.hide()

    def set_entries(self, entries: list[tuple[str, str, str]]) -> None:
        """Names, colours and looks."""
        self._entries = entries
        self.setVisible(bool(entries))
        self.setFixedHeight(max(1, len(self._rows())) * (self.fontMetrics().height() + 2))
        self.update()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(max(1, len(self._rows())) * (self.fontMetrics().height() + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self.font())
        height = metrics.height() + 2
        for line, row in enumerate(self._rows()):
            middle = line * height + height / 2
            for left, (name, colour, look) in row:
                if look == "bars":
                    fill = QColor(colour)
                    fill.setAlphaF(0.55)
                    painter.fillRect(QRectF(left, middle - 4, 16, 8), fill)
                else:
                    dashes = Qt.PenStyle.DashLine if look == "dashes" else Qt.PenStyle.SolidLine
                    painter.setPen(QPen(QColor(colour), 2, dashes))
                    painter.drawLine(QPointF(left, middle), QPointF(left + 16, middle))
                painter.setPen(QColor(self._themes.theme.secondary))
                room = QRectF(left + 22, line * height, self.width() - left - 22, height)
                text = metrics.elidedText(
                    name, Qt.TextElideMode.ElideRight, max(0, int(room.width()))
                )
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _rows(self) -> list[list[tuple[int, tuple[str, str, str]]]]:
        metrics = QFontMetrics(self.font())
        rows: list[list[tuple[int, tuple[str, str, str]]]] = [[]]
        left = 0
        for entry in self._entries:
            width = 22 + metrics.horizontalAdvance(entry[0]) + 2 * GAP
            if rows[-1] and left + width > self.width() + 2 * GAP:
                rows.append([])
                left = 0
            rows[-1].append((left, entry))
            left += width
        return rows


def pyqtgraph() -> Any:
    """pyqtgraph, imported at the first call (on the GUI thread), without its exception hook."""
    graph = importlib.import_module("pyqtgraph")
    importlib.import_module("pyqtgraph.exceptionHandling").handler.remove()
    return graph
