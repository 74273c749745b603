"""Scores a finished pipeline folder: does it draw what it is asked for?

The judge of concepts is a classifier that saw real pictures only. Colours are measured. Every
number stands beside the same one for real pictures (the ceiling) and for an untrained network
(the floor).
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from diffusers import AutoencoderKL
from torch import Tensor

from starter_model import RecipeError, pictures
from starter_model.classifier import Classifier, logits_of, seen_by_classifier
from starter_model.concepts import LANGUAGES, Concept
from starter_model.generation import Generator, generate, untrained
from starter_model.measures import background_colour, object_colour, variety
from starter_model.prompts import Prompt, diversity_prompts, evaluation_prompts
from starter_model.report import ConceptScore, Confusion, Diversity, Report, Score, Scores
from starter_model.sprites import STYLES, Sprites
from starter_model.vae import held_out_psnr

__all__ = [
    "Generator",
    "Prompt",
    "Report",
    "diversity_prompts",
    "evaluate",
    "evaluation_prompts",
    "generate",
    "real_pictures",
    "scores",
    "untrained",
]

# What a prompt gets that names no background: the recipe's own rule.
UNSAID = "white"
# Fresh real pictures of each concept that the classifier itself is tried on.
TRIED = 8
# A pair that real pictures, too, are confused in this often is not the model's fault.
ALIKE = 0.15
LISTED = 15


def real_pictures(
    concepts: Sequence[Concept],
    sprites: Sprites,
    prompts: Sequence[Prompt],
    *,
    side: int,
    seed: int,
) -> npt.NDArray[np.uint8]:
    """A freshly composed picture for every prompt, (N, side, side, 3): what a perfect model draws.

    A prompt that names no style gets 3D, as in training, wherever there is such a sprite.
    """
    most = max(Counter(each.concept for each in prompts).values(), default=0)
    placed: dict[int, list[pictures.Picture]] = defaultdict(list)
    for style in STYLES:
        for picture in pictures.plan(concepts, sprites, styles=(style,), variants=most, seed=seed):
            if len(placed[picture.concept]) < most:
                placed[picture.concept].append(picture)
    out = np.empty((len(prompts), side, side, 3), np.uint8)
    for index, prompt in enumerate(prompts):
        if not placed[prompt.concept]:
            raise RecipeError(f"There is no sprite of “{concepts[prompt.concept].label}”.")
        picture = replace(
            placed[prompt.concept].pop(),
            colour=prompt.colour,
            background=prompt.background or UNSAID,
        )
        chance = random.Random(f"{seed} {index}")
        out[index] = pictures.compose_planned(picture, sprites, side=side, chance=chance)
    return out


def scores(
    prompts: Sequence[Prompt], drawn: npt.NDArray[np.uint8], logits: Tensor
) -> dict[str, Scores]:
    """By language; ``drawn`` (N, H, W, 3) and ``logits`` (N, concepts) answer the prompts."""
    likeliest = logits.topk(min(5, logits.shape[1])).indices.tolist()
    found: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for prompt, picture, named in zip(prompts, drawn, likeliest, strict=True):
        mine = found[prompt.language]
        mine["concept"].append(named[0] == prompt.concept)
        mine["top5"].append(prompt.concept in named)
        ground = background_colour(picture)
        if prompt.background is None:
            mine["white"].append(ground == UNSAID)
        else:
            mine["background"].append(ground == prompt.background)
        if prompt.colour is not None:
            mine["colour"].append(object_colour(picture) == prompt.colour)
    return {
        language: Scores(
            **{
                name: Score(right=sum(mine[name]), asked=len(mine[name]))
                for name in ("concept", "top5", "colour", "background", "white")
            }
        )
        for language, mine in found.items()
    }


def evaluate(
    pipeline_folder: Path,
    concepts: Sequence[Concept],
    sprites: Sprites,
    classifier: Classifier,
    *,
    work: Path,
    held_out: npt.NDArray[np.uint8] | None = None,
    chosen: Sequence[int] | None = None,
    seed: int = 1,
    per_language: int = 120,
    floor: int = 24,
    diverse: tuple[int, int] = (24, 8),
    steps: int = 20,
    guidance_scale: float = 4.0,
    device: str = "cpu",
    batch: int = 8,
) -> Report:
    """Generates, composes, measures.

    ``concepts`` are all that the classifier knows, ``chosen`` the places of those that the model
    was taught. ``held_out`` (N, H, W, 3) are pictures that the VAE never saw; ``floor`` the
    untrained network's prompts for each language; ``diverse`` how many concepts and seeds show the
    diversity. ``work`` keeps what is generated.
    """
    places = list(range(len(concepts))) if chosen is None else list(chosen)
    count, seeds = min(diverse[0], len(places)), diverse[1]
    prompts = evaluation_prompts(concepts, seed=seed, per_language=per_language, chosen=places)
    several = random.Random(seed).sample(places, count)
    varied = diversity_prompts(concepts, several, seeds=seeds, seed=seed)
    few = _first_of_each(prompts, floor)
    few_varied = [each for each in varied if each.concept in several[: max(1, count // 4)]]

    def generator(folder: Path) -> Generator:
        return Generator(
            folder,
            work=work,
            steps=steps,
            guidance_scale=guidance_scale,
            device=device,
            batch=batch,
        )

    model = generator(pipeline_folder)
    drawn = model.generate(prompts, "prompts")
    drawn_varied = model.generate(varied, "diversity")
    empty = generator(untrained(pipeline_folder, work))
    floor_drawn = empty.generate(few, "untrained")
    floor_varied = empty.generate(few_varied, "untrained diversity")

    side = drawn.shape[1]
    real = real_pictures(concepts, sprites, prompts, side=side, seed=seed)
    real_varied = real_pictures(concepts, sprites, varied, side=side, seed=seed + 1)

    def diversity(mine: npt.NDArray[np.uint8], asked: Sequence[Prompt]) -> Diversity:
        keep = np.isin([each.concept for each in varied], [each.concept for each in asked])
        found = variety(mine, [each.concept for each in asked], classifier)
        usual = variety(real_varied[keep], [each.concept for each in asked], classifier)
        return Diversity(
            features=found.features / max(usual.features, 1e-9),
            pixels=found.pixels / max(usual.pixels, 1e-9),
            concepts=len({each.concept for each in asked}),
            seeds=seeds,
        )

    logits = logits_of(classifier, seen_by_classifier(drawn))
    tried, confused = _try_classifier(concepts, sprites, classifier, places, side=side, seed=seed)
    worst, confusions, alike = _mistakes(concepts, prompts, logits, confused)
    return Report(
        pipeline=pipeline_folder.name,
        seed=seed,
        steps=steps,
        guidance_scale=guidance_scale,
        concepts=len(places),
        model=scores(prompts, drawn, logits),
        real=scores(prompts, real, logits_of(classifier, seen_by_classifier(real))),
        untrained=scores(few, floor_drawn, logits_of(classifier, seen_by_classifier(floor_drawn))),
        diversity=diversity(drawn_varied, varied),
        untrained_diversity=diversity(floor_varied, few_varied),
        vae_psnr=None if held_out is None else _vae_psnr(pipeline_folder, held_out),
        classifier=tried,
        worst=worst,
        confusions=confusions,
        alike=alike,
    )


def _first_of_each(prompts: Sequence[Prompt], count: int) -> list[Prompt]:
    """So many of each language, spread over all that it has."""
    chosen: list[Prompt] = []
    for language in LANGUAGES:
        mine = [each for each in prompts if each.language == language]
        some = min(count, len(mine))
        chosen += [mine[turn * len(mine) // some] for turn in range(some)]
    return chosen


def _vae_psnr(pipeline_folder: Path, held_out: npt.NDArray[np.uint8]) -> float:
    vae = AutoencoderKL.from_pretrained(
        pipeline_folder / "vae", dtype=torch.float32, local_files_only=True
    )
    return held_out_psnr(vae.eval(), held_out)


def _try_classifier(
    concepts: Sequence[Concept],
    sprites: Sprites,
    classifier: Classifier,
    places: Sequence[int],
    *,
    side: int,
    seed: int,
) -> tuple[Score, Mapping[tuple[int, int], Score]]:
    """Its top-1 on fresh real pictures in all colours, and how often it takes what for what."""
    wanted = set(places)
    fresh = [
        each
        for each in pictures.plan(concepts, sprites, styles=STYLES, variants=TRIED, seed=seed + 2)
        if each.concept in wanted
    ]
    named: list[int] = []
    for start in range(0, len(fresh), 256):
        composed = []
        for index, picture in enumerate(fresh[start : start + 256], start):
            chance = random.Random(f"{seed} fresh {index}")
            composed.append(pictures.compose_planned(picture, sprites, side=side, chance=chance))
        logits = logits_of(classifier, seen_by_classifier(np.stack(composed)))
        named += logits.argmax(-1).tolist()
    asked = Counter(each.concept for each in fresh)
    pairs = Counter((each.concept, name) for each, name in zip(fresh, named, strict=True))
    right = sum(number for (concept, name), number in pairs.items() if concept == name)
    return Score(right=right, asked=len(fresh)), {
        (concept, name): Score(right=number, asked=asked[concept])
        for (concept, name), number in pairs.items()
        if concept != name
    }


def _mistakes(
    concepts: Sequence[Concept],
    prompts: Sequence[Prompt],
    logits: Tensor,
    confused: Mapping[tuple[int, int], Score],
) -> tuple[tuple[ConceptScore, ...], tuple[Confusion, ...], tuple[Confusion, ...]]:
    """The concepts most often missed, the most frequent confusions, and those that real pictures
    meet with as well."""
    named = logits.argmax(-1).tolist()
    taken: dict[int, Counter[int]] = defaultdict(Counter)
    for prompt, name in zip(prompts, named, strict=True):
        # Of a language that it hardly knows the model would only tell that it does.
        if prompt.language == "en":
            taken[prompt.concept][name] += 1
    worst = []
    for concept, names in taken.items():
        wrong = Counter({name: number for name, number in names.items() if name != concept})
        if wrong:
            worst.append(
                ConceptScore(
                    label=concepts[concept].label,
                    score=Score(right=names[concept], asked=names.total()),
                    taken_for=concepts[wrong.most_common(1)[0][0]].label,
                )
            )
    worst.sort(key=lambda each: (each.score.share, -each.score.asked, each.label))

    def confusion(asked: int, name: int) -> Confusion:
        none = Score(right=0, asked=0)
        return Confusion(
            asked=concepts[asked].label,
            named=concepts[name].label,
            generated=taken[asked][name],
            real=confused.get((asked, name), none),
        )

    often = Counter(
        {
            (concept, name): number
            for concept, names in taken.items()
            for name, number in names.items()
            if name != concept and number > 1
        }
    )
    alike = [pair for pair, score in confused.items() if score.share >= ALIKE]
    alike.sort(key=lambda pair: (-confused[pair].share, pair))
    return (
        tuple(worst[:LISTED]),
        tuple(confusion(*pair) for pair, _ in often.most_common(LISTED)),
        tuple(confusion(*pair) for pair in alike),
    )
