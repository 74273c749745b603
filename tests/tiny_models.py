"""Real diffusers pipelines, small enough to make a picture in a fraction of a second.

Built from configs with random weights, saved as folders in the format that people have. The
tokenizer is the starter model's, which is Stable Diffusion's own.
"""

from __future__ import annotations

import warnings
from pathlib import Path

import torch
from diffusers import (
    AutoencoderKL,
    EulerDiscreteScheduler,
    PNDMScheduler,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    CLIPTokenizer,
)

from sdstudio.paths import find_resources

TOKENIZER = find_resources() / "starter-model" / "pipeline" / "tokenizer"
_BETAS = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def save_tiny_sd(folder: Path, prediction_type: str = "epsilon") -> Path:
    """A StableDiffusionPipeline for 64 x 64 pixels, factor 4: 16 x 16 latents."""
    torch.manual_seed(0)
    pipeline = StableDiffusionPipeline(
        vae=_vae(),
        text_encoder=CLIPTextModel(_text_config()),
        tokenizer=CLIPTokenizer.from_pretrained(TOKENIZER),
        unet=_unet(cross_attention_dim=32),
        scheduler=PNDMScheduler(
            **_BETAS,
            prediction_type=prediction_type,
            skip_prk_steps=True,
            set_alpha_to_one=False,
            steps_offset=1,
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    return _save(pipeline, folder)


def save_tiny_sdxl(folder: Path) -> Path:
    """A StableDiffusionXLPipeline with both text encoders, for 64 x 64 pixels, factor 4."""
    torch.manual_seed(0)
    pipeline = StableDiffusionXLPipeline(
        vae=_vae(),
        text_encoder=CLIPTextModel(_text_config()),
        text_encoder_2=CLIPTextModelWithProjection(_text_config()),
        tokenizer=CLIPTokenizer.from_pretrained(TOKENIZER),
        tokenizer_2=CLIPTokenizer.from_pretrained(TOKENIZER),
        unet=_unet(
            cross_attention_dim=64,
            addition_embed_type="text_time",
            addition_time_embed_dim=8,
            projection_class_embeddings_input_dim=80,
        ),
        scheduler=EulerDiscreteScheduler(**_BETAS, steps_offset=1, timestep_spacing="leading"),
        add_watermarker=False,
    )
    return _save(pipeline, folder)


def _save(pipeline: StableDiffusionPipeline | StableDiffusionXLPipeline, folder: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecations between the libraries, not ours to mend
        pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def _vae() -> AutoencoderKL:
    return AutoencoderKL(
        block_out_channels=(16, 16, 32),
        down_block_types=("DownEncoderBlock2D",) * 3,
        up_block_types=("UpDecoderBlock2D",) * 3,
        layers_per_block=1,
        latent_channels=4,
        norm_num_groups=8,
        sample_size=64,
    )


def _unet(**changes: object) -> UNet2DConditionModel:
    return UNet2DConditionModel(
        sample_size=16,
        block_out_channels=(16, 32),
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=8,
        norm_num_groups=8,
        **changes,
    )


def _text_config() -> CLIPTextConfig:
    return CLIPTextConfig(
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        vocab_size=49408,
        max_position_embeddings=77,
        projection_dim=32,
        bos_token_id=49406,
        eos_token_id=49407,
    )
