"""What of torch's requirements has to be fetched along with its build for the GPU.

The app brings along what its own torch needs. The other build needs NVIDIA's libraries besides, on
Linux in packages of their own, pinned by torch and by the packages that those need in turn. Only
versions that their makers require are taken, so there is nothing to choose between and no need to
go back; where two requirements contradict each other, that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from email.parser import BytesHeaderParser

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag
from packaging.utils import canonicalize_name

from sdstudio.acceleration.package_index import PackageIndex
from sdstudio.acceleration.simple_page import Wheel
from sdstudio.models.hub_errors import DownloadFailed

LEFT_OUT = frozenset(("triton", "cuda-bindings"))
"""What torch imports only where it compiles models or records profiles, which the app does not.
The former would be a fifth of the download."""
_MOST_PACKAGES = 100


def needed_wheels(
    index: PackageIndex,
    cuda: str,
    torch: Wheel,
    brought: Iterable[str],
    tags: Mapping[Tag, int],
    must_stop: Callable[[], bool],
) -> tuple[Wheel, ...]:
    """The wheels that ``torch`` needs beside the packages that the app has ``brought``.

    ``tags`` are those of this Python with their rank, the best one 0.

    Raises:
        DownloadFailed: an index could not be reached, or lacks one of them.
        Cancelled: ``must_stop`` answered true.
    """
    passed_over = LEFT_OUT | {canonicalize_name(name) for name in brought}
    specifiers: dict[str, SpecifierSet] = {}
    chosen: dict[str, Wheel] = {}
    seen: set[tuple[str, str]] = set()
    waiting = _required(index.metadata(torch, must_stop), "")
    while waiting:
        requirement = waiting.pop(0)
        name = canonicalize_name(requirement.name)
        if name in passed_over:
            continue
        specifiers[name] = specifiers.get(name, SpecifierSet()) & requirement.specifier
        wheel = chosen.get(name)
        if wheel is None or wheel.version not in specifiers[name]:
            listings = index.listings(cuda, name, must_stop)
            wheel = next(
                filter(None, (_best(one, specifiers[name], tags) for one in listings)), None
            )
            if wheel is None or len(chosen) > _MOST_PACKAGES or name in chosen:
                raise _missing(f"{name}{specifiers[name]}")
            chosen[name] = wheel
        wanted = [extra for extra in ("", *sorted(requirement.extras)) if (name, extra) not in seen]
        if wanted:
            metadata = index.metadata(wheel, must_stop)
            for extra in wanted:
                seen.add((name, extra))
                waiting += _required(metadata, extra)
    return tuple(chosen.values())


def torch_wheel(wheels: Iterable[Wheel], version: str, tags: Mapping[Tag, int]) -> Wheel | None:
    """The build of exactly this torch, 2.13.0, for this Python; None where there is none."""
    same = [wheel for wheel in wheels if wheel.version.public == version and wheel.version.local]
    return _best(same, SpecifierSet(), tags)


def _best(
    wheels: Iterable[Wheel], specifiers: SpecifierSet, tags: Mapping[Tag, int]
) -> Wheel | None:
    fitting = [
        (wheel.version, -rank, wheel.build, wheel)
        for wheel in wheels
        if wheel.version in specifiers
        and (rank := min((tags[tag] for tag in wheel.tags if tag in tags), default=-1)) >= 0
    ]
    return max(fitting, key=lambda one: one[:3])[3] if fitting else None


def _required(metadata: bytes, extra: str) -> list[Requirement]:
    """What a package requires here, or for one of its extras."""
    found = []
    for text in BytesHeaderParser().parsebytes(metadata).get_all("Requires-Dist", ()):
        try:
            requirement = Requirement(str(text))
        except InvalidRequirement as error:
            raise _missing(str(text)) from error
        marker = requirement.marker
        if extra and (marker is None or marker.evaluate({"extra": ""})):
            continue  # required anyway
        if marker is None or marker.evaluate({"extra": extra}):
            found.append(requirement)
    return found


def _missing(what: str) -> DownloadFailed:
    return DownloadFailed(
        "torch's build for your graphics card needs “{what}”, which is not to be had.",
        "Try again later, or use another index.",
        what=what,
    )
