"""Two denoisings beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.xray.comparison import compare
from sdstudio.request import InvalidRequest, new_id
from tests.diffusion.runs import ask, branch, run
from tests.diffusion.xray.scripts import outcome
from tests.tiny_models import save_tiny_sd


def test_the_script_gives_the_same_distances(tiny_sd: LoadedModel) -> None:
    first = run(tiny_sd, ask(tiny_sd, scheduler="dpmpp_2m")).trajectory
    second = run(tiny_sd, ask(tiny_sd, scheduler="heun", prompt="a cat")).trajectory
    seen = compare(first, second)
    assert seen.steps == (1, 2, 3, 4)
    assert (seen.first, seen.second) == (first.request.id, second.request.id)
    assert np.allclose(seen.distances, outcome(seen.code)["distances"], atol=1e-5)


def test_so_it_does_with_flow_models_and_fewer_steps(tiny_flux: LoadedModel) -> None:
    first = run(tiny_flux, ask(tiny_flux)).trajectory
    second = run(tiny_flux, ask(tiny_flux, num_inference_steps=3, seed=12)).trajectory
    seen = compare(first, second)
    assert seen.steps == (1, 2, 3)
    assert seen.parted_at == 1
    assert np.allclose(seen.distances, outcome(seen.code)["distances"], atol=1e-5)


def test_the_same_run_twice_does_not_part(tiny_sd: LoadedModel) -> None:
    request = ask(tiny_sd)
    first = run(tiny_sd, request).trajectory
    second = run(tiny_sd, replace(request, id=new_id())).trajectory
    seen = compare(first, second)
    assert list(seen.distances) == [0, 0, 0, 0]
    assert seen.parted_at is None


def test_a_branch_parts_where_it_begins(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd, scheduler="euler"))
    child = run(
        tiny_sd,
        branch(made.request, 3, prompt="a cat", guidance_scale=30.0),
        parent=made.trajectory,
    )
    seen = compare(made.trajectory, child.trajectory)
    assert list(seen.distances[:2]) == [0, 0]
    assert seen.parted_at == 3
    assert seen.code.startswith("# This picture is a branch")


def test_what_cannot_be_compared(
    tiny_sd: LoadedModel, load_model: Callable[[str], LoadedModel], tmp_path: Path
) -> None:
    first = run(tiny_sd, ask(tiny_sd)).trajectory
    wide = run(tiny_sd, ask(tiny_sd, width=48)).trajectory
    with pytest.raises(InvalidRequest, match="32 × 32 and 48 × 32"):
        compare(first, wide)
    moments = tuple(replace(one, x0=one.x0[:, :2]) for one in first.moments)
    with pytest.raises(InvalidRequest, match="latents are of different kinds"):
        compare(first, replace(first, moments=moments))
    folder = save_tiny_sd(tmp_path / "gone")
    model = load_model(str(folder))
    lost = run(model, ask(model)).trajectory
    folder.rename(tmp_path / "elsewhere")
    assert compare(first, lost).code.startswith("# The model's folder is no longer where it was")
