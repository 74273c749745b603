"""Weights out of a pickle into a safetensors file, in a process of its own; see ``convert.py``.

A pickle is a program that builds objects. torch's own reader for weights knows only the few
instructions that tensors need and refuses any other before it is followed; it is the only one used
here. Beside it, what is unpacked may not be more than the file holds, and the process may not take
more memory than such a file needs.

The original Stable Diffusion checkpoints name a few classes of their training program beside the
weights. These are not imported: a class without content stands in for them.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

import torch

from sdstudio.request import CorruptModel, SdstudioError, UnsafeModel, UnsupportedModel

Progress = Callable[[int, int], None]

_WRAPPERS = (
    *("state_dict", "model_state_dict", "module", "model"),
    *("params_ema", "params", "string_to_param"),
)
"""Names below which training programs keep the weights, beside what else they keep."""
_MOST_WRAPPERS = 4
_MOST_MEMBERS = 100_000
_MOST_PICKLE = 256 * 1024**2
_MOST_GROWTH = 4
"""How often the size of its file a model's weights may be: tensors that share numbers no longer do
so afterwards."""
_CHUNK = 16 * 1024**2
_SPARE = 2 * 1024**3
_TOLD = 8
"""Names of what was left out that are told."""

_DTYPES: Mapping[torch.dtype, str] = {
    torch.float64: "F64",
    torch.float32: "F32",
    torch.float16: "F16",
    torch.bfloat16: "BF16",
    torch.float8_e4m3fn: "F8_E4M3",
    torch.float8_e5m2: "F8_E5M2",
    torch.int64: "I64",
    torch.int32: "I32",
    torch.int16: "I16",
    torch.int8: "I8",
    torch.uint8: "U8",
    torch.bool: "BOOL",
}
"""How safetensors spells them."""


class _Ignored:
    """Stands for an object of a training program: takes everything, and keeps nothing."""

    def __new__(cls, *_arguments: object, **_settings: object) -> _Ignored:
        return super().__new__(cls)

    def __setstate__(self, _state: object) -> None: ...


class _Parameters:
    """Stands for torch's ``ParameterDict``, as which old embeddings keep their vectors."""

    weights: Mapping[str, object] = MappingProxyType({})

    def __setstate__(self, state: object) -> None:
        found = state.get("_parameters") if isinstance(state, dict) else None
        if isinstance(found, dict):
            self.weights = found


_STAND_INS: list[Callable[..., Any] | tuple[Callable[..., Any], str]] = [
    (_Ignored, "pytorch_lightning.callbacks.model_checkpoint.ModelCheckpoint"),
    (_Ignored, "pytorch_lightning.callbacks.early_stopping.EarlyStopping"),
    (_Ignored, "numpy.core.multiarray.scalar"),
    (_Ignored, "numpy._core.multiarray.scalar"),
    (_Ignored, "numpy.dtype"),
    (_Parameters, "torch.nn.modules.container.ParameterDict"),
]


def convert_weights(
    source: Path, target: Path, metadata: Mapping[str, str], progress: Progress
) -> tuple[int, tuple[str, ...]]:
    """Writes the tensors of the pickle ``source`` to ``target`` as safetensors.

    ``metadata`` goes into the header; ``progress`` is told bytes written and bytes in all. The
    answer is how many tensors there are, and the names of what was left out, being none.

    Raises:
        UnsafeModel: the file asks for anything but tensors.
        CorruptModel: it is damaged, or claims to be more than it is.
        UnsupportedModel: it holds no weights, or of a kind that safetensors has no name for.
        MemoryError: they do not fit into memory.
        OSError: a file could not be read or written.
    """
    tensors, left_out = _weights(_unpickled(source), source)
    total = sum(map(_bytes, tensors.values()))
    if total > _MOST_GROWTH * source.stat().st_size:
        raise _inflated(source)
    header: dict[str, object] = {"__metadata__": dict(metadata)}
    # The widest first, so that each begins where numbers of its width may lie.
    names = sorted(tensors, key=lambda name: (-tensors[name].element_size(), name))
    position = 0
    for name in names:
        tensor, end = tensors[name], position + _bytes(tensors[name])
        header[name] = {
            "dtype": _DTYPES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [position, end],
        }
        position = end
    text = json.dumps(header, separators=(",", ":")).encode("ascii")
    text += b" " * (-len(text) % 8)
    done = 0
    with target.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for name in names:
            # One at a time, so that no more than one is in memory twice.
            data = tensors[name].contiguous().reshape(-1).view(torch.uint8).numpy().data
            for start in range(0, len(data), _CHUNK):
                done += file.write(data[start : start + _CHUNK])
                progress(done, total)
    return len(names), tuple(left_out)


def main(words: list[str]) -> int:
    """Converts the file ``words[0]`` to ``words[1]``; the third is the header's metadata, as JSON.

    Tells its progress and its end on stdout, a JSON object a line.
    """
    source, target = Path(words[0]), Path(words[1])
    _limit_memory(source)
    told = -1

    def progress(done: int, total: int) -> None:
        nonlocal told
        if (share := 200 * done // max(total, 1)) > told:
            told = share
            _say({"done": done, "total": total})

    try:
        count, left_out = convert_weights(source, target, json.loads(words[2]), progress)
    except SdstudioError as error:
        values = {name: str(value) for name, value in error.values.items()}
        kind = type(error).__name__
        _say(
            {
                "failed": kind,
                "template": error.template,
                "action": error.action_template,
                "values": values,
            }
        )
    except OSError as error:
        _say({"failed": "OSError", "errno": error.errno or 0})
    except MemoryError:
        _say({"failed": "MemoryError"})
    else:
        _say({"tensors": count, "left_out": left_out})
    return 0


def _say(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _limit_memory(source: Path) -> None:
    """A few bytes of a pickle may ask for any amount of memory; where it can, the system says no.

    Room is left for the file, mapped, and for its tensors as often as they may be written.
    """
    try:
        import resource  # not on Windows

        import psutil

        most = psutil.Process().memory_info().vms + 3 * source.stat().st_size + _SPARE
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (ImportError, OSError, ValueError):
        pass


def _unpickled(source: Path) -> Any:
    is_zip = _starts_as_zip(source)
    if is_zip:
        _check_members(source)
    try:
        with torch.serialization.safe_globals(_STAND_INS):
            return torch.load(
                str(source), map_location="cpu", weights_only=True, mmap=is_zip or None
            )
    except (MemoryError, OSError):
        raise
    except pickle.UnpicklingError as error:
        asked = re.search(r"GLOBAL ([\w.]+)|function <[\w-]+ [\w ]*?([\w.]+)", str(error))
        if asked is None:
            raise _damaged(source) from error
        raise UnsafeModel(
            "“{path}” holds more than numbers: it asks for “{what}”. Nothing of it was run.",
            "Use a copy of the model in the safetensors format, from somebody you trust.",
            path=source,
            what=(asked[1] or asked[2])[:100],
        ) from error
    except Exception as error:  # on damaged files the reader raises nearly anything
        if "alloc" in str(error) or "memory" in str(error):
            raise MemoryError from error
        raise _damaged(source) from error


def _starts_as_zip(source: Path) -> bool:
    with source.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _check_members(source: Path) -> None:
    """Checks an archive's list before any of it is unpacked: torch's are never compressed."""
    size = source.stat().st_size
    try:
        with zipfile.ZipFile(source) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise _damaged(source) from error
    for member in members:
        name = PurePosixPath(member.filename)
        if name.is_absolute() or ".." in name.parts or re.search(r"[\\:]", member.filename):
            raise UnsafeModel(
                "“{path}” names “{member}”, a file outside itself.",
                "Download the model from somebody you trust.",
                path=source,
                member=member.filename[:100],
            )
    unpacked = sum(member.file_size for member in members)
    is_packed = any(member.compress_type != zipfile.ZIP_STORED for member in members)
    pickles = [member for member in members if member.filename.endswith("/data.pkl")]
    if is_packed or unpacked > size or len(members) > _MOST_MEMBERS:
        raise _inflated(source)
    if len(pickles) != 1 or pickles[0].file_size > _MOST_PICKLE:
        raise _damaged(source)


def _weights(loaded: Any, source: Path) -> tuple[dict[str, torch.Tensor], list[str]]:
    """The tensors, taken out of what a training program put around them, and the rest's names."""
    found, left_out = loaded, list[str]()
    for _ in range(_MOST_WRAPPERS):
        if not isinstance(found, dict):
            break
        inner = next(
            (name for name in _WRAPPERS if isinstance(found.get(name), dict | _Parameters)), None
        )
        if inner is None:
            break
        left_out += [str(name) for name in found if name != inner]
        found = found[inner]
        if isinstance(found, _Parameters):
            found = dict(found.weights)
        if inner == "string_to_param" and len(found) == 1:
            # A learned word, as other programs keep it: it is called as its file is.
            found = {"emb_params": next(iter(found.values()))}
    entries = found if isinstance(found, dict) else {}
    tensors: dict[str, torch.Tensor] = {}
    for name, value in entries.items():
        if isinstance(name, str) and isinstance(value, torch.Tensor):
            tensors[name] = _checked(value.detach(), source)
        else:
            left_out.append(str(name))
    if not tensors:
        raise UnsupportedModel("“{path}” holds no weights.", "Choose another file.", path=source)
    left_out = [name[:100] for name in left_out]
    if len(left_out) > _TOLD:
        left_out = [*left_out[:_TOLD], f"… ({len(left_out) - _TOLD})"]
    return tensors, left_out


def _checked(tensor: torch.Tensor, source: Path) -> torch.Tensor:
    if tensor.layout != torch.strided or tensor.is_meta or tensor.dtype not in _DTYPES:
        raise UnsupportedModel(
            "“{path}” holds weights of a kind that safetensors has no name for ({kind}).",
            "Use another copy of the model.",
            path=source,
            kind=str(tensor.dtype).removeprefix("torch."),
        )
    return tensor


def _bytes(tensor: torch.Tensor) -> int:
    return tensor.numel() * tensor.element_size()


def _damaged(source: Path) -> CorruptModel:
    return CorruptModel(
        "“{path}” is damaged, or no file of weights.",
        "Download or copy it again.",
        path=source,
    )


def _inflated(source: Path) -> CorruptModel:
    return CorruptModel(
        "“{path}” claims to hold more than it does.",
        "Download or copy it again.",
        path=source,
    )
