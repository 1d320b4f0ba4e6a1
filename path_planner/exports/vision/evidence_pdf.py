"""The evidence for the community plan, as a second file: every voice and what came from it."""

from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import QuotedIds, VisionExport, VisionOptions
from path_planner.exports.vision.plan import (
    actions,
    appendix,
    disagreements,
    participants,
    priorities,
    reviews,
    summary,
)
from path_planner.exports.vision.plan.blocks import Block, Paragraph
from path_planner.exports.vision.plan.context import PlanContext, plan_context
from path_planner.exports.vision.plan.figures import ALL as DRAWINGS
from path_planner.exports.vision.plan.pdf_renderer import (
    PAGE_STYLE,
    draw,
    headings_with_tables,
)
from path_planner.exports.vision.plan_pdf import (
    draw_title,
    entries_of,
    facts_of,
    quoted_in,
    with_progress,
)
from path_planner.exports.vision.publication_notes import unread_notice
from path_planner.i18n import N_, _
from path_planner.pdf.report import Report
from path_planner.pdf.toc import Contents

_CHAPTERS = (
    appendix.CHAPTER,
    DRAWINGS,
    summary.VISION,
    participants.CHAPTER,
    summary.LIMITS,
    participants.HOW,
    participants.HEARD,
    disagreements.CHAPTER,
    priorities.CHAPTER,
    actions.ACTIONS,
    actions.OUTCOMES,
    reviews.CHAPTER,
)
"""The voices, and all that the plan may have shortened."""


def blocks_of(context: PlanContext) -> tuple[Block, ...]:
    """Return everything, however long it is."""
    notice = unread_notice(context.options.marks)
    front = (Paragraph(notice, bold=True),) if notice else ()
    return (*front, *(block for chapter in _CHAPTERS for block in chapter.blocks(context)))


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Return the evidence as a tagged PDF on A4; it has as many pages as it needs."""
    context = plan_context(vision, options)
    blocks = blocks_of(context)
    title = _("The evidence for our plan")
    report = Report(facts_of(context, title), page_style=PAGE_STYLE)
    draw_title(report, context, title)
    contents = Contents(report, _("Contents"), list(entries_of(blocks)), runs_on=True)
    for block, done in with_progress(headings_with_tables(report, blocks)):
        draw(block, report)
        options.progress(0.9 * done)
    contents.fill()
    made = report.finish(elsewhere=context.anchors)
    options.progress(1.0)
    return made


def quoted_ids(vision: Vision) -> QuotedIds:
    """Return the ids of every voice that may be quoted: the evidence has all of them."""
    return quoted_in(blocks_of(plan_context(vision, VisionOptions(on=vision.updated.date()))))


EXPORTS = (
    VisionExport(
        name=N_("The evidence for the plan (PDF)"),
        key="evidence",
        suffix=".pdf",
        mime="application/pdf",
        render=render,
        quoted_ids=quoted_ids,
    ),
)
