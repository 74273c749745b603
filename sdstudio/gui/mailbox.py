"""A one-slot mailbox between threads: the newest preview replaces the one nobody has fetched."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from sdstudio.request import StepPreview


class PreviewMailbox(QObject):
    """Holds at most one preview, so a slow canvas shows fewer of them and never lags behind.

    ``put`` may be called from any thread. ``arrived`` is emitted once per filled slot, not once
    per preview: connect it to a slot of the GUI thread that calls ``take``.
    """

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._preview: StepPreview | None = None

    def put(self, preview: StepPreview) -> None:
        """Leaves a preview, replacing one that was not taken yet."""
        with self._lock:
            was_empty = self._preview is None
            self._preview = preview
        if was_empty:
            self.arrived.emit()

    def is_empty(self) -> bool:
        """Whether the last preview was taken. From any thread."""
        with self._lock:
            return self._preview is None

    def take(self) -> StepPreview | None:
        """The newest preview, or None when it was taken already. Empties the slot."""
        with self._lock:
            preview, self._preview = self._preview, None
        return preview
