"""Leaving a run in the middle of a step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sdstudio.diffusion.families import blocks, text_encoders
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.unconditional import has_vae


def never() -> bool:
    """No."""
    return False


@contextmanager
def checking_blocks(model: LoadedModel, check: Callable[[], None]) -> Iterator[None]:
    """Asks before every block of the networks, so that Stop need not wait for the end of a step."""
    networks = [
        *text_encoders(model.pipeline),
        *blocks(model.denoiser),
        *(blocks(model.pipeline.vae.decoder) if has_vae(model.pipeline) else ()),
    ]

    def ask(*_: object) -> None:
        check()

    handles = [network.register_forward_pre_hook(ask) for network in networks]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()
