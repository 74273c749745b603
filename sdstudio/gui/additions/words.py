"""What is added to a model, in the user's language."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from sdstudio.additions import embedding_word
from sdstudio.request import GenerationRequest


def part_word(name: str) -> str:
    """A part of a model that can be taken from elsewhere."""
    return {
        "vae": _tr("VAE"),
        "unet": _tr("UNet"),
        "transformer": _tr("Transformer"),
        "text_encoder": _tr("Text encoder"),
        "text_encoder_2": _tr("Text encoder 2"),
        "text_encoder_3": _tr("Text encoder 3"),
    }.get(name, name)


def additions_words(request: GenerationRequest) -> list[str]:
    """What a request adds to its model, a few words each; those of LoRAs with their weights."""
    loras = [
        _tr("LoRA {name} × {weight}").format(name=one.name, weight=f"{one.weight:g}")
        for one in request.loras
    ]
    words = [_tr("embedding {word}").format(word=embedding_word(one)) for one in request.embeddings]
    parts = [f"{part_word(one.name)} {PurePath(one.path).stem}" for one in request.parts]
    return [*loras, *words, *parts]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Additions", text)
