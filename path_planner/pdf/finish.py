"""Make the file: the tree for readers, the links, the list of contents, what it says of itself."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, OutlineItem, Pdf, String

from path_planner.pdf.draft import Bookmark, Draft, Facts
from path_planner.pdf.structure import Content, Node, Target
from path_planner.pdf.supplies import supply

_UA = "http://www.aiim.org/pdfua/ns/id/"


def finished(plain: bytes, draft: Draft) -> bytes:
    """Return the finished file for pages that were written without tags."""
    with pikepdf.open(BytesIO(plain)) as pdf:
        supply(pdf, draft)
        _Tree(pdf).write(draft.root)
        _write_bookmarks(pdf, draft.bookmarks)
        _write_facts(pdf, draft.facts)
        made = BytesIO()
        pdf.save(
            made,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return made.getvalue()


class _Tree:
    """Writes the elements, and for each mark on a page the element it belongs to."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, pikepdf.Object]] = [{} for _ in self._pages]
        self._links: list[pikepdf.Object] = []

    def write(self, root: Node) -> None:
        """Write the whole tree."""
        pdf = self._pdf
        top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        parents = NumberTree.new(pdf)
        for index, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = index
            page.Tabs = Name.S
            parents[index] = pdf.make_indirect(Array([owners[mark] for mark in sorted(owners)]))
        for index, link in enumerate(self._links, len(self._pages)):
            parents[index] = link
        top.ParentTree = parents.obj
        top.ParentTreeNextKey = len(self._pages) + len(self._links)
        pdf.Root.StructTreeRoot = top
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{node.role}"), P=parent)
        )
        if node.alt:
            made.Alt = String(node.alt)
        if node.language:
            made.Lang = String(node.language)
        attributes = _attributes(node)
        if attributes is not None:
            made.A = attributes
        home = next((child.page for child in node.children if not isinstance(child, Node)), None)
        if home is not None:
            made.Pg = self._pages[home]
        if node.children:
            made.K = Array([self._child(child, made, home) for child in node.children])
        return made

    def _child(
        self, child: Node | Content | Target, made: pikepdf.Object, home: int | None
    ) -> pikepdf.Object | int:
        if isinstance(child, Node):
            return self._element(child, made)
        if isinstance(child, Target):
            return self._link(child, made)
        self._owners[child.page][child.mark] = made
        if child.page == home:
            return child.mark
        return Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.mark)

    def _link(self, target: Target, made: pikepdf.Object) -> pikepdf.Object:
        page = self._pages[target.page]
        note = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(each, 2) for each in target.box]),
                Border=Array([0, 0, 0]),
                Contents=String(target.says),
                StructParent=len(self._pages) + len(self._links),
                F=4,
            )
        )
        if isinstance(target.address, int):
            note.Dest = Array([self._pages[target.address], Name.Fit])
        else:
            note.A = Dictionary(S=Name.URI, URI=String(target.address))
        self._links.append(made)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(note)
        return Dictionary(Type=Name.OBJR, Obj=note, Pg=page)


def _attributes(node: Node) -> Dictionary | None:
    found = Dictionary()
    if node.role in {"TH", "TD"}:
        found.O = Name.Table
        if node.role == "TH":
            found.Scope = Name(f"/{node.scope or 'Column'}")
        if node.column_span > 1:
            found.ColSpan = node.column_span
        if node.row_span > 1:
            found.RowSpan = node.row_span
        return found if len(found) > 1 else None
    if node.role == "L":
        return Dictionary(O=Name.List, ListNumbering=Name(f"/{node.numbering}"))
    if node.box:
        corners = Array([round(each, 2) for each in node.box])
        return Dictionary(O=Name.Layout, BBox=corners, Placement=Name.Block)
    return None


def _write_bookmarks(pdf: Pdf, bookmarks: list[Bookmark]) -> None:
    if not bookmarks:
        return
    with pdf.open_outline() as outline:
        open_levels = [outline.root]
        for entry in bookmarks:
            item = OutlineItem(entry.title)
            item.destination = Array(
                [pdf.pages[entry.page].obj, Name.XYZ, None, round(entry.top, 2), None]
            )
            del open_levels[entry.level + 1 :]
            open_levels[-1].append(item)
            open_levels.append(item.children)


def _write_facts(pdf: Pdf, facts: Facts) -> None:
    pdf.Root.Lang = String(facts.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = facts.title
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
        about.register_xml_namespace(_UA, "pdfuaid")
        about["dc:title"] = facts.title
        about["dc:language"] = {facts.language}
        about["pdfuaid:part"] = "1"
        about["xmp:CreateDate"] = facts.created.isoformat()
        if facts.author:
            about["dc:creator"] = [facts.author]
            pdf.docinfo["/Author"] = facts.author
        if facts.subject:
            about["dc:description"] = facts.subject
            pdf.docinfo["/Subject"] = facts.subject
