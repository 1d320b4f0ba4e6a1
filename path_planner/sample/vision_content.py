"""The content of a sample vision: voices with their themes, priorities, votes and actions."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from path_planner.domain.base import Record
from path_planner.domain.people import Person
from path_planner.domain.session import Session
from path_planner.domain.vision.plan import (
    Action,
    Answer,
    MeasureReading,
    Outcome,
    Reply,
    ReviewRound,
)
from path_planner.domain.vision.sources import StakeholderGroup, stakeholder_group_of
from path_planner.domain.vision.voting import Ballot, Method, Priority, VoteRound
from path_planner.domain.voice import Share, Voice
from path_planner.sample.fixtures import (
    RecordFixture,
    ReplyFixture,
    ThemeFixture,
    VisionStory,
    varied,
)
from path_planner.sample.seeded_random import Chance
from path_planner.sample.sessions import DAYS_BETWEEN, DAYS_IN_A_CYCLE, FIRST_DAY, sample_session
from path_planner.services.context import FreshId

WHOLE_STORIES = 6
"""The number of sessions with a story and drawings; others are generated from the themes."""
_FEWEST, _MOST = 7, 13
_OWN_SHARED = 2
_LEVELS = (
    *(Share.PRIVATE,) * 2,
    *(Share.CIRCLE,) * 4,
    *(Share.THEME,) * 5,
    *(Share.QUOTE,) * 8,
    *(Share.NAMED,) * 2,
)

R = TypeVar("R", bound=Record)

_VOTERS = (
    *(StakeholderGroup.LIVED,) * 9,
    *(StakeholderGroup.FAMILY,) * 4,
    *(StakeholderGroup.COMMUNITY,) * 4,
    *(StakeholderGroup.PROFESSIONAL,) * 3,
    StakeholderGroup.UNKNOWN,
)
_FINGERS = 5
_MOST_BALLOTS = 120


class Said(NamedTuple):
    """A sentence and its themes; without a theme it is a single voice."""

    text: str
    themes: tuple[str, ...] = ()
    paid: bool = False
    """Said by a professional."""


class SampleVoices(NamedTuple):
    """A session, and the themes of its voices by their ids."""

    session: Session
    themes: dict[str, tuple[str, ...]]


def session_voices(
    number: int, story: VisionStory, seed: int | str, lone: str = ""
) -> SampleVoices:
    """Make a PATH in which people say what belongs to the themes, and perhaps a thing of one."""
    chance = Chance("vision", seed, number)
    whole = number < WHOLE_STORIES
    session = sample_session(
        number,
        begins=FIRST_DAY + timedelta(days=number * DAYS_BETWEEN % DAYS_IN_A_CYCLE),
        seed=f"vision {seed}",
        voices=None if whole else 0,
        strokes=None if whole else 0,
    )
    said = [*_sentences(story, chance), *([Said(lone)] if lone else ())]
    voices = _own(session, chance)
    themes: dict[str, tuple[str, ...]] = {}
    for order, one in enumerate(said):
        speaker = _speaker(session, one, chance)
        share = chance.one_of(_LEVELS) if one.themes else Share.QUOTE
        voice = Voice(
            id=chance.fresh_id(),
            stage="now" if order % 2 else "dream",
            text=one.text,
            said_by=speaker.id,
            share=share,
            approved=True,
            order=500.0 + order,
        )
        voices[voice.id] = voice
        themes[voice.id] = one.themes
    return SampleVoices(session.model_copy(update={"voices": voices}), themes)


def record_voices(record: RecordFixture, story: VisionStory, chance: Chance) -> list[Said]:
    """Return what was said in a conversation."""
    known = {theme.id: theme for theme in story.themes}
    said = [_of(known[voice], chance) for voice, count in record.voices for _ in range(count)]
    return said + [Said(text, (theme,) if theme else ()) for theme, text in record.told]


def _sentences(story: VisionStory, chance: Chance) -> Iterator[Said]:
    seen = set[str]()
    for _ in range(int(chance.between(_FEWEST, _MOST + 1))):
        # The first themes are the most frequent ones.
        place = min(chance.between(0, 1), chance.between(0.1, 1.4))
        said = _of(story.themes[int(place * len(story.themes))], chance)
        if said.text not in seen:
            seen.add(said.text)
            yield said


def _of(theme: ThemeFixture, chance: Chance) -> Said:
    if chance.happens(0.12):
        return Said(varied(chance.one_of(theme.professionals), chance), (theme.id,), paid=True)
    place = int(chance.between(0, len(theme.voices)))
    also = theme.also.get(str(place))
    return Said(varied(theme.voices[place], chance), (theme.id, also) if also else (theme.id,))


def _own(session: Session, chance: Chance) -> dict[str, Voice]:
    """Return the voices of the story itself; a few of them are shared too."""
    shared = {chance.one_of(list(session.voices)) for _ in range(_OWN_SHARED) if session.voices}
    return {
        voice.id: voice.model_copy(
            update={"share": chance.one_of(_LEVELS) if voice.id in shared else _kept(voice.share)}
        )
        for voice in session.voices.values()
    }


def _kept(share: Share) -> Share:
    return share if share is Share.PRIVATE else Share.CIRCLE


def _is_paid(person: Person) -> bool:
    return stakeholder_group_of(person.role) is StakeholderGroup.PROFESSIONAL


def _speaker(session: Session, said: Said, chance: Chance) -> Person:
    present = [person for person in session.people.values() if person.present]
    fitting = [one for one in present if _is_paid(one) is said.paid]
    # Most voices are the pathfinder's.
    first = fitting[: 1 + len(fitting) // 3]
    return chance.one_of(first if chance.happens(0.5) else fitting)


def by_id(records: Iterable[R]) -> dict[str, R]:
    """Return records by their ids."""
    return {record.id: record for record in records}


def plan(
    story: VisionStory, themes: Mapping[str, str], begun: date, paths: int, chance: Chance
) -> dict[str, Any]:
    """Return the collections of a plan; `themes` are ids of the vision by those of the story."""
    priorities = {priority.id: chance.fresh_id() for priority in story.priorities}
    actions = {action.id: chance.fresh_id() for action in story.actions}
    outcomes = [chance.fresh_id() for _ in story.outcomes]
    talked, voted = (chance.fresh_id() for _ in range(2))
    options = tuple(priorities.values())
    on = begun + timedelta(days=84)
    return {
        "priorities": by_id(
            Priority(
                id=priorities[priority.id],
                title=priority.title,
                themes=tuple(themes[theme] for theme in priority.themes),
                why=priority.why,
                chosen=priority.chosen,
                order=float(order),
            )
            for order, priority in enumerate(story.priorities)
        ),
        "votes": by_id(_rounds(talked, voted, options, on)),
        "ballots": by_id([*_fists(talked, options, chance), *_dots(voted, options, paths, chance)]),
        "actions": by_id(_actions(story, actions, priorities, begun)),
        "outcomes": by_id(_outcomes(story, outcomes, priorities)),
        **_looking_back(story, actions, outcomes, begun, chance.fresh_id),
    }


def _rounds(talked: str, voted: str, options: tuple[str, ...], on: date) -> Iterable[VoteRound]:
    asked = "What should we work on first?"
    yield VoteRound(
        id=talked, method=Method.FISTS, question=asked, options=options, held_on=on, open=False
    )
    yield VoteRound(
        id=voted,
        question=asked,
        options=options,
        held_on=on + timedelta(days=7),
        open=False,
        order=1.0,
    )


def _fists(round_id: str, options: tuple[str, ...], chance: Chance) -> Iterable[Ballot]:
    for standing in StakeholderGroup:
        for option in options:
            for fingers in range(_FINGERS + 1):
                if chance.happens(0.15 + 0.12 * fingers):
                    people = int(chance.between(1, 4))
                    yield Ballot(
                        id=chance.fresh_id(),
                        round=round_id,
                        standing=standing,
                        people=people,
                        given={option: fingers},
                    )


def _dots(round_id: str, options: tuple[str, ...], paths: int, chance: Chance) -> Iterable[Ballot]:
    for _ in range(min(24 + paths // 2, _MOST_BALLOTS)):
        given: dict[str, int] = {}
        for _dot in range(3):
            liked = options[int(min(chance.between(0, 1), chance.between(0, 1.6)) * len(options))]
            given[liked] = given.get(liked, 0) + 1
        standing = chance.one_of(_VOTERS)
        proxy = standing is StakeholderGroup.LIVED and chance.happens(0.2)
        kept = (chance.one_of(options),) if chance.happens(0.25) else ()
        yield Ballot(
            id=chance.fresh_id(),
            round=round_id,
            standing=standing,
            by_proxy=proxy,
            given=given,
            not_lost=kept,
        )


def _actions(
    story: VisionStory, ids: Mapping[str, str], priorities: Mapping[str, str], begun: date
) -> Iterable[Action]:
    for order, one in enumerate(story.actions):
        yield Action(
            id=ids[one.id],
            priorities=tuple(priorities[it] for it in one.priorities),
            doer=one.doer,
            what=one.what,
            who=one.who,
            by_when=begun + timedelta(days=90 + one.days),
            resources=one.resources,
            how_we_know=one.how_we_know,
            order=float(order),
        )


def _outcomes(
    story: VisionStory, ids: list[str], priorities: Mapping[str, str]
) -> Iterable[Outcome]:
    for order, (one, outcome_id) in enumerate(zip(story.outcomes, ids, strict=True)):
        yield Outcome(
            id=outcome_id,
            priorities=tuple(priorities[it] for it in one.priorities),
            statement=one.statement,
            measure=one.measure,
            chosen_by=one.chosen_by,
            now=one.now,
            hoped=one.hoped,
            order=float(order),
        )


def _looking_back(
    story: VisionStory,
    actions: Mapping[str, str],
    outcomes: list[str],
    begun: date,
    fresh_id: FreshId,
) -> dict[str, Any]:
    review = story.reviews[0]
    held = ReviewRound(
        id=fresh_id(),
        on=begun + timedelta(days=review.day),
        words=review.words,
        next_on=begun + timedelta(days=review.next),
    )
    replies = [
        _reply(reply, held.id, actions, fresh_id, n) for n, reply in enumerate(story.replies)
    ]
    answers = [
        one
        for told, reply in zip(story.replies, replies, strict=True)
        for one in _answers(told, reply.id, fresh_id)
    ]
    readings = [
        MeasureReading(
            id=fresh_id(), round=held.id, outcome=outcomes[place], words=words, order=float(order)
        )
        for order, (place, words) in enumerate(story.readings)
    ]
    return {
        "rounds": by_id([held]),
        "replies": by_id(replies),
        "answers": by_id(answers),
        "readings": by_id(readings),
    }


def _reply(
    fixture: ReplyFixture,
    round_id: str,
    actions: Mapping[str, str],
    fresh_id: FreshId,
    order: int,
) -> Reply:
    return Reply(
        id=fresh_id(),
        round=round_id,
        action=actions[fixture.action],
        progress=fixture.progress,
        we_did=fixture.we_did,
        why=fixture.why,
        who_decided=fixture.who_decided,
        order=float(order),
    )


def _answers(fixture: ReplyFixture, reply_id: str, fresh_id: FreshId) -> Iterable[Answer]:
    for order, (confirms, standing, words) in enumerate(fixture.answers):
        yield Answer(
            id=fresh_id(),
            reply=reply_id,
            confirms=confirms,
            standing=standing,
            words=words,
            order=float(order),
        )
