"""The card of the tour: a few sentences beside what they are about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.theme import GAP
from sdstudio.gui.tour.steps import TourStep

WIDTH = 344
_EDGE = 2 * GAP
"""Pixels between the card and what it points at, or the window's edge."""


class TourCard(QFrame):
    """Lies on the window and blocks none of it. Enter goes on, Esc ends. GUI thread only."""

    next_wanted = Signal()
    back_wanted = Signal()
    end_wanted = Signal()
    language_changed = Signal()
    """What it says has to be told anew."""
    resized = Signal()

    def __init__(self, icons: IconSet, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tourCard")
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(WIDTH)
        self._title = PlainLabel("", role="heading", wrap=True)
        self._title.setObjectName("tourTitle")
        self._text = PlainLabel("", wrap=True)
        self._text.setObjectName("tourText")
        self._count = PlainLabel("", role="hint")
        self._count.setObjectName("tourCount")
        self.close_button = QToolButton()
        self.close_button.setObjectName("tourCloseButton")
        self.close_button.setProperty("look", "quiet")
        icons.attach(self.close_button, "close")
        self.back_button = QPushButton()
        self.back_button.setObjectName("tourBackButton")
        self.back_button.setProperty("look", "quiet")
        self.next_button = QPushButton()
        self.next_button.setObjectName("tourNextButton")
        self.next_button.setProperty("look", "forward")
        for button, signal in (
            (self.close_button, self.end_wanted),
            (self.back_button, self.back_wanted),
            (self.next_button, self.next_wanted),
        ):
            button.clicked.connect(signal)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, GAP + GAP // 2, GAP + GAP // 2, GAP + GAP // 2)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addSpacing(GAP // 2)
        layout.addLayout(foot)
        self._name_buttons(is_last=False)
        self.hide()

    def show_step(self, step: TourStep, number: int, total: int) -> None:
        """Shows a step, the ``number``-th of ``total``, counted from 1."""
        self._title.setText(step.title)
        self._text.setText(step.text)
        count = self.tr("{number} of {total}").format(number=number, total=total)
        self._count.setText(count)
        self._name_buttons(is_last=number == total)
        self.back_button.setEnabled(number > 1)
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(f"{step.text} {count}")
        self.setFixedHeight(self.height_needed())
        if self.isVisible() and QAccessible.isActive():
            words = f"{step.title}. {step.text} {count}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def height_needed(self) -> int:
        """In pixels, at the card's own width."""
        layout = self.layout()
        return 0 if layout is None else layout.totalHeightForWidth(WIDTH)

    def _name_buttons(self, *, is_last: bool) -> None:
        close = self.tr("End the tour")
        self.close_button.setAccessibleName(close)
        set_tooltip(self.close_button, close)
        forward = self.tr("&Done") if is_last else self.tr("&Next")
        for button, label in ((self.back_button, self.tr("&Back")), (self.next_button, forward)):
            button.setText(label)
            button.setAccessibleName(label.replace("&", ""))

    def event(self, event: QEvent) -> bool:
        # Else the window's own Esc would stop the run instead.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.end_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.resized.emit()


def place_for(card: QSize, target: QRect, room: QRect) -> QRect:
    """Where a card goes: beside ``target``, within ``room``, and over it only if it must.

    ``target`` may be empty: then the card stands in the lower left of the room.
    """
    rect = QRect(room.topLeft(), card)
    if target.isEmpty():
        rect.moveBottomLeft(room.bottomLeft())
        return rect
    top = target.top() + min(_EDGE, max(0, target.height() - card.height()))
    beside = (
        (target.left() - card.width() - _EDGE, top),
        (target.right() + 1 + _EDGE, top),
        (target.center().x() - card.width() // 2, target.top() - card.height() - _EDGE),
        (target.center().x() - card.width() // 2, target.bottom() + 1 + _EDGE),
    )
    for left, above in beside:
        rect.moveTo(left, above)
        inside = _moved_into(rect, room)
        if not inside.intersects(target):
            return inside
    rect.moveBottomLeft(target.bottomLeft())
    return _moved_into(rect, room)


def _moved_into(rect: QRect, room: QRect) -> QRect:
    moved = QRect(rect)
    moved.moveLeft(max(room.left(), min(rect.left(), room.right() + 1 - rect.width())))
    moved.moveTop(max(room.top(), min(rect.top(), room.bottom() + 1 - rect.height())))
    return moved
