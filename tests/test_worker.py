"""The worker in a real QThread: order of signals, the queue, Stop at every moment."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.gui.worker import GenerationWorker, start_worker_thread
from sdstudio.paths import find_paths
from sdstudio.request import (
    STARTER,
    CorruptModel,
    ModelNotFound,
    StepPreview,
    StorageFailed,
)
from sdstudio.session import GenerationSession
from tests.running_worker import Studio, ask, wait


@pytest.fixture
def studio(qtbot: QtBot, tmp_path: Path) -> Iterator[Studio]:
    made = Studio(find_paths(tmp_path / "home"))
    yield made
    made.close()


def test_one_request_from_queue_to_gallery(qtbot: QtBot, studio: Studio) -> None:
    request = ask()
    studio.worker.submit(request)
    listener = studio.listener
    wait(qtbot, lambda: bool(listener.ends(request.id)))
    assert [name for name, _ in listener.events] == [
        "started", "load", "encode", "denoise", "decode", "save", "finished",
    ]  # fmt: skip
    assert listener.steps == [1, 2, 3, 4]
    assert listener.items[request.id].path.is_file()
    assert listener.items[request.id].request == request
    assert listener.threads == {threading.get_ident()}
    assert [info.reference for info in listener.models] == [STARTER]
    assert listener.previews
    assert all(preview.request_id == request.id for preview in listener.previews)
    with studio.open_gallery() as gallery:
        assert gallery.ids() == [listener.items[request.id].id]


def test_requests_wait_in_line_and_each_can_be_dropped(qtbot: QtBot, studio: Studio) -> None:
    running, second, third, fourth = (ask(num_inference_steps=30, seed=n) for n in range(4))
    for request in (running, second, third, fourth):
        studio.worker.submit(request)
    listener = studio.listener
    wait(qtbot, lambda: listener.has("denoise", running.id))
    studio.worker.drop({third.id})
    # At once, while another picture is still being made.
    wait(qtbot, lambda: listener.ends(third.id) == ["cancelled"])
    assert not listener.ends(running.id)
    wait(qtbot, lambda: bool(listener.ends(fourth.id)))
    order = [told for name, told in listener.events if name == "finished"]
    assert order == [running.id, second.id, fourth.id]
    assert not listener.has("started", third.id)


@pytest.mark.parametrize("stage", ["queued", "load", "encode", "denoise", "decode"])
def test_stop_works_at_every_stage_and_what_was_finished_stays(
    stage: str, qtbot: QtBot, studio: Studio
) -> None:
    listener, worker = studio.listener, studio.worker
    done = ask(seed=1)
    if stage not in ("queued", "load"):
        worker.submit(done)
        wait(qtbot, lambda: listener.ends(done.id) == ["finished"])
    request = ask(seed=2, num_inference_steps=1000)

    def stop_there(request_id: str, entered: str) -> None:
        if entered == stage and request_id == request.id:
            worker.drop({request_id})

    if stage == "decode":
        request = ask(seed=2, num_inference_steps=2)
    # Direct, in the worker's own thread: the wish is there exactly when the stage begins.
    worker.stage_changed.connect(stop_there, Qt.ConnectionType.DirectConnection)
    worker.submit(request)
    if stage == "queued":
        worker.drop({request.id})
    wait(qtbot, lambda: bool(listener.ends(request.id)))
    assert listener.ends(request.id) == ["cancelled"]
    if stage not in ("queued", "load"):
        assert listener.items[done.id].path.is_file()
    after = ask(seed=3)
    worker.submit(after)
    wait(qtbot, lambda: listener.ends(after.id) == ["finished"])
    assert listener.ends(request.id) == ["cancelled"]


def test_a_picture_that_cannot_be_stored_comes_back_with_the_failure(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "pictures").write_text("a file where the folder should be")
    studio = Studio(find_paths(home))
    try:
        request = ask()
        studio.worker.submit(request)
        wait(qtbot, lambda: studio.listener.ends(request.id) == ["failed"])
        failure = studio.listener.failures[request.id]
        assert isinstance(failure.error, StorageFailed)
        assert failure.result is not None
        assert failure.result.png.startswith(b"\x89PNG")
    finally:
        studio.close()


def test_a_model_that_is_refused_leaves_the_one_in_use(
    qtbot: QtBot, studio: Studio, tmp_path: Path
) -> None:
    listener, worker = studio.listener, studio.worker
    worker.load_model(STARTER)
    wait(qtbot, lambda: len(listener.models) == 1)
    worker.load_model(str(tmp_path / "nothing here"))
    wait(qtbot, lambda: len(listener.refused) == 1)
    assert isinstance(listener.refused[0], ModelNotFound)
    bad = ask(model=str(tmp_path / "nothing here"))
    worker.submit(bad)
    wait(qtbot, lambda: listener.ends(bad.id) == ["failed"])
    good = ask()
    worker.submit(good)
    wait(qtbot, lambda: listener.ends(good.id) == ["finished"])
    assert len(listener.models) == 1  # it was never loaded again


def test_only_the_model_wished_for_last_is_loaded(
    qtbot: QtBot, studio: Studio, tmp_path: Path
) -> None:
    listener, worker = studio.listener, studio.worker
    first = str(tmp_path / "first")

    def wish(reference: str, _error: object) -> None:
        if reference == first:
            for name in ("missing", "empty"):
                worker.load_model(str(tmp_path / name))
            worker.load_model(STARTER)

    (tmp_path / "empty").mkdir()
    # Direct, in the worker's own thread: all wishes are there before it can take up the next.
    worker.model_failed.connect(wish, Qt.ConnectionType.DirectConnection)
    worker.load_model(first)
    wait(qtbot, lambda: len(listener.models) == 1)
    assert len(listener.refused) == 1


def test_work_asked_for_before_the_thread_runs_waits_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "home")
    worker = GenerationWorker(
        GenerationSession(paths),
        lambda: Gallery(paths.pictures, paths.database_file, paths.cache),
        PreviewMailbox(),
    )
    ran_in: list[int] = []
    worker.model_ready.connect(
        lambda _: ran_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
    )
    worker.load_model(STARTER)
    assert not ran_in
    thread = QThread()
    start_worker_thread(worker, thread)
    wait(qtbot, lambda: bool(ran_in))
    assert ran_in[0] != threading.get_ident()
    worker.close()
    thread.quit()
    assert thread.wait(60_000)


def test_notes_reach_the_window(qtbot: QtBot, studio: Studio) -> None:
    request = ask(prompt="apple " * 200)
    studio.worker.submit(request)
    wait(qtbot, lambda: studio.listener.ends(request.id) == ["finished"])
    (note,) = studio.listener.notes
    assert "77" in note
    assert studio.worker.count_tokens("A picture of a puppy") is not None


def test_closing_in_the_middle_ends_within_the_step(qtbot: QtBot, studio: Studio) -> None:
    first, second = ask(num_inference_steps=1000), ask()
    studio.worker.submit(first)
    studio.worker.submit(second)
    listener = studio.listener
    wait(qtbot, lambda: len(listener.steps) >= 2)
    studio.worker.close()
    wait(qtbot, lambda: bool(listener.ends(first.id) and listener.ends(second.id)))
    assert listener.ends(first.id) == listener.ends(second.id) == ["cancelled"]


def test_an_unforeseen_failure_is_told_plainly_and_the_worker_lives_on(
    qtbot: QtBot, studio: Studio, caplog: pytest.LogCaptureFixture
) -> None:
    """The index cannot be opened in a way no one has a sentence for."""
    listener, worker = studio.listener, studio.worker
    opened = worker._open_gallery

    def fail() -> Gallery:
        raise LookupError("a bug")

    worker._open_gallery = fail
    request = ask()
    worker.submit(request)
    wait(qtbot, lambda: listener.ends(request.id) == ["failed"])
    assert "should not have" in str(listener.failures[request.id].error)
    assert listener.failures[request.id].result is not None
    assert "LookupError: a bug" in caplog.text
    worker._open_gallery = opened
    after = ask()
    worker.submit(after)
    wait(qtbot, lambda: listener.ends(after.id) == ["finished"])


def test_the_mailbox_keeps_only_the_newest(qtbot: QtBot) -> None:
    mailbox = PreviewMailbox()
    arrivals: list[StepPreview | None] = []
    mailbox.arrived.connect(lambda: arrivals.append(None))
    previews = [
        StepPreview(
            request_id="r",
            index=index,
            num_timesteps=3,
            timestep=1.0,
            sigma=None,
            rgb=b"\0\0\0",
            width=1,
            height=1,
        )
        for index in (1, 2, 3)
    ]
    for preview in previews:
        mailbox.put(preview)
    assert len(arrivals) == 1
    assert mailbox.take() is previews[2]
    assert mailbox.take() is None
    mailbox.put(previews[0])
    assert len(arrivals) == 2


def test_damaged_weights_are_a_sentence(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(studio.paths.resources / "starter-model" / "pipeline", folder)
    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    request = ask(model=str(folder))
    studio.worker.submit(request)
    wait(qtbot, lambda: studio.listener.ends(request.id) == ["failed"])
    error = studio.listener.failures[request.id].error
    assert isinstance(error, CorruptModel)
    assert str(weights) in str(error)
