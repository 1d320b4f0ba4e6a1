"""Import of CSV tables of voices: header names, delimiters, dates as written in the UK."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import NamedTuple

from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE, clean, clean_line
from path_planner.domain.people import Role
from path_planner.errors import NotARecord
from path_planner.i18n import _
from path_planner.services.vision.imports.conversation import Record, Utterance
from path_planner.services.vision.imports.speakers import role_of, who_of
from path_planner.services.vision.privacy.normalisation import normalise

_YEAR_FIRST = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_IN_WORDS = re.compile(
    r"\s*(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY = 2000
_LONGEST = 40


def day_of(text: str) -> date | None:
    """Parse a date, with the day before the month (UK), or year first; None if it is not one."""
    text = text[:_LONGEST]
    if match := _YEAR_FIRST.match(text):
        return _day(match[1], match[2], match[3])
    if match := _DAY_FIRST.match(text):
        return _day(match[3], match[2], match[1])
    if (match := _IN_WORDS.match(text)) and match[2][:3].lower() in _MONTHS:
        return _day(match[3], str(_MONTHS.index(match[2][:3].lower()) + 1), match[1])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    full_year = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 # two digits
    try:
        return date(full_year, int(month), int(day))
    except ValueError:
        return None


DELIMITERS = ",;\t|"
_NAMES: Mapping[str, Sequence[str]] = {
    "text": (
        "text", "voice", "words", "what was said", "said", "quote", "comment", "comments",
        "what", "statement", "answer", "response", "note", "notes", "message", "idea",
    ),
    "who": ("who", "name", "speaker", "person", "said by", "by", "from", "participant", "author"),
    "role": ("role", "as", "kind of person", "group"),
    "where": ("where", "place", "location", "venue", "site", "town", "area", "event"),
    "when": ("when", "date", "day", "held on", "on", "time", "timestamp"),
}  # fmt: skip
_FEWEST_COLUMNS = 2


class _Columns(NamedTuple):
    """The index of each field in a row; -1 for missing ones. `width` is the number of columns."""

    text: int
    who: int = -1
    role: int = -1
    where: int = -1
    when: int = -1
    width: int = 0


class _Table(NamedTuple):
    """A table: its text, delimiter and columns."""

    text: str
    delimiter: str
    columns: _Columns


def is_table(text: str) -> bool:
    """Whether a text begins with a table header that has at least two known columns."""
    table = _table(text)
    return table is not None and sum(index >= 0 for index in table.columns[:-1]) >= _FEWEST_COLUMNS


def record_of_table(text: str) -> Record:
    """Parse a table; rows without words are left out, long words are cut; raise NotARecord."""
    table = _table(text)
    if table is None:
        raise NotARecord(
            why=_(
                "its first row must name the columns: “text”, and if you like "
                "“who”, “where” and “when”"
            )
        )
    utterances: list[Utterance] = []
    cut = empty = 0
    for number, row in _rows(table):
        utterance = _utterance(row, table, number)
        if not utterance.text:
            empty += any(cell.strip() for cell in row)
            continue
        cut += len(utterance.text) > MOST_LETTERS
        utterances.append(utterance._replace(text=utterance.text[:MOST_LETTERS]))
    return Record(tuple(utterances), cut=cut, empty=empty)


def _table(text: str) -> _Table | None:
    text = text.lstrip("\ufeff\r\n \u200b")
    # Excel may write a line "sep=;" before the header.
    text = re.sub(r"\Asep=.\r?\n", "", text, flags=re.IGNORECASE)
    heading = text[:4_000].splitlines()[0] if text else ""
    candidates = [
        _Table(text, delimiter, columns)
        for delimiter in DELIMITERS
        if (columns := _columns(_cells(heading, delimiter))) is not None
    ]
    return max(candidates, key=lambda table: table.columns.width, default=None)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _columns(heading: Sequence[str]) -> _Columns | None:
    cells = [
        " ".join(normalise(str(clean_line(cell))).text.split()).strip("?:*") for cell in heading
    ]
    indices = {
        column: min((cells.index(name) for name in names if name in cells), default=-1)
        for column, names in _NAMES.items()
    }
    return _Columns(**indices, width=len(cells)) if indices["text"] >= 0 else None


def _rows(table: _Table) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(table.text, newline=""), delimiter=table.delimiter, strict=True)
    try:
        next(reader)
        for row in reader:
            yield reader.line_num, row
    except csv.Error:
        raise NotARecord(
            why=_(
                "the quotation marks or a cell before line {line} cannot be read",
                line=reader.line_num + 1,
            )
        ) from None


def _utterance(row: Sequence[str], table: _Table, line: int) -> Utterance:
    columns = table.columns
    if any(cell.strip() for cell in row[columns.width :]):
        if columns.text != columns.width - 1:
            raise NotARecord(why=_("line {line} has more cells than the first row", line=line))
        # Unquoted delimiters in the last column: its cells are joined again.
        row = [*row[: columns.text], table.delimiter.join(row[columns.text :])]
    who, role = _cell(row, columns.who), _cell(row, columns.role)
    known = role_of(role)
    return Utterance(
        text=str(clean(_cell(row, columns.text))),
        who=who_of(who),
        role=known if known is not Role.OTHER else role_of(who),
        where=str(clean_line(_cell(row, columns.where)))[:MOST_LETTERS_IN_A_LINE],
        when=day_of(_cell(row, columns.when)),
    )


def _cell(row: Sequence[str], index: int) -> str:
    return row[index] if 0 <= index < len(row) else ""
