"""LoRAs and textual inversions of random numbers, for any tiny pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

_PROJECTIONS = ("to_q", "to_k", "to_v", "q_proj", "v_proj", "out_proj")
_KOHYA = {"unet": "lora_unet", "text_encoder": "lora_te"}


def save_lora(
    pipeline: Any,
    file: Path,
    *,
    seed: int,
    parts: tuple[str, ...] = ("unet",),
    metadata: dict[str, str] | None = None,
) -> Path:
    """A LoRA of rank 2, with the names of peft, on the attention of these parts."""
    tensors = {
        f"{part}.{layer}.{half}.weight": tensor
        for part, layer, pair in _pairs(pipeline, parts, seed)
        for half, tensor in zip(("lora_A", "lora_B"), pair, strict=True)
    }
    save_file(tensors, file, metadata)
    return file


def save_kohya_lora(pipeline: Any, file: Path, *, seed: int, parts: tuple[str, ...]) -> Path:
    """The same with the names of kohya's scripts, which most LoRAs are made with."""
    tensors = {}
    for part, layer, (down, up) in _pairs(pipeline, parts, seed):
        # In the versions of transformers of those days, CLIP's layers were one level deeper.
        old = layer if part == "unet" else f"text_model.{layer.removeprefix('text_model.')}"
        name = f"{_KOHYA[part]}_{old.replace('.', '_')}"
        tensors[f"{name}.lora_down.weight"] = down
        tensors[f"{name}.lora_up.weight"] = up
        tensors[f"{name}.alpha"] = torch.tensor(1.0)
    save_file(tensors, file)
    return file


def save_embedding(file: Path, *, seed: int, vectors: int = 1, width: int = 32) -> Path:
    """A textual inversion as AUTOMATIC1111's web UI writes it."""
    generator = torch.Generator().manual_seed(seed)
    save_file({"emb_params": torch.randn(vectors, width, generator=generator)}, file)
    return file


def _pairs(
    pipeline: Any, parts: tuple[str, ...], seed: int
) -> list[tuple[str, str, tuple[torch.Tensor, torch.Tensor]]]:
    generator = torch.Generator().manual_seed(seed)

    def numbers(*shape: int) -> torch.Tensor:
        return torch.randn(shape, generator=generator) * 0.3

    return [
        (part, name, (numbers(2, layer.in_features), numbers(layer.out_features, 2)))
        for part in parts
        for name, layer in getattr(pipeline, part).named_modules()
        if name.endswith(_PROJECTIONS) and isinstance(layer, torch.nn.Linear)
    ]
