"""Tables with repeated header rows, and captions as alternative text."""

from collections.abc import Sequence
from typing import NamedTuple

from path_planner.exports.vision.docx.ooxml import safe

_WHOLE = 5000
"""The full width in fiftieths of a percent, the unit of `w:type="pct"`."""
_TWIPS = 9070
"""The same between the margins of A4."""
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E4ECF4"/>'
_NARROWEST, _WIDEST, _SHARE = 5, 34, 0.6
"""The least and most characters of a column's width; it needs this share of its mean content."""


class Cell(NamedTuple):
    """A cell: its markup, and its text for measuring."""

    inside: str
    letters: str
    head: bool = False


def table(rows: Sequence[Sequence[Cell]], caption: str, *, mirrored: bool) -> str:
    """Return a table; rows whose cells are all headers are repeated on every page."""
    widths = _widths(rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    told = f'<w:tblCaption w:val="{safe(caption)}"/>' if caption else ""
    facts = (
        '<w:tblStyle w:val="TableGrid"/>'
        + ("<w:bidiVisual/>" if mirrored else "")
        + f'<w:tblW w:w="{_WHOLE}" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{told}'
    )
    lines = "".join(_row(row, widths) for row in rows)
    return f"<w:tbl><w:tblPr>{facts}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _row(row: Sequence[Cell], widths: Sequence[int]) -> str:
    on_top = all(cell.head for cell in row)
    facts = "<w:cantSplit/><w:tblHeader/>" if on_top else "<w:cantSplit/>"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_SHADE if on_top else ""}</w:tcPr>'
        f"{cell.inside}</w:tc>"
        for cell, width in zip(row, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{facts}</w:trPr>{cells}</w:tr>"


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Divide the width by the amount of text, so that words of usual length are not broken."""
    needs = []
    for column in zip(*rows, strict=True):
        words = [len(word) for cell in column for word in cell.letters.split()]
        # Beside its letters, a cell has room for one more.
        mean = sum(len(cell.letters) + 1 for cell in column) / len(column)
        needs.append(min(max(_NARROWEST, *words, mean * _SHARE), _WIDEST))
    return [round(_TWIPS * need / sum(needs)) for need in needs]
