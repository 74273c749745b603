"""What other programs call their samplers, in our scheduler ids."""

from __future__ import annotations

from sdstudio.request import SCHEDULERS

NEAREST = "dpmpp_2m"
"""What a sampler becomes of which nothing is known."""

_SAME = {
    "euler": "euler",
    "eulera": "euler_a",
    "eulerancestral": "euler_a",
    "heun": "heun",
    "dpm2": "dpm2",
    "kdpm2": "dpm2",
    "dpm2a": "dpm2_a",
    "kdpm2a": "dpm2_a",
    "dpm2ancestral": "dpm2_a",
    "lms": "lms",
    "dpmpp2m": "dpmpp_2m",
    "dpmpp2msde": "dpmpp_2m_sde",
    "dpmpp2msdegpu": "dpmpp_2m_sde",
    "dpmpp3msde": "dpmpp_3m_sde",
    "dpmpp3msdegpu": "dpmpp_3m_sde",
    "dpmpp2s": "dpmpp_2s",
    "unipc": "unipc",
    "deis": "deis",
    "sasolver": "sa_solver",
    "ddim": "ddim",
    "ddpm": "ddpm",
    "pndm": "pndm",
    "plms": "pndm",
    "lcm": "lcm",
    "tcd": "tcd",
}
_NEAR = {
    "heunpp2": "heun",
    "dpmpp2sa": "dpmpp_2s",
    "dpmpp2sancestral": "dpmpp_2s",
    "dpmppsde": "dpmpp_2m_sde",
    "dpmppsdegpu": "dpmpp_2m_sde",
    "dpmpp2msdeheun": "dpmpp_2m_sde",
    "dpmpp2msdeheungpu": "dpmpp_2m_sde",
    "dpmpp3m": "dpmpp_2m",
    "unipcbh2": "unipc",
    "eulercfgpp": "euler",
    "eulerancestralcfgpp": "euler_a",
    "ddimv3": "ddim",
    "ddimcfgpp": "ddim",
    "dpmfast": "dpm2",
    "dpmadaptive": "dpm2",
    "restart": "heun",
    "ipndm": "pndm",
    "ipndmv": "pndm",
    "resmultistep": "dpmpp_2m",
}
_PLAIN = {"", "normal", "automatic", "uniform", "native", "none", "discrete"}
_NEARLY_PLAIN = {"simple", "sgmuniform", "ddimuniform", "linearquadratic"}
_SPACINGS = {"karras": "karras", "k": "karras", "exponential": "exponential", "beta": "beta"}
_AUTOMATIC = {
    # What web UIs take where their users leave the choice to them.
    "dpmpp_2m": "karras",
    "dpmpp_2s": "karras",
    "dpm2": "karras",
    "dpm2_a": "karras",
    "dpmpp_2m_sde": "exponential",
    "dpmpp_3m_sde": "exponential",
}
_NAMED = {name.casefold(): id for id, name in SCHEDULERS.items()}


def scheduler_of(sampler: str, spacing: str = "", *, is_flow: bool = False) -> tuple[str, bool]:
    """Our id for a sampler and the spacing of its noise levels, and whether it is just that.

    Knows the names of the web UIs ("DPM++ 2M", "Karras"), of ComfyUI ("dpmpp_2m", "karras"), of
    k-diffusion ("k_dpmpp_2m") and of InvokeAI ("dpmpp_2m_k"). ``is_flow`` for a model that is
    trained with flow matching, as FLUX and Stable Diffusion 3 are. What is not known becomes what
    is near, or ``NEAREST``.
    """
    if not spacing and (named := _NAMED.get(sampler.strip().casefold())) is not None:
        if is_flow and f"flow_{named}" in SCHEDULERS:
            named = f"flow_{named}"
        return named, True
    base, inner = _split(sampler.casefold())
    wanted = _plain(spacing) or inner
    id = _SAME.get(base)
    is_same = id is not None
    id = id or _NEAR.get(base, NEAREST)
    if wanted == "automatic":
        wanted = _AUTOMATIC.get(id, "")
    if is_flow:
        flow = f"flow_{id}" if f"flow_{id}" in SCHEDULERS else "flow_euler"
        is_same = is_same and flow.endswith(id)
        return _spaced(flow, wanted, is_same, is_flow=True)
    return _spaced(id, wanted, is_same, is_flow=False)


def _spaced(id: str, wanted: str, is_same: bool, *, is_flow: bool) -> tuple[str, bool]:
    if wanted in _PLAIN:
        return id, is_same
    if wanted in _NEARLY_PLAIN:
        # For flow models these are what everybody uses, and what diffusers does.
        return id, is_same and is_flow
    spacing = _SPACINGS.get(wanted)
    if spacing is not None and f"{id}_{spacing}" in SCHEDULERS:
        return f"{id}_{spacing}", is_same
    # All that are not uniform are nearer to Karras' than to none.
    near = f"{id}_karras"
    return (near if near in SCHEDULERS else id), False


def _split(sampler: str) -> tuple[str, str]:
    """The sampler's own name in letters and digits, and the spacing that stands behind it."""
    words = sampler.replace("++", "pp").replace("_", " ").replace("-", " ").split()
    if words[:1] == ["k"]:
        words = words[1:]
    spacing = ""
    if len(words) > 1 and words[-1] in _SPACINGS:
        spacing = words.pop()
    return _plain("".join(words)), _SPACINGS.get(spacing, "")


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
