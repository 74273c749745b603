"""Small parts that forms are built of: numbers with sliders, a seed, folds and segments."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QEvent, QObject, QRegularExpression, QSize, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, without_key
from sdstudio.gui.theme import GAP
from sdstudio.request import MAX_SEED

_NUMBER_WIDTH = 64
_RANDOM_SEEDS = 2**32
"""Random seeds stay below this: short enough to read out, as other programs choose them."""


class CalmSlider(QSlider):
    """A slider that the wheel passes by, so scrolling the panel changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmSpin(QSpinBox):
    """A field for a whole number; the wheel changes it only when it has the focus."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(_NUMBER_WIDTH)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CalmDoubleSpin(QDoubleSpinBox):
    """A field for a number with one decimal; as ``CalmSpin``.

    Point and comma both part the decimal, whatever the language: none of these numbers is so large
    that a comma could part its thousands, and Qt would take 7,5 for 75 or refuse it.
    """

    def __init__(self, least: float, most: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(_NUMBER_WIDTH)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        return super().validate(self._spelt(text), place)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._spelt(text))

    def _spelt(self, text: str) -> str:
        point = self.locale().decimalPoint()
        return text.replace(",", point).replace(".", point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SliderBinding(QObject):
    """Keeps a slider and a number field on one value; the field may reach beyond the slider."""

    def __init__(
        self, slider: QSlider, spin: QSpinBox | QDoubleSpinBox, per_unit: int, parent: QObject
    ) -> None:
        """``per_unit`` slider steps make 1 of the field's value."""
        super().__init__(parent)
        self._slider = slider
        self._spin = spin
        self._per_unit = per_unit
        slider.valueChanged.connect(self._slider_moved)
        spin.valueChanged.connect(self._value_changed)
        self._value_changed()

    @Slot()
    def _slider_moved(self) -> None:
        value = self._slider.value() / self._per_unit
        if isinstance(self._spin, QSpinBox):
            self._spin.setValue(round(value))
        else:
            self._spin.setValue(value)

    @Slot()
    def _value_changed(self) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(round(self._spin.value() * self._per_unit))
        self._slider.blockSignals(False)


def slider_row(
    label: str,
    slider: QSlider,
    spin: QSpinBox | QDoubleSpinBox,
) -> QVBoxLayout:
    """A heading over a slider and its number field."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(slider, 1)
    spin.setFixedWidth(_NUMBER_WIDTH)
    row.addWidget(spin)
    return titled(label, row, spin)


def titled(label: str, content: QHBoxLayout | QVBoxLayout | QWidget, buddy: QWidget) -> QVBoxLayout:
    """A heading over something; its mnemonic puts the focus on ``buddy``."""
    heading = PlainLabel(label, role="heading")
    heading.setBuddy(buddy)
    column = QVBoxLayout()
    column.setSpacing(GAP // 2)
    column.addWidget(heading)
    if isinstance(content, QWidget):
        column.addWidget(content)
    else:
        column.addLayout(content)
    return column


class SeedEdit(QLineEdit):
    """A field for a seed from 0 to 2**63 - 1, more than a spin box of Qt can hold."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("mono", True)
        self.setMaxLength(32)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9 ]{0,32}"), self))
        self.setText("0")
        self.textChanged.connect(self.value_changed)
        self.editingFinished.connect(self._tidy)

    def value(self) -> int:
        """The seed typed; a number that is too large counts as the largest seed."""
        digits = self.text().replace(" ", "")
        return min(int(digits), MAX_SEED) if digits else 0

    def set_value(self, seed: int) -> None:
        """Shows a seed."""
        self.setText(str(max(0, min(seed, MAX_SEED))))

    def roll(self) -> int:
        """Puts a random seed in and gives it back."""
        self.set_value(secrets.randbelow(_RANDOM_SEEDS))
        return self.value()

    @Slot()
    def _tidy(self) -> None:
        if self.text() != str(self.value()):
            self.set_value(self.value())


class WideScroll(QScrollArea):
    """Scrolls downwards only: it is never narrower than what is in it.

    Texts are longer in some languages; cut off, they could not be scrolled to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        if content is None:
            return super().minimumSizeHint()
        width = content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())


class Fold(QWidget):
    """A heading that folds what is below it away."""

    toggled = Signal(bool)

    def __init__(
        self, title: str, content: QWidget, icons: IconSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._content = content
        self.button = QPushButton(title)
        self.button.setProperty("look", "fold")
        self.button.setCheckable(True)
        self.button.setAccessibleName(without_key(title))
        self.button.toggled.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.button)
        layout.addWidget(content)
        self._show(False)

    def set_open(self, is_open: bool) -> None:
        """Folds or unfolds."""
        self.button.setChecked(is_open)

    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self.button.isChecked()

    @Slot(bool)
    def _show(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self._icons.attach(self.button, "chevron-down" if is_open else "chevron-right")
        self.toggled.emit(is_open)
