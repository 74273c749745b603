"""Models go to the trash of the desktop, and only those that are the user's to remove."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from sdstudio.models.removal import move_to_trash
from sdstudio.request import StorageFailed

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's trash")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def test_what_goes_can_be_put_back(data: Path, tmp_path: Path) -> None:
    for content in ("one", "two"):
        model = tmp_path / "ein Modell 模型.x"
        model.mkdir()
        (model / "a").write_text(content)
        target = move_to_trash(model)
        assert not model.exists()
        assert target.parent == data / "Trash" / "files"
        assert (target / "a").read_text() == content
        note = (data / "Trash" / "info" / f"{target.name}.trashinfo").read_text().splitlines()
        assert note[0] == "[Trash Info]"
        assert unquote(note[1]) == f"Path={model}"
        assert note[2].startswith("DeletionDate=20")
    assert len(list((data / "Trash" / "files").iterdir())) == 2


def test_of_a_link_the_link_goes(data: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.safetensors"
    model.write_bytes(b"weights")
    link = tmp_path / "link.safetensors"
    link.symlink_to(model)
    assert move_to_trash(link).is_symlink()
    assert model.read_bytes() == b"weights"
    assert data.is_dir()


def test_no_trash_no_move(data: Path, tmp_path: Path) -> None:
    data.write_text("a file in the way")
    model = tmp_path / "model.safetensors"
    model.write_bytes(b"weights")
    with pytest.raises(StorageFailed, match="could not be moved to the trash"):
        move_to_trash(model)
    assert model.exists()
