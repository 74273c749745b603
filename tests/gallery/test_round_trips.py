"""Request, file and row: what goes in comes out, whatever the words."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sdstudio.additions import PARTS, Lora, Part
from sdstudio.gallery.metadata import encode_picture, read_encoded
from sdstudio.gallery.store import Gallery
from sdstudio.request import (
    MAX_GUIDANCE,
    MAX_LORA_WEIGHT,
    MAX_SEED,
    MAX_STEPS,
    SCHEDULERS,
    Generated,
    GenerationRequest,
)
from tests.gallery.conftest import PROVENANCE

TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from('a猫가🦊e\u0301 \n\r\t:,"\\{}<>&\0\x1b\u202e\ufffe'), max_size=40),
)
PATHS = st.text(min_size=1, max_size=20).filter(lambda path: "\0" not in path)
WEIGHTS = st.floats(-MAX_LORA_WEIGHT, MAX_LORA_WEIGHT)
LORAS = st.lists(PATHS, max_size=2, unique=True).flatmap(
    lambda paths: st.tuples(*(st.builds(Lora, st.just(path), WEIGHTS) for path in paths))
)
BRANCHES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries({}),
    st.fixed_dictionaries(
        {
            "parent": TEXTS.filter(bool),
            "from_step": st.integers(1, MAX_STEPS),
            "fresh_noise": st.booleans(),
        }
    ),
)


@st.composite
def requests(draw: st.DrawFn) -> GenerationRequest:
    return GenerationRequest(
        prompt=draw(TEXTS),
        negative_prompt=draw(TEXTS),
        model=draw(TEXTS.filter(bool)),
        scheduler=draw(st.sampled_from(tuple(SCHEDULERS))),
        num_inference_steps=draw(st.integers(1, MAX_STEPS)),
        guidance_scale=draw(st.floats(0, MAX_GUIDANCE)),
        width=draw(st.integers(8, 24)),
        height=draw(st.integers(8, 24)),
        seed=draw(st.integers(0, MAX_SEED)),
        loras=draw(LORAS),
        parts=draw(st.lists(st.builds(Part, st.sampled_from(PARTS), PATHS), max_size=1).map(tuple)),
        **draw(BRANCHES),
    )


@settings(deadline=None, max_examples=25)
@given(st.lists(requests(), min_size=1, max_size=3))
def test_a_request_comes_back_from_its_file_its_row_and_a_row_made_from_the_file(
    wanted: list[GenerationRequest],
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        results = [
            encode_picture(
                Generated(
                    request=request,
                    rgb=bytes(request.width * request.height * 3),
                    width=request.width,
                    height=request.height,
                    seconds=1.5,
                    provenance=PROVENANCE,
                )
            )
            for request in wanted
        ]
        assert [read_encoded(result.png).request for result in results] == wanted
        for database in ("first.sqlite3", "anew.sqlite3"):
            with Gallery(root / "pictures", root / database, root / "cache") as gallery:
                if database == "first.sqlite3":
                    added = [gallery.add(result) for result in results]
                    assert [item.request for item in gallery.items(gallery.ids()[::-1])] == wanted
                else:
                    assert gallery.adopt().adopted == len(wanted)
                for item, request in zip(added, wanted, strict=True):
                    found = gallery.by_request(request.id)
                    assert found is not None
                    assert (found.path, found.request) == (item.path, request)
