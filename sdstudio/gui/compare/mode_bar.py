"""How pictures are compared, and what can be adjusted about each way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QToolButton, QWidget

from sdstudio.gui.compare.difference import Difference
from sdstudio.gui.fields import CalmSlider
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.numbers import brief, fixed
from sdstudio.gui.theme import GAP
from sdstudio.gui.tool_button import icon_button

MODES = ("side", "wipe", "blink", "difference")
MAX_RATE = 3.0
"""Changes a second: more than three flashes can cause seizures (WCAG 2.3.1)."""
_PER_HERTZ = 2
_GAINS = (1, 2, 4, 8, 16, 32)
_GAIN = 2
_SLIDER = 120


class ModeBar(QWidget):
    """The ways side by side, and beside them what belongs to the chosen one. GUI thread only."""

    chosen = Signal(str)
    """One of ``MODES``."""
    blinking_wanted = Signal(bool)
    """Whether the pictures are to change by themselves."""
    rate_changed = Signal()
    gain_changed = Signal()
    swap_wanted = Signal()

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = "side"
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP + GAP // 2, 2 * GAP, GAP + GAP // 2)
        row.setSpacing(GAP // 2)
        for mode, text, key, icon in (
            ("side", self.tr("Side by side"), "S", "compare"),
            ("wipe", self.tr("Slider"), "W", "wipe"),
            ("blink", self.tr("Blink"), "B", "blink"),
            ("difference", self.tr("Difference"), "D", "difference"),
        ):
            button = QPushButton(text)
            button.setObjectName(f"{mode}ModeButton")
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            set_tooltip(button, f"{text} ({key})")
            icons.attach(button, icon)
            button.clicked.connect(self._clicked)
            self._buttons[mode] = button
            row.addWidget(button)
        self._stack = QStackedWidget()
        row.addSpacing(GAP)
        row.addWidget(self._stack, 1)
        self.swap_button = icon_button("swapButton", self.tr("Swap A and B"), "X", "swap", icons)
        self.swap_button.clicked.connect(self.swap_wanted)
        row.addWidget(self.swap_button)
        self.rate_slider = self._slider("blinkRateSlider", self.tr("Changes a second"))
        self.rate_slider.setRange(1, round(MAX_RATE * _PER_HERTZ))
        self.rate_slider.setValue(_PER_HERTZ)
        self.play_button = QToolButton()
        self.play_button.setObjectName("blinkButton")
        self.play_button.setAccessibleName(self.tr("Blink by itself"))
        self.play_button.setCheckable(True)
        self.play_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tooltip(self.play_button, self.tr("Blink by itself (P)"))
        icons.attach(self.play_button, "play")
        self._rate_label = PlainLabel("", role="hint")
        self.gain_slider = self._slider("differenceGainSlider", self.tr("Amplification"))
        self.gain_slider.setRange(0, len(_GAINS) - 1)
        self.gain_slider.setValue(_GAIN)
        self._gain_label = PlainLabel("", role="hint")
        self.numbers = PlainLabel("", role="hint")
        self.numbers.setObjectName("differenceNumbers")
        self._build_pages()
        self.play_button.toggled.connect(self.blinking_wanted)
        self.rate_slider.valueChanged.connect(self._rate_moved)
        self.gain_slider.valueChanged.connect(self._gain_moved)
        self._rate_moved()
        self._gain_moved()
        self.choose("side")

    def mode(self) -> str:
        """The way that is chosen."""
        return self._mode

    def choose(self, mode: str) -> None:
        """Chooses a way, without ``chosen``."""
        self._mode = mode
        for name, button in self._buttons.items():
            button.setChecked(name == mode)
        self._stack.setCurrentIndex(MODES.index(mode))
        self.play_button.setChecked(False)

    def set_pair(self, is_pair: bool) -> None:
        """Whether there are two pictures: the other ways are for two only."""
        for mode, button in self._buttons.items():
            button.setEnabled(is_pair or mode == "side")
        self.swap_button.setVisible(is_pair)

    def rate(self) -> float:
        """Changes a second."""
        return self.rate_slider.value() / _PER_HERTZ

    def gain(self) -> int:
        """How many times the difference is amplified."""
        return _GAINS[self.gain_slider.value()]

    def tell(self, made: Difference | None) -> None:
        """The numbers of a difference; None while it is being computed."""
        if made is None:
            self.numbers.setText(self.tr("Comparing…"))
        elif made.differing == 0:
            self.numbers.setText(self.tr("The same, pixel for pixel"))
        else:
            told = self.tr(
                "{share} % of the pixels differ · {mean} % on average · at most {most} %"
            )
            self.numbers.setText(
                told.format(
                    share=_percent(made.differing),
                    mean=_percent(made.mean),
                    most=_percent(made.most),
                )
            )

    # -- inside ------------------------------------------------------------------------------

    def _build_pages(self) -> None:
        side = PlainLabel(self.tr("Zoom and pan go together"), role="hint")
        wipe = PlainLabel(self.tr("Drag the line, or move it with ← and →"), role="hint")
        hold = PlainLabel(self.tr("Hold Space to see B"), role="hint")
        for parts in (
            (side,),
            (wipe,),
            (hold, self.play_button, self.rate_slider, self._rate_label),
            (PlainLabel(self.tr("Amplified")), self.gain_slider, self._gain_label, self.numbers),
        ):
            page = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
            self._stack.addWidget(page)

    def _slider(self, name: str, text: str) -> CalmSlider:
        slider = CalmSlider()
        slider.setObjectName(name)
        slider.setAccessibleName(text)
        slider.setFixedWidth(_SLIDER)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return slider

    @Slot()
    def _clicked(self) -> None:
        for mode, button in self._buttons.items():
            if button is self.sender():
                self.choose(mode)
                self.chosen.emit(mode)

    @Slot()
    def _rate_moved(self) -> None:
        self._rate_label.setText(self.tr("{rate} × a second").format(rate=brief(self.rate())))
        self.rate_changed.emit()

    @Slot()
    def _gain_moved(self) -> None:
        self._gain_label.setText(self.tr("× {gain}").format(gain=self.gain()))
        self.gain_changed.emit()


def _percent(share: float) -> str:
    percent = 100 * share
    return fixed(percent, 0) if percent >= 10 or percent == 0 else brief(percent, 2)
