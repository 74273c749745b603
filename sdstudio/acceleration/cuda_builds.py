"""Which of torch's CUDA builds a driver and a card can run.

By driver: https://docs.nvidia.com/deploy/cuda-compatibility/minor-version-compatibility.html. What
was built with any CUDA 12 runs with drivers from 525 on, what was built with any CUDA 13 with those
from 580 on, on Linux and Windows. By card: CUDA 13 has left out those before Turing (capability
7.5), and CUDA 12.6 does not know Blackwell (10.0 and later). Whether torch was built so is asked of
its index, and whether it computes is tried, so a wrong line here ends in a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdstudio.acceleration.cards import Card, Cards, NoCard


@dataclass(frozen=True, slots=True, kw_only=True)
class CudaBuild:
    """A build by its name at torch's index, with the drivers and cards that it runs with.

    ``driver`` is the first branch; capabilities go from ``least`` to below ``below``.
    """

    name: str
    driver: int
    least: tuple[int, int]
    below: tuple[int, int] = (99, 0)

    def runs_on(self, card: Card) -> bool:
        """Whether it was built for cards of this kind."""
        return self.least <= card.capability < self.below


BUILDS = (
    CudaBuild(name="cu130", driver=580, least=(7, 5)),
    CudaBuild(name="cu128", driver=525, least=(7, 5)),
    CudaBuild(name="cu126", driver=525, least=(5, 0), below=(10, 0)),
)
"""The one to be preferred first."""


def builds_for(found: Cards) -> tuple[CudaBuild, ...]:
    """The builds that the computer's best card runs with, the one to be preferred first.

    Raises:
        NoCard: there is none: the driver or all cards are too old.
    """
    branch = found.driver_branch
    best = best_card(found)
    able = [build for build in BUILDS if build.runs_on(best)]
    if not able:
        raise NoCard(
            "“{card}” is too old for this version of torch.",
            "The processor is used as before.",
            card=best.name,
        )
    builds = tuple(build for build in able if build.driver <= branch)
    if not builds:
        raise NoCard(
            "The NVIDIA driver is too old: it is version {driver}, and “{card}” needs at least "
            "version {needed}.",
            "Install a newer driver from NVIDIA and start the app again.",
            driver=found.driver,
            card=best.name,
            needed=min(build.driver for build in able),
        )
    return builds


def best_card(found: Cards) -> Card:
    """The newest card, of several the one with most memory."""
    return max(found.cards, key=lambda card: (card.capability, card.memory))
