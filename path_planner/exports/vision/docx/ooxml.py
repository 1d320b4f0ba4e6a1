"""OOXML elements from plain text (WordprocessingML, ECMA-376 part 1), with everything escaped."""

import re
from html import escape

from path_planner.typography.bidi import reads_from_right

_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_FROM_RIGHT = re.compile(rf"({_RIGHT}(?:[\W_]*{_RIGHT})*)")
# Characters that XML forbids, and bidi overrides.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_LONGEST_NAME = 40
_RIGHT_TO_LEFT = "ar"


def plain(text: str) -> str:
    """Return text without characters that XML forbids and bidi overrides."""
    return _UNFIT.sub("", text)


def safe(text: str) -> str:
    """Return text escaped for XML content and attributes."""
    return escape(plain(text))


def value(name: str, given: str = "") -> str:
    """Return an empty element, with a `w:val` attribute if a value is given."""
    return f'<w:{name} w:val="{safe(given)}"/>' if given else f"<w:{name}/>"


def run(text: str, *, bold: bool = False, link: bool = False, language: str = "") -> str:
    """Return a run of text; right-to-left parts get `w:rtl`."""
    parts = _FROM_RIGHT.split(text)
    return "".join(
        _run(part, bold, link, language, right=index % 2 == 1)
        for index, part in enumerate(parts)
        if part
    )


def _run(text: str, bold: bool, link: bool, language: str, *, right: bool) -> str:
    spoken = ""
    if right:
        spoken = f'<w:lang w:bidi="{safe(language or _RIGHT_TO_LEFT)}"/>'
    elif language:
        spoken = value("lang", language)
    looks = (
        (value("b") + value("bCs") if bold else "")
        + (value("color", "1F4E79") + value("u", "single") if link else "")
        + (value("rtl") if right else "")
        + spoken
    )
    how = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    lines = text.replace("\t", " ").split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{safe(line)}</w:t>' for line in lines)
    return f"<w:r>{how}{words}</w:r>"


def paragraph(inside: str, style: str = "", *, right: bool = False, more: str = "") -> str:
    """Return a paragraph, with `w:bidi` if it is right-to-left."""
    facts = (value("pStyle", style) if style else "") + more + (value("bidi") if right else "")
    return f"<w:p>{f'<w:pPr>{facts}</w:pPr>' if facts else ''}{inside}</w:p>"


def plain_paragraph(text: str, style: str = "") -> str:
    """Return a text as a paragraph."""
    return paragraph(run(text), style, right=reads_from_right(text))


def mark_name(anchor: str) -> str:
    """Return a valid bookmark name (at most 40 letters, digits and underscores)."""
    return ("p_" + re.sub(r"[^A-Za-z0-9]", "_", anchor))[:_LONGEST_NAME]


def bookmark(name: str, number: int) -> str:
    """Return a bookmark."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{safe(name)}"/>'
    return f'{start}<w:bookmarkEnd w:id="{number}"/>'


def hyperlink(inside: str, anchor: str) -> str:
    """Return a link to a bookmark; external links are never written."""
    return f'<w:hyperlink w:anchor="{safe(anchor)}" w:history="1">{inside}</w:hyperlink>'


def field(instruction: str, result: str) -> str:
    """Return a field such as PAGE; people's text never becomes an instruction."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
