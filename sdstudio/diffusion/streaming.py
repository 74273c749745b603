"""Predicted pictures on their way from the device to whoever watches, within a budget."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import torch

from sdstudio.diffusion.decoding import decode_quickly
from sdstudio.diffusion.device import is_out_of_memory
from sdstudio.diffusion.prediction import Step
from sdstudio.diffusion.preview import PatchMap
from sdstudio.request import PreviewPlan, StepPreview

_log = logging.getLogger(__name__)
_SMOOTHING = 0.5
# A decoder in use may be a little dearer than one that is to be taken up, or noise in the times
# would make the preview flicker between the two.
_PATIENCE = 1.25


@dataclass(slots=True, eq=False)
class PreviewDecoder:
    """A way from latents (1 x C x h x w, float32) to uint8 (H x W x 3).

    ``expected`` is what it usually costs in steps of the denoiser, until it has been measured;
    ``seconds`` is its cost then, kept from run to run.
    """

    name: str
    decode: Callable[[torch.Tensor], torch.Tensor]
    expected: float
    seconds: dict[tuple[int, int], float] = field(default_factory=dict)

    def cost(self, latents: torch.Tensor, step_seconds: float) -> float:
        """Seconds it takes for latents of this size."""
        return self.seconds.get(_size(latents), self.expected * step_seconds)

    def measured(self, latents: torch.Tensor, seconds: float) -> None:
        """Tells how long it took."""
        size = _size(latents)
        before = self.seconds.get(size)
        # The first time includes warming up.
        self.seconds[size] = seconds if before is None else min(seconds, (before + seconds) / 2)


def _size(latents: torch.Tensor) -> tuple[int, int]:
    return int(latents.shape[-2]), int(latents.shape[-1])


def preview_decoders(
    vae: Any, patch_map: PatchMap, tiny: Any | None = None
) -> tuple[PreviewDecoder, ...]:
    """The ways to decode previews of a model, from the best to the cheapest.

    ``tiny`` is an AutoencoderTiny for the same latents. What they usually cost was measured with
    networks of Stable Diffusion 1.5's size at 512 x 512. Without a ``vae`` the network works on
    pixels, which need no decoding.
    """
    if vae is None:
        return (PreviewDecoder("pixels", patch_map.to_rgb, 0.0),)
    found = [PreviewDecoder("map", patch_map.to_rgb, 0.0)]
    if tiny is not None:
        found.insert(0, PreviewDecoder("tiny", partial(decode_quickly, tiny), 0.09))
    # A VAE that overflows in half precision would show black pictures.
    if vae.dtype == torch.float32 or not getattr(vae.config, "force_upcast", True):
        found.insert(0, PreviewDecoder("vae", partial(decode_quickly, vae), 1.6))
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class _OnItsWay:
    """A preview whose copy to main memory was started; ``arrived`` tells when it is there."""

    step: Step
    pixels: torch.Tensor
    decoder: PreviewDecoder
    size: tuple[int, int]
    began: torch.cuda.Event
    arrived: torch.cuda.Event

    def has_arrived(self) -> bool:
        """Asks the card, without waiting for it."""
        return bool(self.arrived.query())  # type: ignore[no-untyped-call]


class PreviewStream:
    """Turns steps into previews without ever making the denoising loop wait.

    ``decoders`` are ordered from the best to the cheapest. The best is used whose cost stays below
    the plan's share of the time that the steps take from one preview to the next; the last one, the
    map, in any case. A preview is left out while the one before was not looked at.

    On a CUDA device the program runs ahead of the card. What decodes is put on the card's own
    queue, the copy goes to pinned memory, and an event tells when it is there; it is looked at when
    the next step comes by, and at the end by ``finish``.
    """

    def __init__(
        self,
        request_id: str,
        num_timesteps: int,
        decoders: Sequence[PreviewDecoder],
        plan: PreviewPlan,
        send: Callable[[StepPreview], None],
        is_wanted: Callable[[], bool],
    ) -> None:
        self._request_id = request_id
        self._num_timesteps = num_timesteps
        self._decoders = list(decoders)
        self._plan = plan
        self._send = send
        self._is_wanted = is_wanted
        self._on_their_way: deque[_OnItsWay] = deque()
        self._in_use: PreviewDecoder | None = None
        self._left_at: float | None = None
        self._step_seconds: float | None = None
        self._denoising = 0.0
        self._previewing = 0.0

    @torch.no_grad()
    def show(self, step: Step, latents: torch.Tensor) -> None:
        """Sends the preview of a step if it is due, and those that are ready.

        ``latents`` are its predicted x0, 1 x C x h x w in float32.
        """
        entered_at = time.perf_counter()
        self._measure_step(entered_at)
        if self._is_due(step.index) and self._is_wanted():
            self._decode(step, latents)
        while self._on_their_way and self._on_their_way[0].has_arrived():
            self._deliver_next()
        self._left_at = time.perf_counter()
        self._previewing += self._left_at - entered_at

    def finish(self) -> None:
        """Sends what is still on its way; call it when the run's own result has arrived."""
        while self._on_their_way:
            self._on_their_way[0].arrived.synchronize()
            self._deliver_next()

    def _measure_step(self, now: float) -> None:
        if self._left_at is None:
            return
        seconds = now - self._left_at
        self._denoising += seconds
        if self._step_seconds is None:
            self._step_seconds = seconds
        else:
            self._step_seconds += _SMOOTHING * (seconds - self._step_seconds)

    def _is_due(self, index: int) -> bool:
        every = self._plan.every
        return every > 0 and (index % every == 0 or index == self._num_timesteps)

    def _choose(self, latents: torch.Tensor) -> PreviewDecoder:
        *better, cheapest = self._decoders
        if self._step_seconds is None:
            return cheapest  # nothing is known of the first step's length
        budget = self._plan.share * self._step_seconds * self._plan.every
        for decoder in better:
            patience = _PATIENCE if decoder is self._in_use else 1.0
            if decoder.cost(latents, self._step_seconds) <= budget * patience:
                return decoder
        return cheapest

    def _decode(self, step: Step, latents: torch.Tensor) -> None:
        decoder = self._choose(latents)
        if latents.device.type == "cuda":
            self._send_off(step, latents, decoder)
            return
        started_at = time.perf_counter()
        pixels = self._try(decoder, latents)
        decoder.measured(latents, time.perf_counter() - started_at)
        self._deliver(step, pixels.cpu(), self._in_use or decoder)

    def _send_off(self, step: Step, latents: torch.Tensor, decoder: PreviewDecoder) -> None:
        began = torch.cuda.Event(enable_timing=True)  # type: ignore[no-untyped-call]
        arrived = torch.cuda.Event(enable_timing=True)  # type: ignore[no-untyped-call]
        began.record()
        pixels = self._try(decoder, latents)
        copy = torch.empty(pixels.shape, dtype=pixels.dtype, pin_memory=True)
        copy.copy_(pixels, non_blocking=True)
        arrived.record()
        used = self._in_use or decoder
        self._on_their_way.append(_OnItsWay(step, copy, used, _size(latents), began, arrived))

    def _try(self, decoder: PreviewDecoder, latents: torch.Tensor) -> torch.Tensor:
        """Decodes; a decoder that memory is too short for is not asked again in this run."""
        try:
            self._in_use = decoder
            return decoder.decode(latents)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or decoder is self._decoders[-1]:
                raise
            _log.info("no memory for previews by %s: %s", decoder.name, error)
        self._decoders.remove(decoder)
        self._in_use = self._decoders[-1]
        return self._in_use.decode(latents)

    def _deliver_next(self) -> None:
        ready = self._on_their_way.popleft()
        seconds = ready.began.elapsed_time(ready.arrived) / 1000
        ready.decoder.seconds[ready.size] = seconds
        self._previewing += seconds
        self._deliver(ready.step, ready.pixels, ready.decoder)

    def _deliver(self, step: Step, pixels: torch.Tensor, decoder: PreviewDecoder) -> None:
        height, width = pixels.shape[:2]
        whole = self._denoising + self._previewing
        self._send(
            StepPreview(
                request_id=self._request_id,
                index=step.index,
                num_timesteps=self._num_timesteps,
                timestep=step.timestep,
                sigma=step.sigma,
                rgb=pixels.contiguous().numpy().tobytes(),
                width=width,
                height=height,
                decoder=decoder.name,
                share=self._previewing / whole if whole else 0.0,
            )
        )
