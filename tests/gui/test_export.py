"""Exporting a denoising: its film, the window that asks how, and the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from sdstudio.animation import AnimationOptions
from sdstudio.film import denoising_frames
from sdstudio.gallery.metadata import UnreadablePicture
from sdstudio.gui.export_dialog import ExportChoice, ExportDialog, ask_export
from sdstudio.gui.exporter import Exported, Exporter, ExportJob
from sdstudio.gui.icons import IconSet
from sdstudio.paths import find_paths
from sdstudio.request import (
    VIEWS,
    GenerationRequest,
    ModelInfo,
    PreviewPlan,
    Stage,
    StepPreview,
    StorageFailed,
    TrajectoryInfo,
    TrajectoryMissing,
    new_id,
)
from sdstudio.session import GenerationSession, never
from tests.gui.conftest import LONG, Heard

STEPS, SIDE = 4, 64


class Deaf:
    """An observer that takes no notice."""

    def model_loading(self, reference: str) -> None: ...

    def model_ready(self, info: ModelInfo) -> None: ...

    def stage_changed(self, stage: Stage) -> None: ...

    def step_finished(self, index: int, num_timesteps: int) -> None: ...

    def wants_preview(self) -> bool:
        return False

    def previewed(self, preview: StepPreview) -> None: ...


@dataclass(frozen=True)
class Run:
    """A picture made with the starter model, and the session that has its denoising."""

    session: GenerationSession
    info: TrajectoryInfo
    png: bytes


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    paths = find_paths(tmp_path_factory.mktemp("home"))
    session = GenerationSession(paths, previews=PreviewPlan(every=0))
    request = GenerationRequest(
        prompt="a red apple", num_inference_steps=STEPS, width=SIDE, height=SIDE
    )
    png = session.generate(request, Deaf(), never).png
    info = session.trajectory_info(request.id)
    assert info is not None
    return Run(session, info, png)


@pytest.fixture
def exporter(run: Run) -> Iterator[Exporter]:
    exporter = Exporter(run.session)
    yield exporter
    exporter.close()


def pixels(png: bytes) -> bytes:
    with Image.open(BytesIO(png)) as image:
        return image.convert("RGB").tobytes()


# -- the film ---------------------------------------------------------------------------------


def test_a_film_ends_in_the_finished_picture(run: Run, tmp_path: Path) -> None:
    frames = list(denoising_frames(run.session, run.info, "x0", run.png))
    assert [frame.label for frame in frames] == ["1 / 4", "2 / 4", "3 / 4", "4 / 4"]
    assert {(frame.width, frame.height) for frame in frames} == {(SIDE, SIDE)}
    assert len({frame.rgb for frame in frames}) == STEPS
    assert frames[-1].rgb == pixels(run.png)
    file = tmp_path / "apple.png"
    file.write_bytes(run.png)
    assert list(denoising_frames(run.session, run.info, "x0", file)) == frames
    without = list(denoising_frames(run.session, run.info, "x0"))
    assert without[:-1] == frames[:-1]
    assert without[-1] != frames[-1]


def test_the_other_views_show_steps_only(run: Run) -> None:
    films = {
        view: list(denoising_frames(run.session, run.info, view, run.png))
        for view in VIEWS
        if view != "x0"
    }
    for view, frames in films.items():
        assert len(frames) == STEPS
        width = 2 * SIDE if view == "both" else SIDE
        assert {(frame.width, frame.height) for frame in frames} == {(width, SIDE)}
        assert pixels(run.png) not in [frame.rgb for frame in frames]
    assert films["noisy"] != films["noise"]


def test_a_film_of_part_of_the_steps(run: Run) -> None:
    info = replace(run.info, steps=run.info.steps[1:3], is_running=True)
    frames = list(denoising_frames(run.session, info, "noisy"))
    assert [frame.label for frame in frames] == ["2 / 4", "3 / 4"]


def test_a_finished_picture_of_another_size_is_fitted(run: Run) -> None:
    png = BytesIO()
    Image.new("RGB", (30, 20), "red").save(png, "PNG")
    frames = list(denoising_frames(run.session, run.info, "x0", png.getvalue()))
    assert frames[-1].rgb == bytes([255, 0, 0]) * (SIDE * SIDE)


def test_a_damaged_picture_is_told_before_the_work(run: Run, tmp_path: Path) -> None:
    for final in (run.png[:-100], tmp_path / "gone.png"):
        with pytest.raises(UnreadablePicture):
            next(denoising_frames(run.session, run.info, "x0", final))


def test_a_denoising_that_is_gone_is_told(run: Run) -> None:
    info = replace(run.info, request=replace(run.info.request, id=new_id()))
    with pytest.raises(TrajectoryMissing, match="no longer in memory"):
        list(denoising_frames(run.session, info, "x0"))


# -- the exporter -----------------------------------------------------------------------------


class Steps(QObject):
    """The progress told, noted on the thread of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[int, int]] = []

    @Slot(int, int)
    def note(self, done: int, total: int) -> None:
        self.told.append((done, total))


@pytest.mark.parametrize("ending", ["mp4", "webp", "gif", "png"])
def test_an_export_tells_its_steps_and_its_end(
    ending: str, run: Run, exporter: Exporter, qtbot: QtBot, tmp_path: Path
) -> None:
    heard, steps = Heard(), Steps()
    exporter.done.connect(heard.note)
    exporter.progressed.connect(steps.note)
    final = tmp_path / "final.png"
    final.write_bytes(run.png)
    path = tmp_path / f"apple.{ending}"
    exporter.export(ExportJob(info=run.info, path=path, final=final))
    qtbot.waitUntil(lambda: bool(heard.all), timeout=LONG)
    assert heard.all == [Exported(path=path)]
    assert steps.told == [(done, STEPS) for done in range(STEPS + 1)]
    assert path.stat().st_size > 1000
    if ending in ("webp", "gif"):
        with Image.open(path) as image:
            assert image.n_frames == STEPS  # type: ignore[attr-defined]


def test_known_and_unknown_failures_are_told(
    run: Run, exporter: Exporter, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    heard = Heard()
    exporter.done.connect(heard.note)
    refused = tmp_path / "file" / "apple.gif"
    exporter.export(ExportJob(info=run.info, path=refused))
    nul = tmp_path / "nul\0.gif"  # refused by Python itself
    exporter.export(ExportJob(info=run.info, path=nul))
    whole = tmp_path / "whole.gif"
    exporter.export(ExportJob(info=run.info, path=whole))
    qtbot.waitUntil(lambda: len(heard.all) == 3, timeout=LONG)
    assert [each.path for each in heard.all] == [refused, nul, whole]
    assert isinstance(heard.all[0].error, StorageFailed)
    assert "could not be written" in heard.all[1].error.message
    assert heard.all[2].error is None


def test_cancel_stops_the_one_at_work_and_those_that_wait(
    run: Run, exporter: Exporter, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = Heard()
    exporter.done.connect(heard.note)
    path = tmp_path / "apple.mp4"
    path.write_bytes(b"as it was")
    # In the exporter's own thread, at the first step: in the middle of the work for certain.
    exporter.progressed.connect(exporter.cancel, Qt.ConnectionType.DirectConnection)
    exporter.export(ExportJob(info=run.info, path=path))
    exporter.export(ExportJob(info=run.info, path=tmp_path / "second.mp4"))
    qtbot.waitUntil(lambda: len(heard.all) == 2, timeout=LONG)
    assert [each.is_cancelled for each in heard.all] == [True, True]
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["apple.mp4"]
    assert path.read_bytes() == b"as it was"
    # The next one is another matter.
    exporter.progressed.disconnect(exporter.cancel)
    exporter.export(ExportJob(info=run.info, path=path))
    qtbot.waitUntil(lambda: len(heard.all) == 3, timeout=LONG)
    assert heard.all[2] == Exported(path=path)


def test_close_ends_what_is_under_way(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    exporter, heard = Exporter(run.session), Heard()
    exporter.done.connect(heard.note)
    for number in range(3):
        exporter.export(ExportJob(info=run.info, path=tmp_path / f"{number}.mp4"))
    exporter.close()
    qtbot.waitUntil(lambda: len(heard.all) == 3, timeout=LONG)
    assert heard.all[2].is_cancelled
    kept = {each.path for each in heard.all if not each.is_cancelled}
    assert {file for file in tmp_path.iterdir() if file.is_file()} == kept


# -- the window -------------------------------------------------------------------------------


MakeDialog = Callable[..., ExportDialog]


@pytest.fixture
def dialog_for(qtbot: QtBot, icons: IconSet, tmp_path: Path) -> MakeDialog:
    def make(name: str = "apple.mp4", steps: int = 20, **values: object) -> ExportDialog:
        choice = replace(ExportChoice(path=tmp_path / name), **values)  # type: ignore[arg-type]
        dialog = ExportDialog(steps, choice, icons)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


class FileNaming(QObject):
    """Types a name into the file dialog that opens next, and answers what is asked after it."""

    def __init__(self, name: str, *answers: bool) -> None:
        super().__init__()
        self.suggested = ""
        self.questions: list[str] = []
        self._name = name
        self._answers = list(answers)
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        # First of all, since what follows may open a window and return when that is closed.
        self._timer.start()
        window = QApplication.activeModalWidget()
        if isinstance(window, QFileDialog) and not self.suggested:
            (self.suggested,) = window.selectedFiles()
            if not self._name:
                window.reject()
                return
            name = window.findChild(QLineEdit, "fileNameEdit")
            box = window.findChild(QDialogButtonBox)
            assert isinstance(name, QLineEdit)
            assert isinstance(box, QDialogButtonBox)
            name.setText(self._name)
            box.button(QDialogButtonBox.StandardButton.Save).click()
        elif isinstance(window, QMessageBox) and self._answers:
            self.questions.append(window.text())
            window.buttons()[0 if self._answers.pop(0) else 1].click()


def choose(dialog: ExportDialog, ending: str) -> None:
    dialog.format_combo.setCurrentIndex(dialog.format_combo.findData(ending))


def test_the_usual_and_what_was_chosen_last(dialog_for: MakeDialog) -> None:
    dialog = dialog_for()
    assert dialog.ending() == ".mp4"
    assert dialog.view_combo.currentData() == "x0"
    assert (dialog.speed_spin.value(), dialog.hold_spin.value()) == (8.0, 2.0)
    options = AnimationOptions(steps_per_second=0.5, hold_seconds=30)
    dialog = dialog_for("a.WEBP", view="noise", options=options)
    assert dialog.ending() == ".webp"
    assert dialog.view_combo.currentData() == "noise"
    assert (dialog.speed_spin.value(), dialog.hold_spin.value()) == (0.5, 30.0)


def test_it_says_how_long_it_will_be(dialog_for: MakeDialog) -> None:
    dialog = dialog_for()
    label = dialog.length_label
    assert label.text() == "20 steps, 4.4 s"
    dialog.speed_spin.setValue(60)
    dialog.hold_spin.setValue(0)
    assert dialog.seconds() == pytest.approx(20 / 60)
    choose(dialog, ".gif")  # cannot play as fast
    assert dialog.seconds() == pytest.approx(20 / 50)
    assert dialog.speed_spin.isEnabled()
    choose(dialog, ".png")
    assert label.text() == "20 steps on one sheet"
    assert not dialog.speed_spin.isEnabled()
    assert not dialog.hold_spin.isEnabled()
    assert dialog_for(steps=1).length_label.text() == "1 step, 2.0 s"


def test_a_name_gets_the_ending_of_the_format(dialog_for: MakeDialog, tmp_path: Path) -> None:
    dialog = dialog_for("apple.mp4")
    choose(dialog, ".gif")
    dialog.view_combo.setCurrentIndex(dialog.view_combo.findData("both"))
    dialog.speed_spin.setValue(12)
    naming = FileNaming("my apple 1.5")
    dialog.export_button.click()
    assert naming.suggested == str(tmp_path / "apple.gif")
    assert dialog.choice == ExportChoice(
        path=tmp_path / "my apple 1.5.gif",
        view="both",
        options=AnimationOptions(steps_per_second=12, hold_seconds=2),
    )
    assert not dialog.isVisible()


def test_a_name_typed_without_its_ending_replaces_nothing_unasked(
    dialog_for: MakeDialog, tmp_path: Path
) -> None:
    (tmp_path / "apple.mp4").write_bytes(b"an older film")
    for agrees in (False, True):
        dialog = dialog_for()
        naming = FileNaming("apple", agrees)
        dialog.export_button.click()
        assert naming.questions == ["“apple.mp4” is there already. Replace it?"]
        assert dialog.isVisible() != agrees
        assert (dialog.choice is not None) == agrees


def test_a_folder_is_refused_in_the_window(dialog_for: MakeDialog, tmp_path: Path) -> None:
    (tmp_path / "films.mp4").mkdir()
    dialog = dialog_for()
    naming = FileNaming("films", True)
    dialog.export_button.click()
    assert naming.questions
    assert "is a folder" in dialog.length_label.text()
    assert dialog.choice is None
    assert dialog.isVisible()


def test_no_name_leads_back_to_the_choices(dialog_for: MakeDialog) -> None:
    dialog = dialog_for()
    naming = FileNaming("")
    dialog.export_button.click()
    assert naming.suggested
    assert dialog.isVisible()
    assert dialog.choice is None


class Pressing(QObject):
    """Presses one key in the next export dialog."""

    def __init__(self, qtbot: QtBot, key: Qt.Key) -> None:
        super().__init__()
        self._qtbot, self._key = qtbot, key
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        window, field = QApplication.activeModalWidget(), QApplication.focusWidget()
        if isinstance(window, ExportDialog) and field is not None:
            self._timer.stop()
            self._qtbot.keyClick(field, self._key)


def test_asking_by_keyboard(run: Run, icons: IconSet, qtbot: QtBot, tmp_path: Path) -> None:
    suggested = ExportChoice(path=tmp_path / "apple.mp4")
    pressing = Pressing(qtbot, Qt.Key.Key_Escape)
    assert ask_export(None, run.info, suggested, icons) is None
    pressing = Pressing(qtbot, Qt.Key.Key_Return)
    naming = FileNaming("pear.mp4")
    choice = ask_export(None, run.info, suggested, icons)
    assert choice == replace(suggested, path=tmp_path / "pear.mp4")
    del pressing, naming
