from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sdstudio.gallery.metadata import encode_picture
from sdstudio.gallery.store import Gallery
from sdstudio.phrase import Phrase
from sdstudio.request import Generated, GenerationRequest, GenerationResult, Provenance

PROVENANCE = Provenance(
    sdstudio="0.1.0",
    torch="2.13.0",
    diffusers="0.42.1",
    device="cpu",
    dtype="float32",
    model_name="Starter",
    pipeline_class="StableDiffusionPipeline",
)

Finish = Callable[[GenerationRequest], Generated]
Make = Callable[..., GenerationResult]


@pytest.fixture
def finish() -> Finish:
    """Gives a finished picture of coloured noise for a request."""

    def finished(request: GenerationRequest) -> Generated:
        noise = random.Random(request.seed)
        return Generated(
            request=request,
            rgb=noise.randbytes(request.width * request.height * 3),
            width=request.width,
            height=request.height,
            seconds=1.25,
            provenance=PROVENANCE,
            notes=(Phrase("A note."),),
        )

    return finished


@pytest.fixture
def make(finish: Finish) -> Make:
    """Makes an encoded picture; takes the fields of a request."""

    def made(prompt: str = "a red apple", **fields: object) -> GenerationResult:
        values = {"width": 16, "height": 8, **fields}
        return encode_picture(finish(GenerationRequest(prompt=prompt, **values)))  # type: ignore[arg-type]

    return made


@pytest.fixture
def open_gallery(tmp_path: Path) -> Iterator[Callable[[], Gallery]]:
    """Opens the gallery below ``tmp_path``, as often as asked, and closes what was opened."""
    opened: list[Gallery] = []

    def open_one() -> Gallery:
        opened.append(
            Gallery(tmp_path / "pictures", tmp_path / "gallery.sqlite3", tmp_path / "cache")
        )
        return opened[-1]

    yield open_one
    for gallery in opened:
        gallery.close()


@pytest.fixture
def gallery(open_gallery: Callable[[], Gallery]) -> Gallery:
    return open_gallery()


@pytest.fixture
def trash(tmp_path: Path) -> Callable[[Path], Path]:
    """A trash as freedesktop lays it out: files/NAME and info/NAME.trashinfo."""
    root = tmp_path / "Trash"

    def move(path: Path) -> Path:
        for folder in ("files", "info"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        place = root / "files" / path.name
        (root / "info" / f"{path.name}.trashinfo").write_text(
            f"[Trash Info]\nPath={path}\nDeletionDate=2026-01-01T00:00:00\n", encoding="utf-8"
        )
        path.replace(place)
        return place

    return move


def files_in(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}
