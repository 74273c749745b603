"""The line that a search is typed into, with the words that a query may have."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QToolButton, QWidget

from sdstudio.gallery.facets import Facets
from sdstudio.gui.completion import WordDelegate
from sdstudio.gui.finding.suggesting import Suggestion, suggest
from sdstudio.gui.icons import SIZE, IconSet
from sdstudio.gui.keys import keys_text, with_keys
from sdstudio.gui.labels import set_tooltip
from sdstudio.gui.theme import GAP, ThemeSource

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 2000
_SIGN = SIZE + 4
_MOST_ROWS = 8
_LEAST_WIDTH = 160
_EXAMPLES = (
    'cat "blue house" -dog',
    "model:starter  scheduler:euler",
    "rating:>=3  steps:20..30  size:512x768",
    "date:2026-11  date:2026-11-01..2026-11-21",
    'tag:sketch  in:"My collection"',
    "is:favourite  is:imported  has:trajectory",
    "sort:oldest",
)


class SearchLine(QLineEdit):
    """A line of text with a sign, a button that clears it, and completion. GUI thread only.

    While nothing is chosen in the list of words, Enter is the line's own.
    """

    entered = Signal()
    """Enter: the user has typed all."""
    left = Signal()
    """The user wants to go on in the grid."""
    begun = Signal()
    """The line got the keyboard."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallerySearch")
        self.setAccessibleName(self.tr("Search the gallery"))
        self.setPlaceholderText(self.tr("Search words, tag:…"))
        self.setMaxLength(_LONGEST)
        words = self.tr("Search ({keys}), for example:").format(keys=keys_text("Ctrl+F"))
        set_tooltip(self, "\n".join((words, *_EXAMPLES)))
        self._facets: Facets | None = None
        self._suggestion: Suggestion | None = None
        self._themes = themes
        self._icons = icons
        self.clear_button = QToolButton(self)
        self.clear_button.setObjectName("clearSearchButton")
        self.clear_button.setAccessibleName(self.tr("Clear the search"))
        self.clear_button.setProperty("look", "inline")
        # Esc does it by the keyboard.
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        set_tooltip(self.clear_button, with_keys(self.tr("Clear the search"), "Esc"))
        icons.attach(self.clear_button, "close")
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        self.setTextMargins(_SIGN, 0, _SIGN, 0)
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self.popup = QListView()
        self.popup.setObjectName("searchCompletion")
        self.popup.setAccessibleName(self.tr("What this word could be"))
        self.popup.setProperty("surface", "banner")
        self._completer.setPopup(self.popup)
        self.popup.setItemDelegate(WordDelegate(themes, self.popup, chips=False))
        self._completer.activated.connect(self._accept)
        self.textEdited.connect(self._offer)
        self.textChanged.connect(self._text_changed)
        self._text_changed()

    def know(self, facets: Facets) -> None:
        """What there is to complete to."""
        self._facets = facets

    def show_text(self, text: str) -> None:
        """Puts a query there that was not typed; the same one leaves the cursor where it is."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.home(False)

    # -- completion --------------------------------------------------------------------------

    @Slot()
    def _offer(self) -> None:
        self._suggestion = suggest(self.text()[: self.cursorPosition()], self._facets)
        if self._suggestion is None:
            self.popup.hide()
            return
        self._model.setStringList(list(self._suggestion.words))
        metrics = self.popup.fontMetrics()
        widest = max(metrics.horizontalAdvance(word) for word in self._suggestion.words)
        width = max(_LEAST_WIDTH, min(widest + 5 * GAP, self.width()))
        self._completer.setMaxVisibleItems(_MOST_ROWS)
        left = min(self.cursorRect().left(), self.width() - width)
        self._completer.complete(QRect(max(0, left), 0, width, self.height()))

    @Slot(str)
    def _accept(self, word: str) -> None:
        if self._suggestion is None:
            return
        end = self.cursorPosition()
        self.setSelection(end - self._suggestion.typed, self._suggestion.typed)
        self._suggestion = None
        # A key wants its value next, a filter is whole.
        self.insert(word if word.endswith(":") else f"{word} ")
        if word.endswith(":"):
            self._offer()

    def _is_choosing(self) -> bool:
        return self.popup.isVisible() and self.popup.currentIndex().isValid()

    # -- events ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        is_offered = event.type() == QEvent.Type.ShortcutOverride
        if is_offered and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.popup.isVisible() and (
            key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab) or (key in _ENTERS and self._is_choosing())
        ):
            event.ignore()  # the list of words asks here first
        elif key in _ENTERS:
            self.popup.hide()
            self.entered.emit()
        elif key == Qt.Key.Key_Down:
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begun.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 6
        self.clear_button.setGeometry(self.width() - side - 3, 3, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        sign = self._icons.pixmap(
            "search", self._themes.theme.secondary, SIZE, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(GAP, (self.height() - SIZE) / 2), sign)
        painter.end()

    @Slot()
    def _text_changed(self) -> None:
        self.clear_button.setVisible(bool(self.text()))
