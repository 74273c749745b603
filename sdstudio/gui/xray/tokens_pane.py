"""How the model reads a prompt: as tokens, while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.latest import LatestText
from sdstudio.gui.numbers import whole
from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import in_sequence
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.xray.pane import Pane
from sdstudio.gui.xray.segments import Segments
from sdstudio.gui.xray.token_words import count_marks, is_mark, shown
from sdstudio.xray import Token, TokenTable

CutTokens = Callable[[str], TokenTable | None]
"""Cuts a text as the model in memory does; None while there is none. Any thread may call it."""

_MOST_CUT = 300
"""Tokens beyond the limit that are drawn; more of them tell nothing new."""
_PAD = 7.0
_BETWEEN_LINES = 6.0


class TokenCutter(QObject):
    """Cuts in a thread of its own; see ``LatestText``."""

    cut_done = Signal(str, object)
    """A text and its TokenTable, or None: nothing can cut it now."""

    def __init__(self, cut_tokens: CutTokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = LatestText(
            "xray-tokens", cut_tokens, self._tell, "a prompt could not be cut into tokens"
        )

    def cut(self, text: str) -> None:
        """Asks for the tokens of a text; forgets a text that still waits."""
        self._latest.ask(text)

    def close(self) -> None:
        """Waits for a text at work and ends the thread; later texts are not cut."""
        self._latest.close()

    def _tell(self, text: str, table: TokenTable | None) -> None:
        self.cut_done.emit(text, table)


class TokensPane(Pane):
    """The tokens of the prompt or the negative prompt, following the typing.

    ``close_cutter`` ends its thread; call it before the app ends.
    """

    def __init__(
        self,
        cut_tokens: CutTokens,
        themes: ThemeSource,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "tokens",
            translate("TokensPane", "Tokens"),
            translate(
                "TokensPane",
                "The model does not read letters or words. It reads numbers: each piece of the "
                "prompt has one in its vocabulary. What comes after the last one it can read "
                "has no effect on the picture.",
            ),
            themes,
            icons,
            parent,
        )
        self.cutter = TokenCutter(cut_tokens, self)
        self._last: tuple[str, str] | None = None
        self._table: TokenTable | None = None
        self.choice = Segments(
            self.tr("Which prompt"),
            [("tokensPrompt", self.tr("Prompt")), ("tokensNegative", self.tr("Negative prompt"))],
        )
        self._summary = PlainLabel("", wrap=True)
        self._summary.setObjectName("tokensSummary")
        self.flow = TokenFlow(themes)
        self._read_out = PlainLabel(" ", role="mono", wrap=True)
        self._read_out.setObjectName("tokensReadOut")
        # As many lines as the longest read-out takes, so that nothing jumps under the mouse.
        self._read_out.setMinimumHeight(2 * self._read_out.fontMetrics().height())
        self._read_out.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.choice)
        self.body.addWidget(self._summary)
        self.body.addWidget(self.flow)
        self.body.addWidget(self._read_out)
        self.body.addStretch(1)
        self.choice.chosen.connect(self._choose)
        self.cutter.cut_done.connect(self._show_table)
        self.flow.pointed.connect(self._point)
        self.show_message(self.tr("The tokens appear when the model is loaded."))

    def close_cutter(self) -> None:
        """Ends the thread that cuts."""
        self.cutter.close()

    def refresh(self) -> None:
        is_negative = self.choice.choice() == "tokensNegative"
        text = self.context.negative_prompt if is_negative else self.context.prompt
        if (self.context.model, text) != self._last:
            self._last = (self.context.model, text)
            self.cutter.cut(text)

    def forget(self) -> None:
        super().forget()
        self._last = None

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        table = self._table
        rows: list[list[object]] = []
        if table is not None:
            kinds = [*self.flow.kinds(), *["cut"] * len(table.cut)]
            for place, token in enumerate((*table.tokens, *table.cut)):
                row: list[object] = [
                    place,
                    token.id,
                    token.text,
                    token.start,
                    token.end,
                    kinds[place],
                ]
                rows.append(row)
        return ["position", "id", "text", "start", "end", "kind"], rows

    @Slot(str, object)
    def _show_table(self, text: str, table: TokenTable | None) -> None:
        if self._last is None or text != self._last[1]:
            return
        if table is None:
            self._last = None
            self.show_message(
                self.tr("This model reads no prompt, or does not tell its tokens.")
                if self.context.model
                else self.tr("The tokens appear when the model is loaded.")
            )
            return
        self._table = table
        self.flow.set_table(table, text)
        self._summary.setText(self._summed_up(table))
        self._summary.set_role("warning" if table.cut_count else "")
        self._point(-1)
        self.set_code(table.code)
        self.show_body()

    def _summed_up(self, table: TokenTable) -> str:
        marks = count_marks(table.tokens[: table.used])
        text = self.tr("{used} of {most} tokens: {words} of the text and {marks} marks.").format(
            used=table.used, most=table.max_tokens, words=table.used - marks, marks=marks
        )
        if table.cut_count:
            cut = self.tr("%Ln more are cut off.", "", table.cut_count)
            text = in_sequence((text, cut))
        return text

    @Slot()
    def _choose(self) -> None:
        self.refresh()

    @Slot(int)
    def _point(self, place: int) -> None:
        words = self.flow.words(place)
        self._read_out.setText(words or self.tr("Point at a token to see what it stands for."))


@dataclass(frozen=True, slots=True)
class _Chip:
    """A drawn token. ``place`` is -1 for the chips that stand for many."""

    place: int
    text: str
    number: str
    kind: Literal["word", "mark", "cut", "more"]
    box: QRectF


class TokenFlow(QWidget):
    """Tokens as chips with their ids below, line after line; the pieces of one word touch.

    Padding is one chip; after it, or where the model stops reading, there is a line, and what is
    cut off is red. Left and Right walk from token to token.
    """

    pointed = Signal(int)
    """Position of the token under the mouse or the cursor; -1 for none."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tokenFlow")
        self.setAccessibleName(self.tr("Tokens"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._themes = themes
        self._table: TokenTable | None = None
        self._prompt = ""
        self._chips: list[_Chip] = []
        self._line = -1.0
        self._laid_out_for = -1
        self._height = 40
        self._current = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes.changed.connect(self.update)

    def set_table(self, table: TokenTable, prompt: str) -> None:
        """Other tokens, those of ``prompt``."""
        self._table, self._prompt = table, prompt
        self._current = -1
        self._laid_out_for = -1
        self._lay_out(self.width())
        self.updateGeometry()
        self.update()
        self.setAccessibleDescription(
            self.tr("{used} tokens are read, {cut} are cut off.").format(
                used=table.used, cut=table.cut_count
            )
        )

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._laid_out_for = -1
        self._lay_out(self.width())

    def kinds(self) -> list[str]:
        """What each token the model reads is: word, mark or padding."""
        table = self._table
        if table is None:
            return []
        return [
            "padding" if place >= table.used else "mark" if is_mark(token) else "word"
            for place, token in enumerate(table.tokens)
        ]

    def words(self, place: int) -> str:
        """A token in words; empty where there is none."""
        token = self._token(place)
        if token is None or self._table is None:
            return ""
        words = self.tr("position {place} · id {id} · “{text}”").format(
            place=place, id=token.id, text=token.text
        )
        typed = self._prompt[token.start : token.end]
        if typed:
            words += " · " + self.tr("stands for “{typed}”").format(typed=typed)
        if place >= len(self._table.tokens):
            words += " · " + self.tr("cut off")
        return words

    def chips(self) -> list[tuple[int, str, str]]:
        """Position, text and kind of what is drawn."""
        return [(chip.place, chip.text, chip.kind) for chip in self._chips]

    # -- what the user does ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = [chip.place for chip in self._chips if chip.place >= 0]
        key = event.key()
        if not places or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = 1 if key == Qt.Key.Key_Right else -1
            at = places.index(self._current) + way if self._current in places else 0
            self._go_to(places[max(0, min(len(places) - 1, at))])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(places[0 if key == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go_to(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._current < 0:
            places = [chip.place for chip in self._chips if chip.place >= 0]
            self._go_to(places[0] if places else -1)

    def _at(self, place: QPointF) -> int:
        for chip in self._chips:
            if chip.box.contains(place):
                return chip.place
        return -1

    def _go_to(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self.setAccessibleDescription(self.words(place))
            self.pointed.emit(place)
            self.update()

    def _token(self, place: int) -> Token | None:
        table = self._table
        if table is None or place < 0:
            return None
        if place < len(table.tokens):
            return table.tokens[place]
        place -= len(table.tokens)
        return table.cut[place] if place < len(table.cut) else None

    # -- layout ------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        return self._height

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def _id_font(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(max(7.0, self.font().pointSizeF() * 0.8))
        return font

    def _lay_out(self, width: int) -> None:
        table = self._table
        if table is None or width == self._laid_out_for:
            return
        self._laid_out_for = width
        text_metrics, id_metrics = QFontMetricsF(self.font()), QFontMetricsF(self._id_font())
        height = text_metrics.height() + id_metrics.height() + 6
        left, top = 1.0, 1.0
        self._chips = []
        before: Token | None = None

        def put(
            place: int, text: str, number: str, kind: Literal["word", "mark", "cut", "more"]
        ) -> None:
            nonlocal left, top, before
            token = self._token(place)
            room = width - 2.0
            text = text_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 2 * _PAD)
            wide = max(text_metrics.horizontalAdvance(text), id_metrics.horizontalAdvance(number))
            wide = min(room, max(wide + 2 * _PAD, height * 0.7))
            is_same_word = (
                before is not None
                and token is not None
                and not is_mark(before)
                and not is_mark(token)
                # Spaces belong to some vocabularies' tokens, and then the word is a new one.
                and token.start <= before.end
                and not self._prompt[token.start : token.start + 1].isspace()
            )
            if left > 1.0:
                left += 1.0 if is_same_word else 6.0
            if left + wide > room and left > 1.0:
                left = 1.0
                top += height + _BETWEEN_LINES
            self._chips.append(_Chip(place, text, number, kind, QRectF(left, top, wide, height)))
            left += wide
            before = token

        for place, token in enumerate(table.tokens[: table.used]):
            kind: Literal["word", "mark"] = "mark" if is_mark(token) else "word"
            put(place, shown(token, self._prompt), str(token.id), kind)
        padding = len(table.tokens) - table.used
        if padding > 0:
            number = str(table.tokens[table.used].id)
            put(-1, self.tr("+ {count} padding").format(count=padding), number, "more")
        self._line = -1.0
        if table.cut:
            self._line = top + height + GAP
            left, top, before = 1.0, self._line + text_metrics.height() + GAP, None
            for place, token in enumerate(table.cut[:_MOST_CUT], start=len(table.tokens)):
                put(place, shown(token, self._prompt), str(token.id), "cut")
            rest = table.cut_count - min(len(table.cut), _MOST_CUT)
            if rest > 0:
                put(-1, self.tr("+ {count} more").format(count=whole(rest)), "", "more")
        self._height = int(top + height + 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width())
        self.updateGeometry()

    # -- drawing -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        id_font = self._id_font()
        seen = QRectF(event.rect())
        for chip in self._chips:
            if chip.box.intersects(seen):
                self._paint_chip(painter, chip, id_font)
        if self._line >= 0 and self._table is not None:
            self._paint_line(painter, self._table.max_tokens)
        painter.end()

    def _paint_chip(self, painter: QPainter, chip: _Chip, id_font: QFont) -> None:
        theme = self._themes.theme
        text, edge = {
            "word": (theme.text, theme.line),
            "mark": (theme.secondary, theme.line),
            "cut": (theme.danger, theme.danger),
            "more": (theme.secondary, ""),
        }[chip.kind]
        is_current = chip.place >= 0 and chip.place == self._current
        fill = QColor(theme.chosen if is_current else theme.raised)
        if chip.kind != "word" and not is_current:
            fill = QColor(Qt.GlobalColor.transparent)
        pen = QPen(QColor(theme.accent if is_current else edge), 1)
        if chip.kind == "mark" and not is_current:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen if edge or is_current else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(chip.box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        metrics = QFontMetricsF(self.font())
        upper = QRectF(chip.box.left(), chip.box.top() + 2, chip.box.width(), metrics.height())
        painter.setFont(self.font())
        painter.setPen(QColor(text))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), chip.text)
        lower = QRectF(chip.box)
        lower.setTop(upper.bottom())
        painter.setFont(id_font)
        painter.setPen(QColor(text if chip.kind == "cut" else theme.secondary))
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), chip.number)

    def _paint_line(self, painter: QPainter, most: int) -> None:
        theme = self._themes.theme
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        told = self.tr("The model reads no further: {most} tokens").format(most=most)
        middle = self._line + metrics.height() / 2
        painter.setPen(QColor(theme.danger))
        painter.drawText(QPointF(1, self._line + metrics.ascent()), told)
        painter.setPen(QPen(QColor(theme.danger), 1, Qt.PenStyle.DashLine))
        start = metrics.horizontalAdvance(told) + GAP
        painter.drawLine(QPointF(start, middle), QPointF(self.width() - 2, middle))
