"""The community's own PATH as a poster to print."""

from path_planner.domain.vision.vision import Vision
from path_planner.exports import poster_pdf
from path_planner.exports.collective import collective
from path_planner.exports.export import Options
from path_planner.exports.paper import Paper
from path_planner.exports.vision_export import VisionExport, VisionOptions, nobody
from path_planner.processes.asking import process_of
from path_planner.words import mark


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the poster on one page of the chosen paper."""
    session = collective(vision)
    options.progress(0.3)
    drawn = poster_pdf.render(session, process_of(session), Options(paper=options.paper))
    options.progress(1.0)
    return drawn


VISION_EXPORT = VisionExport(
    name=mark("Poster of the community's PATH (PDF)"),
    key="poster",
    suffix=".pdf",
    mime="application/pdf",
    render=render,
    stands=nobody,
    paper=Paper.A1,
)
