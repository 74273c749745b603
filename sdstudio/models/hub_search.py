"""Looking for models on the hub. What it answers may be anything: each entry is taken as it is
sound, and left out where it is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sdstudio.models.detection import Family, family_of
from sdstudio.models.hub_client import Hub
from sdstudio.models.hub_errors import DownloadFailed
from sdstudio.models.hub_selection import check_repo_id
from sdstudio.pipelines import PIPELINES
from sdstudio.request import InvalidRequest

MOST_FOUND = 100
_MOST_ANSWER = 8 << 20
_MOST_WORDS = 200
_LONGEST_LICENCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class HubModel:
    """A model that the hub has found.

    ``pipeline_class`` and ``licence`` are empty where the hub does not tell them. ``family`` is
    ``other`` where the class alone does not tell it, as with Stable Diffusion 1 and 2.
    """

    repo_id: str
    pipeline_class: str
    family: Family
    licence: str
    downloads: int
    likes: int
    is_gated: bool

    @property
    def is_supported(self) -> bool | None:
        """Whether this version runs its pipeline; None where the hub does not tell which it is."""
        return self.pipeline_class in PIPELINES if self.pipeline_class else None


def search_models(
    hub: Hub, words: str, limit: int, must_stop: Callable[[], bool]
) -> tuple[HubModel, ...]:
    """The diffusers models that fit the words, those that are downloaded most first.

    Without words these are the most popular ones; ``limit`` is at most ``MOST_FOUND``. Waits for
    the network: never call it on the GUI thread.

    Raises:
        AccessDenied, DownloadFailed: the hub has said no, nothing, or nonsense.
        OfflineByChoice: the hub is not to be asked.
        Cancelled: ``must_stop`` answered true.
    """
    limit = max(1, min(limit, MOST_FOUND))
    answer = hub.answer(
        "/api/models",
        {
            "search": " ".join(words.split())[:_MOST_WORDS],
            "filter": "diffusers",
            "sort": "downloads",
            "direction": -1,
            "limit": limit,
            "expand": ["downloads", "likes", "gated", "tags"],
        },
        _MOST_ANSWER,
        must_stop,
    )
    if not isinstance(answer, list):
        raise DownloadFailed(
            "The answer of {endpoint} makes no sense.",
            "Check the address of the hub.",
            endpoint=hub.endpoint,
        )
    found = [model for entry in answer[:limit] if (model := _model(entry)) is not None]
    return tuple(found)


def _model(entry: Any) -> HubModel | None:
    if not isinstance(entry, dict):
        return None
    try:
        repo_id = check_repo_id(str(entry.get("id", "")))
    except InvalidRequest:
        return None
    listed = entry.get("tags")
    tags = [tag for tag in listed if isinstance(tag, str)] if isinstance(listed, list) else []
    pipeline_class = _tagged(tags, "diffusers:")
    family: Family = "other"
    if pipeline_class != "StableDiffusionPipeline":
        family = family_of(pipeline_class)
    return HubModel(
        repo_id=repo_id,
        pipeline_class=pipeline_class,
        family=family,
        licence=_tagged(tags, "license:"),
        downloads=_count(entry.get("downloads")),
        likes=_count(entry.get("likes")),
        is_gated=bool(entry.get("gated")),
    )


def _tagged(tags: list[str], start: str) -> str:
    texts = (tag.removeprefix(start) for tag in tags if tag.startswith(start))
    return "".join(filter(str.isprintable, next(texts, "")))[:_LONGEST_LICENCE]


def _count(value: object) -> int:
    return value if type(value) is int and value >= 0 else 0
