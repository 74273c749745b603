"""The four packages: fetched, checked, unpacked, and refused.

pip is the real one, looking for a small wheel in a folder; npm is a script that hands out small
archives, for nothing here may need the network.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from starter_model import RecipeError
from starter_model.sources import (
    EMOJIBASE,
    FLUENT_3D,
    FLUENT_FLAT,
    NPM,
    OPEN_CLIP,
    SOURCES,
    Source,
    Sources,
    fetch,
)
from tests.recipe.packs import write_emojibase, write_flat, write_three_d

FAKE_NPM = """#!/bin/sh
# pack NAME@VERSION --ignore-scripts --pack-destination FOLDER
printf '%s\\n' "$*" >> '{registry}/calls'
[ "$1" = pack ] && [ "$4" = --pack-destination ] || exit 64
file=$(printf %s "$2" | sed 's/^@//; s/[/@]/-/g').tgz
if [ -f '{registry}/'"$file" ]; then cp '{registry}/'"$file" "$5"; exit 0; fi
[ -f '{registry}/silent' ] && exit 0
echo 'npm error code ENOTFOUND' >&2
echo 'npm error errno ENOTFOUND' >&2
echo 'npm error network request to https://registry.example/x failed, reason: no such host' >&2
echo 'npm error A complete log of this run can be found in: /x/debug.log' >&2
exit 1
"""


@dataclass
class Registry:
    """What npm and pip find; ``sources`` pin what is in it."""

    folder: Path
    sources: list[Source]

    @property
    def calls(self) -> list[str]:
        """What npm was asked for since the last look."""
        path = self.folder / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return [line.split()[1] for line in lines]

    def replace(self, index: int, **package: object) -> None:
        """Packs one npm package anew and pins it."""
        write_npm(self.folder, self.sources[index], **package)  # type: ignore[arg-type]
        self.sources[index] = pinned(self.folder, self.sources[index])


def pinned(registry: Path, source: Source) -> Source:
    content = (registry / source.archive).read_bytes()
    return replace(source, sha256=hashlib.sha256(content).hexdigest())


def write_npm(
    registry: Path,
    source: Source,
    fill: Callable[[Path], None],
    licence: str | None = "MIT",
    info: str | None = None,
) -> None:
    package = registry / "unpacked" / source.archive / "package"
    if not package.exists():
        fill(package)
    told = {"name": source.name, "version": source.version}
    if licence is not None:
        told["license"] = licence
    (package / "package.json").write_text(json.dumps(told))
    if info is not None:
        (package / "info.json").write_text(json.dumps({"license": {"spdx": info}}))
    with tarfile.open(registry / source.archive, "w:gz") as packed:
        packed.add(package, "package")


def fill_three_d(package: Path) -> None:
    write_three_d(package / "assets")


def write_wheel(registry: Path, licence: str = "MIT") -> None:
    info = f"open_clip_torch-{OPEN_CLIP.version}.dist-info"
    metadata = (
        f"Metadata-Version: 2.1\nName: open_clip_torch\nVersion: {OPEN_CLIP.version}\n"
        f"License: {licence}\n\nA wheel.\n"
    )
    with zipfile.ZipFile(registry / OPEN_CLIP.archive, "w") as wheel:
        wheel.writestr("open_clip/bpe_simple_vocab_16e6.txt.gz", b"words")
        wheel.writestr(f"{info}/METADATA", metadata)
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    folder = tmp_path / "registry"
    folder.mkdir()
    write_npm(folder, FLUENT_3D, fill_three_d)
    write_npm(folder, FLUENT_FLAT, write_flat, info="MIT")
    write_npm(folder, EMOJIBASE, write_emojibase)
    write_wheel(folder)
    programs = tmp_path / "programs"
    programs.mkdir()
    npm = programs / "npm"
    npm.write_text(FAKE_NPM.format(registry=folder))
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return Registry(folder, [pinned(folder, each) for each in SOURCES])


def read(found: Sources) -> None:
    """Every stage's way into the packages is there."""
    assert sorted(each.name for each in found.three_d.glob("*.webp"))[0] == "1f431.webp"
    assert (found.flat / "icons.json").is_file()
    assert (found.flat / "chars.json").is_file()
    for language in ("en", "ja", "ko", "zh"):
        assert (found.emojibase / language / "data.json").is_file()
    with zipfile.ZipFile(found.open_clip_wheel) as wheel:
        assert wheel.read("open_clip/bpe_simple_vocab_16e6.txt.gz") == b"words"


def sentence(error: pytest.ExceptionInfo[RecipeError]) -> str:
    """One line of plain words."""
    said = str(error.value)
    assert "\n" not in said
    assert said.endswith(".")
    assert "Traceback" not in said
    return said


def without_pip(registry: Registry, folder: Path) -> None:
    """Puts the wheel where it would be after its fetching, which takes pip a second."""
    (folder / "archives").mkdir(parents=True, exist_ok=True)
    name = OPEN_CLIP.archive
    (folder / "archives" / name).write_bytes((registry.folder / name).read_bytes())


def test_all_four_are_fetched_and_then_never_again(registry: Registry, tmp_path: Path) -> None:
    found = fetch(tmp_path / "work", registry.sources)
    read(found)
    assert registry.calls == [
        "@lobehub/fluent-emoji-3d@1.1.0",
        "@iconify-json/fluent-emoji-flat@1.2.6",
        "emojibase-data@17.0.0",
    ]
    for each in registry.folder.glob("*.*"):
        each.unlink()
    assert fetch(tmp_path / "work", registry.sources) == found
    read(found)
    assert registry.calls == []


def test_a_relative_folder_counts_from_where_the_user_stands(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    without_pip(registry, tmp_path / "work")
    found = fetch(Path("work"), registry.sources)
    read(found)
    assert found.flat.parent == tmp_path / "work"


def test_what_a_kill_left_behind_does_not_matter(registry: Registry, tmp_path: Path) -> None:
    work = tmp_path / "work"
    without_pip(registry, work)
    for name in ("fetching", "unpacking/package"):
        (work / name).mkdir(parents=True)
        (work / name / FLUENT_3D.archive).write_bytes(b"half")
    # Half a download where the whole one should be, by whatever accident.
    whole = (registry.folder / EMOJIBASE.archive).read_bytes()
    (work / "archives" / EMOJIBASE.archive).write_bytes(whole[: len(whole) // 2])
    # And one that was complete, but not yet unpacked.
    whole = (registry.folder / FLUENT_3D.archive).read_bytes()
    (work / "archives" / FLUENT_3D.archive).write_bytes(whole)
    found = fetch(work, registry.sources)
    read(found)
    assert registry.calls == ["@iconify-json/fluent-emoji-flat@1.2.6", "emojibase-data@17.0.0"]
    assert [each.name for each in found.three_d.parent.iterdir() if each.suffix == ".tgz"] == []
    assert not {"fetching", "unpacking"} & {each.name for each in work.iterdir()}


def test_another_archive_than_the_pinned_one_is_refused(registry: Registry, tmp_path: Path) -> None:
    registry.sources[2] = replace(registry.sources[2], sha256=EMOJIBASE.sha256)
    without_pip(registry, tmp_path / "work")
    with pytest.raises(RecipeError) as error:
        fetch(tmp_path / "work", registry.sources)
    said = sentence(error)
    assert "emojibase-data 17.0.0" in said
    assert EMOJIBASE.sha256 in said
    assert not list((tmp_path / "work").glob("emojibase*"))
    assert not (tmp_path / "work" / "archives" / EMOJIBASE.archive).exists()


@pytest.mark.parametrize(("licence", "told"), [("GPL-3.0", "GPL-3.0"), (None, "none")])
def test_a_package_that_is_not_mit_is_refused(
    registry: Registry, tmp_path: Path, licence: str | None, told: str
) -> None:
    registry.replace(2, fill=write_emojibase, licence=licence)
    without_pip(registry, tmp_path / "work")
    for _ in range(2):  # unpacked or not
        with pytest.raises(RecipeError, match=f"emojibase-data 17.0.0 .*{told}") as error:
            fetch(tmp_path / "work", registry.sources)
        sentence(error)


def test_an_icon_set_whose_pictures_are_not_mit_is_refused(
    registry: Registry, tmp_path: Path
) -> None:
    registry.replace(1, fill=write_flat, info="CC-BY-4.0")
    with pytest.raises(RecipeError, match=r"fluent-emoji-flat 1\.2\.6 .*CC-BY-4\.0"):
        fetch(tmp_path / "work", registry.sources)


def test_a_wheel_that_is_not_mit_is_refused(registry: Registry, tmp_path: Path) -> None:
    write_wheel(registry.folder, "Apache-2.0")
    registry.sources[3] = pinned(registry.folder, registry.sources[3])
    without_pip(registry, tmp_path / "work")
    with pytest.raises(RecipeError, match=r"open-clip-torch 3\.3\.0 .*Apache-2\.0"):
        fetch(tmp_path / "work", registry.sources)


def test_an_archive_may_not_write_outside_its_folder(registry: Registry, tmp_path: Path) -> None:
    with tarfile.open(registry.folder / EMOJIBASE.archive, "w:gz") as packed:
        folder = tarfile.TarInfo("package")
        folder.type = tarfile.DIRTYPE
        packed.addfile(folder)
        member = tarfile.TarInfo("package/../../../escaped")
        member.size = 4
        packed.addfile(member, io.BytesIO(b"evil"))
    registry.sources[2] = pinned(registry.folder, registry.sources[2])
    without_pip(registry, tmp_path / "work")
    with pytest.raises(RecipeError, match="is no package") as error:
        fetch(tmp_path / "work", registry.sources)
    sentence(error)
    assert not list(tmp_path.rglob("escaped"))


def test_without_npm_the_user_is_told_what_to_install(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RecipeError, match="npm is not installed") as error:
        fetch(tmp_path / "work", registry.sources)
    sentence(error)


def test_without_a_network_npms_own_reason_is_told(registry: Registry, tmp_path: Path) -> None:
    (registry.folder / FLUENT_3D.archive).unlink()
    with pytest.raises(RecipeError, match="internet") as error:
        fetch(tmp_path / "work", registry.sources)
    said = sentence(error)
    assert "@lobehub/fluent-emoji-3d 1.1.0 cannot be fetched from npm" in said
    assert "reason: no such host" in said
    assert "debug.log" not in said


def test_without_a_network_pips_own_reason_is_told(registry: Registry, tmp_path: Path) -> None:
    (registry.folder / OPEN_CLIP.archive).unlink()
    with pytest.raises(RecipeError, match="internet") as error:
        fetch(tmp_path / "work", registry.sources)
    said = sentence(error)
    assert "open-clip-torch 3.3.0 cannot be fetched from PyPI" in said
    assert "Could not find a version" in said


def test_a_registry_that_gives_nothing_is_told(registry: Registry, tmp_path: Path) -> None:
    (registry.folder / FLUENT_3D.archive).unlink()
    (registry.folder / "silent").touch()
    with pytest.raises(RecipeError, match=r"npm gave no lobehub-fluent-emoji-3d-1\.1\.0\.tgz"):
        fetch(tmp_path / "work", registry.sources)


def test_a_folder_that_cannot_be_written_is_told(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "work").write_text("a file")
    with pytest.raises(RecipeError, match="cannot be kept in") as error:
        fetch(tmp_path / "work", registry.sources)
    sentence(error)


def test_the_real_sources_are_pinned_and_mit() -> None:
    assert [each.archive for each in SOURCES] == [
        "lobehub-fluent-emoji-3d-1.1.0.tgz",
        "iconify-json-fluent-emoji-flat-1.2.6.tgz",
        "emojibase-data-17.0.0.tgz",
        "open_clip_torch-3.3.0-py3-none-any.whl",
    ]
    for each in SOURCES:
        assert re.fullmatch("[0-9a-f]{64}", each.sha256)
        assert each.licence == "MIT"
        assert each.copyright.startswith("Copyright (c) ")
        assert each.used_for
    assert [each.registry for each in SOURCES[:3]] == [NPM] * 3
