"""Old model files converted off the window's thread."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from sdstudio.convert import Converted, convert
from sdstudio.gui.worker import unforeseen
from sdstudio.request import Cancelled, SdstudioError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionEnd:
    """The end of a conversion: ``made`` unless it was cancelled or has an ``error``."""

    source: Path
    made: Converted | None = None
    error: SdstudioError | None = None


class Converter(QObject):
    """Converts one model after the other; returns at once and tells the end of each.

    GUI thread only.
    """

    progressed = Signal(float)
    """The share done of the conversion under way, 0 to 1."""
    done = Signal(object)
    """ConversionEnd: exactly one for each conversion, after its progress."""

    def __init__(self, models: Path, parent: QObject | None = None) -> None:
        """``models`` is the app's own folder of models, which the new ones lie below."""
        super().__init__(parent)
        self._models = models
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="converter")
        self._stop = Event()

    def convert(self, source: Path) -> None:
        """Converts a file or a diffusers folder."""
        self._pool.submit(self._make, source, self._stop)

    def cancel(self) -> None:
        """Stops what was asked for so far; it leaves nothing behind."""
        self._stop.set()
        self._stop = Event()

    def close(self) -> None:
        """Stops everything and waits for it; a moment, not the whole conversion."""
        self._stop.set()
        self._pool.shutdown(wait=True)

    def _make(self, source: Path, stop: Event) -> None:
        made: Converted | None = None
        error: SdstudioError | None = None

        def progress(done: int, total: int) -> None:
            self.progressed.emit(done / max(total, 1))

        try:
            made = convert(source, self._models, progress=progress, must_stop=stop.is_set)
        except Cancelled:
            pass
        except SdstudioError as known:
            error = known
        except Exception as bug:
            _log.exception("%s could not be converted", source)
            error = unforeseen(bug)
        self.done.emit(ConversionEnd(source=source, made=made, error=error))
