"""The film of a denoising: what an animation shows of it, step by step.

Neither torch nor Qt here; the window and the command line share it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from sdstudio.animation import Picture
from sdstudio.gallery.metadata import read_encoded, read_picture
from sdstudio.request import TrajectoryInfo, TrajectoryMissing, View
from sdstudio.session import GenerationSession


def denoising_frames(
    session: GenerationSession,
    info: TrajectoryInfo,
    view: View,
    final: bytes | Path | None = None,
) -> Iterator[Picture]:
    """The steps of ``info`` in order, all of one size, each labelled such as “8 / 20”.

    ``final`` is the finished picture, a PNG or where it lies. In the view ``x0`` it takes the place
    of the last step: there the preview's map is only near it, and some schedulers' last x0 is not
    yet the picture. Each frame is decoded when it is asked for, in the thread that asks, which may
    be any but the GUI thread.

    Raises:
        TrajectoryMissing: the denoising is no longer in memory, or not all of it.
        UnreadablePicture: the finished picture is gone or damaged; told before the first frame.
    """
    last = info.steps[-1].index if info.steps else 0
    total = max(last, info.request.num_inference_steps)
    finished = _decoded(final) if view == "x0" and final is not None else None
    for step in info.steps:
        frame = session.frame(info.request.id, step.index, view)
        if frame is None:
            raise TrajectoryMissing(
                "The denoising of this picture is no longer in memory.",
                "Make the picture again to look inside.",
            )
        rgb = frame.rgb
        if finished is not None and step.index == last:
            size = (frame.width, frame.height)
            if finished.size != size:
                finished = finished.resize(size, Image.Resampling.LANCZOS)
            rgb = finished.tobytes()
        label = f"{step.index} / {total}"
        yield Picture(rgb=rgb, width=frame.width, height=frame.height, label=label)


def _decoded(picture: bytes | Path) -> Image.Image:
    # Checked first: that refuses, in a sentence, what is damaged or too large to be decoded.
    if isinstance(picture, Path):
        read_picture(picture)
        picture = picture.read_bytes()
    else:
        read_encoded(picture)
    with Image.open(BytesIO(picture), formats=("PNG",)) as image:
        return image.convert("RGB")
