"""Finding pictures: the search line, its completion, filters, and what the grid shows then."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from sdstudio.gallery.facets import Facets
from sdstudio.gallery.ordering import Change
from sdstudio.gallery.query import Flag, Name, Number, Query, parse
from sdstudio.gallery.store import Gallery
from sdstudio.gui.finding.choice import ChoiceCombo
from sdstudio.gui.finding.filters import part_of, with_part, without_filters
from sdstudio.gui.finding.head import FindingHead
from sdstudio.gui.finding.suggesting import suggest
from sdstudio.gui.icons import IconSet
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from tests.gui.conftest import Heard, OpenStudio, made

FACETS = Facets(
    models=(("starter", 8), ("my model", 3)),
    schedulers=(("euler", 9), ("dpmpp_2m", 2)),
    tags=(("cat", 4), ("house cat", 1)),
    collections=(("Best of 2026", 2), ("empty", 0)),
    months=(("2026-11", 5), ("2026-10", 6)),
)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("sched", ("scheduler:",)),
        ("cat -mod", ("model:",)),
        ("c", None),
        ("house", None),
        ("model:", ('model:"starter"', 'model:"my model"')),
        ("model:MY", ('model:"my model"',)),
        ('model:="my m', ('model:"my model"',)),
        ("scheduler:DPM++", ("scheduler:dpmpp_2m",)),
        ("tag:cat", ('tag:"cat"', 'tag:"house cat"')),
        ('cat in:"best of', ('in:"Best of 2026"',)),
        ("date:2026-1", (f"date:{date.today().isoformat()}", "date:2026-11", "date:2026-10")),
        ("is:im", ("is:imported",)),
        ("nothing:x", None),
    ],
)
def test_words_that_a_query_may_have_are_offered(
    before: str, words: tuple[str, ...] | None
) -> None:
    found = suggest(before, FACETS)
    if words is None:
        assert found is None
        return
    assert found is not None
    offered = [word for word in found.words if not word.startswith("date:") or word in words]
    assert offered == [word for word in words if word in found.words]
    assert set(words) - set(found.words) <= {f"date:{date.today().isoformat()}"}
    assert before.endswith(before[len(before) - found.typed :])
    for word in found.words:
        if not word.endswith(":"):
            parse(word)


def test_a_filter_takes_the_place_of_its_kind() -> None:
    query = parse('cat -tag:dog rating:>=3 model:"a" seed:4 sort:name')
    changed = with_part(query, "rating", Number(key="rating", low=5, high=5))
    assert changed.text() == 'cat -tag:"dog" rating:5 model:"a" seed:4 sort:name'
    assert part_of(changed, "tag") is None  # a negated one can only be typed
    assert with_part(changed, "model", None).text() == 'cat -tag:"dog" rating:5 seed:4 sort:name'
    assert with_part(query, "origin", Flag(key="made")).text().endswith("is:made sort:name")
    assert without_filters(query).text() == "cat sort:name"


@pytest.fixture
def head(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> FindingHead:
    head = FindingHead(themes, icons)
    qtbot.addWidget(head)
    head.resize(344, 400)
    head.show()
    head.set_facets(FACETS)
    return head


def choose(combo: ChoiceCombo, words: str) -> None:
    """As the user does, by name."""
    row = combo.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert row >= 0, [combo.itemText(row) for row in range(combo.count())]
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def test_the_line_and_the_controls_say_the_same(qtbot: QtBot, head: FindingHead) -> None:
    heard = Heard()
    head.query_changed.connect(heard.note)
    qtbot.keyClicks(head.line, "cat rating:>=3 size:512x768")
    filters = head.filters
    assert filters.rating.currentText() == "★★★ and more"
    assert filters.sides.currentText() == "512x768"  # not among the choices
    assert head.filter_button.text() == "Filters (2)"
    choose(filters.model, "my model")
    assert head.line.text() == 'cat rating:>=3 size:512x768 model:="my model"'
    choose(filters.rating, "Any rating")
    choose(filters.sides, "Any size")
    choose(head.sort, "Oldest")
    choose(head.source, "Best of 2026")
    assert head.line.text() == 'cat model:="my model" in:"Best of 2026" sort:oldest'
    choose(head.source, "Favourites")
    assert filters.favourite.isChecked()
    filters.trajectory.click()
    assert head.query == parse(head.line.text()) == heard.all[-1]
    assert Flag(key="trajectory") in head.query.parts
    filters.clear_button.click()
    assert head.line.text() == "cat sort:oldest"
    assert head.source.currentText() == "All pictures"
    choose(filters.date, "This month")
    first = date.today().replace(day=1)
    assert head.line.text() == f"cat date:{first.isoformat()[:7]} sort:oldest"
    filters.first_day.setDate(QDate(2026, 1, 5))
    filters.last_day.setDate(QDate(2026, 2, 6))
    assert head.line.text() == "cat date:2026-01-05..2026-02-06 sort:oldest"
    assert filters.date.currentText() == "Some days"


def test_what_is_not_understood_is_told_quietly(qtbot: QtBot, head: FindingHead) -> None:
    heard = Heard()
    head.query_changed.connect(heard.note)
    qtbot.keyClicks(head.line, "cat")
    head.line.setText("cat rating:")
    assert head.query == parse("cat")
    assert head.error_label.isHidden()  # it may well be what comes before 5
    qtbot.keyClick(head.line, Qt.Key.Key_Return)
    assert "rating:" in head.error_label.text()
    assert head.error_label.isVisible()
    qtbot.keyClicks(head.line, "x")
    qtbot.waitUntil(lambda: "rating:x" in head.error_label.text())  # after a while by itself
    assert head.query == parse("cat")
    head.line.backspace()
    qtbot.keyClicks(head.line, "5")
    assert head.error_label.isHidden()
    assert heard.all[-1] == parse("cat rating:5")
    qtbot.keyClick(head.line, Qt.Key.Key_Escape)
    assert head.line.text() == ""
    assert head.query == Query()


def test_words_are_completed_by_the_keyboard(qtbot: QtBot, head: FindingHead) -> None:
    line = head.line
    qtbot.keyClicks(line, "cat mod")
    assert line.popup.isVisible()
    qtbot.keyClick(line.popup, Qt.Key.Key_Down)
    qtbot.keyClick(line.popup, Qt.Key.Key_Return)
    assert line.text() == "cat model:"
    assert line.popup.isVisible()  # now its values
    qtbot.keyClicks(line.popup, "my")
    qtbot.keyClick(line.popup, Qt.Key.Key_Down)
    qtbot.keyClick(line.popup, Qt.Key.Key_Return)
    assert line.text() == 'cat model:"my model" '
    assert head.query.parts[1] == Name(key="model", text="my model")
    qtbot.keyClicks(line, "ta")
    assert line.popup.isVisible()
    qtbot.keyClick(line.popup, Qt.Key.Key_Escape)
    assert not line.popup.isVisible()
    assert line.text().endswith(" ta")


# -- in the window -----------------------------------------------------------------------------


def fill(paths: Paths) -> dict[str, int]:
    prompts = ["a red cat", "a blue cat", "a house", "青い猫の家"]
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        ids = {
            prompt: gallery.add(made(prompt, seed=seed, num_inference_steps=10 + seed)).id
            for seed, prompt in enumerate(prompts)
        }
        gallery.edit([ids["a red cat"]], Change(rating=4, add_collections=("Best",)))
    return ids


def listed(window: MainWindow) -> list[int]:
    model = window.gallery_model
    return model.ids_between(0, model.rowCount())


def test_pictures_are_found_while_typing(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    ids = fill(paths)
    window = open_studio().window
    panel = window.gallery_panel
    qtbot.waitUntil(lambda: len(listed(window)) == 4)
    qtbot.waitUntil(lambda: panel.head.source.count() == 3)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = panel.head.line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "ca")
    qtbot.waitUntil(lambda: set(listed(window)) == {ids["a red cat"], ids["a blue cat"]})
    assert panel.count_label.text() == "2 of 4 pictures"
    line.setText("猫")
    qtbot.waitUntil(lambda: listed(window) == [ids["青い猫の家"]])
    line.setText("zebra")
    qtbot.waitUntil(lambda: listed(window) == [])
    assert line.isVisible()
    # Made by another thread: it comes to those that it belongs to.
    line.setText("cat sort:oldest")
    qtbot.waitUntil(lambda: len(listed(window)) == 2)
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        cat, dog = (gallery.add(made(prompt, seed=9)) for prompt in ("one more cat", "a dog"))
    window.gallery.add(cat, False)
    window.gallery.add(dog, False)
    qtbot.waitUntil(lambda: listed(window)[2:] == [cat.id])
    qtbot.waitUntil(lambda: panel.count_label.text() == "3 of 6 pictures")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert panel.view.hasFocus()
    choose(panel.head.source, "Best")
    qtbot.waitUntil(lambda: listed(window) == [ids["a red cat"]])
    line.clear()
    qtbot.waitUntil(lambda: listed(window)[:2] == [dog.id, cat.id])
    assert panel.count_label.text() == "6 pictures"


def test_what_no_longer_fits_leaves_the_list(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    ids = fill(paths)
    window = open_studio().window
    panel = window.gallery_panel
    qtbot.waitUntil(lambda: len(listed(window)) == 4)
    panel.head.line.setText("rating:>=3")
    qtbot.waitUntil(lambda: listed(window) == [ids["a red cat"]])
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    qtbot.keyClick(panel.view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: listed(window) == [])
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed(window) == [ids["a red cat"]])
