"""Sets sdstudio up in a checkout, then starts, checks, measures or packages it.

It needs nothing but a Python of the system. What it makes lies in ``.venv`` beside
``pyproject.toml``; a second start finds it there and installs nothing.
"""

# A Python that is too old reads this file too, before it is turned away with a sentence: that is
# why the dataclasses have no slots and no kw_only.

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

USAGE = """\
usage: python3 packaging/develop.py COMMAND [WORDS...]

  run [WORDS...]        set up and open the app; WORDS go to it, as in
                        run generate "a red apple" --output apple.png
                        (without a display, a first picture is made instead)
  test [WORDS...]       set up and run every check; WORDS go to pytest
  benchmark [WORDS...]  set up and measure; WORDS go to tests.benchmarks
  package [WORDS...]    set up and make what people install, in dist (10 minutes and more);
                        with --test it is then installed and used, in a clean system too
  translate             set up and bring resources/languages up to date with the texts of the
                        app; see docs/translating.md

Everything is installed into .venv beside pyproject.toml; delete that folder to start afresh."""

COMMANDS = ("run", "test", "benchmark", "package", "translate")
OLDEST_PYTHON = (3, 11)
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
"""How all tests are run. A process takes up to 2 GB."""
FIRST_PROMPT = "a red apple on a blue background"
STAMP_NAME = "sdstudio-installed.json"

# Debian's names of what any Qt program loads, what a window adds, what the tests drive it with.
QT_PACKAGES = (
    *("libgl1", "libegl1", "libxkbcommon0"),
    *("libglib2.0-0", "libfontconfig1", "libdbus-1-3"),
)
WINDOW_PACKAGES = (
    *QT_PACKAGES,
    *("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1"),
    *("libxcb-shape0", "fonts-noto-cjk"),
)
TEST_PACKAGES = (
    *(*WINDOW_PACKAGES, "xvfb", "xdotool", "imagemagick", "dbus"),
    # What the scripts and metadata of the packages are checked with.
    *("desktop-file-utils", "appstream", "shared-mime-info", "nsis"),
)
# A frozen app holds Python as a library; Debian's own Python comes without it.
FREEZING_PACKAGES = ("libpython{}.{}".format(*sys.version_info[:2]), "binutils", "zstd")

QT_HINT = (
    "Qt does not load: a system library is missing. Install your system's packages for libGL, "
    "libEGL, libxkbcommon, libxkbcommon-x11, GLib, fontconfig, D-Bus, and the xcb libraries "
    "cursor, icccm, keysyms and shape."
)


class SetupFailed(Exception):
    """Setting up cannot go on; the text is a sentence for people."""


@dataclass(frozen=True)
class System:
    """The machine, as far as a plan depends on it; ``os_release`` is the text of that file."""

    platform: str
    environment: Mapping[str, str]
    os_release: str
    is_root: bool


@dataclass(frozen=True)
class Step:
    """One program of the environment: ``words`` follow its Python."""

    title: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What a command needs, and what it starts.

    A plan of one step ends in it and has its exit code. Of several, all are run, and one that
    fails makes the exit code 1. ``defaults`` are set where the environment does not say otherwise.
    """

    steps: tuple[Step, ...]
    extras: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    notice: str = ""
    in_checkout: bool = False
    defaults: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Stamp:
    """What an environment was installed from; half an installation has none."""

    inputs: str
    python: str
    folder: str
    extras: tuple[str, ...]

    def covers(self, wanted: Stamp) -> bool:
        """Whether nothing needs to be installed for ``wanted``."""
        has_extras = set(wanted.extras) <= set(self.extras)
        return has_extras and self == replace(wanted, extras=self.extras)

    def is_elsewhere(self, wanted: Stamp) -> bool:
        """Whether the environment came with a moved or copied checkout, or is another Python's."""
        return (self.folder, self.python) != (wanted.folder, wanted.python)


def too_old(version: Sequence[int]) -> str:
    """The sentence for a Python that cannot run the app; empty for one that can."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return ""
    need, have = (".".join(str(part) for part in v[:2]) for v in (OLDEST_PYTHON, version))
    return f"sdstudio needs Python {need} or newer; this is Python {have}."


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; only X11 and Wayland have to be asked."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def opens_window(words: Sequence[str]) -> bool:
    """Whether the app opens its window when given these words: they name no command."""
    rest = iter(words)
    for word in rest:
        if word == "--home":
            next(rest, None)
        elif not word.startswith("--home="):
            return False
    return True


def make_plan(command: str, words: Sequence[str], system: System) -> Plan:
    """What ``command`` with ``words`` needs and starts; the commands are those of ``USAGE``."""
    if command == "run":
        return _plan_run(tuple(words), system)
    if command == "package":
        return _plan_package(tuple(words))
    if command == "translate":
        return Plan(
            steps=(Step("Collecting texts", ("packaging/translations.py", *words)),),
            packages=QT_PACKAGES,
            in_checkout=True,
        )
    if command == "benchmark":
        steps: tuple[Step, ...] = (Step("Measuring", ("-m", "tests.benchmarks", *words)),)
        threads: dict[str, str] = {}
    else:
        # The tests run side by side; each with as many threads as there are cores would be slower.
        threads = {"OMP_NUM_THREADS": "1"}
        contracts = "from importlinter.cli import lint_imports_command; lint_imports_command()"
        steps = (
            Step("Style (ruff check)", ("-m", "ruff", "check")),
            Step("Layout (ruff format)", ("-m", "ruff", "format", "--check")),
            Step("Types (mypy)", ("-m", "mypy")),
            Step("Import contracts (lint-imports)", ("-c", contracts)),
            Step("Tests (pytest)", ("-m", "pytest", *(words or SIDE_BY_SIDE))),
        )
    return Plan(
        steps=steps,
        extras=("test",),
        packages=TEST_PACKAGES,
        in_checkout=True,
        defaults={"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
        settings={"HF_HUB_OFFLINE": "1", "OMP_WAIT_POLICY": "PASSIVE", **threads},
    )


def _plan_run(words: tuple[str, ...], system: System) -> Plan:
    if not opens_window(words):
        return Plan(steps=(Step("Starting sdstudio", ("-m", "sdstudio", *words)),))
    if has_display(system.platform, system.environment):
        return Plan(
            steps=(Step("Opening sdstudio", ("-m", "sdstudio", *words)),), packages=WINDOW_PACKAGES
        )
    return Plan(
        steps=(
            Step(
                f"Making a first picture: {FIRST_PROMPT}",
                ("-m", "sdstudio", *words, "generate", FIRST_PROMPT),
            ),
        ),
        notice="There is no display for the window (DISPLAY and WAYLAND_DISPLAY are not set).",
    )


def _plan_package(words: tuple[str, ...]) -> Plan:
    is_tested = "--test" in words
    return Plan(
        steps=(Step("Packaging", ("packaging/package.py", *words)),),
        extras=("package", "test") if is_tested else ("package",),
        packages=(
            *(*(TEST_PACKAGES if is_tested else WINDOW_PACKAGES), *FREEZING_PACKAGES),
            *(("debootstrap",) if is_tested else ()),
        ),
        in_checkout=True,
    )


def has_apt(os_release: str) -> bool:
    """Whether this is Debian, Ubuntu or one of their children, by the text of its os-release."""
    values = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = [values.get(key, "").strip().strip("\"'") for key in ("ID", "ID_LIKE")]
    return not {"debian", "ubuntu"}.isdisjoint(" ".join(names).split())


def missing_packages(wanted: Sequence[str], listing: str) -> tuple[str, ...]:
    """Those of ``wanted`` that are not installed.

    ``listing`` has one line for each package dpkg knows: status, name and what it provides,
    separated by tabs. A package may have been renamed and provide its old name (libglib2.0-0t64).
    """
    installed: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = (*line.split("\t"), "", "")[:3]
        if status == "installed":
            installed.add(name)
            installed.update(part.split()[0] for part in provides.split(",") if part.strip())
    return tuple(name for name in wanted if name not in installed)


def apt_words(packages: Sequence[str]) -> tuple[str, ...]:
    """The command that installs ``packages``, to be run as root."""
    return ("apt-get", "install", "-y", "--no-install-recommends", *packages)


def wanted_stamp(root: Path, extras: Sequence[str], version: Sequence[int]) -> Stamp:
    """The stamp of an environment for the checkout at ``root`` as it is now."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        content = (root / name).read_bytes()
        digest.update(len(content).to_bytes(8, "big") + content)
    return Stamp(
        inputs=digest.hexdigest(),
        python=".".join(str(part) for part in version[:2]),
        folder=str(root),
        extras=tuple(extras),
    )


def read_stamp(environment: Path) -> Stamp | None:
    """The stamp of a finished environment; None where there is none, or none that can be read."""
    try:
        values = json.loads((environment / STAMP_NAME).read_text(encoding="utf-8"))
        return Stamp(
            inputs=str(values["inputs"]),
            python=str(values["python"]),
            folder=str(values["folder"]),
            extras=tuple(str(extra) for extra in values["extras"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_stamp(environment: Path, stamp: Stamp) -> None:
    """Marks ``environment`` as finished."""
    (environment / STAMP_NAME).write_text(json.dumps(asdict(stamp), indent=2), encoding="utf-8")


def python_in(environment: Path, platform: str) -> Path:
    """The Python of a virtual environment."""
    if platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def step_environment(plan: Plan, environment: Mapping[str, str]) -> dict[str, str]:
    """The variables that the steps of ``plan`` run with."""
    set_already = {name: value for name, value in environment.items() if value}
    return {**environment, **plan.defaults, **set_already, **plan.settings}


def say(text: str) -> None:
    """Tells one line about the set-up; stdout belongs to the app."""
    print(f"==> {text}", file=sys.stderr, flush=True)


def call(
    words: Sequence[str | Path], *, folder: Path | None = None, env: Mapping[str, str] | None = None
) -> int:
    """Runs a program to its end, with its output on stderr, and gives its exit code."""
    return _wait(subprocess.Popen(words, cwd=folder, env=env, stdout=sys.stderr))


def _wait(process: subprocess.Popen[bytes]) -> int:
    with process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # Ctrl+C has reached the program as well: it ends in its own way, then we do.
            process.wait()
            raise


def add_system_packages(wanted: Sequence[str], system: System) -> None:
    """Installs what is missing on Debian and its children, or says how; never stops the command."""
    if not wanted or not has_apt(system.os_release) or shutil.which("dpkg-query") is None:
        return
    query = ("dpkg-query", "-W", "-f", "${db:Status-Status}\t${Package}\t${Provides}\n")
    answer = subprocess.run(query, capture_output=True, text=True, encoding="utf-8", check=False)
    missing = missing_packages(wanted, answer.stdout)
    if not missing:
        return
    if not system.is_root:
        line = shlex.join(("sudo", *apt_words(missing)))
        say(f"Some system packages are missing. To install them: {line}")
    elif not _apt_install(missing, system.environment):
        say(f"The system packages could not be installed: {' '.join(missing)}. Going on without.")


def _apt_install(packages: Sequence[str], environment: Mapping[str, str]) -> bool:
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {**environment, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        # An update may fail for one foreign source while the packages can still be had.
        call(("apt-get", "-qq", "update"), env=quiet)
        options = ("-qq", "-o", "Dpkg::Use-Pty=0")
        return call((*apt_words(packages), *options), env=quiet) == 0
    except OSError:
        return False


def hint_at_libraries(python: Path, system: System) -> None:
    """Names the libraries Qt needs, on a Linux whose package names we do not know."""
    if system.platform != "linux":
        return
    words = (python, "-c", "from PySide6.QtWidgets import QApplication; QApplication([])")
    if subprocess.run(words, capture_output=True, check=False).returncode != 0:
        say(QT_HINT)


def add_environment(root: Path, extras: Sequence[str], system: System) -> tuple[Path, bool]:
    """Makes or completes ``.venv``; gives its Python, and whether anything was installed.

    Raises:
        SetupFailed: Python's venv module is missing, or pip did not succeed.
    """
    environment = root / ".venv"
    python = python_in(environment, system.platform)
    found = read_stamp(environment)
    wanted = wanted_stamp(root, extras, sys.version_info[:2])
    if found is not None and found.covers(wanted) and python.exists():
        return python, False
    if found is not None and not found.is_elsewhere(wanted):
        wanted = replace(wanted, extras=tuple(sorted({*found.extras, *wanted.extras})))

    stale = found is not None and found.is_elsewhere(wanted)
    if stale or _version_of(python) != wanted.python:
        _need_venv(system)
        say(f"Making .venv with Python {wanted.python}")
        # A Python inside the .venv that is being cleared could not do it: take the one under it.
        base: str = getattr(sys, "_base_executable", sys.executable)
        if call((base, "-m", "venv", "--clear", environment)) != 0:
            raise SetupFailed(f"The environment “{environment}” could not be made; see above.")

    say("Installing sdstudio and what it needs (several minutes the first time)")
    (environment / STAMP_NAME).unlink(missing_ok=True)
    options = ["--disable-pip-version-check", "--no-input", "-c", "constraints.txt"]
    if not sys.stderr.isatty():
        options.append("--quiet")
    target = f".[{','.join(wanted.extras)}]" if wanted.extras else "."
    if call((python, "-m", "pip", "install", *options, "-e", target), folder=root) != 0:
        raise SetupFailed(
            "pip could not install the packages; its message is above. Run the command again once "
            "the cause is mended: it goes on where it stopped."
        )
    write_stamp(environment, wanted)
    return python, True


def _version_of(python: Path) -> str:
    """The version of an environment's Python as ``3.11``; empty where it or its pip do not run."""
    script = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run((python, "-c", script), capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def _need_venv(system: System) -> None:
    """Debian keeps the module that makes environments in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if not has_apt(system.os_release):
        raise SetupFailed("This Python lacks its module ensurepip: install your system's package.")
    if not system.is_root:
        line = shlex.join(("sudo", *apt_words([package])))
        raise SetupFailed(f"Python's venv module is missing. To install it: {line}")
    _apt_install([package], system.environment)
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupFailed(f"The system package {package} could not be installed; see above.")


def run_steps(plan: Plan, python: Path, root: Path, system: System) -> int:
    """Runs the steps; the answer is the exit code. A single step takes this process over."""
    variables = step_environment(plan, system.environment)
    if len(plan.steps) == 1:
        say(plan.steps[0].title)
        if plan.in_checkout:
            os.chdir(root)
        words = (str(python), *plan.steps[0].words)
        if os.name == "posix":
            # Signals and the exit code are then the app's own.
            os.execve(words[0], words, variables)
        return _wait(subprocess.Popen(words, env=variables))
    failed = []
    for step in plan.steps:
        say(step.title)
        if _wait(subprocess.Popen((python, *step.words), cwd=root, env=variables)) != 0:
            failed.append(step.title)
    for step in plan.steps:
        say(f"{step.title}: {'FAILED' if step.title in failed else 'passed'}")
    return 1 if failed else 0


def this_system() -> System:
    """The machine this runs on."""
    os_release = Path("/etc/os-release")
    return System(
        platform=sys.platform,
        environment=dict(os.environ),
        os_release=os_release.read_text(encoding="utf-8") if os_release.is_file() else "",
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
    )


def main(arguments: Sequence[str]) -> int:
    """Runs one command; the answer is the exit code."""
    if complaint := too_old(sys.version_info[:2]):
        print(complaint, file=sys.stderr)
        return 1
    command, words = (arguments[0], arguments[1:]) if arguments else ("", ())
    if command in ("-h", "--help") or (command == "test" and "--help" in words):
        print(USAGE)
        return 0
    if command not in COMMANDS:
        print(USAGE, file=sys.stderr)
        return 2
    root = Path(__file__).resolve().parent.parent
    system = this_system()
    plan = make_plan(command, words, system)
    try:
        add_system_packages(plan.packages, system)
        python, installed = add_environment(root, plan.extras, system)
        if installed and plan.packages and not has_apt(system.os_release):
            hint_at_libraries(python, system)
        if plan.notice:
            say(plan.notice)
        return run_steps(plan, python, root, system)
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
