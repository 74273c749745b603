"""Six simple shapes as concepts with sprites, and a classifier that knows them."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

from starter_model.classifier import Classifier, train_classifier, trained_classifier
from starter_model.concepts import LANGUAGES, Concept
from starter_model.pictures import compose_planned, plan
from starter_model.sprites import SIDE, Sprites
from starter_model.training import Hardware, Training

CPU = Hardware(device="cpu", processes=1, compiled=False)
# By language, in the order of LANGUAGES.
NAMES = (
    ("disc", "円盤", "원반", "圆盘"),
    ("box", "箱", "상자", "盒子"),
    ("mountain", "山", "산", "山峰"),
    ("cross", "十字", "십자", "十字架"),
    ("ring", "指輪", "반지", "戒指"),
    ("red flag", "赤旗", "빨간 깃발", "红旗"),
)


def shape_concepts() -> list[Concept]:
    return [
        Concept(
            hexcode=f"{place:04x}",
            label=names[0],
            group=6,
            names={language: (name,) for language, name in zip(LANGUAGES, names, strict=True)},
        )
        for place, names in enumerate(NAMES)
    ]


def shape_sprites() -> Sprites:
    """Red, shaded from light to dark, on nothing."""
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j]
    far = np.hypot(x, y)
    shapes = (
        far < 1,
        np.maximum(abs(x), abs(y)) < 0.98,
        abs(x) < (y + 1) / 2,
        (abs(x) < 0.25) | (abs(y) < 0.25),
        (far < 1) & (far > 0.6),
        ((x < -0.7) | (y < 0)) & (x < 0.9),
    )
    light = 0.85 + 0.15 * -y[..., None]
    paint = np.array([0.9, 0.15, 0.1]) * light * 255
    return Sprites(
        {
            (place, "3d"): np.dstack([paint, 255 * shape]).astype(np.uint8)
            for place, shape in enumerate(shapes)
        }
    )


def shape_pictures(
    *, variants: int, seed: int, side: int
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Composed pictures and their concepts."""
    sprites = shape_sprites()
    planned = plan(shape_concepts(), sprites, styles=("3d",), variants=variants, seed=seed)
    composed = []
    for turn, picture in enumerate(planned):
        chance = random.Random(f"{seed} {turn}")
        composed.append(compose_planned(picture, sprites, side=side, chance=chance))
    return np.stack(composed), np.array([each.concept for each in planned])


@cache
def shape_classifier() -> Classifier:
    """Trained once, in some seconds."""
    pictures, concepts = shape_pictures(variants=40, seed=0, side=64)
    with TemporaryDirectory() as name:
        folder = Path(name)
        np.save(folder / "pictures.npy", pictures)
        train_classifier(
            pictures=folder / "pictures.npy",
            concepts=concepts,
            count=len(NAMES),
            training=Training(steps=300, batch=24, learning_rate=2e-3, warmup=10, ema_decay=0.95),
            hardware=CPU,
            folder=folder / "classifier",
        )
        return trained_classifier(folder / "classifier", len(NAMES))
