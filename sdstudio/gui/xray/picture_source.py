"""Where the VAE and Forward panes get a picture from: a file, a drop, or the canvas."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import Image, ImageOps
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import GAP
from sdstudio.request import MIN_SIDE, SdstudioError
from sdstudio.xray import Rgb

FORMATS = ("PNG", "JPEG", "WEBP")
ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
MAX_BYTES = 256 * 2**20
MAX_PIXELS = 64_000_000
LONGEST_SIDE = 512
"""Pixels that a picture is shrunk to unless the pane says otherwise."""
_ASK_EVERY = 15
"""Milliseconds between two questions whether a picture has been read."""
_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class UnreadablePicture(SdstudioError):
    """A file is no picture, a damaged one, or one of a kind or size that is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePicture:
    """A picture to look into. ``name`` is its file's name, empty for the one on the canvas.

    ``width`` and ``height`` are what it had before it was shrunk to ``picture``.
    """

    picture: Rgb
    name: str
    width: int
    height: int


def read_picture(path: Path, longest: int = LONGEST_SIDE) -> SourcePicture:
    """A picture from a file, upright, on white where it is transparent, shrunk to ``longest``.

    Slow: any thread but the window's may call it.

    Raises:
        UnreadablePicture: there is no such picture.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path)
        with Image.open(path, formats=FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise _too_large(path)
            image = ImageOps.exif_transpose(opened)
            size = image.size
            image = _on_white(image)
            image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    except SdstudioError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise _too_large(path) from problem
    except OSError as problem:
        # Pillow's own errors are OSErrors without a number.
        if problem.errno is None:
            raise _damaged(path) from problem
        raise UnreadablePicture(
            "“{name}” could not be read: {reason}.",
            "Look whether the file is still there.",
            name=path.name,
            reason=(problem.strerror or str(problem)).lower(),
        ) from problem
    except Exception as problem:  # whatever a damaged file makes a decoder raise
        _log.info("%s cannot be decoded: %r", path, problem)
        raise _damaged(path) from problem
    return SourcePicture(
        picture=_rgb(image, path.name), name=path.name, width=size[0], height=size[1]
    )


def shrunk(picture: Rgb, longest: int = LONGEST_SIDE) -> SourcePicture:
    """The picture on the canvas, shrunk to ``longest``. Any thread may call it.

    Raises:
        UnreadablePicture: it is too small to be looked into.
    """
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.data)
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return SourcePicture(
        picture=_rgb(image, ""), name="", width=picture.width, height=picture.height
    )


def picture_from_image(image: QImage, longest: int = LONGEST_SIDE) -> SourcePicture:
    """A picture of Qt's, shrunk to ``longest``. Any thread may call it.

    Raises:
        UnreadablePicture: it is too small to be looked into.
    """
    opaque = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(opaque.constBits(), np.uint8).reshape(opaque.height(), -1)
    pixels = np.ascontiguousarray(rows[:, : 3 * opaque.width()])
    whole = Rgb(width=opaque.width(), height=opaque.height(), data=pixels.tobytes())
    return shrunk(whole, longest)


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    white = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(white, layer).convert("RGB")


def _rgb(image: Image.Image, name: str) -> Rgb:
    if min(image.size) < MIN_SIDE:
        raise UnreadablePicture(
            "The picture {name} is too small: {width} × {height} pixels.",
            "Choose a larger one.",
            name=f"“{name}”" if name else "",
            width=image.width,
            height=image.height,
        )
    return Rgb(width=image.width, height=image.height, data=image.tobytes())


def _damaged(path: Path) -> UnreadablePicture:
    return UnreadablePicture(
        "“{name}” is not a picture that can be read; it may be damaged.",
        "Choose a PNG, JPEG or WebP file.",
        name=path.name,
    )


def _too_large(path: Path) -> UnreadablePicture:
    return UnreadablePicture(
        "“{name}” is too large: at most {pixels} million pixels are read.",
        "Make a smaller copy of it and choose that.",
        name=path.name,
        pixels=MAX_PIXELS // 1_000_000,
    )


def choose_picture(parent: QWidget) -> Path | None:
    """Lets the user choose a picture's file; None when they do not."""
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    words = QCoreApplication.translate("PictureSource", "Pictures")
    title = QCoreApplication.translate("PictureSource", "Open a picture")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", f"{words} ({endings})")
    return Path(chosen) if chosen else None


class PictureSource(QWidget):
    """The row of buttons that gets a picture, and the sentence about what was got.

    Files are read in a thread of their own; the one asked for last counts. Pictures can also be
    dropped on the widget given to ``accept_drops_on``. GUI thread only.
    """

    chosen = Signal(object)
    """SourcePicture."""

    def __init__(
        self,
        canvas_picture: Callable[[], Rgb | None],
        icons: IconSet,
        prefix: str,
        parent: QWidget | None = None,
    ) -> None:
        """``canvas_picture`` gives None while no picture is on the canvas. ``prefix`` begins the
        object names, since two panes have such a row."""
        super().__init__(parent)
        self._canvas_picture = canvas_picture
        self._longest = LONGEST_SIDE
        self._reading: Future[SourcePicture] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_EVERY)
        self._timer.timeout.connect(self._take)
        self.open_button = QPushButton(self.tr("&Open…"))
        self.open_button.setObjectName(f"{prefix}OpenButton")
        self.open_button.setAccessibleName(self.tr("Open a picture"))
        icons.attach(self.open_button, "folder")
        self.canvas_button = QPushButton(self.tr("&Use the picture on the canvas"))
        self.canvas_button.setObjectName(f"{prefix}CanvasButton")
        self.canvas_button.setAccessibleName(self.tr("Use the picture on the canvas"))
        self.told = PlainLabel(role="hint", wrap=True)
        self.told.setObjectName(f"{prefix}PictureTold")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.open_button)
        row.addWidget(self.canvas_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addLayout(row)
        layout.addWidget(self.told)
        self.open_button.clicked.connect(self._open)
        self.canvas_button.clicked.connect(self.use_canvas)
        self._tell(self.tr("Drop a picture here, open one, or use the one on the canvas."))

    def set_longest(self, longest: int) -> None:
        """How long the longer side of pictures read from now on may be, in pixels."""
        self._longest = max(MIN_SIDE, longest)

    def accept_drops_on(self, widget: QWidget) -> None:
        """Takes pictures that are dropped on ``widget``."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def open(self, path: Path) -> None:
        """Reads a file."""
        self._read(_bound(read_picture, path, self._longest), path.name)

    @Slot()
    def use_canvas(self) -> None:
        """Takes what the canvas shows."""
        picture = self._canvas_picture()
        if picture is None:
            self.warn(self.tr("There is no picture on the canvas. Make or choose one first."))
            return
        self._read(_bound(shrunk, picture, self._longest), "")

    def use(self, image: QImage) -> None:
        """Takes an image."""
        # A copy: Qt's images share their pixels, and whose they are may go on drawing.
        self._read(_bound(picture_from_image, image.copy(), self._longest), "")

    def is_reading(self) -> bool:
        """Whether a picture is on its way."""
        return self._reading is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
            QEvent.Type.Drop,
        ):
            return self._dropped(event)
        return super().eventFilter(watched, event)

    def _dropped(self, event: QDropEvent | QDragEnterEvent) -> bool:
        mime = event.mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if not files and not mime.hasImage():
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is not QEvent.Type.Drop:
            return True
        if files:
            self.open(files[0])
        elif isinstance(image := mime.imageData(), QImage) and not image.isNull():
            self.use(image)
        return True

    @Slot()
    def _open(self) -> None:
        path = choose_picture(self)
        if path is not None:
            self.open(path)

    def _read(self, work: Callable[[], SourcePicture], name: str) -> None:
        # A pool for each, told at once that nothing more comes: its thread ends with the reading.
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="picture")
        self._reading = pool.submit(work)
        pool.shutdown(wait=False)
        self._tell(self.tr("Reading “{name}”…").format(name=name) if name else "")
        self._timer.start()

    @Slot()
    def _take(self) -> None:
        if self._reading is None or not self._reading.done():
            return
        self._timer.stop()
        done, self._reading = self._reading, None
        try:
            source = done.result()
        except SdstudioError as error:
            self.warn(sentence(error))
            return
        except Exception:
            _log.exception("a picture could not be read")
            self.warn(self.tr("The picture could not be read; the log has the details."))
            return
        self._tell(self._words(source))
        self.chosen.emit(source)

    def _words(self, source: SourcePicture) -> str:
        name = source.name or self.tr("A picture")
        width, height = source.picture.width, source.picture.height
        if (width, height) == (source.width, source.height):
            return self.tr("{name}, {width} × {height}").format(
                name=name, width=width, height=height
            )
        return self.tr(
            "{name}, {width} × {height}, shrunk to {small_width} × {small_height}"
        ).format(
            name=name,
            width=source.width,
            height=source.height,
            small_width=width,
            small_height=height,
        )

    def _tell(self, text: str) -> None:
        self.told.set_role("hint")
        self.told.setText(text)

    def warn(self, text: str) -> None:
        """Says what is wrong in the place of what was got."""
        self.told.set_role("warning")
        self.told.setText(text)


def _bound(function: Callable[..., _Result], *arguments: object) -> Callable[[], _Result]:
    return lambda: function(*arguments)
