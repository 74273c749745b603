"""The left pane: everything that decides a picture, and the button that makes it."""

from __future__ import annotations

import random
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.diffusion.schedulers import CHOICES
from sdstudio.gui.additions.section import AdditionsSection
from sdstudio.gui.additions.tags import PromptTags
from sdstudio.gui.fields import (
    CalmDoubleSpin,
    CalmSlider,
    CalmSpin,
    Fold,
    SeedEdit,
    SliderBinding,
    WideScroll,
    slider_row,
    titled,
)
from sdstudio.gui.file_drag import FileDrops
from sdstudio.gui.icons import IconSet
from sdstudio.gui.keys import keys_text, with_keys
from sdstudio.gui.labels import ElidedLabel, PlainLabel, set_tooltip
from sdstudio.gui.model_field import ModelField
from sdstudio.gui.prompt_field import PromptEdit, PromptField
from sdstudio.gui.size_field import SizeField
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.tokens import CountTokens, TokenCounter
from sdstudio.model_folder import ModelFolder
from sdstudio.request import (
    MAX_GUIDANCE,
    MAX_SEED,
    MAX_STEPS,
    SCHEDULERS,
    STARTER,
    GenerationRequest,
    ModelDefaults,
    ModelInfo,
)
from sdstudio.settings import ModelMemory, Settings, remembered

_MAX_COUNT = 64
_SLIDER_STEPS = 150
_SLIDER_GUIDANCE = 30


class PromptPanel(QFrame):
    """Settings of the next pictures. GUI thread only."""

    generate_clicked = Signal()
    stop_clicked = Signal()
    stop_and_keep_clicked = Signal()
    changed = Signal()
    """A setting worth remembering has changed."""
    model_chosen = Signal(str)
    """The user chose a model reference from the list."""
    open_model_folder = Signal()
    paths_dropped = Signal(object)
    """list of Paths that were dropped on the panel."""

    def __init__(
        self,
        starter: ModelFolder,
        count_tokens: CountTokens,
        language: str,
        chance: random.Random,
        themes: ThemeSource,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        """``language`` and ``chance`` are those of the suggestions; see ``PromptField``."""
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setObjectName("promptPanel")
        self._starter = starter
        self._icons = icons
        self._settled_model = ""
        self._defaults: ModelDefaults | None = None
        self._memories: tuple[ModelMemory, ...] = ()
        self.counter = TokenCounter(count_tokens, self)
        self.prompt = PromptField(language, chance, themes, icons, self.counter, self)
        self.no_prompt = PlainLabel(
            self.tr("This model reads no prompt: it draws what it was trained on."),
            role="hint",
            wrap=True,
        )
        self.no_prompt.setObjectName("noPrompt")
        self.no_prompt.hide()
        self._has_prompt = self._has_negative_prompt = self._has_guidance = True
        self.additions = AdditionsSection(icons)
        self.tags = PromptTags(self.prompt, self.additions, self)
        self.size_field = SizeField()
        self.model_field = ModelField(starter.name, icons)
        self._build_numbers()
        self._build_advanced(themes)
        self._build_buttons()
        self._lay_out()
        self._connect()
        self._show_model_words()

    # -- building ----------------------------------------------------------------------------

    def _build_numbers(self) -> None:
        self.steps_spin = CalmSpin(1, MAX_STEPS)
        self.steps_spin.setObjectName("stepsSpin")
        self.steps_spin.setAccessibleName(self.tr("Steps"))
        self.steps_slider = CalmSlider()
        self.steps_slider.setObjectName("stepsSlider")
        self.steps_slider.setAccessibleName(self.tr("Steps"))
        self.steps_slider.setRange(1, _SLIDER_STEPS)
        set_tooltip(self.steps_slider, self.tr("More steps take longer and add detail"))
        SliderBinding(self.steps_slider, self.steps_spin, 1, self)
        self.guidance_spin = CalmDoubleSpin(0, MAX_GUIDANCE)
        self.guidance_spin.setObjectName("guidanceSpin")
        self.guidance_spin.setAccessibleName(self.tr("Guidance scale"))
        self.guidance_slider = CalmSlider()
        self.guidance_slider.setObjectName("guidanceSlider")
        self.guidance_slider.setAccessibleName(self.tr("Guidance scale"))
        self.guidance_slider.setRange(0, _SLIDER_GUIDANCE * 2)
        set_tooltip(
            self.guidance_slider,
            self.tr("How closely the picture follows the prompt; very high values look burnt"),
        )
        SliderBinding(self.guidance_slider, self.guidance_spin, 2, self)

    def _build_advanced(self, themes: ThemeSource) -> None:
        self.negative_edit = PromptEdit(themes, lines=2)
        self.negative_edit.setObjectName("negativePromptEdit")
        self.negative_edit.setAccessibleName(self.tr("Negative prompt"))
        self.negative_edit.setPlaceholderText(self.tr("What the picture should not show"))
        self.scheduler_combo = QComboBox()
        self.scheduler_combo.setObjectName("schedulerCombo")
        self.scheduler_combo.setAccessibleName(self.tr("Scheduler"))
        self.scheduler_class = ElidedLabel(role="hint")
        self.scheduler_class.setObjectName("schedulerClass")
        self._wished_scheduler = next(iter(SCHEDULERS))
        self._offer_schedulers(tuple(SCHEDULERS))
        self.seed_edit = SeedEdit()
        self.seed_edit.setObjectName("seedSpin")
        self.seed_edit.setAccessibleName(self.tr("Seed"))
        set_tooltip(self.seed_edit, self.tr("The same seed and settings give the same picture"))
        self.random_seed_button = QToolButton()
        self.random_seed_button.setObjectName("randomSeedButton")
        self.random_seed_button.setAccessibleName(self.tr("New random seed"))
        set_tooltip(self.random_seed_button, self.tr("New random seed"))
        self._icons.attach(self.random_seed_button, "dice")
        self.keep_seed_button = QPushButton(self.tr("&Keep"))
        self.keep_seed_button.setObjectName("keepSeedButton")
        self.keep_seed_button.setAccessibleName(self.tr("Keep the seed"))
        self.keep_seed_button.setCheckable(True)
        set_tooltip(
            self.keep_seed_button,
            self.tr("Use this seed again; otherwise each Generate chooses a new one"),
        )
        self._icons.attach(self.keep_seed_button, "unkept")
        self.count_spin = CalmSpin(1, _MAX_COUNT)
        self.count_spin.setObjectName("countSpin")
        self.count_spin.setAccessibleName(self.tr("Number of pictures"))
        self.count_slider = CalmSlider()
        self.count_slider.setObjectName("countSlider")
        self.count_slider.setAccessibleName(self.tr("Number of pictures"))
        self.count_slider.setRange(1, 16)
        set_tooltip(self.count_slider, self.tr("Pictures per Generate, with consecutive seeds"))
        SliderBinding(self.count_slider, self.count_spin, 1, self)

    def _build_buttons(self) -> None:
        self.generate_button = QPushButton(self.tr("Generate"))
        self.generate_button.setObjectName("generateButton")
        self.generate_button.setAccessibleName(self.tr("Generate"))
        self.generate_button.setProperty("look", "primary")
        set_tooltip(self.generate_button, with_keys(self.tr("Make the picture"), "Ctrl+Enter"))
        self._icons.attach(self.generate_button, "generate", on_accent=True)
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setObjectName("stopButton")
        self.stop_button.setAccessibleName(self.tr("Stop"))
        self.stop_button.setProperty("look", "tall")
        self.stop_button.setEnabled(False)
        set_tooltip(
            self.stop_button,
            self.tr("Stop this press of Generate ({stop}); {stop_all} stops all").format(
                stop=keys_text("Esc"), stop_all=keys_text("Shift+Esc")
            ),
        )
        self._icons.attach(self.stop_button, "stop")
        self.stop_and_keep_button = QPushButton()
        self.stop_and_keep_button.setObjectName("stopAndKeepButton")
        self.stop_and_keep_button.setAccessibleName(self.tr("Stop and keep"))
        self.stop_and_keep_button.setProperty("look", "tall")
        self.stop_and_keep_button.setEnabled(False)
        set_tooltip(
            self.stop_and_keep_button,
            with_keys(self.tr("Stop, and keep what is seen now as the picture"), "Ctrl+K"),
        )
        self._icons.attach(self.stop_and_keep_button, "keep-step")

    def _lay_out(self) -> None:
        seed_row = QHBoxLayout()
        seed_row.setSpacing(GAP // 2)
        seed_row.addWidget(self.seed_edit, 1)
        seed_row.addWidget(self.random_seed_button)
        seed_row.addWidget(self.keep_seed_button)

        advanced = QWidget()
        inner = QVBoxLayout(advanced)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP + GAP // 2)
        self._negative_row = _as_widget(
            titled(self.tr("&Negative prompt"), self.negative_edit, self.negative_edit)
        )
        inner.addWidget(self._negative_row)
        inner.addLayout(slider_row(self.tr("S&teps"), self.steps_slider, self.steps_spin))
        self._guidance_row = _as_widget(
            slider_row(self.tr("Guidance sca&le"), self.guidance_slider, self.guidance_spin)
        )
        inner.addWidget(self._guidance_row)
        scheduler = QVBoxLayout()
        scheduler.setSpacing(2)
        scheduler.addWidget(self.scheduler_combo)
        scheduler.addWidget(self.scheduler_class)
        inner.addLayout(titled(self.tr("Sche&duler"), scheduler, self.scheduler_combo))
        inner.addLayout(titled(self.tr("&Seed"), seed_row, self.seed_edit))
        inner.addLayout(slider_row(self.tr("P&ictures"), self.count_slider, self.count_spin))
        inner.addWidget(self.additions)
        self.advanced = Fold(self.tr("&Advanced"), advanced, self._icons)
        self.advanced.button.setObjectName("advancedButton")

        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        column.setSpacing(GAP + GAP // 2)
        column.addLayout(titled(self.tr("&Model"), self.model_field, self.model_field.combo))
        column.addWidget(self.prompt)
        column.addWidget(self.tags.warning)
        column.addWidget(self.no_prompt)
        column.addLayout(titled(self.tr("Size"), self.size_field, self.size_field))
        column.addWidget(self.advanced)
        column.addStretch(1)
        scroll = WideScroll()
        scroll.setObjectName("promptScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(form)

        buttons = QHBoxLayout()
        buttons.setContentsMargins(2 * GAP, GAP, 2 * GAP, 0)
        buttons.setSpacing(GAP)
        buttons.addWidget(self.generate_button, 1)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.stop_and_keep_button)
        words = self.tr("{generate} to generate · {stop} to stop").format(
            generate=keys_text("Ctrl+Enter"), stop=keys_text("Esc")
        )
        keys = PlainLabel(words, role="hint")
        keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GAP + GAP // 2)
        layout.setSpacing(GAP)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)
        layout.addWidget(keys)

    def _connect(self) -> None:
        self.generate_button.clicked.connect(self.generate_clicked)
        self.stop_button.clicked.connect(self.stop_clicked)
        self.stop_and_keep_button.clicked.connect(self.stop_and_keep_clicked)
        self.scheduler_combo.currentIndexChanged.connect(self._scheduler_changed)
        self.model_field.folder_button.clicked.connect(self.open_model_folder)
        self.model_field.chosen.connect(self._model_chosen)
        self.random_seed_button.clicked.connect(self._roll)
        self.keep_seed_button.toggled.connect(self._keep_toggled)
        drops = FileDrops(self)
        drops.dropped.connect(self.paths_dropped)
        drops.take(self)
        self.additions.changed.connect(self._offer_embeddings)
        for signal in (self.prompt.changed, self.negative_edit.textChanged):
            signal.connect(self._show_embeddings)
        for signal in (
            self.prompt.changed,
            self.negative_edit.textChanged,
            self.size_field.changed,
            self.steps_spin.valueChanged,
            self.guidance_spin.valueChanged,
            self.scheduler_combo.currentIndexChanged,
            self.seed_edit.value_changed,
            self.keep_seed_button.toggled,
            self.count_spin.valueChanged,
            self.advanced.toggled,
            self.additions.changed,
            self.additions.toggled,
        ):
            signal.connect(self._emit_changed)

    @Slot()
    def _emit_changed(self) -> None:
        self.changed.emit()

    # -- the requests ------------------------------------------------------------------------

    def requests(self) -> list[GenerationRequest]:
        """Resolved requests of one press of Generate, with consecutive seeds.

        Chooses and shows a new random seed unless the seed is kept.

        Raises:
            InvalidRequest: a setting that no picture can be made with.
        """
        self.tags.check()
        self._request(0)  # complains, if it must, before the seed changes
        seed = (
            self.seed_edit.value() if self.keep_seed_button.isChecked() else self.seed_edit.roll()
        )
        self.seed_edit.set_value(seed)
        return [
            self._request((seed + index) % (MAX_SEED + 1))
            for index in range(self.count_spin.value())
        ]

    def present_request(self) -> GenerationRequest:
        """What is set now, with the seed that is shown.

        Raises:
            InvalidRequest: a setting that no picture can be made with.
        """
        return self._request(self.seed_edit.value())

    def _request(self, seed: int) -> GenerationRequest:
        width, height = self.size_field.size_in_pixels()
        # What the model does not heed is no part of the picture's settings.
        prompt = self.prompt.text() if self._has_prompt else ""
        negative_prompt = self.negative_edit.toPlainText() if self._has_negative_prompt else ""
        added = self.additions.requested(self.model(), prompt, negative_prompt)
        return GenerationRequest(
            prompt=prompt,
            negative_prompt=negative_prompt,
            model=self.model(),
            scheduler=self.scheduler_combo.currentData(),
            num_inference_steps=self.steps_spin.value(),
            guidance_scale=self.guidance_spin.value() if self._has_guidance else 0.0,
            width=width,
            height=height,
            seed=seed,
            loras=added.loras,
            embeddings=added.embeddings,
            parts=added.parts,
        )

    def apply_request(self, request: GenerationRequest, *, with_seed: bool) -> None:
        """Puts the settings of a picture back; with its seed, the seed is kept from then on."""
        if request.model != self._settled_model:
            self._memories = self._all_memories()
            self._settled_model, self._defaults = request.model, None
        self.prompt.set_text(request.prompt)
        self.negative_edit.setPlainText(request.negative_prompt)
        self._set_scheduler(request.scheduler)
        self.steps_spin.setValue(request.num_inference_steps)
        self.guidance_spin.setValue(request.guidance_scale)
        self.size_field.set_size(request.width, request.height)
        self.additions.apply_request(request)
        if with_seed:
            self.seed_edit.set_value(request.seed)
            self.keep_seed_button.setChecked(True)
        if request.model != self.model():
            self.show_model(request.model)
            self.model_chosen.emit(request.model)

    # -- settings ----------------------------------------------------------------------------

    def settings_values(self, base: Settings) -> Settings:
        """``base`` with the panel's own values."""
        width, height = self.size_field.size_in_pixels()
        return replace(
            base,
            prompt=self.prompt.text(),
            negative_prompt=self.negative_edit.toPlainText(),
            model=self.model(),
            scheduler=self.scheduler_combo.currentData(),
            num_inference_steps=self.steps_spin.value(),
            guidance_scale=self.guidance_spin.value(),
            width=width,
            height=height,
            seed=self.seed_edit.value(),
            keep_seed=self.keep_seed_button.isChecked(),
            count=self.count_spin.value(),
            show_advanced=self.advanced.is_open(),
            additions=self.additions.chosen(),
            show_additions=self.additions.fold.is_open(),
            model_settings=self._all_memories(),
        )

    def apply_settings(self, settings: Settings) -> None:
        """Shows remembered settings; values out of range go to the nearest that is in range."""
        self.show_model(settings.model)
        self._settled_model = settings.model
        self._memories = settings.model_settings
        self.prompt.edit.setPlainText(settings.prompt)
        self.negative_edit.setPlainText(settings.negative_prompt)
        self._set_scheduler(settings.scheduler)
        self.steps_spin.setValue(settings.num_inference_steps)
        self.guidance_spin.setValue(settings.guidance_scale)
        self.size_field.set_size(settings.width, settings.height)
        self.seed_edit.set_value(settings.seed)
        self.keep_seed_button.setChecked(settings.keep_seed)
        self.count_spin.setValue(settings.count)
        self.advanced.set_open(settings.show_advanced)
        self.additions.set_chosen(settings.additions)
        self.additions.fold.set_open(settings.show_additions)

    # -- the model ---------------------------------------------------------------------------

    def model(self) -> str:
        """The model reference chosen."""
        return self.model_field.reference()

    def show_model(self, reference: str) -> None:
        """Chooses a model in the list, adding it when it is new; emits no ``model_chosen``."""
        self.model_field.choose(reference)
        self._show_model_words()
        self.changed.emit()

    def forget_model(self, reference: str) -> None:
        """Takes a model that cannot be loaded off the list."""
        self.model_field.forget(reference)

    def set_model_info(self, info: ModelInfo) -> None:
        """A model is loaded: its bounds, and if it is another, its settings.

        These are what its makers recommend, and over them what the user has set for it before.
        """
        self.prompt.recount()
        if info.reference != self.model():
            return
        is_other = info.reference != self._settled_model
        if is_other:
            # First of all: the bounds of the new model may change what was set for the old one.
            self._memories = self._all_memories()
            self._settled_model = info.reference
        self._defaults = info.defaults
        self.additions.set_model(info)
        self.size_field.set_model(
            info.size_factor,
            info.min_side,
            info.defaults.width,
            info.defaults.height,
            info.max_side,
        )
        self._show_what_is_heeded(info)
        self._offer_schedulers(info.schedulers)
        if is_other:
            own = [one for one in self._memories if one.reference == info.reference]
            self._take(own[0].over(info.defaults) if own else info.defaults)
        if self._wished_scheduler not in info.schedulers:
            self._set_scheduler(info.defaults.scheduler)

    def _show_what_is_heeded(self, info: ModelInfo) -> None:
        self._has_prompt = info.has_prompt
        self._has_negative_prompt = info.has_negative_prompt
        self._has_guidance = info.has_guidance
        self.prompt.setVisible(info.has_prompt)
        self.no_prompt.setVisible(not info.has_prompt)
        self._negative_row.setVisible(info.has_negative_prompt)
        self._guidance_row.setVisible(info.has_guidance)

    @Slot()
    def reset_to_model(self) -> None:
        """Puts size, steps, guidance and scheduler back to what the model's makers recommend."""
        if self._defaults is not None:
            self._take(self._defaults)

    def _take(self, values: ModelDefaults) -> None:
        self.size_field.set_size(values.width, values.height)
        self.steps_spin.setValue(values.num_inference_steps)
        self.guidance_spin.setValue(values.guidance_scale)
        self._set_scheduler(values.scheduler)

    def _all_memories(self) -> tuple[ModelMemory, ...]:
        """What was set for each model, that of the panel's present values included."""
        defaults = self._defaults
        if defaults is None:  # not loaded yet: what differs from its defaults is not known
            return self._memories
        width, height = self.size_field.size_in_pixels()
        values = ModelDefaults(
            width=width,
            height=height,
            num_inference_steps=self.steps_spin.value(),
            guidance_scale=(
                self.guidance_spin.value() if self._has_guidance else defaults.guidance_scale
            ),
            scheduler=self._wished_scheduler,
        )
        return remembered(self._memories, self._settled_model, defaults, values)

    def _show_model_words(self) -> None:
        is_starter = self.model() == STARTER
        self.prompt.set_vocabulary(self._starter.vocabulary if is_starter else None)

    def found_additions(self) -> None:
        """Other LoRAs, embeddings and parts are there than before."""
        self._offer_embeddings()
        self.tags.look_again()

    def show_additions(self) -> None:
        """Unfolds what is added to the model."""
        self.advanced.set_open(True)
        self.additions.open()

    @Slot()
    def _offer_embeddings(self) -> None:
        words = self.additions.words()
        self.prompt.set_embeddings(words)
        self.negative_edit.completion.set_words(words)
        self._show_embeddings()

    @Slot()
    def _show_embeddings(self) -> None:
        self.additions.show_embeddings(self.prompt.text(), self.negative_edit.toPlainText())

    def has_prompt(self) -> bool:
        """Whether the model in use reads one."""
        return self._has_prompt

    def schedulers(self) -> tuple[str, ...]:
        """The ids of the schedulers offered."""
        combo = self.scheduler_combo
        return tuple(str(combo.itemData(index)) for index in range(combo.count()))

    def _offer_schedulers(self, identifiers: tuple[str, ...]) -> None:
        """Lists those that the model can be run with; the one wished for stays chosen."""
        if identifiers == self.schedulers():
            return
        wished = self._wished_scheduler
        self.scheduler_combo.clear()
        for index, identifier in enumerate(identifiers):
            self.scheduler_combo.addItem(SCHEDULERS[identifier], identifier)
            self.scheduler_combo.setItemData(
                index, CHOICES[identifier].class_name, Qt.ItemDataRole.ToolTipRole
            )
        self._set_scheduler(wished)

    def _set_scheduler(self, identifier: str) -> None:
        # One that this model lacks is wished for all the same: its own model may be on its way.
        index = self.scheduler_combo.findData(identifier)
        self.scheduler_combo.setCurrentIndex(max(index, 0))
        self._wished_scheduler = identifier

    @Slot()
    def _scheduler_changed(self) -> None:
        identifier = self.scheduler_combo.currentData()
        if identifier is None:
            return
        self._wished_scheduler = identifier
        self.scheduler_class.setText(CHOICES[identifier].class_name)

    @Slot(str)
    def _model_chosen(self, reference: str) -> None:
        self._show_model_words()
        self.model_chosen.emit(reference)
        self.changed.emit()

    @Slot()
    def _roll(self) -> None:
        self.seed_edit.roll()

    @Slot(bool)
    def _keep_toggled(self, kept: bool) -> None:
        self._icons.attach(self.keep_seed_button, "keep" if kept else "unkept")


def _as_widget(layout: QVBoxLayout) -> QWidget:
    """A layout that can be hidden as a whole."""
    widget = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(layout)
    return widget
