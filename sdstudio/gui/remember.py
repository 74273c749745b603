"""Saving what is remembered a moment after it changes, so that a crash loses next to nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sdstudio.request import SdstudioError

DELAY = 300
"""Milliseconds from the first change to the save."""
_log = logging.getLogger(__name__)


class SettingsKeeper(QObject):
    """Collects settings and has them saved in a thread of its own. GUI thread only.

    ``save`` is called there with what ``collect`` has given, and raises an SdstudioError if it
    fails.
    """

    failed = Signal(object)
    """SdstudioError; told once per run of failures."""

    def __init__(
        self,
        collect: Callable[[], Any],
        save: Callable[[Any], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._collect = collect
        self._save_now = save
        self._saved: object = None
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

    def _write(self, settings: object) -> None:
        try:
            self._save_now(settings)
        except SdstudioError as error:
            _log.warning("settings not saved: %s", error)
            if not self._was_failing:
                self.failed.emit(error)
            self._was_failing = True
        else:
            self._was_failing = False
