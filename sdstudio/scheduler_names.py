"""The schedulers that can be chosen: what each is called in a request, and by people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SCHEDULERS: Mapping[str, str] = MappingProxyType(
    {
        "dpmpp_2m": "DPM++ 2M",
        "dpmpp_2m_karras": "DPM++ 2M Karras",
        "dpmpp_2m_sde": "DPM++ 2M SDE",
        "dpmpp_2m_sde_karras": "DPM++ 2M SDE Karras",
        "dpmpp_3m_sde": "DPM++ 3M SDE",
        "dpmpp_3m_sde_karras": "DPM++ 3M SDE Karras",
        "dpmpp_2s": "DPM++ 2S",
        "dpmpp_2s_karras": "DPM++ 2S Karras",
        "euler": "Euler",
        "euler_karras": "Euler Karras",
        "euler_exponential": "Euler Exponential",
        "euler_beta": "Euler Beta",
        "euler_a": "Euler a",
        "heun": "Heun",
        "heun_karras": "Heun Karras",
        "heun_exponential": "Heun Exponential",
        "heun_beta": "Heun Beta",
        "dpm2": "DPM2",
        "dpm2_karras": "DPM2 Karras",
        "dpm2_exponential": "DPM2 Exponential",
        "dpm2_beta": "DPM2 Beta",
        "dpm2_a": "DPM2 a",
        "dpm2_a_karras": "DPM2 a Karras",
        "dpm2_a_exponential": "DPM2 a Exponential",
        "dpm2_a_beta": "DPM2 a Beta",
        "lms": "LMS",
        "lms_karras": "LMS Karras",
        "lms_exponential": "LMS Exponential",
        "lms_beta": "LMS Beta",
        "unipc": "UniPC",
        "unipc_karras": "UniPC Karras",
        "deis": "DEIS",
        "deis_karras": "DEIS Karras",
        "sa_solver": "SA-Solver",
        "sa_solver_karras": "SA-Solver Karras",
        "ddim": "DDIM",
        "ddpm": "DDPM",
        "pndm": "PNDM",
        "lcm": "LCM",
        "tcd": "TCD",
        "flow_euler": "Flow Euler",
        "flow_euler_karras": "Flow Euler Karras",
        "flow_euler_exponential": "Flow Euler Exponential",
        "flow_euler_beta": "Flow Euler Beta",
        "flow_heun": "Flow Heun",
        "flow_dpmpp_2m": "Flow DPM++ 2M",
        "flow_dpmpp_2s": "Flow DPM++ 2S",
        "flow_unipc": "Flow UniPC",
    }
)
"""Scheduler ids as typed, and their names as the field writes them, in the order offered."""
