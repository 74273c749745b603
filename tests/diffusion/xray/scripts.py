"""Running the scripts that the X-ray shows."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from sdstudio.xray import Numbers


def outcome(code: str) -> dict[str, Any]:
    """The variables that a script leaves, run as it stands."""
    assert "sdstudio" not in "".join(
        line for line in code.splitlines() if line.startswith(("import ", "from "))
    )
    names: dict[str, Any] = {}
    with torch.no_grad():
        exec(compile(code, "<shown code>", "exec"), names)
    return names


def assert_same(numbers: Numbers, tensor: torch.Tensor) -> None:
    """Within the 1e-5 that all numbers promise, relative to the largest of them."""
    expected = tensor.detach().float().numpy()
    if expected.ndim == len(numbers.shape) + 1:
        expected = expected[0]
    assert numbers.shape == expected.shape
    largest = max(1.0, float(np.abs(expected).max()))
    assert float(np.abs(numbers.array() - expected).max()) <= 1e-5 * largest
