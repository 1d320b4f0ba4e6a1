"""Made-up days: sixty people, twelve topics at three times in four rooms, and a café of two rounds.

All people, places and words are invented.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from path_planner.domain.base import Record
from path_planner.domain.event.about import AboutEvent, Answer, Guest, Offer, Slot, SlotKind
from path_planner.domain.event.cafe import CafeTable, HarvestGroup, Round, Seat
from path_planner.domain.event.contribution import REPORT_PARTS, Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Interest, Report, Room, Topic
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.domain.vision.vision import Limits
from path_planner.domain.voice import Share

MOMENT = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)
ON = date(2026, 11, 23)
ROOMS = (
    ("Great Hall", 60, (Offer.STEP_FREE, Offer.HEARING_LOOP)),
    ("Garden Room", 16, (Offer.STEP_FREE, Offer.DAYLIGHT)),
    ("Kitchen", 10, (Offer.STEP_FREE,)),
    ("Quiet Room", 8, (Offer.STEP_FREE, Offer.QUIET)),
)
TOPICS = (
    ("Who decides who supports me?", "Rowena"),
    ("Buses after six", "Otis"),
    ("Cooking for twelve", "Wilma"),
    ("When I need it quiet", "Bilal"),
    ("A job, not a placement", "Keziah"),
    ("Friends at the weekend", "Jorge"),
    ("Being a parent too", "Yara"),
    ("What we tell the council", ""),
    ("Phones, banking and scams", "Femi"),
    ("Dogs and other animals", "Xanthe"),
    ("Doctors who listen", "Hamish"),
    ("Growing old where I live", "Petra"),
)
PLACES = (*((0, room) for room in range(4)), (1, 0), (1, 1), (1, 3), *((2, r) for r in range(3)))
TABLES = ("Home", "Work", "Getting about", "Friends", "Health", "Being heard", "Money")
SAID = {
    Part.DISCUSSION: (
        "People choose for me, and then they ask me if it is all right.",
        "I met three support workers before one of them asked what I like.",
        "The last bus leaves before the film ends.",
        "Nobody asks me twice, so I say nothing the second time.",
        "It works where somebody has time.",
    ),
    Part.RECOMMENDATION: (
        "Let us meet two or three people, and choose.",
        "Ask those who use it before it is changed.",
        "Try it in one street first, for half a year.",
    ),
    Part.RESOURCE: (
        "Robin at the library has a list of who does what.",
        "The hall is free on Mondays.",
    ),
    Part.REQUEST: (
        "We ask the council to put the choice into the contract.",
        "We ask for one number to ring, with a person at the end of it.",
        "We ask for an answer in plain words.",
    ),
}
"""Lines of reports; each topic has some of them."""
CLOTH = (
    "No bus after six",
    "Taxis cost too much",
    "The 14 is always late",
    "Marlow’s cousin drives a minibus. Ask her!",
    "Not on Tuesdays, then it is on time",
)
FIRST_NAMES = (
    "Rowena", "Otis", "Wilma", "Bilal", "Keziah", "Jorge", "Yara", "Femi", "Xanthe", "Hamish",
    "Petra", "Casper", "Ludo", "Mirela", "Bram", "Nils", "Anwen", "Marlow", "Isolde", "Ravi",
    "Una", "Tove", "Lars", "Sunniva", "Ines", "Gwil", "Sable", "Hamid", "Orla", "Dmitri",
    "Fern", "Zofia", "Kit", "Lowri", "Teo",
)  # fmt: skip


def by_id(records: Iterable[Record]) -> dict[str, Any]:
    """Return records by id, each after the one before it."""
    return {
        record.id: record.model_copy(update={"order": float(place)})
        for place, record in enumerate(records, start=1)
    }


def the_slots() -> list[Slot]:
    """Return the slots of the day."""
    planned = (
        ("s0", "Opening circle", SlotKind.CIRCLE, 9, 30, 60),
        ("s1", "", SlotKind.TALKS, 10, 30, 60),
        ("s2", "", SlotKind.TALKS, 11, 40, 60),
        ("s3", "Lunch", SlotKind.BREAK, 12, 40, 60),
        ("s4", "", SlotKind.TALKS, 13, 40, 60),
        ("s5", "News wall", SlotKind.NEWS, 14, 40, 30),
        ("s6", "Closing circle", SlotKind.CIRCLE, 15, 10, 40),
    )
    return [
        Slot(id=key, title=title, kind=kind, begins=time(hour, minute), minutes=minutes)
        for key, title, kind, hour, minute, minutes in planned
    ]


def the_topics() -> list[Topic]:
    """Return ten topics on the wall, one that waits and one that joined another."""
    times = ("s1", "s2", "s4")
    placed = [
        Topic(
            id=f"t{number}",
            title=title,
            convenor=convenor,
            number=number,
            slot=times[PLACES[number - 1][0]] if number <= len(PLACES) else None,
            room=f"r{PLACES[number - 1][1]}" if number <= len(PLACES) else None,
        )
        for number, (title, convenor) in enumerate(TOPICS, start=1)
    ]
    placed[-1] = placed[-1].model_copy(update={"merged_into": "t1"})
    return placed


def the_lines(topics: int) -> list[Contribution]:
    """Return what was said: reports, cloths of two rounds, harvest, news and closing circle."""
    numbers = count(1)

    def line(part: Part, text: str, **facts: Any) -> Contribution:
        share = facts.pop("share", Share.QUOTE)
        return Contribution(id=f"v{next(numbers)}", part=part, text=text, share=share, **facts)

    lines = [
        line(part, text, topic=f"t{number}")
        for number in range(1, topics + 1)
        for part in REPORT_PARTS
        for place, text in enumerate(SAID[part])
        if (place + number) % 2 or place == 0
    ]
    for at, text in enumerate(CLOTH):
        lines.append(line(Part.TABLE, text, table="c3", round="k1" if at < 3 else "k2"))
    late, on_time = lines[-3], lines[-1]
    lines[-1] = on_time.model_copy(update={"answers": late.id})
    lines += [
        line(Part.TABLE, "A kitchen that two people can use", table="c1", round="k1"),
        line(
            Part.TABLE, "The shop on Hill Street closes", table="c1", round="k2",
            struck="It stays open until seven, said the owner.",
        ),
        line(Part.HARVEST, "Nobody should have to guess when the bus comes.", group="h1"),
        line(Part.HARVEST, "A lift home matters more than a map.", group="h1"),
        line(
            Part.HARVEST, "I choose who comes into my house.", group="h2",
            share=Share.NAMED, speaker="g7",
        ),
        line(Part.HARVEST, "Ask me first."),
        line(Part.NEWS, "Singing in the hall on Thursdays, from seven."),
        line(Part.CIRCLE, "I came with a worry and go with two numbers."),
        line(Part.CIRCLE, "Only counted", share=Share.THEME),
        line(Part.PARKING, "Who pays for the hall?"),
    ]  # fmt: skip
    return lines


def the_seats(guests: int, tables: int, rounds: int) -> list[Seat]:
    """Return seats by the paper rule: hosts stay, the guest on seat k moves k tables on."""
    seats = []
    for each in range(rounds):
        for guest in range(guests):
            home, number = guest % tables, guest // tables
            table = (home + number * each) % tables
            seats.append(
                Seat(
                    id=f"x{each + 1}-{guest + 1}",
                    round=f"k{each + 1}",
                    table=f"c{table + 1}",
                    guest=f"g{guest + 1}",
                    number=number,
                )
            )
    return seats


def a_day(**changes: Any) -> Event:
    """Return a full day of both methods, after it is over."""
    guests = [
        Guest(
            id=f"g{number}",
            name=FIRST_NAMES[number - 1] if number <= len(FIRST_NAMES) else "",
            role=Role.SELF_ADVOCATE if number % 2 else Role.OTHER,
        )
        for number in range(1, 61)
    ]
    tables = [
        CafeTable(
            id=f"c{number}",
            name=name,
            seats=9,
            host=f"g{number}",
            offers=(Offer.STEP_FREE,) if number % 2 else (Offer.STEP_FREE, Offer.HEARING_LOOP),
            languages=("Welsh",) if number == 4 else (),
        )
        for number, name in enumerate(TABLES, start=1)
    ]
    rounds = [
        Round(id="k1", question="What is already good here, and who makes it so?", begun=MOMENT),
        Round(id="k2", question="What would make it better for everybody?", begun=MOMENT),
    ]
    topics = the_topics()
    whole: dict[str, Any] = {
        "about": AboutEvent(
            title="Thistledown Day",
            question="What would make this a good place to live?",
            method="both",
            held_on=date(2026, 11, 20),
            place="Thistledown Hall",
            sponsor="Thistledown Council",
            answer_by=date(2027, 1, 31),
        ),
        "limits": Limits(
            can_change="How the support money is spent, and the times of the buses.",
            cannot_change="How much money there is this year.",
            who_decides="The council, on 14 January.",
            promise="Everybody who came gets an answer to every question.",
        ),
        "agreed": ConsentTerms(share=True),
        "guests": by_id(guests),
        "slots": by_id(the_slots()),
        "rooms": by_id(
            Room(id=f"r{at}", name=name, seats=seats, offers=offers)
            for at, (name, seats, offers) in enumerate(ROOMS)
        ),
        "topics": by_id(topics),
        "interest": {
            f"i{at}": Interest(id=f"i{at}", topic=topic.id, count=18 - at)
            for at, topic in enumerate(topics)
        },
        "reports": {
            topic.id: Report(id=topic.id, came=17 - at, read_back=at % 3 != 2)
            for at, topic in enumerate(topics[:8])
        },
        "tables": by_id(tables),
        "rounds": by_id(rounds),
        "seats": {seat.id: seat for seat in the_seats(60, 7, 2)},
        "groups": by_id(
            [HarvestGroup(id="h1", title="Getting home"), HarvestGroup(id="h2", title="Choosing")]
        ),
        "voices": by_id(the_lines(8)),
        "answers": by_id(
            [
                Answer(
                    id="a1", about="t1", text="From April people meet three workers and choose.",
                    who="The council", by_when=date(2027, 4, 1),
                ),
                Answer(
                    id="a2", about="h1", text="The 14 will run until nine on trial.",
                    who="Hopeford Buses", by_when=date(2027, 3, 1),
                ),
                Answer(id="a3", text="Thank you for a long day of plain words.", who="The council"),
            ]
        ),
    }  # fmt: skip
    return Event(id="k7f3q2", begun=MOMENT, updated=MOMENT, **{**whole, **changes})


HOSTILE = "<script>alert('x')</script> =1+1 \u202e⚡ ]]> %s {name} \\n & “quoted”"
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 12
URDU = "ہم مل کر فیصلہ کرتے ہیں کہ کون ہماری مدد کرے"


def a_hostile_day(words: str = f"{HOSTILE} {LONG_WORD}", language: str = "en") -> Event:
    """Return a full day in which everything that people type is this."""
    line, day = words[:300], a_day()
    update: dict[str, Any] = {
        "about": day.about.model_copy(
            update={
                "title": line, "question": words, "place": line, "sponsor": line,
                "language": language,
            }
        ),
        "limits": Limits(**dict.fromkeys(Limits.model_fields, words)),
    }  # fmt: skip
    fields = {
        "guests": "name", "slots": "title", "rooms": "name", "topics": "title", "tables": "name",
        "rounds": "question", "groups": "title", "voices": "text", "answers": "text",
    }  # fmt: skip
    for collection, name in fields.items():
        typed = words if name in {"text", "question"} else line
        update[collection] = {
            key: record.model_copy(update={name: typed})
            for key, record in getattr(day, collection).items()
        }
    update["topics"] = {
        key: topic.model_copy(update={"convenor": line}) for key, topic in update["topics"].items()
    }
    update["tables"] = {
        key: table.model_copy(update={"question": words, "languages": (line,)})
        for key, table in update["tables"].items()
    }
    return day.model_copy(update=update)


def a_day_in_urdu() -> Event:
    """Return a full day whose words and pages are read from the right."""
    return a_hostile_day(URDU, "ur")


def a_crowded_day(guests: int = 200, tables: int = 25, topics: int = 40) -> Event:
    """Return a day with very many people, tables, topics, rooms and lines."""
    day = a_day()
    slots = the_slots()
    times = [slot.id for slot in slots if slot.kind is SlotKind.TALKS]
    rooms = [Room(id=f"r{at}", name=f"Room {at}", seats=20) for at in range(12)]
    many = [
        Topic(
            id=f"t{number}",
            title=TOPICS[number % len(TOPICS)][0],
            number=number,
            slot=times[number % 3],
            room=f"r{number % 12}",
        )
        for number in range(1, topics + 1)
    ]
    return day.model_copy(
        update={
            "guests": by_id(Guest(id=f"g{number}") for number in range(1, guests + 1)),
            "rooms": by_id(rooms),
            "topics": by_id(many),
            "tables": by_id(CafeTable(id=f"c{number}", seats=8) for number in range(1, tables + 1)),
            "seats": {seat.id: seat for seat in the_seats(guests, tables, 2)},
            "voices": by_id(the_lines(topics)),
        }
    )


def a_day_of_one_table() -> Event:
    """Return a café of one table and one round."""
    day = a_day()
    return day.model_copy(
        update={
            "guests": by_id([Guest(id="g1"), Guest(id="g2", name="Otis")]),
            "tables": by_id([CafeTable(id="c1")]),
            "rounds": by_id([Round(id="k1")]),
            "seats": {seat.id: seat for seat in the_seats(2, 1, 1)},
            "topics": {},
            "rooms": {},
            "slots": {},
        }
    )


def an_empty_day(method: str = "open-space") -> Event:
    """Return a day with nothing in it yet."""
    return Event(id="k7f3q2", begun=MOMENT, updated=MOMENT, about=AboutEvent(method=method))
