"""Looking for models on the hub, and a hub that answers with anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import huggingface_hub
import pytest
from huggingface_hub import close_session

from sdstudio.models.hub import plan_download
from sdstudio.models.hub_client import Hub
from sdstudio.models.hub_errors import AccessDenied, DownloadFailed, OfflineByChoice
from sdstudio.models.hub_search import HubModel, search_models
from sdstudio.models.hub_selection import check_repo_id
from sdstudio.models.recommended import present_name, recommended_models
from sdstudio.models.transfer import Retries
from sdstudio.paths import find_resources
from sdstudio.pipelines import PIPELINES
from sdstudio.request import Cancelled
from tests.models.hub_server import HubOnLoopback, files_of, serving

SOUND: dict[str, Any] = {
    "id": "painter/pictures",
    "downloads": 12,
    "likes": 3,
    "gated": "auto",
    "tags": ["diffusers", "license:mit", "diffusers:StableDiffusionXLPipeline"],
}


def never() -> bool:
    return False


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubOnLoopback]:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    with serving() as hub:
        yield hub
    close_session()


@pytest.fixture
def hub(server: HubOnLoopback) -> Hub:
    return Hub(endpoint=server.endpoint, retries=Retries(attempts=2, first_pause=0.0))


def test_what_the_hub_finds(server: HubOnLoopback, hub: Hub) -> None:
    server.found = [SOUND]
    (model,) = search_models(hub, "  two\n words ", 5, never)
    assert model == HubModel(
        repo_id="painter/pictures",
        pipeline_class="StableDiffusionXLPipeline",
        family="sdxl",
        licence="mit",
        downloads=12,
        likes=3,
        is_gated=True,
    )
    assert model.is_supported
    asked = parse_qs(server.asked[0].query)
    assert asked["search"] == ["two words"]
    assert asked["filter"] == ["diffusers"]
    assert asked["sort"] == ["downloads"]
    assert asked["limit"] == ["5"]


@pytest.mark.parametrize(
    "entry",
    [
        None,
        [],
        {},
        {"id": None},
        {"id": "../../etc"},
        {"id": "no-owner"},
        {"id": "a/b\n", "tags": []},
    ],
)
def test_an_entry_of_no_use_is_left_out(server: HubOnLoopback, hub: Hub, entry: Any) -> None:
    server.found = [entry, SOUND]
    assert [model.repo_id for model in search_models(hub, "", 9, never)] == ["painter/pictures"]


def test_values_of_the_wrong_kind(server: HubOnLoopback, hub: Hub) -> None:
    tags = [5, None, "diffusers:", "license:" + "x\x1b" * 500]
    server.found = [{"id": "a/b", "downloads": "9", "likes": True, "gated": False, "tags": tags}]
    (model,) = search_models(hub, "", 9, never)
    assert (model.downloads, model.likes, model.is_gated) == (0, 0, False)
    assert model.is_supported is None
    assert model.licence == "x" * 100
    server.found = [{"id": "a/b", "tags": 5}]
    assert search_models(hub, "", 9, never)[0].family == "other"


def test_an_answer_that_is_none(server: HubOnLoopback, hub: Hub) -> None:
    server.found = {"error": "no"}
    with pytest.raises(DownloadFailed, match="makes no sense"):
        search_models(hub, "", 9, never)
    server.found = ["x" * (9 << 20)]
    with pytest.raises(DownloadFailed, match="makes no sense"):
        search_models(hub, "", 9, never)
    server.found = []
    assert search_models(hub, "", 9, never) == ()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(404, "did not answer the question"), (401, "does not accept the token"), (503, "is broken")],
)
def test_a_hub_that_refuses(server: HubOnLoopback, hub: Hub, status: int, sentence: str) -> None:
    server.faults["/api/models"] = [(status, {})] * 2
    with pytest.raises(DownloadFailed, match=sentence):
        search_models(Hub(endpoint=hub.endpoint, token="hf_x", retries=hub.retries), "", 9, never)


def test_a_hub_that_recovers_and_a_user_who_does_not_wait(server: HubOnLoopback, hub: Hub) -> None:
    server.found = [SOUND]
    server.faults["/api/models"] = [(503, {})]
    assert len(search_models(hub, "", 9, never)) == 1
    with pytest.raises(Cancelled):
        search_models(hub, "", 9, lambda: True)


def test_offline_nothing_is_asked(server: HubOnLoopback, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = Hub(endpoint=server.endpoint, offline=True)
    with pytest.raises(OfflineByChoice, match="You are offline by choice"):
        search_models(hub, "", 9, never)
    with pytest.raises(OfflineByChoice, match="You are offline by choice"):
        plan_download(hub, "painter/pictures", None, never)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(OfflineByChoice, match="HF_HUB_OFFLINE is set"):
        search_models(Hub(endpoint=server.endpoint), "", 9, never)
    assert server.asked == []


def test_a_repository_that_was_renamed(server: HubOnLoopback, hub: Hub) -> None:
    server.repos["new/name"] = files_of(find_resources() / "starter-model" / "pipeline")
    server.renamed["old/name"] = "new/name"
    plan = plan_download(hub, "old/name", None, never)
    assert plan.listing.repo_id == "new/name"
    server.listing_names["new/name"] = "../evil"
    with pytest.raises(DownloadFailed, match="makes no sense"):
        plan_download(hub, "new/name", None, never)


def test_gated_is_told_when_the_plan_is_made(server: HubOnLoopback, hub: Hub) -> None:
    server.repos["a/b"] = files_of(find_resources() / "starter-model" / "pipeline")
    server.tokens = {"hf_right"}
    with pytest.raises(AccessDenied, match="with a token"):
        plan_download(hub, "a/b", None, never)


def test_the_recommended_ones_can_be_run_and_asked_for() -> None:
    models = recommended_models()
    assert len({model.repo_id for model in models}) == len(models) >= 10
    for model in models:
        assert check_repo_id(model.repo_id) == model.repo_id
        assert model.pipeline_class in PIPELINES
        assert present_name(model.repo_id) == model.repo_id
        assert model.purpose.endswith(".")
    names = {model.repo_id for model in models}
    assert present_name("runwayml/stable-diffusion-v1-5") in names
    assert present_name("stabilityai/stable-diffusion-2-1") in names
