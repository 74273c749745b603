"""Importing and exporting: the threads that do it, the windows that ask, and what is dropped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.app import Studio
from sdstudio.gallery.metadata import read_picture
from sdstudio.gallery.store import Gallery
from sdstudio.gallery.watched import WatchedFolder
from sdstudio.gui.banner import Banner
from sdstudio.gui.decoding import decode_picture
from sdstudio.gui.dialogs import LinesDialog
from sdstudio.gui.icons import IconSet
from sdstudio.gui.sharing.export_control import PictureExportControl
from sdstudio.gui.sharing.import_control import ImportControl
from sdstudio.gui.sharing.import_dialog import ImportDialog
from sdstudio.gui.sharing.importer import Imported, Importer, ImportJob, WatchState
from sdstudio.gui.sharing.picture_exporter import SHEET, PictureExporter
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from sdstudio.settings import Settings, load_settings
from tests.gallery.foreign_pictures import (
    PROMPT,
    SEED,
    every_program,
    png,
    user_comment,
    webui_text,
    with_exif,
)
from tests.gui.conftest import LONG, Heard, OpenStudio, made
from tests.gui.dropping import drop


def open_gallery(paths: Paths) -> Gallery:
    return Gallery(paths.pictures, paths.database_file, paths.cache)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with every program's picture, and one damaged file."""
    root = tmp_path / "from elsewhere"
    root.mkdir()
    for name, (_, data) in every_program().items():
        (root / name).write_bytes(data)
    (root / "damaged.png").write_bytes(png({})[:-20])
    return root


@pytest.fixture
def importer(qapp: object, paths: Paths) -> Iterator[Importer]:
    importer = Importer(lambda: open_gallery(paths))
    yield importer
    importer.close()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.setCentralWidget(QWidget())
    window.show()
    return window


@pytest.fixture
def banner(window: QMainWindow, themes: ThemeSource, icons: IconSet) -> Banner:
    return Banner(themes, icons, window)


@pytest.fixture
def control(
    importer: Importer, banner: Banner, icons: IconSet, window: QMainWindow
) -> ImportControl:
    return ImportControl(Settings(), importer, banner, icons, window)


@pytest.fixture
def exporter(qapp: object, paths: Paths) -> Iterator[PictureExporter]:
    exporter = PictureExporter(lambda: open_gallery(paths))
    yield exporter
    exporter.close()


def pixels(size: tuple[int, int], kind: str) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, "#804020").save(buffer, kind)
    return buffer.getvalue()


def asked(control: ImportControl) -> ImportDialog:
    """The window that asks, open."""
    control.ask()
    assert control.dialog is not None
    return control.dialog


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_pictures_of_every_kind_are_shown(kind: str) -> None:
    image = decode_picture(pixels((24, 16), kind))
    assert (image.width(), image.height()) == (24, 16)
    assert abs(image.pixelColor(5, 5).red() - 0x80) < 8


def test_what_is_no_picture_is_none(tmp_path: Path) -> None:
    assert decode_picture(b"").isNull()
    assert decode_picture(b"GIF89a" + bytes(40)).isNull()
    assert decode_picture(pixels((24, 16), "PNG")[:20]).isNull()


# -- importing --------------------------------------------------------------------------------


def test_a_folder_is_imported_watched_and_kept_up_with(
    qtbot: QtBot, paths: Paths, source: Path, importer: Importer
) -> None:
    done, watched = Heard(), Heard()
    importer.done.connect(done.note)
    importer.watched.connect(watched.note)
    importer.run(ImportJob(paths=(source,), watches=True))
    qtbot.waitUntil(lambda: bool(watched.all), timeout=LONG)
    first = done.all[0]
    assert isinstance(first, Imported)
    assert (len(first.report.ids), first.folder) == (len(every_program()), None)
    assert first.report.unreadable == (source / "damaged.png",)
    folder = WatchedFolder(path=source, copies=False)
    assert watched.all[0] == (WatchState(folder=folder, is_there=True),)
    (source / "later.png").write_bytes(png({"parameters": webui_text(prompt="later")}))
    qtbot.waitUntil(lambda: len(done.all) == 2, timeout=LONG)
    assert (len(done.all[1].report.ids), done.all[1].folder) == (1, source)
    (source / "later.png").unlink()
    qtbot.waitUntil(lambda: len(done.all) == 3, timeout=LONG)
    assert done.all[2].report.missing == 1
    with open_gallery(paths) as gallery:
        assert gallery.count() == len(every_program())


def test_after_a_restart_watched_folders_are_looked_through_and_can_be_forgotten(
    qtbot: QtBot, paths: Paths, source: Path, importer: Importer
) -> None:
    with open_gallery(paths) as gallery:
        gallery.watch(source, copy=True)
        gallery.watch(source / "not there")
    done, watched = Heard(), Heard()
    importer.done.connect(done.note)
    importer.watched.connect(watched.note)
    importer.begin()
    qtbot.waitUntil(lambda: bool(done.all), timeout=LONG)
    assert len(done.all[0].report.ids) == len(every_program())
    assert [state.is_there for state in watched.all[0]] == [True, False]
    importer.forget_folder(source)
    importer.forget_folder(source / "not there")
    qtbot.waitUntil(lambda: len(watched.all) == 3, timeout=LONG)
    assert watched.all[2] == ()
    with open_gallery(paths) as gallery:
        items = gallery.items(gallery.ids())
        assert all(item.path.is_relative_to(paths.pictures) for item in items)


class Impatient(QObject):
    """Stops an import, in its own thread, as soon as it tells how far it is."""

    def __init__(self, importer: Importer) -> None:
        super().__init__()
        self._importer = importer

    @Slot(object)
    def stop(self, progress: object) -> None:
        self._importer.cancel()


def test_an_import_is_stopped_and_goes_on(
    qtbot: QtBot, source: Path, importer: Importer, control: ImportControl, banner: Banner
) -> None:
    impatient = Impatient(importer)
    importer.progressed.connect(impatient.stop, Qt.ConnectionType.DirectConnection)
    dialog = asked(control)
    dialog.folder_field.set_path(source)
    dialog.watch_check.setChecked(True)
    watched = Heard()
    importer.watched.connect(watched.note)
    dialog.import_button.click()
    qtbot.waitUntil(lambda: "was stopped" in banner.text(), timeout=LONG)
    assert f"Imported: {len(every_program())}" not in banner.text()
    # Who stopped it does not want to have the rest by a watch.
    qtbot.waitUntil(lambda: bool(watched.all), timeout=LONG)
    assert watched.all[-1] == ()
    importer.progressed.disconnect(impatient.stop)
    asked(control).import_button.click()
    qtbot.waitUntil(lambda: "Could not be read: 1" in banner.text(), timeout=LONG)


def test_the_window_asks_imports_and_tells(
    qtbot: QtBot, paths: Paths, source: Path, control: ImportControl, banner: Banner
) -> None:
    dialog = asked(control)
    assert not dialog.import_button.isEnabled()
    dialog.folder_field.edit.setText(str(source))
    dialog.files_combo.setCurrentIndex(1)
    dialog.import_button.click()
    assert control.dialog is None
    assert control.row.isVisible()
    qtbot.waitUntil(lambda: bool(banner.text()), timeout=LONG)
    assert f"Imported: {len(every_program())} pictures." in banner.text()
    assert "damaged.png" in banner.text()
    assert not control.row.isVisible()
    banner.action_button.click()
    details = banner.window().findChild(LinesDialog)
    assert isinstance(details, LinesDialog)
    assert details.text.toPlainText() == str(source / "damaged.png")
    kept = control.settings_values(Settings())
    assert (kept.import_folder, kept.import_copies) == (str(source), True)
    # The same again brings nothing, and is told as such.
    asked(control).import_button.click()
    qtbot.waitUntil(lambda: "already" in banner.text(), timeout=LONG)
    assert "Imported: 0 pictures." in banner.text()


def test_folders_to_watch_are_added_and_forgotten_in_the_window(
    qtbot: QtBot, paths: Paths, source: Path, control: ImportControl
) -> None:
    dialog = asked(control)
    shown = dialog.watched_list
    shown.add_wanted.emit(source)
    qtbot.waitUntil(lambda: shown.view.count() == 1, timeout=LONG)
    assert shown.view.item(0).text() == str(source)
    assert not shown.forget_button.isEnabled()
    shown.view.setCurrentRow(0)
    shown.forget_button.click()
    qtbot.waitUntil(lambda: shown.view.count() == 0, timeout=LONG)
    with open_gallery(paths) as gallery:
        assert gallery.watched_folders() == ()
    dialog.reject()


# -- exporting --------------------------------------------------------------------------------


def test_pictures_are_exported_as_the_window_says(
    qtbot: QtBot,
    paths: Paths,
    tmp_path: Path,
    exporter: PictureExporter,
    banner: Banner,
    icons: IconSet,
    window: QMainWindow,
) -> None:
    with open_gallery(paths) as gallery:
        ids = [gallery.add(made(prompt, seed=7)).id for prompt in ("one", "two", "three")]
    target = tmp_path / "out"
    target.mkdir()
    (target / "one-7.jpg").write_bytes(b"mine")
    settings = Settings(export_format="jpeg", export_name="{prompt}-{seed}")
    chosen = ids[:2]
    control = PictureExportControl(settings, lambda: list(chosen), exporter, banner, icons, window)
    control.ask()
    dialog = control.dialog
    assert dialog is not None
    assert dialog.format_combo.currentData() == "jpeg"
    dialog.name_edit.setText("{wrong}")
    assert not dialog.export_button.isEnabled()
    assert "wrong" in dialog.told.text()
    dialog.name_edit.setText("{prompt}-{seed}")
    dialog.folder_field.edit.setText(str(target))
    dialog.export_button.click()
    qtbot.waitUntil(lambda: bool(banner.text()), timeout=LONG)
    assert "2 pictures" in banner.text()
    assert (target / "one-7.jpg").read_bytes() == b"mine"
    names = {path.name for path in target.iterdir()}
    assert names == {"one-7.jpg", "one-7-2.jpg", "two-7.jpg"}
    request = read_picture(target / "two-7.jpg").request
    assert request is not None
    assert request.prompt == "two"
    # What was chosen is offered again; this time without settings, and as a sheet of all.
    chosen.append(ids[2])
    control.ask()
    dialog = control.dialog
    assert dialog is not None
    assert dialog.folder_field.path() == target
    dialog.keep_check.setChecked(False)
    dialog.name_edit.setText("bare {number}")
    dialog.export_button.click()
    qtbot.waitUntil(lambda: "3 pictures" in banner.text(), timeout=LONG)
    assert read_picture(target / "bare 0003.jpg").request is None
    control.ask()
    dialog = control.dialog
    assert dialog is not None
    dialog.format_combo.setCurrentIndex(dialog.format_combo.findData(SHEET))
    assert not dialog.name_edit.isEnabled()
    dialog.export_button.click()
    qtbot.waitUntil(lambda: "heet" in banner.text(), timeout=LONG)
    with Image.open(target / "contact sheet.png") as sheet:
        assert sheet.width > 3 * 16
    kept = control.settings_values(Settings())
    assert (kept.export_format, kept.export_keeps_settings) == (SHEET, False)


def test_an_export_that_cannot_be_is_told(
    qtbot: QtBot,
    paths: Paths,
    tmp_path: Path,
    exporter: PictureExporter,
    banner: Banner,
    icons: IconSet,
    window: QMainWindow,
) -> None:
    with open_gallery(paths) as gallery:
        item = gallery.add(made("one"))
    item.path.write_bytes(b"damaged")
    (tmp_path / "file").write_text("no folder")
    control = PictureExportControl(
        Settings(export_folder=str(tmp_path / "out")),
        lambda: [item.id],
        exporter,
        banner,
        icons,
        window,
    )
    control.ask()
    assert control.dialog is not None
    control.dialog.export_button.click()
    qtbot.waitUntil(lambda: bool(banner.text()), timeout=LONG)
    assert "Could not be read: 1." in banner.text()
    assert "0 pictures" in banner.text()


# -- the whole window -------------------------------------------------------------------------


def text_shown(studio: Studio) -> str:
    pane = studio.window.gallery_panel.details
    pane.copy_all()
    return QGuiApplication.clipboard().text()


def test_in_the_window(qtbot: QtBot, open_studio: OpenStudio, paths: Paths, tmp_path: Path) -> None:
    jpeg = tmp_path / "apple.jpg"
    jpeg.write_bytes(with_exif("JPEG", user_comment(webui_text("Restart"))))
    os.utime(jpeg, (1_600_000_000, 1_600_000_000))
    studio = open_studio()
    window = studio.window
    # On the prompt: its settings are offered, and their text does not land in the field.
    assert drop(window.panel.prompt.edit.viewport(), [jpeg])
    qtbot.waitUntil(lambda: studio.importing.drop_dialog is not None, timeout=LONG)
    offered = studio.importing.drop_dialog
    assert offered is not None
    assert offered.use_button.isEnabled()
    offered.import_button.click()
    dialog = studio.importing.dialog
    assert dialog is not None
    dialog.import_button.click()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)
    # It is shown on the canvas, and everything that is known of it in the details.
    window.actions_of_window.show_details.setChecked(True)
    id = window.gallery_model.id_at(0)
    window.gallery.choose(id)
    qtbot.waitUntil(lambda: window.pane.item is not None, timeout=LONG)
    assert not window.pane.canvas.image.isNull()
    qtbot.waitUntil(lambda: "Steps: carved" in text_shown(studio), timeout=LONG)
    qtbot.waitUntil(lambda: "Approximate: " in text_shown(studio), timeout=LONG)
    shown = text_shown(studio)
    assert "Program: AUTOMATIC1111" in shown
    assert f"Original text: {webui_text('Restart')}" in shown
    # A folder, on anything else of the window.
    assert drop(window.gallery_panel, [tmp_path])
    dialog = studio.importing.dialog
    assert dialog is not None
    assert dialog.job().paths == (tmp_path,)
    dialog.reject()
    assert window.actions_of_window.export_pictures.isEnabled()
    window.actions_of_window.export_pictures.trigger()
    export = studio.exporting.dialog
    assert export is not None
    export.folder_field.edit.setText(str(tmp_path / "out"))
    export.format_combo.setCurrentIndex(export.format_combo.findData("webp"))
    export.export_button.click()
    qtbot.waitUntil(lambda: "Exported" in window.pane.banner.text(), timeout=LONG)
    exported = read_picture(tmp_path / "out" / "apple.webp")
    assert exported.request is not None
    assert (exported.request.prompt, exported.request.seed) == (PROMPT, SEED)
    # Its settings go into the panel.
    assert drop(window.pane, [jpeg])
    qtbot.waitUntil(lambda: studio.importing.drop_dialog is not None, timeout=LONG)
    used = studio.importing.drop_dialog
    assert used is not None
    used.use_button.click()
    # What will change is shown first.
    qtbot.waitUntil(lambda: window.reusing.dialog is not None, timeout=LONG)
    assert window.reusing.dialog is not None
    window.reusing.dialog.accept()
    edit = window.panel.prompt.edit
    assert isinstance(edit, QPlainTextEdit)
    qtbot.waitUntil(lambda: edit.toPlainText() == PROMPT, timeout=LONG)
    window.close()
    studio.close()
    assert load_settings(paths.settings_file)[0].export_format == "webp"
