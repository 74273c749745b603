"""What stands where nothing is yet: in a list's place, and on the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, mark_users_text
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP


class ViewOrSentence(QStackedLayout):
    """A view, or a sentence on how something comes to be in it. It begins with the sentence."""

    def __init__(self, view: QWidget, sentence: str) -> None:
        super().__init__()
        self._sentence = PlainLabel(sentence, role="hint", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self._sentence)
        self.addWidget(view)

    def show_view(self, is_filled: bool) -> None:
        """Shows the view when there is something in it, else the sentence."""
        self.setCurrentIndex(1 if is_filled else 0)

    def show_sentence(self, sentence: str) -> None:
        """Shows another sentence, now and whenever the view is not."""
        self._sentence.setText(sentence)
        self.show_view(False)


class EmptyCanvas(QWidget):
    """What to do first: one prompt to try. To who has pictures already it says less.

    Which of the two it is, is known once the gallery has been looked through; until then it is the
    quiet one, so that nothing appears only to vanish.
    """

    chosen = Signal(str)
    """The prompt that the user wants to try."""

    def __init__(self, suggestion: str, icons: IconSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("emptyCanvas")
        self._title = PlainLabel("", role="title")
        self._hint = PlainLabel("", role="hint")
        self._button = QPushButton()
        self._button.setObjectName("suggestionButton")
        self._button.setProperty("look", "offer")
        mark_users_text(self._button)
        icons.attach(self._button, "generate")
        self._or = PlainLabel("", role="hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(2 * GAP)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP)
        column.addWidget(self._or, 0, Qt.AlignmentFlag.AlignHCenter)
        self._is_first = False
        self._button.clicked.connect(self._choose)
        self.set_suggestion(suggestion)

    def set_suggestion(self, prompt: str) -> None:
        """Another prompt to try, such as one in another language; empty for none."""
        self.suggestion = prompt
        self._tell()

    def set_first(self, is_first: bool) -> None:
        """Whether there is no picture yet."""
        self._is_first = is_first
        self._tell()

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._tell()

    def _tell(self) -> None:
        offers = self._is_first and bool(self.suggestion)
        if self._is_first:
            self._title.setText(self.tr("Make your first picture"))
            self._hint.setText(
                self.tr("It is made on this computer, and you can watch it form.")
                if offers
                else self.tr("Describe it on the left and press Generate.")
            )
        else:
            self._title.setText(self.tr("What would you like to see?"))
            self._hint.setText(
                self.tr("Describe it on the left and press Generate, or choose a picture.")
            )
        self._or.setText(self.tr("or describe your own on the left and press Generate"))
        self._button.setText(self.suggestion)
        self._button.setAccessibleName(self.tr("Make: {prompt}").format(prompt=self.suggestion))
        for part in (self._button, self._or):
            part.setVisible(offers)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.suggestion)
