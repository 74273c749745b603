"""What training pictures are called: templates in four languages around a concept's names."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sdstudio.articles import takes_an
from starter_model.colours import COLOUR_WORDS, COLOURS
from starter_model.concepts import LANGUAGES, Concept
from starter_model.pictures import Picture

# How often a caption is in each language.
SHARES: Mapping[str, float] = {"en": 0.58, "ja": 0.14, "ko": 0.14, "zh": 0.14}
# A white background is what a prompt gets that names none.
WHITE_IS_NAMED = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """A language's templates. ``{thing}`` is the noun with its colour, ``{ground}`` "a blue
    background"; ``renders`` and ``flats`` wrap a caption by the picture's style."""

    bare: tuple[str, ...]
    grounded: tuple[str, ...]
    renders: tuple[str, ...]
    flats: tuple[str, ...]


GRAMMARS: Mapping[str, Grammar] = {
    "en": Grammar(
        bare=(
            "{thing}",
            "{a thing}",
            "{a thing}",
            "a picture of {a thing}",
            "a photo of {a thing}",
        ),
        grounded=(
            "{a thing} on {a ground}",
            "{a thing} on {a ground}",
            "{thing}, {ground}",
            "{thing} on {a ground}",
            "a picture of {a thing} on {a ground}",
            "{a thing} in front of {a ground}",
            "{a thing} with {a ground}",
        ),
        renders=(
            *("{}",) * 8,
            *("{}, 3d render", "{}, high quality", "{}, best quality, highly detailed"),
            *("3d render, {}", "{}, 3d icon", "cute, {}", "{}, soft lighting"),
        ),
        flats=(
            *("flat icon of {}", "flat icon, {}", "flat illustration of {}"),
            *("{}, flat design", "{}, flat icon", "{}, vector art", "drawing of {}"),
        ),
    ),
    "ja": Grammar(
        bare=("{thing}", "{thing}", "{thing}の画像", "{thing}の絵"),
        grounded=(
            "{ground}の{thing}",
            "{thing}、{ground}",
            "{ground}に{thing}",
            "{thing} {ground}",
        ),
        renders=(*("{}",) * 6, "{}、3D", "{}、高品質", "かわいい、{}"),
        flats=("{}、フラットデザイン", "{}、フラットアイコン", "{}のイラスト"),
    ),
    "ko": Grammar(
        bare=("{thing}", "{thing}", "{thing} 그림", "{thing} 사진"),
        grounded=("{ground}의 {thing}", "{thing}, {ground}", "{ground}에 {thing}"),
        renders=(*("{}",) * 6, "{}, 3D", "{}, 고품질", "귀여운, {}"),
        flats=("{}, 플랫 디자인", "{}, 플랫 아이콘", "{} 일러스트"),
    ),
    "zh": Grammar(
        bare=("{thing}", "{thing}", "一个{thing}", "{thing}的图片"),
        grounded=(
            "{ground}上的{thing}",
            "{thing}，{ground}",
            "{ground}，{thing}",
            "{thing} {ground}",
        ),
        renders=(*("{}",) * 6, "{}，3D", "{}，高质量", "可爱，{}"),
        flats=("{}，扁平设计", "{}，扁平图标", "{}的插画"),
    ),
}


def with_article(noun: str) -> str:
    """English "a" or "an" before a noun; plurals stay bare."""
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is", "compass"))
    if plural:
        return noun
    return ("an " if takes_an(noun) else "a ") + noun


def _name(concept: Concept, language: str, *, coloured: bool, chance: random.Random) -> str:
    """Mostly the usual name. With another colour, "red apple" loses its own."""
    names = concept.names[language]
    if coloured:
        plain = [each for each in names if not _says_colour(each, language)]
        names = tuple(plain) or names
    # Other languages' usual names are an encyclopaedia's ("cat's face"), so the rest counts more.
    usual = 0.75 if language == "en" else 0.5
    if len(names) == 1 or chance.random() < usual:
        return names[0]
    return chance.choice(names[1:])


def _says_colour(name: str, language: str) -> bool:
    if language in ("en", "ko"):
        return any(word in COLOUR_WORDS for word in name.split())
    return any(word in name for word in COLOUR_WORDS if not word.isascii() and len(word) > 0)


def caption(
    concept: Concept, picture: Picture, chance: random.Random, language: str | None = None
) -> str:
    """One of the many ways to ask for this picture, lower case where the language has any."""
    if language is None:
        language = chance.choices(list(SHARES), list(SHARES.values()))[0]
    grammar = GRAMMARS[language]
    thing = _name(concept, language, coloured=picture.colour is not None, chance=chance)
    if picture.colour is not None:
        thing = chance.choice(COLOURS[picture.colour].adjectives[language]) + thing
    if picture.background == "white" and chance.random() > WHITE_IS_NAMED:
        text = _filled(chance.choice(grammar.bare), thing, "")
    else:
        ground = chance.choice(COLOURS[picture.background].grounds[language])
        text = _filled(chance.choice(grammar.grounded), thing, ground)
    wraps = grammar.renders if picture.style == "3d" else grammar.flats
    return chance.choice(wraps).format(text)


def prompt(
    concept: Concept, *, language: str, colour: str | None = None, background: str | None = None
) -> str:
    """The plain prompt a person would type, in the usual words; for evaluation and examples."""
    thing = concept.names[language][0]
    if colour is not None:
        plain = [each for each in concept.names[language] if not _says_colour(each, language)]
        # "red apple" without its colour is an apple, and not the first keyword of its entry.
        within = [each for each in plain if each in thing]
        thing = COLOURS[colour].adjectives[language][0] + (within or plain or [thing])[0]
    grammar = GRAMMARS[language]
    if background is None:
        return _filled(grammar.bare[1], thing, "")
    return _filled(grammar.grounded[0], thing, COLOURS[background].grounds[language][0])


def _filled(template: str, thing: str, ground: str) -> str:
    return (
        template.replace("{a thing}", with_article(thing))
        .replace("{thing}", thing)
        .replace("{a ground}", with_article(ground) if ground else "")
        .replace("{ground}", ground)
    )


def language_of(turn: int) -> str:
    """Languages in turn, for lists that shall hold each."""
    return LANGUAGES[turn % len(LANGUAGES)]


def captions_for(
    concepts: Sequence[Concept], pictures: Sequence[Picture], *, each: int, seed: int
) -> list[list[str]]:
    """``each`` captions for every picture, the same for the same seed."""
    chance = random.Random(seed)
    return [
        [caption(concepts[picture.concept], picture, chance) for _ in range(each)]
        for picture in pictures
    ]
