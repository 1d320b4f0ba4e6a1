"""One page that says it all in short, whatever the size of the vision."""

from path_planner.domain.vision.vision import Vision
from path_planner.exports.summary_page import SummaryPage
from path_planner.exports.summary_words import summary_of
from path_planner.exports.vision_export import VisionExport, VisionOptions, nobody
from path_planner.pdf.draft import Facts
from path_planner.words import mark, say_date


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the summary on one side of A4."""
    summary = summary_of(vision, say_date(options.on))
    options.progress(0.3)
    language = vision.about.language.partition("@")[0] or "en"
    page = SummaryPage(Facts(summary.title, language, vision.updated)).draw(summary)
    options.progress(1.0)
    return page


VISION_EXPORT = VisionExport(
    name=mark("Summary on one page (PDF)"),
    key="summary",
    suffix=".pdf",
    mime="application/pdf",
    render=render,
    stands=nobody,
)
