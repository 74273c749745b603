"""LoRAs, textual inversions and swapped parts, checked before anything of them is loaded.

Read are headers and configs, never weights: a file that runs code, is damaged, or is made for
another family of models is refused in one sentence, and the model in memory knows nothing of it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sdstudio.additions import (
    Additions,
    ChosenAddition,
    EmbeddingFile,
    LoraFile,
    Part,
    PartFiles,
    embedding_word,
    stands_in,
)
from sdstudio.models.catalogue import check_weights
from sdstudio.models.checkpoint import SUFFIX
from sdstudio.models.detection import Detected, Family, detect_folder, detect_tensors
from sdstudio.models.folder_files import has_pickles, read_object
from sdstudio.models.safetensors_header import TensorEntry, read_described
from sdstudio.phrase import Phrase
from sdstudio.request import (
    CorruptModel,
    GenerationRequest,
    ModelNotFound,
    UnsafeModel,
    UnsupportedModel,
)

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "sd1": "Stable Diffusion 1",
        "sd2": "Stable Diffusion 2",
        "sdxl": "Stable Diffusion XL",
        "sd3": "Stable Diffusion 3",
        "flux": "FLUX",
    }
)
"""Families as people call them; one that cannot be told has no name."""

_OTHER_KINDS = (
    *(("hada_w", "LoHa"), ("lokr_w", "LoKr"), ("dora_scale", "DoRA")),
    *(("oft_blocks", "OFT"), ("oft_diag", "OFT")),
)
"""What of the names of tensors tells changes to a model that are no plain LoRA."""

_ADAPTER = "lora_adapter_metadata"
_MOST_VECTORS = 75
"""Vectors of a textual inversion: more than the text encoder reads have no place in a prompt."""

_HARMLESS = {
    *("peft_type", "task_type", "peft_version", "base_model_name_or_path", "revision"),
    *("inference_mode", "lora_dropout", "megatron_core", "qalora_group_size", "runtime_config"),
}
"""Settings of a LoRA that do nothing here by themselves."""

# What decides whether the model can work with another's part: its class by the name, then these.
_MUST_AGREE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "vae": ("latent_channels", "in_channels", "out_channels", "scaling_factor", "shift_factor"),
        "unet": (
            *("in_channels", "out_channels", "cross_attention_dim", "time_cond_proj_dim"),
            *("addition_embed_type", "projection_class_embeddings_input_dim"),
        ),
        "transformer": (
            *("in_channels", "out_channels", "patch_size", "joint_attention_dim"),
            *("pooled_projection_dim", "axes_dims_rope"),
        ),
    }
)
_TEXT_MUST_AGREE = ("hidden_size", "d_model", "vocab_size", "max_position_embeddings")
_USUAL: Mapping[str, object] = MappingProxyType(
    {"latent_channels": 4, "in_channels": 3, "out_channels": 3, "scaling_factor": 0.18215}
)
"""What VAEs have whose configs are older than the setting."""
_IN_A_FILE = ("vae", "unet")
"""Parts that can be told, and loaded, out of one file."""


def check_additions(request: GenerationRequest, family: Family, known: Additions) -> Additions:
    """Checks what a request adds to the weights of a model of this family.

    What is among ``known`` and was not written to since is not read again.

    Raises:
        ModelNotFound, UnsafeModel, CorruptModel, UnsupportedModel: as by ``check_lora`` and
            ``check_embedding``.
    """
    layers = {(each.path, each.stamp): each.layers for each in known.loras}
    seen = {(each.path, each.stamp) for each in known.embeddings}
    loras: list[LoraFile] = []
    for lora in request.loras:
        if lora.weight == 0:
            continue
        path = Path(lora.path).expanduser()
        stamp = _stamp("LoRA", path)
        count = layers.get((path, stamp)) or check_lora(path, family)
        loras.append(LoraFile(path=path, weight=lora.weight, layers=count, stamp=stamp))
    embeddings: list[EmbeddingFile] = []
    for each in request.embeddings:
        word = embedding_word(each)
        if not stands_in(word, request.prompt) and not stands_in(word, request.negative_prompt):
            continue
        path = Path(each).expanduser()
        stamp = _stamp("embedding", path)
        if (path, stamp) not in seen:
            check_embedding(path, family)
        embeddings.append(EmbeddingFile(path=path, word=word, stamp=stamp))
    return Additions(loras=tuple(loras), embeddings=tuple(embeddings))


def check_lora(path: Path, family: Family) -> int:
    """Checks that a file is a LoRA for models of ``family``; gives how many layers it changes.

    A family that cannot be told, on either side, fits: the shapes will tell.

    Raises:
        ModelNotFound: there is no such file.
        UnsafeModel: it is a pickle, or its settings would run more than a LoRA.
        CorruptModel: it is damaged.
        UnsupportedModel: it is no LoRA, of a kind that cannot be applied, or for other models.
    """
    return _checked_lora(path, family)[0]


def _checked_lora(path: Path, family: Family) -> tuple[int, Family]:
    """``check_lora``, and the family that the LoRA is for."""
    entries, metadata, found = _read(path, "LoRA")
    for mark, kind in _OTHER_KINDS:
        if any(mark in name for name in entries):
            raise UnsupportedModel(
                "“{path}” changes a model in a way that this version cannot apply ({kind}).",
                "Look for a version of it that is a plain LoRA.",
                path=path,
                kind=kind,
            )
    if found.kind != "lora":
        raise UnsupportedModel(
            "“{path}” is no LoRA.", "Choose a LoRA's .safetensors file.", path=path
        )
    _check_settings(path, metadata)
    _check_family("LoRA", path, found.family, family)
    layers = sum(1 for name in entries if re.search(r"lora[._](down|A|linear_layer\.down)", name))
    return layers, found.family


def check_embedding(path: Path, family: Family) -> Mapping[str, TensorEntry]:
    """Checks that a file is a textual inversion for models of ``family``; gives its tensors.

    Raises:
        ModelNotFound, UnsafeModel, CorruptModel: as by ``check_lora``.
        UnsupportedModel: it is no textual inversion, or one for other models.
    """
    return _checked_embedding(path, family)[0]


def _checked_embedding(path: Path, family: Family) -> tuple[Mapping[str, TensorEntry], Family]:
    """``check_embedding``, and the family that the textual inversion is for."""
    entries, _metadata, found = _read(path, "embedding")
    names = set(entries)
    is_one = len(names) == 1 or names == {"clip_l", "clip_g"}
    shapes = [entry.shape for entry in entries.values()]
    if not is_one or not all(
        len(shape) in (1, 2) and all(shape) and math.prod(shape[:-1]) <= _MOST_VECTORS
        for shape in shapes
    ):
        raise UnsupportedModel(
            "“{path}” is no textual inversion.",
            "Choose the .safetensors file of an embedding.",
            path=path,
        )
    _check_family(Phrase("embedding"), path, found.family, family)
    return entries, found.family


def check_part(part: Part, own: Mapping[str, Any], class_name: str) -> PartFiles:
    """Checks that ``part`` can be in the place of the model's own.

    Args:
        part: what to take, and where from.
        own: the config of the model's own part; for a denoiser also what it predicts, as
            ``prediction_type``.
        class_name: the class of that.

    Raises:
        ModelNotFound: there is nothing at its path, or no such part in it.
        UnsafeModel: its weights are pickles.
        CorruptModel: its files are damaged or missing.
        UnsupportedModel: it is something else, or does not fit the model.
    """
    path = Path(part.path).expanduser()
    if not path.exists():
        raise _missing(part.name, path)
    if not path.is_dir():
        _check_part_file(part.name, path)
        return PartFiles(name=part.name, path=path, is_file=True)
    folder = path
    if (path / "model_index.json").is_file():
        folder = path / part.name
        if part.name in ("unet", "transformer"):
            theirs = detect_folder(path).prediction_type
            if theirs != "unknown":
                _compare(part.name, folder, "prediction_type", {"prediction_type": theirs}, own)
        if not folder.is_dir():
            raise ModelNotFound(
                "The model “{path}” has no part called “{name}”.",
                "Choose another model of the same family.",
                path=path,
                name=part.name,
            )
    variant = check_weights(folder, part.name)
    config = read_object(folder / "config.json") or {}
    kind = config.get("_class_name") or next(iter(config.get("architectures") or ()), "unknown")
    if kind != class_name:
        raise _misfit(part.name, folder, "kind", kind, class_name)
    if part.name == "vae":
        config = {**_USUAL, **config}
    for key in _MUST_AGREE.get(part.name, _TEXT_MUST_AGREE):
        _compare(part.name, folder, key, config, own)
    if part.name == "vae":
        sides = [len(each.get("block_out_channels") or ()) for each in (config, own)]
        if sides[0] != sides[1]:
            raise _misfit("vae", folder, "block_out_channels", sides[0], sides[1])
    return PartFiles(name=part.name, path=folder, is_file=False, variant=variant)


def check_chosen(chosen: ChosenAddition) -> Family:
    """Checks what was chosen, as far as that can be done without a model; gives its family.

    Raises:
        ModelNotFound, UnsafeModel, CorruptModel, UnsupportedModel: as by ``check_lora``,
            ``check_embedding`` and ``check_part``.
    """
    path = Path(chosen.path).expanduser()
    if chosen.kind == "lora":
        return _checked_lora(path, "other")[1]
    if chosen.kind == "embedding":
        return _checked_embedding(path, "other")[1]
    if not path.exists():
        raise _missing(chosen.kind, path)
    if path.is_dir():
        return detect_folder(path).family if (path / "model_index.json").is_file() else "other"
    return _check_part_file(chosen.kind, path)


def _stamp(what: str, path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        raise _missing(what, path) from None
    return status.st_size, status.st_mtime_ns


def _read(path: Path, what: str) -> tuple[Mapping[str, TensorEntry], Mapping[str, str], Detected]:
    """The tensors of a file, what it says of itself, and what it is."""
    if not path.is_file():
        raise _missing(what, path)
    _check_suffix(path)
    entries, metadata = read_described(path)
    return entries, metadata, detect_tensors(entries, metadata)


def _missing(what: str, path: Path) -> ModelNotFound:
    return ModelNotFound(
        "The {what} “{path}” is not there.", "Choose its file again.", what=what, path=path
    )


def _check_suffix(path: Path) -> None:
    if has_pickles([path.name]):
        raise UnsafeModel(
            "“{path}” holds pickled weights, which can run code when they are loaded.",
            "Use a copy in the safetensors format.",
            path=path,
        )
    # As it is spelt: diffusers takes every other name for a pickle's.
    if path.suffix != SUFFIX:
        raise UnsupportedModel(
            "“{path}” is not named as safetensors files are.",
            "Choose a .safetensors file.",
            path=path,
        )


def _check_family(what: str, path: Path, theirs: Family, own: Family) -> None:
    if "other" in (theirs, own) or theirs == own:
        return
    raise UnsupportedModel(
        "The {what} “{path}” is for {theirs}, and the model is {own}.",
        "Choose one for this family, or another model.",
        what=what,
        path=path,
        theirs=FAMILIES[theirs],
        own=FAMILIES[own],
    )


def _check_settings(path: Path, metadata: Mapping[str, str]) -> None:
    """Checks the settings that diffusers writes into a LoRA, and hands to peft as they are.

    Among those that peft knows are names of modules to import and patterns to search with.
    """
    text = metadata.get(_ADAPTER)
    if not text:
        return
    try:
        settings = json.loads(text)
        wrong = [name for name, value in settings.items() if not _is_plain(name, value)]
    except (ValueError, AttributeError, RecursionError):
        raise CorruptModel(
            "The settings in the LoRA “{path}” make no sense.", "Download it again.", path=path
        ) from None
    if wrong:
        raise UnsafeModel(
            "The LoRA “{path}” asks for more than a LoRA: its setting “{name}” is not applied.",
            "Look for another version of it.",
            path=path,
            name=wrong[0],
        )


def _is_plain(name: str, value: Any) -> bool:
    setting = name.rpartition(".")[2]
    if not value or setting in _HARMLESS:
        return True
    match setting:
        case "r" | "lora_alpha":
            return isinstance(value, int | float) and 0 < value < 2**31
        case "use_rslora" | "lora_bias":
            return value is True
        case "init_lora_weights":
            return value is True or value == "gaussian"
        case "bias":
            return bool(value == "none")
        case "target_modules":
            return isinstance(value, list) and all(map(_is_module, value))
        case "rank_pattern" | "alpha_pattern":
            return isinstance(value, dict) and all(
                _is_module(key) and isinstance(number, int | float) for key, number in value.items()
            )
    return False


def _is_module(name: object) -> bool:
    """Whether it is a plain name: peft takes such names for patterns, which can be made slow."""
    return isinstance(name, str) and re.fullmatch(r"\^?[\w.]{1,500}\$?", name) is not None


def _check_part_file(name: str, path: Path) -> Family:
    """Checks that a file holds such a part; gives the family that it is for."""
    if name not in _IN_A_FILE:
        raise UnsupportedModel(
            "“{path}” is a single file, and a “{name}” is taken from folders only.",
            "Choose its folder in diffusers' format, or that of a whole model.",
            path=path,
            name=name,
        )
    _entries, _metadata, found = _read(path, name)
    if found.kind not in ({"vae": "vae", "unet": "denoiser"}[name], "checkpoint"):
        raise UnsupportedModel(
            "“{path}” holds no “{name}”.", "Choose another file.", path=path, name=name
        )
    return found.family


def _compare(
    name: str, path: Path, key: str, config: Mapping[str, Any], own: Mapping[str, Any]
) -> None:
    """What a config lacks is the default of its class, and so is not known here."""
    if key not in config or key not in own:
        return
    theirs, ours = config[key], own[key]
    if isinstance(theirs, list) and not isinstance(ours, int | float):
        theirs, ours = list(theirs), list(ours or ())
    if theirs != ours:
        raise _misfit(name, path, key, theirs, ours)


def _misfit(name: str, path: Path, key: str, theirs: object, own: object) -> UnsupportedModel:
    return UnsupportedModel(
        "The “{name}” in “{path}” does not fit this model: its {key} is {theirs}, and the model "
        "needs {own}.",
        "Choose one from a model of the same family.",
        name=name,
        path=path,
        key=key,
        theirs=theirs,
        own=own,
    )
