"""Parts of a model taken from elsewhere: another VAE, text encoder or denoiser in place of its own.

The pipeline with the other parts is a new one that shares all the rest, so a part that cannot be
loaded takes nothing from the model in memory. Going back to the model's own part loads that again
from its folder: to keep it would cost the memory of both for as long as the other is in use.
"""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sdstudio.additions import AddedFile, Part, PartFiles
from sdstudio.diffusion.device import free_memory, is_out_of_memory
from sdstudio.diffusion.families import denoiser_name
from sdstudio.diffusion.fingerprint import fingerprint
from sdstudio.diffusion.importing import without_collections
from sdstudio.diffusion.loading import (
    LoadedModel,
    added_weights,
    describe,
    files_of,
    load_component,
    load_network,
)
from sdstudio.diffusion.preview import PatchMap, fetch_patch_map
from sdstudio.diffusion.single_file import digest_of, load_part_of_file
from sdstudio.diffusion.streaming import preview_decoders
from sdstudio.request import Cancelled, CorruptModel, OutOfMemory, UnsupportedModel

_log = logging.getLogger(__name__)


def config_of(model: LoadedModel, name: str) -> tuple[Mapping[str, Any], str]:
    """The config of a part that the model has now, and the part's class.

    Of a denoiser it tells also what that predicts, as ``prediction_type``.

    Raises:
        UnsupportedModel: it has no such part that could be swapped.
    """
    if name not in model.info.parts:
        raise UnsupportedModel(
            "“{model}” has no part called “{name}” that could be swapped.",
            "Its parts are: {known}.",
            model=model.info.name,
            name=name,
            known=", ".join(model.info.parts) or "–",
        )
    part = getattr(model.pipeline, name)
    config = part.config.to_dict() if hasattr(part.config, "to_dict") else dict(part.config)
    if name == denoiser_name(model.pipeline) and "prediction_type" in model.scheduler_config:
        config["prediction_type"] = model.scheduler_config["prediction_type"]
    return config, type(part).__name__


@without_collections()
def with_parts(
    model: LoadedModel,
    parts: tuple[Part, ...],
    files: tuple[PartFiles, ...],
    cache: Path,
    must_stop: Callable[[], bool],
) -> LoadedModel:
    """The same model with exactly these parts from elsewhere, the others its own.

    ``files`` are the checked files of ``parts``, in the same order. Only what differs from what the
    model has is loaded; ``cache`` is the folder of preview maps. LoRAs and embeddings are taken
    off. Call it in the model's thread, between runs; ``model`` must not be used afterwards.

    Raises:
        CorruptModel: a part's files are damaged or lack weights; ``model`` is as it was.
        OutOfMemory: there is no room for a part; ``model`` is as it was.
        Cancelled: ``must_stop`` answered true; ``model`` is as it was.
    """

    def check() -> None:
        if must_stop():
            raise Cancelled

    ran_out = False
    loaded: dict[str, Any] = {}
    try:
        for name in {each.name for each in (*model.parts, *parts)}:
            check()
            wanted = next((each for each in parts if each.name == name), None)
            if wanted not in model.parts:
                part = _load(model, name, next((e for e in files if e.name == name), None))
                loaded[name] = part.to(model.device.torch_device)
        check()
        vae = loaded.get("vae")
        patch_map = model.patch_map if vae is None else _fitted(vae, cache, check)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        ran_out = True  # what the traceback holds is freed only outside this block
    if ran_out:
        loaded.clear()
        free_memory(model.device)
        raise OutOfMemory(
            "The other part does not fit into the memory of {device} beside the model.",
            "Close other programs, or use the model's own.",
            device=model.device.label,
        )
    model.added.clear()
    pipeline = copy.copy(model.pipeline)
    pipeline.register_modules(**loaded)
    denoiser = denoiser_name(pipeline)
    swapped = next((each.weights() for each in files if each.name == denoiser), None)
    return replace(
        model,
        pipeline=pipeline,
        info=replace(describe(model.folder, pipeline, model.device), family=model.info.family),
        patch_map=patch_map,
        preview_decoders=preview_decoders(pipeline.vae, patch_map),
        fingerprint=fingerprint(swapped or files_of(model.folder, denoiser)),
        added=added_weights(model.folder, pipeline, model.device),
        parts=parts,
        part_files=tuple(
            AddedFile(
                kind=each.name,
                name=each.path.stem if each.is_file else Path(part.path).name,
                digest=fingerprint(each.weights())[:12],
            )
            for part, each in zip(parts, files, strict=True)
        ),
    )


def _load(model: LoadedModel, name: str, files: PartFiles | None) -> Any:
    """A part in main memory: from ``files``, or the model's own where that is None."""
    if files is None:
        component = next(each for each in model.folder.components if each.name == name)
        return load_component(model.folder, component, model.device.dtype)
    own, dtype = getattr(model.pipeline, name), model.device.dtype
    try:
        if files.is_file:
            part, missing = load_part_of_file(own, name, files.path, dtype)
        else:
            part, missing = load_network(type(own), files.path, dtype, files.variant)
    except Exception as error:
        if is_out_of_memory(error):
            raise
        # Third-party loaders raise nearly anything on damaged files.
        _log.info("the part %s of %s failed to load", name, files.path, exc_info=True)
        raise CorruptModel(
            "The “{name}” in “{path}” could not be loaded: its files are damaged or do not fit "
            "together ({kind}).",
            "Download or copy it again; the log has the details.",
            name=name,
            path=files.path,
            kind=type(error).__name__,
        ) from error
    if missing:
        raise CorruptModel(
            "The “{name}” in “{path}” does not fit this model: of its weights, {count} are missing "
            "or of another size, “{first}” among them.",
            "Choose one from a model of the same family.",
            name=name,
            path=files.path,
            count=len(missing),
            first=missing[0],
        )
    return part


def _fitted(vae: Any, cache: Path, check: Callable[[], None]) -> PatchMap:
    """The preview map of a VAE, which is known by its content wherever it lies."""
    config = {key: value for key, value in vae.config.items() if not key.startswith("_")}
    origin = [json.dumps(config, sort_keys=True, default=str), digest_of(vae)]
    return fetch_patch_map(vae, origin, cache / "preview-maps", check)
