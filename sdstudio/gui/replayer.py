"""Looking into denoisings for the window: a thread of its own that reads and decodes steps."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from sdstudio.gui.decoding import image_from_frame
from sdstudio.gui.worker import answer_question
from sdstudio.request import Cancelled, SdstudioError, View
from sdstudio.session import GenerationSession
from sdstudio.xray import Answer, Query

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepImage:
    """A step of a denoising as an image, decoded by the cheap map."""

    request_id: str
    index: int
    view: View
    image: QImage


class Replayer(QObject):
    """Decodes steps in its thread; the window asks and is answered by signals.

    The methods under “from any thread” return at once. Of the steps asked for only the last one is
    decoded, so that dragging leaves nothing to catch up with. Thumbnails wait until nothing else
    does.
    """

    opened = Signal(str, object)
    """request id, TrajectoryInfo or None: what ``open`` found."""
    step_ready = Signal(object)
    """StepImage."""
    thumbnail_ready = Signal(str, int, QImage)
    """request id, step index, the predicted picture in small."""
    answered = Signal(object, object)
    """Query and Answer of the X-ray."""
    question_failed = Signal(object, object)
    """Query and SdstudioError."""
    failed = Signal(str, object)
    """request id, SdstudioError: its denoising cannot be opened."""
    _wake = Signal()

    def __init__(self, session: GenerationSession) -> None:
        super().__init__()
        self._session = session
        self._lock = threading.Lock()
        self._open: tuple[str, Path | None] | None = None
        self._step: tuple[str, int, View] | None = None
        self._thumbnails: dict[str, deque[int]] = {}
        self._questions: dict[type, Query] = {}
        self._is_closing = False
        # Queued in its own thread too: else each thumbnail would be made inside the one before.
        self._wake.connect(self._work, Qt.ConnectionType.QueuedConnection)

    # -- from any thread ---------------------------------------------------------------------

    def open(self, request_id: str, file: Path | None) -> None:
        """Looks whether a denoising is in memory, else takes it in from its file, if there is one.

        Only the one asked for last counts.
        """
        with self._lock:
            self._open = (request_id, file)
        self._wake.emit()

    def want_step(self, request_id: str, index: int, view: View) -> None:
        """Asks for a step; only the one asked for last is decoded."""
        with self._lock:
            self._step = (request_id, index, view)
        self._wake.emit()

    def want_thumbnails(self, request_id: str, indexes: list[int]) -> None:
        """The thumbnails of a denoising to make next, most wanted first.

        The list replaces the one before of the same denoising.
        """
        with self._lock:
            self._thumbnails.pop(request_id, None)
            if indexes:
                self._thumbnails[request_id] = deque(indexes)
        self._wake.emit()

    def ask(self, query: Query) -> None:
        """Answers a question of the X-ray that needs no model; of each kind only the last one."""
        with self._lock:
            self._questions[type(query)] = query
        self._wake.emit()

    def close(self) -> None:
        """Forgets what waits."""
        with self._lock:
            self._is_closing = True
            self._open = self._step = None
            self._questions.clear()
            self._thumbnails.clear()

    # -- in the replayer's thread ------------------------------------------------------------

    @Slot()
    def _work(self) -> None:
        job: Callable[[], None] | None = None
        with self._lock:
            if self._is_closing:
                return
            if self._open is not None:
                wanted, self._open = self._open, None
                request_id = wanted[0]
                job = _bound(self._do_open, *wanted)
            elif self._step is not None:
                step, self._step = self._step, None
                request_id = step[0]
                job = _bound(self._do_step, *step)
            elif self._questions:
                query = self._questions.pop(next(iter(self._questions)))
                request_id = ""
                job = _bound(self._do_answer, query)
            elif self._thumbnails:
                request_id, indexes = next(iter(self._thumbnails.items()))
                job = _bound(self._do_thumbnail, request_id, indexes.popleft())
                if not indexes:
                    del self._thumbnails[request_id]
            more = self._step is not None or bool(self._thumbnails or self._questions)
        if job is None:
            return
        try:
            job()
        except SdstudioError as error:
            self.failed.emit(request_id, error)
        except Exception:
            _log.exception("a denoising could not be looked into")
            self.failed.emit(
                request_id,
                SdstudioError(
                    "Something went wrong while looking into this denoising.",
                    "The log has the details; the app goes on.",
                ),
            )
        if more:
            self._wake.emit()

    def _do_open(self, request_id: str, file: Path | None) -> None:
        info = self._session.trajectory_info(request_id)
        if info is None and file is not None:
            info = self._session.open_trajectory(request_id, file)
        self.opened.emit(request_id, info)

    def _do_answer(self, query: Query) -> None:
        def inspect() -> Answer:
            return self._session.inspect(query, _tell_nobody, lambda: self._is_closing)

        # Only closing stops it, and then nobody waits for an answer.
        with suppress(Cancelled):
            answer_question(query, inspect, self.answered, self.question_failed)

    def _do_step(self, request_id: str, index: int, view: View) -> None:
        frame = self._session.frame(request_id, index, view)
        if frame is not None:
            image = image_from_frame(frame)
            self.step_ready.emit(
                StepImage(request_id=request_id, index=index, view=view, image=image)
            )

    def _do_thumbnail(self, request_id: str, index: int) -> None:
        frame = self._session.thumbnail(request_id, index)
        if frame is not None:
            self.thumbnail_ready.emit(request_id, index, image_from_frame(frame))


def _tell_nobody(_done: int, _total: int) -> None: ...


def _bound(function: Callable[..., None], *arguments: object) -> Callable[[], None]:
    return lambda: function(*arguments)
