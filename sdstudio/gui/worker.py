"""The thread that owns the pipeline, and the queue of requests in front of it."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from PySide6.QtGui import QImage

from sdstudio.gallery.store import Gallery
from sdstudio.gui.decoding import decode
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.request import (
    Cancelled,
    GalleryItem,
    GenerationRequest,
    GenerationResult,
    ModelInfo,
    SdstudioError,
    Stage,
    StepPreview,
    TokenCount,
)
from sdstudio.session import GenerationSession

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a request failed.

    ``result`` is a finished picture that could not be stored, and ``image`` the same, decoded;
    both are None when there is no picture.
    """

    request_id: str
    error: SdstudioError
    result: GenerationResult | None = None
    image: QImage | None = None


class GenerationWorker(QObject):
    """Makes pictures one after the other in a thread of its own.

    ``submit``, ``drop``, ``stop`` and ``stop_all`` may be called from any thread and return at
    once. For each submitted request exactly one of ``finished``, ``cancelled`` and ``failed`` is
    emitted, after all its other signals. Signals reach slots of the GUI thread through its event
    loop; connect bound methods only, since a lambda would run in this thread.
    """

    prepared = Signal()
    """torch and diffusers are imported."""
    model_loading = Signal(str)
    """A model reference is being loaded."""
    model_ready = Signal(object)
    """The ModelInfo of the model in use."""
    model_failed = Signal(str, object)
    """reference, SdstudioError: a model asked for with ``load_model`` could not be loaded."""
    started = Signal(str)
    """request id: its turn has come."""
    stage_changed = Signal(str, str)
    """request id, Stage."""
    stepped = Signal(str, int, int)
    """request id, finished steps, all steps; the picture of the step is in the mailbox."""
    finished = Signal(str, object)
    """request id, GalleryItem: stored on the disk and in the index."""
    noted = Signal(str, str)
    """request id, a sentence about the finished picture."""
    cancelled = Signal(str)
    """request id."""
    failed = Signal(object)
    """Failure."""
    _wake = Signal()

    def __init__(
        self,
        session: GenerationSession,
        open_gallery: Callable[[], Gallery],
        mailbox: PreviewMailbox,
    ) -> None:
        super().__init__()
        self._session = session
        self._open_gallery = open_gallery
        self._gallery: Gallery | None = None
        self._mailbox = mailbox
        self._lock = threading.Lock()
        self._queue: deque[GenerationRequest | str] = deque()
        self._running: str | None = None
        self._stop_running = False
        self._closing = False
        # Queued even before the worker is moved to its thread: the event moves with it.
        self._wake.connect(self._work, Qt.ConnectionType.QueuedConnection)

    # -- from any thread ---------------------------------------------------------------------

    def submit(self, request: GenerationRequest) -> None:
        """Puts a request at the end of the queue."""
        with self._lock:
            self._queue.append(request)
        self._wake.emit()

    def load_model(self, reference: str) -> None:
        """Loads a model when the queue gets there, so that the next request need not wait for it.

        Only the model asked for last counts: earlier wishes still waiting are forgotten.
        """
        with self._lock:
            self._queue = deque(job for job in self._queue if not isinstance(job, str))
            self._queue.append(reference)
        self._wake.emit()

    def drop(self, request_ids: set[str]) -> None:
        """Takes waiting requests out of the queue and stops the running one if it is among them."""
        with self._lock:
            waiting = [
                job
                for job in self._queue
                if isinstance(job, GenerationRequest) and job.id in request_ids
            ]
            self._queue = deque(job for job in self._queue if job not in waiting)
            if self._running in request_ids:
                self._stop_running = True
        for job in waiting:
            self.cancelled.emit(job.id)

    def stop_all(self) -> None:
        """Drops everything that waits and stops what runs."""
        with self._lock:
            ids = {job.id for job in self._queue if isinstance(job, GenerationRequest)}
            if self._running is not None:
                ids.add(self._running)
        self.drop(ids)

    def count_tokens(self, text: str) -> TokenCount | None:
        """How much of a text the model in use reads; None while none is loaded. Milliseconds."""
        return self._session.count_tokens(text)

    def close(self) -> None:
        """Drops and stops everything, for good; what is being saved is still saved."""
        with self._lock:
            self._closing = True
        self.stop_all()

    # -- in the worker's thread --------------------------------------------------------------

    @Slot()
    def prepare(self) -> None:
        """Imports torch and diffusers; slow. Connect it to the thread's ``started``."""
        if self._closing:
            return
        try:
            self._session.prepare()
        except Exception:
            # Not the end: the first request tries again and tells its failure there.
            _log.exception("torch and diffusers could not be imported")
        else:
            self.prepared.emit()

    @Slot()
    def release(self) -> None:
        """Frees the pipeline and closes the index; connected to the thread's ``finished``."""
        self._session.release()
        if self._gallery is not None:
            self._gallery.close()
            self._gallery = None

    def put_preview(self, preview: StepPreview) -> None:
        """Leaves a preview in the mailbox."""
        self._mailbox.put(preview)

    @Slot()
    def _work(self) -> None:
        with self._lock:
            if not self._queue or self._closing:
                return
            job = self._queue.popleft()
            self._running = job.id if isinstance(job, GenerationRequest) else None
            self._stop_running = False
        if isinstance(job, GenerationRequest):
            self._run(job)
        else:
            self._load(job)

    def _run(self, request: GenerationRequest) -> None:
        self.started.emit(request.id)
        result: GenerationResult | None = None
        try:
            result = self._session.generate(request, _Relay(self, request.id), self._must_stop)
            # From here on the picture exists: Stop no longer takes it away.
            self.stage_changed.emit(request.id, "save")
            item = self._store(result)
        except Cancelled:
            self._end()
            self.cancelled.emit(request.id)
        except SdstudioError as error:
            self._fail(request, error, result)
        except Exception as error:
            _log.exception("request %s failed in a way nobody foresaw", request.id)
            self._fail(request, unforeseen(error), result)
        else:
            self._end()
            for note in result.notes:
                self.noted.emit(request.id, note)
            self.finished.emit(request.id, item)

    def _fail(
        self, request: GenerationRequest, error: SdstudioError, result: GenerationResult | None
    ) -> None:
        # Decoded here, since the window's own thread must not.
        image = None if result is None else decode(result.png, "PNG")
        self._end()
        self.failed.emit(Failure(request_id=request.id, error=error, result=result, image=image))

    def _load(self, reference: str) -> None:
        try:
            self._session.load(reference, _Relay(self, ""), self._must_stop)
        except Cancelled:
            pass
        except SdstudioError as error:
            self.model_failed.emit(reference, error)
        except Exception as error:
            _log.exception("model %s could not be loaded", reference)
            self.model_failed.emit(reference, unforeseen(error))

    def _store(self, result: GenerationResult) -> GalleryItem:
        if self._gallery is None:
            self._gallery = self._open_gallery()
        return self._gallery.add(result)

    def _end(self) -> None:
        with self._lock:
            self._running = None

    def _must_stop(self) -> bool:
        return self._stop_running or self._closing


class _Relay:
    """The session's observer: passes what it sees on as the worker's signals."""

    def __init__(self, worker: GenerationWorker, request_id: str) -> None:
        self._worker = worker
        self._request_id = request_id

    def model_loading(self, reference: str) -> None:
        self._worker.model_loading.emit(reference)

    def model_ready(self, info: ModelInfo) -> None:
        self._worker.model_ready.emit(info)

    def stage_changed(self, stage: Stage) -> None:
        if self._request_id:
            self._worker.stage_changed.emit(self._request_id, stage)

    def step_finished(self, index: int, num_timesteps: int) -> None:
        self._worker.stepped.emit(self._request_id, index, num_timesteps)

    def previewed(self, preview: StepPreview) -> None:
        self._worker.put_preview(preview)


def unforeseen(error: Exception) -> SdstudioError:
    """The sentence for a failure that is a bug; its traceback is in the log."""
    return SdstudioError(
        "Something went wrong that should not have ({kind}).",
        "The log has the details; the app goes on.",
        kind=type(error).__name__,
    )


def start_worker_thread(worker: GenerationWorker, thread: QThread) -> None:
    """Moves the worker into the thread and starts it: from then on torch is being imported."""
    worker.moveToThread(thread)
    thread.started.connect(worker.prepare)
    # Emitted by the thread itself after its event loop ended, so still in the right thread.
    thread.finished.connect(worker.release)
    thread.start()
