"""Sample visions: from many fictional sessions to a plan, deterministic for a seed."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from path_planner.domain.base import with_fields
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import MissingGroup, SharedVoice
from path_planner.domain.vision.theme import (
    Cause,
    Disagreement,
    Side,
    Theme,
    ThemeAssignment,
    theme_assignment_id,
)
from path_planner.domain.vision.vision import AboutVision, Member, Vision
from path_planner.i18n import _
from path_planner.sample.fixtures import RecordFixture, VisionStory, names, vision_story
from path_planner.sample.seeded_random import Chance
from path_planner.sample.sessions import FIRST_DAY
from path_planner.sample.vision_content import by_id, plan, record_voices, session_voices
from path_planner.services.vision.anonymised_copy import SourceDetails, anonymised_copy
from path_planner.services.vision.imports.conversation import (
    AboutRecord,
    Record,
    Utterance,
    with_record,
)

WITH_DRAWINGS = 6
"""The number of sessions that share drawings; more would make the sample large."""
_PILE = 0.04
"""The part of the voices that is not assigned to a theme."""
_BEGUN = FIRST_DAY + timedelta(days=10)
_DECIDED = FIRST_DAY + timedelta(days=140)

Themes = dict[str, tuple[str, ...]]
"""Ids of the story's themes by the id of a voice in the vision."""


class _Gathered(NamedTuple):
    vision: Vision
    themes: Themes


def sample_vision(paths: int, *, seed: int | str = 1) -> Vision:
    """Make a vision of so many sessions and three conversations, up to its first review."""
    story, chance = vision_story(), Chance("vision", seed)
    begun = Vision(id=chance.fresh_id(), revision=1, begun=_BEGUN, updated=_DECIDED)
    gathered = _with_records(_with_paths(begun, paths, seed, story, chance), story, chance)
    ids = {theme.id: chance.fresh_id() for theme in story.themes}
    members = [
        Member(
            id=chance.fresh_id(),
            name=member.name,
            role=member.role,
            leads=member.leads,
            printed=member.printed,
            order=float(order),
        )
        for order, member in enumerate(story.steering)
    ]
    placed = _placed(gathered, ids, chance)
    update = {
        "about": _about(story),
        "limits": story.limits,
        "steering": by_id(members),
        "themes": by_id(_themes(story, ids, members)),
        "causes": by_id(_causes(story, ids, chance)),
        "disagreements": by_id(_disagreements(story, ids, placed, chance)),
        "unheard": by_id(_unheard(story, chance)),
        **plan(story, ids, _BEGUN.date(), paths, chance),
    }
    return placed.model_copy(update=update)


def _with_paths(
    vision: Vision, paths: int, seed: int | str, story: VisionStory, chance: Chance
) -> _Gathered:
    themes: Themes = {}
    every = max(2, paths // (2 * len(story.lone)))
    for number in range(paths):
        place = number // every
        lone = story.lone[place] if number % every == 0 and place < len(story.lone) else ""
        told = session_voices(number, story, seed, lone)
        about = SourceDetails(
            place=chance.one_of(names("places")),
            group=chance.one_of(story.groups),
            drawings=number < WITH_DRAWINGS,
            how="Asked with pictures, voice by voice.",
        )
        before = vision.voices
        vision = anonymised_copy(vision, told.session, about, chance.fresh_id, _BEGUN).vision
        for voice in vision.voices.values():
            if voice.id not in before and voice.original in told.themes:
                themes[voice.id] = told.themes[voice.original]
    return _Gathered(vision, themes)


def _with_records(gathered: _Gathered, story: VisionStory, chance: Chance) -> _Gathered:
    vision, themes = gathered
    for told in story.records:
        said = record_voices(told, story, chance)
        heard = tuple(
            Utterance(one.text, role=Role.PROFESSIONAL if one.paid else Role.NEIGHBOUR)
            for one in said
        )
        before = vision.voices
        vision = with_record(
            vision, Record(heard), _about_record(told), chance.fresh_id, _BEGUN
        ).vision
        new = [voice for voice in vision.voices.values() if voice.id not in before]
        themes |= {voice.id: one.themes for voice, one in zip(new, said, strict=True)}
    return _Gathered(vision, themes)


def _about_record(fixture: RecordFixture) -> AboutRecord:
    day = (FIRST_DAY + timedelta(days=fixture.day)).date()
    return AboutRecord(
        what=fixture.what,
        kept_as=fixture.kept_as,
        held_on=day,
        place=fixture.place,
        group=fixture.group,
        people=fixture.people,
        share=fixture.share,
        agreed=True,
        given_on=day,
        how=fixture.how,
        language=fixture.language,
    )


def _placed(gathered: _Gathered, ids: Mapping[str, str], chance: Chance) -> Vision:
    """Assign the voices to their themes, except unassigned and single ones."""
    placings: dict[str, ThemeAssignment] = {}
    voices = dict[str, SharedVoice]()
    for order, voice in enumerate(gathered.vision.voices.values()):
        themes = gathered.themes.get(voice.id)
        voices[voice.id] = voice.model_copy(
            update={"checked": chance.happens(0.8), "alone": themes == ()}
        )
        if not themes or chance.happens(_PILE):
            continue
        for theme in themes:
            placing = ThemeAssignment(
                id=theme_assignment_id(voice.id, ids[theme]),
                voice=voice.id,
                theme=ids[theme],
                order=float(order),
            )
            placings[placing.id] = placing
    return gathered.vision.model_copy(update={"voices": voices, "placings": placings})


def _about(story: VisionStory) -> AboutVision:
    return AboutVision(
        title=story.title,
        community=story.community,
        made_by=story.made_by,
        contact=story.contact,
        thanks=story.thanks,
        summary=story.summary,
        vision=story.vision,
        how=story.how,
        next_look=(_BEGUN + timedelta(days=story.reviews[-1].next)).date(),
    )


def _themes(
    story: VisionStory, ids: Mapping[str, str], members: Iterable[Member]
) -> Iterable[Theme]:
    agreed = tuple(member.id for member in members if member.role is not Role.DECISION_MAKER)
    for order, one in enumerate(story.themes):
        yield Theme(
            id=ids[one.id],
            name=one.name,
            statement=one.statement,
            easy=one.easy,
            agreed_by=agreed,
            picture=one.picture,
            order=float(order),
        )


def _causes(story: VisionStory, ids: Mapping[str, str], chance: Chance) -> Iterable[Cause]:
    for theme in story.themes:
        for order, text in enumerate(theme.causes):
            yield Cause(id=chance.fresh_id(), theme=ids[theme.id], text=text, order=float(order))


def _disagreements(
    story: VisionStory, ids: Mapping[str, str], vision: Vision, chance: Chance
) -> Iterable[Disagreement]:
    for order, one in enumerate(story.disagreements):
        sides = [
            Side(words=words, voices=_heard(vision, said))
            for words, said in ((one.one, one.one_said), (one.other, one.other_said))
        ]
        yield Disagreement(
            id=chance.fresh_id(),
            about=one.about,
            theme=ids[one.theme],
            one=sides[0],
            other=sides[1],
            what_next=one.what_next,
            order=float(order),
        )


def _heard(vision: Vision, said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(voice.id for voice in vision.voices.values() if voice.text in said)


def _unheard(story: VisionStory, chance: Chance) -> Iterable[MissingGroup]:
    for order, one in enumerate(story.unheard):
        yield MissingGroup(
            id=chance.fresh_id(),
            who=one.who,
            why=one.why,
            what_next=one.what_next,
            order=float(order),
        )


PATHS = 12


def vision_to_try(now: datetime, *, seed: int | str = 1) -> Vision:
    """Make a vision for trying out, whose last review was yesterday."""
    made = sample_vision(PATHS, seed=seed)
    looked = max(review_round.on for review_round in made.rounds.values())
    by = now.astimezone().date() - looked - timedelta(days=1)
    moved = Vision.model_validate(_moved(made.model_dump(), by))
    title = _("{title} (example)", title=moved.about.title)
    about = with_fields(moved.about, title=title)
    return moved.model_copy(update={"about": about, "updated": now})


def _moved(told: Any, by: timedelta) -> Any:
    """Return plain data with all dates shifted."""
    if isinstance(told, date):
        return told + by
    if isinstance(told, Mapping):
        return {name: _moved(one, by) for name, one in told.items()}
    if isinstance(told, list | tuple):
        return [_moved(one, by) for one in told]
    return told
