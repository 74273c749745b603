"""What an evaluation found, as JSON and as a table for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

LANGUAGE_NAMES: Mapping[str, str] = {
    "en": "English",
    "ja": "Japanese",
    "ko": "Korean",
    "zh": "Chinese",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """So many right of so many asked."""

    right: int
    asked: int

    @property
    def share(self) -> float:
        """0 to 1; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0

    def __str__(self) -> str:
        return f"{100 * self.share:.1f} %" if self.asked else "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """One column's part for one language.

    ``top5`` counts where the concept is among the classifier's five likeliest; ``background`` and
    ``colour`` only count prompts that name one; ``white`` counts white backgrounds where none was
    named.
    """

    concept: Score
    top5: Score
    colour: Score
    background: Score
    white: Score


# What a row of the table is called, and its field.
ROWS = (
    ("concept, top-1", "concept"),
    ("concept, top-5", "top5"),
    ("object colour", "colour"),
    ("background colour", "background"),
    ("white when not said", "white"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diversity:
    """How much pictures of one prompt vary over seeds, divided by how much real ones vary.

    1 is as varied as the data, 0 a single picture known by heart; above 1 some show something else.
    """

    features: float
    pixels: float
    concepts: int
    seeds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptScore:
    """One concept over its English prompts, and what it was most often taken for."""

    label: str
    score: Score
    taken_for: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """How often pictures of ``asked`` were named ``named``: generated ones, asked for in English,
    and fresh real ones, where it is no fault of the model's."""

    asked: str
    named: str
    generated: int
    real: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything measured. ``model``, ``real`` and ``untrained`` are by language; ``untrained`` is
    measured on part of the prompts. ``classifier`` is its top-1 on fresh real pictures of all
    concepts in all colours; ``alike`` are the pairs that it confuses there."""

    pipeline: str
    seed: int
    steps: int
    guidance_scale: float
    concepts: int
    model: Mapping[str, Scores]
    real: Mapping[str, Scores]
    untrained: Mapping[str, Scores]
    diversity: Diversity
    untrained_diversity: Diversity
    vae_psnr: float | None
    classifier: Score
    worst: tuple[ConceptScore, ...]
    confusions: tuple[Confusion, ...]
    alike: tuple[Confusion, ...]

    def to_json(self) -> str:
        """All of it; a score is ``right`` of ``asked``."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"

    def to_markdown(self) -> str:
        """The table for the model card, and the lists below it."""
        lines = [
            f"{self.steps} steps, guidance {self.guidance_scale:g}, fixed seeds, "
            f"{self.concepts} concepts. Real pictures are the ceiling, the same network untrained "
            "is the floor.",
            "",
            "| | prompts | model | real pictures | untrained |",
            "|---|---|---|---|---|",
        ]
        for language, scores in self.model.items():
            name = LANGUAGE_NAMES.get(language, language)
            for title, field in ROWS:
                found = _score(scores, field)
                if not found.asked:
                    continue
                floor = self.untrained.get(language)
                cells = [
                    f"{name}: {title}",
                    str(found.asked),
                    str(found),
                    str(_score(self.real[language], field)),
                    str(_score(floor, field)) if floor else "–",
                ]
                lines.append(f"| {' | '.join(cells)} |")
        for title, mine, floor_value in (
            ("features", self.diversity.features, self.untrained_diversity.features),
            ("pixels", self.diversity.pixels, self.untrained_diversity.pixels),
        ):
            count = self.diversity.concepts * self.diversity.seeds
            lines.append(
                f"| Diversity over seeds: {title} | {count} | {mine:.2f} | 1.00 | "
                f"{floor_value:.2f} |"
            )
        if self.vae_psnr is not None:
            lines.append(f"| VAE, held-out pictures | | {self.vae_psnr:.1f} dB | | |")
        lines += [
            "",
            "The classifier saw real pictures only; of "
            f"{self.classifier.asked} fresh real ones, in all colours, it names {self.classifier} "
            "right.",
            "",
        ]
        if self.worst:
            told = (
                f"{each.label} ({each.score.right} of {each.score.asked}"
                + (f", taken for {each.taken_for})" if each.taken_for else ")")
                for each in self.worst
            )
            lines += [f"Hardest concepts: {'; '.join(told)}.", ""]
        if self.confusions:
            told = (f"{each.asked} → {each.named} ({each.generated})" for each in self.confusions)
            lines += [f"Most frequent confusions: {'; '.join(told)}.", ""]
        if self.alike:
            told = (
                f"{each.asked} → {each.named} "
                f"({each.real} of real ones, {each.generated} generated)"
                for each in self.alike
            )
            lines += [f"Confused on real pictures too: {'; '.join(told)}.", ""]
        return "\n".join(lines).rstrip() + "\n"


def _score(scores: Scores, field: str) -> Score:
    score = getattr(scores, field)
    assert isinstance(score, Score)
    return score
