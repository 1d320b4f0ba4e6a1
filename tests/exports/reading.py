"""Read a poster back as other programs do: words by PDFium, the order from the tags."""

from collections.abc import Iterator
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2 as pdfium
from pypdfium2 import raw


@lru_cache(maxsize=64)
def words_of(pdf: bytes) -> tuple[str, ...]:
    """Return all words of all pages as PDFium finds them."""
    document = pdfium.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    # PDFium says so where a word goes on after a hyphen at the end of its line.
    return tuple(" ".join(pages).replace("\ufffe", "-").split())


@lru_cache(maxsize=64)
def spoken(pdf: bytes) -> tuple[tuple[str, str], ...]:
    """Return role and words of every element, in the order in which they are read."""
    marked = _marked(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = {page.objgen: number for number, page in enumerate(opened.pages)}
        return tuple(_walked(opened.Root.StructTreeRoot, pages, marked, None))


def _walked(node: Any, pages: dict, marked: dict, page: int | None) -> Iterator[tuple[str, str]]:
    page = pages[node.Pg.objgen] if "/Pg" in node else page
    if "/S" in node:
        alt = str(node.Alt) if "/Alt" in node else ""
        words = " ".join(_words(node, pages, marked, page))
        yield str(node.S).removeprefix("/"), " ".join(words.split()) or alt
    for kid in _kids(node):
        if not isinstance(kid, int) and "/S" in kid and kid.S != "/Span":
            yield from _walked(kid, pages, marked, page)


def _words(node: Any, pages: dict, marked: dict, page: int | None) -> Iterator[str]:
    """Yield the words of an element itself, those of its lines included."""
    page = pages[node.Pg.objgen] if "/Pg" in node else page
    for kid in _kids(node):
        if isinstance(kid, int):
            yield marked.get((page, int(kid)), "")
        elif "/MCID" in kid:
            where = pages[kid.Pg.objgen] if "/Pg" in kid else page
            yield marked.get((where, int(kid.MCID)), "")
        elif "/S" in kid and kid.S == "/Span":
            yield from _words(kid, pages, marked, page)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _marked(pdf: bytes) -> dict[tuple[int, int], str]:
    """Return the words of every marked stretch of every page."""
    document = pdfium.PdfDocument(pdf)
    found: dict[tuple[int, int], str] = {}
    for number, page in enumerate(document):
        letters = page.get_textpage()
        for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            mark = raw.FPDFPageObj_GetMarkedContentID(part)
            if mark >= 0:
                size = raw.FPDFTextObj_GetText(part, letters, None, 0)
                buffer = create_string_buffer(size)
                raw.FPDFTextObj_GetText(part, letters, cast(buffer, POINTER(c_ushort)), size)
                text = buffer.raw.decode("utf-16-le").rstrip("\0")
                found[number, mark] = f"{found.get((number, mark), '')} {text}"
    document.close()
    return found
