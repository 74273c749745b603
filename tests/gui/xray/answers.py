"""Answers of the X-ray with numbers that are easy to tell apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sdstudio.gui.xray.pane import XrayContext
from sdstudio.request import GenerationRequest, TrajectoryInfo, TrajectoryStep
from sdstudio.xray import (
    Embedding,
    Flow,
    Numbers,
    Part,
    PipelineMap,
    Schedule,
    ScheduleQuery,
    Token,
    TokenTable,
)

CODE = "import torch  # as it stands\nprint('a', 1.5)\n"


def context(*, prompt: str = "a blue cat", step: int = 3) -> XrayContext:
    """A run of five steps with Euler, and settings of the next picture with DDIM and ten."""
    request = GenerationRequest(prompt=prompt, scheduler="euler", num_inference_steps=5)
    steps = tuple(
        TrajectoryStep(index=index, timestep=1000 - 200 * index, sigma=6.0 - index)
        for index in range(1, 6)
    )
    return XrayContext(
        trajectory=TrajectoryInfo(request=request, steps=steps, first_own=1, bytes=1),
        step=step,
        model="starter",
        schedulers=("dpmpp_2m", "euler", "ddim"),
        prompt=prompt,
        negative_prompt="a red dog",
        scheduler="ddim",
        num_inference_steps=10,
        width=256,
    )


def token_table(prompt: str, *, most: int = 7) -> TokenTable:
    """One token a word; a model that reads seven, the two marks included."""
    tokens = [Token(id=100, text="<start>", start=0, end=0)]
    at = 0
    for word in prompt.split():
        at = prompt.index(word, at)
        number = 1000 + len(tokens)
        tokens.append(Token(id=number, text=f"{word}</w>", start=at, end=at + len(word)))
        at += len(word)
    read, cut = tokens[: most - 1], tokens[most - 1 :]
    end = Token(id=101, text="<end>", start=0, end=0)
    used = len(read) + 1
    padded = (*read, end, *[end] * (most - used))
    return TokenTable(
        tokens=padded,
        used=used,
        max_tokens=most,
        cut=tuple(cut[:1000]),
        cut_count=len(cut),
        code=CODE,
    )


def embedding(prompt: str, negative: str) -> Embedding:
    """States of width 12 in which number r of row c is 12 r + c."""
    one, other = token_table(prompt), token_table(negative)
    states = np.arange(7 * 12).reshape(7, 12)
    return Embedding(
        prompt=Numbers.of(states),
        negative=Numbers.of(-states),
        tokens=one,
        negative_tokens=other,
        similarity=Numbers.of(np.eye(one.used)),
        against_negative=Numbers.of(np.full((one.used, other.used), 0.5)),
        code=CODE,
    )


def schedule(query: ScheduleQuery) -> Schedule:
    """Evenly spaced steps; another noise schedule has half the sigmas."""
    count = query.num_inference_steps
    size = 1.0 if query.noise_schedule == "model" else 0.5
    return Schedule(
        scheduler=query.scheduler,
        timesteps=tuple(float(999 - place * (999 // count)) for place in range(count)),
        sigmas=tuple(size * (count - place) for place in range(count)),
        alphas_cumprod=Numbers.of(np.linspace(1, 0, 1000)),
        code=f"{CODE}# {query.scheduler}\n",
    )


def part(name: str, class_name: str, parameters: int = 0) -> Part:
    """A component; those with parameters have layers."""
    return Part(
        name=name,
        class_name=class_name,
        library="diffusers",
        parameters=parameters,
        bytes=4 * parameters,
        dtype="float32" if parameters else "",
        device="cpu" if parameters else "",
        config=f'{{"name": "{name}"}}',
        tree=f"{class_name}(…)" if parameters else "",
        code=f"pipe.{name}",
    )


def pipeline_map() -> PipelineMap:
    """Stable Diffusion, small, with a part that takes no part in a run."""

    def flow(source: str, target: str, what: str, *shape: int) -> Flow:
        return Flow(source=source, target=target, what=what, shape=shape)

    return PipelineMap(
        pipeline_class="StableDiffusionPipeline",
        parts=(
            part("tokenizer", "CLIPTokenizer"),
            part("text_encoder", "CLIPTextModel", 7_000_000),
            part("unet", "UNet2DConditionModel", 8_000_000),
            part("scheduler", "DDIMScheduler"),
            part("vae", "AutoencoderKL", 2_500_000),
            part("feature_extractor", "CLIPImageProcessor"),
        ),
        flows=(
            flow("prompt", "tokenizer", "prompt"),
            flow("tokenizer", "text_encoder", "input_ids", 1, 77),
            flow("text_encoder", "unet", "prompt_embeds", 2, 77, 128),
            flow("scheduler", "unet", "latents", 2, 4, 16, 16),
            flow("unet", "scheduler", "noise_pred", 2, 4, 16, 16),
            flow("unet", "scheduler", "guided noise_pred", 1, 4, 16, 16),
            flow("scheduler", "vae", "latents", 1, 4, 16, 16),
            flow("vae", "image", "image", 1, 3, 128, 128),
        ),
        text="StableDiffusionPipeline {}",
        code=CODE,
    )


def without_model(given: XrayContext) -> XrayContext:
    """The same while no model is in memory."""
    return replace(given, model="")
