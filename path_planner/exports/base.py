"""Exports: their kinds, what can be chosen, papers, file names, and zips that never differ."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from typing import Generic, NamedTuple, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from path_planner.analysis.event_lines import Readers
from path_planner.analysis.publication_facts import Marks
from path_planner.analysis.publishable import publishable
from path_planner.analysis.quotes import quote_of
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.scene.model import Audience

# The earliest date that a zip can have.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


class Paper(StrEnum):
    """A size of paper; the wall is a piece of a paper roll."""

    A4 = "A4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"
    WALL = "wall"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in millimetres, in landscape."""
        return _SIZES[self]

    @property
    def aspect(self) -> float:
        """Return the ratio of width to height."""
        width, height = self.size
        return width / height


_SIZES = {
    Paper.A4: (297.0, 210.0),
    Paper.A3: (420.0, 297.0),
    Paper.A2: (594.0, 420.0),
    Paper.A1: (841.0, 594.0),
    Paper.A0: (1189.0, 841.0),
    Paper.WALL: (1829.0, 914.0),
}
SHEETS = (Paper.A4, Paper.A3)
"""Paper sizes of ordinary printers, from which a poster can be tiled."""


class Choice(StrEnum):
    """An option that an export offers; each is a field of Options or EventOptions."""

    PAPER = "paper"
    TILED = "tiled"
    LOW_INK = "low_ink"
    AUDIENCE = "audience"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How something is printed; an export looks only at the choices it takes."""

    paper: Paper = Paper.A1
    tiled: Paper | None = None
    """The paper size of the sheets of a tiled poster; None for one page."""
    low_ink: bool = False

    @property
    def sheets(self) -> Paper | None:
        """Return the sheets that a poster is really tiled on: they are smaller than its paper."""
        return self.tiled if self.tiled and self.tiled.size[0] < self.paper.size[0] else None


@dataclass(frozen=True, slots=True)
class Options(PrintOptions):
    """What was chosen for an export of a session."""

    audience: Audience = Audience.CIRCLE
    dots: int = 150
    """Resolution of a PNG in dots per inch; reduced if the image would be too large."""


def ignore_progress(_done: float) -> None:
    """Ignore progress."""


@dataclass(frozen=True, slots=True)
class VisionOptions:
    """The options of an export of a vision; exports never read the clock."""

    on: date
    """The date that is printed on the document."""
    language: str = "en"
    paper: Paper = Paper.A4
    marks: Marks | None = None
    """What the check marked that nobody has read; None where it was not run."""
    progress: Callable[[float], None] = ignore_progress
    """A progress callback: a number from 0 to 1, called often and never with a smaller one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOptions(PrintOptions):
    """What was chosen for an export of an event; exports never read the clock."""

    on: date
    """The date that is printed on the document."""
    language: str = "en"
    paper: Paper = Paper.A4
    audience: Readers = Readers.EVERYBODY
    """For whom it is; those who were there may read more than everybody."""


class QuotedIds(NamedTuple):
    """Ids of the voices quoted in a file, and of the sources whose drawings it shows."""

    voices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def all_quotable(vision: Vision) -> QuotedIds:
    """Return everything that may be printed: the default for a document."""
    voices = (voice.id for voice in vision.voices.values() if quote_of(vision, voice))
    drawings = publishable(vision).drawings.values()
    return QuotedIds(tuple(voices), tuple(dict.fromkeys(drawing.source for drawing in drawings)))


def none_quoted(_document: object) -> QuotedIds:
    """Return nothing: the document has only the group's own words."""
    return QuotedIds()


def always_offered(_document: object) -> bool:
    """Offer an export for every document."""
    return True


D = TypeVar("D")
"""The kind of document: Session, Vision or Event."""
OptionsT = TypeVar("OptionsT")
"""What can be chosen for an export of it: Options, VisionOptions or EventOptions."""


@dataclass(frozen=True)  # With slots, Python 3.11 cannot make a generic one.
class Export(Generic[D, OptionsT]):
    """A kind of file that a document can be written as; its name is an id of the catalogue."""

    name: str
    key: str
    """What commands call it: of a session the ending of the file, of others a word."""
    suffix: str
    """How its files end, from the dot."""
    mime: str
    render: Callable[[D, OptionsT], bytes]
    quoted_ids: Callable[[D], QuotedIds]
    """Returns the ids of voices and sources in the file, to find it again if they withdraw."""
    takes: frozenset[Choice] = frozenset()
    """What can be chosen for it."""
    paper: Paper = Paper.A4
    """The default paper size."""
    papers: tuple[Paper, ...] = tuple(Paper)
    """The paper sizes to choose from, where it takes one."""
    offered: Callable[[D], bool] = always_offered
    """Whether it makes sense for a document."""


SessionExport = Export[Session, Options]
VisionExport = Export[Vision, VisionOptions]
EventExport = Export[Event, EventOptions]


def vision_file_name(vision: Vision, export: VisionExport, content: bytes) -> str:
    """Return a file name from date, vision, kind and a content hash, without a person's name."""
    day = vision.updated.date().isoformat()
    mark = sha256(content).hexdigest()[:12]
    return f"{day}_{vision.id}_{export.key}_{mark}{export.suffix}"


def zip_bytes(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of files in the given order; the same files give the same bytes."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files:
            member = ZipInfo(name, _NO_TIME)
            member.create_system = _UNIX
            member.external_attr = _PLAIN_FILE
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, content)
    return written.getvalue()
