"""One LoRA in the panel: whether it is used, how much, and where in the order."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from sdstudio.additions import ChosenAddition
from sdstudio.gui.fields import CalmDoubleSpin, CalmSlider, SliderBinding
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, PlainLabel, mark_users_text, set_tooltip
from sdstudio.gui.theme import GAP
from sdstudio.request import MAX_LORA_WEIGHT

_PER_UNIT = 20
"""Steps of the slider for a weight of 1: one is 0.05."""
_SLIDER_WEIGHT = 2
_NUMBER_WIDTH = 64


class LoraRow(QWidget):
    """Shows one LoRA; it changes nothing by itself but says what is wanted, with the path."""

    switched = Signal(str, bool)
    weighed = Signal(str, float)
    move_wanted = Signal(str, int)
    """By -1 it goes up, by 1 down."""
    remove_wanted = Signal(str)

    def __init__(
        self, index: int, one: ChosenAddition, icons: IconSet, parent: QWidget | None = None
    ) -> None:
        """``index`` is its place among the LoRAs, for the names of what is touched."""
        super().__init__(parent)
        self.path = one.path
        self._icons = icons
        self.check = QCheckBox()
        self.check.setObjectName(f"lora{index}Check")
        self.check.setAccessibleName(self.tr("Use {name}").format(name=one.name))
        self.name_label = ElidedLabel(one.name, mode=Qt.TextElideMode.ElideMiddle)
        mark_users_text(self.name_label)
        self.name_label.setObjectName(f"lora{index}Name")
        set_tooltip(self.name_label, one.path)
        self.up_button = self._button(
            f"lora{index}UpButton", self.tr("Apply earlier"), "chevron-up"
        )
        self.down_button = self._button(
            f"lora{index}DownButton", self.tr("Apply later"), "chevron-down"
        )
        self.remove_button = self._button(
            f"lora{index}RemoveButton", self.tr("Take it off the list"), "close"
        )
        weight_name = self.tr("Weight of {name}").format(name=one.name)
        self.spin = CalmDoubleSpin(-MAX_LORA_WEIGHT, MAX_LORA_WEIGHT)
        self.spin.setObjectName(f"lora{index}WeightSpin")
        self.spin.setAccessibleName(weight_name)
        self.spin.setDecimals(2)
        self.spin.setSingleStep(1 / _PER_UNIT)
        self.spin.setFixedWidth(_NUMBER_WIDTH)
        self.slider = CalmSlider()
        self.slider.setObjectName(f"lora{index}WeightSlider")
        self.slider.setAccessibleName(weight_name)
        self.slider.setRange(-_SLIDER_WEIGHT * _PER_UNIT, _SLIDER_WEIGHT * _PER_UNIT)
        set_tooltip(self.slider, self.tr("1 is as trained, 0 leaves it without effect"))
        SliderBinding(self.slider, self.spin, _PER_UNIT, self)
        self.warning = PlainLabel("", role="warning", wrap=True)
        self.warning.setObjectName(f"lora{index}Warning")
        self._lay_out()
        self.check.toggled.connect(self._switched)
        self.spin.valueChanged.connect(self._weighed)
        self.up_button.clicked.connect(self._up)
        self.down_button.clicked.connect(self._down)
        self.remove_button.clicked.connect(self._remove)

    def _button(self, name: str, text: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setProperty("look", "quiet")
        set_tooltip(button, text)
        self._icons.attach(button, icon)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.check)
        head.addSpacing(GAP // 2)
        head.addWidget(self.name_label, 1)
        head.addWidget(self.up_button)
        head.addWidget(self.down_button)
        head.addWidget(self.remove_button)
        weight = QHBoxLayout()
        weight.setSpacing(GAP)
        weight.addWidget(self.slider, 1)
        weight.addWidget(self.spin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(weight)
        column.addWidget(self.warning)

    def show_state(
        self, one: ChosenAddition, complaint: str, *, is_first: bool, is_last: bool
    ) -> None:
        """Shows what is chosen, and a sentence where it cannot be used."""
        with QSignalBlocker(self.check), QSignalBlocker(self.spin):
            self.check.setChecked(one.is_on)
            # While somebody types, the field is theirs; and 0.333 stays what it is.
            if round(one.weight, 2) != self.spin.value():
                self.spin.setValue(one.weight)
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(self.spin.value() * _PER_UNIT))
        self.up_button.setEnabled(not is_first)
        self.down_button.setEnabled(not is_last)
        for widget in (self.slider, self.spin):
            widget.setEnabled(one.is_on)
        self.name_label.set_role("" if one.is_on and not complaint else "hint")
        self.warning.setText(complaint)
        self.warning.setVisible(bool(complaint))

    @Slot(bool)
    def _switched(self, is_on: bool) -> None:
        self.switched.emit(self.path, is_on)

    @Slot(float)
    def _weighed(self, weight: float) -> None:
        self.weighed.emit(self.path, weight)

    @Slot()
    def _up(self) -> None:
        self.move_wanted.emit(self.path, -1)

    @Slot()
    def _down(self) -> None:
        self.move_wanted.emit(self.path, 1)

    @Slot()
    def _remove(self) -> None:
        self.remove_wanted.emit(self.path)
