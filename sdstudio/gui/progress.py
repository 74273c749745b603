"""How far a run is, in words and as a share; knows no widget."""

from __future__ import annotations

import statistics
from collections import deque

from PySide6.QtCore import QCoreApplication

from sdstudio.gui.numbers import fixed
from sdstudio.request import Stage

translate = QCoreApplication.translate

_REMEMBERED = 8
"""Steps whose median gives the time of the next ones; few, so that a busy machine is noticed."""


class RunProgress:
    """The stage and the steps of one request. Times are seconds of one monotonic clock."""

    def __init__(self) -> None:
        self.stage: Stage | None = None
        self.index = 0
        self.total = 0
        self._last: float | None = None
        self._durations: deque[float] = deque(maxlen=_REMEMBERED)

    def enter(self, stage: Stage, now: float) -> None:
        """A stage begins."""
        self.stage = stage
        if stage == "denoise":
            self._last = now

    def step(self, index: int, total: int, now: float) -> None:
        """Denoising has finished ``index`` of ``total`` steps."""
        if self._last is not None and index > self.index:
            self._durations.append((now - self._last) / (index - self.index))
        self._last = now
        self.index, self.total = index, total

    @property
    def seconds_left(self) -> float | None:
        """Time the remaining steps will take; None before it can be told."""
        if self.stage != "denoise" or not self._durations:
            return None
        return statistics.median(self._durations) * (self.total - self.index)

    @property
    def share(self) -> float | None:
        """The part done, from 0 to 1; None while it cannot be told."""
        if self.stage in ("decode", "save"):
            return 1.0
        if self.stage == "denoise" and self.total:
            return self.index / self.total
        return None

    def sentence(self) -> str:
        """Stage, step and time left, such as “Denoising · step 12 of 20 · 0.5 s left”."""
        match self.stage:
            case None:
                return translate("RunProgress", "Starting…")
            case "load":
                return translate("RunProgress", "Loading the model…")
            case "encode":
                return translate("RunProgress", "Reading the prompt…")
            case "decode":
                return translate("RunProgress", "Decoding the picture…")
            case "save":
                return translate("RunProgress", "Saving the picture…")
            case "denoise":
                return self._denoising()

    def _denoising(self) -> str:
        if not self.total:
            return translate("RunProgress", "Denoising…")
        step = translate("RunProgress", "Denoising · step {index} of {total}").format(
            index=self.index, total=self.total
        )
        left = self.seconds_left
        if left is None or self.index == self.total:
            return step
        return translate("RunProgress", "{step} · {time} left").format(
            step=step, time=duration(left)
        )


def duration(seconds: float) -> str:
    """A time for people: 0.5 s, 12 s, 3 min 20 s, 2 h 5 min."""
    if seconds < 9.95:
        return translate("RunProgress", "{seconds} s").format(seconds=fixed(seconds, 1))
    whole = round(seconds)
    if whole < 60:
        return translate("RunProgress", "{seconds} s").format(seconds=whole)
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return translate("RunProgress", "{minutes} min {seconds} s").format(
            minutes=minutes, seconds=rest
        )
    hours, minutes = divmod(minutes, 60)
    return translate("RunProgress", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
