"""Looking into a denoising: how soon a step that was dragged to is on the screen.

A real run of networks of another size would say nothing else: a step is decoded from its latents
by the map, whose cost depends on their size alone. So the moments are random latents of Stable
Diffusion 1.5's size.
"""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from PySide6.QtCore import QEventLoop, QThread, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from sdstudio.diffusion.device import choose_device
from sdstudio.diffusion.loading import load
from sdstudio.diffusion.preview import PatchMap
from sdstudio.diffusion.trajectory import Moment, Trajectory
from sdstudio.gui.canvas import Canvas
from sdstudio.gui.replayer import Replayer, StepImage
from sdstudio.gui.theme import ThemeSource
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_paths, find_resources
from sdstudio.request import STARTER, VIEWS, GenerationRequest
from sdstudio.session import GenerationSession
from tests.benchmarks.report import Row

_STEPS = 50


class _Screen(Canvas):
    """A canvas that knows when it painted what it was given last."""

    def __init__(self, themes: ThemeSource, loop: QEventLoop) -> None:
        super().__init__(themes)
        self._loop = loop
        self._is_new = False
        self.shown = 0

    @Slot(object)
    def take(self, step: StepImage) -> None:
        self.show_image(step.image)
        self._is_new = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_new:
            self._is_new = False
            self.shown += 1
            self._loop.quit()


def measure() -> list[Row]:
    """From asking for a step to its end of painting; then fifty steps at once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as home:
        paths = find_paths(Path(home))
        session = GenerationSession(paths)
        starter = load(
            resolve(STARTER, find_resources()), choose_device("cpu"), paths.cache, lambda: False
        )
        session._ring.put(_trajectory(starter.patch_map))
        del starter
        replayer = Replayer(session)
        thread = QThread()
        replayer.moveToThread(thread)
        thread.start()
        loop = QEventLoop()
        screen = _Screen(ThemeSource(app, paths.resources / "icons"), loop)
        replayer.step_ready.connect(screen.take)
        screen.resize(900, 700)
        screen.show()
        app.processEvents()
        times: list[float] = []
        for index in range(1, _STEPS + 1):
            for view in VIEWS:
                start = time.perf_counter()
                replayer.want_step("run", index, view)
                loop.exec()
                times.append(1000 * (time.perf_counter() - start))
        before = screen.shown
        start = time.perf_counter()
        for index in range(1, _STEPS + 1):
            replayer.want_step("run", index, "x0")
        loop.exec()
        first = 1000 * (time.perf_counter() - start)
        thread.quit()
        thread.wait()
        app.processEvents()
        drawn = screen.shown - before
        screen.close()
    times.sort()
    return [
        Row(
            name="a step that was dragged to is on the screen after: SD 1.5 at 512 px",
            value=statistics.median(times),
            unit="ms",
            goal=50,
            how=f"{len(times)} steps in all four views; p99 "
            f"{times[int(0.99 * len(times))]:.3g}, longest {times[-1]:.3g}",
        ),
        Row(
            name="dragged over 50 steps at once: the first picture after",
            value=first,
            unit="ms",
            how=f"{drawn} of 50 drawn, the others were overtaken",
        ),
    ]


def _trajectory(patch_map: PatchMap) -> Trajectory:
    generator = torch.Generator().manual_seed(0)
    moments = tuple(
        Moment(
            index=index,
            evaluation=index - 1,
            timestep=1000.0 - index,
            sigma=1.0,
            a=0.7,
            b=0.7,
            sample=torch.randn(1, 4, 64, 64, generator=generator),
            x0=torch.randn(1, 4, 64, 64, generator=generator),
            state={},
            generator=torch.zeros(0),
        )
        for index in range(1, _STEPS + 1)
    )
    return Trajectory(
        request=GenerationRequest(
            prompt="", width=512, height=512, num_inference_steps=_STEPS, id="run"
        ),
        model="",
        moments=moments,
        first_own=1,
        patch_map=patch_map,
    )
