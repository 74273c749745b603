"""The entry point: the window when there are no words, else the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the app with the words of ``sys.argv``; the answer is the exit code."""
    from sdstudio.convert import CONVERT

    if sys.argv[1:2] == [CONVERT]:
        from sdstudio.diffusion.conversion import main as convert

        return convert(sys.argv[2:])
    from sdstudio import cli

    arguments = cli.parse(sys.argv[1:])
    if arguments.command is not None:
        return cli.run(arguments)
    from sdstudio.app import run

    return run(cli.paths_of(arguments))


if __name__ == "__main__":
    raise SystemExit(main())
