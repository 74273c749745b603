"""Progress in words, the mailbox, the queue, the banner, saving, and the second start."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdstudio.gui.banner import Banner, Notice
from sdstudio.gui.icons import IconSet
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.gui.progress import RunProgress, duration
from sdstudio.gui.queue_model import QueueModel
from sdstudio.gui.queue_panel import QueuePanel
from sdstudio.gui.remember import SettingsKeeper
from sdstudio.gui.saver import FileSaver
from sdstudio.gui.theme import ThemeSource
from sdstudio.request import GenerationRequest, StepPreview
from sdstudio.settings import Settings, load_settings, save_settings
from tests.gui.conftest import Heard


def test_progress_in_words() -> None:
    progress = RunProgress()
    assert RunProgress().share is None
    progress.enter("denoise", 0.0)
    for index in range(1, 12):
        progress.step(index, 20, index * 0.1 if index != 5 else 5.0)  # one slow step
    progress.step(12, 20, 1.2)
    assert progress.sentence() == "Denoising · step 12 of 20 · 0.8 s left"
    assert progress.share == 0.6
    progress.enter("decode", 1.3)
    assert progress.share == 1.0
    assert progress.sentence() == "Decoding the picture…"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.6, "1 min 0 s"), (7500, "2 h 5 min")],
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_the_mailbox_keeps_the_newest(qtbot: QtBot) -> None:
    mailbox = PreviewMailbox()
    arrived: list[int] = []
    mailbox.arrived.connect(lambda: arrived.append(1))
    for index in range(1, 4):
        mailbox.put(
            StepPreview(
                request_id="r",
                index=index,
                num_timesteps=3,
                timestep=0.0,
                sigma=None,
                rgb=b"abc",
                width=1,
                height=1,
            )
        )
    newest = mailbox.take()
    assert newest is not None
    assert newest.index == 3
    assert mailbox.take() is None
    assert arrived == [1]


def requests(count: int) -> list[GenerationRequest]:
    return [GenerationRequest(prompt=f"<b>{number}</b>", seed=number) for number in range(count)]


def test_stop_means_the_press_that_runs() -> None:
    queue = QueueModel()
    first, second = requests(3), requests(2)
    queue.add(first)
    queue.add(second)
    assert queue.batch_to_stop() == {request.id for request in first}
    for request in first:
        queue.remove(request.id)
    queue.start(second[0].id)
    assert queue.batch_to_stop() == {request.id for request in second}


def test_requests_are_dropped_by_key_by_click_and_all(
    qtbot: QtBot, themes: ThemeSource, icons: IconSet
) -> None:
    queue = QueueModel()
    panel = QueuePanel(queue, themes, icons)
    qtbot.addWidget(panel)
    panel.resize(320, 400)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    three = requests(3)
    queue.add(three)
    panel.view.setFocus()
    panel.view.setCurrentIndex(queue.index(1))
    with qtbot.waitSignal(panel.drop_wanted) as dropped:
        qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert dropped.args == [{three[1].id}]
    row = panel.view.visualRect(queue.index(2))
    cross = row.topRight()
    cross.setX(cross.x() - 16)
    cross.setY(cross.y() + 16)
    with qtbot.waitSignal(panel.drop_wanted) as dropped:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert dropped.args == [{three[2].id}]
    with qtbot.waitSignal(panel.drop_wanted) as dropped:
        qtbot.mouseClick(panel.clear_button, Qt.MouseButton.LeftButton)
    assert dropped.args == [{request.id for request in three}]


def test_the_newest_notice_comes_first_and_none_is_lost(
    qtbot: QtBot, themes: ThemeSource, icons: IconSet
) -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    banner = Banner(themes, icons, window)
    window.show()
    ran: list[str] = []
    banner.tell(Notice(text="<b>one</b>", key="a", action="Do", run=lambda: ran.append("one")))
    banner.tell(Notice(text="two"))
    banner.tell(Notice(text="three", key="b"))
    banner.tell(Notice(text="ONE", key="a", action="Do", run=lambda: ran.append("ONE")))
    assert banner.text() == "ONE"
    qtbot.mouseClick(banner.action_button, Qt.MouseButton.LeftButton)
    assert ran == ["ONE"]
    assert banner.text() == "three"
    assert not banner.action_button.isVisible()
    banner.withdraw("b")
    assert banner.text() == "two"
    banner.close_notice()
    assert banner.isHidden()


def test_settings_are_saved_soon_and_at_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    now = Settings(prompt="first")
    keeper = SettingsKeeper(lambda: now, partial(save_settings, path))
    keeper.save_soon()
    qtbot.waitUntil(lambda: path.exists() and load_settings(path)[0].prompt == "first")
    now = Settings(prompt="last")
    keeper.close()
    assert load_settings(path)[0].prompt == "last"


def test_settings_that_cannot_be_saved_are_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    prompts = iter("abc")
    keeper = SettingsKeeper(
        lambda: Settings(prompt=next(prompts)),
        partial(save_settings, tmp_path / "file" / "s.json"),
    )
    told = Heard()
    keeper.failed.connect(told.note)
    keeper.save_soon()
    qtbot.waitUntil(lambda: len(told.all) == 1)
    keeper.close()
    qtbot.waitUntil(lambda: next(prompts) == "c")  # the second save was tried as well
    assert len(told.all) == 1


def test_files_are_written_and_failures_told(qtbot: QtBot, tmp_path: Path) -> None:
    saver = FileSaver()
    heard = Heard()
    saver.done.connect(heard.note)
    saver.write(tmp_path / "a.png", b"picture", "tag")
    saver.copy(tmp_path / "a.png", tmp_path / "b.png")
    saver.copy(tmp_path / "gone.png", tmp_path / "c.png")
    qtbot.waitUntil(lambda: len(heard.all) == 3)
    first, second, third = heard.all
    assert (first.tag, first.error, second.error) == ("tag", None, None)
    assert (tmp_path / "b.png").read_bytes() == b"picture"
    assert "could not be read" in str(third.error)
    saver.close()
