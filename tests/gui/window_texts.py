"""All that windows say, for comparing what they say in one language with another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from sdstudio.gui.labels import ElidedLabel
from sdstudio.gui.retelling import texts_of

Texts = dict[tuple[str, str], str]
"""What is said, by the path of the widget and what of it says so."""
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_MOST_ROWS = 60


def window_texts(window: QWidget) -> Texts:
    """Everything said in a window and those that belong to it, seen or not, and kept to be painted.

    Numbers and what is new in every run are the same sign.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = dict(_below(window, window.objectName()))
    return {place: _steady(text) for place, text in found.items() if text}


def _steady(text: str) -> str:
    text = re.sub(r"\b[0-9a-f]{32}\b|-[0-9a-f]{8}\.png", "ID", text)
    return re.sub(r"\d+([.,:/-]\d+)*(e[+-]?\d+)?", "#", text)


def _below(one: QObject, path: str) -> Iterator[tuple[tuple[str, str], str]]:
    for number, (text, _) in enumerate(texts_of(one)):
        yield (path, str(number)), text
    if type(one).__module__.startswith("sdstudio"):
        for name, value in sorted(vars(one).items()):
            yield (path, name), " | ".join(_kept(value))
    if isinstance(one, QAbstractItemView) and (model := one.model()) is not None:
        yield from _items(model, QModelIndex(), path)
    seen: dict[str, int] = {}
    for child in one.children():
        name = child.objectName() or type(child).__name__
        seen[name] = seen.get(name, -1) + 1
        if isinstance(child, QWidget | QAction) or child.children():
            yield from _below(child, f"{path}/{name}{seen[name] or ''}")


def _kept(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < 3 and isinstance(value, list | tuple):
        for one in value:
            yield from _kept(one, depth + 1)
    elif depth < 3 and isinstance(value, dict):
        for pair in value.items():
            yield from _kept(pair, depth + 1)
    elif depth < 3 and is_dataclass(value):
        for field in fields(value):
            yield from _kept(getattr(value, field.name, None), depth + 1)


def _items(
    model: QAbstractItemModel, parent: QModelIndex, path: str
) -> Iterator[tuple[tuple[str, str], str]]:
    is_list = isinstance(model, QAbstractListModel)
    columns = 1 if is_list else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in _ROLES:
                text = index.data(role)
                if isinstance(text, str):
                    yield (f"{path}[{row},{column}]", role.name), text
        if not is_list:
            yield from _items(model, model.index(row, 0, parent), f"{path}[{row}]")
    for column in range(0 if is_list or parent.isValid() else columns):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(heading, str):
            yield (f"{path}[{column}]", "heading"), heading


def cut_off(window: QWidget) -> list[str]:
    """The texts of a window that are shown, but for which there is too little room."""
    return [
        f"{type(one).__name__} {one.objectName()}: {said}"
        for one in (window, *window.findChildren(QWidget))
        if one.isVisible()
        for said in _want(one)
    ]


def _want(one: QWidget) -> Iterator[str]:
    if isinstance(one, QLabel) and one.text() and not isinstance(one, ElidedLabel):
        if one.wordWrap():
            if one.heightForWidth(one.width()) > one.height():
                yield f"{one.height()} high, “{one.text()}”"
        elif one.minimumSizeHint().width() > one.width():
            yield f"{one.width()} wide, “{one.text()}”"
    elif isinstance(one, QAbstractButton) and one.text():
        is_sign = (
            isinstance(one, QToolButton)
            and one.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if not is_sign and one.sizeHint().width() > one.width():
            yield f"{one.width()} wide, “{one.text()}”"
    elif isinstance(one, QScrollArea) and one.horizontalScrollBar().maximum() > 0:
        yield f"{one.horizontalScrollBar().maximum()} beyond the edge"
    parent = one.parentWidget()
    if isinstance(one, QLabel | QAbstractButton) and parent is not None and not one.isWindow():
        outside = not parent.rect().contains(one.geometry())
        if outside and one.text():
            yield f"outside of its part, “{one.text()}”"
