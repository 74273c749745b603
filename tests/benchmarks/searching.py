"""Searches in a gallery of many rows, beside the ``LIKE`` over all rows that others do."""

from __future__ import annotations

import itertools
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from sdstudio.gallery.folders import settle_folder
from sdstudio.gallery.metadata import encode_picture
from sdstudio.gallery.ordering import Change
from sdstudio.gallery.query import parse
from sdstudio.gallery.schema import LISTED, open_database, transaction
from sdstudio.gallery.search import index_rest
from sdstudio.gallery.store import Gallery
from sdstudio.request import (
    SCHEDULERS,
    Generated,
    GenerationRequest,
    GenerationResult,
    Provenance,
)
from tests.benchmarks.report import Row

SCREENS = 2000
"""How many results are asked for at first: a window that shows more asks again."""
_FIRST = 1_600_000_000.0
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_IDEOGRAPHS = (
    "東京都空青猫犬家山川海花雨雪月星夜朝光影森木草石火水風土金人女男子絵画美少服髪赤白黒緑"
)
_SEARCHES = (
    ("a word of every picture", "picture"),
    ("a common word", "cat"),
    ("one letter", "c"),
    ("three words and a minus", "cat house pict -dog"),
    ("one ideograph", "東"),
    ("two ideographs in a row", "東京"),
    ("filters", "steps:>20 rating:>=3 model:5"),
    ("a rare seed", "seed:77"),
    ("words of every picture, and a rare seed", "picture seed:77"),
    ("filters that few pictures pass together", "steps:50 rating:5 model:7"),
    ("a common word, filters and a month", "cat steps:>20 scheduler:euler date:2020-11"),
)


def measure(count: int, rounds: int = 7) -> list[Row]:
    """Makes ``count`` rows without files, and measures; takes minutes for a million."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _fill(root / "gallery.sqlite3", root / "pictures", count)
        with Gallery(root / "pictures", root / "gallery.sqlite3", root / "cache") as gallery:
            return _rows(gallery, root / "gallery.sqlite3", count, rounds)


def _rows(gallery: Gallery, database: Path, count: int, rounds: int) -> list[Row]:
    goal = 50.0 if count <= 100_000 else 200.0
    rows: list[Row] = []
    connection, _ = open_database(database)
    like = f"SELECT id FROM picture WHERE {LISTED} AND request LIKE ? ORDER BY created_at DESC"

    def peer() -> object:
        return connection.execute(like, ("%cat%",)).fetchall()

    scan = _median(peer, rounds)
    for name, line in _SEARCHES:
        query = parse(line)

        def ask() -> object:
            return gallery.search(query, SCREENS)  # noqa: B023 - called before the next turn

        def ask_all() -> object:
            return gallery.search(query)  # noqa: B023

        taken, whole = _median(ask, rounds), _median(ask_all, 3)
        found = len(gallery.search(query))
        rows.append(
            Row(
                name=f"search of {count:,}: {name}",
                value=taken,
                unit="ms",
                goal=goal,
                how=f"`{line}`, first {SCREENS:,} of {found:,}; all of them {whole:.0f} ms; "
                f"LIKE over all rows {scan / taken:.0f} times as long",
            )
        )
    result = _finished(count)
    for name, action, limit in (
        ("numbers for filters", gallery.facets, None),
        ("all ids", gallery.ids, None),
        ("a finished picture is added, file and all", lambda: gallery.add(result), None),
    ):
        times = 1 if "added" in name else rounds
        rows.append(
            Row(name=f"of {count:,}: {name}", value=_median(action, times), unit="ms", goal=limit)
        )
    item = gallery.ids()[0]
    rating = itertools.cycle((1, 2))
    rows.append(
        Row(
            name=f"of {count:,}: a picture is rated, sidecar and all",
            value=_median(lambda: gallery.edit([item], Change(rating=next(rating))), rounds),
            unit="ms",
        )
    )
    connection.close()
    return rows


def _median(action: Callable[[], object], rounds: int) -> float:
    """How long an action takes, in milliseconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def _fill(database: Path, pictures: Path, count: int) -> None:
    """Rows as a user's are: prompts of 20 words, few of them frequent, a fifth with ideographs."""
    chance = random.Random(1)
    words = ["".join(chance.choices(_LETTERS, k=chance.randint(3, 10))) for _ in range(8000)]
    words[:6] = ("picture", "a", "of", "house", "cat", "dog")
    weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(words))))
    schedulers = list(SCHEDULERS)[:12]
    connection, _ = open_database(database)
    connection.execute("PRAGMA synchronous = OFF")
    folder = settle_folder(connection, pictures)
    models = [json.dumps(asdict(_made_with(number))) for number in range(1, 31)]

    def row(number: int) -> tuple[object, ...]:
        prompt = "picture " + " ".join(chance.choices(words, cum_weights=weights, k=18))
        if number % 5 == 0:
            prompt += " " + "".join(chance.choices(_IDEOGRAPHS, k=12))
        request = GenerationRequest(
            prompt=prompt,
            negative_prompt="blurry, low quality",
            scheduler=chance.choice(schedulers),
            num_inference_steps=chance.randint(5, 50),
            seed=number,
        )
        made = _FIRST + 60 * number
        place = (request.id, folder, f"{number // 1000:04}/{number:07}.png")
        facts = (made, int(made * 1_000_000), 512, 512, 1.0, number % 7 % 6)
        return (*place, *facts, request.to_json(), chance.choice(models))

    with transaction(connection):
        connection.executemany(
            "INSERT INTO picture (request_id, folder, path, created_at, moment, width, height, "
            "seconds, rating, request, provenance) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            map(row, range(count)),
        )
    index_rest(connection, lambda: False)
    connection.close()


def _made_with(number: int) -> Provenance:
    return Provenance(
        sdstudio="0",
        torch="0",
        diffusers="0",
        device="cpu",
        dtype="float32",
        model_name=f"Model {number}",
        pipeline_class="StableDiffusionPipeline",
    )


def _finished(seed: int) -> GenerationResult:
    side = 128
    return encode_picture(
        Generated(
            request=GenerationRequest(prompt="a new cat", seed=seed, width=side, height=side),
            rgb=bytes(side * side * 3),
            width=side,
            height=side,
            seconds=1.0,
            provenance=_made_with(1),
        )
    )
