"""Which device computes, and in which precision."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass

import torch

from sdstudio.request import InvalidRequest

DEVICE_VARIABLE = "SDSTUDIO_DEVICE"


@dataclass(frozen=True, slots=True)
class Device:
    """A torch device with the dtype networks run in there and the name people see."""

    torch_device: torch.device
    dtype: torch.dtype
    label: str

    @property
    def dtype_name(self) -> str:
        """The dtype as torch's users write it, such as float16."""
        return str(self.dtype).removeprefix("torch.")


def choose_device(wish: str | None = None) -> Device:
    """CUDA in float16 where there is a card, else the CPU in float32.

    Half precision halves the memory and more than doubles the speed of a card; on CPUs it is
    slower than float32. ``wish`` (else the variable ``SDSTUDIO_DEVICE``) names a torch device:
    ``cpu``, ``cuda``, ``cuda:1``, ``mps``.

    Raises:
        InvalidRequest: the wished device does not exist here.
    """
    wish = wish if wish is not None else os.environ.get(DEVICE_VARIABLE, "")
    if not wish:
        wish = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        device = torch.device(wish)
    except RuntimeError:
        raise InvalidRequest(
            "{variable} is “{wish}”, which is no device.",
            "Use cpu, cuda, cuda:1 or mps, or leave it empty.",
            variable=DEVICE_VARIABLE,
            wish=wish,
        ) from None
    if device.type == "cpu":
        return Device(torch.device("cpu"), torch.float32, "CPU")
    if device.type == "cuda" and torch.cuda.is_available():
        # ``cuda`` alone has no index, whatever the annotation says.
        named = ":" in wish
        index = device.index if named else torch.cuda.current_device()
        if index < torch.cuda.device_count():
            name = torch.cuda.get_device_name(index)
            return Device(torch.device("cuda", index), torch.float16, name)
    if device.type == "mps" and torch.backends.mps.is_available():
        return Device(torch.device("mps"), torch.float32, "Apple GPU")
    raise InvalidRequest(
        "{variable} is “{wish}”, but this computer has no such device.",
        "Leave it empty to let the app choose.",
        variable=DEVICE_VARIABLE,
        wish=wish,
    )


def free_memory(device: Device) -> None:
    """Gives back what nobody refers to any more: Python's cycles, then the card's cache."""
    gc.collect()
    if device.torch_device.type == "cuda":
        torch.cuda.empty_cache()


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory ran out. On the CPU it is a plain RuntimeError."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    # diffusers tells what keeps it from reading a file as an error of its own.
    if error.__context__ is not None and is_out_of_memory(error.__context__):
        return True
    text = str(error).lower()
    # A file that could not be mapped, which the library of the format tells as an error of its own.
    if "cannot allocate memory" in text:
        return True
    return isinstance(error, RuntimeError) and (
        "not enough memory" in text
        or "can't allocate memory" in text
        or "out of memory" in text
        or "can't start new thread" in text  # there is no room for its stack
        or "bad_alloc" in text
        # oneDNN, whose convolutions the CPU's are. Of what it cannot do at all it says “could not
        # create a primitive descriptor”.
        or text.strip() == "could not create a primitive"
    )
