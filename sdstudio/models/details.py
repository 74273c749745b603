"""What a model consists of, and what else of the user's would miss it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sdstudio.models.catalogue import resolve
from sdstudio.models.library_settings import LibrarySettings
from sdstudio.models.scanning import LibraryModel, bytes_on_disk
from sdstudio.request import SdstudioError


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPart:
    """A component of a pipeline; ``bytes_on_disk`` is None where all lie in one file or folder."""

    name: str
    class_name: str
    bytes_on_disk: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUses:
    """What else uses a model: whether it is the default one, and how many pictures it has made."""

    is_default: bool
    pictures: int


def parts_of(model: LibraryModel, resources: Path) -> tuple[ModelPart, ...]:
    """The components of a model that can be used; none of what makes no pictures by itself.

    Reads a few small files and the weights' headers.
    """
    try:
        folder = resolve(model.reference, resources)
    except SdstudioError:
        return ()
    parts = []
    for component in folder.components:
        place = folder.path / component.name
        is_own = folder.single_file is None and place.is_dir()
        parts.append(
            ModelPart(
                name=component.name,
                class_name=component.class_name,
                bytes_on_disk=bytes_on_disk(place) if is_own else None,
            )
        )
    return tuple(parts)


def uses_of(
    model: LibraryModel, library: LibrarySettings, count_pictures: Callable[[str], int]
) -> ModelUses:
    """What else uses the model. ``count_pictures`` answers how many a reference has made."""
    return ModelUses(
        is_default=library.default_model == model.reference,
        pictures=count_pictures(model.reference),
    )
