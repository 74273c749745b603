"""Reads the header of a safetensors file without torch, and tells whether the file is whole.

Format (huggingface/safetensors, README): 8 bytes little-endian length N; N bytes of JSON mapping
tensor names to dtype, shape and ``data_offsets`` (begin, end) relative to the end of the header;
then the tensors' bytes, without holes, up to the end of the file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sdstudio.request import CorruptModel, SdstudioError, UnsafeModel

MAX_HEADER = 100_000_000
"""Bytes; the reference implementation refuses longer headers too."""
_MOST_SIDES = 32
_LONGEST = 2**63

_BYTES = {
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "F8_E5M2": 1, "U16": 2, "I16": 2, "F16": 2,
    "BF16": 2, "U32": 4, "I32": 4, "F32": 4, "U64": 8, "I64": 8, "F64": 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TensorEntry:
    """One tensor of the file: its dtype as safetensors spells it, and its shape."""

    dtype: str
    shape: tuple[int, ...]


def read_header(path: Path) -> Mapping[str, TensorEntry]:
    """The tensors that the file says it holds, after checking that all of their bytes are there.

    Raises:
        UnsafeModel: the file is a pickle under another name.
        CorruptModel: the header is damaged, or the file is shorter or longer than it says.
    """
    return _read(path)[0]


def read_described(path: Path) -> tuple[Mapping[str, TensorEntry], Mapping[str, str]]:
    """``read_header``, and what the file says of itself, such as ``modelspec.architecture``.

    The latter is empty where it says nothing. The header is read and parsed once.

    Raises:
        UnsafeModel, CorruptModel: as by ``read_header``; also when what the file says of itself
            makes no sense.
    """
    entries, header = _read(path)
    try:
        metadata = header.get("__metadata__", {})
        return entries, {key: value for key, value in metadata.items() if isinstance(value, str)}
    except AttributeError:
        raise _damaged(path) from None


def _read(path: Path) -> tuple[Mapping[str, TensorEntry], dict[str, Any]]:
    """The tensors, checked, and the header that they are in."""
    text, size = _read_text(path)
    try:
        header = json.loads(text)
        entries, end = _entries(header)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(path) from None
    if 8 + len(text) + end != size:
        raise CorruptModel(
            "“{path}” is incomplete: it has {size} bytes and should have {expected}.",
            "Download or copy the model again.",
            path=path,
            size=size,
            expected=8 + len(text) + end,
        )
    return entries, header


def _read_text(path: Path) -> tuple[bytes, int]:
    """The header's bytes, and the size of the file."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(8)
            length = int.from_bytes(start, "little") if len(start) == 8 else 0
            if not 2 <= length <= min(MAX_HEADER, size - 8):
                # Only then: a sound header may have a length that begins with the same bytes.
                if start[:2] in (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05", b"PK"):
                    raise UnsafeModel(
                        "“{path}” is named safetensors but is a pickle, which can run code.",
                        "Use a model in the safetensors format.",
                        path=path,
                    )
                raise _damaged(path)
            return file.read(length), size
    except OSError as error:
        raise CorruptModel(
            "“{path}” could not be read: {reason}.",
            "Check the disk and the file's permissions.",
            path=path,
            reason=(error.strerror or str(error)).lower(),
        ) from error


def _entries(header: dict[str, dict[str, object]]) -> tuple[dict[str, TensorEntry], int]:
    entries: dict[str, TensorEntry] = {}
    spans: list[tuple[int, int]] = []
    for name, value in header.items():
        if name == "__metadata__":
            continue
        dtype, shape, offsets = value["dtype"], value["shape"], value["data_offsets"]
        if not isinstance(dtype, str) or not isinstance(shape, list):
            raise TypeError(name)
        if not isinstance(offsets, list) or len(offsets) != 2:
            raise TypeError(name)
        numbers = [*shape, *offsets]
        if any(isinstance(n, bool) or not isinstance(n, int) or n < 0 for n in numbers):
            raise ValueError(name)
        # A header is cheap to write; multiplying out millions of huge sides would take hours.
        if len(shape) > _MOST_SIDES or any(n >= _LONGEST for n in numbers):
            raise ValueError(name)
        begin, end = offsets
        if dtype in _BYTES and end - begin != _BYTES[dtype] * math.prod(shape):
            raise ValueError(name)
        entries[name] = TensorEntry(dtype, tuple(shape))
        spans.append((begin, end))
    spans.sort()
    position = 0
    for begin, end in spans:
        if begin != position or end < begin:
            raise ValueError("holes or overlaps")
        position = end
    return entries, position


def _damaged(path: Path) -> SdstudioError:
    return CorruptModel(
        "“{path}” is damaged: its safetensors header makes no sense.",
        "Download or copy the model again.",
        path=path,
    )
