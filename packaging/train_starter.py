"""Makes the starter model from public picture packages; see docs/starter-model.md.

Needs the packages of sdstudio itself and npm. Everything it makes lies in one work folder; a
second start goes on where the first was stopped, at any moment and by anything.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
from collections.abc import Sequence
from pathlib import Path

STAGES = {
    "fetch": "get the picture packages from npm and PyPI",
    "compose": "put the training pictures and their captions together",
    "vae": "train the VAE and encode every picture",
    "text": "train the text encoder",
    "unet": "train the UNet",
    "unconditional": "train the small unconditional model",
    "classifier": "train the classifier that judges, on real pictures",
    "export": "write the pipelines, the card and the sample pictures",
    "evaluate": "score the exported pipeline and write the figures into its card",
}


def main(words: Sequence[str] | None = None) -> int:
    """Runs the asked stages; 2 for a request that makes no sense, 1 for one that failed."""
    arguments = _parser().parse_args(words)
    # Threads that wait by spinning take the cores from those that work; read when torch is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # QtSvg draws without a screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Imported here: --help must not wait for torch.
    from sdstudio.request import SdstudioError
    from starter_model import RecipeError, stages
    from starter_model.recipe import RECIPES, Recipe, Workplace
    from starter_model.training import Hardware

    hardware = Hardware.found()
    if arguments.processes is not None and hardware.device == "cpu":
        hardware = dataclasses.replace(hardware, processes=arguments.processes)
    recipe: Recipe = RECIPES[arguments.recipe or ("gpu" if hardware.device == "cuda" else "cpu")]
    work = Workplace(arguments.work)
    todo = list(STAGES) if arguments.stage == "all" else [arguments.stage]
    run = stages.STAGES
    try:
        work.folder.mkdir(parents=True, exist_ok=True)
        for stage in todo:
            print(f"{stage}: {STAGES[stage]}", flush=True)
            run[stage](recipe, work, hardware)
    except (RecipeError, SdstudioError) as error:
        print(f"train_starter: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"train_starter: {error.strerror}: {error.filename or work.folder}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from the last checkpoint.", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="train_starter.py",
        description="Makes the starter model, one stage after the other.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="stages:\n" + "\n".join(f"  {name:14} {does}" for name, does in STAGES.items()),
    )
    parser.add_argument("stage", choices=["all", *STAGES], metavar="STAGE", help="a stage, or all")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path("build/starter-model"),
        help="the folder for everything it makes (default: %(default)s)",
    )
    parser.add_argument(
        "--recipe",
        choices=["cpu", "gpu", "tiny"],
        help="how big (default: gpu if there is a CUDA card, else cpu; tiny is for trying it out)",
    )
    parser.add_argument("--processes", type=int, help="CPU cores to train on (default: all)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
