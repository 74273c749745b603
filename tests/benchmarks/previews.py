"""What previews and kept denoisings cost: our run over a plain pipeline call, in turn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from diffusers import AutoencoderKL, DPMSolverMultistepScheduler, UNet2DConditionModel
from diffusers import StableDiffusionPipeline as Pipeline
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from sdstudio.diffusion.added_weights import AddedWeights
from sdstudio.diffusion.decoding import decode_quickly
from sdstudio.diffusion.device import choose_device
from sdstudio.diffusion.generate import Watching, generate
from sdstudio.diffusion.loading import LoadedModel, load
from sdstudio.diffusion.preview import fetch_patch_map
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.schedulers import make_scheduler
from sdstudio.diffusion.streaming import preview_decoders
from sdstudio.model_folder import ModelFolder
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_resources
from sdstudio.request import (
    SCHEDULERS,
    STARTER,
    GenerationRequest,
    ModelDefaults,
    ModelInfo,
    PreviewPlan,
    Stage,
    StepPreview,
    new_id,
)
from tests.benchmarks.report import Row


class Watcher:
    """Counts what it is shown, as a window would."""

    def __init__(self) -> None:
        self.previews = 0
        self.share = 0.0

    def stage_changed(self, stage: Stage) -> None: ...

    def step_finished(self, index: int, num_timesteps: int) -> None: ...

    def wants_preview(self) -> bool:
        return True

    def previewed(self, preview: StepPreview) -> None:
        self.previews += 1
        self.share = preview.share


def measure(device_wish: str | None, pairs: int) -> list[Row]:
    """The ratio for the starter, and for networks of Stable Diffusion 1.5's size."""
    device = choose_device(device_wish)
    rows: list[Row] = []
    with TemporaryDirectory() as cache:
        starter = load(resolve(STARTER, find_resources()), device, Path(cache), lambda: False)
        request = GenerationRequest(prompt="a red apple on a blue background", seed=1)
        rows += _compare("starter, 128 px, 20 steps", starter, request, pairs, 1.10)
        rows.append(_map_quality(starter))
        del starter
        start = time.perf_counter()
        model = _large(device_wish, Path(cache))
        rows.append(
            Row(
                name="SD1.5-sized networks of random weights: made, and preview map fitted",
                value=time.perf_counter() - start,
                unit="s",
            )
        )
        is_cuda = device.torch_device.type == "cuda"
        side, steps = (512, 20) if is_cuda else (256, 6)
        request = GenerationRequest(
            prompt="a cat", seed=1, width=side, height=side, num_inference_steps=steps
        )
        name = f"SD1.5-sized, {side} px, {steps} steps"
        rows += _compare(name, model, request, max(3, pairs // 3), 1.03)
    return rows


def _compare(
    name: str, model: LoadedModel, request: GenerationRequest, pairs: int, goal: float
) -> list[Row]:
    watcher = Watcher()
    ring = TrajectoryRing(512 * 1024**2)

    def plain() -> None:
        model.pipeline.scheduler = make_scheduler(request.scheduler, model.scheduler_config)
        model.pipeline(
            prompt=request.prompt,
            negative_prompt="",
            num_inference_steps=request.num_inference_steps,
            guidance_scale=request.guidance_scale,
            width=request.width,
            height=request.height,
            generator=torch.Generator("cpu").manual_seed(request.seed),
            output_type="np",
        )

    def ours() -> None:
        watching = Watching(previews=PreviewPlan(share=0.01), ring=ring)
        generate(model, replace(request, id=new_id()), watcher, lambda: False, watching=watching)

    plain()
    ours()
    watcher.previews = 0
    ratios, times, shares = [], [], []
    for number in range(pairs):
        # In turn, and each first every other time, so that a drifting clock speed cancels out.
        order = (plain, ours) if number % 2 else (ours, plain)
        took = {run: _seconds(run) for run in order}
        ratios.append(took[ours] / took[plain])
        times.append(took[plain])
        shares.append(100 * watcher.share)
    assert watcher.previews == pairs * request.num_inference_steps
    return [
        Row(
            name=f"previews at every step, denoising kept / plain call: {name}",
            value=statistics.median(ratios),
            unit="×",
            goal=goal,
            how=f"median of {pairs} pairs, {min(ratios):.3f} to {max(ratios):.3f}",
        ),
        Row(
            name=f"what the map took of the denoising time: {name}",
            value=statistics.median(shares),
            unit="%",
            how="a preview at every step",
        ),
        Row(name=f"plain call: {name}", value=statistics.median(times), unit="s"),
        Row(
            name=f"the denoising in memory: {name}",
            value=ring.bytes() / (pairs + 1) / 2**20,
            unit="MiB",
        ),
    ]


@torch.no_grad()
def _map_quality(model: LoadedModel) -> Row:
    """How much of finished pictures the map explains, over all their pixels and colours."""
    ring = TrajectoryRing(2**30)
    wanted, mapped = [], []
    for seed, thing in enumerate(("cat", "red apple", "house", "octopus", "rocket", "pizza")):
        request = GenerationRequest(prompt=f"a {thing} on a teal background", seed=seed)
        generate(model, request, Watcher(), lambda: False, watching=Watching(ring=ring))
        trajectory = ring.get(request.id)
        assert trajectory is not None
        latents = trajectory.moments[-1].x0.to(model.pipeline.vae.device)
        wanted.append(decode_quickly(model.pipeline.vae, latents).float().cpu())
        mapped.append(model.patch_map.to_rgb(latents.float()).float().cpu())
    truth, guess = torch.stack(wanted), torch.stack(mapped)
    share = 1 - (truth - guess).pow(2).sum() / (truth - truth.mean((0, 1, 2))).pow(2).sum()
    return Row(
        name="R² of the fitted map on the starter's VAE",
        value=float(share),
        unit="",
        how="finished pictures in full size; at least 0.9 is the goal",
    )


def _seconds(run: Callable[[], None]) -> float:
    if torch.cuda.is_available():
        torch.cuda.synchronize()
    start = time.perf_counter()
    run()
    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return time.perf_counter() - start


def _large(device_wish: str | None, cache: Path) -> LoadedModel:
    """Stable Diffusion 1.5's architecture with random weights."""
    device = choose_device(device_wish)
    torch.manual_seed(0)
    tokenizer = find_resources() / "starter-model" / "pipeline" / "tokenizer"
    pipeline = Pipeline(
        vae=AutoencoderKL(
            block_out_channels=(128, 256, 512, 512),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            layers_per_block=2,
            latent_channels=4,
            sample_size=512,
        ),
        text_encoder=CLIPTextModel(
            CLIPTextConfig(
                hidden_size=768,
                intermediate_size=3072,
                num_hidden_layers=12,
                num_attention_heads=12,
                projection_dim=768,
            )
        ),
        tokenizer=CLIPTokenizer.from_pretrained(tokenizer),
        unet=UNet2DConditionModel(sample_size=64, cross_attention_dim=768, attention_head_dim=8),
        scheduler=DPMSolverMultistepScheduler(
            beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).to(device.torch_device, device.dtype)
    pipeline.set_progress_bar_config(disable=True)
    patch_map = fetch_patch_map(pipeline.vae, [], cache, lambda: None)
    defaults = ModelDefaults(
        width=512, height=512, num_inference_steps=25, guidance_scale=7.5, scheduler="dpmpp_2m"
    )
    return LoadedModel(
        folder=ModelFolder(
            reference="large",
            path=cache,
            name="SD1.5-sized",
            pipeline_class="StableDiffusionPipeline",
            components=(),
            defaults=defaults,
        ),
        pipeline=pipeline,
        device=device,
        info=ModelInfo(
            reference="large",
            name="SD1.5-sized",
            pipeline_class="StableDiffusionPipeline",
            size_factor=8,
            min_side=64,
            max_side=4096,
            defaults=defaults,
            max_tokens=77,
            device=device.label,
            dtype=device.dtype_name,
            parameters=0,
            schedulers=tuple(SCHEDULERS),
        ),
        scheduler_config=dict(pipeline.scheduler.config),
        patch_map=patch_map,
        preview_decoders=preview_decoders(pipeline.vae, patch_map),
        fingerprint="large",
        added=AddedWeights(pipeline, device, lambda name: getattr(pipeline, name)),
    )
