"""Animations and sheets of a denoising, made off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sdstudio.animation import USUAL, AnimationOptions, Picture, write_animation
from sdstudio.film import denoising_frames
from sdstudio.gui.job_thread import JobThread, attempt
from sdstudio.request import SdstudioError, TrajectoryInfo, View
from sdstudio.session import GenerationSession


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportJob:
    """A denoising in memory and the file it becomes.

    The ending of ``path`` names the format. ``final`` is the finished picture, if there is one.
    """

    info: TrajectoryInfo
    path: Path
    view: View = "x0"
    options: AnimationOptions = USUAL
    final: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The end of an export: the file is there unless it was cancelled or has an ``error``."""

    path: Path
    error: SdstudioError | None = None
    is_cancelled: bool = False


class Exporter(QObject):
    """Makes one export after the other; returns at once and tells the end of each.

    GUI thread only.
    """

    progressed = Signal(int, int)
    """Steps of the export under way that are drawn, and how many it has."""
    done = Signal(object)
    """Exported: exactly one for each export, after its progress."""

    def __init__(self, session: GenerationSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = JobThread("exporter")

    def export(self, job: ExportJob) -> None:
        """Makes a file; waits its turn behind an earlier one."""
        self._jobs.start(self._make, job)

    def cancel(self) -> None:
        """Stops everything asked for so far. What was there before stays as it was."""
        self._jobs.cancel()

    def close(self) -> None:
        """Stops everything and waits for it; a moment, not the whole export."""
        self._jobs.close()

    def _make(self, job: ExportJob, must_stop: Callable[[], bool]) -> None:
        def work() -> None:
            write_animation(job.path, self._frames(job), job.options, must_stop)

        end = attempt(work, SdstudioError("“{path}” could not be written.", path=job.path))
        self.done.emit(Exported(path=job.path, error=end.error, is_cancelled=end.is_cancelled))

    def _frames(self, job: ExportJob) -> Iterator[Picture]:
        frames = denoising_frames(self._session, job.info, job.view, job.final)
        total = len(job.info.steps)
        for done, frame in enumerate(frames):
            self.progressed.emit(done, total)
            yield frame
        self.progressed.emit(total, total)
