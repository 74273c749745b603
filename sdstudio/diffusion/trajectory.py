"""The way of a picture: what every step of a run began with and predicted, kept for later.

A trajectory holds, for each step, the noisy latents x_t as the scheduler got them, the predicted
x0, and what the scheduler and the random generator knew at that moment. From any of these moments
the run can go on, to the same picture or to another one (``continuing.py``); and any of them can be
looked at (``frames.py``).

Recording costs next to nothing: tensors that the run has made anyway are held, not copied, and
leave the card only when the run is over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch

from sdstudio.diffusion.prediction import Step
from sdstudio.diffusion.preview import PatchMap
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.request import GenerationRequest, TrajectoryInfo, TrajectoryStep

Value = None | bool | int | float | str | torch.Tensor | list[Any]
"""What an attribute of a scheduler may be: plain, a tensor, or a list of such."""

_PLAIN = (bool, int, float, str, torch.Tensor)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moment:
    """A run just before its scheduler acts on step ``index``, counted from 1.

    ``sample`` (x_t) and ``x0`` are as the scheduler has them, in the run's precision; both are
    written sample = a x0 + b eps. ``evaluation`` is how many calls of ``scheduler.step`` came
    before. ``state`` are the scheduler's attributes but for its tables, ``generator`` is the state
    of the random generator.
    """

    index: int
    evaluation: int
    timestep: float
    sigma: float
    a: float
    b: float
    sample: torch.Tensor
    x0: torch.Tensor
    state: Mapping[str, Value]
    generator: torch.Tensor

    def tensors(self) -> Iterable[torch.Tensor]:
        """Everything that takes memory; the same tensor may be in several moments."""
        yield from (self.sample, self.x0, self.generator)
        for value in self.state.values():
            yield from _tensors(value)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trajectory:
    """A run's moments in order. Those before ``first_own`` are its parent's.

    ``model`` is the identity of the weights it was made with: the denoiser's fingerprint and, where
    more was added to the model or swapped, a "+" and what tells that from all others. ``patch_map``
    lies in main memory.
    """

    request: GenerationRequest
    model: str
    moments: tuple[Moment, ...]
    first_own: int
    patch_map: PatchMap
    is_running: bool = False

    def is_of(self, fingerprint: str) -> bool:
        """Whether it was made with this denoiser, whatever was added to it."""
        return self.model.partition("+")[0] == fingerprint

    def moment(self, index: int) -> Moment | None:
        """The moment of a step; None when there is none."""
        for moment in self.moments:
            if moment.index == index:
                return moment
        return None

    @property
    def bytes(self) -> int:
        """Memory taken by its tensors, each counted once."""
        seen = {id(each): each.nbytes for one in self.moments for each in one.tensors()}
        return sum(seen.values())

    def info(self) -> TrajectoryInfo:
        """What the window needs to know of it."""
        return TrajectoryInfo(
            request=self.request,
            steps=tuple(
                TrajectoryStep(index=one.index, timestep=one.timestep, sigma=one.sigma)
                for one in self.moments
            ),
            first_own=self.first_own,
            bytes=self.bytes,
            is_running=self.is_running,
        )


class Recorder:
    """Writes a run's trajectory into a ring while it is made. In the run's thread.

    ``inherited`` are moments taken over from the parent, ``restored`` the attributes of the
    scheduler that were put back as the parent had them.
    """

    def __init__(
        self,
        ring: TrajectoryRing,
        request: GenerationRequest,
        model: str,
        patch_map: PatchMap,
        *,
        first_own: int = 1,
        inherited: tuple[Moment, ...] = (),
        restored: Collection[str] = (),
    ) -> None:
        self._ring = ring
        self._trajectory = Trajectory(
            request=request,
            model=model,
            moments=inherited,
            first_own=first_own,
            patch_map=patch_map.to(torch.device("cpu")),
            is_running=True,
        )
        self._seen: dict[int, torch.Tensor] = {}
        self._size = 0
        self._restored = frozenset(restored)
        self._tables: dict[str, object] | None = None
        self._generator: torch.Tensor | None = None
        self.has_room = True
        for moment in inherited:
            self._count(moment)

    def record(
        self, step: Step, x0: torch.Tensor, scheduler: Any, generator: torch.Generator
    ) -> None:
        """Keeps a step; ``x0`` is its pred_original_sample."""
        if self._tables is None:
            self._tables = {
                name: value for name, value in vars(scheduler).items() if name not in self._restored
            }
        if not self.has_room:
            return
        state = generator.get_state()
        if self._generator is None or not torch.equal(state, self._generator):
            self._generator = state
        moment = Moment(
            index=step.index,
            evaluation=step.evaluation,
            timestep=step.timestep,
            sigma=step.sigma,
            a=step.a,
            b=step.b,
            sample=step.sample,
            x0=x0.to(step.sample.dtype),
            state=_state_of(scheduler, self._tables),
            generator=self._generator,
        )
        self._count(moment)
        self._trajectory = replace(self._trajectory, moments=(*self._trajectory.moments, moment))
        self.has_room = self._ring.put(self._trajectory, self._size)
        if not self.has_room:
            self._forget()

    def finish(self) -> Trajectory | None:
        """The whole trajectory, in main memory; None when it was too large to keep."""
        if not self.has_room or not self._trajectory.moments:
            return None
        moments = _moved(self._trajectory.moments, torch.device("cpu"))
        whole = replace(self._trajectory, moments=moments, is_running=False)
        self._forget()
        return whole if self._ring.put(whole) else None

    def abandon(self) -> None:
        """The run was stopped: nothing of it stays."""
        self._ring.drop(self._trajectory.request.id)
        self._forget()

    def _count(self, moment: Moment) -> None:
        for tensor in moment.tensors():
            if id(tensor) not in self._seen:
                # Held, so that no other tensor can get this id meanwhile.
                self._seen[id(tensor)] = tensor
                self._size += tensor.nbytes

    def _forget(self) -> None:
        self._seen.clear()
        self._trajectory = replace(self._trajectory, moments=())


def _state_of(scheduler: Any, tables: Mapping[str, object]) -> dict[str, Value]:
    """What a scheduler knows beside the tables that ``set_timesteps`` made.

    Those are the tensors it had at the run's first step, and the same objects throughout. Plain
    values are always taken: at the first step of a branch they are no longer what a fresh scheduler
    begins with. Lists are copied, since schedulers change them in place.
    """
    nothing = object()
    state: dict[str, Value] = {}
    for name, value in vars(scheduler).items():
        if not _is_known(value):
            continue
        if isinstance(value, list):
            state[name] = list(value)
        elif not isinstance(value, torch.Tensor) or value is not tables.get(name, nothing):
            state[name] = value
    return state


def _is_known(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_known(each) for each in value)
    return value is None or isinstance(value, _PLAIN)


def _tensors(value: Value) -> Iterable[torch.Tensor]:
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _tensors(each)


def _moved(moments: tuple[Moment, ...], device: torch.device) -> tuple[Moment, ...]:
    """The moments on another device; what was one tensor stays one."""
    done: dict[int, torch.Tensor] = {}

    def move(value: Value) -> Any:
        if isinstance(value, list):
            return [move(each) for each in value]
        if not isinstance(value, torch.Tensor):
            return value
        if id(value) not in done:
            done[id(value)] = value.to(device)
        return done[id(value)]

    return tuple(
        replace(
            one,
            sample=move(one.sample),
            x0=move(one.x0),
            generator=move(one.generator),
            state={name: move(value) for name, value in one.state.items()},
        )
        for one in moments
    )
