"""Parts of the main window that are built once: its docks, and the buttons under the canvas."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolButton, QVBoxLayout, QWidget

from sdstudio.gui.actions import Actions
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.gallery_panel import GalleryPanel
from sdstudio.gui.keys import with_keys
from sdstudio.gui.labels import set_tooltip, tooltip_text, without_key
from sdstudio.gui.menus import rating_menu
from sdstudio.gui.theme import GAP
from sdstudio.gui.viewer_control import ViewerControl


def make_dock(
    window: QMainWindow, name: str, title: str, content: QWidget, margins: tuple[int, int]
) -> QDockWidget:
    """A dock of the window around ``content``, with margins left and right in pixels."""
    holder = QWidget()
    around = QVBoxLayout(holder)
    around.setContentsMargins(margins[0], GAP // 2, margins[1], 0)
    around.addWidget(content)
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setAccessibleName(title)
    dock.setWidget(holder)
    dock.setMinimumWidth(300)
    return dock


def grouped(groups: Iterable[Iterable[QAction]], owner: QObject) -> list[QAction]:
    """The actions of a menu with a line between one group and the next."""
    found: list[QAction] = []
    for group in groups:
        if found:
            line = QAction(owner)
            line.setSeparator(True)
            found.append(line)
        found += group
    return found


def put_tools(
    actions: Actions, pane: CanvasPane, gallery_panel: GalleryPanel, viewing: ViewerControl
) -> None:
    """Puts the actions of a picture where they are at hand, and their keys into the tooltips."""
    for action in actions.all:
        keys = action.shortcut().toString()
        set_tooltip(action, with_keys(without_key(action.text()), keys))
    set_tooltip(
        actions.pixels,
        with_keys(
            QCoreApplication.translate(
                "MainWindow", "Show the picture's pixels instead of smoothing them"
            ),
            "Ctrl+P",
        ),
    )
    for action, name in (
        (actions.reuse, "reuseButton"),
        (actions.save_as, "saveAsButton"),
        (actions.reveal, "revealButton"),
        (actions.trash, "trashButton"),
        (actions.pixels, "pixelsButton"),
    ):
        button = QToolButton()
        button.setObjectName(name)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(without_key(action.text()))
        button.setAccessibleDescription(tooltip_text(action.toolTip()))
        pane.add_tool(button)
    view = gallery_panel.view
    gallery_panel.details.take_actions(actions.copy_value, actions.copy_details)
    view.addAction(actions.show_picture)
    for widget in (view, pane.canvas):
        order = (
            rating_menu(actions, widget).menuAction(),
            actions.favourite,
            actions.tag,
            actions.collect,
        )
        *groups, last = actions.groups_of_a_picture
        widget.addActions(grouped((*groups, order, last), widget))
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    viewing.take_actions(grouped(actions.groups_in_viewer, viewing))
