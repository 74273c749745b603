"""The part of the panel that shows what is added to the model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from sdstudio.additions import PARTS, ChosenAddition
from sdstudio.gui.additions.choice import Choice, Requested, Verdict
from sdstudio.gui.additions.lora_row import LoraRow
from sdstudio.gui.additions.part_field import PartField
from sdstudio.gui.fields import Fold
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip, without_key
from sdstudio.gui.library.words import family_word
from sdstudio.gui.numbers import listed, whole
from sdstudio.gui.sentences import sentence
from sdstudio.gui.tab_order import set_tab_order
from sdstudio.gui.theme import GAP
from sdstudio.models.detection import Kind
from sdstudio.models.scanning import LibraryModel
from sdstudio.request import GenerationRequest, ModelInfo

_MOST_LISTED = 24
"""LoRAs in the menu; beyond that the window of models is the better place to look."""


class AdditionsSection(QWidget):
    """LoRAs in their order, the textual inversions that stand in the prompts, and parts.

    GUI thread only; reads no file.
    """

    changed = Signal()
    """What is chosen has changed."""
    toggled = Signal(bool)
    """It was folded or unfolded."""
    file_wanted = Signal()
    """The user wants to choose a LoRA's file."""
    library_wanted = Signal()
    """The user wants to see all that is found."""
    part_wanted = Signal(str, bool)
    """A part's name; the user wants to choose its folder if true, else its file."""

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._choice = Choice()
        self._rows: list[LoraRow] = []
        self.add_button = QPushButton(self.tr("Add a LoRA"))
        self.add_button.setObjectName("addLoraButton")
        self.add_button.setAccessibleName(self.tr("Add a LoRA"))
        icons.attach(self.add_button, "plus")
        self.menu = QMenu(self.add_button)
        self.menu.setObjectName("addLoraMenu")
        self.menu.setToolTipsVisible(True)
        self.add_button.setMenu(self.menu)
        self.embeddings_label = PlainLabel("", role="hint", wrap=True)
        self.embeddings_label.setObjectName("embeddingsInUse")
        self.parts = {name: PartField(name) for name in PARTS}
        self._loras = QWidget()
        self._rows_layout = QVBoxLayout()
        body = QWidget()
        self.fold = Fold(self.tr("Add-&ons"), body, icons)
        self.fold.button.setObjectName("additionsButton")
        self._lay_out(body)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.menu.triggered.connect(self._menu_chosen)
        self.fold.toggled.connect(self.toggled)
        for field in self.parts.values():
            field.chosen.connect(self._part_chosen)
            field.browse_wanted.connect(self.part_wanted)
        self._show()

    def _lay_out(self, body: QWidget) -> None:
        self._rows_layout.setSpacing(GAP)
        loras = QVBoxLayout(self._loras)
        loras.setContentsMargins(0, 0, 0, 0)
        loras.setSpacing(GAP)
        loras.addWidget(PlainLabel(self.tr("LoRAs"), role="heading"))
        loras.addLayout(self._rows_layout)
        loras.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP + GAP // 2)
        inner.addWidget(self._loras)
        inner.addWidget(self.embeddings_label)
        for field in self.parts.values():
            inner.addWidget(field)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.fold)

    # -- what is chosen ----------------------------------------------------------------------

    def chosen(self) -> tuple[ChosenAddition, ...]:
        """All that was chosen, to be remembered."""
        return self._choice.all

    def requested(self, model: str, prompt: str, negative_prompt: str) -> Requested:
        """What the request of the next picture names; see ``Choice.requested``."""
        return self._choice.requested(model, prompt, negative_prompt)

    def in_use(self) -> tuple[ChosenAddition, ...]:
        """The LoRAs and parts that the model in use is given."""
        return self._choice.in_use()

    def misfits(self) -> list[tuple[ChosenAddition, str]]:
        """What is switched on and not for the model in use, and for which family it is."""
        return [(one, self._choice.family(one)) for one in self._choice.misfits()]

    def missing(self) -> list[ChosenAddition]:
        """What is switched on and cannot be used with any model."""
        every = self._choice.all
        return [one for one in every if one.is_on and self._choice.error(one) is not None]

    def info(self) -> ModelInfo | None:
        """The model in use, as far as it was told."""
        return self._choice.info

    def takes(self, kind: str) -> bool:
        """Whether something of this kind can be added to the model in use."""
        return self._choice.takes(kind)

    def words(self) -> tuple[str, ...]:
        """The words of the textual inversions that fit the model in use."""
        return tuple(self._choice.embeddings())

    def found_loras(self) -> tuple[LibraryModel, ...]:
        """Those in the folders that are looked through."""
        return self._found("lora")

    def found_embeddings(self) -> tuple[LibraryModel, ...]:
        """The same of the textual inversions."""
        return self._found("embedding")

    def _found(self, kind: Kind) -> tuple[LibraryModel, ...]:
        return tuple(one for one in self._choice.found if one.kind == kind)

    def set_chosen(self, chosen: tuple[ChosenAddition, ...]) -> None:
        """What is remembered, in the place of all that is chosen."""
        self._choice.all = chosen
        self._tell()

    def apply_request(self, request: GenerationRequest) -> None:
        """Puts back what a picture was made with."""
        self._choice.take_request(request)
        self._tell()

    def add(self, kind: str, path: str, family: str = "", weight: float | None = None) -> None:
        """Adds something, or switches it on, with the weight it had; see ``ChosenAddition``."""
        if kind in PARTS:
            self._choice.take_part(kind, path, family)
        else:
            had = {one.path: one.weight for one in self._choice.all if one.kind == kind}
            if weight is None:
                weight = had.get(path, 1.0)
            self._choice.add(ChosenAddition(kind=kind, path=path, weight=weight, family=family))
        self._tell()

    def stop_using(self, path: str) -> None:
        """Takes a LoRA or part off that lies there."""
        for one in self._choice.all:
            if one.path == path and one.kind in PARTS:
                self._choice.take_part(one.kind, "")
            elif one.path == path:
                self._choice.remove(one.kind, path)
        self._tell()

    def set_model(self, info: ModelInfo) -> None:
        """Another model is in use."""
        self._choice.take_model(info)
        self._tell()

    def set_found(self, found: tuple[LibraryModel, ...]) -> None:
        """What lies on this machine."""
        self._choice.found = found
        self._show()

    def set_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        """What was read of the chosen files."""
        self._choice.take_verdicts(verdicts)
        self._show()

    def show_embeddings(self, prompt: str, negative_prompt: str) -> None:
        """Says which textual inversions stand in the prompts."""
        info = self._choice.info
        model = "" if info is None else info.reference
        files = self._choice.requested(model, prompt, negative_prompt).embeddings
        words = [word for word, path in self._choice.embeddings().items() if path in files]
        text = self.tr("Embeddings in the prompts: {words}").format(words=listed(words))
        self.embeddings_label.setText(text if words else "")
        self.embeddings_label.setVisible(bool(words))

    def open(self) -> None:
        """Unfolds it."""
        self.fold.set_open(True)

    # -- showing it --------------------------------------------------------------------------

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        choice = self._choice
        self._show_rows()
        self._show_count()
        for name, field in self.parts.items():
            field.setVisible(choice.info is not None and choice.takes(name))
            chosen = choice.part(name)
            path = "" if chosen is None else chosen.path
            complaint = "" if chosen is None else self._complaint(chosen)
            field.show_state(path, self._options(name), complaint)
        self._loras.setVisible(choice.takes("lora"))
        self.setVisible(choice.info is None or choice.info.takes_loras or bool(choice.info.parts))

    def _show_count(self) -> None:
        count = len(self._choice.in_use())
        title = self.tr("Add-&ons ({count})").format(count=count) if count else self.tr("Add-&ons")
        self.fold.button.setText(title)
        self.fold.button.setAccessibleName(without_key(title))

    def _show_rows(self) -> None:
        loras = self._choice.loras()
        if [row.path for row in self._rows] != [one.path for one in loras]:
            self._make_rows(loras)
        last = len(loras) - 1
        for index, (row, one) in enumerate(zip(self._rows, loras, strict=True)):
            row.show_state(one, self._complaint(one), is_first=index == 0, is_last=index == last)

    def _make_rows(self, loras: tuple[ChosenAddition, ...]) -> None:
        for row in self._rows:
            self._rows_layout.removeWidget(row)
            row.hide()
            row.deleteLater()  # one of its buttons may be at work
        self._rows = []
        for index, one in enumerate(loras):
            row = LoraRow(index, one, self._icons)
            row.switched.connect(self._lora_switched)
            row.weighed.connect(self._lora_weighed)
            row.move_wanted.connect(self._lora_moved)
            row.remove_wanted.connect(self._lora_removed)
            self._rows_layout.addWidget(row)
            self._rows.append(row)
        set_tab_order(self.fold.button, *self._rows, self.add_button, *self.parts.values())

    def _complaint(self, one: ChosenAddition) -> str:
        error = self._choice.error(one)
        if error is not None:
            return sentence(error)
        if not self._choice.takes(one.kind):
            return self.tr("Not used: this model takes none.")
        family = self._choice.family(one)
        if not self._choice.fits(one.kind, family):
            return self.tr("Not used: it is for {family}.").format(family=family_word(family))
        return ""

    def _options(self, name: str) -> dict[str, str]:
        found = {str(one.path): one.name for one in self._choice.offered(name)}
        own = {
            one.path: one.name
            for one in self._choice.all
            if one.kind == name and self._choice.fits(name, self._choice.family(one))
        }
        return {**found, **own}

    # -- slots -------------------------------------------------------------------------------

    @Slot()
    def _fill_menu(self) -> None:
        self.menu.clear()
        chosen = {one.path for one in self._choice.loras()}
        found = sorted(
            (one for one in self.found_loras() if str(one.path) not in chosen),
            key=lambda one: (not self._choice.fits("lora", one.family), one.name.casefold()),
        )
        for model in found[:_MOST_LISTED]:
            self.menu.addAction(self._menu_line(model))
        if not found:
            self.menu.addAction(self.tr("No others in your folders of models")).setEnabled(False)
        self.menu.addSeparator()
        if len(found) > _MOST_LISTED:
            text = self.tr("All {count} in the window of models…").format(count=whole(len(found)))
            self.menu.addAction(text, self.library_wanted.emit)
        self.menu.addAction(self.tr("Open &file…"), self.file_wanted.emit)

    def _menu_line(self, model: LibraryModel) -> QAction:
        name = model.name.replace("&", "&&")
        fits = self._choice.fits("lora", model.family)
        if not fits:
            name = self.tr("{name}: for {family}").format(
                name=name, family=family_word(model.family)
            )
        action = QAction(name, self.menu)
        action.setEnabled(fits)
        action.setData((str(model.path), model.family))
        set_tooltip(action, str(model.path))
        return action

    @Slot(QAction)
    def _menu_chosen(self, action: QAction) -> None:
        if action.data() is not None:
            path, family = action.data()
            self.add("lora", path, family)

    @Slot(str, bool)
    def _lora_switched(self, path: str, is_on: bool) -> None:
        self._change(path, is_on=is_on)

    @Slot(str, float)
    def _lora_weighed(self, path: str, weight: float) -> None:
        self._change(path, weight=weight)

    def _change(self, path: str, *, is_on: bool | None = None, weight: float | None = None) -> None:
        one = next(one for one in self._choice.loras() if one.path == path)
        self._choice.change(
            replace(
                one,
                is_on=one.is_on if is_on is None else is_on,
                weight=one.weight if weight is None else weight,
            )
        )
        # The parts stay as they are, while a slider moves.
        self._show_rows()
        self._show_count()
        self.changed.emit()

    @Slot(str, int)
    def _lora_moved(self, path: str, by: int) -> None:
        self._choice.move(path, by)
        self._tell()
        row = next(row for row in self._rows if row.path == path)
        # The keyboard stays where it was, unless that button is of no use any more.
        wanted, other = (
            (row.up_button, row.down_button)
            if by < 0
            else (
                row.down_button,
                row.up_button,
            )
        )
        (wanted if wanted.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _lora_removed(self, path: str) -> None:
        self._choice.remove("lora", path)
        self._tell()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def _part_chosen(self, name: str, path: str) -> None:
        self.add(name, path)
