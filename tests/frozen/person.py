"""Somebody who uses the packaged app: a name with a space and kanji, a home, and little else."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

NAME = "小林 ひろし"
NUMBER = 54321
"""Their user id, which no system has; used where these tests run as root."""
PROMPT = "a red apple on a blue background"
WORDS = ("generate", PROMPT, "--seed", "12", "--json")


def is_root() -> bool:
    """Whether these tests may run programs as another user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@dataclass(frozen=True, slots=True)
class Person:
    """Their home, and the program that they start."""

    home: Path
    program: Path

    @property
    def user(self) -> int | None:
        """Whose rights their programs have; None for our own."""
        return NUMBER if is_root() else None

    @property
    def environment(self) -> dict[str, str]:
        """All variables there are. Windows itself cannot do without some."""
        needed = ("SYSTEMROOT", "TEMP", "TMP") if os.name == "nt" else ()
        homes = {"HOME": str(self.home), "USERPROFILE": str(self.home)}
        local = {"LOCALAPPDATA": str(self.home / "AppData"), "USER": NAME, "LOGNAME": NAME}
        return {name: os.environ[name] for name in needed if name in os.environ} | homes | local

    def run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Runs the app's command line, somewhere else than where it is installed."""
        groups: list[int] | None = None if self.user is None else []
        return subprocess.run(
            [self.program, *words],
            env=self.environment,
            cwd=self.home,
            user=self.user,
            group=self.user,
            extra_groups=groups,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def find(self, pattern: str) -> list[Path]:
        """Files in their home."""
        return sorted(path for path in self.home.rglob(pattern) if path.is_file())


def move_in(home: Path) -> None:
    """Makes a home that belongs to the person."""
    home.mkdir(parents=True)
    if is_root():
        os.chown(home, NUMBER, NUMBER)
