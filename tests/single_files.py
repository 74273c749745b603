"""Diffusers folders as one file in the layout of the original Stable Diffusion code.

The names are translated back by the layout's own rules, written down here; the app reads the files
through diffusers' converters, which know nothing of this.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from sdstudio.paths import find_resources

Tensors = dict[str, torch.Tensor]

WEIGHTS = "diffusion_pytorch_model.safetensors"
_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "time_emb_proj": "emb_layers.1",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "conv_shortcut": "skip_connection",
}
_AROUND = {
    "time_embedding.linear_1.": "time_embed.0.",
    "time_embedding.linear_2.": "time_embed.2.",
    "add_embedding.linear_1.": "label_emb.0.0.",
    "add_embedding.linear_2.": "label_emb.0.2.",
    "conv_in.": "input_blocks.0.0.",
    "conv_norm_out.": "out.0.",
    "conv_out.": "out.2.",
}
_VAE: dict[str, Callable[[re.Match[str], int], str]] = {
    r"decoder\.up_blocks\.(\d)\.": lambda found, last: f"decoder.up.{last - int(found[1])}.",
    r"encoder\.down_blocks\.(\d)\.": lambda found, _: f"encoder.down.{found[1]}.",
    r"mid_block\.resnets\.(\d)": lambda found, _: f"mid.block_{int(found[1]) + 1}",
    r"mid_block\.attentions\.0": lambda *_: "mid.attn_1",
    r"resnets": lambda *_: "block",
    r"(up|down)samplers\.0": lambda found, _: f"{found[1]}sample",
    r"conv_shortcut": lambda *_: "nin_shortcut",
    r"conv_norm_out": lambda *_: "norm_out",
    r"group_norm": lambda *_: "norm",
    r"to_([qkv])\.": lambda found, _: f"{found[1]}.",
    r"to_out\.0": lambda *_: "proj_out",
}
_OPEN_CLIP = {
    "encoder.layers.": "transformer.resblocks.",
    "layer_norm1": "ln_1",
    "layer_norm2": "ln_2",
    "mlp.fc1": "mlp.c_fc",
    "mlp.fc2": "mlp.c_proj",
    "self_attn.out_proj": "attn.out_proj",
    "embeddings.position_embedding.weight": "positional_embedding",
    "embeddings.token_embedding": "token_embedding",
    "final_layer_norm": "ln_final",
}


def original_tensors(folder: Path, family: str) -> Tensors:
    """A pipeline's weights under the names of the original code.

    Stable Diffusion 2 gets one more layer in its text encoder than diffusers uses, as in truth.
    """
    unet = {
        f"model.diffusion_model.{name}": tensor
        for name, tensor in _original_unet(folder / "unet").items()
    }
    vae = {
        f"first_stage_model.{name}": tensor
        for name, tensor in _original_vae(folder / "vae").items()
    }
    return unet | vae | _original_text_encoders(folder, family)


def save_as_one_file(
    folder: Path, family: str, file: Path, metadata: dict[str, str] | None = None
) -> Path:
    """Writes a pipeline of this family as one safetensors file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    save_file(original_tensors(folder, family), file, metadata)
    return file


def resources_for(folders: dict[str, Path], root: Path) -> Path:
    """Resources as the app's own, whose families have the configs of these diffusers folders."""
    shutil.copytree(find_resources() / "families", root / "families")
    for path in find_resources().iterdir():
        if path.name != "families":
            (root / path.name).symlink_to(path)
    for family, folder in folders.items():
        for config in folder.rglob("*config.json"):
            if "tokenizer" not in config.parent.name:
                shutil.copy(config, root / "families" / family / config.parent.name)
        index = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
        path = root / "families" / family / "model_index.json"
        path.write_text(json.dumps(index), encoding="utf-8")
    return root


def _original_unet(folder: Path) -> Tensors:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    per_block = config["layers_per_block"] + 1
    kinds = config["up_block_types"]
    tensors = {}
    for name, tensor in load_file(folder / WEIGHTS).items():
        tensors[_unet_name(name, per_block, kinds)] = tensor
    return tensors


def _unet_name(name: str, per_block: int, kinds: list[str]) -> str:
    for new, old in _AROUND.items():
        if name.startswith(new):
            return name.replace(new, old, 1)
    if found := re.match(r"mid_block\.(resnets|attentions)\.(\d)\.(.*)", name):
        place = 1 if found[1] == "attentions" else 2 * int(found[2])
        return f"middle_block.{place}.{_inner(found[1], found[3])}"
    found = re.match(r"(down|up)_blocks\.(\d)\.(\w+)\.(\d)\.(.*)", name)
    assert found, name
    block, kind, number, rest = int(found[2]), found[3], int(found[4]), found[5]
    if kind == "downsamplers":
        return f"input_blocks.{(block + 1) * per_block}.0.op.{rest.removeprefix('conv.')}"
    if kind == "upsamplers":
        place = 2 if "Attn" in kinds[block] else 1
        return f"output_blocks.{(block + 1) * per_block - 1}.{place}.{rest}"
    at = f"input_blocks.{block * per_block + number + 1}"
    if found[1] == "up":
        at = f"output_blocks.{block * per_block + number}"
    return f"{at}.{int(kind == 'attentions')}.{_inner(kind, rest)}"


def _inner(kind: str, rest: str) -> str:
    part, _, end = rest.partition(".")
    return f"{_RESNET[part]}.{end}" if kind == "resnets" else rest


def _replaced(old: Callable[[re.Match[str], int], str], last: int, found: re.Match[str]) -> str:
    return old(found, last)


def _original_vae(folder: Path) -> Tensors:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    last = len(config["up_block_types"]) - 1
    tensors = {}
    for name, tensor in load_file(folder / WEIGHTS).items():
        is_linear = "attentions" in name and tensor.dim() == 2
        for new, old in _VAE.items():
            name = re.sub(new, partial(_replaced, old, last), name)
        # The original has convolutions where diffusers has linear layers.
        tensors[name] = tensor[:, :, None, None].contiguous() if is_linear else tensor
    return tensors


def _original_text_encoders(folder: Path, family: str) -> Tensors:
    first = load_file(folder / "text_encoder" / "model.safetensors")
    first = {name.removeprefix("text_model."): tensor for name, tensor in first.items()}
    clip = {f"transformer.text_model.{name}": tensor for name, tensor in first.items()}
    if family == "sd15":
        return {f"cond_stage_model.{name}": tensor for name, tensor in clip.items()}
    if family == "sdxl":
        second = load_file(folder / "text_encoder_2" / "model.safetensors")
        second = {name.removeprefix("text_model."): tensor for name, tensor in second.items()}
        return {f"conditioner.embedders.0.{name}": tensor for name, tensor in clip.items()} | {
            f"conditioner.embedders.1.model.{name}": tensor
            for name, tensor in _open_clip(second).items()
        }
    layers = {int(found[1]) for name in first if (found := re.search(r"layers\.(\d+)", name))}
    last, beyond = f"encoder.layers.{max(layers)}.", f"encoder.layers.{max(layers) + 1}."
    first |= {
        name.replace(last, beyond): torch.ones_like(tensor)
        for name, tensor in first.items()
        if name.startswith(last)
    }
    return {f"cond_stage_model.model.{name}": tensor for name, tensor in _open_clip(first).items()}


def _open_clip(tensors: Tensors) -> Tensors:
    """OpenCLIP keeps query, key and value in one tensor, and its projection the other way round."""
    tensors = dict(tensors)
    found: Tensors = {}
    for name in [name for name in tensors if ".self_attn.q_proj." in name]:
        three = [tensors.pop(name.replace("q_proj", f"{each}_proj")) for each in "qkv"]
        found[name.replace("self_attn.q_proj.", "attn.in_proj_")] = torch.cat(three)
    for name, tensor in tensors.items():
        if name == "text_projection.weight":
            found["text_projection"] = tensor.T.contiguous()
        else:
            found[name] = tensor
    renamed = {}
    for name, tensor in found.items():
        for new, old in _OPEN_CLIP.items():
            name = name.replace(new, old)
        renamed[name] = tensor
    return renamed
