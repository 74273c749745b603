"""Where words act: the attention of a run made again."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from diffusers.models.attention_processor import Attention, AttnProcessor

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.xray import attention
from sdstudio.diffusion.xray.attention import (
    attention_map,
    attention_spot,
    cross_attentions,
    probabilities,
    replay,
    run_again,
)
from sdstudio.diffusion.xray.attention_store import AttentionStore
from sdstudio.diffusion.xray.tokens import make_token_tables
from sdstudio.request import (
    BrokenTrajectory,
    Cancelled,
    InvalidRequest,
    TrajectoryMissing,
)
from sdstudio.xray import (
    AttentionMapQuery,
    AttentionReplay,
    AttentionSpotQuery,
    NotApplicable,
    TokenTable,
)
from tests.diffusion.conftest import Recorder
from tests.diffusion.runs import Run, ask, branch, run
from tests.diffusion.xray.scripts import assert_same, outcome


def ignore(_done: int, _total: int) -> None:
    """Progress that nobody waits for."""


def replayed(
    model: LoadedModel, made: Run, parent: Run | None = None
) -> tuple[AttentionReplay, AttentionStore]:
    store = AttentionStore()
    answer = replay(
        model, made.trajectory, parent.trajectory if parent else None, store, ignore, never
    )
    assert isinstance(answer, AttentionReplay)
    return answer, store


def map_of(
    store: AttentionStore,
    made: Run,
    *tokens: int,
    step: int | None = None,
    layer: int | None = None,
) -> npt.NDArray[np.float32]:
    query = AttentionMapQuery(request_id=made.request.id, tokens=tokens, step=step, layer=layer)
    return attention_map(store, query).map.array()


def table(model: LoadedModel, text: str) -> TokenTable:
    make_table = make_token_tables(model)
    assert make_table is not None
    return make_table(text)


@pytest.mark.parametrize("guidance_scale", [4.0, 1.0])
@pytest.mark.parametrize("scheduler_id", ["dpmpp_2m", "heun", "pndm", "euler_a"])
def test_the_script_gives_the_same_map(
    scheduler_id: str, guidance_scale: float, tiny_sd: LoadedModel
) -> None:
    request = ask(tiny_sd, scheduler=scheduler_id, guidance_scale=guidance_scale, width=48)
    made = run(tiny_sd, request)
    answer, store = replayed(tiny_sd, made)
    assert answer.steps == (1, 2, 3, 4)
    assert [layer.name.endswith("attn2") for layer in answer.layers] == [True] * 4
    assert {(layer.width, layer.height) for layer in answer.layers} == {(6, 4)}
    assert answer.tokens == table(tiny_sd, request.prompt)
    assert answer.tokens.used == 5
    assert answer.bytes == 4 * 4 * 6 * 4 * 5 * 4
    query = AttentionMapQuery(request_id=request.id, tokens=(1,))
    assert_same(attention_map(store, query).map, outcome(answer.code)["attention"])


def test_so_it_does_with_sdxl_and_with_the_starter(
    tiny_sdxl_folder: Path, load_model: Callable[[str], LoadedModel], starter: LoadedModel
) -> None:
    for model in (load_model(str(tiny_sdxl_folder)), starter):
        made = run(model, ask(model, width=64))
        answer, store = replayed(model, made)
        query = AttentionMapQuery(request_id=made.request.id, tokens=(1,))
        assert_same(attention_map(store, query).map, outcome(answer.code)["attention"])


@pytest.mark.parametrize("scheduler_id", ["dpmpp_2m_sde", "heun"])
def test_the_picture_stays_the_same(scheduler_id: str, tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd, scheduler=scheduler_id))
    tokens = table(tiny_sd, made.request.prompt)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    _, picture = run_again(tiny_sd, made.trajectory, None, tokens, progress, never)
    assert picture.rgb == made.rgb
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert run(tiny_sd, made.request).rgb == made.rgb


def test_a_branch_is_replayed_from_its_parent(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd))
    child = run(tiny_sd, branch(made.request, 3, prompt="a cat"), parent=made.trajectory)
    answer, _ = replayed(tiny_sd, child, made)
    assert answer.steps == (3, 4)
    tokens = table(tiny_sd, "a cat")
    _, picture = run_again(tiny_sd, child.trajectory, made.trajectory, tokens, ignore, never)
    assert picture.rgb == child.rgb
    with pytest.raises(TrajectoryMissing):
        replayed(tiny_sd, child)


def test_a_run_that_was_stopped_and_kept_ends_there_again(tiny_sd: LoadedModel) -> None:
    observer = Recorder()
    made = run(tiny_sd, ask(tiny_sd), observer=observer, must_keep=lambda: len(observer.steps) >= 2)
    assert made.picture.kept_step == 2
    tokens = table(tiny_sd, made.request.prompt)
    kept, picture = run_again(tiny_sd, made.trajectory, None, tokens, ignore, never)
    assert picture.rgb == made.rgb
    assert kept.steps == (1, 2)
    answer, store = replayed(tiny_sd, made)
    query = AttentionMapQuery(request_id=made.request.id, tokens=(1,))
    assert_same(attention_map(store, query).map, outcome(answer.code)["attention"])


def test_maps_are_probabilities(tiny_sd: LoadedModel) -> None:
    text = "red " * 80  # longer than the model reads, so there is no padding
    made = run(tiny_sd, ask(tiny_sd, prompt=text))
    answer, store = replayed(tiny_sd, made)
    assert answer.tokens.used == 77
    everything = map_of(store, made, *range(77))
    assert np.allclose(everything, 1, atol=1e-5)
    one = map_of(store, made, 3, step=2, layer=1)
    assert 0 < one.min() < one.max() < 1
    by_hand = np.mean([map_of(store, made, 3, step=each, layer=1) for each in (1, 2, 3, 4)], axis=0)
    assert np.allclose(map_of(store, made, 3, layer=1), by_hand, atol=1e-6)


def test_a_spot_ranks_the_words(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd, width=48))
    _, store = replayed(tiny_sd, made)
    for x, y, row, column in ((0.0, 0.0, 0, 0), (1.0, 1.0, 3, 5), (0.5, 0.3, 1, 3)):
        query = AttentionSpotQuery(request_id=made.request.id, x=x, y=y, step=2, layer=0)
        ranked = attention_spot(store, query).ranked
        assert sorted(token for token, _ in ranked) == [1, 2, 3, 4]
        assert [value for _, value in ranked] == sorted((v for _, v in ranked), reverse=True)
        for token, value in ranked:
            expected = map_of(store, made, token, step=2, layer=0)[row, column]
            assert value == pytest.approx(expected, abs=1e-7)


class _Sides(torch.nn.Module):
    """Queries that know nothing but on which half of the grid they are: (1, 0) left, (0, 1) right.

    ``width`` is the grid's. In the place of an attention's ``to_q``.
    """

    def __init__(self, width: int, size: int) -> None:
        super().__init__()
        self._width, self._size = width, size

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        column = torch.arange(hidden.shape[1]) % self._width
        query = torch.zeros(*hidden.shape[:2], self._size)
        query[:, column < self._width // 2, 0] = 1
        query[:, column >= self._width // 2, 1] = 1
        return query


class _Words(torch.nn.Module):
    """Keys that know nothing but where in the prompt they stand: token 2 is left, 3 is right."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        key = torch.zeros(*tokens.shape[:2], self._size)
        key[:, 2, 0] = 20
        key[:, 3, 1] = 20
        return key


@contextmanager
def known_attention(model: LoadedModel, width: int) -> Iterator[None]:
    """Makes every cross-attention one whose answer is known."""
    layers: list[Any] = list(cross_attentions(model.denoiser).values())
    old = [(layer.to_q, layer.to_k, layer.heads) for layer in layers]
    for layer in layers:
        size = layer.to_k.out_features
        layer.to_q, layer.to_k, layer.heads = _Sides(width, size), _Words(size), 1
    try:
        yield
    finally:
        for layer, (to_q, to_k, heads) in zip(layers, old, strict=True):
            layer.to_q, layer.to_k, layer.heads = to_q, to_k, heads


def test_where_the_attention_is_known_the_map_shows_it(tiny_sd: LoadedModel) -> None:
    layer = next(iter(cross_attentions(tiny_sd.denoiser).values()))
    assert isinstance(layer, Attention)
    with known_attention(tiny_sd, width=6):
        made = run(tiny_sd, ask(tiny_sd, prompt="a red apple", width=48))
        _, store = replayed(tiny_sd, made)
    weight = math.exp(20 * layer.scale)
    looked, other = weight / (weight + 76), 1 / (weight + 76)
    left = np.full((4, 6), other)
    left[:, :3] = looked
    assert np.allclose(map_of(store, made, 2), left, atol=1e-5)
    assert np.allclose(map_of(store, made, 3), left[:, ::-1], atol=1e-5)
    assert np.allclose(map_of(store, made, 1), other, atol=1e-5)
    spots = {
        x: attention_spot(store, AttentionSpotQuery(request_id=made.request.id, x=x, y=0.5))
        for x in (0.1, 0.9)
    }
    assert spots[0.1].ranked[0][0] == 2
    assert spots[0.9].ranked[0][0] == 3


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"scale_qk": True, "upcast_attention": True, "upcast_softmax": True},
        {"norm_num_groups": 4, "residual_connection": True},
        {"cross_attention_norm": "layer_norm"},
        {"bias": True, "rescale_output_factor": 2.0},
    ],
)
@pytest.mark.parametrize("masked", [False, True])
def test_the_probabilities_are_those_the_layer_weighs_by(
    settings: dict[str, object], masked: bool
) -> None:
    torch.manual_seed(3)
    layer = Attention(16, cross_attention_dim=12, heads=4, dim_head=4, **settings)
    arguments: dict[str, torch.Tensor] = {
        "hidden_states": torch.randn(2, 6, 16),
        "encoder_hidden_states": torch.randn(2, 5, 12),
    }
    if masked:
        mask = torch.zeros(2, 1, 5)
        mask[1, 0, 3:] = -10_000
        arguments["attention_mask"] = mask
    weighed: list[torch.Tensor] = []
    scores = layer.get_attention_scores

    def noted(*args: torch.Tensor) -> torch.Tensor:
        weighed.append(scores(*args))
        return weighed[-1]

    layer.get_attention_scores = noted
    layer.set_processor(AttnProcessor())
    with torch.no_grad():
        layer(**arguments)
        found = probabilities(layer, arguments)
    assert torch.allclose(found, weighed[0].view(2, 4, 6, 5), atol=1e-6)
    assert torch.allclose(found.sum(-1), torch.ones(2, 4, 6), atol=1e-5)
    if masked:
        assert float(found[1, :, :, 3:].max()) < 1e-6


def test_layers_of_smaller_grids_are_scaled_up(starter: LoadedModel) -> None:
    made = run(starter, ask(starter, width=128, height=128, num_inference_steps=2))
    answer, store = replayed(starter, made)
    sizes = {(layer.height, layer.width) for layer in answer.layers}
    assert len(sizes) > 1
    assert map_of(store, made, 2).shape == max(sizes)
    smallest = min(range(len(answer.layers)), key=lambda each: answer.layers[each].width)
    layer = answer.layers[smallest]
    assert map_of(store, made, 2, layer=smallest).shape == (layer.height, layer.width)


def test_where_memory_is_short_the_largest_grids_go_first(
    starter: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = run(starter, ask(starter, width=128, height=128, num_inference_steps=2))
    whole, _ = replayed(starter, made)
    sizes = [layer.width * layer.height for layer in whole.layers]
    monkeypatch.setattr(attention, "MOST_BYTES", whole.bytes - 1)
    fewer, store = replayed(starter, made)
    assert fewer.bytes < whole.bytes
    assert len(fewer.layers) == len(whole.layers) - 1
    gone = set(whole.layers) - set(fewer.layers)
    assert [layer.width * layer.height for layer in gone] == [max(sizes)]
    query = AttentionMapQuery(request_id=made.request.id, tokens=(1,))
    assert_same(attention_map(store, query).map, outcome(fewer.code)["attention"])
    monkeypatch.setattr(attention, "MOST_BYTES", 0)
    none, store = replayed(starter, made)
    assert none.layers == ()
    with pytest.raises(InvalidRequest, match="kept no maps"):
        map_of(store, made, 1)


def test_transformers_have_a_sentence(tiny_sd3: LoadedModel) -> None:
    made = run(tiny_sd3, ask(tiny_sd3))
    answer = replay(tiny_sd3, made.trajectory, None, AttentionStore(), ignore, never)
    assert isinstance(answer, NotApplicable)
    assert answer.sentence.startswith("This model is a transformer")


def test_what_is_not_there_is_refused(tiny_sd: LoadedModel, starter: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd))
    with pytest.raises(TrajectoryMissing):
        map_of(AttentionStore(), made, 1)
    with pytest.raises(BrokenTrajectory):
        replayed(starter, made)
    _, store = replayed(tiny_sd, made)
    for refused in (
        {"tokens": (5,)},
        {"tokens": (1,), "step": 5},
        {"tokens": (1,), "layer": 4},
    ):
        with pytest.raises(InvalidRequest):
            attention_map(store, AttentionMapQuery(request_id=made.request.id, **refused))


def test_a_replay_can_be_stopped(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd))
    store = AttentionStore()
    done: list[int] = []

    def progress(index: int, _total: int) -> None:
        done.append(index)

    with pytest.raises(Cancelled):
        replay(tiny_sd, made.trajectory, None, store, progress, lambda: len(done) == 2)
    assert store.get(made.request.id) is None
    assert not any(module._forward_pre_hooks for module in tiny_sd.denoiser.modules())
    assert run(tiny_sd, made.request).rgb == made.rgb
