"""The window that asks how pictures are exported, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gallery.exporting import FIELDS
from sdstudio.gui.fields import CalmSlider, CalmSpin, SliderBinding, slider_row, titled
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.sentences import sentence
from sdstudio.gui.sharing.folder_field import FolderField
from sdstudio.gui.sharing.picture_exporter import SHEET, PictureExportChoice
from sdstudio.gui.theme import GAP
from sdstudio.request import InvalidRequest

_WIDTH = 460


class PictureExportDialog(QDialog):
    """Format, quality, metadata, names and the folder. GUI thread only.

    Shown by ``open``, which returns at once.
    """

    export_wanted = Signal(object)
    """PictureExportChoice: the dialog is closed."""

    def __init__(
        self,
        count: int,
        suggested: PictureExportChoice,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        """``count`` pictures are to be exported; ``suggested`` fills the fields."""
        super().__init__(parent)
        self._formats = (
            ("png", self.tr("PNG"), self.tr("Every pixel as it is")),
            ("jpeg", self.tr("JPEG"), self.tr("Small, and every program shows it")),
            ("webp", self.tr("WebP"), self.tr("Smaller still, for web pages")),
            (SHEET, self.tr("Contact sheet"), self.tr("All in one PNG, with seed and prompt")),
        )
        self.setObjectName("pictureExportDialog")
        title = self.tr("Export %Ln picture(s)", "", count)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build_fields(suggested)
        self._build_end(icons)
        self._lay_out()
        self.format_combo.currentIndexChanged.connect(self._tell)
        self.name_edit.textChanged.connect(self._tell)
        self.folder_field.changed.connect(self._tell)
        self.keep_check.toggled.connect(self._tell)
        self.export_button.clicked.connect(self._export)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.export_button.click)
        self._tell()
        self.format_combo.setFocus()

    # -- building ----------------------------------------------------------------------------

    def _build_fields(self, suggested: PictureExportChoice) -> None:
        self.format_combo = QComboBox()
        self.format_combo.setObjectName("pictureFormatCombo")
        self.format_combo.setAccessibleName(self.tr("Format"))
        self.format_combo.setMinimumWidth(_WIDTH)
        for kind, name, _ in self._formats:
            self.format_combo.addItem(name, kind)
        self.format_combo.setCurrentIndex(max(self.format_combo.findData(suggested.kind), 0))
        self.format_hint = PlainLabel("", role="hint")
        self.quality_slider = CalmSlider()
        self.quality_slider.setObjectName("pictureQualitySlider")
        self.quality_slider.setAccessibleName(self.tr("Quality"))
        self.quality_slider.setRange(1, 100)
        self.quality_spin = CalmSpin(1, 100)
        self.quality_spin.setObjectName("pictureQualitySpin")
        self.quality_spin.setAccessibleName(self.tr("Quality"))
        self.quality_spin.setValue(suggested.quality)
        SliderBinding(self.quality_slider, self.quality_spin, 1, self)
        self.keep_check = QCheckBox(self.tr("Keep the &settings in the files"))
        self.keep_check.setObjectName("pictureKeepCheck")
        self.keep_check.setAccessibleName(self.tr("Keep the settings in the files"))
        self.keep_check.setChecked(suggested.keeps_settings)
        self.keep_hint = PlainLabel("", role="hint", wrap=True)
        self.name_edit = QLineEdit(suggested.name)
        self.name_edit.setObjectName("pictureNameEdit")
        self.name_edit.setAccessibleName(self.tr("Names of the files"))
        self.name_edit.setMaxLength(200)
        self.folder_field = FolderField("pictureExport", self.tr("Folder to export to"))
        self.folder_field.set_path(suggested.folder)

    def _build_end(self, icons: IconSet) -> None:
        self.told = PlainLabel("", role="hint", wrap=True)
        self.told.setObjectName("pictureExportTold")
        self.export_button = QPushButton(self.tr("&Export"))
        self.export_button.setObjectName("pictureExportButton")
        self.export_button.setAccessibleName(self.tr("Export"))
        self.export_button.setProperty("look", "primary")
        self.export_button.setDefault(True)
        icons.attach(self.export_button, "export", on_accent=True)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setObjectName("pictureExportCancelButton")
        self.cancel_button.setAccessibleName(self.tr("Cancel"))
        self.cancel_button.setProperty("look", "tall")

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        formats = titled(self.tr("&Format"), self.format_combo, self.format_combo)
        formats.addWidget(self.format_hint)
        settings = QVBoxLayout()
        settings.setSpacing(GAP // 2)
        settings.addWidget(self.keep_check)
        settings.addWidget(self.keep_hint)
        names = titled(self.tr("&Names"), self.name_edit, self.name_edit)
        fields = ", ".join(f"{{{field}}}" for field in FIELDS)
        names.addWidget(
            PlainLabel(self.tr("Put together from {fields}").format(fields=fields), role="hint")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        layout.setSpacing(2 * GAP)
        layout.addLayout(formats)
        quality = slider_row(self.tr("&Quality"), self.quality_slider, self.quality_spin)
        layout.addLayout(quality)
        layout.addLayout(settings)
        layout.addLayout(names)
        layout.addLayout(titled(self.tr("F&older"), self.folder_field, self.folder_field.edit))
        layout.addWidget(self.told)
        layout.addStretch(1)
        layout.addWidget(buttons)

    # -- the choice --------------------------------------------------------------------------

    def choice(self) -> PictureExportChoice:
        """The export as the fields say it now."""
        return PictureExportChoice(
            folder=self.folder_field.path() or Path.home(),
            kind=str(self.format_combo.currentData()),
            quality=self.quality_spin.value(),
            keeps_settings=self.keep_check.isChecked(),
            name=self.name_edit.text().strip(),
        )

    @Slot()
    def _tell(self) -> None:
        choice = self.choice()
        is_sheet = choice.kind == SHEET
        has_quality = choice.kind in ("jpeg", "webp")
        self.quality_slider.setEnabled(has_quality)
        self.quality_spin.setEnabled(has_quality)
        self.keep_check.setEnabled(not is_sheet)
        self.name_edit.setEnabled(not is_sheet)
        self.format_hint.setText(self._formats[self.format_combo.currentIndex()][2])
        if is_sheet:
            text = self.tr("A sheet shows seed and prompt below each picture.")
        elif choice.keeps_settings:
            text = self.tr("Whoever gets the files can read prompt and seed.")
        else:
            text = self.tr("The files tell nothing of how they were made.")
        self.keep_hint.setText(text)
        problem = ""
        try:
            choice.options()
        except InvalidRequest as error:
            problem = sentence(error)
        self.told.set_role("warning" if problem else "hint")
        self.told.setText(problem or self.tr("Files that are there already are never replaced."))
        self.export_button.setEnabled(not problem and self.folder_field.path() is not None)

    @Slot()
    def _export(self) -> None:
        choice = self.choice()
        self.accept()
        self.export_wanted.emit(choice)
