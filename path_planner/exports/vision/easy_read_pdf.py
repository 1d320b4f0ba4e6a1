"""The easy read edition of a vision: few pages that people can read for themselves."""

from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import QuotedIds, VisionExport, VisionOptions
from path_planner.exports.vision.easy_read.edition import edition
from path_planner.exports.vision.easy_read.layout import drawn
from path_planner.exports.vision.easy_read.pagination import fitted
from path_planner.exports.vision.publication_notes import unread_notice
from path_planner.i18n import ENGLISH, N_, format_date, tag_of
from path_planner.pdf.metadata import Metadata


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the edition; it never has more than 24 pages."""
    made = edition(vision, is_unread=bool(unread_notice(options.marks)))
    options.progress(0.2)
    language = tag_of(vision.about.language) or ENGLISH
    pdf = drawn(made, Metadata(made.cover.title, language, vision.updated), format_date(options.on))
    options.progress(1.0)
    return pdf


def quoted_ids(vision: Vision) -> QuotedIds:
    """Return the voices that the edition quotes; it shows no drawings."""
    parts, _pages = fitted(edition(vision).parts)
    return QuotedIds(tuple(row.voice for part in parts for row in part.rows if row.voice))


EXPORTS = (
    VisionExport(
        name=N_("Easy read version (PDF)"),
        key="easyread",
        suffix=".pdf",
        mime="application/pdf",
        render=render,
        quoted_ids=quoted_ids,
    ),
)
