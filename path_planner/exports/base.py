"""What an export is, what can be chosen for it, and how its file is called."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Generic, NamedTuple, TypeVar

from path_planner.analysis.publishable import publishable
from path_planner.analysis.quotes import quote_of
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.exports.paper import Paper
from path_planner.scene.model import Audience


class Choice(StrEnum):
    """Something an export lets people choose; each is a field of Options."""

    PAPER = "paper"
    TILED = "tiled"
    LOW_INK = "low_ink"
    AUDIENCE = "audience"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class Options:
    """What was chosen; an export looks only at the choices it takes."""

    paper: Paper = Paper.A1
    tiled: Paper | None = None
    """The sheets to put the poster together from, or nothing for one piece."""
    low_ink: bool = False
    audience: Audience = Audience.CIRCLE
    dots: int = 150
    """Dots to an inch of a picture; fewer are taken where it would grow too large."""


def ignore_progress(_done: float) -> None:
    """Take notice of no progress."""


@dataclass(frozen=True, slots=True)
class VisionOptions:
    """What was chosen; an export looks only at what concerns it, and never at the clock."""

    on: date
    """The day that the document carries."""
    language: str = "en"
    paper: Paper = Paper.A4
    progress: Callable[[float], None] = ignore_progress
    """Is told how much is done, from 0 to 1; it may be called often and never goes back."""


class Quoted(NamedTuple):
    """Whose words and whose drawings stand in a document: ids of voices and of sources."""

    voices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def all_quotable(vision: Vision) -> Quoted:
    """Return all that may be printed: what a document holds unless it says otherwise."""
    voices = (voice.id for voice in vision.voices.values() if quote_of(vision, voice))
    drawings = publishable(vision).drawings.values()
    return Quoted(tuple(voices), tuple(dict.fromkeys(drawing.source for drawing in drawings)))


def none_quoted(_document: object) -> Quoted:
    """Return that a document holds only the words of those whose document it is."""
    return Quoted()


D = TypeVar("D")
"""The kind of document: Session or Vision."""
OptionsT = TypeVar("OptionsT")
"""What can be chosen for an export of it: Options or VisionOptions."""


@dataclass(frozen=True)  # With slots, Python 3.11 cannot make a generic one.
class Export(Generic[D, OptionsT]):
    """A kind of file that a document can be written as; its name is an id of the catalogue."""

    name: str
    key: str
    """What commands call it: of a session the ending of the file, of a vision a word."""
    suffix: str
    """How its files end, from the dot."""
    mime: str
    render: Callable[[D, OptionsT], bytes]
    quoted: Callable[[D], Quoted]
    """Returns what it holds of other people, who must be told if they withdraw later."""
    takes: frozenset[Choice] = frozenset()
    """What can be chosen for it."""
    paper: Paper = Paper.A4
    """What it is printed on where nobody chose a paper."""


SessionExport = Export[Session, Options]
VisionExport = Export[Vision, VisionOptions]


def vision_file_name(vision: Vision, export: VisionExport, content: bytes) -> str:
    """Name a file by day, vision, kind and content: no person's name, no two contents alike."""
    day = vision.updated.date().isoformat()
    mark = sha256(content).hexdigest()[:12]
    return f"{day}_{vision.id}_{export.key}_{mark}{export.suffix}"
