"""Kept denoisings, from the session and the worker to the disk and back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from sdstudio.gallery.naming import trajectory_path
from sdstudio.paths import Paths, find_paths
from sdstudio.request import (
    VIEWS,
    BrokenTrajectory,
    GenerationRequest,
    TrajectoryMissing,
    new_id,
)
from sdstudio.session import GenerationSession
from tests.running_worker import Studio, wait
from tests.small_drives import small_drive_at
from tests.test_same_pixels import Silent
from tests.tiny_models import save_tiny_sd


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_sd(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find_paths(tmp_path / "home")


Open = Callable[[], Studio]


@pytest.fixture
def open_studio(qtbot: QtBot, paths: Paths) -> Iterator[Open]:
    """Opens the worker, each time with a session that remembers nothing."""
    opened: list[Studio] = []

    def opening() -> Studio:
        for studio in opened:
            studio.close()
        opened[:] = [Studio(paths)]
        return opened[0]

    yield opening
    for studio in opened:
        studio.close()


Ask = Callable[..., GenerationRequest]


@pytest.fixture
def ask(folder: Path) -> Ask:
    def asking(**changes: object) -> GenerationRequest:
        values: dict[str, object] = {
            "prompt": "a panda",
            "model": str(folder),
            "num_inference_steps": 4,
            "width": 32,
            "height": 32,
            "seed": 5,
        }
        return GenerationRequest(**(values | changes))  # type: ignore[arg-type]

    return asking


def branch(request: GenerationRequest, step: int, **changes: object) -> GenerationRequest:
    values: dict[str, object] = {"id": new_id(), "parent": request.id, "from_step": step}
    return replace(request, **(values | changes))  # type: ignore[arg-type]


def make(qtbot: QtBot, studio: Studio, request: GenerationRequest) -> Path:
    """Makes a picture; its file."""
    studio.worker.submit(request)
    wait(qtbot, lambda: bool(studio.listener.ends(request.id)))
    assert studio.listener.ends(request.id) == ["finished"]
    return studio.listener.items[request.id].path


def pixels(path: Path) -> bytes:
    with Image.open(path) as image:
        return image.convert("RGB").tobytes()


def count(studio: Studio) -> int:
    with studio.open_gallery() as gallery:
        return gallery.count()


# -- made again ------------------------------------------------------------------------------


def test_made_again_it_is_in_memory_and_nothing_is_stored(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    request = ask()
    studio = open_studio()
    studio.worker.set_always_keep(True)
    path = make(qtbot, studio, request)
    kept = trajectory_path(path).stat()
    before = path.stat()
    studio = open_studio()
    studio.worker.set_always_keep(True)
    assert studio.session.trajectory_info(request.id) is None
    studio.worker.make_again(request)
    wait(qtbot, lambda: bool(studio.listener.ends(request.id)))
    assert studio.listener.ends(request.id) == ["remade"]
    info = studio.session.trajectory_info(request.id)
    assert info is not None
    assert [step.index for step in info.steps] == [1, 2, 3, 4]
    assert studio.listener.notes == []
    assert count(studio) == 1
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert trajectory_path(path).stat().st_mtime_ns == kept.st_mtime_ns
    assert not studio.listener.has("save", request.id)


def test_made_again_with_another_outcome_is_told(qtbot: QtBot, open_studio: Open, ask: Ask) -> None:
    request = ask()
    studio = open_studio()
    path = make(qtbot, studio, request)
    Image.new("RGB", (32, 32), "red").save(path)  # as another machine had made it
    studio.worker.make_again(request)
    wait(qtbot, lambda: len(studio.listener.ends(request.id)) == 2)
    assert studio.listener.ends(request.id) == ["finished", "remade"]
    (note,) = studio.listener.notes
    assert "a little different" in note


def test_made_again_and_stopped_on_the_way_nothing_wrong_is_told(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    request = ask()
    studio = open_studio()
    make(qtbot, studio, request)
    with at_step(studio, 2, studio.worker.stop_and_keep):
        studio.worker.make_again(request)
        wait(qtbot, lambda: len(studio.listener.ends(request.id)) == 2)
    assert studio.listener.ends(request.id)[-1] == "remade"
    assert studio.listener.notes == []
    assert count(studio) == 1


# -- branches of what is no longer in memory -------------------------------------------------


def test_a_branch_finds_its_parents_denoising_beside_the_picture(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    request = ask(scheduler="dpmpp_2m_sde")
    studio = open_studio()
    studio.worker.set_always_keep(True)
    parent = make(qtbot, studio, request)
    item = studio.listener.items[request.id]
    assert item.trajectory_bytes == trajectory_path(parent).stat().st_size > 0
    studio = open_studio()
    same, other = branch(request, 3), branch(request, 3, prompt="a dog")
    path = make(qtbot, studio, same)
    assert studio.listener.steps == [3, 4]  # nothing was made twice
    assert pixels(path) == pixels(parent)
    assert not trajectory_path(path).exists()
    assert pixels(make(qtbot, studio, other)) != pixels(parent)
    assert studio.listener.items[other.id].request == other


def test_a_branch_has_its_ancestors_made_again(qtbot: QtBot, open_studio: Open, ask: Ask) -> None:
    request = ask(scheduler="euler_a")
    studio = open_studio()
    parent = make(qtbot, studio, request)
    studio = open_studio()
    child = branch(request, 3, prompt="a dog")
    path = make(qtbot, studio, child)
    assert studio.listener.steps == [1, 2, 3, 4, 3, 4]
    assert not studio.listener.has("started", request.id)
    studio = open_studio()
    grandchild = branch(child, 4)
    again = make(qtbot, studio, grandchild)
    assert studio.listener.steps == [1, 2, 3, 4, 3, 4, 4]
    assert pixels(again) == pixels(path) != pixels(parent)
    assert count(studio) == 3  # the ancestors were not stored again


def test_a_damaged_denoising_is_told_and_made_again(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    request = ask()
    studio = open_studio()
    studio.worker.set_always_keep(True)
    parent = make(qtbot, studio, request)
    kept = trajectory_path(parent)
    kept.write_bytes(kept.read_bytes()[:-100])
    studio = open_studio()
    path = make(qtbot, studio, branch(request, 3))
    assert pixels(path) == pixels(parent)
    (note,) = studio.listener.notes
    assert "is damaged" in note
    assert studio.listener.steps == [1, 2, 3, 4, 3, 4]


def test_a_branch_whose_parent_is_gone_fails_with_a_sentence(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    studio = open_studio()
    lost = branch(ask(), 3)
    studio.worker.submit(lost)
    wait(qtbot, lambda: bool(studio.listener.ends(lost.id)))
    assert studio.listener.ends(lost.id) == ["failed"]
    error = studio.listener.failures[lost.id].error
    assert isinstance(error, TrajectoryMissing)
    assert "not in the gallery any more" in str(error)


def test_stop_reaches_the_parent_that_is_made_again(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    request = ask(num_inference_steps=40)
    studio = open_studio()
    parent = make(qtbot, studio, request)
    studio = open_studio()
    child = branch(request, 30)
    with at_step(studio, 5, lambda: studio.worker.drop({child.id})):
        studio.worker.submit(child)
        wait(qtbot, lambda: bool(studio.listener.ends(child.id)))
    assert studio.listener.ends(child.id) == ["cancelled"]
    assert studio.listener.steps == [1, 2, 3, 4, 5]
    assert studio.session.trajectory_info(request.id) is None
    assert pixels(make(qtbot, studio, branch(request, 30))) == pixels(parent)


# -- stopped and kept ------------------------------------------------------------------------


class _AtStep(QObject):
    """Does something in the worker's own thread, exactly when a step was made."""

    def __init__(self, index: int, action: Callable[[], None]) -> None:
        super().__init__()
        self.index = index
        self.action = action

    def look(self, _: str, index: int, __: int) -> None:
        if index == self.index:
            self.action()


@contextmanager
def at_step(studio: Studio, index: int, action: Callable[[], None]) -> Iterator[None]:
    watch = _AtStep(index, action)
    studio.worker.stepped.connect(watch.look, Qt.ConnectionType.DirectConnection)
    try:
        yield
    finally:
        studio.worker.stepped.disconnect(watch.look)


def test_stop_and_keep_stores_what_was_predicted_last(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    studio = open_studio()
    listener, worker = studio.listener, studio.worker
    worker.stop_and_keep()  # nothing runs: nothing is kept
    whole = make(qtbot, studio, ask())
    assert listener.items[next(iter(listener.items))].kept_step is None
    worker.set_always_keep(True)
    request = ask()
    with at_step(studio, 2, worker.stop_and_keep):
        path = make(qtbot, studio, request)
    item = listener.items[request.id]
    assert (item.kept_step, item.request) == (2, request)
    assert pixels(path) != pixels(whole)
    info = studio.session.trajectory_info(request.id)
    assert info is not None
    assert [step.index for step in info.steps] == [1, 2]
    assert item.trajectory_bytes == trajectory_path(path).stat().st_size
    # The wish is not carried over to the next.
    after = ask()
    assert pixels(make(qtbot, studio, after)) == pixels(whole)
    assert listener.items[after.id].kept_step is None
    # A step that is kept afterwards is the same picture.
    worker.keep_step(after.id, 2)
    wait(qtbot, lambda: len(listener.kept) == 1)
    (kept,) = listener.kept
    assert kept.kept_step == 2
    assert pixels(kept.path) == pixels(path)
    assert kept.request is not None
    assert (kept.request.parent, kept.request.from_step) == (after.id, 2)
    assert count(studio) == 4


def has_failed(studio: Studio, request_id: str) -> bool:
    return request_id in studio.listener.failures


def test_a_step_that_is_no_longer_there_cannot_be_kept(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    studio = open_studio()
    request = ask()
    make(qtbot, studio, request)
    for request_id, index, sentence in (
        ("nobody", 1, "no longer in memory"),
        (request.id, 9, "no step 9"),
    ):
        studio.worker.keep_step(request_id, index)
        wait(qtbot, partial(has_failed, studio, request_id))
        error = studio.listener.failures[request_id].error
        assert isinstance(error, TrajectoryMissing)
        assert sentence in str(error)
    assert studio.listener.kept == []
    assert studio.listener.ends(request.id) == ["finished", "failed"]


def test_only_the_step_asked_for_last_is_looked_at_closely(
    qtbot: QtBot, open_studio: Open, ask: Ask
) -> None:
    studio = open_studio()
    listener, worker = studio.listener, studio.worker
    request = ask()
    make(qtbot, studio, request)

    def ask_for_all() -> None:
        for index in (1, 2, 3, 4, 2):
            worker.sharpen(request.id, index, "both")

    running = ask(seed=6)
    with at_step(studio, 2, ask_for_all):
        make(qtbot, studio, running)
    wait(qtbot, lambda: bool(listener.sharp))
    worker.sharpen("nobody", 1, "x0")
    make(qtbot, studio, ask(seed=7))  # by now everything else would have come
    (frame,) = listener.sharp
    assert (frame.request_id, frame.index, frame.view) == (request.id, 2, "both")
    assert (frame.image.width(), frame.image.height()) == (64, 32)


# -- on the disk -----------------------------------------------------------------------------


@pytest.fixture
def small_drive(paths: Paths) -> Iterator[Path]:
    """A drive for pictures on which few denoisings find room."""
    with small_drive_at(paths.pictures, "128k") as folder:
        yield folder


def test_a_denoising_that_finds_no_room_is_a_note_and_the_picture_is_safe(
    qtbot: QtBot, small_drive: Path, open_studio: Open, ask: Ask
) -> None:
    studio = open_studio()
    studio.worker.set_always_keep(True)
    request = ask(num_inference_steps=40, width=64, height=64)
    path = make(qtbot, studio, request)
    assert len(pixels(path)) == 64 * 64 * 3
    (note,) = studio.listener.notes
    assert "full" in note
    assert list(small_drive.rglob("*.safetensors")) == []
    assert studio.listener.items[request.id].trajectory_bytes == 0
    assert studio.session.trajectory_info(request.id) is not None


# -- the session alone -----------------------------------------------------------------------


class Watcher(Silent):
    """Notices whether a running denoising is handed out as a file."""

    def __init__(self, session: GenerationSession, request_id: str) -> None:
        self.session = session
        self.request_id = request_id
        self.encoded: list[bytes | None] = []

    def step_finished(self, index: int, num_timesteps: int) -> None:
        info = self.session.trajectory_info(self.request_id)
        assert info is not None
        assert info.is_running
        self.encoded.append(self.session.encode_trajectory(self.request_id))


def test_a_session_hands_out_and_takes_in_denoisings(
    paths: Paths, ask: Ask, tmp_path: Path
) -> None:
    session = GenerationSession(paths)
    request = ask()
    watcher = Watcher(session, request.id)
    result = session.generate(
        request,
        watcher,  # type: ignore[arg-type]  # answers to every name
        lambda: False,
        keep_trajectory=True,
    )
    assert watcher.encoded == [None] * 4  # half a denoising is no file
    assert result.trajectory is not None
    assert session.encode_trajectory("nobody") is None
    file = tmp_path / "kept"
    file.write_bytes(result.trajectory)
    for view in VIEWS:
        seen = session.frame(request.id, 2, view)
        close = session.decode_frame(request.id, 2, view, lambda: False)
        assert seen is not None
        assert close is not None
        assert (seen.decoder, close.decoder) == ("map", "vae")

    # Another session, without any model in memory.
    other = GenerationSession(paths)
    assert other.frame(request.id, 2, "x0") is None
    assert other.thumbnail(request.id, 2) is None
    assert other.decode_frame(request.id, 2, "x0", lambda: False) is None
    info = other.open_trajectory(request.id, file)
    assert info == session.trajectory_info(request.id)
    assert other.trajectory_info(request.id) == info
    again = other.frame(request.id, 2, "x0")
    assert again is not None
    assert again.width == 32
    assert other.decode_frame(request.id, 2, "x0", lambda: False) is None
    # Keeping a step loads the model it takes.
    kept = other.keep_step(
        request.id,
        4,
        Silent(),  # type: ignore[arg-type]
        lambda: False,
    )
    with Image.open(io.BytesIO(kept.png)) as image:
        assert image.size == (32, 32)
    assert kept.kept_step == 4

    with pytest.raises(BrokenTrajectory, match="denoising of another picture"):
        other.open_trajectory(new_id(), file)
    little = GenerationSession(paths, trajectory_bytes=1000)
    with pytest.raises(BrokenTrajectory, match="more memory than is set aside"):
        little.open_trajectory(request.id, file)
    assert little.trajectory_info(request.id) is None
    with pytest.raises(TrajectoryMissing, match="no longer in memory"):
        little.keep_step(
            request.id,
            4,
            Silent(),  # type: ignore[arg-type]
            lambda: False,
        )
