"""The window that asks how much previews may cost, and what is kept of denoisings."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.dialogs import choose_folder
from sdstudio.gui.fields import CalmSpin, titled
from sdstudio.gui.labels import ElidedLabel, PlainLabel, without_key
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import GAP
from sdstudio.models.tiny_autoencoder import check_tiny_autoencoder
from sdstudio.request import PreviewPlan, SdstudioError
from sdstudio.settings import MAX_TRAJECTORY_MEGABYTES

_WIDTH = 440
_NUMBER_WIDTH = 96
_MEMORY_STEP = 128
_USUAL_EVERY = (1, 2, 5, 10)
_ASK_EVERY = 15
"""Milliseconds between two questions whether a folder has been looked at."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewChoice:
    """What the window asks for. ``tiny_autoencoder`` is a folder's path, empty for none."""

    plan: PreviewPlan
    tiny_autoencoder: str
    always_keep: bool
    trajectory_megabytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """A folder that was looked at; ``error`` is None when it holds a tiny autoencoder."""

    path: str
    error: SdstudioError | None


def ask_previews(parent: QWidget, choice: PreviewChoice) -> PreviewChoice | None:
    """Shows a choice and lets the user change it; None when they leave it as it was."""
    dialog = PreviewDialog(choice, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.choice() if accepted else None
    # Not left to Python, which may collect garbage in another thread than the window's.
    dialog.deleteLater()
    return chosen


class PreviewDialog(QDialog):
    """Previews, the tiny autoencoder that decodes them, and memory for denoisings.

    A folder is read in a thread of its own. One that is no tiny autoencoder is told of under the
    row, and the one before stays.
    """

    def __init__(self, choice: PreviewChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewDialog")
        self.setWindowTitle(self.tr("Previews"))
        self.setAccessibleName(self.tr("Previews"))
        self._given = choice
        self._tiny = choice.tiny_autoencoder
        self._awaited: str | None = None
        # That thread knows nothing of this window: holding it last, it would destroy it, and
        # widgets must not die there. So it is asked, instead of telling by a signal.
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tiny-autoencoder")
        self._look: Future[_Checked] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_EVERY)
        self._timer.timeout.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(2 * GAP)
        layout.addLayout(self._make_previews(choice.plan))
        layout.addLayout(self._make_tiny())
        layout.addLayout(self._make_memory(choice))
        layout.addStretch(1)
        layout.addWidget(self._make_buttons())
        self.setMinimumWidth(_WIDTH)
        self._every_chosen()
        self._show_tiny()
        if self._tiny:
            self._check(self._tiny)  # it may have been deleted since it was chosen

    def choice(self) -> PreviewChoice:
        """What is set now."""
        given = self._given.plan
        # The field shows whole percents; a share that was not touched keeps its exact value.
        touched = self.share_spin.value() != self._shown_share
        return PreviewChoice(
            plan=PreviewPlan(
                every=self.every_combo.currentData(),
                share=self.share_spin.value() / 100 if touched else given.share,
            ),
            tiny_autoencoder=self._tiny,
            always_keep=self.keep_check.isChecked(),
            trajectory_megabytes=self.memory_spin.value(),
        )

    def done(self, result: int) -> None:
        super().done(result)
        self._timer.stop()
        self._pool.shutdown(wait=False)  # a disk that does not answer must not hold the window up

    # -- parts -------------------------------------------------------------------------------

    def _make_previews(self, plan: PreviewPlan) -> QVBoxLayout:
        combo = self.every_combo = QComboBox()
        combo.setObjectName("previewEveryCombo")
        combo.setAccessibleName(self.tr("Show a preview"))
        for every in sorted({*_USUAL_EVERY, plan.every} - {0}):
            combo.addItem(self._every_text(every), every)
        combo.addItem(self.tr("Off"), 0)
        combo.setCurrentIndex(combo.findData(plan.every))
        combo.currentIndexChanged.connect(self._every_chosen)
        spin = self.share_spin = self._number(1, 100, "previewShareSpin")
        spin.setAccessibleName(self.tr("Percent of the denoising time that previews may take"))
        spin.setSuffix(self.tr(" %"))
        spin.setValue(round(100 * plan.share))
        self._shown_share = spin.value()
        hint = PlainLabel(
            self.tr(
                "The best decoder that fits is used: the model's own VAE, a tiny autoencoder if "
                "you have one, else a quick estimate."
            ),
            role="hint",
            wrap=True,
        )
        column = QVBoxLayout()
        column.setSpacing(2 * GAP)
        column.addLayout(titled(self.tr("&Show a preview"), combo, combo))
        share = titled(
            self.tr("&May take up to"), _before(spin, self.tr("of the denoising time")), spin
        )
        share.addWidget(hint)
        column.addLayout(share)
        return column

    def _make_tiny(self) -> QVBoxLayout:
        self._tiny_name = ElidedLabel()
        self._tiny_name.setObjectName("tinyAutoencoderName")
        self.choose_button = QPushButton(self.tr("C&hoose…"))
        self.choose_button.setObjectName("chooseTinyButton")
        self.choose_button.setAccessibleName(self.tr("Choose the tiny autoencoder's folder"))
        self.choose_button.clicked.connect(self._choose)
        self.clear_button = QPushButton(self.tr("C&lear"))
        self.clear_button.setObjectName("clearTinyButton")
        self.clear_button.setAccessibleName(self.tr("Use no tiny autoencoder"))
        self.clear_button.clicked.connect(self._clear)
        for button in (self.choose_button, self.clear_button):
            button.setAutoDefault(False)  # Enter is for OK
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._tiny_name, 1)
        row.addWidget(self.choose_button)
        row.addWidget(self.clear_button)
        self.problem = PlainLabel(role="warning", wrap=True)
        self.problem.setObjectName("tinyAutoencoderProblem")
        self.problem.hide()
        column = titled(self.tr("Tiny autoencoder"), row, self.choose_button)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "A small network that stands in for the VAE of your model: a folder in "
                    "diffusers' format."
                ),
                role="hint",
                wrap=True,
            )
        )
        column.addWidget(self.problem)
        return column

    def _make_memory(self, choice: PreviewChoice) -> QVBoxLayout:
        spin = self.memory_spin = self._number(0, MAX_TRAJECTORY_MEGABYTES, "denoisingMemorySpin")
        spin.setAccessibleName(self.tr("Memory for denoisings, in megabytes"))
        spin.setSingleStep(_MEMORY_STEP)
        spin.setSuffix(self.tr(" MB"))
        spin.setValue(choice.trajectory_megabytes)
        self.keep_check = QCheckBox(self.tr("&Always keep the denoising with the picture"))
        self.keep_check.setObjectName("alwaysKeepCheck")
        self.keep_check.setAccessibleName(self.tr("Always keep the denoising with the picture"))
        self.keep_check.setChecked(choice.always_keep)
        column = titled(
            self.tr("Memory for &denoisings"),
            _before(spin, self.tr("for those of the latest pictures")),
            spin,
        )
        column.addSpacing(GAP)
        column.addWidget(self.keep_check)
        return column

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ok_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.cancel_button = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        for button, name in ((self.ok_button, "okButton"), (self.cancel_button, "cancelButton")):
            button.setObjectName(name)
            button.setAccessibleName(without_key(button.text()))
        self.ok_button.setDefault(True)
        return buttons

    def _number(self, least: int, most: int, name: str) -> CalmSpin:
        spin = CalmSpin(least, most)
        spin.setObjectName(name)
        spin.setFixedWidth(_NUMBER_WIDTH)
        return spin

    def _every_text(self, every: int) -> str:
        texts = {
            1: self.tr("Every step"),
            2: self.tr("Every 2nd step"),
            5: self.tr("Every 5th step"),
            10: self.tr("Every 10th step"),
        }
        # English ordinals are irregular; only a settings file edited by hand comes here.
        return texts.get(every) or self.tr("One in %Ln step(s)", "", every)

    @Slot()
    def _every_chosen(self) -> None:
        self.share_spin.setEnabled(self.every_combo.currentData() != 0)

    # -- the tiny autoencoder ----------------------------------------------------------------

    @Slot()
    def _choose(self) -> None:
        start = Path(self._tiny).parent if self._tiny else Path.home()
        folder = choose_folder(self, self.tr("Tiny autoencoder"), start)
        if folder is not None:
            self._check(str(folder))

    @Slot()
    def _clear(self) -> None:
        self._await(None)
        self._tiny = ""
        self._tell("")
        self.choose_button.setFocus()  # the button that was pressed is about to be disabled
        self._show_tiny()

    def _check(self, path: str) -> None:
        self._await(path)
        self._show_tiny()

    @Slot()
    def _take(self) -> None:
        if self._look is None or not self._look.done():
            return
        checked = self._look.result()
        self._await(None)
        if checked.error is None:
            self._tiny = checked.path
        self._tell("" if checked.error is None else sentence(checked.error))
        self._show_tiny()

    def _await(self, path: str | None) -> None:
        """Looks at a folder; what was asked for before counts no more."""
        self._awaited, self._look = path, None
        if path is None:
            self._timer.stop()
        else:
            self._look = self._pool.submit(_look_at, path)
            self._timer.start()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        layout = self.layout()
        if problem and self.isVisible() and layout is not None:
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))

    def _show_tiny(self) -> None:
        name = Path(self._tiny).name or self._tiny
        self._tiny_name.setText(name or self.tr("none"))
        self._tiny_name.set_role("" if self._tiny else "hint")
        self.clear_button.setEnabled(bool(self._tiny))
        # OK must not overtake the look at a folder that was just chosen.
        self.ok_button.setEnabled(self._awaited in (None, self._tiny))


def _look_at(path: str) -> _Checked:
    """Runs in the other thread."""
    try:
        check_tiny_autoencoder(Path(path))
    except SdstudioError as known:
        return _Checked(path=path, error=known)
    except Exception:
        _log.exception("%s could not be checked", path)
        return _Checked(path=path, error=SdstudioError("“{path}” could not be read.", path=path))
    return _Checked(path=path, error=None)


def _before(spin: CalmSpin, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(spin)
    label = PlainLabel(words)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label, 1)
    return row
