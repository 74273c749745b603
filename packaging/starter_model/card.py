"""The model card and its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from diffusers import DDPMPipeline, StableDiffusionPipeline
from PIL import Image, ImageDraw, ImageFont
from tqdm import tqdm

from starter_model import concepts, text
from starter_model.captions import SHARES
from starter_model.colours import COLOURS
from starter_model.concepts import LANGUAGES, Concept
from starter_model.denoiser import GUIDANCE
from starter_model.export import STEPS, example_prompts
from starter_model.recipe import Recipe, Workplace
from starter_model.report import LANGUAGE_NAMES
from starter_model.sheets import sheet
from starter_model.storing import save_text
from starter_model.training import spent
from starter_model.unconditional import ENLARGED, GRID_COLUMNS, GRID_ROWS, draw_samples

# How the sample sheet is laid out, in pixels.
TILE, GAP, LINE, COLUMNS = 160, 8, 20, 8
SHEET_SEED = 3
# The sheet shows those first that everyone knows.
SHOWN = 32


def sheet_prompts(chosen: Sequence[Concept]) -> list[str]:
    """The examples, then things in their own colours spread over the whole vocabulary."""
    examples = example_prompts(chosen)
    told = [*examples["en"], *examples["ja"][:2], *examples["ko"][:2], *examples["zh"][:2]]
    rest = SHOWN - len(told)
    every = max(1, len(chosen) // rest)
    return told + [each.names["en"][0] for each in chosen[::every][:rest]]


def draw_sheets(folder: Path, chosen: Sequence[Concept], *, device: str) -> None:
    """``samples.png`` of the exported pipeline and ``unconditional.png`` of the small model."""
    pipeline = StableDiffusionPipeline.from_pretrained(
        folder / "pipeline", dtype=torch.float32, safety_checker=None
    ).to(device)
    pipeline.set_progress_bar_config(disable=True)
    prompts = sheet_prompts(chosen)
    drawn = []
    for asked in tqdm(prompts, desc="samples", unit="picture", mininterval=5):
        drawn += pipeline(
            asked,
            num_inference_steps=STEPS,
            guidance_scale=GUIDANCE,
            generator=torch.Generator("cpu").manual_seed(SHEET_SEED),
        ).images
    lay_out(drawn, prompts).save(folder / "samples.png", optimize=True)

    small = DDPMPipeline.from_pretrained(folder / "unconditional").to(device)
    count = GRID_COLUMNS * GRID_ROWS
    pictures = draw_samples(small.unet.float(), count, seed=SHEET_SEED, steps=50)
    sheet(pictures, GRID_COLUMNS, ENLARGED).save(folder / "unconditional.png", optimize=True)


def lay_out(pictures: Sequence[Image.Image], captions: Sequence[str]) -> Image.Image:
    """Pictures in rows with what was asked below each."""
    rows = -(-len(pictures) // COLUMNS)
    wide, high = TILE + GAP, TILE + LINE + GAP
    laid = Image.new("RGB", (COLUMNS * wide + GAP, rows * high + GAP), "white")
    draw = ImageDraw.Draw(laid)
    for place, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
        left = GAP + place % COLUMNS * wide
        top = GAP + place // COLUMNS * high
        laid.paste(picture.resize((TILE, TILE), Image.Resampling.LANCZOS), (left, top))
        _write(draw, caption, left, top + TILE + 3)
    return laid


def _write(draw: ImageDraw.ImageDraw, caption: str, left: int, top: int) -> None:
    font = _font(caption)
    size = 13.0
    while size > 7 and draw.textlength(caption, font=font) > TILE:
        size -= 0.5
        font = _font(caption, size)
    draw.text((left, top), caption, fill="#303030", font=font)


def _font(caption: str, size: float = 13.0) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    # Pillow's own font has no East Asian letters.
    if not caption.isascii():
        for name in ("NotoSansCJK-Regular.ttc", "msgothic.ttc", "AppleGothic.ttf"):
            try:
                return ImageFont.truetype(name, size)
            except OSError:
                continue
    return ImageFont.load_default(size)


def write_card(recipe: Recipe, work: Workplace) -> None:
    """``README.md`` of the exported folder, from what was trained and measured."""
    chosen = concepts.read(work.concepts)
    folder = work.exported
    report = work.folder / "report.md"
    # What is to be said of this one build.
    notes = work.folder / "notes.md"
    parts = (
        ("tokenizer", "CLIP's byte-pair encoding, Stable Diffusion 1.5's own ids", "tokenizer"),
        (
            "text encoder",
            f"`CLIPTextModel`, hidden size {recipe.text.width}, {recipe.text.layers} layers",
            "text_encoder",
        ),
        (
            "UNet",
            f"`UNet2DConditionModel`, {_listed(recipe.unet_channels)} channels",
            "unet",
        ),
        (
            "VAE",
            f"`AutoencoderKL`, factor 8: {recipe.side} × {recipe.side} pixels and "
            f"4 × {recipe.side // 8} × {recipe.side // 8} latents",
            "vae",
        ),
    )
    rows = [
        f"| {name} | {what} | {_megabytes(folder / 'pipeline' / part)} |"
        for name, what, part in parts
    ]
    rows.append(
        f"| unconditional | `UNet2DModel`, 32 × 32 pixels, {len(recipe.faces)} kinds of animal "
        f"face | {_megabytes(folder / 'unconditional')} |"
    )
    names = ", ".join(dict.fromkeys(each.names["en"][0] for each in chosen))
    trained = [
        _compute("VAE", work.vae_training),
        _compute("text encoder, on captions alone", work.meaning),
        _compute("UNet", work.denoiser),
        _compute("unconditional UNet", work.unconditional),
    ]
    pictures = np.load(work.pictures, mmap_mode="r")
    spoken = ", ".join(f"{LANGUAGE_NAMES[key]} {SHARES[key]:.0%}" for key in LANGUAGES)
    measured = (
        report.read_text("utf-8") if report.exists() else "This build has not been evaluated.\n"
    )
    card = CARD.format(
        parts="\n".join(rows),
        total=_megabytes(folder / "pipeline", folder / "unconditional"),
        count=len(chosen),
        colours=len(COLOURS),
        side=recipe.side,
        steps=STEPS,
        guidance=f"{GUIDANCE:g}",
        names=names,
        measured=measured,
        pictures=len(pictures),
        styles=" and ".join({"3d": "3D", "flat": "flat"}[each] for each in recipe.styles),
        trained="\n".join(trained),
        spoken=spoken,
        rows=len(text.Captions.load(work.captions).rows),
        notes=f"\n{notes.read_text('utf-8')}" if notes.exists() else "",
        faces=", ".join(each.removesuffix(" face") for each in recipe.faces),
    )
    save_text(folder / "README.md", card)


def _listed(numbers: Sequence[int]) -> str:
    *first, last = (str(each) for each in numbers)
    return f"{', '.join(first)} and {last}"


def _megabytes(*folders: Path) -> str:
    total = sum(
        path.stat().st_size for folder in folders for path in folder.rglob("*") if path.is_file()
    )
    return f"{total / 1e6:.1f} MB"


def _compute(what: str, folder: Path) -> str:
    used = spent(folder)
    return f"| {what} | {used.steps:,} | {used.samples:,} | {used.seconds / 60:.0f} |"


CARD = """\
# The starter model

A small trained text-to-image model that ships with the app, so that the first picture needs no
download, no graphics card and no account. It is a latent diffusion model in the format of
diffusers' `StableDiffusionPipeline` and runs through the same code as Stable Diffusion 1.5. Beside
it lies a still smaller model that draws without a prompt.

| part | what | size |
|---|---|---|
{parts}

Together {total}. Weights are stored in float16 and run in float32 on a CPU. Prediction type: v
(the unconditional model: epsilon); noise schedule: scaled linear.

![What it draws](samples.png)

## What it knows

{count} things, each in its own colours or one of {colours} others, on one of {colours} plain
backgrounds: "a blue cat on a yellow background", and the same in Japanese, Korean and Chinese:
"青い猫". Where no background is named it is white. Recommended: {side} × {side} pixels,
{steps} steps, guidance scale 3 to 6.

{names}.

## What it does not know

It draws one thing on a plain background, in one look. It knows no actions, places, counts or
relations: "a cat riding a bicycle" gives a blend. A word it has not seen says nothing to it. It has
seen no photographs and no real people. What is smaller than about four pixels comes out soft.

## Measured

{measured}
## Training

Trained by the recipe in `packaging/starter_model` from {pictures:,} composed pictures ({styles}
style). Captions: {spoken}; {rows:,} of CLIP's 49,408 embedding rows are in use, the others
are zero.

| part | steps | samples | core-minutes |
|---|---|---|---|
{trained}

The VAE starts as a small picture made large again; its loss is on pixels, edges and KL. The text
encoder learns from captions alone to tell thing, colour, background and style apart in all four
languages, then it is frozen. The UNet learns v prediction with weights SNR + 1 (SNR capped at 5),
10 % of captions dropped, an exponential moving average and AdamW.
{notes}
## The unconditional model

`unconditional/` is a `DDPMPipeline` with `DDPMScheduler`'s usual settings. It draws animal faces
({faces}) on pastel backgrounds.

![What it draws without a prompt](unconditional.png)

## Data and licences

Pictures: Fluent Emoji by Microsoft. Names: emojibase. Vocabulary: CLIP. All under the MIT licence;
the notices are in `LICENSES.md`. The weights are under the Apache License 2.0.
"""
