"""Threads that wait for the network, and that nobody has to wait for when the app ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import SignalInstance

_CLOSING_SECONDS = 3.0
"""How long threads are waited for in the end. A hub that sends nothing holds one for 20 seconds;
what it does may be killed at any moment."""


class DaemonThreads:
    """A thread for each piece of work, and an end to what they tell once they are closed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._closed = threading.Event()

    def start(self, work: Callable[..., None], *arguments: object) -> threading.Thread | None:
        """Does the work in a thread of its own; None once this is closed."""
        with self._lock:
            if self._closed.is_set():
                return None
            self._threads = [thread for thread in self._threads if thread.is_alive()]
            name = work.__name__.strip("_")
            thread = threading.Thread(target=work, args=arguments, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()
            return thread

    def emit(self, signal: SignalInstance, *values: object) -> None:
        """Emits a signal, unless this is closed: then its object may be gone."""
        with self._lock:
            if not self._closed.is_set():
                signal.emit(*values)

    def is_closed(self) -> bool:
        """Whether the threads are to end; to be asked by them."""
        return self._closed.is_set()

    def close(self) -> None:
        """Waits for the threads, but not for a hub that is silent."""
        with self._lock:
            self._closed.set()
        end = time.monotonic() + _CLOSING_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
