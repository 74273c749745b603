"""What is added to a model, in the user's language."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from sdstudio.additions import embedding_word
from sdstudio.gui.numbers import brief
from sdstudio.request import GenerationRequest

translate = QCoreApplication.translate


def part_word(name: str) -> str:
    """A part of a model that can be taken from elsewhere."""
    return {
        "vae": translate("Additions", "VAE"),
        "unet": translate("Additions", "UNet"),
        "transformer": translate("Additions", "Transformer"),
        "text_encoder": translate("Additions", "Text encoder"),
        "text_encoder_2": translate("Additions", "Text encoder 2"),
        "text_encoder_3": translate("Additions", "Text encoder 3"),
    }.get(name, name)


def additions_rows(request: GenerationRequest) -> list[tuple[str, str]]:
    """What a request adds to its model: of each its kind, and its name; LoRAs with weights."""
    return [
        *(
            (translate("Additions", "LoRA"), f"{one.name} × {brief(one.weight)}")
            for one in request.loras
        ),
        *((translate("Additions", "Embedding"), embedding_word(one)) for one in request.embeddings),
        *((part_word(one.name), PurePath(one.path).stem) for one in request.parts),
    ]


def additions_words(request: GenerationRequest) -> list[str]:
    """The same, a few words each."""
    return [f"{kind} {name}" for kind, name in additions_rows(request)]
