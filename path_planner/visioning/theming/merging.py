"""Merging, splitting and dropping themes: all that points at a theme follows, no voice is lost."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.editing import amend, last_order, put, take_out
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.recording import found
from path_planner.visioning.theming.themes import emptied, with_voices, without_voices


def merge(meeting: Meeting, theme_id: str, into: str) -> Kept:
    """Put a theme into another: its voices, causes, disagreements, drawings and priorities go.

    Two statements stand one below the other until people word one; only who agreed to both
    has agreed to that.
    """
    vision = meeting.vision
    gone, stays = found(vision, "themes", theme_id), found(vision, "themes", into)
    if theme_id == into:
        return Kept(vision)
    after = with_voices(emptied(vision, theme_id), into, _voices(vision, theme_id))
    after = _pointed(put(after, "themes", _one_of_two(stays, gone)), theme_id, into)
    return meeting.keep(take_out(after, "themes", theme_id))


def split(meeting: Meeting, theme_id: str, voices: Iterable[str], name: str) -> Kept:
    """Make a theme of some voices of another, which they leave."""
    vision, chosen = meeting.vision, tuple(dict.fromkeys(voices))
    found(vision, "themes", theme_id)
    if not set(chosen) <= set(_voices(vision, theme_id)):
        raise UnknownRecord
    theme = Theme(id=meeting.fresh_id(), name=name, order=last_order(vision.themes))
    if not theme.name or not chosen:
        return Kept(vision)
    left = without_voices(vision, theme_id, chosen)
    return meeting.keep(with_voices(put(left, "themes", theme), theme.id, chosen))


def drop_theme(meeting: Meeting, theme_id: str) -> Kept:
    """Take a theme out: its voices lie in the pile again, unless they are in another theme too."""
    found(meeting.vision, "themes", theme_id)
    after = _pointed(emptied(meeting.vision, theme_id), theme_id, None)
    return meeting.keep(take_out(after, "themes", theme_id))


def _voices(vision: Vision, theme_id: str) -> tuple[str, ...]:
    placings = vision.placings.values()
    inside = (one for one in placings if one.theme == theme_id and one.voice in vision.voices)
    return tuple(one.voice for one in sorted(inside, key=lambda one: (one.order, one.id)))


def _one_of_two(stays: Theme, gone: Theme) -> Theme:
    facts: dict[str, Any] = {"picture": stays.picture or gone.picture}
    for field in ("statement", "easy"):
        ours, theirs = getattr(stays, field), getattr(gone, field)
        facts[field] = "\n".join(dict.fromkeys(filter(None, (ours, theirs))))
    if gone.statement and stays.statement != gone.statement:
        both = set(stays.agreed_by) & set(gone.agreed_by)
        agreed = gone.agreed_by if not stays.statement else both
        facts["agreed_by"] = tuple(one for one in gone.agreed_by if one in agreed)
    return amend(stays, **facts)


def _pointed(vision: Vision, theme_id: str, into: str | None) -> Vision:
    """Return the vision with all that points at a theme pointing at another, or at none."""
    for collection in ("causes", "disagreements", "drawings"):
        for record in getattr(vision, collection).values():
            if record.theme != theme_id:
                continue
            if into is None and collection == "causes":
                # A cause without a theme explains nothing; the history keeps it.
                vision = take_out(vision, collection, record.id)
            else:
                vision = put(vision, collection, amend(record, theme=into))
    for priority in vision.priorities.values():
        if theme_id in priority.themes:
            named = (into if one == theme_id else one for one in priority.themes)
            themes = tuple(dict.fromkeys(one for one in named if one is not None))
            vision = put(vision, "priorities", amend(priority, themes=themes))
    return vision
