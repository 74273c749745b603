"""What this program is, whose, and on what it runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sdstudio import __version__
from sdstudio.gui.dialogs import closing_buttons
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.theme import GAP

_SIGN = 64


class AboutDialog(QDialog):
    """The app's sign, its licence, and the versions under it. GUI thread only."""

    notices_wanted = Signal()
    """The user wants to know whose work is in the app besides ours."""

    def __init__(self, versions: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About sdstudio"))
        self.setAccessibleName(self.tr("About sdstudio"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        sign = PlainLabel()
        icon = QApplication.windowIcon()
        sign.setPixmap(icon.pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatioF()))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(PlainLabel("sdstudio", role="title"))
        words.addWidget(
            PlainLabel(self.tr("Version {version}").format(version=__version__), role="hint")
        )
        words.addSpacing(GAP)
        words.addWidget(
            PlainLabel(
                self.tr(
                    "Makes pictures with Stable Diffusion and shows every denoising step. "
                    "Everything happens on this computer."
                ),
                wrap=True,
            )
        )
        words.addWidget(
            PlainLabel(self.tr("Licensed under the Apache License 2.0."), role="hint", wrap=True)
        )
        words.addSpacing(GAP)
        words.addLayout(_grid(versions))
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = closing_buttons(self)
        notices = buttons.addButton(
            self.tr("&Third-party notices…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        notices.setObjectName("noticesButton")
        notices.setAccessibleName(self.tr("Third-party notices"))
        notices.clicked.connect(self.notices_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        layout.setSpacing(3 * GAP)
        layout.addLayout(head)
        layout.addWidget(buttons)


def _grid(versions: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GAP)
    grid.setVerticalSpacing(GAP // 2)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(versions):
        grid.addWidget(PlainLabel(name, role="hint"), row, 0)
        told = PlainLabel(value, wrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(told, row, 1)
    return grid
