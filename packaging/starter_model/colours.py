"""The twelve colours: how each is painted, found again in a picture, and called.

Hue, saturation and value are in [0, 1].
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """A colour's place in HSV and its adjectives, the usual first, by language.

    ``adjectives`` go straight before a thing (with the space a language wants), ``grounds`` make
    "a blue background" and stand by themselves.
    """

    name: str
    hue: float
    saturation: float
    value: float
    adjectives: Mapping[str, tuple[str, ...]]
    grounds: Mapping[str, tuple[str, ...]]


def _colour(
    name: str, hue: float, saturation: float, value: float, ja: str, ko: str, zh: str
) -> Colour:
    """``ja``, ``ko`` and ``zh`` are adjectives parted by commas; English needs one name only."""
    spoken = {"ja": ja.split(","), "ko": ko.split(","), "zh": zh.split(",")}
    english = [name, "grey"] if name == "gray" else [name]
    return Colour(
        name=name,
        hue=hue,
        saturation=saturation,
        value=value,
        adjectives={
            "en": tuple(f"{each} " for each in english),
            "ja": tuple(spoken["ja"]),
            "ko": tuple(f"{each} " for each in spoken["ko"]),
            "zh": tuple(f"{each}的" for each in spoken["zh"])
            + tuple(each.removesuffix("色") for each in spoken["zh"] if len(each) == 2),
        },
        grounds={
            "en": tuple(f"{each} background" for each in english),
            "ja": tuple(f"{each}背景" for each in spoken["ja"]),
            "ko": tuple(f"{each} 배경" for each in spoken["ko"]),
            "zh": tuple(f"{each}背景" for each in spoken["zh"]),
        },
    )


COLOURS: Mapping[str, Colour] = {
    each.name: each
    for each in (
        _colour("red", 0.0, 0.85, 0.95, "赤い,赤色の", "빨간,빨간색,붉은", "红色"),
        _colour(
            "orange", 0.075, 0.9, 1.0, "オレンジ色の,オレンジの", "주황색,주황,오렌지색", "橙色"
        ),
        _colour("yellow", 0.14, 0.85, 1.0, "黄色い,黄色の", "노란,노란색", "黄色"),
        _colour("green", 0.34, 0.75, 0.8, "緑の,緑色の", "초록,초록색,녹색", "绿色"),
        _colour("teal", 0.48, 0.75, 0.75, "青緑の,青緑色の", "청록,청록색", "青绿色,青色"),
        _colour("blue", 0.60, 0.8, 0.95, "青い,青色の", "파란,파란색,푸른", "蓝色"),
        _colour("purple", 0.76, 0.65, 0.85, "紫の,紫色の", "보라,보라색", "紫色"),
        _colour(
            "pink",
            0.92,
            0.5,
            1.0,
            "ピンクの,ピンク色の,桃色の",
            "분홍,분홍색,핑크색",
            "粉色,粉红色",
        ),
        _colour("brown", 0.06, 0.65, 0.55, "茶色い,茶色の", "갈색", "棕色,褐色"),
        _colour("black", 0.0, 0.0, 0.14, "黒い,黒色の", "검은,검은색,검정", "黑色"),
        _colour("white", 0.0, 0.0, 1.0, "白い,白色の", "하얀,흰,흰색", "白色"),
        _colour("gray", 0.0, 0.0, 0.6, "灰色の,グレーの", "회색", "灰色"),
    )
}

# Every word that is a colour by itself, so that no thing is called by it.
COLOUR_WORDS = frozenset(
    word.strip().removesuffix(ending)
    for colour in COLOURS.values()
    for words in colour.adjectives.values()
    for word in words
    for ending in ("", "の", "い", "的", "色の", "色い", "色的", "色")
    if word.strip().removesuffix(ending)
) - {"桃"}  # a peach


def hsv_to_rgb(
    hue: npt.ArrayLike, saturation: npt.ArrayLike, value: npt.ArrayLike
) -> npt.NDArray[np.float32]:
    """Arrays of one shape to RGB in [0, 1], channels last (Smith 1978)."""
    hue, saturation, value = (np.asarray(each, np.float32) for each in (hue, saturation, value))

    def channel(offset: int) -> npt.NDArray[np.float32]:
        k = (offset + hue * 6) % 6
        return np.asarray(value - value * saturation * np.clip(np.minimum(k, 4 - k), 0, 1))

    return np.stack([channel(5), channel(3), channel(1)], axis=-1).astype(np.float32)


def rgb_to_hsv(
    rgb: npt.NDArray[np.float32],
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """The inverse of `hsv_to_rgb`; a grey has hue 0."""
    value = rgb.max(-1)
    spread = value - rgb.min(-1)
    saturation = np.where(value > 0, spread / np.maximum(value, 1e-6), 0)
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    safe = np.maximum(spread, 1e-6)
    hue = np.where(
        value == red,
        ((green - blue) / safe) % 6,
        np.where(value == green, (blue - red) / safe + 2, (red - green) / safe + 4),
    )
    hue = np.where(spread > 0, hue / 6, 0)
    return hue.astype(np.float32), saturation.astype(np.float32), value.astype(np.float32)


def nearest_colour(rgb: npt.NDArray[np.float32]) -> str:
    """The name of the colour that an RGB triple in [0, 1] would be called.

    Greys are told by saturation and value, the others by hue; brown is a dark, dull orange and
    pink a pale, bright red or magenta.
    """
    hue, saturation, value = (float(each) for each in rgb_to_hsv(np.asarray(rgb, np.float32)))
    if value < 0.24:
        return "black"
    if saturation < 0.16:
        # What is painted black keeps its lights.
        return "black" if value < 0.38 else "white" if value > 0.82 else "gray"
    if (
        (hue > 0.96 or hue < 0.11)
        and value < 0.72
        and saturation < 0.9
        and (hue > 0.02 or value < 0.5)
    ):
        return "brown" if hue < 0.5 else "red"

    def distance(colour: Colour) -> float:
        around = abs(hue - colour.hue)
        return min(around, 1 - around)

    chromatic = [each for each in COLOURS.values() if each.saturation > 0 and each.name != "brown"]
    return min(chromatic, key=distance).name
