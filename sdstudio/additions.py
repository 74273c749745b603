"""What a request adds to its model: LoRAs, textual inversions, and parts from elsewhere.

Plain values. ``GenerationRequest`` checks them; ``sdstudio.models.additions`` checks the files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path, PurePath
from typing import Any

PARTS = ("vae", "unet", "transformer", "text_encoder", "text_encoder_2", "text_encoder_3")
"""The parts of a model that can be swapped, by the names that diffusers has for them."""


@dataclass(frozen=True, slots=True)
class Lora:
    """A change to the model's weights out of a file, added with ``weight``: 1 is as trained."""

    path: str
    weight: float = 1.0

    @property
    def name(self) -> str:
        """The file's name without its ending, which is what other programs call it."""
        return PurePath(self.path).stem


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the model that is taken from elsewhere: ``name`` is one of ``PARTS``.

    ``path`` is a safetensors file of that part, its folder in diffusers' format, or the folder of
    a whole model that has one.
    """

    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedFile:
    """What tells the content of a file that a request names from all others.

    ``kind`` is ``lora``, ``embedding``, or one of ``PARTS``; ``name`` the file's name without its
    ending. ``digest`` are 12 hexadecimal digits: of the SHA-256 of an embedding's file or, as other
    programs have it, of a LoRA's tensors; of a part's files by samples.
    """

    kind: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraFile:
    """A checked LoRA: ``layers`` is how many it changes, ``stamp`` tells whether it was written to.

    A weight of 0 has no effect, and there is no ``LoraFile`` for it.
    """

    path: Path
    weight: float
    layers: int
    stamp: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingFile:
    """A checked textual inversion whose word stands in a prompt; ``stamp`` as for a LoRA."""

    path: Path
    word: str
    stamp: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """All that a request adds to the weights of its model, checked, in its order."""

    loras: tuple[LoraFile, ...] = ()
    embeddings: tuple[EmbeddingFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFiles:
    """A checked part: a single file, or a folder whose weights are of this variant."""

    name: str
    path: Path
    is_file: bool
    variant: str | None = None

    def weights(self) -> list[Path]:
        """The files with its weights."""
        return [self.path] if self.is_file else sorted(self.path.glob("*.safetensors"))


def embedding_word(path: str) -> str:
    """The word that stands for a textual inversion in a prompt: its file's name without ending."""
    return PurePath(path).stem


def stands_in(word: str, text: str) -> bool:
    """Whether a textual inversion's word is a word of a prompt, and not only part of one."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def rebuilt(values: Mapping[str, Any]) -> dict[str, Any]:
    """A request's fields out of JSON, with the types of this module in the place of its lists.

    Fields of later versions are ignored.

    Raises:
        TypeError, AttributeError: one of them is no list of such things.
    """
    made = dict(values)
    for name, kind in (("loras", Lora), ("parts", Part)):
        if name in made:
            known = {each.name for each in fields(kind)}
            made[name] = tuple(
                kind(**{key: value for key, value in each.items() if key in known})
                for each in made[name]
            )
    if "embeddings" in made:
        made["embeddings"] = tuple(made["embeddings"])
    return made
