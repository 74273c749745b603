"""Prompts for people who do not know yet what a small model can draw."""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.theme import GAP
from sdstudio.model_folder import Vocabulary

_COLUMNS = 5


def surprise(vocabulary: Vocabulary, chance: random.Random) -> str:
    """A prompt of the vocabulary's words: a thing in a colour on a background of another one."""
    concept = chance.choice(vocabulary.concepts)
    colour = chance.choice(vocabulary.colours)
    ground = chance.choice([each for each in vocabulary.backgrounds if each != colour])
    thing = f"{_article(colour)} {colour} {concept}"
    return f"{thing} on {_article(ground)} {ground} background"


def _article(word: str) -> str:
    return "an" if word[:1].lower() in "aeiou" else "a"


class VocabularyPopup(QFrame):
    """The words a model knows, as buttons; closes when something else is clicked, or on Esc."""

    word_chosen = Signal(str)

    def __init__(self, vocabulary: Vocabulary, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("vocabularyPopup")
        self.setAccessibleName(self.tr("Words this model knows"))
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP)
        layout.addWidget(PlainLabel(self.tr("Things it can draw"), role="heading"))
        layout.addLayout(self._words(vocabulary.concepts, "concept"))
        layout.addSpacing(GAP)
        layout.addWidget(PlainLabel(self.tr("In these colours"), role="heading"))
        layout.addLayout(self._words(vocabulary.colours, "colour"))
        layout.addWidget(
            PlainLabel(self.tr("Add “on a … background” with one of the colours."), role="hint")
        )

    def open_below(self, widget: QWidget) -> None:
        """Shows the words under ``widget``, within the screen."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + GAP // 2))
        room = widget.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()

    def _words(self, words: tuple[str, ...], kind: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GAP // 2)
        for index, word in enumerate(words):
            button = QPushButton(word)
            button.setObjectName(f"{kind}{index}Button")
            button.setAccessibleName(word)
            button.setProperty("look", "word")
            button.setAutoDefault(False)
            button.clicked.connect(self._clicked)
            grid.addWidget(button, index // _COLUMNS, index % _COLUMNS)
        return grid

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.word_chosen.emit(button.text())
