"""The gallery compared with its files and repaired, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from sdstudio.gallery.drift import Drift, verify
from sdstudio.gallery.repair import Repair, repair
from sdstudio.gallery.store import Gallery
from sdstudio.gui.job_thread import JobThread, attempt
from sdstudio.request import SdstudioError


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckEnd:
    """The end of a check: what was found, or an ``error``."""

    drift: Drift | None = None
    error: SdstudioError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairEnd:
    """The end of a repair of ``drift``: ``done`` unless it has an ``error``.

    ``is_stopped`` when part of it may not have been done.
    """

    drift: Drift
    done: Repair | None = None
    error: SdstudioError | None = None
    is_stopped: bool = False


class Checker(QObject):
    """Checks and repairs one after the other; returns at once and tells the end of each.

    Each opens a gallery of its own, in the thread that works with it. GUI thread only.
    """

    progressed = Signal(int, int)
    """Pictures of the check under way that were looked at, and how many there are."""
    checked = Signal(object)
    """CheckEnd: exactly one for each check, after its progress."""
    repaired = Signal(object)
    """RepairEnd: exactly one for each repair."""

    def __init__(self, open_gallery: Callable[[], Gallery], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_gallery = open_gallery
        self._thread = JobThread("checker")

    def check(self) -> None:
        """Compares all rows and files; waits its turn."""
        self._thread.start(self._check)

    def repair(self, drift: Drift, *, is_agreed: bool) -> None:
        """Repairs what a check found; ``is_agreed`` when any number of pictures may go."""
        self._thread.start(self._repair, drift, is_agreed)

    def cancel(self) -> None:
        """Stops what was asked for so far."""
        self._thread.cancel()

    def close(self) -> None:
        """Stops everything and waits for it: for a moment."""
        self._thread.close()

    def _check(self, must_stop: Callable[[], bool]) -> None:
        found: Drift | None = None

        def work() -> None:
            nonlocal found
            with self._open_gallery() as gallery:
                found = verify(gallery, self.progressed.emit, must_stop)

        ending = attempt(work)
        self.checked.emit(CheckEnd(drift=found, error=ending.error))

    def _repair(self, drift: Drift, is_agreed: bool, must_stop: Callable[[], bool]) -> None:
        done: Repair | None = None

        def work() -> None:
            nonlocal done
            with self._open_gallery() as gallery:
                done = repair(gallery, drift, is_agreed=is_agreed, should_stop=must_stop)

        error = attempt(work).error
        is_stopped = error is None and must_stop()
        self.repaired.emit(RepairEnd(drift=drift, done=done, error=error, is_stopped=is_stopped))
