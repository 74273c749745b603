"""Between the X-ray's panes, those who answer, and what the window is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from sdstudio.gui.banner import Notice
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.icons import IconSet
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.gui.queue_model import prompt_line
from sdstudio.gui.replayer import Replayer
from sdstudio.gui.saver import FileSaver
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.timeline import Timeline
from sdstudio.gui.timeline_control import TimelineControl
from sdstudio.gui.worker import GenerationWorker
from sdstudio.request import GenerationRequest, ModelInfo, SdstudioError
from sdstudio.session import GenerationSession
from sdstudio.xray import NEEDS_MODEL, Answer, Query, Rgb

if TYPE_CHECKING:
    from sdstudio.gui.xray.compare_pane import ComparePane
    from sdstudio.gui.xray.panel import XrayPanel
    from sdstudio.gui.xray.tokens_pane import TokensPane


class XrayControl(QObject):
    """Makes the panes when they are first wanted, and tells them what they are about.

    While the X-ray is not in sight nothing is asked and nothing computed. GUI thread only.
    """

    try_wanted = Signal(object)
    """GenerationRequest: another value of one setting, to be compared."""
    pane_shown = Signal(str)
    """Name of the pane that was chosen."""

    def __init__(
        self,
        session: GenerationSession,
        worker: GenerationWorker,
        replayer: Replayer,
        panel: PromptPanel,
        pane: CanvasPane,
        timeline: Timeline,
        looking: TimelineControl,
        saver: FileSaver,
        themes: ThemeSource,
        icons: IconSet,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = worker
        self._replayer = replayer
        self._settings = panel
        self._pane = pane
        self._timeline = timeline
        self._looking = looking
        self._saver = saver
        self._themes = themes
        self._icons = icons
        self._panel: XrayPanel | None = None
        self._tokens: TokensPane | None = None
        self._compare: ComparePane | None = None
        self._model: ModelInfo | None = None
        self._can_plot = False
        self._early: list[tuple[Query, Answer]] = []
        self._picture: tuple[int, Rgb | None] = (0, None)
        # One telling per turn of the event loop, however much has changed.
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell)
        worker.model_ready.connect(self._model_ready)

    # -- the panel ---------------------------------------------------------------------------

    def open(self, first: str) -> QWidget:
        """The panel, made at the first call, with the pane named ``first`` in front."""
        if self._panel is None:
            self._panel = self._make()
            self._panel.show_pane(first)
        # Later, for it is in sight only then.
        self._tell_soon()
        return self._panel

    def show_pane(self, name: str) -> None:
        """Puts a pane in front; one that looks into a picture gets that on the canvas."""
        from sdstudio.gui.xray.source_pane import SourcePane

        self.open(name)
        panel = self._panel
        if panel is None:
            return
        panel.show_pane(name)
        for pane in panel.panes():
            if pane.name == name and isinstance(pane, SourcePane):
                pane.look_at_canvas()

    def current(self) -> str:
        """Name of the pane in front; empty while there is no panel."""
        return "" if self._panel is None else self._panel.current()

    def close(self) -> None:
        """Ends the threads that panes have."""
        if self._tokens is not None:
            self._tokens.close_cutter()

    def _make(self) -> XrayPanel:
        # Here, because the plots' library takes a while to import and most starts do not need it.
        from sdstudio.gui.xray.attention_pane import AttentionPane
        from sdstudio.gui.xray.compare_pane import ComparePane
        from sdstudio.gui.xray.embedding_pane import EmbeddingPane
        from sdstudio.gui.xray.forward_pane import ForwardPane
        from sdstudio.gui.xray.guidance_pane import GuidancePane
        from sdstudio.gui.xray.map_pane import MapPane
        from sdstudio.gui.xray.panel import XrayPanel
        from sdstudio.gui.xray.schedule_pane import SchedulePane
        from sdstudio.gui.xray.step_pane import StepPane
        from sdstudio.gui.xray.tokens_pane import TokensPane
        from sdstudio.gui.xray.vae_pane import VaePane

        themes, icons = self._themes, self._icons
        panel = XrayPanel(self._saver, Path.home(), themes, icons)
        # A page of the right pane, which has a frame and margins already.
        panel.setProperty("surface", None)
        if (layout := panel.layout()) is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        self._tokens = TokensPane(self._session.tokens, themes, icons)
        schedule, step = SchedulePane(themes, icons), StepPane(themes, icons)
        self._compare = ComparePane(themes, icons)
        attention = AttentionPane(themes, icons)
        attention.stop_wanted.connect(self._stop_answering)
        for pane in (
            MapPane(themes, icons),
            self._tokens,
            EmbeddingPane(themes, icons),
            schedule,
            step,
            GuidancePane(themes, icons),
            attention,
            VaePane(themes, icons),
            ForwardPane(themes, icons),
            self._compare,
        ):
            panel.add_pane(pane)
        # Once the panel is on the screen.
        QTimer.singleShot(0, self, self._load_plots)
        panel.asked.connect(self._asked)
        panel.told.connect(self._told)
        panel.pane_shown.connect(self.pane_shown)
        schedule.step_wanted.connect(self._timeline.strip.setValue)
        step.step_wanted.connect(self._timeline.strip.setValue)
        self._compare.thumbnails_wanted.connect(self._want_thumbnails)
        self._compare.try_wanted.connect(self._try)
        for source in (self._worker, self._replayer):
            source.answered.connect(self._answered)
            source.question_failed.connect(self._question_failed)
        self._worker.question_progressed.connect(self._progressed)
        self._worker.stage_changed.connect(self._stage_changed)
        for ended in (self._worker.finished, self._worker.cancelled, self._worker.remade):
            ended.connect(self._run_ended)
        self._worker.failed.connect(self._run_ended)
        self._replayer.thumbnail_ready.connect(self._thumbnail_ready)
        self._looking.info_changed.connect(self._tell_soon)
        self._timeline.strip.valueChanged.connect(self._tell_soon)
        self._settings.changed.connect(self._tell_soon)
        self._pane.item_shown.connect(self._tell_soon)
        self._pane.run_shown.connect(self._tell_soon)
        return panel

    # -- what it is about --------------------------------------------------------------------

    @Slot(object)
    def _model_ready(self, info: ModelInfo) -> None:
        self._model = info
        self._tell_soon()

    @Slot()
    def _tell_soon(self) -> None:
        if self._panel is not None:
            self._telling.start()

    @Slot()
    def _tell(self) -> None:
        panel = self._panel
        if panel is None or not panel.isVisibleTo(panel.window()):
            return
        from sdstudio.gui.xray.pane import XrayContext

        info, model, settings = self._looking.info, self._model, self._settings
        width, height = settings.size_field.size_in_pixels()
        panel.set_context(
            XrayContext(
                trajectory=info,
                step=self._timeline.current_step(),
                model="" if model is None else f"{model.reference} {model.device}",
                schedulers=() if model is None else model.schedulers,
                prompt=settings.prompt.text(),
                negative_prompt=settings.negative_edit.toPlainText(),
                scheduler=settings.scheduler_combo.currentData(),
                num_inference_steps=settings.steps_spin.value(),
                width=width,
                height=height,
                guidance_scale=settings.guidance_spin.value(),
                picture=self._shown_picture(),
                runs=tuple((request.id, _label(request)) for request in self._session.runs()),
            )
        )

    def _shown_picture(self) -> Rgb | None:
        """The finished picture on the canvas."""
        if self._pane.item is None:
            return None
        image = self._looking.final_image()
        if image.isNull():
            return None
        # Told at every move of the playhead, and the same each time.
        if image.cacheKey() != self._picture[0]:
            self._picture = (image.cacheKey(), rgb_of(image))
        return self._picture[1]

    # -- questions ---------------------------------------------------------------------------

    @Slot(object)
    def _asked(self, query: Query) -> None:
        if isinstance(query, NEEDS_MODEL):
            self._worker.ask(query)
        else:
            self._replayer.ask(query)

    # Called, not connected: a connection would wait in the other thread until that is free.
    @Slot()
    def _stop_answering(self) -> None:
        self._worker.stop_answering()

    @Slot(str, object)
    def _want_thumbnails(self, request_id: str, indexes: list[int]) -> None:
        self._replayer.want_thumbnails(request_id, indexes)

    @Slot(object, object)
    def _answered(self, query: Query, answer: Answer) -> None:
        if not self._can_plot:
            self._early.append((query, answer))
        elif self._panel is not None:
            self._panel.take(query, answer)

    @Slot()
    def _load_plots(self) -> None:
        """Stops the window for a moment, once: importing the plots' library touches all of Qt.

        In another thread it would do so while this one goes on, and now and then Qt's binding for
        Python then ends the process.
        """
        from sdstudio.gui.xray.plots import pyqtgraph

        pyqtgraph()
        self._can_plot = True
        early, self._early = self._early, []
        for query, answer in early:
            self._answered(query, answer)

    @Slot(object, object)
    def _question_failed(self, query: Query, error: SdstudioError) -> None:
        if self._panel is not None:
            self._panel.fail(query, error)

    @Slot(object, int, int)
    def _progressed(self, query: Query, done: int, total: int) -> None:
        if self._panel is not None:
            self._panel.set_progress(query, done, total)

    @Slot(str, str)
    def _stage_changed(self, _request_id: str, stage: str) -> None:
        if self._panel is not None:
            self._panel.set_stage(stage)

    @Slot()
    def _run_ended(self) -> None:
        if self._panel is not None:
            self._panel.set_stage("")

    @Slot(str, int, QImage)
    def _thumbnail_ready(self, request_id: str, index: int, image: QImage) -> None:
        if self._compare is not None:
            self._compare.set_thumbnail(request_id, index, image)

    @Slot(object)
    def _try(self, request: GenerationRequest) -> None:
        self.try_wanted.emit(request)

    @Slot(str)
    def _told(self, sentence: str) -> None:
        self._pane.banner.tell(Notice(text=sentence, key="xray"))


def rgb_of(image: QImage) -> Rgb:
    """An image's pixels without the rest of its lines."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height, stride = plain.width(), plain.height(), plain.bytesPerLine()
    data = bytes(plain.constBits())
    if stride != 3 * width:
        data = b"".join(data[row * stride : row * stride + 3 * width] for row in range(height))
    return Rgb(width=width, height=height, data=data[: 3 * width * height])


def _label(request: GenerationRequest) -> str:
    return f"{prompt_line(request)[:40]} · {request.seed}"
