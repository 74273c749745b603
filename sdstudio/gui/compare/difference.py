"""How two pictures differ, pixel by pixel, computed off the GUI thread."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SAME_SHAPE = 0.01
"""How much the ratio of two pictures' sides may differ for them to be laid over each other."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The absolute difference of two pictures, as a picture and in numbers.

    ``image`` is amplified ``gain`` times. ``mean`` and ``most`` are shares of the whole range, not
    amplified; ``differing`` is the share of pixels that are not the same in all three colours.
    """

    image: QImage
    gain: int
    mean: float
    most: float
    differing: float


def common_size(first: QSize, second: QSize) -> QSize | None:
    """The size at which two pictures lie over each other; None where their shapes differ."""
    if first.isEmpty() or second.isEmpty():
        return None
    ratio = first.width() * second.height() / (first.height() * second.width())
    if abs(ratio - 1) > _SAME_SHAPE:
        return None
    return max(first, second, key=QSize.width)


def difference(first: QImage, second: QImage, gain: int) -> Difference:
    """Compares two pictures; the smaller one is scaled to the larger one's size.

    Takes some ten milliseconds a megapixel: not on the GUI thread.

    Raises:
        ValueError: one is null, or they cannot be laid over each other.
    """
    # Here and not above: the window would load it at the start, and on the GUI thread.
    import numpy as np

    size = common_size(first.size(), second.size())
    if size is None:
        raise ValueError(f"{first.size()} and {second.size()} cannot be compared")
    one, other = _pixels(first, size), _pixels(second, size)
    # Of unsigned bytes the smaller is taken from the larger.
    apart = np.maximum(one, other) - np.minimum(one, other)
    amplified = np.minimum(apart.astype(np.uint16) * gain, 255).astype(np.uint8)
    rgb = np.ascontiguousarray(amplified)
    height, width = rgb.shape[:2]
    wrapped = QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    return Difference(
        # The conversion copies, so the bytes may go away.
        image=wrapped.convertToFormat(QImage.Format.Format_RGB32),
        gain=gain,
        mean=float(apart.mean()) / 255,
        most=float(apart.max()) / 255,
        differing=float(apart.any(axis=2).mean()),
    )


def _pixels(image: QImage, size: QSize) -> NDArray[np.uint8]:
    """height x width x 3 bytes, the picture scaled to ``size``."""
    import numpy as np

    if image.size() != size:
        image = image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    # Qt pads lines to whole words. Copied, because the bytes end with the image.
    lines = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return lines[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()


class DifferenceMaker(QObject):
    """Compares in a thread of its own; of several questions only the last is answered."""

    made = Signal(object)
    """Difference: the answer to the question asked last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="difference")
        self._lock = threading.Lock()
        self._latest = 0

    def ask(self, first: QImage, second: QImage, gain: int) -> None:
        """Compares two pictures that can be laid over each other; returns at once."""
        with self._lock:
            self._latest += 1
            self._pool.submit(self._make, self._latest, first, second, gain)

    def forget(self) -> None:
        """The answer is no longer wanted."""
        with self._lock:
            self._latest += 1

    def close(self) -> None:
        """Waits for an answer at work and ends the thread."""
        self.forget()
        self._pool.shutdown(wait=True)

    def _make(self, number: int, first: QImage, second: QImage, gain: int) -> None:
        if number != self._latest:
            return
        try:
            made = difference(first, second, gain)
        except Exception:
            _log.exception("two pictures could not be compared")
            return
        with self._lock:
            if number == self._latest:
                self.made.emit(made)
