"""What the library lists: a model on this machine, one to download, or one that is on its way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from sdstudio.gui.sentences import translated
from sdstudio.gui.setting_words import told_model
from sdstudio.models.download_progress import DownloadProgress
from sdstudio.models.scanning import LibraryModel
from sdstudio.request import SdstudioError

Source = Literal["all", "built in", "here", "hub", "downloads"]
"""A part of the library: everything, what comes with the app, what else lies on this machine, what
the hub offers, and what is being downloaded."""

SOURCES: tuple[Source, ...] = ("all", "built in", "here", "hub", "downloads")

Stage = Literal["asking", "waiting", "running", "paused", "failed", "finished"]

LOADABLE = ("pipeline", "checkpoint")
"""Kinds that make pictures by themselves."""
PARTS = ("denoiser", "vae", "lora", "embedding")
"""Kinds that are a part of a model, or something that is added to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A model of the hub. ``title`` is what people call it, empty where only its id is known.
    ``about`` is a sentence on what it is good for, a phrase if it is ours; ``bytes`` about how much
    comes, None where that is not known before the hub is asked. ``is_gated`` models need a token.
    """

    repo_id: str
    title: str = ""
    family: str = ""
    about: str = ""
    licence: str = ""
    bytes: int | None = None
    is_gated: bool = False
    downloads: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """How far the download of a model is.

    ``total_bytes`` is 0 until the hub has told it. ``seconds_left`` is None while nothing comes;
    ``retry_in`` are the seconds until a failed request is made again, else None. ``is_checking``
    while the checksum of a file is computed.
    ``error`` is why it stopped, ``folder`` where the finished model is.
    """

    repo_id: str
    stage: Stage
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    retry_in: float | None = None
    is_checking: bool = False
    error: SdstudioError | None = None
    folder: Path | None = None

    @property
    def is_active(self) -> bool:
        """Whether it goes on by itself."""
        return self.stage in ("asking", "waiting", "running")

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.done_bytes / self.total_bytes if self.total_bytes else 0.0

    def at(self, progress: DownloadProgress) -> Download:
        """The same download, running, where it is now."""
        return replace(
            self,
            stage="running",
            done_bytes=progress.done_bytes,
            total_bytes=progress.total_bytes,
            bytes_per_second=progress.bytes_per_second,
            seconds_left=progress.seconds_left,
            retry_in=progress.retry_in,
            is_checking=progress.checking,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: exactly one of ``model`` and ``offer`` is there; an offer may have a download.

    ``key`` tells it from all others: a model's reference, or ``hub:`` and the repository's id.
    """

    key: str
    name: str
    model: LibraryModel | None = None
    offer: Offer | None = None
    download: Download | None = None

    @property
    def can_load(self) -> bool:
        """Whether pictures can be made with it now."""
        return self.model is not None and can_load(self.model)

    @property
    def is_part(self) -> bool:
        """Whether it is sound, but only a part of a model or something that is added to one."""
        return self.model is not None and self.model.kind in PARTS

    @property
    def is_broken(self) -> bool:
        """Whether there is something to complain of, other than that it is only a part."""
        return self.model is not None and self.model.complaint is not None and not self.is_part

    def belongs_to(self, source: Source) -> bool:
        """Whether a part of the library lists it."""
        if source == "all":
            return True
        if self.model is not None:
            return source == ("built in" if self.model.origin == "built in" else "here")
        return source == "hub" or (source == "downloads" and self.download is not None)

    def matches(self, words: Sequence[str]) -> bool:
        """Whether name, family, kind or path hold each of the words, given in lower case."""
        parts = [self.name]
        if self.model is not None:
            parts += [self.model.family, self.model.kind, str(self.model.path), self.model.licence]
        if self.offer is not None:
            parts += [
                self.offer.repo_id,
                self.offer.title,
                self.offer.family,
                translated(self.offer.about),
                self.offer.licence,
            ]
        text = "\n".join(parts).lower()
        return all(word in text for word in words)


def can_load(model: LibraryModel) -> bool:
    """Whether pictures can be made with a model, and with it alone."""
    return model.complaint is None and model.kind in LOADABLE


def hub_key(repo_id: str) -> str:
    """The key of a model that is not on this machine."""
    return f"hub:{repo_id}"


def shown_name(model: LibraryModel, downloads: Path) -> str:
    """A model's name; of one that was downloaded into ``downloads``, its name on the hub."""
    owner, mark, name = model.path.name.partition("--")
    if model.path.parent == downloads and mark:
        return f"{owner}/{name}"
    return model.name


def entries_of(
    models: Iterable[LibraryModel],
    offers: Iterable[Offer],
    downloads: Mapping[str, Download],
    folder: Path,
) -> list[Entry]:
    """All rows: models first, then what is on its way, then what may be downloaded.

    ``folder`` is where downloads go. What is on this machine already is not offered again.
    """
    listed: dict[str, Entry] = {}
    here: set[str] = set()
    for model in models:
        name = shown_name(model, folder)
        here.add(name)
        listed[model.reference] = Entry(key=model.reference, name=told_model(name), model=model)
    by_id = {offer.repo_id: offer for offer in reversed([*offers])}
    wanted = [id for id, download in downloads.items() if download.stage != "finished"]
    # What is offered keeps its place when it is being downloaded.
    others = (id for id in wanted if id not in by_id)
    for repo_id in (*others, *reversed(by_id)):
        if repo_id in here:
            continue
        key = hub_key(repo_id)
        offer = by_id.get(repo_id, Offer(repo_id=repo_id))
        listed[key] = Entry(
            key=key,
            name=offer.title or repo_id,
            offer=offer,
            download=downloads.get(repo_id),
        )
    return list(listed.values())


def told_apart(models: Sequence[LibraryModel], downloads: Path) -> dict[str, str]:
    """Names by reference; where two models have one name, the folder they lie in is told too."""
    names = {model.reference: shown_name(model, downloads) for model in models}
    taken = list(names.values())
    for model in models:
        name = names[model.reference]
        if taken.count(name) > 1 and model.origin != "built in":
            names[model.reference] = f"{name} ({model.path.parent.name})"
    return names
