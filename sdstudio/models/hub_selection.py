"""Which files of a repository the app needs: configs, tokenizers, and the weights once.

Not needed, and so never downloaded: pickles, the weights of other frameworks, a second precision,
checkpoints in one file, pictures, and code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sdstudio.models.catalogue import (
    DELETABLE,
    LIBRARIES,
    PIPELINES,
    WEIGHT_NAMES,
    WITHOUT_WEIGHTS,
)
from sdstudio.models.folder_files import INCOMPLETE_SUFFIX, has_pickles
from sdstudio.request import CorruptModel, InvalidRequest, UnsafeModel, UnsupportedModel

INDEX = "model_index.json"

_TEXTS = (".json", ".txt", ".model")
"""Endings of what tokenizers, schedulers and image processors consist of."""
_MOST_TEXT = 64 << 20
"""Bytes; the largest tokenizers have half as many."""
_FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,199}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteFile:
    """A file as the hub lists it: bytes, and either its SHA-256 or git's SHA-1 of it."""

    name: str
    size: int
    sha256: str | None
    git_sha1: str | None

    @property
    def digest(self) -> str:
        """The checksum, whichever it is."""
        return self.sha256 or self.git_sha1 or ""


def check_repo_id(repo_id: str) -> str:
    """A repository's name as the hub spells it: ``owner/name``.

    Raises:
        InvalidRequest: it is none.
    """
    part = r"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,94}[A-Za-z0-9_\-])?"
    bad = ("--" in repo_id, ".." in repo_id, repo_id.endswith((INCOMPLETE_SUFFIX, ".git")))
    if any(bad) or not re.fullmatch(f"{part}/{part}", repo_id):
        raise InvalidRequest(
            "“{repo_id}” is no name of a model on the hub.",
            "Write it as owner/name, as in stable-diffusion-v1-5/stable-diffusion-v1-5.",
            repo_id=repo_id,
        )
    return repo_id


def remote_file(
    repo_id: str, name: object, size: object, sha256: object, git_sha1: object
) -> RemoteFile:
    """One entry of a listing, which may hold anything.

    Raises:
        UnsafeModel: its name leaves the folder.
        CorruptModel: it has no size or no checksum.
    """
    if not isinstance(name, str) or not _is_inside(name):
        raise UnsafeModel(
            "“{repo_id}” lists a file outside its own folder: “{name}”.",
            "Do not use this model.",
            repo_id=repo_id,
            name=name,
        )
    kept_sha256 = _hex(sha256, 64)
    # An LFS file's SHA-1 is that of the pointer in git, not that of the file.
    kept_sha1 = _hex(git_sha1, 40) if sha256 is None else None
    if not isinstance(size, int) or size < 0 or not (kept_sha256 or kept_sha1):
        raise CorruptModel(
            "The hub does not tell the size and the checksum of “{name}” of “{repo_id}”.",
            "Use another hub, or download the model by other means.",
            repo_id=repo_id,
            name=name,
        )
    return RemoteFile(name=name, size=size, sha256=kept_sha256, git_sha1=kept_sha1)


def _is_inside(name: str) -> bool:
    if "\\" in name or ":" in name or any(ord(letter) < 32 for letter in name):
        return False
    return all(part not in ("", ".", "..") for part in name.split("/"))


def _hex(value: object, length: int) -> str | None:
    if isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{length}}}", value):
        return value
    return None


def check_has_index(repo_id: str, names: Iterable[str]) -> None:
    """Checks that the repository is a diffusers model.

    Raises:
        UnsafeModel: it holds pickles only.
        UnsupportedModel: it is something else.
    """
    known = list(names)
    if INDEX in known:
        return
    if has_pickles(known) and not any(name.endswith(".safetensors") for name in known):
        raise UnsafeModel(
            "“{repo_id}” holds only pickled weights, which can run code when they are loaded.",
            "Look for a copy of the model with safetensors weights.",
            repo_id=repo_id,
        )
    raise UnsupportedModel(
        "“{repo_id}” is not a diffusers model: it has no model_index.json.",
        "Choose a repository in diffusers' format.",
        repo_id=repo_id,
    )


def components(repo_id: str, index: Mapping[str, Any]) -> dict[str, bool]:
    """The components that the model's index names, and whether they have weights.

    Raises:
        UnsupportedModel: a pipeline that this version cannot run.
        UnsafeModel: a component is code of the model's own.
    """
    kind = index.get("_class_name")
    if kind not in PIPELINES:
        raise UnsupportedModel(
            "“{repo_id}” is a {kind}, which this version cannot run.",
            "It runs models of these kinds: {known}.",
            repo_id=repo_id,
            kind=kind if isinstance(kind, str) else "model of an unknown kind",
            known=", ".join(PIPELINES),
        )
    found: dict[str, bool] = {}
    for name, value in index.items():
        if not isinstance(value, list) or len(value) != 2 or None in value:
            continue
        library, class_name = value
        if library not in LIBRARIES or not re.fullmatch(r"[a-z][a-z0-9_]{0,60}", name):
            raise UnsafeModel(
                "“{repo_id}” wants to run code of its own for its “{name}” ({library}).",
                "Only models built from diffusers and transformers are loaded.",
                repo_id=repo_id,
                name=name,
                library=library,
            )
        found[name] = not str(class_name).endswith(WITHOUT_WEIGHTS)
    return found


def is_left_out(names: Iterable[str], component: str) -> bool:
    """Whether the repository lacks this component, and the model works without."""
    return component in DELETABLE and not any(name.startswith(f"{component}/") for name in names)


def component_folder(names: Iterable[str], component: str) -> str:
    """Where a component's files are: in its own folder, or beside the index (then empty).

    The latter is how the first models without a prompt were published.
    """
    return component if any(name.startswith(f"{component}/") for name in names) else ""


def weights_entry(
    names: Iterable[str], repo_id: str, component: str, folder: str, variant: str | None
) -> str:
    """The component's weights in the variant, else in another: one file, or the index of shards.

    Raises:
        UnsafeModel: there are pickles only.
        CorruptModel: there are no weights.
    """
    start = f"{folder}/" if folder else ""
    inside = {name for name in names if name.startswith(start) and "/" not in name[len(start) :]}
    for one in (variant, None, "fp16"):
        infix = f".{one}" if one else ""
        for stem in WEIGHT_NAMES:
            for name in (f"{stem}{infix}.safetensors", f"{stem}.safetensors.index{infix}.json"):
                if f"{start}{name}" in inside:
                    return f"{start}{name}"
    if has_pickles(inside):
        raise UnsafeModel(
            "“{repo_id}” has only pickled weights for “{name}”, which can run code when loaded.",
            "Look for a copy of the model with safetensors weights.",
            repo_id=repo_id,
            name=component,
        )
    raise CorruptModel(
        "“{repo_id}” has no weights for its “{name}”.",
        "Look for another copy of the model.",
        repo_id=repo_id,
        name=component,
    )


def shards(index_name: str, index: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """The weight files that an index of shards names.

    Raises:
        UnsafeModel: one of them lies outside the component's folder.
        CorruptModel: the index names none, or one that the repository does not hold.
    """
    known = set(names)
    folder, slash, _ = index_name.rpartition("/")
    start = folder + slash
    weight_map = index.get("weight_map")
    found = set(map(str, weight_map.values())) if isinstance(weight_map, dict) else set()
    for name in found:
        if not _FILE_NAME.fullmatch(name) or not name.endswith(".safetensors"):
            raise UnsafeModel(
                "“{index}” names a weight file outside its own folder: “{name}”.",
                "Do not use this model.",
                index=index_name,
                name=name,
            )
    if not found or not all(f"{start}{name}" in known for name in found):
        raise CorruptModel(
            "The model is incomplete: “{index}” does not list weight files that are there.",
            "Look for another copy of the model.",
            index=index_name,
        )
    return [f"{start}{name}" for name in sorted(found)]


def texts(files: Iterable[RemoteFile], where: str, has_weights: bool) -> list[str]:
    """The files in a component's folder beside its weights; of one with weights ``config.json``."""
    found = []
    for file in files:
        folder, _, name = file.name.rpartition("/")
        if folder != where or not _FILE_NAME.fullmatch(name) or file.size > _MOST_TEXT:
            continue
        if name == "config.json" or (not has_weights and name.endswith(_TEXTS)):
            found.append(file.name)
    return found
