"""What comes before the chapters: the title, whose it is, its picture, and the contents."""

from collections.abc import Iterable

from path_planner.exports.editable import markup
from path_planner.exports.plan.cover import title_of
from path_planner.exports.plan.known import Known
from path_planner.lettering.runs import reads_from_right
from path_planner.words import say, say_date

_LEVELS = 2
_BREAK = markup.paragraph('<w:r><w:br w:type="page"/></w:r>')


def front(known: Known, drawing: str) -> str:
    """Return the first page."""
    about = known.vision.about
    lines = (
        (about.community, "Subtitle"),
        (title_of(known), "Title"),
        (say("Our vision and our plan"), "Lead"),
    )
    told = "".join(markup.plain_paragraph(words, style) for words, style in lines if words)
    by = (*about.made_by.split("\n\n"), say_date(known.options.on))
    after = "".join(markup.plain_paragraph(words) for words in by if words)
    return told + markup.paragraph(drawing) + after + _BREAK


def picture_words(known: Known) -> str:
    """Say what the picture on the first page shows."""
    whose = known.vision.about.community or say("our community")
    return say("The PATH of {community}, drawn as a picture.", community=whose)


def contents(heads: Iterable[tuple[int, str, str]]) -> str:
    """Return the list of contents: each line a link, and all of it a field that can be renewed."""
    title = markup.plain_paragraph(say("Contents"), "TOCHeading")
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        'TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        "</w:r>"
    )
    lines = [
        (words, f"TOC{level}", name) for level, words, name in heads if level <= _LEVELS and words
    ]
    told = [
        markup.paragraph(
            (start if place == 0 else "") + markup.hyperlink(markup.run(words), name),
            style,
            right=reads_from_right(words),
        )
        for place, (words, style, name) in enumerate(lines)
    ]
    end = markup.paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>') if told else ""
    return title + "".join(told) + end
