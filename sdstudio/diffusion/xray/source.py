"""Where a plain diffusers script finds a model, and how it loads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from sdstudio.model_folder import part_of
from sdstudio.paths import find_resources
from sdstudio.request import FACES, STARTER

_MAY_LACK = ("safety_checker", "text_encoder_3", "tokenizer_3")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSource:
    """Where a script finds a model, and what it must know of it.

    ``lacking`` are the components that the folder names and does not hold.
    """

    path: Path
    pipeline_class: str
    denoiser: str
    variant: str | None
    lacking: tuple[str, ...]
    scheduler_config: Mapping[str, Any]
    dtype: torch.dtype

    @property
    def is_half(self) -> bool:
        """Whether the model runs in half precision, which is on a graphics card."""
        return self.dtype != torch.float32

    @property
    def options(self) -> str:
        """What ``from_pretrained`` needs beside the folder."""
        # Always with a dtype, since some parts would come in that of their files.
        variant = f', variant="{self.variant}"' if self.variant else ""
        return f", dtype={self.dtype}{variant}"

    @property
    def placed(self) -> str:
        """What a script appends to bring a model to its device."""
        return '.to("cuda")' if self.is_half else ""

    def loading(self) -> str:
        """The line that loads the pipeline as ``pipe``."""
        lacking = "".join(f", {name}=None" for name in self.lacking)
        arguments = f"{quoted(str(self.path))}{self.options}{lacking}"
        return f"pipe = {self.pipeline_class}.from_pretrained({arguments}){self.placed}"


def source_of(reference: str, dtype: torch.dtype) -> ModelSource | None:
    """The model of a reference as a script would load it; None when its folder is gone,
    and for a model in a single file.

    Reads two small files.
    """
    built_in = {STARTER: "pipeline", FACES: "unconditional"}.get(reference)
    path = (
        Path(reference).expanduser().absolute()
        if built_in is None
        else find_resources() / "starter-model" / built_in
    )
    try:
        index = json.loads((path / "model_index.json").read_text(encoding="utf-8"))
        config = json.loads(
            (part_of(path, "scheduler") / "scheduler_config.json").read_text(encoding="utf-8")
        )
    except (OSError, ValueError):
        return None
    denoiser = "transformer" if "transformer" in index else "unet"
    named = (name for name in _MAY_LACK if (index.get(name) or [None])[0])
    return ModelSource(
        path=path,
        pipeline_class=str(index["_class_name"]),
        denoiser=denoiser,
        variant=variant_of(part_of(path, denoiser)),
        lacking=tuple(name for name in named if not (path / name).is_dir()),
        scheduler_config=config,
        dtype=dtype,
    )


def no_source(reference: str) -> str:
    """Why ``source_of`` knows no model of this reference, as a comment in place of a script."""
    if Path(reference).expanduser().is_file():
        return "# This model is a single file; scripts are shown for models in folders.\n"
    return "# The model's folder is no longer where it was, so no script can load it.\n"


def variant_of(folder: Path) -> str | None:
    """The infix of a component's weight files that a script must name; None where there is none."""
    names = [entry.name for entry in folder.glob("*.safetensors")]
    return "fp16" if names and all(".fp16" in name for name in names) else None


def quoted(text: str) -> str:
    """A text as Python writes it, in double quotes where that is possible."""
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else repr(text)
