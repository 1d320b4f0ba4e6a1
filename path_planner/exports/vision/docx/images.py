"""Drawings as pictures with the words that stand for them."""

from datetime import UTC, datetime

from path_planner.exports.session.poster import picture_of
from path_planner.exports.vision.docx.ooxml import safe
from path_planner.exports.vision.plan.recording import Inked
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata

_DOTS = 150
_WIDEST = 160.0
"""Millimetres between the margins of the page."""
_EMU = 36_000
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


def picture(inked: Inked) -> bytes:
    """Return ink as PNG."""
    drawn = Document(Metadata("–", "en", _NO_TIME))
    drawn.page(max(inked.width, 1.0), max(inked.height, 1.0))
    with drawn.tag("Figure", alt="–"):
        drawn.ink(inked.strokes)
    return picture_of(drawn.finish(), _DOTS)


def inline(relation: str, number: int, alt: str, size: tuple[float, float]) -> str:
    """Return a run that shows a picture, in millimetres, no wider than the page."""
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
