"""The page that says what would be fetched for the user's card, before anything is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdstudio.gui.acceleration.fetching import Seen
from sdstudio.gui.check_findings import ThemedSign
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.numbers import data_size
from sdstudio.gui.sentences import translated
from sdstudio.gui.theme import GAP, ThemeSource

_SIGN = 32


class OfferPage(QWidget):
    """A title, a sentence, a table of facts, and a warning where one is due. GUI thread only."""

    def __init__(self, themes: ThemeSource, icons: IconSet) -> None:
        super().__init__()
        self._sign = ThemedSign(themes, icons, _SIGN)
        self._title = PlainLabel(role="title", wrap=True)
        self._title.setObjectName("gpuTitle")
        self._lead = PlainLabel(role="hint", wrap=True)
        self._lead.setObjectName("gpuLead")
        self._warning = PlainLabel(role="warning", wrap=True)
        self._warning.setObjectName("gpuWarning")
        self._facts = QFrame()
        self._facts.setObjectName("gpuFacts")
        self._facts.setProperty("surface", "panel")
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._grid.setHorizontalSpacing(3 * GAP)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GAP // 2)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GAP)
        layout.addLayout(head)
        layout.addWidget(self._facts)
        layout.addWidget(self._warning)
        layout.addStretch(1)

    def show_offer(self, seen: Seen) -> None:
        """What would be fetched; ``seen`` has a plan."""
        plan, room = seen.plan, seen.room
        if plan is None or room is None:
            return
        self._sign.show_sign("gpu", "accent")
        self._title.setText(self.tr("Make pictures with your graphics card"))
        self._lead.setText(
            self.tr(
                "The app comes with torch for the processor. For your card it needs another build "
                "of it, which is fetched once and kept on this computer."
            )
        )
        download = data_size(plan.total_bytes)
        if seen.missing_bytes < plan.total_bytes:
            download = self.tr("{size}, of which {there} are here already").format(
                size=download, there=data_size(plan.total_bytes - seen.missing_bytes)
            )
        self._fill(
            [
                (self.tr("Card"), plan.card),
                (self.tr("Driver"), plan.driver),
                (self.tr("Needed"), f"torch {plan.version}"),
                (self.tr("Download"), download),
                (
                    self.tr("On the disk"),
                    self.tr("about {size}; {free} are free").format(
                        size=data_size(plan.unpacked_bytes), free=data_size(room.free_bytes)
                    ),
                ),
                (self.tr("From"), plan.address),
            ]
        )
        build = None if seen.status is None else seen.status.build
        warnings = []
        if build is not None:
            warnings.append(
                self.tr(
                    "What was fetched before (torch {version}) is for another version of the app; "
                    "it is removed once the new one works."
                ).format(version=build.version)
            )
        if not room.is_enough:
            warnings.append(
                self.tr("There is not enough room: {size} are needed while it is unpacked.").format(
                    size=data_size(room.missing_bytes)
                )
            )
        self._warn("\n".join(warnings))

    def show_use(self, seen: Seen) -> None:
        """The card is used, or will be; ``seen`` has a build."""
        build = None if seen.status is None else seen.status.build
        if seen.status is None or build is None:
            return
        if seen.status.is_active:
            self._sign.show_sign("check", "accent")
            self._title.setText(self.tr("Your graphics card is used"))
            self._lead.setText(self.tr("Pictures are made with it since the start of the app."))
        else:
            self._sign.show_sign("gpu", "accent")
            self._title.setText(self.tr("Your graphics card is ready"))
            self._lead.setText(self.tr("It is used once the app has started anew."))
        rows = [
            (self.tr("Card"), build.card),
            (self.tr("Build"), f"torch {build.version}"),
            (self.tr("On the disk"), data_size(build.size)),
        ]
        if seen.status.cards is not None:
            rows.insert(1, (self.tr("Driver"), seen.status.cards.driver))
        self._fill(rows)
        # A driver that was taken away, or a card.
        complaint = seen.status.complaint
        self._warn("" if complaint is None else translated(complaint.message))

    def _fill(self, rows: Sequence[tuple[str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(rows):
            self._grid.addWidget(PlainLabel(name, role="hint"), row, 0)
            said = PlainLabel(value, wrap=True)
            said.setAccessibleDescription(name)
            self._grid.addWidget(said, row, 1)

    def _warn(self, text: str) -> None:
        self._warning.setText(text)
        self._warning.setVisible(bool(text))
