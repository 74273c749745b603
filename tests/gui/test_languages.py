"""The window in other languages: which, everywhere, changed while it is open, and enough room."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QLocale,
    Qt,
    QTimer,
)
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import translations
from sdstudio.app import Studio
from sdstudio.gui.banner import Notice
from sdstudio.gui.labels import mark_users_text
from sdstudio.gui.languages import LANGUAGES, LanguageSource, best_language
from sdstudio.gui.sentences import sentence
from sdstudio.paths import Paths, find_paths, find_resources
from sdstudio.request import UnsupportedModel
from sdstudio.settings import Settings, save_settings
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.pseudo import CODE, make_catalogues, with_pseudo
from tests.gui.test_window import ready
from tests.gui.window_texts import Texts, cut_off, window_texts

IN_PSEUDO = re.compile(r"⟦[^⟦⟧]*⟧")


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["ja-JP", "ja-Jpan-JP", "ja"], "ja"),
        (["ko-KR"], "ko"),
        (["zh-CN", "en-US"], "zh_CN"),
        (["zh-Hans-SG"], "zh_CN"),
        (["zh-TW", "ja-JP"], "ja"),
        (["zh-Hant-HK"], "en"),
        (["de-DE", "ko-KR"], "ko"),
        (["en-GB", "ja-JP"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_s_wishes_are_followed(wanted: list[str], code: str) -> None:
    assert best_language(wanted).code == code


def test_the_first_start_speaks_the_system_s_language(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; from PySide6.QtCore import QLocale\n"
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from sdstudio.gui.languages import LanguageSource\n"
        f"source = LanguageSource(app, Path({str(find_resources() / 'languages')!r}))\n"
        "source.choose('')\n"
        "print(source.language.code, QLocale().name(), app.translate('Menus', '&File'))"
    )
    environment = {"LANG": "ja_JP.UTF-8", "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    answer = subprocess.run(
        (sys.executable, "-c", script),
        env=environment | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert answer.stdout.split() == ["ja", "ja_JP", "ファイル(&F)"]


@dataclass
class Said:
    """What the app said in the course of one opening."""

    texts: list[Texts] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


def wait_for(is_so: Callable[[], bool]) -> None:
    """``qtbot.waitUntil`` for what several tests share."""
    end = QDeadlineTimer(LONG)
    tick = QTimer()  # what is waited for may come without an event
    tick.start(5)
    while not is_so():
        assert not end.hasExpired()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def look_everywhere(app: QApplication, studio: Studio, said: Said) -> None:
    """Opens and fills what there is to open; what the user typed reads like texts of the app."""
    window = studio.window
    window.resize(1280, 800)
    window.show()
    wait_for(lambda: window.generation._in_use is not None)
    window.panel.steps_spin.setValue(5)
    window.panel.seed_edit.set_value(1)
    window.panel.keep_seed_button.setChecked(True)
    for prompt in ("Rating", "Settings"):
        window.panel.prompt.set_text(prompt)
        before = window.gallery_model.rowCount()
        window.generation.generate()
        wait_for(lambda: window.gallery_model.rowCount() > before)  # noqa: B023
    window.pane.banner.tell(
        Notice(
            text=sentence(
                UnsupportedModel(
                    "“{path}” is a LoRA: a change to a model, not a model.",
                    "Choose the model itself.",
                    path="Rating",
                )
            )
        )
    )
    said.cut += cut_off(window)
    studio.library.open()
    studio.check.open()
    wait_for(lambda: not studio.check._due)
    QTest.keyClick(window.gallery_panel.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    window.actions_of_window.ratings[3].trigger()
    wait_for(lambda: not window.order._waiting)
    window.actions_of_window.compare.trigger()
    window.actions_of_window.view_full.trigger()
    window.panel.advanced.set_open(True)
    for button in window.gallery_panel.findChildren(QPushButton, "filtersButton"):
        button.setChecked(True)
    for show in (window.show_queue_page, window.show_family_page, window.show_gallery_page):
        show()
        QCoreApplication.processEvents()
        said.cut += cut_off(window)
    window.show_xray_page()
    panel = window.xray._panel
    assert panel is not None
    for pane in panel.panes():
        panel.show_pane(pane.name)
        QCoreApplication.processEvents()
        wait_for(lambda: not pane.is_waiting())  # noqa: B023
        QCoreApplication.processEvents()
        said.cut += cut_off(window)
    for other in app.topLevelWidgets():
        if other.isVisible() and other is not window:
            said.cut += cut_off(other)
    QCoreApplication.processEvents()
    said.texts.append(window_texts(studio.window))


@dataclass(frozen=True)
class Openings:
    """The app opened in the pseudo-language, and opened in English and changed twice."""

    pseudo: Said
    changed: Said
    real: Said
    japanese: Said


@pytest.fixture(scope="module")
def openings(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, english: LanguageSource
) -> Openings:
    folder = tmp_path_factory.mktemp("languages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_CACHE", str(folder / "hub"))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        patch.setattr("random.Random.random", lambda _self: 0.5)  # the example beside the prompt
        resources = with_pseudo(find_paths(folder), folder / "resources").resources
        pseudo = opening(qapp, folder / "one", resources, CODE)
        gc.collect()  # on this thread; see open_studio
        changed = opening(qapp, folder / "two", resources, "en", CODE, "en")
        gc.collect()
        real = opening(qapp, folder / "three", find_resources(), "en", "ja", "ko", "zh_CN", "en")
        gc.collect()
        japanese = opening(qapp, folder / "four", find_resources(), "ja", "en")
        gc.collect()
    return Openings(pseudo=pseudo, changed=changed, real=real, japanese=japanese)


def opening(app: QApplication, home: Path, resources: Path, first: str, *then: str) -> Said:
    """Everything opened in a language, and looked at again in each of the others."""
    said = Said()
    paths = replace(find_paths(home), resources=resources)
    save_settings(paths.settings_file, Settings(language=first))
    studio = Studio(app, paths)
    try:
        look_everywhere(app, studio, said)
        for code in then:
            (action,) = (
                action
                for action in studio.window.actions_of_window.languages.actions()
                if action.data() == code
            )
            action.trigger()
            QCoreApplication.processEvents()
            said.texts.append(window_texts(studio.window))
    finally:
        studio.window.close()
        studio.close()
        studio.window.deleteLater()
        QCoreApplication.sendPostedEvents(studio.window, QEvent.Type.DeferredDelete)
    return said


def differences(got: Texts, wanted: Texts) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (*place, got.get(place), wanted.get(place))
        for place in sorted(got.keys() | wanted.keys())
        if got.get(place) != wanted.get(place) and place[1] not in ("_settings", "_images")
    ]


def test_open_windows_are_told_as_if_they_had_been_opened_so(openings: Openings) -> None:
    _before, changed, _back = openings.changed.texts
    assert len(changed) > 1500
    assert differences(changed, openings.pseudo.texts[0]) == []


def test_and_back(openings: Openings) -> None:
    before, _changed, back = openings.changed.texts
    assert differences(back, before) == []


def test_and_back_by_way_of_all_languages(openings: Openings) -> None:
    before, *_others, back = openings.real.texts
    assert differences(back, before) == []


def test_what_was_opened_in_japanese_is_the_same_in_english(openings: Openings) -> None:
    assert differences(openings.japanese.texts[1], openings.real.texts[0]) == []


# Proper names and signs, in every language the same.
_SAME = re.compile(
    r"(?<!\w)(sdstudio|CPU|float#|SD|SDXL|FLUX|PNG|JPEG|WebP|GIF|MP#?|CLIP\w*|UNet\w*|AutoencoderKL|apache|"
    r"StableDiffusionPipeline|diffusers|torch|cpu|DPM\S*|SDE|Euler|Heun|LMS|UniPC|DEIS|SA-Solver|"
    r"DDIM|DDPM|PNDM|LCM|TCD|EDM|a|Karras|Exponential|Beta|[\w#]+Scheduler|linear|scaled_linear|"
    r"squaredcos_cap_v#|px|MB|GB|kB|Ctrl|Shift|Alt|Esc|Return|Enter|Space|Del|Home|End|F#|"
    r"English|Rating|Settings|Starter|Faces)(?!\w)"
)
_NOT_OURS = re.compile(
    # What the model is made of, in its code's words; code; the query language; files; the hub.
    r"flowChart|Code|mapText|partText|gallerySearch|schedulerClass|modelPath|libraryView|compareOther|"
    r"detailsTable|Scene|IconEngine"
)


def test_everything_is_translated(openings: Openings) -> None:
    plain = {
        (place, text)
        for (place, what), text in openings.pseudo.texts[0].items()
        if not what.startswith("_") and not what.islower() and not _NOT_OURS.search(place)
        if re.search("[A-Za-z]{2}", _SAME.sub("", _without_pseudo(text)))
    }
    assert plain == set()


def _without_pseudo(text: str) -> str:
    while (shorter := IN_PSEUDO.sub("", text)) != text:
        text = shorter
    return text


def test_no_text_is_cut_off(openings: Openings) -> None:
    assert openings.pseudo.cut == []
    assert openings.changed.cut == []


def test_a_change_during_a_run_leaves_the_picture_as_it_is(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    window.panel.seed_edit.set_value(7)
    window.panel.keep_seed_button.setChecked(True)
    window.panel.steps_spin.setValue(20)
    for code in ("", "ja"):
        window.panel.prompt.set_text("a blue cat")
        before = window.gallery_model.rowCount()
        window.generation.generate()
        qtbot.waitUntil(lambda: window.queue_model.job(0).progress.index > 1, timeout=LONG)
        window.panel.prompt.set_text("typed on")
        if code:
            studio._languages.choose(code)
            assert window.panel.stop_button.text() == "停止"
        assert window.panel.prompt.text() == "typed on"
        qtbot.waitUntil(lambda: window.gallery_model.rowCount() > before, timeout=LONG)  # noqa: B023
        qtbot.waitUntil(lambda: window.queue_model.rowCount() == 0, timeout=LONG)
    pictures = [QImage(str(path)) for path in paths.pictures.rglob("*.png")]
    assert len(pictures) == 2
    assert pictures[0] == pictures[1]
    assert (QLocale().name(), studio.language.settings_values(Settings()).language) == (
        "ja_JP",
        "ja",
    )


def test_what_users_wrote_is_not_translated(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    make_catalogues(tmp_path)
    holder = QWidget()
    qtbot.addWidget(holder)
    ours, theirs, tag = (QLabel("Rating", holder) for _ in range(3))
    mark_users_text(theirs)
    theirs.setAccessibleName("Rating")
    mark_users_text(tag, with_name=True)
    tag.setAccessibleName("Rating")
    action = QMenu("&File", holder).addAction("sdstudio is what a file is called")
    languages = LanguageSource(qapp, tmp_path)
    languages.choose("en")
    languages.choose(CODE)
    try:
        assert ours.text() == theirs.accessibleName() == "⟦Ràtîñg~⟧"
        assert theirs.text() == tag.text() == tag.accessibleName() == "Rating"
        assert action.text() == "sdstudio is what a file is called"
    finally:
        languages.take_off()


def test_of_equal_texts_the_one_of_its_own_part_counts(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    make_catalogues(tmp_path)
    catalogue = translations.catalogue(tmp_path, CODE)
    tree = ElementTree.parse(catalogue)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            if message.findtext("source") == "Rating":
                told = message.find("translation")
                assert told is not None
                told.text = f"Rating in {context.findtext('name')}"
    tree.write(catalogue, encoding="utf-8")
    translations.compile_to(tmp_path, [CODE], tmp_path)

    class FilterPanel(QWidget):
        pass

    class RatingBar(QWidget):
        pass

    holder = FilterPanel()
    qtbot.addWidget(holder)
    bar = RatingBar(holder)
    in_bar, in_panel = QLabel("Rating", bar), QLabel("Rating", holder)
    languages = LanguageSource(qapp, tmp_path)
    languages.choose("en")
    languages.choose(CODE)
    try:
        assert (in_bar.text(), in_panel.text()) == ("Rating in RatingBar", "Rating in FilterPanel")
    finally:
        languages.take_off()


def test_every_language_is_in_the_menu_by_its_own_name(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    save_settings(paths.settings_file, Settings(language="ko"))
    studio = open_studio()
    actions = studio.window.actions_of_window.languages.actions()
    assert [action.text() for action in actions[1:]] == [one.name for one in LANGUAGES]
    assert [action.data() for action in actions if action.isChecked()] == ["ko"]
    assert studio.window.menuBar().actions()[0].text() == "파일(&F)"
    with qtbot.waitSignal(studio.window.changed):
        actions[0].trigger()  # as the system, which is none that the app speaks
    assert studio.window.menuBar().actions()[0].text() == "&File"
    assert studio.language.settings_values(Settings(language="ko")).language == ""


def test_no_menu_has_a_key_twice(open_studio: OpenStudio) -> None:
    studio = open_studio()
    for language in LANGUAGES:
        studio._languages.choose(language.code)
        window = studio.window
        of_pictures = (window.gallery_panel.view, window.pane.canvas)
        for owner in (window.menuBar(), *window.findChildren(QMenu), *of_pictures):
            texts = [action.text().replace("&&", "") for action in owner.actions()]
            keys = re.findall(r"&(\w)", " ".join(texts).casefold())
            assert len(keys) == len(set(keys)), (language.code, texts)
