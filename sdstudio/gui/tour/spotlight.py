"""A frame around what the tour points at, which goes where that goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sdstudio.gui.theme import GAP, ThemeSource

_MARGIN = 5
"""Pixels of the frame outside of what it frames."""
_LINE = 2.0
_MOVES = {
    *(QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide),
    *(QEvent.Type.ParentChange, QEvent.Type.LayoutRequest),
}


class Spotlight(QWidget):
    """Takes no clicks and darkens nothing. GUI thread only."""

    moved = Signal()
    """What it frames is somewhere else now, or out of sight; see ``framed``."""

    def __init__(self, themes: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tourSpotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._themes = themes
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        # Once per turn of the event loop, however many widgets move.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow)
        themes.changed.connect(self.update)
        self.hide()

    def point_at(self, target: QWidget | None) -> None:
        """Frames a widget from now on; None for nothing."""
        if self._target is not None:
            self._target.destroyed.disconnect(self._lost)
        self._target = target
        if target is not None:
            target.destroyed.connect(self._lost)
        self._watch()
        self._follow()

    def framed(self) -> QRect:
        """What is framed, in the window's coordinates; empty where nothing of it is in sight."""
        target = self._target
        if target is None or not target.isVisible():
            return QRect()
        # By the screen: a dock that floats is a window of its own.
        corner = self._window.mapFromGlobal(target.mapToGlobal(target.rect().topLeft()))
        return QRect(corner, target.size()).intersected(self._window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._soon.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._themes.theme.accent)
        half = _LINE / 2
        painter.setPen(QPen(colour, _LINE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), GAP, GAP)
        painter.end()

    def _watch(self) -> None:
        """The target and all it lies in: it moves when they do, and is not told."""
        for before in self._watched:
            before.removeEventFilter(self)
        self._watched = []
        widget: QWidget | None = self._target
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    @Slot()
    def _lost(self) -> None:
        self._target = None
        self._watched = []
        self._soon.start()

    @Slot()
    def _follow(self) -> None:
        rect = self.framed()
        if rect.isEmpty():
            self.hide()
        else:
            inside = rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            self.setGeometry(inside.intersected(self._window.rect()))
            self.show()
            self.raise_()
        self.moved.emit()
