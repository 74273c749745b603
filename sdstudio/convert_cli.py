"""``sdstudio models convert``: pickled weights made into safetensors, on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from sdstudio.convert import convert
from sdstudio.models.pickled import plan_conversion
from sdstudio.paths import Paths
from sdstudio.printing import byte_bar, json_text
from sdstudio.request import InvalidRequest

_TOLD = "make a safetensors copy of a model, LoRA, embedding or VAE in an older format"


def add_convert(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
) -> None:
    """Adds ``convert`` to the ``models`` commands; ``shared`` is what all commands take."""
    parser = commands.add_parser("convert", parents=[shared], help=_TOLD, description=_TOLD)
    parser.add_argument(
        "path",
        type=Path,
        metavar="FILE_OR_FOLDER",
        help="a .ckpt, .pt, .pth or .bin file, or a diffusers folder with .bin weights",
    )
    parser.add_argument("--yes", action="store_true", help="really read that file")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="PATH",
        help="write it here (default: below the app's own models)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run_convert(
    arguments: argparse.Namespace,
    paths: Paths,
    say: Callable[[str], None],
    must_stop: Callable[[], bool],
) -> str:
    """Converts what the arguments name; the text to print. ``say`` is told what goes to stderr.

    Raises:
        InvalidRequest: there was no yes.
        SdstudioError: another known failure.
        Cancelled: ``must_stop`` answered true; nothing is left behind.
    """
    plan_conversion(arguments.path.expanduser().absolute())
    if not arguments.yes:
        raise InvalidRequest(
            "“{path}” is in an old format, the pickle, which can hold code that runs when it is "
            "loaded; converting it reads only numbers and runs nothing in it.",
            "Add --yes to do it.",
            path=arguments.path,
        )
    with byte_bar(arguments.path.name) as progress:
        made = convert(
            arguments.path,
            paths.models,
            output=arguments.output,
            progress=progress,
            must_stop=must_stop,
        )
    if made.left_out:
        say(f"Left out, being no weights: {', '.join(made.left_out)}")
    if made.was_there:
        say("It was converted before.")
    if not arguments.json:
        return str(made.path)
    about = {"path": str(made.path), "left_out": made.left_out, "was_there": made.was_there}
    return json_text(about)
