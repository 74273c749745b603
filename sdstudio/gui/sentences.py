"""What the floors below say, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from sdstudio.phrase import Phrase, in_a_row
from sdstudio.request import SdstudioError


def translated(text: str) -> str:
    """``text`` in the user's language if it is a phrase, and as it is if not."""
    if not isinstance(text, Phrase):
        return text
    values = {
        name: translated(value) if isinstance(value, Phrase) else value
        for name, value in text.values.items()
    }
    # Translated first, then filled in: a text that is filled in already is in no catalogue.
    return QCoreApplication.translate("errors", text.template).format(**values)


def in_sequence(sentences: Iterable[str]) -> str:
    """Whole sentences, one after the other; empty ones are left out."""
    told = ""
    for one in filter(None, sentences):
        told = translated(in_a_row(told, one)) if told else one
    return told


def sentence(error: SdstudioError) -> str:
    """What is wrong and what to do."""
    return translated(error.phrase)
