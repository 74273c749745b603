"""What weights are, told from their headers and configs alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.models.detection import Detected, Family, Kind, PredictionType, detect
from sdstudio.paths import find_resources
from sdstudio.request import CorruptModel
from tests.models.weight_files import (
    FLUX,
    LORA,
    LORA_FLUX,
    LORA_XL,
    SD3,
    SDXL,
    VAE,
    Shapes,
    sd1,
    sd2,
    write_weights,
)
from tests.tiny_models import save_tiny_flux, save_tiny_sd, save_tiny_sd3, save_tiny_sdxl

DENOISER = {name: shape for name, shape in sd1().items() if name.startswith("model.")}


@pytest.mark.parametrize(
    ("shapes", "kind", "family", "prediction_type", "side"),
    [
        (sd1(), "checkpoint", "sd1", "epsilon", 512),
        (sd2(), "checkpoint", "sd2", "unknown", None),
        (SDXL, "checkpoint", "sdxl", "epsilon", 1024),
        ({**SDXL, "v_pred": ()}, "checkpoint", "sdxl", "v_prediction", 1024),
        (SD3, "checkpoint", "sd3", "flow", 1024),
        (FLUX, "denoiser", "flux", "flow", 1024),
        (DENOISER, "denoiser", "sd1", "epsilon", 512),
        (VAE, "vae", "other", "unknown", None),
        (LORA, "lora", "sd1", "unknown", None),
        (LORA_XL, "lora", "sdxl", "unknown", None),
        (LORA_FLUX, "lora", "flux", "unknown", None),
        ({"emb_params": (4, 768)}, "embedding", "sd1", "unknown", None),
        ({"<cat-toy>": (1024,)}, "embedding", "sd2", "unknown", None),
        ({"clip_l": (2, 768), "clip_g": (2, 1280)}, "embedding", "sdxl", "unknown", None),
        ({"control_model.input_hint.weight": (320, 320, 1, 1)}, "other", "other", "unknown", None),
        ({"conv_first.weight": (64, 3, 3, 3)}, "other", "other", "unknown", None),
        ({}, "other", "other", "unknown", None),
    ],
)  # fmt: skip
def test_kinds_and_families_of_files(
    shapes: Shapes,
    kind: Kind,
    family: Family,
    prediction_type: PredictionType,
    side: int | None,
    tmp_path: Path,
) -> None:
    found = detect(write_weights(tmp_path / "a.safetensors", shapes))
    assert found == Detected(kind=kind, family=family, prediction_type=prediction_type, side=side)


@pytest.mark.parametrize(
    ("metadata", "prediction_type", "side"),
    [
        ({}, "unknown", None),
        ({"modelspec.prediction_type": "v"}, "v_prediction", 768),
        ({"modelspec.prediction_type": "epsilon"}, "epsilon", 512),
        ({"modelspec.architecture": "stable-diffusion-v2-768-v"}, "v_prediction", 768),
        ({"modelspec.architecture": "stable-diffusion-v2-512"}, "epsilon", 512),
        ({"ss_v_parameterization": "True"}, "v_prediction", 768),
        ({"modelspec.resolution": "640x768"}, "unknown", 768),
        ({"modelspec.resolution": "a lot"}, "unknown", None),
    ],
)
def test_stable_diffusion_2_is_told_by_its_metadata_alone(
    metadata: dict[str, str], prediction_type: str, side: int | None, tmp_path: Path
) -> None:
    found = detect(write_weights(tmp_path / "a.safetensors", sd2(), metadata))
    assert (found.prediction_type, found.side) == (prediction_type, side)


@pytest.mark.parametrize("shapes", [sd1(9), sd2(9)])
def test_inpainting_has_nine_channels(shapes: Shapes, tmp_path: Path) -> None:
    found = detect(write_weights(tmp_path / "a.safetensors", shapes))
    assert found.is_inpainting
    assert found.prediction_type == "epsilon"


@pytest.mark.parametrize(
    ("save", "family", "prediction_type"),
    [
        (save_tiny_sd, "sd1", "epsilon"),
        (lambda folder: save_tiny_sd(folder, "v_prediction"), "sd1", "v_prediction"),
        (save_tiny_sdxl, "sdxl", "epsilon"),
        (save_tiny_sd3, "sd3", "flow"),
    ],
)
def test_folders_as_diffusers_saves_them(
    save: Callable[[Path], Path], family: str, prediction_type: str, tmp_path: Path
) -> None:
    found = detect(save(tmp_path / "model"))
    assert (found.kind, found.family) == ("pipeline", family)
    assert (found.prediction_type, found.side) == (prediction_type, 64)
    assert not found.is_inpainting


def test_flux_tells_no_size(tmp_path: Path) -> None:
    found = detect(save_tiny_flux(tmp_path / "model"))
    assert (found.family, found.prediction_type, found.side) == ("flux", "flow", 1024)


def test_a_folder_of_another_kind(tmp_path: Path) -> None:
    shutil.copytree(find_resources() / "starter-model" / "unconditional", tmp_path / "model")
    found = detect(tmp_path / "model")
    assert (found.kind, found.family) == ("pipeline", "other")
    assert (found.prediction_type, found.side) == ("epsilon", 32)


def test_stable_diffusion_2_folders_read_prompts_as_1024_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(find_resources() / "starter-model" / "pipeline", folder)
    path = folder / "unet" / "config.json"
    config = json.loads(path.read_text())
    path.write_text(json.dumps(config | {"cross_attention_dim": 1024, "in_channels": 9}))
    found = detect(folder)
    assert found.family == "sd2"
    assert found.is_inpainting


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"_class_name": 3}'])
def test_an_index_without_a_pipeline(text: str, tmp_path: Path) -> None:
    (tmp_path / "model_index.json").write_text(text)
    with pytest.raises(CorruptModel, match="does not say which pipeline"):
        detect(tmp_path)
