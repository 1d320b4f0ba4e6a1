"""What an export is, what can be chosen for it, and how its file is called."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from path_planner.domain.session import Session
from path_planner.exports.paper import Paper
from path_planner.processes.process import Process
from path_planner.scene.compose import scene_of
from path_planner.scene.model import Audience, Scene


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


def scene_for(session: Session, process: Process, options: Options) -> Scene:
    """Return the poster as it is laid out for the chosen paper and audience."""
    return scene_of(session, process, audience=options.audience, aspect=options.paper.aspect)


def file_name(session: Session, export: Export, content: bytes) -> str:
    """Name a file by day, plan and content: no person's name, and no two contents alike."""
    day = (session.about.held_on or session.begun.date()).isoformat()
    return f"{day}_{session.id}_{sha256(content).hexdigest()[:12]}{export.suffix}"
