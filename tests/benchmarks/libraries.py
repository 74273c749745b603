"""Large galleries for benchmarks, made in a minute: many files and rows, few pictures."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sdstudio.gallery.adoption import insert_picture
from sdstudio.gallery.folders import settle_folder
from sdstudio.gallery.metadata import encode_picture, read_encoded
from sdstudio.gallery.schema import open_database, transaction
from sdstudio.gallery.thumbnails import Thumbnails
from sdstudio.paths import Paths
from sdstudio.request import Generated, GenerationRequest, GenerationResult, Provenance, new_id

_SIDE = 256
_KINDS = 24
_A_FOLDER = 1000
_FIRST = 1_700_000_000.0
_SUBJECTS = ("cat", "castle", "red apple", "panda", "mountain lake", "猫", "robot", "old harbour")
_STYLES = ("watercolour", "photo", "oil painting", "pixel art", "line drawing")


def make_library(paths: Paths, count: int) -> None:
    """Fills an empty gallery with ``count`` pictures of 256 x 256 pixels, newest last.

    ``count`` files share a few dozen pictures by hard links where the disk has them; each has its
    row with settings of its own, and its thumbnail in the cache.
    """
    results = [_picture(number) for number in range(_KINDS)]
    connection, _ = open_database(paths.database_file)
    folder = settle_folder(connection, paths.pictures)
    cache = Thumbnails(paths.cache / "thumbnails.sqlite3")
    originals = list(_write_originals(paths.pictures, results))
    metadata = [read_encoded(result.png) for result in results]
    with transaction(connection):
        for number in range(count):
            kind = number % _KINDS
            place = Path(f"{number // _A_FOLDER:04}") / f"{number:07}.png"
            path = paths.pictures / place
            path.parent.mkdir(exist_ok=True)
            path.hardlink_to(originals[kind])
            request = replace(
                results[kind].request, id=new_id(), seed=number, prompt=_prompt(number)
            )
            insert_picture(
                connection,
                folder=folder,
                stored=place.as_posix(),
                request_id=request.id,
                created_at=_FIRST + 60 * number,
                picture=replace(metadata[kind], request=request),
                trajectory_bytes=0,
            )
    for original in originals:
        original.unlink()
    # After the last link: a link more is a change of the file, if not of its contents.
    for number in range(count):
        place = Path(f"{number // _A_FOLDER:04}") / f"{number:07}.png"
        state = (paths.pictures / place).stat()
        cache.put(place.as_posix(), state, results[number % _KINDS].thumbnail)
    cache.close()
    connection.close()


def _write_originals(folder: Path, results: list[GenerationResult]) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for number, result in enumerate(results):
        path = folder / f"original-{number}.png"
        path.write_bytes(result.png)
        yield path


def _prompt(number: int) -> str:
    chance = random.Random(number)
    return f"a {chance.choice(_STYLES)} of a {chance.choice(_SUBJECTS)}, number {number}"


def _picture(number: int) -> GenerationResult:
    """Waves of a colour of their own: as hard to decode as a picture, and told apart by eye."""
    chance = random.Random(number)
    waves = [
        (chance.uniform(0.01, 0.08), chance.uniform(0.01, 0.08), chance.uniform(0, math.tau))
        for _ in range(3)
    ]
    rgb = bytearray()
    for y in range(_SIDE):
        for x in range(_SIDE):
            for across, down, phase in waves:
                rgb.append(round(127 + 120 * math.sin(across * x + down * y + phase)))
    return encode_picture(
        Generated(
            request=GenerationRequest(prompt=_prompt(number), width=_SIDE, height=_SIDE),
            rgb=bytes(rgb),
            width=_SIDE,
            height=_SIDE,
            seconds=1.0,
            provenance=Provenance(
                sdstudio="0",
                torch="0",
                diffusers="0",
                device="cpu",
                dtype="float32",
                model_name="Starter",
                pipeline_class="StableDiffusionPipeline",
            ),
        )
    )
