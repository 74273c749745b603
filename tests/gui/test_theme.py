"""Colours that can be read, icons that follow them, and text that stays plain."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, PlainLabel, escaped_tooltip
from sdstudio.gui.theme import THEMES, Theme, ThemeSource
from sdstudio.paths import find_resources
from tests.gui.accessible import TEXT, contrast


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_can_be_read(theme: Theme) -> None:
    grounds = (theme.canvas, theme.window, theme.panel, theme.raised)
    texts = (theme.text, theme.secondary, theme.danger, theme.warning)
    pairs = [*product(texts, grounds), (theme.on_accent, theme.accent), (theme.text, theme.chosen)]
    pairs.append((theme.on_accent, theme.accent_hover))
    too_faint = [pair for pair in pairs if contrast(*map(QColor, pair)) < TEXT]
    assert too_faint == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_greys_do_not_tint_pictures(theme: Theme) -> None:
    for colour in (theme.canvas, theme.window, theme.panel, theme.raised):
        parts = (QColor(colour).red(), QColor(colour).green(), QColor(colour).blue())
        assert max(parts) - min(parts) <= 8


def darkest_and_lightest(image: QImage) -> tuple[int, int]:
    seen = [
        colour.lightness()
        for x in range(image.width())
        for y in range(image.height())
        if (colour := image.pixelColor(x, y)).alpha() > 200
    ]
    return min(seen), max(seen)


def test_an_icon_follows_the_theme(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.attach(button, "dice")
    _, lightest = darkest_and_lightest(button.icon().pixmap(16).toImage())
    assert lightest > 200
    themes.choose("light")
    darkest, _ = darkest_and_lightest(button.icon().pixmap(16).toImage())
    assert darkest < 60


def test_an_icon_is_faint_only_where_it_is_disabled(qtbot: QtBot, icons: IconSet) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.attach(button, "dice")
    drawn = {mode: button.icon().pixmap(16, mode).toImage() for mode in QIcon.Mode}
    assert drawn[QIcon.Mode.Active] == drawn[QIcon.Mode.Normal]
    assert drawn[QIcon.Mode.Selected] == drawn[QIcon.Mode.Normal]
    assert drawn[QIcon.Mode.Disabled] != drawn[QIcon.Mode.Normal]


def test_every_icon_draws_something(qapp: object, icons: IconSet) -> None:
    names = sorted(path.stem for path in (find_resources() / "icons").glob("*.svg"))
    assert "dice" in names
    for name in names:
        image = icons.pixmap(name, "#ff0000", 24, 2.0).toImage()
        assert image.width() == 48
        opaque = sum(image.pixelColor(x, y).alpha() > 100 for x in range(48) for y in range(48))
        assert opaque > 40, name


@pytest.mark.parametrize("kind", [PlainLabel, ElidedLabel])
def test_labels_show_markup_as_it_is(qtbot: QtBot, kind: type[PlainLabel]) -> None:
    label = kind("<b>bold</b> <img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b> <img src=x>"


def test_tooltips_show_markup_as_it_is() -> None:
    text = escaped_tooltip('<img src="file:///etc/passwd"> & more')
    assert "<img" not in text
    assert text.startswith("<qt>")
    assert QtGui.Qt.mightBeRichText(text)  # else Qt would show the escapes themselves
    assert escaped_tooltip("") == ""


def test_labels_and_boxes_are_made_in_one_place() -> None:
    gui = Path(__file__).parents[2] / "sdstudio" / "gui"
    for path in gui.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "labels.py":
            assert " QLabel(" not in text, path.name
        if path.name != "dialogs.py":
            assert "QMessageBox" not in text, path.name
