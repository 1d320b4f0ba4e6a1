"""Read a plan back: its words page by page, its links, and where they lead."""

import re
from datetime import date
from functools import cache
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pypdfium2

from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
from path_planner.exports.vision import evidence_pdf, plan_pdf

DAY = date(2026, 11, 22)


class Link(NamedTuple):
    """A link: the page it is on, what it says, the page it leads to."""

    page: int
    says: str
    to: int


def plan(vision: Vision, **options: object) -> bytes:
    """Draw the plan of a vision."""
    return plan_pdf.EXPORTS[0].render(vision, VisionOptions(on=DAY, **options))


def evidence(vision: Vision, **options: object) -> bytes:
    """Draw the evidence of a vision."""
    return evidence_pdf.EXPORTS[0].render(vision, VisionOptions(on=DAY, **options))


@cache
def pages(pdf: bytes) -> tuple[str, ...]:
    """Return the words of each page, with one space between them."""
    with pypdfium2.PdfDocument(pdf) as opened:
        found = [page.get_textpage().get_text_range() for page in opened]
    return tuple(" ".join(text.replace("\ufffe", "").split()) for text in found)


def text(pdf: bytes) -> str:
    """Return all words."""
    return " ".join(pages(pdf))


def links(pdf: bytes) -> list[Link]:
    """Return every link within the document."""
    found: list[Link] = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages)}
        for number, page in enumerate(opened.pages):
            notes = page.obj.get("/Annots", [])
            found += [
                Link(number, str(note.Contents), numbers[note.Dest[0].objgen]) for note in notes
            ]
    return found


def everything(pdf: bytes) -> str:
    """Return whatever letters the file holds: pages, links, bookmarks, facts and the tree."""
    parts = [text(pdf)]
    with pikepdf.open(BytesIO(pdf)) as opened:
        for each in opened.objects:
            if isinstance(each, pikepdf.Stream):
                parts.append(each.read_bytes().decode("latin-1"))
            elif isinstance(each, pikepdf.Dictionary):
                parts.extend(
                    str(value) for value in each.values() if isinstance(value, pikepdf.String)
                )
    return " ".join(parts)


def bookmarks(pdf: bytes) -> list[str]:
    """Return the titles of the list of contents beside the page, in order."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            found.append(item.title)
            waiting = [*item.children, *waiting]
    return found


def after(said: str, start: str, end: str) -> str:
    """Return what stands between two sayings."""
    found = re.search(re.escape(start) + "(.*?)" + re.escape(end), said)
    assert found, (start, end)
    return found[1].strip()
