"""The words of a prompt out of its tokens, and how much attention each got."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdstudio.gui.numbers import listed, percent
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.xray import TokenTable

_WORD_END, _WORD_START = "</w>", "▁"
"""How vocabularies mark the last (CLIP) or first (T5) token of a word."""
_MOST_ROWS = 9
_ROW = 22
_BAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as it is shown, and the positions of its tokens; a mark stands for no characters."""

    text: str
    tokens: tuple[int, ...]
    is_mark: bool = False


def words_of(table: TokenTable, prompt: str) -> list[Word]:
    """The words that the model reads, in their order, then the marks, without the padding."""
    groups: list[list[int]] = []
    for position, token in enumerate(table.tokens[: table.used]):
        if token.start == token.end:
            continue
        before = table.tokens[groups[-1][-1]] if groups else None
        goes_on = (
            before is not None
            and groups[-1][-1] == position - 1
            and before.end == token.start
            and not before.text.endswith(_WORD_END)
            and not token.text.startswith(_WORD_START)
        )
        if goes_on:
            groups[-1].append(position)
        else:
            groups.append([position])
    words = [
        Word(
            text=prompt[table.tokens[group[0]].start : table.tokens[group[-1]].end].strip()
            or table.tokens[group[0]].text,
            tokens=tuple(group),
        )
        for group in groups
    ]
    return words + _marks(table)


def _marks(table: TokenTable) -> list[Word]:
    translate = QCoreApplication.translate
    used = range(table.used)
    marks = [
        position for position in used if table.tokens[position].start == table.tokens[position].end
    ]
    found = []
    for position in marks:
        first = position == 0 and table.used > 1
        text = translate("Attention", "(beginning)") if first else translate("Attention", "(end)")
        found.append(Word(text=text, tokens=(position,), is_mark=True))
    return found


class Ranking(QWidget):
    """Words with bars, most attention first; the longest bar is that of a word."""

    def __init__(self, name: str, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Words by attention"))
        self._themes = themes
        self._rows: list[tuple[Word, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def set_ranked(self, words: Sequence[Word], ranked: Sequence[tuple[int, float]]) -> None:
        """Attention by tokens' positions; that of a word is the sum over its tokens.

        What was not ranked, such as padding, is left out.
        """
        paid = dict(ranked)
        rows = [
            (word, sum(paid.get(token, 0.0) for token in word.tokens))
            for word in words
            if any(token in paid for token in word.tokens)
        ]
        rows.sort(key=_by_share, reverse=True)
        self._show(rows)

    def _show(self, rows: list[tuple[Word, float]]) -> None:
        self._rows = rows
        self.setAccessibleDescription(
            listed([f"{word.text} {percent(share, 1)}" for word, share in self.rows()])
        )
        self.updateGeometry()
        self.update()

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._show(
            [
                (replace(word, text=tell(word.text)) if word.is_mark else word, share)
                for word, share in self._rows
            ]
        )

    def clear(self) -> None:
        """No words."""
        self.set_ranked([], [])

    def rows(self) -> list[tuple[Word, float]]:
        """What is shown, from top to bottom: words first, then the marks."""
        words = [row for row in self._rows if not row[0].is_mark][:_MOST_ROWS]
        return words + [row for row in self._rows if row[0].is_mark]

    def sizeHint(self) -> QSize:
        return QSize(240, max(1, len(self.rows())) * _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        rows = self.rows()
        name_room = min(
            self.width() // 3,
            GAP + max((metrics.horizontalAdvance(word.text) for word, _ in rows), default=0),
        )
        number_room = metrics.horizontalAdvance("100.00 %") + GAP
        bar_room = max(0, self.width() - name_room - number_room)
        shares = [share for word, share in rows if not word.is_mark]
        longest = max(shares, default=0.0) or 1.0
        for place, (word, share) in enumerate(rows):
            top = place * _ROW
            painter.setPen(QColor(theme.secondary if word.is_mark else theme.text))
            painter.drawText(
                QRectF(0, top, name_room - GAP / 2, _ROW),
                int(Qt.AlignmentFlag.AlignVCenter),
                metrics.elidedText(word.text, Qt.TextElideMode.ElideRight, name_room - GAP // 2),
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.line if word.is_mark else theme.accent))
            # Marks get most of the attention; a full bar stands for "more than any word".
            width = bar_room * min(1.0, share / longest)
            painter.drawRoundedRect(QRectF(name_room, top + (_ROW - _BAR) / 2, width, _BAR), 3, 3)
            painter.setPen(QColor(theme.secondary))
            painter.drawText(
                QRectF(self.width() - number_room, top, number_room, _ROW),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
                percent(share, 2),
            )
        painter.end()


def _by_share(row: tuple[Word, float]) -> float:
    return row[1]
