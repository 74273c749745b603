"""The loop that every model of the recipe is trained by: resumable, seeded, on CPU or CUDA.

On a CPU each core runs its own process (DistributedDataParallel over gloo): with networks this
small two processes do half as much again as one with two threads. On CUDA there is one process,
compiled, with everything resident on the card.
"""

from __future__ import annotations

import io
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.multiprocessing.spawn import spawn
from torch.optim.swa_utils import AveragedModel
from tqdm import tqdm

from sdstudio.files import write_atomically

CHECKPOINT = "checkpoint.pt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardware:
    """What a training runs on. ``processes`` is 1 on CUDA."""

    device: str
    processes: int
    compiled: bool

    @classmethod
    def found(cls) -> Hardware:
        """CUDA if there is any, else every core of the CPU."""
        if torch.cuda.is_available():
            return cls(device="cuda", processes=1, compiled=True)
        return cls(device="cpu", processes=len(os.sched_getaffinity(0)), compiled=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """How long and how fast. ``batch`` counts the samples of one step over all processes.

    The learning rate warms up over ``warmup`` steps, stays, and falls on a cosine over what is
    left after the fraction ``decay_from``.
    """

    steps: int
    batch: int
    learning_rate: float
    warmup: int = 100
    decay_from: float = 0.5
    ema_decay: float = 0.998
    weight_decay: float = 0.01
    seed: int = 0
    checkpoint_seconds: float = 60.0
    grid_seconds: float = 300.0

    def rate(self, step: int) -> float:
        """The learning rate of a step."""
        done = step / self.steps
        warm = min(1.0, (step + 1) / self.warmup)
        if done < self.decay_from:
            return self.learning_rate * warm
        rest = (done - self.decay_from) / (1 - self.decay_from)
        cosine = float(torch.tensor(rest * torch.pi).cos())
        return self.learning_rate * warm * (0.02 + 0.98 * 0.5 * (1 + cosine))


class Learner(Protocol):
    """One model in training.

    ``module`` is everything trained. Called with a batch it returns ``{"loss": ..., metrics}``.
    """

    module: nn.Module

    def parameter_groups(self) -> list[dict[str, Any]]:
        """AdamW's groups; ``scale`` multiplies a group's learning rate."""
        return [{"params": list(self.module.parameters()), "scale": 1.0}]

    def batch(self, size: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        """Samples drawn with a generator of the CPU, on the training's device."""
        ...

    def finished(self, averaged: nn.Module, folder: Path, step: int) -> None:
        """Writes a sample grid, with the averaged weights."""
        ...


def train(
    build: Callable[[Hardware], Learner], training: Training, hardware: Hardware, folder: Path
) -> None:
    """Trains from the last checkpoint in ``folder`` to the last step.

    ``build`` runs once in each process and must be picklable. A kill loses at most
    ``checkpoint_seconds`` of work; every step draws from its own seed, so that a resumed training
    sees what an uninterrupted one would have seen. A finished training is left as it is.
    """
    if spent(folder).steps >= training.steps:
        return
    folder.mkdir(parents=True, exist_ok=True)
    if hardware.processes == 1:
        _run(0, build, training, hardware, folder, "")
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{probe.getsockname()[1]}"
    spawn(  # type: ignore[no-untyped-call]
        _run, (build, training, hardware, folder, address), nprocs=hardware.processes
    )


def averaged_weights(folder: Path) -> dict[str, Tensor]:
    """The exponential average of a training's weights, by the module's own names."""
    state = torch.load(folder / CHECKPOINT, map_location="cpu", weights_only=True)
    return {
        name.removeprefix("module."): value
        for name, value in state["averaged"].items()
        if name.startswith("module.")
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a training took so far: samples are counted over all processes, and so are seconds."""

    steps: int
    samples: int
    seconds: float


def spent(folder: Path) -> Spent:
    """How far a training has come; all zeros before its first checkpoint."""
    path = folder / CHECKPOINT
    if not path.exists():
        return Spent(steps=0, samples=0, seconds=0.0)
    state = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    return Spent(
        steps=int(state["step"]), samples=int(state["samples"]), seconds=float(state["seconds"])
    )


def _run(
    rank: int,
    build: Callable[[Hardware], Learner],
    training: Training,
    hardware: Hardware,
    folder: Path,
    address: str,
) -> None:
    alone = hardware.processes == 1
    if not alone:
        torch.set_num_threads(1)
        dist.init_process_group(
            "gloo", init_method=address, rank=rank, world_size=hardware.processes
        )
    torch.manual_seed(training.seed)
    # A killed parent must not leave processes that go on and write over its successor's work.
    parent = os.getppid()
    try:
        _Loop(rank, build(hardware), training, hardware, folder).run(
            orphaned=lambda: not alone and os.getppid() != parent
        )
    finally:
        if not alone:
            dist.destroy_process_group()


class _Loop:
    def __init__(
        self, rank: int, learner: Learner, training: Training, hardware: Hardware, folder: Path
    ) -> None:
        self._rank = rank
        self._learner = learner
        self._training = training
        self._hardware = hardware
        self._path = folder / CHECKPOINT
        self._folder = folder
        self._optimizer = torch.optim.AdamW(
            learner.parameter_groups(),
            lr=training.learning_rate,
            betas=(0.9, 0.99),
            weight_decay=training.weight_decay,
            fused=True,
        )
        # A short average at first, so that it does not hang on to the start.
        self._averaged = AveragedModel(learner.module, multi_avg_fn=self._average)
        self._samples = 0
        self._seconds = 0.0
        self._step = self._resume()
        self._started = time.monotonic()
        module: Any = learner.module
        if hardware.processes > 1:
            module = nn.parallel.DistributedDataParallel(module)
        if hardware.compiled:
            module = torch.compile(module)
        self._module = module

    def run(self, orphaned: Callable[[], bool]) -> None:
        training = self._training
        saved = shown = time.monotonic()
        seen: dict[str, float] = {}
        with tqdm(
            total=training.steps,
            initial=self._step,
            desc=self._folder.name,
            unit="step",
            disable=self._rank != 0,
            mininterval=0.5 if sys.stderr.isatty() else 20.0,
        ) as bar:
            while self._step < training.steps and not orphaned():
                metrics = self._one_step()
                self._step += 1
                bar.update()
                if self._step % 20 == 0 or self._step == 1:
                    for name, value in metrics.items():
                        number = float(value.detach())
                        seen[name] = 0.9 * seen.get(name, number) + 0.1 * number
                    bar.set_postfix({name: f"{value:.4f}" for name, value in seen.items()})
                if self._rank == 0:
                    now = time.monotonic()
                    if now - saved > training.checkpoint_seconds:
                        self._save()
                        saved = now
                    if now - shown > training.grid_seconds:
                        self._grid()
                        shown = time.monotonic()
        if self._rank == 0 and not orphaned():
            self._save()
            self._grid()

    def _one_step(self) -> dict[str, Tensor]:
        training, world = self._training, self._hardware.processes
        for group in self._optimizer.param_groups:
            group["lr"] = group["scale"] * training.rate(self._step)
        seed = (training.seed * 1_000_003 + self._step) * world + self._rank
        torch.manual_seed(seed)
        generator = torch.Generator().manual_seed(seed)
        batch = self._learner.batch(max(1, training.batch // world), generator)
        with torch.autocast(self._hardware.device, torch.bfloat16):
            metrics: dict[str, Tensor] = self._module(*batch)
        self._optimizer.zero_grad(set_to_none=True)
        self._samples += world * len(batch[0])
        metrics["loss"].backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._learner.module.parameters(), 1.0)
        self._optimizer.step()
        self._averaged.update_parameters(self._learner.module)
        return metrics

    def _average(
        self,
        averaged: tuple[Tensor, ...] | list[Tensor],
        current: tuple[Tensor, ...] | list[Tensor],
        count: Tensor | int,
    ) -> None:
        decay = min(self._training.ema_decay, (1 + int(count)) / (10 + int(count)))
        torch._foreach_lerp_(averaged, current, 1 - decay)

    def _grid(self) -> None:
        with _evaluating(self._averaged.module), torch.no_grad():
            self._learner.finished(self._averaged.module, self._folder, self._step)

    def _resume(self) -> int:
        if not self._path.exists():
            return 0
        state = torch.load(self._path, map_location=self._hardware.device, weights_only=True)
        self._learner.module.load_state_dict(state["module"])
        self._averaged.load_state_dict(state["averaged"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._samples = int(state["samples"])
        self._seconds = float(state["seconds"])
        return int(state["step"])

    def _save(self) -> None:
        now = time.monotonic()
        self._seconds += (now - self._started) * self._hardware.processes
        self._started = now
        state = io.BytesIO()
        torch.save(
            {
                "step": self._step,
                "samples": self._samples,
                "seconds": self._seconds,
                "module": self._learner.module.state_dict(),
                "averaged": self._averaged.state_dict(),
                "optimizer": self._optimizer.state_dict(),
            },
            state,
        )
        write_atomically(self._path, state.getvalue())


@contextmanager
def _evaluating(module: nn.Module) -> Iterator[None]:
    module.eval()
    try:
        yield
    finally:
        module.train()
