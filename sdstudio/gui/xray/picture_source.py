"""Where the VAE and Forward panes get a picture from: a file, a drop, or the canvas."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import Image, ImageOps
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRectF,
    Qt,
    QTemporaryDir,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QDropEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdstudio.gui.file_drag import local_files
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import GAP, RADIUS, ThemeSource
from sdstudio.request import MIN_SIDE, SdstudioError
from sdstudio.xray import Rgb

FORMATS = ("PNG", "JPEG", "WEBP")
ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
_ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""
MAX_BYTES = 256 * 2**20
MAX_PIXELS = 64_000_000
LONGEST_SIDE = 512
"""Pixels that a picture is shrunk to unless the pane says otherwise."""
PICTURE_FILE = "picture.png"
"""What scripts call a picture that lies in no file: it can be saved under this name."""
_ZONE = 120
"""Height of the frame that asks for a drop, in device independent pixels."""
_ASK_EVERY = 15
"""Milliseconds between two questions whether a picture has been read."""
_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class UnreadablePicture(SdstudioError):
    """A file is no picture, a damaged one, or one of a kind or size that is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePicture:
    """A picture to look into. ``name`` is its file's name, empty for the one on the canvas.

    ``width`` and ``height`` are what it had before it was shrunk to ``picture``. ``file`` is the
    path where a script finds the very same pixels, empty when they lie nowhere.
    """

    picture: Rgb
    name: str
    width: int
    height: int
    file: str = ""


def read_picture(
    path: Path, longest: int = LONGEST_SIDE, folder: Path | None = None
) -> SourcePicture:
    """A picture from a file, upright, on white where it is transparent, shrunk to ``longest``.

    Where any of this changed it, it is written to ``folder``, so that a script finds the same one.
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
            is_changed = image.has_transparency_data or opened.getexif().get(_ORIENTATION, 1) != 1
            image = _fitted(_on_white(image), longest)
            is_changed = is_changed or image.size != size
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
    picture = _rgb(image, path.name)
    return SourcePicture(
        picture=picture,
        name=path.name,
        width=size[0],
        height=size[1],
        file=_written(image, picture, folder) if is_changed else str(path.absolute()),
    )


def shrunk(picture: Rgb, longest: int = LONGEST_SIDE, folder: Path | None = None) -> SourcePicture:
    """The picture on the canvas, shrunk to ``longest`` and written to ``folder`` for scripts.

    Slow: any thread but the window's may call it.

    Raises:
        UnreadablePicture: it is too small to be looked into.
    """
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.data)
    image = _fitted(image, longest)
    small = _rgb(image, "")
    return SourcePicture(
        picture=small,
        name="",
        width=picture.width,
        height=picture.height,
        file=_written(image, small, folder),
    )


def picture_from_image(
    image: QImage, longest: int = LONGEST_SIDE, folder: Path | None = None
) -> SourcePicture:
    """A picture of Qt's; else as ``shrunk``.

    Raises:
        UnreadablePicture: it is too small to be looked into.
    """
    opaque = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(opaque.constBits(), np.uint8).reshape(opaque.height(), -1)
    pixels = np.ascontiguousarray(rows[:, : 3 * opaque.width()])
    whole = Rgb(width=opaque.width(), height=opaque.height(), data=pixels.tobytes())
    return shrunk(whole, longest, folder)


def _fitted(image: Image.Image, longest: int) -> Image.Image:
    """Shrunk so that the longer side is ``longest``; in one go, so that a script can repeat it."""
    share = longest / max(image.size)
    if share >= 1:
        return image
    width, height = (max(1, round(side * share)) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    white = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(white, layer).convert("RGB")


def _rgb(image: Image.Image, name: str) -> Rgb:
    if min(image.size) < MIN_SIDE:
        raise UnreadablePicture(
            "The picture “{name}” is too small: {width} × {height} pixels."
            if name
            else "The picture is too small: {width} × {height} pixels.",
            "Choose a larger one.",
            name=name,
            width=image.width,
            height=image.height,
        )
    return Rgb(width=image.width, height=image.height, data=image.tobytes())


def _written(image: Image.Image, picture: Rgb, folder: Path | None) -> str:
    """Where a script finds the picture; one that cannot be written costs only the script."""
    if folder is None:
        return ""
    name = hashlib.sha256(picture.data).hexdigest()[:12]
    path = folder / f"picture-{name}.png"
    try:
        image.save(path, format="PNG")
    except OSError as problem:
        _log.warning("%s could not be written for scripts: %s", path, problem)
        return ""
    return str(path)


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
        themes: ThemeSource,
        icons: IconSet,
        prefix: str,
        parent: QWidget | None = None,
    ) -> None:
        """``canvas_picture`` gives None while no picture is on the canvas. ``prefix`` begins the
        object names, since two panes have such a row."""
        super().__init__(parent)
        self._canvas_picture = canvas_picture
        self._longest = LONGEST_SIDE
        self._folder = QTemporaryDir()
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
        self.zone = _DropZone(self.tr("Drop a picture here"), themes)
        self.zone.setObjectName(f"{prefix}DropZone")
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
        layout.addWidget(self.zone)
        self.open_button.clicked.connect(self._open)
        self.canvas_button.clicked.connect(self.use_canvas)
        self._tell(self.tr("PNG, JPEG or WebP."))

    def set_longest(self, longest: int) -> None:
        """How long the longer side of pictures read from now on may be, in pixels."""
        self._longest = max(MIN_SIDE, longest)

    def accept_drops_on(self, widget: QWidget) -> None:
        """Takes pictures that are dropped on ``widget``."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def open(self, path: Path) -> None:
        """Reads a file."""
        self._read(_bound(read_picture, path, self._longest, self._scripts()), path.name)

    @Slot()
    def use_canvas(self) -> None:
        """Takes what the canvas shows."""
        picture = self._canvas_picture()
        if picture is None:
            self.warn(self.tr("There is no picture on the canvas. Make or choose one first."))
            return
        self._read(_bound(shrunk, picture, self._longest, self._scripts()), "")

    def use(self, image: QImage) -> None:
        """Takes an image."""
        # A copy: Qt's images share their pixels, and whose they are may go on drawing.
        self._read(_bound(picture_from_image, image.copy(), self._longest, self._scripts()), "")

    def _scripts(self) -> Path | None:
        """Where pictures lie for scripts, as long as the app runs."""
        return Path(self._folder.path()) if self._folder.isValid() else None

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

    def _dropped(self, event: QDropEvent) -> bool:
        mime = event.mimeData()
        files = local_files(mime)
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
        self.zone.hide()
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


class _DropZone(PlainLabel):
    """A dashed frame that says what to do with it."""

    def __init__(self, text: str, themes: ThemeSource) -> None:
        super().__init__(text, role="hint")
        self._themes = themes
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(_ZONE)
        themes.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._themes.theme.line), 1.5, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.end()
        super().paintEvent(event)


def _bound(function: Callable[..., _Result], *arguments: object) -> Callable[[], _Result]:
    return lambda: function(*arguments)
