"""What would be fetched for which card and driver, and what is said where nothing can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdstudio.acceleration.cards import Card, Cards, NoCard
from sdstudio.acceleration.cuda_builds import builds_for
from sdstudio.acceleration.package_index import usual_index
from sdstudio.acceleration.plan import missing_bytes, plan_acceleration, room_for
from sdstudio.models.hub_errors import DownloadFailed, OfflineByChoice
from sdstudio.request import Cancelled, InvalidRequest
from tests.acceleration.stand_ins import CARDS, TORCH, a_wheel, add_html, index_of, never
from tests.models.hub_server import HubOnLoopback


def names(server: HubOnLoopback, folder: Path) -> list[str]:
    plan = plan_acceleration(index_of(server), CARDS, folder, never)
    return [file.wheel.name for file in plan.files]


def test_torch_of_this_version_and_what_nvidia_adds_to_it(
    server: HubOnLoopback, folder: Path
) -> None:
    plan = plan_acceleration(index_of(server), CARDS, folder, never)
    assert plan.version == f"{TORCH}+cu130"
    assert [file.wheel.name for file in plan.files] == [
        f"torch-{TORCH}+cu130-py3-none-any.whl",
        "cuda_toolkit-13.0.3.0-py3-none-any.whl",
        "nvidia_cudnn_cu13-9.20.0.48-py3-none-any.whl",
        "nvidia_cublas-13.1.1.3-py3-none-any.whl",
        "nvidia_cuda_nvrtc-13.0.88-py3-none-any.whl",
        "nvidia_cuda_runtime-13.0.96-py3-none-any.whl",
    ]
    served = {path.rpartition("/")[2]: data for path, data in server.pages.items()}
    for file in plan.files:
        assert file.size == len(served[file.wheel.name])
    assert plan.total_bytes == missing_bytes(plan, folder) == sum(file.size for file in plan.files)
    assert room_for(plan, folder).missing_bytes == plan.total_bytes + plan.unpacked_bytes
    # Of the largest file only its end was read, where its metadata is.
    asked = [one.headers.get("Range") for one in server.asked_for("+cu130-py3-none-any.whl")]
    assert asked
    assert None not in asked
    assert not folder.exists()


@pytest.mark.parametrize(
    ("driver", "capability", "builds"),
    [
        ("580.95.05", (8, 9), ["cu130", "cu128", "cu126"]),
        ("581.80", (12, 0), ["cu130", "cu128"]),
        ("580.95.05", (6, 1), ["cu126"]),
        ("570.124", (12, 0), ["cu128"]),
        ("525.60.13", (7, 5), ["cu128", "cu126"]),
    ],
)
def test_which_builds_run(driver: str, capability: tuple[int, int], builds: list[str]) -> None:
    card = Card(name="A card", memory=1, capability=capability)
    old = Card(name="An old one", memory=2, capability=(3, 5))
    found = builds_for(Cards(driver=driver, cards=(old, card)))
    assert [build.name for build in found] == builds


@pytest.mark.parametrize(
    ("driver", "capability", "told"),
    [
        ("470.256.02", (8, 9), "too old: it is version 470.256.02.*at least version 525"),
        ("580.95.05", (3, 5), "“A card” is too old"),
        ("none", (8, 9), "driver is too old"),
    ],
)
def test_a_driver_or_card_that_is_too_old(
    driver: str, capability: tuple[int, int], told: str
) -> None:
    card = Card(name="A card", memory=1, capability=capability)
    with pytest.raises(NoCard, match=told):
        builds_for(Cards(driver=driver, cards=(card,)))


def test_the_next_build_where_torch_has_not_the_first(server: HubOnLoopback, folder: Path) -> None:
    del server.pages["/whl/cu130/torch/"]
    with pytest.raises(DownloadFailed, match=rf"no build of torch {TORCH} for “Stand-in 4060”"):
        plan_acceleration(index_of(server), CARDS, folder, never)

    # Some have NVIDIA's libraries inside, as those for Windows.
    name = f"torch-{TORCH}+cu126-py3-none-any.whl"
    wheel = a_wheel("torch", f"{TORCH}+cu126", {"torch/__init__.py": b""}, ("filelock",))
    add_html(server, "/whl/cu126/torch/", {name: wheel})
    assert names(server, folder) == [name]


def test_nothing_is_asked_when_offline(server: HubOnLoopback, folder: Path) -> None:
    with pytest.raises(OfflineByChoice, match="offline by choice"):
        plan_acceleration(index_of(server, offline=True), CARDS, folder, never)
    assert server.asked == []


def test_a_library_that_is_not_to_be_had(server: HubOnLoopback, folder: Path) -> None:
    del server.pages["/simple/nvidia-cuda-runtime/"]
    with pytest.raises(DownloadFailed, match=r"needs “nvidia-cuda-runtime==13\.0\.96\.\*”"):
        names(server, folder)


def test_requirements_that_contradict_each_other(server: HubOnLoopback, folder: Path) -> None:
    wheel = a_wheel(
        "torch", f"{TORCH}+cu130", {}, ("nvidia-cublas==13.1.1.3", "nvidia-cublas>13.2")
    )
    add_html(server, "/whl/cu130/torch/", {f"torch-{TORCH}+cu130-py3-none-any.whl": wheel})
    with pytest.raises(DownloadFailed, match=r"needs “nvidia-cublas.*not to be had"):
        names(server, folder)


@pytest.mark.parametrize("page", [b"\xff\xfe", b'{"files": 1}', b"{"])
def test_an_index_that_talks_nonsense(page: bytes, server: HubOnLoopback, folder: Path) -> None:
    server.pages["/whl/cu130/torch/"] = page
    with pytest.raises(DownloadFailed, match="makes no sense"):
        names(server, folder)


def test_a_fault_that_passes_and_one_that_stays(server: HubOnLoopback, folder: Path) -> None:
    server.faults["cu130/torch/"] = [(503, {}), "drop"]
    assert names(server, folder)
    server.faults["cu130/torch/"] = [(503, {})] * 3
    with pytest.raises(DownloadFailed, match="its answer was 503"):
        names(server, folder)
    with pytest.raises(Cancelled):
        plan_acceleration(index_of(server), CARDS, folder, lambda: True)


def test_a_server_that_sends_whole_files_only(server: HubOnLoopback, folder: Path) -> None:
    server.faults["+cu130-py3-none-any.whl"] = ["no range"] * 20
    with pytest.raises(DownloadFailed, match="sends whole files only"):
        names(server, folder)


def test_other_indexes_by_the_environment() -> None:
    index = usual_index(False, {"SDSTUDIO_TORCH_INDEX": "https://mirror.example/whl/"})
    assert index.torch_address == "https://mirror.example/whl"
    assert index.package_address == "https://pypi.org/simple"
    with pytest.raises(InvalidRequest):
        usual_index(False, {"SDSTUDIO_PACKAGE_INDEX": "ftp://x"})
