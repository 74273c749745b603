"""What stands in a list's place while there is nothing in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from sdstudio.gui.labels import PlainLabel


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
