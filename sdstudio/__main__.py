"""The entry point: the window for no words and for names of files, else the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdstudio.paths import Paths


def main() -> int:
    """Runs the app with the words of ``sys.argv``; the answer is the exit code."""
    from sdstudio.acceleration.trial import TRY_TORCH
    from sdstudio.convert import CONVERT

    if sys.argv[1:2] == [CONVERT]:
        from sdstudio.diffusion.conversion import main as convert

        return convert(sys.argv[2:])
    if sys.argv[1:2] == [TRY_TORCH]:
        from sdstudio.diffusion.trial import main as try_torch

        return try_torch(sys.argv[2:])
    from sdstudio import cli, torch_build
    from sdstudio.printing import say

    arguments = cli.parse(sys.argv[1:])
    paths = cli.paths_of(arguments)
    if arguments.command is not None:
        # Before anything imports torch.
        complaint = torch_build.activate(paths.acceleration)
        if complaint is not None and arguments.command != "gpu":
            say(f"sdstudio: {complaint}")
        return cli.run(arguments)
    return _open_window(paths, arguments.files)


def _open_window(paths: Paths, files: list[str]) -> int:
    """Opens the window, or hands the files to the one that is open without loading another."""
    from sdstudio import torch_build
    from sdstudio.gui.desktop.opening import opening_of
    from sdstudio.gui.single_instance import SingleInstance
    from sdstudio.request import SdstudioError

    instance = SingleInstance(paths.database_file)
    opening = opening_of(files)
    try:
        if not instance.claim_or_hand_over(opening):
            return 0
    except SdstudioError as error:
        print(f"sdstudio: {error}", file=sys.stderr)
        if not sys.stderr.isatty():
            # Whoever has clicked on a file sees no terminal.
            from sdstudio.gui.desktop.application import tell_failure

            tell_failure(paths, error)
        return 1
    from sdstudio.app import run

    return run(paths, instance, opening, torch_build.activate(paths.acceleration))


if __name__ == "__main__":
    raise SystemExit(main())
