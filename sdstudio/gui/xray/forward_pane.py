"""Noise from the inside: a picture with as much as you like, and what the model sees in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdstudio.gui.fields import CalmSlider, CalmSpin, SliderBinding, slider_row, titled
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.numbers import fixed
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.xray.channels import Channels, latent_rows
from sdstudio.gui.xray.picture_source import PICTURE_FILE, SourcePicture
from sdstudio.gui.xray.plots import Picture, Zoom
from sdstudio.gui.xray.rows import beside
from sdstudio.gui.xray.source_pane import SourcePane
from sdstudio.xray import NOISE_SCHEDULES, Answer, Forward, ForwardQuery, Query

_REST = 200
"""Milliseconds that the slider must rest before the model is asked."""
_LAST_TIMESTEP = 999
_MOST_WIDTH = 360


class ForwardPane(SourcePane):
    """A picture, noise added to it at a training timestep, and x0 as predicted in one step."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "forward",
            translate("ForwardPane", "Forward"),
            translate(
                "ForwardPane",
                "How the model was trained: a picture gets noise, more at later timesteps, and the "
                "network guesses the picture behind it, in one go.",
            ),
            themes,
            icons,
            parent,
            # Asking costs an evaluation of the network.
            rest=_REST,
        )
        self._answer: Forward | None = None
        self._seed = 0
        self._add_settings()
        self.zoom = Zoom(self)
        self.original = Picture("forwardOriginal", self.tr("original"), themes, self.zoom)
        self.noisy = Picture("forwardNoisy", self.tr("with noise"), themes, self.zoom)
        self.predicted = Picture("forwardPredicted", self.tr("predicted"), themes, self.zoom)
        self.formula = PlainLabel(role="mono", wrap=True)
        self.formula.setObjectName("forwardFormula")
        self.formula.setAccessibleName(self.tr("The formula of adding noise"))
        self.formula.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.share = PlainLabel(role="hint", wrap=True)
        self.share.setObjectName("forwardShare")
        self.channels = Channels("forwardLatents", self.tr("Latents"), themes)
        self._result = QWidget()
        column = QVBoxLayout(self._result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + GAP // 2)
        column.addLayout(beside(self.original, self.noisy, self.predicted, most=_MOST_WIDTH))
        column.addWidget(self.formula)
        column.addWidget(self.share)
        column.addWidget(self.channels)
        self._result.hide()
        self.body.addWidget(self._result)
        self.body.addStretch(1)

    # The network sees the whole picture at once: larger than its own size, it takes very long.
    # So ``longest`` stays the run's own.

    def question(self, source: SourcePicture) -> Query:
        """The picture at the timestep that the slider is at."""
        return ForwardQuery(
            picture=source.picture,
            timestep=self.spin.value(),
            seed=self._seed,
            prompt=self.context.prompt,
            noise_schedule=self.schedule_combo.currentData(),
            file=source.file or PICTURE_FILE,
        )

    def show_answer(self, query: Query, answer: Answer) -> None:
        if not isinstance(answer, Forward):
            return
        self._answer = answer
        self.original.set_rgb(answer.original)
        self.noisy.set_rgb(answer.noisy)
        self.predicted.set_rgb(answer.predicted)
        self.formula.setText(
            "xₜ = a · x₀ + b · noise\n"
            + self.tr("a = {a}, b = {b} at t = {timestep}").format(
                a=fixed(answer.a, 4), b=fixed(answer.b, 4), timestep=answer.timestep
            )
        )
        power = answer.a**2 + answer.b**2
        self.share.setText(
            self.tr("{share} % of the power in the latents is noise.").format(
                share=fixed(100 * answer.b**2 / power if power else 0.0, 1)
            )
        )
        self.channels.set_latents(
            {
                self.tr("with noise"): answer.noisy_latents,
                self.tr("predicted"): answer.predicted_latents,
            }
        )
        self._result.show()

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        """a and b, then the latents with noise and as predicted."""
        if self._answer is None:
            return [], []
        header, rows = latent_rows(
            {"noisy": self._answer.noisy_latents, "predicted": self._answer.predicted_latents}
        )
        first: list[list[object]] = [
            [name, "", "", "", value, ""]
            for name, value in (
                ("timestep", self._answer.timestep),
                ("a", self._answer.a),
                ("b", self._answer.b),
            )
        ]
        return ["what", *header], first + [["latent", *row] for row in rows]

    # -- parts -------------------------------------------------------------------------------

    def _add_settings(self) -> None:
        self.slider = CalmSlider()
        self.slider.setObjectName("forwardTimestepSlider")
        self.slider.setAccessibleName(self.tr("Timestep"))
        self.slider.setRange(0, _LAST_TIMESTEP)
        self.slider.setPageStep(100)
        self.spin = CalmSpin(0, _LAST_TIMESTEP)
        self.spin.setObjectName("forwardTimestepSpin")
        self.spin.setAccessibleName(self.tr("Timestep"))
        self.spin.setValue(_LAST_TIMESTEP // 2)
        self._binding = SliderBinding(self.slider, self.spin, 1, self)
        self.spin.valueChanged.connect(self._changed)
        self.schedule_combo = QComboBox()
        self.schedule_combo.setObjectName("forwardScheduleCombo")
        self.schedule_combo.setAccessibleName(self.tr("Noise schedule"))
        for name in NOISE_SCHEDULES:
            self.schedule_combo.addItem(
                self.tr("the model's own") if name == "model" else name, name
            )
        self.schedule_combo.currentIndexChanged.connect(self._changed)
        self.noise_button = QPushButton(self.tr("Other &noise"))
        self.noise_button.setObjectName("forwardNoiseButton")
        self.noise_button.setAccessibleName(self.tr("Other noise"))
        self.icons.attach(self.noise_button, "dice")
        self.noise_button.clicked.connect(self._roll)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.schedule_combo, 1)
        row.addWidget(self.noise_button)
        self.body.addLayout(slider_row(self.tr("&Timestep"), self.slider, self.spin))
        self.body.addLayout(titled(self.tr("Noise sche&dule"), row, self.schedule_combo))

    # -- doing -------------------------------------------------------------------------------

    @Slot()
    def _roll(self) -> None:
        self._seed += 1
        self._changed()
