"""What the command line adds to a model: LoRAs, textual inversions, and parts from elsewhere."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from sdstudio.additions import PARTS, Lora, Part, lora_tags
from sdstudio.models.lora_files import files_in, loras_of_tags


def add_additions(parser: argparse.ArgumentParser) -> None:
    """The options of a command that makes pictures."""
    parser.add_argument(
        "--lora",
        action="append",
        default=[],
        metavar="FILE[:WEIGHT]",
        help="add a LoRA, with weight 1 unless told; may be given several times; those in the "
        "folders of models can be named in the prompt: <lora:NAME:WEIGHT>",
    )
    parser.add_argument(
        "--embedding",
        action="append",
        default=[],
        metavar="FILE",
        help="a textual inversion, used where the prompt has its file's name as a word; may be "
        "given several times",
    )
    for name in PARTS:
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            metavar="PATH",
            help=f"take the {name.replace('_', ' ')} from another model's folder"
            + (", or a .safetensors file" if name in ("vae", "unet") else ""),
        )


def loras_of(arguments: argparse.Namespace) -> tuple[Lora, ...]:
    """The LoRAs asked for, in the order given."""
    return tuple(map(_lora, arguments.lora))


def prompt_and_loras(
    arguments: argparse.Namespace, places: Sequence[str]
) -> tuple[str, tuple[Lora, ...]]:
    """The prompt without the LoRAs that its tags name, and all LoRAs asked for, those last.

    ``places`` are folders and files among which the names are looked for.

    Raises:
        ModelNotFound, InvalidRequest: see ``loras_of_tags``.
    """
    prompt, tags = lora_tags(arguments.prompt)
    return prompt, (*loras_of(arguments), *loras_of_tags(tags, files_in(places) if tags else ()))


def embeddings_of(arguments: argparse.Namespace) -> tuple[str, ...]:
    """The files of the textual inversions asked for."""
    return tuple(map(_absolute, arguments.embedding))


def parts_of(arguments: argparse.Namespace) -> tuple[Part, ...]:
    """The parts asked for from elsewhere."""
    found = ((name, getattr(arguments, name)) for name in PARTS)
    return tuple(Part(name, _absolute(path)) for name, path in found if path is not None)


def _lora(text: str) -> Lora:
    path, colon, weight = text.rpartition(":")
    # A colon may be part of a file's name, and on Windows it follows the drive.
    if colon and path and not Path(text).expanduser().is_file():
        try:
            return Lora(_absolute(path), float(weight))
        except ValueError:
            pass
    return Lora(_absolute(text))


def _absolute(path: str) -> str:
    return str(Path(path).expanduser().absolute())
