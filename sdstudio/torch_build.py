"""Which build of torch this process uses: the one that came with the app, or one for the GPU.

The latter lies in a folder of the user's, laid out as pip would have installed it, and goes first
among the places that Python imports from. Here are the few files that decide it, and what notices a
build that ends the process while it is imported: the next start then uses the app's own.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sdstudio.files import write_atomically
from sdstudio.request import SdstudioError

TORCH_VARIABLE = "SDSTUDIO_TORCH"
BUNDLED = "bundled"
"""The value of that variable with which a start uses the app's own torch, whatever is installed."""
RECORD = "sdstudio-build.json"
"""Describes a build, in its folder; written last, so a folder that has it is whole."""
_CHOSEN = "chosen.json"
_STARTING = "starting-"
_MOST_RECORD = 65_536
_SAME_MOMENT = 2.0
"""Seconds by which two readings of when a process began may differ."""
_SHARED_LIBRARIES = (
    *("libgomp.so.1", "libc10.so", "libtorch_cpu.so"),
    *("libtorch.so", "libshm.so", "libtorch_python.so"),
)
"""Those of torch that need one another, in the order in which they can be loaded."""
_log = logging.getLogger(__name__)


class BuildNotUsed(SdstudioError):
    """There is a build for the GPU, but this process does not use it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TorchBuild:
    """A build of torch in a folder of its own: version as in ``2.13.0+cu130``, and its bytes.

    ``card`` is the name of the graphics card that it was fetched for, ``python`` the kind of Python
    that can import it, as in ``cpython-311``.
    """

    folder: Path
    version: str
    size: int
    card: str
    python: str = sys.implementation.cache_tag

    @property
    def cuda(self) -> str:
        """The part of the version that tells the build, as in ``cu130``."""
        return self.version.partition("+")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The build that starts are to use; ``failed`` once it has kept one from starting."""

    build: TorchBuild
    failed: bool = False


def activate(folder: Path, environment: Mapping[str, str] = os.environ) -> SdstudioError | None:
    """Makes this process import the build that is chosen in ``folder``, before torch is imported.

    The answer says why it does not, where there is one. Reads a few small files.
    """
    if environment.get(TORCH_VARIABLE) == BUNDLED or "torch" in sys.modules:
        return None
    if not (folder / _CHOSEN).exists():
        return None
    _note_crashes(folder)
    choice = read_choice(folder)
    if choice is None:
        return BuildNotUsed(
            "The files for your graphics card are damaged; the processor is used.",
            "Fetch them again by “Use my GPU” in the menu Generate, or by “sdstudio gpu install”.",
        )
    build = choice.build
    shipped = shipped_version(folder)
    if not fits(build, shipped):
        return BuildNotUsed(
            "The files for your graphics card (torch {found}) do not fit this version of the app, "
            "which needs torch {needed}; the processor is used.",
            "Fetch the right ones by “Use my GPU” in the menu Generate, or by “sdstudio gpu "
            "install”.",
            found=build.version,
            needed=public_version(shipped),
        )
    if choice.failed:
        return BuildNotUsed(
            "torch for your graphics card ({version}) did not start the last time; the processor "
            "is used.",
            "“Use my GPU” in the menu Generate tries it again or removes it.",
            version=build.version,
        )
    put_first(build.folder)
    return None


def put_first(build: Path) -> None:
    """Imports of this process look into the folder ``build`` first."""
    sys.path.insert(0, str(build))
    importlib.invalidate_caches()
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is None:
        return
    # A frozen app keeps no bytecode; thousands of torch's sources would be compiled at each start.
    sys.dont_write_bytecode = False
    if sys.platform != "linux":
        return
    import ctypes

    # The app's folder is in LD_LIBRARY_PATH since the start, which counts before what a library
    # says itself about where those lie that it needs. Libraries that are loaded already count
    # before both, so none of the app's own is mixed in.
    for name in _SHARED_LIBRARIES:
        library = build / "torch" / "lib" / name
        if (Path(bundle) / name).exists() and library.exists():
            try:
                ctypes.CDLL(str(library))
            except OSError as error:
                _log.info("%s could not be loaded ahead: %s", library, error)
                return


@contextmanager
def importing() -> Iterator[None]:
    """Around the import of torch: leaves a mark behind if a build ends the process meanwhile.

    Raises:
        BuildNotUsed: the build cannot be imported; the next start will not try.
    """
    folder = _own_build()
    if folder is None:
        yield
        return
    place = folder.parent
    mark = place / f"{_STARTING}{os.getpid()}"
    import psutil

    with suppress(SdstudioError):
        write_atomically(mark, json.dumps(psutil.Process().create_time()).encode("ascii"))
    try:
        yield
    except (ImportError, OSError) as error:
        _log.exception("torch of %s cannot be imported", folder)
        mark_failed(place)
        raise BuildNotUsed(
            "torch for your graphics card could not be started: {reason}.",
            "Start the app again: it will use the processor.",
            reason=" ".join(str(error).split())[:300].rstrip("."),
        ) from error
    finally:
        with suppress(OSError):
            mark.unlink(missing_ok=True)


def is_active(build: TorchBuild) -> bool:
    """Whether this process uses the build."""
    return str(build.folder) in sys.path


def write_record(build: TorchBuild, folder: Path) -> None:
    """Describes a build in the folder where it lies now; it is whole from then on.

    Raises:
        StorageFull, StorageFailed: see ``write_atomically``.
    """
    text = json.dumps(
        {
            "version": build.version,
            "size": build.size,
            "card": build.card,
            "python": build.python,
        }
    )
    write_atomically(folder / RECORD, text.encode("ascii"))


def read_build(folder: Path) -> TorchBuild | None:
    """The build in a folder; None where there is no whole one."""
    record = _read(folder / RECORD)
    try:
        build = TorchBuild(
            folder=folder,
            version=str(record["version"]),
            size=int(str(record["size"])),
            card=str(record["card"]),
            python=str(record["python"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
    return build if (folder / "torch").is_dir() else None


def read_choice(folder: Path) -> Choice | None:
    """The build that is chosen in ``folder``; None where none is, or where it is damaged."""
    record = _read(folder / _CHOSEN)
    name = record.get("name")
    if not isinstance(name, str) or Path(name).name != name or not name:
        return None
    build = read_build(folder / name)
    return None if build is None else Choice(build=build, failed=record.get("failed") is True)


def choose(folder: Path, build: TorchBuild) -> None:
    """From the next start on the build is used. Waits for the disk.

    Raises:
        StorageFull, StorageFailed: see ``write_atomically``.
    """
    # Those of earlier attempts say nothing about this one.
    for mark in _marks(folder):
        with suppress(OSError):
            mark.unlink(missing_ok=True)
    _write_choice(folder, build.folder.name, failed=False)


def mark_failed(folder: Path) -> None:
    """From the next start on the chosen build is not used, until it is chosen again."""
    choice = read_choice(folder)
    if choice is not None:
        with suppress(SdstudioError):
            _write_choice(folder, choice.build.folder.name, failed=True)


def forget_choice(folder: Path) -> None:
    """From the next start on the app's own torch is used.

    Raises:
        OSError: the folder refuses.
    """
    (folder / _CHOSEN).unlink(missing_ok=True)


def shipped_version(folder: Path) -> str:
    """The version of the torch that came with the app, whatever this process uses; may be empty."""
    # Here, as below: a start that has nothing chosen does not wait for it.
    from importlib import metadata

    places = [one for one in sys.path if not Path(one).is_relative_to(folder)]
    return next((one.version for one in metadata.distributions(name="torch", path=places)), "")


def fits(build: TorchBuild, shipped: str) -> bool:
    """Whether a build can stand in for the torch that came with the app, and with its Python."""
    is_ours = build.python == sys.implementation.cache_tag
    return is_ours and public_version(build.version) == public_version(shipped)


def public_version(version: str) -> str:
    """A version without the part that tells the build: 2.13.0 of 2.13.0+cpu."""
    return version.partition("+")[0]


def _own_build() -> Path | None:
    """The folder of the build that this process is about to import, if it is no other's."""
    if "torch" in sys.modules:
        return None
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parents[1]
    return folder if (folder / RECORD).exists() else None


def _note_crashes(folder: Path) -> None:
    """Looks for marks of processes that have ended while they imported the build."""
    for mark in _marks(folder):
        mark_failed(folder)
        with suppress(OSError):
            mark.unlink(missing_ok=True)


def _marks(folder: Path) -> list[Path]:
    """The marks of processes that run no more."""
    found = []
    for mark in folder.glob(f"{_STARTING}*"):
        number = re.fullmatch(rf"{_STARTING}(\d+)", mark.name)
        if number is not None and not _is_running(int(number[1]), mark):
            found.append(mark)
    return found


def _is_running(number: int, mark: Path) -> bool:
    """Whether the very process that has made the mark still runs."""
    import psutil

    try:
        began = float(json.loads(mark.read_bytes()))
        return abs(psutil.Process(number).create_time() - began) < _SAME_MOMENT
    except (OSError, ValueError, TypeError, psutil.Error):
        return False


def _write_choice(folder: Path, name: str, *, failed: bool) -> None:
    text = json.dumps({"name": name, "failed": failed})
    write_atomically(folder / _CHOSEN, text.encode("ascii"))


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            value = json.loads(file.read(_MOST_RECORD))
    except (OSError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
