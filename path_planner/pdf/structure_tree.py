"""Write the structure tree, which screen readers read, and the links into a finished PDF.

The tree is the logical structure of ISO 32000-1, 14.7, as PDF/UA-1 (ISO 14289-1) asks for it.
Its parent tree (14.7.4.4) leads back from each mark and each link to its element.
Invariant: the keys of the parent tree are the pages in order, then the links in order; the marks
of a page are numbered from 0 without a gap, because its entry is an array indexed by mark.

A plan made of 400 PATHs has 200,000 elements. Written as text and packed at once, they cost a
tenth of the time and memory that they cost as objects of a library.

It is added as an incremental update (ISO 32000-1, 7.5.6): the bytes of the file stay. New
objects, and new versions of old ones, are packed into object streams (7.5.7); one cross-reference
stream (7.5.8) tells where they are and points back to the one before by /Prev.
Invariant: of two objects with the same number the one that was added last counts.
"""

import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from io import BytesIO

import pikepdf
from pikepdf import Object

from path_planner.pdf.content_stream import number as short
from path_planner.pdf.structure import Anchor, Content, Node, Spot, Target

_IN_A_LEAF = 250

_OBJECTS_IN_A_STREAM = 200
"""The number of objects in one object stream."""


def with_tree(file: bytes, root: Node, spots: Mapping[str, Spot]) -> bytes:
    """Return the file with its structure tree and links; `spots` are the positions of anchors."""
    with pikepdf.open(BytesIO(file)) as pdf:
        tree = _Tree(pdf, file, spots)
        return tree.write(root)


class _Tree:
    """Writes the elements, and for each mark on a page the element it belongs to."""

    def __init__(self, pdf: pikepdf.Pdf, file: bytes, spots: Mapping[str, Spot]) -> None:
        self._pdf = pdf
        self._writer = ObjectStreamWriter(file, int(pdf.trailer["/Size"]))
        self._spots = spots
        self._pages = [page.obj.objgen[0] for page in pdf.pages]
        self._owners: list[dict[int, int]] = [{} for _ in self._pages]
        self._annotations: list[list[int]] = [[] for _ in self._pages]
        self._links: list[int] = []

    def write(self, root: Node) -> bytes:
        """Write the whole tree and return the file."""
        writer = self._writer
        top = writer.number()
        element = self._element(root, top)
        for page in range(len(self._pages)):
            self._write_page(page)
        parents = self._parents()
        next_key = len(self._pages) + len(self._links)
        writer.add(
            top,
            f"<< /Type /StructTreeRoot /K [{element} 0 R] /ParentTree {parents} 0 R "
            f"/ParentTreeNextKey {next_key} >>",
        )
        self._amend(self._pdf.Root, f"/StructTreeRoot {top} 0 R /MarkInfo << /Marked true >>")
        return writer.finish({key: self._pdf.trailer[key] for key in ("/Root", "/Info", "/ID")})

    def _write_page(self, index: int) -> None:
        page, annotations = self._pdf.pages[index].obj, self._annotations[index]
        links = f" /Annots [{_references(annotations)}]" if annotations else ""
        self._amend(page, f"/StructParents {index} /Tabs /S{links}")

    def _amend(self, dictionary: pikepdf.Object, entries: str) -> None:
        """Add entries to a dictionary of the file, as a new version of the object."""
        body = dictionary.unparse(resolved=True).rstrip()
        self._writer.add(dictionary.objgen[0], body[:-2] + entries.encode("ascii") + b" >>")

    def _parents(self) -> int:
        """Write the parent tree (a number tree); return its object number."""
        writer, values = self._writer, []
        for owners in self._owners:
            values.append(writer.number())
            writer.add(values[-1], f"[{_references(owners[mark] for mark in sorted(owners))}]")
        values += self._links
        leaves = []
        for start in range(0, len(values), _IN_A_LEAF):
            part = values[start : start + _IN_A_LEAF]
            leaves.append(writer.number())
            numbers = " ".join(f"{key} {value} 0 R" for key, value in enumerate(part, start))
            limits = f"/Limits [{start} {start + len(part) - 1}]"
            writer.add(leaves[-1], f"<< {limits} /Nums [{numbers}] >>")
        tree = writer.number()
        writer.add(tree, f"<< /Kids [{_references(leaves)}] >>")
        return tree

    def _element(self, node: Node, parent: int) -> int:
        number = self._writer.number()
        parts = [f"<< /Type /StructElem /S /{node.role} /P {parent} 0 R"]
        if node.alt:
            parts.append(f"/Alt {text(node.alt)}")
        if node.language:
            parts.append(f"/Lang {text(node.language)}")
        parts.append(_attributes(node))
        page = next((child.page for child in node.children if not isinstance(child, Node)), None)
        if page is not None:
            parts.append(f"/Pg {self._pages[page]} 0 R")
        if node.children:
            kids = " ".join(self._child(child, number, page) for child in node.children)
            parts.append(f"/K [{kids}]")
        self._writer.add(number, " ".join(part for part in [*parts, ">>"] if part))
        return number

    def _child(self, child: Node | Content | Target, parent: int, page: int | None) -> str:
        if isinstance(child, Node):
            return f"{self._element(child, parent)} 0 R"
        if isinstance(child, Target):
            return self._link(child, parent)
        self._owners[child.page][child.mark] = parent
        if child.page == page:
            return str(child.mark)
        return f"<< /Type /MCR /Pg {self._pages[child.page]} 0 R /MCID {child.mark} >>"

    def _link(self, target: Target, parent: int) -> str:
        page, annotation = self._pages[target.page], self._writer.number()
        corners = " ".join(short(coordinate) for coordinate in target.box)
        self._writer.add(
            annotation,
            f"<< /Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0] "
            f"/Contents {text(target.says)} /StructParent {len(self._pages) + len(self._links)} "
            f"/F 4 {self._leads_to(target.address)} >>",
        )
        self._links.append(parent)
        self._annotations[target.page].append(annotation)
        return f"<< /Type /OBJR /Obj {annotation} 0 R /Pg {page} 0 R >>"

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
        attributes = scope + across + down
        return f"/A << /O /Table{attributes} >>" if attributes else ""
    if node.role == "L":
        return f"/A << /O /List /ListNumbering /{node.numbering} >>"
    if node.box:
        corners = " ".join(short(coordinate) for coordinate in node.box)
        return f"/A << /O /Layout /BBox [{corners}] /Placement /Block >>"
    return ""


def _references(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def text(string: str) -> str:
    """Return a PDF string in hexadecimal UTF-16: nothing in it can act as PDF syntax."""
    return f"<FEFF{string.encode('utf-16-be', 'replace').hex()}>"


class ObjectStreamWriter:
    """Collects new and changed objects, and appends them to a PDF file as an update."""

    def __init__(self, file: bytes, first_free: int) -> None:
        self._out = bytearray(file)
        self._next = first_free
        self._pending: list[tuple[int, bytes]] = []
        self._entries: dict[int, tuple[int, int, int]] = {}
        """The entry of each object in the cross-reference stream (ISO 32000-1, table 18).

        Type 2 is an object inside an object stream: the number of that stream, the index in it.
        Type 1 is an object by itself: its byte offset, its generation.
        """
        self._last_startxref = file.rindex(b"startxref")

    def number(self) -> int:
        """Reserve and return the number of a new object."""
        self._next += 1
        return self._next - 1

    def add(self, number: int, body: str | bytes) -> None:
        """Add an object, or replace the one with this number."""
        self._pending.append((number, body.encode("ascii") if isinstance(body, str) else body))
        if len(self._pending) == _OBJECTS_IN_A_STREAM:
            self._write_object_stream()

    def finish(self, trailer: Mapping[str, Object]) -> bytes:
        """Return the file with the update; `trailer` is the old one, with /Root, /Info and /ID."""
        if self._pending:
            self._write_object_stream()
        number = self.number()
        start = len(self._out)
        self._entries[number] = (1, start, 0)
        root_and_info = "".join(
            f"{key} {trailer[key].unparse().decode()}" for key in ("/Root", "/Info")
        )
        first = bytes(trailer["/ID"][0]).hex()
        now = blake2b(bytes(self._out[self._last_startxref :]), digest_size=16).hexdigest()
        before = int(self._out[self._last_startxref :].split()[1])
        # /W: one byte for the type, four for the offset or stream, two for the index.
        self._stream(
            number,
            f"/Type /XRef /Size {self._next} /W [1 4 2] /Index [{self._sections()}] "
            f"/Prev {before} {root_and_info} /ID [<{first}> <{now}>]",
            b"".join(
                kind.to_bytes(1, "big") + position.to_bytes(4, "big") + index.to_bytes(2, "big")
                for _, (kind, position, index) in sorted(self._entries.items())
            ),
        )
        self._out += f"startxref\n{start}\n%%EOF\n".encode("ascii")
        return bytes(self._out)

    def _write_object_stream(self) -> None:
        number = self.number()
        index, offset = [], 0
        for place, (each, body) in enumerate(self._pending):
            self._entries[each] = (2, number, place)
            index.append(f"{each} {offset}")
            offset += len(body) + 1
        head = " ".join(index).encode("ascii") + b"\n"
        self._entries[number] = (1, len(self._out), 0)
        facts = f"/Type /ObjStm /N {len(self._pending)} /First {len(head)}"
        self._stream(number, facts, head + b"\n".join(body for _, body in self._pending))
        self._pending = []

    def _stream(self, number: int, facts: str, content: bytes) -> None:
        deflated = zlib.compress(content)
        self._out += (
            f"{number} 0 obj\n<< {facts} /Length {len(deflated)} /Filter /FlateDecode >>\nstream\n"
        ).encode("ascii")
        self._out += deflated + b"\nendstream\nendobj\n"

    def _sections(self) -> str:
        """Return the entries of /Index: the first and length of each run of numbers."""
        runs: list[list[int]] = []
        for number in sorted(self._entries):
            if runs and number == sum(runs[-1]):
                runs[-1][1] += 1
            else:
                runs.append([number, 1])
        return " ".join(f"{first} {count}" for first, count in runs)
