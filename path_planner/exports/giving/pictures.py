"""The drawings of a pack as SVG: ink and words, and nothing that acts or is fetched."""

from collections.abc import Iterator
from html import escape

from path_planner.domain.editing import in_order
from path_planner.domain.vision.source import Drawing
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.references import References
from path_planner.exchange.sketch_svg import sketch_svg
from path_planner.exports import poster_svg
from path_planner.exports.collective import collective
from path_planner.exports.export import Options
from path_planner.exports.paper import Paper
from path_planner.processes.asking import process_of

COLLECTIVE = "drawings/collective-path.svg"


def picture_files(vision: Vision, names: References) -> Iterator[tuple[str, bytes]]:
    """Yield every drawing that is shown, and the community's own PATH."""
    for drawing in in_order(vision.drawings):
        yield f"drawings/{names.of('drawings', drawing.id)}.svg", _described(drawing).encode()
    session = collective(vision)
    yield COLLECTIVE, poster_svg.render(session, process_of(session), Options(paper=Paper.A1))


def _described(drawing: Drawing) -> str:
    """Return a drawing that says what it shows to those who do not see it."""
    svg = sketch_svg(drawing.strokes, drawing.width, drawing.height)
    if not drawing.words:
        return svg
    start, found, rest = svg.partition(">")
    return f'{start} role="img"{found}<title>{escape(drawing.words)}</title>{rest}'
