"""Tables of any origin: rows of text with headings, from CSV or a spreadsheet; nothing is trusted.

Rows that cannot be read are counted and the others are kept: a quotation mark that never ends costs
its own line, not the file.
"""

import csv
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import reduce
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, clean_line
from path_planner.errors import NotARecord, RecordTooLarge
from path_planner.i18n import N_, _

DELIMITERS = ",;\t|"
LINE_BREAKS = str.maketrans(dict.fromkeys("\v\f\x85\u2028\u2029", "\n"))
"""Line breaks of word processors, as the usual one; in CSV they do not end a row."""
_NO_DELIMITER = "\x1f"
"""The delimiter of a table with one column: a sign that is in no text."""
_MOST_AGREE = 0.8
MOST_MEGABYTES = 16
MOST_VOICES = 20_000
"""The most rows of one import; a vision holds more voices."""
MOST_COLUMNS = 2_000
MOST_UNPACKED = 20 * MOST_MEGABYTES * 2**20
MOST_CELLS = 20_000_000
_FILLED_CELL = re.compile(
    rb"""<(?:\w{1,9}:)?c\s[^<>]{0,99}?\br=["']([A-Z]{1,3})(\d{1,7})["'][^<>/]{0,99}>"""
)
_SNIFFED = 60
_MOST_TROUBLES = 200
_SAVED_AGAIN = N_("it is a spreadsheet that cannot be opened. Please save it again, or as CSV")
_NO_ROWS = N_("it has no row with words")


class Table(NamedTuple):
    """Headings and rows of text; every row is as wide as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unreadable: tuple[int, ...] = ()
    """The numbers of the lines or rows that could not be read, from 1."""
    overlong: frozenset[int] = frozenset()
    """The indices of rows whose last cell was joined of several."""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """The names of all sheets of a spreadsheet that have anything in them."""

    def column(self, index: int) -> list[str]:
        """Return the cells of a column."""
        return [row[index] for row in self.rows]


def table_of_text(text: str) -> Table:
    """Parse CSV of any usual delimiter; raise NotARecord if there is no row."""
    text = text.lstrip("\ufeff\r\n \u200b")
    # Excel may write a line "sep=;" before the headings.
    text = re.sub(r"\Asep=.\r?\n", "", text, flags=re.IGNORECASE)
    delimiter = delimiter_of(text)
    unreadable: list[int] = []
    rows = [
        (line, row)
        for line, row in _csv_rows(text, delimiter, unreadable)
        if any(cell.strip() for cell in row)
    ]
    joined, wide = _joined(rows, delimiter)
    return _table(joined, unreadable, wide)


def delimiter_of(text: str) -> str:
    """Return the delimiter by which most rows have the same number of cells, more than one.

    Under a first row of one cell most rows must agree: it may be a list with commas in its words.
    """
    best, most = _NO_DELIMITER, 0.0
    for delimiter in DELIMITERS:
        rows = [row for _line, row in islice(_csv_rows(text[:50_000], delimiter, []), _SNIFFED)]
        widths = Counter(len(row) for row in rows if row)
        if not widths:
            continue
        width, agreeing = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1], pair[0]))
        share = agreeing / widths.total()
        few = len(rows[0]) == 1 and share < _MOST_AGREE
        weight = share * min(width, 20) if width > 1 and not few else 0.0
        if weight > most:
            best, most = delimiter, weight
    return best


def _csv_rows(text: str, delimiter: str, unreadable: list[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line and the cells of each row.

    On a row that cannot be read it starts again on the next line.
    """
    # Not `splitlines`: a line break of Word or U+2028 inside a cell is no end of a row.
    lines = [*StringIO(text, newline="")]
    start = 0
    while start < len(lines):
        reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
        done = 0
        try:
            for row in reader:
                yield start + done + 1, row
                done = reader.line_num
        except csv.Error:
            unreadable.append(start + done + 1)
            if len(unreadable) > _MOST_TROUBLES:
                raise NotARecord(
                    why=_(
                        "the quotation marks or a cell before line {line} cannot be read",
                        line=start + done + 1,
                    )
                ) from None
            start += done + 1
        else:
            return


def _joined(
    rows: list[tuple[int, list[str]]], delimiter: str
) -> tuple[list[tuple[int, list[str]]], frozenset[int]]:
    """Join the last cells of rows that are wider than usual, and return the lines of these.

    So it is with delimiters in the words of the last column, without quotation marks.
    """
    width = _width([row for _line, row in rows[:_SNIFFED]])
    joined = [
        (line, [*row[: width - 1], delimiter.join(row[width - 1 :])] if len(row) > width else row)
        for line, row in rows
    ]
    wide = (line for line, row in rows if any(cell.strip() for cell in row[width:]))
    return joined, frozenset(wide)


def _width(rows: Sequence[Sequence[str]]) -> int:
    """Return the number of columns: that of the headings, or of most rows below a title."""
    heading = sum(bool(cell.strip()) for cell in rows[0]) if rows else 0
    if heading > 1:
        return len(rows[0])
    widths = Counter(map(len, rows))
    return max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))[0]


def table_of_spreadsheet(content: bytes, sheet: str = "") -> Table:
    """Read a sheet of an xlsx, xls or ods file: the chosen one, or the one with most words."""
    check_unpacked(content)
    _check_spread(content)
    # The reader is a native library of some weight, for spreadsheets alone.
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = {name: book.get_sheet_by_name(name) for name in book.sheet_names}
        grids = {name: one.to_python(nrows=MOST_VOICES + 2) for name, one in sheets.items()}
    except (CalamineError, OSError, ValueError):
        raise NotARecord(why=_(_SAVED_AGAIN)) from None
    filled = {name: grid for name, grid in grids.items() if _letters(grid)}
    if not filled:
        raise NotARecord(why=_(_NO_ROWS))
    if sheet and sheet not in filled:
        there = "; ".join(filled)
        raise NotARecord(
            why=_("it has no sheet “{name}” with words, only: {there}", name=sheet, there=there)
        )
    chosen = sheet or max(filled, key=lambda name: _letters(filled[name]))
    if sheets[chosen].height > MOST_VOICES + 2:
        # Nothing after these rows would be read, and nobody would see it.
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
    rows = [(number, [*map(_cell, row)]) for number, row in enumerate(filled[chosen], 1)]
    return _table(rows, [])._replace(sheet=chosen, sheets=tuple(filled))


def check_unpacked(content: bytes) -> None:
    """Refuse a zip that grows too large: its sizes are known before it is unpacked."""
    if not content.startswith(b"PK"):
        return
    try:
        with ZipFile(BytesIO(content)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except (BadZipFile, ValueError, NotImplementedError):
        raise NotARecord(why=_(_SAVED_AGAIN)) from None
    if unpacked > MOST_UNPACKED:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)


def _check_spread(content: bytes) -> None:
    """Refuse sheets whose cells are so far apart that the reader would fill all memory.

    It makes a grid from the first cell with anything in it to the last one.
    """
    if not content.startswith(b"PK"):
        return
    try:
        with ZipFile(BytesIO(content)) as packed:
            sheets = (name for name in packed.namelist() if "/worksheets/" in name)
            area = max((_area(packed, name) for name in sheets), default=0)
    except (BadZipFile, RuntimeError, EOFError, ValueError, OSError, zlib.error):
        raise NotARecord(why=_(_SAVED_AGAIN)) from None
    if area > MOST_CELLS:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)


def _area(packed: ZipFile, name: str) -> int:
    last_row = last_column = 0
    rest = b""
    with packed.open(name) as sheet:
        while chunk := sheet.read(2**20):
            for letters, row in _FILLED_CELL.findall(rest + chunk):
                column = reduce(lambda number, letter: number * 26 + letter - 64, letters, 0)
                last_row, last_column = max(last_row, int(row)), max(last_column, column)
            rest = chunk[-200:]
    return last_row * last_column


def _letters(grid: Sequence[Sequence[Any]]) -> int:
    return sum(len(cell) for row in grid for cell in row if isinstance(cell, str))


def _cell(value: Any) -> str:
    """Return a cell of a spreadsheet as text, as people see it there."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _table(
    rows: Sequence[tuple[int, list[str]]],
    unreadable: Sequence[int],
    overlong: frozenset[int] = frozenset(),
) -> Table:
    filled = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
    if len(filled) > MOST_VOICES + 1:
        raise RecordTooLarge(limit=MOST_MEGABYTES, voices=MOST_VOICES)
    filled = filled[_first(filled) :]
    if len(filled) <= 1:
        raise NotARecord(why=_(_NO_ROWS))
    width = min(max(len(row) for _line, row in filled), MOST_COLUMNS)
    padded = [tuple([*row, *[""] * (width - len(row))][:width]) for _line, row in filled]
    return Table(
        _headings(padded[0]),
        tuple(padded[1:]),
        tuple(unreadable),
        overlong=frozenset(at for at, (line, _row) in enumerate(filled[1:]) if line in overlong),
    )


def _first(filled: Sequence[tuple[int, list[str]]]) -> int:
    """Return the index of the headings: titles above a table fill few of its cells."""
    widths = [sum(bool(cell.strip()) for cell in row) for _line, row in filled[:_SNIFFED]]
    usual = max(Counter(widths).items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))[0]
    return next((at for at, width in enumerate(widths) if width * 2 > usual), 0)


def _headings(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the headings as single lines, a number for those that are empty."""
    lines = (str(clean_line(" ".join(cell.split())))[:MOST_LETTERS_IN_A_LINE] for cell in cells)
    return tuple(line or column_name(number) for number, line in enumerate(lines, 1))


def column_name(number: int) -> str:
    """Return the name of a column without a heading."""
    return _("Column {number}", number=number)
