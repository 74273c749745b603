"""Where the frozen app begins: what is different there is put right, then it is the same app."""

from __future__ import annotations

import multiprocessing
import os
import sys


def own_libraries_only() -> None:
    """Gives back the library path that PyInstaller has set for this process.

    Programs of the system (xdg-open, ffmpeg) would else load this app's libraries. The dynamic
    linker has read the variable when the process began, so here nothing changes.
    """
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        original = os.environ.pop(f"{name}_ORIG", None)
        if original is not None:
            os.environ[name] = original
        else:
            os.environ.pop(name, None)


def open_missing_streams() -> None:
    """A program without a console has no stdout on Windows; progress bars write there."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


if __name__ == "__main__":
    # A process that multiprocessing starts is this program again: it never comes back from here.
    multiprocessing.freeze_support()
    own_libraries_only()
    open_missing_streams()
    from sdstudio.__main__ import main

    raise SystemExit(main())
