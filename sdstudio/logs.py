"""The log file: what went wrong, with tracebacks, for whoever mends it."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def start_logging(folder: Path) -> Path | None:
    """Sends the log of the process to ``folder/sdstudio.log``, of which three old ones are kept.

    Prompts and tokens are never logged by us. Gives the file, or None where the folder refuses it:
    an app that cannot log still works.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    # It logs every address it asks, and those of the hub's file servers have keys in them.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    path = folder / "sdstudio.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=False
        )
    except OSError:
        root.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
    _catch_crashes(folder / "crash.log")
    return path


def _catch_crashes(path: Path) -> None:
    """A crash below Python leaves its traces here; there is no console to print them to."""
    try:
        # Stays open for the rest of the process: at the crash it is too late to open it.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError:
        return
    faulthandler.enable(descriptor)
