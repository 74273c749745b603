"""Safetensors files with the tensors' names and shapes of real models, and with holes for weights.

The files are as long as the real ones but take no room on the disk: nothing reads their weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

Shapes = Mapping[str, tuple[int, ...]]

_UNET = "model.diffusion_model."
_ATTENTION = "transformer_blocks.0.attn2.to_k.weight"
_VAE: Shapes = {
    "first_stage_model.encoder.conv_in.weight": (128, 3, 3, 3),
    "first_stage_model.decoder.conv_in.weight": (512, 4, 3, 3),
}

VAE: Shapes = {
    "encoder.conv_in.weight": (128, 3, 3, 3),
    "decoder.conv_in.weight": (512, 4, 3, 3),
}
LORA: Shapes = {
    "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.alpha": (),
    "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight": (
        *(16, 768),
    ),
    "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_up.weight": (
        *(320, 16),
    ),
}
LORA_XL: Shapes = {
    "lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_down.weight": (16, 768),
    "lora_te2_text_model_encoder_layers_0_mlp_fc1.lora_down.weight": (16, 1280),
}
LORA_FLUX: Shapes = {
    "transformer.single_transformer_blocks.0.attn.to_k.lora_A.weight": (16, 3072),
    "transformer.single_transformer_blocks.0.attn.to_k.lora_B.weight": (3072, 16),
}


def sd1(channels: int = 4) -> Shapes:
    """Of Stable Diffusion 1.5, as its makers published it."""
    return {
        f"{_UNET}input_blocks.0.0.weight": (320, channels, 3, 3),
        f"{_UNET}input_blocks.1.1.{_ATTENTION}": (320, 768),
        "cond_stage_model.transformer.text_model.embeddings.token_embedding.weight": (49408, 768),
        "model_ema.decay": (),
        **_VAE,
    }


def sd2(channels: int = 4) -> Shapes:
    """Of Stable Diffusion 2.1; the tensors of the 512 and 768 models have the same shapes."""
    return {
        f"{_UNET}input_blocks.0.0.weight": (320, channels, 3, 3),
        f"{_UNET}input_blocks.1.1.{_ATTENTION}": (320, 1024),
        "cond_stage_model.model.token_embedding.weight": (49408, 1024),
        **_VAE,
    }


SDXL: Shapes = {
    f"{_UNET}input_blocks.0.0.weight": (320, 4, 3, 3),
    f"{_UNET}input_blocks.4.1.{_ATTENTION}": (640, 2048),
    f"{_UNET}label_emb.0.0.weight": (1280, 2816),
    "conditioner.embedders.1.model.token_embedding.weight": (49408, 1280),
    **_VAE,
}
SD3: Shapes = {
    f"{_UNET}joint_blocks.0.context_block.attn.qkv.weight": (4608, 1536),
    "text_encoders.clip_l.transformer.text_model.embeddings.token_embedding.weight": (49408, 768),
    **_VAE,
}
FLUX: Shapes = {
    "double_blocks.0.img_attn.qkv.weight": (9216, 3072),
    "single_blocks.0.linear1.weight": (21504, 3072),
}


def write_weights(path: Path, shapes: Shapes, metadata: Mapping[str, str] | None = None) -> Path:
    """Writes a file of such tensors in float16."""
    header: dict[str, object] = {} if metadata is None else {"__metadata__": metadata}
    position = 0
    for name, shape in shapes.items():
        end = position + 2 * math.prod(shape)
        header[name] = {"dtype": "F16", "shape": shape, "data_offsets": [position, end]}
        position = end
    text = json.dumps(header).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        file.truncate(8 + len(text) + position)
    return path
