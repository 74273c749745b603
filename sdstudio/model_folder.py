"""What is known of a model folder before anything of it is loaded; see ``sdstudio.models``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sdstudio.request import ModelDefaults


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One part of a pipeline. ``variant`` is the weight files' infix, such as fp16, or None."""

    name: str
    library: str
    class_name: str
    variant: str | None
    has_weights: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words a small model knows, for suggestions; ``examples`` are whole prompts."""

    concepts: tuple[str, ...]
    colours: tuple[str, ...]
    backgrounds: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFolder:
    """A checked model folder: every file it names is there and whole, nothing in it runs code."""

    reference: str
    path: Path
    name: str
    pipeline_class: str
    components: tuple[Component, ...]
    defaults: ModelDefaults
    vocabulary: Vocabulary | None = None
