"""How this computer, this app and its builds of torch stand to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sdstudio.acceleration.cards import Cards, NoCard, find_cards
from sdstudio.acceleration.cuda_builds import builds_for
from sdstudio.acceleration.plan import check_needs_build
from sdstudio.request import SdstudioError
from sdstudio.torch_build import (
    TorchBuild,
    fits,
    is_active,
    read_build,
    read_choice,
    shipped_version,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccelerationStatus:
    """``cards`` or ``complaint``, which says why nothing can be fetched for them.

    ``shipped`` is the version of the app's own torch. ``build`` is the one that is there:
    ``is_chosen`` for the next start, ``is_active`` in this process, ``has_failed`` where it once
    kept the app from starting or did not pass its trial. One for another torch does not ``fit``.
    """

    shipped: str
    cards: Cards | None = None
    complaint: SdstudioError | None = None
    build: TorchBuild | None = None
    is_chosen: bool = False
    is_active: bool = False
    has_failed: bool = False
    is_fit: bool = False


def look(folder: Path, find: Callable[[], Cards] = find_cards) -> AccelerationStatus:
    """How things stand, for builds in ``folder``; ``find`` asks the driver for the cards.

    Asks the driver and the disk: never call it on the GUI thread.
    """
    shipped = shipped_version(folder)
    cards: Cards | None = None
    complaint: SdstudioError | None = None
    try:
        check_needs_build(folder)
        cards = find()
        builds_for(cards)
    except NoCard as error:
        complaint = error
    choice = read_choice(folder)
    build = _any_build(folder) if choice is None else choice.build
    return AccelerationStatus(
        shipped=shipped,
        cards=cards,
        complaint=complaint,
        build=build,
        is_chosen=choice is not None and not choice.failed,
        is_active=build is not None and is_active(build),
        has_failed=build is not None and (choice is None or choice.failed),
        is_fit=build is not None and fits(build, shipped),
    )


def _any_build(folder: Path) -> TorchBuild | None:
    """A build that is whole, though no start is to use it: it failed its trial, or was given up."""
    found = (read_build(path) for path in sorted(folder.glob("torch-*"), reverse=True))
    return next((build for build in found if build is not None), None)
