"""Import of uploaded files: detection of their type, and parsing; nothing in them is trusted."""

import codecs
import re

from path_planner.domain.base import MOST_LETTERS, clean
from path_planner.domain.session import Session
from path_planner.errors import NotARecord, RecordTooLarge
from path_planner.i18n import N_, _
from path_planner.services.vision.imports.conversation import Record, Utterance
from path_planner.services.vision.imports.csv_tables import is_table, record_of_table
from path_planner.services.vision.imports.speakers import role_of, who_of
from path_planner.storage import serializer
from path_planner.storage.session_type import SESSIONS

_BULLET = re.compile(r"^(?:[•▪◦‣·*–—-]|\[[ xX]?\])\s+")
_SPOKEN = re.compile(r"^([^\s:\uff1a][^:\uff1a]{0,39})[:\uff1a]\s+(?=\S)")
_FEWEST_SPOKEN = 2
_WORDS_OF_A_NAME = 4


def record_of_text(text: str) -> Record:
    """Parse plain text: one voice a line, with a speaker if every line begins with "Name:"."""
    lines = [_BULLET.sub("", line.strip()).strip() for line in text.splitlines()]
    lines = [line for line in lines if clean(line)]
    with_speakers = _all_have_speakers(lines)
    utterances = [_utterance(line, with_speakers) for line in lines]
    cut = sum(len(utterance.text) > MOST_LETTERS for utterance in utterances)
    shortened = (utterance._replace(text=utterance.text[:MOST_LETTERS]) for utterance in utterances)
    return Record(tuple(shortened), cut=cut)


def _all_have_speakers(lines: list[str]) -> bool:
    """Whether every line begins with a name and a colon."""
    return len(lines) >= _FEWEST_SPOKEN and all(
        (match := _SPOKEN.match(line)) and len(match[1].split()) <= _WORDS_OF_A_NAME
        for line in lines
    )


def _utterance(line: str, with_speaker: bool) -> Utterance:
    match = _SPOKEN.match(line) if with_speaker else None
    if match is None:
        return Utterance(line)
    return Utterance(line[match.end() :], who=who_of(match[1]), role=role_of(match[1]))


MOST_MEGABYTES = 16
MOST_VOICES = 20_000
"""The most voices of one import; a vision holds more."""

_OTHER_FILES = (
    (b"PK\x03\x04", N_("it is an office document or spreadsheet, or a zip")),
    (b"\xd0\xcf\x11\xe0", N_("it is an office document or spreadsheet, or a zip")),
    (b"%PDF", N_("it is a PDF")),
    (b"{\\rtf", N_("it is an office document or spreadsheet, or a zip")),
    (b"\x89PNG", N_("it is a picture")),
    (b"\xff\xd8\xff", N_("it is a picture")),
    (b"GIF8", N_("it is a picture")),
    (b"ID3", N_("it is a sound recording")),
    (b"OggS", N_("it is a sound recording")),
    (b"RIFF", N_("it is a sound recording")),
)
_NOT_TEXT = N_("it is not plain text")
_SAVE_AS_TEXT = N_("{what}. Please save its words as plain text or as CSV")


def read_source(name: str, content: bytes) -> Session | Record:
    """Parse a file: a session, a CSV table of voices, or plain text with one voice a line."""
    _check_kind(content)
    start = content[:4096].removeprefix(codecs.BOM_UTF8).lstrip()
    if name.lower().endswith(".json") or start.startswith(b"{"):
        return serializer.read(content, SESSIONS)
    if len(content) > MOST_MEGABYTES * 2**20:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
    return record_of(decoded(content), table=name.lower().endswith((".csv", ".tsv")))


def record_of(text: str, *, table: bool = False) -> Record:
    """Parse text: a table if it is one (or `table` is set), else one voice a line."""
    record = record_of_table(text) if table or is_table(text) else record_of_text(text)
    if len(record.utterances) > MOST_VOICES:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
    return record


def _check_kind(content: bytes) -> None:
    for beginning, what in _OTHER_FILES:
        if content.startswith(beginning):
            raise NotARecord(why=_(_SAVE_AS_TEXT, what=_(what)))


def decoded(content: bytes) -> str:
    """Decode bytes as UTF-16 (with BOM), UTF-8, or else Windows-1252; raise NotARecord."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise NotARecord(why=_(_NOT_TEXT)) from None
    if b"\0" in content:
        raise NotARecord(why=_(_SAVE_AS_TEXT, what=_(_NOT_TEXT)))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Five bytes are undefined in Windows-1252; they become U+FFFD, so that people see them.
        return content.decode("cp1252", errors="replace")
