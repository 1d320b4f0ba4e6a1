"""The tree of a told book as paragraphs, lists and tables, in its reading order."""

from collections.abc import Callable, Iterator

from path_planner.exports.vision.docx import ooxml
from path_planner.exports.vision.docx.tables import Cell, table
from path_planner.exports.vision.plan.recording import Inked, Told
from path_planner.pdf.structure import Anchor, Content, Node, Target

Shown = Callable[[Inked, str], str]
"""Puts a drawing with its words into the document and returns the markup that shows it."""

_LEAD = 1.25
"""So many times the size of the text is meant to be read by all."""
_CELL = "Cell"


class Body:
    """Writes nodes; heads for the list of contents are gathered on the way."""

    def __init__(self, told: Told, size: float, shown: Shown, *, mirrored: bool) -> None:
        self._told = told
        self._size = size
        self._shown = shown
        self._mirrored = mirrored
        self._marks: set[str] = set()
        self._last_head = ""
        self.heads: list[tuple[int, str, str]] = []
        """Level, words and the name of the place, of each chapter and its parts."""

    def written(self) -> str:
        """Return everything."""
        return "".join(part for node in self._told.root.nodes for part in self._block(node))

    def _block(self, node: Node, style: str = "") -> Iterator[str]:
        match node.role:
            case "Figure":
                yield from self._figure(node)
            case "Table":
                yield self._table(node) + ooxml.paragraph("")
            case "H1" | "H2" | "H3" as head:
                yield self._head(node, int(head[1]))
            case "LBody":
                yield self._paragraph(node, "ListBullet")
            case "Lbl":
                return
            case "P":
                yield self._paragraph(node, style or self._lead(node))
            case role:
                for child in node.nodes:
                    yield from self._block(child, "Quote" if role == "BlockQuote" else style)

    def _figure(self, node: Node) -> Iterator[str]:
        """Show a drawing; what a chart shows stands in the table below it."""
        inked = self._told.inked.get(id(node))
        if inked:
            yield ooxml.paragraph(self._shown(inked, node.alt))

    def _lead(self, node: Node) -> str:
        said = self._told.words_of(node)
        return "Lead" if said and said[0].size > self._size * _LEAD else ""

    def _head(self, node: Node, level: int) -> str:
        words = self._letters(node).strip()
        self._last_head = words
        name = f"head_{len(self.heads) + 1}"
        self.heads.append((level, words, name))
        inside = self._mark(name) + self._inline(node, bold=False)
        return ooxml.paragraph(inside, f"Heading{level}", right=self._right(node))

    def _paragraph(self, node: Node, style: str) -> str:
        return ooxml.paragraph(self._inline(node), style, right=self._right(node))

    def _table(self, node: Node) -> str:
        rows = [
            [
                Cell(
                    ooxml.paragraph(self._inline(cell), _CELL, right=self._right(cell)),
                    self._letters(cell),
                    cell.scope == "Column",
                )
                for cell in row.nodes
            ]
            for row in node.nodes
        ]
        return table(rows, self._last_head, mirrored=self._mirrored)

    def _right(self, node: Node) -> bool:
        """Tell whether a node begins at the right: as it reads, or as its document does."""
        said = self._told.words_of(node)
        return said[0].from_right or self._mirrored if said else self._mirrored

    def _inline(self, node: Node, *, bold: bool | None = None, link: bool = False) -> str:
        """Return the words of a node; lines that were broken to fit are put together again."""
        parts: list[str] = []
        pending, heavy = "", False
        for child in node.children:
            if isinstance(child, Content):
                said = self._told.said[child.mark]
                if said.anchors or said.bold != heavy:
                    parts.append(self._run(pending, heavy, bold, link, node))
                    pending, heavy = "", said.bold
                parts.extend(map(self._mark, map(ooxml.mark_name, said.anchors)))
                pending += said.text
            elif isinstance(child, Node):
                parts.append(
                    self._run(f"{pending.rstrip()} " if pending else "", heavy, bold, link, node)
                )
                parts.append(self._within(child))
                pending = " "
        parts.append(self._run(pending.rstrip(), heavy, bold, link, node))
        return "".join(parts)

    def _run(self, text: str, heavy: bool, bold: bool | None, link: bool, node: Node) -> str:
        weight = heavy if bold is None else bold
        return ooxml.run(text, bold=weight, link=link, language=node.language) if text else ""

    def _within(self, node: Node) -> str:
        target = next((one for one in node.children if isinstance(one, Target)), None)
        if target and isinstance(target.address, Anchor):
            return ooxml.hyperlink(
                self._inline(node, link=True), ooxml.mark_name(target.address.name)
            )
        return self._inline(node)

    def _letters(self, node: Node) -> str:
        own = "".join(said.text for said in self._told.words_of(node))
        return " ".join([own, *(self._letters(child) for child in node.nodes)])

    def _mark(self, name: str) -> str:
        """Return a place that links lead to; the first of a name is the one."""
        if name in self._marks:
            return ""
        self._marks.add(name)
        return ooxml.bookmark(name, len(self._marks))
