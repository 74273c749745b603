"""LoRAs named in a prompt: what is a tag, and which file it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdstudio.additions import Lora, LoraTag, lora_tags
from sdstudio.models.lora_files import files_in, loras_of_tags
from sdstudio.request import InvalidRequest, ModelNotFound
from tests.models.weight_files import LORA, VAE, write_weights


@pytest.mark.parametrize(
    ("prompt", "without", "named"),
    [
        ("a cat <lora:ink:0.8>", "a cat", [("ink", 0.8)]),
        ("<lora:ink> a cat", "a cat", [("ink", 1.0)]),
        ("a <lora:墨 絵:-1> cat", "a cat", [("墨 絵", -1.0)]),
        ("a cat, <lora:a:1><lora:b:.5>, dog\n<lyco:c:2>", "a cat, , dog\n", [*"abc"]),
        ("a cat<lora:ink:0.8:0.8>s ", "a cats ", [("ink", 0.8)]),
        ("<lora:ink:0.8:0.5>", "", [("ink", None)]),
        ("<lora:ink:much>", "", [("ink", None)]),
        ("<lora:ink:>", "", [("ink", None)]),
        ("a <lora:> <b> <lora:ink:1  (lora:x:1) <hypernet:x:1> ", None, []),
        ("  two  blanks  ", None, []),
    ],
)
def test_tags_and_what_is_left_of_the_prompt(
    prompt: str, without: str | None, named: list[object]
) -> None:
    left, tags = lora_tags(prompt)
    assert left == (prompt if without is None else without)
    assert [tag.name if isinstance(named[0], str) else (tag.name, tag.weight) for tag in tags] == (
        named
    )
    assert all(tag.text in prompt for tag in tags)


def test_a_name_means_the_file_of_that_name(tmp_path: Path) -> None:
    ink = write_weights(tmp_path / "root" / "deep" / "Ink.safetensors", LORA)
    single = write_weights(tmp_path / "v1.5.safetensors", LORA)
    write_weights(tmp_path / "root" / "vae" / "ink.safetensors", VAE)
    (tmp_path / "root" / "again").symlink_to(tmp_path / "root" / "deep")
    (tmp_path / "root" / "broken.safetensors").write_bytes(b"\xff" * 99)
    places = [str(tmp_path / "root"), str(tmp_path / "no such"), str(single)]

    def found(name: str, weight: float | None = 0.5) -> tuple[Lora, ...]:
        return loras_of_tags([LoraTag("<tag>", name, weight)], files_in(places))

    (lora,) = found("ink")
    assert Path(lora.path).samefile(ink)
    assert lora.weight == 0.5
    assert found("v1.5") == (Lora(str(single), 0.5),)
    for name in ("broken", "in", "deep/Ink", "../v1.5"):
        with pytest.raises(ModelNotFound, match=f"no LoRA called “{name}”"):
            found(name)
    with pytest.raises(InvalidRequest, match="weight in “<tag>” is not one number"):
        found("ink", None)

    write_weights(tmp_path / "root" / "ink.safetensors", LORA)
    assert Path(found("ink")[0].path).name == "ink.safetensors"
    with pytest.raises(InvalidRequest, match="2 LoRAs called “INK”"):
        found("INK")
