"""The real window of models, over folders and a hub of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import huggingface_hub
import pytest
from huggingface_hub import close_session
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.librarian import move_to_trash
from sdstudio.gui.library.asking import HubAsker
from sdstudio.gui.library.control import LibraryControl
from sdstudio.gui.library.curator import Curator
from sdstudio.gui.library.downloads import Downloads
from sdstudio.gui.model_field import ModelField
from sdstudio.gui.theme import ThemeSource
from sdstudio.models.library_settings import load_library
from sdstudio.paths import Paths
from sdstudio.settings import Settings
from tests.gui.conftest import LONG, Heard
from tests.models.hub_server import HubOnLoopback, serving
from tests.models.test_hub import REPO, small_repo

PICTURES = 3
"""How many pictures the gallery is said to have of each model."""


def _count_pictures(_reference: str) -> int:
    return PICTURES


class Library:
    """The library with all its threads, in a window that does nothing else."""

    def __init__(
        self, paths: Paths, themes: ThemeSource, icons: IconSet, settings: Settings
    ) -> None:
        self.owner = QWidget()
        self.field = ModelField("Starter (built in)", icons)
        self.curator = Curator(paths, move_to_trash, _count_pictures)
        self.asker = HubAsker(paths)
        self.downloads = Downloads(paths.models, self.asker.open_hub)
        self.control = LibraryControl(
            paths,
            settings,
            load_library(paths)[0],
            self.curator,
            self.downloads,
            self.asker,
            self.field,
            themes,
            icons,
            self.owner,
        )
        self.told = Heard()
        self.loaded = Heard()
        self.control.told.connect(self.told.note)
        self.control.load_wanted.connect(self.loaded.note)
        self.control.open()
        assert self.control.window is not None
        self.window = self.control.window

    def close(self) -> None:
        self.control.close()
        self.downloads.close()
        self.asker.close()
        self.curator.close()

    def names(self) -> set[str]:
        """Of the models in sight."""
        model = self.window.list_model
        every = [model.entry(row) for row in range(model.rowCount())]
        return {entry.name for entry in every if entry is not None}

    def choose(self, name: str) -> None:
        """Chooses a model in the list."""
        model = self.window.list_model
        for row in range(model.rowCount()):
            entry = model.entry(row)
            if entry is not None and entry.name == name:
                self.window.view.setCurrentIndex(model.index(row))
                return
        raise AssertionError(f"no {name} among {self.names()}")

    def stage(self) -> str:
        """That of the chosen entry's download."""
        entry = self.window.entry()
        return entry.download.stage if entry is not None and entry.download is not None else ""


OpenLibrary = Callable[[], Library]


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubOnLoopback]:
    """A hub with one model, and the only one that is asked."""
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.delenv("HF_TOKEN", raising=False)
    with serving() as server:
        server.repos[REPO] = small_repo()
        monkeypatch.setenv("HF_ENDPOINT", server.endpoint)
        yield server
    close_session()


@pytest.fixture
def open_library(
    qtbot: QtBot, paths: Paths, trash: Path, themes: ThemeSource, icons: IconSet
) -> Iterator[OpenLibrary]:
    """Opens the window of models, which has found what there is."""
    opened: list[Library] = []

    def open_one() -> Library:
        library = Library(paths, themes, icons, Settings())
        opened.append(library)
        qtbot.addWidget(library.owner)
        qtbot.addWidget(library.field)
        qtbot.waitUntil(lambda: library.window.list_model.rowCount() > 0, timeout=LONG)
        return library

    yield open_one
    for library in opened:
        library.close()


def agree(button: str) -> list[str]:
    """Presses a button of the question that comes next; the question is in the list by then."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        asked.append(box.text())
        next(one for one in box.buttons() if one.text() == button).click()

    QTimer.singleShot(0, press)
    return asked
