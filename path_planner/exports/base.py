"""What an export is, what can be chosen for it, and how its file is called."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from path_planner.analysis.publishable import publishable
from path_planner.analysis.quotes import quote_of
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.exports.paper import Paper
from path_planner.processes.model import Process
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


Render = Callable[[Session, Process, Options], bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of file: its name is an id of the catalogue, its suffix begins with a dot."""

    name: str
    suffix: str
    mime: str
    takes: frozenset[Choice]
    render: Render


def file_name(session: Session, export: Export, content: bytes) -> str:
    """Name a file by day, plan and content: no person's name, and no two contents alike."""
    day = (session.about.held_on or session.begun.date()).isoformat()
    return f"{day}_{session.id}_{sha256(content).hexdigest()[:12]}{export.suffix}"


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


def none_quoted(_vision: Vision) -> Quoted:
    """Return that only the group's own words stand in a document."""
    return Quoted()


RenderVision = Callable[[Vision, VisionOptions], bytes]


@dataclass(frozen=True, slots=True)
class VisionExport:
    """A kind of document: its name is an id of the catalogue, its key stands in commands."""

    name: str
    key: str
    suffix: str
    mime: str
    render: RenderVision
    quoted: Callable[[Vision], Quoted] = all_quotable
    """Tells who has to know, should they take their yes back after it was printed."""
    paper: Paper = Paper.A4
    """What it is printed on where nobody chose a paper."""


def vision_file_name(vision: Vision, export: VisionExport, content: bytes) -> str:
    """Name a file by day, vision, kind and content: no person's name, no two contents alike."""
    day = vision.updated.date().isoformat()
    mark = sha256(content).hexdigest()[:12]
    return f"{day}_{vision.id}_{export.key}_{mark}{export.suffix}"
