"""The embedding pane's numbers: what the denoiser is given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.xray.embedding import embed
from sdstudio.xray import Embedding, EmbeddingQuery
from tests.diffusion.runs import ask, run
from tests.diffusion.xray.scripts import assert_same, outcome

FAMILIES = ("starter", "tiny_sd", "tiny_sdxl", "tiny_sd3", "tiny_flux", "tiny_schnell")
QUERY = EmbeddingQuery(prompt="a red apple on the table", negative_prompt="green, 青い")


@pytest.fixture(params=FAMILIES)
def model(request: pytest.FixtureRequest) -> LoadedModel:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, LoadedModel)
    return found


def embedded(model: LoadedModel, query: EmbeddingQuery = QUERY) -> Embedding:
    answer = embed(model, query)
    assert isinstance(answer, Embedding)
    return answer


def test_the_script_gives_the_same_numbers(model: LoadedModel) -> None:
    answer = embedded(model)
    left = outcome(answer.code)
    assert_same(answer.prompt, left["prompt_embeds"])
    assert_same(answer.negative, left["negative_prompt_embeds"])
    assert_same(answer.similarity, left["similarity"])
    assert_same(answer.against_negative, left["against_negative"])


def test_they_are_what_the_denoiser_gets(model: LoadedModel) -> None:
    seen: list[Any] = []

    def look(_module: Any, _arguments: Any, named: dict[str, Any]) -> None:
        seen.append(named["encoder_hidden_states"].float().numpy())

    handle = model.denoiser.register_forward_pre_hook(look, with_kwargs=True)
    try:
        request = ask(
            model,
            prompt=QUERY.prompt,
            negative_prompt=QUERY.negative_prompt,
            scheduler=model.info.schedulers[0],
            num_inference_steps=2,
        )
        picture = run(model, request).rgb
    finally:
        handle.remove()
    answer = embedded(model)
    *negative, positive = seen[0]
    np.testing.assert_allclose(answer.prompt.array(), positive, rtol=0, atol=1e-5)
    for each in negative:  # FLUX has none
        np.testing.assert_allclose(answer.negative.array(), each, rtol=0, atol=1e-5)
    assert run(model, request).rgb == picture


def test_similarities_are_of_the_words_only(model: LoadedModel) -> None:
    answer = embedded(model)
    count, negative_count = answer.tokens.used, answer.negative_tokens.used
    assert answer.similarity.shape == (count, count)
    assert answer.against_negative.shape == (count, negative_count)
    assert answer.prompt.shape[0] >= answer.tokens.max_tokens
    matrix = answer.similarity.array()
    np.testing.assert_allclose(np.diag(matrix), 1, atol=1e-5)
    np.testing.assert_allclose(matrix, matrix.T, atol=1e-6)
    first, second = answer.prompt.array()[1:3].astype(np.float64)
    by_hand = first @ second / np.linalg.norm(first) / np.linalg.norm(second)
    assert matrix[1, 2] == pytest.approx(by_hand, abs=1e-5)


def test_without_a_negative_prompt(model: LoadedModel) -> None:
    answer = embedded(model, EmbeddingQuery(prompt="", negative_prompt=""))
    assert answer.prompt == answer.negative
    left = outcome(answer.code)
    assert_same(answer.against_negative, left["against_negative"])


def test_a_long_prompt_is_cut_as_the_model_cuts_it(starter: LoadedModel) -> None:
    answer = embedded(starter, EmbeddingQuery(prompt="apple pie " * 60, negative_prompt=""))
    assert answer.prompt.shape[0] == answer.tokens.used == 77
    assert answer.similarity.shape == (77, 77)
    assert answer.tokens.cut_count == 45
