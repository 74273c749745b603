"""LoRAs, textual inversions and parts of elsewhere in the real window, with real files."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
from diffusers import UNet2DConditionModel
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from safetensors.torch import load_file, save_file

from sdstudio.additions import Lora, Part
from sdstudio.gallery.metadata import same_pixels
from sdstudio.gui.details import details, details_text
from sdstudio.gui.file_drag import files_as_mime
from sdstudio.gui.main_window import MainWindow
from sdstudio.paths import Paths, find_resources
from sdstudio.request import STARTER, GalleryItem, GenerationRequest
from sdstudio.settings import load_settings
from tests.added_files import save_embedding, save_lora
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.dropping import drop
from tests.gui.library.conftest import agree
from tests.gui.test_window import generate, ready
from tests.models.weight_files import LORA, LORA_XL, write_weights
from tests.tiny_models import save_tiny_sdxl

PIPELINE = find_resources() / "starter-model" / "pipeline"


@pytest.fixture
def models(paths: Paths) -> Path:
    """The app's folder of models, with LoRAs and a VAE for the starter, and a LoRA for SDXL."""
    for name in ("Lora", "VAE", "embeddings"):
        (paths.models / name).mkdir(parents=True)
    starter = SimpleNamespace(unet=UNet2DConditionModel.from_pretrained(PIPELINE / "unet"))
    for seed, name in enumerate(("ink", "soft & dark")):
        save_lora(starter, paths.models / "Lora" / f"{name}.safetensors", seed=seed)
    write_weights(paths.models / "Lora" / "grain.safetensors", LORA_XL)
    weights = load_file(PIPELINE / "vae" / "diffusion_pytorch_model.safetensors")
    vae = {name: 0.9 * tensor.float() for name, tensor in weights.items()}
    save_file(vae, paths.models / "VAE" / "pale.safetensors")
    return paths.models


def found(qtbot: QtBot, window: MainWindow) -> None:
    """Waits until the folder was looked through."""
    section = window.panel.additions
    qtbot.waitUntil(lambda: len(section.found_loras()) == 3, timeout=LONG)


def latest(qtbot: QtBot, window: MainWindow) -> GalleryItem:
    """The picture that was made last, once it is on the canvas."""
    id = window.gallery_model.id_at(0)
    qtbot.waitUntil(lambda: window.pane.item is not None and window.pane.item.id == id)
    assert window.pane.item is not None
    return window.pane.item


def request(item: GalleryItem) -> GenerationRequest:
    assert item.request is not None
    return item.request


def drop_model(window: MainWindow, path: Path) -> None:
    """Drops a file on the prompt, which leaves it to the panel."""
    assert not window.panel.prompt.edit.canInsertFromMimeData(files_as_mime([path]))
    assert drop(window.panel, [path])


def test_what_is_added_makes_the_picture_and_comes_back_with_it(
    models: Path, paths: Paths, qtbot: QtBot, open_studio: OpenStudio
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    panel, section = window.panel, window.panel.additions
    found(qtbot, window)
    panel.keep_seed_button.setChecked(True)
    generate(qtbot, window, "a cat")
    plain = latest(qtbot, window)
    assert request(plain).loras == ()

    # A tag that is typed in the middle goes; the cursor stays where it was.
    panel.prompt.edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(panel.prompt.edit, "<lora:INK:0.4>")
    qtbot.waitUntil(lambda: panel.prompt.text() == "a cat", timeout=LONG)
    qtbot.keyClicks(panel.prompt.edit, "oh ")
    assert panel.prompt.text() == "oh a cat"
    assert [(row.name_label.text(), row.spin.value()) for row in section._rows] == [("ink", 0.4)]

    section.menu.aboutToShow.emit()
    lines = [(line.text(), line.isEnabled()) for line in section.menu.actions() if line.text()]
    assert lines == [("soft && dark", True), ("grain: for SDXL", False), ("Open &file…", True)]
    section.menu.triggered.emit(section.menu.actions()[0])
    row = section._rows[1]
    row.slider.setValue(5)
    assert row.spin.value() == 0.25
    row.up_button.click()
    vae = section.parts["vae"].combo
    vae.activated.emit(vae.findText("pale"))
    assert section.fold.button.text() == "Add-&ons (3)"
    assert section.parts["unet"].combo.findText("Choose a file…") > 0
    assert section.parts["text_encoder"].combo.findText("Choose a file…") < 0
    assert not section.parts["transformer"].isVisibleTo(section)
    generate(qtbot, window, "a cat")
    made = latest(qtbot, window)
    ink, soft = (models / "Lora" / f"{name}.safetensors" for name in ("ink", "soft & dark"))
    pale = models / "VAE" / "pale.safetensors"
    assert request(made).loras == (Lora(str(soft), 0.25), Lora(str(ink), 0.4))
    assert request(made).parts == (Part("vae", str(pale)),)
    assert not same_pixels(made.path.read_bytes(), plain.path)
    assert "LoRA ink × 0.4 · VAE pale" in window.pane.status_line.text()
    told = details_text(details(made))
    assert "LoRA: soft & dark × 0.25\nLoRA: ink × 0.4\nVAE: pale\n" in told

    # Switched off and taken off, it is as if there never was any.
    section._rows[0].check.setChecked(False)
    section._rows[1].remove_button.click()
    vae.activated.emit(0)
    assert section.fold.button.text() == "Add-&ons"
    generate(qtbot, window, "a cat")
    assert same_pixels(latest(qtbot, window).path.read_bytes(), plain.path)

    # The settings of the picture bring all of it back, and name the file that is gone.
    ink.unlink()
    qtbot.waitUntil(lambda: len(section.found_loras()) == 2, timeout=LONG)
    panel.apply_request(request(made), with_seed=True)
    qtbot.waitUntil(lambda: "cannot be used: ink." in window.pane.banner.text(), timeout=LONG)
    assert "is not there" in section._rows[1].warning.text()
    assert section._rows[0].warning.text() == ""
    again = panel.requests()[0]
    assert (again.loras, again.parts) == (request(made).loras, request(made).parts)
    window.generation.submit([again])
    qtbot.waitUntil(lambda: f"“{ink}” is not there" in window.pane.banner.text(), timeout=LONG)
    window.close()
    studio.close()
    settings, complaint = load_settings(paths.settings_file)
    assert complaint == ""
    assert [(one.name, one.weight, one.is_on) for one in settings.additions] == [
        *(("soft & dark", 0.25, True), ("ink", 0.4, True), ("pale", 1.0, True)),
    ]


def test_tags_that_mean_nothing_are_told_and_not_drawn(
    models: Path, qtbot: QtBot, open_studio: OpenStudio
) -> None:
    window = ready(qtbot, open_studio())
    found(qtbot, window)
    panel, edit = window.panel, window.panel.prompt.edit
    panel.prompt.set_text("a cat <lora:none:1>")
    warning = panel.tags.warning
    qtbot.waitUntil(warning.isVisible, timeout=LONG)
    assert "no LoRA called “none”" in warning.text()
    window.actions_of_window.generate.trigger()
    assert "no LoRA called “none”" in window.pane.banner.text()
    assert window.queue_model.rowCount() == 0
    panel.prompt.set_text("a cat <lora:ink>")
    qtbot.waitUntil(lambda: panel.prompt.text() == "a cat", timeout=LONG)
    assert not warning.isVisible()
    # What was taken out can be had back by Ctrl+Z, for which it is not taken out at once.
    edit.undo()
    assert panel.prompt.text() == "a cat <lora:ink>"
    edit.undo()
    assert panel.prompt.text() == "a cat <lora:none:1>"


def test_another_family_leaves_out_what_is_not_for_it(
    models: Path, tmp_path: Path, qtbot: QtBot, open_studio: OpenStudio
) -> None:
    write_weights(models / "embeddings" / "easyneg.safetensors", {"emb_params": (2, 768)})
    write_weights(models / "Lora" / "old.safetensors", LORA)
    folder = save_tiny_sdxl(tmp_path / "xl")
    studio = open_studio()
    window = ready(qtbot, studio)
    panel, section = window.panel, window.panel.additions
    qtbot.waitUntil(lambda: len(section.found_loras()) == 4, timeout=LONG)

    # From the window of models, as from the menu.
    studio.library.open()
    library = studio.library.window
    assert library is not None
    library.sources.choose("here")
    actions = library.actions_of_entry

    def choose(name: str) -> None:
        rows = range(library.list_model.rowCount())
        row = next(row for row in rows if library.list_model.entry(row).name == name)  # type: ignore[union-attr]
        library.view.setCurrentIndex(library.list_model.index(row))

    for name in ("old", "grain"):
        choose(name)
        assert (actions.use.isVisible(), actions.stop_using.isVisible()) == (True, False)
        library.details.primary_button.click()
    choose("old")
    assert (actions.use.isVisible(), actions.stop_using.isVisible()) == (False, True)
    choose("easyneg")
    library.details.primary_button.click()
    assert panel.prompt.text() == "easyneg"
    assert section.embeddings_label.text() == "Embeddings in the prompts: easyneg"

    def names() -> tuple[list[str], int]:
        made = panel.requests()[0]
        return [one.name for one in made.loras], len(made.embeddings)

    assert names() == (["old"], 1)
    assert section._rows[1].warning.text() == "Not used: it is for SDXL."
    window.load_model(str(folder))
    qtbot.waitUntil(lambda: window._model_label.text().endswith("xl"), timeout=LONG)
    assert "Not used with this model: old (for SD 1.x)." in window.pane.banner.text()
    assert names() == (["grain"], 0)
    window.load_model(STARTER)
    qtbot.waitUntil(lambda: "Starter" in window._model_label.text(), timeout=LONG)
    assert names() == (["old"], 1)
    choose("easyneg")
    assert actions.stop_using.isVisible()
    library.details.primary_button.click()
    assert (panel.prompt.text(), names()[1]) == ("", 0)
    choose("old")
    library.details.primary_button.click()
    assert names() == ([], 0)
    # Its word is offered while it is typed, in the negative prompt too.
    panel.advanced.set_open(True)
    window.activateWindow()
    panel.negative_edit.setFocus()
    qtbot.waitUntil(panel.negative_edit.hasFocus, timeout=LONG)
    qtbot.keyClicks(panel.negative_edit, "bad, easy")
    qtbot.keyClick(panel.negative_edit, Qt.Key.Key_Tab)
    assert panel.negative_edit.toPlainText() == "bad, easyneg"
    assert names()[1] == 1


def test_files_that_are_dropped_become_what_they_are(
    models: Path, tmp_path: Path, qtbot: QtBot, open_studio: OpenStudio
) -> None:
    window = ready(qtbot, open_studio())
    found(qtbot, window)
    panel, section = window.panel, window.panel.additions
    elsewhere = tmp_path / "Téléchargements 新"
    elsewhere.mkdir()
    lora = (models / "Lora" / "ink.safetensors").rename(elsewhere / "ink.safetensors")
    vae = (models / "VAE" / "pale.safetensors").rename(elsewhere / "pale.safetensors")
    word = elsewhere / "moody.safetensors"
    write_weights(word, {"emb_params": (1, 768)})
    other = elsewhere / "other.safetensors"
    write_weights(other, {"control_model.a": (1,)})
    for path in (lora, vae, word):
        drop_model(window, path)
    qtbot.waitUntil(lambda: panel.prompt.text() == "moody", timeout=LONG)
    made = panel.requests()[0]
    assert made.loras == (Lora(str(lora)),)
    assert made.parts == (Part("vae", str(vae)),)
    assert made.embeddings == (str(word),)
    assert section.fold.is_open()
    # A pickle is converted after a yes, and is then what it is.
    pickle = elsewhere / "dusk.pt"
    torch.save(load_file(models / "Lora" / "soft & dark.safetensors"), pickle)
    asked = agree("Convert")
    drop_model(window, pickle)
    qtbot.waitUntil(lambda: len(panel.requests()[0].loras) == 2, timeout=LONG)
    assert "“dusk.pt” is in an old format" in asked[0]
    drop_model(window, other)
    qtbot.waitUntil(lambda: "nothing that can be added" in window.pane.banner.text(), timeout=LONG)
    other.write_bytes(b"no header")
    drop_model(window, other)
    qtbot.waitUntil(lambda: "other.safetensors” " in window.pane.banner.text(), timeout=LONG)
    # A word of the right width is learned for real.
    word = save_embedding(elsewhere / "blurry.safetensors", seed=1, width=128)
    panel.prompt.set_text("a cat")
    section.add("embedding", str(word))
    section.stop_using(str(lora))
    with qtbot.waitActive(window):
        window.activateWindow()
    generate(qtbot, window, "a blurry cat")
    assert request(latest(qtbot, window)).embeddings == (str(word),)
