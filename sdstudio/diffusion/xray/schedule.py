"""The steps of a scheduler: at which timesteps, and with how much noise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdstudio.diffusion.families import step_arguments
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.prediction import evaluation_of_step, noise_level
from sdstudio.diffusion.schedulers import (
    CHOICES,
    check_scheduler,
    check_steps,
    is_flow,
)
from sdstudio.diffusion.xray import code
from sdstudio.diffusion.xray.source import no_source
from sdstudio.phrase import Phrase
from sdstudio.request import GenerationRequest
from sdstudio.xray import NotApplicable, Numbers, Schedule, ScheduleQuery

_BETAS: dict[str, dict[str, object]] = {
    "model": {},
    "linear": {"beta_schedule": "linear", "beta_start": 0.0001, "beta_end": 0.02},
    "scaled_linear": {
        "beta_schedule": "scaled_linear",
        "beta_start": 0.00085,
        "beta_end": 0.012,
    },
    "squaredcos_cap_v2": {"beta_schedule": "squaredcos_cap_v2"},
}
"""What each of ``NOISE_SCHEDULES`` changes in a scheduler's config: DDPM's own betas, Stable
Diffusion's, and the cosine rule of Improved DDPM."""


def noise_schedule_changes(name: str, config: Mapping[str, Any]) -> dict[str, object]:
    """What one of ``NOISE_SCHEDULES`` changes in a model's scheduler config."""
    changes = dict(_BETAS[name])
    if changes and config.get("trained_betas") is not None:
        changes["trained_betas"] = None  # a table that would win over every rule
    return changes


def describe_schedule(model: LoadedModel, query: ScheduleQuery) -> Schedule | NotApplicable:
    """The steps as a run of this size would take them. From any thread.

    ``timesteps`` and ``sigmas`` have one number for each step as people count them, also where the
    network is asked twice in a step. The script leaves ``timesteps``, ``sigmas`` and, for diffusion
    models, ``alphas_cumprod``.

    Raises:
        InvalidRequest: the model cannot be run with this scheduler, or not in so many steps.
    """
    config = model.scheduler_config
    if is_flow(config) and query.noise_schedule != "model":
        return NotApplicable(
            sentence=Phrase(
                "This is a flow model: it goes from noise to picture in a straight line, so "
                "there are no betas that could be replaced."
            )
        )
    request = GenerationRequest(
        prompt="",
        model=model.folder.reference,
        scheduler=query.scheduler,
        num_inference_steps=query.num_inference_steps,
        width=query.width,
        height=query.height,
    )
    check_scheduler(query.scheduler, model.info.schedulers, model.info.name)
    changes = noise_schedule_changes(query.noise_schedule, config)
    scheduler = model.make_scheduler(query.scheduler, changes)
    steps = step_arguments(model.pipeline, scheduler, request)
    check_steps(scheduler, query.scheduler, query.num_inference_steps, steps)
    evaluations = [
        evaluation_of_step(scheduler, index) for index in range(1, query.num_inference_steps + 1)
    ]
    # Some schedulers have fewer steps than were asked for.
    evaluations = [each for each in evaluations if each < len(scheduler.timesteps)]
    timesteps = scheduler.timesteps.tolist()
    return Schedule(
        scheduler=query.scheduler,
        timesteps=tuple(float(timesteps[each]) for each in evaluations),
        sigmas=tuple(noise_level(scheduler, each)[2] for each in evaluations),
        alphas_cumprod=Numbers.of([] if is_flow(config) else scheduler.alphas_cumprod.cpu()),
        code=_code(model, query, scheduler, steps, evaluations),
    )


def _code(
    model: LoadedModel,
    query: ScheduleQuery,
    scheduler: Any,
    steps: Mapping[str, Any],
    evaluations: list[int],
) -> str:
    if model.folder.single_file is not None:
        return no_source(model.folder.reference)
    config = model.scheduler_config
    class_name = CHOICES[query.scheduler].class_name
    needs = {f"from diffusers import {class_name}"}
    changes = noise_schedule_changes(query.noise_schedule, config)
    settings = code.scheduler_settings(
        config, query.scheduler, model.folder.pipeline_class, changes
    )
    if model.folder.part("scheduler") != model.folder.path:
        settings = {"subfolder": "scheduler", **settings}
    made = code.call(f"{class_name}.from_pretrained", code.folder(model), **settings)
    lines = [f"scheduler = {made}"]
    count = query.num_inference_steps
    planned = [f"{count}"]
    if "timesteps" in steps:
        needs.add("import numpy as np")
        last = config.get("num_train_timesteps", 1000)
        lines.append(
            f"times = np.linspace({last}, 1.0, {count}).astype(np.int64).astype(np.float32)"
        )
        planned = ["timesteps=times", f"sigmas=times / {last}"]
    elif "sigmas" in steps:
        needs.add("import numpy as np")
        planned = [f"sigmas=np.linspace(1.0, 1 / {count}, {count})"]
    if "mu" in steps:
        size = f"{query.width} x {query.height}"
        lines.append(f"# mu is how far the pipeline shifts the noise of a picture of {size}")
        planned.append(f"mu={float(steps['mu'])!r}")
    lines.append(f"scheduler.set_timesteps({', '.join(planned)})")
    every_second = list(range(0, len(scheduler.timesteps), 2))
    where = ""
    if len(scheduler.timesteps) == len(evaluations):
        lines.append("timesteps = scheduler.timesteps")
    elif evaluations == every_second:
        where = "[::2]"
        lines.append("# the network is asked twice in a step")
        lines.append("timesteps = scheduler.timesteps[::2]")
    else:
        needs.add("import torch")
        lines.append("# the network is asked twice in the first step")
        lines.append("timesteps = torch.cat([scheduler.timesteps[:1], scheduler.timesteps[2:]])")
    if not is_flow(config):
        lines.append("alphas_cumprod = scheduler.alphas_cumprod")
    if hasattr(scheduler, "sigmas"):
        lines.append(f"sigmas = scheduler.sigmas{where}[: len(timesteps)]")
    else:
        # Where no signal at all is left, noise over signal has no end.
        bound = ".clamp(min=2**-24)" if float(scheduler.alphas_cumprod.min()) < 2**-24 else ""
        lines.append(f"a_squared = alphas_cumprod[timesteps]{bound}")
        lines.append("sigmas = ((1 - a_squared) / a_squared) ** 0.5  # noise over signal")
    lines += [
        "",
        "for timestep, sigma in zip(timesteps.tolist(), sigmas.tolist()):",
        '    print(f"{timestep:10.4f} {sigma:10.4f}")',
    ]
    return f"{code.imports(needs)}\n\n" + "\n".join(lines) + "\n"
