"""Importing torch and diffusers from a thread without stopping the others.

The import holds the interpreter lock in two kinds of long stretches: full garbage collections
over the hundreds of thousands of objects it makes, and the loading of torch's largest library.
Both are avoided here; measured, the longest stretch falls from over 100 ms to under 30 ms.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import importlib.util
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sdstudio import torch_build

_log = logging.getLogger(__name__)

_SWITCH_INTERVAL = 0.001
"""Seconds a thread may hold the interpreter when another waits; Python's default is 0.005."""

_MODULES = (
    "transformers.models.clip.modeling_clip",
    "transformers.models.clip.tokenization_clip",
    "diffusers.models.autoencoders.autoencoder_kl",
    "diffusers.models.unets.unet_2d_condition",
    "diffusers.pipelines.stable_diffusion.pipeline_stable_diffusion",
)


@contextmanager
def without_collections() -> Iterator[None]:
    """Puts Python's garbage collections off: each would stop every thread while it runs.

    For stretches of work that make many objects and little garbage.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@without_collections()
def import_quietly() -> None:
    """Imports what a run needs (seconds of CPU); a second call does nothing.

    Raises:
        BuildNotUsed: the user's build for the GPU cannot be imported.
    """
    if "diffusers.pipelines.stable_diffusion.pipeline_stable_diffusion" in sys.modules:
        return
    # Nothing of a model folder may run, and nothing may be asked of a hub behind people's backs.
    os.environ.setdefault("DIFFUSERS_DISABLE_REMOTE_CODE", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    # Threads of a parallel loop wait asleep, not spinning. Where other programs want the cores
    # too, spinning threads take them from the very thread they wait for: measured on two busy
    # cores, the median run took 0.4 s instead of 3.6, the longest 0.5 instead of 24. Read once,
    # when the library is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_INTERVAL)
    try:
        with torch_build.importing():
            _load_torch_library()
            importlib.import_module("torch")
        _silence_libraries()
        for name in _MODULES:
            importlib.import_module(name)
        # What was just made lives as long as the process: no collection need look at it again.
        gc.freeze()
    finally:
        sys.setswitchinterval(interval)


def _load_torch_library() -> None:
    """Maps libtorch_cpu before Python does, through a foreign call, which releases the lock."""
    name = {"linux": "libtorch_cpu.so", "darwin": "libtorch_cpu.dylib"}.get(sys.platform)
    spec = importlib.util.find_spec("torch")
    if name is None or spec is None or not spec.submodule_search_locations:
        return
    library = Path(spec.submodule_search_locations[0]) / "lib" / name
    try:
        dlopen = ctypes.CDLL(None).dlopen
    except (OSError, AttributeError):
        return
    dlopen.restype = ctypes.c_void_p
    dlopen.argtypes = (ctypes.c_char_p, ctypes.c_int)
    if not dlopen(os.fsencode(library), os.RTLD_LAZY):
        _log.info("%s could not be loaded ahead; the import will do it", library)


def _silence_libraries() -> None:
    """The libraries' progress bars and hints would land in the middle of our command line."""
    for name in ("diffusers", "transformers"):
        logging_module = importlib.import_module(f"{name}.utils.logging")
        logging_module.set_verbosity_error()
        logging_module.disable_progress_bar()
