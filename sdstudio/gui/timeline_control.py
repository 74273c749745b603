"""Between the timeline, those who decode steps, and the canvas: looking into a denoising."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from sdstudio.gallery.naming import trajectory_path
from sdstudio.gui.banner import Notice
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.replayer import Replayer, StepImage
from sdstudio.gui.sentences import sentence, translated
from sdstudio.gui.timeline import Timeline
from sdstudio.gui.worker import GenerationWorker, SharpFrame
from sdstudio.request import (
    GalleryItem,
    GenerationRequest,
    SdstudioError,
    TrajectoryInfo,
    View,
)

_REST = 250
"""Milliseconds without a movement after which a step is decoded by the full VAE."""


class TimelineControl(QObject):
    """Shows the denoising of what the canvas shows, and its steps there. GUI thread only."""

    looked_away = Signal()
    """The user looks at a step: the canvas no longer follows the run."""
    live_wanted = Signal()
    """The user wants to see the run again."""
    branch_wanted = Signal(object, int)
    """TrajectoryInfo and the step to do anew."""
    keep_wanted = Signal(str, int)
    """request id and the step to keep as a picture."""
    export_wanted = Signal(object)
    """TrajectoryInfo of the denoising to export."""
    remake_wanted = Signal(object)
    """GenerationRequest to run again for its denoising."""
    info_changed = Signal()
    """Another denoising is shown, or this one has grown; see ``info``."""

    def __init__(
        self,
        timeline: Timeline,
        pane: CanvasPane,
        replayer: Replayer,
        worker: GenerationWorker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._pane = pane
        self._replayer = replayer
        self._worker = worker
        self._info: TrajectoryInfo | None = None
        self._request: GenerationRequest | None = None
        self._running = ""
        self._final = QImage()
        self._wanted: tuple[int, View] | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self._rested)
        timeline.step_wanted.connect(self._step_wanted)
        timeline.live_wanted.connect(self._go_live)
        timeline.branch_wanted.connect(self._branch)
        timeline.keep_wanted.connect(self._keep)
        timeline.export_wanted.connect(self._export)
        timeline.thumbnails_wanted.connect(self._want_thumbnails)
        timeline.remake_wanted.connect(self._remake)
        replayer.opened.connect(self._opened)
        replayer.step_ready.connect(self._step_ready)
        replayer.thumbnail_ready.connect(self._thumbnail_ready)
        replayer.failed.connect(self._failed)
        worker.started.connect(self._started)
        worker.stepped.connect(self._stepped)
        worker.sharpened.connect(self._sharpened)
        pane.item_shown.connect(self.show_item)
        pane.run_shown.connect(self.show_run)
        pane.emptied.connect(self._show_nothing)
        self._show_nothing()

    @property
    def info(self) -> TrajectoryInfo | None:
        """The denoising shown; None when there is none."""
        return self._info

    def final_image(self) -> QImage:
        """The finished picture of the gallery whose steps are shown; null when there is none."""
        return self._final

    @property
    def current_step(self) -> int:
        """The step under the playhead; 0 when there is none."""
        return self._timeline.current_step()

    # -- whose denoising ---------------------------------------------------------------------

    @Slot(object, QImage)
    def show_item(self, item: GalleryItem, image: QImage) -> None:
        """A picture of the gallery is on the canvas: its denoising, if there is one."""
        self._wanted = None
        self._resting.stop()
        request = item.request
        self._request = request
        self._final = image if item.kept_step is None else QImage()
        if request is None:
            self._info = None
            self._timeline.set_hint(self.tr("Nothing is known of how this picture was made."), "")
            self._timeline.clear()
            self.info_changed.emit()
            return
        if self._info is None or self._info.request.id != request.id:
            self._info = None
            self._timeline.set_hint("", "")
            self._timeline.clear()
        self._replayer.open(request.id, kept_file(item))

    @Slot(object)
    def show_run(self, request: GenerationRequest) -> None:
        """A run is on the canvas."""
        self._wanted = None
        self._resting.stop()
        self._final = QImage()
        self._request = request
        if self._info is not None and self._info.request.id != request.id:
            self._info = None
        self._timeline.begin(request.id, request.num_inference_steps)
        self._timeline.go_live()
        self.info_changed.emit()

    @Slot()
    def _show_nothing(self) -> None:
        self._info = self._request = self._wanted = None
        self._final = QImage()
        self._timeline.set_hint(
            self.tr("Each step of the denoising appears here, to be looked at and branched from."),
            "",
        )
        self._timeline.clear()
        self.info_changed.emit()

    def refresh(self, request_id: str) -> None:
        """The denoising of a picture is in memory now."""
        if self._request is not None and self._request.id == request_id:
            self._replayer.open(request_id, None)

    @Slot(str, object)
    def _opened(self, request_id: str, info: TrajectoryInfo | None) -> None:
        request = self._request
        if request is None or request.id != request_id:
            return
        self._info = info
        if info is None or not info.steps:
            if self._running != request_id:
                self._offer_remake(self.tr("The denoising of this picture was not kept."))
        else:
            total = max(request.num_inference_steps, info.steps[-1].index)
            is_new = self._timeline.request_id != request_id
            self._timeline.begin(request_id, total)
            last = total if info.is_running else info.steps[-1].index
            self._timeline.set_steps(info.steps, info.first_own, last, info.is_running)
            if is_new:
                self._timeline.set_current(info.steps[-1].index)
        self.info_changed.emit()

    @Slot(str, object)
    def _failed(self, request_id: str, error: SdstudioError) -> None:
        if self._request is not None and self._request.id == request_id:
            self._info = None
            self._offer_remake(translated(error.message))
            self.info_changed.emit()
        self._pane.banner.tell(Notice(text=sentence(error), is_error=True, key="denoising"))

    def _offer_remake(self, words: str) -> None:
        self._timeline.set_hint(words, self.tr("Make it again to look inside"))
        self._timeline.clear()

    # -- the run -----------------------------------------------------------------------------

    @Slot(str)
    def _started(self, request_id: str) -> None:
        self._running = request_id

    @Slot(str, int, int)
    def _stepped(self, request_id: str, _index: int, _total: int) -> None:
        if self._request is not None and self._request.id == request_id:
            self._replayer.open(request_id, None)

    def run_ended(self, request_id: str) -> None:
        """A run has finished, failed or was stopped."""
        if self._running == request_id:
            self._running = ""
        self.refresh(request_id)

    # -- looking at steps --------------------------------------------------------------------

    @Slot(int, str)
    def _step_wanted(self, index: int, view: View) -> None:
        info = self._info
        if info is None or not info.steps:
            return
        self.looked_away.emit()
        self._wanted = (index, view)
        self._resting.stop()
        is_last = index == info.steps[-1].index and not info.is_running
        if is_last and view == "x0" and not self._final.isNull():
            # The last prediction is not the finished picture with every scheduler.
            self._pane.show_step(self._final, self._words(index, view))
            return
        self._replayer.want_step(info.request.id, index, view)

    @Slot(object)
    def _step_ready(self, step: StepImage) -> None:
        if self._is_wanted(step.request_id, step.index, step.view):
            self._pane.show_step(step.image, self._words(step.index, step.view))
            if not self._running and not self._timeline.is_playing():
                self._resting.start()

    @Slot(object)
    def _sharpened(self, step: SharpFrame) -> None:
        if self._is_wanted(step.request_id, step.index, step.view):
            self._pane.show_step(step.image, self._words(step.index, step.view))

    @Slot()
    def _rested(self) -> None:
        if self._info is not None and self._wanted is not None and not self._running:
            self._worker.sharpen(self._info.request.id, *self._wanted)

    def _is_wanted(self, request_id: str, index: int, view: View) -> bool:
        return (
            self._info is not None
            and self._info.request.id == request_id
            and self._wanted == (index, view)
        )

    def _words(self, index: int, view: View) -> str:
        names = {
            "x0": self.tr("predicted picture"),
            "noisy": self.tr("noisy latents"),
            "both": self.tr("predicted picture and noisy latents"),
            "noise": self.tr("predicted noise"),
        }
        return self.tr("Step {step}: {view}").format(step=index, view=names[view])

    @Slot(object)
    def _want_thumbnails(self, indexes: list[int]) -> None:
        if self._timeline.request_id:
            self._replayer.want_thumbnails(self._timeline.request_id, indexes)

    @Slot(str, int, QImage)
    def _thumbnail_ready(self, request_id: str, index: int, image: QImage) -> None:
        if request_id == self._timeline.request_id:
            self._timeline.set_thumbnail(index, image)

    # -- what is done with them --------------------------------------------------------------

    @Slot()
    def _go_live(self) -> None:
        self._wanted = None
        self.live_wanted.emit()

    @Slot(int)
    def _branch(self, index: int) -> None:
        if self._info is not None:
            self.branch_wanted.emit(self._info, index)

    @Slot(int)
    def _keep(self, index: int) -> None:
        if self._info is not None:
            self.keep_wanted.emit(self._info.request.id, index)

    @Slot()
    def _export(self) -> None:
        if self._info is not None:
            self.export_wanted.emit(self._info)

    @Slot()
    def _remake(self) -> None:
        if self._request is not None:
            self.remake_wanted.emit(self._request)


def kept_file(item: GalleryItem) -> Path | None:
    """Where the denoising of a picture is kept; None when it is not."""
    return trajectory_path(item.path) if item.trajectory_bytes else None
