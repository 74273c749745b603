"""From a checked model folder to a diffusers pipeline in memory."""

from __future__ import annotations

import hashlib
import importlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from transformers import CLIPTokenizer

from sdstudio.additions import AddedFile, Part
from sdstudio.diffusion.added_weights import AddedWeights
from sdstudio.diffusion.device import Device, free_memory, is_out_of_memory
from sdstudio.diffusion.families import (
    denoiser_name,
    denoiser_of,
    has_guidance,
    has_negative_prompt,
    has_prompt,
    max_side,
    max_tokens,
    min_side,
    size_factor,
    swappable,
    takes_embeddings,
    takes_loras,
)
from sdstudio.diffusion.fingerprint import fingerprint
from sdstudio.diffusion.importing import without_collections
from sdstudio.diffusion.preview import PatchMap, fetch_patch_map
from sdstudio.diffusion.schedulers import make_scheduler, schedulers_for
from sdstudio.diffusion.single_file import digest_of, load_network_part, load_setting_part
from sdstudio.diffusion.streaming import PreviewDecoder, preview_decoders
from sdstudio.diffusion.tokenizing import PatientCLIPTokenizer
from sdstudio.diffusion.unconditional import has_vae, identity_map
from sdstudio.model_folder import UNCONDITIONAL, Component, ModelFolder
from sdstudio.pipelines import PIPELINES
from sdstudio.request import (
    Cancelled,
    CorruptModel,
    ModelInfo,
    OutOfMemory,
    UnsafeModel,
)

_log = logging.getLogger(__name__)

_MAY_LACK = {"safety_checker", "text_encoder_3", "tokenizer_3", "image_encoder"}
"""What a pipeline asks for and runs without: the T5 of Stable Diffusion 3 is often left out."""


@dataclass(frozen=True, slots=True, eq=False)
class LoadedModel:
    """A pipeline on its device. It belongs to the thread that loaded it.

    ``scheduler_config`` is the config of the scheduler that came with the model; the pipeline's
    own scheduler is replaced by each run. ``preview_decoders`` are ordered from the best to the
    cheapest; ``fingerprint`` tells the denoiser's weights from all others.

    ``parts`` are in the place of the folder's own, and ``part_files`` tell their content; ``added``
    is what the pipeline has beside its weights at the moment.
    """

    folder: ModelFolder
    pipeline: Any
    device: Device
    info: ModelInfo
    scheduler_config: dict[str, Any]
    patch_map: PatchMap
    preview_decoders: tuple[PreviewDecoder, ...]
    fingerprint: str
    added: AddedWeights
    parts: tuple[Part, ...] = ()
    part_files: tuple[AddedFile, ...] = ()

    @property
    def identity(self) -> str:
        """The ``fingerprint`` and, where there is any, a "+" and what is added or swapped now."""
        digests = [each.digest for each in (*self.part_files, *self.added.files)]
        if not digests:
            return self.fingerprint
        told = f"{digests} {[each.weight for each in self.added.now.loras]}"
        return f"{self.fingerprint}+{hashlib.sha256(told.encode()).hexdigest()[:16]}"

    @property
    def denoiser(self) -> torch.nn.Module:
        """The network that is called at every step."""
        return denoiser_of(self.pipeline)

    def make_scheduler(self, scheduler_id: str, changes: Mapping[str, object] | None = None) -> Any:
        """A fresh scheduler for this model; ``changes`` are values set over its config before.

        Raises:
            InvalidRequest: the scheduler is for models of another kind.
        """
        config = {**self.scheduler_config, **(changes or {})}
        return make_scheduler(scheduler_id, config, self.folder.pipeline_class)


@without_collections()
def load(
    folder: ModelFolder, device: Device, cache: Path, must_stop: Callable[[], bool]
) -> LoadedModel:
    """Loads a model component by component; ``must_stop`` is asked in between.

    ``cache`` is the folder where preview maps are kept.

    Raises:
        CorruptModel: files do not fit together or lack weights.
        UnsafeModel: a component is no class of diffusers or transformers that may be loaded.
        OutOfMemory: the model does not fit; whatever was loaded before is untouched.
        Cancelled: ``must_stop`` answered true.
    """
    ran_out = False
    device = _with_room(device, folder)
    try:
        parts: dict[str, Any] = {}
        for component in folder.components:
            _check(must_stop)
            parts[component.name] = load_component(folder, component, device.dtype)
        _check(must_stop)
        pipeline = _assemble(folder, parts)
        pipeline.to(device.torch_device)
        patch_map = _patch_map(folder, pipeline, cache, must_stop)
    except Exception as error:
        if not is_out_of_memory(error):
            raise
        ran_out = True  # what the traceback holds is freed only outside this block
    if ran_out:
        free_memory(device)
        raise OutOfMemory(
            "“{name}” does not fit into the memory of {device}.",
            "Close other programs, or use a smaller model.",
            name=folder.name,
            device=device.label,
        )
    pipeline.set_progress_bar_config(disable=True)
    return LoadedModel(
        folder=folder,
        pipeline=pipeline,
        device=device,
        info=describe(folder, pipeline, device),
        scheduler_config=dict(pipeline.scheduler.config),
        patch_map=patch_map,
        preview_decoders=preview_decoders(getattr(pipeline, "vae", None), patch_map),
        fingerprint=fingerprint(files_of(folder, denoiser_name(pipeline))),
        added=added_weights(folder, pipeline, device),
    )


def added_weights(folder: ModelFolder, pipeline: Any, device: Device) -> AddedWeights:
    """What keeps the books of a pipeline that has nothing but its own weights."""

    def fresh_tokenizer(name: str) -> Any:
        component = next(each for each in folder.components if each.name == name)
        return load_component(folder, component, device.dtype)

    return AddedWeights(pipeline, device, fresh_tokenizer)


def _patch_map(
    folder: ModelFolder, pipeline: Any, cache: Path, must_stop: Callable[[], bool]
) -> PatchMap:
    if not has_vae(pipeline):
        channels = int(pipeline.unet.config.in_channels)
        return identity_map(channels).to(pipeline.device)
    config = folder.path / "vae" / "config.json"
    return fetch_patch_map(
        pipeline.vae,
        # Of a checkpoint the VAE is a small share, and the whole takes many seconds to read.
        [config, digest_of(pipeline.vae)]
        if folder.single_file is not None
        else [config, *files_of(folder, "vae")],
        cache / "preview-maps",
        lambda: _check(must_stop),
    )


def files_of(folder: ModelFolder, component: str) -> list[Path]:
    """The files with this component's weights."""
    if folder.single_file is not None:
        return [folder.single_file.path]
    return list(folder.part(component).glob("*.safetensors"))


def _check(must_stop: Callable[[], bool]) -> None:
    if must_stop():
        raise Cancelled


def _with_room(device: Device, folder: ModelFolder) -> Device:
    """The device with a dtype that has room for the model's numbers.

    FLUX and many since were trained in bfloat16, and some values of their text encoders overflow
    float16. Networks without a prompt are small, and at their thousand steps rounding adds up in
    the very pixels.
    """
    if folder.pipeline_class in UNCONDITIONAL:
        return replace(device, dtype=torch.float32)
    if PIPELINES[folder.pipeline_class].needs_bfloat16 and device.dtype == torch.float16:
        return replace(device, dtype=torch.bfloat16)
    return device


def load_component(folder: ModelFolder, component: Component, dtype: torch.dtype) -> Any:
    """A part of a model by itself, in main memory.

    Raises:
        CorruptModel: its files are damaged or lack weights.
        UnsafeModel: it is no class of diffusers or transformers that may be loaded.
    """
    component_class = _find_class(folder, component)
    path = folder.part(component.name)
    file = folder.single_file
    try:
        if file is not None and not component.has_weights:
            return load_setting_part(component_class, folder, component, file)
        if not component.has_weights:
            return component_class.from_pretrained(path, local_files_only=True)
        if file is not None:
            loaded, missing = load_network_part(component_class, folder, component, file, dtype)
        else:
            loaded, missing = load_network(component_class, path, dtype, component.variant)
    except Exception as error:
        if is_out_of_memory(error):
            raise
        # Third-party loaders raise nearly anything on damaged files.
        _log.info("component %s of %s failed to load", component.name, path, exc_info=True)
        raise CorruptModel(
            "The model's “{name}” could not be loaded: its files are damaged or do not fit "
            "together ({kind}).",
            "Download or copy the model again; the log has the details.",
            name=component.name,
            kind=type(error).__name__,
        ) from error
    if missing and file is not None:
        raise CorruptModel(
            "“{path}” does not fit its family: of the weights of its “{name}”, {count} are "
            "missing or of another size, “{first}” among them.",
            "Download or copy it again; if it is whole, it is of a kind this version cannot load.",
            path=file.path,
            name=component.name,
            count=len(missing),
            first=missing[0],
        )
    if missing:
        raise CorruptModel(
            "The model's “{name}” is incomplete: {count} of its weights are missing, “{first}” "
            "among them.",
            "Download or copy the model again.",
            name=component.name,
            count=len(missing),
            first=missing[0],
        )
    return loaded


def load_network(
    network_class: Any, path: Path, dtype: torch.dtype, variant: str | None = None
) -> tuple[Any, list[str]]:
    """A network of diffusers or transformers from safetensors, and the weights its files lack.

    With any of these it is of no use. ``variant`` is part of the files' names, as in fp16. On
    damaged files this raises nearly anything.
    """
    loaded, report = network_class.from_pretrained(
        path,
        dtype=dtype,
        variant=variant,
        use_safetensors=True,
        local_files_only=True,
        output_loading_info=True,
    )
    # Both libraries fill missing weights with random numbers and carry on.
    missing = sorted(report["missing_keys"]) + [str(key) for key in report["mismatched_keys"]]
    return loaded.eval(), missing


def _find_class(folder: ModelFolder, component: Component) -> Any:
    """The class of a component: public, and of a kind whose loading runs no code of the folder."""
    home = {
        "diffusers": "diffusers",
        "transformers": "transformers",
        "stable_diffusion": "diffusers.pipelines.stable_diffusion",
    }.get(component.library)
    found = None
    if home is not None and not component.class_name.startswith("_"):
        found = getattr(importlib.import_module(home), component.class_name, None)
    if not isinstance(found, type) or not hasattr(found, "from_pretrained"):
        raise UnsafeModel(
            "“{path}” asks for “{library}.{class_name}”, which is no model class.",
            "Only models built from diffusers and transformers are loaded.",
            path=folder.path,
            library=component.library,
            class_name=component.class_name,
        )
    return PatientCLIPTokenizer if found is CLIPTokenizer else found


def _assemble(folder: ModelFolder, parts: dict[str, Any]) -> Any:
    pipeline_class = getattr(importlib.import_module("diffusers"), folder.pipeline_class)
    try:
        # Everything heavy is in ``parts``; this adds what model_index.json says beside it.
        # What the folder may lack and lacks is passed as None, or it would be looked for.
        wanted = dict.fromkeys(_MAY_LACK & _parameters(pipeline_class)) | parts
        return pipeline_class.from_pretrained(folder.path, **wanted, local_files_only=True)
    except Exception as error:
        if is_out_of_memory(error):
            raise
        _log.info("pipeline of %s failed to assemble", folder.path, exc_info=True)
        raise CorruptModel(
            "The parts of “{name}” do not make a {pipeline_class} ({kind}).",
            "Download or copy the model again; the log has the details.",
            name=folder.name,
            pipeline_class=folder.pipeline_class,
            kind=type(error).__name__,
        ) from error


def _parameters(pipeline_class: Any) -> set[str]:
    return set(pipeline_class._get_signature_keys(pipeline_class)[0]) | set(
        pipeline_class._optional_components
    )


def describe(folder: ModelFolder, pipeline: Any, device: Device) -> ModelInfo:
    """What is to be known of a pipeline made from a folder."""
    return ModelInfo(
        reference=folder.reference,
        name=folder.name,
        pipeline_class=folder.pipeline_class,
        size_factor=size_factor(pipeline),
        min_side=min_side(pipeline),
        max_side=max_side(pipeline),
        defaults=folder.defaults,
        max_tokens=max_tokens(pipeline),
        device=device.label,
        dtype=device.dtype_name,
        parameters=sum(
            parameter.numel()
            for part in pipeline.components.values()
            if isinstance(part, torch.nn.Module)
            for parameter in part.parameters()
        ),
        schedulers=schedulers_for(folder.pipeline_class, pipeline.scheduler.config),
        has_prompt=has_prompt(pipeline),
        has_negative_prompt=has_negative_prompt(pipeline),
        has_guidance=has_guidance(pipeline),
        parts=swappable(pipeline),
        takes_loras=takes_loras(pipeline),
        takes_embeddings=takes_embeddings(pipeline),
    )
