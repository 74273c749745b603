"""The field for the prompt: its text, its length in tokens, and help with finding words."""

from __future__ import annotations

import random

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.suggestions import VocabularyPopup, surprise
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.tokens import TokenCounter
from sdstudio.model_folder import Vocabulary
from sdstudio.request import TokenCount

_LAST_WORDS = 24
"""Characters shown of the text's end as far as the model reads it."""


class TextField(QPlainTextEdit):
    """A field for a few lines of plain text; Tab leaves it."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing() * self._lines + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


class PromptField(QWidget):
    """Heading with the token count, the text, a warning where the model stops, suggestions."""

    changed = Signal()

    def __init__(
        self, themes: ThemeSource, icons: IconSet, counter: TokenCounter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._counter = counter
        self._vocabulary: Vocabulary | None = None
        self._chance = random.Random()
        self._cut_at: int | None = None
        self._popup: VocabularyPopup | None = None

        heading = PlainLabel(self.tr("&Prompt"), role="heading")
        self.count_label = PlainLabel("", role="hint")
        self.count_label.setObjectName("tokenCount")
        self.count_label.setAccessibleName(self.tr("Length of the prompt"))
        self.edit = TextField(5)
        self.edit.setObjectName("promptEdit")
        self.edit.setAccessibleName(self.tr("Prompt"))
        heading.setBuddy(self.edit)
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self.count_label)

        self.warning = PlainLabel("", role="warning", wrap=True)
        self.warning.setObjectName("tokenWarning")
        self.warning.hide()

        self.surprise_button = QPushButton(self.tr("S&urprise me"))
        self.surprise_button.setObjectName("surpriseButton")
        self.surprise_button.setAccessibleName(self.tr("Surprise me"))
        set_tooltip(self.surprise_button, self.tr("Fills in a prompt that this model can draw"))
        icons.attach(self.surprise_button, "sparkle")
        self.words_button = QPushButton("")
        self.words_button.setObjectName("wordsButton")
        self.words_button.setAccessibleName(self.tr("Words this model knows"))
        self.words_button.setProperty("look", "quiet")
        self.words_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # arrow at the end
        icons.attach(self.words_button, "chevron-down")
        self._help = QWidget()
        help_row = QHBoxLayout(self._help)
        help_row.setContentsMargins(0, 0, 0, 0)
        help_row.setSpacing(GAP // 2)
        help_row.addWidget(self.surprise_button)
        help_row.addWidget(self.words_button)
        help_row.addStretch(1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addLayout(top)
        layout.addWidget(self.edit)
        layout.addWidget(self.warning)
        layout.addWidget(self._help)

        self.edit.textChanged.connect(self._text_changed)
        counter.counted.connect(self._counted)
        themes.changed.connect(self._mark_unread)
        self.surprise_button.clicked.connect(self._surprise)
        self.words_button.clicked.connect(self._show_words)
        self.set_vocabulary(None)

    def text(self) -> str:
        """The prompt."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Replaces the prompt; Ctrl+Z in the field brings the old one back."""
        if text == self.text():
            return
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def set_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """The words to suggest; None for a model that knows too many to list."""
        self._vocabulary = vocabulary
        self._popup = None
        self._help.setVisible(vocabulary is not None)
        if vocabulary is None:
            self.edit.setPlaceholderText(self.tr("Describe the picture"))
            return
        self.edit.setPlaceholderText(
            self.tr("Try: {example}").format(example=vocabulary.examples[0])
        )
        self.words_button.setText(
            self.tr("Knows {things} things").format(things=len(vocabulary.concepts))
        )
        set_tooltip(
            self.words_button,
            self.tr("Knows {things} things in {colours} colours: click to see and insert").format(
                things=len(vocabulary.concepts), colours=len(vocabulary.colours)
            ),
        )

    def recount(self) -> None:
        """Counts again, after another model has been loaded."""
        self._counter.count(self.text())

    @Slot()
    def _text_changed(self) -> None:
        self._counter.count(self.text())
        self.changed.emit()

    @Slot(str, object)
    def _counted(self, text: str, count: TokenCount | None) -> None:
        if text != self.text():
            return
        self._cut_at = None if count is None else count.cut_at
        if count is None:
            self.count_label.setText("")
        else:
            self.count_label.setText(
                self.tr("{tokens} / {most} tokens").format(
                    tokens=count.total, most=count.max_tokens
                )
            )
        self.count_label.set_role("hint" if self._cut_at is None else "warning")
        if self._cut_at is not None:
            end = " ".join(text[: self._cut_at].split())[-_LAST_WORDS:]
            self.warning.setText(
                self.tr("The model reads up to “…{end}”; the rest is ignored.").format(end=end)
            )
        self.warning.setVisible(self._cut_at is not None)
        self._mark_unread()

    @Slot()
    def _mark_unread(self) -> None:
        """Greys the part of the text that the model does not read."""
        if self._cut_at is None:
            self.edit.setExtraSelections([])
            return
        # Qt counts UTF-16 units, Python code points.
        start = len(self.text()[: self._cut_at].encode("utf-16-le", "surrogatepass")) // 2
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        unread = QTextCharFormat()
        colour = QColor(self._themes.theme.secondary)
        colour.setAlphaF(0.6)
        unread.setForeground(colour)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = unread
        self.edit.setExtraSelections([selection])

    @Slot()
    def _surprise(self) -> None:
        if self._vocabulary is not None:
            self.set_text(surprise(self._vocabulary, self._chance))
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_words(self) -> None:
        if self._vocabulary is None:
            return
        if self._popup is None:
            self._popup = VocabularyPopup(self._vocabulary, self)
            self._popup.word_chosen.connect(self.insert_word)
        self._popup.open_below(self.words_button)

    @Slot(str)
    def insert_word(self, word: str) -> None:
        """Puts a word in at the cursor, with spaces where words would run together."""
        cursor = self.edit.textCursor()
        text = self.text()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        document = self.edit.document()
        before = document.characterAt(start - 1) if start > 0 else " "
        after = document.characterAt(end) if text else " "
        lead = "" if before.isspace() else " "
        tail = " " if after.isalnum() else ""
        cursor.insertText(f"{lead}{word}{tail}")
        self.edit.setTextCursor(cursor)
