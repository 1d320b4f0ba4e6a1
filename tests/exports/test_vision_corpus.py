"""Formulas, markup and tricks with directions come out of every export as plain text."""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache

import orjson
import pikepdf
import pytest
from docx.oxml.parser import parse_xml

from path_planner.domain.base import clean
from path_planner.exports.base import VisionExport, VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision.open_dataset.safe_csv import GUARD, without_formula
from path_planner.exports.vision.open_dataset_zip import document_name
from tests.exports.corpus import CORPUS, hostile
from tests.exports.unpacked import parts_of

TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
ON = VisionOptions(on=date(2026, 11, 22))
EXPORTS = VISION_EXPORTS.known
_ACTS = {
    "/JS", "/JavaScript", "/AA", "/Launch", "/URI", "/SubmitForm", "/GoToR",
    "/EmbeddedFiles", "/EmbeddedFile", "/RichMedia", "/XFA", "/AcroForm",
}  # fmt: skip
_DRAWN = {
    "svg", "g", "defs", "style", "title", "desc", "text", "tspan", "path", "rect", "circle",
    "ellipse", "line", "polygon", "polyline", "image", "clipPath", "use", "marker", "pattern",
    "linearGradient", "stop", "font-face", "symbol",
}  # fmt: skip


@cache
def rendered(key: str) -> bytes:
    """Return an export of it, once."""
    export = next(one for one in EXPORTS if one.key == key)
    if key != "giveaway":
        return inside()[document_name(export)]
    return export.render(hostile(), ON)


@cache
def inside() -> dict[str, bytes]:
    """Return the files of the give-away; every other document is among them."""
    with zipfile.ZipFile(io.BytesIO(rendered("giveaway"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seen(text: str) -> str:
    """Return what is seen of a text, without gaps."""
    told = unicodedata.normalize("NFKC", text)
    return "".join(
        sign for sign in told if unicodedata.category(sign)[0] not in "CZ" and not sign.isspace()
    )


@cache
def written(key: str) -> str:
    """Return what is seen in a document, from its words and not from its bytes."""
    content = rendered(key)
    if key == "giveaway":
        return seen("".join(text for name, text in parts_of(inside()["vision.vision.json"])))
    if key == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = parse_xml(archive.read("word/document.xml"))
        return seen("".join(one.text or "" for one in body.iter("{*}t")))
    pages = (text for name, text in parts_of(content) if re.fullmatch(r"#\d+", name))
    return seen("".join(pages))


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_a_hostile_text_stands_in_the_documents_as_it_is(text: str) -> None:
    """In the PDF as far as PDFium gives back what stands there: not from the right, nor emoji."""
    shown = seen(str(clean(text)))
    assert seen(orjson.dumps(str(clean(text))).decode())[1:-1] in written("giveaway")
    assert shown in written("docx")
    if all(unicodedata.bidirectional(sign) not in {"R", "AL", "AN"} for sign in shown):
        plain = "".join(sign for sign in shown if unicodedata.category(sign)[0] in "LNP")
        page = "".join(sign for sign in written("plan") if unicodedata.category(sign)[0] in "LNP")
        assert _without_marks(plain) in _without_marks(page)


def _without_marks(text: str) -> str:
    """Leave out signs that stand on others: a page draws them, and their order is free."""
    return "".join(one for one in text if one.isascii() and one.isalnum())


def svgs() -> Iterator[tuple[str, bytes]]:
    """Yield every drawing."""
    return ((name, held) for name, held in inside().items() if name.endswith(".svg"))


def test_drawings_hold_nothing_that_acts() -> None:
    names = [name for name, _ in svgs()]
    assert "documents/poster.svg" in names
    for name, held in svgs():
        assert b"<!DOCTYPE" not in held, name
        assert b"<!ENTITY" not in held, name
        for element in parse_xml(held).iter():
            assert element.tag.rpartition("}")[2] in _DRAWN, (name, element.tag)
            for key, value in element.attrib.items():
                assert not key.rpartition("}")[2].lower().startswith("on"), (name, key)
                if key.rpartition("}")[2] == "href":
                    assert value.startswith(("#", "data:image/")), name


def test_pdfs_hold_nothing_that_acts() -> None:
    found = [(name, held) for name, held in inside().items() if name.endswith(".pdf")]
    assert len(found) >= 4
    for name, held in found:
        with pikepdf.open(io.BytesIO(held)) as opened:
            for one in opened.objects:
                assert not _ACTS & {*_names(one)}, name
            # Where a reader begins is a place, never something that is done.
            assert isinstance(opened.Root.get("/OpenAction", pikepdf.Array()), pikepdf.Array)


def _names(found: object) -> Iterator[str]:
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield from found
        for key in ("/S", "/Type", "/Subtype"):
            yield str(found.get(key, ""))


def test_documents_to_edit_hold_nothing_that_acts() -> None:
    with zipfile.ZipFile(io.BytesIO(rendered("docx"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            parse_xml(part)
            assert b'TargetMode="External"' not in part, name
            assert b"<!DOCTYPE" not in part, name
    fields = [one.text for one in parse_xml(parts["word/document.xml"]).iter("{*}instrText")]
    assert [one.split()[0] for one in fields] == ["TOC"]


def test_no_cell_of_a_table_is_a_formula() -> None:
    cells = 0
    for name, held in inside().items():
        if name.endswith(".csv"):
            for row in csv.reader(io.StringIO(held.decode("utf-8-sig"), newline="")):
                for cell in row:
                    cells += cell.startswith(GUARD)
                    plain = without_formula(cell) == cell or re.fullmatch(r"-?\d+(\.\d+)?", cell)
                    assert cell.startswith(GUARD) or plain, (name, cell)
    assert cells > 50


@pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.key)
def test_nothing_turns_a_line_round_in_what_is_read_as_text(export: VisionExport) -> None:
    for name, text in parts_of(rendered(export.key)):
        if name.rpartition(".")[2].partition("#")[0] in {"xml", "svg", "csv", "json", "txt"}:
            assert not TURNED.search(text), name


def test_files_are_named_by_us_alone() -> None:
    for name in inside():
        assert re.fullmatch(r"([a-z]+/)?[A-Za-z0-9.-]+\.[a-z]+", name), name
