"""The window that asks what a branch does differently from the step it begins at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.diffusion.schedulers import CHOICES
from sdstudio.gui.fields import (
    CalmDoubleSpin,
    CalmSlider,
    SeedEdit,
    SliderBinding,
    slider_row,
    titled,
)
from sdstudio.gui.icons import IconSet
from sdstudio.gui.keys import with_keys
from sdstudio.gui.labels import ElidedLabel, PlainLabel, escaped_tooltip, set_tooltip
from sdstudio.gui.numbers import listed
from sdstudio.gui.prompt_field import TextField
from sdstudio.gui.sentences import in_sequence, sentence
from sdstudio.gui.tab_order import set_tab_order
from sdstudio.gui.theme import GAP
from sdstudio.request import (
    MAX_GUIDANCE,
    SCHEDULERS,
    GenerationRequest,
    InvalidRequest,
    TrajectoryInfo,
    new_id,
)

_WIDTH = 460
"""Of the column of fields, in device independent pixels."""
_THUMBNAIL = 128
_SLIDER_GUIDANCE = 30
_OUTCOME_LINES = 3


def ask_branch(
    parent: QWidget | None,
    info: TrajectoryInfo,
    index: int,
    schedulers: Sequence[str],
    icons: IconSet,
    thumbnail: QImage | None = None,
    has_prompt: bool = True,
) -> GenerationRequest | None:
    """Asks for a branch of a denoising at a step; None when the user does not want one.

    See ``BranchDialog`` for the values.
    """
    dialog = BranchDialog(info, index, schedulers, icons, thumbnail, parent, has_prompt)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    request = dialog.request() if agreed else None
    dialog.deleteLater()
    return request


class BranchDialog(QDialog):
    """What is to be different from one step of a picture on; tells what that will do.

    The model, the size and the number of steps stay those of the parent. GUI thread only.
    """

    def __init__(
        self,
        info: TrajectoryInfo,
        index: int,
        schedulers: Sequence[str],
        icons: IconSet,
        thumbnail: QImage | None = None,
        parent: QWidget | None = None,
        has_prompt: bool = True,
    ) -> None:
        """``schedulers`` are the ids that the parent's model can be run with.

        A model that has no prompt is asked for none, nor for guidance.
        ``index`` is the step, counted from 1; ``thumbnail`` is what was foreseen there.
        """
        super().__init__(parent)
        self._info = info
        self._index = index
        self._icons = icons
        title = self.tr("Branch from step {index}").format(index=index)
        self.setObjectName("branchDialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._build_texts()
        self._build_guidance()
        self._build_scheduler(schedulers)
        self._build_noise()
        self._build_end()
        self._lay_out(thumbnail)
        self._connect()
        self._tell()
        self._worded.setVisible(has_prompt)
        (self.prompt_edit if has_prompt else self.scheduler_combo).setFocus()

    # -- building ----------------------------------------------------------------------------

    def _build_texts(self) -> None:
        request = self._info.request
        self.prompt_edit = TextField(4)
        self.prompt_edit.setObjectName("branchPromptEdit")
        self.prompt_edit.setAccessibleName(self.tr("Prompt"))
        self.prompt_edit.setPlainText(request.prompt)
        self.prompt_edit.moveCursor(self.prompt_edit.textCursor().MoveOperation.End)
        self.negative_edit = TextField(2)
        self.negative_edit.setObjectName("branchNegativePromptEdit")
        self.negative_edit.setAccessibleName(self.tr("Negative prompt"))
        self.negative_edit.setPlaceholderText(self.tr("What the picture should not show"))
        self.negative_edit.setPlainText(request.negative_prompt)

    def _build_guidance(self) -> None:
        self.guidance_spin = CalmDoubleSpin(0, MAX_GUIDANCE)
        self.guidance_spin.setObjectName("branchGuidanceSpin")
        self.guidance_spin.setAccessibleName(self.tr("Guidance scale"))
        self.guidance_spin.setKeyboardTracking(True)
        self.guidance_spin.setValue(self._info.request.guidance_scale)
        self.guidance_slider = CalmSlider()
        self.guidance_slider.setObjectName("branchGuidanceSlider")
        self.guidance_slider.setAccessibleName(self.tr("Guidance scale"))
        self.guidance_slider.setRange(0, _SLIDER_GUIDANCE * 2)
        SliderBinding(self.guidance_slider, self.guidance_spin, 2, self)
        # Fields do not show every value exactly as it is: a decimal is rounded, a line's end
        # replaced. What they showed first tells whether the user has changed it.
        self._first_guidance = self.guidance_spin.value()
        self._first_texts = (self.prompt_edit.toPlainText(), self.negative_edit.toPlainText())

    def _build_scheduler(self, schedulers: Sequence[str]) -> None:
        own = self._info.request.scheduler
        self.scheduler_combo = QComboBox()
        self.scheduler_combo.setObjectName("branchSchedulerCombo")
        self.scheduler_combo.setAccessibleName(self.tr("Scheduler"))
        for identifier in schedulers if own in schedulers else (own, *schedulers):
            self.scheduler_combo.addItem(SCHEDULERS[identifier], identifier)
            self.scheduler_combo.setItemData(
                self.scheduler_combo.count() - 1,
                escaped_tooltip(CHOICES[identifier].class_name),
                Qt.ItemDataRole.ToolTipRole,
            )
        self.scheduler_combo.setCurrentIndex(self.scheduler_combo.findData(own))
        self.class_label = ElidedLabel("", role="hint")
        self.class_label.setObjectName("branchSchedulerClass")
        self.class_label.setAccessibleName(self.tr("Class of the scheduler"))

    def _build_noise(self) -> None:
        self.noise_check = QCheckBox(self.tr("&Fresh noise"))
        self.noise_check.setObjectName("freshNoiseCheck")
        self.noise_check.setAccessibleName(self.tr("Fresh noise"))
        set_tooltip(
            self.noise_check,
            self.tr("Keep what the picture looks like at this step, and put other noise on it"),
        )
        self.seed_edit = SeedEdit()
        self.seed_edit.setObjectName("branchSeedEdit")
        self.seed_edit.setAccessibleName(self.tr("Seed of the fresh noise"))
        self.seed_edit.roll()
        self.random_seed_button = QToolButton()
        self.random_seed_button.setObjectName("branchRandomSeedButton")
        self.random_seed_button.setAccessibleName(self.tr("New random seed"))
        set_tooltip(self.random_seed_button, self.tr("New random seed"))
        self._icons.attach(self.random_seed_button, "dice")
        self._seed_heading = PlainLabel(self.tr("S&eed"))
        self._seed_heading.setBuddy(self.seed_edit)

    def _build_end(self) -> None:
        self.outcome = PlainLabel("", wrap=True)
        self.outcome.setObjectName("branchOutcome")
        self.outcome.setAccessibleName(self.tr("What will happen"))
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Room for the longest, so that nothing moves while one types.
        self.outcome.setMinimumHeight(self.outcome.fontMetrics().lineSpacing() * _OUTCOME_LINES)
        self.branch_button = QPushButton(self.tr("&Branch"))
        self.branch_button.setObjectName("branchAcceptButton")
        self.branch_button.setAccessibleName(self.tr("Branch"))
        self.branch_button.setProperty("look", "primary")
        self.branch_button.setDefault(True)
        set_tooltip(self.branch_button, with_keys(self.tr("Make this picture"), "Ctrl+Enter"))
        self._icons.attach(self.branch_button, "branch", on_accent=True)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setObjectName("branchCancelButton")
        self.cancel_button.setAccessibleName(self.tr("Cancel"))
        self.cancel_button.setProperty("look", "tall")

    def _lay_out(self, thumbnail: QImage | None) -> None:
        scheduler_row = QHBoxLayout()
        scheduler_row.setSpacing(GAP + GAP // 2)
        scheduler_row.addWidget(self.scheduler_combo)
        scheduler_row.addWidget(self.class_label, 1)
        noise_row = QHBoxLayout()
        noise_row.setSpacing(GAP // 2)
        noise_row.addWidget(self.noise_check)
        noise_row.addStretch(1)
        noise_row.addWidget(self._seed_heading)
        noise_row.addSpacing(GAP // 2)
        noise_row.addWidget(self.seed_edit)
        noise_row.addWidget(self.random_seed_button)

        fields = QVBoxLayout()
        fields.setSpacing(2 * GAP)
        worded = QVBoxLayout()
        worded.setContentsMargins(0, 0, 0, 0)
        worded.setSpacing(2 * GAP)
        for heading, edit in (
            (self.tr("&Prompt"), self.prompt_edit),
            (self.tr("&Negative prompt"), self.negative_edit),
        ):
            worded.addLayout(titled(heading, edit, edit))
        worded.addLayout(
            slider_row(self.tr("&Guidance scale"), self.guidance_slider, self.guidance_spin)
        )
        self._worded = QWidget()
        self._worded.setLayout(worded)
        fields.addWidget(self._worded)
        fields.addLayout(titled(self.tr("&Scheduler"), scheduler_row, self.scheduler_combo))
        fields.addLayout(noise_row)
        self.prompt_edit.setMinimumWidth(_WIDTH)

        top = QHBoxLayout()
        top.setSpacing(3 * GAP)
        if thumbnail is not None and not thumbnail.isNull():
            top.addLayout(self._step_column(thumbnail))
        top.addLayout(fields, 1)

        buttons = QDialogButtonBox()
        buttons.addButton(self.branch_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        layout.setSpacing(2 * GAP)
        layout.addLayout(top)
        layout.addWidget(self.outcome)
        layout.addStretch(1)
        layout.addWidget(buttons)
        # The order of the eye; Qt would take that of making.
        set_tab_order(
            *(self.prompt_edit, self.negative_edit, self.guidance_slider, self.guidance_spin),
            *(self.scheduler_combo, self.noise_check, self.seed_edit, self.random_seed_button),
        )

    def _step_column(self, thumbnail: QImage) -> QVBoxLayout:
        ratio = self.devicePixelRatioF()
        side = round(_THUMBNAIL * ratio)
        scaled = thumbnail.scaled(
            QSize(side, side),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap = QPixmap.fromImage(scaled)
        pixmap.setDevicePixelRatio(ratio)
        picture = PlainLabel()
        picture.setObjectName("branchThumbnail")
        picture.setAccessibleName(self.tr("The picture foreseen at this step"))
        picture.setPixmap(pixmap)
        total = self._info.request.num_inference_steps
        place = self.tr("Step {index} of {total}").format(index=self._index, total=total)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(picture)
        column.addWidget(PlainLabel(place, role="hint"))
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.prompt_edit.textChanged.connect(self._tell)
        self.negative_edit.textChanged.connect(self._tell)
        self.guidance_spin.valueChanged.connect(self._tell)
        self.scheduler_combo.currentIndexChanged.connect(self._tell)
        self.noise_check.toggled.connect(self._tell)
        self.seed_edit.value_changed.connect(self._tell)
        self.random_seed_button.clicked.connect(self._roll)
        self.branch_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.branch_button.click)

    # -- the branch --------------------------------------------------------------------------

    def request(self) -> GenerationRequest:
        """The branch as the fields say, with an id of its own at each call.

        Raises:
            InvalidRequest: a value that no picture can be made with.
        """
        parent = self._info.request
        fresh = self.noise_check.isChecked()
        texts = (self.prompt_edit.toPlainText(), self.negative_edit.toPlainText())
        guidance = self.guidance_spin.value()
        return replace(
            parent,
            id=new_id(),
            parent=parent.id,
            from_step=self._index,
            prompt=parent.prompt if texts[0] == self._first_texts[0] else texts[0],
            negative_prompt=(
                parent.negative_prompt if texts[1] == self._first_texts[1] else texts[1]
            ),
            guidance_scale=(
                parent.guidance_scale if guidance == self._first_guidance else guidance
            ),
            scheduler=self.scheduler_combo.currentData(),
            seed=self.seed_edit.value() if fresh else parent.seed,
            fresh_noise=fresh,
        )

    @Slot()
    def _roll(self) -> None:
        self.seed_edit.roll()

    @Slot()
    def _tell(self) -> None:
        fresh = self.noise_check.isChecked()
        for widget in (self._seed_heading, self.seed_edit, self.random_seed_button):
            widget.setEnabled(fresh)
        self.class_label.setText(CHOICES[self.scheduler_combo.currentData()].class_name)
        try:
            text, role, can_branch = self._outcome(self.request()), "hint", True
        except InvalidRequest as error:
            text, role, can_branch = sentence(error), "warning", False
        self.outcome.set_role(role)
        self.outcome.setText(text)
        self.branch_button.setEnabled(can_branch)

    def _outcome(self, request: GenerationRequest) -> str:
        """What will come of it, in plain words."""
        changes = self._changes(request)
        if not changes:
            is_cut_off = (
                not self._info.is_running
                and self._info.steps[-1].index < request.num_inference_steps
            )
            if is_cut_off:
                return self.tr("Nothing changed: it goes on as before, now to the last step.")
            return self.tr("Nothing changed: the same picture comes out.")
        before = sum(step.index < self._index for step in self._info.steps)
        if before == 0:
            told = self.tr("From step {index} on with {changes}: all steps are done anew.")
        elif before == 1:
            told = self.tr("From step {index} on with {changes}; the step before stays as it is.")
        else:
            told = self.tr(
                "From step {index} on with {changes}; the %Ln step(s) before stay as they are.",
                "",
                before,
            )
        told = told.format(index=self._index, changes=listed(changes))
        if before and request.scheduler != self._info.request.scheduler:
            more = self.tr("The other scheduler goes on at its nearest noise level.")
            told = in_sequence((told, more))
        return told

    def _changes(self, request: GenerationRequest) -> list[str]:
        parent = self._info.request
        named = (
            (request.prompt != parent.prompt, self.tr("another prompt")),
            (
                request.negative_prompt != parent.negative_prompt,
                self.tr("another negative prompt"),
            ),
            (request.guidance_scale != parent.guidance_scale, self.tr("another guidance scale")),
            (request.scheduler != parent.scheduler, self.tr("another scheduler")),
            (request.fresh_noise, self.tr("fresh noise")),
        )
        return [name for is_changed, name in named if is_changed]
