"""Spreadsheets as Excel and LibreOffice write them: the sheet with the words, dates as days."""

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from zipfile import ZipFile

import pytest

from path_planner.errors import NotARecord, RecordTooLarge
from path_planner.services.vision.imports import tables
from path_planner.services.vision.imports.files import open_record, sure_record
from tests.services.vision.imports.records import words

PAINT, BUS = "We need a room where we can paint.", "A bus that runs on Sundays, please."
ROWS = [("Name", "Comment", "When"), ("Marigold", PAINT, 46115), ("Tobias", BUS, 46116)]
NOTES = [("Made by", "the office")]

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(sheets: Mapping[str, Sequence[Sequence[str | int]]], more: str = "") -> bytes:
    """Return a workbook; a number is a day, counted from 1900. `more` are rows at each end."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        names = "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1)
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>',
        )
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{SHEET}"><cellXfs count="2"><xf numFmtId="0"/>'
            '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        )
        kind = f"{RELATIONS}/worksheet"
        links = "".join(
            f'<Relationship Id="r{n}" Type="{kind}" Target="worksheets/s{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">{links}<Relationship Id="s" '
            f'Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        )
        for n, rows in enumerate(sheets.values(), 1):
            cells = "".join(f"<row>{''.join(map(xlsx_cell, row))}</row>" for row in rows)
            archive.writestr(
                f"xl/worksheets/s{n}.xml",
                f'<worksheet xmlns="{SHEET}"><sheetData>{cells}{more}</sheetData></worksheet>',
            )
    return packed.getvalue()


def xlsx_cell(value: str | int) -> str:
    if isinstance(value, int):
        return f'<c s="1"><v>{value}</v></c>'
    return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def ods(rows: Sequence[Sequence[str | int]]) -> bytes:
    """Return a table of LibreOffice."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(str(value))}</text:p></table:table-cell>"
            for value in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{manifest}"></m:manifest>')
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Answers">{cells}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return packed.getvalue()


def test_the_sheet_with_the_words_is_chosen_and_its_days_are_days() -> None:
    book = xlsx({"Notes": NOTES, "Answers": ROWS})
    opened = open_record("survey.xlsx", book)
    assert opened.table is not None
    assert (opened.table.sheet, opened.table.sheets) == ("Answers", ("Notes", "Answers"))
    record = sure_record(opened)
    assert words(record) == [PAINT, BUS]
    assert [said.when.isoformat() for said in record.utterances if said.when] == [
        "2026-04-03",
        "2026-04-04",
    ]
    other = open_record(
        "survey.xlsx", xlsx({"Notes": [("note",), ("a",)], "Answers": ROWS}), "", "Notes"
    )
    assert other.table is not None
    assert other.table.headings == ("note",)


def test_a_table_of_libreoffice_is_read() -> None:
    assert words(sure_record(open_record("survey.ods", ods([row[:2] for row in ROWS])))) == [
        PAINT,
        BUS,
    ]


def test_a_spreadsheet_that_grows_too_large_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "MOST_UNPACKED", 100)
    with pytest.raises(RecordTooLarge):
        open_record("survey.xlsx", xlsx({"Answers": ROWS}))


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04 torn", xlsx({"A": ROWS})[:300]])
def test_a_damaged_spreadsheet_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(NotARecord, match="cannot be opened"):
        open_record("survey.xlsx", content)


def test_a_sheet_without_words_is_refused() -> None:
    with pytest.raises(NotARecord, match="no row with words"):
        open_record("survey.xlsx", xlsx({"A": [(1, 2)]}))


@pytest.mark.parametrize("last", ["XFD1048576", "A1048576"])
def test_a_sheet_with_a_cell_far_away_is_refused(last: str) -> None:
    """The reader fills the grid between; the whole process ended for want of memory."""
    far = f'<row r="1048576"><c r="{last}" t="inlineStr"><is><t>x</t></is></c></row>'
    with pytest.raises(RecordTooLarge):
        open_record("survey.xlsx", xlsx({"A": ROWS}, far))


def test_a_sheet_that_is_not_there_is_not_another_one() -> None:
    with pytest.raises(NotARecord, match="no sheet “Nots” with words, only: Notes; Answers"):
        open_record("survey.xlsx", xlsx({"Notes": NOTES, "Answers": ROWS}), sheet="Nots")
