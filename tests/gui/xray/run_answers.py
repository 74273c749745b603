"""Answers about runs and pictures, made up for the tests of panes, and what a pane asked for."""

from __future__ import annotations

from typing import Any

import numpy as np

from sdstudio.gui.xray.pane import Pane, XrayContext
from sdstudio.request import GenerationRequest, TrajectoryInfo, TrajectoryStep
from sdstudio.xray import (
    AttentionLayer,
    AttentionReplay,
    Comparison,
    Forward,
    ForwardQuery,
    Guidance,
    Numbers,
    Rgb,
    StepInside,
    Token,
    TokenTable,
    VaeQuery,
    VaeRoundTrip,
)

PROMPT = "a red cat, sleeping"
RUN, OTHER = "r" * 32, "o" * 32


def rgb(width: int = 16, height: int = 16, colour: tuple[int, int, int] = (200, 40, 40)) -> Rgb:
    return Rgb(width=width, height=height, data=bytes(colour) * (width * height))


def latents(seed: int = 0, channels: int = 4, side: int = 8) -> Numbers:
    return Numbers.of(np.random.default_rng(seed).standard_normal((channels, side, side)))


def run(count: int = 5, id: str = RUN, **settings: Any) -> TrajectoryInfo:
    values: dict[str, Any] = {"prompt": PROMPT, "num_inference_steps": count, **settings}
    return TrajectoryInfo(
        request=GenerationRequest(id=id, **values),
        steps=tuple(
            TrajectoryStep(index=index, timestep=1000.0 - index, sigma=10.0 / index)
            for index in range(1, count + 1)
        ),
        first_own=1,
        bytes=1000,
    )


def context(step: int = 3, **values: Any) -> XrayContext:
    given: dict[str, Any] = {
        "trajectory": run(),
        "step": step,
        "model": "starter",
        "schedulers": ("dpmpp_2m", "euler_a", "ddim"),
        "prompt": PROMPT,
        "picture": rgb(32, 32),
        "runs": ((RUN, "a red cat · 0"), (OTHER, "a blue cat · 1")),
    }
    return XrayContext(**{**given, **values})


def step_inside(index: int = 3, *, is_last: bool = False) -> StepInside:
    return StepInside(
        request_id=RUN,
        index=index,
        timestep=997.0,
        sigma=3.5,
        before_picture=rgb(),
        after_picture=None if is_last else rgb(colour=(0, 0, 9)),
        x0_picture=rgb(colour=(9, 0, 0)),
        before=latents(1),
        x0=latents(2),
        noise=latents(3),
        norms=tuple((each, 1.0, 3.0 / each, 1.0) for each in range(1, 6)),
        code="print('step')",
    )


def guidance(scale: float = 4.0, side: int = 16) -> Guidance:
    without = np.zeros((side, side, 3))
    with_prompt = np.zeros((side, side, 3))
    with_prompt[..., 0] = 0.1
    return Guidance(
        request_id=RUN,
        index=3,
        guidance_scale=scale,
        unconditional=latents(1),
        conditional=latents(2),
        x0_unconditional=latents(3),
        x0_conditional=latents(4),
        picture_unconditional=Numbers.of(without),
        picture_conditional=Numbers.of(with_prompt),
        code="print('guidance')",
    )


def token_table() -> TokenTable:
    """``cat`` falls into two tokens; one mark at each end, the rest padding."""
    pieces = [("a</w>", 0, 1), ("red</w>", 2, 5), ("ca", 6, 8), ("t</w>", 8, 9), (",</w>", 9, 10)]
    pieces.append(("sleeping</w>", 11, 19))
    tokens = [Token(id=1, text="<start>", start=0, end=0)]
    tokens += [Token(id=5, text=text, start=start, end=end) for text, start, end in pieces]
    used = len(tokens) + 1
    tokens += [Token(id=2, text="<end>", start=0, end=0)] * (12 - len(tokens))
    return TokenTable(
        tokens=tuple(tokens), used=used, max_tokens=12, cut=(), cut_count=0, code="print('tokens')"
    )


def attention_replay(request_id: str = RUN) -> AttentionReplay:
    name = "down_blocks.1.attentions.0.transformer_blocks.0.attn2"
    return AttentionReplay(
        request_id=request_id,
        tokens=token_table(),
        steps=(1, 2, 3, 4, 5),
        layers=(
            AttentionLayer(name=name, width=8, height=8),
            AttentionLayer(name="mid_block.attentions.0.x", width=4, height=4),
        ),
        bytes=1000,
        code="print('attention')",
    )


def round_trip(query: VaeQuery) -> VaeRoundTrip:
    picture = query.picture
    return VaeRoundTrip(
        original=picture,
        decoded=picture,
        latents=latents(side=4),
        difference=Numbers.of(np.full((picture.height, picture.width), 2.5)),
        psnr=31.25,
        scaling_factor=0.18215,
        code="print('vae')",
    )


def forward(query: ForwardQuery) -> Forward:
    return Forward(
        timestep=query.timestep,
        a=0.6,
        b=0.8,
        original=query.picture,
        noisy=query.picture,
        predicted=query.picture,
        noisy_latents=latents(1),
        predicted_latents=latents(2),
        code="print('forward')",
    )


def comparison(parted_at: int | None = 3) -> Comparison:
    return Comparison(
        first=RUN,
        second=OTHER,
        steps=(1, 2, 3, 4, 5),
        distances=(0.001, 0.002, 0.05, 0.2, 0.3) if parted_at else (0.0,) * 5,
        parted_at=parted_at,
        code="print('compare')",
    )


class Asked:
    """What a pane asked for, in order."""

    def __init__(self, pane: Pane) -> None:
        self.all: list[Any] = []
        pane.asked.connect(self.all.append)

    @property
    def last(self) -> Any:
        return self.all[-1]
