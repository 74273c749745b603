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
======================================================  =======================  =============

With epsilon prediction x0 = (x - b o)/a. With v prediction (Salimans and Ho 2022, appendix D) the
first two rows give x0 = a x - b o, the third x0 = x/(sigma^2+1) - o sigma/sqrt(sigma^2+1). With
sample prediction x0 = o.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch

_BY_ALPHAS_CUMPROD = {
    "DDIMScheduler",
    "DDPMScheduler",
    "PNDMScheduler",
    "LCMScheduler",
    "TCDScheduler",
}
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


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One network evaluation, seen just before the scheduler acts on it.

    ``sample`` (x_t) and ``model_output`` are the pipeline's own tensors, batch x channels x
    height x width in the run's precision: look, never write. ``index`` counts whole steps from 1.
    ``sigma`` is b/a, the ratio of noise to signal. ``_a`` and ``_b`` are as in the table above.
    """

    index: int
    timestep: float
    sigma: float
    sample: torch.Tensor
    model_output: torch.Tensor
    prediction_type: str
    _a: float
    _b: float
    _is_scaled: bool

    def pred_original_sample(self) -> torch.Tensor:
        """x0 in float32, in the shape of the sample."""
        x, o = self.sample.float(), self.model_output.float()
        if self.prediction_type == "sample":
            return o
        if self.prediction_type == "epsilon":
            return (x - self._b * o) / self._a
        if self._is_scaled:  # v prediction on a sample that was divided by its own a
            return x / (self.sigma**2 + 1) - o * (self.sigma / math.sqrt(self.sigma**2 + 1))
        return self._a * x - self._b * o


def can_predict(scheduler: Any) -> bool:
    """Whether the formulas above hold for this scheduler and its settings."""
    known = _BY_ALPHAS_CUMPROD | _BY_SIGMA | _BY_ALPHA_AND_SIGMA
    return (
        type(scheduler).__name__ in known
        and scheduler.config.prediction_type in ("epsilon", "v_prediction", "sample")
        and not scheduler.config.get("use_flow_sigmas", False)
    )


@contextmanager
def tap(scheduler: Any, before_step: Callable[[Step | None], None]) -> Iterator[None]:
    """Calls ``before_step`` ahead of each ``scheduler.step`` of the with block.

    It receives the Step, or None for an evaluation in the middle of a step (the second half of
    Heun's and DPM2's, the correction of PNDM's first) and for schedulers that ``can_predict`` does
    not know. Whatever it raises leaves the pipeline. The scheduler's results are untouched.
    """
    original = scheduler.step
    known = can_predict(scheduler)
    evaluations = steps = 0
    times: list[float] = []

    # The pipelines look at the parameters of ``step`` to see what it takes; wraps keeps them.
    @functools.wraps(original)
    def step(
        model_output: torch.Tensor, timestep: Any, sample: torch.Tensor, *args: Any, **kwargs: Any
    ) -> Any:
        nonlocal evaluations, steps, times
        seen: Step | None = None
        if not _is_intermediate(scheduler, evaluations):
            steps += 1
            if known:
                times = times or scheduler.timesteps.tolist()
                seen = _see(scheduler, steps, times, timestep, sample, model_output)
        evaluations += 1
        before_step(seen)
        return original(model_output, timestep, sample, *args, **kwargs)

    scheduler.step = step
    try:
        yield
    finally:
        del scheduler.step


def _is_intermediate(scheduler: Any, evaluations: int) -> bool:
    kind = type(scheduler).__name__
    if hasattr(type(scheduler), "state_in_first_order"):
        return not scheduler.state_in_first_order
    # PNDM's second evaluation repeats the first step from its provisional result.
    return kind == "PNDMScheduler" and evaluations == 1 and len(scheduler.timesteps) > 1


def _see(
    scheduler: Any,
    index: int,
    times: list[float],
    timestep: Any,
    sample: torch.Tensor,
    model_output: torch.Tensor,
) -> Step:
    kind = type(scheduler).__name__
    if kind in _BY_ALPHAS_CUMPROD:
        time = float(timestep)
        a_squared = float(scheduler.alphas_cumprod[int(time)])
        a, b = math.sqrt(a_squared), math.sqrt(1 - a_squared)
        sigma = b / a
    else:
        if scheduler.step_index is None:
            # ``step`` would do the same a moment later; it honours a begin index.
            scheduler._init_step_index(timestep)
        # From the scheduler's own tables, which lie in main memory: reading the value of
        # ``timestep`` would make the program wait for the card at every step.
        time = times[scheduler.step_index]
        sigma = float(scheduler.sigmas[scheduler.step_index])
        if kind in _BY_SIGMA:
            a, b = 1.0, sigma
        else:
            a = 1 / math.sqrt(sigma**2 + 1)
            b = sigma * a
    return Step(
        index=index,
        timestep=time,
        sigma=sigma,
        sample=sample,
        model_output=model_output,
        prediction_type=scheduler.config.prediction_type,
        _a=a,
        _b=b,
        _is_scaled=kind in _BY_SIGMA,
    )
