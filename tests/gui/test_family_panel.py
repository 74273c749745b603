"""The family tree: what it says of each picture, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.gui.family_panel import FamilyPanel
from sdstudio.gui.family_words import changes
from sdstudio.gui.icons import IconSet
from sdstudio.gui.librarian import Family
from sdstudio.gui.side_panel import SidePanel
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from sdstudio.request import GenerationRequest
from tests.gui.conftest import made

PARENT = GenerationRequest(prompt="a blue cat", negative_prompt="blurry", seed=7)
LONG_PROMPT = "a very blue cat on the roof of a house"


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> FamilyPanel:
    panel = FamilyPanel(themes, icons)
    qtbot.addWidget(panel)
    panel.resize(336, 400)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


@pytest.fixture
def gallery(paths: Paths) -> Any:
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        yield gallery


def family_of(gallery: Gallery, id: int) -> Family:
    """What the librarian tells, without the pictures."""
    relatives = gallery.family(id)
    items = {
        item.id: item for item in gallery.items(one.id for one in relatives if one.id is not None)
    }
    return Family(id=id, relatives=relatives, items=items, images=dict.fromkeys(items))


def grow(gallery: Gallery) -> list[int]:
    """A picture, two branches of it, a kept step, and a branch of the first branch."""
    root = made("a blue cat")
    red = made("a red cat", parent=root.request.id, from_step=8)
    strong = made(
        "a blue cat", guidance_scale=7, parent=root.request.id, from_step=11, kept_step=15
    )
    kept = made("a blue cat", parent=root.request.id, from_step=12, kept_step=12)
    again = made("a red cat", parent=red.request.id, from_step=9, fresh_noise=True)
    return [gallery.add(each).id for each in (root, red, strong, kept, again)]


def rows(panel: FamilyPanel) -> list[QTreeWidgetItem]:
    """All rows, from top to bottom."""

    def with_branches(row: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        branches = (row.child(place) for place in range(row.childCount()))
        return [row, *(each for one in branches if one is not None for each in with_branches(one))]

    root = panel.view.invisibleRootItem()
    assert root is not None
    return with_branches(root)[1:]


def titles(panel: FamilyPanel) -> list[str]:
    return [row.text(0) for row in rows(panel)]


def spoken(panel: FamilyPanel) -> list[str]:
    return [row.data(0, Qt.ItemDataRole.AccessibleTextRole) for row in rows(panel)]


def click(qtbot: QtBot, panel: FamilyPanel, row: QTreeWidgetItem) -> None:
    place = panel.view.visualItemRect(row).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "same settings"),
        ({"prompt": "a  blue\ncat"}, "same settings"),
        ({"prompt": "a red cat"}, "prompt: “a red cat”"),
        ({"prompt": ""}, "no prompt"),
        ({"negative_prompt": "dark"}, "negative prompt: “dark”"),
        ({"negative_prompt": ""}, "no negative prompt"),
        ({"guidance_scale": 7.5}, "guidance 4 → 7.5"),
        ({"scheduler": "euler_a"}, "Euler a"),
        ({"fresh_noise": True}, "fresh noise"),
        ({"fresh_noise": True, "seed": 9}, "fresh noise"),
        ({"seed": 9}, "seed 9"),
        ({"model": "/models/other one"}, "model other one"),
        ({"num_inference_steps": 30, "width": 64}, "30 steps · 64 × 128"),
        (
            {"prompt": "a red cat", "guidance_scale": 12, "scheduler": "heun"},
            "guidance 4 → 12 · Heun · prompt: “a red cat”",
        ),
        ({"prompt": "{0} <b>"}, "prompt: “{0} <b>”"),
    ],
)
def test_a_branch_says_what_it_changed(values: dict[str, Any], words: str) -> None:
    child = replace(PARENT, id="child", parent=PARENT.id, from_step=3, **values)
    assert changes(PARENT, child) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (LONG_PROMPT, LONG_PROMPT.replace("house", "barn"), "prompt: “…barn”"),
        (LONG_PROMPT, LONG_PROMPT.replace("very blue", "very red"), None),
        (LONG_PROMPT, f"{LONG_PROMPT} at night", "prompt: “…house at night”"),
        (LONG_PROMPT, LONG_PROMPT.removesuffix(" of a house"), "prompt: “…roof”"),
        ("猫" * 40 + "犬", "猫" * 40 + "鳥", "prompt: “…猫猫猫猫猫猫猫猫鳥”"),
    ],
)
def test_of_a_long_prompt_the_changed_part_is_told(
    before: str, after: str, words: str | None
) -> None:
    parent = replace(PARENT, prompt=before)
    child = replace(parent, prompt=after)
    assert changes(parent, child) == (words or f"prompt: “{after}”")


def test_every_relative_is_there_in_order(panel: FamilyPanel, gallery: Gallery) -> None:
    red = grow(gallery)[1]
    panel.set_family(family_of(gallery, red))
    assert titles(panel) == [
        "a blue cat",
        "prompt: “a red cat”",
        "fresh noise",
        "guidance 4 → 7",
        "kept step 12",
    ]
    assert panel.count_label.text() == "5 pictures"
    told = spoken(panel)
    assert told[0].startswith("a blue cat. 20 steps · ")
    assert told[1].startswith("prompt: “a red cat”. step 8 · ")
    assert told[1].endswith("on the canvas")
    assert "step 11 · stopped at step 15 · " in told[3]
    assert "stopped" not in told[4]
    assert all(panel.view.visualItemRect(row).isValid() for row in rows(panel))  # all unfolded


def test_the_mark_follows_and_the_tree_stays(panel: FamilyPanel, gallery: Gallery) -> None:
    root, red, *_ = grow(gallery)
    panel.set_family(family_of(gallery, red))
    before = rows(panel)
    panel.set_family(family_of(gallery, root))
    assert rows(panel) == before
    assert [text.endswith("on the canvas") for text in spoken(panel)] == [True, *[False] * 4]
    assert panel.view.currentItem() is before[0]


def test_clicks_and_enter_show_a_picture_and_arrows_only_move(
    qtbot: QtBot, panel: FamilyPanel, gallery: Gallery
) -> None:
    root, red, *_ = grow(gallery)
    shown: list[int] = []
    panel.shown.connect(shown.append)
    panel.set_family(family_of(gallery, root))
    assert shown == []
    click(qtbot, panel, rows(panel)[1])
    assert shown == [red]
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    assert panel.view.currentItem() is rows(panel)[0]
    assert shown == [red]
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert shown == [red, root]
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert panel.view.visualItemRect(rows(panel)[-1]).isValid()  # nothing folds


def test_a_deleted_parent_keeps_its_place(
    qtbot: QtBot, panel: FamilyPanel, gallery: Gallery
) -> None:
    _, red, _, _, again = grow(gallery)
    gallery.delete(red, lambda path: path.unlink())
    shown: list[int] = []
    panel.shown.connect(shown.append)
    panel.set_family(family_of(gallery, again))
    assert titles(panel)[1:3] == ["(deleted picture)", "fresh noise"]
    assert panel.count_label.text() == "4 pictures"
    click(qtbot, panel, rows(panel)[1])
    assert shown == []


def test_without_a_family_it_says_what_to_do(panel: FamilyPanel, gallery: Gallery) -> None:
    alone = gallery.add(made("alone")).id
    ids = grow(gallery)
    panel.set_family(family_of(gallery, ids[0]))
    assert panel.view.isVisible()
    unknown = Family(id=9999, relatives=(), items={}, images={})
    for other in (family_of(gallery, alone), unknown, None):
        panel.set_family(family_of(gallery, ids[0]))
        if other is None:
            panel.clear()
        else:
            panel.set_family(other)
        assert not panel.view.isVisible()
        assert not panel.count_label.isVisible()
        assert rows(panel) == []


def test_words_are_never_rich_text(panel: FamilyPanel, gallery: Gallery) -> None:
    evil = '<img src="/etc/passwd">'
    root = made("x")
    gallery.add(root)
    branch = gallery.add(made(evil, parent=root.request.id, from_step=2)).id
    panel.set_family(family_of(gallery, branch))
    tip = rows(panel)[1].data(0, Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
    assert "<img" not in tip


def test_a_deep_family_can_be_seen(qtbot: QtBot, panel: FamilyPanel, gallery: Gallery) -> None:
    last = made("0")
    id = gallery.add(last).id
    for number in range(1, 60):
        last = made(str(number), parent=last.request.id, from_step=2)
        id = gallery.add(last).id
    panel.set_family(family_of(gallery, id))
    row = rows(panel)[-1]
    assert row.text(0) == "prompt: “59”"

    def is_in_sight() -> bool:
        rect = panel.view.visualItemRect(row)
        sight = panel.view.viewport().rect()
        return sight.contains(rect.topLeft()) and sight.contains(rect.topLeft() + QPoint(100, 40))

    qtbot.waitUntil(is_in_sight)
    panel.resize(260, 250)
    qtbot.waitUntil(is_in_sight)


def test_the_row_of_the_canvas_is_ringed_and_painted(
    qtbot: QtBot, panel: FamilyPanel, gallery: Gallery, themes: ThemeSource
) -> None:
    root, *_ = grow(gallery)
    panel.set_family(family_of(gallery, root))
    for theme in ("dark", "light"):
        themes.choose(theme)
        rect = panel.view.visualItemRect(rows(panel)[0])
        grabbed = panel.view.viewport().grab(rect).toImage()
        accent = themes.theme.accent
        height = rect.height() // 2
        assert accent in {grabbed.pixelColor(x, height).name() for x in range(8)}
    assert panel.view.palette().color(QPalette.ColorRole.Highlight).alpha() == 0


def test_it_has_the_third_tab(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> None:
    panel = FamilyPanel(themes, icons)
    side = SidePanel(QWidget(), QWidget(), panel)
    qtbot.addWidget(side)
    side.show()
    side.show_page(2)
    assert panel.isVisible()
    side.show_page(0)
    assert not panel.isVisible()
