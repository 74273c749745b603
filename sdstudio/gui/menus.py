"""The menu bar: the window's actions in the order people expect."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from sdstudio.gui.actions import Actions

translate = QCoreApplication.translate


def build_menus(bar: QMenuBar, actions: Actions) -> None:
    """Fills the menu bar."""
    file = bar.addMenu(translate("Menus", "&File"))
    file.addActions([actions.models, actions.open_model, actions.open_model_file])
    file.addSeparator()
    file.addActions([actions.import_pictures, actions.export_pictures, actions.save_as])
    file.addSeparator()
    file.addActions([actions.pictures_folder, actions.show_pictures, actions.check_gallery])
    file.addSeparator()
    file.addAction(actions.quit)
    edit = bar.addMenu(translate("Menus", "&Edit"))
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
    generate = bar.addMenu(translate("Menus", "&Generate"))
    generate.addActions([actions.generate, actions.stop, actions.stop_and_keep, actions.stop_all])
    generate.addSeparator()
    generate.addActions([actions.surprise, actions.reset_settings])
    generate.addSeparator()
    generate.addAction(actions.use_gpu)
    denoising = bar.addMenu(translate("Menus", "&Denoising"))
    denoising.addActions([actions.show_timeline, actions.play])
    denoising.addSeparator()
    denoising.addActions([actions.branch, actions.keep_step, actions.export_denoising])
    denoising.addSeparator()
    denoising.addActions([actions.keep_denoising, actions.always_keep])
    denoising.addSeparator()
    denoising.addAction(actions.previews)
    view = bar.addMenu(translate("Menus", "&View"))
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
    theme = view.addMenu(translate("Menus", "&Theme"))
    theme.addActions(actions.themes.actions())
    language = view.addMenu(translate("Menus", "La&nguage"))
    language.addActions(actions.languages.actions())
    view.addSeparator()
    view.addAction(actions.arrange)
    help_menu = bar.addMenu(translate("Menus", "&Help"))
    help_menu.addActions([actions.tour, actions.shortcuts])
    help_menu.addSeparator()
    help_menu.addActions([actions.show_log, actions.diagnostics])
    help_menu.addSeparator()
    help_menu.addActions([actions.tell_of_updates, actions.about])


def rating_menu(actions: Actions, parent: QWidget) -> QMenu:
    """The ratings as a menu inside another."""
    menu = QMenu(translate("Menus", "Ratin&g"), parent)
    menu.addActions(actions.ratings)
    return menu
