"""How far a download of several files is, and whether there is room for it."""

from __future__ import annotations

import shutil
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sdstudio.files import storage_error
from sdstudio.request import StorageFull

_SPARE = 64 << 20
"""Bytes that are to stay free on the disk."""
_SPEED_SECONDS = 5.0
"""How far back the speed looks."""
_REPORT_SECONDS = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Bytes that are still to come, and bytes that are free where they go."""

    missing_bytes: int
    free_bytes: int

    @property
    def is_enough(self) -> bool:
        """Whether they fit, and a little stays free."""
        return self.missing_bytes + _SPARE <= self.free_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadProgress:
    """How far a download is: bytes of all files, those of earlier downloads among them.

    ``file`` is the one it is at. ``bytes_per_second`` is that of the last seconds; 0 before the
    first bytes have come. ``retry_in`` is the seconds to the next attempt while nothing can be had,
    else None. While it is ``checking``, the checksum of what is there is computed.
    """

    file: str
    done_bytes: int
    total_bytes: int
    bytes_per_second: float
    retry_in: float | None = None
    checking: bool = False

    @property
    def seconds_left(self) -> float | None:
        """At this speed; None while nothing comes."""
        if self.bytes_per_second <= 0:
            return None
        return (self.total_bytes - self.done_bytes) / self.bytes_per_second


def room_at(place: Path, missing_bytes: int) -> Room:
    """What is free where ``place`` is or will be, for so many bytes.

    Raises:
        StorageFailed: the disk cannot be asked.
    """
    there = place
    while not there.exists() and there.parent != there:
        there = there.parent
    try:
        free = shutil.disk_usage(there).free
    except OSError as error:
        raise storage_error(error, place) from error
    return Room(missing_bytes=missing_bytes, free_bytes=free)


def check_room(room: Room, place: Path) -> None:
    """Raises StorageFull where what is missing does not fit."""
    if not room.is_enough:
        raise StorageFull(
            "The download needs {missing} MB, and {free} MB are free at “{path}”.",
            "Free some space, or choose another folder.",
            missing=-(-room.missing_bytes // 1_000_000),
            free=room.free_bytes // 1_000_000,
            path=place,
        )


def size_on_disk(path: Path) -> int:
    """Bytes of a file; 0 where there is none."""
    try:
        return path.lstat().st_size
    except OSError:
        return 0


@dataclass(slots=True)
class Meter:
    """Counts the bytes, and how fast they come."""

    total: int
    report: Callable[[DownloadProgress], None]
    _file: str = ""
    _before: int = 0
    _now: int = 0
    _come: int = 0
    _reported: float = 0.0
    _marks: deque[tuple[float, int]] = field(default_factory=deque)

    def begin(self, file: str) -> None:
        """The next file."""
        self._file = file
        self._now = 0
        self._tell()

    def have(self, size: int, come: int) -> None:
        """The file at hand has ``size`` bytes now, of which ``come`` are new."""
        self._now = size
        self._come += come
        self._tell_at_times()

    def waiting(self, seconds: float) -> None:
        """The next attempt is made in so many seconds."""
        self._tell_at_times(retry_in=seconds)

    def checking(self) -> None:
        """The checksum of the file at hand is computed."""
        self._tell(checking=True)

    def end(self) -> None:
        """The file at hand is whole."""
        self._before += self._now
        self._now = 0
        self._tell()

    def _tell_at_times(self, retry_in: float | None = None) -> None:
        if time.monotonic() - self._reported >= _REPORT_SECONDS:
            self._tell(retry_in=retry_in)

    def _tell(self, *, retry_in: float | None = None, checking: bool = False) -> None:
        now = time.monotonic()
        self._reported = now
        self._marks.append((now, self._come))
        while len(self._marks) > 2 and now - self._marks[0][0] > _SPEED_SECONDS:
            self._marks.popleft()
        then, come = self._marks[0]
        self.report(
            DownloadProgress(
                file=self._file,
                done_bytes=self._before + self._now,
                total_bytes=self.total,
                bytes_per_second=(self._come - come) / (now - then) if now > then else 0.0,
                retry_in=retry_in,
                checking=checking,
            )
        )
