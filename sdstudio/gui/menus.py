"""The menu bar: the window's actions in the order people expect."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from sdstudio.gui.actions import Actions


def build_menus(bar: QMenuBar, actions: Actions) -> None:
    """Fills the menu bar."""
    file = bar.addMenu(_tr("&File"))
    file.addActions([actions.models, actions.open_model, actions.open_model_file])
    file.addSeparator()
    file.addActions([actions.import_pictures, actions.export_pictures, actions.save_as])
    file.addSeparator()
    file.addActions([actions.pictures_folder, actions.show_pictures, actions.check_gallery])
    file.addSeparator()
    file.addAction(actions.quit)
    edit = bar.addMenu(_tr("&Edit"))
    edit.addActions([actions.undo, actions.redo])
    edit.addSeparator()
    edit.addAction(actions.find)
    edit.addSeparator()
    edit.addActions([actions.view_full, actions.compare, actions.send_to_compare])
    edit.addSeparator()
    edit.addActions([actions.reuse, actions.reuse_without_seed])
    edit.addActions([actions.reuse_prompt, actions.reuse_seed])
    edit.addSeparator()
    edit.addActions([actions.copy_picture, actions.copy_prompt, actions.copy_seed])
    edit.addAction(actions.copy_settings)
    edit.addSeparator()
    edit.addMenu(rating_menu(actions, edit))
    edit.addActions([actions.favourite, actions.tag, actions.collect])
    edit.addSeparator()
    edit.addActions([actions.reveal, actions.trash])
    generate = bar.addMenu(_tr("&Generate"))
    generate.addActions([actions.generate, actions.stop, actions.stop_and_keep, actions.stop_all])
    generate.addSeparator()
    generate.addActions([actions.surprise, actions.reset_settings])
    denoising = bar.addMenu(_tr("&Denoising"))
    denoising.addActions([actions.show_timeline, actions.play])
    denoising.addSeparator()
    denoising.addActions([actions.branch, actions.keep_step, actions.export_denoising])
    denoising.addSeparator()
    denoising.addActions([actions.keep_denoising, actions.always_keep])
    denoising.addSeparator()
    denoising.addAction(actions.previews)
    view = bar.addMenu(_tr("&View"))
    view.addActions(
        [
            actions.focus_prompt,
            actions.show_gallery,
            actions.show_queue,
            actions.show_family,
            actions.show_xray,
        ]
    )
    view.addSeparator()
    view.addActions([actions.show_details, actions.larger_tiles, actions.smaller_tiles])
    view.addAction(actions.usual_tiles)
    view.addSeparator()
    view.addAction(actions.pixels)
    theme = view.addMenu(_tr("&Theme"))
    theme.addActions(actions.themes.actions())
    view.addSeparator()
    view.addAction(actions.arrange)
    help_menu = bar.addMenu(_tr("&Help"))
    help_menu.addActions([actions.shortcuts, actions.show_log])
    help_menu.addSeparator()
    help_menu.addActions([actions.tell_of_updates, actions.about])


def rating_menu(actions: Actions, parent: QWidget) -> QMenu:
    """The ratings as a menu inside another."""
    menu = QMenu(_tr("Ratin&g"), parent)
    menu.addActions(actions.ratings)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)
