"""The buttons and keys that zoom a picture, for every window that shows one in full size."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.numbers import percent
from sdstudio.gui.theme import GAP
from sdstudio.gui.tool_button import icon_button
from sdstudio.gui.zoom_canvas import ZoomCanvas


class ZoomBar(QWidget):
    """Smaller, how large, larger, fitted, one to one. GUI thread only."""

    def __init__(self, prefix: str, canvas: ZoomCanvas, icons: IconSet) -> None:
        """``prefix`` begins the buttons' objectNames; ``canvas`` is what they zoom at first."""
        super().__init__()
        self._canvas = canvas
        smaller = icon_button(f"{prefix}ZoomOutButton", self.tr("Smaller"), "−", "zoom-out", icons)
        larger = icon_button(f"{prefix}ZoomInButton", self.tr("Larger"), "+", "zoom-in", icons)
        fit = icon_button(f"{prefix}FitButton", self.tr("Fit"), "Ctrl+0", "fit", icons)
        pixels = icon_button(
            f"{prefix}PixelsButton", self.tr("One to one"), "Ctrl+1", "pixels", icons
        )
        self.label = PlainLabel("", role="hint")
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMinimumWidth(7 * GAP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        for part in (smaller, self.label, larger, fit, pixels):
            row.addWidget(part)
        smaller.clicked.connect(self._zoom_out)
        larger.clicked.connect(self._zoom_in)
        fit.clicked.connect(self._fit)
        pixels.clicked.connect(self._show_pixels)

    def set_canvas(self, canvas: ZoomCanvas) -> None:
        """Zooms another picture from now on."""
        self._canvas = canvas
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Says how large the picture is now."""
        self.label.setText(percent(self._canvas.scale()))

    def take_key(self, event: QKeyEvent) -> bool:
        """Does what a key stands for; false where it does not zoom. Digits alone are ratings."""
        key = Qt.Key(event.key())
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_in()
        elif key == Qt.Key.Key_Minus:
            self._zoom_out()
        elif with_control and key == Qt.Key.Key_0:
            self._fit()
        elif with_control and key == Qt.Key.Key_1:
            self._show_pixels()
        elif with_control and key == Qt.Key.Key_2:
            self._canvas.set_scale(2.0)
        else:
            return False
        return True

    @Slot()
    def _zoom_in(self) -> None:
        self._canvas.zoom(1)

    @Slot()
    def _zoom_out(self) -> None:
        self._canvas.zoom(-1)

    @Slot()
    def _fit(self) -> None:
        self._canvas.fit()

    @Slot()
    def _show_pixels(self) -> None:
        self._canvas.set_scale(1.0)
