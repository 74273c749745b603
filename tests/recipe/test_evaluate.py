"""The evaluation measures what it says, and cannot flatter."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch

from starter_model import RecipeError
from starter_model.classifier import Classifier, logits_of, seen_by_classifier
from starter_model.colours import COLOURS
from starter_model.evaluate import (
    Prompt,
    evaluate,
    evaluation_prompts,
    generate,
    real_pictures,
    scores,
    untrained,
)
from starter_model.measures import background_colour, object_colour, variety
from starter_model.report import Report, Score
from tests.recipe.shapes import shape_classifier, shape_concepts, shape_pictures, shape_sprites
from tests.tiny_models import save_tiny_sd


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return shape_classifier()


@pytest.fixture(scope="module")
def pipeline_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_sd(tmp_path_factory.mktemp("models") / "tiny")


def asked(*texts: str) -> list[Prompt]:
    return [
        Prompt(text=text, language="en", concept=0, colour=None, background=None, seed=turn)
        for turn, text in enumerate(texts)
    ]


def coloured_prompts(count: int) -> list[Prompt]:
    """Every colour on every other, in turn."""
    pairs = [(thing, ground) for thing in COLOURS for ground in COLOURS if thing != ground]
    return [
        Prompt(
            text="",
            language="en",
            concept=turn % 6,
            colour=pairs[turn * 25 % len(pairs)][0],
            background=pairs[turn * 25 % len(pairs)][1],
            seed=turn,
        )
        for turn in range(count)
    ]


def composed(prompts: Sequence[Prompt], seed: int = 5) -> npt.NDArray[np.uint8]:
    return real_pictures(shape_concepts(), shape_sprites(), prompts, side=128, seed=seed)


# Prompts


def test_every_concept_is_asked_for_once_in_its_own_colours() -> None:
    prompts = evaluation_prompts(shape_concepts(), seed=1, per_language=20)
    plain = [each for each in prompts if each.language == "en" and each.colour is None]

    assert sorted(each.concept for each in plain) == list(range(6))
    assert sum(each.background is None for each in plain) == 3
    assert plain[0].text == "a disc"
    assert re.fullmatch(rf"a box on an? {plain[1].background} background", plain[1].text)


def test_each_language_has_its_share_with_and_without_colours() -> None:
    prompts = evaluation_prompts(shape_concepts(), seed=1, per_language=20)
    kinds = Counter((each.language, each.colour is not None) for each in prompts)

    assert kinds["en", True] == 20
    for language in ("ja", "ko", "zh"):
        assert kinds[language, True] == kinds[language, False] == 10
    japanese = next(each for each in prompts if each.language == "ja" and each.colour)
    assert shape_concepts()[japanese.concept].names["ja"][0] in japanese.text


def test_colours_asked_for_make_sense() -> None:
    prompts = evaluation_prompts(shape_concepts(), seed=2, per_language=150)
    coloured = [each for each in prompts if each.colour is not None]

    assert {each.colour for each in coloured} == set(COLOURS)
    assert {each.background for each in coloured} == set(COLOURS)
    assert all(each.colour != each.background for each in coloured)
    flags = [each.colour for each in coloured if each.concept == 5]
    assert flags
    assert "red" not in flags


def test_the_same_seed_asks_the_same() -> None:
    first, again, other = (
        evaluation_prompts(shape_concepts(), seed=seed, per_language=10) for seed in (1, 1, 2)
    )

    assert first == again
    assert first != other
    assert len({each.seed for each in first}) == len(first)


def test_only_chosen_concepts_are_asked_for() -> None:
    prompts = evaluation_prompts(shape_concepts(), seed=1, per_language=12, chosen=[1, 4])

    assert {each.concept for each in prompts} == {1, 4}


# Measures


def test_colours_of_real_pictures_are_found() -> None:
    prompts = coloured_prompts(132)
    pictures = composed(prompts)

    grounds = [background_colour(each) for each in pictures]
    things = [object_colour(each) for each in pictures]

    assert grounds == [each.background for each in prompts]
    right = sum(found == each.colour for found, each in zip(things, prompts, strict=True))
    assert right / len(prompts) > 0.95


def test_white_whiskers_and_dark_eyes_do_not_count() -> None:
    picture = np.full((64, 64, 3), (250, 210, 40), np.uint8)
    picture[16:48, 16:48] = 255
    picture[16:48, 16:26] = (30, 80, 230)
    picture[20:30, 30:40] = 20

    assert background_colour(picture) == "yellow"
    assert object_colour(picture) == "blue"


def test_an_empty_picture_shows_no_thing() -> None:
    assert object_colour(np.full((64, 64, 3), 200, np.uint8)) is None


def test_scores_are_high_for_right_pictures_and_low_for_others(classifier: Classifier) -> None:
    prompts = [*coloured_prompts(60), *(replace(each, background=None) for each in asked("x", "y"))]
    pictures = composed(prompts)
    logits = logits_of(classifier, seen_by_classifier(pictures))

    found = scores(prompts, pictures, logits)["en"]
    # Everybody's answer goes to the next.
    swapped = scores([*prompts[1:60], prompts[0], *prompts[60:]], pictures, logits)["en"]

    assert found.concept.asked == 62
    assert found.concept.share > 0.9
    assert found.colour.asked == found.background.asked == 60
    assert found.colour.share > 0.9
    assert found.background.share == 1
    assert found.white == Score(right=2, asked=2)
    assert swapped.concept.share < 0.2
    assert swapped.colour.share < 0.2
    assert swapped.background.share < 0.2


def test_one_picture_again_and_again_has_no_variety(classifier: Classifier) -> None:
    pictures, concepts = shape_pictures(variants=5, seed=6, side=64)
    first = {int(concept): picture for concept, picture in zip(concepts, pictures, strict=True)}
    repeated = np.stack([first[int(each)] for each in concepts])

    none = variety(repeated, concepts.tolist(), classifier)
    some = variety(pictures, concepts.tolist(), classifier)

    assert none.features == none.pixels == 0
    assert some.features > 0.02
    assert some.pixels > 0.05


# Generation


def test_a_picture_does_not_depend_on_its_batch(pipeline_folder: Path, tmp_path: Path) -> None:
    prompts = asked("a red disc", "a box", "山", "a cross on a blue background")

    together = generate(pipeline_folder, prompts, work=tmp_path / "4", steps=3, batch=4)
    alone = generate(pipeline_folder, prompts, work=tmp_path / "1", steps=3, batch=1)

    assert together.shape == (4, 64, 64, 3)
    assert together.dtype == np.uint8
    # Sums in another order may round otherwise.
    assert np.abs(together.astype(int) - alone).max() <= 1
    assert np.abs(together[0].astype(int) - together[1]).max() > 20


def test_what_is_drawn_is_kept_and_the_rest_made_good(
    pipeline_folder: Path, tmp_path: Path
) -> None:
    prompts = asked("a disc", "a box", "a ring", "a cross")

    whole = generate(pipeline_folder, prompts, work=tmp_path, steps=2, batch=2)
    first, second = sorted(tmp_path.glob("*.npy"))
    second.rename(second.with_suffix(".unfinished"))
    marked = np.load(first)
    marked[...] = 7
    np.save(first, marked)
    resumed = generate(pipeline_folder, prompts, work=tmp_path, steps=2, batch=2)

    kept = (resumed == 7).all((1, 2, 3))
    assert kept.sum() == 2
    assert np.array_equal(resumed[~kept], whole[~kept])


def test_other_questions_and_other_models_are_drawn_anew(
    pipeline_folder: Path, tmp_path: Path
) -> None:
    prompts = asked("a disc")
    generate(pipeline_folder, prompts, work=tmp_path, steps=2)

    generate(pipeline_folder, prompts, work=tmp_path, steps=2)
    assert len(list(tmp_path.glob("*.npy"))) == 1
    generate(pipeline_folder, asked("a box"), work=tmp_path, steps=2)
    generate(pipeline_folder, prompts, work=tmp_path, steps=3)
    other = untrained(pipeline_folder, tmp_path / "other")
    generate(other, prompts, work=tmp_path, steps=2)

    assert len(list(tmp_path.glob("*.npy"))) == 4


def test_the_untrained_copy_has_another_unet_only(pipeline_folder: Path, tmp_path: Path) -> None:
    torch.manual_seed(1)
    first = untrained(pipeline_folder, tmp_path / "first")
    torch.manual_seed(2)
    second = untrained(pipeline_folder, tmp_path / "second")

    def weights(folder: Path, part: str) -> bytes:
        return next((folder / part).glob("*.safetensors")).read_bytes()

    assert weights(first, "vae") == weights(pipeline_folder, "vae")
    assert weights(first, "unet") != weights(pipeline_folder, "unet")
    assert weights(first, "unet") == weights(second, "unet")
    assert [each.name for each in (tmp_path / "first").iterdir()] == [first.name]


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="not a pipeline folder"):
        generate(tmp_path, asked("a disc"), work=tmp_path / "work")


# The report


@pytest.fixture(scope="module")
def report(
    pipeline_folder: Path, classifier: Classifier, tmp_path_factory: pytest.TempPathFactory
) -> Report:
    held_out, _ = shape_pictures(variants=1, seed=8, side=64)
    return evaluate(
        pipeline_folder,
        shape_concepts(),
        shape_sprites(),
        classifier,
        work=tmp_path_factory.mktemp("work"),
        held_out=held_out,
        seed=1,
        per_language=12,
        floor=6,
        diverse=(4, 3),
        steps=2,
        batch=8,
    )


def test_a_model_of_random_weights_is_far_below_real_pictures(report: Report) -> None:
    assert list(report.model) == list(report.real) == ["en", "ja", "ko", "zh"]
    assert report.model["en"].concept.asked == report.real["en"].concept.asked == 18
    assert report.untrained["en"].concept.asked == 6
    for language, real in report.real.items():
        assert real.concept.share > 0.8
        assert real.background.share == 1
        assert report.model[language].concept.share < 0.5
        assert report.model[language].background.share < 0.5
    assert report.classifier.asked == 48
    assert report.classifier.share > 0.85
    assert report.vae_psnr is not None
    assert report.vae_psnr < 20
    assert report.worst[0].score.right == 0
    assert report.confusions[0].generated > 1


def test_the_report_can_be_read_by_machines_and_people(report: Report) -> None:
    parsed = json.loads(report.to_json())
    table = report.to_markdown()

    assert parsed["model"]["ko"]["concept"] == {
        "right": report.model["ko"].concept.right,
        "asked": 12,
    }
    assert "| | prompts | model | real pictures | untrained |" in table
    for name in ("English", "Japanese", "Korean", "Chinese"):
        assert f"| {name}: concept, top-1 |" in table
    assert f"| 6 | {report.diversity.features:.2f}" not in table
    assert (
        f"| Diversity over seeds: features | 12 | {report.diversity.features:.2f} | 1.00" in table
    )
    assert f"{report.vae_psnr:.1f} dB" in table
