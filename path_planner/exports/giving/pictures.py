"""The drawings of a pack as SVG: ink and words, and nothing that acts or is fetched."""

from collections.abc import Iterator
from html import escape

from path_planner.domain.editing import in_order
from path_planner.domain.vision.source import Drawing
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.references import References
from path_planner.exchange.sketch_svg import sketch_svg


def picture_files(vision: Vision, names: References) -> Iterator[tuple[str, bytes]]:
    """Yield every drawing that is shown; the community's own PATH is among the documents."""
    for drawing in in_order(vision.drawings):
        yield f"drawings/{names.of('drawings', drawing.id)}.svg", _described(drawing).encode()


def _described(drawing: Drawing) -> str:
    """Return a drawing that says what it shows to those who do not see it."""
    svg = sketch_svg(drawing.strokes, drawing.width, drawing.height)
    if not drawing.words:
        return svg
    start, found, rest = svg.partition(">")
    return f'{start} role="img"{found}<title>{escape(drawing.words)}</title>{rest}'
