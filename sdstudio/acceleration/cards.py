"""Which NVIDIA cards this computer has, asked of the driver."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass

from sdstudio.request import SdstudioError

_log = logging.getLogger(__name__)


class NoCard(SdstudioError):
    """This computer has no card that torch could use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A graphics card: its memory in bytes, and its compute capability, as in (8, 6)."""

    name: str
    memory: int
    capability: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """What the driver says: its version, as in ``580.95.05``, and the cards."""

    driver: str
    cards: tuple[Card, ...]

    @property
    def driver_branch(self) -> int:
        """The number before the first point; 0 where it is none."""
        number = self.driver.partition(".")[0]
        return int(number) if number.isdecimal() else 0


def find_cards() -> Cards:
    """Asks the driver. May take a second where a card sleeps: never call it on the GUI thread.

    Raises:
        NoCard: there is no such card, or no driver for it.
    """
    if sys.platform == "darwin":
        raise NoCard(
            "On a Mac there is nothing to fetch: torch as it comes with the app knows Apple's own "
            "graphics.",
            "Set SDSTUDIO_DEVICE=mps to try them.",
        )
    # Here, so that the other commands do not wait for it.
    import pynvml

    try:
        pynvml.nvmlInit()
    except pynvml.NVMLError as error:
        _log.info("the NVIDIA driver does not answer: %s", error)
        raise NoCard(
            "No NVIDIA driver was found on this computer.",
            "With an NVIDIA card, install its driver and start the app again. Cards of other "
            "makers cannot be used yet.",
        ) from error
    try:
        found = Cards(
            driver=_text(pynvml.nvmlSystemGetDriverVersion()),
            cards=tuple(_card(number) for number in range(pynvml.nvmlDeviceGetCount())),
        )
    except pynvml.NVMLError as error:
        raise NoCard(
            "The NVIDIA driver does not tell which cards there are: {reason}.",
            "Restart the computer, or install the driver again.",
            reason=str(error).rstrip("."),
        ) from error
    finally:
        pynvml.nvmlShutdown()
    if not found.cards:
        raise NoCard(
            "The NVIDIA driver is there (version {driver}), but no card.",
            "Is it switched off, or used by a virtual machine?",
            driver=found.driver,
        )
    return found


def _card(number: int) -> Card:
    import pynvml

    handle = pynvml.nvmlDeviceGetHandleByIndex(number)
    major, minor = pynvml.nvmlDeviceGetCudaComputeCapability(handle)
    return Card(
        name=_text(pynvml.nvmlDeviceGetName(handle)),
        memory=int(pynvml.nvmlDeviceGetMemoryInfo(handle).total),
        capability=(int(major), int(minor)),
    )


def _text(said: str | bytes) -> str:
    """Older versions of the library answer in bytes."""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
