"""Tiny autoencoders: previews nearly as good as the VAE's, at a fraction of its cost."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from diffusers import AutoencoderTiny

from sdstudio.diffusion.device import Device, free_memory, is_out_of_memory
from sdstudio.diffusion.importing import without_collections
from sdstudio.diffusion.loading import LoadedModel, load_network
from sdstudio.diffusion.streaming import preview_decoders
from sdstudio.diffusion.unconditional import has_vae
from sdstudio.request import CorruptModel, OutOfMemory

_log = logging.getLogger(__name__)


def with_tiny(model: LoadedModel, path: Path | None) -> LoadedModel:
    """The same model, its previews with the tiny autoencoder at ``path``, or with none.

    One that was made for other latents is left out, as is every one where there are no latents.
    ``path`` has been checked, see ``sdstudio.models.tiny_autoencoder``. Call it in the model's
    thread, between runs.

    Raises:
        CorruptModel, OutOfMemory: see ``load_tiny``; ``model`` is as it was.
    """
    if not has_vae(model.pipeline):
        return model
    vae = model.pipeline.vae
    tiny = None
    if path is not None:
        tiny = load_tiny(path, model.device, vae.config.latent_channels, model.patch_map.factor)
    return replace(model, preview_decoders=preview_decoders(vae, model.patch_map, tiny))


@without_collections()
def load_tiny(path: Path, device: Device, latent_channels: int, factor: int) -> Any | None:
    """A tiny autoencoder on its device, as an AutoencoderTiny.

    None when it decodes latents of other than ``latent_channels``, or to other than ``factor``
    pixels a latent pixel: that is no failure, for whoever has models of several families.

    Raises:
        CorruptModel: its files do not fit together or lack weights.
        OutOfMemory: it does not fit beside the model.
    """
    try:
        tiny = _load(path, device)
        found = (tiny.config.latent_channels, _factor(tiny))
        if found == (latent_channels, factor):
            return tiny.to(device.torch_device)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        found = None  # what the traceback holds is freed only outside this block
    if found is None:
        free_memory(device)
        raise OutOfMemory(
            "The tiny autoencoder does not fit into the memory of {device} beside the model.",
            "Previews go without it.",
            device=device.label,
        )
    wanted = (latent_channels, factor)
    _log.info("%s is for latents of (channels, factor) %s, not %s", path, found, wanted)
    return None


def _load(path: Path, device: Device) -> Any:
    try:
        tiny, missing = load_network(AutoencoderTiny, path, device.dtype)
    except Exception as error:
        if is_out_of_memory(error):
            raise
        # Third-party loaders raise nearly anything on damaged files.
        _log.info("the tiny autoencoder %s failed to load", path, exc_info=True)
        raise CorruptModel(
            "The tiny autoencoder “{path}” could not be loaded: its files are damaged or do not "
            "fit together ({kind}).",
            "Previews go without it; download or copy it again.",
            path=path,
            kind=type(error).__name__,
        ) from error
    if missing:
        raise CorruptModel(
            "The tiny autoencoder “{path}” is incomplete: {count} of its weights are missing, "
            "“{first}” among them.",
            "Previews go without it; download or copy it again.",
            path=path,
            count=len(missing),
            first=missing[0],
        )
    return tiny


def _factor(tiny: Any) -> int:
    """Pixels that it decodes one latent pixel to, each way: it doubles between its blocks."""
    config = tiny.config
    return int(config.upsampling_scaling_factor ** (len(config.num_decoder_blocks) - 1))
