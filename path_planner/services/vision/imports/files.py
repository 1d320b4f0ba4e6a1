"""Files of records: what kind they are, opened so that people can look before anything is kept.

A project is a zip with `project.qde`, an XML file of codes, sources and coded passages; the format
is that of the REFI-QDA Standard 1.5. Positions are counted in characters of the plain text.
"""

import codecs
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from path_planner.domain.base import MOST_LETTERS
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.errors import (
    ColumnsUnclear,
    DatesUnclear,
    LettersUnclear,
    NotARecord,
    RecordTooLarge,
)
from path_planner.i18n import N_, _
from path_planner.services.vision.imports.column_names import Use
from path_planner.services.vision.imports.columns import Guess, guess_columns, is_headed
from path_planner.services.vision.imports.conversation import Record
from path_planner.services.vision.imports.dates import DateOrder
from path_planner.services.vision.imports.encodings import ENCODINGS, Decoded, decoded, sample_of
from path_planner.services.vision.imports.rows import Columns, columns_of, record_of_rows
from path_planner.services.vision.imports.tables import (
    MOST_MEGABYTES,
    MOST_VOICES,
    Table,
    check_unpacked,
    table_of_spreadsheet,
    table_of_text,
)
from path_planner.services.vision.imports.transcripts import record_of_text
from path_planner.storage import serializer
from path_planner.storage.event_type import EVENTS
from path_planner.storage.session_type import SESSIONS

ENDINGS = ("csv", "tsv", "txt", "vtt", "srt", "xlsx", "xls", "ods", "qdpx")
"""The endings of files that can be records."""
_TABLES = (".csv", ".tsv")
_SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
_OTHER_FILES = (
    (b"PK\x03\x04", N_("it is an office document, or a zip")),
    (b"\xd0\xcf\x11\xe0", N_("it is an office document, or a zip")),
    (b"%PDF", N_("it is a PDF")),
    (b"{\\rtf", N_("it is an office document, or a zip")),
    (b"\x89PNG", N_("it is a picture")),
    (b"\xff\xd8\xff", N_("it is a picture")),
    (b"GIF8", N_("it is a picture")),
    (b"ID3", N_("it is a sound recording")),
    (b"OggS", N_("it is a sound recording")),
    (b"RIFF", N_("it is a sound recording")),
)
_SAVE_AS_TEXT = N_("{what}. Please save its words as plain text or as CSV")

_PROJECT_FILE = "project.qde"
_PASSAGE_HEADINGS = ("id", "document", "tag", "content")
_MOST_ROWS = 5 * MOST_VOICES
"""A passage has a row for each of its codes."""
_NOT_A_PROJECT = N_("it is a research project without coded passages that can be read")


class Opened(NamedTuple):
    """A record as it was opened: a table with a guess of its columns, or a text."""

    name: str
    text: str = ""
    table: Table | None = None
    guess: Guess | None = None
    letters: Decoded | None = None
    """How its letters were read; None where the format says it."""

    def record(self, columns: Columns | None = None, order: DateOrder | None = None) -> Record:
        """Return its voices, with the columns that people chose, or else as guessed."""
        if self.table is None or self.guess is None:
            record = record_of_text(self.text, order)
        else:
            chosen = columns or columns_of(self.guess)
            record = record_of_rows(self.table, chosen._replace(order=order or chosen.order))
        if len(record.utterances) > MOST_VOICES:
            raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
        return record


def read_source(name: str, content: bytes) -> Session | Event | Opened:
    """Open a file: a session, an event or a record; raise an error that says why it is none."""
    start = content[:4096].removeprefix(codecs.BOM_UTF8).lstrip()
    if name.lower().endswith(".json") or start.startswith(b"{"):
        if is_event(content):
            return serializer.read(content, EVENTS)
        return serializer.read(content, SESSIONS)
    return open_record(name, content)


def is_event(content: bytes) -> bool:
    """Whether the beginning of a file says that it is an event, be it damaged or not."""
    head = serializer.head(content[: serializer.HEAD_BYTES])
    return head is not None and head.format == EVENTS.format


def open_record(name: str, content: bytes, encoding: str = "", sheet: str = "") -> Opened:
    """Open a record; `encoding` and `sheet` are those that people chose, if they did."""
    if len(content) > MOST_MEGABYTES * 2**20:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
    lower = name.lower()
    if content.startswith(b"PK") and is_project(content):
        return _opened(name, table_of_project(content))
    if lower.endswith(_SPREADSHEETS):
        return _opened(name, table_of_spreadsheet(content, sheet))
    _check_kind(content)
    letters = decoded(content, encoding)
    if lower.endswith(_TABLES) or is_headed(letters.text):
        return _opened(name, table_of_text(letters.text))._replace(letters=letters)
    return Opened(name, letters.text, letters=letters)


def open_text(text: str) -> Opened:
    """Open what was typed or pasted: a table if its first line has headings, else a text."""
    return _opened("", table_of_text(text)) if is_headed(text) else Opened("", text)


def _opened(name: str, table: Table) -> Opened:
    return Opened(name, table=table, guess=guess_columns(table))


def _check_kind(content: bytes) -> None:
    for beginning, what in _OTHER_FILES:
        if content.startswith(beginning):
            raise NotARecord(why=_(_SAVE_AS_TEXT, what=_(what)))


def sure_record(
    opened: Opened, columns: Columns | None = None, order: DateOrder | None = None
) -> Record:
    """Return the voices of a record where nobody can be asked; refuse what is not sure.

    Raises LettersUnclear, ColumnsUnclear, DatesUnclear or NotARecord.
    """
    letters = opened.letters
    if letters is not None and not letters.sure:
        raise LettersUnclear(
            encodings=", ".join((letters.encoding, *letters.others)),
            sample=", ".join(sample_of(letters.text)),
        )
    if opened.table is not None and opened.guess is not None:
        sure = columns is not None or opened.guess.sure
        if not sure or Use.WORDS not in (columns or opened.guess).uses:
            raise ColumnsUnclear(columns="; ".join(opened.table.headings))
    record = opened.record(columns, order)
    if record.dates.ambiguous and order is None and not record.is_form:
        raise DatesUnclear(example=record.dates.example)
    return record


def encoding_name(encoding: str) -> str:
    """Return the name of an encoding for people, in the current language."""
    return _(ENCODINGS[encoding]) if encoding in ENCODINGS else encoding


def table_of_project(content: bytes) -> Table:
    """Return the coded passages of a project, a row for each passage and code."""
    check_unpacked(content)
    try:
        with ZipFile(BytesIO(content)) as packed:
            passages = _rows(fromstring(packed.read(_PROJECT_FILE)), packed)
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
    return Table(_PASSAGE_HEADINGS, rows)


def is_project(content: bytes) -> bool:
    """Whether a zip is a project."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            return _PROJECT_FILE in packed.namelist()
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
