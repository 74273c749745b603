"""Real diffusers pipelines, small enough to make a picture in a fraction of a second.

Built from configs with random weights, saved as folders in the format that people have. CLIP's
tokenizer is the starter model's, which is Stable Diffusion's own; T5's knows letters and a few
words.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    DDIMPipeline,
    DDIMScheduler,
    DDPMPipeline,
    DDPMScheduler,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    FluxPipeline,
    FluxTransformer2DModel,
    PNDMScheduler,
    SD3Transformer2DModel,
    StableDiffusion3Pipeline,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
    UNet2DModel,
)
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    CLIPTokenizer,
    T5Config,
    T5EncoderModel,
    T5Tokenizer,
)

from sdstudio.paths import find_resources

TOKENIZER = find_resources() / "starter-model" / "pipeline" / "tokenizer"
BETAS = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def save_tiny_sd(folder: Path, prediction_type: str = "epsilon") -> Path:
    """A StableDiffusionPipeline for 64 x 64 pixels, factor 4: 16 x 16 latents."""
    torch.manual_seed(0)
    pipeline = StableDiffusionPipeline(
        vae=vae(),
        text_encoder=CLIPTextModel(text_config()),
        tokenizer=CLIPTokenizer.from_pretrained(TOKENIZER),
        unet=unet(cross_attention_dim=32),
        scheduler=PNDMScheduler(
            **BETAS,
            prediction_type=prediction_type,
            skip_prk_steps=True,
            set_alpha_to_one=False,
            steps_offset=1,
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    return save(pipeline, folder)


def save_tiny_sdxl(folder: Path) -> Path:
    """A StableDiffusionXLPipeline with both text encoders, for 64 x 64 pixels, factor 4."""
    torch.manual_seed(0)
    pipeline = StableDiffusionXLPipeline(
        vae=vae(),
        text_encoder=CLIPTextModel(text_config()),
        text_encoder_2=CLIPTextModelWithProjection(text_config()),
        tokenizer=CLIPTokenizer.from_pretrained(TOKENIZER),
        tokenizer_2=CLIPTokenizer.from_pretrained(TOKENIZER),
        unet=unet(
            cross_attention_dim=64,
            addition_embed_type="text_time",
            addition_time_embed_dim=8,
            projection_class_embeddings_input_dim=80,
        ),
        scheduler=EulerDiscreteScheduler(**BETAS, steps_offset=1, timestep_spacing="leading"),
        add_watermarker=False,
    )
    return save(pipeline, folder)


def save_tiny_sd3(folder: Path, *, has_t5: bool = True) -> Path:
    """A StableDiffusion3Pipeline for 64 x 64 pixels, factor 4 x 2: 8 x 8 patches of latents."""
    torch.manual_seed(0)
    pipeline = StableDiffusion3Pipeline(
        vae=flow_vae(),
        text_encoder=CLIPTextModelWithProjection(text_config()),
        text_encoder_2=CLIPTextModelWithProjection(text_config()),
        text_encoder_3=T5EncoderModel(t5_config()) if has_t5 else None,
        tokenizer=CLIPTokenizer.from_pretrained(TOKENIZER),
        tokenizer_2=CLIPTokenizer.from_pretrained(TOKENIZER),
        tokenizer_3=t5_tokenizer() if has_t5 else None,
        transformer=SD3Transformer2DModel(
            sample_size=16,
            patch_size=2,
            in_channels=16,
            out_channels=16,
            num_layers=2,
            attention_head_dim=8,
            num_attention_heads=4,
            caption_projection_dim=32,
            joint_attention_dim=64,
            pooled_projection_dim=64,
            pos_embed_max_size=16,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
    )
    return save(pipeline, folder)


def save_tiny_flux(folder: Path, *, is_schnell: bool = False) -> Path:
    """A FluxPipeline, factor 4 x 2; "dev" or, distilled to few steps, "schnell"."""
    torch.manual_seed(0)
    pipeline = FluxPipeline(
        vae=flow_vae(),
        text_encoder=CLIPTextModel(text_config()),
        text_encoder_2=T5EncoderModel(t5_config()),
        tokenizer=CLIPTokenizer.from_pretrained(TOKENIZER),
        tokenizer_2=t5_tokenizer(),
        transformer=FluxTransformer2DModel(
            in_channels=64,
            num_layers=1,
            num_single_layers=2,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=64,
            pooled_projection_dim=32,
            axes_dims_rope=(4, 4, 8),
            guidance_embeds=not is_schnell,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(
            shift=1.0 if is_schnell else 3.0, use_dynamic_shifting=not is_schnell
        ),
    )
    return save(pipeline, folder)


def save_tiny_ddpm(folder: Path, *, channels: int = 3, is_ddim: bool = False) -> Path:
    """A DDPMPipeline (or DDIMPipeline) for 16 x 16 pixels, of 3 colours or grey."""
    torch.manual_seed(0)
    unet = UNet2DModel(
        sample_size=16,
        in_channels=channels,
        out_channels=channels,
        block_out_channels=(16, 32),
        layers_per_block=1,
        down_block_types=("DownBlock2D", "AttnDownBlock2D"),
        up_block_types=("AttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=8,
        norm_num_groups=8,
    )
    if is_ddim:
        return save(DDIMPipeline(unet=unet, scheduler=DDIMScheduler()), folder)
    return save(DDPMPipeline(unet=unet, scheduler=DDPMScheduler()), folder)


def save_tiny_flat_ddpm(folder: Path) -> Path:
    """The same with all files in one folder, as google/ddpm-cat-256 has them."""
    save_tiny_ddpm(folder)
    for part in ("unet", "scheduler"):
        for file in (folder / part).iterdir():
            file.rename(folder / file.name)
        (folder / part).rmdir()
    return folder


def save(pipeline: Any, folder: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecations between the libraries, not ours to mend
        pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def vae(**changes: object) -> AutoencoderKL:
    settings: dict[str, object] = {
        "block_out_channels": (16, 16, 32),
        "down_block_types": ("DownEncoderBlock2D",) * 3,
        "up_block_types": ("UpDecoderBlock2D",) * 3,
        "layers_per_block": 1,
        "latent_channels": 4,
        "norm_num_groups": 8,
        "sample_size": 64,
    }
    return AutoencoderKL(**settings | changes)


def flow_vae(**changes: object) -> AutoencoderKL:
    """As Stable Diffusion 3 and FLUX have it: 16 channels, shifted, no quantizing convolutions."""
    settings: dict[str, object] = {
        "latent_channels": 16,
        "scaling_factor": 1.5305,
        "shift_factor": 0.0609,
        "use_quant_conv": False,
        "use_post_quant_conv": False,
    }
    return vae(**settings | changes)


def unet(**changes: object) -> UNet2DConditionModel:
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


def text_config() -> CLIPTextConfig:
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


def t5_config() -> T5Config:
    return T5Config(
        vocab_size=256, d_model=64, d_kv=16, d_ff=64, num_layers=2, num_heads=4, dropout_rate=0.0
    )


def t5_tokenizer() -> T5Tokenizer:
    words = ["a", "picture", "of", "puppy", "red", "cat", "the", "with"]
    letters = "abcdefghijklmnopqrstuvwxyz"
    pieces = ["▁", *(f"▁{word}" for word in words), *letters]
    specials = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    # A word is likelier than its letters one by one.
    vocab = [*specials, *((piece, -10.0 / len(piece)) for piece in pieces)]
    return T5Tokenizer(vocab=vocab, extra_ids=0, model_max_length=512)
