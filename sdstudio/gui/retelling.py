"""Windows that are open, told again in another language: every text at once, and nothing else.

A window keeps no record of which text of the catalogue it shows where. It need not: the catalogue
of the language in use says what a text on the screen was translated from, and so what it is in the
other language. Where a text was filled in, its template is found as a pattern, and the values go
from the one into the other. What cannot be told so, because it is put together or painted from what
was kept, is told again by its owner: see ``Retold``.

What users have written must stay as it is: see ``labels.mark_users_text``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Protocol, runtime_checkable
from xml.etree import ElementTree

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
    without_key,
)

_PLACE = re.compile(r"\{(\w*)(?:![rs])?(?::[^}]*)?\}|%L?n")
_WITH_KEYS = re.compile(r"(?P<text>.+) \((?P<keys>[^()]+)\)", re.DOTALL)
_USERS = frozenset(
    (
        *("end", "example", "file", "folder", "label", "model", "name", "names", "path", "picture"),
        *("program", "prompt", "query", "tag", "tags", "text", "typed", "word", "words"),
    )
)
"""Values that come from the user, by their names in the templates; they stay as they are."""
_TELLING = 4
"""Letters of its own that a template needs to be found in texts of other parts of the window.

“{first} and {last}” would else be found in any sentence.
"""
_QTS_OWN = (
    *(("QDockWidget", "Close"), ("QDockWidget", "Closes the dock widget")),
    *(("QDockWidget", "Float"), ("QDockWidget", "Undocks and re-attaches the dock widget")),
)
"""Texts of Qt that it does not tell again by itself."""
_BETWEEN = ("\n", " · ")
"""What stands between texts that are shown one after the other."""
_CUT = re.compile(r"(?<=[^\w\s,;:])\s+|(?<=[。！？])")
"""Where one sentence may end and another begin."""


Tell = Callable[[str], str]


@runtime_checkable
class Retold(Protocol):
    """An object that puts texts together from others, or keeps what it paints."""

    def retell(self, tell: Tell) -> None:
        """Sets such texts again, after all others have been told in the other language.

        ``tell`` gives a text that was kept in the old language in the new one.
        """


@dataclass(frozen=True, kw_only=True)
class Template:
    """A text with places for values, as it was in the old language: ``form``.

    ``longest`` is the longest part of its own; ``weight`` is how many letters of its own it has.
    """

    context: str
    source: str
    form: str
    longest: str
    weight: int
    is_counted: bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds it where it is filled in."""
        pattern, end, seen = "", 0, set()
        for place in _PLACE.finditer(self.form):
            pattern += re.escape(self.form[end : place.start()])
            name = place[1] or "_n"
            # A value of ours is one thing; several are put together with what parts them.
            value = r"\d[\d.,\s]*" if name == "_n" else ".+?" if name in _USERS else r"[^\n·]+?"
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{value})"
            seen.add(name)
            end = place.end()
        return re.compile(pattern + re.escape(self.form[end:]), re.DOTALL)

    def filled(self, values: Mapping[str, str]) -> str:
        """The text in the language in use, with these values."""
        if self.is_counted:
            # A form for one may say it in words.
            count = int("".join(filter(str.isdigit, values.get("_n", "1"))))
            text = QCoreApplication.translate(self.context, self.source, "", count)
        else:
            text = QCoreApplication.translate(self.context, self.source)
        return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)


class Retelling:
    """From one language to another. Made while the old one is in use, used when the new one is."""

    def __init__(self, folder: Path, old: str, new: str) -> None:
        """``old`` and ``new`` are codes of catalogues in ``folder``."""
        self._exact: dict[str, list[tuple[str, str]]] = {}
        self._templates: list[Template] = []
        self._contexts: dict[int, tuple[str, ...]] = {}
        self._known: dict[tuple[str, tuple[str, ...]], str] = {}
        words = {(one.context, one.source): one.forms for one in read_catalogue(folder, old)}
        # English is the source, so its own catalogue has plural forms alone.
        every = read_catalogue(folder, new if old == "en" else old)
        for one in every:
            forms = words.get((one.context, one.source)) or (one.source,)
            self._learn(one.context, one.source, forms, one.is_counted)
        for context, source in _QTS_OWN:
            told = QCoreApplication.translate(context, source)
            self._exact.setdefault(told, []).append((context, source))
        self._templates.sort(key=lambda one: -one.weight)

    def _learn(self, context: str, source: str, forms: Iterable[str], is_counted: bool) -> None:
        for form in forms:
            if is_counted or _PLACE.search(source):
                # One of signs alone would be found in anything; its owner tells it again.
                if any(letter.isalpha() for letter in _PLACE.sub("", form)):
                    self._templates.append(_template(context, source, form, is_counted))
            else:
                self._exact.setdefault(form, []).append((context, source))
                if "&" in form:
                    self._exact.setdefault(without_key(form), []).append((context, source))

    def retell(self, roots: Sequence[QObject]) -> None:
        """Tells ``roots`` and everything below them in the new language."""
        found: dict[int, QObject] = {}
        for root in roots:
            for one in (root, *root.findChildren(QObject)):
                found.setdefault(id(one), one)
        self._contexts.clear()
        # All are read before the first is set: a menu and its action show the same text.
        changes = [
            (setter, told)
            for one in found.values()
            for text, setter in texts_of(one)
            if text and (told := self.translated(text, self._contexts_of(one))) != text
        ]
        for setter, told in changes:
            setter(told)
        for one in found.values():
            if isinstance(one, Retold):
                one.retell(partial(self.translated, contexts=self._contexts_of(one)))
        for one in found.values():
            if isinstance(one, QWidget):
                one.update()

    def _contexts_of(self, one: QObject) -> tuple[str, ...]:
        """The classes of an object and of all that it belongs to, the nearest first."""
        if id(one) not in self._contexts:
            own = dict.fromkeys(kind.__name__ for kind in type(one).__mro__)
            holder = one.parent()
            above = self._contexts_of(holder) if holder is not None else ()
            self._contexts[id(one)] = tuple(dict.fromkeys((*own, *above)))
        return self._contexts[id(one)]

    def translated(self, text: str, contexts: tuple[str, ...]) -> str:
        """``text`` in the new language, or as it is where the old one has no such text.

        Of equal texts that one counts whose context comes first in ``contexts``.
        """
        key = (text, contexts)
        if key not in self._known:
            self._known[key] = self._find(text, contexts)
        return self._known[key]

    def _find(self, text: str, contexts: tuple[str, ...]) -> str:
        if not any(letter.isalpha() for letter in text):
            return text
        # In its own part of the window first: “Open… (Ctrl+O)” may be one text or two there.
        for within in (contexts, None):
            told = self._find_exact(text, within) or self._find_with_keys(text, within)
            if told is not None:
                return told
        told = self._find_filled(text, contexts)
        if told is not None:
            return told
        for between in _BETWEEN:
            if between in text:
                parts = text.split(between)
                return between.join(self.translated(part, contexts) for part in parts)
        return self._find_sentences(text, contexts)

    def _find_exact(self, text: str, within: tuple[str, ...] | None) -> str | None:
        """``text`` as it is in the catalogue; of the nearest of some contexts, or of any."""
        there = self._exact.get(text, ())
        if within is not None:
            there = [one for one in there if one[0] in within]
        if not there:
            return None
        context, source = min(there, key=lambda one: _distance(within or (), one[0]))
        told = QCoreApplication.translate(context, source)
        return told if "&" in text else without_key(told) if "&" in source else told

    def _find_with_keys(self, text: str, within: tuple[str, ...] | None) -> str | None:
        match = _WITH_KEYS.fullmatch(text)
        told = self._find_exact(match["text"], within) if match else None
        if match is None or told is None:
            return None
        keys = self._find_exact(match["keys"], within) if within else None
        return f"{told} ({keys or match['keys']})"

    def _find_filled(self, text: str, contexts: tuple[str, ...]) -> str | None:
        fitting = [
            (one, match)
            for one in self._templates
            if one.longest in text
            and (one.weight >= _TELLING or one.context in contexts)
            and (match := one.pattern.fullmatch(text))
        ]
        if not fitting:
            return None
        template, match = min(fitting, key=lambda one: _distance(contexts, one[0].context))
        values = {
            name: value if name in _USERS else self.translated(value, contexts)
            for name, value in match.groupdict().items()
        }
        return template.filled(values)

    def _find_sentences(self, text: str, contexts: tuple[str, ...]) -> str:
        """What is wrong and what to do stand one after the other, of several sentences each."""
        for cut in _CUT.finditer(text):
            told = [
                self._find_exact(part, None) or self._find_filled(part, contexts)
                for part in (text[: cut.start()], text[cut.end() :])
            ]
            if None not in told:
                first, second = told
                row = QCoreApplication.translate("errors", "{first} {second}")
                return row.format(first=first, second=second)
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    context: str
    source: str
    forms: tuple[str, ...]
    is_counted: bool


def read_catalogue(folder: Path, code: str) -> list[_Entry]:
    """What is in a language's catalogue; ``forms`` is empty where a text is not translated."""
    found: list[_Entry] = []
    for context in ElementTree.parse(folder / f"sdstudio_{code}.ts").getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            told = message.find("translation")
            texts: list[str | None] = []
            if told is not None:
                texts = [form.text for form in told.iter("numerusform")] or [told.text]
            found.append(
                _Entry(
                    context=name,
                    source=message.findtext("source", ""),
                    forms=tuple(text for text in texts if text),
                    is_counted=message.get("numerus") == "yes",
                )
            )
    return found


def _template(context: str, source: str, form: str, is_counted: bool) -> Template:
    own = _PLACE.split(form)[::2]  # between them stand the names
    return Template(
        context=context,
        source=source,
        form=form,
        longest=max(own, key=len),
        weight=sum(letter.isalpha() for part in own for letter in part),
        is_counted=is_counted,
    )


def _distance(contexts: tuple[str, ...], context: str) -> int:
    return contexts.index(context) if context in contexts else len(contexts)


Told = tuple[str, Callable[[str], Any]]


def texts_of(one: QObject) -> Iterator[Told]:
    """The texts of a widget or an action that may be ours, each with what sets it."""
    if isinstance(one, QAction):
        yield from _action_texts(one)
    if not isinstance(one, QWidget):
        return
    yield one.accessibleName(), one.setAccessibleName
    described, tooltip = one.accessibleDescription(), tooltip_text(one.toolTip())
    if not (has_users_text(one) and described == tooltip):
        yield described, one.setAccessibleDescription
    if has_users_text(one):
        return
    yield one.windowTitle(), one.setWindowTitle
    # That of an action shows the action's.
    if not (isinstance(one, QToolButton) and one.defaultAction() in one.actions()):
        yield tooltip, partial(set_tooltip, one)
        yield from _own_texts(one)


def _action_texts(action: QAction) -> Iterator[Told]:
    if has_users_text(action):
        return
    # Where it has no tooltip of its own, Qt makes one of the text.
    if action.toolTip().startswith("<qt>"):
        yield tooltip_text(action.toolTip()), partial(set_tooltip, action)
    yield action.text(), action.setText


def _own_texts(one: QWidget) -> Iterator[Told]:
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
