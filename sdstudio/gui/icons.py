"""The app's own icons: line drawings in SVG, coloured by the theme."""

from __future__ import annotations

import weakref
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QScreen,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from sdstudio.gui.theme import Theme, ThemeSource, palette

SIZE = 16
"""Side of an icon on a control, in device independent pixels."""


class IconSet(QObject):
    """Reads icons from one folder and keeps those in use in the colours of the theme."""

    def __init__(self, folder: Path, themes: ThemeSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._themes = themes
        self._sources: dict[str, str] = {}
        self._attached: list[tuple[weakref.ref[QAbstractButton | QAction], str, bool]] = []
        self._made: dict[tuple[str, bool], QIcon] = {}
        """In the colours of the theme in use, for the screens that there are."""
        themes.changed.connect(self._recolour)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screen_added)

    def attach(
        self, target: QAbstractButton | QAction, name: str, *, on_accent: bool = False
    ) -> None:
        """Gives ``target`` an icon that follows the theme; again with another name to swap it."""
        self._attached = [
            entry for entry in self._attached if (held := entry[0]()) and held is not target
        ]
        self._attached.append((weakref.ref(target), name, on_accent))
        target.setIcon(self._icon(name, on_accent))

    def pixmap(self, name: str, colour: str, side: int, ratio: float) -> QPixmap:
        """One icon drawn for ``side`` device independent pixels at a device pixel ratio."""
        return _drawn(self._source(name), QColor(colour), side, ratio)

    def application_icon(self) -> QIcon:
        """The app's own sign, in its own colours."""
        icon = QIcon()
        for side in (16, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(_drawn(self._source("sdstudio"), QColor(), side, 1.0))
        return icon

    def _icon(self, name: str, on_accent: bool) -> QIcon:
        if (name, on_accent) not in self._made:
            self._made[name, on_accent] = self._make(name, on_accent)
        return self._made[name, on_accent]

    def _make(self, name: str, on_accent: bool) -> QIcon:
        theme: Theme = self._themes.theme
        faint = palette(theme).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        normal = QColor(theme.on_accent if on_accent else theme.text)
        icon = QIcon()
        for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
            drawn = _drawn(self._source(name), normal, SIZE, ratio)
            # Said for each mode: what is missing Qt would make itself, in colours of its own.
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
                icon.addPixmap(drawn, mode)
            faintly = _drawn(self._source(name), faint, SIZE, ratio)
            icon.addPixmap(faintly, QIcon.Mode.Disabled)
        return icon

    def _source(self, name: str) -> str:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            self._sources[name] = path.read_text(encoding="utf-8")
        return self._sources[name]

    @Slot(QScreen)
    def _screen_added(self, screen: QScreen) -> None:
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        self._made.clear()
        alive: list[tuple[weakref.ref[QAbstractButton | QAction], str, bool]] = []
        for reference, name, on_accent in self._attached:
            if (target := reference()) is not None and _is_alive(target):
                target.setIcon(self._icon(name, on_accent))
                alive.append((reference, name, on_accent))
        self._attached = alive


def _drawn(source: str, colour: QColor, side: int, ratio: float) -> QPixmap:
    text = source.replace("currentColor", colour.name()) if colour.isValid() else source
    renderer = QSvgRenderer(QByteArray(text.encode("utf-8")))
    pixels = round(side * ratio)
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if colour.isValid():
        painter.setOpacity(colour.alphaF())
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _is_alive(target: QObject) -> bool:
    """Whether Qt still has the object behind a Python name."""
    try:
        target.objectName()
    except RuntimeError:
        return False
    return True
