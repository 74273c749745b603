"""The schedulers people choose from, as diffusers classes and what to change in their config."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sdstudio.request import SCHEDULERS, InvalidRequest


@dataclass(frozen=True, slots=True)
class SchedulerChoice:
    """A diffusers scheduler class, and the values set over the model's own scheduler config."""

    class_name: str
    overrides: Mapping[str, Any] = field(default_factory=dict)


# A config that lacks ``clip_sample`` lets some classes fall back to True, which clamps latents to
# [-1, 1]: wrong for every latent model. ``skip_prk_steps`` likewise falls back to Runge-Kutta
# warm-up, twelve network calls that Stable Diffusion's own configs leave out.
_LATENT = {"clip_sample": False}

# How the noise levels are spread over the steps, for the classes that can spread them otherwise
# than in training. All three are always set, since a model's own config may ask for one.
_SPREADS = ("karras", "exponential", "beta")


def _spread(kind: str = "") -> dict[str, bool]:
    return {f"use_{each}_sigmas": each == kind for each in _SPREADS}


def _multistep(algorithm: str, order: int, spread: str = "") -> SchedulerChoice:
    return SchedulerChoice(
        "DPMSolverMultistepScheduler",
        {"algorithm_type": algorithm, "solver_order": order, **_spread(spread)},
    )


CHOICES: Mapping[str, SchedulerChoice] = MappingProxyType(
    {
        "dpmpp_2m": _multistep("dpmsolver++", 2),
        "dpmpp_2m_karras": _multistep("dpmsolver++", 2, "karras"),
        "dpmpp_2m_sde": _multistep("sde-dpmsolver++", 2),
        "dpmpp_2m_sde_karras": _multistep("sde-dpmsolver++", 2, "karras"),
        "dpmpp_3m_sde": _multistep("sde-dpmsolver++", 3),
        "dpmpp_2s": SchedulerChoice(
            "DPMSolverSinglestepScheduler",
            {
                "algorithm_type": "dpmsolver++",
                "solver_order": 2,
                "lower_order_final": True,
                "final_sigmas_type": "zero",
                **_spread(),
            },
        ),
        "euler": SchedulerChoice("EulerDiscreteScheduler", _spread()),
        "euler_karras": SchedulerChoice("EulerDiscreteScheduler", _spread("karras")),
        "euler_exponential": SchedulerChoice("EulerDiscreteScheduler", _spread("exponential")),
        "euler_beta": SchedulerChoice("EulerDiscreteScheduler", _spread("beta")),
        "euler_a": SchedulerChoice("EulerAncestralDiscreteScheduler"),
        "heun": SchedulerChoice("HeunDiscreteScheduler", {**_LATENT, **_spread()}),
        "heun_karras": SchedulerChoice("HeunDiscreteScheduler", {**_LATENT, **_spread("karras")}),
        "dpm2": SchedulerChoice("KDPM2DiscreteScheduler", _spread()),
        "dpm2_karras": SchedulerChoice("KDPM2DiscreteScheduler", _spread("karras")),
        "dpm2_a": SchedulerChoice("KDPM2AncestralDiscreteScheduler", _spread()),
        "lms": SchedulerChoice("LMSDiscreteScheduler", _spread()),
        "lms_karras": SchedulerChoice("LMSDiscreteScheduler", _spread("karras")),
        "unipc": SchedulerChoice("UniPCMultistepScheduler", _spread()),
        "unipc_karras": SchedulerChoice("UniPCMultistepScheduler", _spread("karras")),
        "deis": SchedulerChoice("DEISMultistepScheduler", {"algorithm_type": "deis", **_spread()}),
        "sa_solver": SchedulerChoice(
            "SASolverScheduler", {"algorithm_type": "data_prediction", **_spread()}
        ),
        "ddim": SchedulerChoice("DDIMScheduler", _LATENT),
        "ddpm": SchedulerChoice("DDPMScheduler", _LATENT),
        "pndm": SchedulerChoice("PNDMScheduler", {"skip_prk_steps": True}),
        "lcm": SchedulerChoice("LCMScheduler", _LATENT),
        "tcd": SchedulerChoice("TCDScheduler", _LATENT),
    }
)


def make_scheduler(scheduler_id: str, config: Mapping[str, Any]) -> Any:
    """A fresh scheduler of the chosen kind, made from a model's scheduler config.

    Args:
        scheduler_id: a key of ``sdstudio.request.SCHEDULERS``.
        config: the config of the scheduler that came with the model: its betas, prediction type
            and timestep spacing stay as the model was trained.
    """
    choice = CHOICES[scheduler_id]
    scheduler_class = getattr(importlib.import_module("diffusers"), choice.class_name)
    return scheduler_class.from_config(dict(config), **choice.overrides)


def check_steps(scheduler: Any, scheduler_id: str, num_inference_steps: int) -> None:
    """Lets the scheduler plan its steps, and says so in a sentence when it cannot.

    Raises:
        InvalidRequest: the scheduler refuses this number of steps.
    """
    try:
        scheduler.set_timesteps(num_inference_steps)
    except (ValueError, IndexError, RuntimeError, ZeroDivisionError) as error:
        raise InvalidRequest(
            "{scheduler} cannot make a picture in {steps} steps.",
            "Choose another number of steps (20 is usual) or another scheduler.",
            scheduler=SCHEDULERS[scheduler_id],
            steps=num_inference_steps,
        ) from error
