"""Theming: voices are put together, and what belongs together gets a name and a statement."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.vision.theme import Theme, ThemeAssignment, theme_assignment_id
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import get, update, upsert


def make_theme(context: VisionContext, name: str, voices: Iterable[str] = ()) -> VisionResult:
    """Make a theme, empty or with these voices in it; without a name there is none."""
    order = next_order(context.document.themes)
    theme = Theme(id=context.fresh_id(), name=name, order=order)
    if not theme.name:
        return VisionResult(context.document)
    return context.keep(with_voices(put(context.document, "themes", theme), theme.id, voices))


def assign(context: VisionContext, voice_id: str, theme_id: str) -> VisionResult:
    """Put a voice in a theme; it stays in the others, and no longer stands alone."""
    get(context.document, "themes", theme_id)
    return context.keep(with_voices(context.document, theme_id, (voice_id,)))


def unassign(context: VisionContext, voice_id: str, theme_id: str) -> VisionResult:
    """Take a voice out of a theme; if it is in no other, it lies in the pile again."""
    return context.keep(without_voices(context.document, theme_id, (voice_id,)))


def rename(context: VisionContext, theme_id: str, name: str) -> VisionResult:
    """Give a theme another name; a blank one changes nothing."""
    return update(context, "themes", theme_id, name=name)


def set_picture(context: VisionContext, theme_id: str, icon: str) -> VisionResult:
    """Give a theme a stamp as its picture; an empty one takes it away."""
    theme = get(context.document, "themes", theme_id)
    return upsert(context, "themes", with_fields(theme, picture=icon))


def set_statement(
    context: VisionContext, theme_id: str, statement: str, person: str | None = None
) -> VisionResult:
    """Word the "I" or "we" statement; `person` of the steering group agrees to it.

    Who agreed to other words has not agreed to these.
    """
    theme = get(context.document, "themes", theme_id)
    if person is not None:
        get(context.document, "steering", person)
    stated = with_fields(theme, statement=statement)
    agreed = theme.agreed_by if stated.statement == theme.statement else ()
    if person is not None and person not in agreed and stated.statement:
        agreed = (*agreed, person)
    return upsert(context, "themes", with_fields(stated, agreed_by=agreed))


def set_agreed(
    context: VisionContext, theme_id: str, person: str, yes: bool = True
) -> VisionResult:
    """Note that somebody of the steering group agrees to the statement, or no longer does."""
    theme = get(context.document, "themes", theme_id)
    if yes:
        return set_statement(context, theme_id, theme.statement, person)
    agreed = tuple(member_id for member_id in theme.agreed_by if member_id != person)
    return upsert(context, "themes", with_fields(theme, agreed_by=agreed))


def keep_single(context: VisionContext, voice_id: str, yes: bool = True) -> VisionResult:
    """Keep a voice as the voice of one, in no theme; or lay it back into the pile."""
    voice = get(context.document, "voices", voice_id)
    after = context.document
    if yes:
        after = _without(
            after,
            (assignment.id for assignment in _placings(after) if assignment.voice == voice_id),
        )
    if voice.alone != yes:
        after = put(after, "voices", with_fields(voice, alone=yes))
    return context.keep(after)


def with_voices(vision: Vision, theme_id: str, voices: Iterable[str]) -> Vision:
    """Return the vision with these voices in a theme, where they are not in it yet."""
    inside = {assignment.voice for assignment in _placings(vision) if assignment.theme == theme_id}
    placings, heard = dict(vision.placings), dict(vision.voices)
    order = next_order(placings)
    for voice_id in dict.fromkeys(voices):
        if voice_id not in heard:
            raise UnknownRecord
        if heard[voice_id].alone:
            heard[voice_id] = with_fields(heard[voice_id], alone=False)
        if voice_id not in inside:
            one = theme_assignment_id(voice_id, theme_id)
            placings[one] = ThemeAssignment(id=one, voice=voice_id, theme=theme_id, order=order)
            order += 1
    return vision.model_copy(update={"placings": placings, "voices": heard})


def without_voices(vision: Vision, theme_id: str, voices: Iterable[str]) -> Vision:
    """Return the vision with these voices not in this theme; elsewhere they stay."""
    gone = set(voices)
    return _without(
        vision,
        (
            assignment.id
            for assignment in _placings(vision)
            if assignment.theme == theme_id and assignment.voice in gone
        ),
    )


def emptied(vision: Vision, theme_id: str) -> Vision:
    """Return the vision with nothing in this theme."""
    return _without(
        vision, (assignment.id for assignment in _placings(vision) if assignment.theme == theme_id)
    )


def _placings(vision: Vision) -> Iterable[ThemeAssignment]:
    return vision.placings.values()


def _without(vision: Vision, placings: Iterable[str]) -> Vision:
    gone = set(placings)
    left = {one: placing for one, placing in vision.placings.items() if one not in gone}
    return vision.model_copy(update={"placings": left})


def merge(context: VisionContext, theme_id: str, into: str) -> VisionResult:
    """Put a theme into another: its voices, causes, disagreements, drawings and priorities go.

    Two statements stand one below the other until people word one; only who agreed to both
    has agreed to that.
    """
    vision = context.document
    gone, stays = get(vision, "themes", theme_id), get(vision, "themes", into)
    if theme_id == into:
        return VisionResult(vision)
    after = with_voices(emptied(vision, theme_id), into, _voices(vision, theme_id))
    after = _pointed(put(after, "themes", _one_of_two(stays, gone)), theme_id, into)
    return context.keep(remove(after, "themes", theme_id))


def split(context: VisionContext, theme_id: str, voices: Iterable[str], name: str) -> VisionResult:
    """Make a theme of some voices of another, which they leave."""
    vision, chosen = context.document, tuple(dict.fromkeys(voices))
    get(vision, "themes", theme_id)
    if not set(chosen) <= set(_voices(vision, theme_id)):
        raise UnknownRecord
    theme = Theme(id=context.fresh_id(), name=name, order=next_order(vision.themes))
    if not theme.name or not chosen:
        return VisionResult(vision)
    left = without_voices(vision, theme_id, chosen)
    return context.keep(with_voices(put(left, "themes", theme), theme.id, chosen))


def delete_theme(context: VisionContext, theme_id: str) -> VisionResult:
    """Take a theme out: its voices lie in the pile again, unless they are in another theme too."""
    get(context.document, "themes", theme_id)
    after = _pointed(emptied(context.document, theme_id), theme_id, None)
    return context.keep(remove(after, "themes", theme_id))


def _voices(vision: Vision, theme_id: str) -> tuple[str, ...]:
    placings = vision.placings.values()
    inside = (
        assignment
        for assignment in placings
        if assignment.theme == theme_id and assignment.voice in vision.voices
    )
    return tuple(one.voice for one in sorted(inside, key=lambda one: (one.order, one.id)))


def _one_of_two(stays: Theme, gone: Theme) -> Theme:
    facts: dict[str, Any] = {"picture": stays.picture or gone.picture}
    for field in ("statement", "easy"):
        ours, theirs = getattr(stays, field), getattr(gone, field)
        facts[field] = "\n".join(dict.fromkeys(filter(None, (ours, theirs))))
    if gone.statement and stays.statement != gone.statement:
        both = set(stays.agreed_by) & set(gone.agreed_by)
        agreed = gone.agreed_by if not stays.statement else both
        facts["agreed_by"] = tuple(member_id for member_id in gone.agreed_by if member_id in agreed)
    return with_fields(stays, **facts)


def _pointed(vision: Vision, theme_id: str, into: str | None) -> Vision:
    """Return the vision with all that points at a theme pointing at another, or at none."""
    for collection in ("causes", "disagreements", "drawings"):
        for record in getattr(vision, collection).values():
            if record.theme != theme_id:
                continue
            if into is None and collection == "causes":
                # A cause without a theme explains nothing; the history keeps it.
                vision = remove(vision, collection, record.id)
            else:
                vision = put(vision, collection, with_fields(record, theme=into))
    for priority in vision.priorities.values():
        if theme_id in priority.themes:
            named = (into if theme == theme_id else theme for theme in priority.themes)
            themes = tuple(dict.fromkeys(one for one in named if one is not None))
            vision = put(vision, "priorities", with_fields(priority, themes=themes))
    return vision
