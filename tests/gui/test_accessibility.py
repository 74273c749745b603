"""Every window for who works by keyboard, listens to it, or needs its contrast."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import sdstudio.gui
from sdstudio.acceleration.plan import AccelerationPlan
from sdstudio.acceleration.status import AccelerationStatus
from sdstudio.app import Studio
from sdstudio.gui.acceleration.dialog import GpuDialog
from sdstudio.gui.acceleration.fetching import Seen
from sdstudio.gui.banner import Notice
from sdstudio.gui.check_dialog import CheckDialog
from sdstudio.gui.conversion_control import ConversionDialog
from sdstudio.gui.dialogs import ask
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.theme import THEMES, ThemeSource
from sdstudio.gui.xray.attention_pane import AttentionPane
from sdstudio.models.download_progress import Room
from sdstudio.paths import Paths
from tests.gui.accessible import (
    contrast_faults,
    keyboard_faults,
    name_faults,
    room_faults,
    shown,
)
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.test_check import wait_for_end
from tests.gui.test_denoising import item_on_canvas, made_with_steps, press_in_dialog
from tests.gui.test_tour import begin
from tests.gui.test_window import fill, ready
from tests.models.weight_files import LORA_XL, write_weights

SPARE = 3
"""Pictures that are there before; one of them is lost each time the gallery is checked."""


Look = Callable[[QWidget], Iterable[str]]
EVERYTHING: tuple[Look, ...] = (contrast_faults, name_faults, room_faults, keyboard_faults)


class Walk:
    """Looks at windows one after the other, and keeps what it finds: see ``looks``."""

    def __init__(self, qtbot: QtBot, *looks: Look) -> None:
        self.faults: list[str] = []
        self.kinds: set[type] = set()
        self.looks = looks
        self._qtbot = qtbot

    def look(self, root: QWidget, place: str, *, has_keys: bool = True) -> None:
        """At ``root``, a window or what is in one; ``has_keys``: Tab is to go through it."""
        if root is not QApplication.activePopupWidget():
            root.activateWindow()
            self._qtbot.waitUntil(root.isActiveWindow)
        for _ in range(3):  # what comes in changes texts, these the layout, and this their places
            QApplication.processEvents()
        self.kinds |= {kind for one in shown(root) for kind in type(one).__mro__}
        for look in self.looks:
            if has_keys or look is not keyboard_faults:
                self.faults += [f"{place}: {fault}" for fault in look(root)]

    def look_at_new(
        self,
        open_it: Callable[[], object],
        place: str,
        prepare: Callable[[QWidget], object] | None = None,
    ) -> None:
        """At the window that this opens, whether or not it waits for its end; it is closed."""
        before = set(_windows())
        looked: list[QWidget] = []

        def visit() -> None:
            # Until it has the keyboard it is on its way.
            front = QApplication.activePopupWidget() or QApplication.activeWindow()
            if front is None or front in before or not front.isVisible():
                return
            timer.stop()
            try:
                if prepare is not None:
                    prepare(front)
                self.look(front, place)
            finally:
                looked.append(front)
                front.close()

        timer = QTimer()
        timer.timeout.connect(visit)
        timer.start(10)
        open_it()
        self._qtbot.waitUntil(lambda: bool(looked), timeout=LONG)
        self._qtbot.waitUntil(lambda: set(_windows()) <= before, timeout=LONG)


def _windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def _look_at_pages(qtbot: QtBot, walk: Walk, studio: Studio, lora: Path) -> None:
    """The pages of the main window, with everything that can be unfolded."""
    window = studio.window
    view = window.gallery_panel.view
    window.show_gallery_page()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    window.actions_of_window.show_details.setChecked(True)
    window.gallery_panel.head.filter_button.setChecked(True)
    window.tell(Notice(text="Something is wrong.", is_error=True, action="Mend it", key="a"))
    studio.importing.row.tell("Importing…", 1, 3)
    # Of another family: the row says so.
    window.panel.additions.add("lora", str(lora))
    window.panel.additions.open()
    walk.look(window, "gallery")
    window.panel.additions.stop_using(str(lora))
    window.pane.banner.withdraw("a")
    studio.importing.row.hide()
    edit = window.panel.prompt.edit
    edit.setFocus()
    edit.setPlainText("a ")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(window.panel.prompt.edit, "ca")
    qtbot.waitUntil(edit.completion.is_open)
    walk.look(window.panel, "completion", has_keys=False)
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    window.show_family_page()
    walk.look(window.side, "family")


def _look_at_queue(qtbot: QtBot, walk: Walk, window: MainWindow) -> None:
    window.panel.steps_spin.setValue(1000)
    window.panel.count_spin.setValue(3)
    window.panel.generate_button.click()
    qtbot.waitUntil(
        lambda: (job := window.queue_model.running) is not None and job.progress.index > 0,
        timeout=LONG,
    )
    window.show_queue_page()
    walk.look(window, "queue")
    window.actions_of_window.stop_all.trigger()
    qtbot.waitUntil(lambda: window.queue_model.rowCount() == 0, timeout=LONG)
    window.panel.count_spin.setValue(1)


def _look_at_xray(qtbot: QtBot, walk: Walk, window: MainWindow) -> None:
    window.show_xray_page()
    panel = window.xray._panel
    assert panel is not None
    for pane in panel.panes():
        panel.show_pane(pane.name)
        if isinstance(pane, AttentionPane):
            qtbot.waitUntil(lambda: pane.context.trajectory is not None, timeout=LONG)  # noqa: B023
            if not pane.chosen():
                pane.replay_button.click()
            qtbot.waitUntil(lambda: pane.map_heat.values().size > 0, timeout=LONG)  # noqa: B023
        if pane.name not in ("vae", "forward"):  # they wait for a click
            qtbot.waitUntil(lambda: bool(pane.code()), timeout=LONG)  # noqa: B023
        walk.look(panel, f"X-ray {pane.name}")


def _look_at_tour(qtbot: QtBot, walk: Walk, studio: Studio) -> None:
    tour = begin(qtbot, studio)
    walk.look(studio.window, "tour", has_keys=False)
    walk.look(tour.card, "card of the tour")
    tour.end()


def _gpu_dialog(studio: Studio, icons: IconSet) -> GpuDialog:
    """As it is where a card was found."""
    dialog = GpuDialog(studio._themes, icons, studio.window)
    plan = AccelerationPlan(
        version="2.13.0+cu130", address="localhost", card="Card", driver="580", files=()
    )
    room = Room(missing_bytes=0, free_bytes=10**12)
    dialog.show_seen(Seen(status=AccelerationStatus(shipped="2.13.0"), plan=plan, room=room))
    return dialog


def _look_at_windows(
    qtbot: QtBot, walk: Walk, studio: Studio, paths: Paths, icons: IconSet
) -> None:
    """All windows and dialogs besides."""
    window, actions = studio.window, studio.window.actions_of_window
    window.show_gallery_page()
    view = window.gallery_panel.view
    item = item_on_canvas(window)

    def unfold(dialog: QWidget) -> None:
        fold = dialog.findChild(QPushButton, "watchedFoldersButton")
        assert fold is not None
        fold.setChecked(True)

    def check(dialog: QWidget) -> None:
        assert isinstance(dialog, CheckDialog)
        wait_for_end(qtbot, dialog)

    def search_in_vain(_library: QWidget) -> None:
        assert studio.library.window is not None
        studio.library.window.search_edit.setText("zzzz")

    for action, place, prepare in (
        *((actions.models, "models", None), (actions.models, "no models", search_in_vain)),
        *((actions.import_pictures, "import", unfold), (actions.export_pictures, "export", None)),
        *((actions.view_full, "viewer", None), (actions.previews, "previews", None)),
        *((actions.branch, "branch", None), (actions.export_denoising, "film", None)),
        *((actions.shortcuts, "keys", None), (actions.show_log, "log", None)),
        *((actions.diagnostics, "diagnostics", None), (actions.about, "about", None)),
        *((actions.tag, "tags", None), (actions.collect, "collections", None)),
        *((actions.reuse, "reuse", None),),
    ):
        view.setFocus()
        qtbot.waitUntil(action.isEnabled, timeout=LONG)
        walk.look_at_new(action.trigger, place, prepare)
    library, deeds = studio.library.window, studio.library._deeds
    assert library is not None
    assert deeds is not None
    walk.look_at_new(library.actions_of_entry.options.trigger, "options")
    walk.look_at_new(lambda: deeds.ask_for_token("some/model"), "token")
    walk.look_at_new(lambda: ask(window, "Question", "Shall it be?", "Yes", "No"), "question")
    walk.look_at_new(actions.use_gpu.trigger, "no GPU")
    walk.look_at_new(lambda: _gpu_dialog(studio, icons).open(), "GPU")
    walk.look_at_new(lambda: ConversionDialog("model.ckpt", window).open(), "conversion")
    walk.look_at_new(lambda: studio.importing.take([item.path]), "drop")
    walk.look_at_new(window.panel.prompt.words_button.click, "words")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    def wipe(_compare: QWidget) -> None:
        compare = window.comparing.window
        assert compare is not None
        qtbot.waitUntil(lambda: not compare.lacks, timeout=LONG)
        compare.choose_mode("wipe")

    walk.look_at_new(actions.compare.trigger, "compare")
    walk.look_at_new(actions.compare.trigger, "wipe", wipe)
    walk.look_at_new(actions.check_gallery.trigger, "check, all is well", check)
    next(one for one in sorted(paths.pictures.rglob("*.png")) if one != item.path).unlink()
    walk.look_at_new(actions.check_gallery.trigger, "check", check)


def _all_widgets() -> set[type]:
    """The widgets that the app has of its own."""
    found: set[type] = set()
    for module in pkgutil.walk_packages(sdstudio.gui.__path__, "sdstudio.gui."):
        if not module.name.endswith("windows_taskbar"):  # only there can it be imported
            found |= {
                one
                for one in vars(importlib.import_module(module.name)).values()
                if isinstance(one, type)
                and issubclass(one, QWidget)
                and one.__module__ == module.name
            }
    return found


def test_every_window_in_both_themes(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths, tmp_path: Path, icons: IconSet
) -> None:
    """One test, since the same app is walked through: its pictures take longer than the walk."""
    lora = write_weights(tmp_path / "grain.safetensors", LORA_XL)
    studio = open_studio()
    window = ready(qtbot, studio)
    walk = Walk(qtbot, *EVERYTHING)
    walk.look(window, "first start")
    fill(paths, SPARE)
    window.gallery.look_again()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == SPARE, timeout=LONG)
    made_with_steps(qtbot, window, "a red apple", 4)
    press_in_dialog(change={"branchPromptEdit": "a green apple"}, button="branchAcceptButton")
    window.timeline.strip.setValue(2)
    window.timeline.branch_button.click()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == SPARE + 2, timeout=LONG)
    qtbot.waitUntil(lambda: window.queue_model.rowCount() == 0, timeout=LONG)
    window.panel.advanced.set_open(True)
    (tmp_path / "watched").mkdir()
    studio._importer.add_folder(tmp_path / "watched", False)
    for theme in THEMES:
        studio._themes.choose(theme)
        _look_at_queue(qtbot, walk, window)
        _look_at_pages(qtbot, walk, studio, lora)
        _look_at_xray(qtbot, walk, window)
        _look_at_windows(qtbot, walk, studio, paths, icons)
        _look_at_tour(qtbot, walk, studio)
        walk.looks = (contrast_faults,)  # the rest is the same in the other theme
    assert list(dict.fromkeys(walk.faults)) == []
    never_seen = _all_widgets() - walk.kinds
    assert never_seen == set(), "show them here, so that they are looked at"


def _shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """A window of these, one below the other."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for place, widget in enumerate(widgets):
        widget.setObjectName(f"part{place}")
        widget.setAccessibleName(widget.accessibleName() or f"Part {place}")
        column.addWidget(widget)
    window.resize(300, 200)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


class _Painted(QWidget):
    """Says nothing of what it shows, nor that it has the focus, and is hard to read."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's own name
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#777777"))
        painter.setPen(QColor("#999999"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Hard to read")
        painter.end()


def test_what_is_wrong_is_found(qtbot: QtBot, themes: ThemeSource) -> None:
    """Else the walk above could find nothing anywhere."""
    good = (
        *(QPushButton("Open"), QLineEdit("words")),
        *(PlainLabel("A line of text"), QPushButton("Close")),
    )
    window = _shown(qtbot, *good)
    assert [fault for look in EVERYTHING for fault in look(window)] == []

    good[0].setAccessibleName("part0")
    good[1].setAccessibleName("&Words")
    assert [fault.split(": ", 1)[1] for fault in name_faults(window)] == [
        "is called 'part0'",
        "is called '&Words', with the mark of its key",
    ]
    good[0].setAccessibleName("Words")
    good[1].setAccessibleName("Words")
    assert len(list(name_faults(window))) == 1
    good[2].setFixedWidth(20)
    assert len(list(room_faults(window))) == 1
    themes.choose("light")
    good[2].setStyleSheet("color: #b0b0b0")
    assert [fault[:10] for fault in contrast_faults(window)] == ["PlainLabel"]
    QWidget.setTabOrder(good[3], good[1])
    assert any("stands before it" in fault for fault in keyboard_faults(window))

    trap = QPlainTextEdit()
    painted = _Painted()
    painted.setMinimumHeight(40)
    window = _shown(qtbot, QPushButton("Open"), painted, trap)
    faults = list(keyboard_faults(window))
    assert any("Tab does not leave it" in fault for fault in faults)
    assert any("_Painted" in fault and "focus is not seen" in fault for fault in faults)
    assert [fault for fault in contrast_faults(window) if "Hard to read" in fault] != []
