"""Between the panel, the worker and the canvas: pressing Generate and what comes of it."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from sdstudio.gui.banner import Notice
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.gui.numbers import percent
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.gui.queue_model import QueueModel, prompt_line
from sdstudio.gui.saver import FileSaver, Save
from sdstudio.gui.sentences import sentence, translated
from sdstudio.gui.setting_words import told_model
from sdstudio.gui.worker import Failure, GenerationWorker
from sdstudio.phrase import Phrase
from sdstudio.request import (
    BUILT_IN,
    STARTER,
    GalleryItem,
    GenerationRequest,
    GenerationResult,
    InvalidRequest,
    ModelInfo,
    PickledModel,
    SdstudioError,
    Stage,
)


class GenerationControl(QObject):
    """Sends requests to the worker and shows their progress. GUI thread only.

    ``following`` is whether the canvas shows the run: pressing Generate turns it on, looking at
    a picture of the gallery turns it off.
    """

    picture_made = Signal(object, bool)
    """GalleryItem, and whether the canvas should show it."""
    run_shown = Signal()
    """The canvas shows a preview: pictures of the gallery still on their way come too late."""
    busy_changed = Signal()
    """A run began, ended or moved on, or the queue changed; see ``progress_text``."""
    model_state_changed = Signal(str)
    """A sentence about the model for the status bar."""
    run_ended = Signal(str)
    """Request id: it is finished, failed or stopped."""
    picture_wanted = Signal(int)
    """Gallery id of a picture that was made again in sight: the canvas should show it again."""
    preview_cost_told = Signal(str, float)
    """What decoded the last preview, and the share that previews take of the denoising time."""
    conversion_wanted = Signal(str)
    """Reference of a model in an old format, which has to be converted before it can be loaded."""
    save_wanted = Signal(str)
    """Request id of a picture that could not be stored and should be saved elsewhere."""

    def __init__(
        self,
        panel: PromptPanel,
        pane: CanvasPane,
        queue: QueueModel,
        worker: GenerationWorker,
        mailbox: PreviewMailbox,
        saver: FileSaver,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._pane = pane
        self._queue = queue
        self._worker = worker
        self._mailbox = mailbox
        self._saver = saver
        self._in_use: ModelInfo | None = None
        self._loading = False
        self._following = False
        self._unsaved: dict[str, GenerationResult] = {}
        self._again: dict[str, int] = {}
        mailbox.arrived.connect(self._preview_arrived)
        saver.done.connect(self._saved)
        worker.model_loading.connect(self._model_loading)
        worker.model_ready.connect(self._model_ready)
        worker.model_failed.connect(self._model_failed)
        worker.model_given_up.connect(self._model_given_up)
        worker.started.connect(self._started)
        worker.stage_changed.connect(self._stage_changed)
        worker.stepped.connect(self._stepped)
        worker.finished.connect(self._finished)
        worker.remade.connect(self._remade)
        worker.step_kept.connect(self._step_kept)
        worker.noted.connect(self._noted)
        worker.cancelled.connect(self._cancelled)
        worker.failed.connect(self._failed)

    # -- what the user does ------------------------------------------------------------------

    @Slot()
    def generate(self) -> None:
        """Queues what the panel asks for."""
        try:
            requests = self._panel.requests()
        except InvalidRequest as error:
            self._tell(error, key="request")
            self._panel.prompt.edit.setFocus()
            return
        self._pane.banner.withdraw("request")
        self.submit(requests)

    def submit(self, requests: list[GenerationRequest]) -> None:
        """Queues requests, and shows them being made."""
        self._queue.add(requests)
        self._follow()
        for request in requests:
            self._worker.submit(request)
        self.busy_changed.emit()

    def make_again(self, request: GenerationRequest, id: int) -> None:
        """Runs the request of the picture ``id`` again, for its denoising."""
        if request.id in self._queue.ids():
            return
        self._again[request.id] = id
        self._queue.add([request])
        self._follow()
        self._worker.make_again(request)

    @Slot()
    def stop_and_keep(self) -> None:
        """Ends the run; what it predicted last becomes its picture."""
        if self._queue.running is not None:
            self._worker.stop_and_keep()

    @Slot(str, int)
    def keep_step(self, request_id: str, index: int) -> None:
        """Stores a step of a denoising as a picture of its own."""
        self._worker.keep_step(request_id, index)
        if self._queue.running is not None:
            self._pane.banner.tell(
                Notice(
                    text=self.tr("Step {step} is kept as a picture once this run is over.").format(
                        step=index
                    ),
                    key="keep step",
                )
            )

    @Slot(str)
    def try_prompt(self, prompt: str) -> None:
        """Takes a suggested prompt over and makes it."""
        self._panel.prompt.set_text(prompt)
        self.generate()

    @Slot()
    def stop(self) -> None:
        """Stops the press of Generate that runs; where none does, the loading of a model."""
        self._worker.drop(self._queue.batch_to_stop())
        if self._queue.running is None:
            self._worker.stop_loading()

    @Slot()
    def stop_all(self) -> None:
        """Stops what runs and drops what waits, the loading of a model included."""
        self._worker.drop(self._queue.ids())
        self._worker.stop_loading()

    @Slot(object)
    def drop(self, request_ids: set[str]) -> None:
        """Drops some requests."""
        self._worker.drop(request_ids)

    @Slot(str)
    def load_model(self, reference: str) -> None:
        """Loads the model that the panel shows, ahead of the next picture."""
        self._worker.load_model(reference)

    @Slot()
    def look_away(self) -> None:
        """The canvas shows something else from now on."""
        self._following = False
        self._pane.live_button.setVisible(self._queue.running is not None)

    @Slot()
    def follow(self) -> None:
        """The canvas shows the run again."""
        self._follow()

    def _follow(self) -> None:
        self._following = True
        self._pane.live_button.hide()
        job = self._queue.running or (self._queue.job(0) if self._queue.rowCount() else None)
        if job is not None:
            self._pane.begin(job.request)
            self._show_progress()

    # -- state for the window ----------------------------------------------------------------

    def title(self) -> str:
        """The share done, for the window's title; empty when nothing runs."""
        job = self._queue.running
        if job is None:
            return ""
        share = job.progress.share
        return "…" if share is None else percent(share)

    def can_stop(self) -> bool:
        """Whether there is a run, something that waits, or a model being loaded."""
        return self._loading or self._queue.rowCount() > 0

    def unsaved_count(self) -> int:
        """Finished pictures that are only in memory."""
        return len(self._unsaved)

    def save_elsewhere(self, request_id: str, path: Path) -> None:
        """Writes a picture that could not be stored to a place of the user's choice."""
        result = self._unsaved.get(request_id)
        if result is not None:
            self._saver.write(path, result.png, request_id)

    # -- the model ---------------------------------------------------------------------------

    @Slot(str)
    def _model_loading(self, reference: str) -> None:
        name = Path(reference).name
        if reference in BUILT_IN:
            name = self.tr("the built-in model")
        self.model_state_changed.emit(self.tr("Loading {name}…").format(name=name))
        self._loading = True
        self.busy_changed.emit()

    @Slot(object)
    def _model_ready(self, info: ModelInfo) -> None:
        self._in_use = info
        self._pane.banner.withdraw(f"model {info.reference}")
        self._panel.set_model_info(info)
        self._tell_model()

    @Slot(str, object)
    def _model_failed(self, reference: str, error: SdstudioError) -> None:
        if not isinstance(error, PickledModel):
            self._tell(error, key=f"model {reference}")
        if self._panel.model() == reference:
            self._panel.forget_model(reference)
            self._panel.show_model(STARTER if self._in_use is None else self._in_use.reference)
        if self._in_use is None and reference != STARTER:
            self._worker.load_model(STARTER)
        elif self._in_use is not None:
            self._panel.set_model_info(self._in_use)
        self._tell_model()
        if isinstance(error, PickledModel):
            self.conversion_wanted.emit(reference)

    @Slot(str)
    def _model_given_up(self, reference: str) -> None:
        if self._in_use is not None and self._panel.model() == reference:
            self._panel.show_model(self._in_use.reference)
            self._panel.set_model_info(self._in_use)
        self._tell_model()

    def _tell_model(self) -> None:
        info = self._in_use
        if self._loading:
            self._loading = False
            self.busy_changed.emit()
        if info is None:
            self.model_state_changed.emit(self.tr("No model is loaded"))
            return
        self.model_state_changed.emit(f"{info.device} · {info.dtype} · {told_model(info.name)}")

    # -- the run -----------------------------------------------------------------------------

    @Slot(str)
    def _started(self, request_id: str) -> None:
        job = self._queue.start(request_id)
        if job is None:
            return
        if self._following:
            self._pane.begin(job.request)
        self._pane.live_button.setVisible(not self._following)
        self._show_progress()

    @Slot(str, str)
    def _stage_changed(self, request_id: str, stage: Stage) -> None:
        job = self._queue.running
        if job is not None and job.request.id == request_id:
            job.progress.enter(stage, time.monotonic())
            self._show_progress()

    @Slot(str, int, int)
    def _stepped(self, request_id: str, index: int, total: int) -> None:
        job = self._queue.running
        if job is not None and job.request.id == request_id:
            job.progress.step(index, total, time.monotonic())
            self._show_progress()

    @Slot()
    def _preview_arrived(self) -> None:
        preview = self._mailbox.take()
        job = self._queue.running
        if preview is None or job is None or preview.request_id != job.request.id:
            return
        self.preview_cost_told.emit(preview.decoder, preview.share)
        if self._following:
            self.run_shown.emit()
            self._pane.preview(preview)

    @Slot(str, object)
    def _finished(self, request_id: str, item: GalleryItem) -> None:
        self._end(request_id, self.tr("Done"))
        self.picture_made.emit(item, self._following)

    @Slot(str)
    def _remade(self, request_id: str) -> None:
        id = self._again.get(request_id)
        was_shown = self._following
        self._end(request_id, self.tr("Done"))
        if was_shown and id is not None:
            self.picture_wanted.emit(id)

    @Slot(object)
    def _step_kept(self, item: GalleryItem) -> None:
        self.picture_made.emit(item, False)
        self._pane.banner.tell(
            Notice(
                text=self.tr("Step {step} is a picture of the gallery now.").format(
                    step=item.kept_step
                ),
                key="keep step",
            )
        )

    @Slot(str, object)
    def _noted(self, _request_id: str, note: Phrase) -> None:
        self._pane.banner.tell(Notice(text=translated(note), key="note"))

    @Slot(str)
    def _cancelled(self, request_id: str) -> None:
        running = self._queue.running
        self._end(request_id, self.tr("Stopped"))
        if running is not None and running.request.id == request_id:
            self._tell_model()  # it may have been stopped while its model was loading

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        self._end(failure.request_id, self.tr("Not finished"))
        self._tell_model()
        result, image = failure.result, failure.image
        if result is None or image is None:
            self._tell(failure.error)
            return
        self._unsaved[result.request.id] = result
        if self._following:
            self._pane.show_unsaved(result.request, image, self.tr("Not saved yet"))
        self._offer_saving(result, sentence(failure.error))

    def _offer_saving(self, result: GenerationResult, sentence: str) -> None:
        request_id = result.request.id
        self._pane.banner.tell(
            Notice(
                text=self.tr("“{prompt}” is finished but not saved. {reason}").format(
                    prompt=prompt_line(result.request)[:60], reason=sentence
                ),
                is_error=True,
                key=f"unsaved {request_id}",
                action=self.tr("Save elsewhere…"),
                run=lambda: self.save_wanted.emit(request_id),
            )
        )

    def offer_again(self, request_id: str) -> None:
        """The user did not choose a place: the picture still waits for one."""
        result = self._unsaved.get(request_id)
        if result is not None:
            self._offer_saving(result, "")

    @Slot(object)
    def _saved(self, save: Save) -> None:
        error = save.error
        result = self._unsaved.get(save.tag)
        if error is None:
            self._unsaved.pop(save.tag, None)
            self._pane.banner.tell(
                Notice(text=self.tr("Saved as “{path}”.").format(path=save.path), key="saved")
            )
        elif result is not None:
            self._offer_saving(result, sentence(error))
        else:
            self._tell(error)

    def _end(self, request_id: str, sentence: str) -> None:
        job = self._queue.remove(request_id)
        self._again.pop(request_id, None)
        self.run_ended.emit(request_id)
        if job is not None and job.is_running:
            self._pane.finish(sentence)
            self._pane.live_button.hide()
        elif self._following and self._queue.rowCount() == 0:
            self._pane.finish(sentence)
        self.busy_changed.emit()

    def _show_progress(self) -> None:
        job = self._queue.running
        if job is not None:
            self._pane.set_progress(job.progress.sentence(), job.progress.share)
            self._queue.touch()
        elif self._queue.rowCount():
            self._pane.set_progress(self.tr("Waiting…"), None)
        self.busy_changed.emit()

    def _tell(self, error: SdstudioError, key: str = "") -> None:
        self._pane.banner.tell(Notice(text=sentence(error), is_error=True, key=key))
