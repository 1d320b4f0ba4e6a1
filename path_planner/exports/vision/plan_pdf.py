"""The community plan as PDF: two pages in front, contents, and the chapters in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import accumulate

from path_planner.analysis.publication_facts import Marks
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import QuotedIds, VisionExport, VisionOptions
from path_planner.exports.vision.community_poster import collective_scene
from path_planner.exports.vision.plan import (
    actions,
    disagreements,
    method,
    participants,
    priorities,
    reviews,
    single_voices,
    summary,
    themes,
)
from path_planner.exports.vision.plan.blocks import (
    Block,
    BlockQuote,
    Chapter,
    ChapterStart,
    Figures,
    Poster,
    SideBySide,
    Table,
    ThemeOpener,
)
from path_planner.exports.vision.plan.context import PlanContext, plan_context
from path_planner.exports.vision.plan.detail import Detail, detail_that_fits
from path_planner.exports.vision.plan.figures import CHAPTER as DRAWINGS
from path_planner.exports.vision.plan.pdf_renderer import (
    PAGE_STYLE,
    POSTER_SIZE,
    draw,
    headings_with_tables,
)
from path_planner.exports.vision_memo import once_per_vision
from path_planner.i18n import N_, _, format_date
from path_planner.pdf.canvas import Box
from path_planner.pdf.flow import A4
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import Paint, rectangle
from path_planner.pdf.report import DryRun, Entry, Report
from path_planner.pdf.structure import Anchor
from path_planner.pdf.toc import Contents
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.line_breaking import fit

_POINT = 25.4 / 72
_MARGIN = 24.0
_BAND = 58.0
_WHITE = "#ffffff"
_FRONT = 2
"""The most pages of the plan in brief."""


def draw_title(report: Report, context: PlanContext, subject: str) -> None:
    """Draw the band with the title; what follows begins below it on the first page."""
    community = context.vision.about.community
    with report.document.artifact():
        band = rectangle(0, 0, A4[0], _BAND)
        report.document.shape(band, paint=Paint(fill=report.page_style.accent))
    width, top = A4[0] - 2 * _MARGIN, 11.0
    if community:
        _set(report, community, Box(_MARGIN, top, width, 8), "P", 13, ink=_WHITE)
        top += 9
    report.document.anchor("cover", 0)
    report.document.bookmark(context.title, 0, 0)
    box = Box(_MARGIN, top, width, _BAND - top - 14)
    _set(report, context.title, box, "H1", 28, ink=_WHITE, style=DOCUMENT_BOLD)
    _set(report, dated(context, subject), Box(_MARGIN, _BAND - 12, width, 8), "P", 13, ink=_WHITE)
    report.y = _BAND + 2


def dated(context: PlanContext, subject: str) -> str:
    """Return what a document is, and its date."""
    return f"{subject} · {format_date(context.options.on)}"


def _set(
    report: Report,
    text: str,
    box: Box,
    role: str,
    points: float,
    *,
    ink: str = "",
    style: Style = DOCUMENT,
) -> None:
    """Set words in a box at the largest font size at which they fit."""
    fitted = fit(text, box.width, box.height, style, largest=points * _POINT, smallest=1.0)
    with report.document.tag(role):
        for base, line in fitted.baselines(box.y):
            from_right = line.from_right or report.mirrored
            x = box.x + (box.width - line.width if from_right else 0)
            report.document.text_line(
                x, base, line, style=style, size=fitted.size, ink=ink or report.page_style.ink
            )


@dataclass(frozen=True, slots=True)
class Composed:
    """The blocks of the plan in order, and the context that they were made from."""

    context: PlanContext
    blocks: tuple[Block, ...]

    @property
    def quoted(self) -> QuotedIds:
        """Return the ids of the voices that are quoted, and of the sources whose drawings show."""
        return quoted_in(self.blocks)


def compose(vision: Vision, options: VisionOptions) -> Composed:
    """Return as much of everything as fits, for the PDF and the Word file alike."""
    return _composed(vision, (options.on, options.language, options.marks))


@once_per_vision
def _composed(vision: Vision, chosen: tuple[date, str, Marks | None]) -> Composed:
    day, language, marks = chosen
    whole = plan_context(vision, VisionOptions(on=day, language=language, marks=marks))
    made: dict[Detail, Composed] = {}

    def pages(detail: Detail) -> int:
        context = _with_a_brief_that_fits(whole.of(detail))
        poster = _poster(context, vision)
        blocks = (*_blocks(context, _BEFORE), *poster, *_blocks(context, _AFTER))
        made[detail] = Composed(context, blocks)
        return _pages(made[detail])

    fitting = detail_that_fits(pages)
    if fitting not in made:
        pages(fitting)
    return made[fitting]


def _poster(context: PlanContext, vision: Vision) -> tuple[Block, ...]:
    """Return the community's PATH as a poster; nothing where there was no PATH."""
    if not context.whole.paths:
        return ()
    return (Poster(collective_scene(vision, POSTER_SIZE)),)


def _with_a_brief_that_fits(context: PlanContext) -> PlanContext:
    """Return the context with so many priorities in the brief that it has two pages."""
    for most in range(context.detail.brief, 0, -1):
        context = replace(context, detail=context.detail._replace(brief=most))
        tried = Composed(context, _blocks(context, [summary.SUMMARY]))
        if _pages(tried, with_contents=False) <= _FRONT:
            break
    return context


def _pages(composed: Composed, *, with_contents: bool = True) -> int:
    """Return how many pages the blocks take."""
    tried = DryRun(composed.context.language, page_style=PAGE_STYLE)
    for _done in _drawn(tried, composed, with_contents=with_contents):
        pass
    return tried.pages


def _drawn(report: Report, composed: Composed, *, with_contents: bool = True) -> Iterator[float]:
    """Draw title, brief, contents and chapters; yield the progress after each block, up to 1."""
    blocks = headings_with_tables(report, composed.blocks)
    draw_title(report, composed.context, subject())
    begins = [at for at, block in enumerate(blocks) if isinstance(block, ChapterStart)]
    front = begins[1] if len(begins) > 1 else len(blocks)
    contents = None
    for at, (block, done) in enumerate(with_progress(blocks)):
        if at == front and with_contents:
            contents = Contents(report, _("Contents"), list(entries_of(blocks)))
        draw(block, report)
        yield done
    if contents:
        contents.fill()


_COMPOSED, _DRAWN = 0.3, 0.9
"""The progress once the blocks are made, and once they are drawn."""


def whole(vision: Vision, options: VisionOptions) -> bytes:
    """Return the plan as a tagged PDF on A4, of 25 pages at most."""
    composed = compose(vision, options)
    report = Report(facts_of(composed.context), page_style=PAGE_STYLE)
    for done in _drawn(report, composed):
        options.progress(_COMPOSED + (_DRAWN - _COMPOSED) * done)
    made = report.finish(elsewhere=composed.context.anchors)
    options.progress(1.0)
    return made


def quoted_ids(vision: Vision) -> QuotedIds:
    """Return the ids of the voices that the plan quotes, and of sources whose drawings it shows.

    They do not depend on the day that is printed on it.
    """
    return compose(vision, VisionOptions(on=vision.updated.date())).quoted


def quoted_in(blocks: Iterable[Block]) -> QuotedIds:
    """Return the ids of the voices that some blocks quote, and of the sources of drawings."""
    voices: dict[str, None] = {}
    sources: dict[str, None] = {}
    for block in blocks:
        match block:
            case BlockQuote() | Table():
                voices |= dict.fromkeys(block.voices)
            case Figures():
                sources |= dict.fromkeys(figure.drawing.source for figure in block.figures)
            case SideBySide():
                inner = [quoted_in(column) for column in block.columns]
                voices |= dict.fromkeys(voice for one in inner for voice in one.voices)
                sources |= dict.fromkeys(source for one in inner for source in one.sources)
            case _:
                pass
    return QuotedIds(tuple(voices), tuple(sources))


def subject() -> str:
    """Return what the document is, below its title."""
    return _("Our vision and our plan")


def facts_of(context: PlanContext, what: str = "") -> Metadata:
    """Return the metadata of the document."""
    return Metadata(
        title=context.title,
        language=context.language,
        created=datetime.combine(context.options.on, time(), UTC),
        author=context.vision.about.community,
        subject=what or subject(),
    )


def _blocks(context: PlanContext, chapters: Sequence[Chapter]) -> tuple[Block, ...]:
    return tuple(block for chapter in chapters for block in chapter.blocks(context))


def with_progress(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, float]]:
    """Yield each block with the progress after it, from 0 to 1."""
    sizes = [1 + len(block.rows) if isinstance(block, Table) else 1 for block in blocks]
    whole = sum(sizes)
    return zip(blocks, (done / whole for done in accumulate(sizes)), strict=True)


_BEFORE = (
    summary.SUMMARY,
    summary.VISION,
    participants.CHAPTER,
    summary.LIMITS,
    participants.HOW,
    participants.HEARD,
)
"""The chapters before the poster, which takes a page of its own."""
_AFTER = (
    themes.CHAPTER,
    DRAWINGS,
    single_voices.CHAPTER,
    disagreements.CHAPTER,
    priorities.CHAPTER,
    actions.ACTIONS,
    actions.OUTCOMES,
    reviews.CHAPTER,
    method.METHOD,
    method.CONSENT,
    method.GLOSSARY,
    method.CREDITS,
)


def entries_of(blocks: Iterable[Block]) -> Iterator[Entry]:
    """Yield the entries of the table of contents: each chapter and each theme."""
    for block in blocks:
        if isinstance(block, ChapterStart):
            yield Entry(block.title, Anchor(block.key))
        elif isinstance(block, ThemeOpener):
            yield Entry(f"{block.name} {block.title}", Anchor(block.name), 1)


EXPORTS = (
    VisionExport(
        name=N_("The community plan (PDF)"),
        key="plan",
        suffix=".pdf",
        mime="application/pdf",
        render=whole,
        quoted_ids=quoted_ids,
    ),
)
