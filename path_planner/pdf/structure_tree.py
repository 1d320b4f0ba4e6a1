"""Write the structure tree, which screen readers read, and the links into a finished PDF.

The tree is the logical structure of ISO 32000-1, 14.7, as PDF/UA-1 (ISO 14289-1) asks for it.
Its parent tree (14.7.4.4) leads back from each mark and each link to its element.
Invariant: the keys of the parent tree are the pages in order, then the links in order; the marks
of a page are numbered from 0 without a gap, because its entry is an array indexed by mark.

A plan made of 400 PATHs has 200,000 elements. Written as text and packed at once, they cost a
tenth of the time and memory that they cost as objects of a library.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO

import pikepdf

from path_planner.pdf.content_stream import number as short
from path_planner.pdf.object_streams import ObjectStreamWriter
from path_planner.pdf.structure import Anchor, Content, Node, Spot, Target

_IN_A_LEAF = 250


def with_tree(made: bytes, root: Node, spots: Mapping[str, Spot]) -> bytes:
    """Return the file with its tree; the spots are where the anchors stand."""
    with pikepdf.open(BytesIO(made)) as pdf:
        tree = _Tree(pdf, made, spots)
        return tree.write(root)


class _Tree:
    """Writes the elements, and for each mark on a page the element it belongs to."""

    def __init__(self, pdf: pikepdf.Pdf, made: bytes, spots: Mapping[str, Spot]) -> None:
        self._pdf = pdf
        self._pack = ObjectStreamWriter(made, int(pdf.trailer["/Size"]))
        self._spots = spots
        self._pages = [page.obj.objgen[0] for page in pdf.pages]
        self._owners: list[dict[int, int]] = [{} for _ in self._pages]
        self._notes: list[list[int]] = [[] for _ in self._pages]
        self._links: list[int] = []

    def write(self, root: Node) -> bytes:
        """Write the whole tree and return the file."""
        pack = self._pack
        top = pack.number()
        element = self._element(root, top)
        for page in range(len(self._pages)):
            self._page(page)
        parents = self._parents()
        end = len(self._pages) + len(self._links)
        pack.add(
            top,
            f"<< /Type /StructTreeRoot /K [{element} 0 R] /ParentTree {parents} 0 R "
            f"/ParentTreeNextKey {end} >>",
        )
        self._amend(self._pdf.Root, f"/StructTreeRoot {top} 0 R /MarkInfo << /Marked true >>")
        return pack.finish({key: self._pdf.trailer[key] for key in ("/Root", "/Info", "/ID")})

    def _page(self, index: int) -> None:
        page, notes = self._pdf.pages[index].obj, self._notes[index]
        links = f" /Annots [{_references(notes)}]" if notes else ""
        self._amend(page, f"/StructParents {index} /Tabs /S{links}")

    def _amend(self, held: pikepdf.Object, more: str) -> None:
        """Put further entries into a dictionary that the file has already."""
        body = held.unparse(resolved=True).rstrip()
        self._pack.add(held.objgen[0], body[:-2] + more.encode("ascii") + b" >>")

    def _parents(self) -> int:
        """Write which element each page's marks, and each link, belong to."""
        pack, values = self._pack, []
        for owners in self._owners:
            values.append(pack.number())
            pack.add(values[-1], f"[{_references(owners[mark] for mark in sorted(owners))}]")
        values += self._links
        leaves = []
        for start in range(0, len(values), _IN_A_LEAF):
            part = values[start : start + _IN_A_LEAF]
            leaves.append(pack.number())
            held = " ".join(f"{key} {value} 0 R" for key, value in enumerate(part, start))
            limits = f"/Limits [{start} {start + len(part) - 1}]"
            pack.add(leaves[-1], f"<< {limits} /Nums [{held}] >>")
        whole = pack.number()
        pack.add(whole, f"<< /Kids [{_references(leaves)}] >>")
        return whole

    def _element(self, node: Node, parent: int) -> int:
        made = self._pack.number()
        parts = [f"<< /Type /StructElem /S /{node.role} /P {parent} 0 R"]
        if node.alt:
            parts.append(f"/Alt {text(node.alt)}")
        if node.language:
            parts.append(f"/Lang {text(node.language)}")
        parts.append(_attributes(node))
        home = next((child.page for child in node.children if not isinstance(child, Node)), None)
        if home is not None:
            parts.append(f"/Pg {self._pages[home]} 0 R")
        if node.children:
            kids = " ".join(self._child(child, made, home) for child in node.children)
            parts.append(f"/K [{kids}]")
        self._pack.add(made, " ".join(part for part in [*parts, ">>"] if part))
        return made

    def _child(self, child: Node | Content | Target, made: int, home: int | None) -> str:
        if isinstance(child, Node):
            return f"{self._element(child, made)} 0 R"
        if isinstance(child, Target):
            return self._link(child, made)
        self._owners[child.page][child.mark] = made
        if child.page == home:
            return str(child.mark)
        return f"<< /Type /MCR /Pg {self._pages[child.page]} 0 R /MCID {child.mark} >>"

    def _link(self, target: Target, made: int) -> str:
        page, note = self._pages[target.page], self._pack.number()
        corners = " ".join(short(each) for each in target.box)
        self._pack.add(
            note,
            f"<< /Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0] "
            f"/Contents {text(target.says)} /StructParent {len(self._pages) + len(self._links)} "
            f"/F 4 {self._leads_to(target.address)} >>",
        )
        self._links.append(made)
        self._notes[target.page].append(note)
        return f"<< /Type /OBJR /Obj {note} 0 R /Pg {page} 0 R >>"

    def _leads_to(self, address: str | int | Anchor) -> str:
        if isinstance(address, Anchor):
            page, top = self._spots[address.name]
            return f"/Dest [{self._pages[page]} 0 R /XYZ null {short(top)} null]"
        if isinstance(address, int):
            return f"/Dest [{self._pages[address]} 0 R /Fit]"
        return f"/A << /S /URI /URI {text(address)} >>"


def _attributes(node: Node) -> str:
    if node.role in {"TH", "TD"}:
        scope = f" /Scope /{node.scope or 'Column'}" if node.role == "TH" else ""
        across = f" /ColSpan {node.column_span}" if node.column_span > 1 else ""
        down = f" /RowSpan {node.row_span}" if node.row_span > 1 else ""
        found = scope + across + down
        return f"/A << /O /Table{found} >>" if found else ""
    if node.role == "L":
        return f"/A << /O /List /ListNumbering /{node.numbering} >>"
    if node.box:
        corners = " ".join(short(each) for each in node.box)
        return f"/A << /O /Layout /BBox [{corners}] /Placement /Block >>"
    return ""


def _references(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def text(said: str) -> str:
    """Write words as a string of the file; anything typed becomes letters and nothing else."""
    return f"<FEFF{said.encode('utf-16-be', 'replace').hex()}>"
