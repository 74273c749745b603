"""A trajectory as a file: safetensors, so that reading it runs no code.

The header's metadata hold one JSON document under ``sdstudio``: the request, the versions, and of
each moment its numbers and which tensors it refers to. A tensor that several moments share is
stored once. ``sha256`` is the digest of that document and of all tensors in the order of their
names, so that a flipped bit is found before it becomes a wrong picture. The preview map lies in
the file as well: a picture can be looked into when its model is long gone.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import diffusers
import torch
from safetensors import SafetensorError
from safetensors.torch import load, save

from sdstudio import __version__
from sdstudio.diffusion.frames import unpacked
from sdstudio.diffusion.preview import PatchMap
from sdstudio.diffusion.trajectory import Moment, Trajectory, Value
from sdstudio.request import BrokenTrajectory, GenerationRequest, InvalidRequest

VERSION = 1
MAX_FILE = 8 * 1024**3
_DOCUMENT, _DIGEST, _MAP = "sdstudio", "sha256", "map"
_NUMBERS = ("index", "evaluation", "timestep", "sigma", "a", "b")
_AGAIN = "Make the picture again to look inside; the picture itself is unharmed."


def encode_trajectory(trajectory: Trajectory) -> bytes:
    """The file's bytes."""
    names: dict[int, str] = {}
    tensors: dict[str, torch.Tensor] = {}

    def refer(value: Value) -> object:
        if isinstance(value, list):
            return {"list": [refer(each) for each in value]}
        if not isinstance(value, torch.Tensor):
            return {"value": value}
        if id(value) not in names:
            names[id(value)] = f"{len(names):06d}"
            # A copy of its own: safetensors refuses tensors that share their memory.
            tensors[names[id(value)]] = value.detach().cpu().contiguous().clone()
        return {"tensor": names[id(value)]}

    moments = [
        {name: getattr(one, name) for name in _NUMBERS}
        | {name: refer(getattr(one, name)) for name in ("sample", "x0", "generator")}
        | {"state": {name: refer(value) for name, value in one.state.items()}}
        for one in trajectory.moments
    ]
    tensors[_MAP] = trajectory.patch_map.weights.to(torch.float16)
    document = json.dumps(
        {
            "version": VERSION,
            "request": asdict(trajectory.request),
            "model": trajectory.model,
            "first_own": trajectory.first_own,
            "factor": trajectory.patch_map.factor,
            "moments": moments,
            "versions": {
                "sdstudio": __version__,
                "torch": torch.__version__,
                "diffusers": diffusers.__version__,
            },
        },
        ensure_ascii=False,
    )
    return save(tensors, {_DOCUMENT: document, _DIGEST: _digest(document, tensors)})


def read_trajectory(path: Path) -> Trajectory:
    """What ``encode_trajectory`` wrote, in main memory. Reads the whole file.

    Raises:
        BrokenTrajectory: the file is gone, truncated, altered, or of a later version.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise BrokenTrajectory("“{path}” is too large to be opened safely.", path=path)
        data = path.read_bytes()
    except OSError as error:
        raise BrokenTrajectory(
            "The denoising “{path}” could not be read: {reason}.",
            _AGAIN,
            path=path,
            reason=(error.strerror or str(error)).lower(),
        ) from error
    return decode_trajectory(data, path)


def decode_trajectory(data: bytes, path: Path) -> Trajectory:
    """Like ``read_trajectory``, for the file's bytes; ``path`` is for the sentence."""
    try:
        # Safetensors' own reader does not hand out the metadata of bytes.
        size = int.from_bytes(data[:8], "little")
        metadata = json.loads(data[8 : 8 + size])["__metadata__"]
        document = metadata[_DOCUMENT]
        values = json.loads(document)
        if _whole(values["version"], 1) > VERSION:
            raise BrokenTrajectory(
                "The denoising “{path}” was written by a newer version of sdstudio.",
                "Use that version to look inside; the picture itself is unharmed.",
                path=path,
            )
        tensors = load(data)
        if metadata[_DIGEST] != _digest(document, tensors):
            raise ValueError("checksum")
        return _build(values, tensors)
    except (
        *(SafetensorError, InvalidRequest, ValueError, KeyError, TypeError, AttributeError),
        *(RecursionError, IndexError, ArithmeticError, MemoryError, RuntimeError),
    ) as error:
        raise BrokenTrajectory(
            "The denoising kept in “{path}” is damaged.", _AGAIN, path=path
        ) from error


def _digest(document: str, tensors: Mapping[str, torch.Tensor]) -> str:
    digest = hashlib.sha256(document.encode())
    for name in sorted(tensors):
        tensor = tensors[name].contiguous()
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        digest.update(tensor.reshape(-1).view(torch.uint8).numpy().data)
    return digest.hexdigest()


def _build(values: Mapping[str, Any], tensors: Mapping[str, torch.Tensor]) -> Trajectory:
    request = GenerationRequest.from_json(json.dumps(values["request"]))
    moments = tuple(_moment(each, tensors) for each in values["moments"])
    indexes = [each.index for each in moments]
    whole_run = range(1, request.num_inference_steps + 1)
    if not moments or indexes != sorted(set(indexes).intersection(whole_run)):
        raise ValueError("moments")
    patch_map = PatchMap(tensors[_MAP].float(), _whole(values["factor"], 1))
    channels = unpacked(moments[0].x0[:1], request.width, request.height).shape[1]
    if patch_map.weights.shape != (25 * channels + 1, 3 * patch_map.factor**2):
        raise ValueError("map")
    if any(each.x0.shape != moments[0].x0.shape for each in moments):
        raise ValueError("latents")
    first_own = _whole(values["first_own"], 1)
    if first_own > indexes[-1] or not isinstance(values["model"], str):
        raise ValueError("first_own or model")
    return Trajectory(
        request=request,
        model=values["model"],
        moments=moments,
        first_own=first_own,
        patch_map=patch_map,
    )


def _moment(values: Mapping[str, Any], tensors: Mapping[str, torch.Tensor]) -> Moment:
    def find(reference: Mapping[str, Any]) -> Any:
        if "list" in reference:
            return [find(each) for each in reference["list"]]
        if "tensor" in reference:
            return tensors[reference["tensor"]]
        value = reference["value"]
        if not isinstance(value, bool | int | float | str | None):
            raise TypeError("value")
        return value

    sample, x0, generator = (find(values[name]) for name in ("sample", "x0", "generator"))
    if sample.shape != x0.shape or not (sample.is_floating_point() and x0.is_floating_point()):
        raise ValueError("latents")
    expected = torch.Generator("cpu").get_state()
    if (generator.shape, generator.dtype) != (expected.shape, expected.dtype):
        raise ValueError("generator")
    moment = Moment(
        index=_whole(values["index"], 1),
        evaluation=_whole(values["evaluation"], 0),
        timestep=_number(values["timestep"]),
        sigma=_number(values["sigma"]),
        a=_number(values["a"]),
        b=_number(values["b"]),
        sample=sample,
        x0=x0,
        generator=generator,
        state={name: find(value) for name, value in values["state"].items()},
    )
    # No scheduler evaluates the network more than twice in a step.
    if not moment.a + moment.b > 0 or moment.evaluation > 2 * moment.index:
        raise ValueError("noise level or evaluation")
    return moment


def _whole(value: object, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ValueError("whole number")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("number")
    if not 0 <= float(value) < math.inf:
        raise ValueError("number")
    return value
