"""Answers about a text that is being typed, found off the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

_log = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class LatestText(Generic[Answer]):
    """Answers texts in a thread of its own. The newest one wins; there is never a backlog.

    ``ask`` is for the GUI thread and returns at once. ``tell`` is called in the thread, with the
    text as it was asked and its answer, None where there is none. ``name`` is that of the thread;
    ``complaint`` goes to the log when ``answer`` fails.
    """

    def __init__(
        self,
        name: str,
        answer: Callable[[str], Answer | None],
        tell: Callable[[str, Answer | None], None],
        complaint: str,
    ) -> None:
        self._answer = answer
        self._tell = tell
        self._complaint = complaint
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._lock = threading.Lock()
        self._text: str | None = None
        self._is_scheduled = False
        self._is_closed = False

    def ask(self, text: str) -> None:
        """Asks about a text; forgets a text that still waits."""
        with self._lock:
            if self._is_closed:
                return
            self._text = text
            if self._is_scheduled:
                return
            self._is_scheduled = True
            self._pool.submit(self._work)

    def close(self) -> None:
        """Waits for an answer at work and ends the thread; later texts are not answered."""
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
                answer = self._answer(text.encode("utf-8", "replace").decode("utf-8"))
            except Exception:
                # A tokenizer we cannot use costs the answer, never the typing.
                _log.exception("%s", self._complaint)
                answer = None
            self._tell(text, answer)
