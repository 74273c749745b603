"""What all panes of the X-ray share: a heading, what one is looking at, the code, and saving."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QImage, QRegion
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip, without_key
from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import sentence, translated
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.xray.highlight import PythonColours
from sdstudio.request import SdstudioError, TrajectoryInfo
from sdstudio.xray import Answer, NotApplicable, Query, Rgb

_WAIT_BEFORE_SAYING_SO = 400
"""Milliseconds: an answer that comes sooner needs no sign that it is on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class XrayContext:
    """What the window is about at the moment, as far as panes want to know it.

    ``step`` counts from 1 and is the one the timeline is at, 0 without one. ``model`` tells the
    model in memory from others and is empty while there is none; ``schedulers`` are those it can
    be run with. The settings are those of the next picture. ``picture`` is the finished one on the
    canvas, ``runs`` the denoisings in memory: request id and a label for people.
    """

    trajectory: TrajectoryInfo | None = None
    step: int = 0
    model: str = ""
    schedulers: tuple[str, ...] = ()
    prompt: str = ""
    negative_prompt: str = ""
    scheduler: str = "dpmpp_2m"
    num_inference_steps: int = 20
    width: int = 128
    height: int = 128
    guidance_scale: float = 4.0
    picture: Rgb | None = None
    runs: tuple[tuple[str, str], ...] = ()


class Pane(QWidget):
    """One pane. A subclass fills ``body``, and says in ``query`` what it wants to know.

    It is asked for that whenever the context changes or it comes into sight, and only then: a pane
    that is not looked at asks nothing. The answer before stays until the next one is there. GUI
    thread only.
    """

    asked = Signal(object)
    """Query: this pane wants an answer; it comes by ``take`` or ``fail``."""
    save_picture_wanted = Signal()
    save_numbers_wanted = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        sentence: str,
        themes: ThemeSource,
        icons: IconSet,
        parent: QWidget | None = None,
        *,
        rest: int = 0,
    ) -> None:
        """``name`` is short and plain, such as ``tokens``; ``sentence`` says what one looks at.

        ``rest`` is how many milliseconds nothing must change before it asks.
        """
        super().__init__(parent)
        self.setObjectName(f"{name}Pane")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.name = name
        self.title = title
        self.sentence = sentence
        self.themes = themes
        self.icons = icons
        self.context = XrayContext()
        self._is_active = False
        self._asked: Query | None = None
        self._is_answered = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest)
        self._rest.timeout.connect(self._ask_rested)
        self._build_header()
        self._build_pages()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WAIT_BEFORE_SAYING_SO)
        self._waiting.timeout.connect(self._say_waiting)
        self._show_page()

    # -- what a subclass says ----------------------------------------------------------------

    def query(self) -> Query | None:
        """What it wants to know in this context; None for nothing, after ``show_message``."""
        return None

    def show_answer(self, query: Query, answer: Answer) -> None:
        """Shows what was asked for. Only the answer to the latest question gets here."""

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        """Header and rows of what is shown, for a CSV file."""
        return [], []

    # -- from outside ------------------------------------------------------------------------

    def set_context(self, context: XrayContext) -> None:
        """Tells what the window is about now. With another model every answer is forgotten."""
        if context.model != self.context.model:
            self.forget()
        self.context = context
        if self._is_active:
            self.refresh()

    def set_active(self, active: bool) -> None:
        """Whether the pane is looked at; it asks only while it is."""
        if active == self._is_active:
            return
        self._is_active = active
        if active:
            self.refresh()
        else:
            self._rest.stop()

    def is_active(self) -> bool:
        """Whether the pane is looked at."""
        return self._is_active

    def take(self, query: Query, answer: Answer) -> None:
        """An answer has come. One to an earlier question counts no more."""
        if query != self._asked:
            return
        self.settle()
        if isinstance(answer, NotApplicable):
            self.show_message(translated(answer.sentence))
            return
        # A map and a spot of the attention come without code: that of the replay stays.
        code = getattr(answer, "code", "")
        if code:
            self.set_code(code)
        self.show_body()
        self.show_answer(query, answer)

    def fail(self, query: Query, error: SdstudioError) -> None:
        """A question could not be answered; the next change asks again."""
        if query != self._asked:
            return
        self.forget()
        self.show_message(sentence(error))

    def set_stage(self, stage: str) -> None:
        """The ``Stage`` of the run under way, empty while none is; a pane may light it up."""

    def set_progress(self, query: Query, done: int, total: int) -> None:
        """How far the answer has come, of what takes long."""
        if query == self._asked and not self._is_answered:
            self._progress.setRange(0, max(1, total))
            self._progress.setValue(done)

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self.title = tell(self.title)
        self.sentence = tell(self.sentence)

    # -- for a subclass ----------------------------------------------------------------------

    def refresh(self) -> None:
        """Asks for what the context wants, unless that was asked last; once it rests."""
        query = self.query()
        if query is None or query == self._asked:
            self._rest.stop()
        elif self._rest.interval() and self.waits():
            self._rest.start()
        else:
            self.ask(query)

    def waits(self) -> bool:
        """Whether the next question has to wait until nothing changes."""
        return True

    def ask(self, query: Query) -> None:
        """Asks, unless this was asked last. The answer before stays until the new one comes."""
        if query == self._asked:
            return
        self._asked = query
        self._is_answered = False
        self._waiting.start()
        self.asked.emit(query)

    def is_waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._asked is not None and not self._is_answered

    def settle(self) -> None:
        """The question asked last counts as answered."""
        self._done()
        self._is_answered = True

    def forget(self) -> None:
        """Nothing was asked and nothing answered."""
        self._done()
        self._asked = None
        self._is_answered = False

    def set_code(self, code: str) -> None:
        """The script that gives the same numbers."""
        if code != self._code.toPlainText():
            self._code.setPlainText(code)
        self._copy_button.setEnabled(bool(code))

    def code(self) -> str:
        """The script as it is shown."""
        return self._code.toPlainText()

    def show_message(self, text: str) -> None:
        """A sentence in the place of the body, until ``show_body``."""
        self._message.setText(text)
        self._has_message = True
        self._show_page()

    def show_body(self) -> None:
        """The body in the place of a sentence."""
        self._has_message = False
        self._show_page()

    def message(self) -> str:
        """The sentence in the place of the body; empty while the body is shown."""
        text: str = self._message.text()
        return text if self._has_message else ""

    def picture(self) -> QImage:
        """The whole body as a picture, also what is scrolled out of sight."""
        ratio = self.devicePixelRatioF()
        image = QImage(self._content.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(self.themes.theme.panel))
        self._content.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        return image

    # -- building ----------------------------------------------------------------------------

    def _build_header(self) -> None:
        self._title = PlainLabel(self.title, role="heading")
        self._sentence = PlainLabel(self.sentence, role="hint", wrap=True)
        self._sentence.setObjectName(f"{self.name}Sentence")
        self.view_tab = self._tab("View", self.tr("&View"))
        self.code_tab = self._tab("Code", self.tr("Show the &code"))
        self._tabs = QButtonGroup(self)
        self._tabs.addButton(self.view_tab, 0)
        self._tabs.addButton(self.code_tab, 1)
        self.view_tab.setChecked(True)
        self._tabs.idClicked.connect(self._show_page)
        self.picture_button = self._tool(
            "SavePicture", "picture", self.tr("Save as a picture (PNG)…")
        )
        self.picture_button.clicked.connect(self.save_picture_wanted)
        self.numbers_button = self._tool("SaveNumbers", "table", self.tr("Save the numbers (CSV)…"))
        self.numbers_button.clicked.connect(self.save_numbers_wanted)

    def _tab(self, name: str, label: str) -> QPushButton:
        tab = QPushButton(label)
        tab.setObjectName(f"{self.name}{name}Tab")
        tab.setAccessibleName(without_key(label))
        tab.setCheckable(True)
        return tab

    def _tool(self, name: str, icon: str, label: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{self.name}{name}Button")
        button.setAccessibleName(label)
        button.setProperty("look", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_tooltip(button, label)
        self.icons.attach(button, icon)
        return button

    def _build_pages(self) -> None:
        self._has_message = False
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, GAP // 2, 0)
        self.body.setSpacing(GAP + GAP // 2)
        self._scroll = QScrollArea()
        self._scroll.setObjectName(f"{self.name}Scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._message: PlainLabel = PlainLabel("", role="hint", wrap=True)
        self._message.setObjectName(f"{self.name}Message")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self._message)
        self._pages.addWidget(self._build_code())
        self._progress = QProgressBar()
        self._progress.setObjectName(f"{self.name}Progress")
        self._progress.setAccessibleName(self.tr("Progress of the answer"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(2)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        self._colour_progress()
        self.themes.changed.connect(self._colour_progress)

        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        row.addWidget(self.view_tab)
        row.addWidget(self.code_tab)
        row.addStretch(1)
        row.addWidget(self.picture_button)
        row.addWidget(self.numbers_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(GAP // 2)
        column.addLayout(row)
        column.addWidget(self._progress)
        column.addWidget(self._pages, 1)

    def _build_code(self) -> QWidget:
        self._code = QPlainTextEdit()
        self._code.setObjectName(f"{self.name}Code")
        self._code.setAccessibleName(self.tr("The code of {title}").format(title=self.title))
        self._code.setReadOnly(True)
        # Text that cannot be changed can still be chosen and copied by keyboard.
        self._code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._code.setTabChangesFocus(True)
        self._code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._code.setPlaceholderText(self.tr("The code comes together with the numbers."))
        self._colours = PythonColours(self._code.document(), self.themes)
        self._copy_button = QPushButton(self.tr("Co&py"))
        self._copy_button.setObjectName(f"{self.name}CopyButton")
        self._copy_button.setAccessibleName(self.tr("Copy the code"))
        self._copy_button.setEnabled(False)
        self.icons.attach(self._copy_button, "copy")
        self._copy_button.clicked.connect(self._copy)
        hint = PlainLabel(
            self.tr("Plain diffusers; it gives the same numbers as it stands."),
            role="hint",
            wrap=True,
        )
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(hint, 1)
        row.addWidget(self._copy_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self._code, 1)
        return page

    @Slot()
    def _show_page(self) -> None:
        if self.code_tab.isChecked():
            self._pages.setCurrentIndex(2)
        else:
            self._pages.setCurrentIndex(1 if self._has_message else 0)
        is_seen = not self._has_message
        self.picture_button.setEnabled(is_seen)
        self.numbers_button.setEnabled(is_seen)

    @Slot()
    def _colour_progress(self) -> None:
        accent = self.themes.theme.accent
        self._progress.setStyleSheet(
            "QProgressBar { background: transparent; border: none; }"
            f"QProgressBar::chunk {{ background: {accent}; }}"
        )

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.toPlainText())

    @Slot()
    def _ask_rested(self) -> None:
        query = self.query() if self._is_active else None
        if query is not None:
            self.ask(query)

    @Slot()
    def _say_waiting(self) -> None:
        self._progress.setRange(0, 0)
        self._progress.show()

    def _done(self) -> None:
        self._waiting.stop()
        self._progress.hide()
