"""The right pane: gallery, queue, family and X-ray, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.keys import with_keys
from sdstudio.gui.labels import set_tooltip
from sdstudio.gui.theme import GAP


class SidePanel(QFrame):
    """A row of tabs over the page of the chosen one."""

    page_shown = Signal(int)
    """Index of the page that was chosen."""

    def __init__(
        self,
        gallery: QWidget,
        queue: QWidget,
        family: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setObjectName("sidePanel")
        self._pages = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP // 2)
        self._add("galleryTab", self.tr("Gallery"), "Ctrl+1", gallery)
        self._add("queueTab", self.tr("Queue"), "Ctrl+2", queue)
        self._add("familyTab", self.tr("Family"), "Ctrl+3", family)
        self._xray = QVBoxLayout()
        self._xray.setContentsMargins(0, 0, 0, 0)
        xray = QWidget()
        xray.setLayout(self._xray)
        self._add("xrayTab", self.tr("X-ray"), "Ctrl+4", xray)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP // 2, GAP + GAP // 2, GAP + GAP // 2, GAP + GAP // 2)
        column.setSpacing(GAP + GAP // 2)
        column.addLayout(self._row)
        column.addWidget(self._pages, 1)
        self._tabs.idClicked.connect(self.show_page)
        self.show_page(0)

    @Slot(int)
    def show_page(self, index: int) -> None:
        """0 is the gallery, 1 the queue, 2 the family, 3 the X-ray."""
        self._tabs.button(index).setChecked(True)
        self._pages.setCurrentIndex(index)
        self.page_shown.emit(index)

    def set_xray(self, panel: QWidget) -> None:
        """Puts the X-ray on its page; it is made when it is first wanted."""
        if self._xray.indexOf(panel) < 0:
            self._xray.addWidget(panel)

    def set_queue_length(self, count: int) -> None:
        """Puts the number of requests on the queue's tab."""
        label = self.tr("Queue ({count})").format(count=count) if count else self.tr("Queue")
        self._tabs.button(1).setText(label)
        self._tabs.button(1).setAccessibleName(label)

    def _add(self, name: str, label: str, keys: str, page: QWidget) -> None:
        tab = QPushButton(label)
        tab.setObjectName(name)
        tab.setAccessibleName(label)
        tab.setCheckable(True)
        set_tooltip(tab, with_keys(label, keys))
        self._tabs.addButton(tab, self._pages.count())
        self._row.addWidget(tab)
        self._pages.addWidget(page)
