"""A step, looked into: the numbers of the run, and those of the script shown beside them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from sdstudio.diffusion.device import Device
from sdstudio.diffusion.frames import frame
from sdstudio.diffusion.loading import LoadedModel, load
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.xray.comparison import compare
from sdstudio.diffusion.xray.step import look_into
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_resources
from sdstudio.request import TrajectoryMissing
from sdstudio.xray import StepInside, StepQuery
from tests.diffusion.runs import Run, ask, branch, run
from tests.diffusion.xray.scripts import assert_same, outcome


def inside(made: Run, index: int) -> StepInside:
    return look_into(made.trajectory, StepQuery(request_id=made.request.id, index=index))


def check_script(seen: StepInside) -> None:
    left = outcome(seen.code)
    assert_same(seen.before, left["latents"])
    assert_same(seen.x0, left["x0"])
    assert_same(seen.noise, left["noise"])


# One of each row of the table in prediction.py, of two evaluations a step, and with overrides.
@pytest.mark.parametrize(
    "scheduler_id", ["ddim", "pndm", "euler_a", "heun_karras", "dpm2", "dpmpp_2m", "unipc", "lcm"]
)
@pytest.mark.parametrize("index", [1, 3])
def test_the_script_gives_the_same_numbers(
    scheduler_id: str, index: int, tiny_sd: LoadedModel
) -> None:
    check_script(inside(run(tiny_sd, ask(tiny_sd, scheduler=scheduler_id)), index))


@pytest.mark.parametrize(
    ("family", "scheduler_id"),
    [
        ("tiny_sd3", "flow_euler_karras"),
        ("tiny_sd3", "flow_heun"),
        ("tiny_sd3", "flow_dpmpp_2m"),
        ("tiny_sd3", "flow_unipc"),
        ("tiny_flux", "flow_euler"),
        ("tiny_flux", "flow_dpmpp_2s"),
        ("tiny_schnell", "flow_euler_beta"),
    ],
)
def test_so_it_does_with_flow_models(
    family: str, scheduler_id: str, request: pytest.FixtureRequest
) -> None:
    model: LoadedModel = request.getfixturevalue(family)
    check_script(inside(run(model, ask(model, scheduler=scheduler_id, width=48)), 2))


def test_so_it_does_with_sdxl(
    tiny_sdxl_folder: Path, load_model: Callable[[str], LoadedModel]
) -> None:
    model = load_model(str(tiny_sdxl_folder))
    check_script(inside(run(model, ask(model, prompt='a "red"\napple', width=48)), 2))


def test_so_it_does_with_the_starter(starter: LoadedModel) -> None:
    check_script(inside(run(starter, ask(starter)), 4))


@pytest.mark.parametrize("family", ["tiny_sd_folder", "tiny_flux_folder"])
def test_so_it_does_in_half_precision(
    family: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    folder = resolve(str(request.getfixturevalue(family)), find_resources())
    # As on a graphics card, but for the card.
    device = Device(torch.device("cpu"), torch.float16, "CPU")
    model = load(folder, device, tmp_path / "cache", never)
    first, second = (run(model, ask(model, seed=seed)) for seed in (1, 2))
    seen = inside(first, 3)
    assert '.to("cuda")' in seen.code
    check_script(replace(seen, code=seen.code.replace('.to("cuda")', "")))
    compared = compare(first.trajectory, second.trajectory)
    left = outcome(compared.code.replace('.to("cuda")', ""))
    assert np.allclose(compared.distances, left["distances"], atol=1e-5)


def test_the_numbers_are_those_of_the_run(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd, scheduler="euler", width=48))
    seen = inside(made, 2)
    moment, following = made.trajectory.moments[1:3]
    assert torch.equal(torch.from_numpy(seen.before.array().copy()), moment.sample[0])
    assert torch.equal(torch.from_numpy(seen.x0.array().copy()), moment.x0[0])
    assert (seen.timestep, seen.sigma) == (moment.timestep, moment.sigma)
    assert seen.before_picture.data == frame(made.trajectory, 2, "noisy").rgb  # type: ignore[union-attr]
    assert seen.x0_picture.data == frame(made.trajectory, 2, "x0").rgb  # type: ignore[union-attr]
    assert seen.after_picture is not None
    assert seen.after_picture.data == frame(made.trajectory, 3, "noisy").rgb  # type: ignore[union-attr]
    assert (seen.x0_picture.width, seen.x0_picture.height) == (48, 32)
    assert inside(made, 4).after_picture is None
    assert [index for index, *_ in seen.norms] == [1, 2, 3, 4]
    _, noisy, x0, noise = seen.norms[1]
    for values, expected in ((seen.before, noisy), (seen.x0, x0), (seen.noise, noise)):
        size = float(np.sqrt(np.square(values.array(), dtype=np.float64).mean()))
        assert size == pytest.approx(expected, rel=1e-5)
    # Euler's step, by hand: along the predicted noise to the next level.
    along = seen.before.array() + (following.sigma - moment.sigma) * seen.noise.array()
    assert np.allclose(along, following.sample[0].numpy(), atol=1e-4)
    assert math.isfinite(seen.norms[-1][3])


def test_what_cannot_be_shown(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd))
    with pytest.raises(TrajectoryMissing):
        inside(made, 5)
    child = run(tiny_sd, branch(made.request, 3, prompt="a cat"), parent=made.trajectory)
    seen = inside(child, 3)
    assert seen.code.startswith("# This picture is a branch: it went on from step 3 ")
    assert all(line.startswith("#") for line in seen.code.splitlines())
