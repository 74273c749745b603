"""What helps to mend the app, as a text that its user can show to anybody."""

from __future__ import annotations

import getpass
import logging
import os
import platform
import re
import shutil
import socket
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from sdstudio import __version__
from sdstudio.acceleration.cards import find_cards
from sdstudio.gallery.store import Gallery
from sdstudio.logs import crash_file, last_lines, log_file
from sdstudio.models.hub_address import ENDPOINT_VARIABLE, OFFICIAL
from sdstudio.models.library_settings import LibrarySettings, load_library
from sdstudio.paths import HOME_VARIABLE, Paths
from sdstudio.redaction import PrivateWords, Redactor
from sdstudio.request import SdstudioError
from sdstudio.settings import Settings, load_settings

LIBRARIES = ("torch", "diffusers", "transformers", "accelerate", "PySide6-Essentials")
"""Those whose versions explain most; asked of their metadata, for importing them is slow."""
_LOG_LINES = 200
_CRASH_LINES = 300
_MOST_OF_A_CRASH = 120
_CRASH_BEGINS = ("Fatal Python error", "Windows fatal exception")
_SECRET_VARIABLE = re.compile(r"TOKEN|SECRET|PASSWORD|PASSWD|_KEY$", re.IGNORECASE)
_OWN_VARIABLES = ("SDSTUDIO_DEVICE", "HF_HUB_OFFLINE", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR")
_log = logging.getLogger(__name__)


def diagnostics(paths: Paths, facts: Sequence[tuple[str, str]] = ()) -> str:
    """Versions, system, settings, counts, and the end of the log, with nothing private in them.

    ``facts`` are names and values that only the caller knows, such as the screens of a window.
    Prompts, names, tokens and folders of the user are left out. Never fails: what cannot be found
    out is missing. Reads files and the gallery, which takes a second: not for the GUI thread.
    """
    settings, _ = load_settings(paths.settings_file)
    library, _ = load_library(paths)
    redactor = Redactor(private_words(paths, settings, library))
    lines = [
        f"sdstudio {__version__}",
        *(f"{name}: {value}" for name, value in (*system_facts(), *facts)),
        *(f"{name}: {value}" for name, value in _settings_facts(settings, library)),
        *(f"{name}: {value}" for name, value in _storage_facts(paths)),
        "",
        f"--- the last {_LOG_LINES} lines of the log ---",
        *last_lines(log_file(paths.logs), _LOG_LINES),
    ]
    if crash := _last_crash(paths.logs):
        lines += ["", "--- the last crash ---", *crash]
    return redactor.redact("\n".join(lines)) + "\n"


# -- what is told --------------------------------------------------------------------------------


def system_facts() -> Iterator[tuple[str, str]]:
    """Names and values of what the app runs on; imports no library for it."""
    frozen = ", packaged" if getattr(sys, "frozen", False) else ""
    yield "Python", f"{platform.python_version()}{frozen}"
    yield "system", platform.platform()
    for name in LIBRARIES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            yield name, "not installed"
    # Here: the window shows before anybody asks.
    import psutil

    memory = psutil.virtual_memory()
    yield "processors", f"{os.cpu_count()}, {platform.machine()}"
    yield "memory", f"{memory.total / 1e9:.1f} GB, {memory.available / 1e9:.1f} GB free"
    yield from _graphics()
    for variable in _OWN_VARIABLES:
        if value := os.environ.get(variable):
            yield variable, value


def _last_crash(folder: Path) -> list[str]:
    """What the last crash has left: its beginning tells what it was, its end who did it."""
    lines = last_lines(crash_file(folder), _CRASH_LINES)
    begins = [number for number, line in enumerate(lines) if line.startswith(_CRASH_BEGINS)]
    crash = lines[begins[-1] :] if begins else lines
    if len(crash) <= _MOST_OF_A_CRASH:
        return crash
    return [*crash[:2], "…", *crash[2 - _MOST_OF_A_CRASH :]]


def _graphics() -> Iterator[tuple[str, str]]:
    """NVIDIA's driver and cards; what has none says nothing."""
    try:
        found = find_cards()
    except SdstudioError:
        return
    yield "graphics driver", found.driver
    for card in found.cards:
        yield "graphics card", f"{card.name}, {card.memory / 1e9:.0f} GB"


def _settings_facts(settings: Settings, library: LibrarySettings) -> Iterator[tuple[str, str]]:
    yield (
        "settings",
        f"{settings.scheduler}, {settings.num_inference_steps} steps, "
        f"guidance {settings.guidance_scale:g}, {settings.width} x {settings.height}",
    )
    yield (
        "previews",
        f"every {settings.preview_every}, at most {100 * settings.preview_share:g} % of the time, "
        f"tiny autoencoder {'set' if settings.tiny_autoencoder else 'not set'}",
    )
    yield (
        "denoisings",
        f"{settings.trajectory_megabytes} MB in memory, "
        f"{'always' if settings.always_keep_denoising else 'not always'} kept",
    )
    yield "added to models", str(len(settings.additions))
    yield (
        "models",
        f"{len(library.roots)} folders, {len(library.opened)} opened, "
        f"{'another hub' if library.endpoint else 'the usual hub'}"
        f"{', offline' if library.offline else ''}",
    )


def _storage_facts(paths: Paths) -> Iterator[tuple[str, str]]:
    yield "gallery", _gallery_counts(paths)
    for what, folder in (("pictures", paths.pictures), ("models", paths.models)):
        try:
            yield f"free space for {what}", f"{shutil.disk_usage(folder).free / 1e9:.1f} GB"
        except OSError:
            yield f"folder of {what}", "not there"


def _gallery_counts(paths: Paths) -> str:
    if not paths.database_file.exists():
        return "none yet"
    try:
        with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
            kept, size = gallery.trajectories()
            return f"{gallery.count()} pictures, {kept} with denoising ({size / 1e6:.0f} MB)"
    except SdstudioError as error:
        return f"not readable: {error}"


# -- what is not ---------------------------------------------------------------------------------


def private_words(paths: Paths, settings: Settings, library: LibrarySettings) -> PrivateWords:
    """What of this user, this machine and these settings must not be read by others."""
    return PrivateWords(
        folders=tuple(_folders(paths, settings, library)),
        names=tuple(_names()),
        secrets=tuple(_secrets(settings, library)),
    )


def _folders(
    paths: Paths, settings: Settings, library: LibrarySettings
) -> Iterator[tuple[str, str]]:
    # Where code lies is no secret below these two, and a traceback needs it.
    yield sys.prefix, "<python>"
    yield str(Path(__file__).resolve().parents[1]), "<app>"
    own = [
        *library.roots,
        *library.opened,
        settings.tiny_autoencoder,
        settings.import_folder,
        settings.export_folder,
        settings.model,
        *(memory.reference for memory in settings.model_settings),
        *(addition.path for addition in settings.additions),
    ]
    chosen = dict.fromkeys(text for text in own if Path(text).is_absolute())
    for number, text in enumerate(chosen, start=1):
        yield text, f"<folder {number}>"
    for path, instead in (
        (paths.pictures, "<pictures>"),
        (paths.models, "<models>"),
        (paths.settings_file.parent, "<settings>"),
        (paths.database_file.parent, "<data>"),
        (paths.cache, "<cache>"),
        (paths.logs, "<logs>"),
        (settings.pictures_or(paths.pictures), "<pictures>"),
    ):
        yield str(path), instead
    for variable in (HOME_VARIABLE, "HF_HOME", "HF_HUB_CACHE"):
        if value := os.environ.get(variable):
            yield value, f"<{variable}>"
    home = Path.home()
    for form in (home, home.resolve()):
        yield str(form), "~"


def _names() -> Iterator[tuple[str, str]]:
    home = Path.home()
    if home.parent.name.casefold() in ("home", "users"):
        yield home.name, "<user>"
    for variable in ("USER", "USERNAME", "LOGNAME"):
        yield os.environ.get(variable, ""), "<user>"
    try:
        yield getpass.getuser(), "<user>"
    except (OSError, KeyError):
        _log.info("the user has no name")
    yield _full_name(), "<user>"
    for host in (socket.gethostname(), platform.node()):
        yield host, "<host>"
        yield host.partition(".")[0], "<host>"


def _full_name() -> str:
    """What the system calls the user in full; empty where it does not."""
    if sys.platform == "win32":
        return ""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]
    except KeyError:
        return ""


def _secrets(settings: Settings, library: LibrarySettings) -> Iterator[tuple[str, str]]:
    for prompt in (settings.prompt, settings.negative_prompt):
        yield prompt, "<prompt>"
    for name, value in os.environ.items():
        if _SECRET_VARIABLE.search(name):
            yield value, "<secret>"
    for endpoint in (library.endpoint, os.environ.get(ENDPOINT_VARIABLE, "")):
        host = urlsplit(endpoint).hostname
        if host and endpoint != OFFICIAL:
            yield host, "<hub>"
