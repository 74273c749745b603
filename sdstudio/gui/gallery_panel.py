"""The gallery beside the canvas: what is searched for, the grid, and details of one picture."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sdstudio.gui.details_pane import DetailsPane
from sdstudio.gui.empty import ViewOrSentence
from sdstudio.gui.fields import CalmSlider, Fold
from sdstudio.gui.finding.head import FindingHead
from sdstudio.gui.gallery_model import GalleryModel, count_text
from sdstudio.gui.gallery_view import GalleryView
from sdstudio.gui.grid_geometry import LARGEST_TILE, SMALLEST_TILE
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, set_tooltip
from sdstudio.gui.numbers import data_size, whole
from sdstudio.gui.order.rating_bar import RatingBar
from sdstudio.gui.theme import GAP, ThemeSource

_SLIDER = 96


class GalleryPanel(QFrame):
    """Search, grid or empty state, rating, size of the tiles, and details. The view is worked with.

    The search is away while there is nothing to find.
    """

    shown = Signal(int)
    """id of a picture that the user wants to see."""
    changed = Signal()
    """Something worth remembering has changed."""

    def __init__(
        self,
        model: GalleryModel,
        themes: ThemeSource,
        icons: IconSet,
        tile: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("galleryPanel")
        self._model = model
        self.view = GalleryView(model, themes, icons, tile)
        self.head = FindingHead(themes, icons)
        self._denoisings = (0, 0)
        self._total = 0
        self._is_searching = False
        self.count_label = ElidedLabel("", role="hint")
        self.count_label.setObjectName("galleryCount")
        self._hint = ElidedLabel(self.tr("Click to view · double-click for full size"), role="hint")
        self.rating_bar = RatingBar(themes, icons)
        self.tile_slider = CalmSlider()
        self.tile_slider.setObjectName("tileSlider")
        self.tile_slider.setAccessibleName(self.tr("Size of the thumbnails"))
        set_tooltip(self.tile_slider, self.tr("Size of the thumbnails (Ctrl+wheel)"))
        self.tile_slider.setRange(SMALLEST_TILE, LARGEST_TILE)
        self.tile_slider.setFixedWidth(_SLIDER)
        self.tile_slider.setValue(self.view.tile_size())
        self.details = DetailsPane(themes, icons)
        self.details_fold = Fold(self.tr("Details"), self.details, icons)
        self.details_fold.button.setObjectName("detailsButton")
        self._pages = ViewOrSentence(self.view, "")
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(GAP)
        foot.addWidget(self.rating_bar)
        foot.addWidget(self._hint, 1)
        foot.addStretch()
        foot.addWidget(self.tile_slider)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.head)
        layout.addWidget(self.count_label)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self._foot)
        layout.addWidget(self.details_fold)
        self.view.current_chosen.connect(self.shown)
        self.view.current_changed.connect(self._tell_details)
        self.view.current_changed.connect(self._tell_rating)
        self.view.tile_size_changed.connect(self.tile_slider.setValue)
        self.view.tile_size_changed.connect(self.changed)
        self.tile_slider.valueChanged.connect(self.view.set_tile_size)
        self.details_fold.toggled.connect(self._tell_details)
        self.details_fold.toggled.connect(self.changed)
        model.count_changed.connect(self._count_changed)
        self._count_changed()
        self._tell_rating()

    def set_unavailable(self, sentence: str) -> None:
        """Says why there is no gallery."""
        self._pages.show_sentence(sentence)

    @Slot(int)
    def set_total(self, total: int) -> None:
        """How many pictures the gallery has, whatever is listed."""
        self._total = total
        self._count_changed()

    def set_searching(self, is_searching: bool) -> None:
        """Whether only some of the pictures are looked for."""
        self._is_searching = is_searching

    @Slot(int, object)
    def set_denoisings(self, count: int, size: int) -> None:
        """How many pictures have a kept denoising, and the bytes of these taken together."""
        self._denoisings = (count, size)
        self._count_changed()

    @Slot()
    def _count_changed(self) -> None:
        count = self._model.rowCount()
        if count:
            self._pages.show_view(True)
        else:
            self._pages.show_sentence(
                self.tr("No picture is found.")
                if self._is_searching
                else self.tr("Your pictures will appear here.")
            )
        self._foot.setVisible(count > 0)
        self.details_fold.setVisible(count > 0)
        self.head.setVisible(count > 0 or self._is_searching)
        text = count_text(count)
        if self._is_searching:
            text = self.tr("{found} of %Ln picture(s)", "", self._total).format(found=whole(count))
        kept, size = self._denoisings
        if kept:
            text = self.tr("{pictures} · {count} with denoising, {size}").format(
                pictures=text, count=whole(kept), size=data_size(size)
            )
        self.count_label.setText(text)
        self.count_label.setVisible(count > 0 or self._is_searching)

    @Slot()
    def _tell_details(self) -> None:
        """Folded away, the details cost nothing."""
        if self.details_fold.is_open():
            id = self.view.current_id()
            self.details.show_item(None if id is None else self._model.item(id))

    @Slot()
    def _tell_rating(self) -> None:
        id = self.view.current_id()
        item = None if id is None else self._model.item(id)
        self.rating_bar.setVisible(item is not None)
        self._hint.setVisible(item is None)
        if item is not None:
            self.rating_bar.show_marks(item.rating, item.favourite)
