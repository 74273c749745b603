"""Collects the texts of the app into resources/languages, and compiles their translations.

Run by ``python3 packaging/develop.py translate``; see docs/translating.md. Qt's own ``lupdate``
reads Python too, but does not know the failures of the core, which has no Qt. So the texts are
found in the syntax tree here, and ``lupdate`` is given a list of them.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ROOT / "resources" / "languages"
TRANSLATED = ("ja", "ko", "zh_CN")
SOURCE_LANGUAGE = "en"
"""Has a catalogue for its plural forms alone."""
FAILURE = "SdstudioError"
PHRASE = "Phrase"
FAILURES = "errors"
"""The context of failures and phrases: only in this one does the window look up variables."""
READS_CATALOGUES = "sdstudio/gui/retelling.py"
"""The module that translates what it has read from a catalogue."""


class NotLiteral(Exception):
    """A text that is translated does not stand in the source as it is; names the place."""


@dataclass(frozen=True, order=True)
class Text:
    """A text of the app as it is looked up; ``is_counted``: its form depends on a number."""

    context: str
    source: str
    is_counted: bool = False


def find_texts(root: Path) -> list[Text]:
    """All texts of the checkout at ``root`` that are shown in the user's language, sorted.

    Raises:
        NotLiteral: a text is put together before it is translated.
    """
    trees = {
        path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((root / "sdstudio").rglob("*.py"))
    }
    failures = _failures(trees.values())
    constants = {path: _constants(tree) for path, tree in trees.items()}
    found: set[Text] = set()
    for path, tree in trees.items():
        module = _Module(path, failures, _imported(tree, constants) | constants[path])
        found.update(module.texts(tree, ""))
    # What has nothing of its own is the same in all languages.
    return sorted(text for text in found if re.sub(r"\{[^}]*\}", "", text.source))


def _failures(trees: Iterable[ast.Module]) -> set[str]:
    """The names of ``SdstudioError`` and all classes that derive from it."""
    bases = {
        node.name: {_name(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found: set[str] = set()
    further = {FAILURE}
    while further:
        found |= further
        further = {name for name, of in bases.items() if of & found} - found
    return found


@dataclass(frozen=True)
class _Module:
    """A module that is looked through; ``constants`` are the texts that have a name in it."""

    path: str
    failures: set[str]
    constants: Mapping[str, str]

    def texts(self, node: ast.AST, owner: str) -> Iterator[Text]:
        """Those in the calls below ``node``; ``owner`` is the class around it."""
        for child in ast.iter_child_nodes(node):
            inner = child.name if isinstance(child, ast.ClassDef) else owner
            if isinstance(child, ast.Call):
                yield from self._of_call(child, inner)
            yield from self.texts(child, inner)

    def _of_call(self, call: ast.Call, owner: str) -> Iterator[Text]:
        name = _name(call.func)
        if name == "tr":
            yield Text(owner, self._literal(call.args[0]), len(call.args) > 2)
        elif name == "translate" and len(call.args) > 1 and self.path != READS_CATALOGUES:
            context = self._literal(call.args[0])
            if context != FAILURES:
                yield Text(context, self._literal(call.args[1]), len(call.args) > 3)
        elif name == PHRASE or name in self.failures:
            for argument in call.args[:2]:
                yield from (Text(FAILURES, text) for text in self._choices(argument))

    def _choices(self, argument: ast.expr) -> Iterator[str]:
        """The text, or those of which one is chosen. Other variables come from elsewhere."""
        if isinstance(argument, ast.IfExp):
            yield from self._choices(argument.body)
            yield from self._choices(argument.orelse)
        elif isinstance(argument, ast.Name) and argument.id in self.constants:
            yield self.constants[argument.id]
        elif isinstance(argument, ast.BinOp):
            for first in self._choices(argument.left):
                yield from (first + last for last in self._choices(argument.right))
        elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value

    def _literal(self, argument: ast.expr) -> str:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value
        raise NotLiteral(f"{self.path}:{argument.lineno}: the text must stand here as it is")


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        _name(node.targets[0]): node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def _imported(tree: ast.Module, constants: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Those of other modules that a module imports by name."""
    return {
        alias.name: constants[path][alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module is not None
        for path in (f"{node.module.replace('.', '/')}.py",)
        for alias in node.names
        if alias.name in constants.get(path, {})
    }


def _name(node: ast.expr) -> str:
    """The last name of ``a.b.c``; empty where there is none."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def update(texts: Sequence[Text], folder: Path, languages: Sequence[str]) -> None:
    """Brings the catalogues in ``folder`` up to date: adds what is new, drops what is gone."""
    lines = "\n".join(_noop(text) for text in texts)
    with tempfile.TemporaryDirectory() as scratch:
        listing = Path(scratch) / "texts.cpp"
        listing.write_text(lines, encoding="utf-8")
        for language in languages:
            words = ["-silent", "-locations", "none", "-no-obsolete"]
            words += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
            words += ["-source-language", SOURCE_LANGUAGE, "-target-language", language]
            if language == SOURCE_LANGUAGE:
                words += ["-pluralonly"]
            words += [str(listing), "-ts", str(catalogue(folder, language))]
            _run("lupdate", words)


def _noop(text: Text) -> str:
    macro = "QT_TRANSLATE_N_NOOP" if text.is_counted else "QT_TRANSLATE_NOOP"
    return f"{macro}({_quoted(text.context)}, {_quoted(text.source)})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compile_to(folder: Path, languages: Sequence[str], target: Path) -> None:
    """Makes of each catalogue in ``folder`` the file that Qt loads, in ``target``."""
    for language in languages:
        compiled = target / catalogue(folder, language).with_suffix(".qm").name
        words = ["-silent", str(catalogue(folder, language)), "-qm", str(compiled)]
        _run("lrelease", words)


def catalogue(folder: Path, language: str) -> Path:
    """The file of a language's translations."""
    return folder / f"sdstudio_{language}.ts"


def _run(program: str, words: Sequence[str]) -> None:
    """Runs a program of Qt's that lies beside PySide6."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    found = next(folder.glob(f"{program}*"), None) or folder / program
    subprocess.run([str(found), *words], check=True)


def main() -> int:
    """Collects and compiles everything; tells how many texts there are."""
    languages = (SOURCE_LANGUAGE, *TRANSLATED)
    try:
        texts = find_texts(ROOT)
    except NotLiteral as problem:
        print(problem, file=sys.stderr)
        return 1
    LANGUAGES.mkdir(exist_ok=True)
    update(texts, LANGUAGES, languages)
    compile_to(LANGUAGES, languages, LANGUAGES)
    print(f"{len(texts)} texts in {LANGUAGES}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
