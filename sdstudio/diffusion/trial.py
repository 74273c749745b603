"""The process that tries a build of torch for the GPU; see ``sdstudio.acceleration.trial``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sdstudio.torch_build import put_first


def main(words: Sequence[str]) -> int:
    """Tries the build in the folder that the only word names; the answer is the exit code.

    Writes one line of JSON: the name of the ``card``, or why it ``failed``.
    """
    folder = Path(words[0])
    put_first(folder)
    try:
        said = {"card": _computed_on(folder)}
    except Exception as error:  # whatever it is, it is what has to be told
        said = {"failed": " ".join(f"{error}".split())[:300] or type(error).__name__}
    sys.stdout.write(f"\n{json.dumps(said)}\n")
    sys.stdout.flush()
    return 0 if "card" in said else 1


def _computed_on(folder: Path) -> str:
    import torch

    if not Path(torch.__file__).is_relative_to(folder):
        raise RuntimeError(f"another torch was imported, from {torch.__file__}")
    if not torch.cuda.is_available():
        raise RuntimeError("it finds no card that it can use")
    # Each needs a library of its own, and kernels that were built for this card: a product of
    # matrices, a convolution, and half precision.
    values = torch.ones(1, 4, 8, 8, device="cuda", dtype=torch.float16)
    weights = torch.ones(2, 4, 3, 3, device="cuda", dtype=torch.float16)
    total = torch.nn.functional.conv2d(values, weights).flatten() @ torch.ones(
        72, device="cuda", dtype=torch.float16
    )
    torch.cuda.synchronize()
    if float(total) != 2592.0:
        raise RuntimeError(f"it computes wrongly: {float(total)} instead of 2592")
    return torch.cuda.get_device_name(0)
