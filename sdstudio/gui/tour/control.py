"""The tour: finds a picture to be shown on, goes from card to card, opens what each is about."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from sdstudio.gui.banner import Notice
from sdstudio.gui.dialogs import ask
from sdstudio.gui.icons import IconSet
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.tour.card import TourCard, place_for
from sdstudio.gui.tour.spotlight import Spotlight
from sdstudio.gui.tour.steps import Place, TourStep, tour_steps
from sdstudio.gui.worker import Failure, GenerationWorker
from sdstudio.request import STARTER, GalleryItem, GenerationRequest, ModelDefaults, ModelInfo

_SHOWN_STEP = 0.35
"""Share of the way at which a picture is a blur still, but one of something."""
_SEED = 8
"""One that makes a good picture of what the window suggests first."""


class TourControl(QObject):
    """Leads through the making of one picture, in the window itself. GUI thread only.

    It needs a picture of the gallery on the canvas whose denoising is in memory. Where that is not
    so it brings it about, after a yes if something has to be made, and begins when it is.
    """

    begun = Signal()
    ended = Signal()

    def __init__(
        self,
        worker: GenerationWorker,
        defaults: ModelDefaults,
        themes: ThemeSource,
        icons: IconSet,
        window: MainWindow,
    ) -> None:
        """``defaults`` are the starter model's."""
        super().__init__(window)
        self._defaults = defaults
        self._window = window
        self._model: ModelInfo | None = None
        self._steps: tuple[TourStep, ...] = ()
        self._number = 0
        self._is_wanted = False
        self._is_settled = True
        self._has_chosen = False
        self._awaited = ""
        self.spotlight = Spotlight(themes, window)
        self.card = TourCard(icons, window)
        self.card.next_wanted.connect(self._go_on)
        self.card.back_wanted.connect(self._go_back)
        self.card.end_wanted.connect(self.end)
        self.card.language_changed.connect(self._tell_again)
        self.card.resized.connect(self._place)
        self.spotlight.moved.connect(self._place)
        window.actions_of_window.tour.triggered.connect(self.start)
        window.pane.item_shown.connect(self._item_shown)
        window.looking.info_changed.connect(self._info_changed)
        window.generation.run_ended.connect(self._proceed)
        worker.model_ready.connect(self._model_ready)
        worker.cancelled.connect(self._not_made)
        worker.failed.connect(self._failed)

    # -- to the first card -------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """Begins, as soon as there is a picture to show it on; what runs already goes on."""
        if self.is_running():
            self.card.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._is_wanted = True
        self._has_chosen = False
        self._awaited = ""
        self._proceed()

    def is_running(self) -> bool:
        """Whether a card is shown."""
        return bool(self._steps)

    @Slot()
    def _proceed(self) -> None:
        """As far towards the first card as is possible now; what is waited for calls it again."""
        if not self._is_wanted:
            return
        window = self._window
        if self._model is None:
            self._say(self.tr("The tour begins when the model is loaded."))
        elif self._awaited:
            self._begin_on_awaited()
        elif window.pane.item is None and window.queue_model.rowCount():
            self._say(self.tr("The tour begins when the picture is finished."))
        elif window.pane.item is None:
            self._take_last()
        elif self._is_settled:
            self._take(window.pane.item)

    def _begin_on_awaited(self) -> None:
        item, info = self._window.pane.item, self._window.looking.info
        if (
            item is not None
            and info is not None
            and info.request.id == self._awaited
            and info.steps
            and not info.is_running
        ):
            self._begin(info.request)

    def _take_last(self) -> None:
        """The newest picture of those that the gallery lists."""
        model = self._window.gallery_model
        if model.rowCount() and not self._has_chosen:
            self._has_chosen = True
            self._window.gallery.choose(model.id_at(0))
        else:
            self._offer_new()

    def _take(self, item: GalleryItem) -> None:
        info, model = self._window.looking.info, self._model
        request = item.request
        if request is None or item.kept_step is not None or not item.is_exact:
            self._offer_new()
        elif (
            info is not None
            and info.steps
            and not info.is_running
            and model is not None
            and request.model == model.reference
        ):
            self._begin(request)
        elif self._agrees(
            self.tr(
                "The tour looks into the making of your picture. For that it has to be made once "
                "more; it comes out the same."
            )
        ):
            self._awaited = request.id
            self._window.generation.make_again(request, item.id)

    def _offer_new(self) -> None:
        if not self._agrees(
            self.tr(
                "The tour looks into the making of a picture. The built-in model makes a small one "
                "for it, in a few seconds."
            )
        ):
            return
        request = GenerationRequest(
            prompt=self._window.pane.suggestion(),
            model=STARTER,
            scheduler=self._defaults.scheduler,
            num_inference_steps=self._defaults.num_inference_steps,
            guidance_scale=self._defaults.guidance_scale,
            width=self._defaults.width,
            height=self._defaults.height,
            seed=_SEED,
        )
        self._awaited = request.id
        prompt = self._window.panel.prompt
        if not prompt.text():
            prompt.set_text(request.prompt)
        self._window.generation.submit([request])

    def _agrees(self, text: str) -> bool:
        # While the question is open, what comes in must not ask it again.
        self._is_wanted = False
        self._is_wanted = ask(
            self._window,
            self.tr("How does this work?"),
            text,
            self.tr("Make it"),
            self.tr("Not now"),
        )
        return self._is_wanted

    def _say(self, words: str) -> None:
        self._window.tell(Notice(text=words, key="tour"))

    @Slot(object)
    def _model_ready(self, info: ModelInfo) -> None:
        self._model = info
        if self.is_running():
            self._choose_steps()
        self._proceed()

    @Slot(object)
    def _item_shown(self, item: GalleryItem) -> None:
        # The answer whether its denoising is there comes later, unless there is nothing to ask.
        info = self._window.looking.info
        request = item.request
        self._is_settled = request is None or (info is not None and info.request.id == request.id)
        self._proceed()

    @Slot()
    def _info_changed(self) -> None:
        if self._window.pane.item is not None:
            self._is_settled = True
        self._proceed()

    @Slot(str)
    def _not_made(self, request_id: str) -> None:
        if request_id == self._awaited:
            self._is_wanted = False
            self._awaited = ""

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        self._not_made(failure.request_id)

    # -- from card to card -------------------------------------------------------------------

    def _begin(self, request: GenerationRequest) -> None:
        assert self._model is not None
        self._is_wanted = False
        self._awaited = ""
        self._window.pane.banner.withdraw("tour")
        self._request = request
        self._number = 0
        self._steps = tour_steps(self._model, request)
        self.card.show()
        self._show()
        self.begun.emit()

    @Slot()
    def end(self) -> None:
        """Takes the card away; what it has opened stays open."""
        if not self.is_running():
            return
        self._steps = ()
        self.spotlight.point_at(None)
        self.card.hide()
        self._window.panel.prompt.edit.setFocus()
        self.ended.emit()

    @Slot()
    def _go_on(self) -> None:
        if self._number + 1 < len(self._steps):
            self._number += 1
            self._show()
        else:
            self.end()

    @Slot()
    def _go_back(self) -> None:
        if self._number > 0:
            self._number -= 1
            self._show()

    def _choose_steps(self) -> None:
        """Another model: what is not so for it is left out from now on."""
        assert self._model is not None
        name = self._steps[self._number].name
        self._steps = tour_steps(self._model, self._request)
        names = [step.name for step in self._steps]
        self._number = names.index(name) if name in names else min(self._number, len(names) - 1)
        self._show()

    @Slot()
    def _tell_again(self) -> None:
        if self.is_running() and self._model is not None:
            self._steps = tour_steps(self._model, self._request)
            self._tell()

    def _tell(self) -> None:
        step = self._steps[self._number]
        self.card.show_step(step, self._number + 1, len(self._steps))
        self._place()

    def _show(self) -> None:
        """Opens what the card is about, and points at it."""
        step = self._steps[self._number]
        window = self._window
        if step.pane:
            window.show_xray_page()
            window.xray.show_pane(step.pane)
        elif step.place == "gallery":
            window.show_gallery_page()
        targets: dict[Place, QWidget] = {
            "prompt": window.panel.prompt,
            "timeline": window.timeline,
            "xray": window.side,
            "gallery": window.side,
        }
        self._move_playhead(step)
        self.spotlight.point_at(targets[step.place])
        self._tell()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_playhead(self, step: TourStep) -> None:
        """Into the middle of the denoising for what is about a step, else to its end."""
        info = self._window.looking.info
        if info is None or not info.steps or info.is_running:
            return
        last = info.steps[-1].index
        if step.name in ("step", "guidance", "attention"):
            place = max(info.first_own, min(last, 1 + round(_SHOWN_STEP * last)))
        else:
            place = last
        self._window.timeline.strip.setValue(place)

    @Slot()
    def _place(self) -> None:
        if not self.is_running():
            return
        self.card.setFixedHeight(self.card.height_needed())
        room = self._window.rect().adjusted(2 * GAP, 5 * GAP, -2 * GAP, -5 * GAP)
        self.card.setGeometry(place_for(self.card.size(), self.spotlight.framed(), room))
        self.card.raise_()
