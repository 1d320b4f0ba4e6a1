"""The community plan as an editable Word file, with the content and the drawings of the PDF."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple

from docx.document import Document as Docx

from path_planner.domain.vision.sources import Drawing
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions
from path_planner.exports.session.poster import picture_of
from path_planner.exports.vision.community_poster import collective_pdf
from path_planner.exports.vision.docx import ooxml
from path_planner.exports.vision.docx.body import Body
from path_planner.exports.vision.docx.ooxml import safe
from path_planner.exports.vision.docx.styles import begun, filled
from path_planner.exports.vision.plan.blocks import Block, Figure, Figures
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.plan.figures import strokes_of
from path_planner.exports.vision.plan.pdf_renderer import POSTER_SIZE
from path_planner.exports.vision.plan_pdf import (
    compose,
    dated,
    facts_of,
    quoted_ids,
    subject,
    with_progress,
)
from path_planner.i18n import N_, _, is_rtl
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata
from path_planner.typography.bidi import reads_from_right

_LEVELS = 2
_BREAK = ooxml.paragraph('<w:r><w:br w:type="page"/></w:r>')
_DOTS = 150
_COMPOSED, _WRITTEN = 0.4, 0.9
"""The progress once the blocks are made, and once they are written."""
_BOX = (69.5, 50.0)
"""The size of drawings in millimetres, as in the PDF."""
_WIDEST = 160.0
"""The width between the margins of the page, in millimetres."""
_EMU = 36_000
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Return the plan as a document that can be edited."""
    composed = compose(vision, options)
    known, blocks = replace(composed.context, options=options), composed.blocks
    options.progress(_COMPOSED)
    facts, mirrored = facts_of(known), is_rtl(known.language)
    made = begun(facts, known.vision.updated, mirrored=mirrored)
    shown = _Pictures(made, blocks)
    first = _front(known, dated(known, subject()), _poster(vision, known, shown))
    body, chapters = Body(shown.drawn, mirrored=mirrored), []
    for block, done in with_progress(blocks):
        chapters.append(body.written(block))
        options.progress(_COMPOSED + (_WRITTEN - _COMPOSED) * done)
    whole = first + _contents(body.heads) + body.without_dead_links("".join(chapters))
    content = filled(made, whole, _head(facts.title), _foot())
    options.progress(1.0)
    return content


def _poster(vision: Vision, context: PlanContext, pictures: "_Pictures") -> str:
    """Return the markup of the community's PATH; none where there was no PATH."""
    if not context.whole.paths:
        return ""
    png = picture_of(collective_pdf(vision, POSTER_SIZE), _DOTS)
    return pictures.shown(png, _picture_words(context), POSTER_SIZE)


def _front(context: PlanContext, dated: str, drawing: str) -> str:
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


def _picture_words(context: PlanContext) -> str:
    """Return the alternative text of the poster on the title page."""
    whose = context.vision.about.community or _("our community")
    return _("The PATH of {community} as a picture.", community=whose)


def _contents(heads: Iterable[tuple[int, str, str]]) -> str:
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


class _Pictures:
    """Adds images to a document, each with its own number."""

    def __init__(self, docx: Docx, blocks: Iterable[Block]) -> None:
        figures = (
            figure for block in blocks if isinstance(block, Figures) for figure in block.figures
        )
        self._drawings = pictures([figure.drawing for figure in figures])
        self._part = docx.part
        self._count = 0

    def shown(self, png: bytes, alt: str, size: tuple[float, float]) -> str:
        """Add an image of this size in millimetres; return its markup."""
        relation, _image = self._part.get_or_add_image(BytesIO(png))
        self._count += 1
        return inline(relation, self._count, alt, size)

    def drawn(self, figure: Figure) -> str:
        """Add a drawing and return its markup; drawings must be added in the order of blocks."""
        picture = next(self._drawings)
        return self.shown(picture.png, figure.words, picture.size)


def _head(title: str) -> str:
    return ooxml.paragraph(ooxml.run(title), "Header")


def _foot() -> str:
    return ooxml.paragraph(ooxml.field("PAGE", ooxml.run("1")), "Footer")


class Picture(NamedTuple):
    """A drawing as PNG, and its size in millimetres."""

    png: bytes
    size: tuple[float, float]


def pictures(drawings: Sequence[Drawing]) -> Iterator[Picture]:
    """Yield each drawing as PNG; all are drawn into one PDF, which is rasterised page by page."""
    if not drawings:
        return
    drawn = Document(Metadata("–", "en", _NO_TIME))
    sizes = [_drawn(drawn, drawing) for drawing in drawings]
    pdf = drawn.finish()
    for page, size in enumerate(sizes):
        yield Picture(picture_of(pdf, _DOTS, page), size)


def _drawn(document: Document, drawing: Drawing) -> tuple[float, float]:
    """Draw a page of a drawing's own size; return the size in millimetres."""
    scale = min(_BOX[0] / drawing.width, _BOX[1] / drawing.height)
    size = (drawing.width * scale, drawing.height * scale)
    document.page(max(size[0], 1.0), max(size[1], 1.0))
    with document.tag("Figure", alt="–"):
        document.ink(strokes_of(drawing, scale))
    return size


def inline(relation: str, number: int, alt: str, size: tuple[float, float]) -> str:
    """Return a run with an inline image of this size in millimetres, no wider than the page."""
    shrink = min(1.0, _WIDEST / size[0])
    width, height = (max(1, round(one * shrink * _EMU)) for one in size)
    space = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{safe(alt)}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{space}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


EXPORTS = (
    VisionExport(
        name=N_("The community plan to edit (Word)"),
        key="docx",
        suffix=".docx",
        mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        render=render,
        quoted_ids=quoted_ids,
    ),
)
