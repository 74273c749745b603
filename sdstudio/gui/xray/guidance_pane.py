"""Guidance from the inside: the network's two answers, and what becomes of them at any scale."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from sdstudio.gui.decoding import image_from_rgb
from sdstudio.gui.fields import CalmDoubleSpin, CalmSlider, SliderBinding, slider_row
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.numbers import fixed
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.xray.channels import latent_rows, reach
from sdstudio.gui.xray.heat import Heat
from sdstudio.gui.xray.pane import Pane
from sdstudio.gui.xray.plots import Picture, Zoom, said
from sdstudio.gui.xray.rows import beside, stretching
from sdstudio.gui.xray.step_pane import no_step, step_of
from sdstudio.xray import Answer, Guidance, GuidanceQuery, Query

_REST = 300
"""Milliseconds that the step must rest before the network is asked."""
_MOST_SCALE = 20.0
_PER_UNIT = 10
_MOST_WIDTH = 360
_SIGNS = {"epsilon": "ε", "v_prediction": "v", "flow_prediction": "v", "sample": "x₀"}
"""What papers call the network's answer, by prediction type."""
_MOST_PIXELS = 512 * 512
"""Above this, mixing at each move of the slider would take longer than a frame of the screen."""

_Floats = npt.NDArray[np.float32]


class Mixer:
    """Mixes two pictures as guidance mixes the network's answers, fast enough for a slider.

    Takes H x W x 3 in [-1, 1] where they are in range; large ones are thinned out.
    """

    def __init__(self, unconditional: _Floats, conditional: _Floats) -> None:
        height, width = unconditional.shape[:2]
        thin = 1
        while (height // thin) * (width // thin) > _MOST_PIXELS:
            thin += 1
        without, with_prompt = unconditional[::thin, ::thin], conditional[::thin, ::thin]
        # In levels of 255, so that a move is one product, one sum and a clamp.
        self._base = np.ascontiguousarray((without + 1) * np.float32(127.5) + np.float32(0.5))
        self._way = np.ascontiguousarray((with_prompt - without) * np.float32(127.5))
        self._room = np.empty_like(self._base)

    def mixed(self, scale: float) -> QImage:
        """The picture at a guidance scale."""
        np.multiply(self._way, np.float32(scale), out=self._room)
        np.add(self._room, self._base, out=self._room)
        np.clip(self._room, 0, 255, out=self._room)
        height, width = self._room.shape[:2]
        return image_from_rgb(self._room.astype(np.uint8).tobytes(), width, height)


class GuidancePane(Pane):
    """The two answers at the step that the timeline is at, and a slider that mixes them anew."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "guidance",
            translate("GuidancePane", "Guidance"),
            translate(
                "GuidancePane",
                "At each step the network answers twice, without and with your prompt; "
                "the difference, times the guidance scale, pulls the picture towards the prompt.",
            ),
            themes,
            icons,
            parent,
            # Asking costs a whole evaluation of the network.
            rest=_REST,
        )
        self._answer: Guidance | None = None
        self._mixer: Mixer | None = None
        self.formula = PlainLabel(role="mono", wrap=True)
        self.formula.setObjectName("guidanceFormula")
        self.formula.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.formula.setAccessibleName(self.tr("The formula of guidance"))
        self.zoom = Zoom(self)
        self.without = Picture("guidanceWithout", self.tr("without the prompt"), themes, self.zoom)
        self.with_prompt = Picture("guidanceWith", self.tr("with the prompt"), themes, self.zoom)
        self.mix = Picture("guidanceMix", "", themes, self.zoom)
        self.mix.setAccessibleName(self.tr("The predicted picture x₀"))
        self.body.addWidget(PlainLabel(self.tr("The predicted picture x₀"), role="heading"))
        self.body.addLayout(beside(self.without, self.with_prompt, self.mix, most=_MOST_WIDTH))
        self._add_slider()
        self.body.addWidget(self.formula)
        self._add_answers()
        self.body.addStretch(1)

    def query(self) -> Query | None:
        """The step that the timeline is at."""
        place = step_of(self.context)
        if place is None:
            self.forget()
            self.show_message(no_step())
            return None
        return GuidanceQuery(request_id=place[0], index=place[1])

    def show_answer(self, query: Query, answer: Answer) -> None:
        if not isinstance(answer, Guidance):
            return
        self._answer = answer
        without = answer.picture_unconditional.array()
        with_prompt = answer.picture_conditional.array()
        self._mixer = Mixer(without, with_prompt)
        self.without.set_image(self._mixer.mixed(0.0))
        self.with_prompt.set_image(self._mixer.mixed(1.0))
        own = answer.guidance_scale
        self.slider.mark(own)
        self.own_button.setText(self.tr("&Run's own: {scale}").format(scale=said(own)))
        self.own_button.setAccessibleName(
            self.tr("Back to the run's own scale, {scale}").format(scale=said(own))
        )
        channels = answer.conditional.shape[0]
        if self.channel_combo.count() != channels:
            self.channel_combo.clear()
            for number in range(1, channels + 1):
                self.channel_combo.addItem(self.tr("Channel {number}").format(number=number))
        self._show_channel()
        self.spin.setValue(own)
        self._mix()

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        """The network's answers, their difference, and their mix at the run's own scale."""
        if self._answer is None:
            return [], []
        header, rows = latent_rows(
            {
                "unconditional": self._answer.unconditional,
                "conditional": self._answer.conditional,
                "x0_unconditional": self._answer.x0_unconditional,
                "x0_conditional": self._answer.x0_conditional,
            }
        )
        return header, rows

    def scale(self) -> float:
        """The scale that the slider is at."""
        return self.spin.value()

    # -- parts -------------------------------------------------------------------------------

    def _add_slider(self) -> None:
        self.slider = _MarkedSlider(self.themes)
        self.slider.setObjectName("guidanceScaleSlider")
        self.slider.setAccessibleName(self.tr("Another guidance scale"))
        self.slider.setRange(0, round(_MOST_SCALE * _PER_UNIT))
        self.slider.setPageStep(_PER_UNIT)
        self.spin = CalmDoubleSpin(0, _MOST_SCALE * 5)
        self.spin.setObjectName("guidanceScaleSpin")
        self.spin.setAccessibleName(self.tr("Another guidance scale"))
        self.own_button = QPushButton()
        self.own_button.setObjectName("guidanceOwnButton")
        self.own_button.clicked.connect(self._use_own)
        self._binding = SliderBinding(self.slider, self.spin, _PER_UNIT, self)
        self.spin.valueChanged.connect(self._mix)
        column = slider_row(self.tr("Try another guidance scale &s"), self.slider, self.spin)
        column.addWidget(self.own_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(column)

    def _add_answers(self) -> None:
        self.channel_combo = QComboBox()
        self.channel_combo.setObjectName("guidanceChannelCombo")
        self.channel_combo.setAccessibleName(self.tr("Channel of the latents"))
        self.channel_combo.setAccessibleDescription(self.channel_combo.accessibleName())
        self.channel_combo.currentIndexChanged.connect(self._show_channel)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(PlainLabel(self.tr("The network's answers"), role="heading"))
        row.addStretch(1)
        row.addWidget(self.channel_combo)
        self.heats = tuple(
            Heat(name, title, self.themes, diverging=True, has_scale=False)
            for name, title in (
                ("guidanceUnconditionalHeat", self.tr("without")),
                ("guidanceConditionalHeat", self.tr("with")),
                ("guidanceDifferenceHeat", self.tr("difference")),
            )
        )
        self.told = PlainLabel(role="hint", wrap=True)
        self.told.setObjectName("guidanceTold")
        self.body.addLayout(row)
        self.body.addLayout(beside(*map(stretching, self.heats), most=_MOST_WIDTH))
        self.body.addWidget(self.told)

    # -- doing -------------------------------------------------------------------------------

    @Slot()
    def _use_own(self) -> None:
        if self._answer is not None:
            self.spin.setValue(self._answer.guidance_scale)

    @Slot()
    def _mix(self) -> None:
        if self._answer is None or self._mixer is None:
            return
        scale, own = self.spin.value(), self._answer.guidance_scale
        # The field shows one decimal; at the run's own place the exact scale counts.
        exact = own if abs(scale - own) < 0.5 / _PER_UNIT else scale
        self.mix.set_image(self._mixer.mixed(exact))
        is_own = exact == own
        self.mix.set_title(
            self.tr("s = {scale}, the run's own").format(scale=said(exact))
            if is_own
            else self.tr("s = {scale}").format(scale=said(exact))
        )
        sign = _SIGNS.get(self._answer.prediction_type, "o")
        self.formula.setText(f"{sign} = {sign}ᵤ + s · ({sign}_c − {sign}ᵤ),   s = {said(exact)}")
        self.own_button.setEnabled(not is_own)

    @Slot()
    def _show_channel(self) -> None:
        if self._answer is None:
            return
        place = max(0, self.channel_combo.currentIndex())
        without = self._answer.unconditional.array()[place]
        with_prompt = self._answer.conditional.array()[place]
        difference = with_prompt - without
        end = max(reach(without), reach(with_prompt))
        axes = (self.tr("row"), self.tr("column"))
        for heat, values, most in (
            (self.heats[0], without, end),
            (self.heats[1], with_prompt, end),
            (self.heats[2], difference, reach(difference)),
        ):
            heat.set_values(values, low=-most, high=most, axes=axes)
        self.told.setText(
            self.tr(
                "The answers from −{end} (blue) to {end} (orange), their difference from "
                "−{small} to {small}: it is {share} % of the answer in size."
            ).format(
                end=said(end),
                small=said(reach(difference)),
                share=fixed(100 * _size(difference) / max(1e-12, _size(with_prompt)), 1),
            )
        )


class _MarkedSlider(CalmSlider):
    """A slider with a mark under the value that the run had."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._mark: float | None = None

    def mark(self, value: float) -> None:
        self._mark = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark is None or self._mark * _PER_UNIT > self.maximum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        room = self.width() - handle.width()
        along = QStyle.sliderPositionFromValue(
            self.minimum(), self.maximum(), round(self._mark * _PER_UNIT), room
        )
        painter = QPainter(self)
        left = along + handle.width() // 2
        painter.fillRect(left - 1, self.height() - 6, 2, 6, QColor(self._themes.theme.text))
        painter.end()


def _size(values: npt.NDArray[Any]) -> float:
    return float(np.sqrt(np.mean(np.square(values))))
