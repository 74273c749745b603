"""Prompts for people who do not know yet what a small model can draw."""

from __future__ import annotations

import random
import re

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from sdstudio.articles import takes_an
from sdstudio.gui.completion import WordDelegate, folded
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.model_folder import Vocabulary, Words

_WIDTH, _HEIGHT = 520, 460
_NO_FIT = 4

_ARTICLE = re.compile(r"\b([Aa])n? (?=\{(\w+)\})")
_ENDING = re.compile(r"色?[のい的]?$")
"""What follows the name of a colour in Japanese and Chinese when it stands before a thing."""


def surprise(words: Words, chance: random.Random) -> str:
    """A prompt made of the model's words.

    No two colours in it are the same, and a thing named after a colour is given no other.
    """
    template = chance.choice(words.surprise)
    concepts = chance.sample(words.concepts, len(words.concepts))
    concept = concepts[0]
    if "{colour}" in template:
        concept = next((each for each in concepts if not _colours_in(each, words)), concept)
    taken = _colours_in(concept, words)
    free = [index for index in range(len(words.colours)) if index not in taken]
    if len(free) < 2:
        free = list(range(len(words.colours)))
    colour, background = chance.sample(free, 2)
    values = {
        "colour": words.colours[colour],
        "concept": concept,
        "background": words.backgrounds[background],
    }

    def article(found: re.Match[str]) -> str:
        return found[1] + ("n " if takes_an(values[found[2]]) else " ")

    return _ARTICLE.sub(article, template).format(**values)


def _colours_in(concept: str, words: Words) -> set[int]:
    """Which colours the name of a thing already has, by index."""
    name = folded(concept)
    return {
        index
        for index, colour in enumerate(words.colours)
        if re.search(_beginning(_ENDING.sub("", folded(colour)) or folded(colour)), name)
    }


def _beginning(colour: str) -> str:
    """A pattern for a colour at the beginning of a word; of any, in a script without spaces."""
    return (r"\b" if colour.isascii() else "") + re.escape(colour)


def _rank(wanted: str, spellings: tuple[str, ...]) -> int:
    """How well a word fits a filter, 0 being best. All texts are folded."""
    if wanted in spellings:
        return 0
    if any(spelling.startswith(wanted) for spelling in spellings):
        return 1
    if any(f" {wanted}" in spelling for spelling in spellings):
        return 2
    return 3 if any(wanted in spelling for spelling in spellings) else _NO_FIT


class WordList(QListView):
    """Words as chips, those that fit a filter first and alone; one is chosen by click or Enter."""

    chosen = Signal(str)
    left_upwards = Signal()
    """Up was pressed in the top row."""

    def __init__(
        self, spellings: list[tuple[str, ...]], themes: ThemeSource, parent: QWidget
    ) -> None:
        """``spellings`` has for each word first what is shown, then its other languages."""
        super().__init__(parent)
        self._words = [(each[0], tuple(map(folded, each))) for each in spellings]
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(WordDelegate(themes, self, chips=True))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(GAP // 4)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)
        self.show_fitting("")

    def show_fitting(self, text: str) -> int:
        """Shows the words that ``text`` is a part of, in any language, the best fitting first.

        Gives how well the first one fits, 0 being best; more than any rank when there is none.
        """
        wanted = folded(text.strip())
        ranked = [(_rank(wanted, spellings), word) for word, spellings in self._words]
        if wanted:
            ranked.sort(key=lambda pair: pair[0])
        fitting = [word for rank, word in ranked if rank < _NO_FIT]
        self._model.setStringList(list(dict.fromkeys(fitting)))
        self.scrollToTop()
        return ranked[0][0]

    def words(self) -> list[str]:
        """The words shown."""
        return self._model.stringList()

    def mark_first(self) -> None:
        """Makes the first word the current one."""
        self.setCurrentIndex(self._model.index(0))

    def choose_current(self) -> None:
        """Chooses the current word, if there is one."""
        if self.currentIndex().isValid():
            self.chosen.emit(str(self.currentIndex().data()))

    def take_height(self) -> None:
        """Makes it as high as its words need at its present width."""
        self.doItemsLayout()
        self.setFixedHeight(self.contentsSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
            return
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Up and self.currentIndex() == current:
            self.left_upwards.emit()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data()))


class FilterLine(QLineEdit):
    """A line whose Enter chooses and whose Down goes on to what it filters."""

    entered = Signal()
    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class VocabularyPopup(QFrame):
    """The words a model knows, to filter and choose; closes on a click elsewhere, or on Esc."""

    word_chosen = Signal(str)

    def __init__(
        self, vocabulary: Vocabulary, language: str, themes: ThemeSource, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("vocabularyPopup")
        self.setAccessibleName(self.tr("Words this model knows"))
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = vocabulary.words(language)
        every = [words, *(each for _code, each in vocabulary.languages if each is not words)]
        self._filter = FilterLine(self)
        self._filter.setObjectName("vocabularyFilter")
        self._filter.setAccessibleName(self.tr("Find a word"))
        self._filter.setPlaceholderText(self.tr("Find a word"))
        self._nothing = PlainLabel(self.tr("It does not know such a word."), role="hint")
        self._nothing.setObjectName("vocabularyNothing")
        self._things = WordList(
            list(zip(*(each.concepts for each in every), strict=True)), themes, self
        )
        self._things.setObjectName("vocabularyThings")
        self._things.setAccessibleName(self.tr("Things it can draw"))
        self._colours = WordList(
            list(zip(*(each.colours for each in every), strict=True)), themes, self
        )
        self._colours.setObjectName("vocabularyColours")
        self._colours.setAccessibleName(self.tr("Colours it knows"))
        self._things_heading = PlainLabel(self.tr("Things it can draw"), role="heading")
        self._colours_heading = PlainLabel(self.tr("In these colours"), role="heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._filter)
        layout.addWidget(self._nothing)
        layout.addWidget(self._things_heading)
        layout.addWidget(self._things, 1)
        layout.addWidget(self._colours_heading)
        layout.addWidget(self._colours)
        layout.addStretch()
        layout.addWidget(
            PlainLabel(
                self.tr("For example: {example}").format(example=words.examples[0]), role="hint"
            )
        )
        self._first = self._things
        self._filter.textChanged.connect(self._filter_changed)
        self._filter.entered.connect(self._choose_first)
        self._filter.left_downwards.connect(self._go_to_words)
        self._things.left_upwards.connect(self._go_to_filter)
        self._colours.left_upwards.connect(self._go_to_filter)
        self._things.chosen.connect(self.word_chosen)
        self._colours.chosen.connect(self.word_chosen)
        self._filter_changed()

    def open_below(self, widget: QWidget) -> None:
        """Shows all words under ``widget``, within the screen; the keyboard goes to the filter."""
        self._filter.clear()
        self.resize(_WIDTH, _HEIGHT)
        corner = widget.mapToGlobal(QPoint(0, widget.height() + GAP // 2))
        room = widget.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        self._colours.take_height()
        self._filter.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _filter_changed(self) -> None:
        text = self._filter.text()
        things, colours = self._things.show_fitting(text), self._colours.show_fitting(text)
        self._things.setVisible(things < _NO_FIT)
        self._things_heading.setVisible(things < _NO_FIT)
        self._colours.setVisible(colours < _NO_FIT)
        self._colours_heading.setVisible(colours < _NO_FIT)
        self._nothing.setVisible(things == colours == _NO_FIT)
        self._first = self._things if things <= colours else self._colours
        if text.strip():
            self._first.mark_first()

    @Slot()
    def _choose_first(self) -> None:
        self._first.choose_current()
        self._filter.clear()

    @Slot()
    def _go_to_words(self) -> None:
        if not self._first.currentIndex().isValid():
            self._first.mark_first()
        self._first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _go_to_filter(self) -> None:
        self._filter.setFocus(Qt.FocusReason.BacktabFocusReason)
