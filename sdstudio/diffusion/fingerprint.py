"""A short name for a set of weights, quick enough to be asked for at every loading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

_HEAD = 1024 * 1024
_SAMPLES = 32
_SAMPLE = 64 * 1024


def fingerprint(files: Iterable[Path]) -> str:
    """32 hexadecimal digits that differ between models, also of the same shape.

    Of each file its size, its beginning (where safetensors describe their content) and samples
    spread over the rest are read: a fine-tuned model differs from its base nearly everywhere, and
    gigabytes need not be read to see it.

    Raises:
        OSError: a file cannot be read.
    """
    digest = hashlib.sha256()
    for path in sorted(files):
        size = path.stat().st_size
        digest.update(f"{path.name} {size} ".encode())
        with path.open("rb") as file:
            digest.update(file.read(_HEAD))
            for number in range(1, _SAMPLES + 1):
                file.seek(max(0, size * number // _SAMPLES - _SAMPLE))
                digest.update(file.read(_SAMPLE))
    return digest.hexdigest()[:32]
