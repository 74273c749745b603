"""The canvas: the picture being made, or one of the gallery, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdstudio.gui.decoding import image_from_rgb
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.request import StepPreview

_MARGIN = 3 * GAP
_CORNER = 4.0


class Canvas(QWidget):
    """Paints one picture, centred and scaled to fit, smoothly or with its pixels visible.

    Pictures never change the widget's size. ``start`` lays out the frame of a picture to come;
    previews and the finished picture are drawn into that frame. GUI thread only.
    """

    first_painted = Signal()
    """Emitted once, after the first paint."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        themes.changed.connect(self.update)
        self._image = QImage()
        self._frame = QSize()
        self._smooth = True
        self._was_painted = False
        self._shows_ring = False

    # -- what it shows -----------------------------------------------------------------------

    def start(self, width: int, height: int) -> None:
        """Lays out the frame of a picture that is about to be made, in its own pixels.

        A picture of the same size stays until the first preview, so that a batch does not flicker.
        """
        size = QSize(width, height)
        if self._image.size() != size:
            self._image = QImage()
        self._frame = size
        self.update()

    def show_preview(self, preview: StepPreview) -> None:
        """Draws a preview into the frame, whatever the preview's own size is."""
        self._image = image_from_rgb(preview.rgb, preview.width, preview.height)
        if self._frame.isEmpty():
            self._frame = self._image.size()
        self.update()

    def show_image(self, image: QImage) -> None:
        """Shows a finished picture; the frame takes its size."""
        self._image = image
        self._frame = image.size()
        self.update()

    def clear(self) -> None:
        """Shows nothing."""
        self._image = QImage()
        self._frame = QSize()
        self.update()

    def describe(self, text: str) -> None:
        """What the canvas shows, for people who cannot see it."""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    @property
    def image(self) -> QImage:
        """The picture shown, in its own pixels; null when there is none."""
        return self._image

    @property
    def frame_size(self) -> QSize:
        """The size of the frame in the picture's own pixels."""
        return self._frame

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a picture nor a frame for one."""
        return self._frame.isEmpty()

    @property
    def smooth(self) -> bool:
        """Whether pictures are scaled smoothly; otherwise their pixels are seen."""
        return self._smooth

    @Slot(bool)
    def set_smooth(self, smooth: bool) -> None:
        """Chooses how pictures are scaled."""
        if smooth != self._smooth:
            self._smooth = smooth
            self.update()

    # -- painting ----------------------------------------------------------------------------

    def frame_rect(self) -> QRectF:
        """Where the picture is drawn, in device independent pixels; empty without a frame.

        Edges lie on whole device pixels, so that they are sharp.
        """
        if self._frame.isEmpty():
            return QRectF()
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if room.isEmpty():
            return QRectF()
        size = QSizeF(self._frame).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        ratio = self.devicePixelRatioF()
        width = max(1, round(size.width() * ratio)) / ratio
        height = max(1, round(size.height() * ratio)) / ratio
        left = round((self.width() - width) / 2 * ratio) / ratio
        top = round((self.height() - height) / 2 * ratio) / ratio
        return QRectF(QPointF(left, top), QSizeF(width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        frame = self.frame_rect()
        if not frame.isEmpty():
            if self._image.isNull():
                path = QPainterPath()
                path.addRoundedRect(frame, _CORNER, _CORNER)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.fillPath(path, QColor(theme.panel))
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
                painter.drawImage(frame, self._image)
        if self._shows_ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(theme.accent))
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, 6.0, 6.0)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A ring helps who came by the keyboard; who clicked knows where the focus is.
        self._shows_ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_ring = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(720, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)
