"""What a double-click shows: in the real window, over a real gallery."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.query import parse
from sdstudio.gallery.store import Gallery
from sdstudio.gui.desktop.opening import Opening
from sdstudio.gui.desktop.sorting import SortedFiles, sort_files
from sdstudio.gui.dialogs import LinesDialog
from sdstudio.paths import Paths
from sdstudio.request import GalleryItem
from tests.gallery.foreign_pictures import PROMPT, png, webui_text
from tests.gui.conftest import LONG, OpenStudio, made
from tests.models.weight_files import LORA, write_weights
from tests.programs import run_program


@pytest.fixture
def listed(paths: Paths) -> list[GalleryItem]:
    """Three pictures of the gallery."""
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        return [gallery.add(made(prompt)) for prompt in ("one", "two", "three")]


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A picture of another program, with its settings."""
    path = tmp_path / "猫\n.png"
    path.write_bytes(png({"parameters": webui_text()}))
    return path


def test_files_are_sorted_by_what_is_done_with_them(
    paths: Paths, listed: list[GalleryItem], tmp_path: Path
) -> None:
    model, folder, text = tmp_path / "a.ckpt", tmp_path / "model", tmp_path / "a.txt"
    for path in (model, text, trajectory_path(listed[1].path)):
        path.write_bytes(b"")
    for path in (folder, tmp_path / "pictures"):
        path.mkdir()
    (folder / "model_index.json").write_text("{}")
    link, gone, nameless = tmp_path / "link.png", tmp_path / "gone.png", tmp_path / "\udcff.png"
    link.symlink_to(listed[0].path)
    nameless.write_bytes(png({}))
    lonely = tmp_path / "a.denoising.safetensors"
    lonely.write_bytes(b"")
    named = [text, model, link, listed[0].path, folder, gone, nameless, lonely]
    named += [trajectory_path(listed[1].path), tmp_path / "pictures"]
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        found = sort_files(named, gallery.id_at)
    assert found == SortedFiles(
        ids=(listed[0].id, listed[1].id),
        pictures=(nameless, tmp_path / "pictures"),
        models=(model, folder, lonely),
        others=(text,),
        missing=(gone,),
    )


def test_a_picture_of_the_gallery_is_shown_with_its_settings(
    qtbot: QtBot, open_studio: OpenStudio, listed: list[GalleryItem]
) -> None:
    studio = open_studio()
    window = studio.window
    # At once, as at a start: nothing is listed yet.
    studio.opener.open([listed[0].path])
    qtbot.waitUntil(lambda: window.pane.item == listed[0], timeout=LONG)
    assert window.gallery_panel.view.selected_ids() == [listed[0].id]
    assert window.gallery_panel.details_fold.is_open()
    # Also one that the search leaves out, and several, from another start.
    window.finding._head.set_query(parse("one"))
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1)
    studio.opener.take(Opening(paths=tuple(item.path for item in listed[1:]), token="t"))
    qtbot.waitUntil(lambda: window.pane.item == listed[1])
    assert set(window.gallery_panel.view.selected_ids()) == {item.id for item in listed[1:]}
    assert window.finding.shows_all
    assert "XDG_ACTIVATION_TOKEN" not in os.environ


def test_the_settings_of_any_other_picture_are_offered(
    qtbot: QtBot, open_studio: OpenStudio, foreign: Path, tmp_path: Path
) -> None:
    studio = open_studio()
    studio.opener.open([foreign])
    qtbot.waitUntil(lambda: studio.importing.drop_dialog is not None, timeout=LONG)
    first = studio.importing.drop_dialog
    # Another one takes its place; one that asks something else is waited for.
    other = foreign.with_name("other.png")
    foreign.rename(other)
    studio.opener.open([other])
    qtbot.waitUntil(lambda: studio.importing.drop_dialog not in (None, first))
    assert studio.importing.drop_dialog is not None
    studio.importing.drop_dialog.use_button.click()
    qtbot.waitUntil(lambda: studio.window.reusing.dialog is not None)
    studio.opener.open([tmp_path / f"{number}.png" for number in range(500)])
    studio.opener.open([other, tmp_path])
    assert studio.window.reusing.dialog is not None
    studio.window.reusing.dialog.accept()
    assert studio.window.panel.prompt.text() == PROMPT
    qtbot.waitUntil(lambda: studio.importing.dialog is not None)
    banner = studio.window.pane.banner
    assert "500 files could not be opened, such as “0.png”" in banner.text()
    banner.action_button.click()
    lines = studio.window.findChild(LinesDialog)
    assert isinstance(lines, LinesDialog)
    assert len(lines.text.toPlainText().splitlines()) == 500
    lines.close()
    assert studio.importing.dialog is not None
    studio.importing.dialog.close()


def test_a_model_file_is_added_and_nonsense_told(
    qtbot: QtBot, open_studio: OpenStudio, tmp_path: Path
) -> None:
    studio = open_studio()
    lora, text = tmp_path / "style.safetensors", tmp_path / "<b>a.txt"
    write_weights(lora, LORA)
    text.write_bytes(b"")
    studio.opener.open([lora, text])
    section = studio.window.panel.additions
    qtbot.waitUntil(lambda: bool(section.chosen()), timeout=LONG)
    assert section.chosen()[0].path == str(lora)
    assert "“<b>a.txt” is neither a picture nor a model." in [
        notice.text for notice in studio.window.pane.banner._waiting
    ]


MACOS = """
from PySide6.QtGui import QFileOpenEvent
from sdstudio.gui.desktop.application import make_application
app = make_application()
app.file_opened.connect(lambda path: print(path))
app.sendEvent(app, QFileOpenEvent("/a/b.png"))
"""


def test_macos_names_files_by_an_event() -> None:
    assert run_program(MACOS).stdout == "/a/b.png\n"
