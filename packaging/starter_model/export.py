"""The finished folder: a StableDiffusionPipeline in float16, and what the app is told of it."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from diffusers import (
    AutoencoderKL,
    DPMSolverMultistepScheduler,
    StableDiffusionPipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextModel, CLIPTokenizer

from starter_model.captions import prompt
from starter_model.colours import COLOURS
from starter_model.concepts import LANGUAGES, Concept
from starter_model.denoiser import GUIDANCE, SCHEDULE
from starter_model.storing import replaced_folder, save_text

STEPS = 20
SCHEDULER = "dpmpp_2m"
# Other schedulers are made from this one's settings. Without the first two DDIM ends in grey
# noise; without the third PNDM spends calls on a start it does not need.
FOR_OTHER_SCHEDULERS = {"clip_sample": False, "set_alpha_to_one": False, "skip_prk_steps": True}

# The app's dice; the placeholders are those of ``sdstudio.model_folder.Words``.
SURPRISES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "a {colour} {concept} on a {background} background",
        "a {concept} on a {background} background",
        "a {colour} {concept}",
    ),
    "ja": ("{background}の{colour}{concept}", "{background}の{concept}", "{colour}{concept}"),
    "ko": ("{background}의 {colour} {concept}", "{background}의 {concept}", "{colour} {concept}"),
    "zh": ("{background}上的{colour}{concept}", "{background}上的{concept}", "{colour}{concept}"),
}


def export_pipeline(
    folder: Path,
    *,
    vae: AutoencoderKL,
    unet: UNet2DConditionModel,
    text_encoder: CLIPTextModel,
    tokenizer: Path,
) -> None:
    """Writes the pipeline; a folder that is there is replaced once the new one is whole."""
    scheduler = DPMSolverMultistepScheduler(**SCHEDULE, steps_offset=1)
    pipeline = StableDiffusionPipeline(
        vae=vae,
        text_encoder=text_encoder,
        tokenizer=CLIPTokenizer.from_pretrained(tokenizer),
        unet=unet,
        scheduler=scheduler,
        safety_checker=None,
        feature_extractor=None,
        image_encoder=None,
        requires_safety_checker=False,
    )
    with replaced_folder(folder) as unfinished:
        pipeline.to(torch.float16).save_pretrained(unfinished, safe_serialization=True)
        # As vocab.json and merges.txt, not the tokenizer.json that transformers writes.
        shutil.rmtree(unfinished / "tokenizer")
        shutil.copytree(tokenizer, unfinished / "tokenizer")
        for config in unfinished.glob("*/*config.json"):
            settings = json.loads(config.read_text("utf-8"))
            # Where a part was read from is nobody else's folder.
            settings.pop("_name_or_path", None)
            if config.parent.name == "scheduler":
                settings |= FOR_OTHER_SCHEDULERS
            config.write_text(json.dumps(settings, indent=2) + "\n", "utf-8")


def vocabulary(concepts: Sequence[Concept], examples: Mapping[str, Sequence[str]]) -> object:
    """What ``sdstudio.json`` tells the app of the words that the model knows.

    The same place in two languages is the same thing.
    """
    return {
        "languages": {
            language: {
                "concepts": [each.names[language][0] for each in concepts],
                "colours": [each.adjectives[language][0].strip() for each in COLOURS.values()],
                "backgrounds": [_ground(name, language) for name in COLOURS],
                "surprise": list(SURPRISES[language]),
                "examples": list(examples[language]),
            }
            for language in LANGUAGES
        }
    }


def _ground(name: str, language: str) -> str:
    # English says "a {background} background"; the others' noun is part of the word.
    return name if language == "en" else COLOURS[name].grounds[language][0]


def example_prompts(concepts: Sequence[Concept], seed: int = 0) -> dict[str, list[str]]:
    """A few prompts in each language, of the best-known things."""
    chance = random.Random(seed)
    by_label = {each.label: each for each in concepts}
    wanted = (
        ("red apple", "red", "blue"),
        ("cat face", "blue", "yellow"),
        ("house", "purple", "green"),
        ("rocket", None, "black"),
        ("panda", None, None),
        ("octopus", "pink", "white"),
        ("pizza", None, "teal"),
        ("dragon face", "green", "orange"),
    )
    chosen = [each for each in wanted if each[0] in by_label]
    if not chosen:
        chosen = [(each.label, None, chance.choice(list(COLOURS))) for each in concepts[:4]]
    return {
        language: [
            prompt(by_label[label], language=language, colour=colour, background=background)
            for label, colour, background in chosen
        ]
        for language in LANGUAGES
    }


def write_about(folder: Path, concepts: Sequence[Concept], side: int) -> None:
    """``sdstudio.json``: the model's own settings and its vocabulary."""
    about = {
        "defaults": {
            "width": side,
            "height": side,
            "num_inference_steps": STEPS,
            "guidance_scale": GUIDANCE,
            "scheduler": SCHEDULER,
        },
        "vocabulary": vocabulary(concepts, example_prompts(concepts)),
    }
    text = json.dumps(about, ensure_ascii=False, indent=1)
    save_text(folder / "sdstudio.json", text + "\n")
