"""Saving the settings a moment after they change, so that a crash loses next to nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sdstudio.request import SdstudioError
from sdstudio.settings import Settings, save_settings

DELAY = 300
"""Milliseconds from the first change to the save."""
_log = logging.getLogger(__name__)


class SettingsKeeper(QObject):
    """Collects the settings and writes them in a thread of its own. GUI thread only."""

    failed = Signal(object)
    """SdstudioError; told once per run of failures."""

    def __init__(
        self, path: Path, collect: Callable[[], Settings], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._collect = collect
        self._saved: Settings | None = None
        self._was_failing = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settings")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._save)

    @Slot()
    def save_soon(self) -> None:
        """Something changed. Further changes do not put the save off, only join it."""
        if not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Saves what there is and waits for the disk."""
        self._timer.stop()
        self._save()
        self._pool.shutdown(wait=True)

    @Slot()
    def _save(self) -> None:
        settings = self._collect()
        if settings != self._saved:
            self._saved = settings
            self._pool.submit(self._write, settings)

    def _write(self, settings: Settings) -> None:
        try:
            save_settings(self._path, settings)
        except SdstudioError as error:
            _log.warning("settings not saved: %s", error)
            if not self._was_failing:
                self.failed.emit(error)
            self._was_failing = True
        else:
            self._was_failing = False
