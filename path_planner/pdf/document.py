"""Draw a tagged document: begin pages, open elements, and finish the file."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from path_planner.pdf.canvas import Box, Canvas
from path_planner.pdf.content_stream import POINTS, ContentStream
from path_planner.pdf.fpdf_backend import FpdfBackend
from path_planner.pdf.metadata import Bookmark, Draft, Metadata
from path_planner.pdf.page_resources import finished
from path_planner.pdf.structure import (
    Anchor,
    Corners,
    Node,
    Spot,
    Target,
    check_headings,
    pruned,
    without_links_to,
)

_ADDRESSES = ("https://", "http://", "mailto:")
"""Links to anything else are left as plain words: addresses may have been typed by anyone."""


class Document(Canvas):
    """A tagged document; begin a page, then draw inside tags. All else is an artifact."""

    def __init__(self, facts: Metadata) -> None:
        super().__init__(FpdfBackend(facts.created))
        self.facts = facts
        self.root = Node("Document")
        self.pages: list[ContentStream] = []
        self.bookmarks: list[Bookmark] = []
        self._spots: dict[str, Spot] = {}
        self._parent = self.root

    @property
    def current_page(self) -> int:
        """The index of the current page, from 0."""
        return self._surface.number

    def page(self, width: float, height: float) -> int:
        """Begin a page of this size in millimetres and return its index, from 0."""
        self._surface = ContentStream(len(self.pages), width, height)
        self.pages.append(self._surface)
        return self._surface.number

    def goto_page(self, page: int) -> None:
        """Go on drawing on a page that was begun before."""
        self._surface = self.pages[page]

    @contextmanager
    def tag(
        self,
        role: str,
        *,
        alt: str = "",
        language: str = "",
        scope: str = "",
        column_span: int = 1,
        row_span: int = 1,
        box: Box | None = None,
    ) -> Iterator[Node]:
        """Draw a new element: what is drawn inside belongs to it, in this reading order."""
        node = Node(
            role, alt, language, scope, column_span, row_span, self._corners(box) if box else None
        )
        self._parent.children.append(node)
        with self.inside(node):
            yield node

    def branch(
        self,
        role: str,
        *,
        parent: Node | None = None,
        alt: str = "",
        language: str = "",
        scope: str = "",
    ) -> Node:
        """Add an empty element, to be filled later: the order in the tree is the reading order."""
        node = Node(role, alt, language=language, scope=scope)
        (parent or self._parent).children.append(node)
        return node

    @contextmanager
    def inside(self, node: Node) -> Iterator[None]:
        """Draw more of an element that was made before."""
        before = self._parent, self._node
        self._parent = self._node = node
        yield
        self._parent, self._node = before

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw an artifact: decoration that screen readers skip."""
        before, self._node = self._node, None
        yield
        self._node = before

    @contextmanager
    def link(self, address: str | int | Anchor, box: Box, says: str) -> Iterator[Node]:
        """Draw the words of a link to an address, a page or an anchor; `box` is its active area."""
        with self.tag("Link") as node:
            yield node
            if not isinstance(address, str) or address.startswith(_ADDRESSES):
                corners = self._corners(box)
                node.children.append(Target(self._surface.number, corners, address, says))

    def bookmark(self, title: str, level: int = 0, top: float = 0.0) -> None:
        """Add a bookmark (an entry of the outline) for this height of the current page."""
        place = (self._surface.height - top) * POINTS
        self.bookmarks.append(Bookmark(title, level, self._surface.number, place))

    def anchor(self, name: str, top: float) -> Anchor:
        """Define a link target at this height of the current page."""
        self._spots[name] = (self.current_page, (self._surface.height - top) * POINTS)
        return Anchor(name)

    def page_of(self, anchor: Anchor) -> int | None:
        """Return the page index of an anchor, from 0; None before it is drawn."""
        spot = self._spots.get(anchor.name)
        return spot[0] if spot else None

    def finish(self, elsewhere: Iterable[str] = ()) -> bytes:
        """Return the bytes of the document; the same drawing gives the same bytes.

        Links to anchors `elsewhere`, in another document, are plain text unless they are here too.
        """
        without_links_to(self.root, {*elsewhere} - self._spots.keys())
        pruned(self.root)
        check_headings(self.root)
        plain = self._backend.finish(
            [(page.width * POINTS, page.height * POINTS, page.content()) for page in self.pages]
        )
        draft = Draft(
            self.facts,
            self.root,
            self.bookmarks,
            self.drawings,
            self.pictures,
            self.opacities,
            self._backend.texts,
            self._spots,
        )
        return finished(plain, draft)

    def _corners(self, box: Box) -> Corners:
        left, low = box.x * POINTS, self._from_bottom(box.y + box.height)
        return left, low, left + box.width * POINTS, low + box.height * POINTS
