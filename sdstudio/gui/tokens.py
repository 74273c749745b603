"""Counting a prompt's tokens beside the typing, and finding where the model stops reading."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from sdstudio.request import TokenCount

_log = logging.getLogger(__name__)

CountTokens = Callable[[str], TokenCount | None]
"""Counts a text as the model in memory would; None while there is none. Any thread may call it."""


class TokenCounter(QObject):
    """Counts in a thread of its own. The newest text wins; there is never a backlog.

    ``count`` is for the GUI thread and returns at once.
    """

    counted = Signal(str, object)
    """A text and its TokenCount, or None: nothing can count it now."""

    def __init__(self, count_tokens: CountTokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count_tokens = count_tokens
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tokens")
        self._lock = threading.Lock()
        self._text: str | None = None
        self._is_scheduled = False
        self._is_closed = False

    def count(self, text: str) -> None:
        """Asks for the count of a text; forgets a text that still waits."""
        with self._lock:
            if self._is_closed:
                return
            self._text = text
            if self._is_scheduled:
                return
            self._is_scheduled = True
            self._pool.submit(self._work)

    def close(self) -> None:
        """Waits for a count at work and ends the thread; later texts are not counted."""
        with self._lock:
            self._is_closed = True
            self._text = None
        self._pool.shutdown(wait=True)

    def _work(self) -> None:
        while True:
            with self._lock:
                text, self._text = self._text, None
                if text is None:
                    self._is_scheduled = False
                    return
            try:
                # Half a surrogate pair is no text for a tokenizer; as many characters stay.
                count = self._count_tokens(text.encode("utf-8", "replace").decode("utf-8"))
            except Exception:
                # A tokenizer we cannot use costs the count, never the typing.
                _log.exception("tokens could not be counted")
                count = None
            self.counted.emit(text, count)
