"""Rules of the house that no linter knows, read from the source itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 600
MAY_PRINT = {"sdstudio/cli.py", "sdstudio/__main__.py"}
VAGUE = {"manager", "managers", "helper", "helpers", "util", "utils", "mixin", "mixins"}
# Qt takes what looks like HTML for HTML, and loads the files it names. These show text that may
# come from anywhere, so each is made in the one module that sets it to plain text.
ONE_PLACE = {
    "QLabel": "sdstudio/gui/labels.py",
    "QMessageBox": "sdstudio/gui/dialogs.py",
    "setToolTip": "sdstudio/gui/labels.py",
    "setWhatsThis": "sdstudio/gui/labels.py",
}
# And these cannot be set to plain text.
NOWHERE = {
    *("QErrorMessage", "QInputDialog", "QProgressDialog", "QTextBrowser", "QTextEdit"),
    *("appendHtml", "insertHtml", "setHtml"),
}


def offences(source: str, path: str) -> list[str]:
    """What in ``source``, the text of the module at ``path``, breaks a rule."""
    found = [f"{path}: its name says nothing" for word in _words(Path(path).stem) if word in VAGUE]
    if source.count("\n") > MOST_LINES:
        found.append(f"{path}: more than {MOST_LINES} lines")
    for node in ast.walk(ast.parse(source)):
        place = f"{path}:{getattr(node, 'lineno', 0)}"
        found.extend(f"{place}: {complaint}" for complaint in _complaints(node, path))
    return found


def _complaints(node: ast.AST, path: str) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom) and node.level:
        yield "a relative import"
    if isinstance(node, ast.ClassDef):
        if VAGUE.intersection(_words(node.name)):
            yield f"the name {node.name} says nothing"
        if path != ONE_PLACE["QLabel"] and "QLabel" in map(_name, node.bases):
            yield "a QLabel of its own; derive from PlainLabel"
    if isinstance(node, ast.Call):
        yield from _call_complaints(node, path)


def _call_complaints(node: ast.Call, path: str) -> Iterator[str]:
    name = _name(node.func)
    owner = _name(node.func.value) if isinstance(node.func, ast.Attribute) else ""
    if name == "print" and path not in MAY_PRINT:
        yield "print"
    if name in ("tr", "translate") and any(map(_is_filled_in, node.args)):
        yield f"{name}() of a text that is filled in before it is translated"
    if name == "connect" and any(isinstance(argument, ast.Lambda) for argument in node.args):
        yield "a lambda as a slot runs in the thread of whoever emits; connect a bound method"
    # QMessageBox.warning(...) and its like make a box as well.
    made = owner if owner == "QMessageBox" and name[:1].islower() else name
    if ONE_PLACE.get(made, path) != path:
        yield f"{made} outside {ONE_PLACE[made]}"
    if made in NOWHERE:
        yield f"{made} shows rich text"


def _is_filled_in(argument: ast.expr) -> bool:
    return any(
        isinstance(node, ast.JoinedStr | ast.BinOp)
        or (isinstance(node, ast.Call) and _name(node.func) == "format")
        for node in ast.walk(argument)
    )


def _name(node: ast.expr) -> str:
    """The last name of ``a.b.c``; empty where there is none."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def _modules() -> list[Path]:
    found = sorted((ROOT / "sdstudio").rglob("*.py"))
    assert len(found) > 10
    return found


@pytest.mark.parametrize("module", _modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_keeps_the_rules(module: Path) -> None:
    path = module.relative_to(ROOT).as_posix()
    assert offences(module.read_text(encoding="utf-8"), path) == []


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ('self.tr(f"{n} pictures")', "sdstudio/gui/a.py"),
        ('self.tr("{n} pictures".format(n=1))', "sdstudio/gui/a.py"),
        ('QCoreApplication.translate("a", "b" + name)', "sdstudio/gui/a.py"),
        ('QCoreApplication.translate("a", f"b {name}")', "sdstudio/gui/a.py"),
        ("from . import a", "sdstudio/a.py"),
        ("class QueueManager: ...", "sdstudio/a.py"),
        ("class ImageHelper: ...", "sdstudio/a.py"),
        ("class SQLUtils: ...", "sdstudio/a.py"),
        ("class DragMixin: ...", "sdstudio/a.py"),
        ("", "sdstudio/gui/image_utils.py"),
        ("print('a')", "sdstudio/session.py"),
        ("label = QLabel('a')", "sdstudio/gui/a.py"),
        ("label = QtWidgets.QLabel('a')", "sdstudio/gui/a.py"),
        ("class Label(QLabel): ...", "sdstudio/gui/a.py"),
        ("QMessageBox(self)", "sdstudio/gui/a.py"),
        ("QMessageBox.warning(self, 'a', text)", "sdstudio/gui/a.py"),
        ("QtWidgets.QMessageBox.question(self, 'a', text)", "sdstudio/gui/labels.py"),
        ("button.setToolTip(prompt)", "sdstudio/gui/a.py"),
        ("edit = QTextEdit()", "sdstudio/gui/a.py"),
        ("edit.appendHtml(text)", "sdstudio/gui/dialogs.py"),
        ("worker.finished.connect(lambda: None)", "sdstudio/gui/a.py"),
        ("\n" * (MOST_LINES + 1), "sdstudio/a.py"),
    ],
)
def test_a_breach_is_seen(source: str, path: str) -> None:
    assert len(offences(source, path)) == 1


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ('self.tr("{n} pictures").format(n=1)', "sdstudio/gui/a.py"),
        ('QCoreApplication.translate("errors", error.template)', "sdstudio/gui/a.py"),
        ('text = f"{n} " + self.tr("pictures")', "sdstudio/gui/a.py"),
        ("name.translate(table)", "sdstudio/a.py"),
        ("class Utility: ...", "sdstudio/a.py"),
        ("from contextlib import contextmanager", "sdstudio/a.py"),
        ("print('a')", "sdstudio/cli.py"),
        ("class PlainLabel(QLabel): ...\ntarget.setToolTip('')", "sdstudio/gui/labels.py"),
        ("QMessageBox(None)", "sdstudio/gui/dialogs.py"),
        ("label = PlainLabel('a')", "sdstudio/gui/a.py"),
        ("selection = QTextEdit.ExtraSelection()", "sdstudio/gui/a.py"),
        ("button.clicked.connect(self.stop)", "sdstudio/gui/a.py"),
        ("\n" * MOST_LINES, "sdstudio/a.py"),
    ],
)
def test_what_is_allowed_is_left_alone(source: str, path: str) -> None:
    assert offences(source, path) == []
