"""The gallery compared with its files and repaired, off the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from sdstudio.gallery.drift import Drift, verify
from sdstudio.gallery.repair import Repair, repair
from sdstudio.gallery.store import Gallery
from sdstudio.gui.turns import Turns
from sdstudio.gui.worker import unforeseen
from sdstudio.request import SdstudioError

_log = logging.getLogger(__name__)


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
        self._turns = Turns("checker")

    def check(self) -> None:
        """Compares all rows and files; waits its turn."""
        self._turns.add(self._check)

    def repair(self, drift: Drift, *, is_agreed: bool) -> None:
        """Repairs what a check found; ``is_agreed`` when any number of pictures may go."""
        self._turns.add(partial(self._repair, drift, is_agreed))

    def cancel(self) -> None:
        """Stops what was asked for so far."""
        self._turns.cancel()

    def close(self) -> None:
        """Stops everything and waits for it: for a moment."""
        self._turns.close()

    def _check(self, must_stop: Callable[[], bool]) -> None:
        try:
            with self._open_gallery() as gallery:
                end = CheckEnd(drift=verify(gallery, self.progressed.emit, must_stop))
        except SdstudioError as error:
            end = CheckEnd(error=error)
        except Exception as bug:
            _log.exception("the gallery could not be checked")
            end = CheckEnd(error=unforeseen(bug))
        self.checked.emit(end)

    def _repair(self, drift: Drift, is_agreed: bool, must_stop: Callable[[], bool]) -> None:
        try:
            with self._open_gallery() as gallery:
                done = repair(gallery, drift, is_agreed=is_agreed, should_stop=must_stop)
            end = RepairEnd(drift=drift, done=done, is_stopped=must_stop())
        except SdstudioError as error:
            end = RepairEnd(drift=drift, error=error)
        except Exception as bug:
            _log.exception("the gallery could not be repaired")
            end = RepairEnd(drift=drift, error=unforeseen(bug))
        self.repaired.emit(end)
