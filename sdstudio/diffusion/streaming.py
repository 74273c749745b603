"""Predicted pictures on their way from the device to whoever watches."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import torch

from sdstudio.diffusion.prediction import Step
from sdstudio.diffusion.preview import PatchMap
from sdstudio.request import StepPreview


@dataclass(frozen=True, slots=True, eq=False)
class _OnItsWay:
    """A preview whose copy to main memory was started; ``arrived`` tells when it is there."""

    index: int
    timestep: float
    sigma: float
    pixels: torch.Tensor
    arrived: torch.cuda.Event

    def has_arrived(self) -> bool:
        """Asks the card, without waiting for it."""
        return bool(self.arrived.query())  # type: ignore[no-untyped-call]


class PreviewStream:
    """Turns steps into previews without ever making the denoising loop wait.

    On a CUDA device the program runs ahead of the card. The map (a small matrix product) is put on
    the card's own queue, the copy goes to pinned memory, and an event tells when it is there; it
    is looked at when the next step comes by, and at the end by ``finish``.
    """

    def __init__(
        self,
        request_id: str,
        num_timesteps: int,
        patch_map: PatchMap,
        send: Callable[[StepPreview], None],
    ) -> None:
        self._request_id = request_id
        self._num_timesteps = num_timesteps
        self._patch_map = patch_map
        self._send = send
        self._on_their_way: deque[_OnItsWay] = deque()

    @torch.no_grad()
    def show(self, step: Step) -> None:
        """Computes the preview of a step, and sends those that are ready."""
        pixels = self._patch_map.to_rgb(step.pred_original_sample()[:1])
        if pixels.device.type != "cuda":
            self._deliver(step.index, step.timestep, step.sigma, pixels.cpu())
            return
        copy = torch.empty(pixels.shape, dtype=pixels.dtype, pin_memory=True)
        copy.copy_(pixels, non_blocking=True)
        arrived = torch.cuda.Event()  # type: ignore[no-untyped-call]
        arrived.record()
        self._on_their_way.append(_OnItsWay(step.index, step.timestep, step.sigma, copy, arrived))
        while self._on_their_way and self._on_their_way[0].has_arrived():
            self._deliver_next()

    def finish(self) -> None:
        """Sends what is still on its way; call it when the run's own result has arrived."""
        while self._on_their_way:
            self._on_their_way[0].arrived.synchronize()
            self._deliver_next()

    def _deliver_next(self) -> None:
        ready = self._on_their_way.popleft()
        self._deliver(ready.index, ready.timestep, ready.sigma, ready.pixels)

    def _deliver(self, index: int, timestep: float, sigma: float, pixels: torch.Tensor) -> None:
        height, width = pixels.shape[:2]
        self._send(
            StepPreview(
                request_id=self._request_id,
                index=index,
                num_timesteps=self._num_timesteps,
                timestep=timestep,
                sigma=sigma,
                rgb=pixels.contiguous().numpy().tobytes(),
                width=width,
                height=height,
            )
        )
