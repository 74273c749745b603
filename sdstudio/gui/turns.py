"""Slow work off the window's thread, one piece after the other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event


class Turns:
    """A thread that does what it is given in that order. Called from the GUI thread only."""

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._stop = Event()

    def add(self, work: Callable[[Callable[[], bool]], None]) -> None:
        """Does ``work`` when its turn comes; what it is called with tells whether to stop."""
        self._pool.submit(work, self._stop.is_set)

    def cancel(self) -> None:
        """Stops everything that was added so far; it is still called, to tell its end."""
        self._stop.set()
        self._stop = Event()

    def close(self) -> None:
        """Stops everything and waits for it: for a moment, if the work asks often."""
        self._stop.set()
        self._pool.shutdown(wait=True)
