"""The structure tree that screen readers walk: headings, paragraphs, lists, tables."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

_ROLES = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6
    L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Link Figure Formula
"""
ROLES = frozenset(_ROLES.split())
"""The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""


Corners = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the bottom left of the page."""


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence of a page that belongs to a node, by its MCID."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The name of a place in the document; a link may lead to it before the place is drawn."""

    name: str


Spot = tuple[int, float]
"""The position of an anchor: page index, and height in points from the bottom."""


@dataclass(frozen=True, slots=True)
class Target:
    """A link annotation: a rectangle of a page that leads to an address, a page or an anchor."""

    page: int
    box: Corners
    address: str | int | Anchor
    says: str


@dataclass(eq=False, slots=True)
class Node:
    """One element of the tree, filled while drawing."""

    role: str
    alt: str = ""
    language: str = ""
    scope: str = ""
    column_span: int = 1
    row_span: int = 1
    box: Corners | None = None
    numbering: str = "Disc"
    children: list["Node | Content | Target"] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Raise ValueError for unknown roles, and for figures without alternative text."""
        if self.role not in ROLES:
            raise ValueError(self.role)
        if self.role == "Figure" and not self.alt.strip():
            raise ValueError("a figure needs words")

    @property
    def nodes(self) -> Iterator["Node"]:
        """Yield the elements inside this one."""
        return (child for child in self.children if isinstance(child, Node))

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it in reading order."""
        yield self
        for child in self.nodes:
            yield from child.walk()


def pruned(node: Node) -> bool:
    """Remove empty elements below a node; return whether it is itself to be kept.

    Empty table cells are kept.
    """
    node.children = [
        child for child in node.children if not isinstance(child, Node) or pruned(child)
    ]
    return bool(node.children) or node.role in {"TD", "TH"}


def check_headings(root: Node) -> None:
    """Raise ValueError if headings skip a level or do not begin with H1 (PDF/UA-1, 7.4)."""
    before = 0
    for node in root.walk():
        if len(node.role) == len("H1") and node.role[0] == "H":
            level = int(node.role[1])
            if level > before + 1:
                raise ValueError(f"{node.role} after H{before}")
            before = level


def without_links_to(node: Node, elsewhere: Container[str]) -> None:
    """Turn links to these anchors, which are in another document, into plain text."""
    for child in node.nodes:
        without_links_to(child, elsewhere)
    kept = [child for child in node.children if not _leads_to(child, elsewhere)]
    if len(kept) < len(node.children):
        node.role, node.children = "Span", kept


def _leads_to(child: "Node | Content | Target", anchors: Container[str]) -> bool:
    return (
        isinstance(child, Target)
        and isinstance(child.address, Anchor)
        and child.address.name in anchors
    )
