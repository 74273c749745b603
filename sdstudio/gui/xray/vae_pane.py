"""The VAE from the inside: a picture into latents and back, and what is lost on the way."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.numbers import brief, fixed
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.xray.channels import Channels, latent_rows
from sdstudio.gui.xray.heat import Heat
from sdstudio.gui.xray.pane import XrayContext
from sdstudio.gui.xray.picture_source import (
    LONGEST_SIDE,
    PICTURE_FILE,
    SourcePicture,
)
from sdstudio.gui.xray.plots import Picture, Zoom, said
from sdstudio.gui.xray.rows import beside, stretching
from sdstudio.gui.xray.source_pane import SourcePane
from sdstudio.xray import Answer, Query, VaeQuery, VaeRoundTrip

_MOST_WIDTH = 360


class VaePane(SourcePane):
    """A picture that the user drops, opens or takes from the canvas, through the VAE and back."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "vae",
            translate("VaePane", "VAE"),
            translate(
                "VaePane",
                "Stable Diffusion does not paint pixels but latents; the VAE makes latents of a "
                "picture and a picture of latents, and loses a little both ways.",
            ),
            themes,
            icons,
            parent,
        )
        self._answer: VaeRoundTrip | None = None
        self.zoom = Zoom(self)
        self.original = Picture("vaeOriginal", self.tr("original"), themes, self.zoom)
        self.decoded = Picture("vaeDecoded", self.tr("decoded"), themes, self.zoom)
        self.difference = Heat("vaeDifference", self.tr("Difference, in levels of 255"), themes)
        self.difference.setMaximumWidth(_MOST_WIDTH + 80)
        self.shapes = PlainLabel(role="mono", wrap=True)
        self.shapes.setObjectName("vaeShapes")
        self.shapes.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shapes.setAccessibleName(self.tr("Shapes and quality"))
        self.quality = PlainLabel(role="hint", wrap=True)
        self.quality.setObjectName("vaeQuality")
        self.channels = Channels("vaeLatents", self.tr("Latents"), themes)
        self._result = QWidget()
        column = QVBoxLayout(self._result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + GAP // 2)
        column.addLayout(beside(self.original, self.decoded, most=_MOST_WIDTH))
        column.addWidget(self.shapes)
        column.addWidget(self.quality)
        column.addWidget(self.channels)
        column.addWidget(stretching(self.difference))
        self._result.hide()
        self.body.addWidget(self._result)
        self.body.addStretch(1)

    def longest(self, context: XrayContext) -> int:
        return max(LONGEST_SIDE, super().longest(context))

    def question(self, source: SourcePicture) -> Query:
        """The picture, through the VAE and back."""
        return VaeQuery(picture=source.picture, file=source.file or PICTURE_FILE)

    def show_answer(self, query: Query, answer: Answer) -> None:
        if not isinstance(answer, VaeRoundTrip):
            return
        self._answer = answer
        self.original.set_rgb(answer.original)
        self.decoded.set_rgb(answer.decoded)
        self.difference.set_values(
            answer.difference.array(), low=0.0, axes=(self.tr("row"), self.tr("column"))
        )
        picture = (3, answer.original.height, answer.original.width)
        latents = answer.latents.shape
        self.shapes.setText(
            f"{_shape(picture)} ↔ {_shape(latents)}\n"
            + self.tr("PSNR {psnr} dB · scaling factor {factor}").format(
                psnr="∞" if math.isinf(answer.psnr) else fixed(answer.psnr, 1),
                factor=said(answer.scaling_factor),
            )
        )
        self.quality.setText(
            self.tr(
                "{times} times fewer numbers. {told} On average, a colour is {levels} of 255 "
                "levels off."
            ).format(
                times=brief(math.prod(picture) / max(1, math.prod(latents)), 3),
                told=self._told(answer.psnr),
                levels=brief(float(answer.difference.array().mean()), 2),
            )
        )
        self.channels.set_latents({self.tr("latents"): answer.latents})
        self._result.show()

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        """The latents, after PSNR and scaling factor."""
        if self._answer is None:
            return [], []
        header, rows = latent_rows({"value": self._answer.latents})
        first: list[list[object]] = [
            ["psnr", "", "", "", self._answer.psnr],
            ["scaling_factor", "", "", "", self._answer.scaling_factor],
        ]
        return ["what", *header], first + [["latent", *row] for row in rows]

    def _told(self, psnr: float) -> str:
        if psnr >= 35:
            return self.tr("That is hard to see.")
        if psnr >= 28:
            return self.tr("Fine texture and small text suffer.")
        return self.tr("That can be seen easily.")


def _shape(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))
