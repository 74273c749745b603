"""A 2-D array as colours, with a scale and a read-out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import in_sequence
from sdstudio.gui.theme import GAP, RADIUS, ThemeSource
from sdstudio.gui.xray.colours import colour_table, heat_image, said

_BAR = 10
_MOST_SQUARE = 420
"""Pixels that square cells may be high in all, however wide the dock is."""
_MOST_LABEL = 84
"""Pixels that the name of a row or column may take."""


class Heat(QWidget):
    """A heat map: one cell a number, in viridis, or blue-white-orange around 0.

    With the focus, the arrow keys walk from cell to cell and Enter tells the cell, as a click does.
    Names of rows and columns are shown where they fit; the read-out has them in any case.
    """

    picked = Signal(int, int)
    """Row and column of the cell that was clicked, or that Enter was pressed on."""
    hovered = Signal(int, int)
    """Row and column under the mouse or the cursor; -1 and -1 when there is none any more."""

    def __init__(
        self,
        name: str,
        title: str,
        themes: ThemeSource,
        *,
        diverging: bool = False,
        square: bool = True,
        has_scale: bool = True,
        has_read_out: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``square`` keeps the cells square; otherwise they fill the width. ``name`` becomes the
        objectName; ``title`` stands above it, and may be empty."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title or name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._themes = themes
        self._title = title
        self._diverging = diverging
        self._square = square
        self._has_scale = has_scale
        self._has_read_out = has_read_out
        self._values: npt.NDArray[Any] = np.zeros((0, 0), np.float32)
        self._image = QImage()
        self._low, self._high = 0.0, 1.0
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._axes = ("", "")
        self._cell = (-1, -1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes.changed.connect(self.update)

    # -- what it shows -----------------------------------------------------------------------

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._title = tell(self._title)
        self._rows, self._columns = tuple(map(tell, self._rows)), tuple(map(tell, self._columns))
        row, column = map(tell, self._axes)
        self._axes = (row, column)

    def set_values(
        self,
        values: npt.NDArray[Any],
        *,
        low: float | None = None,
        high: float | None = None,
        rows: Sequence[str] = (),
        columns: Sequence[str] = (),
        axes: tuple[str, str] = ("", ""),
    ) -> None:
        """Shows rows x columns of numbers.

        ``low`` and ``high`` are the ends of the scale; without them those of the numbers, and as
        far below 0 as above where it diverges. ``axes`` says what rows and columns are, for the
        read-out.
        """
        self._values = values
        numbers = values[np.isfinite(values)]
        least = float(numbers.min()) if numbers.size else 0.0
        most = float(numbers.max()) if numbers.size else 1.0
        if self._diverging and low is None and high is None:
            most = max(abs(least), abs(most))
            least = -most
        self._low = least if low is None else low
        self._high = most if high is None else high
        self._rows, self._columns, self._axes = tuple(rows), tuple(columns), axes
        self._image = heat_image(values, self._low, self._high, diverging=self._diverging)
        self._cell = (-1, -1)
        self._describe()
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Nothing."""
        self.set_values(np.zeros((0, 0), np.float32))

    def values(self) -> npt.NDArray[Any]:
        """The numbers shown, rows x columns."""
        return self._values

    def scale(self) -> tuple[float, float]:
        """The numbers at both ends of the colours."""
        return self._low, self._high

    def read_out(self) -> str:
        """The cell under the mouse or the cursor in words; empty without one."""
        row, column = self._cell
        if row < 0:
            return ""
        value = said(float(self._values[row, column]))
        where = [
            self._place(0, row, self._rows),
            self._place(1, column, self._columns),
        ]
        return f"{' · '.join(where)}: {value}"

    # -- what the user does ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        rows, columns = self._values.shape
        if not rows * columns or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in moves:
            row, column = self._cell
            down, right = moves[key]
            self._go_to(
                (max(0, min(rows - 1, row + down)), max(0, min(columns - 1, column + right)))
                if row >= 0
                else (0, 0)
            )
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cell[0] >= 0:
            self.picked.emit(*self._cell)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._cell_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell[0] >= 0:
            self._go_to(cell)
            self.picked.emit(*cell)
        else:
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go_to((-1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to((-1, -1))
        self.update()

    # -- measures ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        width = 280
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, 48)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows, columns = self._shape()
        around = self._top() + self._bottom() + self._column_room()
        if not rows or not columns:
            return around + 48
        if not self._square:
            return around + max(64, min(rows * 16, 560))
        inner = max(1, width - self._row_room() - self._right())
        return around + min(round(inner * rows / columns), 2 * inner, _MOST_SQUARE)

    def _shape(self) -> tuple[int, int]:
        rows, columns = self._values.shape
        return int(rows), int(columns)

    def _top(self) -> int:
        return GAP // 2 + (self.fontMetrics().height() + GAP // 2 if self._title else 0)

    def _bottom(self) -> int:
        return GAP // 2 + (self.fontMetrics().height() + GAP // 2 if self._has_read_out else 0)

    def _right(self) -> int:
        if not self._has_scale:
            return GAP // 2
        return _BAR + 2 * GAP + max(map(self.fontMetrics().horizontalAdvance, self._ends()))

    def _row_room(self) -> int:
        return GAP // 2 + self._label_room(self._rows)

    def _column_room(self) -> int:
        return self._label_room(self._columns)

    def _label_room(self, labels: tuple[str, ...]) -> int:
        if not labels:
            return 0
        longest = max(self.fontMetrics().horizontalAdvance(label) for label in labels)
        return min(longest, _MOST_LABEL) + GAP

    def _area(self) -> QRect:
        """Where the cells are."""
        left, top = self._row_room(), self._top() + self._column_room()
        room = QRect(
            left, top, self.width() - left - self._right(), self.height() - top - self._bottom()
        )
        rows, columns = self._values.shape
        if self._square and rows and columns:
            side = min(room.width() / columns, room.height() / rows)
            room.setSize(QSize(max(1, round(side * columns)), max(1, round(side * rows))))
        return room

    def _cell_at(self, place: QPointF) -> tuple[int, int]:
        area = self._area()
        rows, columns = self._values.shape
        if not rows or not columns or not area.contains(place.toPoint()):
            return -1, -1
        row = int((place.y() - area.top()) * rows / area.height())
        column = int((place.x() - area.left()) * columns / area.width())
        return min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)

    # -- drawing -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        if self._title:
            font = self.font()
            font.setWeight(font.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(theme.text))
            painter.drawText(
                QRect(GAP // 2, GAP // 2, self.width() - GAP, metrics.height()),
                int(Qt.AlignmentFlag.AlignVCenter),
                metrics.elidedText(
                    self._title, Qt.TextElideMode.ElideRight, self.width() - 2 * GAP
                ),
            )
            painter.setFont(self.font())
        if not self._image.isNull():
            self._paint_cells(painter)
            painter.setPen(QColor(theme.secondary))
            self._paint_labels(painter, metrics)
            if self._has_scale:
                self._paint_scale(painter, metrics)
            if self._has_read_out:
                self._paint_read_out(painter, metrics)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, RADIUS, RADIUS)
        painter.end()

    def _paint_cells(self, painter: QPainter) -> None:
        area = self._area()
        ratio = self.devicePixelRatioF()
        is_shrunk = (
            area.width() * ratio < self._image.width()
            or area.height() * ratio < self._image.height()
        )
        if is_shrunk:
            # Averaged, not skipped: of 768 columns in 300 pixels each one counts.
            shrunk = self._image.scaled(
                area.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(area, shrunk)
        else:
            painter.drawImage(area, self._image)
        row, column = self._cell
        if row >= 0:
            rows, columns = self._values.shape
            width, height = area.width() / columns, area.height() / rows
            cell = QRectF(area.left() + column * width, area.top() + row * height, width, height)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor("#000000"), 3))
            painter.drawRect(cell)
            painter.setPen(QPen(QColor("#ffffff"), 1))
            painter.drawRect(cell)

    def _paint_labels(self, painter: QPainter, metrics: QFontMetrics) -> None:
        area = self._area()
        height = metrics.height()
        if self._rows:
            every = max(1, -(-height * self._shape()[0] // max(1, area.height())))
            step = area.height() / max(1, self._shape()[0])
            room = self._row_room() - GAP
            for row in range(0, len(self._rows), every):
                middle = area.top() + (row + 0.5) * step
                painter.drawText(
                    QRectF(GAP // 2, middle - height / 2, room, height),
                    int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                    metrics.elidedText(self._rows[row], Qt.TextElideMode.ElideRight, room),
                )
        if self._columns:
            every = max(1, -(-height * self._shape()[1] // max(1, area.width())))
            step = area.width() / max(1, self._shape()[1])
            room = self._column_room() - GAP
            for column in range(0, len(self._columns), every):
                painter.save()
                foot = QPointF(area.left() + (column + 0.5) * step, area.top() - GAP // 2)
                painter.translate(foot)
                painter.rotate(-90)
                painter.drawText(
                    QRectF(0, -height / 2, room, height),
                    int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                    metrics.elidedText(self._columns[column], Qt.TextElideMode.ElideRight, room),
                )
                painter.restore()

    def _paint_scale(self, painter: QPainter, metrics: QFontMetrics) -> None:
        area = self._area()
        bar = QRect(area.right() + 1 + GAP, area.top(), _BAR, area.height())
        table = np.ascontiguousarray(colour_table(self._diverging)[::-1])
        image = QImage(table.tobytes(), 1, 256, 3, QImage.Format.Format_RGB888).copy()
        painter.drawImage(bar, image)
        low, high = self._ends()
        left, height = bar.right() + GAP // 2, metrics.height()
        painter.drawText(QPoint(left, bar.top() + metrics.ascent()), high)
        if bar.height() > 2 * height:
            painter.drawText(QPoint(left, bar.bottom() - metrics.descent()), low)
        if self._diverging and self._low == -self._high and bar.height() > 4 * height:
            middle = bar.center().y() + (metrics.ascent() - metrics.descent()) // 2
            painter.drawText(QPoint(left, middle), "0")

    def _paint_read_out(self, painter: QPainter, metrics: QFontMetrics) -> None:
        rows, columns = self._values.shape
        text = self.read_out() or f"{rows} × {columns}"
        top = self._area().bottom() + 1 + GAP // 2
        room = QRect(self._row_room(), top, self.width() - self._row_room() - GAP // 2, 0)
        painter.drawText(
            room.adjusted(0, 0, 0, metrics.height()),
            int(Qt.AlignmentFlag.AlignVCenter),
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()),
        )

    # -- words -------------------------------------------------------------------------------

    def _ends(self) -> tuple[str, str]:
        return said(float(f"{self._low:.3g}")), said(float(f"{self._high:.3g}"))

    def _place(self, axis: int, index: int, labels: tuple[str, ...]) -> str:
        name = labels[index] if index < len(labels) else str(index)
        return f"{self._axes[axis]} {name}".strip()

    def _go_to(self, cell: tuple[int, int]) -> None:
        if cell != self._cell:
            self._cell = cell
            self._describe()
            self.hovered.emit(*cell)
            self.update()

    def _describe(self) -> None:
        """The numbers in words, for those who do not see the colours."""
        numbers = self._values[np.isfinite(self._values)]
        if not numbers.size:
            self.setAccessibleDescription("")
            return
        rows, columns = self._values.shape
        text = self.tr("{rows} × {columns} numbers, from {low} to {high}, mean {mean}.").format(
            rows=rows,
            columns=columns,
            low=said(float(numbers.min())),
            high=said(float(numbers.max())),
            mean=said(float(numbers.mean())),
        )
        self.setAccessibleDescription(in_sequence((text, self.read_out())))
