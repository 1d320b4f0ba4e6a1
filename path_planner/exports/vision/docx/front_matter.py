"""What comes before the chapters: the title, whose it is, its picture, and the contents."""

from collections.abc import Iterable

from path_planner.exports.vision.docx import ooxml
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import _, format_date
from path_planner.typography.bidi import reads_from_right

_LEVELS = 2
_BREAK = ooxml.paragraph('<w:r><w:br w:type="page"/></w:r>')


def front(known: PlanContext, drawing: str) -> str:
    """Return the first page."""
    about = known.vision.about
    lines = (
        (about.community, "Subtitle"),
        (known.title, "Title"),
        (_("Our vision and our plan"), "Lead"),
    )
    told = "".join(ooxml.plain_paragraph(words, style) for words, style in lines if words)
    by = (*about.made_by.split("\n\n"), format_date(known.options.on))
    after = "".join(ooxml.plain_paragraph(words) for words in by if words)
    return told + ooxml.paragraph(drawing) + after + _BREAK


def picture_words(known: PlanContext) -> str:
    """Say what the picture on the first page shows."""
    whose = known.vision.about.community or _("our community")
    return _("The PATH of {community} as a picture.", community=whose)


def contents(heads: Iterable[tuple[int, str, str]]) -> str:
    """Return the list of contents: each line a link, and all of it a field that can be renewed."""
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
