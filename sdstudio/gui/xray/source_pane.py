"""What the panes share that look into a picture of the user's choice."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.sentences import sentence as sentence_of
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.pane import Pane, XrayContext
from sdstudio.gui.xray.picture_source import PictureSource, SourcePicture
from sdstudio.request import SdstudioError
from sdstudio.xray import Query, Rgb


class SourcePane(Pane):
    """Asks about a picture that is dropped, opened or taken from the canvas: ``source``.

    A subclass says in ``question`` what it wants to know of it.
    """

    def __init__(
        self,
        name: str,
        title: str,
        sentence: str,
        themes: ThemeSource,
        icons: IconSet,
        parent: QWidget | None = None,
        *,
        rest: int = 0,
    ) -> None:
        super().__init__(name, title, sentence, themes, icons, parent, rest=rest)
        self._source: SourcePicture | None = None
        self.source = PictureSource(self._canvas_picture, themes, icons, name)
        self.source.accept_drops_on(self)
        self.source.chosen.connect(self._choose)
        self.body.addWidget(self.source)

    # -- what a subclass says ----------------------------------------------------------------

    def longest(self, context: XrayContext) -> int:
        """Pixels that the picture's longer side is shrunk to."""
        return max(context.width, context.height)

    def question(self, source: SourcePicture) -> Query:
        """What it wants to know of the picture."""
        raise NotImplementedError

    def look_at_canvas(self) -> None:
        """Takes the picture on the canvas, unless the user has chosen one."""
        if self._source is None and self.context.picture is not None:
            self.source.use_canvas()

    # -- what is alike -----------------------------------------------------------------------

    def set_context(self, context: XrayContext) -> None:
        if context.model != self.context.model:
            self.show_body()  # what did not apply to the model before may do so now
        self.source.set_longest(self.longest(context))
        super().set_context(context)

    def query(self) -> Query | None:
        if not self.context.model:
            self.forget()
            self.show_message(self.tr("No model is in memory yet. Make a picture first."))
            return None
        if self._source is None:
            self.show_body()
            return None
        return self.question(self._source)

    def fail(self, query: Query, error: SdstudioError) -> None:
        if query != self._asked:
            return
        # Not in the place of the body: another picture may do.
        self.forget()
        self.source.warn(sentence_of(error))

    def _canvas_picture(self) -> Rgb | None:
        return self.context.picture

    @Slot(object)
    def _choose(self, source: SourcePicture) -> None:
        self._source = source
        self._changed()

    @Slot()
    def _changed(self) -> None:
        if self.is_active():
            self.refresh()
