"""What a window is like for who works by keyboard, listens to it, or sees little; as found faults.

Everything is asked of the window as it is on the screen: names of Qt's accessibility interface,
the order of the Tab key as it goes, colours of the pixels that are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSlider,
    QTabBar,
    QTableWidget,
    QToolButton,
    QWidget,
)

from sdstudio.gui.labels import ElidedLabel
from sdstudio.gui.tab_order import followers

TEXT, PART = 4.5, 3.0
"""Least contrasts of WCAG 2.2: text, and the parts of controls that tell something."""
_SCALE = 2
"""Pixels of a rendered picture for each of the window: strokes are as dark as they are meant."""
_RING = 24
"""Pixels of a window that a mark of the focus changes at least."""
_LEAST = 8
"""Pixels of a picture's side below which nothing can be read in it."""
_INSET = 8
"""Pixels of a picture that the edge of a button takes."""
_ROWS = 8
"""How many rows of a list are looked at."""
Pixels = npt.NDArray[np.uint32]
_TOUCHED = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QTabBar),
)


# -- what there is ---------------------------------------------------------------------------


def shown(root: QWidget) -> list[QWidget]:
    """``root`` and everything of it that is on the screen, without other windows of its own."""
    return [
        root,
        *(
            one
            for one in root.findChildren(QWidget)
            if one.isVisible() and one.window() is root.window() and not one.size().isEmpty()
        ),
    ]


def touched(root: QWidget) -> list[QWidget]:
    """Those that the user works with, by mouse or keyboard."""
    return [one for one in shown(root) if _is_touched(one) and not _is_qts_part(one)]


def _is_touched(one: QWidget) -> bool:
    if isinstance(one, _TOUCHED):
        return True
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) or any(
        "mousePressEvent" in vars(kind)
        for kind in type(one).__mro__
        if kind.__module__.startswith("sdstudio")
    )


def _is_qts_part(one: QWidget) -> bool:
    """Whether Qt made it, as a part of a field or a list or a window."""
    if isinstance(one, QScrollBar | QMenuBar | QMenu | QHeaderView | QMainWindow):
        return True
    if one.objectName().startswith("qt_") or one.focusProxy() is not None:
        return True
    above = one.parentWidget()
    if isinstance(above, QTableWidget) and isinstance(one, QAbstractButton):
        return True
    if isinstance(above, QAbstractScrollArea) and one is above.viewport():
        return True
    while above is not None and not isinstance(above, QAbstractSpinBox | QComboBox):
        above = above.parentWidget()
    return above is not None


def told(one: QWidget) -> str:
    """A widget in the words of a report."""
    above: QWidget | None = one
    names: list[str] = []
    while above is not None and len(names) < 3:
        if above.objectName() and not above.objectName().startswith("qt_"):
            names.append(above.objectName())
        above = above.parentWidget()
    return f"{type(one).__name__} {'<'.join(names)}"


# -- names -----------------------------------------------------------------------------------


def name_faults(root: QWidget) -> Iterator[str]:
    """Widgets that a screen reader cannot tell, or not from each other."""
    names: dict[tuple[str, QWidget | None], QWidget] = {}
    for one in touched(root):
        interface = QAccessible.queryAccessibleInterface(one)
        name = interface.text(QAccessible.Text.Name)
        if not one.objectName():
            yield f"{told(one)}: has no object name"
        if not name.strip() or name == one.objectName() or not any(map(str.isalnum, name)):
            yield f"{told(one)}: is called {name!r}"
        elif "&" in name.replace(" & ", ""):
            yield f"{told(one)}: is called {name!r}, with the mark of its key"
        if isinstance(one, QAbstractButton) and one.isCheckable() != bool(
            interface.state().checkable
        ):
            yield f"{told(one)}: does not say that it can be checked"
        if bool(interface.state().disabled) == one.isEnabled():
            yield f"{told(one)}: does not say that it is disabled"
        if isinstance(one, QComboBox) and not _is_labelled(interface):
            yield f"{told(one)}: says its choice, and not what is chosen"
        if "<" in interface.text(QAccessible.Text.Description):
            yield f"{told(one)}: is described with tags"
        # Painted by ourselves: Qt knows no role for it, so it must say what it shows.
        if interface.role() == QAccessible.Role.NoRole:
            yield f"{told(one)}: has no role"
        is_painted = type(one).__module__.startswith("sdstudio") and not one.isWindow()
        is_unknown = interface.role() == QAccessible.Role.Client
        if is_painted and is_unknown and not one.accessibleDescription():
            yield f"{told(one)}: is painted, and does not say what it shows"
        other = names.setdefault((name, one.parentWidget()), one)
        if other is not one and not _are_one_value(one, other):
            yield f"{told(one)}: is called {name!r}, as {told(other)} is"


def _is_labelled(combo: QAccessibleInterface) -> bool:
    """On Linux, Qt names a combo box by its choice: what it is for must stand elsewhere."""
    described = combo.text(QAccessible.Text.Description)
    labels = [kind for _, kind in combo.relations() if kind & QAccessible.RelationFlag.Label]
    return bool(labels or described)


def _are_one_value(one: QWidget, other: QWidget) -> bool:
    """A slider and the number field beside it are two ways to the same value."""
    return isinstance(one, QSlider) != isinstance(other, QSlider)


# -- keyboard --------------------------------------------------------------------------------


def keyboard_faults(root: QWidget) -> Iterator[str]:
    """What of ``root`` Tab does not reach, or out of order, and focus that is not seen.

    Its window is the active one.
    """
    for area in root.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    wanted = [one for one in _chain(root) if _takes_tab(one)]
    if not wanted:
        return
    boxes = {one: _box(one) for one in wanted}
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    order: list[QWidget] = []
    current = QApplication.focusWidget()
    if current not in boxes:
        yield f"{told(wanted[0])}: takes no focus"
    while current is not None and root.isAncestorOf(current) and current not in order:
        order.append(current)
        boxes.setdefault(current, _box(current))  # it could not be used before
        focused = _around(current)
        following = _after(current, Qt.Key.Key_Tab)
        if following is not current and (ring := _changed(focused, _around(current))) < _RING:
            yield f"{told(current)}: its focus is not seen ({ring} pixels)"
        if following is current and len(wanted) > 1:
            yield f"{told(current)}: Tab does not leave it"
        current = following
    for one in wanted:
        if one not in order and _takes_tab(one):
            yield f"{told(one)}: Tab does not reach it"
    for one, after in pairwise(order):
        if not _is_read_before(boxes[one], boxes[after]):
            yield f"{told(after)}: comes after {told(one)}, and stands before it"
    for after, one in pairwise(reversed(order)):
        after.setFocus(Qt.FocusReason.TabFocusReason)
        if (before := _after(after, Qt.Key.Key_Backtab)) is not one:
            yield f"{told(after)}: Shift+Tab goes to {told(before)}, not to {told(one)}"


def _chain(root: QWidget) -> list[QWidget]:
    """What is shown of ``root``, in the order of Tab beginning at its window."""
    seen = set(shown(root))
    return [one for one in followers(root.window()) if one in seen]


def _after(one: QWidget, key: Qt.Key) -> QWidget:
    """Where the focus is once this key was pressed in ``one``."""
    back = Qt.KeyboardModifier.ShiftModifier
    keys = back if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(one, key, keys)
    return QApplication.focusWidget() or one


def _takes_tab(one: QWidget) -> bool:
    return (
        bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and one.isEnabled()
        and one.focusProxy() is None
        and not one.objectName().startswith("qt_")
        and one.parentWidget() is not None
    )


def _box(one: QWidget) -> QRect:
    """Where it is in its window; what is scrolled out of sight counts as at the edge."""
    box = QRect(one.mapTo(one.window(), QPoint()), one.size())
    above = one.parentWidget()
    while above is not None and above is not one.window():
        if isinstance(above, QScrollArea):
            edge = above.mapTo(one.window(), QPoint()).y() + above.height()
            box.setTop(min(box.top(), edge))
            box.setBottom(min(box.bottom(), edge))
        above = above.parentWidget()
    return box


def _is_read_before(one: QRect, after: QRect) -> bool:
    """Whether who reads lines from the left, and columns one after the other, gets there later."""
    if after.bottom() < one.top():
        return after.left() > one.right()
    is_beside = min(one.bottom(), after.bottom()) - max(one.top(), after.top()) > 0
    return not (is_beside and after.right() < one.left() and after.bottom() <= one.bottom())


def _around(one: QWidget) -> Pixels:
    area = QRect(one.mapTo(one.window(), QPoint(-4, -4)), one.size() + QSize(8, 8))
    return _pixels(one.window().grab(area.intersected(one.window().rect())).toImage())


def _changed(one: Pixels, other: Pixels) -> int:
    """How many pixels changed by what the eye can tell apart."""
    if one.shape != other.shape:
        return _RING
    different = one != other
    return int(np.sum(_contrast(one[different], other[different]) >= PART))


# -- colours ---------------------------------------------------------------------------------


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 defines it, 1 to 21."""
    return float(_contrast(_pixel(one), _pixel(other))[0])


def luminance(colour: QColor) -> float:
    """As WCAG 2 defines it, 0 to 1."""
    return float(_luminance(_pixel(colour))[0])


def _pixel(colour: QColor) -> Pixels:
    return np.array([colour.rgb()], np.uint32)


def _contrast(one: Pixels, other: Pixels) -> npt.NDArray[np.float64]:
    lights = np.sort([_luminance(one), _luminance(other)], axis=0)
    return np.asarray((lights[1] + 0.05) / (lights[0] + 0.05))


def _luminance(pixels: Pixels) -> npt.NDArray[np.float64]:
    parts = np.stack([pixels >> shift & 0xFF for shift in (16, 8, 0)], axis=-1) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


@dataclass(frozen=True)
class Drawn:
    """A text that was painted by code of the app: where, in pixels of the picture, and how."""

    text: str
    area: QRect
    colour: QColor
    owner: str


def contrast_faults(root: QWidget) -> Iterator[str]:
    """Texts and signs that stand out too little from what is behind them."""
    with _drawn_texts() as drawn:
        pixels = _rendered(root)
    for one in drawn:
        part = _part(pixels, one.area)
        if min(part.shape) < _LEAST or not one.text.strip():
            continue
        ground = _ground(part)
        ratio = contrast(_over(one.colour, ground), ground)
        if ratio < TEXT:
            yield f"{one.owner}: paints {one.text!r} with {ratio:.2f} ({ground.name()})"
    for widget in shown(root):
        if widget.isEnabled():
            seen = widget.visibleRegion().boundingRect()
            part = _part(pixels, _area(root, widget, seen))
            if min(part.shape) >= _LEAST:
                yield from _widget_contrast_faults(widget, part)
                if isinstance(widget, QAbstractItemView) and widget.model() is not None:
                    yield from _rows_contrast_faults(root, widget, pixels)


def _area(root: QWidget, one: QWidget, place: QRect) -> QRect:
    """``place`` in ``one`` as pixels of a picture of ``root``."""
    return QRect(one.mapTo(root, place.topLeft()) * _SCALE, place.size() * _SCALE)


def _widget_contrast_faults(one: QWidget, part: Pixels) -> Iterator[str]:
    if isinstance(one, QAbstractButton):
        if type(one).__module__.startswith("sdstudio"):
            return  # painted, and noted as such
        inner = part[_INSET:-_INSET, _INSET:-_INSET]
        is_empty = not one.text() and one.icon().isNull()
        if not is_empty and min(inner.shape) >= _LEAST:
            ground = _ground(inner)
            ratio = _most_contrast(inner, ground)
            if ratio < (TEXT if one.text() else PART):
                yield f"{told(one)}: stands out with {ratio:.2f} from {ground.name()}"
        return
    for role in _text_roles(one):
        ground = _ground(part)
        ratio = contrast(_over(one.palette().color(role), ground), ground)
        if ratio < TEXT:
            yield f"{told(one)}: {role.name} stands out with {ratio:.2f} from {ground.name()}"


def _text_roles(one: QWidget) -> tuple[QPalette.ColorRole, ...]:
    """In which colours Qt paints the texts of a widget."""
    if isinstance(one, QLabel):
        return (one.foregroundRole(),) if one.text().strip() else ()
    if isinstance(one, QLineEdit | QPlainTextEdit):
        return (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
    return (QPalette.ColorRole.Text,) if isinstance(one, QAbstractSpinBox | QComboBox) else ()


def _rows_contrast_faults(root: QWidget, view: QAbstractItemView, pixels: Pixels) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(), _ROWS)):
        index = model.index(row, 0)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not isinstance(text, str) or not text or not _is_enabled(index):
            continue
        place = view.visualRect(index).intersected(view.viewport().rect())
        part = _part(pixels, _area(root, view.viewport(), place))
        if min(part.shape) >= _LEAST:
            ground = _ground(part)
            if (ratio := _most_contrast(part, ground)) < TEXT:
                yield f"{told(view)}: row {text!r} stands out with {ratio:.2f}"


def _is_enabled(index: QModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)


def _rendered(root: QWidget) -> Pixels:
    image = QImage(root.size() * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(root.palette().color(QPalette.ColorRole.Window))
    root.render(image)
    return _pixels(image)


def _pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    if image.isNull():  # scrolled out of sight
        return np.zeros((0, 0), np.uint32)
    rows = np.frombuffer(image.constBits(), np.uint32)
    return rows.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()].copy()


@contextmanager
def _drawn_texts() -> Iterator[list[Drawn]]:
    """Notes each text that Python code paints onto a widget meanwhile."""
    drawn: list[Drawn] = []
    draw: Callable[..., None] = QPainter.drawText

    def note(painter: QPainter, *arguments: object) -> None:
        draw(painter, *arguments)
        place, text = _place_and_text(painter, arguments)
        device = painter.device()
        if isinstance(device, QWidget) and device.isEnabled():
            area = painter.deviceTransform().mapRect(place).toAlignedRect()
            colour = painter.pen().color()
            colour.setAlphaF(colour.alphaF() * painter.opacity())
            drawn.append(Drawn(text, area, colour, told(device)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", note)
        yield drawn


def _place_and_text(painter: QPainter, arguments: tuple[Any, ...]) -> tuple[QRectF, str]:
    """Where and what ``QPainter.drawText`` was told to paint, whichever way it was called."""
    text = next(one for one in arguments if isinstance(one, str))
    first, second, *_ = arguments
    if isinstance(first, QRect | QRectF):
        if second is text:
            return painter.boundingRect(QRectF(first), *arguments[1:]), text
        return painter.boundingRect(QRectF(first), int(second), text), text
    is_point = isinstance(first, QPoint | QPointF)
    point = QPointF(first) if is_point else QPointF(first, second)
    return QRectF(painter.fontMetrics().boundingRect(text)).translated(point), text


def _over(colour: QColor, ground: QColor) -> QColor:
    """A colour that lets something through, over that."""
    share = colour.alphaF()
    return QColor.fromRgbF(
        *(
            share * above + (1 - share) * below
            for above, below in zip(colour.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


def _part(pixels: Pixels, area: QRect) -> Pixels:
    """What of an area lies within the picture."""
    area = area.intersected(QRect(0, 0, pixels.shape[1], pixels.shape[0]))
    return pixels[area.top() : area.bottom() + 1, area.left() : area.right() + 1]


def _ground(part: Pixels) -> QColor:
    """What most of a part is filled with."""
    colours, counts = np.unique(part, return_counts=True)
    return QColor.fromRgb(int(colours[np.argmax(counts)]))


def _most_contrast(part: Pixels, ground: QColor) -> float:
    colours = np.unique(part)
    return float(_contrast(colours, np.full_like(colours, ground.rgb())).max())


# -- room ------------------------------------------------------------------------------------


def room_faults(root: QWidget) -> Iterator[str]:
    """Labels and buttons whose text is cut off."""
    for one in shown(root):
        if isinstance(one, ElidedLabel):
            continue  # it ends in … and says the rest in its tooltip
        if isinstance(one, QLabel) and one.text():
            width, height = one.sizeHint().width(), one.sizeHint().height()
            if one.wordWrap():
                width, height = 0, one.heightForWidth(one.width())
        elif isinstance(one, QAbstractButton) and _shows_text(one):
            size = one.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, one.text())
            width, height = size.width(), size.height()
        else:
            continue
        if one.width() < width or one.height() < height:
            yield f"{told(one)}: {one.text()!r} is cut"


def _shows_text(button: QAbstractButton) -> bool:
    if _is_qts_part(button) or type(button).__module__.startswith("sdstudio"):
        return False
    is_icon = (
        isinstance(button, QToolButton)
        and not button.icon().isNull()
        and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    return bool(button.text()) and not is_icon
