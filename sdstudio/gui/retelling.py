"""Windows that are open, told again in another language: every text at once, and nothing else.

A window keeps no record of which text of the catalogue it shows where. It need not: the catalogue
of the language in use says what a text on the screen was translated from, and so what it is in the
other language (``text_index.py``). What cannot be told so, because it is put together or painted
from what was kept, is told again by its owner: see ``retold.py``.

All goes by way of English, the language of the sources, in which no two texts are the same. What a
text is in English is remembered, since two may be the same in the next language and not in the
one after it.

What users have written must stay as it is: see ``labels.mark_users_text``.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QStatusBar,
    QTabBar,
    QTableWidget,
    QToolButton,
    QWidget,
)

from sdstudio.gui.labels import (
    escaped_tooltip,
    has_users_text,
    set_tooltip,
    tooltip_text,
)
from sdstudio.gui.retold import Retold
from sdstudio.gui.text_index import KEYS, Entry, TextIndex, read_catalogue

_QTS_OWN = (
    *(("QDockWidget", "Close"), ("QDockWidget", "Closes the dock widget")),
    *(("QDockWidget", "Float"), ("QDockWidget", "Undocks and re-attaches the dock widget")),
)
"""Texts of Qt that it does not tell again by itself."""
_KEY_NAMES = (
    *("Ctrl", "Shift", "Alt", "Meta", "Return", "Enter", "Space", "Esc", "Tab", "Backspace"),
    *("Del", "Ins", "Home", "End", "PgUp", "PgDown", "Up", "Down", "Left", "Right"),
    *(f"F{number}" for number in range(1, 13)),
)
_ENGLISH = "en"


class Told(str):
    """A text that was told in another language, and what it is in English."""

    english: str

    def __new__(cls, text: str, english: str) -> Told:
        told = super().__new__(cls, text)
        told.english = english
        return told


Memory = weakref.WeakKeyDictionary[QObject, dict[int, Told]]
"""What objects were told, by the number of the text in ``texts_of``."""


class Retelling:
    """From one language to another. Made while the old one is in use, used when the new one is."""

    def __init__(self, folder: Path, old: str, new: str, memory: Memory) -> None:
        """``old`` and ``new`` are codes of catalogues in ``folder``; ``memory`` is for the next."""
        self._memory = memory
        self._contexts: dict[int, tuple[str, ...]] = {}
        self._to_english: TextIndex | None = None
        self._from_english: TextIndex | None = None
        english = {(one.context, one.source): one.forms for one in read_catalogue(folder, _ENGLISH)}

        def in_english(context: str, source: str, count: int) -> str:
            # Its own catalogue has plural forms alone: one, and many.
            forms = english.get((context, source), ())
            return forms[count != 1] if len(forms) == 2 else source

        if old != _ENGLISH:
            qts_own = (
                replace(one, forms=(_in_use(one.context, one.source, -1),)) for one in _of_qt()
            )
            self._to_english = TextIndex((*read_catalogue(folder, old), *qts_own), in_english)
        if new != _ENGLISH:
            texts = (
                replace(one, forms=english.get((one.context, one.source), ()))
                for one in read_catalogue(folder, new)
            )
            self._from_english = TextIndex((*texts, *_of_qt()), _in_use)

    def retell(self, roots: Sequence[QObject]) -> None:
        """Tells ``roots`` and everything below them in the new language."""
        found: dict[int, QObject] = {}
        for root in roots:
            for one in (root, *root.findChildren(QObject)):
                found.setdefault(id(one), one)
        self._contexts.clear()
        # All are read before the first is set: a menu and its action show the same text.
        changes = [
            (setter, text, told)
            for one in found.values()
            for text, setter, told in self._told_of(one)
        ]
        for setter, text, told in changes:
            if told != text:
                setter(told)
        for one in found.values():
            if isinstance(one, Retold):
                one.retell(partial(self._tell, contexts=self._contexts_of(one)))
        for one in found.values():
            if isinstance(one, QWidget):
                one.update()

    def _told_of(self, one: QObject) -> Iterator[tuple[str, Callable[[str], Any], str]]:
        before = self._memory.get(one, {})
        now: dict[int, Told] = {}
        for number, (text, setter) in enumerate(texts_of(one)):
            if text:
                # Another text may have come since.
                known = before.get(number)
                if known != text:
                    known = None
                now[number] = self._tell(known or text, self._contexts_of(one))
                yield text, setter, str(now[number])
        if now:
            self._memory[one] = now

    def _tell(self, text: str, contexts: tuple[str, ...]) -> Told:
        """``text`` in the new language, or as it is where the catalogue has no such text."""
        english = str(text)
        if isinstance(text, Told):
            english = text.english
        elif self._to_english is not None:
            english = self._to_english.find(text, contexts)
        told = english
        if self._from_english is not None:
            told = self._from_english.find(english, contexts)
        return Told(told, english)

    def _contexts_of(self, one: QObject) -> tuple[str, ...]:
        """The classes of an object and of all that it belongs to, the nearest first."""
        if id(one) not in self._contexts:
            own = dict.fromkeys(kind.__name__ for kind in type(one).__mro__)
            # What stands for a part elsewhere is named after it: “stepPaneButton”.
            words = re.findall(r"[A-Z]?[a-z]+", one.objectName())
            name = ""
            for word in words:
                name += word.capitalize()
                own.setdefault(name)
            holder = one.parent()
            above = self._contexts_of(holder) if holder is not None else ()
            self._contexts[id(one)] = tuple(dict.fromkeys((*own, *above)))
        return self._contexts[id(one)]


def _of_qt() -> Iterator[Entry]:
    for context, source in (*_QTS_OWN, *((KEYS, name) for name in _KEY_NAMES)):
        yield Entry(context=context, source=source, forms=(), is_counted=False)


def _in_use(context: str, source: str, count: int) -> str:
    return QCoreApplication.translate(context, source, "", count)


Text = tuple[str, Callable[[str], Any]]


def texts_of(one: QObject) -> Iterator[Text]:
    """The texts of a widget or an action that may be ours, each with what sets it."""
    if isinstance(one, QAction):
        yield from _action_texts(one)
    if not isinstance(one, QWidget):
        return
    if not has_users_text(one, in_name=True):
        yield one.accessibleName(), one.setAccessibleName
    # Of a combo box, only what can be chosen is the user's.
    if isinstance(one, QComboBox) or not has_users_text(one):
        yield one.accessibleDescription(), one.setAccessibleDescription
    if has_users_text(one):
        return
    yield one.windowTitle(), one.setWindowTitle
    # That of an action shows the action's.
    if not (isinstance(one, QToolButton) and one.defaultAction() in one.actions()):
        yield tooltip_text(one.toolTip()), partial(set_tooltip, one)
        yield from _own_texts(one)


def _action_texts(action: QAction) -> Iterator[Text]:
    if has_users_text(action):
        return
    # Where it has no tooltip of its own, Qt makes one of the text.
    if action.toolTip().startswith("<qt>"):
        yield tooltip_text(action.toolTip()), partial(set_tooltip, action)
    yield action.text(), action.setText
    # Ours have one of their own; that of another follows its text.
    if action.objectName():
        yield action.iconText(), action.setIconText


def _own_texts(one: QWidget) -> Iterator[Text]:
    if isinstance(one, QAbstractButton | QLabel):
        yield one.text(), one.setText
    match one:
        case QLineEdit() | QPlainTextEdit():
            yield one.placeholderText(), one.setPlaceholderText
        case QGroupBox() | QMenu():
            yield one.title(), one.setTitle
        case QProgressBar():
            yield one.format(), one.setFormat
        case QStatusBar():
            yield one.currentMessage(), one.showMessage
        case QComboBox():
            for index in range(one.count()):
                yield one.itemText(index), partial(one.setItemText, index)
                if tip := one.itemData(index, Qt.ItemDataRole.ToolTipRole):
                    yield tooltip_text(tip), partial(_set_item_tooltip, one, index)
        case QAbstractSpinBox():
            yield one.specialValueText(), one.setSpecialValueText
            if isinstance(one, QSpinBox | QDoubleSpinBox):
                yield one.prefix(), one.setPrefix
                yield one.suffix(), one.setSuffix
        case QTabBar():
            for index in range(one.count()):
                yield one.tabText(index), partial(one.setTabText, index)
                yield (
                    tooltip_text(one.tabToolTip(index)),
                    partial(_set_tab_tooltip, one, index),
                )
        case QTableWidget():
            for column in range(one.columnCount()):
                if heading := one.horizontalHeaderItem(column):
                    yield heading.text(), heading.setText
        case QListWidget():
            for row in range(one.count()):
                yield one.item(row).text(), one.item(row).setText


def _set_tab_tooltip(bar: QTabBar, index: int, text: str) -> None:
    bar.setTabToolTip(index, escaped_tooltip(text))


def _set_item_tooltip(combo: QComboBox, index: int, text: str) -> None:
    combo.setItemData(index, escaped_tooltip(text), Qt.ItemDataRole.ToolTipRole)
