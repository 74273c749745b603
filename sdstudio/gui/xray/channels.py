"""The channels of latents, one heat map each, all in the same colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import CONTROL_HEIGHT, GAP, ThemeSource
from sdstudio.gui.xray.colours import said
from sdstudio.gui.xray.heat import Heat
from sdstudio.xray import Numbers

_COLUMNS = 4
_MOST_WIDTH = 220

Latents = npt.NDArray[np.float32]


class Channels(QWidget):
    """Latents of C x h x w as heat maps; of several, a row of buttons chooses which.

    Blue is below zero and orange above, to the same ends in all channels, so that they can be
    compared. GUI thread only.
    """

    def __init__(
        self, name: str, title: str, themes: ThemeSource, parent: QWidget | None = None
    ) -> None:
        """``name`` begins the object names; ``title`` is the heading."""
        super().__init__(parent)
        self._name = name
        self._title = title
        self._themes = themes
        self._latents: dict[str, Latents] = {}
        self._chosen = ""
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._choose)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP // 2)
        self._row.addWidget(PlainLabel(title, role="heading"))
        self._row.addStretch(1)
        self._heats: list[Heat] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP // 2)
        self.told = PlainLabel(role="hint", wrap=True)
        self.told.setObjectName(f"{name}Told")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(self._row)
        column.addLayout(self._grid)
        column.addWidget(self.told)

    def set_latents(self, latents: Mapping[str, Numbers]) -> None:
        """Latents by the names that the buttons show; what was chosen stays if it is there."""
        self._latents = {name: numbers.array() for name, numbers in latents.items()}
        if [button.text() for button in self._buttons.buttons()] != list(latents):
            self._make_buttons(list(latents))
        names = list(latents)
        if self._chosen not in self._latents:
            self._chosen = names[0]
        button = self._buttons.button(names.index(self._chosen))
        if button is not None:
            button.setChecked(True)
        self._show()

    def chosen(self) -> str:
        """The name of the latents that are shown; empty before there are any."""
        return self._chosen

    def heats(self) -> list[Heat]:
        """The heat maps shown, in the order of the channels."""
        return self._heats

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._title = tell(self._title)
        self._latents = {tell(name): latents for name, latents in self._latents.items()}
        self._chosen = tell(self._chosen)
        for button, name in zip(self._buttons.buttons(), self._latents, strict=False):
            button.setAccessibleName(f"{self._title}: {name}")

    @Slot(int)
    def _choose(self, place: int) -> None:
        self._chosen = list(self._latents)[place]
        self._show()

    def _make_buttons(self, names: list[str]) -> None:
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for place, name in enumerate(names if len(names) > 1 else []):
            button = QPushButton(name)
            button.setObjectName(f"{self._name}Button{place + 1}")
            button.setAccessibleName(f"{self._title}: {name}")
            button.setCheckable(True)
            button.setMinimumHeight(CONTROL_HEIGHT)
            self._buttons.addButton(button, place)
            self._row.addWidget(button)

    def _show(self) -> None:
        latents = self._latents[self._chosen]
        while len(self._heats) > len(latents):
            heat = self._heats.pop()
            self._grid.removeWidget(heat)
            heat.deleteLater()
        while len(self._heats) < len(latents):
            place = len(self._heats)
            heat = Heat(
                f"{self._name}Heat{place + 1}",
                self.tr("Channel {number}").format(number=place + 1),
                self._themes,
                diverging=True,
                has_scale=False,
            )
            heat.setMaximumWidth(_MOST_WIDTH)
            heat.setSizePolicy(_fitting(heat.sizePolicy()))
            self._heats.append(heat)
            self._grid.addWidget(heat, place // _COLUMNS, place % _COLUMNS)
            self._grid.setColumnStretch(place % _COLUMNS, 1)
        end = reach(latents)
        axes = (self.tr("row"), self.tr("column"))
        for heat, channel in zip(self._heats, latents, strict=True):
            heat.set_values(channel, low=-end, high=end, axes=axes)
        self.told.setText(
            self.tr(
                "{shape} numbers, from −{end} (blue) over 0 (white) to {end} (orange); "
                "mean {mean}, spread {spread}."
            ).format(
                shape=" × ".join(map(str, latents.shape)),
                end=said(end),
                mean=said(float(latents.mean())),
                spread=said(float(latents.std())),
            )
        )


def reach(values: npt.NDArray[Any]) -> float:
    """How far numbers are from 0 at most, to two digits, and never 0: the ends of a scale."""
    numbers = np.abs(values[np.isfinite(values)])
    most = float(numbers.max()) if numbers.size else 0.0
    return float(f"{most:.3g}") or 1.0


def latent_rows(latents: Mapping[str, Numbers]) -> tuple[list[str], list[list[object]]]:
    """Latents of one shape as a table: a row for each place, a column for each of them."""
    arrays = [numbers.array() for numbers in latents.values()]
    channels, height, width = arrays[0].shape
    columns = [array.ravel().tolist() for array in arrays]
    places = np.indices((channels, height, width)).reshape(3, -1).tolist()
    rows: list[list[object]] = [
        [channel + 1, row, column, *values]
        for channel, row, column, *values in zip(*places, *columns, strict=True)
    ]
    return ["channel", "row", "column", *latents], rows


def _fitting(policy: QSizePolicy) -> QSizePolicy:
    """As narrow as the dock is, however wide the heat map would like to be."""
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    return policy
