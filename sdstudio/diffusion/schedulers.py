"""The schedulers people choose from, as diffusers classes and what to change in their config.

Diffusion models (trained with betas) and flow models (Stable Diffusion 3, FLUX) have schedulers of
their own. Two kinds are left out for flow models: those that draw noise at every step, since these
pipelines pass them no generator and the seed would not decide the picture; and DEIS, which for
flow ends one step before the noise is gone.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sdstudio.model_folder import UNCONDITIONAL
from sdstudio.pipelines import PIPELINES
from sdstudio.request import SCHEDULERS, InvalidRequest


@dataclass(frozen=True, slots=True)
class SchedulerChoice:
    """A diffusers scheduler class, and the values set over the model's own scheduler config.

    ``is_flow`` tells whether it is for flow models or for all others.
    """

    class_name: str
    overrides: Mapping[str, Any] = field(default_factory=dict)
    is_flow: bool = False


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


def _singlestep(spread: str = "") -> SchedulerChoice:
    return SchedulerChoice(
        "DPMSolverSinglestepScheduler",
        {
            "algorithm_type": "dpmsolver++",
            "solver_order": 2,
            "lower_order_final": True,
            "final_sigmas_type": "zero",
            **_spread(spread),
        },
    )


def _heun(spread: str = "") -> SchedulerChoice:
    return SchedulerChoice("HeunDiscreteScheduler", {**_LATENT, **_spread(spread)})


def _dpm2_ancestral(spread: str = "") -> SchedulerChoice:
    return SchedulerChoice("KDPM2AncestralDiscreteScheduler", _spread(spread))


def _deis(spread: str = "") -> SchedulerChoice:
    return SchedulerChoice("DEISMultistepScheduler", {"algorithm_type": "deis", **_spread(spread)})


def _sa_solver(spread: str = "") -> SchedulerChoice:
    return SchedulerChoice(
        "SASolverScheduler", {"algorithm_type": "data_prediction", **_spread(spread)}
    )


_FLOW = {"use_flow_sigmas": True, "prediction_type": "flow_prediction"}


def _flow_matching(spread: str = "") -> SchedulerChoice:
    return SchedulerChoice(
        "FlowMatchEulerDiscreteScheduler",
        {"stochastic_sampling": False, **_spread(spread)},
        is_flow=True,
    )


def _as_flow(choice: SchedulerChoice) -> SchedulerChoice:
    return SchedulerChoice(choice.class_name, {**choice.overrides, **_FLOW}, is_flow=True)


CHOICES: Mapping[str, SchedulerChoice] = MappingProxyType(
    {
        "dpmpp_2m": _multistep("dpmsolver++", 2),
        "dpmpp_2m_karras": _multistep("dpmsolver++", 2, "karras"),
        "dpmpp_2m_sde": _multistep("sde-dpmsolver++", 2),
        "dpmpp_2m_sde_karras": _multistep("sde-dpmsolver++", 2, "karras"),
        "dpmpp_3m_sde": _multistep("sde-dpmsolver++", 3),
        "dpmpp_3m_sde_karras": _multistep("sde-dpmsolver++", 3, "karras"),
        "dpmpp_2s": _singlestep(),
        "dpmpp_2s_karras": _singlestep("karras"),
        "euler": SchedulerChoice("EulerDiscreteScheduler", _spread()),
        "euler_karras": SchedulerChoice("EulerDiscreteScheduler", _spread("karras")),
        "euler_exponential": SchedulerChoice("EulerDiscreteScheduler", _spread("exponential")),
        "euler_beta": SchedulerChoice("EulerDiscreteScheduler", _spread("beta")),
        "euler_a": SchedulerChoice("EulerAncestralDiscreteScheduler"),
        "heun": _heun(),
        "heun_karras": _heun("karras"),
        "heun_exponential": _heun("exponential"),
        "heun_beta": _heun("beta"),
        "dpm2": SchedulerChoice("KDPM2DiscreteScheduler", _spread()),
        "dpm2_karras": SchedulerChoice("KDPM2DiscreteScheduler", _spread("karras")),
        "dpm2_exponential": SchedulerChoice("KDPM2DiscreteScheduler", _spread("exponential")),
        "dpm2_beta": SchedulerChoice("KDPM2DiscreteScheduler", _spread("beta")),
        "dpm2_a": _dpm2_ancestral(),
        "dpm2_a_karras": _dpm2_ancestral("karras"),
        "dpm2_a_exponential": _dpm2_ancestral("exponential"),
        "dpm2_a_beta": _dpm2_ancestral("beta"),
        "lms": SchedulerChoice("LMSDiscreteScheduler", _spread()),
        "lms_karras": SchedulerChoice("LMSDiscreteScheduler", _spread("karras")),
        "lms_exponential": SchedulerChoice("LMSDiscreteScheduler", _spread("exponential")),
        "lms_beta": SchedulerChoice("LMSDiscreteScheduler", _spread("beta")),
        "unipc": SchedulerChoice("UniPCMultistepScheduler", _spread()),
        "unipc_karras": SchedulerChoice("UniPCMultistepScheduler", _spread("karras")),
        "deis": _deis(),
        "deis_karras": _deis("karras"),
        "sa_solver": _sa_solver(),
        "sa_solver_karras": _sa_solver("karras"),
        "ddim": SchedulerChoice("DDIMScheduler", _LATENT),
        "ddpm": SchedulerChoice("DDPMScheduler", _LATENT),
        "pndm": SchedulerChoice("PNDMScheduler", {"skip_prk_steps": True}),
        "lcm": SchedulerChoice("LCMScheduler", _LATENT),
        "tcd": SchedulerChoice("TCDScheduler", _LATENT),
        "flow_euler": _flow_matching(),
        "flow_euler_karras": _flow_matching("karras"),
        "flow_euler_exponential": _flow_matching("exponential"),
        "flow_euler_beta": _flow_matching("beta"),
        "flow_heun": SchedulerChoice("FlowMatchHeunDiscreteScheduler", is_flow=True),
        "flow_dpmpp_2m": _as_flow(_multistep("dpmsolver++", 2)),
        "flow_dpmpp_2s": _as_flow(_singlestep()),
        "flow_unipc": _as_flow(SchedulerChoice("UniPCMultistepScheduler", _spread())),
    }
)


# How a flow model's noise levels depend on the picture's size. The pipelines read these from the
# scheduler's config, also where the scheduler itself does not know them.
_SIZE_KEYS = ("base_shift", "max_shift", "base_image_seq_len", "max_image_seq_len")


# DDPM's pipeline neither scales what the network is given nor the noise it begins with. Of the
# schedulers that can live with that these two clamp x0, without which pixels drift out of range:
# DPM++ makes noise of them. DDIM's pipeline passes what only DDIM takes.
_RUN_WITH = {
    "DDPMPipeline": ("DDIMScheduler", "DDPMScheduler"),
    "DDIMPipeline": ("DDIMScheduler",),
}


def is_flow(config: Mapping[str, Any]) -> bool:
    """Whether a model's scheduler config is that of a flow model."""
    return (
        str(config.get("_class_name", "")).startswith("FlowMatch")
        or bool(config.get("use_flow_sigmas", False))
        or config.get("prediction_type") == "flow_prediction"
    )


def schedulers_for(pipeline_class: str, config: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the schedulers a model can be run with, in the order offered.

    Args:
        pipeline_class: the name of the diffusers pipeline. FLUX's and others always pass noise
            levels or a shift of their own, which some schedulers do not take; some run with few.
        config: the config of the scheduler that came with the model.
    """
    kind = PIPELINES[pipeline_class]
    return tuple(
        scheduler_id
        for scheduler_id in SCHEDULERS
        if _fits(CHOICES[scheduler_id], config)
        and (not kind.schedulers or scheduler_id in kind.schedulers)
        and CHOICES[scheduler_id].class_name
        in _RUN_WITH.get(pipeline_class, (CHOICES[scheduler_id].class_name,))
        and (kind.planning == "scheduler" or _takes_shift(CHOICES[scheduler_id], config))
    )


def check_scheduler(scheduler_id: str, offered: tuple[str, ...], model: str) -> None:
    """Checks a choice against the schedulers a model can be run with.

    Args:
        scheduler_id: a key of ``sdstudio.request.SCHEDULERS``.
        offered: the model's ``ModelInfo.schedulers``.
        model: the model's name, for the sentence.

    Raises:
        InvalidRequest: it is not among those offered.
    """
    if scheduler_id not in offered:
        raise InvalidRequest(
            "“{model}” cannot be run with the scheduler {scheduler}.",
            "Choose one of: {known}.",
            model=model,
            scheduler=SCHEDULERS[scheduler_id],
            known=", ".join(SCHEDULERS[each] for each in offered),
        )


def make_scheduler(scheduler_id: str, config: Mapping[str, Any], pipeline_class: str = "") -> Any:
    """A fresh scheduler of the chosen kind, made from a model's scheduler config.

    Args:
        scheduler_id: a key of ``sdstudio.request.SCHEDULERS``.
        config: the config of the scheduler that came with the model: its betas, prediction type
            and timestep spacing stay as the model was trained, or, of a flow model, its shift.
        pipeline_class: the name of the diffusers pipeline. Where it works on pixels, x0 is clamped
            as the config says; latents never are.

    Raises:
        InvalidRequest: the scheduler is for models of another kind.
    """
    choice = CHOICES[scheduler_id]
    if not _fits(choice, config):
        raise InvalidRequest(
            "The scheduler {scheduler} does not fit this kind of model.",
            "Choose another scheduler.",
            scheduler=SCHEDULERS[scheduler_id],
        )
    scheduler_class = getattr(importlib.import_module("diffusers"), choice.class_name)
    if not choice.is_flow:
        overrides = dict(choice.overrides)
        if pipeline_class in UNCONDITIONAL:
            overrides.pop("clip_sample", None)
        return scheduler_class.from_config(dict(config), **overrides)
    # Not from_config: it would warn of every key that only the model's own class knows.
    shift = config.get("shift", config.get("flow_shift", 1.0))
    known = inspect.signature(scheduler_class.__init__).parameters
    settings = {**config, "shift": shift, "flow_shift": shift, **choice.overrides}
    scheduler = scheduler_class(**{key: settings[key] for key in settings if key in known})
    scheduler.register_to_config(**{key: config[key] for key in _SIZE_KEYS if key in config})
    return scheduler


def _fits(choice: SchedulerChoice, config: Mapping[str, Any]) -> bool:
    if choice.is_flow != is_flow(config):
        return False
    if choice.class_name == "FlowMatchHeunDiscreteScheduler":
        return not (config.get("use_dynamic_shifting") or config.get("shift_terminal"))
    if choice.is_flow and choice.class_name.startswith("DPMSolver"):
        shifts_otherwise = config.get("time_shift_type", "exponential") != "exponential"
        return not (shifts_otherwise or config.get("shift_terminal"))
    return True


def _takes_shift(choice: SchedulerChoice, config: Mapping[str, Any]) -> bool:
    if choice.class_name.startswith("DPMSolver"):
        return bool(config.get("use_dynamic_shifting"))
    return choice.class_name != "FlowMatchHeunDiscreteScheduler"


def check_steps(
    scheduler: Any,
    scheduler_id: str,
    num_inference_steps: int,
    arguments: Mapping[str, Any] | None = None,
) -> None:
    """Lets the scheduler plan its steps, and says so in a sentence when it cannot.

    ``arguments`` are those that the pipeline will pass (``families.step_arguments``); without
    them, a size-dependent shift is any.

    Raises:
        InvalidRequest: the scheduler refuses this number of steps.
    """
    if arguments is None:
        arguments = {"num_inference_steps": num_inference_steps}
        if scheduler.config.get("use_dynamic_shifting", False):
            arguments["mu"] = 1.0
    problem: Exception | None = None
    try:
        scheduler.set_timesteps(**arguments)
    except (ValueError, IndexError, RuntimeError, ZeroDivisionError) as error:
        problem = error
    # Rounding can give the first two steps one timestep. The schedulers take that for the second
    # of them, and run off the end of their tables.
    if problem is not None or scheduler.timesteps[:2].unique().numel() < min(
        2, len(scheduler.timesteps)
    ):
        raise InvalidRequest(
            "{scheduler} cannot make a picture in {steps} steps.",
            "Choose another number of steps (20 is usual) or another scheduler.",
            scheduler=SCHEDULERS[scheduler_id],
            steps=num_inference_steps,
        ) from problem
