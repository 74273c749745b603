"""Pieces of the scripts that the X-ray shows: values, calls and imports as source text.

The scripts are plain diffusers, complete, without a word of this app: whoever copies one gets the
very numbers of the pane, from the same files.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import Any

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.schedulers import make_scheduler
from sdstudio.diffusion.xray.added_code import loading_lines
from sdstudio.diffusion.xray.source import no_source, quoted, source_of

_LINE = 88
"""Characters of a call that fits beside what it is assigned to."""


def script(model: LoadedModel, body: str, *, needs: Iterable[str] = ()) -> str:
    """A complete script: imports, the pipeline as ``pipe``, then ``body``.

    Args:
        model: the model, which the script loads from its folder, to its device, in its precision.
        body: the lines after that.
        needs: further imports, as lines, such as ``import numpy as np``.
    """
    source = source_of(model.folder.reference, model.device.dtype)
    if source is None:
        return no_source(model.folder.reference)
    # torch is there for the precision, in which the pipeline is loaded.
    needs = {*needs, "import torch", f"from diffusers import {source.pipeline_class}"}
    return f"{imports(needs)}\n\n{loading_lines(source, model)}\n\n{body.strip()}\n"


def imports(lines: Iterable[str]) -> str:
    """Import lines in the usual order: whole modules first, then names out of modules."""
    return "\n".join(sorted(set(lines), key=lambda line: (line.startswith("from "), line)))


def call(function: str, *positional: str, **named: object) -> str:
    """A call as source text, over several lines where it is long.

    ``positional`` are source already, ``named`` are values.
    """
    values = (
        f"{name}={quoted(value) if isinstance(value, str) else repr(value)}"
        for name, value in named.items()
    )
    between = (*positional, *values)
    line = f"{function}({', '.join(between)})"
    if len(line) <= _LINE:
        return line
    return f"{function}(\n" + "".join(f"    {each},\n" for each in between) + ")"


def folder(model: LoadedModel) -> str:
    """The model's folder as source text."""
    return quoted(str(model.folder.path))


def class_of(model: LoadedModel, name: str) -> str:
    """The class of a component as the model names it; the app may have put its own in its place."""
    for component in model.folder.components:
        if component.name == name:
            return component.class_name
    return type(getattr(model.pipeline, name)).__name__


def scheduler_settings(
    config: Mapping[str, Any],
    scheduler: str,
    pipeline_class: str,
    changes: Mapping[str, object] | None = None,
) -> dict[str, object]:
    """What has to be said beside a model's scheduler config to get the scheduler the app makes.

    ``changes`` are values set over the config before.

    Raises:
        InvalidRequest: the scheduler is for models of another kind.
    """
    made = make_scheduler(scheduler, {**config, **(changes or {})}, pipeline_class)
    # ``from_config`` takes over what a config states, but not the defaults of another class.
    stated = {key for key in config if key not in config.get("_use_default_values", ())}
    parameters = inspect.signature(type(made).__init__).parameters
    return {
        name: made.config[name]
        for name, parameter in parameters.items()
        if name in made.config
        and made.config[name] != (config[name] if name in stated else parameter.default)
    }
