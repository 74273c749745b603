"""The right side of the library: all that is known of one model, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, PlainLabel, mark_users_text, set_tooltip, without_key
from sdstudio.gui.library.actions import LibraryActions
from sdstudio.gui.library.curator import Verification
from sdstudio.gui.library.downloads import Plan
from sdstudio.gui.library.entries import Entry
from sdstudio.gui.library.words import (
    download_line,
    family_word,
    kind_word,
    memory_line,
    origin_word,
    prediction_word,
)
from sdstudio.gui.numbers import data_size, percent, whole
from sdstudio.gui.sentences import sentence, translated
from sdstudio.gui.theme import GAP
from sdstudio.gui.xray.rows import FlowLayout

_WIDTH = 296


class DetailsPanel(QFrame):
    """Shows an entry; its buttons are the window's actions."""

    def __init__(
        self, actions: LibraryActions, icons: IconSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("modelDetails")
        self.setProperty("surface", "panel")
        self.setFixedWidth(_WIDTH)
        self._actions = actions
        self._icons = icons
        self._primary: QAction | None = None
        self.title = ElidedLabel(role="title", mode=Qt.TextElideMode.ElideMiddle)
        mark_users_text(self.title)
        self.title.setObjectName("modelTitle")
        self.about = PlainLabel("", role="hint", wrap=True)
        self.about.setObjectName("modelAbout")
        self.complaint = PlainLabel("", role="warning", wrap=True)
        self.complaint.setObjectName("modelComplaint")
        self.state = PlainLabel("", wrap=True)
        self.state.setObjectName("modelStateLine")
        self.bar = QProgressBar()
        self.bar.setObjectName("modelProgress")
        self.bar.setProperty("look", "thin")
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.primary_button = QPushButton()
        self.primary_button.setObjectName("primaryModelButton")
        self.primary_button.setProperty("look", "primary")
        self.primary_button.clicked.connect(self._act)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(GAP + GAP // 2)
        self._rows.setVerticalSpacing(GAP // 2 + 2)
        self._rows.setColumnStretch(1, 1)
        self._buttons: list[tuple[QToolButton, QAction]] = []
        self._lay_out()
        self.show_entry(None)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        column.setSpacing(GAP + GAP // 2)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.complaint)
        column.addLayout(self._rows)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("modelDetailsScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        holder = QWidget()
        flow = FlowLayout(holder)
        for action in self._actions.others:
            button = QToolButton()
            button.setObjectName(action.objectName().replace("Action", "Button"))
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAccessibleName(without_key(action.text()))
            flow.addWidget(button)
            self._buttons.append((button, action))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        foot.setSpacing(GAP)
        foot.addWidget(self.state)
        foot.addWidget(self.bar)
        foot.addWidget(self.primary_button)
        foot.addWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2 * GAP)
        layout.setSpacing(GAP)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)

    def show_entry(
        self,
        entry: Entry | None,
        plan: Plan | None = None,
        verification: Verification | None = None,
    ) -> None:
        """Shows an entry with what the hub says of its size, or how its verification goes."""
        # Of a name on the hub, the owner is told below.
        self.title.setText(entry.name.rpartition("/")[2] if entry is not None else "")
        self._show_about(entry)
        self._show_rows(self._facts(entry))
        self._show_state(entry, plan, verification)
        self._show_actions()

    def _show_about(self, entry: Entry | None) -> None:
        about = complaint = ""
        if entry is not None and entry.offer is not None:
            about = translated(entry.offer.about)
        if entry is not None and entry.model is not None:
            if entry.is_part:
                about = self.tr("This is a part of a model, which makes no pictures by itself.")
            elif entry.model.complaint is not None:
                complaint = sentence(entry.model.complaint)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.complaint.setText(complaint)
        self.complaint.setVisible(bool(complaint))

    def _facts(self, entry: Entry | None) -> list[tuple[str, str]]:
        if entry is None:
            return []
        if entry.model is not None:
            model = entry.model
            side = self.tr("{side} × {side} px").format(side=model.side) if model.side else ""
            return [
                (self.tr("Kind"), kind_word(model.kind)),
                (self.tr("Family"), family_word(model.family)),
                (self.tr("Predicts"), prediction_word(model.prediction_type)),
                (self.tr("Pictures"), side),
                (self.tr("On disk"), data_size(model.bytes_on_disk)),
                (self.tr("Memory"), memory_line(model)),
                (self.tr("Licence"), model.licence or self.tr("not told")),
                (self.tr("Name"), entry.name if "/" in entry.name else ""),
                (self.tr("Source"), origin_word(model)),
                (self.tr("Lies in"), str(model.path)),
            ]
        offer = entry.offer
        if offer is None:
            return []
        size = f"≈ {data_size(offer.bytes)}" if offer.bytes else ""
        return [
            (self.tr("On the hub"), offer.repo_id.replace("/", "/\u200b")),
            (self.tr("Family"), family_word(offer.family)),
            (self.tr("Licence"), offer.licence),
            (self.tr("Download"), size),
            (self.tr("Popular"), self._popularity(offer.downloads)),
            (self.tr("Terms"), self.tr("to be accepted first") if offer.is_gated else ""),
        ]

    def _popularity(self, downloads: int | None) -> str:
        if downloads is None:
            return ""
        return self.tr("%Ln download(s) a month", "", downloads)

    def _show_rows(self, facts: list[tuple[str, str]]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = [(name, value) for name, value in facts if value]
        for row, (name, value) in enumerate(shown):
            label = PlainLabel(name, role="hint")
            self._rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            if name == self.tr("Lies in"):
                text: PlainLabel = ElidedLabel(value, mode=Qt.TextElideMode.ElideMiddle)
                text.setObjectName("modelPath")
                mark_users_text(text)
            else:
                text = PlainLabel(value, wrap=True)
            self._rows.addWidget(text, row, 1)

    def _show_state(
        self, entry: Entry | None, plan: Plan | None, verification: Verification | None
    ) -> None:
        text, role, share = "", "hint", -1.0
        download = entry.download if entry is not None else None
        if download is not None:
            text = download_line(download)
            role = "warning" if download.stage == "failed" else "hint"
            share = download.share if download.total_bytes else -1.0
        elif verification is not None:
            text, role, share = self._verification(verification)
        elif plan is not None and plan.error is not None:
            text, role = sentence(plan.error), "warning"
        elif plan is not None:
            text = self.tr("{size} in %Ln file(s); {free} free", "", plan.files).format(
                size=data_size(plan.total_bytes), free=data_size(plan.free_bytes)
            )
            role = "warning" if plan.total_bytes > plan.free_bytes else "hint"
        elif entry is not None and entry.offer is not None:
            text = self.tr("Asking the hub how much it is…")
        self.state.set_role(role)
        self.state.setText(text)
        self.state.setVisible(bool(text))
        self.bar.setVisible(share >= 0)
        self.bar.setValue(round(1000 * max(share, 0.0)))

    def _verification(self, told: Verification) -> tuple[str, str, float]:
        if told.error is not None:
            return sentence(told.error), "warning", -1.0
        if not told.is_done:
            share = told.done_bytes / told.total_bytes if told.total_bytes else 0.0
            return self.tr("Verifying… {share}").format(share=percent(share)), "hint", share
        if told.recorded:
            text = self.tr("Files recorded, to be compared with the next time: {count}.")
        else:
            text = self.tr("Files that are whole: {count}. Nothing has changed.")
        return text.format(count=whole(told.files)), "hint", -1.0

    def _show_actions(self) -> None:
        primary = [action for action in self._actions.primary if action.isVisible()]
        self._primary = primary[0] if primary else None
        self.primary_button.setVisible(self._primary is not None)
        if self._primary is not None:
            text = self._primary.text()
            self.primary_button.setText(text)
            self.primary_button.setAccessibleName(without_key(text))
            self.primary_button.setEnabled(self._primary.isEnabled())
        for button, action in self._buttons:
            button.setVisible(action.isVisible())
            set_tooltip(button, without_key(action.text()))

    @Slot()
    def _act(self) -> None:
        if self._primary is not None:
            self._primary.trigger()
