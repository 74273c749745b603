"""Where the trajectories of the latest runs are kept in memory. Imports no torch."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdstudio.diffusion.trajectory import Trajectory


class TrajectoryRing:
    """The trajectories of the latest runs, in memory, within ``cap`` bytes. For any thread.

    When one that grows or arrives leaves no room, those used longest ago go; one that does not fit
    at all is let go as well.
    """

    def __init__(self, cap: int) -> None:
        self.cap = cap
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[Trajectory, int]] = OrderedDict()

    def get(self, request_id: str) -> Trajectory | None:
        """A trajectory as far as it has come; None when it is not here (any more)."""
        with self._lock:
            entry = self._kept.get(request_id)
            if entry is None:
                return None
            self._kept.move_to_end(request_id)
            return entry[0]

    def put(self, trajectory: Trajectory, size: int | None = None) -> bool:
        """Keeps a trajectory, in place of an earlier one of the same request.

        ``size`` in bytes, if known. The answer is false when it does not fit.
        """
        size = trajectory.bytes if size is None else size
        with self._lock:
            self._kept.pop(trajectory.request.id, None)
            if size > self.cap:
                return False
            self._kept[trajectory.request.id] = (trajectory, size)
            total = sum(each for _, each in self._kept.values())
            while total > self.cap:
                _, (_, oldest) = self._kept.popitem(last=False)
                total -= oldest
            return True

    def drop(self, request_id: str) -> None:
        """Lets go of a trajectory."""
        with self._lock:
            self._kept.pop(request_id, None)

    def all(self) -> tuple[Trajectory, ...]:
        """Everything in memory, the one used last at the end."""
        with self._lock:
            return tuple(trajectory for trajectory, _ in self._kept.values())

    def bytes(self) -> int:
        """Memory taken by all of them."""
        with self._lock:
            return sum(each for _, each in self._kept.values())
