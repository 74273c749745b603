"""The log file: what went wrong, with tracebacks, for whoever mends it."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
import re
from pathlib import Path

_LOG, _CRASHES, _TOLD = "sdstudio.log", "crash.log", "crash.told"
_LINE_BYTES = 400
"""More than most lines take: for reading the end of a file without the rest of it."""
_MOST_CRASHES = 1_000_000
"""Bytes of crashes after which they begin anew."""
# faulthandler also writes down what a Windows program survives.
_DEADLY = re.compile(rb"Fatal Python error|access violation|stack overflow")
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
    path = log_file(folder)
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
    _catch_crashes(crash_file(folder))
    return path


def log_file(folder: Path) -> Path:
    """The log; three older ones, with a number behind the name, lie beside it."""
    return folder / _LOG


def crash_file(folder: Path) -> Path:
    """What crashes below Python have left, the latest at the end."""
    return folder / _CRASHES


def last_lines(path: Path, count: int) -> list[str]:
    """The last ``count`` lines of a file, none where it cannot be read. Reads only its end."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            begin = max(0, size - count * _LINE_BYTES)
            file.seek(begin)
            lines = file.read(size - begin).decode("utf-8", "replace").splitlines()
    except OSError:
        return []
    # The first one may have lost its beginning.
    return (lines[1:] if begin else lines)[-count:]


def find_new_crash(folder: Path) -> bool:
    """Whether a crash has been written down since this was last asked; tells each only once.

    Reads and writes small files: not for the GUI thread.
    """
    told = folder / _TOLD
    try:
        data = crash_file(folder).read_bytes()
    except OSError:
        return False
    try:
        known = int(told.read_text(encoding="ascii"))
    except (OSError, ValueError):
        known = 0
    if known == len(data):
        return False
    if len(data) > _MOST_CRASHES:
        _begin_anew(crash_file(folder))
    try:
        told.write_text(str(crash_file(folder).stat().st_size), encoding="ascii")
    except OSError:
        logging.getLogger(__name__).warning("the same crash will be told again")
    # A shorter file was begun anew by somebody.
    return _DEADLY.search(data, known if known < len(data) else 0) is not None


def _begin_anew(path: Path) -> None:
    """Empties a file that this process and perhaps others write to the end of."""
    try:
        os.truncate(path, 0)
    except OSError as error:
        logging.getLogger(__name__).info("%s stays as it is: %s", path, error)


def _catch_crashes(path: Path) -> None:
    """A crash below Python leaves its traces here; there is no console to print them to."""
    try:
        # Stays open for the rest of the process: at the crash it is too late to open it.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError:
        return
    faulthandler.enable(descriptor)
