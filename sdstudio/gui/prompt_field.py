"""The field for the prompt: its text, its length in tokens, and help with finding words."""

from __future__ import annotations

import random

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.completion import Completion, is_unspaced
from sdstudio.gui.file_drag import local_files
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.numbers import whole
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

    def replace_text(self, text: str) -> None:
        """Shows another text; Ctrl+Z brings the old one back."""
        if text != self.toPlainText():
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file is for whatever is around the field; here its path would become words.
        return not local_files(source) and super().canInsertFromMimeData(source)


class PromptEdit(TextField):
    """The text of a prompt; the words that ``completion`` knows are offered while typing."""

    def __init__(
        self, themes: ThemeSource, parent: QWidget | None = None, *, lines: int = 5
    ) -> None:
        super().__init__(lines, parent)
        self.completion = Completion(self, themes)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_composing():
            # Enter ends a word, Esc takes it back: keys are the input method's until it is put in.
            event.accept()
            return True
        # Tab would leave the field, and Esc stop the run, before they come to keyPressEvent.
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if (
            event.type() in kinds
            and isinstance(event, QKeyEvent)
            and self.completion.take_key(event)
        ):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        was_open = self.completion.is_open()
        before = self.document().revision()
        super().keyPressEvent(event)
        edited = self.document().revision() != before
        self.completion.key_done(event, was_open=was_open, edited=edited)

    def _is_composing(self) -> bool:
        return bool(self.textCursor().block().layout().preeditAreaText())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString():
            self.completion.look()
        else:
            self.completion.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.completion.close()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.completion.close()
        super().focusOutEvent(event)


class PromptField(QWidget):
    """Heading with the token count, the text, a warning where the model stops, suggestions."""

    changed = Signal()

    def __init__(
        self,
        language: str,
        chance: random.Random,
        themes: ThemeSource,
        icons: IconSet,
        counter: TokenCounter,
        parent: QWidget,
    ) -> None:
        """``language`` is the code of the one in which words are suggested, such as ``ja_JP``."""
        super().__init__(parent)
        self._language = language
        self._chance = chance
        self._example = chance.random()
        self._themes = themes
        self._counter = counter
        self._vocabulary: Vocabulary | None = None
        self._embeddings: tuple[str, ...] = ()
        self._cut_at: int | None = None
        self._popup: VocabularyPopup | None = None

        heading = PlainLabel(self.tr("&Prompt"), role="heading")
        self.count_label = PlainLabel("", role="hint")
        self.count_label.setObjectName("tokenCount")
        self.count_label.setAccessibleName(self.tr("Length of the prompt"))
        self.edit = PromptEdit(themes)
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
        self.edit.replace_text(text)

    def set_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """The words to suggest; None for a model that knows too many to list."""
        self._vocabulary = vocabulary
        if self._popup is not None:
            self._popup.deleteLater()
            self._popup = None
        self._help.setVisible(vocabulary is not None)
        self._offer_words()
        if vocabulary is None:
            self.edit.setPlaceholderText(self.tr("Describe the picture"))
            return
        words = vocabulary.words(self._language)
        # The same one until the next start, also when models are changed to and fro.
        example = words.examples[int(self._example * len(words.examples))]
        self.edit.setPlaceholderText(self.tr("Try: {example}").format(example=example))
        self.words_button.setText(self.tr("Knows %Ln thing(s)", "", len(words.concepts)))
        set_tooltip(
            self.words_button,
            self.tr("Knows {things} things in {colours} colours: click to see and insert").format(
                things=len(words.concepts), colours=len(words.colours)
            ),
        )

    def set_language(self, language: str) -> None:
        """Suggests words of this language from now on; what was typed stays."""
        self._language = language
        self.set_vocabulary(self._vocabulary)

    def set_embeddings(self, words: tuple[str, ...]) -> None:
        """The words of textual inversions, offered while typing beside those of the vocabulary."""
        if words != self._embeddings:
            self._embeddings = words
            self._offer_words()

    def _offer_words(self) -> None:
        every: list[str] = []
        if self._vocabulary is not None:
            words = self._vocabulary.words(self._language)
            others = [each for _code, each in self._vocabulary.languages if each is not words]
            every += [word for each in (words, *others) for word in (*each.concepts, *each.colours)]
        self.edit.completion.set_words((*every, *self._embeddings))

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
                    tokens=whole(count.total), most=whole(count.max_tokens)
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
            self.set_text(surprise(self._vocabulary.words(self._language), self._chance))
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_words(self) -> None:
        if self._vocabulary is None:
            return
        if self._popup is None:
            self._popup = VocabularyPopup(self._vocabulary, self._language, self._themes, self)
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
        lead = "" if before.isspace() or _need_no_space(before, word[:1]) else " "
        tail = " " if after.isalnum() and not _need_no_space(word[-1:], after) else ""
        cursor.insertText(f"{lead}{word}{tail}")
        self.edit.setTextCursor(cursor)


def _need_no_space(left: str, right: str) -> bool:
    return is_unspaced(left) and is_unspaced(right)
