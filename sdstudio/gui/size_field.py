"""The size of the picture: three shapes by a click, or both sides by hand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdstudio.gui.fields import CalmSpin
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.theme import GAP
from sdstudio.request import MAX_SIDE, MIN_SIDE

_SHAPES = ("square", "portrait", "landscape", "custom")


class SizeField(QWidget):
    """Width and height in pixels, both always multiples of what the model can take."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factor = 8
        self._least = MIN_SIDE
        self._most = MAX_SIDE
        self._base = QSize(128, 128)
        self._shapes = QButtonGroup(self)
        labels = (
            self.tr("Square"),
            self.tr("Portrait"),
            self.tr("Landscape"),
            self.tr("Custom"),
        )
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        for index, (shape, label) in enumerate(zip(_SHAPES, labels, strict=True)):
            button = QPushButton(label)
            button.setObjectName(f"{shape}Button")
            button.setAccessibleName(self.tr("Size: {shape}").format(shape=label))
            button.setCheckable(True)
            button.setProperty("look", "segment")
            self._shapes.addButton(button, index)
            row.addWidget(button, 1)
        self.width_spin = self._side_spin("widthSpin", self.tr("Width in pixels"))
        self.height_spin = self._side_spin("heightSpin", self.tr("Height in pixels"))
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(GAP)
        sides.addWidget(self.width_spin, 1)
        sides.addWidget(PlainLabel("×", role="hint"))
        sides.addWidget(self.height_spin, 1)
        self._unit = PlainLabel("", role="hint")
        sides.addWidget(self._unit)
        self._sides = QWidget()
        self._sides.setLayout(sides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addLayout(row)
        layout.addWidget(self._sides)
        self._only = PlainLabel("", role="hint")
        self._only.setObjectName("onlySize")
        self._only.hide()
        layout.addWidget(self._only)
        self._shapes.idClicked.connect(self._shape_clicked)
        self.set_size(128, 128)
        self._tell_limits()

    def _side_spin(self, name: str, label: str) -> CalmSpin:
        spin = CalmSpin(MIN_SIDE, MAX_SIDE)
        spin.setObjectName(name)
        spin.setAccessibleName(label)
        spin.setSingleStep(self._factor)
        spin.editingFinished.connect(self._snap)
        spin.valueChanged.connect(self.changed)
        return spin

    def size_in_pixels(self) -> tuple[int, int]:
        """Width and height as they would be used now."""
        return self._snapped(self.width_spin.value()), self._snapped(self.height_spin.value())

    def set_size(self, width: int, height: int) -> None:
        """Shows a size, as one of the shapes where it is one."""
        self.width_spin.setValue(width)
        self.height_spin.setValue(height)
        for index, size in enumerate(self._shape_sizes()):
            if (width, height) == (size.width(), size.height()):
                self._check(index)
                return
        self._check(3)

    def set_model(
        self, factor: int, least: int, width: int, height: int, most: int = MAX_SIDE
    ) -> None:
        """The model's own bounds and favourite size; what does not fit them is snapped.

        Where only one size is left, it is told instead of asked for.
        """
        self._factor = factor
        self._least = -(-max(least, factor) // factor) * factor
        self._most = max(self._least, most // factor * factor)
        self._base = QSize(width, height)
        for spin in (self.width_spin, self.height_spin):
            spin.setRange(self._least, self._most)
            spin.setSingleStep(factor)
        has_choice = self._least < self._most
        for button in self._shapes.buttons():
            button.setVisible(has_choice)
        self._only.setVisible(not has_choice)
        self._only.setText(
            self.tr("{side} × {side} pixels, the only size of this model").format(side=self._least)
        )
        self._tell_limits()
        self.set_size(*self.size_in_pixels())

    def _tell_limits(self) -> None:
        self._unit.setText(self.tr("px"))
        for spin in (self.width_spin, self.height_spin):
            set_tooltip(
                spin,
                self.tr("From {least} to {most} pixels, in steps of {factor}").format(
                    least=self._least, most=spin.maximum(), factor=self._factor
                ),
            )
        for index, size in enumerate(self._shape_sizes()):
            set_tooltip(
                self._shapes.button(index),
                self.tr("{width} × {height} pixels").format(
                    width=size.width(), height=size.height()
                ),
            )
        set_tooltip(self._shapes.button(3), self.tr("Choose both sides yourself"))

    def _shape_sizes(self) -> tuple[QSize, QSize, QSize]:
        """Square, portrait and landscape: the model's size, and three quarters of one side."""
        side = max(self._base.width(), self._base.height())
        short = self._snapped(side * 3 // 4)
        return QSize(side, side), QSize(short, side), QSize(side, short)

    def _snapped(self, side: int) -> int:
        factor = self._factor
        return max(self._least, min(self._most, round(side / factor) * factor))

    @Slot()
    def _snap(self) -> None:
        width, height = self.size_in_pixels()
        self.width_spin.setValue(width)
        self.height_spin.setValue(height)

    @Slot(int)
    def _shape_clicked(self, index: int) -> None:
        if index < 3:
            size = self._shape_sizes()[index]
            self.width_spin.setValue(size.width())
            self.height_spin.setValue(size.height())
        self._check(index)
        if index == 3:
            self.width_spin.setFocus()
            self.width_spin.selectAll()

    def _check(self, index: int) -> None:
        self._shapes.button(index).setChecked(True)
        self._sides.setVisible(index == 3)
