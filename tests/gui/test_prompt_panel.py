"""The panel: the requests it makes, what it remembers, and the model it follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sdstudio.additions import ChosenAddition
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.request import (
    FACES,
    MAX_PROMPT,
    MAX_SEED,
    SCHEDULERS,
    STARTER,
    GenerationRequest,
    InvalidRequest,
    ModelDefaults,
    ModelInfo,
)
from sdstudio.settings import Settings
from tests.gui.conftest import VOCABULARY, MakePanel

FULL = Settings(
    prompt="a <b>cat</b>\n猫",
    negative_prompt="dog",
    model="/models/other",
    scheduler="euler_a",
    num_inference_steps=333,
    guidance_scale=7.5,
    width=256,
    height=192,
    seed=MAX_SEED,
    keep_seed=True,
    count=5,
    show_advanced=True,
    additions=(
        ChosenAddition(kind="lora", path="/models/a.safetensors", weight=-0.333),
        ChosenAddition(kind="vae", path="/models/b", is_on=False, family="sdxl"),
    ),
    show_additions=True,
)


def info(reference: str, side: int = 512, factor: int = 8) -> ModelInfo:
    return ModelInfo(
        reference=reference,
        name="Model",
        pipeline_class="StableDiffusionPipeline",
        size_factor=factor,
        min_side=factor,
        max_side=4096,
        defaults=ModelDefaults(
            width=side, height=side, num_inference_steps=25, guidance_scale=7.5, scheduler="ddim"
        ),
        max_tokens=77,
        device="cpu",
        dtype="float32",
        parameters=1,
        schedulers=tuple(SCHEDULERS),
    )


def test_settings_come_back(panel: PromptPanel) -> None:
    panel.apply_settings(FULL)
    assert panel.settings_values(Settings()) == FULL


def test_settings_out_of_range_go_to_the_nearest(panel: PromptPanel) -> None:
    panel.apply_settings(
        Settings(
            num_inference_steps=0,
            guidance_scale=1e9,
            width=-5,
            height=10**6,
            seed=-1,
            count=0,
            scheduler="none such",
        )
    )
    request = panel.requests()[0]
    assert (request.num_inference_steps, request.guidance_scale) == (1, 100.0)
    assert (request.width, request.height) == (8, 4096)
    assert request.scheduler == "dpmpp_2m"


def test_a_kept_seed_is_used_and_counts_up(panel: PromptPanel) -> None:
    panel.apply_settings(replace(FULL, seed=41, count=3))
    requests = panel.requests()
    assert [request.seed for request in requests] == [41, 42, 43]
    assert len({request.id for request in requests}) == 3
    assert panel.seed_edit.value() == 41


def test_seeds_wrap_at_the_largest(panel: PromptPanel) -> None:
    panel.apply_settings(replace(FULL, count=2))
    assert [request.seed for request in panel.requests()] == [MAX_SEED, 0]


def test_an_unkept_seed_is_new_each_time_and_shown(panel: PromptPanel) -> None:
    panel.apply_settings(replace(FULL, keep_seed=False, seed=MAX_SEED, count=1))
    seeds = []
    for _ in range(4):
        request = panel.requests()[0]
        assert request.seed < 2**32
        assert panel.seed_edit.text() == str(request.seed)
        seeds.append(request.seed)
    assert len(set(seeds)) > 1


def test_a_seed_can_be_typed_up_to_the_largest(qtbot: QtBot, panel: PromptPanel) -> None:
    panel.advanced.set_open(True)
    panel.seed_edit.clear()
    qtbot.keyClicks(panel.seed_edit, "9x22-3372036854775808")  # one more than the largest
    assert panel.seed_edit.value() == MAX_SEED
    qtbot.keyClick(panel.seed_edit, Qt.Key.Key_Return)
    assert panel.seed_edit.text() == str(MAX_SEED)
    panel.seed_edit.clear()
    assert panel.seed_edit.value() == 0


def test_what_cannot_be_made_is_refused_and_the_seed_stays(panel: PromptPanel) -> None:
    panel.seed_edit.set_value(7)
    panel.prompt.edit.setPlainText("x" * (MAX_PROMPT + 1))
    with pytest.raises(InvalidRequest):
        panel.requests()
    assert panel.seed_edit.value() == 7


def test_an_empty_prompt_is_fine(panel: PromptPanel) -> None:
    panel.prompt.edit.setPlainText("")
    assert panel.requests()[0].prompt == ""


def test_sides_snap_to_what_the_model_takes(qtbot: QtBot, panel: PromptPanel) -> None:
    panel.set_model_info(info(STARTER, side=128, factor=64))
    qtbot.mouseClick(panel.findChild(type(panel.generate_button), "customButton"), LEFT)
    spin = panel.size_field.width_spin
    assert spin.isVisible()
    spin.selectAll()
    qtbot.keyClicks(spin, "200")
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.value() == 192
    assert panel.requests()[0].width == 192


LEFT = Qt.MouseButton.LeftButton


def test_shapes_set_both_sides(qtbot: QtBot, panel: PromptPanel) -> None:
    panel.set_model_info(info(STARTER, side=512))
    for name, size in (
        ("portraitButton", (384, 512)),
        ("landscapeButton", (512, 384)),
        ("squareButton", (512, 512)),
    ):
        qtbot.mouseClick(panel.findChild(type(panel.generate_button), name), LEFT)
        assert panel.size_field.size_in_pixels() == size
        assert not panel.size_field.width_spin.isVisible()


def test_another_model_brings_its_defaults(panel: PromptPanel) -> None:
    panel.apply_settings(replace(FULL, model=STARTER))
    panel.show_model("/models/other")
    panel.set_model_info(info("/models/other"))
    request = panel.requests()[0]
    assert (request.width, request.height, request.scheduler) == (512, 512, "ddim")
    assert (request.num_inference_steps, request.guidance_scale) == (25, 7.5)


def test_a_remembered_model_keeps_the_remembered_settings(panel: PromptPanel) -> None:
    panel.apply_settings(FULL)
    panel.set_model_info(info("/models/other"))
    values = panel.settings_values(Settings())
    assert replace(values, model_settings=()) == FULL
    (memory,) = values.model_settings
    assert memory.reference == "/models/other"
    assert memory.num_inference_steps == FULL.num_inference_steps


def test_what_was_set_for_a_model_comes_back_with_it(panel: PromptPanel) -> None:
    panel.apply_settings(Settings())
    panel.set_model_info(info(STARTER, side=128))

    def switch(reference: str, side: int) -> None:
        panel.show_model(reference)
        panel.set_model_info(info(reference, side=side))

    switch("/models/other", 512)
    panel.steps_spin.setValue(7)
    panel.size_field.set_size(384, 512)
    switch(STARTER, 128)
    assert panel.size_field.size_in_pixels() == (128, 128)
    assert panel.steps_spin.value() == 20  # as it was left
    switch("/models/other", 512)
    assert panel.steps_spin.value() == 7
    assert panel.size_field.size_in_pixels() == (384, 512)
    assert panel.guidance_spin.value() == 7.5  # the model's own

    # After a restart too, and for the next model as well.
    values = panel.settings_values(Settings())
    panel.apply_settings(replace(values, model=STARTER))
    switch(STARTER, 128)
    switch("/models/other", 512)
    assert panel.steps_spin.value() == 7
    panel.reset_to_model()
    assert panel.steps_spin.value() == 25
    assert panel.size_field.size_in_pixels() == (512, 512)
    assert "/models/other" not in {
        one.reference for one in panel.settings_values(Settings()).model_settings
    }


def test_settings_of_a_picture_come_back(qtbot: QtBot, panel: PromptPanel) -> None:
    request = GenerationRequest(
        prompt="p",
        negative_prompt="n",
        model="/models/x",
        scheduler="heun",
        num_inference_steps=9,
        guidance_scale=3.5,
        width=64,
        height=96,
        seed=123456789012,
    )
    with qtbot.waitSignal(panel.model_chosen) as chosen:
        panel.apply_request(request, with_seed=True)
    assert chosen.args == ["/models/x"]
    again = panel.requests()[0]
    assert replace(again, id=request.id) == request
    panel.keep_seed_button.setChecked(False)
    panel.seed_edit.set_value(5)
    panel.apply_request(request, with_seed=False)
    assert panel.seed_edit.value() == 5
    assert not panel.keep_seed_button.isChecked()


def test_sliders_and_fields_agree(panel: PromptPanel) -> None:
    panel.steps_slider.setValue(42)
    panel.guidance_slider.setValue(13)
    assert panel.steps_spin.value() == 42
    assert panel.guidance_spin.value() == 6.5
    panel.steps_spin.setValue(900)  # beyond the slider
    assert (panel.steps_spin.value(), panel.steps_slider.value()) == (900, 150)
    panel.guidance_spin.setValue(7.3)
    assert panel.guidance_spin.value() == 7.3


def test_advanced_settings_fold_away(qtbot: QtBot, panel: PromptPanel) -> None:
    assert not panel.steps_spin.isVisible()
    qtbot.mouseClick(panel.advanced.button, LEFT)
    assert panel.steps_spin.isVisible()
    assert panel.negative_edit.isVisible()


def test_the_prompt_stays_plain(qtbot: QtBot, panel: PromptPanel) -> None:
    panel.prompt.edit.setPlainText("")
    qtbot.keyClicks(panel.prompt.edit, "<b>x</b><img src=x>")
    assert panel.requests()[0].prompt == "<b>x</b><img src=x>"


def test_the_end_of_what_the_model_reads_is_shown(qtbot: QtBot, panel: PromptPanel) -> None:
    panel.prompt.edit.setPlainText("one two three")
    qtbot.waitUntil(lambda: panel.prompt.count_label.text() == "5 / 7 tokens")
    assert panel.prompt.warning.isHidden()
    panel.prompt.edit.setPlainText("𝒜 one two three four five six")  # 𝒜 is two units for Qt
    qtbot.waitUntil(lambda: not panel.prompt.warning.isHidden())
    assert "“…one two three four”" in panel.prompt.warning.text().replace("𝒜 ", "")
    (unread,) = panel.prompt.edit.extraSelections()
    assert unread.cursor.selectedText() == " five six"
    panel.prompt.edit.setPlainText("one")
    qtbot.waitUntil(lambda: panel.prompt.warning.isHidden())
    assert panel.prompt.edit.extraSelections() == []


def test_words_are_inserted_with_spaces(panel: PromptPanel) -> None:
    panel.prompt.edit.setPlainText("")
    for word in ("red", "cat"):
        panel.prompt.insert_word(word)
    assert panel.prompt.text() == "red cat"


def test_words_without_spaces_between_them_are_inserted_so(panel: PromptPanel) -> None:
    panel.prompt.edit.setPlainText("")
    for word in ("青い", "トマト", "cat"):
        panel.prompt.insert_word(word)
    assert panel.prompt.text() == "青いトマト cat"


def test_a_surprise_fills_the_prompt_and_can_be_undone(qtbot: QtBot, panel: PromptPanel) -> None:
    panel.prompt.edit.setPlainText("")
    qtbot.keyClicks(panel.prompt.edit, "mine")
    qtbot.mouseClick(panel.prompt.surprise_button, LEFT)
    assert panel.prompt.text().split()[0] in ("a", "an")
    qtbot.keyClick(panel.prompt.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.prompt.text() == "mine"


def test_suggestions_are_in_the_language_of_the_window(panel_in: MakePanel) -> None:
    panel = panel_in("ja_JP")
    assert "青い猫" in panel.prompt.edit.placeholderText() or (
        "トマト" in panel.prompt.edit.placeholderText()
    )
    panel.prompt.surprise_button.click()
    assert "背景の" in panel.prompt.text()
    assert panel.prompt.words_button.text() == "Knows 6 things"


def test_the_placeholder_is_another_example_at_another_start(panel_in: MakePanel) -> None:
    panels = [panel_in("en", seed) for seed in range(12)]
    tried = {panel.prompt.edit.placeholderText() for panel in panels}
    assert tried == {f"Try: {example}" for example in VOCABULARY.words("en").examples}
    text = panels[0].prompt.edit.placeholderText()
    panels[0].show_model("/models/other")
    assert panels[0].prompt.edit.placeholderText() == "Describe the picture"
    panels[0].show_model(STARTER)
    assert panels[0].prompt.edit.placeholderText() == text


def wordless(reference: str) -> ModelInfo:
    return replace(
        info(reference, side=32, factor=32),
        max_side=32,
        schedulers=("ddim", "ddpm"),
        has_prompt=False,
        has_negative_prompt=False,
        has_guidance=False,
    )


def test_only_what_the_model_takes_is_shown(panel: PromptPanel) -> None:
    panel.apply_settings(replace(FULL, model=STARTER))
    panel.advanced.set_open(True)
    panel.show_model(FACES)
    panel.set_model_info(wordless(FACES))
    fields = (panel.prompt, panel.negative_edit, panel.guidance_spin, panel.guidance_slider)
    assert not any(field.isVisible() for field in fields)
    assert panel.no_prompt.isVisible()
    assert not panel.has_prompt()
    request = panel.requests()[0]
    assert (request.prompt, request.negative_prompt, request.guidance_scale) == ("", "", 0.0)
    assert (request.model, request.width, request.height) == (FACES, 32, 32)
    assert panel.schedulers() == ("ddim", "ddpm")
    # What was typed is there again with the next model that reads it.
    panel.show_model(STARTER)
    panel.set_model_info(info(STARTER))
    assert all(field.isVisible() for field in fields)
    assert not panel.no_prompt.isVisible()
    assert panel.requests()[0].prompt == FULL.prompt


def test_a_model_of_one_size_offers_no_other(panel: PromptPanel) -> None:
    panel.show_model(FACES)
    panel.set_model_info(wordless(FACES))
    every = panel.size_field.findChildren(QPushButton)
    assert len(every) == 4
    assert not any(button.isVisible() for button in every)
    assert not panel.size_field.width_spin.isVisible()
    told = panel.findChild(PlainLabel, "onlySize")
    assert told is not None
    assert told.isVisible()
    assert told.text() == "32 × 32 pixels, the only size of this model"
    panel.show_model(STARTER)
    panel.set_model_info(info(STARTER, side=128))
    assert all(button.isVisible() for button in every)
    assert panel.size_field.size_in_pixels() == (128, 128)


def test_what_is_built_in_is_listed_and_stays(panel: PromptPanel) -> None:
    panel.apply_settings(FULL)
    combo = panel.model_field.combo
    assert [combo.itemData(row) for row in range(2)] == [STARTER, FACES]
    assert combo.itemText(1) == "Faces (built in)"
    panel.forget_model(FACES)
    assert combo.findData(FACES) == 1
    assert panel.model_field.folders() == (FULL.model,)
