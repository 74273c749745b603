"""A process that stores pictures and names each one once it is safe; for tests to kill or watch.

Arguments: the folder of the gallery, how many pictures (0: until killed), and what to do besides:
``add``, or ``die-deleting`` to end without warning inside the move to the trash.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import NoReturn

from sdstudio.gallery.metadata import encode_picture
from sdstudio.gallery.store import Gallery
from sdstudio.request import Generated, GenerationRequest, Provenance

SIDE = 384


def denoising(request_id: str) -> bytes:
    """What is kept beside a picture: large enough to be met half written."""
    return request_id.encode() * 30_000


def die(path: Path) -> NoReturn:
    os._exit(9)


def main(root: Path, count: int, action: str) -> None:
    noise = random.Random(os.getpid())
    provenance = Provenance(
        sdstudio="0.1.0",
        torch="2.13.0",
        diffusers="0.42.1",
        device="cpu",
        dtype="float32",
        model_name="Starter",
        pipeline_class="StableDiffusionPipeline",
    )
    with Gallery(root / "pictures", root / "gallery.sqlite3", root / "cache") as gallery:
        done = 0
        while not count or done < count:
            request = GenerationRequest(
                prompt=f"picture 絵 {done}", width=SIDE, height=SIDE, seed=done
            )
            generated = Generated(
                request=request,
                rgb=noise.randbytes(SIDE * SIDE * 3),
                width=SIDE,
                height=SIDE,
                seconds=0.5,
                provenance=provenance,
            )
            item = gallery.add(encode_picture(generated))
            sys.stdout.write(f"{request.id} {item.path}\n")
            sys.stdout.flush()
            done += 1
            if action == "die-deleting":
                gallery.delete(item.id, die)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
