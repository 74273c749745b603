"""The frozen folder: made by PyInstaller, made smaller, and refused when it is too large."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from shipping.icons import SOURCE, write_program_icons
from shipping.layout import BUILD, DIST, FROZEN, ICONS, NAME, ROOT, SPEC

MEBIBYTE = 1 << 20
MOST_MEBIBYTES = 900
"""What the folder of a CPU build may take, beside ffmpeg, which is a program of others as it is."""
FFMPEG = "imageio_ffmpeg/binaries/ffmpeg-*"
LONGEST_PATH = 190
"""Of a file's path below the folder: on Windows, the whole may have 259 characters."""

# A fifth and more of each are names for debuggers. Only these: some wheels (OpenBLAS) have
# libraries whose layout strip would break.
STRIPPED = ("libtorch_cpu.so", "libtorch_python.so", "libpython3.*.so.*")


class PackagingFailed(Exception):
    """A package cannot be made; the text is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a file or folder right under the frozen folder takes, in bytes."""

    name: str
    size: int


def freeze() -> Path:
    """Runs PyInstaller in this Python, and gives the finished folder.

    Raises:
        PackagingFailed: PyInstaller failed.
    """
    write_program_icons(SOURCE, ICONS)
    shutil.rmtree(FROZEN, ignore_errors=True)
    words = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(BUILD)]
    done = subprocess.run([*words, *places, str(SPEC)], cwd=ROOT, check=False)
    if done.returncode != 0:
        raise PackagingFailed("PyInstaller could not freeze the app; its messages are above.")
    if sys.platform == "linux":
        strip_libraries(FROZEN)
    return FROZEN


def strip_libraries(folder: Path) -> None:
    """Takes debuggers' names out of the largest libraries; what the linker needs stays.

    Raises:
        PackagingFailed: strip (of binutils) is missing, or refused a library.
    """
    for pattern in STRIPPED:
        for path in folder.rglob(pattern):
            if not path.is_symlink():
                run_tool("strip", "--strip-unneeded", str(path))


def run_tool(*words: str, folder: Path | None = None) -> str:
    """Runs a program of the system; gives what it printed.

    Raises:
        PackagingFailed: it is missing, or ended with another code than 0.
    """
    try:
        done = subprocess.run(
            words, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
    except FileNotFoundError as error:
        raise PackagingFailed(f"The program {words[0]} is missing.") from error
    except subprocess.CalledProcessError as error:
        raise PackagingFailed(
            f"{words[0]} failed with code {error.returncode}: {error.stdout.strip()[-2000:]}"
        ) from error
    return done.stdout


def sizes(folder: Path) -> list[Weight]:
    """What takes how much, the largest first; a link takes nothing."""
    inner = folder / "_internal"
    found = [
        Weight(path.name, folder_size(path))
        for root in (folder, inner)
        for path in root.iterdir()
        if path != inner
    ]
    return sorted(found, key=lambda weight: -weight.size)


def folder_size(folder: Path) -> int:
    """Bytes of the files under ``folder``, or of the file itself."""
    paths = folder.rglob("*") if folder.is_dir() else [folder]
    return sum(path.stat().st_size for path in paths if path.is_file() and not path.is_symlink())


def check_size(folder: Path, most_mebibytes: int = MOST_MEBIBYTES) -> int:
    """The size of ``folder`` beside ffmpeg, in bytes, when it keeps the budget.

    A CUDA build has no budget.

    Raises:
        PackagingFailed: it is larger, or a path in it is too long for Windows.
    """
    size = folder_size(folder)
    size -= sum(map(folder_size, (folder / "_internal").glob(FFMPEG)))
    is_cuda = any(folder.rglob("*torch_cuda*"))
    if size > most_mebibytes * MEBIBYTE and not is_cuda:
        largest = ", ".join(
            f"{weight.name} {weight.size // MEBIBYTE}" for weight in sizes(folder)[:8]
        )
        raise PackagingFailed(
            f"Beside ffmpeg the folder takes {size // MEBIBYTE} MiB, "
            f"and its budget is {most_mebibytes}. "
            f"The largest in it: {largest}."
        )
    longest = max((str(path.relative_to(folder)) for path in folder.rglob("*")), key=len)
    if len(longest) > LONGEST_PATH:
        raise PackagingFailed(f"This path is too long for Windows: {longest}")
    return size


def program(folder: Path) -> Path:
    """The program of a frozen folder that can print."""
    return folder / ("sdstudio-cli.exe" if sys.platform == "win32" else NAME)
