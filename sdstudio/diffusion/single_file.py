"""From a single safetensors checkpoint to the parts of a pipeline, without network and pickles.

The configs are the app's own, and the tensors' names are translated by diffusers' converters. Of
diffusers' ``from_single_file`` the rest is done here: that leaves weights which a file lacks on no
device at all or fills them with random numbers, reads the whole file at once, and looks for a
tokenizer on the network.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from accelerate import init_empty_weights
from diffusers.loaders.single_file_utils import (
    convert_ldm_unet_checkpoint,
    convert_ldm_vae_checkpoint,
    convert_open_clip_checkpoint,
)
from safetensors import safe_open

from sdstudio.model_folder import Component, ModelFolder, SingleFile

Tensors = dict[str, torch.Tensor]

_UNET, _VAE = "model.diffusion_model.", "first_stage_model."
_WHOLE = {"unet": _UNET, "vae": _VAE}
"""Where the parts lie in a whole checkpoint."""
_CLIP = "cond_stage_model.transformer."
_OPEN_CLIP = "cond_stage_model.model."
_XL_CLIP = "conditioner.embedders.0.transformer."
_XL_OPEN_CLIP = "conditioner.embedders.1.model."


def load_setting_part(
    component_class: Any, folder: ModelFolder, component: Component, single_file: SingleFile
) -> Any:
    """A scheduler or a tokenizer, from the family's config and what the checkpoint says.

    On damaged files this raises nearly anything.
    """
    path = folder.path / component.name
    if component.class_name.endswith("Tokenizer"):
        config = path / "tokenizer_config.json"
        settings = json.loads(config.read_text(encoding="utf-8"))
        settings.pop("tokenizer_class")
        return component_class.from_pretrained(single_file.clip, local_files_only=True, **settings)
    return component_class.from_pretrained(
        path, local_files_only=True, prediction_type=single_file.prediction_type
    )


def load_network_part(
    network_class: Any,
    folder: ModelFolder,
    component: Component,
    single_file: SingleFile,
    dtype: torch.dtype,
) -> tuple[Any, list[str]]:
    """A network with its weights out of the checkpoint, and the weights that the file lacks.

    With any of these it is of no use; a weight of another shape counts as one. Only this network's
    tensors are read. On damaged files this raises nearly anything.
    """
    network = _empty(network_class, folder, component)
    return _filled(network, _TRANSLATIONS[component.name](network, single_file), dtype)


def load_part_of_file(own: Any, name: str, path: Path, dtype: torch.dtype) -> tuple[Any, list[str]]:
    """A UNet or VAE built as ``own`` is, with its weights out of a file, and those the file lacks.

    The file is of that part alone, under the names of diffusers or of the original code, or a whole
    checkpoint. Otherwise as ``load_network_part``.
    """
    with init_empty_weights():
        network = type(own).from_config(own.config)
    tensors = _read(path, _WHOLE[name]) or _read(path, "")
    if not network.state_dict().keys() <= tensors.keys():
        convert = convert_ldm_vae_checkpoint if name == "vae" else convert_ldm_unet_checkpoint
        tensors = dict(convert(tensors, network.config))
    return _filled(network, tensors, dtype)


def _filled(network: Any, tensors: Tensors, dtype: torch.dtype) -> tuple[Any, list[str]]:
    wanted = network.state_dict()
    found = {
        name: tensor.to(dtype)
        for name, tensor in tensors.items()
        if name in wanted and tensor.shape == wanted[name].shape
    }
    missing = sorted(wanted.keys() - found.keys())
    if not missing:
        # What the tensors lie in now is what the network computes with: nothing is copied.
        network.load_state_dict(found, assign=True)
    return network.eval(), missing


def digest_of(network: Any) -> str:
    """64 hexadecimal digits that differ between networks with other weights."""
    digest = hashlib.sha256()
    for name, tensor in network.state_dict().items():
        digest.update(f"{name} {tuple(tensor.shape)} {tensor.dtype} ".encode())
        # As bytes, since numpy has no bfloat16.
        digest.update(tensor.cpu().contiguous().flatten().view(torch.uint8).numpy())
    return digest.hexdigest()


def _empty(network_class: Any, folder: ModelFolder, component: Component) -> Any:
    """The network without weights: its parameters have shapes and no storage."""
    path = folder.path / component.name
    if component.library == "diffusers":
        config = network_class.load_config(path, local_files_only=True)
        with init_empty_weights():
            return network_class.from_config(config)
    config = network_class.config_class.from_pretrained(path, local_files_only=True)
    with init_empty_weights():
        return network_class(config)


def _read(path: Path, *prefixes: str) -> Tensors:
    """The file's tensors below one of these names, by their whole names."""
    with safe_open(path, framework="pt") as file:
        names = [name for name in file.keys() if name.startswith(prefixes)]  # noqa: SIM118
        return {name: file.get_tensor(name) for name in names}


def _unet(network: Any, single_file: SingleFile) -> Tensors:
    tensors = _read(single_file.path, _UNET)
    return dict(convert_ldm_unet_checkpoint(tensors, network.config))


def _vae(network: Any, single_file: SingleFile) -> Tensors:
    tensors = _read(single_file.path, _VAE)
    return dict(convert_ldm_vae_checkpoint(tensors, network.config))


def _text_encoder(network: Any, single_file: SingleFile) -> Tensors:
    """Stable Diffusion 1 and XL have CLIP as transformers knows it, 2 has OpenCLIP."""
    tensors = _read(single_file.path, _OPEN_CLIP)
    if tensors:
        return _named_as(network, convert_open_clip_checkpoint(network, tensors, _OPEN_CLIP))
    tensors = _read(single_file.path, _CLIP, _XL_CLIP)
    return _named_as(
        network,
        {
            name.removeprefix(_CLIP).removeprefix(_XL_CLIP): tensor
            for name, tensor in tensors.items()
        },
    )


def _text_encoder_2(network: Any, single_file: SingleFile) -> Tensors:
    tensors = _read(single_file.path, _XL_OPEN_CLIP)
    return _named_as(network, convert_open_clip_checkpoint(network, tensors, _XL_OPEN_CLIP))


def _named_as(network: Any, tensors: Tensors) -> Tensors:
    """With or without ``text_model.`` before the names, as this network has it."""
    before = "text_model." if hasattr(network, "text_model") else ""
    return {
        name
        if name.startswith("text_projection.")
        else before + name.removeprefix("text_model."): (tensor)
        for name, tensor in tensors.items()
    }


_TRANSLATIONS: dict[str, Callable[[Any, SingleFile], Tensors]] = {
    "unet": _unet,
    "vae": _vae,
    "text_encoder": _text_encoder,
    "text_encoder_2": _text_encoder_2,
}
