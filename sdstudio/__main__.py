"""The entry point: the window when there are no words, else the command line."""

from __future__ import annotations

import sys


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
    # Before anything imports torch.
    complaint = torch_build.activate(paths.acceleration)
    if arguments.command is not None:
        if complaint is not None and arguments.command != "gpu":
            say(f"sdstudio: {complaint}")
        return cli.run(arguments)
    from sdstudio.app import run

    return run(paths, complaint)


if __name__ == "__main__":
    raise SystemExit(main())
