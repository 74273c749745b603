"""The recipe's stages, each of which reads and writes one `Workplace`."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from diffusers import AutoencoderKL
from tqdm import tqdm
from transformers import CLIPTokenizer

from starter_model import (
    RecipeError,
    classifier,
    concepts,
    pictures,
    text,
    unconditional,
    vae,
)
from starter_model import evaluate as evaluation
from starter_model.captions import captions_for, prompt
from starter_model.card import draw_sheets, write_card
from starter_model.colours import COLOURS
from starter_model.denoiser import train_denoiser, trained_unet
from starter_model.export import export_pipeline, write_about
from starter_model.pictures import Picture
from starter_model.recipe import Recipe, Workplace
from starter_model.sources import fetch
from starter_model.sprites import STYLES, Sprites, SpriteSource
from starter_model.storing import save_array, save_text
from starter_model.training import CHECKPOINT, Hardware

Stage = Callable[[Recipe, Workplace, Hardware], None]

# Every so many concepts, one is kept from the VAE to measure it by.
HELD_OUT_EVERY = 16


def fetch_sources(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """Gets and unpacks the picture packages."""
    fetch(work.sources, recipe.sources)


def compose(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """Sprites, training pictures and their captions.

    What is drawn from the packages may have been made on another machine: where it is there,
    neither the packages nor Qt are needed.
    """
    if not (work.concepts.exists() and work.sprites.exists() and work.tokenizer.exists()):
        _draw_sprites(recipe, work)
    compose_pictures(recipe, work)


def _draw_sprites(recipe: Recipe, work: Workplace) -> None:
    sources = fetch(work.sources, recipe.sources)
    source = SpriteSource(sources.three_d, sources.flat)
    emoji = {
        language: json.loads((sources.emojibase / language / "data.json").read_text("utf-8"))
        for language in concepts.LANGUAGES
    }
    chosen = concepts.choose(
        emoji,
        concepts.read_core(recipe.core),
        available=source.hexcodes,
        everything=recipe.everything,
    )
    Sprites.render(source, chosen, recipe.styles).save(work.sprites)
    text.write_tokenizer(sources.open_clip_wheel, work.tokenizer)
    concepts.write(chosen, work.concepts)


def compose_pictures(recipe: Recipe, work: Workplace) -> None:
    """Pictures, captions and their tokens from the sprites."""
    chosen = concepts.read(_made(work.concepts, "compose"))
    sprites = Sprites.load(_made(work.sprites, "compose"))
    planned = pictures.plan(
        chosen, sprites, styles=recipe.styles, variants=recipe.variants, seed=recipe.seed
    )
    pictures.write_plan(planned, work.plan)
    if not work.pictures.exists():
        pictures.make_all(planned, sprites, work.pictures, side=recipe.side, seed=recipe.seed)
    if not work.captions.exists():
        tokenizer = CLIPTokenizer.from_pretrained(work.tokenizer)
        captions = captions_for(chosen, planned, each=recipe.captions, seed=recipe.seed)
        sizes = (len(chosen), len(COLOURS) + 1, len(COLOURS), len(STYLES))
        text.tokenize(tokenizer, captions, _labels(planned), sizes).save(work.captions)


def train_vae(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """The VAE, then every picture's latents through it."""
    planned = pictures.read_plan(_made(work.plan, "compose"))
    vae.train_vae(
        pictures=_made(work.pictures, "compose"),
        held_out=held_out(planned),
        block_out_channels=recipe.vae_channels,
        training=recipe.vae,
        hardware=hardware,
        folder=work.vae_training,
    )
    if not work.latents.exists():
        _encode(recipe, work, hardware)


def _encode(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    trained = vae.trained_vae(work.vae_training, recipe.vae_channels, recipe.side)
    stored = np.load(work.pictures, mmap_mode="r")
    batch = 64 if hardware.device == "cpu" else 512
    latents = vae.encode_all(trained, stored, device=hardware.device, batch=batch)
    trained.cpu()
    vae.normalise(trained, latents)
    trained.save_pretrained(work.vae)
    mean, std = latents.mean((0, 2, 3), keepdim=True), latents.std((0, 2, 3), keepdim=True)
    save_array(work.latents, ((latents - mean) / std).numpy())


def train_text(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """The text encoder."""
    text.train_text(
        captions=_made(work.captions, "compose"),
        width=recipe.text.width,
        layers=recipe.text.layers,
        training=recipe.meaning,
        hardware=hardware,
        folder=work.meaning,
    )


def train_unet(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """The denoiser."""
    _made(work.meaning / CHECKPOINT, "text")
    train_denoiser(
        latents=_made(work.latents, "vae"),
        captions=_made(work.captions, "compose"),
        text_folder=work.meaning,
        text=recipe.text,
        vae=work.vae,
        block_out_channels=recipe.unet_channels,
        samples=_sample_ids(work),
        training=recipe.denoiser,
        hardware=hardware,
        folder=work.denoiser,
    )


def train_unconditional(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """The small model that needs no prompt."""
    if not work.faces.exists():
        unconditional.make_faces(
            concepts.read(_made(work.concepts, "compose")),
            Sprites.load(_made(work.sprites, "compose")),
            work.faces,
            labels=recipe.faces,
            variants=recipe.face_variants,
            seed=recipe.seed,
        )
    unconditional.train_unconditional(
        pictures=work.faces,
        block_out_channels=recipe.unconditional_channels,
        training=recipe.unconditional,
        hardware=hardware,
        folder=work.unconditional,
    )


def train_classifier(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """The judge. It sees real pictures only."""
    planned = pictures.read_plan(_made(work.plan, "compose"))
    classifier.train_classifier(
        pictures=_made(work.pictures, "compose"),
        concepts=np.array([each.concept for each in planned]),
        count=len(concepts.read(work.concepts)),
        training=recipe.classifier,
        # Its batch statistics are one process's own.
        hardware=replace(hardware, processes=1),
        folder=work.classifier,
    )


def export(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """Both pipelines, what the app is told, the sample pictures and the card."""
    chosen = concepts.read(_made(work.concepts, "compose"))
    data = text.Captions.load(_made(work.captions, "compose"))
    _made(work.denoiser / CHECKPOINT, "unet")
    _made(work.unconditional / CHECKPOINT, "unconditional")
    work.exported.mkdir(exist_ok=True)
    shape = recipe.text
    encoder = text.trained_encoder(work.meaning, data, width=shape.width, layers=shape.layers)
    export_pipeline(
        work.exported / "pipeline",
        vae=AutoencoderKL.from_pretrained(_made(work.vae, "vae")),
        unet=trained_unet(
            work.denoiser,
            block_out_channels=recipe.unet_channels,
            sample_size=recipe.side // 8,
            cross_attention_dim=shape.width,
        ),
        text_encoder=text.over_all_ids(encoder, data.rows),
        tokenizer=work.tokenizer,
    )
    unconditional.export_unconditional(
        work.unconditional,
        work.exported / "unconditional",
        block_out_channels=recipe.unconditional_channels,
    )
    write_about(work.exported, chosen, recipe.side)
    draw_sheets(work.exported, chosen, device=hardware.device)
    write_card(recipe, work)


def evaluate(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
    """Scores the exported pipeline and writes the figures into the card."""
    chosen = concepts.read(_made(work.concepts, "compose"))
    planned = pictures.read_plan(work.plan)
    stored = np.load(_made(work.pictures, "compose"), mmap_mode="r")
    unseen = np.flatnonzero(held_out(planned))
    _made(work.classifier / CHECKPOINT, "classifier")
    judge = classifier.trained_classifier(work.classifier, len(chosen))
    asked = recipe.judged
    report = evaluation.evaluate(
        _made(work.exported / "pipeline", "export"),
        chosen,
        Sprites.load(work.sprites),
        judge,
        work=work.evaluation,
        held_out=stored[unseen[:: max(1, len(unseen) // asked.held_out)][: asked.held_out]],
        seed=recipe.seed + 1,
        per_language=asked.per_language,
        floor=asked.floor,
        diverse=asked.diverse,
        device=hardware.device,
        batch=8 if hardware.device == "cpu" else 64,
    )
    save_text(work.report, report.to_json())
    save_text(work.folder / "report.md", report.to_markdown())
    write_card(recipe, work)
    tqdm.write(report.to_markdown())


STAGES: Mapping[str, Stage] = {
    "fetch": fetch_sources,
    "compose": compose,
    "vae": train_vae,
    "text": train_text,
    "unet": train_unet,
    "unconditional": train_unconditional,
    "classifier": train_classifier,
    "export": export,
    "evaluate": evaluate,
}


def held_out(planned: list[Picture]) -> npt.NDArray[np.bool_]:
    """Which pictures the VAE never sees: all those of some concepts."""
    count = 1 + max(each.concept for each in planned)
    first = min(HELD_OUT_EVERY // 2, count - 1)
    return np.array([each.concept % HELD_OUT_EVERY == first for each in planned])


def _labels(planned: list[Picture]) -> npt.NDArray[np.int64]:
    """(N, 4) in the order of `text.ATTRIBUTES`; colour 0 is the thing's own."""
    names = list(COLOURS)
    return np.array(
        [
            (
                each.concept,
                0 if each.colour is None else 1 + names.index(each.colour),
                names.index(each.background),
                STYLES.index(each.style),
            )
            for each in planned
        ]
    )


def _sample_ids(work: Workplace) -> tuple[tuple[int, ...], ...]:
    """The prompts of the grids: 32 things, coloured and not, in all languages."""
    chosen = concepts.read(work.concepts)
    chance = random.Random(7)
    wanted = []
    for turn in range(32):
        concept = (
            chosen[turn * 2] if turn < 16 and turn * 2 < len(chosen) else chance.choice(chosen)
        )
        wanted.append(
            prompt(
                concept,
                language="en" if turn < 20 else concepts.LANGUAGES[1 + turn % 3],
                colour=chance.choice(list(COLOURS)) if turn % 4 >= 2 else None,
                background=chance.choice(list(COLOURS)) if turn % 2 else None,
            )
        )
    data = text.Captions.load(work.captions)
    small = torch.full((text.VOCABULARY,), int(data.empty[-1]))
    small[data.rows] = torch.arange(len(data.rows))
    ids = small[text.ids_of(CLIPTokenizer.from_pretrained(work.tokenizer), wanted)]
    save_text(work.folder / "grid-prompts.txt", "\n".join(wanted) + "\n")
    return tuple(tuple(int(each) for each in row) for row in ids)


def _made(path: Path, stage: str) -> Path:
    if not path.exists():
        raise RecipeError(f"{path} is not there yet. Run the stage “{stage}” first.")
    return path
