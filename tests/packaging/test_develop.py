"""The set-up script: what it decides, and that an environment is known to be finished or not."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from develop import (
    FIRST_PROMPT,
    SIDE_BY_SIDE,
    TEST_PACKAGES,
    WINDOW_PACKAGES,
    Plan,
    Stamp,
    Step,
    System,
    apt_words,
    call,
    has_apt,
    has_display,
    main,
    make_plan,
    missing_packages,
    opens_window,
    python_in,
    read_stamp,
    run_steps,
    step_environment,
    too_old,
    wanted_stamp,
    write_stamp,
)

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "develop.py"
DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n'
MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = 'NAME="Fedora Linux"\nID=fedora\nID_LIKE="rhel centos"\n# not debian\n'


def system(**environment: str) -> System:
    return System(platform="linux", environment=environment, os_release=DEBIAN, is_root=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "check out"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n")
    (root / "constraints.txt").write_text("torch==2.13.0\n")
    return root


def test_an_old_python_reads_the_file_and_is_turned_away_with_one_sentence() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))
    assert too_old((3, 10)) == "sdstudio needs Python 3.11 or newer; this is Python 3.10."
    assert too_old((2, 7)) != ""
    assert too_old((3, 11)) == too_old((3, 14)) == too_old((4, 0)) == ""


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_display(platform: str, environment: dict[str, str], expected: bool) -> None:
    assert has_display(platform, environment) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], True),
        (["--home", "/a"], True),
        (["--home=/a"], True),
        (["--home"], True),
        (["generate", "a"], False),
        (["--home", "generate", "doctor"], False),
        (["--version"], False),
        (["--help"], False),
    ],
)
def test_words_that_open_the_window(words: list[str], expected: bool) -> None:
    assert opens_window(words) is expected


def test_run_opens_the_window_where_there_is_a_display() -> None:
    plan = make_plan("run", ["--home", "/a"], system(DISPLAY=":0"))
    assert plan == Plan(
        steps=(Step("Opening sdstudio", ("-m", "sdstudio", "--home", "/a")),),
        packages=WINDOW_PACKAGES,
    )


def test_run_makes_a_first_picture_where_there_is_no_display() -> None:
    plan = make_plan("run", ["--home", "/a"], system())
    (step,) = plan.steps
    assert step.words == ("-m", "sdstudio", "--home", "/a", "generate", FIRST_PROMPT)
    assert "no display" in plan.notice
    assert plan.packages == ()


@pytest.mark.parametrize("display", ["", ":0"])
def test_run_passes_a_command_through_unchanged_and_needs_no_system_packages(display: str) -> None:
    words = ("generate", "a “red” apple", "--output", "-x y.png", "--json")
    plan = make_plan("run", words, system(DISPLAY=display))
    (step,) = plan.steps
    assert step.words == ("-m", "sdstudio", *words)
    assert (plan.packages, plan.extras, plan.notice) == ((), (), "")


def test_test_runs_every_check_and_gives_its_words_to_pytest() -> None:
    plan = make_plan("test", ["-k", "one thing"], system())
    tools = [" ".join(step.words) for step in plan.steps]
    assert len(tools) == 5
    for tool, words in zip(
        ("ruff check", "ruff format --check", "-m mypy", "lint_imports_command", "-m pytest"),
        tools,
        strict=True,
    ):
        assert tool in words
    assert plan.steps[-1].words == ("-m", "pytest", "-k", "one thing")
    assert make_plan("test", [], system()).steps[-1].words == ("-m", "pytest", *SIDE_BY_SIDE)
    assert (plan.extras, plan.packages) == (("test",), TEST_PACKAGES)
    assert all("one thing" not in step.words for step in plan.steps[:-1])


def test_checks_run_offline_and_offscreen_unless_told_otherwise() -> None:
    plan = make_plan("test", [], system())
    bare = step_environment(plan, {"PATH": "/bin", "LANG": ""})
    assert bare == {
        "PATH": "/bin",
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
        "HF_HUB_OFFLINE": "1",
        "OMP_WAIT_POLICY": "PASSIVE",
        "OMP_NUM_THREADS": "1",
    }
    told = step_environment(plan, {"QT_QPA_PLATFORM": "xcb", "LANG": "ja_JP.UTF-8"})
    assert (told["QT_QPA_PLATFORM"], told["LANG"]) == ("xcb", "ja_JP.UTF-8")
    assert step_environment(make_plan("run", [], system()), {"LANG": "de"}) == {"LANG": "de"}


def test_benchmark_gives_its_words_on() -> None:
    (step,) = make_plan("benchmark", ["--device", "cuda"], system()).steps
    assert step.words == ("-m", "tests.benchmarks", "--device", "cuda")


def test_packages_are_made_in_the_checkout_and_tested_only_when_asked_to() -> None:
    plan = make_plan("package", [], system())
    assert plan.steps == (Step("Packaging", ("packaging/package.py",)),)
    assert plan.extras == ("package",)
    assert "debootstrap" not in plan.packages
    tested = make_plan("package", ["--test"], system())
    assert tested.steps[0].words == ("packaging/package.py", "--test")
    assert set(tested.packages) > {*plan.packages, *TEST_PACKAGES}
    assert "test" in tested.extras


@pytest.mark.parametrize(
    ("text", "expected"),
    [(DEBIAN, True), (MINT, True), ("ID='ubuntu'", True), (FEDORA, False), ("", False)],
)
def test_systems_with_apt(text: str, expected: bool) -> None:
    assert has_apt(text) is expected


def test_missing_packages_follow_dpkg_and_renamed_packages() -> None:
    listing = (
        "installed\tlibgl1\t\n"
        "config-files\tlibegl1\t\n"
        "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0-6), libgthread\n"
        "\n"
    )
    wanted = ("libgl1", "libegl1", "libglib2.0-0", "xvfb")
    assert missing_packages(wanted, listing) == ("libegl1", "xvfb")
    assert missing_packages(wanted, "") == wanted
    assert apt_words(["libegl1", "xvfb"]) == (
        *("apt-get", "install", "-y", "--no-install-recommends"),
        *("libegl1", "xvfb"),
    )


def test_a_finished_environment_needs_nothing(checkout: Path, tmp_path: Path) -> None:
    wanted = wanted_stamp(checkout, ["test"], (3, 11))
    write_stamp(tmp_path, wanted)
    found = read_stamp(tmp_path)
    assert found == wanted
    assert found.covers(wanted)
    assert not found.is_elsewhere(wanted)
    # What has the test extras has all the app needs, not the other way round.
    assert found.covers(wanted_stamp(checkout, [], (3, 11)))
    assert not wanted_stamp(checkout, [], (3, 11)).covers(wanted)


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_changed_requirement_is_noticed(checkout: Path, name: str) -> None:
    before = wanted_stamp(checkout, [], (3, 11))
    (checkout / name).write_text("something else")
    after = wanted_stamp(checkout, [], (3, 11))
    assert not before.covers(after)
    assert not before.is_elsewhere(after)


def test_a_line_moved_between_the_files_is_noticed(checkout: Path) -> None:
    before = wanted_stamp(checkout, [], (3, 11))
    (checkout / "pyproject.toml").write_text("[project]\ntorch==2.13.0\n")
    (checkout / "constraints.txt").write_text("")
    assert not before.covers(wanted_stamp(checkout, [], (3, 11)))


def test_a_moved_checkout_or_another_python_is_noticed(checkout: Path) -> None:
    before = wanted_stamp(checkout, [], (3, 11))
    moved = checkout.rename(checkout.with_name("moved"))
    for after in (wanted_stamp(moved, [], (3, 11)), replace(before, python="3.12")):
        assert before.is_elsewhere(after)
        assert not before.covers(after)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"inputs": "a"}', '{"extras": 3}'])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    assert read_stamp(tmp_path) is None
    write_stamp(tmp_path, Stamp(inputs="", python="", folder="", extras=()))
    stamp = next(path for path in tmp_path.iterdir() if path.is_file())
    stamp.write_text(text, encoding="utf-8")
    assert read_stamp(tmp_path) is None


def test_the_python_of_an_environment() -> None:
    environment = Path("a") / ".venv"
    assert python_in(environment, "win32") == environment / "Scripts" / "python.exe"
    assert python_in(environment, "darwin") == environment / "bin" / "python"


@pytest.mark.parametrize(
    ("codes", "expected"), [((0, 0), 0), ((1, 0), 1), ((0, 3), 1)], ids=["good", "first", "last"]
)
def test_every_step_runs_and_one_failure_fails_all(
    checkout: Path, codes: tuple[int, ...], expected: int, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = tuple(
        Step(f"Step {number}", ("-c", f"print('ran {number}'); raise SystemExit({code})"))
        for number, code in enumerate(codes)
    )
    code = run_steps(Plan(steps=steps), Path(sys.executable), checkout, _this_environment())
    output, told = capfd.readouterr()
    assert code == expected
    assert output.split() == ["ran", "0", "ran", "1"]
    assert [f"Step {n}: {'FAILED' if c else 'passed'}" in told for n, c in enumerate(codes)] == [
        True,
        True,
    ]


def test_a_single_step_has_its_own_exit_code_and_stdout() -> None:
    script = (
        "import sys, os; from pathlib import Path; from develop import *\n"
        "plan = Plan(steps=(Step('The app', ('-c', 'print(1); raise SystemExit(7)')),))\n"
        "raise SystemExit(run_steps(plan, Path(sys.executable), Path.cwd(), this_system()))"
    )
    answer = subprocess.run(
        (sys.executable, "-c", script),
        cwd=SCRIPT.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stdout.strip()) == (7, "1")
    assert answer.stderr == "==> The app\n"


@pytest.mark.skipif(os.name != "posix", reason="signals are sent another way there")
def test_ctrl_c_waits_for_the_program_and_then_ends() -> None:
    # The program sends the signal to us once it is ready for it, and outlives it.
    child = (
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN);"
        "os.kill(os.getppid(), signal.SIGINT); print('ended', file=sys.stderr)"
    )
    # Who starts this in the background may have had the signal ignored.
    script = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        f"from develop import call; call((sys.executable, '-c', {child!r}))"
    )
    answer = subprocess.run(
        (sys.executable, "-c", script),
        cwd=SCRIPT.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == -signal.SIGINT
    assert answer.stderr.startswith("ended")


def test_a_program_of_the_set_up_leaves_stdout_alone(capfd: pytest.CaptureFixture[str]) -> None:
    assert call((sys.executable, "-c", "print('chatter'); raise SystemExit(3)")) == 3
    assert capfd.readouterr() == ("", "chatter\n")


@pytest.mark.parametrize("arguments", [[], ["fly"], ["--fly"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    output, told = capsys.readouterr()
    assert (output, told[:6]) == ("", "usage:")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["test", "--help"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    assert "benchmark" in capsys.readouterr().out


def _this_environment() -> System:
    return replace(system(), environment=dict(os.environ))
