"""What a model is best run with, told from configs like those that makers publish."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sdstudio.models.recommended_settings import recommended_settings
from sdstudio.pipelines import PIPELINES
from sdstudio.request import SCHEDULERS

SD, SDXL = "StableDiffusionPipeline", "StableDiffusionXLPipeline"
Config = dict[str, object]

EULER: Config = {"_class_name": "EulerDiscreteScheduler", "timestep_spacing": "leading"}
PNDM: Config = {"_class_name": "PNDMScheduler", "prediction_type": "epsilon"}


def _write(path: Path, config: Config) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(config))


def recommended(
    folder: Path,
    pipeline_class: str,
    denoiser: Config,
    scheduler: Config,
    *,
    name: str = "model",
    vae: Config | None = None,
) -> tuple[int, int, float, str]:
    """Width, steps, guidance scale and scheduler for a folder with these configs."""
    part = "unet" if pipeline_class.startswith(("StableDiffusionP", "StableDiffusionX")) else ""
    _write(folder / "model_index.json", {"_class_name": pipeline_class})
    _write(folder / (part or "transformer") / "config.json", denoiser)
    _write(folder / "scheduler" / "scheduler_config.json", scheduler)
    _write(folder / "vae" / "config.json", vae or {"block_out_channels": [128, 256, 512, 512]})
    found = recommended_settings(folder, pipeline_class, name)
    return (
        found.width,
        found.num_inference_steps,
        found.guidance_scale,
        found.scheduler,
    )


TRAILING: Config = {"timestep_spacing": "trailing", "prediction_type": "epsilon"}


@pytest.mark.parametrize(
    ("pipeline_class", "denoiser", "scheduler", "expected"),
    [
        # Stable Diffusion 1.5, 2.1 base and 2.1 of 768 pixels with v prediction
        (SD, {"sample_size": 64}, PNDM, (512, 25, 7.5, "dpmpp_2m")),
        (SD, {"sample_size": 64, "cross_attention_dim": 1024}, PNDM, (512, 25, 7.5, "dpmpp_2m")),
        (
            SD,
            {"sample_size": 96, "cross_attention_dim": 1024},
            {"_class_name": "DDIMScheduler", "prediction_type": "v_prediction"},
            (768, 25, 7.5, "dpmpp_2m"),
        ),
        (SDXL, {"sample_size": 128}, EULER, (1024, 25, 5.0, "dpmpp_2m")),
        # SDXL Turbo, SD Turbo, SDXL Lightning
        (
            SDXL,
            {"sample_size": 64},
            TRAILING | {"_class_name": "EulerAncestralDiscreteScheduler"},
            (512, 4, 0.0, "euler_a"),
        ),
        (SD, {"sample_size": 64}, TRAILING | EULER | TRAILING, (512, 4, 0.0, "euler")),
        (SDXL, {"sample_size": 128}, EULER | TRAILING, (1024, 4, 0.0, "euler")),
        # a model for many steps that was trained from pure noise on
        (
            SDXL,
            {"sample_size": 128},
            EULER | TRAILING | {"prediction_type": "v_prediction", "rescale_betas_zero_snr": True},
            (1024, 25, 5.0, "dpmpp_2m"),
        ),
        # LCM, one with a LoRA of it merged in, TCD
        (
            SDXL,
            {"sample_size": 128, "time_cond_proj_dim": 256},
            {"_class_name": "LCMScheduler"},
            (1024, 4, 8.0, "lcm"),
        ),
        (SD, {"sample_size": 64}, {"_class_name": "LCMScheduler"}, (512, 4, 1.0, "lcm")),
        (SDXL, {"sample_size": 128}, {"_class_name": "TCDScheduler"}, (1024, 4, 1.0, "tcd")),
        # PixArt distilled in the same way
        (
            "PixArtAlphaPipeline",
            {"sample_size": 128},
            {"_class_name": "LCMScheduler"},
            (1024, 4, 1.0, "lcm"),
        ),
        # AuraFlow, whose sample size is not that of its pictures
        (
            "AuraFlowPipeline",
            {"sample_size": 64, "patch_size": 2, "pos_embed_max_size": 9216},
            {},
            (1024, 50, 3.5, "flow_euler"),
        ),
        # Stable Diffusion 3.5 Medium and Large
        (
            "StableDiffusion3Pipeline",
            {"sample_size": 128, "qk_norm": "rms_norm", "dual_attention_layers": [0, 1]},
            {},
            (1024, 40, 4.5, "flow_euler"),
        ),
        (
            "StableDiffusion3Pipeline",
            {"sample_size": 128, "qk_norm": "rms_norm", "dual_attention_layers": []},
            {},
            (1024, 28, 3.5, "flow_euler"),
        ),
    ],
)
def test_the_makers_settings_are_told_from_configs(
    pipeline_class: str,
    denoiser: Config,
    scheduler: Config,
    expected: tuple[int, int, float, str],
    tmp_path: Path,
) -> None:
    assert recommended(tmp_path, pipeline_class, denoiser, scheduler) == expected


@pytest.mark.parametrize(
    ("pipeline_class", "name", "denoiser", "expected"),
    [
        (SDXL, "DreamShaperXL_Turbo_v2", {}, (8, 2.0, "dpmpp_2m")),
        (SDXL, "model", {"_name_or_path": "someone/sdxl-lightning-mix"}, (8, 2.0, "dpmpp_2m")),
        ("StableDiffusion3Pipeline", "sd-3.5-large-turbo", {}, (4, 0.0, "flow_euler")),
        (SDXL, "turbocharged", {}, (25, 5.0, "dpmpp_2m")),  # a word of another meaning
    ],
)
def test_a_name_can_tell_that_few_steps_are_enough(
    pipeline_class: str,
    name: str,
    denoiser: Config,
    expected: tuple[int, float, str],
    tmp_path: Path,
) -> None:
    found = recommended(tmp_path, pipeline_class, denoiser, {}, name=name)
    assert found[1:] == expected


def test_a_deep_vae_counts_in_the_size(tmp_path: Path) -> None:
    vae: Config = {"encoder_block_out_channels": [128, 256, 512, 512, 1024, 1024]}
    found = recommended(tmp_path, "SanaPipeline", {"sample_size": 32}, {}, vae=vae)
    assert found == (1024, 20, 4.5, "flow_dpmpp_2m")


@pytest.mark.parametrize("pipeline_class", PIPELINES)
def test_without_configs_the_family_decides(pipeline_class: str, tmp_path: Path) -> None:
    found = recommended_settings(tmp_path, pipeline_class, "model")
    kind = PIPELINES[pipeline_class]
    assert found.num_inference_steps == kind.steps >= kind.fewest_steps
    assert found.scheduler in (kind.schedulers or SCHEDULERS)
