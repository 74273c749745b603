"""Between the gallery's head and the librarian: what is searched for is listed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from sdstudio.gallery.facets import Facets
from sdstudio.gallery.query import Query
from sdstudio.gui.gallery_panel import GalleryPanel
from sdstudio.gui.librarian import Librarian, Performed


class FindingControl(QObject):
    """Keeps the list what the query finds, whatever happens to the gallery. GUI thread only."""

    def __init__(self, panel: GalleryPanel, librarian: Librarian, parent: QObject) -> None:
        super().__init__(parent)
        head = panel.head
        self._head = head
        self._panel = panel
        self._librarian = librarian
        head.query_changed.connect(self._search)
        head.facets_wanted.connect(librarian.want_facets)
        head.left.connect(self._go_to_grid)
        librarian.counted.connect(panel.set_total)
        librarian.facets_ready.connect(self._know)
        librarian.performed.connect(self._performed)
        librarian.deleted.connect(self.gallery_changed)
        librarian.restored.connect(self.gallery_changed)
        # Answered when the gallery is open and its first tiles are there.
        librarian.want_facets()

    @property
    def shows_all(self) -> bool:
        """Whether all pictures are listed, the newest first: then a new one goes to the top."""
        return self._head.query == Query()

    def show_all(self) -> None:
        """Lists all pictures, anew if they are listed already."""
        if self.shows_all:
            self._librarian.show_again()
        else:
            self._head.set_query(Query())

    @Slot()
    def gallery_changed(self) -> None:
        """A picture came, went or became different: the query may find others now."""
        if not self.shows_all:
            self._librarian.show_again()
        self._librarian.want_facets()

    @Slot()
    def find(self) -> None:
        """Puts the keyboard into the search line."""
        self._head.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._head.line.selectAll()

    @Slot(object)
    def _search(self, query: Query) -> None:
        self._panel.set_searching(bool(query.parts))
        self._librarian.show(query)

    @Slot(object)
    def _know(self, facets: Facets) -> None:
        self._head.set_facets(facets)

    @Slot(object)
    def _performed(self, performed: Performed) -> None:
        self.gallery_changed()

    @Slot()
    def _go_to_grid(self) -> None:
        self._panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
