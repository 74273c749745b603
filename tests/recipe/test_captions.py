"""Captions: they say what the picture shows, in every language, and nothing else."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace

import pytest

from starter_model.captions import (
    GRAMMARS,
    SHARES,
    caption,
    captions_for,
    prompt,
    with_article,
)
from starter_model.colours import COLOURS
from starter_model.concepts import LANGUAGES, choose
from starter_model.pictures import Picture
from tests.recipe.packs import PICTURED, emoji

CORE = {"cat face": "cat", "red apple": "apple", "house": "house", "eye": "eye"}
CAT, APPLE, HOUSE, EYE = choose(emoji(), CORE, available=PICTURED, everything=False)
PICTURE = Picture(
    concept=0,
    style="3d",
    colour="blue",
    background="yellow",
    mirrored=False,
    scale=0.8,
    right=0.0,
    down=0.0,
    tilt=0.0,
)
# One word of each colour in each language that stands in all its forms.
STEMS = {
    "red": {"en": "red", "ja": "赤", "ko": "빨간|붉은", "zh": "红"},
    "blue": {"en": "blue", "ja": "青[いの色]", "ko": "파란|푸른", "zh": "蓝"},
    "yellow": {"en": "yellow", "ja": "黄色", "ko": "노란", "zh": "黄"},
    "green": {"en": "green", "ja": "(?<!青)緑", "ko": "초록|녹색", "zh": "(?<!青)绿"},
    "white": {"en": "white", "ja": "白", "ko": "하얀|흰", "zh": "白"},
}


def many(picture: Picture, language: str | None, concept: int = 0, count: int = 200) -> list[str]:
    thing = (CAT, APPLE, HOUSE, EYE)[concept]
    return [caption(thing, picture, random.Random(seed), language) for seed in range(count)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_colour_and_the_background_are_named(language: str) -> None:
    for said in many(PICTURE, language):
        assert len(re.findall(STEMS["blue"][language], said)) == 1, said
        assert len(re.findall(STEMS["yellow"][language], said)) == 1, said
        for other in ("red", "green", "white"):
            assert not re.search(STEMS[other][language], said), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_colour_is_the_things_and_the_ground_the_backgrounds(language: str) -> None:
    """Swapped they would be another picture."""
    blue, yellow = COLOURS["blue"], COLOURS["yellow"]
    for said in many(PICTURE, language):
        assert any(ground in said for ground in yellow.grounds[language]), said
        assert not any(ground in said for ground in blue.grounds[language]), said
        painted = [
            word + name for word in blue.adjectives[language] for name in CAT.names[language]
        ]
        assert any(each in said for each in painted), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thing_in_its_own_colours_gets_no_adjective(language: str) -> None:
    for said in many(replace(PICTURE, colour=None), language):
        for colour in ("red", "blue", "green", "white"):
            assert not re.search(STEMS[colour][language], said), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caption_names_the_thing(language: str) -> None:
    for concept, thing in ((0, CAT), (2, HOUSE)):
        said = many(PICTURE, language, concept)
        assert all(any(name in each for name in thing.names[language]) for each in said)
        assert {
            name for name in thing.names[language] if any(name in each for each in said)
        } == set(thing.names[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_white_background_may_go_unsaid(language: str) -> None:
    white = many(replace(PICTURE, background="white"), language, count=400)
    named = sum(bool(re.search(STEMS["white"][language], each)) for each in white)
    assert 80 < named < 220


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_painted_red_apple_is_not_called_red(language: str) -> None:
    for said in many(PICTURE, language, concept=1):
        assert not re.search(STEMS["red"][language], said), said


@pytest.mark.parametrize("colour", [None, *COLOURS])
def test_articles_fit_what_follows(colour: str | None) -> None:
    for background in ("orange", "white", "blue"):
        picture = replace(PICTURE, colour=colour, background=background)
        for concept in range(4):
            for said in many(picture, "en", concept, count=60):
                assert not re.search(r"\ba [aeiou]", said), said
                assert not re.search(r"\ban [^aeiou]", said), said


@pytest.mark.parametrize(
    ("noun", "whole"),
    [
        ("apple", "an apple"),
        ("cat", "a cat"),
        ("orange background", "an orange background"),
        ("sunglasses", "sunglasses"),
        ("bus", "a bus"),
        ("compass", "a compass"),
        ("octopus", "an octopus"),
        ("unicorn", "a unicorn"),
        ("ufo", "a ufo"),
        ("umbrella", "an umbrella"),
        ("hourglass", "an hourglass"),
    ],
)
def test_with_article(noun: str, whole: str) -> None:
    assert with_article(noun) == whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_flat_picture_is_always_called_one_and_no_other_is(language: str) -> None:
    flat = re.compile(r"flat|vector|illustration|drawing|フラット|イラスト|플랫|일러스트|扁平|插画")
    assert all(flat.search(each) for each in many(replace(PICTURE, style="flat"), language))
    assert not any(flat.search(each) for each in many(PICTURE, language))


def test_no_template_leaves_a_brace() -> None:
    for language in LANGUAGES:
        for background in ("white", "blue"):
            for style in ("3d", "flat"):
                picture = replace(PICTURE, background=background, style=style)
                assert not any("{" in each or "}" in each for each in many(picture, language))


def test_languages_are_as_frequent_as_their_shares() -> None:
    assert set(SHARES) == set(GRAMMARS) == set(LANGUAGES)
    assert sum(SHARES.values()) == pytest.approx(1)
    found = Counter(
        next(code for code in ("ja", "ko", "zh", "en") if STARTS[code].search(each))
        for each in many(PICTURE, None, count=2000)
    )
    for language, share in SHARES.items():
        assert found[language] / 2000 == pytest.approx(share, abs=0.04)


# What tells the languages apart in captions of a blue thing on yellow.
STARTS = {
    "ja": re.compile("青[いの色]"),
    "ko": re.compile("[가-힣]"),
    "zh": re.compile("蓝"),
    "en": re.compile("blue"),
}


@pytest.mark.parametrize(
    ("language", "bare", "coloured", "whole"),
    [
        ("en", "a cat", "a blue cat", "a blue cat on an orange background"),
        ("ja", "ネコ", "青いネコ", "オレンジ色の背景の青いネコ"),
        ("ko", "고양이", "파란 고양이", "주황색 배경의 파란 고양이"),
        ("zh", "猫", "蓝色的猫", "橙色背景上的蓝色的猫"),
    ],
)
def test_the_plain_prompt(language: str, bare: str, coloured: str, whole: str) -> None:
    assert prompt(CAT, language=language) == bare
    assert prompt(CAT, language=language, colour="blue") == coloured
    assert prompt(CAT, language=language, colour="blue", background="orange") == whole


def test_the_plain_prompt_of_a_painted_red_apple() -> None:
    said = [prompt(APPLE, language=each, colour="green") for each in LANGUAGES]
    assert said[0] == "a green apple"
    assert not any(
        re.search(STEMS["red"][code], each) for code, each in zip(LANGUAGES, said, strict=True)
    )


def test_each_picture_gets_its_captions_the_same_for_the_same_seed() -> None:
    pictures = [PICTURE, replace(PICTURE, concept=2, colour="green")]
    said = captions_for((CAT, APPLE, HOUSE, EYE), pictures, each=40, seed=1)
    assert [len(each) for each in said] == [40, 40]
    assert said == captions_for((CAT, APPLE, HOUSE, EYE), pictures, each=40, seed=1)
    assert said != captions_for((CAT, APPLE, HOUSE, EYE), pictures, each=40, seed=2)
    assert any("green house" in each for each in said[1])
    assert not any("blue" in each for each in said[1])
