"""What can be measured of a picture: its colours, and how much several of them vary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from starter_model.classifier import Classifier, scaled, seen_by_classifier
from starter_model.colours import nearest_colour, rgb_to_hsv

# How wide a border shows nothing but background.
RING = 3
# A pixel is the thing's if a channel differs this much (of 255) from the border.
DIFFERENT = 32
# Fewer pixels than this share of a picture are no thing.
SMALLEST = 0.01
# A thing this colourful (0 to 1) is called by its main hue, any other by how light it is.
COLOURFUL = 0.1
HUES = 72
PIXELS = 32


def border(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """The median of the outermost pixels of (H, W, 3), RGB in [0, 1]."""
    ring = np.ones(picture.shape[:2], bool)
    ring[RING:-RING, RING:-RING] = False
    return np.asarray(np.median(picture[ring], axis=0) / 255, np.float32)


def background_colour(picture: npt.NDArray[np.uint8]) -> str:
    """What the background of (H, W, 3) would be called."""
    return nearest_colour(border(picture))


def object_colour(picture: npt.NDArray[np.uint8]) -> str | None:
    """What colour the thing on the background of (H, W, 3) would be called; None without a thing.

    A colourful thing is called by the median of the pixels around its main hue, so that a blue
    cat's white whiskers and dark eyes do not count; a dull one by the median of all.
    """
    ground = border(picture)
    away = np.abs(picture.astype(np.float32) / 255 - ground).max(-1)
    pixels = picture[away * 255 > DIFFERENT].astype(np.float32) / 255
    if len(pixels) < SMALLEST * away.size:
        return None
    hue, saturation, value = rgb_to_hsv(pixels)
    weight = (saturation > 0.25) * (value > 0.2) * saturation * value
    if weight.mean() > COLOURFUL:
        histogram = np.bincount((hue * HUES).astype(int) % HUES, weight, HUES)
        smooth = sum(np.roll(histogram, turn) for turn in range(-2, 3))
        main = (float(np.argmax(smooth)) + 0.5) / HUES
        near = np.abs((hue - main + 0.5) % 1 - 0.5) < 3 / HUES
        pixels = pixels[near & (weight > 0)]
    return nearest_colour(np.asarray(np.median(pixels, axis=0), np.float32))


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """Mean distances between pictures of the same thing: of the classifier's features, which have
    length 1, and of small pictures in [0, 1]. Both are 0 where all pictures are the same one."""

    features: float
    pixels: float


@torch.no_grad()
def variety(
    pictures: npt.NDArray[np.uint8], concepts: Sequence[int], classifier: Classifier
) -> Variety:
    """Of (N, H, W, 3): the mean over the concepts that have at least two pictures."""
    seen = seen_by_classifier(pictures)
    features = F.normalize(classifier.features(scaled(seen)).float())
    small = F.adaptive_avg_pool2d(seen.float() / 255, PIXELS).flatten(1)
    # Root of the mean square: the length of the difference over the root of its dimensions.
    small = small / small.shape[1] ** 0.5
    names = torch.tensor(list(concepts))
    apart = [
        (_mean_distance(features[names == each]), _mean_distance(small[names == each]))
        for each in sorted(set(concepts))
        if int((names == each).sum()) > 1
    ]
    if not apart:
        return Variety(features=0.0, pixels=0.0)
    by_features, by_pixels = np.mean(apart, axis=0)
    return Variety(features=float(by_features), pixels=float(by_pixels))


def _mean_distance(rows: Tensor) -> float:
    # Not by way of a matrix product, in which equal rows come out a little apart.
    return float(F.pdist(rows).mean())
