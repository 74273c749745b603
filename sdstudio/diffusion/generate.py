"""One run: a loaded model and a request in, a picture out, previews on the way."""

from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol

import diffusers
import numpy as np
import torch

from sdstudio import __version__
from sdstudio.diffusion.device import free_memory, is_out_of_memory
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.prediction import Step, tap
from sdstudio.diffusion.prompt import cut_note, make_token_counter
from sdstudio.diffusion.schedulers import check_steps, make_scheduler
from sdstudio.diffusion.streaming import PreviewStream
from sdstudio.request import (
    MAX_SIDE,
    BrokenPicture,
    Cancelled,
    Generated,
    GenerationRequest,
    InvalidRequest,
    ModelInfo,
    OutOfMemory,
    Provenance,
    Stage,
    StepPreview,
)

_log = logging.getLogger(__name__)


class RunObserver(Protocol):
    """Is told what a run does, in the run's thread; must return at once."""

    def stage_changed(self, stage: Stage) -> None:
        """The run enters a stage: encode, denoise or decode."""

    def step_finished(self, index: int, num_timesteps: int) -> None:
        """The network has answered for step ``index`` of ``num_timesteps``."""

    def previewed(self, preview: StepPreview) -> None:
        """The predicted clean picture of a step."""


def check_size(request: GenerationRequest, info: ModelInfo) -> None:
    """Checks the sides against the model's own rules.

    Raises:
        InvalidRequest: a side is too small, too large, or no multiple of the model's factor.
    """
    factor = info.size_factor
    for name, side in (("width", request.width), ("height", request.height)):
        nearest = min(
            max(round(side / factor) * factor, info.min_side), MAX_SIDE // factor * factor
        )
        if side < info.min_side:
            raise InvalidRequest(
                "A {name} of {side} pixels is too small for “{model}”.",
                "Its smallest side is {nearest}.",
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


def generate(
    model: LoadedModel,
    request: GenerationRequest,
    observer: RunObserver,
    must_stop: Callable[[], bool],
    *,
    previews: bool = True,
) -> Generated:
    """Makes one picture: the very pixels of a plain pipeline call with a CPU generator.

    ``must_stop`` is asked before every block of every network, so a run ends within a fraction of
    a step; the pipeline is then as good as new.

    Raises:
        InvalidRequest: the model cannot make this size or number of steps.
        OutOfMemory: the size does not fit the device's memory.
        BrokenPicture: the decoded picture holds NaN, in float32 too.
        Cancelled: ``must_stop`` answered true.
    """
    started = time.perf_counter()
    check_size(request, model.info)
    scheduler = make_scheduler(request.scheduler, model.scheduler_config)
    check_steps(scheduler, request.scheduler, request.num_inference_steps)
    pipeline = model.pipeline
    pipeline.scheduler = scheduler
    notes = _prompt_notes(pipeline.tokenizer, request)

    def check() -> None:
        if must_stop():
            raise Cancelled

    check()
    observer.stage_changed("encode")
    num_timesteps = request.num_inference_steps
    stream = (
        PreviewStream(request.id, num_timesteps, model.patch_map, observer.previewed)
        if previews
        else None
    )

    def before_step(step: Step | None) -> None:
        check()
        if step is None:
            return
        observer.step_finished(step.index, num_timesteps)
        if stream is not None:
            stream.show(step)

    ran_out = False
    images: Any = None
    try:
        with ExitStack() as watches:
            watches.enter_context(_checking_blocks(model, check))
            watches.enter_context(
                _announcing(model.denoiser, lambda: observer.stage_changed("denoise"))
            )
            watches.enter_context(tap(pipeline.scheduler, before_step))
            watches.enter_context(_decoding(pipeline.vae, observer, check, notes))
            output = pipeline(
                prompt=request.prompt,
                negative_prompt=request.negative_prompt,
                num_inference_steps=request.num_inference_steps,
                guidance_scale=request.guidance_scale,
                width=request.width,
                height=request.height,
                # On the CPU, so that the same seed gives the same noise on every device.
                generator=torch.Generator("cpu").manual_seed(request.seed),
                output_type="np",
            )
            images = output.images
            if stream is not None:
                stream.finish()
            if any(getattr(output, "nsfw_content_detected", None) or ()):
                notes.append(
                    "The safety checker that came with this model replaced the picture by a "
                    "black one."
                )
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        # Only noted here: the traceback holds the run's tensors until this block is left.
        ran_out = True
        _log.warning("out of memory: %s", error)
    finally:
        pipeline.maybe_free_model_hooks()
    if ran_out:
        free_memory(model.device)
        raise OutOfMemory(
            "A picture of {width} × {height} pixels does not fit into the memory of {device}.",
            "Choose a smaller size.",
            width=request.width,
            height=request.height,
            device=model.device.label,
        )
    pixels = (images[0] * 255).round().astype(np.uint8)
    height, width = pixels.shape[:2]
    return Generated(
        request=request,
        rgb=pixels.tobytes(),
        width=width,
        height=height,
        seconds=time.perf_counter() - started,
        provenance=_provenance(model),
        notes=tuple(notes),
    )


def _prompt_notes(tokenizer: Any, request: GenerationRequest) -> list[str]:
    count = make_token_counter(tokenizer)
    if count is None:
        return []
    texts = (("prompt", request.prompt), ("negative prompt", request.negative_prompt))
    notes = (cut_note(text, count(text), what) for what, text in texts)
    return [note for note in notes if note is not None]


def _provenance(model: LoadedModel) -> Provenance:
    return Provenance(
        sdstudio=__version__,
        torch=torch.__version__,
        diffusers=diffusers.__version__,
        device=model.device.label,
        dtype=model.device.dtype_name,
        model_name=model.folder.name,
        pipeline_class=model.folder.pipeline_class,
    )


@contextmanager
def _checking_blocks(model: LoadedModel, check: Callable[[], None]) -> Iterator[None]:
    """Asks before every block of the networks, so that Stop need not wait for the end of a step."""
    networks: list[torch.nn.Module] = [
        part
        for name in ("text_encoder", "text_encoder_2")
        if isinstance(part := getattr(model.pipeline, name, None), torch.nn.Module)
    ]
    vae, denoiser = model.pipeline.vae, model.denoiser
    for network in (denoiser, vae.decoder):
        for blocks in ("down_blocks", "mid_block", "up_blocks"):
            part = getattr(network, blocks, None)
            if isinstance(part, torch.nn.ModuleList):
                networks.extend(part)
            elif isinstance(part, torch.nn.Module):
                networks.append(part)

    def ask(*_: object) -> None:
        check()

    handles = [network.register_forward_pre_hook(ask) for network in networks]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


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


@contextmanager
def _decoding(
    vae: Any, observer: RunObserver, check: Callable[[], None], notes: list[str]
) -> Iterator[None]:
    """Watches over ``vae.decode``: the finished latents must not be lost to a failing decoder."""
    original = vae.decode

    @functools.wraps(original)
    def decode(latents: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        check()
        observer.stage_changed("decode")
        ran_out = False
        try:
            decoded = original(latents, *args, **kwargs)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            ran_out = True
        if ran_out:
            notes.append("Memory was short, so the picture was decoded in tiles.")
            decoded = _decode_in_tiles(vae, original, latents, *args, **kwargs)
        if bool(torch.isfinite(decoded[0]).all()):
            return decoded
        if vae.dtype != torch.float32:
            # Some VAEs overflow in half precision, which would be a silent black picture.
            dtype = vae.dtype
            vae.to(torch.float32)
            try:
                decoded = original(latents.float(), *args, **kwargs)
            finally:
                vae.to(dtype)
            if bool(torch.isfinite(decoded[0]).all()):
                notes.append("The picture was decoded again in full precision.")
                return tuple(part.to(latents.dtype) for part in decoded)
        raise BrokenPicture(
            "The model gave no picture: its result is not a number (NaN).",
            "Try a lower guidance scale, another scheduler or another model.",
        )

    vae.decode = decode
    try:
        yield
    finally:
        del vae.decode


def _decode_in_tiles(
    vae: Any, decode: Callable[..., Any], latents: torch.Tensor, *args: Any, **kwargs: Any
) -> Any:
    if latents.device.type == "cuda":
        torch.cuda.empty_cache()
    vae.enable_tiling()
    try:
        return decode(latents, *args, **kwargs)
    finally:
        vae.disable_tiling()
