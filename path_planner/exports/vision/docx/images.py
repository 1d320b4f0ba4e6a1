"""Drawings as PNG images with alternative text."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from path_planner.domain.vision.sources import Drawing
from path_planner.exports.session.poster import picture_of
from path_planner.exports.vision.docx.ooxml import safe
from path_planner.exports.vision.plan.figures import strokes_of
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata

_DOTS = 150
_BOX = (69.5, 50.0)
"""The size of drawings in millimetres, as in the PDF."""
_WIDEST = 160.0
"""The width between the margins of the page, in millimetres."""
_EMU = 36_000
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


class Picture(NamedTuple):
    """A drawing as PNG, and its size in millimetres."""

    png: bytes
    size: tuple[float, float]


def pictures(drawings: Sequence[Drawing]) -> Iterator[Picture]:
    """Yield each drawing as PNG; all are drawn into one PDF, which is rasterised page by page."""
    if not drawings:
        return
    drawn = Document(Metadata("–", "en", _NO_TIME))
    sizes = [_drawn(drawn, drawing) for drawing in drawings]
    pdf = drawn.finish()
    for page, size in enumerate(sizes):
        yield Picture(picture_of(pdf, _DOTS, page), size)


def _drawn(document: Document, drawing: Drawing) -> tuple[float, float]:
    """Draw a page of a drawing's own size; return the size in millimetres."""
    scale = min(_BOX[0] / drawing.width, _BOX[1] / drawing.height)
    size = (drawing.width * scale, drawing.height * scale)
    document.page(max(size[0], 1.0), max(size[1], 1.0))
    with document.tag("Figure", alt="–"):
        document.ink(strokes_of(drawing, scale))
    return size


def inline(relation: str, number: int, alt: str, size: tuple[float, float]) -> str:
    """Return a run with an inline image of this size in millimetres, no wider than the page."""
    shrink = min(1.0, _WIDEST / size[0])
    width, height = (max(1, round(one * shrink * _EMU)) for one in size)
    space = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{safe(alt)}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{space}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
