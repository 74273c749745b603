"""The window: time to first paint, previews and picture, gaps on the GUI thread, memory.

Each figure comes from a fresh process, which runs this module with the word ``child``.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.report import Row

_PICTURES = 5
_SWITCHES = 20
_BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(time.time() - float(os.environ["STARTED"]))
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1200, 800)
window.show()
app.exec()
"""


def measure(rounds: int) -> list[Row]:
    """Starts the app and a bare Qt window in turn, ``rounds`` times each."""
    from tests.tiny_models import save_tiny_sd

    bare: list[float] = []
    runs: list[dict[str, Any]] = []
    with TemporaryDirectory() as models:
        other = str(save_tiny_sd(Path(models) / "tiny sd"))
        for _ in range(rounds):
            bare.append(float(_run([sys.executable, "-c", _BARE], None)))
            with TemporaryDirectory() as home:
                child = [sys.executable, "-m", __name__, "child", other]
                runs.append(json.loads(_run(child, home)))

    def median(name: str) -> float:
        return float(statistics.median(run[name] for run in runs))

    rows = [
        Row(
            name="start to first painted window",
            value=median("painted"),
            unit="s",
            how=f"a bare PySide6 window: {statistics.median(bare):.3g} s",
        ),
        Row(
            name="start to first painted window / bare PySide6 window",
            value=statistics.median(
                run["painted"] / other for run, other in zip(runs, bare, strict=True)
            ),
            unit="×",
        ),
        Row(
            name="start to first preview (Generate pressed at once)",
            value=median("preview"),
            unit="s",
        ),
        Row(name="start to first picture in the gallery", value=median("picture"), unit="s"),
        Row(name="peak memory with the starter", value=median("peak_mib"), unit="MiB"),
    ]
    for phase in ("import", "load", "denoise", f"{_SWITCHES} switches of models"):
        gaps = [run["gaps"][phase] for run in runs]
        rows.append(
            Row(
                name=f"longest GUI-thread gap during {phase}",
                value=max(gap["max"] for gap in gaps),
                unit="ms",
                goal=50,
                how=f"5 ms heartbeat, worst of {rounds} starts, "
                f"p99 {statistics.median(gap['p99'] for gap in gaps):.1f} ms",
            )
        )
    return rows


def _run(command: list[str], home: str | None) -> str:
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"STARTED": repr(time.time())}
    if home is not None:
        environment["SDSTUDIO_HOME"] = home
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip().splitlines()[-1]


def _child(other: str) -> None:
    """The real app in this process, with a heartbeat on its GUI thread.

    After its pictures it goes round the models: ``other``, the one without a prompt, the starter.
    """
    import resource

    from PySide6.QtCore import QObject, Qt, QTimer, Slot
    from PySide6.QtWidgets import QApplication, QPushButton

    from sdstudio.app import Studio
    from sdstudio.gui.worker import GenerationWorker
    from sdstudio.paths import find_paths
    from sdstudio.request import FACES, STARTER

    started = float(os.environ["STARTED"])
    app = QApplication([])
    studio = Studio(app, find_paths())
    (worker,) = (value for value in vars(studio).values() if isinstance(value, GenerationWorker))

    class Watch(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.marks: dict[str, float] = {}
            self.phase = "paint"
            self.beats: list[tuple[float, str]] = []
            self.finished = 0
            self.switches = 0

        def mark(self, name: str) -> None:
            self.marks.setdefault(name, time.time() - started)

        @Slot()
        def beat(self) -> None:
            self.beats.append((time.perf_counter(), self.phase))

        @Slot()
        def painted(self) -> None:
            self.mark("painted")
            self.phase = "import"
            self.generate()

        def generate(self) -> None:
            button = studio.window.findChild(QPushButton, "generateButton")
            assert button is not None
            button.click()

        @Slot()
        def prepared(self) -> None:
            self.phase = "load"

        @Slot(str, str)
        def stage(self, request_id: str, stage: str) -> None:
            if stage == "encode":
                self.phase = "denoise"

        @Slot()
        def previewed(self) -> None:
            self.mark("preview")

        @Slot(str, object)
        def done(self, request_id: str, item: object) -> None:
            self.mark("picture")
            self.finished += 1
            if self.finished == _PICTURES:
                self.phase = f"{_SWITCHES} switches of models"
                self.switch()
            else:
                self.generate()

        def switch(self) -> None:
            worker.load_model((other, FACES, STARTER)[self.switches % 3])

        @Slot(object)
        def ready(self, info: object) -> None:
            if self.finished < _PICTURES:
                return
            self.switches += 1
            if self.switches == _SWITCHES:
                studio.window.close()
                app.quit()
            else:
                self.switch()

    watch = Watch()
    heart = QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.setInterval(5)
    heart.timeout.connect(watch.beat)
    studio.window.pane.canvas.first_painted.connect(watch.painted)
    worker.prepared.connect(watch.prepared)
    worker.stage_changed.connect(watch.stage)
    worker.stepped.connect(watch.previewed)
    worker.finished.connect(watch.done)
    worker.model_ready.connect(watch.ready)
    studio.window.show()
    heart.start()
    app.exec()
    heart.stop()
    studio.close()
    gaps: dict[str, list[float]] = defaultdict(list)
    for (before, _), (after, phase) in zip(watch.beats, watch.beats[1:], strict=False):
        gaps[phase].append((after - before) * 1000)
    print(
        json.dumps(
            watch.marks
            | {
                "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "gaps": {
                    phase: {
                        "max": max(values),
                        "p99": statistics.quantiles(values, n=100, method="inclusive")[98],
                    }
                    for phase, values in gaps.items()
                    if len(values) > 1
                },
            }
        )
    )


if __name__ == "__main__" and Path(sys.argv[0]).name == "window.py" and sys.argv[1:2] == ["child"]:
    _child(sys.argv[2])
