"""Lay out without drawing, to find out how many pages something would take."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import ClassVar

from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.flow import PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import Outline, Paint
from path_planner.pdf.report import Report
from path_planner.pdf.stroke_operators import Stroke
from path_planner.typography.fonts import Style
from path_planner.typography.line_breaking import Line

_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


class _Blank(Document):
    """A document that draws nothing: most of the time of drawing is the shaping of text."""

    def text_line(
        self,
        x: float,
        y: float,
        line: Line | str,
        *,
        style: Style,
        size: float,
        ink: str = "",
        from_right: bool | None = None,
        turn: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Leave out words."""

    def shape(self, *outlines: Outline, paint: Paint, coarse: bool = False) -> None:
        """Leave out shapes."""

    def ink(self, strokes: Iterable[Stroke]) -> None:
        """Leave out freehand strokes."""

    def picture(self, data: bytes, box: Box, turn: float = 0.0, opacity: float = 1.0) -> None:
        """Leave out pictures."""


class DryRun(Report):
    """A report that is laid out but not drawn; positions are the same as in a drawn one."""

    document_type: ClassVar[type[Document]] = _Blank

    def __init__(self, language: str, *, page_style: PageStyle) -> None:
        """Begin on an empty page; columns follow the side that the language reads from."""
        super().__init__(Metadata("", language, _NO_TIME), page_style=page_style)

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.document.pages)

    @property
    def filled(self) -> float:
        """The part of the last page's height that is used, from 0 to 1."""
        return (self.y - self.top) / (self.bottom - self.top)
