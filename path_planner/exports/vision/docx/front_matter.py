"""The front matter of the Word file: title page and table of contents."""

from collections.abc import Iterable

from path_planner.exports.vision.docx import ooxml
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import _
from path_planner.typography.bidi import reads_from_right

_LEVELS = 2
_BREAK = ooxml.paragraph('<w:r><w:br w:type="page"/></w:r>')


def front(context: PlanContext, dated: str, drawing: str) -> str:
    """Return the markup of the title page; `dated` says what the document is, and its date."""
    about = context.vision.about
    lines = (
        (about.community, "Subtitle"),
        (context.title, "Title"),
        (dated, "Lead"),
    )
    told = "".join(ooxml.plain_paragraph(words, style) for words, style in lines if words)
    by = about.made_by.split("\n\n")
    after = "".join(ooxml.plain_paragraph(words) for words in by if words)
    shown = ooxml.paragraph(drawing) if drawing else ""
    return told + shown + after + _BREAK


def picture_words(context: PlanContext) -> str:
    """Return the alternative text of the poster on the title page."""
    whose = context.vision.about.community or _("our community")
    return _("The PATH of {community} as a picture.", community=whose)


def contents(heads: Iterable[tuple[int, str, str]]) -> str:
    """Return the table of contents: links inside a TOC field, which Word can update."""
    title = ooxml.plain_paragraph(_("Contents"), "TOCHeading")
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        'TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        "</w:r>"
    )
    lines = [
        (words, f"TOC{level}", name) for level, words, name in heads if level <= _LEVELS and words
    ]
    told = [
        ooxml.paragraph(
            (start if index == 0 else "") + ooxml.hyperlink(ooxml.run(words), name),
            style,
            right=reads_from_right(words),
        )
        for index, (words, style, name) in enumerate(lines)
    ]
    end = ooxml.paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>') if told else ""
    return title + "".join(told) + end
