"""Guidance at a step: the network's answers without and with the prompt, and where they lead."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace

import torch

from sdstudio.diffusion.continuing import Start, continued
from sdstudio.diffusion.families import call_arguments
from sdstudio.diffusion.frames import unpacked
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.prediction import Step, tap
from sdstudio.diffusion.trajectory import Moment, Trajectory
from sdstudio.diffusion.xray.asking import asking, check_model, moment_of
from sdstudio.diffusion.xray.run_code import (
    TAP,
    call_lines,
    imports,
    level_lines,
    no_code,
    pipeline_lines,
    scheduler_class,
    widened,
    x0_of,
)
from sdstudio.diffusion.xray.source import source_of
from sdstudio.phrase import Phrase
from sdstudio.request import GenerationRequest, InvalidRequest
from sdstudio.xray import Guidance, GuidanceQuery, NotApplicable, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class _Evaluation:
    """A step just before the scheduler acts on it, and the network's raw answer, 2 x C x h x w."""

    step: Step
    answer: torch.Tensor


class _Seen(Exception):  # the way out of the pipeline, not an error
    """The network has answered."""


def predict_both(
    model: LoadedModel,
    trajectory: Trajectory,
    query: GuidanceQuery,
    must_stop: Callable[[], bool],
) -> Guidance | NotApplicable:
    """Asks the network once more at a step of a denoising. In the thread of the model.

    The pipeline itself is called, from the latents and the state that were kept, and left after its
    network has answered; so both answers are those of the run. The script leaves them in
    ``unconditional`` and ``conditional``, and ``x0_unconditional`` and ``x0_conditional``.

    Raises:
        TrajectoryMissing: there is no such step.
        BrokenTrajectory: the denoising was made with another model.
        InvalidRequest: the step is the parent's, which had other settings.
        OutOfMemory: the device has too little memory.
        Cancelled: ``must_stop`` answered true.
    """
    moment, request = moment_of(trajectory, query.index), trajectory.request
    check_model(model, trajectory)
    if moment.index < trajectory.first_own:
        raise InvalidRequest(
            "Step {step} belongs to the parent of this picture.",
            "Look into the parent, or at a step from {first} on.",
            step=moment.index,
            first=trajectory.first_own,
        )
    reason = _why_not(model, request)
    if reason is not None:
        return NotApplicable(sentence=reason)
    seen = _ask_again(model, request, moment, must_stop)
    if seen is None or seen.answer.shape[0] != 2:
        return NotApplicable(sentence=Phrase("This model's network gives one answer, not two."))
    patch_map = trajectory.patch_map

    def latents(values: torch.Tensor) -> torch.Tensor:
        return unpacked(values.float().cpu(), request.width, request.height)

    def x0(answer: torch.Tensor) -> torch.Tensor:
        return latents(replace(seen.step, model_output=answer).pred_original_sample())

    unconditional, conditional = seen.answer.chunk(2)
    x0_unconditional, x0_conditional = x0(unconditional), x0(conditional)
    return Guidance(
        request_id=query.request_id,
        index=query.index,
        guidance_scale=request.guidance_scale,
        unconditional=Numbers.of(latents(unconditional)[0].numpy()),
        conditional=Numbers.of(latents(conditional)[0].numpy()),
        x0_unconditional=Numbers.of(x0_unconditional[0].numpy()),
        x0_conditional=Numbers.of(x0_conditional[0].numpy()),
        picture_unconditional=Numbers.of(patch_map.to_values(x0_unconditional).numpy()),
        picture_conditional=Numbers.of(patch_map.to_values(x0_conditional).numpy()),
        code=_code(request, moment, model),
        prediction_type=seen.step.prediction_type,
    )


def _why_not(model: LoadedModel, request: GenerationRequest) -> Phrase | None:
    if not model.info.has_prompt:
        return Phrase(
            "This model reads no prompt: it draws what it was trained on, of its own "
            "accord, so there is nothing that could guide it."
        )
    if model.folder.pipeline_class == "FluxPipeline":
        return Phrase(
            "FLUX has no guidance of this kind: its network is told the guidance scale and gives "
            "one answer, not one without and one with the prompt."
        )
    if getattr(model.denoiser.config, "time_cond_proj_dim", None) is not None:
        return Phrase(
            "This model was distilled: its network is told the guidance scale and gives one "
            "answer, not one without and one with the prompt."
        )
    if request.guidance_scale <= 1:
        return Phrase(
            "At a guidance scale of 1 or less there is no guidance: the network is asked with the "
            "prompt only."
        )
    return None


def _ask_again(
    model: LoadedModel,
    request: GenerationRequest,
    moment: Moment,
    must_stop: Callable[[], bool],
) -> _Evaluation | None:
    pipeline = model.pipeline
    generator = torch.Generator("cpu").manual_seed(request.seed)
    start = Start(
        index=moment.index,
        evaluation=moment.evaluation,
        sample=moment.sample,
        state=moment.state,
        generator=moment.generator,
    )
    answers: list[torch.Tensor] = []
    seen: list[_Evaluation] = []

    def keep(_module: object, _inputs: object, output: tuple[torch.Tensor, ...]) -> None:
        answers[:] = [output[0]]

    def leave(step: Step | None) -> None:
        if step is not None:
            seen.append(_Evaluation(step, answers[0]))
        raise _Seen

    with asking(model, must_stop), ExitStack() as watches:
        scheduler = model.make_scheduler(request.scheduler)
        pipeline.scheduler = scheduler
        watches.callback(model.denoiser.register_forward_hook(keep).remove)
        watches.enter_context(
            tap(
                scheduler,
                leave,
                first_evaluation=moment.evaluation,
                first_index=moment.index,
            )
        )
        watches.enter_context(continued(model.denoiser, scheduler, generator, start))
        with suppress(_Seen):
            pipeline(
                num_inference_steps=request.num_inference_steps,
                generator=generator,
                output_type="latent",
                **call_arguments(pipeline, request),
            )
    return seen[0] if seen else None


def _code(request: GenerationRequest, moment: Moment, model: LoadedModel) -> str:
    source = source_of(request.model, model.device.dtype)
    missing = no_code(request, source)
    if missing is not None or source is None:
        return missing or ""
    in_full = widened(source, ["latents", "unconditional", "conditional"])
    return f"""\
{imports([source.pipeline_class, scheduler_class(request)])}
{pipeline_lines(source, request)}
{TAP}
# The network answers for both prompts at once, the negative one first.
answers = []
pipe.{source.denoiser}.register_forward_hook(
    lambda module, inputs, output: answers.append(output[0])
)

{call_lines(source, request)}
i = {moment.evaluation}  # step {moment.index}; before it, the network was asked so many times
unconditional, conditional = answers[i].chunk(2)
guided, t, latents = seen[i]
{in_full}
# What the pipeline makes of the two:
guidance_scale = {request.guidance_scale}
again = unconditional + guidance_scale * (conditional - unconditional)
print("guided, largest difference:", (again - guided).abs().max().item())

# Where each of them leads. This scheduler's noisy latents are a * x0 + b * noise.
{level_lines(source, request)}\
x0_unconditional = {x0_of(source, request, "unconditional")}
x0_conditional = {x0_of(source, request, "conditional")}

difference = conditional - unconditional
print("unconditional, root mean square:", unconditional.square().mean().sqrt().item())
print("conditional, root mean square:", conditional.square().mean().sqrt().item())
print("their difference, root mean square:", difference.square().mean().sqrt().item())
"""
