"""The thread that owns the pipeline, and the queue of requests in front of it."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QThread, Signal, SignalInstance, Slot
from PySide6.QtGui import QImage

from sdstudio.gallery.metadata import same_pixels
from sdstudio.gallery.store import Gallery
from sdstudio.gui.decoding import decode, image_from_frame
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.phrase import Phrase
from sdstudio.request import (
    Cancelled,
    GalleryItem,
    GenerationRequest,
    GenerationResult,
    ModelInfo,
    PreviewPlan,
    SdstudioError,
    Stage,
    StepPreview,
    TokenCount,
    TrajectoryMissing,
    View,
)
from sdstudio.session import GenerationSession
from sdstudio.xray import Answer, Query

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


@dataclass(frozen=True, slots=True, kw_only=True)
class SharpFrame:
    """A step of a denoising, decoded by the full VAE."""

    request_id: str
    index: int
    view: View
    image: QImage


@dataclass(frozen=True, slots=True)
class _Load:
    """Load a model, so that the next request need not wait for it."""

    reference: str


@dataclass(frozen=True, slots=True)
class _Make:
    """Make a picture; ``again`` only for its denoising, the picture is there."""

    request: GenerationRequest
    again: bool = False


@dataclass(frozen=True, slots=True)
class _KeepStep:
    """Store a step of a denoising as a picture."""

    request_id: str
    index: int


_Job = _Load | _Make | _KeepStep
_STOPPED = "This was stopped."
_GENERATIONS = 100
"""So many parents are made again for a branch whose denoisings are all gone; nobody has more."""


class GenerationWorker(QObject):
    """Makes pictures one after the other in a thread of its own.

    The methods under “from any thread” return at once. For each request that was submitted or made
    again exactly one of ``finished``, ``remade``, ``cancelled`` and ``failed`` is emitted, after
    all its other signals. Signals reach slots of the GUI thread through its event loop; connect
    bound methods only, since a lambda would run in this thread.
    """

    prepared = Signal()
    """torch and diffusers are imported."""
    model_loading = Signal(str)
    """A model reference is being loaded."""
    model_ready = Signal(object)
    """The ModelInfo of the model in use."""
    model_failed = Signal(str, object)
    """reference, SdstudioError: a model asked for with ``load_model`` could not be loaded."""
    model_given_up = Signal(str)
    """A model asked for with ``load_model`` whose loading was stopped; the old one is in use."""
    started = Signal(str)
    """request id: its turn has come."""
    stage_changed = Signal(str, str)
    """request id, Stage."""
    stepped = Signal(str, int, int)
    """request id, finished steps, all steps; the picture of the step is in the mailbox."""
    finished = Signal(str, object)
    """request id, GalleryItem: stored on the disk and in the index."""
    remade = Signal(str)
    """request id: its denoising is in memory again; nothing was stored."""
    step_kept = Signal(object)
    """GalleryItem: a step that is a picture of its own now."""
    sharpened = Signal(object)
    """SharpFrame: what was asked for with ``sharpen``, if nothing else came in between."""
    answered = Signal(object, object)
    """Query and Answer of the X-ray."""
    question_failed = Signal(object, object)
    """Query and SdstudioError."""
    question_progressed = Signal(object, int, int)
    """Query, steps done and all steps, of what takes long."""
    noted = Signal(str, object)
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
        self._queue: deque[_Job] = deque()
        self._running: str | None = None
        self._loading: str | None = None
        self._stop_running = False
        self._keep_running = False
        self._questions: dict[type, Query] = {}
        self._stop_answer = False
        self._blurred: tuple[str, int, View] | None = None
        self._always_keep = False
        self._closing = False
        # Queued even before the worker is moved to its thread: the event moves with it.
        self._wake.connect(self._work, Qt.ConnectionType.QueuedConnection)

    # -- from any thread ---------------------------------------------------------------------

    def submit(self, request: GenerationRequest) -> None:
        """Puts a request at the end of the queue."""
        self._put(_Make(request))

    def make_again(self, request: GenerationRequest) -> None:
        """Runs a finished picture's request again to have its denoising in memory."""
        self._put(_Make(request, again=True))

    def keep_step(self, request_id: str, index: int) -> None:
        """Stores the predicted x0 of a step as a picture when the queue gets there."""
        self._put(_KeepStep(request_id, index))

    def load_model(self, reference: str) -> None:
        """Loads a model when the queue gets there, so that the next request need not wait for it.

        Only the model asked for last counts: earlier wishes still waiting are forgotten, and one
        that is being fulfilled is given up.
        """
        with self._lock:
            self._queue = deque(job for job in self._queue if not isinstance(job, _Load))
            self._queue.append(_Load(reference))
            if self._loading is not None and self._loading != reference:
                self._stop_running = True
        self._wake.emit()

    def stop_loading(self) -> None:
        """Gives up the model that is asked for with ``load_model``, loading or still waiting."""
        with self._lock:
            waiting = [job for job in self._queue if isinstance(job, _Load)]
            self._queue = deque(job for job in self._queue if not isinstance(job, _Load))
            if self._loading is not None:
                self._stop_running = True
        for job in waiting:
            self.model_given_up.emit(job.reference)

    def sharpen(self, request_id: str, index: int, view: View) -> None:
        """Decodes a step by the full VAE once nothing else is to be done.

        Only the step asked for last counts. One of a model that is not in memory stays as it is.
        """
        with self._lock:
            self._blurred = (request_id, index, view)
        self._wake.emit()

    def ask(self, query: Query) -> None:
        """Answers a question of the X-ray once nothing else is to be done.

        Of each kind only the one asked last counts.
        """
        with self._lock:
            self._questions[type(query)] = query
        self._wake.emit()

    def stop_answering(self) -> None:
        """Gives up the question at work and those that wait; they count as failed."""
        with self._lock:
            waiting = list(self._questions.values())
            self._questions.clear()
            self._stop_answer = True
        for query in waiting:
            self.question_failed.emit(query, SdstudioError(_STOPPED))

    def drop(self, request_ids: set[str]) -> None:
        """Takes waiting requests out of the queue and stops the running one if it is among them."""
        with self._lock:
            waiting = [
                job
                for job in self._queue
                if isinstance(job, _Make) and job.request.id in request_ids
            ]
            self._queue = deque(job for job in self._queue if job not in waiting)
            if self._running in request_ids:
                self._stop_running = True
        for job in waiting:
            self.cancelled.emit(job.request.id)

    def stop_and_keep(self) -> None:
        """Ends the running request; what it predicted last becomes its picture.

        Before its first step is done, it waits for that.
        """
        with self._lock:
            self._keep_running = self._running is not None

    def stop_all(self) -> None:
        """Drops everything that waits and stops what runs."""
        with self._lock:
            ids = {job.request.id for job in self._queue if isinstance(job, _Make)}
            if self._running is not None:
                ids.add(self._running)
        self.drop(ids)

    def set_previews(self, plan: PreviewPlan) -> None:
        """How much previews may cost, from the next picture on."""
        self._session.previews = plan

    def set_always_keep(self, always: bool) -> None:
        """Whether the denoising of each picture is stored beside it, from the next one on."""
        self._always_keep = always

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

    def wants_preview(self) -> bool:
        """Whether the last preview was taken out of the mailbox."""
        return self._mailbox.is_empty()

    @Slot()
    def _work(self) -> None:
        with self._lock:
            if self._closing:
                return
            job = self._queue.popleft() if self._queue else None
            blurred, query = None, None
            if job is None:
                blurred, self._blurred = self._blurred, None
            if job is None and blurred is None and self._questions:
                query = self._questions.pop(next(iter(self._questions)))
                self._stop_answer = False
            self._running = job.request.id if isinstance(job, _Make) else None
            self._loading = job.reference if isinstance(job, _Load) else None
            self._stop_running = self._keep_running = False
        if isinstance(job, _Make):
            self._run(job.request, again=job.again)
        elif isinstance(job, _KeepStep):
            self._keep_step(job)
        elif job is not None:
            self._load(job.reference)
        elif blurred is not None:
            self._sharpen(*blurred)
        elif query is not None:
            self._answer(query)

    def _run(self, request: GenerationRequest, *, again: bool) -> None:
        self.started.emit(request.id)
        result: GenerationResult | None = None
        item: GalleryItem | None = None
        relay = _Relay(self, request.id)
        try:
            self._bring_parent(request, relay, _GENERATIONS)
            result = self._session.generate(
                request,
                relay,
                self._must_stop,
                must_keep=self._must_keep,
                keep_trajectory=self._always_keep and not again,
            )
            if again:
                self._compare(result)
            else:
                # From here on the picture exists: Stop no longer takes it away.
                self.stage_changed.emit(request.id, "save")
                item = self._store(result)
        except Cancelled:
            self._end()
            self.cancelled.emit(request.id)
        except SdstudioError as error:
            self._fail(request, error, None if again else result)
        except Exception as error:
            _log.exception("request %s failed in a way nobody foresaw", request.id)
            self._fail(request, unforeseen(error), None if again else result)
        else:
            self._end()
            if item is None:
                self.remade.emit(request.id)
                return
            for note in result.notes:
                self.noted.emit(request.id, note)
            self.finished.emit(request.id, item)

    def _bring_parent(self, request: GenerationRequest, relay: _Relay, left: int) -> None:
        """Sees to it that a branch finds its parent's denoising in memory.

        From the file beside the parent's picture; else the parent is made again, and if need be
        the parent's parent before that.
        """
        if not request.parent or self._session.trajectory_info(request.parent) is not None:
            return
        gallery = self._gallery_here()
        parent = gallery.by_request(request.parent)
        if parent is None or parent.request is None or not left:
            raise TrajectoryMissing(
                "The picture that this one branches from is not in the gallery any more.",
                "Generate a new picture instead.",
            )
        if (file := gallery.trajectory_file(parent.id)) is not None:
            try:
                self._session.open_trajectory(request.parent, file)
            except SdstudioError as error:
                # Made again, then; the sentence tells why it takes longer.
                self.noted.emit(request.id, error.phrase)
            else:
                return
        self._bring_parent(parent.request, relay, left - 1)
        self._session.generate(parent.request, relay, self._must_stop)

    def _compare(self, result: GenerationResult) -> None:
        """Says so when a picture made again is not the picture."""
        if result.kept_step is not None:
            return  # stopped on the way; nothing can be said
        item = self._gallery_here().by_request(result.request.id)
        if item is None or item.kept_step is not None or same_pixels(result.png, item.path):
            return
        note = Phrase(
            "Made again, the picture comes out a little different: other versions or another "
            "device made it then ({device}).",
            device="?" if item.provenance is None else item.provenance.device,
        )
        self.noted.emit(result.request.id, note)

    def _keep_step(self, job: _KeepStep) -> None:
        result: GenerationResult | None = None
        try:
            relay = _Relay(self, "")
            result = self._session.keep_step(job.request_id, job.index, relay, self._must_stop)
            item = self._store(result)
        except Cancelled:
            pass
        except SdstudioError as error:
            self._fail_without_job(job, error, result)
        except Exception as error:
            _log.exception("step %s of %s could not be kept", job.index, job.request_id)
            self._fail_without_job(job, unforeseen(error), result)
        else:
            self.step_kept.emit(item)

    def _fail_without_job(
        self, job: _KeepStep, error: SdstudioError, result: GenerationResult | None
    ) -> None:
        image = None if result is None else decode(result.png, "PNG")
        request_id = job.request_id if result is None else result.request.id
        self.failed.emit(Failure(request_id=request_id, error=error, result=result, image=image))

    def _sharpen(self, request_id: str, index: int, view: View) -> None:
        try:
            frame = self._session.decode_frame(request_id, index, view, self._is_disturbed)
        except Cancelled:
            return
        except Exception:
            # A look from nearer is all that is lost.
            _log.exception("step %s of %s could not be decoded", index, request_id)
            return
        if frame is not None:
            image = image_from_frame(frame)
            self.sharpened.emit(
                SharpFrame(request_id=request_id, index=index, view=view, image=image)
            )

    def _answer(self, query: Query) -> None:
        def progress(done: int, total: int) -> None:
            self.question_progressed.emit(query, done, total)

        def inspect() -> Answer:
            return self._session.inspect(query, progress, self._is_interrupted)

        try:
            answer_question(query, inspect, self.answered, self.question_failed)
        except Cancelled:
            if self._stop_answer:
                self.question_failed.emit(query, SdstudioError(_STOPPED))
                return
            with self._lock:
                # Later, unless another one of its kind has come.
                self._questions.setdefault(type(query), query)
            self._wake.emit()

    def _is_interrupted(self) -> bool:
        """Whether a picture is to be made first."""
        return bool(self._queue) or self._stop_answer or self._closing

    def _is_disturbed(self) -> bool:
        """Whether something more important than a closer look has come up."""
        return bool(self._queue) or self._blurred is not None or self._closing

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
            self.model_given_up.emit(reference)
        except SdstudioError as error:
            self.model_failed.emit(reference, error)
        except Exception as error:
            _log.exception("model %s could not be loaded", reference)
            self.model_failed.emit(reference, unforeseen(error))
        finally:
            with self._lock:
                self._loading = None

    def _store(self, result: GenerationResult) -> GalleryItem:
        gallery = self._gallery_here()
        item = gallery.add(result)
        if result.trajectory is None:
            return item
        try:
            return gallery.keep_trajectory(item.id, result.trajectory)
        except SdstudioError as error:
            # The picture is safe, and that is what counts.
            self.noted.emit(result.request.id, error.phrase)
            return item

    def _gallery_here(self) -> Gallery:
        if self._gallery is None:
            self._gallery = self._open_gallery()
        return self._gallery

    def _put(self, job: _Job) -> None:
        with self._lock:
            self._queue.append(job)
        self._wake.emit()

    def _end(self) -> None:
        with self._lock:
            self._running = None
            self._keep_running = False

    def _must_keep(self) -> bool:
        return self._keep_running

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

    def wants_preview(self) -> bool:
        return self._worker.wants_preview()

    def previewed(self, preview: StepPreview) -> None:
        self._worker.put_preview(preview)


def unforeseen(error: Exception) -> SdstudioError:
    """The sentence for a failure that is a bug; its traceback is in the log."""
    return SdstudioError(
        "Something went wrong that should not have ({kind}).",
        "The log has the details; the app goes on.",
        kind=type(error).__name__,
    )


def answer_question(
    query: Query,
    inspect: Callable[[], Answer],
    answered: SignalInstance,
    failed: SignalInstance,
) -> None:
    """Emits the question with what the X-ray answers, or with the error that keeps it from it.

    Raises:
        Cancelled: ``inspect`` was told to stop; nothing is emitted.
    """
    try:
        answer = inspect()
    except Cancelled:
        raise
    except SdstudioError as error:
        failed.emit(query, error)
    except Exception as error:
        _log.exception("the X-ray could not answer %s", type(query).__name__)
        failed.emit(query, unforeseen(error))
    else:
        answered.emit(query, answer)


def start_worker_thread(worker: GenerationWorker, thread: QThread) -> None:
    """Moves the worker into the thread and starts it: from then on torch is being imported."""
    worker.moveToThread(thread)
    thread.started.connect(worker.prepare)
    # Emitted by the thread itself after its event loop ended, so still in the right thread.
    thread.finished.connect(worker.release)
    thread.start()
