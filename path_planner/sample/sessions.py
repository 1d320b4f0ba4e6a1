"""Sample sessions: the voices of a story, then generated ones up to the requested number."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count, cycle, islice
from typing import TypeVar

from path_planner.domain.base import Record
from path_planner.domain.commitment import Commitment
from path_planner.domain.people import Pathfinder, PathfinderKind, Person
from path_planner.domain.session import About, AgreementLine, Consent, Session, StageState
from path_planner.domain.voice import Voice
from path_planner.processes import find
from path_planner.sample.fixtures import STORIES, Pledge, Said, Story, bank, names, story
from path_planner.sample.seeded_random import Chance
from path_planner.sample.strokes import marks
from path_planner.sample.wall import with_wall


def voices(
    story: Story,
    stages: Sequence[str],
    wanted: int | None,
    chance: Chance,
    *,
    people: Mapping[str, str],
    names: Mapping[str, str],
    opened: Mapping[str, datetime],
) -> dict[str, Voice]:
    """Return the voices of a story, or exactly `wanted` voices; each has a time in its stage."""
    told = _in_turn(story, stages)
    if wanted is not None:
        told = islice(_with_more(told, stages, list(people), chance), wanted)
    made = [
        Voice(
            id=chance.fresh_id(),
            stage=stage,
            text=said.text.format_map(names),
            said_by=people.get(said.by),
            expressed=said.expressed,
            share=said.share,
            approved=chance.happens(0.8),
            order=float(order),
            at=opened[stage] + timedelta(seconds=40 * (order // len(stages))),
        )
        for order, (stage, said) in enumerate(told)
    ]
    return {voice.id: voice for voice in made}


def _in_turn(story: Story, stages: Sequence[str]) -> Iterator[tuple[str, Said]]:
    """Yield the voices round-robin by stage, so that any number of them covers all stages."""
    longest = max(len(said) for said in story.voices.values())
    for index in range(longest):
        for stage in stages:
            said = story.voices.get(stage, ())
            if index < len(said):
                yield stage, said[index]


def _with_more(
    told: Iterator[tuple[str, Said]],
    stages: Sequence[str],
    speakers: Sequence[str],
    chance: Chance,
) -> Iterator[tuple[str, Said]]:
    yield from told
    said = set[str]()
    for stage in cycle(stages):
        # When templates run out, sentences are repeated, as in real life.
        for _ in islice(count(), 20):
            text = _sentence(stage, chance)
            if text not in said:
                break
        said.add(text)
        yield stage, Said(by=chance.one_of(speakers), text=text)


def _sentence(stage: str, chance: Chance) -> str:
    words = bank(stage)
    filled = {blank: chance.one_of(choices) for blank, choices in words.blanks().items()}
    text = chance.one_of(words.frames).format_map(filled)
    return text[:1].upper() + text[1:]


R = TypeVar("R", bound=Record)

FIRST_DAY = datetime(2026, 1, 12, 10, 0, tzinfo=UTC)
DAYS_BETWEEN = 3
DAYS_IN_A_CYCLE = 300
_PROMISED = timedelta(minutes=8)
"""The time from the opening of a stage to its commitments."""


def sample_sessions(
    sessions: int, *, voices: int | None = None, strokes: int | None = None, seed: int = 1
) -> list[Session]:
    """Make sessions; without numbers of voices and strokes each has those of its story."""
    return [
        sample_session(
            number,
            seed=seed,
            voices=voices,
            strokes=strokes,
            begins=FIRST_DAY + timedelta(days=number * DAYS_BETWEEN % DAYS_IN_A_CYCLE),
        )
        for number in range(sessions)
    ]


def sample_session(
    number: int,
    *,
    begins: datetime,
    seed: int | str = 1,
    voices: int | None = None,
    strokes: int | None = None,
) -> Session:
    """Make one session with this start time."""
    chance = Chance(seed, number)
    return _SessionBuilder(
        story(number), _names(story(number), number, chance), begins, chance
    ).session(voices, strokes)


def _names(story: Story, number: int, chance: Chance) -> dict[str, str]:
    """Return names by role: those of the story, or new ones when the story is repeated."""
    known = {**{part.key: part.name for part in story.people}, **story.names}
    if number < len(STORIES):
        return known
    return {
        key: chance.one_of(names("places"))
        if key in story.names
        else f"{chance.one_of(names('first'))} {chance.one_of(names('last'))}"
        for key in known
    }


class _SessionBuilder:
    """Builds one session."""

    def __init__(
        self, story: Story, known_as: Mapping[str, str], begins: datetime, chance: Chance
    ) -> None:
        self.told = story
        self.known_as = known_as
        self.begins = begins
        self.chance = chance
        self.id = chance.fresh_id()
        self.ids = {part.key: chance.fresh_id() for part in story.people}
        # People are called by their first names, groups by their full names.
        self.called = {
            key: name if key in story.names else name.split()[0] for key, name in known_as.items()
        }

    def session(self, wanted_voices: int | None, wanted_strokes: int | None) -> Session:
        told, stages = self.told, [stage.id for stage in find(self.told.process).stages]
        ends = self.begins + timedelta(minutes=90)
        share = (ends - self.begins) / len(stages)
        opened = {stage: self.begins + index * share for index, stage in enumerate(stages)}
        cast = {"people": self.ids, "names": self.called}
        said = voices(told, stages, wanted_voices, self.chance, opened=opened, **cast)
        promised = _by_id(self.commitments(opened))
        drawn = marks(told.sketches, self.ids, wanted_strokes, opened, self.chance)
        made = Session(
            id=self.id,
            revision=1,
            begun=self.begins,
            updated=max([ends, *(voice.at for voice in said.values() if voice.at)]),
            about=self.about(),
            consent=self.consent(),
            people=_by_id(self.people()),
            agreement=_by_id(self.agreement()),
            stages=_by_id(StageState(id=stage, approved=True) for stage in stages),
            voices=said,
            commitments=promised,
            marks=drawn,
        )
        if told.wall and wanted_voices is None and wanted_strokes is None:
            # The wall is laid out for the story's own words; with other numbers it would not fit.
            return with_wall(made, told.wall, self.ids, self.chance)
        return made

    def about(self) -> About:
        told = self.told
        person = self.ids.get(told.pathfinder) if told.kind is PathfinderKind.PERSON else None
        return About(
            title=told.title.format_map(self.called),
            pathfinder=Pathfinder(
                name=self.known_as[told.pathfinder], kind=told.kind, person=person
            ),
            process=told.process,
            held_on=self.begins.date(),
            place=told.place,
            leaving_words=told.leaving_words,
        )

    def consent(self) -> Consent:
        day = self.begins.date()
        return Consent(
            keep=True,
            share=True,
            photos=False,
            explained_by=self.ids[self.told.people[-2].key],
            explained_how="With pictures, and again after the break.",
            given_on=day,
            review_on=day + timedelta(days=180),
        )

    def people(self) -> Sequence[Person]:
        return [
            Person(
                id=self.ids[part.key],
                name=self.known_as[part.key],
                role=part.role,
                present=part.present,
                helps=part.helps,
                photos=part.photos,
                order=float(order),
            )
            for order, part in enumerate(self.told.people)
        ]

    def agreement(self) -> Sequence[AgreementLine]:
        return [
            AgreementLine(
                id=self.chance.fresh_id(), text=line.format_map(self.called), order=float(order)
            )
            for order, line in enumerate(self.told.agreement)
        ]

    def commitments(self, opened: Mapping[str, datetime]) -> Sequence[Commitment]:
        enrolments = [("enrol", pledge) for pledge in self.told.enrolments]
        steps = [(pledge.stage, pledge) for pledge in self.told.steps]
        return [
            self.commitment(stage, pledge, order, opened[stage] + _PROMISED)
            for order, (stage, pledge) in enumerate([*enrolments, *steps])
        ]

    def commitment(self, stage: str, pledge: Pledge, order: int, at: datetime) -> Commitment:
        days = pledge.days
        return Commitment(
            id=self.chance.fresh_id(),
            stage=stage,
            who=self.ids[pledge.who],
            what=pledge.what.format_map(self.called),
            by_when=None if days is None else self.begins.date() + timedelta(days=days),
            coach=self.ids[pledge.coach] if pledge.coach else None,
            said_yes=pledge.said_yes,
            order=float(order),
            at=at,
        )


def _by_id(records: Iterable[R]) -> dict[str, R]:
    return {record.id: record for record in records}
