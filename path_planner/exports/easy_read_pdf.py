"""The easy read edition of a vision: few pages that people can read for themselves."""

from path_planner.domain.vision.vision import Vision
from path_planner.exports.easy_read.drawing import drawn
from path_planner.exports.easy_read.edition import edition
from path_planner.exports.easy_read.paging import fitted
from path_planner.exports.vision_export import Stands, VisionExport, VisionOptions
from path_planner.pdf.draft import Facts
from path_planner.words import mark, say_date


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the edition; it never has more than 24 pages."""
    made = edition(vision)
    options.progress(0.2)
    language = vision.about.language.partition("@")[0] or "en"
    pdf = drawn(made, Facts(made.cover.title, language, vision.updated), say_date(options.on))
    options.progress(1.0)
    return pdf


def stands(vision: Vision) -> Stands:
    """Return the voices that are quoted in the edition; it shows no drawings."""
    parts, _ = fitted(edition(vision).parts)
    return Stands(tuple(row.voice for part in parts for row in part.rows if row.voice))


VISION_EXPORT = VisionExport(
    name=mark("Easy read edition (PDF)"),
    key="easyread",
    suffix=".pdf",
    mime="application/pdf",
    render=render,
    stands=stands,
)
