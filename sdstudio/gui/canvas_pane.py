"""The middle of the window: the canvas, what it shows in words, progress, and notices."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.banner import Banner
from sdstudio.gui.canvas import Canvas
from sdstudio.gui.empty import EmptyCanvas
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, mark_users_text
from sdstudio.gui.progress import duration
from sdstudio.gui.queue_model import prompt_line, settings_line
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.request import GalleryItem, GenerationRequest, StepPreview

_SHARES = 1000


class CanvasPane(QFrame):
    """Shows either the run (``begin``, ``preview``) or a picture of the gallery (``show_item``).

    Every part keeps its place and size, whatever is shown. GUI thread only.
    """

    suggestion_chosen = Signal(str)
    """A whole prompt that the user wants to try."""
    live_wanted = Signal()
    """The user wants to see the run again."""
    item_shown = Signal(object, QImage)
    """GalleryItem and its picture: it is on the canvas now."""
    run_shown = Signal(object)
    """GenerationRequest: its run is on the canvas now."""
    emptied = Signal()
    """Nothing is on the canvas now."""

    def __init__(
        self,
        themes: ThemeSource,
        icons: IconSet,
        suggestion: str,
        timeline: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``suggestion`` is a prompt for the first picture; empty for none."""
        super().__init__(parent)
        self.setObjectName("canvasPane")
        self.setProperty("surface", "canvas")
        self.item: GalleryItem | None = None
        self.is_live = False
        self.canvas = Canvas(themes)
        self.progress_bar = QProgressBar()
        self.progress_bar.setObjectName("progressBar")
        self.progress_bar.setAccessibleName(self.tr("Progress"))
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setFixedHeight(3)
        self.progress_bar.setRange(0, _SHARES)
        self.caption = ElidedLabel()
        for users in (self.canvas, self.caption):
            mark_users_text(users)
        self.caption.setObjectName("captionLabel")
        self.status_line = ElidedLabel(role="hint")
        self.status_line.setObjectName("statusLine")
        self.live_button = QPushButton(self.tr("Show what is being made"))
        self.live_button.setObjectName("liveButton")
        self.live_button.setAccessibleName(self.tr("Show what is being made"))
        self.live_button.hide()
        self.live_button.clicked.connect(self.live_wanted)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(GAP // 2)
        self.banner = Banner(themes, icons, self)
        self.banner.resized.connect(self._place_banner)
        self._empty = EmptyCanvas(suggestion, icons, self.canvas)
        self._empty.chosen.connect(self.suggestion_chosen)
        around = QVBoxLayout(self.canvas)
        around.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignCenter)

        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.caption)
        words.addWidget(self.status_line)
        footer = QHBoxLayout()
        footer.setContentsMargins(2 * GAP, GAP, GAP + GAP // 2, GAP + GAP // 2)
        footer.setSpacing(GAP)
        footer.addLayout(words, 1)
        footer.addWidget(self.live_button)
        footer.addLayout(self.tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.progress_bar)
        layout.addWidget(self.canvas, 1)
        if timeline is not None:
            layout.addWidget(timeline)
        layout.addLayout(footer)
        timelines = [timeline] if timeline is not None else []
        self._parts: list[QWidget] = [self.banner, self.canvas, *timelines, self.live_button]
        self.idle()

    def add_tool(self, button: QToolButton) -> None:
        """Puts a button at the right end of the line under the canvas."""
        button.setProperty("look", "quiet")
        self.tools.addWidget(button)
        self._parts.append(button)

    def parts(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        return list(self._parts)

    # -- the run -----------------------------------------------------------------------------

    def begin(self, request: GenerationRequest) -> None:
        """Shows a run from now on."""
        self.item = None
        self.is_live = True
        self.canvas.start(request.width, request.height)
        self.caption.setText(prompt_line(request))
        self._empty.hide()
        self.run_shown.emit(request)

    def set_progress(self, sentence: str, share: float | None) -> None:
        """How far the run is; ``share`` is None while that is not known."""
        self.progress_bar.setValue(0 if share is None else round(share * _SHARES))
        self.progress_bar.setFormat(sentence)
        self.progress_bar.setAccessibleDescription(sentence)
        if self.item is None:
            self._say(sentence)

    def preview(self, preview: StepPreview) -> None:
        """Shows a preview of the run."""
        self.canvas.show_preview(preview)

    def finish(self, sentence: str) -> None:
        """Nothing runs any more; ``sentence`` says how it ended."""
        self.is_live = False
        self.progress_bar.setValue(0)
        self.progress_bar.setFormat("")
        self.progress_bar.setAccessibleDescription(sentence)
        if self.item is None:
            self._say(sentence)

    def show_step(self, image: QImage, words: str) -> None:
        """Shows a step of the denoising of what is on the canvas."""
        self._empty.hide()
        self.canvas.show_image(image)
        self._say(words)

    # -- pictures of the gallery -------------------------------------------------------------

    def show_item(self, item: GalleryItem, image: QImage) -> None:
        """Shows a picture of the gallery with its settings."""
        self.item = item
        self.is_live = False
        self._empty.hide()
        if image.isNull():
            self.canvas.start(item.width, item.height)
        else:
            self.canvas.show_image(image)
        request = item.request
        if request is None:
            self.caption.setText(item.path.name)
            words = self.tr("{width} × {height} · no settings in the file").format(
                width=item.width, height=item.height
            )
        else:
            self.caption.setText(prompt_line(request))
            parts = [settings_line(request)]
            if request.parent and item.kept_step is None:
                parts.append(self.tr("branched at step {step}").format(step=request.from_step))
            if item.kept_step is not None:
                parts.append(self.tr("stopped at step {step}").format(step=item.kept_step))
            if item.seconds is not None:
                parts.append(duration(item.seconds))
            words = " · ".join(parts)
        self._say(words)
        self.item_shown.emit(item, image)

    def show_made(self, item: GalleryItem, image: QImage) -> None:
        """Shows a picture just made; while the next one is under way, only until its preview."""
        if not self.is_live:
            self.show_item(item, image)
        elif image.size() == self.canvas.frame_size:
            self.canvas.show_image(image)

    def show_unsaved(self, request: GenerationRequest, image: QImage, sentence: str) -> None:
        """Shows a finished picture that is not in the gallery."""
        self.item = None
        self._empty.hide()
        self.canvas.show_image(image)
        self.caption.setText(prompt_line(request))
        self.status_line.setText(sentence)

    def idle(self) -> None:
        """Shows the empty state."""
        self.item = None
        self.is_live = False
        self.canvas.clear()
        self.caption.setText("")
        self.status_line.setText("")
        self._empty.show()
        self.canvas.describe(self.tr("Empty: no picture has been made yet."))
        self.emptied.emit()

    @Slot(int)
    def set_gallery_size(self, count: int) -> None:
        """How many pictures there are: who has none is shown how to make one."""
        self._empty.set_first(count == 0)

    def suggestion(self) -> str:
        """The prompt to try first, in the language of the window."""
        return self._empty.suggestion

    def set_suggestion(self, prompt: str) -> None:
        """Another prompt to begin with, such as one in another language; empty for none."""
        self._empty.set_suggestion(prompt)

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        if self.canvas.accessibleDescription():
            self._say(self.status_line.text())

    # -- inside ------------------------------------------------------------------------------

    def _say(self, words: str) -> None:
        self.status_line.setText(words)
        self.canvas.describe(f"{self.caption.text()}. {words}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_banner()

    @Slot()
    def _place_banner(self) -> None:
        """Over the canvas rather than above it, so that nothing moves when a notice comes."""
        width = min(self.width() - 2 * GAP, 760)
        height = self.banner.height_for(width)
        self.banner.setGeometry((self.width() - width) // 2, GAP + 3, width, height)
