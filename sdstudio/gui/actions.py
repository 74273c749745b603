"""Everything the window can do, as actions with their keys: menus, buttons and help share them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import without_key
from sdstudio.gui.languages import AS_THE_SYSTEM, LANGUAGES


class Actions(QObject):
    """The actions, by what they do. Those under “a picture” belong to the widgets that show one."""

    def __init__(self, icons: IconSet, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self.all: list[QAction] = []
        # File
        self.open_model = self._make(
            "openModel", self.tr("Open m&odel folder…"), "Ctrl+O", "folder"
        )
        self.open_model_file = self._make(
            "openModelFile", self.tr("Open mo&del file…"), "Ctrl+Shift+O", ""
        )
        self.models = self._make("models", self.tr("&Models…"), "Ctrl+M", "model")
        self.save_as = self._make("saveAs", self.tr("Save pictu&re as…"), "Ctrl+S", "save")
        self.import_pictures = self._make(
            "importPictures", self.tr("&Import pictures…"), "Ctrl+Shift+I", "import"
        )
        self.export_pictures = self._make(
            "exportPictures", self.tr("Export pict&ures…"), "Ctrl+Shift+E", "export"
        )
        self.pictures_folder = self._make(
            "picturesFolder", self.tr("&Pictures folder…"), "", "folder"
        )
        self.show_pictures = self._make("showPictures", self.tr("Show pictures &folder"), "", "")
        self.check_gallery = self._make("checkGallery", self.tr("&Check the gallery…"), "", "")
        self.quit = self._make("quit", self.tr("&Quit"), "Ctrl+Q", "")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        # Edit
        self.undo = self._make("undo", self.tr("&Undo"), "Ctrl+Z", "undo")
        self.redo = self._make("redo", self.tr("&Redo"), "Ctrl+Shift+Z", "redo")
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        for action in (self.undo, self.redo):
            action.setEnabled(False)
        self.find = self._make("find", self.tr("Fin&d pictures"), "Ctrl+F", "search")
        self.find.setShortcuts([QKeySequence("Ctrl+F"), QKeySequence("Ctrl+G")])
        self.surprise = self._make("surprise", self.tr("Sur&prise me"), "Ctrl+R", "sparkle")
        self.reset_settings = self._make(
            "resetSettings", self.tr("Reset to the &model's settings"), "Ctrl+Shift+R", "undo"
        )
        # A picture
        self.view_full = self._make("viewFull", self.tr("&Full size"), "Return", "expand")
        self.view_full.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        self.reuse = self._make("reuse", self.tr("R&euse settings"), "R", "reuse")
        self.reuse_without_seed = self._make(
            "reuseWithoutSeed", self.tr("Reuse settings &without seed"), "Shift+R", ""
        )
        self.reuse_prompt = self._make("reusePrompt", self.tr("Reuse only t&he prompt"), "", "")
        self.reuse_seed = self._make("reuseSeed", self.tr("Reuse on&ly the seed"), "", "")
        self.compare = self._make("compare", self.tr("Co&mpare"), "Ctrl+Alt+C", "compare")
        self.send_to_compare = self._make(
            "sendToCompare", self.tr("Send to c&ompare"), "Ctrl+Alt+S", ""
        )
        self.copy_picture = self._make(
            "copyPicture", self.tr("&Copy picture"), "Ctrl+Shift+C", "copy"
        )
        self.copy_prompt = self._make("copyPrompt", self.tr("Copy &prompt"), "Ctrl+Shift+P", "")
        self.copy_seed = self._make("copySeed", self.tr("Cop&y seed"), "Ctrl+Shift+S", "")
        self.copy_settings = self._make(
            "copySettings", self.tr("Copy all settings as te&xt"), "Ctrl+Shift+T", ""
        )
        self.copy_value = self._make("copyValue", self.tr("Copy &value"), "Ctrl+C", "")
        self.copy_value.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_details = self._make("copyDetails", self.tr("Copy &all details"), "", "")
        self.reveal = self._make("reveal", self.tr("Show &in folder"), "Ctrl+Shift+L", "reveal")
        self.trash = self._make("trash", self.tr("Move to tr&ash"), "Del", "trash")
        self.show_picture = self._make("showPicture", self.tr("&Show"), "Space", "")
        for action in (
            *(self.view_full, self.reuse, self.reuse_without_seed),
            *(self.trash, self.show_picture),
        ):
            # Return, letters, Delete and Space mean something else in a field for text.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.keep_denoising = self._make(
            "keepDenoising", self.tr("Keep the &denoising with the picture"), "Ctrl+D", ""
        )
        self.keep_denoising.setCheckable(True)
        reusing = (self.reuse, self.reuse_without_seed, self.reuse_prompt, self.reuse_seed)
        copying = (self.copy_picture, self.copy_prompt, self.copy_seed, self.copy_settings)
        # As they stand together in a menu.
        self.groups_of_a_picture = (
            (self.view_full, self.compare, self.send_to_compare),
            reusing,
            (self.keep_denoising,),
            copying,
            (self.save_as, self.export_pictures, self.reveal),
            (self.trash,),
        )
        self.groups_in_viewer = ((self.send_to_compare,), reusing, copying, (self.reveal,))
        # But for the one that needs several pictures.
        self.of_a_picture = tuple(
            one for group in self.groups_of_a_picture for one in group if one is not self.compare
        )
        self.of_settings = (*reusing, *copying[1:])
        # Order
        self.ratings = tuple(
            self._make(f"rate{number}", "★" * number or self.tr("&No rating"), str(number), "")
            for number in range(6)
        )
        for number, action in enumerate(self.ratings):
            action.setData(number)
            self.all.remove(action)  # one line of the table stands for all of them
        self.favourite = self._make("favourite", self.tr("Fa&vourite"), "F", "heart-empty")
        self.tag = self._make("tag", self.tr("&Tags…"), "T", "tag")
        self.collect = self._make("collect", self.tr("Collectio&ns…"), "C", "collection")
        self.of_order = (*self.ratings, self.favourite, self.tag, self.collect)
        for action in self.of_order:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        # Generate
        self.generate = self._make("generate", self.tr("&Generate"), "Ctrl+Return", "generate")
        self.generate.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.stop = self._make("stop", self.tr("&Stop"), "Esc", "stop")
        self.stop_all = self._make("stopAll", self.tr("Stop &everything"), "Shift+Esc", "")
        self.stop_and_keep = self._make(
            "stopAndKeep", self.tr("Stop and &keep"), "Ctrl+K", "keep-step"
        )
        for action in (self.stop, self.stop_all, self.stop_and_keep):
            action.setEnabled(False)
        self.use_gpu = self._make("useGpu", self.tr("&Use my GPU…"), "", "gpu")
        # The denoising
        self.show_timeline = self._make(
            "showTimeline", self.tr("Go to the &timeline"), "Ctrl+T", "film"
        )
        self.play = self._make("play", self.tr("P&lay or pause"), "Ctrl+Space", "play")
        self.branch = self._make("branch", self.tr("&Branch from here…"), "Ctrl+B", "branch")
        self.keep_step = self._make(
            "keepStep", self.tr("&Keep this step as a picture"), "Ctrl+Shift+K", "keep-step"
        )
        self.export_denoising = self._make(
            "exportDenoising", self.tr("&Export…"), "Ctrl+E", "export"
        )
        self.of_a_denoising = (self.play, self.branch, self.keep_step, self.export_denoising)
        for action in self.of_a_denoising:
            action.setEnabled(False)
        self.always_keep = self._make("alwaysKeep", self.tr("&Always keep the denoising"), "", "")
        self.always_keep.setCheckable(True)
        self.previews = self._make("previews", self.tr("&Previews…"), "", "")
        # View
        self.focus_prompt = self._make("focusPrompt", self.tr("Go to the &prompt"), "Ctrl+L", "")
        self.show_gallery = self._make("showGallery", self.tr("&Gallery"), "Ctrl+1", "gallery")
        self.show_queue = self._make("showQueue", self.tr("&Queue"), "Ctrl+2", "queue")
        self.show_family = self._make("showFamily", self.tr("&Family"), "Ctrl+3", "family")
        self.show_xray = self._make("showXray", self.tr("&X-ray"), "Ctrl+4", "xray")
        self.larger_tiles = self._make("largerTiles", self.tr("&Larger thumbnails"), "Ctrl++", "")
        self.larger_tiles.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller_tiles = self._make(
            "smallerTiles", self.tr("S&maller thumbnails"), "Ctrl+-", ""
        )
        self.usual_tiles = self._make("usualTiles", self.tr("&Usual thumbnails"), "Ctrl+0", "")
        self.show_details = self._make("showDetails", self.tr("D&etails"), "Ctrl+I", "info")
        self.show_details.setCheckable(True)
        self.arrange = self._make("arrangePanels", self.tr("&Arrange panels"), "", "")
        self.arrange.setCheckable(True)
        self.pixels = self._make("pixels", self.tr("P&ixels"), "Ctrl+P", "pixels")
        self.pixels.setCheckable(True)
        self.themes = QActionGroup(self)
        for choice, label in (
            ("dark", self.tr("&Dark")),
            ("light", self.tr("&Light")),
            ("system", self.tr("As the &system")),
        ):
            action = self._make(f"{choice}Theme", label, "", "")
            action.setCheckable(True)
            action.setData(choice)
            self.themes.addAction(action)
        self.languages = QActionGroup(self)
        for code, name in (
            (AS_THE_SYSTEM, self.tr("As the s&ystem")),
            *((language.code, language.name) for language in LANGUAGES),
        ):
            action = self._make(f"{code or 'system'}Language", name, "", "")
            action.setCheckable(True)
            action.setData(code)
            self.languages.addAction(action)
        # Help
        self.shortcuts = self._make("shortcuts", self.tr("&Keyboard shortcuts"), "F1", "keyboard")
        self.shortcuts.setShortcuts([QKeySequence("F1"), QKeySequence("?")])
        self.tour = self._make("tour", self.tr("How does this &work?"), "", "xray")
        self.show_log = self._make("showLog", self.tr("Show the &log"), "", "")
        self.diagnostics = self._make(
            "diagnostics", self.tr("Copy &diagnostics…"), "Ctrl+Shift+D", "copy"
        )
        self.tell_of_updates = self._make(
            "tellOfUpdates", self.tr("Tell me about &new versions"), "", ""
        )
        self.tell_of_updates.setCheckable(True)
        self.about = self._make("about", self.tr("&About sdstudio"), "", "info")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _make(self, name: str, text: str, keys: str, icon: str) -> QAction:
        action = QAction(text, self)
        # Short for buttons and tables: texts may say what it is that is undone, and have keys.
        action.setIconText(without_key(text))
        action.setObjectName(f"{name}Action")
        if keys:
            action.setShortcut(QKeySequence(keys))
        if icon:
            self._icons.attach(action, icon)
        self.all.append(action)
        return action
