"""The predicted clean sample (pred_original_sample, x0) of every scheduler the app offers.

diffusers' step callback sees only the next noisy latents, and the pipelines drop the scheduler's
own x0. So a tap is put on ``scheduler.step`` for the length of a run: there pass the network's
guided output o and the sample x it was computed from, and x0 follows from the two and the noise
level *before* the step. Written as x = a x0 + b eps, the schedulers differ in a and b only:

======================================================  =======================  =============
schedulers                                              a                        b
======================================================  =======================  =============
DDIM, DDPM, PNDM, LCM, TCD                              sqrt(alphas_cumprod[t])  sqrt(1 - a^2)
DPM++ 2M, 3M, 2S, SDE, UniPC, DEIS, SA (sigma = b/a)    1/sqrt(sigma^2 + 1)      sigma a
Euler, Euler a, LMS, Heun, DPM2 (sample scaled by 1/a)  1                        sigma
Flow Euler, Heun, DPM++, UniPC                          1 - sigma                sigma
======================================================  =======================  =============

With epsilon prediction x0 = (x - b o)/a. With v prediction (Salimans and Ho 2022, appendix D) the
first two rows give x0 = a x - b o, the third x0 = x/(sigma^2+1) - o sigma/sqrt(sigma^2+1). With
sample prediction x0 = o. DDIM, DDPM, LCM and TCD then clamp x0 where their config says so, as that
of models that work on pixels does. Flow models predict the way from picture to noise,
o = eps - x0 (Lipman et al. 2023; Liu et al. 2023), so x0 = x - sigma o.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import torch

Scaling = Literal["alphas_cumprod", "sigma", "alpha_and_sigma", "flow"]
"""The rows of the table above: what a and b are computed from."""

_BY_ALPHAS_CUMPROD = {
    "DDIMScheduler",
    "DDPMScheduler",
    "PNDMScheduler",
    "LCMScheduler",
    "TCDScheduler",
}
_CLAMPING = _BY_ALPHAS_CUMPROD - {"PNDMScheduler"}
_BY_SIGMA = {
    "EulerDiscreteScheduler",
    "EulerAncestralDiscreteScheduler",
    "LMSDiscreteScheduler",
    "HeunDiscreteScheduler",
    "KDPM2DiscreteScheduler",
    "KDPM2AncestralDiscreteScheduler",
}
_BY_ALPHA_AND_SIGMA = {
    "DPMSolverMultistepScheduler",
    "DPMSolverSinglestepScheduler",
    "UniPCMultistepScheduler",
    "DEISMultistepScheduler",
    "SASolverScheduler",
}

_FLOW_MATCHING = {"FlowMatchEulerDiscreteScheduler", "FlowMatchHeunDiscreteScheduler"}


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One network evaluation, seen just before the scheduler acts on it.

    ``sample`` (x_t) and ``model_output`` are the pipeline's own tensors, in the run's precision:
    look, never write. They are batch x channels x height x width, but packed where the pipeline
    packs them (``frames.unpacked`` undoes it).

    ``index`` counts whole steps from 1. ``evaluation`` is how many ``scheduler.step`` calls of the
    run came before this one; both count on where a run is continued. ``sample`` is
    ``a`` x0 + ``b`` eps, as in the table above. ``sigma`` is the noise level as the scheduler's
    kind states it: b/a, which is noise over signal; b for flow models, where b/a would begin
    infinite. ``bound`` is the absolute value at which the scheduler clamps x0, if it does.
    """

    index: int
    evaluation: int
    timestep: float
    sigma: float
    a: float
    b: float
    sample: torch.Tensor
    model_output: torch.Tensor
    prediction_type: str
    bound: float | None = None

    def pred_original_sample(self) -> torch.Tensor:
        """x0 in float32, in the shape of the sample."""
        x0 = self._unbounded()
        return x0 if self.bound is None else x0.clamp(-self.bound, self.bound)

    def _unbounded(self) -> torch.Tensor:
        x, o = self.sample.float(), self.model_output.float()
        if self.prediction_type == "sample":
            return o
        if self.prediction_type == "epsilon":
            return (x - self.b * o) / self.a
        if self.prediction_type == "flow_prediction":
            return x - self.b * o
        # v prediction. Where the sample was divided by its own a (the third row), a^2 + b^2 is
        # sigma^2 + 1; in the other rows it is 1.
        squares = self.a**2 + self.b**2
        return self.a * x / squares - self.b * o / math.sqrt(squares)


def can_predict(scheduler: Any) -> bool:
    """Whether the formulas above hold for this scheduler and its settings."""
    kind, config = type(scheduler).__name__, scheduler.config
    if kind in _FLOW_MATCHING:
        return not config.get("invert_sigmas", False)
    if kind in _BY_ALPHA_AND_SIGMA and config.get("use_flow_sigmas", False):
        return bool(config.prediction_type == "flow_prediction")
    return (
        kind in _BY_ALPHAS_CUMPROD | _BY_SIGMA | _BY_ALPHA_AND_SIGMA
        and config.prediction_type in ("epsilon", "v_prediction", "sample")
    )


def scaling_of(scheduler: Any) -> Scaling:
    """The row of the table that a scheduler belongs to. ``can_predict`` must know it."""
    kind = type(scheduler).__name__
    if kind in _BY_ALPHAS_CUMPROD:
        return "alphas_cumprod"
    if kind in _BY_SIGMA:
        return "sigma"
    if kind in _FLOW_MATCHING or scheduler.config.get("use_flow_sigmas", False):
        return "flow"
    return "alpha_and_sigma"


def bound_of(scheduler: Any) -> float | None:
    """The absolute value at which the scheduler clamps x0; None when it does not."""
    config = scheduler.config
    clamps = type(scheduler).__name__ in _CLAMPING and config.get("clip_sample", False)
    return float(config.get("clip_sample_range", 1.0)) if clamps else None


@contextmanager
def tap(
    scheduler: Any,
    before_step: Callable[[Step | None], None],
    *,
    first_evaluation: int = 0,
    first_index: int = 1,
) -> Iterator[None]:
    """Calls ``before_step`` ahead of each ``scheduler.step`` of the with block.

    It receives the Step, or None for an evaluation in the middle of a step (the second half of
    Heun's and DPM2's, the correction of PNDM's first) and for schedulers that ``can_predict`` does
    not know. Whatever it raises leaves the pipeline. The scheduler's results are untouched.

    A run that is continued says where: with the step of index ``first_index``, before which a run
    from the start would have called ``scheduler.step`` ``first_evaluation`` times.
    """
    original = scheduler.step
    known = can_predict(scheduler)
    evaluations, steps = first_evaluation, first_index - 1
    plan: _Plan | None = None
    offset = 0  # from the number of an evaluation to its place among the timesteps

    # The pipelines look at the parameters of ``step`` to see what it takes; wraps keeps them.
    @functools.wraps(original)
    def step(
        model_output: torch.Tensor, timestep: Any, sample: torch.Tensor, *args: Any, **kwargs: Any
    ) -> Any:
        nonlocal evaluations, steps, plan, offset
        seen: Step | None = None
        if known and plan is None:
            plan = _Plan.read(scheduler)
            offset = plan.place(float(timestep), evaluations) - evaluations
        if not _is_intermediate(scheduler, evaluations):
            steps += 1
            if plan is not None:
                place = evaluations + offset
                levels = plan.levels(scheduler, place, _step_index(scheduler, timestep))
                seen = Step(
                    index=steps,
                    evaluation=evaluations,
                    timestep=plan.times[place],
                    sigma=levels[2],
                    a=levels[0],
                    b=levels[1],
                    sample=sample,
                    model_output=model_output,
                    prediction_type=scheduler.config.get("prediction_type", "flow_prediction"),
                    bound=bound_of(scheduler),
                )
        evaluations += 1
        before_step(seen)
        return original(model_output, timestep, sample, *args, **kwargs)

    scheduler.step = step
    try:
        yield
    finally:
        del scheduler.step


def evaluation_of_step(scheduler: Any, index: int) -> int:
    """How many ``scheduler.step`` calls a run makes before the step of this index, from 1 on."""
    if hasattr(type(scheduler), "state_in_first_order"):
        return 2 * (index - 1)
    # PNDM corrects its first step, so all others come one evaluation later.
    is_late = type(scheduler).__name__ == "PNDMScheduler" and index > 1
    return index if is_late else index - 1


def noise_level(scheduler: Any, evaluation: int) -> tuple[float, float, float]:
    """a, b and sigma, as a ``Step`` has them, at the evaluation of this number, from 0 on.

    The scheduler has its timesteps set and ``can_predict`` knows it. It is left as it is.
    """
    return _Plan.read(scheduler).levels(scheduler, evaluation, evaluation)


def _step_index(scheduler: Any, timestep: Any) -> int:
    """Where among its sigmas the scheduler is; 0 for those that look it up by the timestep."""
    if type(scheduler).__name__ in _BY_ALPHAS_CUMPROD:
        return 0
    if scheduler.step_index is None:
        # ``step`` would do the same a moment later; it honours a begin index.
        scheduler._init_step_index(timestep)
    return int(scheduler.step_index)


def _is_intermediate(scheduler: Any, evaluations: int) -> bool:
    kind = type(scheduler).__name__
    if hasattr(type(scheduler), "state_in_first_order"):
        return not scheduler.state_in_first_order
    # PNDM's second evaluation repeats the first step from its provisional result.
    return kind == "PNDMScheduler" and evaluations == 1 and len(scheduler.timesteps) > 1


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """A scheduler's tables as Python numbers, read once in a run, at its first step.

    Reading a number out of a tensor that lies on the card makes the program wait for the card, and
    at every step that would cost more than the preview.
    """

    times: list[float]
    sigmas: list[float]
    alphas_cumprod: list[float]

    @classmethod
    def read(cls, scheduler: Any) -> _Plan:
        by_alphas = type(scheduler).__name__ in _BY_ALPHAS_CUMPROD
        return cls(
            times=scheduler.timesteps.tolist(),
            sigmas=[] if by_alphas else scheduler.sigmas.tolist(),
            alphas_cumprod=scheduler.alphas_cumprod.tolist() if by_alphas else [],
        )

    def place(self, timestep: float, expected: int) -> int:
        """Where among the timesteps one is; they may repeat, so where it is expected to be first.

        It is elsewhere when a pipeline was given only the last timesteps, or begins at a later one.
        """
        if self.times[expected : expected + 1] == [timestep]:
            return expected
        return self.times.index(timestep)

    def levels(self, scheduler: Any, place: int, step_index: int) -> tuple[float, float, float]:
        """a, b and sigma at a place among the timesteps and at one among the sigmas."""
        scaling = scaling_of(scheduler)
        if scaling == "alphas_cumprod":
            a_squared = self.alphas_cumprod[int(self.times[place])]
            a, b = math.sqrt(a_squared), math.sqrt(1 - a_squared)
            # With betas rescaled to no signal at all, the first a is 0; the other schedulers then
            # put 2^-12 in its place themselves.
            return a, b, b / max(a, 2**-12)
        sigma = self.sigmas[step_index]
        if scaling == "sigma":
            return 1.0, sigma, sigma
        if scaling == "flow":
            return 1 - sigma, sigma, sigma
        a = 1 / math.sqrt(sigma**2 + 1)
        return a, sigma * a, sigma
