"""What is known of a model folder before anything of it is loaded; see ``sdstudio.models``."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from pathlib import Path

from sdstudio.phrase import Phrase
from sdstudio.request import ModelDefaults, SdstudioError

FALLBACK_LANGUAGE = "en"
"""The language that every vocabulary has."""

UNCONDITIONAL = ("DDPMPipeline", "DDIMPipeline")
"""Pipelines that make pictures of their own accord: no prompt, and pixels in the place of latents.
"""

_SURPRISE_FIELDS = {"colour", "concept", "background"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One part of a pipeline. ``variant`` is the weight files' infix, such as fp16, or None."""

    name: str
    library: str
    class_name: str
    variant: str | None
    has_weights: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words a small model knows in one language.

    ``colours`` stand before a thing, ``backgrounds`` in the ``{background}`` of a template; the
    same index is the same colour. ``surprise`` are templates of prompts, with some of the fields
    ``{colour}``, ``{concept}`` and ``{background}``; ``examples`` are whole prompts.

    Raises:
        ValueError: a list is empty, holds an empty text, or does not fit the others.
    """

    concepts: tuple[str, ...]
    colours: tuple[str, ...]
    backgrounds: tuple[str, ...]
    surprise: tuple[str, ...]
    examples: tuple[str, ...]

    def __post_init__(self) -> None:
        for texts in (self.concepts, self.colours, self.backgrounds, self.surprise, self.examples):
            if not texts or not all(text.strip() for text in texts):
                raise ValueError("a list of words is empty or holds an empty one")
        if len(self.colours) != len(self.backgrounds) or len(self.colours) < 2:
            raise ValueError("there must be as many colours as backgrounds, and at least two")
        for template in self.surprise:
            for _text, name, form, conversion in string.Formatter().parse(template):
                if name is not None and (name not in _SURPRISE_FIELDS or form or conversion):
                    raise ValueError(f"{template!r} has an unknown field")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words a small model knows, by language code, English among them.

    The same index in ``concepts`` is the same thing in every language, in ``colours`` the same
    colour.

    Raises:
        ValueError: English is missing, or another language has more or fewer words.
    """

    languages: tuple[tuple[str, Words], ...]

    def __post_init__(self) -> None:
        codes = [code for code, _words in self.languages]
        if FALLBACK_LANGUAGE not in codes or len(set(codes)) < len(codes):
            raise ValueError("each language must be there once, English among them")
        for lengths in (
            {len(words.concepts) for _code, words in self.languages},
            {len(words.colours) for _code, words in self.languages},
        ):
            if len(lengths) > 1:
                raise ValueError("every language must have a word for every thing")

    def words(self, language: str) -> Words:
        """The words of a language such as ``zh``, ``zh_CN`` or ``zh-Hans``; else the English."""
        known = dict(self.languages)
        code = re.split("[-_]", language, maxsplit=1)[0].lower()
        return known.get(code, known[FALLBACK_LANGUAGE])


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleFile:
    """A checked checkpoint: one safetensors file that holds all of a pipeline's weights.

    ``prediction_type`` is what its network predicts, as schedulers spell it. ``clip`` is the folder
    with the vocabulary that all of CLIP's tokenizers share. ``note`` says what had to be guessed.
    """

    path: Path
    prediction_type: str
    clip: Path
    note: Phrase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFolder:
    """A checked model folder: every file it names is there and whole, nothing in it runs code.

    Where the weights lie in a ``single_file``, ``path`` is the app's own folder of configs for
    models of that family. ``complaint`` tells of damage that takes nothing from the pictures, such
    as to the vocabulary.
    """

    reference: str
    path: Path
    name: str
    pipeline_class: str
    components: tuple[Component, ...]
    defaults: ModelDefaults
    vocabulary: Vocabulary | None = None
    complaint: SdstudioError | None = None
    single_file: SingleFile | None = None

    def part(self, name: str) -> Path:
        """Where the files of a component are."""
        return part_of(self.path, name)


def part_of(folder: Path, name: str) -> Path:
    """Where a component's files are: in a folder of its own, or beside ``model_index.json``.

    The latter is how the first unconditional models were published.
    """
    own = folder / name
    return own if own.is_dir() else folder
