"""Disagreement: what people see differently is written down with both its sides."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.vision.theme import Side
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.recording import found, put_right, taken_out, write_down


def disagree(
    meeting: Meeting,
    words: str,
    one_side: Side | None = None,
    other_side: Side | None = None,
    theme: str | None = None,
    *,
    what_next: str = "",
) -> Kept:
    """Write down what people see differently, in words each side agrees with."""
    if theme is not None:
        found(meeting.vision, "themes", theme)
    one, other = (_known(meeting.vision, each or Side()) for each in (one_side, other_side))
    facts = {"theme": theme, "one": one, "other": other, "what_next": what_next}
    return write_down(meeting, "disagreements", about=words, **facts)


def side(words: str = "", voices: Iterable[str] = ()) -> Side:
    """Return one side of a disagreement, with the voices it rests on."""
    return Side(words=words, voices=tuple(dict.fromkeys(voices)))


def change_disagreement(meeting: Meeting, disagreement_id: str, **facts: Any) -> Kept:
    """Put a disagreement right; fields are those of Disagreement."""
    for name in {"one", "other"} & facts.keys():
        facts[name] = _known(meeting.vision, facts[name])
    if facts.get("theme") is not None:
        found(meeting.vision, "themes", facts["theme"])
    return put_right(meeting, "disagreements", disagreement_id, **facts)


def take_disagreement_out(meeting: Meeting, disagreement_id: str) -> Kept:
    """Take a disagreement out; the history keeps it, and its voices stay where they are."""
    return taken_out(meeting, "disagreements", disagreement_id)


def _known(vision: Vision, told: Side) -> Side:
    if not vision.voices.keys() >= set(told.voices):
        raise UnknownRecord
    return told
