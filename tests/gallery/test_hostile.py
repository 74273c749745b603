from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdstudio.gallery.foreign import read_foreign
from sdstudio.gallery.metadata import encode_picture, read_encoded
from sdstudio.gallery.store import Gallery
from sdstudio.request import MAX_SEED, SCHEDULERS, GenerationRequest
from tests.gallery.conftest import Finish

ROOT = Path(__file__).resolve().parents[2]
MUTATIONS = int(os.environ.get("SDSTUDIO_MANY_MUTATIONS", "600"))


@pytest.mark.timeout(60 + MUTATIONS)
def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        # Pillow warns of damaged EXIF when it decodes.
        [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "tests.gallery.mutations",
            tmp_path,
            str(MUTATIONS),
            "20",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    longest, memory, readable = json.loads(done.stdout)
    assert longest < 1
    assert memory < 200
    assert readable > MUTATIONS / 20  # else nothing but the first bytes would be tried


# Any Unicode there is, and what is likely to be mistaken for something else.
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    st.text('赤い🍎\u202e\u0627ا\n:,"\\<>[]{}&;\0', max_size=60),
    st.sampled_from(["Steps: 20, Sampler: Euler, Seed: 1", "Negative prompt: a", "{}", "\r\n"]),
)
requests = st.builds(
    GenerationRequest,
    prompt=texts,
    negative_prompt=texts,
    scheduler=st.sampled_from(sorted(SCHEDULERS)),
    num_inference_steps=st.integers(1, 1000),
    guidance_scale=st.floats(0, 100),
    width=st.just(8),
    height=st.just(8),
    seed=st.integers(0, MAX_SEED),
)
few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@few
@given(requests)
def test_a_request_comes_back_from_its_picture(finish: Finish, request_: GenerationRequest) -> None:
    picture = read_encoded(encode_picture(finish(request_)).png)
    assert picture.request == request_
    assert picture.origin == "made"


@settings(few, max_examples=15)
@given(request_=requests)
def test_a_request_comes_back_from_the_gallery(finish: Finish, request_: GenerationRequest) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Gallery(folder / "pictures", folder / "gallery.sqlite3", folder) as gallery:
            item = gallery.add(encode_picture(finish(request_)))
            assert item.request == request_
            again = gallery.item(item.id)
            assert again is not None
            assert again.request == request_
            with gallery.connected() as connection:
                connection.execute("DELETE FROM picture")
            assert gallery.adopt().adopted == 1
            found = gallery.by_request(request_.id)
            assert found is not None
            assert found.request == request_
            assert found.path.is_relative_to(folder / "pictures")


@few
@given(
    st.dictionaries(
        st.sampled_from(["parameters", "prompt", "workflow", "invokeai_metadata", "Comment"]),
        st.one_of(
            texts,
            st.recursive(
                st.none() | st.booleans() | st.floats() | st.integers() | texts,
                lambda inner: (
                    st.lists(inner, max_size=4)
                    | st.dictionaries(
                        st.sampled_from(
                            ["1", "2", "inputs", "class_type", "positive", "model", "steps"]
                        )
                        | texts,
                        inner,
                        max_size=4,
                    )
                ),
            ).map(json.dumps),
        ),
    )
)
def test_any_text_is_read_without_failing(found: dict[str, str]) -> None:
    settled = read_foreign(found, 8, 8)
    assert settled is None or settled.request is None or settled.request.to_json()
