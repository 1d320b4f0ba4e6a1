"""The Word document around the body: styles, language, page, header, footer, metadata."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Mm, Pt, RGBColor

from path_planner.dates import in_zone
from path_planner.exports.base import zip_bytes
from path_planner.exports.vision.docx import ooxml
from path_planner.pdf.metadata import Metadata

_ACCENT = RGBColor(0x1F, 0x4E, 0x79)
_INK = RGBColor(0x1B, 0x1B, 0x1B)
_HEADS = {"Title": 30, "Heading 1": 22, "Heading 2": 17, "Heading 3": 14}
_WORD_2013 = "15"
_LONGEST_FACT = 255
_EASTERN = ("zh", "ja", "ko")
_OF_THE_TEMPLATE = {RT.THUMBNAIL, RT.EXTENDED_PROPERTIES, RT.CUSTOM_XML}
_SPACES = nsdecls("w", "r", "wp", "a", "pic")
_WORDS = "word/document.xml"
_HERE = "<!--words-->"


def begun(facts: Metadata, written: datetime, *, mirrored: bool) -> Docx:
    """Return an empty document with our styles and metadata."""
    made = Document()
    _page(made, mirrored=mirrored)
    _set_language(made, facts.language, mirrored=mirrored)
    _styles(made)
    _settings(made)
    _remove_template_metadata(made)
    core = made.core_properties
    core.title, core.subject = _truncated(facts.title), _truncated(facts.subject)
    core.author, core.language = _truncated(facts.author), facts.language
    core.last_modified_by = core.comments = core.keywords = ""
    core.revision = 1
    core.created = core.modified = in_zone(written, UTC).replace(tzinfo=None)
    return made


def _truncated(text: str) -> str:
    """Return a metadata text truncated to 255 characters, the limit of OPC properties."""
    return ooxml.plain(text)[:_LONGEST_FACT]


def filled(docx: Docx, body: str, head: str, foot: str) -> bytes:
    """Fill in body, header and footer; return the bytes, which are deterministic."""
    inside = docx.element.body
    for child in list(inside):
        if child.tag != qn("w:sectPr"):
            inside.remove(child)
    inside[0].addprevious(parse_xml(f"<w:p {nsdecls('w')}>{_HERE}</w:p>"))
    section = docx.sections[0]
    for place, words in ((section.header, head), (section.footer, foot)):
        element = place._element  # noqa: SLF001 # the only way to put a field there
        for child in list(element):
            element.remove(child)
        for paragraph in parse_xml(f"<w:body {_SPACES}>{words}</w:body>"):
            element.append(paragraph)
    written = BytesIO()
    docx.save(written)
    return _without_time(written.getvalue(), body)


def _without_time(content: bytes, body: str) -> bytes:
    """Zip the package again with the body, and without timestamps.

    The body is inserted as text: the XML tree of a long document would take ten times the memory.
    """
    with ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    before, after = files[_WORDS].split(f"<w:p>{_HERE}</w:p>".encode())
    head, root, rest = before.partition(b"<w:document ")
    spaces = " ".join(
        declaration for declaration in _SPACES.split() if declaration.encode() not in rest
    )
    files[_WORDS] = b"".join([head, root, f"{spaces} ".encode(), rest, body.encode(), after])
    return zip_bytes(files.items())


def _page(docx: Docx, *, mirrored: bool) -> None:
    section = docx.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    if mirrored:
        sheet = section._sectPr  # noqa: SLF001 # there is no other way
        sheet.find(qn("w:docGrid")).addprevious(OxmlElement("w:bidi"))


def _set_language(docx: Docx, language: str, *, mirrored: bool) -> None:
    """Set the language and direction, for screen readers and spelling checkers."""
    spoken = [*docx.styles.element.iter(qn("w:lang"))]
    spoken += docx.settings.element.findall(qn("w:themeFontLang"))
    for element in spoken:
        element.set(qn("w:val"), language)
        if mirrored:
            element.set(qn("w:bidi"), language)
        if language.partition("-")[0] in _EASTERN:
            element.set(qn("w:eastAsia"), language)


def _styles(docx: Docx) -> None:
    styles = docx.styles
    normal = styles["Normal"]
    _set_font_size(normal, 12)
    for name, points in _HEADS.items():
        head = styles[name]
        _set_font_size(head, points)
        head.font.color.rgb = _ACCENT
        # The linked character style would keep the old look, which some programs use.
        for twin in head.element.findall(qn("w:link")):
            head.element.remove(twin)
    lead = styles.add_style("Lead", WD_STYLE_TYPE.PARAGRAPH)
    lead.base_style, lead.font.color.rgb = normal, _ACCENT
    _set_font_size(lead, 17)
    cell = styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.paragraph_format.space_after = normal, Pt(0)
    _set_font_size(cell, 10)
    quote = styles["Quote"]
    quote.font.color.rgb, quote.paragraph_format.left_indent = _INK, Mm(8)
    # Text without italics is easier to read.
    quote.font.italic = quote.font.cs_italic = False
    for level in (1, 2):
        entry = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        entry.element.set(qn("w:styleId"), f"TOC{level}")
        entry.base_style, entry.paragraph_format.space_after = normal, Pt(3)
        entry.paragraph_format.left_indent = Mm(6 * (level - 1))


def _set_font_size(style: Any, points: int) -> None:
    """Set the font size, also for complex scripts (`w:szCs`)."""
    style.font.size = Pt(points)
    looks = style.element.get_or_add_rPr()
    for old in looks.findall(qn("w:szCs")):
        looks.remove(old)
    twice = OxmlElement("w:szCs")
    twice.set(qn("w:val"), str(2 * points))
    looks.find(qn("w:sz")).addnext(twice)


def _settings(docx: Docx) -> None:
    settings = docx.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    settings.find(qn("w:rsids")).addprevious(
        parse_xml(
            f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
            f'w:uri="http://schemas.microsoft.com/office/word" w:val="{_WORD_2013}"/></w:compat>'
        )
    )


def _remove_template_metadata(docx: Docx) -> None:
    """Remove metadata of python-docx's template."""
    for rels in (docx.part.package.rels, docx.part.rels):
        for name in [key for key, rel in rels.items() if rel.reltype in _OF_THE_TEMPLATE]:
            del rels[name]
