"""The Linux packages: a ``.deb`` for Debian, Ubuntu and their children, and a ``.tar.zst``."""

from __future__ import annotations

import gzip
import os
import platform
import re
import shutil
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

from shipping.freezing import FFMPEG, PackagingFailed, folder_size, run_tool
from shipping.icons import SOURCE, write_theme
from shipping.layout import DIST, NAME, PACKAGING, ROOT, SUMMARY, VERSION

FILES = PACKAGING / "linux"
INSTALLED = Path("opt") / NAME
MAINTAINER = "The sdstudio developers <maintainers@sdstudio.invalid>"

# Libraries that must fit the system's drivers, so PyInstaller leaves them out, and Debian's names
# of the packages that have them.
OUTSIDE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdrm.so.2": "libdrm2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
}
GLIBC = frozenset(
    f"{name}.so.{number}"
    for name, number in (
        *(("ld-linux-x86-64", 2), ("ld-linux-aarch64", 1), ("libc", 6), ("libdl", 2)),
        *(("libm", 6), ("libpthread", 0), ("libresolv", 2), ("librt", 1)),
    )
)
GTK = frozenset(("libgdk-3.so.0", "libgtk-3.so.0"))
"""For a plugin that only loads where GTK is there: its dialogs then look like the desktop's."""

# Data that bundled libraries read: keyboard layouts, compose keys, the list of fonts, certificates.
DATA_PACKAGES = ("xkb-data", "libx11-data", "fontconfig-config", "ca-certificates")
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: ffmpeg, fonts-noto-cjk, xdg-utils
Section: graphics
Priority: optional
Description: {summary}
 Type a prompt, see the picture form step by step, find it again later.
 A small model is built in, so the first picture needs no download, no
 graphics card and no account; Stable Diffusion 1, 2, XL, 3 and FLUX models
 can be opened.
"""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a frozen folder needs of the system: libraries by soname, and which C library."""

    libraries: frozenset[str]
    glibc: str


def read_needs(folder: Path) -> Needs:
    """Reads the headers of every program and library under ``folder``.

    Raises:
        PackagingFailed: objdump (of binutils) is missing.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and _is_elf(path)]
    present = {path.name for path in folder.rglob("*.so*")}
    listing = "".join(
        run_tool("objdump", "-p", *map(str, files[start : start + 200]))
        for start in range(0, len(files), 200)
    )
    needed = set(re.findall(r"^ *NEEDED +(\S+)$", listing, re.MULTILINE))
    versions = [
        tuple(map(int, version.split(".")))
        for version in re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)\b", listing)
    ]
    glibc = ".".join(map(str, max(versions, default=(2, 17))))
    return Needs(frozenset(needed - present - GLIBC), glibc)


def depends(needs: Needs) -> str:
    """The Depends line of a folder with these needs.

    Raises:
        PackagingFailed: it needs a library that no package here is known to have.
    """
    unknown = sorted(needs.libraries - OUTSIDE.keys() - GTK)
    if unknown:
        raise PackagingFailed(
            f"The frozen folder needs {', '.join(unknown)}, and shipping/linux.py does not say "
            "which package has it."
        )
    packages = sorted(OUTSIDE[name] for name in needs.libraries if name in OUTSIDE)
    return ", ".join((f"libc6 (>= {needs.glibc})", *packages, *DATA_PACKAGES))


def lay_out(frozen: Path, root: Path, version: str = VERSION) -> None:
    """Fills ``root`` with the files of the package as they will lie on the system.

    The frozen folder's own files are linked, not copied, where the file system allows it.

    Raises:
        PackagingFailed: what the app needs cannot be told.
    """
    installed = root / INSTALLED
    shutil.copytree(frozen, installed, symlinks=True, copy_function=_link)
    # Debian's own, which apt installs along, does as well and is kept up to date.
    for path in (installed / "_internal").glob(FFMPEG):
        path.unlink()
    launcher = root / "usr/bin" / NAME
    launcher.parent.mkdir(parents=True)
    launcher.symlink_to(Path("/") / INSTALLED / NAME)
    share = root / "usr/share"
    for source, target in (
        (FILES / f"{NAME}.desktop", share / "applications"),
        (FILES / f"{NAME}.metainfo.xml", share / "metainfo"),
        (FILES / f"{NAME}.xml", share / "mime/packages"),
    ):
        target.mkdir(parents=True)
        shutil.copyfile(source, target / source.name)
    write_theme(SOURCE, share / "icons/hicolor")
    _write_documents(share / "doc" / NAME, version)
    _set_modes(root)

    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.parent.chmod(0o755)
    control.write_text(
        CONTROL.format(
            name=NAME,
            version=version,
            architecture=debian_architecture(platform.machine()),
            maintainer=MAINTAINER,
            kibibytes=folder_size(root) // 1024,
            depends=depends(read_needs(installed)),
            summary=SUMMARY,
        ),
        encoding="utf-8",
    )


def make_deb(frozen: Path, target: Path, version: str = VERSION) -> Path:
    """Writes the ``.deb`` into the folder ``target`` and gives its path.

    It has no scripts: Debian itself notices new icons, desktop entries and MIME types, and what
    the user made lies in the user's home, which a package does not touch.

    Raises:
        PackagingFailed: dpkg-deb failed, or what the app needs cannot be told.
    """
    root = target / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(frozen, root, version)
    path = target / f"{NAME}_{version}_{debian_architecture(platform.machine())}.deb"
    run_tool("dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(root), str(path))
    shutil.rmtree(root)
    return path


def make_archive(frozen: Path, target: Path = DIST) -> Path:
    """Writes the ``.tar.zst``, to be unpacked anywhere, and gives its path.

    Raises:
        PackagingFailed: tar or zstd failed.
    """
    path = target / f"{NAME}-{VERSION}-linux-{platform.machine()}.tar.zst"
    owner = ("--owner=0", "--group=0", "--numeric-owner")
    packer = ("--use-compress-program", "zstd -T0 -9 -q")
    run_tool("tar", *packer, *owner, "-cf", str(path), "-C", str(frozen.parent), frozen.name)
    return path


def debian_architecture(machine: str) -> str:
    """Debian's name of a processor."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
    return target


def _write_documents(folder: Path, version: str) -> None:
    folder.mkdir(parents=True)
    notices = (ROOT / "LICENSE", ROOT / "resources/starter-model/LICENSES.md")
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in notices)
    (folder / "copyright").write_text(
        "The licences of the libraries are in "
        "/opt/sdstudio/_internal/sdstudio/resources/third-party-notices.txt.\n\n" + text,
        encoding="utf-8",
    )
    changes = f"{NAME} ({version}) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n"
    signed = f" -- {MAINTAINER}  {formatdate(0)}\n"
    (folder / "changelog.gz").write_bytes(gzip.compress((changes + signed).encode(), mtime=0))


def _set_modes(root: Path) -> None:
    """Readable for everybody, writable for root alone, whatever the umask here is."""
    for path in (root, *root.rglob("*")):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
