"""The LoRA that a tag in a prompt means: the file of that name among those on this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sdstudio.additions import Lora, LoraTag
from sdstudio.models.checkpoint import SUFFIX
from sdstudio.models.detection import detect
from sdstudio.models.scanning import models_below
from sdstudio.request import InvalidRequest, ModelNotFound, SdstudioError


def loras_of_tags(tags: Iterable[LoraTag], files: Iterable[Path]) -> tuple[Lora, ...]:
    """The LoRAs that tags mean, each by the name of its file without ending.

    ``files`` are those to choose from; what among them is no LoRA is passed over. Names may differ
    in capitals, unless that leaves several. Reads the headers of the files that are named so: do
    not call it on the GUI thread.

    Raises:
        ModelNotFound: there is no such LoRA.
        InvalidRequest: there are several, or a tag's weight cannot be told.
    """
    by_name: dict[str, list[Path]] = {}
    for file in files:
        by_name.setdefault(file.stem.casefold(), []).append(file)
    return tuple(_lora(tag, by_name.get(tag.name.casefold(), [])) for tag in tags)


def files_in(places: Iterable[str]) -> Iterator[Path]:
    """The safetensors files among ``places``, which are files, and folders to look through."""
    for text in places:
        place = Path(text).expanduser()
        found = models_below(place) if place.is_dir() else (place,)
        yield from (path for path in found if path.suffix == SUFFIX)


def _lora(tag: LoraTag, files: list[Path]) -> Lora:
    if tag.weight is None:
        raise InvalidRequest(
            "The weight in “{tag}” is not one number.",
            "Write it as in <lora:{name}:0.8>.",
            tag=tag.text,
            name=tag.name,
        )
    found = {path.resolve(): path for path in files if _is_lora(path)}
    exact = {real: path for real, path in found.items() if path.stem == tag.name}
    paths = list((exact or found).values())
    if not paths:
        raise ModelNotFound(
            "There is no LoRA called “{name}” in your folders of models.",
            "Add the folder it lies in to the models, or take “{tag}” out of the prompt.",
            name=tag.name,
            tag=tag.text,
        )
    if len(paths) > 1:
        raise InvalidRequest(
            "There are {count} LoRAs called “{name}”, among them “{first}” and “{second}”.",
            "Rename one, or add the one you mean by its file.",
            count=len(paths),
            name=tag.name,
            first=paths[0],
            second=paths[1],
        )
    return Lora(str(paths[0].absolute()), tag.weight)


def _is_lora(path: Path) -> bool:
    try:
        return detect(path).kind == "lora"
    except (SdstudioError, OSError):
        return False  # damaged, or gone since it was found
