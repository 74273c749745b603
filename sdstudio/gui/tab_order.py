"""The order in which Tab goes through a window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def followers(start: QWidget) -> Iterator[QWidget]:
    """The other widgets of its window in the order of Tab, with those that Tab passes by."""
    one = start.nextInFocusChain()
    while one is not None and one is not start:
        yield one
        one = one.nextInFocusChain()


def set_tab_order(*parts: QWidget) -> None:
    """Lets Tab go through these one after the other; within each the order stays as it is.

    They are parts of one window, none within another. Qt's own order is that of making, and its
    ``setTabOrder`` moves one widget, not what it holds.
    """
    inside: dict[QWidget, list[QWidget]] = {part: [part] for part in parts}
    for one in followers(parts[0]):
        for part, widgets in inside.items():
            if part.isAncestorOf(one):
                widgets.append(one)
    # Widgets that take no focus cannot be moved, nor others to them.
    order = [
        one for part in parts for one in inside[part] if one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    for before, after in pairwise(order):
        QWidget.setTabOrder(before, after)
