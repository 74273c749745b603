"""The denoising of one picture: what each step looked like, and what can be done with it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.filmstrip import Filmstrip
from sdstudio.gui.icons import IconSet
from sdstudio.gui.keys import with_keys
from sdstudio.gui.labels import ElidedLabel, set_tooltip
from sdstudio.gui.numbers import fixed
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, ThemeSource, control_height
from sdstudio.request import VIEWS, TrajectoryStep, View

_SIDE = 10
_BREAK = 6
"""What groups of buttons keep beyond the row's own spacing."""
_SYMBOLS = ("x₀", "xₜ", "x₀ xₜ", "ε")
"""The views where there is no room for their names."""


class Timeline(QFrame):
    """Shows the steps of the picture named by ``begin``: one that is being made, or a finished one.

    While a run goes on, the playhead follows its newest step until the user goes to another one,
    and again when they come back to the newest. Following tells nothing while the picture (x0) is
    looked at, since the canvas shows that anyway; other views are asked for at each step.

    Its height never changes, whatever it shows. GUI thread only.
    """

    step_wanted = Signal(int, str)
    """Step, counted from 1, and ``View``: the user wants to see this one."""
    live_wanted = Signal()
    """The user returned to the newest step of a run under way, to see it go on."""
    branch_wanted = Signal(int)
    """The step, one of the picture's own, to do anew."""
    keep_wanted = Signal(int)
    """The step to keep as a picture."""
    export_wanted = Signal()
    thumbnails_wanted = Signal(object)
    """list[int]: the steps in sight that have no thumbnail yet. Each list replaces the one before;
    a step is asked for again only together with another one, or when the timeline is shown anew."""
    remake_wanted = Signal()
    """The button of the hint was pressed."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self.setProperty("surface", "panel")
        self._icons = icons
        self._request_id = ""
        self._steps: tuple[TrajectoryStep, ...] = ()
        self._first_own = 1
        self._total = 0
        self._is_running = False
        self._follows = True
        self._plays_to = 0
        self._shown_view: View = "x0"
        self._density = -1
        self._needed: list[int] = []
        self._playing = QTimer(self)
        self._playing.timeout.connect(self._play_on)
        self.steps_per_second = 8.0

        self.strip = Filmstrip(themes, self._describe)
        self.back_button = self._tool("stepBackButton", "step-back", self.tr("Previous step"), "←")
        self.play_button = self._tool("playButton", "play", self.tr("Play"), "Space")
        self.forward_button = self._tool(
            "stepForwardButton", "step-forward", self.tr("Next step"), "→"
        )
        self._steppers = (self.back_button, self.forward_button)
        self.read_out = _ReadOut()
        self.view_buttons = self._segments()
        self.branch_button = self._tool("branchButton", "branch", self.tr("Branch from here…"), "")
        self.keep_button = self._tool(
            "keepStepButton", "keep-step", self.tr("Keep this step as a picture"), ""
        )
        self.export_button = self._tool("exportButton", "export", self.tr("Export…"), "")
        self._hint = ElidedLabel(role="hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setObjectName("timelineHint")
        self.remake_button = QPushButton()
        self.remake_button.setObjectName("remakeButton")
        self._lay_out()

        self.strip.valueChanged.connect(self._moved)
        self.strip.sliderPressed.connect(self.pause)
        self.strip.sliderReleased.connect(self._released)
        self.strip.play_wanted.connect(self.toggle_playing)
        self.strip.end_wanted.connect(self.go_live)
        self.strip.view_wanted.connect(self._choose_view)
        self.strip.thumbnails_wanted.connect(self.thumbnails_wanted)
        self.back_button.clicked.connect(self._step_back)
        self.forward_button.clicked.connect(self._step_forward)
        self.play_button.clicked.connect(self.toggle_playing)
        self.view_buttons.idClicked.connect(self._choose_view)
        self.branch_button.clicked.connect(self._branch)
        self.keep_button.clicked.connect(self._keep)
        self.export_button.clicked.connect(self.export_wanted)
        self.remake_button.clicked.connect(self.remake_wanted)
        self.set_hint("", "")
        self.clear()

    # -- what it shows -----------------------------------------------------------------------

    def begin(self, request_id: str, total: int) -> None:
        """An empty strip for ``total`` steps; where this picture is shown already, it stays.

        A new picture begins in the view of the picture (x0), following.
        """
        if request_id == self._request_id and request_id:
            return
        self.pause()
        self._request_id = request_id
        self.strip.clear()
        self._follows = True
        self._look_at_picture()
        self._take((), 1, total, True)
        self._tell()

    def set_steps(
        self, steps: tuple[TrajectoryStep, ...], first_own: int, total: int, is_running: bool
    ) -> None:
        """The steps done so far, consecutive; those before ``first_own`` are a parent's.

        They need not begin at step 1. ``total`` is the number of the last step planned; steps that
        are missing up to it are empty slots. Called after each step of a run. Thumbnails and view
        stay, and so does the position unless it follows the run.
        """
        newest = self.newest_step()
        self._take(steps, first_own, total, is_running)
        if self._follows and self.newest_step() != newest:
            self.strip.put(self.newest_step())
            if is_running and self.view() != "x0":
                self.step_wanted.emit(self.current_step(), self.view())
        self._tell()

    def clear(self) -> None:
        """There is no denoising to show: the hint instead."""
        self.pause()
        self._request_id = ""
        self.strip.clear()
        self._follows = True
        self._look_at_picture()
        self._take((), 1, 0, False)
        self._tell()
        self._pages.setCurrentIndex(1)

    def set_hint(self, text: str, button_text: str) -> None:
        """The sentence after ``clear`` and its button; without words there is no button."""
        self._hint.setText(text)
        self.remake_button.setText(button_text)
        self.remake_button.setAccessibleName(button_text or self.tr("Make it again"))
        self.remake_button.setVisible(bool(button_text))

    def set_thumbnail(self, index: int, image: QImage) -> None:
        """The picture (x0) of a step, of any size; it may come before the step itself."""
        self.strip.set_thumbnail(index, image)

    def thumbnail(self, index: int) -> QImage | None:
        """The picture (x0) of a step in small; None while it is not here."""
        return self.strip.thumbnail(index)

    def set_current(self, index: int) -> None:
        """Moves the playhead, to the nearest step where there is no such one; tells nothing."""
        self.pause()
        self.strip.put(index)
        self._follows = self._is_at_newest()
        self._tell()

    @property
    def request_id(self) -> str:
        """Whose denoising is shown; empty when none is."""
        return self._request_id

    def is_following(self) -> bool:
        """Whether the playhead goes on with a run."""
        return self._follows and self._is_running

    def is_playing(self) -> bool:
        """Whether the playhead moves by itself through what is there."""
        return self._playing.isActive()

    @property
    def steps_per_second(self) -> float:
        """How fast playing is, 8 unless changed; above 0."""
        return 1000 / self._playing.interval()

    @steps_per_second.setter
    def steps_per_second(self, value: float) -> None:
        self._playing.setInterval(max(1, round(1000 / value)))

    def current_step(self) -> int:
        """The step under the playhead, counted from 1; 0 when there is none."""
        return self.strip.value() if self._steps else 0

    def newest_step(self) -> int:
        """The last step done; 0 when there is none."""
        return self._steps[-1].index if self._steps else 0

    def view(self) -> View:
        """What of the step is looked at."""
        return VIEWS[self.view_buttons.checkedId()]

    # -- what the user does ------------------------------------------------------------------

    @Slot()
    def go_live(self) -> None:
        """Goes to the newest step and, while a run goes on, follows it again."""
        self.pause()
        if self._steps:
            self.strip.setValue(self.newest_step())

    @Slot()
    def toggle_playing(self) -> None:
        """Plays from here, from the first step when this is the last one; or pauses."""
        if self.is_playing():
            self.pause()
        elif len(self._steps) > 1:
            self._playing.start()
            self._show_playing()
            if self.current_step() == self.newest_step():
                self._play_at(self._steps[0].index)

    @Slot()
    def pause(self) -> None:
        """Stops playing."""
        if self.is_playing():
            self._playing.stop()
            self._show_playing()

    @Slot()
    def _play_on(self) -> None:
        self._play_at(self.current_step() + 1)
        if self.current_step() >= self.newest_step():
            self.pause()

    def _play_at(self, index: int) -> None:
        self._plays_to = index
        self.strip.setValue(index)

    @Slot()
    def _step_back(self) -> None:
        self.strip.setValue(self.strip.value() - 1)

    @Slot()
    def _step_forward(self) -> None:
        self.strip.setValue(self.strip.value() + 1)

    @Slot()
    def _moved(self) -> None:
        if self.current_step() != self._plays_to:
            self.pause()
        # Not while the mouse is down: the playhead must not run away under it.
        self._follows = self._is_at_newest() and not self.strip.isSliderDown()
        self._show_step()
        self._tell()

    @Slot()
    def _released(self) -> None:
        if not self._follows and self._is_at_newest():
            self._follows = True
            if self.is_following() and self.view() == "x0":
                self.live_wanted.emit()

    def _is_at_newest(self) -> bool:
        return self.current_step() == self.newest_step()

    def _show_step(self) -> None:
        if self.is_following() and self.view() == "x0":
            self.live_wanted.emit()
        else:
            self.step_wanted.emit(self.current_step(), self.view())

    @Slot(int)
    def _choose_view(self, place: int) -> None:
        """Looks at another side of the step; ``place`` counts in ``VIEWS``."""
        self.view_buttons.button(place).setChecked(True)
        if self.view() != self._shown_view:
            self._shown_view = self.view()
            self._show_step()

    @Slot()
    def _branch(self) -> None:
        self.pause()
        self.branch_wanted.emit(self.current_step())

    @Slot()
    def _keep(self) -> None:
        self.pause()
        self.keep_wanted.emit(self.current_step())

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._names[:] = map(tell, self._names)
        self._show_playing()
        self._measure()
        self._tell()

    # -- in words ----------------------------------------------------------------------------

    def _tell(self) -> None:
        """Brings read-out and buttons up to date."""
        index = self.current_step()
        texts = self._read_outs(index) if index else ("",)
        self.read_out.set_texts(texts, self._samples(self._last_step()))
        if texts[0] != self.strip.accessibleDescription():
            self.strip.setAccessibleDescription(texts[0])
        for button in (self.back_button, self.play_button, self.forward_button):
            button.setEnabled(len(self._steps) > 1)
        for other in (*self.view_buttons.buttons(), self.keep_button, self.export_button):
            other.setEnabled(bool(index))
        is_own = index >= self._first_own
        self.branch_button.setEnabled(bool(index) and is_own)
        self._explain(
            self.branch_button,
            self.tr("Make another picture that differs from this step on")
            if is_own or not index
            else self.tr("This step is the same as in the picture this one branched from"),
        )

    def _read_outs(self, index: int) -> tuple[str, str, str]:
        """What is said of a step where there is much room, less, and little."""
        step = self._steps[index - self._steps[0].index]
        total = self._last_step()
        place = self.tr("Step {index} of {total}").format(index=index, total=total)
        noise = f"t {fixed(step.timestep, 0)} · σ {_rounded(step.sigma)}"
        return f"{place} · {noise}", place, f"{index} / {total}"

    def _samples(self, total: int) -> tuple[str, str, str]:
        """The same at its longest, for measuring."""
        place = self.tr("Step {index} of {total}").format(index=total, total=total)
        return f"{place} · t 999 · σ 0.999", place, f"{total} / {total}"

    def _last_step(self) -> int:
        return max(self._total, self.newest_step())

    def _describe(self, index: int) -> str:
        text = self._read_outs(index)[0]
        if index < self._first_own:
            return "{}\n{}".format(text, self.tr("Taken over from the picture it branched from"))
        return text

    def _show_playing(self) -> None:
        label = self.tr("Pause") if self.is_playing() else self.tr("Play")
        self._icons.attach(self.play_button, "pause" if self.is_playing() else "play")
        self.play_button.setAccessibleName(label)
        set_tooltip(self.play_button, with_keys(label, "Space"))

    @staticmethod
    def _explain(button: QAbstractButton, text: str) -> None:
        set_tooltip(button, text)
        button.setAccessibleDescription(text)

    # -- inside ------------------------------------------------------------------------------

    def _take(
        self, steps: tuple[TrajectoryStep, ...], first_own: int, total: int, is_running: bool
    ) -> None:
        self._steps = steps
        self._first_own = first_own
        self._total = total
        self._is_running = is_running
        first = steps[0].index if steps else 1
        count = self._last_step() - first + 1
        self.strip.set_steps(first, len(steps), count, first_own, is_running)
        self._pages.setCurrentIndex(0)

    def _look_at_picture(self) -> None:
        self.view_buttons.button(0).setChecked(True)
        self._shown_view = "x0"

    def _tool(self, name: str, icon: str, label: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(label)
        button.setAccessibleName(label)
        if name != "branchButton":
            button.setProperty("look", "quiet")
            button.setFixedWidth(control_height())
        set_tooltip(button, with_keys(label, keys))
        self._icons.attach(button, icon)
        return button

    def _segments(self) -> QButtonGroup:
        group = QButtonGroup(self)
        self._names: list[str] = [
            self.tr("Picture"),
            self.tr("Noisy"),
            self.tr("Side by side"),
            self.tr("Noise"),
        ]
        tips = (
            self.tr("The picture as the model foresees it at this step (predicted x₀)"),
            self.tr("What the step begins with: the picture under its noise (xₜ)"),
            self.tr("The noisy picture (xₜ) and the foreseen one (x₀) next to each other"),
            self.tr("The noise that the model finds in it (predicted ε)"),
        )
        names = ("pictureViewButton", "noisyViewButton", "bothViewButton", "noiseViewButton")
        for place, (name, label, tip) in enumerate(zip(names, self._names, tips, strict=True)):
            button = QPushButton(label)
            button.setObjectName(name)
            button.setAccessibleName(self.tr("View: {view}").format(view=label))
            button.setCheckable(True)
            button.setProperty("look", "segment")
            self._explain(button, f"{tip} ({place + 1})")
            group.addButton(button, place)
        return group

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setContentsMargins(2, 0, 2, 0)
        self._row.setSpacing(GAP // 2)
        for button in (self.back_button, self.play_button, self.forward_button):
            self._row.addWidget(button)
        self._row.addSpacing(_BREAK)
        self._row.addWidget(self.read_out, 1)
        self._row.addSpacing(_BREAK)
        for segment in self.view_buttons.buttons():
            self._row.addWidget(segment)
        self._row.addSpacing(_BREAK)
        for tool in (self.branch_button, self.keep_button, self.export_button):
            self._row.addWidget(tool)
        empty = QWidget()
        words = QVBoxLayout(empty)
        words.setContentsMargins(2, 0, 2, 4)
        words.setSpacing(GAP - 2)
        words.addStretch(1)
        words.addWidget(self._hint)
        words.addWidget(self.remake_button, 0, Qt.AlignmentFlag.AlignHCenter)
        words.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.strip)
        self._pages.addWidget(empty)
        self._pages.setFixedHeight(self.strip.height())
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, GAP, _SIDE, 4)
        column.setSpacing(GAP - 2)
        column.addLayout(self._row)
        column.addWidget(self._pages)
        self.setFixedHeight(GAP + control_height() + GAP - 2 + self.strip.height() + 4 + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        # Only now does every part have the font of the style.
        self._measure()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.pause()
        super().hideEvent(event)

    def _measure(self) -> None:
        self._density = -1
        self._needed = []
        for density in range(4):
            self._shorten(density)
            self._needed.append(self._needed_width())
        self.setMinimumWidth(self._needed[-1])
        self._fit()

    def _fit(self) -> None:
        """Shortens the words on the buttons until they fit; only the width decides."""
        if not self._needed:
            return
        fitting = (density for density in range(3) if self._needed[density] <= self.width())
        self._shorten(next(fitting, 3))

    def _needed_width(self) -> int:
        # Added up, since a layout answers from before while it is hidden.
        width = 2 * _SIDE + 4 + 2
        for place in range(self._row.count()):
            item = self._row.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None and not (self._density == 3 and widget in self._steppers):
                width += widget.minimumWidth() + self._row.spacing()
        return width + 3 * _BREAK

    def _shorten(self, density: int) -> None:
        """0 has all words, 1 a sign for Branch, 2 symbols for the views, 3 no buttons to step."""
        if density == self._density:
            return
        self._density = density
        self.branch_button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if density
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        words = self.branch_button.fontMetrics().horizontalAdvance(self.branch_button.text())
        self.branch_button.setFixedWidth(control_height() if density else words + 44)
        for stepper in self._steppers:
            stepper.setVisible(density < 3)
        is_narrow = density > 1
        for place, button in enumerate(self.view_buttons.buttons()):
            text = _SYMBOLS[place] if is_narrow else self._names[place]
            button.setText(text)
            room = 12 if is_narrow else 22
            width = button.fontMetrics().horizontalAdvance(text) + room
            button.setFixedWidth(max(control_height(), width))
        sample = self._samples(100)[min(density, 2)]
        self.read_out.setMinimumWidth(self.read_out.fontMetrics().horizontalAdvance(sample))


class _ReadOut(ElidedLabel):
    """Shows the longest of several texts that fits; digits do not jitter."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stepReadOut")
        self._texts: tuple[str, ...] = ("",)
        self._samples: tuple[str, ...] = ("",)
        font = QFont(self.font())
        # Digits of one width, also in a font where 1 is narrower.
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)

    def set_texts(self, texts: tuple[str, ...], samples: tuple[str, ...]) -> None:
        """``texts`` from long to short; the first is the tooltip too.

        ``samples`` are what they are at their longest: one digit more must not change the choice.
        """
        self._texts = texts
        self._samples = samples
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        room = self.contentsRect().width()
        measure = self.fontMetrics().horizontalAdvance
        # The shortest text comes last, and is the one for want of room.
        fitting = (
            text
            for text, sample in zip(self._texts, self._samples, strict=False)
            if measure(sample) <= room
        )
        text = next(fitting, self._texts[-1])
        if text != self.text():
            self.setText(text)
        set_tooltip(self, self._texts[0])


def _rounded(sigma: float) -> str:
    """A noise level with about three digits: 14.6, 1.92, 0.029."""
    if not math.isfinite(sigma):
        return "∞"
    decimals = 0 if sigma >= 100 else 1 if sigma >= 10 else 2 if sigma >= 0.1 else 3
    return fixed(sigma, decimals)
