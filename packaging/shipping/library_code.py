"""Which models of transformers the frozen app keeps.

transformers has code for over 500 models, 40 MB of it as source, and the pipelines of diffusers use
a few dozen of them. Which, is read from the sources, so that the list follows both libraries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

USERS = ("diffusers", "accelerate", "peft")
"""The libraries that import models from transformers."""

_FROM_TRANSFORMERS = re.compile(r"^ *from transformers(?:\.[\w.]+)? import (\([^)]*\)|.*)", re.M)
_BY_PATH = re.compile(r"\btransformers\.models\.(\w+)")
_DEFINED = re.compile(r"^(?:class|def) (\w+)", re.M)
_IN_MODELS = re.compile(r"\bmodels\.(\w+)")
_BESIDE = re.compile(r"from \.\.(\w+)")
_BUILD_TIME = ("modular_", "convert_")
"""Files that the library's own developers make others from; nothing imports them."""


def kept_models(packages: Path) -> frozenset[str]:
    """The folders under ``transformers/models`` that something may import.

    ``packages`` is the folder where the libraries are installed (site-packages).
    """
    library = packages / "transformers"
    models = library / "models"
    every = {path.parent.name for path in models.glob("*/__init__.py")}

    wanted: set[str] = set()
    names: set[str] = set()
    for source in _sources(*(packages / user for user in USERS)):
        for imported in _FROM_TRANSFORMERS.findall(source):
            names.update(re.findall(r"\w+", imported))
        wanted.update(_BY_PATH.findall(source))
    # The library's own code outside of its models names some of them too.
    for path in library.rglob("*.py"):
        if models not in path.parents:
            wanted.update(_IN_MODELS.findall(path.read_text(encoding="utf-8")))
    sources = {name: "\n".join(_sources(models / name)) for name in every}
    wanted.update(name for name, text in sources.items() if names & set(_DEFINED.findall(text)))
    wanted.add("auto")

    kept: set[str] = set()
    while wanted := (wanted & every) - kept:
        kept |= wanted
        wanted = {beside for name in wanted for beside in _BESIDE.findall(sources[name])}
    return frozenset(kept)


def modules_in(packages: Path, name: str) -> list[str]:
    """The modules of an installed package, with dots, told from its files: nothing is imported."""
    folder = packages.joinpath(*name.split("."))
    found = []
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(packages).with_suffix("").parts
        if not path.name.startswith(_BUILD_TIME):
            found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def is_dropped_model(name: str, kept: frozenset[str]) -> bool:
    """Whether a file (``transformers/models/NAME/…``) is of a model that is not kept."""
    parts = re.split(r"[/\\]", name)
    return parts[:2] == ["transformers", "models"] and len(parts) > 3 and parts[2] not in kept


def _sources(*folders: Path) -> Iterator[str]:
    for folder in folders:
        for path in folder.rglob("*.py"):
            if not path.name.startswith(_BUILD_TIME):
                yield path.read_text(encoding="utf-8")
