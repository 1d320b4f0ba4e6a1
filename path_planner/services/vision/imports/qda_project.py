"""Projects of programs for qualitative research (REFI-QDA, .qdpx): coded passages as a table.

A project is a zip with `project.qde`, an XML file of codes, sources and coded passages; the format
is that of the REFI-QDA Standard 1.5. Positions are counted in characters of the plain text.
"""

import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from path_planner.domain.base import MOST_LETTERS
from path_planner.errors import NotARecord, RecordTooLarge
from path_planner.i18n import N_, _
from path_planner.services.vision.imports.tables import (
    MOST_MEGABYTES,
    MOST_VOICES,
    Table,
    check_unpacked,
)

PROJECT = "project.qde"
HEADINGS = ("id", "document", "tag", "content")
_MOST_ROWS = 5 * MOST_VOICES
"""A passage has a row for each of its codes."""
_NOT_A_PROJECT = N_("it is a research project without coded passages that can be read")


def table_of_project(content: bytes) -> Table:
    """Return the coded passages of a project, a row for each passage and code."""
    check_unpacked(content)
    try:
        with ZipFile(BytesIO(content)) as packed:
            passages = _rows(fromstring(packed.read(PROJECT)), packed)
            rows = tuple(islice(passages, _MOST_ROWS + 1))
    except (BadZipFile, KeyError, ParseError, DefusedXmlException, ValueError, OSError):
        raise NotARecord(why=_(_NOT_A_PROJECT)) from None
    except (RuntimeError, EOFError, zlib.error):
        # It is encrypted, packed in a way that is not known here, or damaged.
        raise NotARecord(why=_(_NOT_A_PROJECT)) from None
    if len(rows) > _MOST_ROWS:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
    if not rows:
        raise NotARecord(why=_(_NOT_A_PROJECT))
    return Table(HEADINGS, rows)


def is_project(content: bytes) -> bool:
    """Whether a zip is a project."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            return PROJECT in packed.namelist()
    except (BadZipFile, ValueError):
        return False


def _rows(project: Element, packed: ZipFile) -> Iterator[tuple[str, ...]]:
    codes = {
        element.get("guid", ""): element.get("name", "")
        for element in project.iter()
        if _tag(element) == "Code"
    }
    texts: dict[str, str] = {}
    for source in project.iter():
        if _tag(source) == "TextSource":
            text = _text_of(source, packed, texts)
            for passage in source:
                if _tag(passage) == "PlainTextSelection":
                    yield from _coded(source.get("name", ""), passage, text, codes)


def _coded(
    document: str, passage: Element, text: str, codes: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    start, end = (int(passage.get(name, "0")) for name in ("startPosition", "endPosition"))
    # A voice is cut to this length anyway; passages may overlap without end.
    start = max(start, 0)
    words = text[start : min(max(end, 0), start + MOST_LETTERS + 1)].strip()
    for element in passage.iter():
        name = codes.get(element.get("targetGUID", "")) if _tag(element) == "CodeRef" else None
        if name and words:
            yield passage.get("guid", ""), document, name, words


def _text_of(source: Element, packed: ZipFile, texts: dict[str, str]) -> str:
    path = source.get("plainTextPath", "")
    if path.startswith("internal://"):
        if path not in texts:
            content = packed.read(f"sources/{path.removeprefix('internal://')}")
            texts[path] = content.decode("utf-8-sig").replace("\r\n", "\n")
        return texts[path]
    inside = next((child for child in source if _tag(child) == "PlainTextContent"), None)
    return (inside.text or "") if inside is not None else ""


def _tag(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
