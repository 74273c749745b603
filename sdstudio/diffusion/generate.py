"""One run: a loaded model and a request in, a picture out, previews on the way."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import torch

from sdstudio.diffusion.continuing import Start, continued, seed_history, start_of
from sdstudio.diffusion.decoding import not_a_number, watched_decoder
from sdstudio.diffusion.device import free_memory, is_out_of_memory
from sdstudio.diffusion.families import (
    call_arguments,
    check_fewest_steps,
    family_notes,
    prompt_tokenizer,
    step_arguments,
)
from sdstudio.diffusion.frames import unpacked
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.prediction import Step, can_predict, tap
from sdstudio.diffusion.prompt import cut_note, make_token_counter
from sdstudio.diffusion.revisiting import decode_picture, generated
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.schedulers import check_scheduler, check_steps
from sdstudio.diffusion.stopping import checking_blocks, never
from sdstudio.diffusion.streaming import PreviewStream
from sdstudio.diffusion.trajectory import Moment, Recorder, Trajectory
from sdstudio.diffusion.unconditional import has_vae
from sdstudio.phrase import Phrase
from sdstudio.request import (
    Cancelled,
    Generated,
    GenerationRequest,
    InvalidRequest,
    ModelInfo,
    OutOfMemory,
    PreviewPlan,
    Stage,
    StepPreview,
    TrajectoryMissing,
)

_log = logging.getLogger(__name__)


class RunObserver(Protocol):
    """Is told what a run does, in the run's thread; must return at once."""

    def stage_changed(self, stage: Stage) -> None:
        """The run enters a stage: encode, denoise or decode."""

    def step_finished(self, index: int, num_timesteps: int) -> None:
        """The network has answered for step ``index`` of ``num_timesteps``."""

    def wants_preview(self) -> bool:
        """Whether a preview would be looked at now: false while the last one still waits."""

    def previewed(self, preview: StepPreview) -> None:
        """The predicted clean picture of a step."""


def check_size(request: GenerationRequest, info: ModelInfo) -> None:
    """Checks the sides against the model's own rules.

    Raises:
        InvalidRequest: a side is too small, too large, or no multiple of the model's factor.
    """
    factor = info.size_factor
    for name, side in ((Phrase("width"), request.width), (Phrase("height"), request.height)):
        largest = info.max_side // factor * factor
        nearest = min(max(round(side / factor) * factor, info.min_side), largest)
        if side < info.min_side:
            raise InvalidRequest(
                "A {name} of {side} pixels is too small for “{model}”.",
                "Its smallest side is {nearest}.",
                name=name,
                side=side,
                model=info.name,
                nearest=nearest,
            )
        if side > largest:
            raise InvalidRequest(
                "A {name} of {side} pixels is too large for “{model}”.",
                "Its largest side is {nearest}.",
                name=name,
                side=side,
                model=info.name,
                nearest=nearest,
            )
        if side % factor:
            raise InvalidRequest(
                "A {name} of {side} pixels does not fit “{model}”: it must be a multiple of "
                "{factor}.",
                "The nearest is {nearest}.",
                name=name,
                side=side,
                model=info.name,
                factor=factor,
                nearest=nearest,
            )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Watching:
    """What is done beside the making of a picture.

    ``ring`` is where the run's trajectory goes; None keeps none.
    """

    previews: PreviewPlan = field(default_factory=PreviewPlan)
    ring: TrajectoryRing | None = None


@dataclass(slots=True)
class _Latest:
    """The predicted x0 that Stop and keep would keep; ``index`` is 0 before the first step."""

    index: int = 0
    x0: torch.Tensor | None = None


class _KeepNow(Exception):  # an answer to Stop and keep, not an error
    """Leaves the run, whose latest x0 becomes the picture."""


def generate(
    model: LoadedModel,
    request: GenerationRequest,
    observer: RunObserver,
    must_stop: Callable[[], bool],
    *,
    watching: Watching | None = None,
    must_keep: Callable[[], bool] = never,
    parent: Trajectory | None = None,
) -> Generated:
    """Makes one picture: the very pixels of a plain pipeline call with a CPU generator.

    ``must_stop`` is asked before every block of every network, so a run ends within a fraction of
    a step; the pipeline is then as good as new. So is ``must_keep``: once it answers true and a
    step is done, the run ends and the x0 predicted last becomes the picture. ``parent`` is the
    trajectory that a branch goes on from.

    Raises:
        InvalidRequest: the model cannot make this size or number of steps, or there is no such
            step to branch from.
        BrokenTrajectory: the parent's trajectory does not fit.
        OutOfMemory: the size does not fit the device's memory.
        BrokenPicture: the decoded picture holds NaN, in float32 too.
        Cancelled: ``must_stop`` answered true.
    """
    started = time.perf_counter()
    watching = watching or Watching()
    check_size(request, model.info)
    check_scheduler(request.scheduler, model.info.schedulers, model.info.name)
    pipeline = model.pipeline
    check_fewest_steps(pipeline, request)
    scheduler = model.make_scheduler(request.scheduler)
    check_steps(
        scheduler,
        request.scheduler,
        request.num_inference_steps,
        step_arguments(pipeline, scheduler, request),
    )
    start = None
    if request.parent:
        if parent is None:
            raise TrajectoryMissing(
                "The denoising that this branch continues is not there.",
                "Make the parent's picture again, and branch from that.",
            )
        start = start_of(parent, request, scheduler, model.fingerprint)
    pipeline.scheduler = scheduler
    notes = [*_prompt_notes(model, request), *family_notes(pipeline, request), *model.added.notes]
    latest = _Latest()

    def check() -> None:
        if must_stop():
            raise Cancelled
        if latest.index and must_keep():
            raise _KeepNow

    check()
    if model.info.has_prompt:
        observer.stage_changed("encode")
    # On the CPU, so that the same seed gives the same noise on every device.
    generator = torch.Generator("cpu").manual_seed(request.seed)
    recorder = _recorder(model, request, watching.ring, start, parent)
    num_timesteps = request.num_inference_steps
    stream = PreviewStream(
        request.id,
        num_timesteps,
        model.preview_decoders,
        watching.previews,
        observer.previewed,
        observer.wants_preview,
    )

    def before_step(step: Step | None) -> None:
        check()
        if step is None:
            return
        if start is not None and start.state is None and step.index == start.index:
            seed_history(scheduler, step)
        x0 = step.pred_original_sample()
        if recorder is not None:
            recorder.record(step, x0, scheduler, generator)
        observer.step_finished(step.index, num_timesteps)
        latents = unpacked(x0[:1], request.width, request.height)
        latest.index, latest.x0 = step.index, latents
        stream.show(step, latents)

    def begin_decoding() -> None:
        check()
        observer.stage_changed("decode")

    ran_out = False
    pixels: npt.NDArray[np.uint8] | None = None
    kept_step: int | None = None
    try:
        with ExitStack() as watches:
            watches.enter_context(checking_blocks(model, check))
            watches.enter_context(
                _announcing(model.denoiser, lambda: observer.stage_changed("denoise"))
            )
            begin = (0, 1) if start is None else (start.evaluation, start.index)
            watches.enter_context(
                tap(scheduler, before_step, first_evaluation=begin[0], first_index=begin[1])
            )
            if has_vae(pipeline):
                watches.enter_context(watched_decoder(pipeline.vae, begin_decoding, notes))
            if start is not None:
                watches.enter_context(continued(model.denoiser, scheduler, generator, start))
            try:
                output = pipeline(
                    num_inference_steps=request.num_inference_steps,
                    generator=generator,
                    output_type="np",
                    **call_arguments(pipeline, request),
                )
                pixels = _levels(output.images[0])
                if any(getattr(output, "nsfw_content_detected", None) or ()):
                    notes.append(
                        Phrase(
                            "The safety checker that came with this model replaced the picture by "
                            "a black one."
                        )
                    )
            except _KeepNow:
                kept_step = latest.index
            stream.finish()
        if kept_step is not None and latest.x0 is not None:
            observer.stage_changed("decode")
            pixels = decode_picture(model, latest.x0, must_stop, notes)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        # Only noted here: the traceback holds the run's tensors until this block is left.
        ran_out = True
        _log.warning("out of memory: %s", error)
    finally:
        pipeline.maybe_free_model_hooks()
        if recorder is not None and pixels is None:
            recorder.abandon()
    if ran_out or pixels is None:
        free_memory(model.device)
        raise OutOfMemory(
            "A picture of {width} × {height} pixels does not fit into the memory of {device}.",
            "Choose a smaller size.",
            width=request.width,
            height=request.height,
            device=model.device.label,
        )
    if recorder is not None and recorder.finish() is None:
        notes.append(
            Phrase(
                "The denoising of this picture takes more memory than is set aside for it, so it "
                "cannot be looked into."
            )
        )
    return generated(model, request, pixels, started, notes, kept_step)


def _levels(image: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.uint8]:
    """A pipeline's picture, H x W x 3 or 1 in [0, 1], as H x W x 3 of 256 levels."""
    if not np.isfinite(image).all():
        raise not_a_number()
    levels: npt.NDArray[np.uint8] = (image * 255).round().astype(np.uint8)
    return np.broadcast_to(levels, (*levels.shape[:2], 3))


def _recorder(
    model: LoadedModel,
    request: GenerationRequest,
    ring: TrajectoryRing | None,
    start: Start | None,
    parent: Trajectory | None,
) -> Recorder | None:
    if ring is None or not can_predict(model.pipeline.scheduler):
        return None
    inherited: tuple[Moment, ...] = ()
    # Under another scheduler the parent's steps are other steps.
    if start is not None and parent is not None and request.scheduler == parent.request.scheduler:
        inherited = tuple(each for each in parent.moments if each.index < start.index)
    return Recorder(
        ring,
        request,
        model.identity,
        model.patch_map,
        first_own=1 if start is None else start.index,
        inherited=inherited,
        restored=() if start is None or start.state is None else start.state.keys(),
    )


def _prompt_notes(model: LoadedModel, request: GenerationRequest) -> list[Phrase]:
    count = make_token_counter(prompt_tokenizer(model.pipeline), model.info.max_tokens)
    if count is None:
        return []
    texts = (
        (Phrase("prompt"), request.prompt),
        (Phrase("negative prompt"), request.negative_prompt),
    )
    spelt = ((what, model.added.spelt_out(text)) for what, text in texts)
    notes = (cut_note(text, count(text), what) for what, text in spelt)
    return [note for note in notes if note is not None]


@contextmanager
def _announcing(network: torch.nn.Module, announce: Callable[[], None]) -> Iterator[None]:
    """Calls ``announce`` at the first evaluation of a network."""
    called = False

    def hook(*_: object) -> None:
        nonlocal called
        if not called:
            called = True
            announce()

    handle = network.register_forward_pre_hook(hook)
    try:
        yield
    finally:
        handle.remove()
