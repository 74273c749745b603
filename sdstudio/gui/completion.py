"""Words a model knows, offered while one of them is being typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sdstudio.gui.theme import GAP, RADIUS, ThemeSource

_REACH = 48
"""Characters before the cursor that are looked at: longer than any word."""
_MOST_OFFERED = 50
_MOST_ROWS = 8
_ROW_HEIGHT = 26
_MARGIN = 4

_ACCEPTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_OF_SHORTCUTS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)

_KANA = "\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
_UNSPACED = re.compile(f"[{_KANA}{_HAN}]")
_LONE_KANA = re.compile(f"[{_KANA}]")
_EAST_ASIAN = re.compile(f"[{_KANA}{_HAN}{_HANGUL}]")
_TELLING = re.compile(f"[{_HAN}]|[{_KANA}{_HAN}{_HANGUL}]{{2,}}")
"""An end of a text that says enough to be looked for inside words too."""
_TO_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}


def folded(text: str) -> str:
    """``text`` as it is compared: without case, width, and the difference between the kana."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_TO_HIRAGANA)


def is_unspaced(character: str) -> bool:
    """Whether it belongs to a script that puts no spaces between words."""
    return _UNSPACED.match(character) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """``words`` that could replace ``typed``, the end of what stands before the cursor."""

    typed: str
    words: tuple[str, ...]

    @property
    def is_typed_out(self) -> bool:
        """Whether a whole word stands there already; it is then the first of ``words``."""
        return folded(self.typed) == folded(self.words[0])


class KnownWords:
    """Words, found by what has been typed of them. Where several begin alike, the first leads."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = [(folded(word), word) for word in dict.fromkeys(words)]
        self._all = "\n".join(spelling for spelling, _word in self._words)

    def offer(self, before: str) -> Offer | None:
        """What the end of ``before`` could become; None while it says too little.

        It says enough with two letters, or one of Chinese, Japanese or Korean. There a word may
        also begin in the middle of other text, and what was typed may stand inside the word.
        """
        spare: Offer | None = None
        for typed in _beginnings(before[-_REACH:]):
            wanted = folded(typed)
            if wanted not in self._all:  # far quicker than word by word, and almost always so
                continue
            begin = [pair for pair in self._words if pair[0].startswith(wanted)]
            begin.sort(key=lambda pair: pair[0] != wanted)
            inside = [
                pair for pair in self._words if wanted in pair[0] and not pair[0].startswith(wanted)
            ]
            found = [word for _spelling, word in begin]
            if _TELLING.fullmatch(typed):
                found += [word for _spelling, word in inside]
            if found:
                offer = Offer(typed=typed, words=tuple(found[:_MOST_OFFERED]))
                if begin:
                    return offer
                spare = spare or offer
        return spare


def _beginnings(before: str) -> Iterator[str]:
    """The ends of a text that may be the beginning of a word, the longest first."""
    for start, character in enumerate(before):
        if not character.isalnum() or before[-1].isspace():
            continue
        previous = before[start - 1] if start else " "
        joined = is_unspaced(previous)
        if previous.isalnum() and not joined and not is_unspaced(character):
            continue
        typed = before[start:]
        if _EAST_ASIAN.search(typed):
            # One kana amid other text is more often a particle than the beginning of a word.
            if not (joined and _LONE_KANA.fullmatch(typed)):
                yield typed
        elif sum(map(str.isalnum, typed)) >= 2:
            yield typed


class WordDelegate(QStyledItemDelegate):
    """Paints a word: as a row of a menu, or as a chip with an outline."""

    def __init__(self, themes: ThemeSource, view: QListView, *, chips: bool) -> None:
        super().__init__(view)
        self._themes = themes
        self._view = view
        self._chips = chips

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = option.fontMetrics.horizontalAdvance(str(index.data()))
        return QSize(width + (3 if self._chips else 2) * GAP, _ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._themes.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        outline = theme.accent if chosen and self._view.hasFocus() else theme.line
        ground = theme.chosen if chosen else theme.hover if pointed else theme.raised
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(ground))
        painter.setPen(QColor(outline) if self._chips else Qt.PenStyle.NoPen)
        if self._chips or chosen or pointed:
            radius = option.rect.height() / 2 if self._chips else RADIUS - 2
            box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, radius, radius)
        painter.setPen(QColor(theme.text))
        room = option.rect.adjusted(GAP, 0, -GAP, 0)
        text = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        align = Qt.AlignmentFlag.AlignHCenter if self._chips else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class Completion(QObject):
    """The list under the cursor of a field. The field calls it; GUI thread only.

    The list is no window of its own and never has the keyboard. So an input method, the shortcuts
    of the window and a click elsewhere work as if it were not there, and it moves with the field.
    """

    def __init__(self, edit: QPlainTextEdit, themes: ThemeSource) -> None:
        super().__init__(edit)
        self._edit = edit
        self._known = KnownWords()
        self._offer: Offer | None = None
        self._model = QStringListModel(self)
        self.view = QListView(edit)
        self.view.setObjectName("completionView")
        self.view.setAccessibleName(self.tr("Known words that begin like this"))
        self.view.setProperty("surface", "banner")
        self.view.setModel(self._model)
        self.view.setItemDelegate(WordDelegate(themes, self.view, chips=False))
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.view.setViewportMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.view.hide()
        self.view.clicked.connect(self._clicked)

    def set_words(self, words: Iterable[str]) -> None:
        """The words to offer; none turns completion off."""
        self._known = KnownWords(words)
        self.close()

    def is_open(self) -> bool:
        """Whether words are being offered."""
        return self._offer is not None

    def close(self) -> None:
        """Takes the list away."""
        self._offer = None
        self.view.hide()

    def look(self) -> None:
        """Offers words for what stands before the cursor, or takes the list away."""
        cursor = self._edit.textCursor()
        if cursor.hasSelection() or cursor.block().layout().preeditAreaText():
            self.close()
            return
        after = self._edit.document().characterAt(cursor.position())
        place = max(cursor.block().position(), cursor.position() - _REACH)
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        before = cursor.selectedText()
        self._offer = self._known.offer(before)
        if self._offer is None or (after.isalnum() and not is_unspaced(before[-1])):
            self.close()
            return
        self._model.setStringList(list(self._offer.words))
        # Enter and Tab keep their own meaning where there is nothing left to complete.
        first = QModelIndex() if self._offer.is_typed_out else self._model.index(0)
        self.view.setCurrentIndex(first)
        self._show()

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the open list uses a key, which is then not for the field or the window.

        To be asked for ShortcutOverride, when nothing is done yet, and for KeyPress.
        """
        if not self.is_open():
            return False
        key, current = event.key(), self.view.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        accepts = key in _ACCEPTING and current.isValid()
        if not plain or not (accepts or key in _MOVES or key == Qt.Key.Key_Escape):
            if event.modifiers() & _OF_SHORTCUTS and key not in _MODIFIERS:
                self.close()  # a shortcut of the window never comes to the field
            return False
        event.accept()
        if event.type() == QEvent.Type.ShortcutOverride:
            return True
        if accepts:
            self._accept(current.row())
        elif key in _MOVES:
            self._move(_MOVES[Qt.Key(key)])
        else:
            self.close()
        return True

    def key_done(self, event: QKeyEvent, *, was_open: bool, edited: bool) -> None:
        """The field has had a key of its own: ``edited`` says whether it changed the text."""
        bare = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        is_command = bare == Qt.KeyboardModifier.ControlModifier  # AltGr may come as Ctrl+Alt
        is_typing = bool(event.text()) and event.text().isprintable() and not is_command
        if edited and (was_open or is_typing):
            self.look()
        elif event.key() not in _MODIFIERS:
            self.close()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._accept(index.row())

    def _move(self, by: int) -> None:
        current = self.view.currentIndex()
        row = current.row() + by if current.isValid() else min(by, 0)  # the first, or the last
        self.view.setCurrentIndex(self._model.index(row % self._model.rowCount()))

    def _accept(self, row: int) -> None:
        """Puts the word in the place of what was typed of it; one step to undo."""
        offer = self._offer
        self.close()
        if offer is None or offer.words[row] == offer.typed:
            return
        cursor = self._typed_cursor(offer)
        cursor.insertText(offer.words[row])
        # Else what is typed next would become part of the same step to undo.
        self._edit.document().setModified(False)
        self._edit.setTextCursor(cursor)

    def _typed_cursor(self, offer: Offer) -> QTextCursor:
        """A cursor that has selected what was typed of the word."""
        cursor = self._edit.textCursor()
        # Qt counts UTF-16 units, Python code points.
        units = len(offer.typed.encode("utf-16-le", "surrogatepass")) // 2
        cursor.setPosition(cursor.position() - units, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show(self) -> None:
        """Under the word, or above it where there is no room, over all that is around the field."""
        assert self._offer is not None
        around = self._edit.parentWidget()
        ground: QWidget = (around.parentWidget() or around) if around else self._edit
        if self.view.parentWidget() is not ground:
            self.view.setParent(ground)
        rows = min(self._model.rowCount(), _MOST_ROWS)
        frame = 2 * (self.view.frameWidth() + _MARGIN)
        bar = self.view.verticalScrollBar().sizeHint().width() if rows == _MOST_ROWS else 0
        room = ground.visibleRegion().boundingRect()
        field = QRect(self._edit.mapTo(ground, QPoint()), self._edit.size())
        width = min(self.view.sizeHintForColumn(0) + frame + bar, field.width())
        height = rows * _ROW_HEIGHT + frame
        start = self._typed_cursor(self._offer)
        start.setPosition(start.position())
        line = self._edit.cursorRect(start)
        viewport = self._edit.viewport()
        corner = viewport.mapTo(ground, line.bottomLeft()) + QPoint(-GAP, GAP // 2)
        if corner.y() + height > room.bottom():
            corner.setY(viewport.mapTo(ground, line.topLeft()).y() - GAP // 2 - height)
        corner.setX(max(field.left(), min(corner.x(), field.right() + 1 - width)))
        self.view.setGeometry(corner.x(), corner.y(), width, height)
        self.view.show()
        self.view.raise_()
