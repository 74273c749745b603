"""``sdstudio gpu``: torch's build for an NVIDIA card fetched, told of, removed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from sdstudio.acceleration.cards import Cards, find_cards
from sdstudio.models.library_settings import load_library
from sdstudio.paths import Paths
from sdstudio.printing import byte_bar, json_text, size

if TYPE_CHECKING:
    from sdstudio.acceleration.installing import InstallProgress
    from sdstudio.acceleration.plan import AccelerationPlan
    from sdstudio.acceleration.status import AccelerationStatus

_TOLD = {
    "status": "tell which card there is and which torch is used",
    "install": "fetch torch's build for the NVIDIA card of this computer, or go on with that",
    "remove": "use the processor again and delete what was fetched",
}


def add_gpu(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """Adds the ``gpu`` commands; ``shared`` is what all commands take."""
    commands = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    for name, told in _TOLD.items():
        command = commands.add_parser(name, parents=[shared], help=told, description=told)
        command.add_argument("--json", action="store_true", help="print one JSON document")
        if name == "install":
            command.add_argument(
                "--dry-run", action="store_true", help="tell what would be fetched, no more"
            )


def run_gpu(
    arguments: argparse.Namespace,
    paths: Paths,
    say: Callable[[str], None],
    must_stop: Callable[[], bool],
    find: Callable[[], Cards] = find_cards,
) -> str:
    """Does what the arguments ask for; the text to print. ``say`` is told what goes to stderr.

    ``find`` asks the driver for the cards.

    Raises:
        SdstudioError: one of the known failures.
        Cancelled: ``must_stop`` answered true; the next call goes on from there.
    """
    # Here, so that the other commands do not wait for the clients of driver and indexes.
    from sdstudio.acceleration.installing import remove
    from sdstudio.acceleration.status import look

    folder = paths.acceleration
    if arguments.what == "remove":
        freed = remove(folder)
        if arguments.json:
            return json_text({"freed_bytes": freed})
        return f"The processor is used from the next start on; {size(freed)} are free again."
    status = look(folder, find)
    if arguments.what == "status":
        return json_text(_status_values(status)) if arguments.json else _status_text(status)
    if status.cards is None or status.complaint is not None:
        assert status.complaint is not None
        raise status.complaint
    return _install(arguments, paths, status.cards, say, must_stop)


def _install(
    arguments: argparse.Namespace,
    paths: Paths,
    cards: Cards,
    say: Callable[[str], None],
    must_stop: Callable[[], bool],
) -> str:
    from sdstudio.acceleration.installing import install
    from sdstudio.acceleration.package_index import usual_index
    from sdstudio.acceleration.plan import plan_acceleration

    folder = paths.acceleration
    library, _ = load_library(paths)
    plan = plan_acceleration(usual_index(library.offline), cards, folder, must_stop)
    if arguments.dry_run:
        return json_text(_plan_values(plan, folder)) if arguments.json else _plan_text(plan, folder)
    say(_plan_text(plan, folder))
    with byte_bar() as move:

        def show(progress: InstallProgress) -> None:
            move(progress.done_bytes, max(progress.total_bytes, 1), _doing(progress))

        build = install(plan, folder, show, must_stop)
    if arguments.json:
        return json_text({"version": build.version, "card": build.card, "bytes": build.size})
    return f"“{build.card}” is used from the next start on, by torch {build.version}."


def _doing(progress: InstallProgress) -> str:
    if progress.stage == "unpack":
        return "unpacking"
    download = progress.download
    if download is None:
        return "trying it"
    if download.retry_in is not None:
        return f"{download.file}, again in {download.retry_in:.0f} s"
    return f"{download.file}, checked" if download.checking else download.file


def _plan_text(plan: AccelerationPlan, folder: Path) -> str:
    from sdstudio.acceleration.plan import missing_bytes

    missing = missing_bytes(plan, folder)
    there = "" if missing == plan.total_bytes else f", of which {size(missing)} are missing"
    return (
        f"torch {plan.version} for “{plan.card}” (driver {plan.driver}): {size(plan.total_bytes)} "
        f"in {len(plan.files)} files{there}; about {size(plan.unpacked_bytes)} on the disk."
    )


def _plan_values(plan: AccelerationPlan, folder: Path) -> dict[str, object]:
    from sdstudio.acceleration.plan import missing_bytes

    return {
        "version": plan.version,
        "card": plan.card,
        "driver": plan.driver,
        "bytes": plan.total_bytes,
        "missing_bytes": missing_bytes(plan, folder),
        "files": [
            {"name": one.wheel.name, "bytes": one.size, "sha256": one.wheel.sha256}
            for one in plan.files
        ],
    }


def _status_text(status: AccelerationStatus) -> str:
    lines = [f"torch of the app: {status.shipped or '?'}"]
    if status.cards is not None:
        lines.append(f"NVIDIA driver: {status.cards.driver}")
        lines += [f"card: {card.name}, {size(card.memory)}" for card in status.cards.cards]
    if status.complaint is not None:
        lines.append(str(status.complaint))
    build = status.build
    if build is None:
        lines.append("Nothing was fetched for a card: the processor is used.")
    else:
        lines.append(f"fetched: torch {build.version} for “{build.card}”, {size(build.size)}")
        lines.append(_use(status))
    return "\n".join(lines)


def _use(status: AccelerationStatus) -> str:
    if not status.is_fit:
        return "It is for another version of the app and not used; “install” fetches the right one."
    if status.has_failed:
        return "It did not start and is not used; “install” tries it again."
    return "It is used." if status.is_active else "It is used from the next start on."


def _status_values(status: AccelerationStatus) -> dict[str, object]:
    build = status.build
    return {
        "shipped": status.shipped,
        "driver": None if status.cards is None else status.cards.driver,
        "cards": [] if status.cards is None else [asdict(card) for card in status.cards.cards],
        "complaint": None if status.complaint is None else str(status.complaint),
        "build": None
        if build is None
        else {
            "version": build.version,
            "card": build.card,
            "bytes": build.size,
            "folder": str(build.folder),
            "is_used": status.is_active,
            "is_chosen": status.is_chosen,
            "has_failed": status.has_failed,
            "fits": status.is_fit,
        },
    }
