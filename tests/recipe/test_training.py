"""The loop: it resumes where it was stopped, and leaves nothing running behind."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import psutil
import pytest
import torch
from torch import Tensor, nn

from starter_model.training import Hardware, Learner, Training, averaged_weights, spent, train

ALONE = Hardware(device="cpu", processes=1, compiled=False)
LINE = Training(
    steps=40, batch=8, learning_rate=0.15, warmup=5, ema_decay=0.9, checkpoint_seconds=0.0
)


class Line(nn.Module):
    """Learns y = 3 x - 1."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.Linear(1, 1)

    def forward(self, x: Tensor) -> dict[str, Tensor]:
        return {"loss": (self.layer(x).float() - (3 * x - 1)).pow(2).mean()}


class LineLearner(Learner):
    """``stop`` interrupts it as Ctrl+C would, before that many batches were drawn."""

    def __init__(self, hardware: Hardware, *, stop: int | None = None) -> None:
        self.module = Line()
        self._stop = stop
        self._drawn = 0

    def batch(self, size: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        if self._drawn == self._stop:
            raise KeyboardInterrupt
        self._drawn += 1
        return (torch.randn(size, 1, generator=generator),)

    def finished(self, averaged: nn.Module, folder: Path, step: int) -> None:
        (folder / f"shown-{step}").touch()


def test_learns_and_tells_what_it_took(tmp_path: Path) -> None:
    train(LineLearner, LINE, ALONE, tmp_path)
    weights = averaged_weights(tmp_path)
    assert float(weights["layer.weight"]) > 1.5
    assert (spent(tmp_path).steps, spent(tmp_path).samples) == (40, 320)
    assert (tmp_path / "shown-40").exists()


def test_interrupted_training_ends_as_an_uninterrupted_one(tmp_path: Path) -> None:
    train(LineLearner, LINE, ALONE, tmp_path / "whole")
    for stop in (7, 11):
        with pytest.raises(KeyboardInterrupt):
            train(partial(LineLearner, stop=stop), LINE, ALONE, tmp_path / "parts")
    assert 0 < spent(tmp_path / "parts").steps < 40
    train(LineLearner, LINE, ALONE, tmp_path / "parts")
    whole, parts = (averaged_weights(tmp_path / each) for each in ("whole", "parts"))
    assert all(torch.equal(whole[name], parts[name]) for name in whole)
    assert spent(tmp_path / "whole").samples == spent(tmp_path / "parts").samples


def test_a_finished_training_does_no_step_more(tmp_path: Path) -> None:
    train(LineLearner, LINE, ALONE, tmp_path)
    before = averaged_weights(tmp_path)
    train(partial(LineLearner, stop=0), LINE, ALONE, tmp_path)
    assert all(
        torch.equal(before[name], value) for name, value in averaged_weights(tmp_path).items()
    )


def test_two_processes_share_the_batch(tmp_path: Path) -> None:
    two = Hardware(device="cpu", processes=2, compiled=False)
    train(LineLearner, LINE, two, tmp_path)
    assert spent(tmp_path).samples == 320
    assert float(averaged_weights(tmp_path)["layer.weight"]) > 1.5


def test_the_rate_warms_up_stays_and_falls() -> None:
    training = Training(steps=100, batch=1, learning_rate=1.0, warmup=10, decay_from=0.5)
    rates = [training.rate(step) for step in range(100)]
    assert rates[0] == pytest.approx(0.1)
    assert rates[10:50] == [1.0] * 40
    assert all(earlier > later for earlier, later in itertools.pairwise(rates[51:]))
    assert rates[-1] < 0.03


def test_a_killed_training_leaves_no_process(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path\n"
        "from tests.recipe.test_training import LineLearner\n"
        "from starter_model.training import Hardware, Training, train\n"
        "if __name__ == '__main__':\n"
        "    train(LineLearner, Training(steps=10**7, batch=2, learning_rate=0.01,"
        " checkpoint_seconds=0.0), Hardware(device='cpu', processes=2, compiled=False),"
        f" Path({str(tmp_path / 'run')!r}))\n"
    )
    (tmp_path / "script.py").write_text(script, "utf-8")
    root = Path(__file__).parents[2]
    path = os.pathsep.join([str(root), str(root / "packaging")])
    process = subprocess.Popen(
        [sys.executable, tmp_path / "script.py"],
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.DEVNULL,
    )
    try:
        checkpoint = tmp_path / "run" / "checkpoint.pt"
        while not checkpoint.exists():
            assert process.poll() is None, "the training ended by itself"
            psutil.wait_procs([psutil.Process(process.pid)], timeout=0.1)
        children = psutil.Process(process.pid).children(recursive=True)
        assert len(children) >= 2
        process.send_signal(signal.SIGKILL)
        process.wait()
        _, alive = psutil.wait_procs(children, timeout=120)
        assert not alive
    finally:
        process.kill()
