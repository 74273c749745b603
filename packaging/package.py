"""Makes what people install on this system; run by ``develop.py package``.

Needs the packages of the extra ``package``. Everything is written into ``dist``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from shipping.freezing import MEBIBYTE, PackagingFailed, check_size, folder_size, freeze, sizes
from shipping.layout import DIST, FROZEN, ROOT


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The words after ``package``."""
    parser = argparse.ArgumentParser(
        prog="develop.py package", description="Make the packages of this system, in dist."
    )
    parser.add_argument("--test", action="store_true", help="then install and use them")
    parser.add_argument(
        "--keep-frozen", action="store_true", help="take the frozen folder that is in dist already"
    )
    return parser.parse_args(words)


def packers() -> list[Callable[[], Path]]:
    """What makes this system's packages of the frozen folder."""
    if sys.platform == "win32":
        from shipping.windows import make_installer

        return [lambda: make_installer(FROZEN)]
    if sys.platform == "darwin":
        from shipping.macos import make_image

        return [lambda: make_image(DIST / "sdstudio.app")]
    from shipping.linux import make_archive, make_deb

    return [lambda: make_deb(FROZEN, DIST), lambda: make_archive(FROZEN)]


def timed(make: Callable[[], Path]) -> Path:
    """Does it, and tells what came out: MiB and seconds."""
    began = time.monotonic()
    path = make()
    seconds = time.monotonic() - began
    size = folder_size(path)
    say(f"{path.relative_to(ROOT)}: {size // MEBIBYTE} MiB, made in {seconds:.0f} s")
    return path


def say(text: str) -> None:
    """Tells one line."""
    print(f"==> {text}", file=sys.stderr, flush=True)


def main(words: Sequence[str]) -> int:
    """Makes the packages, and tests them if asked to; the answer is the exit code."""
    arguments = parse(words)
    try:
        DIST.mkdir(exist_ok=True)
        if not (arguments.keep_frozen and FROZEN.is_dir()):
            say("Freezing the app (five minutes and more)")
            timed(freeze)
        for weight in sizes(FROZEN)[:12]:
            say(f"  {weight.size // MEBIBYTE:5} MiB  {weight.name}")
        check_size(FROZEN)
        for packer in packers():
            timed(packer)
    except PackagingFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    if not arguments.test:
        return 0
    say("Using what was made")
    pytest = [sys.executable, "-m", "pytest", "-o", "addopts=--import-mode=importlib -ra"]
    return subprocess.run([*pytest, "tests/frozen"], cwd=ROOT, env=dict(os.environ)).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
