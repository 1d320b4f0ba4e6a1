"""A sample event: a made-up day of World Café and Open Space, deterministic for a seed."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from path_planner.domain.event.about import AboutEvent, Answer, Guest, SlotKind
from path_planner.domain.event.cafe import CafeTable, HarvestGroup, Round
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.event.open_space import Interest, Report, Room, Topic
from path_planner.domain.marks import Mark, Stroke
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.methods.registry import find_method
from path_planner.sample.fixtures import DayStory, LineFixture, TopicFixture, day_story, names
from path_planner.sample.pictures import PICTURES
from path_planner.sample.seeded_random import Chance
from path_planner.sample.sessions import FIRST_DAY
from path_planner.sample.strokes import PENS, drawn
from path_planner.services.event.documents import in_order, suggested
from path_planner.services.event.seating_people import seat_event

_METHOD = "both"
_PICTURES = ("house", "key", "bus", "cup")
"""What is drawn on the first cloths, in a square of `_DRAWN` units."""
_DRAWN = 220.0


def sample_event(*, begins: datetime = FIRST_DAY, seed: int | str = 1) -> Event:
    """Make a day of sixty people: a café of two rounds, topics in three times and four rooms."""
    return _Day(day_story(), Chance("event", seed), begins).event()


class _Day:
    """Makes the records of one day, in their order."""

    def __init__(self, story: DayStory, chance: Chance, begins: datetime) -> None:
        self._story = story
        self._chance = chance
        self._begins = begins
        self._guests = in_order(list(self._people()))
        self._guest_ids = list(self._guests)
        method = suggested(find_method(_METHOD), chance.fresh_id)
        self._slots: Mapping[str, Any] = method["slots"]
        self._rooms = in_order([self._record(Room, **dict(room)) for room in story.rooms])
        self._rounds = in_order([self._record(Round, question=each) for each in story.rounds])
        self._tables = in_order(
            [
                self._record(
                    CafeTable,
                    seats=story.seats,
                    **{**dict(table), "host": self._guest_ids[table.host]},
                )
                for table in story.tables
            ]
        )
        self._groups = in_order([self._record(HarvestGroup, title=each) for each in story.groups])
        self._topics = self._made_topics()
        self._lines: list[Contribution] = []

    def _record(self, kind: Any, **facts: Any) -> Any:
        return kind(id=self._chance.fresh_id(), **facts)

    def event(self) -> Event:
        """Return the day."""
        story, day = self._story, self._begins.date()
        self._say()
        event = Event(
            id=self._chance.fresh_id(),
            revision=1,
            begun=self._begins,
            updated=self._begins + timedelta(hours=6),
            about=AboutEvent(
                title=story.title,
                question=story.question,
                method=_METHOD,
                held_on=day,
                place=story.place,
                sponsor=story.sponsor,
                answer_by=day + timedelta(days=story.answer_days),
            ),
            limits=story.limits,
            agreed=ConsentTerms(share=True, drawings=True, given_on=day, how=story.agreement),
            guests=self._guests,
            slots=self._slots,
            rooms=self._rooms,
            topics=self._topics,
            interest=self._interest(),
            reports=self._reports(),
            tables=self._tables,
            groups=self._groups,
            voices=in_order(self._lines),
            answers=self._answers(),
        )
        seated = seat_event(
            event.model_copy(update={"rounds": self._rounds}), fresh_id=self._chance.fresh_id
        )
        return seated.model_copy(update={"rounds": self._played(), "marks": dict(self._ink())})

    def _people(self) -> Iterator[Guest]:
        story, chance = self._story, self._chance
        roles = [role for role, count in story.roles.items() for _person in range(count)]
        called = set[str]()
        ids = [chance.fresh_id() for _role in roles]
        supports, apart = dict(story.supports), dict(story.apart)
        apart |= {other: one for one, other in story.apart}
        for number, role in enumerate(roles):
            name = self._new_name(called)
            supported = supports.get(number)
            yield Guest(
                id=ids[number],
                name=name,
                role=Role.SUPPORTER if supported is not None else role,
                present=number not in story.absent,
                needs=tuple(need for need, people in story.needs.items() if number in people),
                stays_with=None if supported is None else ids[supported],
                apart_from=(ids[apart[number]],) if number in apart else (),
            )

    def _new_name(self, called: set[str]) -> str:
        while True:
            name = f"{self._chance.one_of(names('first'))} {self._chance.one_of(names('last'))}"
            if name not in called:
                called.add(name)
                return name

    def _made_topics(self) -> dict[str, Topic]:
        talks = [key for key, slot in self._slots.items() if slot.kind is SlotKind.TALKS]
        rooms = list(self._rooms)
        ids = [self._chance.fresh_id() for _topic in self._story.topics]
        topics = [
            Topic(
                id=ids[place],
                title=topic.title,
                number=place + 1,
                convenor=self._guests[self._guest_ids[topic.convenor]].name,
                needs=topic.needs,
                slot=None if topic.slot is None else talks[topic.slot],
                room=None if topic.room is None else rooms[topic.room],
                parked=topic.parked,
                merged_into=None if topic.merged_into is None else ids[topic.merged_into],
            )
            for place, topic in enumerate(self._story.topics)
        ]
        return in_order(topics)

    def _told(self) -> Iterator[tuple[str, TopicFixture]]:
        yield from zip(self._topics, self._story.topics, strict=True)

    def _interest(self) -> dict[str, Interest]:
        counts = [
            self._record(Interest, topic=key, count=topic.interest) for key, topic in self._told()
        ]
        return {each.id: each for each in counts}

    def _reports(self) -> dict[str, Report]:
        return {
            key: Report(id=key, came=topic.came, read_back=True)
            for key, topic in self._told()
            if topic.came
        }

    def _say(self) -> None:
        for key, topic in self._told():
            for part, lines in topic.lines.items():
                self._add(lines, part=part, topic=key)
        for table_id, table in zip(self._tables, self._story.table_lines, strict=True):
            first: list[Contribution] = []
            for round_id, lines in zip(self._rounds, table, strict=True):
                first += self._add(lines, first, part=Part.TABLE, table=table_id, round=round_id)
        groups = list(self._groups)
        for group, line in self._story.harvest:
            inside = None if group is None else groups[group]
            self._add([line], part=Part.HARVEST, group=inside)
        for part, lines in (
            (Part.NEWS, self._story.news),
            (Part.CIRCLE, self._story.circle),
            (Part.PARKING, self._story.parking),
        ):
            self._add(lines, part=part)

    def _add(
        self, lines: Any, before: list[Contribution] | None = None, **where: Any
    ) -> list[Contribution]:
        """Add lines; an answer names a line by its place among those before it and of this part."""
        added = list(before or ())
        for line in lines:
            added.append(self._line(line, added, where))
            self._lines.append(added[-1])
        return added[len(before or ()) :]

    def _line(
        self, line: LineFixture, before: list[Contribution], where: Mapping[str, Any]
    ) -> Contribution:
        speaker = None if line.by is None else self._guests[self._guest_ids[line.by]]
        said_by = speaker.role if speaker else Role.SELF_ADVOCATE
        minutes = timedelta(minutes=3 * len(self._lines))
        return Contribution(
            id=self._chance.fresh_id(),
            text=line.text,
            share=line.share,
            expressed=line.expressed,
            supported=line.supported,
            struck=line.struck,
            answers=None if line.answers is None else before[line.answers].id,
            speaker=speaker.id if speaker else None,
            role=line.role or said_by,
            at=self._begins + minutes,
            **where,
        )

    def _answers(self) -> dict[str, Answer]:
        topics = list(self._topics)
        return in_order(
            [
                Answer(
                    id=self._chance.fresh_id(),
                    about=None if answer.topic is None else topics[answer.topic],
                    text=answer.text,
                    who=answer.who,
                    by_when=self._begins.date() + timedelta(days=answer.days),
                )
                for answer in self._story.answers
            ]
        )

    def _played(self) -> dict[str, Round]:
        """Return the rounds as they were held, one after the other."""
        begins = self._begins + timedelta(minutes=30)
        played = {}
        for key, each in self._rounds.items():
            ends = begins + timedelta(minutes=each.minutes)
            played[key] = each.model_copy(update={"begun": begins, "ended": ends})
            begins = ends + timedelta(minutes=5)
        return played

    def _ink(self) -> Iterator[tuple[str, Mark]]:
        round_id = next(iter(self._rounds))
        for table_id, picture in zip(self._tables, _PICTURES, strict=False):
            for order, line in enumerate(PICTURES[picture]):
                stroke = Stroke(
                    id=self._chance.fresh_id(),
                    stage=cloth_stage(table_id, round_id),
                    pen=PENS[line.colour],
                    points=drawn(line, (80.0, 240.0, _DRAWN), self._chance),
                    order=float(order),
                )
                yield stroke.id, stroke
