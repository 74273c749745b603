"""What a report of a problem says, and that it says nothing private, however that is written."""

from __future__ import annotations

import ast
import html
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdstudio.diagnostics import diagnostics, private_words
from sdstudio.logs import crash_file, find_new_crash, log_file
from sdstudio.models.library_settings import LibrarySettings
from sdstudio.paths import find_paths
from sdstudio.redaction import PrivateWords, Redactor
from sdstudio.settings import Settings, save_settings


def as_bytes(text: str) -> str:
    return repr(text.encode("utf-8"))


def as_octal(text: str) -> str:
    return "".join(c if c.isascii() else "".join(f"\\{b:03o}" for b in c.encode()) for c in text)


def twice(text: str) -> str:
    return json.dumps(json.dumps(text))


def escaped_address(text: str) -> str:
    return quote(quote(text))


def read_as_ascii(text: str) -> str:
    return text.encode("utf-8").decode("ascii", "surrogateescape")


def numbered(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


WRITTEN: tuple[Callable[[str], str], ...] = (
    *(str, repr, ascii, json.dumps, twice, as_bytes, as_octal, read_as_ascii),
    *(quote, quote_plus, escaped_address, html.escape, numbered, str.upper, str.casefold),
)
LETTERS = st.sampled_from("abcxyzQW019-_.éüñß山田太郎김철수王小明😀 '&+#")
NAMES = (
    st.text(LETTERS, min_size=4, max_size=12)
    .map(str.strip)
    .filter(lambda name: len(name) >= 4 and not name.startswith("."))
    # What is upper case of another letter cannot be undone.
    .filter(lambda name: name.upper().casefold() == name.casefold())
    .filter(lambda name: sum(c.isalpha() for c in name) >= 3)
)
AROUND = st.sampled_from(
    ["{}", "no thumbnail: {}: refused", "File {}, line 3", "({})", "“{}”", "<{}>"]
)


def told(redactor: Redactor, text: str) -> str:
    """What is left, also for someone who reads what Python and JSON have escaped."""
    left = redactor.redact(text)
    try:
        return f"{left}\n{ast.literal_eval(left)}"
    except (SyntaxError, ValueError):
        return left


@settings(max_examples=50, deadline=None)
@given(NAMES, NAMES, st.sampled_from(WRITTEN), AROUND)
def test_no_name_and_no_home_is_left(
    user: str, folder: str, written: Callable[[str], str], around: str
) -> None:
    linux, windows = PurePosixPath("/home", user), PureWindowsPath("C:/Users", user)
    models = PurePosixPath("/mnt", folder, "checkpoints")
    redactor = Redactor(
        PrivateWords(
            folders=((str(linux), "~"), (str(windows), "~"), (str(models), "<folder 1>")),
            names=((user, "<user>"),),
        )
    )
    for path in (
        str(linux / "a.png"),
        str(windows / "a.png"),
        (windows / "a.png").as_posix(),
        f"file://{linux}/a.png",
        f"models of {user}",
    ):
        left = told(redactor, around.format(written(path)))
        assert written(user).strip("\"'") not in left
        assert user not in left
    left = told(redactor, around.format(written(str(models / "x"))))
    assert written(folder).strip("\"'") not in left
    assert "<folder 1>" in left


TOKEN_TEXT = st.text(st.sampled_from("abcdefXYZ0123456789"), min_size=12, max_size=36)


@settings(max_examples=40, deadline=None)
@given(TOKEN_TEXT, st.sampled_from(WRITTEN[:8]), AROUND)
def test_no_token_is_left(secret: str, written: Callable[[str], str], around: str) -> None:
    redactor = Redactor(PrivateWords())
    for text in (
        f"hf_{secret}",
        f"Authorization: Bearer {secret}",
        f"{{'authorization': 'Bearer {secret}'}}",
        f"Bearer {secret}",
        f"https://yamada:{secret}@hub.example/models",
        f"https://hub.example/file?X-Amz-Signature={secret}&X-Amz-Date=1",
        f"HF_TOKEN={secret}",
        json.dumps({"token": secret, "password": secret}),
        f"Cookie: session={secret}; other={secret}",
    ):
        assert secret not in redactor.redact(around.format(written(text)))


def test_a_secret_of_this_machine_is_found_however_it_is_written() -> None:
    redactor = Redactor(PrivateWords(secrets=(("correct horse/電池", "<secret>"),)))
    for written in WRITTEN:
        assert redactor.redact(f"x {written('correct horse/電池')} y").count("<secret>") == 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("no thumbnail: /mnt/my disk/cats/a.png: refused", "no thumbnail: <path>: refused"),
        ("“/mnt/my disk/a b.png” could not be read", "“<path>” could not be read"),
        (r"'D:\my pictures\a b.png' is damaged", "'<path>' is damaged"),
        (r"at \\nas\share\x.png", "at <path>"),
        ("file:///srv/x/y.png", "file:<path>"),
        ("2026-01-02/101112-a-naked-cat-1a2b3c4d.png", "2026-01-02/<picture>.png"),
        ("request(prompt='a cat', seed=3)", "request(prompt=<prompt>, seed=3)"),
        ("mail to a.yamada@example.co.jp", "mail to <address>"),
        # What a traceback needs stays.
        ('File "/usr/lib/python3.11/json/a.py", line 3', ""),
        ("2026-11-21 16:50:46,123 INFO x: 3/4 steps, 1 / 2", ""),
        ("token 77 of 77, tokens: 12345", ""),
        ("https://huggingface.co/api/models", ""),
    ],
)  # fmt: skip
def test_what_is_known_of_nobody_goes_too_and_the_rest_stays(text: str, left: str) -> None:
    assert Redactor(PrivateWords()).redact(text) == (left or text)


def test_names_of_two_letters_are_only_taken_for_words_of_their_own() -> None:
    redactor = Redactor(PrivateWords(names=(("bo", "<user>"),)))
    assert redactor.redact(r"bo about box \nbo %2Fbo") == r"<user> about box \n<user> %2F<user>"


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("piece", "is_private"),
    [
        *(("\\", False), ("/", False), ("http://", False), ("token_", False), ("%", False)),
        *(
            ("\\u", False),
            ("a@", False),
            ("/a b", False),
            ("/a/b c", True),
            ("C:\\", True),
            ("'/aa", False),
        ),
    ],
)
def test_hostile_texts_end(piece: str, is_private: bool) -> None:
    words = PrivateWords(folders=(("/home/yamada/モデル", "~"),), names=(("山田", "<user>"),))
    # A pattern that goes back and forth would take hours for so many.
    text = piece * (60_000 // len(piece))
    assert (Redactor(words).redact(text) != text) == is_private


def test_a_report_of_the_real_app_in_a_home_with_another_script(tmp_path: Path) -> None:
    home = tmp_path / "home" / "山田 太郎"
    home.mkdir(parents=True)
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "SDSTUDIO_HOME" and not name.startswith("XDG_")
    } | {
        "HOME": str(home),
        "USER": "yamada",
        "LOGNAME": "yamada",
        "PYTHONUTF8": "1",
        "HF_TOKEN": "hf_secretsecretsecret",
        "MY_PASSWORD": "correct horse battery",
    }  # fmt: skip

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "sdstudio", *words],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=100,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    # A folder that is not there is noted in the log, with its name.
    run("models", "list")
    report = run("doctor", "--redacted")
    assert "was not looked through" in report
    for private in ("山田", "太郎", "yamada", str(tmp_path), "secretsecret", "correct horse"):
        assert private not in report
    for telling in ("sdstudio ", "Python: 3", "torch: ", "guidance 4", "was not looked through"):
        assert telling in report


def test_a_report_tells_settings_and_crashes_but_no_prompt(own_home: Path) -> None:
    paths = find_paths()
    save_settings(
        paths.settings_file,
        Settings(prompt="a secret cat of mine", model="/mnt/top secret/model", width=640),
    )
    paths.logs.mkdir()
    log_file(paths.logs).write_text(
        "\n".join([*(f"line {n}" for n in range(500)), "truncated: a secret cat of mine"]),
        encoding="utf-8",
    )
    crash_file(paths.logs).write_text(
        "Fatal Python error: Old\n  File 1\nFatal Python error: Aborted\n"
        + "".join(f"  File x, line {n}\n" for n in range(290)),
        encoding="ascii",
    )
    report = diagnostics(paths, (("screen", "1920 x 1080"), ("model", "/mnt/top secret/model")))
    assert "screen: 1920 x 1080" in report
    assert "model: <folder 1>" in report
    assert "640 x 128" in report
    assert "line 499" in report
    assert "line 300" not in report
    assert "Fatal Python error: Aborted" in report
    assert "Error: Old" not in report
    assert report.endswith("  File x, line 289\n")
    assert "line 50\n" not in report
    assert "secret cat" not in report
    words = private_words(paths, Settings(), LibrarySettings())
    assert ("<data>" in dict(words.folders).values()) or str(own_home) in dict(words.folders)


CRASHES = """
import os, sys
from pathlib import Path
from sdstudio.logs import start_logging
start_logging(Path(sys.argv[1]))
if len(sys.argv) > 2:
    os.abort()
"""


def test_a_crash_is_told_once(tmp_path: Path) -> None:
    def run(*words: str) -> int:
        command = [sys.executable, "-c", CRASHES, str(tmp_path), *words]
        return subprocess.run(command, capture_output=True, check=False).returncode

    assert run() == 0
    assert not find_new_crash(tmp_path)
    for _ in range(2):
        assert run("crash") != 0
        assert find_new_crash(tmp_path)
        assert not find_new_crash(tmp_path)
    assert run() == 0
    assert not find_new_crash(tmp_path)
    assert "Fatal Python error: Aborted" in crash_file(tmp_path).read_text(encoding="ascii")


def test_a_log_of_crashes_does_not_grow_for_ever(tmp_path: Path) -> None:
    crash_file(tmp_path).write_bytes(b"Fatal Python error: x\n" * 60_000)
    assert find_new_crash(tmp_path)
    assert crash_file(tmp_path).stat().st_size == 0
    assert not find_new_crash(tmp_path)
    crash_file(tmp_path).write_bytes(b"Windows fatal exception: code 0x8001010d\n")
    assert not find_new_crash(tmp_path)  # the program has lived on
    with crash_file(tmp_path).open("ab") as file:
        file.write(b"Windows fatal exception: access violation\n")
    assert find_new_crash(tmp_path)
