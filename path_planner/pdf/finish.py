"""Make the file: its supplies, the tree for readers, the bookmarks, what it says of itself."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from path_planner.pdf.draft import Bookmark, Draft, Facts
from path_planner.pdf.supplies import supply
from path_planner.pdf.tree import with_tree

_UA = "http://www.aiim.org/pdfua/ns/id/"


def finished(plain: bytes, draft: Draft) -> bytes:
    """Return the finished file for pages that were written without tags."""
    with pikepdf.open(BytesIO(plain)) as pdf:
        supply(pdf, draft)
        _write_bookmarks(pdf, draft.bookmarks)
        _write_facts(pdf, draft.facts)
        made = BytesIO()
        pdf.save(
            made,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return with_tree(made.getvalue(), draft.root, draft.spots)


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
