"""Everything that is known of a picture, as names and values for people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from sdstudio.gui.additions.words import additions_rows
from sdstudio.gui.librarian import Original
from sdstudio.gui.numbers import data_size, date_and_time
from sdstudio.gui.progress import duration
from sdstudio.gui.sentences import translated
from sdstudio.gui.setting_words import model_name, settings_of
from sdstudio.request import GalleryItem, GenerationRequest, Provenance

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is known of a picture; ``value`` is what copying it gives."""

    name: str
    value: str


def details(item: GalleryItem, original: Original | None = None) -> list[Detail]:
    """All that is known of a picture, what decides it first.

    ``original`` is what an imported one came with, as soon as that is known.
    """
    rows = [] if item.request is None else _settings(item.request, item.provenance)
    if item.origin == "imported":
        rows += _origin(item, original)
    rows.append(
        Detail(
            translate("Details", "Size"),
            translate("Details", "{width} × {height}").format(width=item.width, height=item.height),
        )
    )
    if item.kept_step is not None:
        rows.append(Detail(translate("Details", "Stopped at step"), str(item.kept_step)))
    if item.trajectory_bytes:
        rows.append(
            Detail(translate("Details", "Denoising kept"), data_size(item.trajectory_bytes))
        )
    rows += _marks(item)
    rows.append(Detail(translate("Details", "Date"), date_and_time(item.created_at)))
    if item.seconds is not None:
        rows.append(Detail(translate("Details", "Time taken"), duration(item.seconds)))
    if item.provenance is not None:
        rows += _versions(item.provenance)
    rows.append(Detail(translate("Details", "File"), str(item.path)))
    if original is not None and original.text:
        rows.append(Detail(translate("Details", "Original text"), original.text))
    return rows


def details_text(rows: list[Detail]) -> str:
    """All details as text, a line each."""
    return "\n".join(f"{row.name}: {row.value}" for row in rows)


def _settings(request: GenerationRequest, provenance: Provenance | None) -> list[Detail]:
    reference = request.model
    model = model_name(request, provenance)
    rows = []
    for one in settings_of(request, model):
        # The size is told of the picture itself, and of what is added each by itself.
        if one.value and one.key not in ("size", "loras", "embeddings", "parts"):
            rows.append(Detail(one.name, one.value))
        if one.key == "model" and reference != model and Path(reference).name != reference:
            rows.append(Detail(translate("Details", "Model folder"), reference))
    rows += [Detail(kind, name) for kind, name in additions_rows(request)]
    return rows


def _origin(item: GalleryItem, original: Original | None) -> list[Detail]:
    rows = []
    if item.program:
        rows.append(Detail(translate("Details", "Program"), item.program))
    if item.request is not None:
        exactly = (
            translate("Details", "exactly as in the file")
            if item.is_exact
            else translate("Details", "approximately")
        )
        rows.append(Detail(translate("Details", "Settings read"), exactly))
    sentences = original.approximations if original is not None else ()
    approximate = translate("Details", "Approximate")
    return rows + [Detail(approximate, translated(sentence)) for sentence in sentences]


def _marks(item: GalleryItem) -> list[Detail]:
    """What the user says of the picture."""
    rows = []
    if item.rating:
        rows.append(
            Detail(
                translate("Details", "Rating"),
                translate("Details", "{rating} of 5").format(rating=item.rating),
            )
        )
    if item.favourite:
        rows.append(Detail(translate("Details", "Favourite"), translate("Details", "yes")))
    if item.tags:
        rows.append(Detail(translate("Details", "Tags"), ", ".join(item.tags)))
    if item.collections:
        rows.append(Detail(translate("Details", "Collections"), ", ".join(item.collections)))
    return rows


def _versions(provenance: Provenance) -> list[Detail]:
    return [
        Detail(translate("Details", "Pipeline"), provenance.pipeline_class),
        Detail(translate("Details", "Device"), f"{provenance.device}, {provenance.dtype}"),
        Detail(
            translate("Details", "Versions"),
            f"sdstudio {provenance.sdstudio}, diffusers {provenance.diffusers}, "
            f"torch {provenance.torch}",
        ),
    ]
