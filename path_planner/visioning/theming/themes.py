"""Theming: voices are put together, and what belongs together gets a name and a statement."""

from collections.abc import Iterable

from path_planner.domain.editing import amend, last_order, put
from path_planner.domain.vision.theme import Placing, Theme, placing_id
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.recording import found, moved, put_in, put_right


def make_theme(meeting: Meeting, name: str, voices: Iterable[str] = ()) -> Kept:
    """Make a theme, empty or with these voices in it; without a name there is none."""
    order = last_order(meeting.vision.themes)
    theme = Theme(id=meeting.fresh_id(), name=name, order=order)
    if not theme.name:
        return Kept(meeting.vision)
    return meeting.keep(with_voices(put(meeting.vision, "themes", theme), theme.id, voices))


def place(meeting: Meeting, voice_id: str, theme_id: str) -> Kept:
    """Put a voice in a theme; it stays in the others, and no longer stands alone."""
    found(meeting.vision, "themes", theme_id)
    return meeting.keep(with_voices(meeting.vision, theme_id, (voice_id,)))


def take_from(meeting: Meeting, voice_id: str, theme_id: str) -> Kept:
    """Take a voice out of a theme; if it is in no other, it lies in the pile again."""
    return meeting.keep(without_voices(meeting.vision, theme_id, (voice_id,)))


def rename(meeting: Meeting, theme_id: str, name: str) -> Kept:
    """Give a theme another name; a blank one changes nothing."""
    return put_right(meeting, "themes", theme_id, name=name)


def picture(meeting: Meeting, theme_id: str, icon: str) -> Kept:
    """Give a theme a stamp as its picture; an empty one takes it away."""
    theme = found(meeting.vision, "themes", theme_id)
    return put_in(meeting, "themes", amend(theme, picture=icon))


def state(meeting: Meeting, theme_id: str, statement: str, person: str | None = None) -> Kept:
    """Word the "I" or "we" statement; `person` of the steering group agrees to it.

    Who agreed to other words has not agreed to these.
    """
    theme = found(meeting.vision, "themes", theme_id)
    if person is not None:
        found(meeting.vision, "steering", person)
    stated = amend(theme, statement=statement)
    agreed = theme.agreed_by if stated.statement == theme.statement else ()
    if person is not None and person not in agreed and stated.statement:
        agreed = (*agreed, person)
    return put_in(meeting, "themes", amend(stated, agreed_by=agreed))


def agree(meeting: Meeting, theme_id: str, person: str, yes: bool = True) -> Kept:
    """Note that somebody of the steering group agrees to the statement, or no longer does."""
    theme = found(meeting.vision, "themes", theme_id)
    if yes:
        return state(meeting, theme_id, theme.statement, person)
    agreed = tuple(one for one in theme.agreed_by if one != person)
    return put_in(meeting, "themes", amend(theme, agreed_by=agreed))


def move_theme(meeting: Meeting, theme_id: str, steps: int) -> Kept:
    """Move a theme up (below zero) or down."""
    return moved(meeting, "themes", theme_id, steps)


def stand_alone(meeting: Meeting, voice_id: str, yes: bool = True) -> Kept:
    """Keep a voice as the voice of one, in no theme; or lay it back into the pile."""
    voice = found(meeting.vision, "voices", voice_id)
    after = meeting.vision
    if yes:
        after = _without(after, (one.id for one in _placings(after) if one.voice == voice_id))
    if voice.alone != yes:
        after = put(after, "voices", amend(voice, alone=yes))
    return meeting.keep(after)


def with_voices(vision: Vision, theme_id: str, voices: Iterable[str]) -> Vision:
    """Return the vision with these voices in a theme, where they are not in it yet."""
    inside = {one.voice for one in _placings(vision) if one.theme == theme_id}
    placings, heard = dict(vision.placings), dict(vision.voices)
    order = last_order(placings)
    for voice_id in dict.fromkeys(voices):
        if voice_id not in heard:
            raise UnknownRecord
        if heard[voice_id].alone:
            heard[voice_id] = amend(heard[voice_id], alone=False)
        if voice_id not in inside:
            one = placing_id(voice_id, theme_id)
            placings[one] = Placing(id=one, voice=voice_id, theme=theme_id, order=order)
            order += 1
    return vision.model_copy(update={"placings": placings, "voices": heard})


def without_voices(vision: Vision, theme_id: str, voices: Iterable[str]) -> Vision:
    """Return the vision with these voices not in this theme; elsewhere they stay."""
    gone = set(voices)
    return _without(
        vision,
        (one.id for one in _placings(vision) if one.theme == theme_id and one.voice in gone),
    )


def emptied(vision: Vision, theme_id: str) -> Vision:
    """Return the vision with nothing in this theme."""
    return _without(vision, (one.id for one in _placings(vision) if one.theme == theme_id))


def _placings(vision: Vision) -> Iterable[Placing]:
    return vision.placings.values()


def _without(vision: Vision, placings: Iterable[str]) -> Vision:
    gone = set(placings)
    left = {one: placing for one, placing in vision.placings.items() if one not in gone}
    return vision.model_copy(update={"placings": left})
