"""Work that takes its time, one piece after the other, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event

from sdstudio.gui.worker import unforeseen
from sdstudio.request import Cancelled, SdstudioError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a piece of work ended: done, unless it was cancelled or has an ``error``."""

    error: SdstudioError | None = None
    is_cancelled: bool = False


def attempt(work: Callable[[], object], otherwise: SdstudioError | None = None) -> Ending:
    """Does the work; whatever goes wrong with it, the thread lives on.

    ``otherwise`` is told of a failure that is a bug, in the place of the usual sentence.
    """
    try:
        work()
    except Cancelled:
        return Ending(is_cancelled=True)
    except SdstudioError as known:
        return Ending(error=known)
    except Exception as bug:
        _log.exception("a piece of work failed")
        return Ending(error=otherwise or unforeseen(bug))
    return Ending()


class JobThread:
    """A thread for work that can be asked to stop. Any thread may use it."""

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._lock = threading.Lock()
        self._stop = Event()
        self._is_closed = Event()

    def start(self, work: Callable[..., None], *arguments: object) -> None:
        """Calls ``work`` with the arguments, after what was asked for earlier.

        It is also given a function that tells whether it is to stop. Once this is closed, nothing
        is begun any more.
        """
        with self._lock:
            if not self._is_closed.is_set():
                self._pool.submit(work, *arguments, self._stop.is_set)

    def cancel(self) -> None:
        """Stops everything asked for so far."""
        with self._lock:
            self._stop.set()
            self._stop = Event()

    def is_closed(self) -> bool:
        """Whether the thread is to end: for work that only this stops."""
        return self._is_closed.is_set()

    def close(self) -> None:
        """Stops everything and waits for it; a moment, not the whole work."""
        with self._lock:
            self._is_closed.set()
            self._stop.set()
        self._pool.shutdown(wait=True)
