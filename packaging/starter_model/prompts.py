"""What an evaluation asks for: the same questions for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from starter_model import captions
from starter_model.colours import COLOURS
from starter_model.concepts import LANGUAGES, Concept

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question. ``concept`` is a place in the list of concepts; ``colour`` and ``background``
    are None where the text names none."""

    text: str
    language: str
    concept: int
    colour: str | None
    background: str | None
    seed: int


def evaluation_prompts(
    concepts: Sequence[Concept],
    *,
    seed: int,
    per_language: int = 120,
    chosen: Sequence[int] | None = None,
) -> list[Prompt]:
    """Every concept once in English in its own colours, every second one on a named background;
    ``per_language`` English prompts that name both colours; ``per_language`` in each other
    language, half of them the one kind and half the other.

    ``chosen`` are the concepts to ask for, by place; all by default.
    """
    chance = random.Random(seed)
    places = list(range(len(concepts))) if chosen is None else list(chosen)
    grounds = _cycle(list(COLOURS), chance)
    prompts: list[Prompt] = []

    def ask(place: int, language: str, *, coloured: bool, grounded: bool) -> None:
        concept = concepts[place]
        colour = chance.choice(_askable(concept)) if coloured else None
        background = next(grounds) if grounded else None
        while background is not None and background == colour:
            background = next(grounds)
        prompts.append(
            Prompt(
                text=captions.prompt(
                    concept, language=language, colour=colour, background=background
                ),
                language=language,
                concept=place,
                colour=colour,
                background=background,
                seed=1000 * seed + len(prompts),
            )
        )

    for turn, place in enumerate(places):
        ask(place, "en", coloured=False, grounded=turn % 2 == 1)
    for language in LANGUAGES:
        some = _cycle(places, chance)
        for turn in range(per_language):
            coloured = language == "en" or turn % 2 == 0
            ask(next(some), language, coloured=coloured, grounded=coloured or turn % 4 == 1)
    return prompts


def _askable(concept: Concept) -> list[str]:
    """The colours that its own names do not tell: nobody asks for a blue red apple."""
    own = f"{concept.label} {concept.names['en'][0]}"
    return [name for name in COLOURS if not re.search(rf"\b{name}\b", own)]


def _cycle(items: Sequence[_Item], chance: random.Random) -> Iterator[_Item]:
    """All of them in a new order, again and again."""
    while True:
        yield from chance.sample(items, len(items))


def diversity_prompts(
    concepts: Sequence[Concept], chosen: Sequence[int], *, seeds: int, seed: int
) -> list[Prompt]:
    """The plain prompt of every chosen concept under so many seeds."""
    return [
        Prompt(
            text=captions.prompt(concepts[place], language="en"),
            language="en",
            concept=place,
            colour=None,
            background=None,
            seed=1000 * seed + 500_000 + turn,
        )
        for place in chosen
        for turn in range(seeds)
    ]
