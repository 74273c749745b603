"""A notice above the canvas that waits to be read and blocks nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.retold import Tell
from sdstudio.gui.theme import GAP, ThemeSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One sentence or two for the user, and what can be done about it.

    ``key`` names what it is about: a later notice of the same key replaces the earlier one, and
    ``Banner.withdraw`` takes it back. ``run`` is called on the GUI thread.
    """

    text: str
    is_error: bool = False
    key: str = ""
    action: str = ""
    run: Callable[[], None] | None = None


class Banner(QFrame):
    """Shows notices one at a time, the newest first; plain text only.

    What has just happened is what the user wonders about; closing it shows the one before.
    """

    resized = Signal()
    """Its height may have changed, or it was shown or hidden."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("surface", "banner")
        self._themes = themes
        self._icons = icons
        self._waiting: list[Notice] = []
        self._sign = PlainLabel()
        self._sign.setFixedSize(20, 20)
        self._text = PlainLabel(wrap=True)
        self._text.setObjectName("bannerText")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._more = PlainLabel(role="hint")
        self._more.setObjectName("bannerMore")
        self.action_button = QPushButton()
        self.action_button.setObjectName("bannerActionButton")
        self.close_button = QToolButton()
        self.close_button.setObjectName("bannerCloseButton")
        self.close_button.setAccessibleName(self.tr("Close this notice"))
        self.close_button.setProperty("look", "quiet")
        set_tooltip(self.close_button, self.tr("Close this notice"))
        icons.attach(self.close_button, "close")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP + GAP // 2, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._more)
        layout.addWidget(self.action_button)
        layout.addWidget(self.close_button)
        self.action_button.clicked.connect(self._act)
        self.close_button.clicked.connect(self.close_notice)
        themes.changed.connect(self._draw_sign)
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Shows a notice, before those that are still open."""
        others = [
            other
            for other in self._waiting
            if other != notice and not (notice.key and other.key == notice.key)
        ]
        self._waiting = [notice, *others]
        self._show_first()

    def withdraw(self, key: str) -> None:
        """Takes notices of a key back: what they told is no longer so."""
        self._waiting = [notice for notice in self._waiting if notice.key != key]
        self._show_first()

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._waiting = [
            replace(one, text=tell(one.text), action=tell(one.action)) for one in self._waiting
        ]
        if self._waiting:
            self._show_first()

    def height_for(self, width: int) -> int:
        """The height that the notice needs at a width."""
        layout = self.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width)

    def text(self) -> str:
        """The notice that is shown; empty when there is none."""
        return self._waiting[0].text if self._waiting else ""

    @Slot()
    def close_notice(self) -> None:
        """Closes the notice that is shown; the next one follows."""
        self._waiting = self._waiting[1:]
        self._show_first()

    @Slot()
    def _act(self) -> None:
        notice = self._waiting[0]
        self.close_notice()
        if notice.run is not None:
            notice.run()

    def _show_first(self) -> None:
        if not self._waiting:
            self.hide()
            self.resized.emit()
            return
        notice = self._waiting[0]
        more = len(self._waiting) - 1
        self._text.setText(notice.text)
        self._more.setText(self.tr("{count} more").format(count=more))
        self._more.setVisible(more > 0)
        self.setAccessibleName(notice.text)
        self.action_button.setText(notice.action)
        self.action_button.setAccessibleName(notice.action)
        self.action_button.setVisible(bool(notice.action))
        set_tooltip(
            self.close_button,
            self.tr("Close this notice; {count} more").format(count=more)
            if more
            else self.tr("Close this notice"),
        )
        self._draw_sign()
        self.show()
        self.raise_()
        self.resized.emit()

    @Slot()
    def _draw_sign(self) -> None:
        if not self._waiting:
            return
        is_error = self._waiting[0].is_error
        theme = self._themes.theme
        self._sign.setPixmap(
            self._icons.pixmap(
                "warning" if is_error else "info",
                theme.danger if is_error else theme.accent,
                20,
                self.devicePixelRatioF(),
            )
        )
