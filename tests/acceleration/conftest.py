"""Indexes on loopback, and a folder for what is fetched from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceleration.stand_ins import fill
from tests.models.hub_server import HubOnLoopback, serving


@pytest.fixture
def server() -> Iterator[HubOnLoopback]:
    with serving() as found:
        fill(found)
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "acceleration with a space 加速"
