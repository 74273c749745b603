"""A picture's settings taken over: shown first, what is missing named, Undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from sdstudio.additions import Lora
from sdstudio.gallery.metadata import read_picture
from sdstudio.gui.icons import IconSet
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.reuse.control import ReuseControl
from sdstudio.gui.reuse.dialog import ReuseDialog
from sdstudio.gui.reuse.plan import (
    Missing,
    Present,
    find_missing,
    keys_of,
    lines_of,
    taken_over,
)
from sdstudio.gui.theme import ThemeSource
from sdstudio.request import GalleryItem, GenerationRequest
from tests.gallery.foreign_pictures import png, webui_text
from tests.gui.conftest import LONG, OpenStudio

NOW = GenerationRequest(prompt="a cat", seed=1)
WISHED = GenerationRequest(
    prompt="a dog", seed=2, num_inference_steps=30, width=256, parent="x", from_step=3
)


def present(request: GenerationRequest = NOW, *, keeps_seed: bool = True) -> Present:
    return Present(request=request, keeps_seed=keeps_seed, schedulers=("dpmpp_2m", "euler"))


def test_only_what_changes_is_listed_and_taken() -> None:
    lines = lines_of(present(), WISHED, Missing())
    assert [(line.key, line.now, line.then) for line in lines] == [
        ("prompt", "a cat", "a dog"),
        ("num_inference_steps", "20", "30"),
        ("size", "128 × 128", "256 × 128"),
        ("seed", "1", "2"),
    ]
    taken = taken_over(NOW, WISHED, keys_of("but seed", lines), Missing())
    assert taken == replace(
        WISHED, seed=1, parent="", from_step=0, id=NOW.id
    )  # a branch is no setting of the panel
    assert taken_over(NOW, WISHED, keys_of("prompt", lines), Missing()) == replace(
        NOW, prompt="a dog"
    )
    # A seed that is not kept is another one each time, even if it happens to be the same now.
    unkept = lines_of(present(keeps_seed=False), replace(NOW, id="x"), Missing())
    assert [line.key for line in unkept] == ["seed"]


def test_files_that_are_gone_are_found_and_left_out(tmp_path: Path) -> None:
    here = tmp_path / "here.safetensors"
    here.write_bytes(b"")
    gone = str(tmp_path / "gone.safetensors")
    wanted = replace(
        WISHED, model=str(tmp_path / "no model"), loras=(Lora(str(here)), Lora(gone, 0.5))
    )
    missing = find_missing(wanted)
    assert missing == Missing(model=True, files=frozenset({gone}))
    lines = lines_of(present(), wanted, missing)
    keys = keys_of("all", lines)
    assert {"loras", "prompt"} <= keys
    assert "model" not in keys
    taken = taken_over(NOW, wanted, keys, missing)
    assert (taken.model, taken.loras) == (NOW.model, (Lora(str(here)),))
    assert not find_missing(replace(wanted, model="starter", loras=(Lora(str(here)),)))
    assert find_missing(replace(wanted, model="a" * 4000)).model


def ticked(dialog: ReuseDialog) -> list[str]:
    return sorted(dialog.keys())


def test_the_dialog_explains_and_offers(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> None:
    wanted = replace(WISHED, model="/no/such model", scheduler="ddim")
    dialog = ReuseDialog(present(), wanted, Missing(model=True), "all", themes, icons)
    qtbot.addWidget(dialog)
    dialog.show()
    # The present model stays, so it is its schedulers that count.
    assert "The model “such model” is not on this machine" in dialog.trouble.text()
    assert "cannot be run with “DDIM”" in dialog.trouble.text()
    assert ticked(dialog) == ["num_inference_steps", "prompt", "seed", "size"]
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)  # the prompt, by keyboard
    assert ticked(dialog) == ["num_inference_steps", "seed", "size"]
    for name, keys in (("Seed", ["seed"]), ("Prompt", ["prompt"])):
        button = dialog.findChild(QAbstractButton, f"reuse{name}Button")
        assert isinstance(button, QAbstractButton)
        button.click()
        assert ticked(dialog) == keys
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not dialog.take_button.isEnabled()
    with qtbot.waitSignal(dialog.library_wanted):
        dialog.library_button.click()
    assert not dialog.isVisible()
    for button in dialog.findChildren(QAbstractButton):
        is_qts_own = button.objectName().startswith("qt_")
        assert is_qts_own or (button.objectName() and button.accessibleName())


def test_a_scheduler_of_another_model_is_left_to_it(
    qtbot: QtBot, themes: ThemeSource, icons: IconSet
) -> None:
    wanted = replace(NOW, model="faces", scheduler="ddim", id="x")
    dialog = ReuseDialog(present(), wanted, Missing(), "all", themes, icons)
    qtbot.addWidget(dialog)
    assert ticked(dialog) == ["model", "scheduler"]
    dialog._names[0].setCheckState(Qt.CheckState.Unchecked)
    assert ticked(dialog) == []
    assert "cannot be run with “DDIM”" in dialog.trouble.text()
    dialog._names[0].setCheckState(Qt.CheckState.Checked)
    dialog._names[1].setCheckState(Qt.CheckState.Checked)
    assert ticked(dialog) == ["model", "scheduler"]
    assert dialog.trouble.text() == ""


def item_of(request: GenerationRequest) -> GalleryItem:
    path = Path("p.png")
    return GalleryItem(id=1, path=path, width=1, height=1, created_at=0.0, request=request)


def ready(qtbot: QtBot, window: MainWindow) -> ReuseControl:
    qtbot.waitUntil(lambda: window.generation._in_use is not None, timeout=LONG)
    return window.reusing


def asked(qtbot: QtBot, reusing: ReuseControl) -> ReuseDialog:
    qtbot.waitUntil(lambda: reusing.dialog is not None)
    assert reusing.dialog is not None
    return reusing.dialog


def test_undo_brings_the_panel_back_and_the_question_can_be_spared(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    window = open_studio().window
    reusing, panel, banner = ready(qtbot, window), window.panel, window.pane.banner
    panel.prompt.set_text("a cat")
    panel.keep_seed_button.setChecked(False)
    before = panel.present_request()
    reusing.reuse(item_of(replace(WISHED, seed=7)), "all")
    dialog = asked(qtbot, reusing)
    dialog.dont_ask_check.click()
    dialog.take_button.click()
    qtbot.waitUntil(lambda: reusing.dialog is None)
    assert (panel.prompt.text(), panel.steps_spin.value()) == ("a dog", 30)
    assert (panel.seed_edit.value(), panel.keep_seed_button.isChecked()) == (7, True)
    assert banner.text() == "Settings taken over."
    banner.action_button.click()
    assert replace(panel.present_request(), id=before.id) == before
    assert not panel.keep_seed_button.isChecked()
    assert not window.settings_values().ask_before_reuse
    # From now on at once, unless something is missing.
    reusing.reuse(item_of(WISHED), "but seed")
    qtbot.waitUntil(lambda: panel.prompt.text() == "a dog")
    assert not panel.keep_seed_button.isChecked()
    reusing.reuse(item_of(WISHED), "but seed")
    qtbot.waitUntil(lambda: banner.text() == "The panel has these settings already.")
    reusing.reuse(item_of(WISHED), "seed")
    qtbot.waitUntil(lambda: panel.seed_edit.value() == 2)
    reusing.reuse(item_of(replace(WISHED, model="/no/such model")), "all")
    dialog = asked(qtbot, reusing)
    assert dialog.library_button.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: reusing.dialog is None)
    assert panel.model() == "starter"


def test_what_another_model_does_not_take_is_told(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = open_studio().window
    reusing, banner = ready(qtbot, window), window.pane.banner
    wanted = replace(NOW, prompt="", model="faces", width=32, height=32, guidance_scale=0.0)
    reusing.reuse(item_of(wanted), "all")
    asked(qtbot, reusing).take_button.click()
    assert banner.text() == "Settings taken over."
    qtbot.waitUntil(lambda: "Scheduler" in banner.text(), timeout=LONG)
    assert "but for what this model does not take" in banner.text()
    assert window.panel.model() == "faces"


def test_settings_of_another_program_say_what_is_approximate(
    qtbot: QtBot, open_studio: OpenStudio, tmp_path: Path
) -> None:
    folder = tmp_path / "sampleModel"
    folder.mkdir()
    picture = tmp_path / "webui.png"
    picture.write_bytes(png({"parameters": webui_text(more=", Clip skip: 2")}))
    told = read_picture(picture)
    assert told.request is not None
    assert told.approximations
    item = replace(
        item_of(replace(told.request, model="samplemodel")), path=picture, is_exact=False
    )
    window = open_studio().window
    reusing = ready(qtbot, window)
    window.panel.model_field.add(str(folder))
    reusing.reuse(item, "all")
    dialog = asked(qtbot, reusing)
    assert told.approximations[0] in dialog.trouble.text()
    # What the metadata calls by its name only is the model of that name here.
    assert "is not on this machine" not in dialog.trouble.text()
    assert "model" in ticked(dialog)
    dialog.reject()
