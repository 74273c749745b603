"""Real parts of the window for its tests, and waiting that is the same everywhere."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdstudio.app import Studio
from sdstudio.gallery.metadata import encode_picture
from sdstudio.gui.icons import IconSet
from sdstudio.gui.languages import LanguageSource
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.gui.theme import ThemeSource
from sdstudio.model_folder import ModelFolder, Vocabulary, Words
from sdstudio.models.catalogue import read_starter
from sdstudio.paths import Paths, find_paths, find_resources
from sdstudio.request import (
    Generated,
    GenerationRequest,
    GenerationResult,
    Provenance,
    TokenCount,
)

LONG = 60_000
"""Milliseconds that a real run may take on a busy machine."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of what only a real one can do."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def no_other_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever runs the tests may have models in the Hugging Face cache."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub-cache"))


@pytest.fixture(autouse=True, scope="session")
def english(qapp: QApplication) -> Iterator[LanguageSource]:
    """Parts of the window that are tested alone speak English too, with its plural forms."""
    languages = LanguageSource(qapp, find_resources() / "languages")
    languages.choose("en")
    yield languages
    languages.take_off()


@pytest.fixture(autouse=True)
def english_numbers(english: LanguageSource) -> None:
    """An app that was closed leaves the system's, as it found them."""
    QLocale.setDefault(QLocale("en_US"))


@pytest.fixture
def paths(own_home: Path) -> Paths:
    """Everything of the app under a folder of the test's own."""
    return find_paths(own_home)


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trash of the test's own, where Linux keeps it."""
    data = tmp_path / "data-home" / "deep"
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    return data / "Trash" / "files"


@pytest.fixture
def themes(qapp: QApplication) -> ThemeSource:
    source = ThemeSource(qapp, find_resources() / "icons")
    source.choose("dark")
    return source


@pytest.fixture
def icons(themes: ThemeSource) -> IconSet:
    return IconSet(find_resources() / "icons", themes)


@pytest.fixture(scope="session")
def starter() -> ModelFolder:
    return read_starter(find_resources())


def count_words(text: str) -> TokenCount:
    """A model that reads five words, without the marks."""
    words = text.split()
    cut_at = None
    if len(words) > 5:
        cut_at = 0
        for word in words[:5]:
            cut_at = text.index(word, cut_at) + len(word)
    return TokenCount(total=len(words) + 2, max_tokens=7, cut_at=cut_at)


VOCABULARY = Vocabulary(
    languages=(
        (
            "en",
            Words(
                concepts=("cat", "cat face", "hot air balloon", "red apple", "tomato", "octopus"),
                colours=("red", "orange", "blue"),
                backgrounds=("red", "orange", "blue"),
                surprise=("a {colour} {concept} on a {background} background", "a {concept}"),
                examples=("a blue cat", "a tomato", "an orange octopus on a red background"),
            ),
        ),
        (
            "ja",
            Words(
                concepts=("猫", "猫の顔", "熱気球", "赤リンゴ", "トマト", "タコ"),
                colours=("赤い", "オレンジ色の", "青い"),
                backgrounds=("赤い背景", "オレンジ色の背景", "青い背景"),
                surprise=("{background}の{colour}{concept}",),
                examples=("青い猫", "トマト"),
            ),
        ),
        (
            "ko",
            Words(
                concepts=("고양이", "고양이 얼굴", "열기구", "빨간 사과", "토마토", "문어"),
                colours=("빨간", "주황색", "파란"),
                backgrounds=("빨간 배경", "주황색 배경", "파란 배경"),
                surprise=("{background}의 {colour} {concept}",),
                examples=("파란 고양이",),
            ),
        ),
        (
            "zh",
            Words(
                concepts=("猫", "猫脸", "热气球", "红苹果", "番茄", "章鱼"),
                colours=("红色的", "橙色的", "蓝色的"),
                backgrounds=("红色背景", "橙色背景", "蓝色背景"),
                surprise=("{background}上的{colour}{concept}",),
                examples=("蓝色的猫",),
            ),
        ),
    )
)
"""A small one of four languages, for whatever is done with words."""

MakePanel = Callable[..., PromptPanel]


@pytest.fixture
def panel_in(
    qtbot: QtBot, starter: ModelFolder, themes: ThemeSource, icons: IconSet
) -> Iterator[MakePanel]:
    """Makes a panel in a language, over ``VOCABULARY``; ``seed`` is that of its choices."""
    made_panels: list[PromptPanel] = []

    def make(language: str, seed: int = 0) -> PromptPanel:
        model = replace(starter, vocabulary=VOCABULARY)
        panel = PromptPanel(model, count_words, language, random.Random(seed), themes, icons)
        made_panels.append(panel)
        qtbot.addWidget(panel)
        panel.resize(328, 900)
        panel.show()
        panel.activateWindow()
        panel.prompt.edit.setFocus()
        qtbot.waitUntil(panel.prompt.edit.hasFocus)
        return panel

    yield make
    for panel in made_panels:
        panel.counter.close()


@pytest.fixture
def panel(
    qtbot: QtBot, starter: ModelFolder, themes: ThemeSource, icons: IconSet
) -> Iterator[PromptPanel]:
    panel = PromptPanel(starter, count_words, "en", random.Random(0), themes, icons)
    qtbot.addWidget(panel)
    panel.resize(328, 900)
    panel.show()
    yield panel
    panel.counter.close()


class Heard(QObject):
    """What a signal of another thread said, noted on this one.

    A plain function would be called in the other thread, and so would pytest-qt's own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.all: list[Any] = []
        self.texts: list[str] = []

    @Slot(object)
    def note(self, value: object) -> None:
        self.all.append(value)

    @Slot(str, object)
    def note_text(self, text: str, value: object) -> None:
        self.texts.append(text)
        self.all.append(value)


OpenStudio = Callable[[], Studio]


@pytest.fixture
def open_studio(
    qtbot: QtBot, qapp: QApplication, paths: Paths, trash: Path
) -> Iterator[OpenStudio]:
    """Opens the whole app; what is still open at the end is closed."""
    opened: list[Studio] = []

    def open_one() -> Studio:
        studio = Studio(qapp, paths)
        opened.append(studio)
        qtbot.addWidget(studio.window)
        with qtbot.waitActive(studio.window):
            studio.window.show()
            studio.window.activateWindow()
        return studio

    yield open_one
    while opened:
        studio = opened.pop()
        studio.window.close()
        studio.close()
        del studio
    # Here, on the GUI thread: left to chance, the next app's worker may be what collects this one,
    # and a QObject destroyed in another thread than its own can hold up both for ever.
    gc.collect()


def made(
    prompt: str,
    *,
    seed: int = 0,
    grey: int = 128,
    side: int = 16,
    kept_step: int | None = None,
    **settings: Any,
) -> GenerationResult:
    """A finished picture of one grey."""
    request = GenerationRequest(prompt=prompt, seed=seed, width=side, height=side, **settings)
    return encode_picture(
        Generated(
            request=request,
            rgb=bytes([grey]) * (side * side * 3),
            width=side,
            height=side,
            seconds=0.5,
            provenance=Provenance(
                sdstudio="0",
                torch="0",
                diffusers="0",
                device="cpu",
                dtype="float32",
                model_name="none",
                pipeline_class="StableDiffusionPipeline",
            ),
            kept_step=kept_step,
        )
    )
