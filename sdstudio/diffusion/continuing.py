"""Going on from the middle of a run: the same way again, or another one.

The pipeline is called as for any run, from its first step. Its network and its scheduler are made
to pass over the steps that were done before; where the new part begins, they hand it the noisy
latents, and scheduler and random generator are put into the state they had. So it works with every
pipeline and every scheduler without a word in their interfaces, and costs nothing: what is skipped
is not computed.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from diffusers.models.unets.unet_2d import UNet2DOutput
from diffusers.schedulers.scheduling_utils import SchedulerOutput

from sdstudio.diffusion.prediction import Step, evaluation_of_step, noise_level
from sdstudio.diffusion.trajectory import Moment, Trajectory, Value
from sdstudio.phrase import Phrase
from sdstudio.request import BrokenTrajectory, GenerationRequest, InvalidRequest


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Start:
    """Where a run begins: at step ``index``, after ``evaluation`` calls of ``scheduler.step``.

    ``sample`` are the latents there. ``state`` is what the scheduler knew, or None when it begins
    without a past: it then makes a first step as it would at the start of a run. ``generator`` is
    the random generator's state.
    """

    index: int
    evaluation: int
    sample: torch.Tensor
    state: Mapping[str, Value] | None
    generator: torch.Tensor


def start_of(
    trajectory: Trajectory, request: GenerationRequest, scheduler: Any, model: str
) -> Start | None:
    """Where the branch ``request`` of a trajectory begins; None when at the very beginning.

    With the parent's scheduler and noise, everything is as it was then: with nothing else changed
    either, the same picture comes out, bit for bit. Another scheduler goes on at its own step of
    the nearest noise level, to which the latents are brought along the line from x0 to the noise
    (a DDIM step: Song et al. 2021). Fresh noise replaces that noise. In these two cases what a
    multistep scheduler remembers no longer fits, and is left out.

    ``scheduler`` has its timesteps set; ``model`` is the fingerprint of the model in use.

    Raises:
        BrokenTrajectory: the trajectory is of another model or size.
        InvalidRequest: there is no such step, or it is the parent's.
    """
    parent = trajectory.request
    if not trajectory.is_of(model):
        raise BrokenTrajectory(
            "This denoising was made with another model than “{model}” is now.",
            "Choose the model it was made with.",
            model=request.model,
        )
    for name, was, wanted in (
        (Phrase("width"), parent.width, request.width),
        (Phrase("height"), parent.height, request.height),
        (Phrase("number of steps"), parent.num_inference_steps, request.num_inference_steps),
    ):
        if was != wanted:
            raise BrokenTrajectory(
                "A branch keeps the {name} of its parent, which is {was}, not {wanted}.",
                "Generate a new picture instead.",
                name=name,
                was=was,
                wanted=wanted,
            )
    moment = trajectory.moment(request.from_step)
    if moment is None:
        raise InvalidRequest("There is no step {step} in this denoising.", step=request.from_step)
    if moment.index < trajectory.first_own:
        raise InvalidRequest(
            "Step {step} belongs to the parent of this picture.",
            "Branch from the parent, or from step {first} on.",
            step=moment.index,
            first=trajectory.first_own,
        )
    same_scheduler = request.scheduler == parent.scheduler
    if same_scheduler and not request.fresh_noise:
        if moment.evaluation == 0:
            return None
        return Start(
            index=moment.index,
            evaluation=moment.evaluation,
            sample=moment.sample,
            state=moment.state,
            generator=moment.generator,
        )
    return _without_a_past(moment, request, scheduler, same_scheduler)


def _without_a_past(
    moment: Moment, request: GenerationRequest, scheduler: Any, same_scheduler: bool
) -> Start | None:
    generator = torch.Generator("cpu").manual_seed(request.seed)
    index = (
        moment.index
        if same_scheduler
        else _nearest_step(scheduler, moment, request.num_inference_steps)
    )
    evaluation = evaluation_of_step(scheduler, index)
    if evaluation == 0:
        return None  # all is noise there: a run of its own from the same seed, or a new one
    a, b, _ = noise_level(scheduler, evaluation)
    x0, sample = moment.x0.float(), moment.sample.float()
    if request.fresh_noise:
        # On the CPU, so that the same seed gives the same noise on every device.
        noise = torch.randn(x0.shape, generator=generator).to(x0.device)
    else:
        noise = (sample - moment.a * x0) / moment.b
        generator.set_state(moment.generator)
    return Start(
        index=index,
        evaluation=evaluation,
        sample=(a * x0 + b * noise).to(moment.sample.dtype),
        state=None,
        generator=generator.get_state(),
    )


def _nearest_step(scheduler: Any, moment: Moment, num_inference_steps: int) -> int:
    def distance(index: int) -> float:
        a, b, _ = noise_level(scheduler, evaluation_of_step(scheduler, index))
        return abs(_log_ratio(a, b) - _log_ratio(moment.a, moment.b))

    return min(range(1, num_inference_steps + 1), key=distance)


def _log_ratio(a: float, b: float) -> float:
    """The logarithm of noise over signal; flow models begin with noise alone."""
    return math.log(max(b, 1e-6) / max(a, 1e-6))


@contextmanager
def continued(
    denoiser: torch.nn.Module, scheduler: Any, generator: torch.Generator, start: Start
) -> Iterator[None]:
    """Lets the pipeline call of the with block begin at ``start``.

    Put it on after every other watch of ``scheduler.step``: what it passes over they do not see.
    """
    done = 0

    def is_over() -> bool:
        return done >= start.evaluation

    original_step = scheduler.step

    @functools.wraps(original_step)
    def step(
        model_output: torch.Tensor, timestep: Any, sample: torch.Tensor, *args: Any, **kwargs: Any
    ) -> Any:
        nonlocal done
        if not is_over():
            done += 1
            if is_over():
                _restore(scheduler, start, sample.device)
                generator.set_state(start.generator)
                sample = start.sample.to(sample.device, sample.dtype)
            if kwargs.get("return_dict", True):
                return SchedulerOutput(prev_sample=sample)
            return sample, sample  # some pipelines want an x0 as well
        return original_step(model_output, timestep, sample, *args, **kwargs)

    with ExitStack() as undo:
        scheduler.step = step
        undo.callback(setattr, scheduler, "step", original_step)
        undo.enter_context(_skipping(denoiser, is_over))
        yield


@contextmanager
def _skipping(denoiser: torch.nn.Module, is_over: Callable[[], bool]) -> Iterator[None]:
    """Answers for the network, with zeros, until ``is_over``."""
    original = denoiser.forward
    was_own = "forward" in vars(denoiser)

    @functools.wraps(original)
    def forward(*args: Any, **kwargs: Any) -> Any:
        if is_over():
            return original(*args, **kwargs)
        latents = args[0] if args else kwargs.get("hidden_states", kwargs.get("sample"))
        assert latents is not None
        if isinstance(latents, list):  # Z-Image's takes and gives one tensor for each picture
            return ([torch.zeros_like(each) for each in latents],)
        # Some pipelines ask for a tuple and others by name; this answers to both.
        return UNet2DOutput(sample=torch.zeros_like(latents))

    denoiser.forward = forward
    try:
        yield
    finally:
        if was_own:
            denoiser.forward = original
        else:
            del denoiser.forward


def _restore(scheduler: Any, start: Start, device: torch.device) -> None:
    if start.state is not None:
        for name, value in start.state.items():
            # A file that somebody sent may name anything; methods stay what they are.
            if not callable(getattr(scheduler, name, None)):
                setattr(scheduler, name, _copied(value, device))
        return
    if hasattr(scheduler, "_step_index"):
        scheduler._step_index = start.evaluation
    # These two have no rule for a start in the middle. With the first answer in the place of all
    # earlier ones their formulas give a first-order step, for their coefficients add up to one.
    if type(scheduler).__name__ == "PNDMScheduler":
        scheduler.counter = start.evaluation


def seed_history(scheduler: Any, step: Step, order: int = 4) -> None:
    """Gives LMS and PNDM, which begin without a past, the present in its place.

    To be called before the first step of a run that begins in the middle with no state.
    """
    kind = type(scheduler).__name__
    if kind == "PNDMScheduler":
        scheduler.ets = [step.model_output] * (order - 1)
    elif kind == "LMSDiscreteScheduler":
        derivative = (step.sample.float() - step.pred_original_sample()) / step.sigma
        scheduler.derivatives = [derivative] * (order - 1)


def _copied(value: Value, device: torch.device) -> Any:
    if isinstance(value, list):
        return [_copied(each, device) for each in value]
    if isinstance(value, torch.Tensor) and value.ndim > 0:
        return value.to(device)
    return value
