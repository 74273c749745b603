"""Pictures side by side, to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image


def sheet(
    pictures: npt.NDArray[np.uint8] | Sequence[npt.NDArray[np.uint8]],
    columns: int,
    enlarged: int = 1,
) -> Image.Image:
    """(H, W, 3) pictures in rows of ``columns``, each ``enlarged`` times as large.

    A last row that is not full is left out, unless it is the only one.
    """
    shown = len(pictures) // columns * columns or len(pictures)
    rows = [
        np.concatenate(list(pictures[start : start + columns]), axis=1)
        for start in range(0, shown, columns)
    ]
    image = Image.fromarray(np.concatenate(rows))
    size = (image.width * enlarged, image.height * enlarged)
    return image.resize(size, Image.Resampling.NEAREST)
