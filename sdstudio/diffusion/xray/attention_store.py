"""Where attention replays are kept in memory. Imports no torch."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdstudio.diffusion.xray.attention import Replayed


class AttentionStore:
    """The latest two replays, for they are large: one to look at, one to compare it with.

    For any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, Replayed] = {}

    def put(self, request_id: str, replayed: Replayed) -> None:
        """Keeps a replay in place of an earlier one of the same request."""
        with self._lock:
            self._kept.pop(request_id, None)
            self._kept[request_id] = replayed
            while len(self._kept) > 2:
                del self._kept[next(iter(self._kept))]

    def get(self, request_id: str) -> Replayed | None:
        """A replay; None when it is not here (any more)."""
        with self._lock:
            return self._kept.get(request_id)
