"""Exports: their kinds, the options that people can choose, and file names."""

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
    """An option that an export offers; each is a field of Options."""

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
    """The paper size of the sheets of a tiled poster; None for one page."""
    low_ink: bool = False
    audience: Audience = Audience.CIRCLE
    dots: int = 150
    """Resolution of a PNG in dots per inch; reduced if the image would be too large."""


Render = Callable[[Session, Process, Options], bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """An export of a session: its name is a message id, its suffix begins with a dot."""

    name: str
    suffix: str
    mime: str
    takes: frozenset[Choice]
    render: Render


def file_name(session: Session, export: Export, content: bytes) -> str:
    """Return a file name from date, title and a content hash, without any person's name."""
    day = (session.about.held_on or session.begun.date()).isoformat()
    return f"{day}_{session.id}_{sha256(content).hexdigest()[:12]}{export.suffix}"


def ignore_progress(_done: float) -> None:
    """Ignore progress."""


@dataclass(frozen=True, slots=True)
class VisionOptions:
    """The options of an export of a vision; exports never read the clock."""

    on: date
    """The date that is printed on the document."""
    language: str = "en"
    paper: Paper = Paper.A4
    progress: Callable[[float], None] = ignore_progress
    """A progress callback: a number from 0 to 1, called often and never with a smaller one."""


class Quoted(NamedTuple):
    """The ids of voices that a document quotes, and of sources whose drawings it shows."""

    voices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def all_quotable(vision: Vision) -> Quoted:
    """Return everything that may be printed: the default for a document."""
    voices = (voice.id for voice in vision.voices.values() if quote_of(vision, voice))
    drawings = publishable(vision).drawings.values()
    return Quoted(tuple(voices), tuple(dict.fromkeys(drawing.source for drawing in drawings)))


def none_quoted(_vision: Vision) -> Quoted:
    """Return nothing: the document has only the group's own words."""
    return Quoted()


RenderVision = Callable[[Vision, VisionOptions], bytes]


@dataclass(frozen=True, slots=True)
class VisionExport:
    """An export of a vision: its name is a message id, its key is used on the command line."""

    name: str
    key: str
    suffix: str
    mime: str
    render: RenderVision
    quoted: Callable[[Vision], Quoted] = all_quotable
    """Returns what the document quotes and shows, for notices about later withdrawals."""
    paper: Paper = Paper.A4
    """The default paper size."""


def vision_file_name(vision: Vision, export: VisionExport, content: bytes) -> str:
    """Return a file name from date, vision, kind and a content hash, without a person's name."""
    day = vision.updated.date().isoformat()
    mark = sha256(content).hexdigest()[:12]
    return f"{day}_{vision.id}_{export.key}_{mark}{export.suffix}"
