"""The entry point: the window for no words and for names of files, else the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdstudio.paths import Paths


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
    return _open_window(cli.paths_of(arguments), arguments.files)


def _open_window(paths: Paths, files: list[str]) -> int:
    """Opens the window, or hands the files to the one that is open without loading another."""
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

    return run(paths, instance, opening)


if __name__ == "__main__":
    raise SystemExit(main())
