"""The diffusers pipelines that make pictures from words (or of their own accord) and are run.

One table, read where torch is not: which settings the makers recommend, what of a request the
pipeline heeds, how it plans its steps, and what it must be given besides. Each entry is proven by a
test with a small pipeline of that very class. Names are looked up here only; a class that is not
here is refused, so a model folder cannot make the app run any other code of the libraries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from sdstudio.request import UnsupportedModel

Planning = Literal["scheduler", "flux", "channels", "timesteps"]
"""Who lays out the noise levels of a run.

``scheduler``: the scheduler, given the number of steps. ``flux``: the pipeline gives an even ladder
of noise levels, and a shift that follows from the picture's size. ``channels``: likewise, but the
shift follows from the number of latent channels (Lumina 2's own way). ``timesteps``: the pipeline
gives timesteps, noise levels and a shift (CogView 4).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineKind:
    """What is to be known of a pipeline class before a model of it is loaded.

    ``steps``, ``guidance`` and ``scheduler`` are what its makers recommend, from model cards or the
    call's own defaults; ``side`` is that of the picture where the configs do not tell it, in
    pixels, and ``sample_size`` what the pipeline assumes where the network tells none.
    ``multiple`` must divide both sides whatever the VAE. ``schedulers`` are the ids it can be run
    with; empty where its planning and the model decide. ``arguments`` are given to every call.
    ``is_packed`` pipelines keep latents as a sequence of patches. ``is_dissected`` are those whose
    inner flow the X-ray knows. ``needs_bfloat16`` tells that float16 overflows.
    """

    steps: int
    guidance: float
    scheduler: str
    side: int = 1024
    sample_size: int | None = None
    multiple: int = 1
    fewest_steps: int = 1
    has_negative_prompt: bool = True
    planning: Planning = "scheduler"
    schedulers: tuple[str, ...] = ()
    arguments: Mapping[str, object] = field(default_factory=dict)
    is_packed: bool = False
    is_dissected: bool = False
    needs_bfloat16: bool = False


# Their pipelines would make the picture in the nearest of their own sizes and resize it to the one
# that was asked for; and clean prompts of what looks like HTML, if a further package is there.
_AS_ASKED: Mapping[str, object] = MappingProxyType(
    {"use_resolution_binning": False, "clean_caption": False}
)

# These always pass a list of noise levels and a shift, which few other classes take.
_FLOW_EULER = ("flow_euler", "flow_euler_karras", "flow_euler_exponential", "flow_euler_beta")

PIPELINES: Mapping[str, PipelineKind] = MappingProxyType(
    {
        "StableDiffusionPipeline": PipelineKind(
            steps=25, guidance=7.5, scheduler="dpmpp_2m", side=512, is_dissected=True
        ),
        "StableDiffusionXLPipeline": PipelineKind(
            steps=25, guidance=5.0, scheduler="dpmpp_2m", is_dissected=True
        ),
        "StableDiffusion3Pipeline": PipelineKind(
            steps=28, guidance=7.0, scheduler="flow_euler", is_dissected=True
        ),
        "FluxPipeline": PipelineKind(
            steps=28,
            guidance=3.5,
            scheduler="flow_euler",
            sample_size=128,
            has_negative_prompt=False,
            planning="flux",
            is_packed=True,
            is_dissected=True,
            needs_bfloat16=True,
        ),
        # DDPM's own thousand steps take minutes without a card; fifty are DDIM's default.
        "DDPMPipeline": PipelineKind(
            steps=50,
            guidance=0.0,
            scheduler="ddim",
            has_negative_prompt=False,
            is_dissected=True,
        ),
        "DDIMPipeline": PipelineKind(
            steps=50,
            guidance=0.0,
            scheduler="ddim",
            has_negative_prompt=False,
            is_dissected=True,
        ),
        # It shows what the scheduler calls "denoised", which only this one gives.
        "LatentConsistencyModelPipeline": PipelineKind(
            steps=4,
            guidance=8.5,
            scheduler="lcm",
            side=768,
            multiple=8,
            has_negative_prompt=False,
            schedulers=("lcm",),
        ),
        # Asked for one step, it takes a second result from the scheduler, which most have not.
        "PixArtAlphaPipeline": PipelineKind(
            steps=20,
            guidance=4.5,
            scheduler="dpmpp_2m",
            multiple=8,
            fewest_steps=2,
            arguments=_AS_ASKED,
        ),
        "PixArtSigmaPipeline": PipelineKind(
            steps=20, guidance=4.5, scheduler="dpmpp_2m", multiple=8, arguments=_AS_ASKED
        ),
        "SanaPipeline": PipelineKind(
            steps=20,
            guidance=4.5,
            scheduler="flow_dpmpp_2m",
            multiple=32,
            arguments=_AS_ASKED,
            needs_bfloat16=True,
        ),
        "AuraFlowPipeline": PipelineKind(steps=50, guidance=3.5, scheduler="flow_euler"),
        "Lumina2Pipeline": PipelineKind(
            steps=30,
            guidance=4.0,
            scheduler="flow_euler",
            planning="channels",
            schedulers=_FLOW_EULER,
            needs_bfloat16=True,
        ),
        "ChromaPipeline": PipelineKind(
            steps=35,
            guidance=5.0,
            scheduler="flow_euler",
            sample_size=128,
            planning="flux",
            schedulers=_FLOW_EULER,
            is_packed=True,
            needs_bfloat16=True,
        ),
        # Turbo's settings, which is what there is: distilled to eight steps, guidance built in.
        "ZImagePipeline": PipelineKind(
            steps=9,
            guidance=0.0,
            scheduler="flow_euler",
            sample_size=128,
            planning="flux",
            schedulers=_FLOW_EULER,
            needs_bfloat16=True,
        ),
        "CogView4Pipeline": PipelineKind(
            steps=50,
            guidance=5.0,
            scheduler="flow_euler",
            multiple=16,
            planning="timesteps",
            schedulers=("flow_euler",),
            needs_bfloat16=True,
        ),
    }
)
"""Pipeline classes this version runs, by name."""

_WITH_A_PICTURE = (
    *("Img2Img", "Inpaint", "ControlNet", "Upscale", "Depth2Img", "Pix2Pix", "Edit", "Kontext"),
    *("Fill", "ImageVariation", "Adapter", "Redux"),
)
"""In the names of diffusers' pipelines that need a picture besides the prompt."""


def check_pipeline(pipeline_class: object, model: object) -> None:
    """Checks that models of this class are run; ``model`` is its path or name, for the sentence.

    Raises:
        UnsupportedModel: they are not.
    """
    if pipeline_class in PIPELINES:
        return
    name = pipeline_class if isinstance(pipeline_class, str) else "model of an unknown kind"
    known = ", ".join(PIPELINES)
    if any(word in name for word in _WITH_A_PICTURE):
        raise UnsupportedModel(
            "“{model}” is a {kind}, which needs a picture besides the prompt; this version makes "
            "pictures from words alone.",
            "It runs models of these kinds: {known}.",
            model=model,
            kind=name,
            known=known,
        )
    raise UnsupportedModel(
        "“{model}” is a {kind}, which this version cannot run.",
        "It runs models of these kinds: {known}.",
        model=model,
        kind=name,
        known=known,
    )
