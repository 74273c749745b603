"""What people type for a model: beside what ``catalogue.resolve`` takes, a name on the hub."""

from __future__ import annotations

import re
from pathlib import Path

from sdstudio.models.catalogue import resolve
from sdstudio.models.hub_folders import model_folder
from sdstudio.models.hub_selection import check_repo_id
from sdstudio.models.recommended import present_name
from sdstudio.models.scanning import snapshots_of
from sdstudio.request import BUILT_IN, InvalidRequest, ModelNotFound, SdstudioError

_NAME = re.compile(r"[^/\\~.][^/\\]*/[^/\\]+")


def typed_reference(typed: str, models: Path, hub_cache: Path, resources: Path) -> str:
    """The reference of what was typed: a model that is built in, a path, or ``owner/name``.

    A path that is there comes first. Such a name is that of a model downloaded into the folder
    ``models``, else of a whole one in the Hugging Face cache, also under an earlier name of it.
    Reads a few small files; asks no hub.

    Raises:
        ModelNotFound: it is a name on the hub, and not downloaded.
    """
    if typed in BUILT_IN:
        return typed
    path = Path(typed).expanduser().absolute()
    if not _NAME.fullmatch(typed) or path.exists():
        return str(path)
    try:
        names = tuple(dict.fromkeys((check_repo_id(typed), present_name(typed))))
    except InvalidRequest:
        return str(path)
    for name in names:
        for folder in (model_folder(models, name), *snapshots_of(hub_cache, name)):
            try:
                resolve(str(folder), resources)
            except SdstudioError:
                continue  # not there, or not whole
            return str(folder)
    raise ModelNotFound(
        "“{name}” is neither a path nor a model that has been downloaded.",
        "Download it first: sdstudio models download {name}",
        name=names[-1],
    )
