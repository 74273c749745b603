"""“Use my GPU…” in the real window, with an index on loopback and a stand-in for torch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.acceleration.cards import Cards, NoCard
from sdstudio.app import Studio
from sdstudio.gui.acceleration.control import GpuControl
from sdstudio.gui.acceleration.dialog import GpuDialog
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from sdstudio.torch_build import BuildNotUsed, read_choice
from tests.acceleration.stand_ins import CARDS, NOT_IMPORTABLE, TORCH, WORKING, fill
from tests.gui.conftest import LONG, OpenStudio
from tests.models.hub_server import HubOnLoopback, serving


@dataclass(frozen=True)
class Window:
    """The app with a control over cards of the test's own, and the window that this opens."""

    studio: Studio
    control: GpuControl
    qtbot: QtBot

    @property
    def dialog(self) -> GpuDialog:
        found = self.studio.window.findChildren(GpuDialog)
        assert found
        return found[-1]

    def press(self, button: QAbstractButton) -> None:
        """As a user can: only what is seen and can be pressed."""
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled(), timeout=LONG)
        button.click()

    def wait_for(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=LONG)

    def said(self) -> str:
        """All that the window says."""
        labels = self.dialog.findChildren(PlainLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubOnLoopback]:
    with serving() as found:
        fill(found, weight=400_000)
        monkeypatch.setenv("SDSTUDIO_TORCH_INDEX", f"{found.endpoint}/whl")
        monkeypatch.setenv("SDSTUDIO_PACKAGE_INDEX", f"{found.endpoint}/simple")
        yield found


OpenWindow = Callable[[Callable[[], Cards]], Window]


@pytest.fixture
def open_window(
    open_studio: OpenStudio, paths: Paths, themes: ThemeSource, icons: IconSet, qtbot: QtBot
) -> Iterator[OpenWindow]:
    made: list[GpuControl] = []

    def open_one(find: Callable[[], Cards]) -> Window:
        studio = open_studio()
        control = GpuControl(paths, find, themes, icons, studio.window)
        control.told.connect(studio.window.tell)
        made.append(control)
        control.open()
        return Window(studio, control, qtbot)

    yield open_one
    for control in made:
        control.close()


def agree(window: Window) -> None:
    """Presses the first button of the question that is about to be asked."""

    def press() -> None:
        box = window.studio.window.findChild(QMessageBox) or window.dialog.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        box.buttons()[0].click()

    QTimer.singleShot(0, press)


def test_fetched_paused_gone_on_with_ready_and_removed(
    server: HubOnLoopback, open_window: OpenWindow, paths: Paths
) -> None:
    window = open_window(lambda: CARDS)
    window.wait_for(window.dialog.fetch_button.isVisible)
    for fact in ("Stand-in 4060", "580.95.05", f"torch {TORCH}+cu130", server.endpoint):
        assert fact in window.said()
    assert not paths.acceleration.exists()

    server.hold(100_000)
    window.press(window.dialog.fetch_button)
    assert server.held.wait(60)
    # What was sent need not have come yet, and without anything there is nothing to keep.
    window.wait_for(lambda: any(one.stat().st_size for one in paths.acceleration.rglob("*.whl*")))
    window.press(window.dialog.pause_button)
    server.release()
    window.wait_for(window.dialog.discard_button.isVisible)
    assert "are here already" in window.said()

    window.press(window.dialog.fetch_button)
    window.wait_for(window.dialog.restart_button.isVisible)
    assert "“Stand-in 4060” has passed its trial" in window.said()
    assert read_choice(paths.acceleration) is not None
    window.dialog.close()
    window.control.open()
    window.wait_for(window.dialog.remove_button.isVisible)
    assert "It is used once the app has started anew" in window.said()

    agree(window)
    window.press(window.dialog.remove_button)
    window.wait_for(lambda: "The processor is used again" in window.said())
    assert read_choice(paths.acceleration) is None
    assert not list(paths.acceleration.glob("torch-*"))


def test_cancelled_it_leaves_nothing(
    server: HubOnLoopback, open_window: OpenWindow, paths: Paths
) -> None:
    window = open_window(lambda: CARDS)
    window.wait_for(window.dialog.fetch_button.isVisible)
    server.hold(100_000)
    window.press(window.dialog.fetch_button)
    assert server.held.wait(60)
    window.press(window.dialog.cancel_button)
    server.release()
    window.wait_for(window.dialog.fetch_button.isVisible)
    assert "are here already" not in window.said()
    assert not list(paths.acceleration.rglob("*.whl*"))


def test_no_card_is_a_sentence(open_window: OpenWindow) -> None:
    def find() -> Cards:
        raise NoCard("No NVIDIA driver was found on this computer.", "Install it.")

    window = open_window(find)
    window.wait_for(window.dialog.again_button.isVisible)
    assert "No NVIDIA driver was found" in window.said()
    assert not window.dialog.fetch_button.isVisible()


def test_a_build_that_does_not_start_may_be_tried_again(
    server: HubOnLoopback, open_window: OpenWindow, paths: Paths
) -> None:
    fill(server, NOT_IMPORTABLE, weight=1000)
    window = open_window(lambda: CARDS)
    window.press(window.dialog.fetch_button)
    window.wait_for(window.dialog.try_button.isVisible)
    assert "libcublas.so.13" in window.said()
    source = paths.acceleration / f"torch-{TORCH}+cu130" / "torch/__init__.py"
    source.write_text(WORKING, encoding="utf-8")
    window.press(window.dialog.try_button)
    window.wait_for(window.dialog.restart_button.isVisible)


def test_what_ends_behind_a_closed_window_is_told(
    server: HubOnLoopback, open_window: OpenWindow
) -> None:
    window = open_window(lambda: CARDS)
    window.wait_for(window.dialog.fetch_button.isVisible)
    server.hold(100_000)
    window.press(window.dialog.fetch_button)
    assert server.held.wait(60)
    window.dialog.close()
    server.release()
    banner = window.studio.window.pane.banner
    window.wait_for(lambda: banner.action_button.text() == "Restart now" and banner.isVisible())
    # Nothing runs, so nothing is asked: the app ends, to be started anew.
    banner.action_button.click()
    assert window.control.is_restart_wanted
    assert not window.studio.window.isVisible()


def test_a_start_without_it_says_why_and_leads_there(open_studio: OpenStudio, qtbot: QtBot) -> None:
    studio = open_studio()
    studio.gpu.tell(BuildNotUsed("torch did not start.", "Try it again."))
    banner = studio.window.pane.banner
    text = banner.findChild(PlainLabel, "bannerText")
    assert text is not None
    assert text.text() == "torch did not start. Try it again."
    banner.action_button.click()
    dialog = studio.window.findChild(GpuDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.again_button.isVisible, timeout=LONG)
    names = [one.accessibleName() for one in dialog.findChildren(QAbstractButton)]
    assert all(names)
    assert studio.window.findChild(QWidget, "gpuDialog") is dialog
