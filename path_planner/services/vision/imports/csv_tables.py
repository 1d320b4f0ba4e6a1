"""Days, as people and spreadsheets write them in this country."""

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
    """Read a day, the day of the month before the month; None where it is none."""
    text = text[:_LONGEST]
    if found := _YEAR_FIRST.match(text):
        return _day(found[1], found[2], found[3])
    if found := _DAY_FIRST.match(text):
        return _day(found[3], found[2], found[1])
    if (found := _IN_WORDS.match(text)) and found[2][:3].lower() in _MONTHS:
        return _day(found[3], str(_MONTHS.index(found[2][:3].lower()) + 1), found[1])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    whole = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 # two digits
    try:
        return date(whole, int(month), int(day))
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
    """Where each thing stands in a row; -1 where the table does not tell it."""

    text: int
    who: int = -1
    role: int = -1
    where: int = -1
    when: int = -1
    width: int = 0


class _Sheet(NamedTuple):
    """A text and how its cells are kept apart."""

    text: str
    delimiter: str
    columns: _Columns


def is_table(text: str) -> bool:
    """Say whether a text begins with the heading of a table: two columns at least that we know."""
    sheet = _sheet(text)
    return sheet is not None and sum(place >= 0 for place in sheet.columns[:-1]) >= _FEWEST_COLUMNS


def record_of_table(text: str) -> Record:
    """Read a table; a row without words is left out, and words that are too long are cut."""
    sheet = _sheet(text)
    if sheet is None:
        raise NotARecord(
            why=_(
                "its first row must name the columns: “text”, and if you like "
                "“who”, “where” and “when”"
            )
        )
    heard: list[Utterance] = []
    cut = empty = 0
    for number, row in _rows(sheet):
        one = _heard(row, sheet, number)
        if not one.text:
            empty += any(cell.strip() for cell in row)
            continue
        cut += len(one.text) > MOST_LETTERS
        heard.append(one._replace(text=one.text[:MOST_LETTERS]))
    return Record(tuple(heard), cut=cut, empty=empty)


def _sheet(text: str) -> _Sheet | None:
    text = text.lstrip("\ufeff\r\n \u200b")
    # Some spreadsheets write this line before the heading.
    text = re.sub(r"\Asep=.\r?\n", "", text, flags=re.IGNORECASE)
    heading = text[:4_000].splitlines()[0] if text else ""
    found = [
        _Sheet(text, delimiter, columns)
        for delimiter in DELIMITERS
        if (columns := _columns(_cells(heading, delimiter))) is not None
    ]
    return max(found, key=lambda sheet: sheet.columns.width, default=None)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _columns(heading: Sequence[str]) -> _Columns | None:
    cells = [
        " ".join(normalise(str(clean_line(cell))).text.split()).strip("?:*") for cell in heading
    ]
    places = {
        column: min((cells.index(name) for name in names if name in cells), default=-1)
        for column, names in _NAMES.items()
    }
    return _Columns(**places, width=len(cells)) if places["text"] >= 0 else None


def _rows(sheet: _Sheet) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(sheet.text, newline=""), delimiter=sheet.delimiter, strict=True)
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


def _heard(row: Sequence[str], sheet: _Sheet, line: int) -> Utterance:
    columns = sheet.columns
    if any(cell.strip() for cell in row[columns.width :]):
        if columns.text != columns.width - 1:
            raise NotARecord(why=_("line {line} has more cells than the first row", line=line))
        # A comma in the words, without quotation marks about them: the words are put together.
        row = [*row[: columns.text], sheet.delimiter.join(row[columns.text :])]
    who, role = _cell(row, columns.who), _cell(row, columns.role)
    known = role_of(role)
    return Utterance(
        text=str(clean(_cell(row, columns.text))),
        who=who_of(who),
        role=known if known is not Role.OTHER else role_of(who),
        where=str(clean_line(_cell(row, columns.where)))[:MOST_LETTERS_IN_A_LINE],
        when=day_of(_cell(row, columns.when)),
    )


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if 0 <= place < len(row) else ""
