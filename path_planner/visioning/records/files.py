"""Files that are dropped: what they are, and what came in them; nothing in them is trusted."""

import codecs

from path_planner.domain.session import Session
from path_planner.errors import NotARecord, RecordTooLarge
from path_planner.storage import document
from path_planner.storage.sessions import SESSIONS
from path_planner.visioning.records.conversations import Record
from path_planner.visioning.records.lines import record_of_text
from path_planner.visioning.records.tables import is_table, record_of_table
from path_planner.words import mark, say

MOST_MEGABYTES = 16
MOST_VOICES = 20_000
"""So many voices at a time; a vision holds more."""

_OTHER_FILES = (
    (b"PK\x03\x04", mark("it is a document or a table of an office program, or a zip")),
    (b"\xd0\xcf\x11\xe0", mark("it is a document or a table of an office program, or a zip")),
    (b"%PDF", mark("it is a PDF")),
    (b"{\\rtf", mark("it is a document or a table of an office program, or a zip")),
    (b"\x89PNG", mark("it is a picture")),
    (b"\xff\xd8\xff", mark("it is a picture")),
    (b"GIF8", mark("it is a picture")),
    (b"ID3", mark("it is a sound recording")),
    (b"OggS", mark("it is a sound recording")),
    (b"RIFF", mark("it is a sound recording")),
)
_NOT_TEXT = mark("it is not plain text")
_SAVE_AS_TEXT = mark("{what}. Please save its words as plain text or as CSV")


def read_source(name: str, content: bytes) -> Session | Record:
    """Read a file: the plan of a PATH, a table of voices, or plain text, one voice a line."""
    _check_kind(content)
    start = content[:4096].removeprefix(codecs.BOM_UTF8).lstrip()
    if name.lower().endswith(".json") or start.startswith(b"{"):
        return document.read(content, SESSIONS)
    if len(content) > MOST_MEGABYTES * 2**20:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
    return record_of(decoded(content), table=name.lower().endswith((".csv", ".tsv")))


def record_of(text: str, *, table: bool = False) -> Record:
    """Read what was pasted or stood in a file: a table if it is one, else one voice a line."""
    record = record_of_table(text) if table or is_table(text) else record_of_text(text)
    if len(record.heard) > MOST_VOICES:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
    return record


def _check_kind(content: bytes) -> None:
    for beginning, what in _OTHER_FILES:
        if content.startswith(beginning):
            raise NotARecord(why=say(_SAVE_AS_TEXT, what=say(what)))


def decoded(content: bytes) -> str:
    """Return bytes as text: UTF-8 or UTF-16 where they say so, else as Windows writes it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise NotARecord(why=say(_NOT_TEXT)) from None
    if b"\0" in content:
        raise NotARecord(why=say(_SAVE_AS_TEXT, what=say(_NOT_TEXT)))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; a sign stands for them, so that it is seen.
        return content.decode("cp1252", errors="replace")
