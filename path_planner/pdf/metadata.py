"""The metadata, bookmarks and resources of a drawn document that is not yet a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from path_planner.pdf.canvas import Drawing
from path_planner.pdf.structure import Node, Spot


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of a document; the date is given, so that the bytes are reproducible."""

    title: str
    language: str
    created: datetime
    author: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that viewers show beside the page; top is in points."""

    title: str
    level: int
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Draft:
    """What was drawn, apart from the pages themselves."""

    facts: Metadata
    root: Node
    bookmarks: list[Bookmark]
    drawings: list[Drawing]
    pictures: Mapping[bytes, str]
    opacities: set[float]
    texts: Mapping[int, Mapping[int, str]]
    spots: Mapping[str, Spot]
