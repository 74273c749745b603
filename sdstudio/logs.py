"""The log file: what went wrong, with tracebacks, for whoever mends it."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def start_logging(folder: Path) -> Path | None:
    """Sends the log of the process to ``folder/sdstudio.log``, of which three old ones are kept.

    Prompts and tokens are never logged by us. Gives the file, or None where the folder refuses it:
    an app that cannot log still works.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
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
    return path
