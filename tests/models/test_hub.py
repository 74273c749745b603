"""Downloads from a hub that misbehaves: each way is survived, or told in one sentence."""

from __future__ import annotations

import json
import logging
import os
import random
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import huggingface_hub
import pytest
from huggingface_hub import close_session

from sdstudio.models.catalogue import resolve
from sdstudio.models.download_progress import DownloadProgress
from sdstudio.models.fetching import part_of
from sdstudio.models.hub import (
    download,
    plan_download,
    room_for,
)
from sdstudio.models.hub_access import usual_hub
from sdstudio.models.hub_client import Hub
from sdstudio.models.hub_errors import AccessDenied, DownloadFailed, DownloadRunning
from sdstudio.models.hub_folders import (
    Unfinished,
    discard_download,
    incomplete_folder,
    model_folder,
    unfinished_downloads,
)
from sdstudio.models.hub_selection import check_repo_id
from sdstudio.models.library_settings import LibrarySettings
from sdstudio.models.transfer import Retries
from sdstudio.paths import find_paths, find_resources
from sdstudio.request import (
    Cancelled,
    CorruptModel,
    InvalidRequest,
    ModelNotFound,
    SdstudioError,
    StorageFull,
    UnsafeModel,
    UnsupportedModel,
)
from tests.models.hub_server import COMMIT, LFS, Fault, HubOnLoopback, files_of, serving
from tests.programs import program_environment
from tests.small_drives import small_drive_at

REPO = "painter/pictures-v1.5"
UNET = "unet/diffusion_pytorch_model.fp16.safetensors"
KILLS = 50 if os.environ.get("SDSTUDIO_MANY_KILLS") else 10
AT_ONCE = Retries(attempts=3, first_pause=0.0)


def never() -> bool:
    return False


def ignored(_progress: DownloadProgress) -> None:
    pass


def weights(size: int, seed: int = 0) -> bytes:
    """A sound safetensors file with ``size`` bytes of one tensor."""
    entry = {"dtype": "U8", "shape": [size], "data_offsets": [0, size]}
    header = json.dumps({"weight": entry}).encode()
    return struct.pack("<Q", len(header)) + header + random.Random(seed).randbytes(size)


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()


def small_repo() -> dict[str, bytes]:
    """A repository as they are: both precisions, other frameworks, a checkpoint, code, a card."""
    index = {
        "_class_name": "StableDiffusionPipeline",
        "_diffusers_version": "0.6.0",
        "feature_extractor": ["transformers", "CLIPImageProcessor"],
        "image_encoder": [None, None],
        "requires_safety_checker": True,
        "safety_checker": ["stable_diffusion", "StableDiffusionSafetyChecker"],
        "scheduler": ["diffusers", "PNDMScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": ["diffusers", "UNet2DConditionModel"],
        "vae": ["diffusers", "AutoencoderKL"],
    }
    shard_map = {
        "weight_map": {
            "a": "model.fp16-00001-of-00002.safetensors",
            "b": "model.fp16-00002-of-00002.safetensors",
        }
    }
    return {
        ".gitattributes": b"*.bin lfs",
        "README.md": b"# A card",
        "model_index.json": as_json(index),
        "pictures-v1-5-pruned.ckpt": b"pickle",
        "pictures-v1-5-pruned.safetensors": weights(300_000, 1),
        "pipeline.py": b"import os",
        "feature_extractor/preprocessor_config.json": b"{}",
        "safety_checker/config.json": b"{}",
        "safety_checker/model.safetensors": weights(1000, 2),
        "safety_checker/pytorch_model.bin": b"pickle",
        "scheduler/scheduler_config.json": b"{}",
        "text_encoder/config.json": b"{}",
        "text_encoder/model.safetensors": weights(2000, 3),
        "text_encoder/model.safetensors.index.fp16.json": as_json(shard_map),
        "text_encoder/model.fp16-00001-of-00002.safetensors": weights(500, 4),
        "text_encoder/model.fp16-00002-of-00002.safetensors": weights(501, 5),
        "text_encoder/pytorch_model.bin": b"pickle",
        "text_encoder/flax_model.msgpack": b"flax",
        "tokenizer/merges.txt": b"a b",
        "tokenizer/vocab.json": b"{}",
        "unet/config.json": b"{}",
        "unet/diffusion_pytorch_model.safetensors": weights(400_000, 6),
        UNET: weights(200_000, 7),
        "unet/diffusion_pytorch_model.fp16.bin": b"pickle",
        "unet/diffusion_pytorch_model.non_ema.safetensors": weights(3000, 8),
        "vae/config.json": b"{}",
        "vae/diffusion_pytorch_model.safetensors": weights(900, 9),
        "vae_decoder/model.onnx": b"onnx",
    }


@pytest.fixture(autouse=True)
def online(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The library may connect; the only addresses that tests give it are on loopback."""
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    for name in ("HF_HUB_OFFLINE", "HF_ENDPOINT", "HF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    yield
    close_session()


@pytest.fixture
def server() -> Iterator[HubOnLoopback]:
    with serving() as hub:
        hub.repos[REPO] = small_repo()
        yield hub


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models with a space 模型"


Fetch = Callable[..., Path]


@pytest.fixture
def fetch(server: HubOnLoopback, models: Path) -> Fetch:
    """Plans and downloads ``REPO``."""

    def run(
        progress: Callable[[DownloadProgress], None] = ignored,
        must_stop: Callable[[], bool] = never,
        variant: str | None = "fp16",
        token: str | None = None,
        retries: Retries = AT_ONCE,
    ) -> Path:
        hub = Hub(endpoint=server.endpoint, token=token, retries=retries)
        plan = plan_download(hub, REPO, variant, must_stop)
        return download(hub, plan, models, progress, must_stop)

    return run


def holds_what_was_served(folder: Path, server: HubOnLoopback) -> bool:
    served = server.repos[REPO]
    return all(served[name] == data for name, data in files_of(folder).items())


def test_only_what_the_app_needs_is_downloaded(
    server: HubOnLoopback, fetch: Fetch, models: Path
) -> None:
    told: list[DownloadProgress] = []
    folder = fetch(told.append)
    assert folder == models / "painter--pictures-v1.5"
    assert set(files_of(folder)) == {
        "model_index.json",
        "feature_extractor/preprocessor_config.json",
        "safety_checker/config.json",
        "safety_checker/model.safetensors",
        "scheduler/scheduler_config.json",
        "text_encoder/config.json",
        "text_encoder/model.safetensors.index.fp16.json",
        "text_encoder/model.fp16-00001-of-00002.safetensors",
        "text_encoder/model.fp16-00002-of-00002.safetensors",
        "tokenizer/merges.txt",
        "tokenizer/vocab.json",
        "unet/config.json",
        UNET,
        "vae/config.json",
        "vae/diffusion_pytorch_model.safetensors",
    }
    assert holds_what_was_served(folder, server)
    model = resolve(str(folder), find_resources())
    assert {part.name: part.variant for part in model.components if part.has_weights} == {
        "safety_checker": None,
        "text_encoder": "fp16",
        "unet": "fp16",
        "vae": None,
    }
    total = sum(len(data) for data in files_of(folder).values())
    assert told[-1].done_bytes == told[-1].total_bytes == total
    assert [one.done_bytes for one in told] == sorted(one.done_bytes for one in told)
    assert told[-1].bytes_per_second > 0
    assert told[-1].seconds_left == 0
    assert {path.name for path in models.iterdir() if not path.name.startswith(".")} == {
        folder.name
    }


def test_full_precision_when_asked_for(fetch: Fetch) -> None:
    names = {path.name for path in fetch(variant=None).rglob("*.safetensors*")}
    assert names == {"model.safetensors", "diffusion_pytorch_model.safetensors"}


def test_the_only_precision_there_is(server: HubOnLoopback, fetch: Fetch) -> None:
    del server.repos[REPO]["unet/diffusion_pytorch_model.safetensors"]
    assert (fetch(variant=None) / UNET).is_file()


def test_a_whole_model_is_not_downloaded_again(server: HubOnLoopback, fetch: Fetch) -> None:
    fetch()
    asked = len(server.asked_for(".safetensors"))
    fetch()
    assert len(server.asked_for(".safetensors")) == asked


@pytest.mark.parametrize("fault", ["drop", "short", "long", "corrupt"])
def test_a_fault_that_passes_is_survived(fault: Fault, server: HubOnLoopback, fetch: Fetch) -> None:
    server.faults[UNET] = [fault]
    server.faults["merges.txt"] = [fault]
    assert holds_what_was_served(fetch(), server)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
def test_a_busy_hub_is_asked_again(status: int, server: HubOnLoopback, fetch: Fetch) -> None:
    server.faults[REPO] = [(status, {})]
    server.faults["model_index.json"] = [(status, {"Retry-After": "0"})] * 2
    server.faults[UNET] = [(status, {"Retry-After": "Sat, 01 Jan 2000 00:00:00 GMT"})]
    assert holds_what_was_served(fetch(), server)


def test_a_dropped_file_is_gone_on_with(server: HubOnLoopback, fetch: Fetch) -> None:
    # More drops than there are attempts: each has brought something.
    server.faults[UNET] = ["drop"] * 5
    fetch()
    size = len(server.repos[REPO][UNET])
    asked = [one for one in server.asked_for(UNET) if one.host.startswith("localhost")]
    ranges = [one.headers.get("Range") for one in asked]
    assert ranges[:3] == [None, f"bytes={size // 2}-", f"bytes={size // 2 + size // 4 + size % 2}-"]
    assert len(ranges) == 6


def test_a_hub_without_ranges_sends_the_file_again(server: HubOnLoopback, fetch: Fetch) -> None:
    server.faults[UNET] = ["drop", "no range"]
    assert holds_what_was_served(fetch(), server)


def test_the_pause_that_the_hub_asks_for_is_kept_or_told(
    server: HubOnLoopback, fetch: Fetch
) -> None:
    server.faults[UNET] = [(429, {"Retry-After": "1000"})]
    with pytest.raises(DownloadFailed, match=r"too much to do.*429.*Start the download again"):
        fetch()

    server.faults[UNET] = [(503, {"Retry-After": "200"})]
    with pytest.raises(Cancelled):
        fetch(must_stop=lambda: not server.faults[UNET])


@pytest.mark.parametrize(
    ("faults", "error", "sentence"),
    [
        (["drop"] * 60, DownloadFailed, "broke off|connection to"),
        (["short"] * 3, DownloadFailed, "does not have the length"),
        (["long"] * 3, DownloadFailed, "does not have the length"),
        (["corrupt"] * 2, DownloadFailed, "arrived damaged twice"),
        (["vanish"], DownloadFailed, "is listed, but not there"),
        ([(500, {})] * 3, DownloadFailed, "its answer was 500"),
        ([(400, {})], DownloadFailed, "refused the download .its answer was 400"),
        ([(403, {})], AccessDenied, "is gated"),
    ],
)
def test_a_fault_that_stays_is_one_sentence(
    faults: list[Any],
    error: type[SdstudioError],
    sentence: str,
    server: HubOnLoopback,
    fetch: Fetch,
    models: Path,
) -> None:
    server.faults[UNET] = list(faults)
    with pytest.raises(error, match=sentence) as caught:
        fetch()
    assert caught.value.action
    assert not model_folder(models, REPO).exists()

    server.faults.clear()
    assert holds_what_was_served(fetch(), server)


def test_a_hub_that_is_not_there(server: HubOnLoopback, models: Path) -> None:
    hub = Hub(endpoint="http://127.0.0.1:1", retries=AT_ONCE)
    with pytest.raises(DownloadFailed, match=r"The connection to http://127\.0\.0\.1:1 failed"):
        plan_download(hub, REPO, None, never)


def test_offline_is_told(monkeypatch: pytest.MonkeyPatch, fetch: Fetch) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(DownloadFailed, match="HF_HUB_OFFLINE is set"):
        fetch()


def test_a_model_that_does_not_exist(server: HubOnLoopback) -> None:
    hub = Hub(endpoint=server.endpoint, retries=AT_ONCE)
    with pytest.raises(ModelNotFound, match="There is no model “nobody/nothing”"):
        plan_download(hub, "nobody/nothing", None, never)


def test_a_page_that_is_no_hub(server: HubOnLoopback, fetch: Fetch) -> None:
    server.faults[REPO] = [(200, {})]
    with pytest.raises(DownloadFailed, match="makes no sense"):
        fetch()


def test_a_gated_model_needs_the_right_token(
    server: HubOnLoopback, fetch: Fetch, caplog: pytest.LogCaptureFixture
) -> None:
    server.tokens = {"hf_right"}
    with pytest.raises(AccessDenied, match="can only be downloaded with a token"):
        fetch()
    with pytest.raises(AccessDenied, match=r"is gated.*Agree to them at"):
        fetch(token="hf_wrong")
    with caplog.at_level(logging.DEBUG):
        folder = fetch(token="hf_right")
    assert holds_what_was_served(folder, server)
    # The file servers have no business with it, and neither has the log.
    elsewhere = [one for one in server.asked if one.host.startswith("localhost")]
    assert elsewhere
    assert not any("Authorization" in one.headers for one in elsewhere)
    assert "hf_right" not in caplog.text
    assert "hf_right" not in repr(Hub(token="hf_right"))


def test_which_hub_and_which_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_mine")
    assert usual_hub(LibrarySettings()) == Hub(token="hf_mine")
    monkeypatch.setenv("HF_ENDPOINT", "https://mirror.example/")
    assert usual_hub(LibrarySettings()) == Hub(endpoint="https://mirror.example")
    assert usual_hub(LibrarySettings(), "https://other.example", "hf_x").token == "hf_x"


@pytest.mark.parametrize(
    ("endpoint", "token"),
    [
        ("mirror.example", None),
        ("file:///x", None),
        ("https://a b:c", None),
        ("http://mirror.example", "hf_secret"),
        ("https://mirror.example", "hf_secret\x00"),
        ("https://mirror.example", "hf_secret\nHost: x"),
    ],
)
def test_what_is_no_hub_or_no_token(endpoint: str, token: str | None) -> None:
    with pytest.raises(InvalidRequest) as caught:
        usual_hub(LibrarySettings(), endpoint, token)
    assert "hf_secret" not in str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "sd",
        "a/b/c",
        "../b",
        "a/..",
        "a/b--c",
        "a\\b",
        "/b",
        "a/",
        "a/b.incomplete",
        "a/b c",
        "a/.b",
    ],
)
def test_what_is_no_name_of_a_model(name: str) -> None:
    with pytest.raises(InvalidRequest, match="is no name of a model"):
        check_repo_id(name)


@pytest.mark.parametrize(
    "name", ["../evil.json", "/etc/evil", "unet/../../evil", "unet\\evil", "C:/evil", "unet//x", ""]
)
def test_a_listing_that_leaves_the_folder_is_refused(
    name: str, server: HubOnLoopback, fetch: Fetch, models: Path
) -> None:
    server.repos[REPO][name] = b"evil"
    with pytest.raises(UnsafeModel, match="outside its own folder"):
        fetch()
    assert not models.exists()


def test_shards_that_leave_the_folder_are_refused(
    server: HubOnLoopback, fetch: Fetch, models: Path
) -> None:
    for name in ("../vae/diffusion_pytorch_model.safetensors", "/x.safetensors", "pytorch.bin"):
        entry = "text_encoder/model.safetensors.index.fp16.json"
        server.repos[REPO][entry] = as_json({"weight_map": {"a": name}})
        with pytest.raises(UnsafeModel, match="outside its own folder"):
            fetch()
    assert not models.exists()


def without_safetensors(repo: dict[str, bytes]) -> None:
    for name in [name for name in repo if ".safetensors" in name]:
        del repo[name]


def without_index(repo: dict[str, bytes]) -> None:
    del repo["model_index.json"]


def pickles_only(repo: dict[str, bytes]) -> None:
    without_safetensors(repo)
    without_index(repo)


def without_vae_weights(repo: dict[str, bytes]) -> None:
    del repo["vae/diffusion_pytorch_model.safetensors"]


def without_a_shard(repo: dict[str, bytes]) -> None:
    del repo["text_encoder/model.fp16-00002-of-00002.safetensors"]


def other_pipeline(repo: dict[str, bytes]) -> None:
    repo["model_index.json"] = as_json({"_class_name": "WhisperPipeline"})


def own_code(repo: dict[str, bytes]) -> None:
    index = json.loads(repo["model_index.json"])
    repo["model_index.json"] = as_json(index | {"unet": ["pipeline", "Unet"]})


def damaged_index(repo: dict[str, bytes]) -> None:
    repo["model_index.json"] = b"{"


@pytest.mark.parametrize(
    ("spoil", "error", "sentence"),
    [
        (without_safetensors, UnsafeModel, "has only pickled weights"),
        (pickles_only, UnsafeModel, "holds only pickled weights"),
        (without_index, UnsupportedModel, "has no model_index.json"),
        (without_vae_weights, CorruptModel, "has no weights for its “vae”"),
        (without_a_shard, CorruptModel, "does not list weight files that are there"),
        (other_pipeline, UnsupportedModel, "is a WhisperPipeline"),
        (own_code, UnsafeModel, "wants to run code of its own"),
        (damaged_index, DownloadFailed, "is damaged"),
    ],
)
def test_a_model_of_no_use_is_refused_before_anything_is_written(
    spoil: Callable[[dict[str, bytes]], None],
    error: type[SdstudioError],
    sentence: str,
    server: HubOnLoopback,
    fetch: Fetch,
    models: Path,
) -> None:
    spoil(server.repos[REPO])
    with pytest.raises(error, match=sentence):
        fetch()
    assert not models.exists()


def test_without_a_safety_checker(server: HubOnLoopback, fetch: Fetch) -> None:
    for name in [name for name in server.repos[REPO] if name.startswith("safety_checker/")]:
        del server.repos[REPO][name]
    names = {part.name for part in resolve(str(fetch()), find_resources()).components}
    assert "unet" in names
    assert "safety_checker" not in names


def test_a_listing_without_checksums_is_refused(server: HubOnLoopback, fetch: Fetch) -> None:
    server.listing_changes[UNET] = {"lfs": None, "blobId": None}
    with pytest.raises(CorruptModel, match="does not tell the size and the checksum"):
        fetch()


def test_weights_that_are_no_safetensors_are_never_offered(
    server: HubOnLoopback, fetch: Fetch, models: Path
) -> None:
    server.repos[REPO][UNET] = b"PK pickle under another name"
    with pytest.raises(UnsafeModel, match="is a pickle"):
        fetch()
    assert not model_folder(models, REPO).exists()


def test_stopped_and_gone_on_with(server: HubOnLoopback, fetch: Fetch, models: Path) -> None:
    told: list[DownloadProgress] = []
    with pytest.raises(Cancelled):
        fetch(told.append, must_stop=lambda: bool(told) and told[-1].file == UNET)
    incomplete = models / "painter--pictures-v1.5.incomplete"
    assert incomplete.is_dir()
    assert not model_folder(models, REPO).exists()

    asked = len(server.asked_for("vocab.json"))
    # What another version of the model has left is not part of this one.
    (incomplete / "unet" / "old.safetensors").write_bytes(b"old")
    (incomplete / "unet" / "config.json").write_bytes(b"[]")
    (incomplete / "unet_ema" / "old").mkdir(parents=True)
    folder = fetch()
    assert holds_what_was_served(folder, server)
    assert len(server.asked_for("vocab.json")) == asked
    assert not incomplete.exists()
    assert not (folder / "unet_ema").exists()


def test_one_download_of_a_model_at_a_time(server: HubOnLoopback, fetch: Fetch) -> None:
    told: list[str] = []

    def start_another(_progress: DownloadProgress) -> None:
        if not told:
            told.append("asking")
            with pytest.raises(DownloadFailed, match="is being downloaded already") as caught:
                fetch()
            told.append(caught.value.message)

    assert holds_what_was_served(fetch(start_another), server)
    assert len(told) == 2


def test_too_little_space_is_told_before_the_start(server: HubOnLoopback, tmp_path: Path) -> None:
    with small_drive_at(tmp_path / "drive", "1m") as drive:
        hub = Hub(endpoint=server.endpoint, retries=AT_ONCE)
        plan = plan_download(hub, REPO, None, never)
        before = server.sent
        with pytest.raises(StorageFull, match="The download needs 1 MB, and 1 MB are free"):
            download(hub, plan, drive, ignored, never)
        assert server.sent == before


def test_a_disk_that_fills_up_is_told_and_what_came_is_kept(
    server: HubOnLoopback, tmp_path: Path
) -> None:
    with small_drive_at(tmp_path / "drive", "66m") as drive:
        hub = Hub(endpoint=server.endpoint, retries=AT_ONCE)
        plan = plan_download(hub, REPO, None, never)
        ballast = drive / "ballast"

        def fill(progress: DownloadProgress) -> None:
            if progress.file.startswith("unet/diff") and not ballast.exists():
                with ballast.open("wb", buffering=0) as file, suppress(OSError):
                    while True:
                        file.write(bytes(4096))

        with pytest.raises(StorageFull, match="The disk is full"):
            download(hub, plan, drive, fill, never)
        assert not model_folder(drive, REPO).exists()
        ballast.unlink()
        assert holds_what_was_served(download(hub, plan, drive, ignored, never), server)


def program(server: HubOnLoopback, home: Path, *words: str) -> subprocess.Popen[str]:
    command = ("models", "download", REPO, "--endpoint", server.endpoint, *words)
    environment = {**program_environment(), "SDSTUDIO_HOME": str(home)}
    environment.pop("HF_HUB_OFFLINE", None)
    return subprocess.Popen(
        [sys.executable, "-m", "sdstudio", *command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def asked_bytes(server: HubOnLoopback, since: int) -> int:
    """How many bytes were asked for, from request ``since`` on, beside those of the plan."""
    asked = 0
    for one in server.asked[since:]:
        name = one.path.rpartition(f"{COMMIT}/")[2]
        redirected = name.endswith(LFS) and not one.host.startswith("localhost")
        if "/resolve/" in one.path and name != "model_index.json" and not redirected:
            start = int(one.headers.get("Range", "bytes=0-")[len("bytes=") : -1])
            asked += len(server.repos[REPO][name]) - start
    return asked


@pytest.mark.timeout(600)
def test_killed_at_any_moment_it_goes_on(server: HubOnLoopback, tmp_path: Path) -> None:
    chance = random.Random(20260202)
    starter = find_resources() / "starter-model" / "pipeline"
    server.repos[REPO] = files_of(starter)
    total = sum(map(len, server.repos[REPO].values()))
    home = tmp_path / "home"
    folder = find_paths(home).models / "painter--pictures-v1.5"
    kept = 0
    for _ in range(KILLS):
        server.hold(chance.randrange(1000, total // KILLS))
        with program(server, home) as process:
            assert server.held.wait(60)
            process.kill()
        server.release()
        assert process.returncode == -signal.SIGKILL
        assert not folder.exists()
        incomplete = incomplete_folder(folder.parent, REPO)
        parts = [path for path in incomplete.rglob("*") if path.is_file()]
        now = sum(path.stat().st_size for path in parts)
        assert now >= kept
        kept = now
    assert kept > 1000

    before = len(server.asked)
    with program(server, home) as process:
        said, errors = process.communicate()
    assert process.returncode == 0, errors
    assert said == f"{folder}\n"
    assert f"{REPO}: {total / 1e6:,.1f} MB in {len(server.repos[REPO])} files" in errors
    assert files_of(folder) == server.repos[REPO]
    assert asked_bytes(server, before) == total - kept
    assert resolve(str(folder), find_resources()).pipeline_class == "StableDiffusionPipeline"


def test_the_command_line(server: HubOnLoopback, tmp_path: Path) -> None:
    server.tokens = {"hf_right"}
    home, token = tmp_path / "home", tmp_path / "token"
    token.write_text("hf_right\n", encoding="utf-8")
    folder = find_paths(home).models / "painter--pictures-v1.5"

    with program(server, home) as process:
        said, errors = process.communicate()
    assert (process.returncode, said) == (1, "")
    assert "sdstudio: “painter/pictures-v1.5” can only be downloaded with a token." in errors

    words = ("--token-file", str(token), "--variant", "none", "--json")
    with program(server, home, *words) as process:
        said, errors = process.communicate()
    assert process.returncode == 0, errors
    told = json.loads(said)
    assert told["path"] == str(folder)
    assert told["downloaded"]["bytes"] == sum(map(len, files_of(folder).values()))
    assert set(told["downloaded"]["files"]) == set(files_of(folder))
    log = (find_paths(home).logs / "sdstudio.log").read_text(encoding="utf-8")
    assert "hf_right" not in log + errors
    assert "Signature" not in log

    with program(server, home, "--json") as process:
        said, errors = process.communicate()
    assert "is there already" in errors
    assert json.loads(said)["downloaded"] is None
    shutil.rmtree(folder)

    token.write_text("two words", encoding="utf-8")
    with program(server, home, *words) as process:
        said, errors = process.communicate()
    assert "holds no token" in errors


@pytest.mark.skipif(sys.platform == "win32", reason="sends the signal of Ctrl+C")
def test_ctrl_c_keeps_what_came(server: HubOnLoopback, tmp_path: Path) -> None:
    home = tmp_path / "home"
    server.hold(50_000)
    with program(server, home) as process:
        assert server.held.wait(60)
        process.send_signal(signal.SIGINT)
        server.release()
        _, errors = process.communicate()
    assert process.returncode == 130, errors
    assert errors.endswith("sdstudio: stopped.\n")
    incomplete = find_paths(home).models / "painter--pictures-v1.5.incomplete"
    assert (incomplete / "model_index.json").is_file()

    with program(server, home) as process:
        _, errors = process.communicate()
    assert process.returncode == 0, errors
    assert not incomplete.exists()


def test_the_part_of_one_version_is_not_that_of_another(server: HubOnLoopback) -> None:
    hub = Hub(endpoint=server.endpoint, retries=AT_ONCE)
    before = plan_download(hub, REPO, "fp16", never).listing.files[UNET]
    server.repos[REPO][UNET] = weights(200_000, 70)
    after = plan_download(hub, REPO, "fp16", never).listing.files[UNET]
    assert before.size == after.size
    assert part_of(Path(UNET), before) != part_of(Path(UNET), after)


def test_what_is_not_finished_is_listed_and_discarded(
    server: HubOnLoopback, fetch: Fetch, models: Path
) -> None:
    assert unfinished_downloads(models) == ()
    told: list[Unfinished] = []

    def stop(progress: DownloadProgress) -> None:
        if progress.file == UNET and not told:
            told.extend(unfinished_downloads(models))
            with pytest.raises(DownloadRunning):
                discard_download(models, REPO)

    with pytest.raises(Cancelled):
        fetch(stop, must_stop=lambda: bool(told))
    hub = Hub(endpoint=server.endpoint, retries=AT_ONCE)
    plan = plan_download(hub, REPO, "fp16", never)
    (stopped,) = unfinished_downloads(models)
    assert told[0].is_running
    assert not stopped.is_running
    assert (stopped.repo_id, stopped.variant) == (REPO, "fp16")
    assert stopped.total_bytes == plan.total_bytes
    assert 0 < stopped.done_bytes < plan.total_bytes
    room = room_for(plan, models)
    assert room.missing_bytes == plan.total_bytes - stopped.done_bytes
    assert room.is_enough

    discard_download(models, REPO)
    assert unfinished_downloads(models) == ()
    with pytest.raises(ModelNotFound, match="no unfinished download"):
        discard_download(models, REPO)
    fetch()
    assert not list(models.glob(".*.json"))


def test_waiting_and_checking_are_told(
    server: HubOnLoopback, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.faults[UNET] = ["drop"]
    hub = Hub(endpoint=server.endpoint, retries=Retries(attempts=3, first_pause=0.3))
    told: list[DownloadProgress] = []
    download(hub, plan_download(hub, REPO, "fp16", never), models, told.append, never)
    waits = [one for one in told if one.retry_in is not None]
    assert {one.file for one in waits} == {UNET}
    assert all(0 < (one.retry_in or 0) <= 0.3 for one in waits)
    assert any(one.checking and one.file == UNET for one in told)
    assert told[-1].done_bytes == told[-1].total_bytes
    assert told[-1].retry_in is None


def test_a_model_without_folders_for_its_parts(server: HubOnLoopback, models: Path) -> None:
    faces = files_of(find_resources() / "starter-model" / "unconditional")
    flat = {name.rpartition("/")[2]: data for name, data in faces.items()}
    server.repos["google/ddpm-cat-256"] = flat | {
        "README.md": b"",
        "diffusion_pytorch_model.bin": b"",
    }
    hub = Hub(endpoint=server.endpoint, retries=AT_ONCE)
    plan = plan_download(hub, "google/ddpm-cat-256", "fp16", never)
    folder = download(hub, plan, models, ignored, never)
    assert set(files_of(folder)) == {
        *("model_index.json", "config.json", "scheduler_config.json"),
        "diffusion_pytorch_model.safetensors",
    }
    assert resolve(str(folder), find_resources()).pipeline_class in ("DDPMPipeline", "DDIMPipeline")
