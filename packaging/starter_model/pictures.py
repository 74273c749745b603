"""Training pictures: one sprite, recoloured or not, on one plain background."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from tqdm import tqdm

from starter_model.colours import COLOURS, Colour, hsv_to_rgb, rgb_to_hsv
from starter_model.concepts import PEOPLE, Concept
from starter_model.sprites import Sprites
from starter_model.storing import save_text

# Written words and arrows must not be mirrored.
NOT_MIRRORED = re.compile(
    r"newspaper|hundred|dice|soon|book|clock|watch|keyboard|compass|globe|eye"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """How one training picture is put together.

    ``colour`` is None where the thing keeps its own; ``scale`` is the thing's side in picture
    sides, ``right`` and ``down`` its centre's distance from the middle likewise, ``tilt`` in
    degrees.
    """

    concept: int
    style: str
    colour: str | None
    background: str
    mirrored: bool
    scale: float
    right: float
    down: float
    tilt: float


def plan(
    concepts: Sequence[Concept],
    sprites: Sprites,
    *,
    styles: Sequence[str],
    variants: int,
    seed: int,
) -> list[Picture]:
    """``variants`` pictures of every concept and style, the same for the same seed."""
    chance = random.Random(seed)
    pictures = []
    for index, concept in enumerate(concepts):
        for style in styles:
            if sprites.get(index, style) is not None:
                pictures += [
                    _picture(index, concept, style, turn, chance) for turn in range(variants)
                ]
    return pictures


def _picture(index: int, concept: Concept, style: str, turn: int, chance: random.Random) -> Picture:
    # Two of five keep their colours; the usual white background is as frequent as all that the
    # prompt leaves unsaid makes it.
    own_colours = turn % 5 < 2 or (concept.group == PEOPLE and turn % 5 < 4)
    named = [name for name in COLOURS if re.search(rf"\b{name}\b", concept.label)]
    colour = None if own_colours else chance.choice([each for each in COLOURS if each not in named])
    background = "white" if chance.random() < 0.3 else chance.choice(list(COLOURS))
    if background == colour:
        background = chance.choice([each for each in COLOURS if each != colour])
    scale = chance.uniform(0.78, 0.92)
    room = (0.97 - scale) / 2
    return Picture(
        concept=index,
        style=style,
        colour=colour,
        background=background,
        mirrored=chance.random() < 0.4 and not NOT_MIRRORED.search(concept.label),
        scale=scale,
        right=chance.uniform(-room, room),
        down=chance.uniform(-room, room),
        tilt=chance.gauss(0, 3.0),
    )


def background_rgb(name: str, chance: random.Random) -> npt.NDArray[np.float32]:
    """A shade of the named colour, RGB in [0, 1]."""
    colour = COLOURS[name]
    if name == "white":
        return np.ones(3, np.float32)
    if colour.saturation == 0:
        value = colour.value + chance.uniform(-0.05, 0.05)
        return hsv_to_rgb(0, 0, value)
    return hsv_to_rgb(
        (colour.hue + chance.uniform(-0.012, 0.012)) % 1,
        min(1.0, colour.saturation * chance.uniform(0.75, 0.9)),
        min(1.0, colour.value * chance.uniform(0.92, 1.0)),
    )


def compose(
    sprite: npt.NDArray[np.uint8], picture: Picture, *, side: int, chance: random.Random
) -> npt.NDArray[np.uint8]:
    """The finished picture, ``side`` x ``side`` x 3."""
    if picture.colour is not None:
        sprite = recolour(sprite, picture.colour)
    thing = Image.fromarray(sprite)
    if picture.mirrored:
        thing = thing.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    # From a point of the picture back to the sprite: about the middle, turned and enlarged.
    ratio = thing.width / (side * picture.scale)
    angle = np.deg2rad(picture.tilt)
    cos, sin = float(np.cos(angle)) * ratio, float(np.sin(angle)) * ratio
    x, y = side * (0.5 + picture.right), side * (0.5 + picture.down)
    middle = thing.width / 2
    placed = thing.transform(
        (side, side),
        Image.Transform.AFFINE,
        (cos, sin, middle - cos * x - sin * y, -sin, cos, middle + sin * x - cos * y),
        Image.Resampling.BICUBIC,
    )
    rgb = tuple(round(255 * float(each)) for each in background_rgb(picture.background, chance))
    ground = Image.new("RGBA", (side, side), (*rgb, 255))
    return np.asarray(Image.alpha_composite(ground, placed).convert("RGB"))


def recolour(sprite: npt.NDArray[np.uint8], name: str) -> npt.NDArray[np.uint8]:
    """The sprite with its main colour turned into the named one, light and shade kept.

    A thing with a main hue has all hues turned by the same angle, so that a blue cat's nose does
    not stay pink by chance; a grey or white thing is tinted.
    """
    target = COLOURS[name]
    rgb = (sprite[..., :3] / 255).astype(np.float32)
    solid = sprite[..., 3] > 127
    hue, saturation, value = rgb_to_hsv(rgb)
    main, share = _main_hue(hue, saturation, value, solid)
    if target.saturation == 0:
        painted = _grey(rgb, saturation, solid, target.value, tinted=share > 0.1)
    elif share > 0.1:
        painted = _turned(hue, saturation, value, solid, main, target)
    else:
        if np.median(value[solid]) <= 0.3:
            value = np.clip(value * 1.8 + 0.15, 0, 1)
        light = np.clip((value - 0.15) * 4, 0, 1)
        painted = hsv_to_rgb(
            np.full_like(hue, target.hue),
            target.saturation * 0.9 * light,
            np.clip(value * 0.95 * target.value + 0.03, 0, 1),
        )
    out = sprite.copy()
    out[..., :3] = np.round(np.clip(painted, 0, 1) * 255).astype(np.uint8)
    return out


def _main_hue(
    hue: npt.NDArray[np.float32],
    saturation: npt.NDArray[np.float32],
    value: npt.NDArray[np.float32],
    solid: npt.NDArray[np.bool_],
) -> tuple[float, float]:
    """The hue that most of the colour has, and how colourful the thing is, 0 to 1."""
    weight = solid * (saturation > 0.25) * (value > 0.2) * saturation * value
    histogram = np.bincount((hue.ravel() * 36).astype(int) % 36, weight.ravel(), 36)
    histogram = histogram + np.roll(histogram, 1) + np.roll(histogram, -1)
    share = float(weight.sum() / max(int(solid.sum()), 1))
    return float(histogram.argmax()) / 36 + 1 / 72, share


def _grey(
    rgb: npt.NDArray[np.float32],
    saturation: npt.NDArray[np.float32],
    solid: npt.NDArray[np.bool_],
    value: float,
    *,
    tinted: bool,
) -> npt.NDArray[np.float32]:
    luminance = rgb @ np.array([0.3, 0.59, 0.11], np.float32)
    middle = float(np.median(luminance[solid])) if solid.any() else 0.5
    if value < 0.3:
        grey = luminance * 0.38
    elif value > 0.9:
        grey = np.clip(0.45 + 0.51 * luminance / max(middle, 0.3), 0, 1)
        # What is nearly black, an eye, stays so.
        grey = grey * np.where(luminance < 0.22, np.clip(luminance / 0.22, 0.25, 1), 1)
    else:
        grey = np.clip(luminance * 0.55 / max(middle, 0.25), 0, 1)
    # A cat's white whiskers stay white; a thing without colour changes as a whole.
    much = (np.clip(saturation * 2, 0, 1) if tinted else np.ones_like(saturation))[..., None]
    return np.asarray(grey[..., None] * much + rgb * (1 - much), np.float32)


def _turned(
    hue: npt.NDArray[np.float32],
    saturation: npt.NDArray[np.float32],
    value: npt.NDArray[np.float32],
    solid: npt.NDArray[np.bool_],
    main: float,
    target: Colour,
) -> npt.NDArray[np.float32]:
    away = np.abs((hue - main + 0.5) % 1 - 0.5)
    near = away < 0.17
    coloured = solid & near & (saturation > 0.25) & (value > 0.2)
    usual_saturation = float(np.median(saturation[coloured])) if coloured.any() else 0.7
    usual_value = float(np.median(value[coloured])) if coloured.any() else 0.8
    stronger = np.where(near, target.saturation / max(usual_saturation, 0.3), 1)
    brighter = np.where(near, np.clip(target.value / max(usual_value, 0.3), 0.5, 1.5), 1)
    return hsv_to_rgb(
        (hue + (target.hue - main)) % 1,
        np.clip(saturation * stronger, 0, 1),
        np.clip(value * brighter, 0, 1),
    )


def compose_planned(
    picture: Picture, sprites: Sprites, *, side: int, chance: random.Random
) -> npt.NDArray[np.uint8]:
    """`compose` with the sprite of a picture that `plan` gave, which only plans what there is."""
    sprite = sprites.get(picture.concept, picture.style)
    assert sprite is not None
    return compose(sprite, picture, side=side, chance=chance)


def make_all(
    pictures: Sequence[Picture], sprites: Sprites, path: Path, *, side: int, seed: int
) -> None:
    """Every picture into one ``.npy`` file (N, side, side, 3) uint8, written at once or not."""
    unfinished = path.with_suffix(".unfinished")
    out = np.lib.format.open_memmap(
        unfinished, mode="w+", dtype=np.uint8, shape=(len(pictures), side, side, 3)
    )
    for index, picture in enumerate(tqdm(pictures, desc="pictures", unit="picture")):
        chance = random.Random(f"{seed} {index}")
        out[index] = compose_planned(picture, sprites, side=side, chance=chance)
    out.flush()
    del out
    unfinished.replace(path)


def write_plan(pictures: Sequence[Picture], path: Path) -> None:
    """Keeps the plan as JSON lines."""
    lines = (json.dumps(asdict(each)) for each in pictures)
    save_text(path, "\n".join(lines) + "\n")


def read_plan(path: Path) -> list[Picture]:
    """What `write_plan` wrote."""
    return [Picture(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]
