"""The model that ships with the app draws what it is asked for, with every scheduler."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import DDPMPipeline

from sdstudio.diffusion.generate import generate
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.schedulers import schedulers_for
from sdstudio.paths import find_resources
from sdstudio.request import GenerationRequest
from starter_model.measures import background_colour, object_colour
from tests.diffusion.conftest import Recorder

STARTER_FOLDER = find_resources() / "starter-model"


def draw(starter: LoadedModel, prompt: str, **changes: object) -> np.ndarray:
    request = GenerationRequest(prompt=prompt, seed=5, **changes)  # type: ignore[arg-type]
    made = generate(starter, request, Recorder(), lambda: False)
    return np.frombuffer(made.rgb, np.uint8).reshape(request.height, request.width, 3)


@pytest.mark.parametrize("scheduler", schedulers_for("StableDiffusionPipeline", {}))
def test_every_scheduler_draws_a_red_apple_on_blue(scheduler: str, starter: LoadedModel) -> None:
    picture = draw(starter, "a red apple on a blue background", scheduler=scheduler)
    assert background_colour(picture) == "blue"
    assert object_colour(picture) == "red"


@pytest.mark.parametrize(
    ("prompt", "thing", "ground"),
    [
        ("黄色い背景の青い猫", "blue", "yellow"),
        ("노란색 배경의 파란 고양이", "blue", "yellow"),
        ("黄色背景上的蓝色的猫", "blue", "yellow"),
    ],
)
def test_other_languages_are_understood(
    prompt: str, thing: str, ground: str, starter: LoadedModel
) -> None:
    picture = draw(starter, prompt)
    assert background_colour(picture) == ground
    assert object_colour(picture) == thing


def test_seeds_differ(starter: LoadedModel) -> None:
    request = {"prompt": "a cat", "num_inference_steps": 8}
    first, second = (
        generate(
            starter,
            GenerationRequest(seed=seed, **request),  # type: ignore[arg-type]
            Recorder(),
            lambda: False,
        )
        for seed in (1, 2)
    )
    apart = np.frombuffer(first.rgb, np.uint8) / 255 - np.frombuffer(second.rgb, np.uint8) / 255
    assert float(np.abs(apart).mean()) > 0.01


def test_every_word_of_the_vocabulary_was_learnt(starter: LoadedModel) -> None:
    vocabulary = starter.folder.vocabulary
    assert vocabulary is not None
    tokenizer = starter.pipeline.tokenizer
    encoder = starter.pipeline.text_encoder
    table = encoder.get_input_embeddings().weight
    for language, words in vocabulary.languages:
        for word in (*words.concepts, *words.colours, *words.examples):
            ids = tokenizer(word).input_ids[1:-1]
            assert bool((table[ids].abs().sum(1) > 0).all()), (language, word)


def test_it_is_small() -> None:
    total = sum(
        path.stat().st_size
        for part in ("pipeline", "unconditional")
        for path in (STARTER_FOLDER / part).rglob("*")
        if path.is_file()
    )
    assert total <= 40_000_000


def test_the_unconditional_model_draws_without_a_prompt() -> None:
    pipeline = DDPMPipeline.from_pretrained(STARTER_FOLDER / "unconditional")
    pipeline.set_progress_bar_config(disable=True)
    generator = torch.Generator().manual_seed(0)
    picture = pipeline(generator=generator, num_inference_steps=50, output_type="np").images[0]
    assert picture.shape == (32, 32, 3)
    # A thing on a plain ground: the border is alike all around, the middle is not.
    border = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    assert float(border.std(0).mean()) < float(picture.std((0, 1)).mean())
    size = sum(each.stat().st_size for each in (STARTER_FOLDER / "unconditional").rglob("*.*"))
    assert size <= 8_000_000


def test_the_card_lists_what_it_knows() -> None:
    about = json.loads((STARTER_FOLDER / "sdstudio.json").read_text("utf-8"))
    card = (STARTER_FOLDER / "README.md").read_text("utf-8")
    for word in about["vocabulary"]["languages"]["en"]["concepts"]:
        assert word in card
    assert Path(STARTER_FOLDER / "samples.png").exists()
