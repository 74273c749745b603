"""A worker in a real QThread, with someone who listens to it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.gui.worker import Failure, GenerationWorker, SharpFrame, start_worker_thread
from sdstudio.paths import Paths
from sdstudio.request import (
    GalleryItem,
    GenerationRequest,
    ModelInfo,
    SdstudioError,
    StepPreview,
)
from sdstudio.session import GenerationSession


class Listener(QObject):
    """Lives in the GUI thread and writes down what it hears, in order."""

    def __init__(self, worker: GenerationWorker, mailbox: PreviewMailbox) -> None:
        super().__init__()
        self.events: list[tuple[str, str]] = []
        self.items: dict[str, GalleryItem] = {}
        self.failures: dict[str, Failure] = {}
        self.models: list[ModelInfo] = []
        self.refused: list[SdstudioError] = []
        self.notes: list[str] = []
        self.previews: list[StepPreview] = []
        self.steps: list[int] = []
        self.kept: list[GalleryItem] = []
        self.sharp: list[SharpFrame] = []
        self.threads: set[int] = set()
        self._mailbox = mailbox
        worker.started.connect(self.on_started)
        worker.stage_changed.connect(self.on_stage)
        worker.stepped.connect(self.on_step)
        worker.finished.connect(self.on_finished)
        worker.cancelled.connect(self.on_cancelled)
        worker.failed.connect(self.on_failed)
        worker.remade.connect(self.on_remade)
        worker.step_kept.connect(self.on_step_kept)
        worker.sharpened.connect(self.on_sharpened)
        worker.model_ready.connect(self.on_model)
        worker.model_failed.connect(self.on_model_failed)
        worker.noted.connect(self.on_note)
        mailbox.arrived.connect(self.on_preview)

    @Slot(str)
    def on_started(self, request_id: str) -> None:
        self.threads.add(threading.get_ident())
        self.events.append(("started", request_id))

    @Slot(str, str)
    def on_stage(self, request_id: str, stage: str) -> None:
        self.events.append((stage, request_id))

    @Slot(str, int, int)
    def on_step(self, request_id: str, index: int, num_timesteps: int) -> None:
        self.steps.append(index)

    @Slot(str, object)
    def on_finished(self, request_id: str, item: GalleryItem) -> None:
        self.items[request_id] = item
        self.events.append(("finished", request_id))

    @Slot(str)
    def on_cancelled(self, request_id: str) -> None:
        self.events.append(("cancelled", request_id))

    @Slot(object)
    def on_failed(self, failure: Failure) -> None:
        self.failures[failure.request_id] = failure
        self.events.append(("failed", failure.request_id))

    @Slot(str)
    def on_remade(self, request_id: str) -> None:
        self.events.append(("remade", request_id))

    @Slot(object)
    def on_step_kept(self, item: GalleryItem) -> None:
        self.kept.append(item)

    @Slot(object)
    def on_sharpened(self, frame: SharpFrame) -> None:
        self.sharp.append(frame)

    @Slot(object)
    def on_model(self, info: ModelInfo) -> None:
        self.models.append(info)

    @Slot(str, object)
    def on_model_failed(self, reference: str, error: SdstudioError) -> None:
        self.refused.append(error)

    @Slot(str, str)
    def on_note(self, request_id: str, sentence: str) -> None:
        self.notes.append(sentence)

    @Slot()
    def on_preview(self) -> None:
        preview = self._mailbox.take()
        if preview is not None:
            self.previews.append(preview)

    def ends(self, request_id: str) -> list[str]:
        """Every end that was told of a request."""
        return [
            name
            for name, told in self.events
            if told == request_id and name in ("finished", "remade", "cancelled", "failed")
        ]

    def has(self, name: str, request_id: str) -> bool:
        return (name, request_id) in self.events


class Studio:
    """A worker in its thread, with a listener and a gallery on the disk."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.mailbox = PreviewMailbox()
        self.session = GenerationSession(paths)
        self.worker = GenerationWorker(self.session, self.open_gallery, self.mailbox)
        self.listener = Listener(self.worker, self.mailbox)
        self.thread = QThread()
        start_worker_thread(self.worker, self.thread)

    def open_gallery(self) -> Gallery:
        return Gallery(self.paths.pictures, self.paths.database_file, self.paths.cache)

    def close(self) -> None:
        self.worker.close()
        self.thread.quit()
        assert self.thread.wait(60_000)


def ask(**changes: object) -> GenerationRequest:
    values: dict[str, object] = {"prompt": "a panda", "num_inference_steps": 4, "seed": 5}
    return GenerationRequest(**(values | changes))  # type: ignore[arg-type]


def wait(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=60_000)
