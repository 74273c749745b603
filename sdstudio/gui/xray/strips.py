"""Two denoisings under each other, step under step."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdstudio.gui.theme import GAP, RADIUS, ThemeSource

_LEAST_TILE, _MOST_TILE = 52, 96
_SPACE = 4


class PairedStrips(QWidget):
    """As many steps of two runs as there is room for, evenly chosen, the first and last among them.

    Left and Right walk through them. A line stands where the two part. GUI thread only.
    """

    wanted = Signal()
    """Other steps are in sight than before: ``missing`` may have changed."""
    walked = Signal(int)
    """The step that the cursor went to."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareStrips")
        self.setAccessibleName(self.tr("Steps of both runs"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._themes = themes
        self._runs = ("", "")
        self._names = ("", "")
        self._steps: tuple[int, ...] = ()
        self._parted_at: int | None = None
        self._step = 0
        self._images: dict[tuple[str, int], QImage] = {}
        themes.changed.connect(self.update)

    # -- what it shows -----------------------------------------------------------------------

    def set_runs(self, runs: tuple[str, str], names: tuple[str, str]) -> None:
        """Other runs, by their ids; pictures of runs that are still there stay."""
        self._names = names
        if runs != self._runs:
            self._runs = runs
            self._images = {key: image for key, image in self._images.items() if key[0] in runs}
            self._steps = ()
            self._parted_at = None
        self.update()

    def runs(self) -> tuple[str, str]:
        """The ids of the runs; empty before there are any."""
        return self._runs

    def set_steps(self, steps: tuple[int, ...], parted_at: int | None) -> None:
        """The steps that both have, and the first at which they differ."""
        self._steps, self._parted_at = steps, parted_at
        if self._step not in steps:
            self._step = 0
        self.updateGeometry()
        self.update()
        self.wanted.emit()

    def set_image(self, run: str, step: int, image: QImage) -> None:
        """The picture of a step."""
        if run in self._runs:
            self._images[run, step] = image
            self.update()

    def image(self, run: str, step: int) -> QImage | None:
        """The picture of a step; None while it is not here."""
        return self._images.get((run, step))

    def in_sight(self) -> list[int]:
        """The steps that have a place, in order."""
        count = len(self._steps)
        room = max(2, (self.width() + _SPACE) // (_LEAST_TILE + _SPACE))
        if count <= room:
            return list(self._steps)
        places = {round(place * (count - 1) / (room - 1)) for place in range(room)}
        return [self._steps[place] for place in sorted(places)]

    def missing(self, run: str) -> list[int]:
        """The steps in sight whose pictures of a run are not here."""
        return [step for step in self.in_sight() if (run, step) not in self._images]

    # -- measures ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        line = self._line()
        return QSize(320, round(2 * (self._tile() + line + GAP) + line))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _line(self) -> int:
        """Room for a name, which may be in a script whose font is taller."""
        return self.fontMetrics().height() + GAP // 2

    def _tile(self) -> float:
        count = max(1, len(self.in_sight()))
        return min(_MOST_TILE, max(8.0, (self.width() - (count - 1) * _SPACE) / count))

    def _step_at(self, x: float) -> int:
        steps = self.in_sight()
        place = int(x / (self._tile() + _SPACE))
        return steps[place] if 0 <= place < len(steps) else 0

    # -- what the user does ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = self.in_sight()
        key = event.key()
        if not steps or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        place = steps.index(self._step) if self._step in steps else -1
        if key == Qt.Key.Key_Left:
            self._go_to(steps[max(0, place - 1)])
        elif key == Qt.Key.Key_Right:
            self._go_to(steps[min(len(steps) - 1, place + 1)])
        elif key == Qt.Key.Key_Home:
            self._go_to(steps[0])
        elif key == Qt.Key.Key_End:
            self._go_to(steps[-1])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event.position().x())
        if step and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(step)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        if event.size().width() != event.oldSize().width():
            self.wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.wanted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, step: int) -> None:
        if step != self._step:
            self._step = step
            self.update()
            self.walked.emit(step)

    # -- drawing -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        metrics = self.fontMetrics()
        line, tile = self._line(), self._tile()
        steps = self.in_sight()
        for row, (run, name) in enumerate(zip(self._runs, self._names, strict=True)):
            top = row * (tile + line + GAP)
            painter.setPen(QColor(theme.secondary))
            painter.drawText(
                QRectF(0, top, self.width(), line),
                int(Qt.AlignmentFlag.AlignVCenter),
                metrics.elidedText(name, Qt.TextElideMode.ElideRight, self.width()),
            )
            for place, step in enumerate(steps):
                room = QRectF(place * (tile + _SPACE), top + line, tile, tile)
                image = self._images.get((run, step))
                if image is None or image.isNull():
                    painter.fillRect(room, QColor(theme.canvas))
                    continue
                size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
                target = QRectF(0, 0, size.width(), size.height())
                target.moveCenter(room.center())
                painter.drawImage(target, image)
        top = 2 * (tile + line + GAP) - GAP + _SPACE
        for place, step in enumerate(steps):
            room = QRectF(place * (tile + _SPACE), 0, tile, top)
            is_here = step == self._step
            painter.setPen(QColor(theme.text if is_here else theme.secondary))
            painter.drawText(
                QRectF(room.left(), top, tile, line), int(Qt.AlignmentFlag.AlignHCenter), str(step)
            )
            if is_here:
                painter.setPen(QPen(QColor(theme.accent), 2))
                for row in range(2):
                    left, edge = room.left() + 1, row * (tile + line + GAP) + line + 1
                    painter.drawRect(QRectF(left, edge, tile - 2, tile - 2))
        self._paint_parting(painter, steps, tile, top)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 1))
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, RADIUS, RADIUS)
        painter.end()

    def _paint_parting(
        self, painter: QPainter, steps: list[int], tile: float, height: float
    ) -> None:
        if self._parted_at is None or not steps or self._parted_at <= steps[0]:
            return
        after = [place for place, step in enumerate(steps) if step >= self._parted_at]
        if after:
            x = after[0] * (tile + _SPACE) - _SPACE / 2
            painter.setPen(QPen(QColor(self._themes.theme.warning), 2, Qt.PenStyle.DashLine))
            painter.drawLine(round(x), self._line(), round(x), round(height))
