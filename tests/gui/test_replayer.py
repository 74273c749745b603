"""The replayer in a real thread: dragging over steps, opening denoisings, thumbnails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sdstudio.gui.replayer import Replayer, StepImage
from sdstudio.paths import find_paths
from sdstudio.request import (
    VIEWS,
    BrokenTrajectory,
    GenerationRequest,
    SdstudioError,
    TrajectoryInfo,
)
from sdstudio.session import GenerationSession
from tests.gui.conftest import LONG
from tests.test_same_pixels import Silent
from tests.tiny_models import save_tiny_sd

STEPS = 50


class Made:
    """A session that has made a picture, and the file of its denoising."""

    def __init__(self, folder: Path) -> None:
        self.session = GenerationSession(find_paths(folder / "home"))
        self.request = GenerationRequest(
            prompt="a panda",
            model=str(save_tiny_sd(folder / "tiny")),
            scheduler="ddim",
            num_inference_steps=STEPS,
            width=32,
            height=48,
        )
        result = self.session.generate(
            self.request,
            Silent(),  # type: ignore[arg-type]  # answers to every name
            lambda: False,
            keep_trajectory=True,
        )
        assert result.trajectory is not None
        self.file = folder / "kept.safetensors"
        self.file.write_bytes(result.trajectory)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("made"))


class Listener(QObject):
    """Lives in the GUI thread and writes down what it hears."""

    def __init__(self, replayer: Replayer) -> None:
        super().__init__()
        self.opened: list[tuple[str, TrajectoryInfo | None]] = []
        self.steps: list[StepImage] = []
        self.thumbnails: list[tuple[str, int, QImage]] = []
        self.failures: list[tuple[str, SdstudioError]] = []
        self.order: list[str] = []
        self.threads: set[int] = set()
        replayer.opened.connect(self.on_opened)
        replayer.step_ready.connect(self.on_step)
        replayer.thumbnail_ready.connect(self.on_thumbnail)
        replayer.failed.connect(self.on_failed)

    @Slot(str, object)
    def on_opened(self, request_id: str, info: TrajectoryInfo | None) -> None:
        self.opened.append((request_id, info))
        self.order.append("opened")

    @Slot(object)
    def on_step(self, step: StepImage) -> None:
        self.threads.add(threading.get_ident())
        self.steps.append(step)
        self.order.append("step")

    @Slot(str, int, QImage)
    def on_thumbnail(self, request_id: str, index: int, image: QImage) -> None:
        self.thumbnails.append((request_id, index, image))
        self.order.append("thumbnail")

    @Slot(str, object)
    def on_failed(self, request_id: str, error: SdstudioError) -> None:
        self.failures.append((request_id, error))
        self.order.append("failed")


class Looking:
    """A replayer in its thread, with a listener."""

    def __init__(self, session: GenerationSession) -> None:
        self.replayer = Replayer(session)
        self.listener = Listener(self.replayer)
        self.thread = QThread()
        self.replayer.moveToThread(self.thread)
        self.thread.start()

    def close(self) -> None:
        self.replayer.close()
        self.thread.quit()
        assert self.thread.wait(LONG)


Look = Callable[[GenerationSession], Looking]


@pytest.fixture
def look(qtbot: QtBot) -> Iterator[Look]:
    opened: list[Looking] = []

    def looking(session: GenerationSession) -> Looking:
        opened.append(Looking(session))
        return opened[-1]

    yield looking
    for each in opened:
        each.close()


def settle(qtbot: QtBot, looking: Looking) -> None:
    """Waits until everything asked for before is done: what is asked last is answered last."""
    before = len(looking.listener.opened)
    looking.replayer.open("nobody", None)
    qtbot.waitUntil(lambda: len(looking.listener.opened) > before, timeout=LONG)


def test_dragging_ends_at_the_last_step_and_leaves_nothing_to_catch_up_with(
    qtbot: QtBot, made: Made, look: Look
) -> None:
    looking = look(made.session)
    listener, request_id = looking.listener, made.request.id
    for index in range(1, STEPS + 1):
        looking.replayer.want_step(request_id, index, "x0")
    qtbot.waitUntil(
        lambda: bool(listener.steps) and listener.steps[-1].index == STEPS, timeout=LONG
    )
    heard = len(listener.steps)
    settle(qtbot, looking)
    assert len(listener.steps) == heard
    indexes = [step.index for step in listener.steps]
    assert indexes == sorted(set(indexes))
    assert listener.threads == {threading.get_ident()}
    assert not listener.failures


def test_what_piled_up_while_it_was_busy_is_one_step(qtbot: QtBot, made: Made, look: Look) -> None:
    replayer = Replayer(made.session)
    listener = Listener(replayer)
    for index in range(STEPS, 0, -1):
        replayer.want_step(made.request.id, index, "noisy")
    assert not listener.steps
    # It was asked fifty times before its thread had its turn.
    thread = QThread()
    replayer.moveToThread(thread)
    thread.start()
    try:
        replayer.want_step(made.request.id, 7, "noisy")
        qtbot.waitUntil(lambda: bool(listener.steps), timeout=LONG)
    finally:
        replayer.close()
        thread.quit()
        assert thread.wait(LONG)
    assert [step.index for step in listener.steps] == [7]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_comes_as_an_image(qtbot: QtBot, made: Made, look: Look, view: str) -> None:
    looking = look(made.session)
    looking.replayer.want_step(made.request.id, 3, view)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(looking.listener.steps), timeout=LONG)
    (step,) = looking.listener.steps
    assert (step.request_id, step.index, step.view) == (made.request.id, 3, view)
    assert (step.image.width(), step.image.height()) == (64 if view == "both" else 32, 48)


def test_a_step_that_is_not_there_stays_away_quietly(qtbot: QtBot, made: Made, look: Look) -> None:
    looking = look(made.session)
    looking.replayer.want_step(made.request.id, STEPS + 1, "x0")
    settle(qtbot, looking)
    looking.replayer.want_step("nobody", 1, "x0")
    settle(qtbot, looking)
    assert looking.listener.steps == []
    assert looking.listener.failures == []


def test_a_denoising_in_memory_is_opened_without_its_file(
    qtbot: QtBot, made: Made, look: Look, tmp_path: Path
) -> None:
    looking = look(made.session)
    looking.replayer.open(made.request.id, tmp_path / "no such file")
    qtbot.waitUntil(lambda: bool(looking.listener.opened), timeout=LONG)
    ((request_id, info),) = looking.listener.opened
    assert request_id == made.request.id
    assert info is not None
    assert info.request == made.request
    assert len(info.steps) == STEPS


def test_a_denoising_on_the_disk_is_taken_in(
    qtbot: QtBot, made: Made, look: Look, tmp_path: Path
) -> None:
    looking = look(GenerationSession(find_paths(tmp_path / "other")))
    request_id = made.request.id
    looking.replayer.open(request_id, made.file)
    qtbot.waitUntil(lambda: bool(looking.listener.opened), timeout=LONG)
    assert looking.listener.opened == [(request_id, made.session.trajectory_info(request_id))]
    # No model is loaded, and yet it can be looked into.
    looking.replayer.want_step(request_id, 5, "x0")
    qtbot.waitUntil(lambda: bool(looking.listener.steps), timeout=LONG)
    assert not looking.listener.steps[0].image.isNull()


def test_where_nothing_is_kept_the_answer_is_none(
    qtbot: QtBot, made: Made, look: Look, tmp_path: Path
) -> None:
    looking = look(GenerationSession(find_paths(tmp_path / "other")))
    looking.replayer.open(made.request.id, None)
    qtbot.waitUntil(lambda: bool(looking.listener.opened), timeout=LONG)
    assert looking.listener.opened == [(made.request.id, None)]


@pytest.mark.parametrize("kind", ["missing", "broken", "another"])
def test_a_file_that_cannot_be_opened_is_told_and_work_goes_on(
    kind: str, qtbot: QtBot, made: Made, look: Look, tmp_path: Path
) -> None:
    looking = look(GenerationSession(find_paths(tmp_path / "other")))
    file = made.file
    request_id = "another request" if kind == "another" else made.request.id
    if kind != "another":
        file = tmp_path / "kept"
    if kind == "broken":
        file.write_bytes(made.file.read_bytes()[:-1])
    looking.replayer.open(request_id, file)
    qtbot.waitUntil(lambda: bool(looking.listener.failures), timeout=LONG)
    ((told, error),) = looking.listener.failures
    assert told == request_id
    assert isinstance(error, BrokenTrajectory)
    assert str(file) in str(error)
    assert looking.listener.opened == []
    looking.replayer.open(made.request.id, made.file)
    qtbot.waitUntil(lambda: bool(looking.listener.opened), timeout=LONG)


def test_thumbnails_come_in_the_order_wanted_and_after_steps(
    qtbot: QtBot, made: Made, look: Look
) -> None:
    replayer = Replayer(made.session)
    listener = Listener(replayer)
    request_id = made.request.id
    replayer.want_thumbnails(request_id, [1, 2, 3])  # replaced before it began
    replayer.want_thumbnails(request_id, [9, 40, 2, STEPS + 1, 11])
    replayer.want_step(request_id, 5, "x0")
    replayer.open(request_id, None)
    replayer.want_step(request_id, 6, "x0")
    thread = QThread()
    replayer.moveToThread(thread)
    thread.start()
    try:
        qtbot.waitUntil(lambda: len(listener.thumbnails) == 4, timeout=LONG)
    finally:
        replayer.close()
        thread.quit()
        assert thread.wait(LONG)
    assert [(told, index) for told, index, _ in listener.thumbnails] == [
        (request_id, index) for index in (9, 40, 2, 11)
    ]
    for _, _, image in listener.thumbnails:
        assert (image.width(), image.height()) == (32, 48)
    assert listener.order == ["opened", "step", *["thumbnail"] * 4]
    assert [step.index for step in listener.steps] == [6]


def test_a_step_does_not_wait_for_all_thumbnails(qtbot: QtBot, made: Made, look: Look) -> None:
    looking = look(made.session)
    listener, request_id = looking.listener, made.request.id
    looking.replayer.want_thumbnails(request_id, list(range(1, STEPS + 1)) * 40)
    qtbot.waitUntil(lambda: len(listener.thumbnails) > 2, timeout=LONG)
    looking.replayer.want_step(request_id, 4, "x0")
    qtbot.waitUntil(lambda: bool(listener.steps), timeout=LONG)
    assert len(listener.thumbnails) < STEPS * 40


def test_any_number_of_thumbnails_is_made(qtbot: QtBot, made: Made, look: Look) -> None:
    """One after the other, not one inside the other, which would end at Python's limit."""
    looking = look(made.session)
    listener = looking.listener
    looking.replayer.want_thumbnails(made.request.id, list(range(1, STEPS + 1)) * 24)
    qtbot.waitUntil(lambda: len(listener.thumbnails) == STEPS * 24, timeout=LONG)
    assert not listener.failures


def test_after_closing_nothing_more_comes(qtbot: QtBot, made: Made, look: Look) -> None:
    looking = look(made.session)
    looking.replayer.close()
    looking.replayer.want_step(made.request.id, 4, "x0")
    looking.replayer.open(made.request.id, None)
    looking.close()
    assert looking.listener.order == []
