"""Fetching a build, whatever happens meanwhile; starts use it only when it works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest

from sdstudio.acceleration.installing import (
    InstallProgress,
    install,
    remove,
    tidy_up,
    try_again,
)
from sdstudio.acceleration.plan import DOWNLOADS, AccelerationPlan, missing_bytes, plan_acceleration
from sdstudio.acceleration.status import look
from sdstudio.acceleration.trial import TrialFailed, try_build
from sdstudio.acceleration.wheel import UnsoundWheel
from sdstudio.models.hub_errors import DownloadFailed, DownloadRunning
from sdstudio.models.hub_folders import alone
from sdstudio.request import Cancelled, StorageFull
from sdstudio.torch_build import TorchBuild, read_build, read_choice
from tests.acceleration.stand_ins import (
    ABORTING,
    CARDS,
    NOT_IMPORTABLE,
    TORCH,
    WITHOUT_CARD,
    WORKING,
    a_wheel,
    add_html,
    fill,
    ignored,
    index_of,
    never,
)
from tests.models.hub_server import HubOnLoopback
from tests.programs import REPOSITORY, program_environment
from tests.small_drives import small_drive_at

NAME = f"torch-{TORCH}+cu130"
WHEEL = f"{NAME}-py3-none-any.whl"


def planned(server: HubOnLoopback, folder: Path) -> AccelerationPlan:
    return plan_acceleration(index_of(server), CARDS, folder, never)


def fetched(server: HubOnLoopback, folder: Path) -> TorchBuild:
    return install(planned(server, folder), folder, ignored, never)


def test_fetched_tried_chosen_and_removed(server: HubOnLoopback, folder: Path) -> None:
    told: list[InstallProgress] = []
    build = install(planned(server, folder), folder, told.append, never)
    assert build == TorchBuild(
        folder=folder / NAME, version=f"{TORCH}+cu130", size=build.size, card="Stand-in 4060"
    )
    assert next(one.stage for one in told if one.stage != "fetch") == "unpack"
    assert told[-1].stage == "try"
    assert max(one.done_bytes for one in told if one.stage == "fetch") == told[0].total_bytes
    assert (folder / NAME / "nvidia/nvidia_cublas/lib/libnvidia_cublas.so.13").is_file()
    assert {path.name for path in folder.iterdir() if path.name[0] != "."} == {NAME, "chosen.json"}
    status = look(folder)
    assert (status.build, status.is_chosen, status.is_fit) == (build, True, True)
    assert not status.is_active

    # Once more: nothing is fetched again.
    asked = len(server.asked_for(".whl"))
    install(planned(server, folder), folder, ignored, never)
    assert not [one for one in server.asked_for(".whl")[asked:] if one.headers.get("Range") is None]

    assert remove(folder) >= build.size
    assert look(folder).build is None
    assert read_choice(folder) is None


def test_stopped_and_gone_on_with(server: HubOnLoopback, folder: Path) -> None:
    plan = planned(server, folder)
    told: list[InstallProgress] = []
    with pytest.raises(Cancelled):
        install(plan, folder, told.append, lambda: bool(told) and told[-1].done_bytes > 20_000)
    left = missing_bytes(plan, folder)
    assert 0 < left < plan.total_bytes
    assert read_build(folder / NAME) is None
    assert install(plan, folder, ignored, never).folder.is_dir()


PROGRAM = """
import sys
from pathlib import Path
from tests.acceleration.stand_ins import CARDS, ignored, index_of, never
from tests.models.hub_server import HubOnLoopback
from sdstudio.acceleration.installing import install
from sdstudio.acceleration.plan import plan_acceleration
folder = Path(sys.argv[2])
index = index_of(HubOnLoopback(endpoint=sys.argv[1]))
install(plan_acceleration(index, CARDS, folder, never), folder, ignored, never)
"""


def test_killed_it_goes_on_from_there(server: HubOnLoopback, folder: Path) -> None:
    fill(server, weight=1_000_000)
    size = len(server.pages[f"/whl/cu130/torch/files/{WHEEL}"])
    before = server.sent
    plan = planned(server, folder)
    cost = server.sent - before
    words = [sys.executable, "-c", PROGRAM, server.endpoint, str(folder)]
    part = folder / DOWNLOADS / f"{WHEEL}.{plan.files[0].wheel.sha256[:12]}.part"
    # All of its plan, and a part of the wheel itself.
    server.hold(cost + size // 2)
    process = subprocess.Popen(words, cwd=REPOSITORY, env=program_environment())
    assert server.held.wait(60)
    while not part.exists() or not part.stat().st_size:
        assert process.poll() is None
        threading.Event().wait(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    server.release()
    kept = part.stat().st_size
    assert 0 < kept < size
    before = len(server.asked)
    assert install(planned(server, folder), folder, ignored, never).folder.is_dir()
    asked = [one.headers.get("Range") for one in server.asked[before:] if one.path.endswith(WHEEL)]
    assert f"bytes={kept}-" in asked


def test_a_wheel_that_arrives_damaged(server: HubOnLoopback, folder: Path) -> None:
    plan = planned(server, folder)
    server.faults[WHEEL] = ["corrupt"]
    assert install(plan, folder, ignored, never).folder.is_dir()
    remove(folder)
    server.faults[WHEEL] = ["corrupt"] * 2
    with pytest.raises(DownloadFailed, match="arrived damaged twice"):
        install(plan, folder, ignored, never)
    assert look(folder).build is None


def test_an_index_that_has_something_evil(server: HubOnLoopback, folder: Path) -> None:
    evil = a_wheel("torch", f"{TORCH}+cu130", {"torch/__init__.py": b"", "../../evil.py": b"evil"})
    add_html(server, "/whl/cu130/torch/", {WHEEL: evil})
    with pytest.raises(UnsoundWheel, match="outside its own folder"):
        fetched(server, folder)
    assert not list(folder.parent.rglob("evil.py"))
    assert not list(folder.glob("torch-*"))


def test_a_full_disk_is_told_before_anything_is_fetched(
    server: HubOnLoopback, tmp_path: Path
) -> None:
    with small_drive_at(tmp_path / "small", "1m") as drive:
        plan = planned(server, drive / "acceleration")
        with pytest.raises(StorageFull, match="The download needs"):
            install(plan, drive / "acceleration", ignored, never)
        assert all(one.headers.get("Range") for one in server.asked_for(".whl"))


@pytest.mark.parametrize(
    ("torch", "told"),
    [
        (WITHOUT_CARD, "does not work on this computer: it finds no card"),
        (NOT_IMPORTABLE, r"libcublas\.so\.13: cannot open shared object file"),
        (ABORTING, "ended while it was starting"),
        (WORKING.replace("2592.0", "1.0"), "it computes wrongly"),
    ],
    ids=["no card", "not importable", "aborting", "wrong"],
)
def test_a_build_that_does_not_work_is_not_chosen(
    torch: str, told: str, server: HubOnLoopback, folder: Path
) -> None:
    fill(server, torch, weight=1000)
    with pytest.raises(TrialFailed, match=told):
        fetched(server, folder)
    status = look(folder)
    assert status.build is not None
    assert status.has_failed
    assert not status.is_chosen

    # A new driver, and it works: nothing is fetched again.
    (status.build.folder / "torch/__init__.py").write_text(WORKING, encoding="utf-8")
    assert try_again(status.build, folder, never) == "Stand-in 4060"
    assert look(folder).is_chosen


def test_a_trial_that_does_not_end(server: HubOnLoopback, folder: Path, tmp_path: Path) -> None:
    build = tmp_path / "build"
    (build / "torch").mkdir(parents=True)
    mark = tmp_path / "pid"
    source = (
        "import os, pathlib, threading\n"
        f"pathlib.Path({str(mark)!r}).write_text(str(os.getpid()))\n"
        "threading.Event().wait()\n"
    )
    (build / "torch/__init__.py").write_text(source)
    with pytest.raises(TrialFailed, match="did not start within 1 seconds"):
        try_build(build, never, patience=1.0)
    with pytest.raises(Cancelled):
        try_build(build, mark.exists)
    with suppress(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)
        pytest.fail("the process of the trial still runs")


def test_a_build_in_use_is_removed_after_the_next_start(
    server: HubOnLoopback, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = fetched(server, folder)
    with monkeypatch.context() as process:
        # As in a process that was started with it.
        process.setattr(sys, "path", [str(build.folder), *sys.path])
        process.setitem(sys.modules, "torch", ModuleType("torch"))
        remove(folder)
        tidy_up(folder)
        assert (build.folder / "torch/__init__.py").is_file()
        assert look(folder).build is None
    (folder / f"{NAME}.partial").mkdir()
    tidy_up(folder)
    assert not list(folder.glob("torch-*"))


def test_only_one_at_a_time(server: HubOnLoopback, folder: Path) -> None:
    plan = planned(server, folder)
    with alone(folder / DOWNLOADS):
        with pytest.raises(DownloadRunning, match=f"“{NAME.replace('+', '.')}”"):
            install(plan, folder, ignored, never)
        with pytest.raises(DownloadRunning):
            remove(folder)
