"""Old model files converted off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sdstudio.convert import Converted, convert
from sdstudio.gui.job_thread import JobThread, attempt
from sdstudio.request import SdstudioError


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
        self._jobs = JobThread("converter")

    def convert(self, source: Path) -> None:
        """Converts a file or a diffusers folder."""
        self._jobs.start(self._make, source)

    def cancel(self) -> None:
        """Stops what was asked for so far; it leaves nothing behind."""
        self._jobs.cancel()

    def close(self) -> None:
        """Stops everything and waits for it; a moment, not the whole conversion."""
        self._jobs.close()

    def _make(self, source: Path, must_stop: Callable[[], bool]) -> None:
        made: Converted | None = None

        def progress(done: int, total: int) -> None:
            self.progressed.emit(done / max(total, 1))

        def work() -> None:
            nonlocal made
            made = convert(source, self._models, progress=progress, must_stop=must_stop)

        ending = attempt(work)
        self.done.emit(ConversionEnd(source=source, made=made, error=ending.error))
