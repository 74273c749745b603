"""The colours: painted, found again and called."""

from __future__ import annotations

import colorsys

import numpy as np
import pytest

from starter_model.colours import (
    COLOUR_WORDS,
    COLOURS,
    hsv_to_rgb,
    nearest_colour,
    rgb_to_hsv,
)
from starter_model.concepts import LANGUAGES


def grid() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    steps = np.linspace(0, 1, 9, dtype=np.float32)
    return np.stack(np.meshgrid(steps, steps, steps), -1).reshape(-1, 3)


def test_hsv_to_rgb_is_what_the_standard_library_says() -> None:
    hsv = grid()
    expected = [colorsys.hsv_to_rgb(*map(float, each)) for each in hsv]
    assert np.allclose(hsv_to_rgb(*hsv.T), expected, atol=1e-5)


def test_rgb_to_hsv_is_what_the_standard_library_says() -> None:
    rgb = grid()
    expected = np.array([colorsys.rgb_to_hsv(*map(float, each)) for each in rgb])
    assert np.allclose(np.stack(rgb_to_hsv(rgb), -1), expected, atol=1e-5)


@pytest.mark.parametrize("name", COLOURS)
def test_a_painted_colour_is_called_by_its_name(name: str) -> None:
    colour = COLOURS[name]
    assert nearest_colour(hsv_to_rgb(colour.hue, colour.saturation, colour.value)) == name


@pytest.mark.parametrize(
    ("hexadecimal", "name"),
    [
        ("ffffff", "white"),
        ("f4f4f0", "white"),
        ("000000", "black"),
        ("2a1008", "black"),
        ("808080", "gray"),
        ("ff0000", "red"),
        ("ff8c00", "orange"),
        ("ffe000", "yellow"),
        ("228b22", "green"),
        ("008080", "teal"),
        ("1e66f5", "blue"),
        ("8040c0", "purple"),
        ("ff8ad0", "pink"),
        ("7b4a26", "brown"),
    ],
)
def test_a_colour_is_called_as_people_call_it(hexadecimal: str, name: str) -> None:
    rgb = np.frombuffer(bytes.fromhex(hexadecimal), np.uint8) / np.float32(255)
    assert nearest_colour(rgb.astype(np.float32)) == name


@pytest.mark.parametrize(
    ("language", "thing", "said", "ground"),
    [
        ("en", "cat", "blue cat", "blue background"),
        ("ja", "猫", "青い猫", "青い背景"),
        ("ko", "고양이", "파란 고양이", "파란 배경"),
        ("zh", "猫", "蓝色的猫", "蓝色背景"),
    ],
)
def test_an_adjective_goes_straight_before_a_thing(
    language: str, thing: str, said: str, ground: str
) -> None:
    blue = COLOURS["blue"]
    assert blue.adjectives[language][0] + thing == said
    assert blue.grounds[language][0] == ground


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_colours_share_a_word(language: str) -> None:
    words = [word for each in COLOURS.values() for word in each.adjectives[language]]
    assert len(words) == len(set(words))
    grounds = [word for each in COLOURS.values() for word in each.grounds[language]]
    assert len(grounds) == len(set(grounds))


def test_colour_words_are_known_without_their_endings() -> None:
    assert {
        "red",
        "grey",
        "orange",
        "赤",
        "赤い",
        "茶色",
        "빨간",
        "红",
        "红色",
        "粉",
    } <= COLOUR_WORDS
    # A peach may be called one.
    assert "桃" not in COLOUR_WORDS
