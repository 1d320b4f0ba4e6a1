"""The content stream of a page, with marked content, or of a form XObject."""

from path_planner.pdf.structure import Content, Node

POINTS = 72 / 25.4
"""Points in a millimetre."""


class ContentStream:
    """The operators of one content stream; what is painted outside any tag is an artifact.

    Each marked-content sequence has an id (MCID), numbered from 0 on each page.
    """

    def __init__(self, number: int, width: float, height: float, *, marked: bool = True) -> None:
        self.number = number
        self.width = width
        self.height = height
        self._marked = marked
        self._written = bytearray()
        self._open: Node | None = None
        self._is_open = False
        self._next = 0

    def state(self, operators: str) -> None:
        """Write operators that paint nothing, outside of any tag."""
        self._close()
        self._write(operators)

    def paint(self, operators: str | bytes, node: Node | None) -> None:
        """Write operators that paint something for this node, or an artifact (None)."""
        if self._marked and not (self._is_open and self._open is node):
            self._close()
            self._begin(node)
        self._write(operators)

    def content(self) -> bytes:
        """Return the finished stream."""
        self._close()
        return bytes(self._written)

    def _write(self, operators: str | bytes) -> None:
        # One bytearray: a report has too many operators for a list of strings.
        self._written += operators if isinstance(operators, bytes) else operators.encode("ascii")
        self._written += b"\n"

    def _begin(self, node: Node | None) -> None:
        self._open, self._is_open = node, True
        if node is None:
            self._write(b"/Artifact BMC")
            return
        self._write(f"/{node.role} <</MCID {self._next}>> BDC")
        node.children.append(Content(self.number, self._next))
        self._next += 1

    def _close(self) -> None:
        if self._is_open:
            self._write(b"EMC")
        self._is_open = False


def number(value: float) -> str:
    """Format a number with at most two decimals, without trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def colour(value: str) -> str:
    """Format a colour such as #1a2b3c as the three operands of `rg`, each from 0 to 1."""
    red, green, blue = (int(value[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return f"{red:.3g} {green:.3g} {blue:.3g}"


def alpha(opacity: float) -> str:
    """Return the name of the graphics state with this opacity."""
    return f"GA{round(opacity * 100)}"
