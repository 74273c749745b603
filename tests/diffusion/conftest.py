"""Models for the tests of this folder, loaded once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sdstudio.diffusion.device import choose_device
from sdstudio.diffusion.loading import LoadedModel, load
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_resources
from sdstudio.request import STARTER, Cancelled, Stage, StepPreview
from tests.tiny_models import save_tiny_flux, save_tiny_sd, save_tiny_sd3, save_tiny_sdxl


@dataclass
class Recorder:
    """An observer that keeps what it is told, and can wish to stop at an event."""

    stop_at: Callable[[Recorder], bool] = field(default=lambda _: False)
    stages: list[str] = field(default_factory=list)
    steps: list[tuple[int, int]] = field(default_factory=list)
    previews: list[StepPreview] = field(default_factory=list)
    asked_after_stop: int = 0

    def stage_changed(self, stage: Stage) -> None:
        self.stages.append(stage)

    def step_finished(self, index: int, num_timesteps: int) -> None:
        self.steps.append((index, num_timesteps))

    def wants_preview(self) -> bool:
        return True

    def previewed(self, preview: StepPreview) -> None:
        self.previews.append(preview)

    def must_stop(self) -> bool:
        return self.stop_at(self)


@pytest.fixture(scope="session")
def tiny_sd_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_sd(tmp_path_factory.mktemp("models") / "tiny sd")


@pytest.fixture(scope="session")
def tiny_sdxl_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_sdxl(tmp_path_factory.mktemp("models") / "tiny sdxl")


@pytest.fixture(scope="session")
def tiny_sd3_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_sd3(tmp_path_factory.mktemp("models") / "tiny sd3")


@pytest.fixture(scope="session")
def tiny_flux_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_flux(tmp_path_factory.mktemp("models") / "tiny flux")


@pytest.fixture(scope="session")
def tiny_schnell_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_flux(tmp_path_factory.mktemp("models") / "tiny schnell", is_schnell=True)


@pytest.fixture(scope="session")
def load_model(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], LoadedModel]:
    """Loads a model reference on the CPU."""
    cache = tmp_path_factory.mktemp("cache")

    def load_reference(reference: str) -> LoadedModel:
        folder = resolve(reference, find_resources())
        return load(folder, choose_device("cpu"), cache, lambda: False)

    return load_reference


@pytest.fixture(scope="session")
def starter(load_model: Callable[[str], LoadedModel]) -> LoadedModel:
    return load_model(STARTER)


@pytest.fixture(scope="session")
def tiny_sd(load_model: Callable[[str], LoadedModel], tiny_sd_folder: Path) -> LoadedModel:
    return load_model(str(tiny_sd_folder))


@pytest.fixture(scope="session")
def tiny_sd3(load_model: Callable[[str], LoadedModel], tiny_sd3_folder: Path) -> LoadedModel:
    return load_model(str(tiny_sd3_folder))


@pytest.fixture(scope="session")
def tiny_flux(load_model: Callable[[str], LoadedModel], tiny_flux_folder: Path) -> LoadedModel:
    return load_model(str(tiny_flux_folder))


@pytest.fixture(scope="session")
def tiny_schnell(
    load_model: Callable[[str], LoadedModel], tiny_schnell_folder: Path
) -> LoadedModel:
    return load_model(str(tiny_schnell_folder))


__all__ = ["Cancelled", "Recorder"]
