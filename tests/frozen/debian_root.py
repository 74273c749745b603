"""A Debian of its own in a folder, with nothing in it but what apt-get itself needs."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

PROGRAMS = ("debootstrap", "unshare", "chroot")
SUITE = "bookworm"
# In namespaces of its own: what is mounted there is gone with the last program.
_ENTER = """
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
mkdir -p "$0/tmp/.X11-unix"
if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"; fi
exec /usr/sbin/chroot "$@"
"""


class DebianRoot:
    """A system in ``folder``; made by root alone, with packages from Debian's servers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self) -> None:
        """Installs Debian's smallest system.

        Raises:
            subprocess.CalledProcessError: debootstrap failed, for instance without a network.
        """
        words = ["debootstrap", "--variant=minbase", SUITE, str(self.folder)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        shutil.copyfile("/etc/resolv.conf", self.folder / "etc/resolv.conf")

    def words(self, *program: str, user: str = "root") -> list[str]:
        """How a program of this system is started from outside."""
        namespaces = ("unshare", "--mount", "--pid", "--fork", "--kill-child")
        chroot = (str(self.folder), f"--userspec={user}:{user}", str(self.folder))
        return [*namespaces, "sh", "-ec", _ENTER, *chroot, *program]

    def run(
        self, *program: str, user: str = "root", environment: Mapping[str, str] | None = None
    ) -> str:
        """Runs a program to its end and gives what it printed.

        Raises:
            AssertionError: it did not end well; the text has what it said.
        """
        done = subprocess.run(
            self.words(*program, user=user),
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **(environment or {})},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{program}: {done.stdout[-2000:]} {done.stderr[-2000:]}"
        return done.stdout

    def apt_get(self, words: Sequence[str]) -> None:
        """Runs apt-get without questions, and without what is merely recommended."""
        quiet = ("-qq", "-o", "Dpkg::Use-Pty=0", "-o", "APT::Sandbox::User=root")
        few = ("-y", "--no-install-recommends")
        self.run(
            *("apt-get", *quiet, *few, *words), environment={"DEBIAN_FRONTEND": "noninteractive"}
        )
