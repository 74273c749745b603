"""The window that asks what a denoising is exported as, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.animation import (
    ENDINGS,
    MAX_HOLD_SECONDS,
    MAX_STEPS_PER_SECOND,
    MIN_STEPS_PER_SECOND,
    USUAL,
    AnimationOptions,
    check_target,
)
from sdstudio.gui.dialogs import ask
from sdstudio.gui.fields import CalmDoubleSpin, titled
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.progress import duration
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import GAP
from sdstudio.request import VIEWS, SdstudioError, TrajectoryInfo, View

_WIDTH = 380
_GIF_LEAST = 0.02
"""Seconds that a frame of a GIF stays at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """An export as the user wants it; the ending of ``path`` names the format."""

    path: Path
    view: View = "x0"
    options: AnimationOptions = USUAL


def ask_export(
    parent: QWidget | None,
    info: TrajectoryInfo,
    suggested: ExportChoice,
    icons: IconSet,
) -> ExportChoice | None:
    """Asks how and where to export a denoising; None when the user does not want to.

    See ``ExportDialog`` for the values.
    """
    dialog = ExportDialog(len(info.steps), suggested, icons, parent)
    dialog.exec()
    choice = dialog.choice
    dialog.deleteLater()
    return choice


class ExportDialog(QDialog):
    """Format, view and speed, and then the name of the file. GUI thread only.

    ``choice`` is None until the user has named a file.
    """

    def __init__(
        self,
        steps: int,
        suggested: ExportChoice,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        """``suggested`` fills the fields: what was chosen last, with a name for this picture.

        ``steps`` is how many the denoising has.
        """
        super().__init__(parent)
        self.choice: ExportChoice | None = None
        self._steps = steps
        self._suggested = suggested
        self._formats = (
            (".mp4", self.tr("MP4 video"), self.tr("Small, and every player knows it")),
            (".webp", self.tr("Animated WebP"), self.tr("For web pages and chats; all colours")),
            (".gif", self.tr("GIF"), self.tr("Plays wherever pictures do; few colours")),
            (".png", self.tr("Contact sheet"), self.tr("All steps in one picture, as PNG")),
        )
        self._views = {
            "x0": (self.tr("Picture"), self.tr("As the model foresees it at each step (x₀)")),
            "noisy": (self.tr("Noisy"), self.tr("What each step begins with (xₜ)")),
            "both": (self.tr("Side by side"), self.tr("The foreseen picture, then the noisy one")),
            "noise": (self.tr("Noise"), self.tr("The noise the model finds at each step (ε)")),
        }
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export the denoising"))
        self.setAccessibleName(self.tr("Export the denoising"))
        self._build_choices()
        self._build_numbers()
        self._build_end(icons)
        self._lay_out()
        self._connect()
        self._tell()
        self.format_combo.setFocus()

    # -- building ----------------------------------------------------------------------------

    def _build_choices(self) -> None:
        self.format_combo = QComboBox()
        self.format_combo.setObjectName("exportFormatCombo")
        self.format_combo.setAccessibleName(self.tr("Format"))
        for ending, name, _ in self._formats:
            self.format_combo.addItem(name, ending)
        place = self.format_combo.findData(self._suggested.path.suffix.lower())
        self.format_combo.setCurrentIndex(max(place, 0))
        self.format_hint = PlainLabel("", role="hint")
        self.view_combo = QComboBox()
        self.view_combo.setObjectName("exportViewCombo")
        self.view_combo.setAccessibleName(self.tr("What to show"))
        for view in VIEWS:
            self.view_combo.addItem(self._views[view][0], view)
        self.view_combo.setCurrentIndex(self.view_combo.findData(self._suggested.view))
        self.view_hint = PlainLabel("", role="hint")

    def _build_numbers(self) -> None:
        options = self._suggested.options
        self.speed_spin = CalmDoubleSpin(MIN_STEPS_PER_SECOND, MAX_STEPS_PER_SECOND)
        self.speed_spin.setObjectName("exportSpeedSpin")
        self.speed_spin.setAccessibleName(self.tr("Steps per second"))
        self.speed_spin.setKeyboardTracking(True)
        self.speed_spin.setValue(options.steps_per_second)
        self.hold_spin = CalmDoubleSpin(0, MAX_HOLD_SECONDS)
        self.hold_spin.setObjectName("exportHoldSpin")
        self.hold_spin.setAccessibleName(self.tr("Seconds that the last picture stays"))
        self.hold_spin.setKeyboardTracking(True)
        self.hold_spin.setSuffix(self.tr(" s"))
        self.hold_spin.setValue(options.hold_seconds)

    def _build_end(self, icons: IconSet) -> None:
        self.length_label = PlainLabel("", role="hint", wrap=True)
        self.length_label.setObjectName("exportLength")
        self.length_label.setAccessibleName(self.tr("Length"))
        self.export_button = QPushButton(self.tr("&Export…"))
        self.export_button.setObjectName("exportAcceptButton")
        self.export_button.setAccessibleName(self.tr("Export"))
        self.export_button.setProperty("look", "primary")
        self.export_button.setDefault(True)
        icons.attach(self.export_button, "export", on_accent=True)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setObjectName("exportCancelButton")
        self.cancel_button.setAccessibleName(self.tr("Cancel"))
        self.cancel_button.setProperty("look", "tall")

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        numbers.setSpacing(2 * GAP)
        for heading, spin in (
            (self.tr("Steps per &second"), self.speed_spin),
            (self.tr("&Hold the last picture"), self.hold_spin),
        ):
            numbers.addLayout(titled(heading, spin, spin), 1)
        buttons = QDialogButtonBox()
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        layout.setSpacing(2 * GAP)
        for heading, combo, hint in (
            (self.tr("&Format"), self.format_combo, self.format_hint),
            (self.tr("&View"), self.view_combo, self.view_hint),
        ):
            column = titled(heading, combo, combo)
            column.addWidget(hint)
            layout.addLayout(column)
        layout.addLayout(numbers)
        layout.addWidget(self.length_label)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.format_combo.setMinimumWidth(_WIDTH)

    def _connect(self) -> None:
        self.format_combo.currentIndexChanged.connect(self._tell)
        self.view_combo.currentIndexChanged.connect(self._tell)
        self.speed_spin.valueChanged.connect(self._tell)
        self.hold_spin.valueChanged.connect(self._tell)
        self.export_button.clicked.connect(self._name_file)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.export_button.click)

    # -- the choice --------------------------------------------------------------------------

    def ending(self) -> str:
        """The ending of files in the format chosen, such as ``.mp4``."""
        return str(self.format_combo.currentData())

    def seconds(self) -> float:
        """How long the animation plays."""
        step = 1 / self.speed_spin.value()
        if self.ending() == ".gif":
            step = max(step, _GIF_LEAST)
        return max(self._steps - 1, 0) * step + max(step, self.hold_spin.value())

    @Slot()
    def _tell(self) -> None:
        is_sheet = self.ending() == ".png"
        self.speed_spin.setEnabled(not is_sheet)
        self.hold_spin.setEnabled(not is_sheet)
        self.format_hint.setText(self._formats[self.format_combo.currentIndex()][2])
        self.view_hint.setText(self._views[self.view_combo.currentData()][1])
        if is_sheet:
            text = self.tr("%Ln step(s) on one sheet", "", self._steps)
        else:
            text = self.tr("%Ln step(s), {time}", "", self._steps).format(
                time=duration(self.seconds())
            )
        self.length_label.set_role("hint")
        self.length_label.setText(text)

    @Slot()
    def _name_file(self) -> None:
        ending = self.ending()
        path = _choose_file(
            self,
            self.tr("Export the denoising"),
            _with_ending(self._suggested.path, ending),
            f"{self.format_combo.currentText()} (*{ending})",
        )
        if path is None:
            return
        try:
            check_target(path)
            options = AnimationOptions(
                steps_per_second=self.speed_spin.value(), hold_seconds=self.hold_spin.value()
            )
        except SdstudioError as error:
            self.length_label.set_role("warning")
            self.length_label.setText(sentence(error))
            return
        self.choice = ExportChoice(path=path, view=self.view_combo.currentData(), options=options)
        self.accept()


def _choose_file(parent: QWidget, title: str, start: Path, kind: str) -> Path | None:
    """Lets the user name a file with the ending of ``start``; None when they do not."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), kind)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() == start.suffix:
        return path
    path = _with_ending(path, start.suffix)
    # The file dialog has asked about the name as it was typed, and not about this one.
    replaces = QCoreApplication.translate("ExportDialog", "“{name}” is there already. Replace it?")
    if path.exists() and not ask(
        parent,
        title,
        replaces.format(name=path.name),
        QCoreApplication.translate("ExportDialog", "Replace"),
        QCoreApplication.translate("ExportDialog", "Cancel"),
    ):
        return None
    return path


def _with_ending(path: Path, ending: str) -> Path:
    """``path`` with the ending of a format, in the place of another one's or after a bare name."""
    name = path.stem if path.suffix.lower() in ENDINGS else path.name
    return path.with_name(name + ending)
