"""What would be fetched for the user's card, and how much that is; nothing is written here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import sys_tags

from sdstudio.acceleration.cards import Cards, NoCard
from sdstudio.acceleration.cuda_builds import best_card, builds_for
from sdstudio.acceleration.package_index import PackageIndex
from sdstudio.acceleration.requirements import needed_wheels, torch_wheel
from sdstudio.acceleration.simple_page import Wheel
from sdstudio.models.download_progress import Room, room_at, size_on_disk
from sdstudio.models.fetching import Source, part_of
from sdstudio.models.hub_errors import DownloadFailed
from sdstudio.torch_build import TorchBuild, public_version, shipped_version

DOWNLOADS = "downloads"
"""The folder of what has come so far, below that of the builds."""
_UNPACKED = 2.2
"""How much larger a wheel of compiled libraries is when unpacked: torch's, 2.1 times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """A wheel that is fetched, and its bytes."""

    wheel: Wheel
    size: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AccelerationPlan:
    """What is fetched for a card: torch's own wheel first, then what it needs.

    ``version`` is torch's, as in ``2.13.0+cu130``, and ``address`` where that is fetched from.
    """

    version: str
    address: str
    card: str
    driver: str
    files: tuple[PlannedFile, ...]

    @property
    def total_bytes(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)

    @property
    def unpacked_bytes(self) -> int:
        """About how much it takes on the disk in the end."""
        return round(self.total_bytes * _UNPACKED)

    @property
    def name(self) -> str:
        """The name of the build's folder."""
        return f"torch-{self.version}"


def plan_acceleration(
    index: PackageIndex, found: Cards, folder: Path, must_stop: Callable[[], bool]
) -> AccelerationPlan:
    """Asks the indexes what the card needs. Waits for the network.

    ``folder`` is that of the builds.

    Raises:
        NoCard: no build runs with this card and driver.
        DownloadFailed: an index could not be reached, or has no such build.
        Cancelled: ``must_stop`` answered true.
    """
    builds = builds_for(found)
    card = best_card(found)
    shipped = public_version(shipped_version(folder))
    tags = {tag: rank for rank, tag in enumerate(sys_tags())}
    for build in builds:
        torch = torch_wheel(index.torch_wheels(build.name, must_stop), shipped, tags)
        if torch is None:
            continue
        needed = needed_wheels(index, build.name, torch, _brought(folder), tags, must_stop)
        return AccelerationPlan(
            version=str(torch.version),
            address=index.torch_address,
            card=card.name,
            driver=found.driver,
            files=tuple(
                PlannedFile(wheel=wheel, size=size, source=index.source(wheel, size))
                for wheel in (torch, *needed)
                for size in (index.size(wheel, must_stop),)
            ),
        )
    raise DownloadFailed(
        "There is no build of torch {version} for “{card}” at {endpoint}.",
        "Another version of the app may come with a torch that has one.",
        version=shipped,
        card=card.name,
        endpoint=index.torch_address,
    )


def room_for(plan: AccelerationPlan, folder: Path) -> Room:
    """What of a plan is missing, unpacked, and what the disk of ``folder`` has.

    Raises:
        StorageFailed: the disk cannot be asked.
    """
    there = sum(file.size for file in plan.files) - missing_bytes(plan, folder)
    return room_at(folder, plan.total_bytes + plan.unpacked_bytes - there)


def missing_bytes(plan: AccelerationPlan, folder: Path) -> int:
    """Bytes of a plan's files that have not come yet."""
    missing = plan.total_bytes
    for file in plan.files:
        target = folder / DOWNLOADS / file.wheel.name
        missing -= max(size_on_disk(target), size_on_disk(part_of(target, file.source.file)))
    return max(missing, 0)


def check_needs_build(folder: Path) -> None:
    """Checks that the torch that came with the app is one that knows no card.

    Raises:
        NoCard: it knows cards already, as the one that pip installs on Linux.
    """
    version = shipped_version(folder)
    required = _requirements(folder)
    if "+cu" in version or any(one.name.startswith(("nvidia-", "cuda-")) for one in required):
        raise NoCard(
            "torch as it came with this installation ({version}) can use NVIDIA cards already.",
            "There is nothing to fetch.",
            version=version,
        )


def own_build(build: TorchBuild | None, plan: AccelerationPlan) -> bool:
    """Whether a build is what the plan would make."""
    return build is not None and build.version == plan.version


def _brought(folder: Path) -> list[str]:
    """The packages that the app's own torch needs, which are there, or are left out on purpose."""
    return [one.name for one in _requirements(folder)]


def _requirements(folder: Path) -> list[Requirement]:
    places = [one for one in sys.path if not Path(one).is_relative_to(folder)]
    torch = next(iter(metadata.distributions(name="torch", path=places)), None)
    required = [Requirement(text) for text in (torch.requires or ())] if torch is not None else []
    return [one for one in required if one.marker is None or one.marker.evaluate({"extra": ""})]
