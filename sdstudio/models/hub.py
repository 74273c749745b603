"""Models from the Hugging Face hub, each in a folder of its own under the models folder.

``plan_download`` asks the hub what is needed and how much it is; ``download`` fetches it into
``NAME.incomplete`` and gives the folder its name when every file is there and checked. So a folder
without that ending is a whole model, and a download may be stopped or killed at any moment: the
next one goes on with what is there. Only one runs at a time for a model.
"""

from __future__ import annotations

import json
import shutil
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sdstudio.files import storage_error
from sdstudio.model_folder import UNCONDITIONAL
from sdstudio.models.catalogue import resolve
from sdstudio.models.hub_client import Hub, Listing
from sdstudio.models.hub_errors import DownloadFailed
from sdstudio.models.hub_file import fetch_file, fetch_small, part_of
from sdstudio.models.hub_folders import (
    alone,
    incomplete_folder,
    model_folder,
    record_of,
    write_record,
)
from sdstudio.models.hub_selection import (
    INDEX,
    RemoteFile,
    check_has_index,
    check_repo_id,
    component_folder,
    components,
    is_left_out,
    shards,
    texts,
    weights_entry,
)
from sdstudio.request import StorageFull

_MOST_INDEX = 32 << 20
"""Bytes; the largest indices of shards have a few hundred thousand."""
_SPARE = 64 << 20
"""Bytes that are to stay free on the disk."""
_SPEED_SECONDS = 5.0
"""How far back the speed looks."""
_REPORT_SECONDS = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadPlan:
    """What will be downloaded: the files the app needs, at one commit of the repository.

    ``variant`` is the weights that were preferred, ``fp16`` or None.
    """

    listing: Listing
    variant: str | None
    files: tuple[RemoteFile, ...]

    @property
    def total_bytes(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


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


def plan_download(
    hub: Hub, repo_id: str, variant: str | None, must_stop: Callable[[], bool]
) -> DownloadPlan:
    """Asks the hub what of a model is needed. Waits for the network; writes nothing.

    ``variant`` is the weights to prefer, ``fp16`` or None for full precision; where there are
    others only, these are taken.

    Raises:
        InvalidRequest: ``repo_id`` is no name of a repository.
        ModelNotFound, AccessDenied, DownloadFailed: the hub has said no, or nothing.
        UnsupportedModel, UnsafeModel, CorruptModel: the model is of no use to this app.
        Cancelled: ``must_stop`` answered true.
    """
    listing = hub.listing(check_repo_id(repo_id), must_stop)
    files = listing.files
    check_has_index(repo_id, files)

    def read(name: str) -> dict[str, Any]:
        data = fetch_small(hub, listing, files[name], _MOST_INDEX, must_stop)
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            raise DownloadFailed(
                "“{name}” of “{repo_id}” is damaged.",
                "Look for another copy of the model.",
                name=name,
                repo_id=repo_id,
            )
        return value

    wanted = [INDEX]
    index = read(INDEX)
    may_lie_beside = index.get("_class_name") in UNCONDITIONAL
    for component, has_weights in components(repo_id, index).items():
        if is_left_out(files, component):
            continue
        folder = component_folder(files, component) if may_lie_beside else component
        wanted += texts(files.values(), folder, has_weights)
        if has_weights:
            entry = weights_entry(files, repo_id, component, folder, variant)
            wanted.append(entry)
            if entry.endswith(".json"):
                wanted += shards(entry, read(entry), files)
    return DownloadPlan(
        listing=listing, variant=variant, files=tuple(files[name] for name in dict.fromkeys(wanted))
    )


def download(
    hub: Hub,
    plan: DownloadPlan,
    models: Path,
    progress: Callable[[DownloadProgress], None],
    must_stop: Callable[[], bool],
) -> Path:
    """Downloads what is missing of a model; the answer is its folder, which can be loaded.

    ``progress`` is called about ten times a second, in the caller's thread. A model that is there
    already is left as it is. Slow: never call it on the GUI thread. ``must_stop`` is asked with
    every piece that comes; a hub that sends nothing is given up after 20 seconds.

    Raises:
        AccessDenied, DownloadFailed, ModelNotFound: the hub has said no, nothing, or sent
            something else than it has listed.
        StorageFull, StorageFailed: there is too little space, or the folder refuses files.
        UnsafeModel, UnsupportedModel, CorruptModel: all is there, but the app cannot use it.
        Cancelled: ``must_stop`` answered true. What has come is kept for the next time.
    """
    folder = model_folder(models, plan.listing.repo_id)
    if folder.is_dir():
        return folder
    incomplete = incomplete_folder(models, plan.listing.repo_id)
    with alone(incomplete):
        if folder.is_dir():  # another download has just finished it
            return folder
        write_record(incomplete, plan.total_bytes, plan.variant)
        _drop_others(incomplete, plan)
        _check_space(plan, models)
        meter = _Meter(total=plan.total_bytes, report=progress)
        for file in plan.files:
            meter.begin(file.name)
            fetch_file(hub, plan.listing, file, incomplete / file.name, meter, must_stop)
            meter.end()
        resolve(str(incomplete), models)
        try:
            incomplete.rename(folder)
            record_of(incomplete).unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, folder) from error
    return folder


def _drop_others(incomplete: Path, plan: DownloadPlan) -> None:
    """Removes what an earlier download, of another commit or variant, has left."""
    wanted = {incomplete / file.name for file in plan.files}
    wanted |= {part_of(incomplete / file.name, file) for file in plan.files}
    try:
        for path in list(incomplete.rglob("*")):
            if path not in wanted and (path.is_symlink() or not path.is_dir()):
                path.unlink()
        # The empty folder of a component would be taken for a component without weights.
        for path in sorted(incomplete.rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
    except OSError as error:
        raise storage_error(error, incomplete) from error


def room_for(plan: DownloadPlan, models: Path) -> Room:
    """What is missing of a model and what the disk has; asked before the start, or at any time.

    Raises:
        StorageFailed: the disk cannot be asked.
    """
    incomplete = incomplete_folder(models, plan.listing.repo_id)
    there = 0
    for file in plan.files:
        target = incomplete / file.name
        there += max(_size(target), _size(part_of(target, file)))
    place = models
    while not place.exists() and place.parent != place:
        place = place.parent
    try:
        free = shutil.disk_usage(place).free
    except OSError as error:
        raise storage_error(error, models) from error
    return Room(missing_bytes=plan.total_bytes - there, free_bytes=free)


def _check_space(plan: DownloadPlan, models: Path) -> None:
    room = room_for(plan, models)
    if not room.is_enough:
        raise StorageFull(
            "The download needs {missing} MB, and {free} MB are free at “{path}”.",
            "Free some space, or choose another folder.",
            missing=-(-room.missing_bytes // 1_000_000),
            free=room.free_bytes // 1_000_000,
            path=models,
        )


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0


@dataclass(slots=True)
class _Meter:
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
