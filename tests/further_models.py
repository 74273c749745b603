"""Small pipelines of the families beside Stable Diffusion and FLUX, as people's folders hold them.

Real classes with random weights, as in ``tests/tiny_models.py``. Gemma's and GLM's tokenizers know
letters only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import torch
from diffusers import (
    AuraFlowPipeline,
    AuraFlowTransformer2DModel,
    AutoencoderDC,
    ChromaPipeline,
    ChromaTransformer2DModel,
    CogView4Pipeline,
    CogView4Transformer2DModel,
    DPMSolverMultistepScheduler,
    FlowMatchEulerDiscreteScheduler,
    LatentConsistencyModelPipeline,
    LCMScheduler,
    Lumina2Pipeline,
    Lumina2Transformer2DModel,
    PixArtAlphaPipeline,
    PixArtSigmaPipeline,
    PixArtTransformer2DModel,
    SanaPipeline,
    SanaTransformer2DModel,
    ZImagePipeline,
    ZImageTransformer2DModel,
)
from tokenizers.processors import TemplateProcessing
from transformers import (
    CLIPTextModel,
    CLIPTokenizer,
    Gemma2Config,
    Gemma2Model,
    GemmaTokenizer,
    GlmConfig,
    GlmModel,
    Qwen3Config,
    Qwen3Model,
    T5EncoderModel,
    UMT5Config,
    UMT5EncoderModel,
)

from tests.tiny_models import (
    BETAS,
    TOKENIZER,
    flow_vae,
    save,
    t5_config,
    t5_tokenizer,
    text_config,
    unet,
    vae,
)

_DEEP = {
    "block_out_channels": (8, 8, 16, 16),
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
}
"""A VAE of factor 8, which some pipelines take for granted."""


def _latent_consistency() -> Any:
    return LatentConsistencyModelPipeline(
        vae=vae(),
        text_encoder=CLIPTextModel(text_config()),
        tokenizer=CLIPTokenizer.from_pretrained(TOKENIZER),
        unet=unet(cross_attention_dim=32, time_cond_proj_dim=16),
        scheduler=LCMScheduler(**BETAS),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def _pixart(pipeline_class: Any) -> Any:
    return pipeline_class(
        vae=vae(),
        text_encoder=T5EncoderModel(t5_config()),
        tokenizer=t5_tokenizer(),
        transformer=PixArtTransformer2DModel(
            sample_size=16,
            num_layers=1,
            patch_size=2,
            attention_head_dim=8,
            num_attention_heads=2,
            in_channels=4,
            out_channels=8,  # it predicts the variance as well
            cross_attention_dim=16,
            caption_channels=64,
            use_additional_conditions=False,
        ),
        scheduler=DPMSolverMultistepScheduler(**BETAS),
    )


def _sana() -> Any:
    blocks = {
        "encoder_block_types": ("ResBlock", "ResBlock", "EfficientViTBlock"),
        "decoder_block_types": ("ResBlock", "ResBlock", "EfficientViTBlock"),
        "encoder_block_out_channels": (8, 8, 16),
        "decoder_block_out_channels": (8, 8, 16),
        "encoder_layers_per_block": (1, 1, 1),
        "decoder_layers_per_block": (1, 1, 1),
        "encoder_qkv_multiscales": ((), (), (5,)),
        "decoder_qkv_multiscales": ((), (), (5,)),
    }
    return SanaPipeline(
        tokenizer=_letters(),
        text_encoder=_gemma(),
        vae=AutoencoderDC(
            latent_channels=4,
            attention_head_dim=2,
            upsample_block_type="interpolate",
            downsample_block_type="stride_conv",
            scaling_factor=0.41407,
            **blocks,
        ),
        transformer=SanaTransformer2DModel(
            patch_size=1,
            in_channels=4,
            out_channels=4,
            num_layers=1,
            num_attention_heads=2,
            attention_head_dim=4,
            num_cross_attention_heads=2,
            cross_attention_head_dim=4,
            cross_attention_dim=8,
            caption_channels=32,
            sample_size=32,
        ),
        scheduler=DPMSolverMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0
        ),
    )


def _aura_flow() -> Any:
    return AuraFlowPipeline(
        tokenizer=t5_tokenizer(),
        text_encoder=UMT5EncoderModel(
            UMT5Config(
                vocab_size=256,
                d_model=32,
                d_kv=8,
                d_ff=32,
                num_layers=1,
                num_heads=4,
                dropout_rate=0.0,
            )
        ),
        vae=vae(),
        transformer=AuraFlowTransformer2DModel(
            sample_size=8,
            patch_size=2,
            in_channels=4,
            num_mmdit_layers=1,
            num_single_dit_layers=1,
            attention_head_dim=8,
            num_attention_heads=4,
            joint_attention_dim=32,
            caption_projection_dim=32,
            out_channels=4,
            pos_embed_max_size=256,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(shift=1.73),
    )


def _lumina2() -> Any:
    return Lumina2Pipeline(
        transformer=Lumina2Transformer2DModel(
            sample_size=8,
            patch_size=2,
            in_channels=4,
            hidden_size=8,
            num_layers=1,
            num_refiner_layers=1,
            num_attention_heads=1,
            num_kv_heads=1,
            multiple_of=16,
            axes_dim_rope=(4, 2, 2),
            axes_lens=(512, 64, 64),
            cap_feat_dim=32,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(shift=6.0),
        vae=flow_vae(latent_channels=4, **_DEEP),
        text_encoder=_gemma(),
        tokenizer=_letters(),
    )


def _chroma() -> Any:
    return ChromaPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=flow_vae(),
        text_encoder=T5EncoderModel(t5_config()),
        tokenizer=t5_tokenizer(),
        transformer=ChromaTransformer2DModel(
            in_channels=64,
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=64,
            axes_dims_rope=(4, 4, 8),
            approximator_hidden_dim=32,
            approximator_layers=1,
            approximator_num_channels=16,
        ),
    )


def _cogview4() -> Any:
    return CogView4Pipeline(
        tokenizer=_letters(),
        text_encoder=GlmModel(
            GlmConfig(
                vocab_size=128,
                hidden_size=32,
                intermediate_size=8,
                num_hidden_layers=2,
                num_attention_heads=4,
                num_key_value_heads=2,
                head_dim=8,
                pad_token_id=0,
            )
        ),
        vae=vae(**_DEEP),
        transformer=CogView4Transformer2DModel(
            patch_size=2,
            in_channels=4,
            out_channels=4,
            num_layers=1,
            attention_head_dim=4,
            num_attention_heads=4,
            text_embed_dim=32,
            time_embed_dim=8,
            condition_dim=4,
            pos_embed_max_size=2,  # left over from CogView 3; its network looks nothing up there
            sample_size=8,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(
            base_shift=0.25, max_shift=0.75, use_dynamic_shifting=True, time_shift_type="linear"
        ),
    )


def _z_image() -> Any:
    tokenizer = _letters()
    tokenizer.chat_template = (
        "{% for each in messages %}<bos>q {{ each.content }}<eos>{% endfor %}"
        "{% if add_generation_prompt %}<bos>x{% endif %}"
    )
    return ZImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=flow_vae(),
        text_encoder=Qwen3Model(
            Qwen3Config(
                vocab_size=128,
                hidden_size=32,
                intermediate_size=32,
                num_hidden_layers=2,
                num_attention_heads=2,
                num_key_value_heads=1,
                head_dim=16,
            )
        ),
        tokenizer=tokenizer,
        transformer=ZImageTransformer2DModel(
            in_channels=16,
            dim=32,
            n_layers=1,
            n_refiner_layers=1,
            n_heads=2,
            n_kv_heads=2,
            cap_feat_dim=32,
            axes_dims=[8, 4, 4],
            axes_lens=[1024, 64, 64],
        ),
    )


FURTHER: Mapping[str, Callable[[], Any]] = MappingProxyType(
    {
        "LatentConsistencyModelPipeline": _latent_consistency,
        "PixArtAlphaPipeline": lambda: _pixart(PixArtAlphaPipeline),
        "PixArtSigmaPipeline": lambda: _pixart(PixArtSigmaPipeline),
        "SanaPipeline": _sana,
        "AuraFlowPipeline": _aura_flow,
        "Lumina2Pipeline": _lumina2,
        "ChromaPipeline": _chroma,
        "CogView4Pipeline": _cogview4,
        "ZImagePipeline": _z_image,
    }
)
"""What builds a small pipeline of each class."""


def save_further(pipeline_class: str, folder: Path) -> Path:
    """A small pipeline of this class, as a folder."""
    torch.manual_seed(0)
    return save(FURTHER[pipeline_class](), folder)


def _gemma() -> Gemma2Model:
    return Gemma2Model(
        Gemma2Config(
            vocab_size=128,
            hidden_size=32,
            intermediate_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            num_key_value_heads=1,
            head_dim=16,
        )
    )


def _letters() -> GemmaTokenizer:
    words = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", "▁", *"abcdefghijklmnopqrstuvwxyz"]
    tokenizer = GemmaTokenizer(
        vocab={word: place for place, word in enumerate(words)}, merges=[], model_max_length=4096
    )
    # As the real ones do: a mark before the text, none behind.
    tokenizer.backend_tokenizer.post_processor = TemplateProcessing(
        single="<bos> $A", special_tokens=[("<bos>", 2)]
    )
    return tokenizer
