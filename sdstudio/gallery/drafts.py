"""What was found in another program's metadata, and the request that becomes of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sdstudio.gallery.containers import clean
from sdstudio.gallery.samplers import scheduler_of
from sdstudio.phrase import Phrase
from sdstudio.request import (
    MAX_GUIDANCE,
    MAX_PROMPT,
    MAX_SEED,
    MAX_SIDE,
    MAX_STEPS,
    MIN_SIDE,
    SCHEDULERS,
    GenerationRequest,
)

NO_MODEL = "unknown"
"""What stands for the model in a request where the metadata names none."""

_MOST_NAME = 200
_MOST_SENTENCES = 20
_WEIGHTS = (".safetensors", ".ckpt", ".sft", ".gguf", ".pt", ".pth", ".bin")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignSettings:
    """The settings in a picture of another program.

    ``request`` is what of it we have a word for, None where nothing could be read. Its ``model`` is
    the name that the metadata gives, without folder and ending, since where that model lies on this
    machine, if it does, cannot be known here; ``NO_MODEL`` where there is none. ``approximations``
    are sentences about what differs; ``is_exact`` where there are none. ``text`` is the metadata
    whole, as it was found.
    """

    program: str
    request: GenerationRequest | None
    is_exact: bool
    approximations: tuple[Phrase, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Settings as another program wrote them: anything may be of any type, or missing (None).

    ``spacing`` is its word for how noise levels are spaced. ``is_flow`` for models trained with
    flow matching. ``notes`` are sentences about what has no place in a request.
    """

    program: str
    prompt: object = ""
    negative_prompt: object = ""
    model: object = None
    sampler: object = None
    spacing: object = None
    steps: object = None
    guidance: object = None
    seed: object = None
    width: object = None
    height: object = None
    is_flow: bool = False
    notes: tuple[Phrase, ...] = ()


def settle(draft: Draft, text: str, width: int, height: int) -> ForeignSettings:
    """The request that comes nearest to ``draft``; ``width`` and ``height`` are the picture's."""
    notes = list(draft.notes)
    prompt = _text(draft.prompt, Phrase("prompt"), notes)
    negative = _text(draft.negative_prompt, Phrase("negative prompt"), notes)
    model = model_name(draft.model)
    if not model:
        notes.append(Phrase("The metadata does not name a model."))
    steps = _whole(draft.steps, Phrase("number of steps"), 20, 1, MAX_STEPS, notes)
    seed = _whole(draft.seed, Phrase("seed"), 0, 0, MAX_SEED, notes)
    sides = [
        _whole(side, name, actual, MIN_SIDE, MAX_SIDE, notes)
        for side, name, actual in (
            (draft.width, Phrase("width"), width),
            (draft.height, Phrase("height"), height),
        )
    ]
    is_flow = draft.is_flow or _names_flow(model)
    request = GenerationRequest(
        prompt=prompt,
        negative_prompt=negative,
        model=model or NO_MODEL,
        scheduler=_scheduler(draft, is_flow, notes),
        num_inference_steps=steps,
        guidance_scale=_guidance(draft.guidance, notes),
        width=sides[0],
        height=sides[1],
        seed=seed,
    )
    unique = tuple(dict.fromkeys(notes))[:_MOST_SENTENCES]
    return ForeignSettings(
        program=draft.program,
        request=request,
        is_exact=not unique,
        approximations=unique,
        text=text,
    )


def model_name(value: object) -> str:
    """A model's name out of what may be a path: no folders, no ending, nothing that has no glyph.

    Empty when nothing is left.
    """
    if not isinstance(value, str):
        return ""
    name = clean(value[-4 * _MOST_NAME :]).replace("\\", "/").rstrip("/").rpartition("/")[2]
    for ending in _WEIGHTS:
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
            break
    return "".join(c for c in name if c.isprintable()).strip(" .")[:_MOST_NAME]


def number(value: object) -> float | None:
    """A finite number, also one written as text; None for everything else."""
    if isinstance(value, str) and len(value) <= 40:
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def short(value: object) -> str:
    """A value as part of a sentence: one line of at most 80 characters that have a glyph."""
    if not isinstance(value, str | int | float):
        return "…"
    if isinstance(value, int) and value.bit_length() > 200:
        return Phrase("a very large number")
    text = " ".join(str(value)[:400].split())
    text = "".join(c for c in text if c.isprintable())
    return text if len(text) <= 80 else f"{text[:79]}…"


def lora_note(name: object, weight: object = None) -> Phrase:
    """The sentence for a LoRA that was laid over the model."""
    told = model_name(name) or "?"
    amount = number(weight)
    if amount is None:
        return Phrase("It used the LoRA “{name}”.", name=short(told))
    return Phrase("It used the LoRA “{name}” at {weight}.", name=short(told), weight=f"{amount:g}")


def clip_skip_note(layers: float) -> Phrase:
    """The sentence for a text encoder whose last layers were left out."""
    return Phrase(
        "It was made with clip skip {layers}, which is not carried over.", layers=f"{layers:g}"
    )


def _text(value: object, name: str, notes: list[Phrase]) -> str:
    if not isinstance(value, str):
        if value is not None:
            notes.append(Phrase("The {name} could not be read.", name=name))
        return ""
    text = clean(value).strip()
    if len(text) > MAX_PROMPT:
        notes.append(
            Phrase("The {name} is cut off after {most} characters.", name=name, most=MAX_PROMPT)
        )
        text = text[:MAX_PROMPT]
    return text


def _whole(
    value: object, name: str, default: int, least: int, most: int, notes: list[Phrase]
) -> int:
    exact = value if isinstance(value, int) and not isinstance(value, bool) else None
    if exact is None and isinstance(value, str) and len(value) <= 40:
        # Not by way of a float, which would round a large seed.
        stripped = value.strip()
        exact = int(stripped) if stripped.lstrip("-").isdecimal() and stripped[:2] != "--" else None
    if exact is None and (amount := number(value)) is not None:
        exact = round(amount)
    if exact is None:
        if value is None:
            if name in ("width", "height"):
                notes.append(Phrase("The size is that of the picture."))
            else:
                notes.append(
                    Phrase(
                        "The metadata does not give the {name}; {taken} is taken.",
                        name=name,
                        taken=default,
                    )
                )
        else:
            notes.append(
                Phrase(
                    "The {name} “{value}” is no number; {taken} is taken.",
                    name=name,
                    value=short(value),
                    taken=default,
                )
            )
        return min(max(default, least), most)
    bounded = min(max(exact, least), most)
    if bounded != exact:
        notes.append(
            Phrase(
                "The {name} {value} is out of bounds; {taken} is taken.",
                name=name,
                value=short(exact),
                taken=bounded,
            )
        )
    return bounded


def _guidance(value: object, notes: list[Phrase]) -> float:
    amount = number(value)
    if amount is None:
        notes.append(Phrase("The metadata does not give the guidance scale; 7 is taken."))
        return 7.0
    bounded = min(max(amount, 0.0), MAX_GUIDANCE)
    if bounded != amount:
        notes.append(
            Phrase(
                "The guidance scale {value} is out of bounds; {taken} is taken.",
                value=f"{amount:g}",
                taken=f"{bounded:g}",
            )
        )
    return bounded


def _scheduler(draft: Draft, is_flow: bool, notes: list[Phrase]) -> str:
    sampler = draft.sampler if isinstance(draft.sampler, str) else ""
    spacing = draft.spacing if isinstance(draft.spacing, str) else ""
    id, is_same = scheduler_of(sampler[:100], spacing[:100], is_flow=is_flow)
    if not sampler:
        notes.append(
            Phrase("The metadata does not name a sampler; {taken} is taken.", taken=SCHEDULERS[id])
        )
    elif not is_same:
        told = short(f"{sampler} {spacing}".strip())
        notes.append(
            Phrase(
                "There is no scheduler “{name}” here; {nearest} comes nearest.",
                name=told,
                nearest=SCHEDULERS[id],
            )
        )
    return id


def _names_flow(model: str) -> bool:
    name = model.casefold()
    return any(mark in name for mark in ("flux", "sd3", "stable-diffusion-3"))
