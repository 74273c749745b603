"""The classifier names real pictures that it never saw, sharp or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from starter_model import RecipeError
from starter_model.classifier import (
    Chances,
    Classifier,
    changed,
    logits_of,
    scaled,
    seen_by_classifier,
    train_classifier,
)
from starter_model.training import Training
from tests.recipe.shapes import CPU, NAMES, shape_classifier, shape_pictures


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return shape_classifier()


def unchanging(count: int) -> Chances:
    """Chances that leave every picture as it is."""
    nothing, one = torch.zeros(count), torch.ones(count)
    return Chances(
        affine=torch.eye(2, 3).expand(count, 2, 3),
        blur=nothing,
        noise=nothing,
        saturation=one,
        brightness=nothing,
        contrast=one,
        tint=torch.zeros(count, 3),
    )


def test_fresh_pictures_are_named_right(classifier: Classifier) -> None:
    pictures, concepts = shape_pictures(variants=15, seed=1, side=128)

    named = logits_of(classifier, seen_by_classifier(pictures)).argmax(-1).numpy()

    assert (named == concepts).mean() > 0.9


def test_soft_pictures_are_named_right_too(classifier: Classifier) -> None:
    pictures, concepts = shape_pictures(variants=15, seed=2, side=128)
    small = scaled(seen_by_classifier(pictures))
    soft = changed(small, replace(unchanging(len(small)), blur=torch.full((len(small),), 1.5)))

    with torch.no_grad():
        named = classifier(soft).argmax(-1).numpy()

    assert (named == concepts).mean() > 0.9


def test_features_tell_shapes_apart_and_colours_less(classifier: Classifier) -> None:
    pictures, concepts = shape_pictures(variants=10, seed=3, side=64)

    with torch.no_grad():
        features = classifier.features(scaled(seen_by_classifier(pictures)))
    apart = torch.cdist(features, features).numpy()
    same = concepts[:, None] == concepts[None]

    assert apart[same].mean() < 0.6 * apart[~same].mean()


def test_pictures_are_made_smaller_by_averaging() -> None:
    picture = np.zeros((1, 128, 128, 3), np.uint8)
    picture[0, ::2, ::2] = 200
    picture[0, :64, :, 2] = 100

    small = seen_by_classifier(picture)

    assert small.shape == (1, 3, 64, 64)
    assert small.dtype == torch.uint8
    assert (small[0, :2] == 50).all()
    assert (small[0, 2, :32] == 100).all()
    assert (small[0, 2, 32:] == 50).all()


def test_nothing_changes_without_chances() -> None:
    pictures, _ = shape_pictures(variants=1, seed=4, side=64)
    before = scaled(seen_by_classifier(pictures))

    after = changed(before, unchanging(len(before)))

    assert torch.allclose(after, before, atol=1e-4)


def test_every_picture_is_blurred_by_its_own_measure() -> None:
    before = torch.zeros(2, 3, 64, 64)
    before[:, :, 32:] = 1
    chances = replace(unchanging(2), blur=torch.tensor([0.0, 2.0]))

    sharp, soft = changed(before, chances)

    assert torch.allclose(sharp, before[0], atol=1e-4)
    step = soft[0, :, 10]
    assert 0.2 < float(step[31]) < 0.5 < float(step[32]) < 0.8
    assert float(soft.mean()) == pytest.approx(0.5, abs=1e-3)


def test_chances_are_drawn_anew_and_again() -> None:
    first, again, other = (
        Chances.drawn(8, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2)
    )

    assert torch.equal(first.affine, again.affine)
    assert not torch.equal(first.affine, other.affine)
    assert len({float(each) for each in first.contrast}) == 8


def test_pictures_without_names_are_refused(tmp_path: Path) -> None:
    pictures, concepts = shape_pictures(variants=1, seed=0, side=64)
    np.save(tmp_path / "pictures.npy", pictures)

    with pytest.raises(RecipeError, match="6 pictures, but 5 have a name"):
        train_classifier(
            pictures=tmp_path / "pictures.npy",
            concepts=concepts[:-1],
            count=len(NAMES),
            training=Training(steps=1, batch=1, learning_rate=1e-3),
            hardware=CPU,
            folder=tmp_path / "classifier",
        )
