"""A process that does all that a gallery can, and tells what is safe; for tests to kill.

Before each thing that it does it sends ``Begun``, and afterwards ``Done``: from then on, what that
says must survive.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from sdstudio.gallery.importing import import_folder
from sdstudio.gallery.metadata import encode_picture
from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.ordering import Change
from sdstudio.gallery.rebuild import rebuild
from sdstudio.gallery.store import Gallery
from sdstudio.request import GalleryItem, Generated, GenerationRequest, Provenance
from tests.gallery.foreign_pictures import png, webui_text
from tests.gallery.saving import denoising

SIDE = 64
MANY = 40
_NAMES = ("cat", "猫", "two words")


@dataclass(frozen=True, slots=True)
class State:
    """What is to be known of one picture."""

    is_listed: bool
    rating: int = 0
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    has_denoising: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """From now on the pictures at these paths may be as before or as after; others may be new."""

    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What is safe now, by path."""

    states: dict[Path, State]


def state_of(item: GalleryItem) -> State:
    return State(
        is_listed=True,
        rating=item.rating,
        tags=item.tags,
        collections=item.collections,
        has_denoising=item.trajectory_bytes > 0,
    )


def move_to_trash(path: Path) -> Path:
    """As a system's trash does: by one rename, out of the pictures folder."""
    trash = next(one for one in path.parents if one.name == "pictures").with_name("Trash")
    trash.mkdir(exist_ok=True)
    return path.rename(trash / path.name)


def work(root: Path, seed: int, sender: Connection) -> None:
    """Goes on until killed."""
    chance = random.Random(seed)
    with Gallery(root / "pictures", root / "gallery.sqlite3", root / "cache") as gallery:
        while True:
            count = gallery.count()
            some = gallery.items(chance.sample(gallery.ids(), min(3, count)))
            match chance.randrange(3 if count < 5 else 8):
                case 0 | 1:
                    sender.send(Begun())
                    sender.send(Done(_add(gallery, chance)))
                case 2:
                    sender.send(Begun())
                    sender.send(Done(_import(gallery, root, chance)))
                case 3 | 4 | 5:
                    change = Change(
                        rating=chance.randrange(6),
                        add_tags=(chance.choice(_NAMES),),
                        remove_tags=(chance.choice(_NAMES),),
                        add_collections=(chance.choice(_NAMES),),
                    )
                    sender.send(Begun(tuple(item.path for item in some)))
                    gallery.edit([item.id for item in some], change)
                    after = gallery.items(item.id for item in some)
                    sender.send(Done({item.path: state_of(item) for item in after}))
                case 6 if count < MANY:
                    _delete_and_restore(gallery, some[0], sender, is_restored=True)
                case _:
                    _delete_and_restore(gallery, some[0], sender, is_restored=False)


def rebuild_often(root: Path, sender: Connection) -> None:
    """Goes on until killed; says when it begins."""
    sender.send(Begun())
    while True:
        rebuild(root / "pictures", root / "gallery.sqlite3").backup.unlink()


def _add(gallery: Gallery, chance: random.Random) -> dict[Path, State]:
    request = GenerationRequest(
        prompt=f"picture 絵 {chance.random()}", width=SIDE, height=SIDE, seed=chance.getrandbits(40)
    )
    generated = Generated(
        request=request,
        rgb=chance.randbytes(SIDE * SIDE * 3),
        width=SIDE,
        height=SIDE,
        seconds=0.5,
        provenance=Provenance(
            sdstudio="0.1.0",
            torch="2.13.0",
            diffusers="0.42.1",
            device="cpu",
            dtype="float32",
            model_name="Starter",
            pipeline_class="StableDiffusionPipeline",
        ),
    )
    item = gallery.add(encode_picture(generated))
    if chance.randrange(2):
        item = gallery.keep_trajectory(item.id, denoising(request.id))
    return {item.path: state_of(item)}


def _import(gallery: Gallery, root: Path, chance: random.Random) -> dict[Path, State]:
    folder = root / f"source {chance.getrandbits(60)}"
    folder.mkdir()
    for number in range(3):
        text = webui_text(prompt=f"theirs {chance.random()}")
        (folder / f"{number}.png").write_bytes(png({"parameters": text}))
    report = import_folder(gallery, folder, copy=True)
    return {item.path: state_of(item) for item in gallery.items(report.ids)}


def _delete_and_restore(
    gallery: Gallery, item: GalleryItem, sender: Connection, *, is_restored: bool
) -> None:
    sender.send(Begun((item.path,)))
    gallery.delete(item.id, move_to_trash)
    sender.send(Done({item.path: State(is_listed=False)}))
    if is_restored:
        sender.send(Begun((item.path,)))
        restored = gallery.restore(item.id)
        assert trajectory_path(item.path).exists() == (item.trajectory_bytes > 0)
        sender.send(Done({item.path: state_of(restored)}))
