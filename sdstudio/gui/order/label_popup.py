"""A small window for the tags or the collections of some pictures: type, tick, done."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gallery.words import folded
from sdstudio.gui.labels import ElidedLabel, PlainLabel
from sdstudio.gui.order.deeds import Label, Labels
from sdstudio.gui.theme import GAP

LabelKind = Literal["tag", "collection"]
_WIDTH, _HEIGHT = 264, 320
_NAME = Qt.ItemDataRole.UserRole
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STATES = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class LabelPopup(QFrame):
    """Shows which labels pictures have, ticked, or half ticked where only some have it.

    Each tick is told at once. What is typed narrows the list; Enter gives the pictures that label,
    a new one if there is none. Esc or a click elsewhere closes it. GUI thread only.
    """

    label_wanted = Signal(str, bool)
    """A name, and whether all the pictures are to have it, or none."""
    rename_wanted = Signal(str, str)
    """A collection, and its new name."""
    delete_wanted = Signal(str)
    """A collection."""

    def __init__(self, kind: LabelKind, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(f"{kind}Popup")
        self.setProperty("surface", "banner")
        self._kind = kind
        self._labels: tuple[Label, ...] = ()
        self._total = 0
        self._renamed = ""
        self._heading = ElidedLabel("", role="heading")
        self.line = QLineEdit()
        self.line.setObjectName(f"{kind}Line")
        self.line.setMaxLength(200)
        self.list = QListWidget()
        self.list.setObjectName(f"{kind}List")
        self.list.setProperty("ticks", True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = PlainLabel("", role="hint", wrap=True)
        self.rename_button = self._button("rename", self.tr("Rename"))
        self.delete_button = self._button("delete", self.tr("Delete"))
        if kind == "tag":
            self.setAccessibleName(self.tr("Tags"))
            self.line.setAccessibleName(self.tr("Tag"))
            self.line.setPlaceholderText(self.tr("Find or add a tag"))
            self.list.setAccessibleName(self.tr("Tags"))
        else:
            self.setAccessibleName(self.tr("Collections"))
            self.line.setAccessibleName(self.tr("Collection"))
            self.line.setPlaceholderText(self.tr("Find or add a collection"))
            self.list.setAccessibleName(self.tr("Collections"))
        self._lay_out()
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._toggle)
        self.list.currentItemChanged.connect(self._tell_buttons)
        self.rename_button.clicked.connect(self._begin_renaming)
        self.delete_button.clicked.connect(self._delete)

    def open_at(self, place: QRect) -> None:
        """Opens under ``place``, in global coordinates, or beside it where there is no room."""
        self._renamed = ""
        self.line.clear()
        self.resize(_WIDTH, _HEIGHT)
        screen = self.screen().availableGeometry()
        corner = place.bottomLeft() + QPoint(0, GAP // 2)
        if corner.y() + _HEIGHT > screen.bottom():
            corner.setY(max(screen.top(), place.top() - GAP // 2 - _HEIGHT))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - _WIDTH)))
        self.move(corner)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_labels(self, labels: Labels) -> None:
        """What there is and what the pictures have; what is typed stays."""
        self._total = labels.total
        self._labels = labels.tags if self._kind == "tag" else labels.collections
        self._heading.setText(
            self.tr("Tags of %Ln picture(s)", "", labels.total)
            if self._kind == "tag"
            else self.tr("Collections of %Ln picture(s)", "", labels.total)
        )
        self._fill()

    # -- what the user does ------------------------------------------------------------------

    @Slot(QListWidgetItem)
    def _toggle(self, item: QListWidgetItem) -> None:
        is_wanted = item.checkState() != Qt.CheckState.Checked
        item.setCheckState(_STATES[is_wanted])
        self.label_wanted.emit(str(item.data(_NAME)), is_wanted)

    def _enter(self) -> None:
        """What is typed: a new name for a collection, a label to give, or that all is done."""
        typed = self.line.text().strip()
        renamed, self._renamed = self._renamed, ""
        if not typed:
            self.close()
            return
        self.line.clear()
        if renamed:
            self.rename_wanted.emit(renamed, typed)
            self._fill()
            return
        known = next((one.name for one in self._labels if folded(one.name) == folded(typed)), typed)
        self.label_wanted.emit(known, True)

    @Slot()
    def _begin_renaming(self) -> None:
        if self._kind == "collection" and (name := self._current()):
            self._renamed = name
            self.line.setText(name)
            self.line.selectAll()
            self.line.setFocus()
            self._fill()

    @Slot()
    def _delete(self) -> None:
        if self._kind == "collection" and (name := self._current()):
            self.delete_wanted.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            took = self._line_key(key) if watched is self.line else self._list_key(key)
            if took:
                return True
        return super().eventFilter(watched, event)

    def _line_key(self, key: Qt.Key) -> bool:
        if key in _ENTERS:
            self._enter()
        elif key == Qt.Key.Key_Down and self.list.count():
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            self.list.setFocus()
        else:
            return False
        return True

    def _list_key(self, key: Qt.Key) -> bool:
        if self.list.currentRow() < 0:
            return False
        item = self.list.currentItem()
        if key in (Qt.Key.Key_Space, *_ENTERS):
            self._toggle(item)
        elif key == Qt.Key.Key_F2:
            self._begin_renaming()
        elif key == Qt.Key.Key_Delete:
            self._delete()
        elif key == Qt.Key.Key_Up and self.list.currentRow() == 0:
            self.line.setFocus()
        else:
            return False
        return True

    # -- inside ------------------------------------------------------------------------------

    @Slot()
    def _fill(self) -> None:
        current = self._current()
        # While one is renamed, what is typed narrows nothing.
        typed = "" if self._renamed else folded(self.line.text().strip())
        self.list.clear()
        for label in self._labels:
            if typed not in folded(label.name):
                continue
            item = QListWidgetItem(label.name)
            item.setData(_NAME, label.name)
            state = _STATES[label.chosen > 0]
            if 0 < label.chosen < self._total:
                state = Qt.CheckState.PartiallyChecked
            item.setCheckState(state)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
            if label.name == current:
                self.list.setCurrentItem(item)
        self._tell_hint(typed)
        self._tell_buttons()

    def _tell_hint(self, typed: str) -> None:
        is_known = any(folded(label.name) == typed for label in self._labels)
        if self._renamed:
            text = self.tr("Enter renames “{name}”.").format(name=self._renamed)
        elif typed and not is_known:
            text = self.tr("Enter adds “{name}”.").format(name=self.line.text().strip())
        elif not self._labels:
            text = self.tr("Type a name and press Enter.")
        else:
            text = ""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    @Slot()
    def _tell_buttons(self) -> None:
        for button in (self.rename_button, self.delete_button):
            button.setVisible(self._kind == "collection")
            button.setEnabled(self.list.currentRow() >= 0)

    def _current(self) -> str:
        if self.list.currentRow() < 0:
            return ""
        return str(self.list.currentItem().data(_NAME))

    def _button(self, name: str, label: str) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(f"{name}{self._kind.capitalize()}Button")
        button.setAccessibleName(label)
        button.setProperty("look", "quiet")
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch()
        foot.addWidget(self.rename_button)
        foot.addWidget(self.delete_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP + GAP // 2, GAP + GAP // 2, GAP + GAP // 2, GAP + GAP // 2)
        layout.setSpacing(GAP)
        layout.addWidget(self._heading)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
        layout.addLayout(foot)
