"""Which files of a model are pickles, and what each becomes when the model is converted.

Nothing of a pickle is read here but its bytes, for the checksum.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sdstudio.models.folder_files import has_pickles, read_object, reading
from sdstudio.models.safetensors_header import read_header
from sdstudio.request import CorruptModel, InvalidRequest, ModelNotFound

RECORD = "origin.json"
"""Beside each converted model: what it was made from."""

_CHUNK = 4 * 1024**2
_LONGEST_NAME = 200
"""Bytes of a name; with the new ending and a mark it must stay within a file system's 255."""
_KEPT = (".json", ".txt", ".model", ".md", ".safetensors")
"""Endings of the files of a model's folder that are taken along as they are. Code is not."""
_WEIGHTS = re.compile(
    r"(?P<stem>diffusion_pytorch_model|pytorch_model)"
    r"(?P<rest>(\.fp16)?(-\d{5}-of-\d{5})?(\.fp16)?)\.bin"
)
_INDEX = re.compile(
    r"(?P<stem>diffusion_pytorch_model|pytorch_model)\.bin\.index(?P<variant>\.fp16)?\.json"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What becomes of a model's files; all paths are relative to ``source`` and to the new model.

    For a single file, ``source`` is the folder it lies in. ``name`` is what the new file or folder
    is called; ``is_folder`` tells which. ``pickles``, ``copies`` and ``indexes`` are pairs of an
    old and a new path; an index lists which tensor lies in which file.
    """

    source: Path
    name: str
    is_folder: bool
    pickles: tuple[tuple[str, str], ...]
    copies: tuple[tuple[str, str], ...] = ()
    indexes: tuple[tuple[str, str], ...] = ()

    @property
    def pickled_bytes(self) -> int:
        """Bytes of all pickles together."""
        return sum((self.source / old).stat().st_size for old, _new in self.pickles)


def plan_conversion(path: Path) -> Conversion:
    """What is to be done with the model at ``path``, a file or a diffusers folder.

    Raises:
        ModelNotFound: there is none, or it cannot be read.
        InvalidRequest: there is nothing to convert.
        UnsafeModel, CorruptModel: a file that calls itself safetensors is none.
    """
    with reading(path):
        if path.is_dir():
            return _plan_folder(path)
        if not path.is_file():
            raise ModelNotFound("There is no model at “{path}”.", "Check the path.", path=path)
    if path.suffix.lower() == ".safetensors":
        read_header(path)
        raise InvalidRequest(
            "“{path}” is in the safetensors format already.", "Open it as it is.", path=path
        )
    if not has_pickles([path.name]):
        raise InvalidRequest(
            "“{path}” is no file of pickled weights.",
            "These end in .ckpt, .pt, .pth or .bin.",
            path=path,
        )
    # The original code's config says what the network predicts; it is looked for beside the file.
    config, stem = path.with_suffix(".yaml"), shortened(path.stem)
    return Conversion(
        source=path.parent,
        name=f"{stem}.safetensors",
        is_folder=False,
        pickles=((path.name, f"{stem}.safetensors"),),
        copies=((config.name, f"{stem}.yaml"),) if config.is_file() else (),
    )


def shortened(name: str) -> str:
    """``name`` with room for an ending and a mark."""
    return os.fsencode(name)[:_LONGEST_NAME].decode("utf-8", "ignore")


def digest_of(conversion: Conversion, read: Callable[[int], None]) -> str:
    """SHA-256 over all that is converted, in hexadecimal; ``read`` is told bytes as they are read.

    As slow as the disk.

    Raises:
        ModelNotFound: a file cannot be read.
    """
    digest = hashlib.sha256()
    for old, new in (*conversion.pickles, *conversion.indexes, *conversion.copies):
        path = conversion.source / old
        with reading(path), path.open("rb") as file:
            if conversion.is_folder:
                digest.update(f"\0{new}\0".encode("utf-8", "surrogateescape"))
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                read(len(chunk))
    return digest.hexdigest()


def translated_index(path: Path) -> bytes:
    """The list of a model's weight files, as it is for the converted ones.

    Raises:
        CorruptModel: it is damaged, or names what is no file of this folder.
    """
    index = read_object(path) or {}
    old = index.get("weight_map")
    weight_map: dict[str, str] = {}
    for tensor, name in (old if isinstance(old, dict) else {}).items():
        found = _WEIGHTS.fullmatch(str(name))
        if found is None:
            weight_map.clear()
            break
        weight_map[tensor] = _new_name(found)
    if not weight_map:
        raise CorruptModel(
            "“{path}” does not list its weight files.",
            "Download or copy the model again.",
            path=path,
        )
    return json.dumps({"metadata": {}, "weight_map": weight_map}).encode("ascii")


def _plan_folder(path: Path) -> Conversion:
    if not (path / "model_index.json").is_file():
        raise InvalidRequest(
            "“{path}” is not the folder of a diffusers model.",
            "Choose the folder that holds model_index.json, or a single file.",
            path=path,
        )
    pickles: list[tuple[str, str]] = []
    copies: list[tuple[str, str]] = []
    indexes: list[tuple[str, str]] = []
    for folder in (path, *sorted(one for one in path.iterdir() if one.is_dir())):
        names = {one.name for one in folder.iterdir() if one.is_file()}
        at = "" if folder == path else f"{folder.name}/"
        has_safetensors = any(name.endswith(".safetensors") for name in names)
        for name in sorted(names):
            if found := _WEIGHTS.fullmatch(name):
                if not has_safetensors:
                    pickles.append((at + name, at + _new_name(found)))
            elif found := _INDEX.fullmatch(name):
                if not has_safetensors:
                    new = f"{_new_stem(found)}.safetensors.index{found['variant'] or ''}.json"
                    indexes.append((at + name, at + new))
            elif name.endswith(_KEPT):
                copies.append((at + name, at + name))
    if not pickles:
        raise InvalidRequest(
            "“{path}” holds no pickled weights to convert.", "Open it as it is.", path=path
        )
    return Conversion(
        source=path,
        name=shortened(path.absolute().name),
        is_folder=True,
        pickles=tuple(pickles),
        copies=tuple(copies),
        indexes=tuple(indexes),
    )


def _new_stem(found: re.Match[str]) -> str:
    # transformers calls the same file “model” in the new format.
    return "model" if found["stem"] == "pytorch_model" else found["stem"]


def _new_name(found: re.Match[str]) -> str:
    return f"{_new_stem(found)}{found['rest']}.safetensors"
