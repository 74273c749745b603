"""The panes Map, Tokens, Embedding and Schedule, with answers of which every number is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.embedding_pane import EmbeddingPane
from sdstudio.gui.xray.flow_chart import count_said, rows_of
from sdstudio.gui.xray.map_pane import MapPane
from sdstudio.gui.xray.pane import Pane
from sdstudio.gui.xray.schedule_pane import SchedulePane
from sdstudio.gui.xray.token_words import shown
from sdstudio.gui.xray.tokens_pane import TokensPane
from sdstudio.request import SdstudioError
from sdstudio.xray import Flow, NotApplicable, ScheduleQuery, Token, TokenTable
from tests.gui.conftest import Heard
from tests.gui.xray.answers import (
    CODE,
    context,
    embedding,
    pipeline_map,
    schedule,
    token_table,
    without_model,
)


def put_up(pane: Pane, qtbot: QtBot) -> Heard:
    """Shows a pane of the width of a dock, looked at, and notes what it asks."""
    heard = Heard()
    pane.asked.connect(heard.note)
    qtbot.addWidget(pane)
    pane.resize(420, 800)
    pane.show()
    pane.set_active(True)
    return heard


def text_of(pane: Pane, name: str) -> str:
    label = pane.findChild(PlainLabel, name)
    assert isinstance(label, PlainLabel)
    return label.text()


# -- the map ---------------------------------------------------------------------------------


@pytest.fixture
def map_pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> MapPane:
    pane = MapPane(themes, icons)
    heard = put_up(pane, qtbot)
    assert pane.message() != ""
    pane.set_context(context())
    pane.take(heard.all[-1], pipeline_map())
    return pane


def test_parts_stand_in_the_order_of_a_run(map_pane: MapPane) -> None:
    chart = map_pane.chart
    tops = [
        chart.box(name).geometry().center().y()
        for name in ("prompt", "tokenizer", "text_encoder", "unet", "vae", "image")
    ]
    assert tops == sorted(tops)
    unet, scheduler = chart.box("unet").geometry(), chart.box("scheduler").geometry()
    assert unet.center().y() == scheduler.center().y()
    assert unet.right() < scheduler.left()
    assert chart.box("feature_extractor").geometry().top() > chart.box("image").geometry().bottom()
    assert chart.box("image").geometry().bottom() < chart.height()
    assert "unet → scheduler: noise_pred 2 × 4 × 16 × 16" in chart.accessibleDescription()


def test_flows_of_more_encoders_join() -> None:
    def flow(source: str, target: str) -> Flow:
        return Flow(source=source, target=target, what="", shape=())

    flows = (
        flow("prompt", "t1"),
        flow("prompt", "t2"),
        flow("t1", "e1"),
        flow("t2", "e2"),
        flow("e1", "net"),
        flow("e2", "net"),
        flow("e2", "vae"),
        flow("scheduler", "net"),
        flow("net", "scheduler"),
        flow("scheduler", "vae"),
    )
    rows = rows_of(flows)
    assert rows == [["prompt"], ["t1", "t2"], ["e1", "e2"], ["net", "scheduler"], ["vae"]]
    assert rows_of((flow("a", "b"), flow("b", "c"), flow("c", "a"))) != []


def test_a_part_tells_what_it_is_made_of(map_pane: MapPane, qtbot: QtBot) -> None:
    text = map_pane.findChild(QPlainTextEdit, "mapPartText")
    assert isinstance(text, QPlainTextEdit)
    assert not text.isVisible()
    box = map_pane.chart.box("unet")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert text.isVisible()
    assert text_of(map_pane, "mapPartTitle") == "unet: diffusers.UNet2DConditionModel"
    assert text_of(map_pane, "mapPartFacts") == "8,000,000 parameters · 32.0 MB · float32 · cpu"
    assert text.toPlainText() == '{"name": "unet"}'
    qtbot.mouseClick(map_pane.what.button("mapTree"), Qt.MouseButton.LeftButton)
    assert text.toPlainText() == "UNet2DConditionModel(…)"
    qtbot.mouseClick(map_pane.chart.box("scheduler"), Qt.MouseButton.LeftButton)
    assert text_of(map_pane, "mapPartFacts") == "no weights"
    assert not map_pane.what.button("mapTree").isEnabled()
    assert text.toPlainText() == '{"name": "scheduler"}'


@pytest.mark.parametrize(
    ("stage", "lit"),
    [
        ("encode", ("tokenizer", "text_encoder", "feature_extractor")),
        ("denoise", ("unet", "scheduler")),
        ("decode", ("vae",)),
        ("save", ()),
        ("", ()),
    ],
)
def test_the_part_at_work_is_lit(map_pane: MapPane, stage: str, lit: tuple[str, ...]) -> None:
    map_pane.set_stage(stage)
    assert map_pane.chart.lit() == lit


def test_counts_are_said_in_short() -> None:
    assert [count_said(count) for count in (12, 860_000_000)] == ["12", "860 M"]


# -- tokens ----------------------------------------------------------------------------------


def cut_tokens(text: str) -> TokenTable | None:
    return token_table(text)


@pytest.fixture
def tokens_pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> Iterator[TokensPane]:
    pane = TokensPane(cut_tokens, themes, icons)
    put_up(pane, qtbot)
    yield pane
    pane.close_cutter()


def type_into(pane: TokensPane, prompt: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.cutter.cut_done, check_params_cb=lambda text, _: text == prompt):
        pane.set_context(replace(pane.context, model="starter", prompt=prompt))


def test_tokens_follow_the_typing(tokens_pane: TokensPane, qtbot: QtBot) -> None:
    type_into(tokens_pane, "a blue cat", qtbot)
    assert tokens_pane.message() == ""
    assert tokens_pane.flow.chips() == [
        *((0, "<start>", "mark"), (1, "a", "word"), (2, "blue", "word"), (3, "cat", "word")),
        *((4, "<end>", "mark"), (-1, "+ 2 padding", "more")),
    ]
    assert text_of(tokens_pane, "tokensSummary") == "5 of 7 tokens: 3 of the text and 2 marks."
    assert tokens_pane.code() == CODE
    type_into(tokens_pane, "a cat", qtbot)
    assert len(tokens_pane.flow.chips()) == 5


def test_what_is_cut_off_stands_below_the_line(tokens_pane: TokensPane, qtbot: QtBot) -> None:
    type_into(tokens_pane, "one two three four five six seven", qtbot)
    kinds = [kind for _, _, kind in tokens_pane.flow.chips()]
    assert kinds == ["mark", *["word"] * 5, "mark", "cut", "cut"]
    assert "2 more are cut off." in text_of(tokens_pane, "tokensSummary")
    rows = tokens_pane.numbers()[1]
    assert rows[-1] == [8, 1007, "seven</w>", 28, 33, "cut"]


def test_a_very_long_prompt_is_drawn_in_part(tokens_pane: TokensPane, qtbot: QtBot) -> None:
    type_into(tokens_pane, "cat " * 2500, qtbot)
    chips = tokens_pane.flow.chips()
    assert len(chips) < 400
    assert chips[-1] == (-1, "+ 2,195 more", "more")
    assert not tokens_pane.picture().isNull()


def test_keys_walk_from_token_to_token(tokens_pane: TokensPane, qtbot: QtBot) -> None:
    type_into(tokens_pane, "a blue cat", qtbot)
    flow = tokens_pane.flow
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(flow, key)
    words = "position 2 · id 1002 · “blue</w>” · stands for “blue”"
    assert text_of(tokens_pane, "tokensReadOut") == words
    assert flow.accessibleDescription() == words


def test_the_negative_prompt_can_be_looked_at(tokens_pane: TokensPane, qtbot: QtBot) -> None:
    tokens_pane.set_context(context())
    with qtbot.waitSignal(
        tokens_pane.cutter.cut_done, check_params_cb=lambda text, _: text == "a red dog"
    ):
        button = tokens_pane.choice.button("tokensNegative")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (2, "red", "word") in tokens_pane.flow.chips()


def test_tokens_are_short_and_readable() -> None:
    def token(text: str, end: int) -> Token:
        return Token(id=1, text=text, start=0, end=end)

    assert shown(token("cat</w>", 3), "cat") == "cat"
    assert shown(token("▁cat", 3), "cat") == "cat"
    assert shown(token("çĮ«</w>", 1), "猫") == "猫"
    assert shown(token("▁", 0), "") == "▁"


# -- the embedding ---------------------------------------------------------------------------


@pytest.fixture
def embedding_pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> EmbeddingPane:
    pane = EmbeddingPane(themes, icons)
    heard = put_up(pane, qtbot)
    assert pane.message() != ""
    pane.set_context(context())
    pane.take(heard.all[-1], embedding("a blue cat", "a red dog"))
    return pane


def test_rows_of_the_prompt_without_padding(embedding_pane: EmbeddingPane, qtbot: QtBot) -> None:
    assert embedding_pane.strip.values().shape == (5, 12)
    assert embedding_pane.strip.values()[2, 1] == 25
    assert text_of(embedding_pane, "embeddingShape").startswith("7 tokens × 12 numbers.")
    embedding_pane.padding.setChecked(True)
    assert embedding_pane.strip.values().shape == (7, 12)
    assert embedding_pane.matrix.values().shape == (5, 5)
    header, rows = embedding_pane.numbers()
    assert header[:3] == ["position", "token", "0"]
    assert rows[3][:4] == [3, "cat", 36.0, 37.0]


def test_prompts_against_each_other(embedding_pane: EmbeddingPane, qtbot: QtBot) -> None:
    button = embedding_pane.choice.button("embeddingAgainst")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not embedding_pane.strip.isVisible()
    assert embedding_pane.matrix.values().shape == (5, 5)
    header, rows = embedding_pane.numbers()
    assert header == ["token", "<start>", "a", "red", "dog", "<end>"]
    assert rows[2] == ["blue", 0.5, 0.5, 0.5, 0.5, 0.5]


def test_the_negative_prompt_has_its_rows(embedding_pane: EmbeddingPane, qtbot: QtBot) -> None:
    button = embedding_pane.choice.button("embeddingNegative")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not embedding_pane.matrix.isVisible()
    assert embedding_pane.strip.values()[1, 0] == -12


def test_the_encoder_is_asked_when_the_typing_rests(
    embedding_pane: EmbeddingPane, qtbot: QtBot
) -> None:
    heard = Heard()
    embedding_pane.asked.connect(heard.note)
    for prompt in ("a", "a b", "a bl", "a blue dog"):
        embedding_pane.set_context(context(prompt=prompt))
    assert heard.all == []
    qtbot.waitUntil(lambda: bool(heard.all))
    assert [query.prompt for query in heard.all] == ["a blue dog"]


# -- the schedule ----------------------------------------------------------------------------


@pytest.fixture
def schedule_pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> SchedulePane:
    pane = SchedulePane(themes, icons)
    put_up(pane, qtbot)
    return pane


def answer_all(pane: SchedulePane, heard: Heard) -> None:
    """Answers each question, also those that an answer leads to."""
    done = 0
    while done < len(heard.all):
        done += 1
        pane.take(heard.all[done - 1], schedule(heard.all[done - 1]))


@pytest.fixture
def heard(schedule_pane: SchedulePane) -> Heard:
    heard = Heard()
    schedule_pane.asked.connect(heard.note)
    return heard


def test_the_schedule_of_the_picture(schedule_pane: SchedulePane, heard: Heard) -> None:
    assert schedule_pane.message() != ""
    schedule_pane.set_context(context())
    assert heard.all == [
        ScheduleQuery(scheduler="euler", num_inference_steps=5, width=128, height=128)
    ]
    answer_all(schedule_pane, heard)
    assert list(schedule_pane.sigmas.curves()[0].y) == [5, 4, 3, 2, 1]
    assert schedule_pane.sigmas.marked() == 3
    assert schedule_pane.alphas.marked() == schedule(heard.all[0]).timesteps[2]
    assert schedule_pane.table.rowCount() == 5
    assert schedule_pane.table.currentRow() == 2
    header, rows = schedule_pane.numbers()
    assert header == ["step", "timestep", "sigma", "alphas_cumprod"]
    assert rows[0][:3] == [1, 999.0, 5.0]
    schedule_pane.set_context(context(step=4))
    assert schedule_pane.sigmas.marked() == 4
    assert len(heard.all) == 1


def test_the_schedule_of_the_next_picture(
    schedule_pane: SchedulePane, heard: Heard, qtbot: QtBot
) -> None:
    schedule_pane.set_context(context())
    qtbot.mouseClick(schedule_pane.which.button("scheduleNext"), Qt.MouseButton.LeftButton)
    answer_all(schedule_pane, heard)
    assert heard.all[-1].scheduler == "ddim"
    assert heard.all[-1].width == 256
    assert schedule_pane.table.rowCount() == 10
    assert schedule_pane.sigmas.marked() is None


def test_another_scheduler_is_laid_over(schedule_pane: SchedulePane, heard: Heard) -> None:
    schedule_pane.set_context(context())
    answer_all(schedule_pane, heard)
    schedule_pane.second.setCurrentIndex(schedule_pane.second.findData("ddim"))
    schedule_pane.noise.setCurrentIndex(schedule_pane.noise.findData("linear"))
    answer_all(schedule_pane, heard)
    names = [curve.name for curve in schedule_pane.sigmas.curves()]
    assert names == ["Euler", "DDIM · linear"]
    assert schedule_pane.code().endswith("# euler\n")
    header, rows = schedule_pane.numbers()
    assert len(header) == len(rows[0]) == 7
    assert rows[0][5] == 2.5


@pytest.mark.parametrize("fails", [False, True])
def test_what_cannot_be_laid_over_leaves_the_rest(
    schedule_pane: SchedulePane, heard: Heard, fails: bool
) -> None:
    schedule_pane.set_context(context())
    answer_all(schedule_pane, heard)
    schedule_pane.noise.setCurrentIndex(1)
    if fails:
        schedule_pane.fail(heard.all[-1], SdstudioError("Not with this model."))
    else:
        schedule_pane.take(heard.all[-1], NotApplicable(sentence="Not with this model."))
    assert text_of(schedule_pane, "scheduleSecondMessage") == "Not with this model."
    assert schedule_pane.message() == ""
    assert len(schedule_pane.sigmas.curves()) == 1
    assert len(heard.all) == 2


def test_a_step_that_is_picked_is_told(
    schedule_pane: SchedulePane, heard: Heard, qtbot: QtBot
) -> None:
    schedule_pane.set_context(context())
    answer_all(schedule_pane, heard)
    steps = Heard()
    schedule_pane.step_wanted.connect(steps.note)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Return):
        qtbot.keyClick(schedule_pane.sigmas, key)
    schedule_pane.table.cellActivated.emit(1, 0)
    assert steps.all == [5, 2]


def test_without_a_model_there_is_a_sentence(schedule_pane: SchedulePane, heard: Heard) -> None:
    schedule_pane.set_context(without_model(context()))
    assert heard.all == []
    assert "model" in schedule_pane.message()
