"""A prompt as the tokenizer cuts it."""

from __future__ import annotations

from collections.abc import Callable

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.xray import TokenTable


def make_token_tables(model: LoadedModel) -> Callable[[str], TokenTable] | None:
    """A function that cuts prompts into tokens as this model does. It may be called anywhere."""
    return None
