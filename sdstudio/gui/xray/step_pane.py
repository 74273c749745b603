"""A step from the inside: what it began with, what it predicted, and what it handed on."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.tab_order import set_tab_order
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.channels import Channels, latent_rows
from sdstudio.gui.xray.pane import Pane, XrayContext
from sdstudio.gui.xray.plots import Curve, Picture, Plot, Zoom, said
from sdstudio.gui.xray.rows import Sides, beside
from sdstudio.xray import Answer, Query, StepInside, StepQuery

_MOST_WIDTH = 360
_BINS = 49
_EDGE = 4.9
"""The histogram reaches so far on both sides: bins of 0.2, the middle one around 0."""
_NORMAL_POINTS = 121


class StepPane(Pane):
    """The step that the timeline is at: pictures, latents, the noise predicted, and norms."""

    step_wanted = Signal(int)
    """A step that was clicked in the curve of norms, counted from 1."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "step",
            translate("StepPane", "Step"),
            translate(
                "StepPane",
                "One step of denoising: from a noisy picture xₜ the network predicts the noise; "
                "taking it away gives x₀, and the scheduler goes a little of that way.",
            ),
            themes,
            icons,
            parent,
        )
        self._answer: StepInside | None = None
        self.zoom = Zoom(self)
        self.where = PlainLabel(role="mono")
        self.where.setObjectName("stepWhere")
        self.before = Picture("stepBefore", self.tr("xₜ: noisy"), themes, self.zoom)
        self.after = Picture("stepAfter", self.tr("xₜ₋₁: handed on"), themes, self.zoom)
        self.x0 = Picture("stepX0", self.tr("x₀: predicted"), themes, self.zoom)
        self.channels = Channels("stepLatents", self.tr("Latents"), themes)
        self.histogram = Plot(
            "stepHistogram",
            self.tr("Predicted noise"),
            self.tr("value"),
            self.tr("density"),
            themes,
        )
        self.norms = Plot(
            "stepNorms",
            self.tr("Root mean square at each step"),
            self.tr("Step"),
            self.tr("size"),
            themes,
        )
        self.norms.picked.connect(self._pick)
        self.body.addWidget(self.where)
        self.body.addLayout(beside(self.before, self.x0, self.after, most=_MOST_WIDTH))
        self.body.addWidget(self.channels)
        self.body.addWidget(Sides(self.histogram, self.norms))
        self.body.addStretch(1)

    def query(self) -> Query | None:
        """The step that the timeline is at."""
        place = step_of(self.context)
        if place is None:
            self.forget()
            self.show_message(no_step())
            return None
        return StepQuery(request_id=place[0], index=place[1])

    def show_answer(self, query: Query, answer: Answer) -> None:
        if not isinstance(answer, StepInside):
            return
        self._answer = answer
        self.where.setText(
            self.tr("step {index} of {count} · t = {timestep} · σ = {sigma}").format(
                index=answer.index,
                count=answer.norms[-1][0] if answer.norms else answer.index,
                timestep=said(answer.timestep),
                sigma=said(answer.sigma),
            )
        )
        self.before.set_rgb(answer.before_picture)
        self.x0.set_rgb(answer.x0_picture)
        self.after.set_rgb(answer.after_picture)
        is_last = answer.after_picture is None
        self.after.set_title(self.tr("the last step") if is_last else self.tr("xₜ₋₁: handed on"))
        self.channels.set_latents(
            {"xₜ": answer.before, "x₀": answer.x0, self.tr("noise"): answer.noise}
        )
        # The buttons and maps of the latents were made just now.
        set_tab_order(self.after, self.channels, self.histogram, self.norms)
        self._show_noise(answer)
        steps = [float(index) for index, *_ in answer.norms]
        names = ("xₜ", "x₀", self.tr("noise"))
        self.norms.set_curves(
            [
                Curve(name=name, x=steps, y=[row[place + 1] for row in answer.norms])
                for place, name in enumerate(names)
            ]
        )
        self.norms.mark(float(answer.index))

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        """Root mean squares of all steps, then the latents of this one, each with its place."""
        if self._answer is None:
            return [], []
        answer = self._answer
        header, latents = latent_rows(
            {"x_t": answer.before, "x0": answer.x0, "noise": answer.noise}
        )
        rows: list[list[object]] = [
            ["rms", index, "", "", "", *sizes] for index, *sizes in answer.norms
        ]
        rows += [["latent", answer.index, *row] for row in latents]
        return ["what", "step", *header], rows

    def _show_noise(self, answer: StepInside) -> None:
        noise = answer.noise.array().ravel()
        heights, edges = np.histogram(noise, _BINS, (-_EDGE, _EDGE))
        width = edges[1] - edges[0]
        density = heights / max(1, noise.size) / width
        line = np.linspace(-_EDGE, _EDGE, _NORMAL_POINTS)
        normal = np.exp(-(line**2) / 2) / np.sqrt(2 * np.pi)
        self.histogram.set_curves(
            [
                Curve(
                    name=self.tr("Predicted noise"),
                    x=((edges[:-1] + edges[1:]) / 2).tolist(),
                    y=density.tolist(),
                    look="bars",
                ),
                Curve(name=self.tr("unit normal"), x=line.tolist(), y=normal.tolist()),
            ]
        )

    @Slot(float)
    def _pick(self, x: float) -> None:
        self.step_wanted.emit(round(x))


def step_of(context: XrayContext) -> tuple[str, int] | None:
    """Request id and step that the timeline is at, the last one where it is at none of them.

    None without a denoising in memory.
    """
    trajectory = context.trajectory
    if trajectory is None or not trajectory.steps:
        return None
    known = [step.index for step in trajectory.steps]
    index = context.step if context.step in known else known[-1]
    return trajectory.request.id, index


def no_step() -> str:
    """What to do for a step to be there."""
    return QCoreApplication.translate(
        "StepPane", "Make a picture, then choose a step in the timeline."
    )
