"""What a benchmark says: rows of a table, and the same as JSON."""

from __future__ import annotations

import json
import platform
import time
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure. ``goal`` is the most it should be, or None; ``how`` says what was done."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    how: str = ""


def print_table(rows: list[Row]) -> None:
    """The figures as a Markdown table."""
    print("| what | figure | goal | how |")
    print("|---|---|---|---|")
    for row in rows:
        goal = "" if row.goal is None else f"≤ {row.goal:g} {row.unit}"
        print(f"| {row.name} | {row.value:.3g} {row.unit} | {goal} | {row.how} |")


def write_json(rows: list[Row], folder: Path) -> Path:
    """The figures with what they were measured on; gives the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{time.strftime('%Y%m%d-%H%M%S')}.json"
    document = {
        "machine": {
            "processor": platform.processor() or platform.machine(),
            "cores": psutil.cpu_count(),
            "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
            "load": psutil.getloadavg()[0],
            "system": platform.platform(),
            "python": platform.python_version(),
        },
        "versions": {
            name: metadata.version(name) for name in ("torch", "diffusers", "PySide6-Essentials")
        },
        "rows": [asdict(row) for row in rows],
    }
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False), encoding="utf-8")
    return path
