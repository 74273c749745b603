"""Models from the Hugging Face hub, each in a folder of its own under the models folder.

``plan_download`` asks the hub what is needed and how much it is; ``download`` fetches it into
``NAME.incomplete`` and gives the folder its name when every file is there and checked. So a folder
without that ending is a whole model, and a download may be stopped or killed at any moment: the
next one goes on with what is there. Only one runs at a time for a model.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sdstudio.files import storage_error
from sdstudio.model_folder import UNCONDITIONAL
from sdstudio.models.catalogue import resolve
from sdstudio.models.download_progress import (
    DownloadProgress,
    Meter,
    Room,
    check_room,
    room_at,
    size_on_disk,
)
from sdstudio.models.fetching import fetch_file, fetch_small, part_of
from sdstudio.models.hub_client import Hub, Listing
from sdstudio.models.hub_errors import DownloadFailed
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

_MOST_INDEX = 32 << 20
"""Bytes; the largest indices of shards have a few hundred thousand."""


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
        data = fetch_small(hub.source(listing, files[name]), _MOST_INDEX, must_stop)
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
        check_room(room_for(plan, models), models)
        meter = Meter(total=plan.total_bytes, report=progress)
        for file in plan.files:
            meter.begin(file.name)
            fetch_file(hub.source(plan.listing, file), incomplete / file.name, meter, must_stop)
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
        there += max(size_on_disk(target), size_on_disk(part_of(target, file)))
    return room_at(models, plan.total_bytes - there)
