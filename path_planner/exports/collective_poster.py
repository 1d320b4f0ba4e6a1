"""The community's own PATH as a poster to print."""

from path_planner.domain.vision.vision import Vision
from path_planner.exports.collective_scene import collective_scene
from path_planner.exports.paper import Paper
from path_planner.exports.poster_pdf import in_one_piece
from path_planner.exports.vision_export import VisionExport, VisionOptions, nobody
from path_planner.words import mark


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the poster on one page of the chosen paper."""
    scene = collective_scene(vision, options.paper.size)
    options.progress(0.3)
    drawn = in_one_piece(scene, options.paper.size, vision.updated)
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
