from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sdstudio.cli import parse, run
from sdstudio.gallery.metadata import read_picture
from tests.gallery.foreign_pictures import PROMPT, every_program, png, webui_text


@pytest.fixture
def source(tmp_path: Path) -> Path:
    root = tmp_path / "source"
    root.mkdir()
    for name, (_, data) in every_program().items():
        (root / name).write_bytes(data)
    (root / "damaged.png").write_bytes(b"no picture")
    return root


class Command:
    """``sdstudio gallery`` with a home of its own."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._home = home
        self._capsys = capsys
        self.complaint = ""

    def __call__(self, *words: str | Path) -> str:
        """What it printed; what it complained of is in ``complaint``."""
        code = run(parse(["--home", str(self._home), "gallery", *map(str, words)]))
        printed = self._capsys.readouterr()
        self.complaint = printed.err
        assert code == (1 if "sdstudio:" in printed.err else 0)
        return printed.out


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "home", capsys)


def test_pictures_come_in_are_listed_shown_and_go_out(
    command: Command, source: Path, tmp_path: Path
) -> None:
    assert command("list") == "There are no pictures.\n"
    report = json.loads(command("import", source, "--copy", "--json"))
    assert len(report["ids"]) == len(every_program())
    assert report["unreadable"] == [str(source / "damaged.png")]
    assert "damaged.png" in command.complaint
    listed = json.loads(command("list", "--limit", "3", "--json"))
    assert listed["count"] == len(every_program())
    assert [one["prompt"] for one in listed["pictures"]] == [PROMPT] * 3
    assert "a red apple, 赤いりんご 🍎 Steps" in command("list")
    id = str(listed["pictures"][0]["id"])
    shown = json.loads(command("show", id, "--json"))
    assert "carved in stone" in shown["original_text"]
    assert shown["origin"] == "imported"
    assert "negative prompt: blurry" in command("show", id)
    out = tmp_path / "out"
    (path,) = command("export", id, out, "--format", "webp", "--name", "{seed}").split()
    exported = read_picture(Path(path))
    assert exported.request is not None
    assert exported.request.prompt == PROMPT
    (path,) = command("export", id, out, "--format", "jpeg", "--strip").split("\n")[:1]
    assert read_picture(Path(path)).request is None
    sheet = command("export", *map(str, report["ids"]), out, "--sheet").strip()
    assert Path(sheet) == out / "contact sheet.png"


def test_a_query_finds_pictures_to_list_and_to_export(
    command: Command, source: Path, tmp_path: Path
) -> None:
    command("import", source)
    assert json.loads(command("search", "りんご", "steps:25", "--json"))["count"] == 19
    assert command("search", "banana") == "There are no pictures.\n"
    assert json.loads(command("list", "--query", "steps:>25", "--json"))["count"] == 0
    assert command("export", tmp_path / "out", "--query", "apple", "--sheet").endswith(".png\n")
    command("export", tmp_path / "out")
    assert "either the numbers" in command.complaint
    command("search", "steps:many")
    assert "steps:many" in command.complaint


def test_drift_is_told_repaired_and_the_database_rebuilt(
    command: Command, source: Path, tmp_path: Path
) -> None:
    count = len(every_program())
    command("import", source, "--copy")
    assert command("verify") == f"Files and database agree on {count} pictures.\n"
    files = sorted((tmp_path / "home" / "pictures").rglob("*.png"))
    for path in files[:3]:
        path.unlink()
    told = command("verify")
    assert "Pictures that the gallery knows, whose files are gone. (3)" in told
    assert str(files[0]) in told
    assert "Repair: They leave the gallery" in told
    assert len(json.loads(command("verify", "--json"))["gone"]) == 3

    assert command("verify", "--repair") == ""
    assert f"3 of {count} pictures would leave the gallery" in command.complaint
    assert command("rebuild") == ""
    assert f"3 of {count} pictures would leave the gallery" in command.complaint
    assert "Repaired." in command("verify", "--repair", "--yes")
    assert "whose files are gone. (3)" in command.complaint  # shown before it was done
    assert f"has {count - 3} pictures; 0 are gone." in command("rebuild")
    assert command("verify") == f"Files and database agree on {count - 3} pictures.\n"


def test_a_damaged_database_is_told_and_the_pictures_are_there(
    command: Command, source: Path, tmp_path: Path
) -> None:
    command("import", source, "--copy")
    (tmp_path / "home" / "gallery.sqlite3").write_bytes(b"no database " * 1000)
    listed = json.loads(command("list", "--json"))
    assert listed["count"] == len(every_program())
    assert command.complaint.startswith("The gallery's database was damaged. It is kept as")
    command("list")
    assert command.complaint == ""


def test_a_database_of_a_later_version_is_told_in_one_line(
    command: Command, tmp_path: Path
) -> None:
    command("list")
    with closing(sqlite3.connect(tmp_path / "home" / "gallery.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 1000")
    for word in ("list", "verify", "rebuild"):
        assert command(word) == ""
        assert "was written by a newer version of sdstudio." in command.complaint
        assert command.complaint.count("\n") == 1


def test_again_imports_nothing(command: Command, source: Path) -> None:
    command("import", source)
    assert "Imported: 0. In the gallery already: 19." in command("import", source)


def test_failures_are_one_line(command: Command, tmp_path: Path) -> None:
    assert command("show", "7") == ""
    assert command.complaint.startswith("sdstudio: There is no picture 7 in the gallery.")
    command("import", tmp_path / "nowhere")
    assert "There is no folder" in command.complaint
    assert command.complaint.count("\n") == 1


def test_a_terminal_is_not_told_what_to_do(command: Command, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    text = webui_text(prompt="\x1b[2J\u202eevil\x07")
    (tmp_path / "source" / "a.png").write_bytes(png({"parameters": text}))
    (id,) = json.loads(command("import", tmp_path / "source", "--json"))["ids"]
    for printed in (command("list"), command("show", str(id))):
        assert "evil" in printed
        assert not {"\x1b", "\u202e", "\x07"}.intersection(printed)
