"""CSV files that are safe in spreadsheets: no cell can be taken for a formula (CSV injection)."""

import csv
import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

from path_planner.exports.vision.open_dataset.tables import Table
from path_planner.i18n import N_

# Characters that begin a formula, in all widths. White space, quotes and invisible characters
# before them are skipped by some spreadsheets.
_FORMULA = re.compile(
    r"[\s\"'`´‘’‚“”„«»\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*"  # noqa: RUF001
    r"[=+\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]"
)
GUARD = "'"
RULE = N_(
    "In the CSV files, text that a spreadsheet could mistake for a formula starts with one "
    "extra apostrophe ('). This happens when its first character, after any spaces and "
    "quotation marks, is =, +, - or @. The JSON files have every text just as people wrote it."
)


def as_csv(table: Table) -> bytes:
    """Return a table as CSV: UTF-8 with a BOM, all cells quoted, CRLF line ends (RFC 4180)."""
    written = StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([cell(row[column.name]) for column in table.columns])
    return written.getvalue().encode("utf-8-sig")


def cell(value: Any) -> str:
    """Return a value as the text of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return str(value)
        case Mapping():
            return without_formula(" ".join(f"{key}={amount}" for key, amount in value.items()))
        case list():
            return without_formula(" ".join(value))
        case _:
            return without_formula(str(value))


def without_formula(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return GUARD + text if _FORMULA.match(text) or text.startswith(("\t", "\r")) else text
