"""From one model to another and back: what stays in memory, what Stop and failures cost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdstudio.paths import find_paths, find_resources
from sdstudio.request import (
    FACES,
    STARTER,
    Cancelled,
    CorruptModel,
    ModelNotFound,
    SdstudioError,
    UnsupportedModel,
)
from sdstudio.session import GenerationSession, Observer, never
from tests.programs import run_program
from tests.running_worker import Studio, ask, wait
from tests.test_same_pixels import Silent
from tests.tiny_models import save_tiny_ddpm, save_tiny_sd, save_tiny_sdxl

SILENT = cast("Observer", Silent())
PIPELINE = find_resources() / "starter-model" / "pipeline"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Two tiny models of different families."""
    root = tmp_path_factory.mktemp("models")
    return str(save_tiny_sd(root / "sd")), str(save_tiny_sdxl(root / "sdxl"))


_SWITCHES = """
import gc, sys, weakref
from pathlib import Path
import psutil
from sdstudio.paths import find_paths
from sdstudio.request import GenerationRequest
from sdstudio.session import GenerationSession, never
from tests.test_same_pixels import Silent

folders, warm_up, switches = sys.argv[2:4], 4, 20
session = GenerationSession(find_paths(Path(sys.argv[1])), trajectory_bytes=0)
gc.freeze()  # as the app does once torch is imported; else each collection looks at all of it
sizes, left = [], []
for number in range(warm_up + switches):
    old = session._model
    watched = [] if old is None else [weakref.ref(old.pipeline), weakref.ref(old.denoiser)]
    del old
    session.load(folders[number % 2], Silent(), never)
    left += [number for each in watched if each() is not None]
    gc.collect()
    sizes.append(psutil.Process().memory_info().rss)
request = GenerationRequest(
    prompt="a cat", model=folders[0], width=64, height=64, num_inference_steps=2
)
assert session.generate(request, Silent(), never).png
print(left)
print(sizes[-1] / sizes[warm_up - 1])
"""


def test_twenty_switches_leave_no_pipeline_and_no_memory_behind(
    folders: tuple[str, str], tmp_path: Path
) -> None:
    pixels = save_tiny_ddpm(tmp_path / "ddpm")
    done = run_program(_SWITCHES, str(tmp_path / "home"), folders[0], str(pixels))
    left, growth = done.stdout.splitlines()[-2:]
    assert left == "[]"
    assert float(growth) < 1.05


def test_a_stop_between_two_parts_keeps_the_old_model(
    folders: tuple[str, str], tmp_path: Path
) -> None:
    session = GenerationSession(find_paths(tmp_path))
    session.load(folders[0], SILENT, never)
    before = session._model
    for asked_before in range(1, 6):
        answers = iter([False] * asked_before)
        with pytest.raises(Cancelled):
            session.load(folders[1], SILENT, lambda answers=answers: next(answers, True))  # type: ignore[misc]
        assert session._model is before
    request = ask(model=folders[0], width=64, height=64, num_inference_steps=1)
    assert session.generate(request, SILENT, never).png


def missing(_folder: Path) -> None: ...


def unknown(folder: Path) -> None:
    (folder / "model_index.json").write_text(json.dumps({"_class_name": "AudioPipeline"}))


def damaged(folder: Path) -> None:
    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1])


def of_other_shapes(folder: Path) -> None:
    """Sound by its headers; what is wrong shows while it is being loaded."""
    change(folder / "unet" / "config.json", block_out_channels=[32, 64])


def change(path: Path, **values: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


FAILURES: list[tuple[Callable[[Path], None], type[SdstudioError]]] = [
    (missing, ModelNotFound),
    (unknown, UnsupportedModel),
    (damaged, CorruptModel),
    (of_other_shapes, CorruptModel),
]


@pytest.fixture
def bad_models(folders: tuple[str, str], tmp_path: Path) -> dict[str, type[SdstudioError]]:
    made = {}
    for harm, kind in FAILURES:
        folder = tmp_path / harm.__name__
        if harm is not missing:
            shutil.copytree(folders[0], folder)
        harm(folder)
        made[str(folder)] = kind
    return made


def test_a_model_that_fails_leaves_the_one_in_use(
    bad_models: dict[str, type[SdstudioError]], folders: tuple[str, str], tmp_path: Path
) -> None:
    session = GenerationSession(find_paths(tmp_path))
    session.load(folders[1], SILENT, never)
    before = session._model
    for reference, kind in bad_models.items():
        with pytest.raises(kind):
            session.load(reference, SILENT, never)
        assert session._model is before
        request = ask(model=folders[1], width=64, height=64, num_inference_steps=1)
        assert session.generate(request, SILENT, never).png


_TOO_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
import psutil, torch
from sdstudio.diffusion.device import is_out_of_memory
from sdstudio.paths import find_paths
from sdstudio.request import STARTER, GenerationRequest, OutOfMemory
from sdstudio.session import GenerationSession, never
from tests.test_same_pixels import Silent

torch.set_num_threads(1)
session = GenerationSession(find_paths(Path(sys.argv[1])))
request = GenerationRequest(
    prompt="a cat", model=sys.argv[2], width=64, height=64, num_inference_steps=1
)
session.generate(request, Silent(), never)
before = session._model
for room in (30, 40):
    limit = psutil.Process().memory_info().vms + room * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))
    try:
        session.load(STARTER, Silent(), never)
    except OutOfMemory as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert session._model is before
    session.generate(request, Silent(), never)

# oneDNN, which computes convolutions, says in words of its own that there is no room.
told = {}
for channels in (33, 64, 96, 128):
    for side in (17, 64, 128):
        picture = torch.randn(1, channels, side, side)
        network = torch.nn.Conv2d(channels, 128, 3, padding=1).requires_grad_(False)
        limit = psutil.Process().memory_info().vms + 200_000
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))
        try:
            network(picture)
        except RuntimeError as error:
            told[str(error)] = is_out_of_memory(error)
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert told["could not create a primitive"] and all(told.values()), told
"""


def test_a_model_that_does_not_fit_leaves_the_one_in_use(
    folders: tuple[str, str], tmp_path: Path
) -> None:
    """In a process of its own, whose memory the system limits."""
    told = run_program(_TOO_LITTLE_MEMORY, str(tmp_path), folders[0]).stdout.splitlines()
    assert len(told) == 2
    assert all("does not fit into the memory of CPU" in line for line in told)


def test_the_worker_goes_on_after_each_failure(
    qtbot: QtBot, bad_models: dict[str, type[SdstudioError]], tmp_path: Path
) -> None:
    studio = Studio(find_paths(tmp_path / "home"))
    try:
        listener, worker = studio.listener, studio.worker
        worker.load_model(STARTER)
        wait(qtbot, lambda: len(listener.models) == 1)
        for reference, kind in bad_models.items():
            worker.load_model(reference)
            bad, good = ask(model=reference), ask(num_inference_steps=1)
            worker.submit(bad)
            worker.submit(good)
            wait(qtbot, lambda good=good: bool(listener.ends(good.id)))  # type: ignore[misc]
            assert listener.ends(good.id) == ["finished"]
            assert type(listener.failures[bad.id].error) is kind
        assert len(listener.models) == 1  # never loaded again
    finally:
        studio.close()


def test_loading_can_be_stopped_or_overtaken(
    qtbot: QtBot, folders: tuple[str, str], tmp_path: Path
) -> None:
    studio = Studio(find_paths(tmp_path / "home"))
    try:
        listener, worker = studio.listener, studio.worker
        worker.load_model(STARTER)
        wait(qtbot, lambda: len(listener.models) == 1)
        given_up: list[str] = []

        def stop(_reference: str) -> None:
            worker.stop_loading()

        def overtake(reference: str) -> None:
            if reference != FACES:
                worker.load_model(FACES)

        # Direct, in the worker's own thread: the wish is there when the loading begins.
        direct = Qt.ConnectionType.DirectConnection
        worker.model_given_up.connect(given_up.append, direct)
        worker.model_loading.connect(stop, direct)
        worker.load_model(folders[0])
        wait(qtbot, lambda: given_up == [folders[0]])
        good = ask(num_inference_steps=1)
        worker.submit(good)
        wait(qtbot, lambda: listener.ends(good.id) == ["finished"])
        assert len(listener.models) == 1

        worker.model_loading.disconnect(stop)
        worker.model_loading.connect(overtake, direct)
        worker.load_model(folders[1])
        wait(qtbot, lambda: len(listener.models) == 2)
        assert listener.models[-1].reference == FACES
        assert given_up == [folders[0], folders[1]]
    finally:
        studio.close()
