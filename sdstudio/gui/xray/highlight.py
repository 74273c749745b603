"""Python in a few calm colours."""

from __future__ import annotations

import re

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from sdstudio.gui.theme import ThemeSource

_KEYWORDS = "and as def del elif else for from if import in is not None or print return with"
_PIECES = re.compile(
    r"(?P<comment>#.*)"
    r"|(?P<text>[rf]?\"(?:[^\"\\]|\\.)*\"|[rf]?'(?:[^'\\]|\\.)*')"
    rf"|(?P<keyword>\b(?:{'|'.join([*_KEYWORDS.split(), 'True', 'False'])})\b)"
    r"|(?P<number>\b\d[\d_.]*(?:e-?\d+)?\b)"
)


class PythonColours(QSyntaxHighlighter):
    """Colours comments, texts, keywords and numbers, line by line, and follows the theme."""

    def __init__(self, document: QTextDocument, themes: ThemeSource) -> None:
        super().__init__(document)
        self._themes = themes
        self._formats: dict[str, QTextCharFormat] = {}
        self._choose()
        themes.changed.connect(self._recolour)

    def highlightBlock(self, text: str) -> None:
        # A line of a thousand words (a long prompt) is not worth the time.
        for piece in _PIECES.finditer(text[:2000]):
            kind = piece.lastgroup
            if kind is not None:
                self.setFormat(piece.start(), piece.end() - piece.start(), self._formats[kind])

    @Slot()
    def _recolour(self) -> None:
        self._choose()
        self.rehighlight()

    def _choose(self) -> None:
        theme = self._themes.theme
        colours = {
            "comment": theme.secondary,
            "text": "#8fc98f" if theme.is_dark else "#2c6e31",
            "keyword": theme.accent,
            "number": theme.warning,
        }
        for kind, colour in colours.items():
            look = QTextCharFormat()
            look.setForeground(QColor(colour))
            look.setFontItalic(kind == "comment")
            self._formats[kind] = look
