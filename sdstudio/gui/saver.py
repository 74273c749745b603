"""Files written for the window, off its thread."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sdstudio.files import write_atomically
from sdstudio.request import SdstudioError, StorageFailed

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """A file to write. ``tag`` tells the asker's saves apart. ``error`` is None when it worked."""

    path: Path
    tag: str = ""
    error: SdstudioError | None = None


class FileSaver(QObject):
    """Writes one file after the other; returns at once and tells the end of each."""

    done = Signal(object)
    """Save."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="saver")

    def write(self, path: Path, data: bytes, tag: str = "") -> None:
        """Writes bytes to a file."""
        self._pool.submit(self._save, path, data, tag)

    def copy(self, source: Path, path: Path, tag: str = "") -> None:
        """Copies a file, with everything that is in it."""
        self._pool.submit(self._save, path, source, tag)

    def close(self) -> None:
        """Waits until everything is written."""
        self._pool.shutdown(wait=True)

    def _save(self, path: Path, data: bytes | Path, tag: str) -> None:
        error: SdstudioError | None = None
        try:
            if isinstance(data, Path):
                try:
                    data = data.read_bytes()
                except OSError as problem:
                    raise StorageFailed(
                        "“{path}” could not be read: {reason}.",
                        "Look whether the file is still there.",
                        path=data,
                        reason=(problem.strerror or str(problem)).lower(),
                    ) from problem
            write_atomically(path, data)
        except SdstudioError as known:
            error = known
        except Exception:
            _log.exception("%s could not be written", path)
            error = SdstudioError("“{path}” could not be written.", path=path)
        self.done.emit(Save(path=path, tag=tag, error=error))
