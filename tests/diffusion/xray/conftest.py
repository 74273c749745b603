"""Models for the tests of the X-ray, loaded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.diffusion.loading import LoadedModel


@pytest.fixture(scope="session")
def tiny_sdxl(load_model: Callable[[str], LoadedModel], tiny_sdxl_folder: Path) -> LoadedModel:
    return load_model(str(tiny_sdxl_folder))
