"""The floors of the house, and the libraries that are kept out of each."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import sdstudio

ROOT = Path(__file__).resolve().parents[1]
TORCH = ("torch", "diffusers", "transformers", "accelerate", "safetensors")
QT = ("PySide6", "shiboken6")
LATER = (
    *("filelock", "watchdog", "psutil", "sd_parsers", "keyring", "huggingface_hub", "httpx2"),
    *("numpy", "pyqtgraph", "PySide6.QtDBus", "sdstudio.updates"),
    "sdstudio.diagnostics",
    "sdstudio.gui.acceleration.dialog",
    "sdstudio.gui.check_dialog",
    "sdstudio.gui.compare.window",
    "sdstudio.gui.help.about",
    "sdstudio.gui.help.shortcuts",
    "sdstudio.gui.library.window",
    "sdstudio.gui.reuse.dialog",
    "sdstudio.gui.sharing.import_dialog",
    "sdstudio.gui.sharing.picture_export_dialog",
    "sdstudio.gui.viewer",
)
"""What the window needs only once the user wants something of it, or a thread does."""

_REPORT = """
import importlib, sys
for name in sys.argv[1].split():
    importlib.import_module(name)
print(" ".join(sys.modules))
"""


def loaded_by(modules: Sequence[str]) -> set[str]:
    """The names of what is in a fresh interpreter's memory after it imported ``modules``."""
    answer = subprocess.run(
        (sys.executable, "-c", _REPORT, " ".join(modules)),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.split())


def modules_outside(*packages: str) -> list[str]:
    """Every module of the app, except those of ``packages``."""
    names = [one.name for one in pkgutil.walk_packages(sdstudio.__path__, "sdstudio.")]
    outside = [name for name in names if not name.startswith(packages)]
    assert len(outside) > 5
    return outside


def test_import_contracts() -> None:
    command = (
        "from importlinter.cli import lint_imports_command;"
        "lint_imports_command(['--no-cache', '--config', 'pyproject.toml'])"
    )
    answer = subprocess.run(
        (sys.executable, "-c", command), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "0 broken" in answer.stdout


@pytest.mark.parametrize(
    ("module", "kept_out"),
    [
        ("sdstudio.request", (*TORCH, *QT)),
        ("sdstudio.diffusion", (*TORCH, *QT)),
        ("sdstudio.models", (*TORCH, *QT)),
        ("sdstudio.gallery", (*TORCH, *QT)),
        ("sdstudio.session", (*TORCH, *QT)),
        ("sdstudio.cli", (*TORCH, *QT)),
        ("sdstudio.__main__", (*TORCH, *QT)),
        ("sdstudio.gui.main_window", TORCH),
        ("sdstudio.app", (*TORCH, *LATER)),
    ],
)
def test_a_module_does_not_load(module: str, kept_out: tuple[str, ...]) -> None:
    assert loaded_by([module]).isdisjoint(kept_out)


def test_no_module_outside_diffusion_loads_torch() -> None:
    assert loaded_by(modules_outside("sdstudio.diffusion")).isdisjoint(TORCH)


def test_no_module_outside_the_window_loads_qt() -> None:
    assert loaded_by(modules_outside("sdstudio.gui", "sdstudio.app")).isdisjoint(QT)


class _Painted(QWidget):
    """Calls what returns None, as every repaint of the app does."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's own name
        painter = QPainter(self)
        for _ in range(200):
            painter.setOpacity(1.0)
            painter.drawLine(0, 0, 1, 1)
        painter.end()


def test_qt_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 drops one at most calls on Python 3.11, until the interpreter dies of it."""
    widget = _Painted()
    qtbot.addWidget(widget)
    thing = QObject()
    picture = QPixmap(8, 8)
    widget.render(picture)
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("thing")
        widget.update()
    widget.render(picture)
    after = sys.getrefcount(None)
    # Other threads and caches move the count by a few; a call that drops one moves it by hundreds.
    assert abs(after - before) < 50
