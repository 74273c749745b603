"""Scripts, metadata and sizes of what is shipped; the packages themselves are tested in frozen/."""

from __future__ import annotations

import importlib.util
import mimetypes
import os
import plistlib
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image

import frozen
import package
import sdstudio
from sdstudio.gallery.naming import PICTURE_ENDINGS
from shipping import library_code, linux, macos
from shipping.freezing import PackagingFailed, check_size, folder_size, run_tool, sizes
from shipping.icons import SIZES, SOURCE, write_program_icons
from shipping.layout import APP, NAME, PACKAGING, ROOT, SPEC, VERSION
from shipping.windows import make_installer

PROGRAM = shutil.which("true") or sys.executable
WORKFLOW = ROOT / ".github/workflows/release.yml"


def needs(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"needs {name}")


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """A frozen folder as PyInstaller would leave it, but of a few bytes."""
    folder = tmp_path / "dist" / NAME
    ffmpeg = folder / "_internal/imageio_ffmpeg/binaries/ffmpeg-linux-x86_64-v9"
    ffmpeg.parent.mkdir(parents=True)
    ffmpeg.write_bytes(b"x" * 5000)
    deep = folder / "_internal" / ("deep/" * 20)
    deep.mkdir(parents=True)
    (deep / "データ.txt").write_text("kept")
    for name in (NAME, f"{NAME}.exe", f"{NAME}-cli.exe"):
        shutil.copyfile(PROGRAM, folder / name)
        (folder / name).chmod(0o700)
    (folder / "_internal/link.so").symlink_to("imageio_ffmpeg")
    return folder


def test_the_recipe_is_python_and_freezes_the_entry_point() -> None:
    text = SPEC.read_text(encoding="utf-8")
    compile(text, str(SPEC), "exec")
    for name in re.findall(r'ROOT / "([^"]+)" / "([^"]+)"', text):
        assert ROOT.joinpath(*name).exists(), name


def test_the_frozen_app_gives_programs_of_the_system_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/sdstudio/_internal")
    frozen.own_libraries_only()
    assert "LD_LIBRARY_PATH" not in os.environ
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/sdstudio/_internal:/usr/local/lib")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    frozen.own_libraries_only()
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/lib"


def test_a_program_without_a_console_can_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    frozen.open_missing_streams()
    with sys.stderr:
        sys.stderr.write("50 %")


def test_of_transformers_the_models_that_pipelines_use_are_kept() -> None:
    spec = importlib.util.find_spec("diffusers")
    assert spec is not None
    assert spec.origin is not None
    packages = Path(spec.origin).parents[1]
    kept = library_code.kept_models(packages)
    assert kept >= {"auto", "clip", "t5", "gemma2", "llama", "qwen2_5_vl", "mistral3", "siglip"}
    assert len(kept) < 150, "so many that leaving out the others saves nothing"
    modules = library_code.modules_in(packages, "transformers.models.clip")
    assert {"transformers.models.clip", "transformers.models.clip.modeling_clip"} <= set(modules)
    assert library_code.is_dropped_model("transformers/models/whisper/modeling.py", kept)
    assert not library_code.is_dropped_model("transformers/models/clip/modeling.py", kept)
    assert not library_code.is_dropped_model("transformers/models/__init__.py", kept)


def test_a_folder_over_its_budget_is_refused(stand_in: Path) -> None:
    assert check_size(stand_in) == folder_size(stand_in) - 5000, "ffmpeg does not count"
    (stand_in / "_internal/large.so").write_bytes(bytes(3 << 20))
    (stand_in / "_internal/again.so").symlink_to("large.so")
    assert max(sizes(stand_in), key=lambda weight: weight.size).size < folder_size(stand_in)
    budget = folder_size(stand_in) >> 20
    with pytest.raises(PackagingFailed, match=r"its budget is .*large\.so 3"):
        check_size(stand_in, budget - 1)
    (stand_in / "libtorch_cuda.so").touch()
    check_size(stand_in, budget - 1)


def test_a_path_that_windows_would_refuse_is_refused(stand_in: Path) -> None:
    folder = stand_in / ("long/" * 40)
    folder.mkdir(parents=True)
    with pytest.raises(PackagingFailed, match="too long for Windows"):
        check_size(stand_in)


def test_a_tool_that_fails_says_so() -> None:
    with pytest.raises(PackagingFailed, match="sdstudio-no-such-tool is missing"):
        run_tool("sdstudio-no-such-tool")
    with pytest.raises(PackagingFailed, match="failed with code 3: said"):
        run_tool(sys.executable, "-c", "print('said'); raise SystemExit(3)")


@pytest.mark.skipif(sys.platform != "linux", reason="needs ELF files")
@needs("dpkg-deb")
@needs("objdump")
def test_the_deb_lays_everything_where_it_belongs(stand_in: Path, tmp_path: Path) -> None:
    deb = linux.make_deb(stand_in, tmp_path)
    root = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--extract", deb, root], check=True)
    field = run_tool("dpkg-deb", "--field", str(deb), "Version", "Depends", "Recommends")
    assert f"Version: {VERSION}" in field
    assert "Recommends: ffmpeg" in field
    assert "libc6 (>= 2." in field
    launcher = root / "usr/bin" / NAME
    assert launcher.readlink() == Path("/opt/sdstudio/sdstudio")
    program = root / "opt/sdstudio/sdstudio"
    assert program.stat().st_mode & 0o777 == 0o755
    assert not list(root.rglob("ffmpeg-*"))
    (deep,) = root.rglob("データ.txt")
    assert deep.stat().st_mode & 0o777 == 0o644
    for size in SIZES:
        icon = root / f"usr/share/icons/hicolor/{size}x{size}/apps/{NAME}.png"
        with Image.open(icon) as picture:
            assert picture.size == (size, size)
            assert picture.getchannel("A").getextrema() == (0, 255)
    assert not list((root / "opt").rglob("*.pyc"))
    assert list(stand_in.rglob("ffmpeg-*")), "the folder itself was harmed"


def test_a_library_that_no_dependency_brings_is_refused() -> None:
    known = frozenset(("libEGL.so.1", "libgtk-3.so.0"))
    assert "libegl1" in linux.depends(linux.Needs(known, "2.36"))
    with pytest.raises(PackagingFailed, match=r"libnew\.so\.1"):
        linux.depends(linux.Needs(known | {"libnew.so.1"}, "2.36"))


@needs("desktop-file-validate")
def test_the_desktop_entry_is_valid() -> None:
    run_tool("desktop-file-validate", str(linux.FILES / f"{NAME}.desktop"))


@needs("appstreamcli")
def test_the_appstream_metadata_is_valid() -> None:
    run_tool("appstreamcli", "validate", "--no-net", str(linux.FILES / f"{NAME}.metainfo.xml"))


@needs("update-mime-database")
def test_the_file_types_are_valid(tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    shutil.copy(linux.FILES / f"{NAME}.xml", packages)
    run_tool("update-mime-database", str(tmp_path))
    globs = (tmp_path / "globs2").read_text()
    assert "60:application/x-sdstudio-denoising:*.denoising.safetensors" in globs
    assert "50:application/x-safetensors:*.safetensors" in globs


def desktop_entry() -> dict[str, str]:
    lines = (linux.FILES / f"{NAME}.desktop").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def test_every_system_offers_the_app_for_the_same_files() -> None:
    entry = desktop_entry()
    assert entry["Exec"] == f"{NAME} %F"
    types = entry["MimeType"].rstrip(";").split(";")
    own = ElementTree.parse(linux.FILES / f"{NAME}.xml").getroot()
    ours = {one.get("type") for one in own}
    assert set(types) == ours | {mimetypes.guess_type(f"a{end}")[0] for end in PICTURE_ENDINGS}
    tree = ElementTree.parse(linux.FILES / f"{NAME}.metainfo.xml")
    assert [one.text for one in tree.iter("mediatype")] == types
    script = (PACKAGING / "windows/installer.nsi").read_text(encoding="utf-8")
    for ending in (*PICTURE_ENDINGS, ".safetensors"):
        assert f'!insertmacro ${{ACTION}} "{ending}"' in script
    plist = plistlib.loads(plistlib.dumps(macos.FILE_TYPES))
    pictures, weights = plist["CFBundleDocumentTypes"]
    assert pictures["LSItemContentTypes"] == ["public.png", "public.jpeg", "org.webmproject.webp"]
    declared = [one["UTTypeIdentifier"] for one in plist["UTImportedTypeDeclarations"]]
    assert weights["LSItemContentTypes"] == declared


def test_nothing_takes_pictures_from_the_program_that_shows_them() -> None:
    assert desktop_entry()["InitialPreference"] == "0"
    plist = plistlib.loads(plistlib.dumps(macos.FILE_TYPES))
    assert plist["CFBundleDocumentTypes"][0]["LSHandlerRank"] == "Alternate"
    script = (PACKAGING / "windows/installer.nsi").read_text(encoding="utf-8")
    # The default of an ending is what a double-click opens.
    assert re.findall(r'WriteRegStr HKCU "\$\{CLASSES\}\\(\.\w+)" ""', script) == [".safetensors"]


def test_the_installer_removes_every_key_that_it_makes() -> None:
    script = (PACKAGING / "windows/installer.nsi").read_text(encoding="utf-8")
    made = re.findall(r"!insertmacro DEFINE_TYPE \"(\S+)\"", script)
    assert made
    for key in made:
        assert f'DeleteRegKey HKCU "${{CLASSES}}\\{key}"' in script
    assert "FOR_EVERY_ENDING OFFER\n" in script
    assert "FOR_EVERY_ENDING OFFER_NO_MORE\n" in script


def test_the_frozen_app_keeps_the_parts_of_qt_that_are_imported_late() -> None:
    text = SPEC.read_text(encoding="utf-8")
    assert "PySide6.QtDBus" not in text
    assert "libQt6DBus" not in text


def test_names_and_versions_agree() -> None:
    tree = ElementTree.parse(linux.FILES / f"{NAME}.metainfo.xml")
    assert tree.findtext("id") == APP
    assert tree.findtext("launchable") == f"{NAME}.desktop"
    releases = [release.get("version") for release in tree.iter("release")]
    assert releases[0] == VERSION == sdstudio.__version__


@needs("makensis")
def test_the_windows_installer_is_made_around_a_stand_in(stand_in: Path, tmp_path: Path) -> None:
    write_program_icons(SOURCE, tmp_path)
    installer = make_installer(stand_in, tmp_path, tmp_path)
    assert installer.read_bytes()[:2] == b"MZ"


def test_program_icons_have_every_size(tmp_path: Path) -> None:
    write_program_icons(SOURCE, tmp_path)
    with Image.open(tmp_path / f"{NAME}.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / f"{NAME}.icns") as icon:
        assert icon.size[0] >= 512


@needs("bash")
def test_the_macos_script_is_bash_and_its_entitlements_a_property_list() -> None:
    run_tool("bash", "-n", str(PACKAGING / "macos/make_dmg.sh"))
    with (PACKAGING / "macos/entitlements.plist").open("rb") as file:
        assert all(plistlib.load(file).values())


def test_the_workflow_packages_and_tests_on_three_systems() -> None:
    yaml = pytest.importorskip("yaml")
    jobs = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    machines = {entry["name"] for entry in jobs["package"]["strategy"]["matrix"]["include"]}
    assert machines == {"Linux", "Windows", "macOS"}
    lines = [
        line
        for step in jobs["package"]["steps"]
        for line in step.get("run", "").splitlines()
        if "packaging/develop.py" in line
    ]
    assert len(lines) == 3
    for line in lines:
        command, *words = shlex.split(line.split("packaging/develop.py")[1])
        assert command == "package"
        assert package.parse(words).test
