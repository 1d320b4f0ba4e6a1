"""Choosing: why it is like this, what to work on, and what the group decided on."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.editing import amend, in_order
from path_planner.domain.vision.choosing import Priority
from path_planner.domain.vision.theme import Cause
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.recording import found, moved, put_in, put_right, taken_out, write_down


def ask_why(meeting: Meeting, theme_id: str, text: str) -> Kept:
    """Write down why it is like this; the next one answers why that is so."""
    found(meeting.vision, "themes", theme_id)
    return write_down(meeting, "causes", theme=theme_id, text=text)


def causes_of(vision: Vision, theme_id: str) -> list[Cause]:
    """Return the whys of a theme, each below the one it goes behind."""
    return [one for one in in_order(vision.causes) if one.theme == theme_id]


def change_cause(meeting: Meeting, cause_id: str, text: str) -> Kept:
    """Put a cause into other words."""
    return put_right(meeting, "causes", cause_id, text=text)


def take_cause_out(meeting: Meeting, cause_id: str) -> Kept:
    """Take a cause out; the history keeps it."""
    return taken_out(meeting, "causes", cause_id)


def bring_cause_back(meeting: Meeting, cause: Cause) -> Kept:
    """Put a cause back that was taken out a moment ago."""
    return put_in(meeting, "causes", cause)


def make_priority(meeting: Meeting, title: str, themes: Iterable[str] = (), **facts: Any) -> Kept:
    """Write down what should be worked on, from one theme or several; `facts` as in Priority."""
    named = _known(meeting.vision, themes)
    return write_down(meeting, "priorities", title=title, themes=named, **facts)


def change_priority(meeting: Meeting, priority_id: str, **facts: Any) -> Kept:
    """Put a priority right; fields are those of Priority."""
    if "themes" in facts:
        facts["themes"] = _known(meeting.vision, facts["themes"])
    return put_right(meeting, "priorities", priority_id, **facts)


def choose(meeting: Meeting, priority_id: str, chosen: bool = True) -> Kept:
    """Decide that the plan works on this, or not after all; no count decides it by itself."""
    priority = found(meeting.vision, "priorities", priority_id)
    return put_in(meeting, "priorities", amend(priority, chosen=chosen))


def move_priority(meeting: Meeting, priority_id: str, steps: int) -> Kept:
    """Move a priority up (below zero) or down."""
    return moved(meeting, "priorities", priority_id, steps)


def take_priority_out(meeting: Meeting, priority_id: str) -> Kept:
    """Take a priority out; votes and actions that name it stay, should it come back."""
    return taken_out(meeting, "priorities", priority_id)


def bring_priority_back(meeting: Meeting, priority: Priority) -> Kept:
    """Put a priority back that was taken out a moment ago, where it stood."""
    return put_in(meeting, "priorities", priority)


def _known(vision: Vision, themes: Iterable[str]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(themes))
    if not vision.themes.keys() >= set(named):
        raise UnknownRecord
    return named
