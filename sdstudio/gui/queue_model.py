"""The requests that run and wait, in order, as a list model; the queue view shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sdstudio.gui.additions.words import additions_words
from sdstudio.gui.progress import RunProgress
from sdstudio.request import SCHEDULERS, GenerationRequest

translate = QCoreApplication.translate


@dataclass(slots=True)
class Job:
    """A request in the queue. ``batch`` is common to the requests of one press of Generate."""

    request: GenerationRequest
    batch: int
    progress: RunProgress = field(default_factory=RunProgress)
    is_running: bool = False


class QueueModel(QAbstractListModel):
    """Jobs, first the one that runs. GUI thread only."""

    JobRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._batches = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._jobs)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        job = self._jobs[index.row()]
        if role == self.JobRole:
            return job
        if role == Qt.ItemDataRole.DisplayRole:
            return prompt_line(job.request)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = job.progress.sentence() if job.is_running else self.tr("Waiting")
            return f"{prompt_line(job.request)}. {state}"
        return None

    # -- changing ----------------------------------------------------------------------------

    def add(self, requests: list[GenerationRequest]) -> None:
        """Puts the requests of one press of Generate at the end."""
        if not requests:
            return
        self._batches += 1
        first = len(self._jobs)
        self.beginInsertRows(QModelIndex(), first, first + len(requests) - 1)
        self._jobs.extend(Job(request, self._batches) for request in requests)
        self.endInsertRows()

    def start(self, request_id: str) -> Job | None:
        """Its turn has come."""
        for job in self._jobs:
            if job.request.id == request_id:
                job.is_running = True
                self._changed(job)
                return job
        return None

    def touch(self) -> None:
        """The running job's progress has changed."""
        if (job := self.running) is not None:
            self._changed(job)

    def remove(self, request_id: str) -> Job | None:
        """Takes a request off that has ended, and gives it back; None for an unknown one."""
        for row, job in enumerate(self._jobs):
            if job.request.id == request_id:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._jobs[row]
                self.endRemoveRows()
                return job
        return None

    # -- looking -----------------------------------------------------------------------------

    @property
    def running(self) -> Job | None:
        """The job at work."""
        return next((job for job in self._jobs if job.is_running), None)

    def job(self, row: int) -> Job:
        """The job of a row."""
        return self._jobs[row]

    def ids(self) -> set[str]:
        """Every request."""
        return {job.request.id for job in self._jobs}

    def batch_to_stop(self) -> set[str]:
        """The requests of the press of Generate that runs, or comes next when nothing runs yet."""
        if not self._jobs:
            return set()
        current = self.running or self._jobs[0]
        return {job.request.id for job in self._jobs if job.batch == current.batch}

    def _changed(self, job: Job) -> None:
        index = self.index(self._jobs.index(job))
        self.dataChanged.emit(index, index)


def prompt_line(request: GenerationRequest) -> str:
    """The prompt on one line."""
    return " ".join(request.prompt.split()) or translate("QueueModel", "(no prompt)")


def settings_line(request: GenerationRequest) -> str:
    """The other settings on one line."""
    return " · ".join(
        (
            f"{request.width} × {request.height}",
            translate("QueueModel", "%Ln step(s)", "", request.num_inference_steps),
            translate("QueueModel", "seed {seed}").format(seed=request.seed),
            SCHEDULERS[request.scheduler],
            *additions_words(request),
        )
    )
