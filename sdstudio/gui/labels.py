"""Text on the window that may come from anywhere, and therefore never counts as rich text.

Qt guesses: a label, a tooltip or a message box that is given ``<img src=...>`` loads that file.
"""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget


class PlainLabel(QLabel):
    """A label that shows exactly the characters it is given."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: str = "", wrap: bool = False
    ) -> None:
        """``role`` names a look of the theme: heading, title, hint, warning, mono."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Changes the look; see ``__init__``."""
        if self.property("role") == role:
            return
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(PlainLabel):
    """A label of one line that ends in … where the room does; the tooltip has the whole text."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__("", parent, role=role)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        set_tooltip(self, text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            option.palette,
            bool(option.state & QStyle.StateFlag.State_Enabled),
            shown,
            self.foregroundRole(),
        )
        painter.end()


def set_tooltip(target: QWidget | QAction, text: str) -> None:
    """A tooltip that shows exactly ``text``, wrapped; an empty text takes it away.

    Screen readers are told the same, unless the widget has a description of its own: Qt would
    give them the tooltip with its tags.
    """
    if isinstance(target, QWidget):
        before = tooltip_text(target.toolTip())
        if target.accessibleDescription() in ("", before):
            target.setAccessibleDescription(text)
    target.setToolTip(escaped_tooltip(text))


def escaped_tooltip(text: str) -> str:
    """``text`` as rich text that shows exactly its characters.

    The enclosing tag stops Qt from guessing; without it the escapes themselves would be shown.
    """
    if not text:
        return ""
    return "<qt>{}</qt>".format(html.escape(text).replace("\n", "<br>"))


def tooltip_text(tooltip: str) -> str:
    """The characters that a tooltip of ``escaped_tooltip`` shows; any other as it is."""
    if not tooltip.startswith("<qt>"):
        return tooltip
    body = tooltip.removeprefix("<qt>").removesuffix("</qt>")
    return html.unescape(body.replace("<br>", "\n"))


def without_key(text: str) -> str:
    """``text`` without the mark of its key: ``&File`` is File, ``ファイル(&F)`` is ファイル."""
    return re.sub(r"&(&|\w)", r"\1", re.sub(r"\s*\(&\w\)", "", text))


def without_mnemonic(text: str) -> str:
    """The label of a menu or button without the mark of its key and the dots at its end."""
    return without_key(text).removesuffix("…")


_USERS_TEXT = "usersText"


def mark_users_text(target: QObject, *, with_name: bool = False) -> None:
    """Says that what ``target`` shows and describes is not ours: the user may use any words.

    Else a tag called “Rating” would become another one when the window's language is changed.
    ``with_name``: its accessible name is not ours either.
    """
    target.setProperty(_USERS_TEXT, "with name" if with_name else "yes")


def has_users_text(target: QObject, *, in_name: bool = False) -> bool:
    """Whether that was said, also of its accessible name if ``in_name``."""
    said = target.property(_USERS_TEXT)
    return said == "with name" if in_name else bool(said)
