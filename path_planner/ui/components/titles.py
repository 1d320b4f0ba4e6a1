"""Titles of sessions and visions."""

from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.processes.prompts import pathfinder_name
from path_planner.storage.protocol import SessionSummary


def vision_title(title: str) -> str:
    """Return the title of a vision, or that it has none yet."""
    return title or _("Untitled vision")


def event_title(title: str) -> str:
    """Return the title of a day together, or that it has none yet."""
    return title or _("Untitled day")


def session_title(session: Session) -> str:
    """Return the title of a session, or whose PATH it is."""
    return session.about.title or _("PATH of {name}", name=pathfinder_name(session))


def entry_title(title: str, pathfinder: str) -> str:
    """Return the title of a listed session, or whose PATH it is."""
    return title or _("PATH of {name}", name=pathfinder or _("the pathfinder"))


def title_of(entry: SessionSummary) -> str:
    """Return the title of a listed vision, or that it has none yet."""
    return entry_title(entry.title, entry.pathfinder)
