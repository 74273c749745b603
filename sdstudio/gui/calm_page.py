"""A page of a window that shows one thing: work under way, or what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from sdstudio.gui.check_findings import ThemedSign
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, PlainLabel, mark_users_text
from sdstudio.gui.theme import GAP, ThemeSource

_BAR = 320
_SIGN = 48


class CalmPage(QWidget):
    """Something under way or its end: a sign or a bar, a title, a sentence. GUI thread only."""

    def __init__(self, name: str, themes: ThemeSource, icons: IconSet) -> None:
        """``name`` begins the object names."""
        super().__init__()
        self._sign = ThemedSign(themes, icons, _SIGN)
        self._title = PlainLabel(role="title")
        self._told = PlainLabel(role="hint", wrap=True)
        self._told.setObjectName(f"{name}Told")
        self._path = ElidedLabel(role="mono", mode=Qt.TextElideMode.ElideMiddle)
        mark_users_text(self._path)
        self._path.setObjectName(f"{name}Path")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}Progress")
        self._bar.setProperty("look", "thin")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addStretch(2)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._told)
        layout.addWidget(self._path)
        layout.addStretch(3)
        for label in (self._title, self._told, self._path):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def show_work(self, title: str, told: str) -> None:
        """Work has begun; nobody knows yet how much it is."""
        self._title.setText(title)
        self._told.setText(told)
        self._bar.setRange(0, 0)
        self._show(is_work=True, has_path=False)

    def show_share(self, done: int, total: int, told: str) -> None:
        """How much of the work is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._told.setText(told)

    def show_outcome(self, sign: str, colour: str, title: str, told: str, path: str = "") -> None:
        """The end of the work; ``path`` is a file that came of it."""
        self._sign.show_sign(sign, colour)
        self._title.setText(title)
        self._told.setText(told)
        self._path.setText(path)
        self._show(is_work=False, has_path=bool(path))

    def _show(self, *, is_work: bool, has_path: bool) -> None:
        self._sign.setVisible(not is_work)
        self._bar.setVisible(is_work)
        self._path.setVisible(has_path)
