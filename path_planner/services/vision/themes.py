"""Use cases of themes, of the voices assigned to them, and of disagreements on both sides."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.vision.theme import Side, Theme, ThemeAssignment, theme_assignment_id
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import create, get, update, upsert


def make_theme(context: VisionContext, name: str, voices: Iterable[str] = ()) -> VisionResult:
    """Make a theme, empty or with these voices; nothing changes without a name."""
    order = next_order(context.document.themes)
    theme = Theme(id=context.fresh_id(), name=name, order=order)
    if not theme.name:
        return VisionResult(context.document)
    return context.keep(with_voices(put(context.document, "themes", theme), theme.id, voices))


def assign(context: VisionContext, voice_id: str, theme_id: str) -> VisionResult:
    """Assign a voice to a theme; it stays in other themes, and is no longer a single voice."""
    get(context.document, "themes", theme_id)
    return context.keep(with_voices(context.document, theme_id, (voice_id,)))


def assign_many(context: VisionContext, theme_id: str, voices: Iterable[str]) -> VisionResult:
    """Assign many voices to a theme in one step; they are no longer single voices."""
    get(context.document, "themes", theme_id)
    return context.keep(with_voices(context.document, theme_id, voices))


def refuse(context: VisionContext, theme_id: str, voices: Iterable[str]) -> VisionResult:
    """Say that voices are not in a theme, so that it is never offered for them again."""
    get(context.document, "themes", theme_id)
    changed = dict(context.document.voices)
    for voice_id in dict.fromkeys(voices):
        voice = get(context.document, "voices", voice_id)
        if theme_id not in voice.not_in:
            changed[voice_id] = with_fields(voice, not_in=(*voice.not_in, theme_id))
    return context.keep(context.document.model_copy(update={"voices": changed}))


def unassign(context: VisionContext, voice_id: str, theme_id: str) -> VisionResult:
    """Remove a voice from a theme; if it is in no other, it is unassigned again."""
    return context.keep(without_voices(context.document, theme_id, (voice_id,)))


def rename(context: VisionContext, theme_id: str, name: str) -> VisionResult:
    """Rename a theme; an empty name changes nothing."""
    return update(context, "themes", theme_id, name=name)


def set_picture(context: VisionContext, theme_id: str, icon: str) -> VisionResult:
    """Set the stamp of a theme, or clear it with an empty id."""
    theme = get(context.document, "themes", theme_id)
    return upsert(context, "themes", with_fields(theme, picture=icon))


def set_statement(
    context: VisionContext, theme_id: str, statement: str, person: str | None = None
) -> VisionResult:
    """Set the "I" or "we" statement; the member `person` agrees to it.

    A changed statement loses the agreement of those who agreed to the old words.
    """
    theme = get(context.document, "themes", theme_id)
    if person is not None:
        get(context.document, "steering", person)
    changed = with_fields(theme, statement=statement)
    agreed = theme.agreed_by if changed.statement == theme.statement else ()
    if person is not None and person not in agreed and changed.statement:
        agreed = (*agreed, person)
    return upsert(context, "themes", with_fields(changed, agreed_by=agreed))


def set_agreed(
    context: VisionContext, theme_id: str, person: str, yes: bool = True
) -> VisionResult:
    """Record whether a member of the steering group agrees to the statement."""
    theme = get(context.document, "themes", theme_id)
    if yes:
        return set_statement(context, theme_id, theme.statement, person)
    agreed = tuple(member_id for member_id in theme.agreed_by if member_id != person)
    return upsert(context, "themes", with_fields(theme, agreed_by=agreed))


def keep_single(context: VisionContext, voice_id: str, yes: bool = True) -> VisionResult:
    """Mark a voice as a single voice, in no theme; or undo that."""
    voice = get(context.document, "voices", voice_id)
    after = context.document
    if yes:
        after = _without(
            after,
            (assignment.id for assignment in _assignments(after) if assignment.voice == voice_id),
        )
    if voice.alone != yes:
        after = put(after, "voices", with_fields(voice, alone=yes))
    return context.keep(after)


def with_voices(vision: Vision, theme_id: str, voices: Iterable[str]) -> Vision:
    """Return the vision with these voices assigned to a theme; raise UnknownRecord."""
    inside = {
        assignment.voice for assignment in _assignments(vision) if assignment.theme == theme_id
    }
    assignments, vision_voices = dict(vision.placings), dict(vision.voices)
    order = next_order(assignments)
    for voice_id in dict.fromkeys(voices):
        if voice_id not in vision_voices:
            raise UnknownRecord
        voice = vision_voices[voice_id]
        if voice.alone or theme_id in voice.not_in:
            refused = tuple(theme for theme in voice.not_in if theme != theme_id)
            vision_voices[voice_id] = with_fields(voice, alone=False, not_in=refused)
        if voice_id not in inside:
            key = theme_assignment_id(voice_id, theme_id)
            assignments[key] = ThemeAssignment(id=key, voice=voice_id, theme=theme_id, order=order)
            order += 1
    return vision.model_copy(update={"placings": assignments, "voices": vision_voices})


def without_voices(vision: Vision, theme_id: str, voices: Iterable[str]) -> Vision:
    """Return the vision without these voices in this theme; other assignments stay."""
    removed = set(voices)
    return _without(
        vision,
        (
            assignment.id
            for assignment in _assignments(vision)
            if assignment.theme == theme_id and assignment.voice in removed
        ),
    )


def emptied(vision: Vision, theme_id: str) -> Vision:
    """Return the vision without any voice in this theme."""
    return _without(
        vision,
        (assignment.id for assignment in _assignments(vision) if assignment.theme == theme_id),
    )


def _assignments(vision: Vision) -> Iterable[ThemeAssignment]:
    return vision.placings.values()


def _without(vision: Vision, assignment_ids: Iterable[str]) -> Vision:
    removed = set(assignment_ids)
    left = {key: assignment for key, assignment in vision.placings.items() if key not in removed}
    return vision.model_copy(update={"placings": left})


def merge(context: VisionContext, theme_id: str, into: str) -> VisionResult:
    """Merge a theme into another, with its voices, causes, disagreements, drawings, priorities.

    Two statements are joined line by line until people word one; only those who agreed to both
    count as agreeing.
    """
    vision = context.document
    merged, target = get(vision, "themes", theme_id), get(vision, "themes", into)
    if theme_id == into:
        return VisionResult(vision)
    after = with_voices(emptied(vision, theme_id), into, _voices(vision, theme_id))
    after = _with_references_to(put(after, "themes", _merged_theme(target, merged)), theme_id, into)
    return context.keep(remove(after, "themes", theme_id))


def split(context: VisionContext, theme_id: str, voices: Iterable[str], name: str) -> VisionResult:
    """Split a theme: some of its voices become a new theme; raise UnknownRecord."""
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
    """Delete a theme; its voices are unassigned again, unless they are in another theme too."""
    get(context.document, "themes", theme_id)
    after = _with_references_to(emptied(context.document, theme_id), theme_id, None)
    return context.keep(remove(after, "themes", theme_id))


def _voices(vision: Vision, theme_id: str) -> tuple[str, ...]:
    assignments = vision.placings.values()
    inside = (
        assignment
        for assignment in assignments
        if assignment.theme == theme_id and assignment.voice in vision.voices
    )
    ordered = sorted(inside, key=lambda assignment: (assignment.order, assignment.id))
    return tuple(assignment.voice for assignment in ordered)


def _merged_theme(target: Theme, merged: Theme) -> Theme:
    facts: dict[str, Any] = {"picture": target.picture or merged.picture}
    for field in ("statement", "easy"):
        ours, theirs = getattr(target, field), getattr(merged, field)
        facts[field] = "\n".join(dict.fromkeys(filter(None, (ours, theirs))))
    if merged.statement and target.statement != merged.statement:
        both = set(target.agreed_by) & set(merged.agreed_by)
        agreed = merged.agreed_by if not target.statement else both
        facts["agreed_by"] = tuple(
            member_id for member_id in merged.agreed_by if member_id in agreed
        )
    return with_fields(target, **facts)


def _with_references_to(vision: Vision, theme_id: str, into: str | None) -> Vision:
    """Return the vision with references to a theme replaced by another one, or removed."""
    for collection in ("causes", "disagreements", "drawings"):
        for record in getattr(vision, collection).values():
            if record.theme != theme_id:
                continue
            if into is None and collection == "causes":
                # A cause without a theme has no meaning; it stays in the history.
                vision = remove(vision, collection, record.id)
            else:
                vision = put(vision, collection, with_fields(record, theme=into))
    for priority in vision.priorities.values():
        if theme_id in priority.themes:
            named = (into if theme == theme_id else theme for theme in priority.themes)
            themes = tuple(dict.fromkeys(theme for theme in named if theme is not None))
            vision = put(vision, "priorities", with_fields(priority, themes=themes))
    return vision


def disagree(
    context: VisionContext,
    words: str,
    one_side: Side | None = None,
    other_side: Side | None = None,
    theme: str | None = None,
    *,
    what_next: str = "",
) -> VisionResult:
    """Add a disagreement with two sides, each in words that it agrees with."""
    if theme is not None:
        get(context.document, "themes", theme)
    one, other = (_checked(context.document, each or Side()) for each in (one_side, other_side))
    facts = {"theme": theme, "one": one, "other": other, "what_next": what_next}
    return create(context, "disagreements", about=words, **facts)


def side(words: str = "", voices: Iterable[str] = ()) -> Side:
    """Return one side of a disagreement, with the voices it rests on."""
    return Side(words=words, voices=tuple(dict.fromkeys(voices)))


def change_disagreement(context: VisionContext, disagreement_id: str, **facts: Any) -> VisionResult:
    """Change a disagreement; `facts` are fields of Disagreement."""
    for name in {"one", "other"} & facts.keys():
        facts[name] = _checked(context.document, facts[name])
    if facts.get("theme") is not None:
        get(context.document, "themes", facts["theme"])
    return update(context, "disagreements", disagreement_id, **facts)


def _checked(vision: Vision, side: Side) -> Side:
    if not vision.voices.keys() >= set(side.voices):
        raise UnknownRecord
    return side
