"""The community's own PATH as a drawing for the web."""

from path_planner.domain.vision.vision import Vision
from path_planner.exports.collective_scene import collective_scene
from path_planner.exports.paper import Paper
from path_planner.exports.poster_svg import written
from path_planner.exports.vision_export import VisionExport, VisionOptions, nobody
from path_planner.words import mark


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the poster in the shape of the chosen paper."""
    scene = collective_scene(vision, options.paper.size)
    options.progress(0.3)
    drawn = written(scene)
    options.progress(1.0)
    return drawn


VISION_EXPORT = VisionExport(
    name=mark("Poster of the community's PATH (SVG)"),
    key="postersvg",
    suffix=".svg",
    mime="image/svg+xml",
    render=render,
    stands=nobody,
    paper=Paper.A1,
)
