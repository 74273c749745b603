"""Fetching a build for the user's card, unpacking it, trying it; and removing it again.

Wheels come into ``downloads`` and are gone on with after any interruption. They are unpacked into
``NAME.partial``, which gets its name when it is whole. Only a build that has computed on the card
is chosen. So what starts use is a whole build that works, or the app's own.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sdstudio.acceleration.plan import DOWNLOADS, AccelerationPlan, own_build, room_for
from sdstudio.acceleration.trial import try_build
from sdstudio.acceleration.wheel import unpack, unpacked_bytes
from sdstudio.files import storage_error
from sdstudio.models.download_progress import DownloadProgress, Meter, check_room, room_at
from sdstudio.models.fetching import fetch_file, part_of
from sdstudio.models.hub_errors import DownloadRunning
from sdstudio.models.hub_folders import alone
from sdstudio.models.scanning import bytes_on_disk
from sdstudio.torch_build import (
    RECORD,
    TorchBuild,
    choose,
    forget_choice,
    read_build,
    write_record,
)

PARTIAL = ".partial"
_ANY = "torch"

Stage = Literal["fetch", "unpack", "try"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallProgress:
    """How far an installation is; ``download`` tells more while it is fetching."""

    stage: Stage
    done_bytes: int
    total_bytes: int
    download: DownloadProgress | None = None


Report = Callable[[InstallProgress], None]


def install(
    plan: AccelerationPlan, folder: Path, report: Report, must_stop: Callable[[], bool]
) -> TorchBuild:
    """Fetches, unpacks, tries and chooses a build; starts use it from then on.

    ``report`` is called about ten times a second, in the caller's thread. Slow: never call it on
    the GUI thread. A build that is there already is only tried.

    Raises:
        DownloadFailed: an index could not be reached, or sent something else than it has listed.
        DownloadRunning: another program is doing the same.
        UnsoundWheel: what was fetched is no sound wheel.
        StorageFull, StorageFailed: there is too little space, or the folder refuses files.
        TrialFailed: all is there, but it does not work on this computer; nothing is chosen.
        Cancelled: ``must_stop`` answered true. What has come is kept for the next time.
    """
    downloads = folder / DOWNLOADS
    with alone(downloads, plan.name):
        build = read_build(folder / plan.name)
        if build is None or not own_build(build, plan):
            check_room(room_for(plan, folder), folder)
            _drop_others(plan, downloads)
            _fetch(plan, downloads, report, must_stop)
            build = _unpack(plan, folder, report, must_stop)
        report(InstallProgress(stage="try", done_bytes=0, total_bytes=0))
        try_build(build.folder, must_stop)
        choose(folder, build)
        with suppress(OSError):
            shutil.rmtree(downloads)
    _remove_builds(folder, kept=build.folder)
    return build


def try_again(build: TorchBuild, folder: Path, must_stop: Callable[[], bool]) -> str:
    """Tries a build that is there and chooses it if it works; the name of its card.

    Raises:
        TrialFailed, Cancelled: see ``try_build``.
        StorageFull, StorageFailed: the choice could not be written.
    """
    card = try_build(build.folder, must_stop)
    choose(folder, build)
    return card


def remove(folder: Path) -> int:
    """Starts use the app's own torch again; builds and downloads go. The bytes that are freed.

    A build that this process runs with stays until it is tidied up after the next start. Waits for
    the disk: never call it on the GUI thread.

    Raises:
        DownloadRunning: a build is being fetched.
        StorageFailed: the folder refuses.
    """
    before = bytes_on_disk(folder)
    with alone(folder / DOWNLOADS, _ANY):
        try:
            forget_choice(folder)
        except OSError as error:
            raise storage_error(error, folder) from error
        _remove_builds(folder, kept=None)
        with suppress(OSError):
            shutil.rmtree(folder / DOWNLOADS)
    return max(before - bytes_on_disk(folder), 0)


def tidy_up(folder: Path) -> None:
    """Removes what was given up while it was in use, or not unpacked to its end.

    Waits for the disk.
    """
    if not any(_given_up(folder)):
        return
    with suppress(DownloadRunning), alone(folder / DOWNLOADS, _ANY):
        for path in _given_up(folder):
            shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            (folder / DOWNLOADS).rmdir()


def _given_up(folder: Path) -> Iterator[Path]:
    """The builds that are none without their record, and that this process does not use."""
    for path in folder.glob("torch-*"):
        if not (path / RECORD).exists() and not _is_in_use(path):
            yield path


def _drop_others(plan: AccelerationPlan, downloads: Path) -> None:
    """Removes what an earlier download, of other wheels, has left."""
    targets = {downloads / file.wheel.name: file.source.file for file in plan.files}
    wanted = {*targets, *(part_of(target, file) for target, file in targets.items())}
    try:
        for path in downloads.iterdir():
            if path not in wanted:
                path.unlink()
    except OSError as error:
        raise storage_error(error, downloads) from error


def _fetch(
    plan: AccelerationPlan, downloads: Path, report: Report, must_stop: Callable[[], bool]
) -> None:
    def tell(progress: DownloadProgress) -> None:
        report(
            InstallProgress(
                stage="fetch",
                done_bytes=progress.done_bytes,
                total_bytes=progress.total_bytes,
                download=progress,
            )
        )

    meter = Meter(total=plan.total_bytes, report=tell)
    for file in plan.files:
        meter.begin(file.wheel.name)
        fetch_file(file.source, downloads / file.wheel.name, meter, must_stop)
        meter.end()


def _unpack(
    plan: AccelerationPlan, folder: Path, report: Report, must_stop: Callable[[], bool]
) -> TorchBuild:
    place = folder / plan.name
    partial = place.with_name(place.name + PARTIAL)
    wheels = [folder / DOWNLOADS / file.wheel.name for file in plan.files]
    total = sum(map(unpacked_bytes, wheels))
    done = told = 0

    def count(size: int) -> None:
        nonlocal done, told
        done += size
        if done - told > total // 200:
            told = done
            report(InstallProgress(stage="unpack", done_bytes=done, total_bytes=total))

    report(InstallProgress(stage="unpack", done_bytes=0, total_bytes=total))
    try:
        for left_over in (partial, place):
            if left_over.exists():
                shutil.rmtree(left_over)
        check_room(room_at(folder, total), folder)
        partial.mkdir(parents=True)
        for wheel in wheels:
            unpack(wheel, partial, count, must_stop)
        build = TorchBuild(folder=place, version=plan.version, size=done, card=plan.card)
        write_record(build, partial)
        if hasattr(os, "sync"):
            # Thousands of files at once, so that the name never stands for what is not there.
            os.sync()
        partial.rename(place)
    except OSError as error:
        raise storage_error(error, place) from error
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return build


def _remove_builds(folder: Path, kept: Path | None) -> None:
    for path in folder.glob("torch-*"):
        if path == kept:
            continue
        if _is_in_use(path):
            with suppress(OSError):
                (path / RECORD).unlink(missing_ok=True)
        else:
            shutil.rmtree(path, ignore_errors=True)


def _is_in_use(build: Path) -> bool:
    """Whether this process has imported torch from there, and may import more of it."""
    return "torch" in sys.modules and str(build) in sys.path
