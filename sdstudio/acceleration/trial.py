"""Trying a build in a process of its own: does torch start from it, and compute on the card?"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sdstudio.own_program import own_place, own_words
from sdstudio.request import Cancelled, SdstudioError

TRY_TORCH = "--try-torch"
"""The word that makes the app's executable the process which tries a build."""
_PATIENCE = 300.0
"""Seconds; the first start reads gigabytes from the disk, and a card may have to be woken."""
_LOOK = 0.1
_MOST_SAID = 1 << 20
_log = logging.getLogger(__name__)


class TrialFailed(SdstudioError):
    """A build was fetched and is whole, but does not work on this computer."""


def try_build(folder: Path, must_stop: Callable[[], bool], patience: float = _PATIENCE) -> str:
    """Tries the build in ``folder``; the answer is the name of the card that it computed on.

    Takes seconds: never call it on the GUI thread.

    Raises:
        TrialFailed: it does not start, finds no card, or computes nothing.
        Cancelled: ``must_stop`` answered true.
    """
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            own_words([TRY_TORCH, str(folder)]),
            cwd=own_place(),
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        end = time.monotonic() + patience
        try:
            while True:
                try:
                    code = process.wait(_LOOK)
                    break
                except subprocess.TimeoutExpired:
                    if must_stop():
                        raise Cancelled from None
                    if time.monotonic() > end:
                        raise TrialFailed(
                            "torch for your graphics card did not start within {seconds} seconds.",
                            "Close other programs that use the card and try again.",
                            seconds=round(patience),
                        ) from None
        finally:
            process.kill()
            process.wait()
        said.seek(0)
        answer = _last_object(said.read(_MOST_SAID))
    card = answer.get("card")
    if code == 0 and isinstance(card, str):
        return card
    _log.info("the build in %s failed its trial with code %s: %s", folder, code, answer)
    reason = answer.get("failed")
    if isinstance(reason, str):
        raise TrialFailed(
            "torch for your graphics card does not work on this computer: {reason}.",
            "A newer driver from NVIDIA may help.",
            reason=reason.rstrip("."),
        )
    raise TrialFailed(
        "torch for your graphics card ended while it was starting (code {code}).",
        "A newer driver from NVIDIA may help.",
        code=code,
    )


def _last_object(said: bytes) -> dict[str, Any]:
    """The answer: the last line, after whatever libraries have printed."""
    lines = said.decode("utf-8", "replace").split("\n")
    try:
        value = json.loads(next((line for line in reversed(lines) if line.strip()), ""))
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
