"""Counting a prompt's tokens beside the typing, and finding where the model stops reading."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from sdstudio.gui.latest import LatestText
from sdstudio.request import TokenCount

CountTokens = Callable[[str], TokenCount | None]
"""Counts a text as the model in memory would; None while there is none. Any thread may call it."""


class TokenCounter(QObject):
    """Counts in a thread of its own; see ``LatestText``."""

    counted = Signal(str, object)
    """A text and its TokenCount, or None: nothing can count it now."""

    def __init__(self, count_tokens: CountTokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = LatestText("tokens", count_tokens, self._tell, "tokens could not be counted")

    def count(self, text: str) -> None:
        """Asks for the count of a text; forgets a text that still waits."""
        self._latest.ask(text)

    def close(self) -> None:
        """Waits for a count at work and ends the thread; later texts are not counted."""
        self._latest.close()

    def _tell(self, text: str, count: TokenCount | None) -> None:
        self.counted.emit(text, count)
