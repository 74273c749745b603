"""Buttons with an icon alone, for windows that are worked by keys without Ctrl."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from sdstudio.gui.icons import IconSet
from sdstudio.gui.keys import with_keys
from sdstudio.gui.labels import set_tooltip


def icon_button(name: str, text: str, key: str, icon: str, icons: IconSet) -> QToolButton:
    """A quiet button; ``key`` is what its window does the same by, if any, for the tooltip."""
    button = QToolButton()
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setProperty("look", "quiet")
    # Reached by Tab, but a click leaves the keys with the picture.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_tooltip(button, with_keys(text, key))
    icons.attach(button, icon)
    return button
