"""Consultations of a real size, all invented: hundreds of comments on a hospital, and a plan."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from path_planner.domain.base import Record
from path_planner.domain.people import Role
from path_planner.domain.vision.plan import Action, Outcome, ResponsibleParty
from path_planner.domain.vision.sources import (
    ConsentTerms,
    MissingGroup,
    SharedVoice,
    Source,
    SourceKind,
    StakeholderGroup,
)
from path_planner.domain.vision.theme import Cause, Disagreement, Side, Theme, ThemeAssignment
from path_planner.domain.vision.vision import AboutVision, Limits, Member, Vision
from path_planner.domain.vision.voting import Ballot, Method, Priority, VoteRound
from path_planner.domain.voice import Share
from tests.exports.visions import MOMENT

TOPICS = (
    ("Waiting", "wait", "clock", ("waiting", "the waiting room", "the queue", "my appointment")),
    ("Staff", "staff", "helping-hands", ("the nurses", "the staff", "the doctor", "reception")),
    ("Talking to us", "talk", "conversation", ("the letter", "the phone call", "explaining")),
    ("Parking", "park", "car", ("parking", "the car park", "the ticket machine", "blue badges")),
    ("Food", "food", "", ("the food", "breakfast", "the menu", "hot drinks")),
    ("Clean wards", "clean", "", ("the ward", "the toilets", "cleaning", "the beds")),
    ("Going home", "home", "house", ("going home", "my discharge", "the medicines", "transport")),
    ("Night and noise", "night", "", ("the night", "the noise", "the lights", "other visitors")),
    ("Getting there", "bus", "bus", ("the bus", "the taxi", "the way in", "the signs")),
    ("Pain", "pain", "", ("my pain", "the tablets", "the injection", "pain relief")),
    ("Families", "family", "family", ("my family", "visiting", "my carer", "my mother")),
    ("Records", "record", "", ("my records", "my notes", "the results", "the blood test")),
    ("Privacy", "private", "lock", ("the curtain", "privacy", "the gown", "being overheard")),
    ("Equipment", "tools", "", ("the wheelchair", "the hoist", "the scanner", "the lift")),
)
SAYINGS = (
    "{it} took far too long and nobody told me why.",
    "I was worried about {it} and I did not know who to ask.",
    "{it} was much better than last year, and I want it to stay like that.",
    "Please look at {it}: it is hard for people like me.",
    "What helped me most was {it}, because somebody took the time.",
    "I would change {it}. It made a bad day worse for me and for my son.",
    "{it} should be easier for people who cannot see well or who use a wheelchair.",
    "Nobody asked me about {it}, and I had a lot to say.",
    "Very kind about {it}.",
    "{it} is good in the morning and bad after four o'clock, every day that I was there.",
)
NOBODY = ("Nothing.", "n/a", "Nuffin…", "None", "-")
ROLES = (Role.OTHER, Role.OTHER, Role.SELF_ADVOCATE, Role.FAMILY, Role.PROFESSIONAL)
DAYS = (date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 9))


@cache
def consultation(comments: int, *, paths: int = 0, easy: int = 6) -> Vision:
    """Return a survey of so many comments, and PATHs beside it, with its plan."""
    chance = Random(comments * 1000 + paths)  # noqa: S311 # a test, not a secret
    sources = [*_days(comments), *_paths(paths)]
    voices = [*_comments(comments, chance), *_said(paths, chance)]
    placings = list(_placings(voices, chance))
    themed = {one.voice for one in placings}
    alone = [one.id for one in voices if one.id not in themed][: comments // 12]
    voices = [one.model_copy(update={"alone": True}) if one.id in alone else one for one in voices]
    return Vision(
        id="vhospital",
        revision=9,
        begun=MOMENT,
        updated=MOMENT,
        about=ABOUT,
        limits=LIMITS,
        **{
            name: {one.id: one for one in records}
            for name, records in {
                "sources": sources,
                "voices": voices,
                "placings": placings,
                **_findings(placings, easy),
                **_plan(),
            }.items()
        },
    )


ABOUT = AboutVision(
    title="A hospital that listens",
    community="Harbour Valley",
    made_by="The Harbour Valley patients’ group, with four self-advocates and two nurses.",
    contact="Ring 01632 960 199 on weekdays, or write to Harbour House, 1 Quay Street.",
    summary=(
        "People told us what it is like to come to Harbour Valley hospital. "
        "Waiting without being told why matters most to them."
    ),
    vision=(
        "I know how long I will wait, and why.\nSomebody asks me what I need.\n"
        "I go home with the right medicines."
    ),
    easy="I know how long I wait. People ask me what I need. I go home with my medicine.",
    how="A survey after each visit, on paper and by phone, for three days in March.",
    next_look=date(2027, 5, 3),
)
LIMITS = Limits(
    can_change="How waiting is explained, and what stands in the waiting room.",
    cannot_change="How many beds there are this year.",
    who_decides="The board of the hospital, with the patients’ group.",
    budget="30,000 pounds in 2027.",
    promise="We tell everybody who answered what was done by May.",
)


def _days(comments: int) -> list[Source]:
    """Return the sources of one survey that was held on several days."""
    return [
        Source(
            id=f"day{n}",
            what=SourceKind.WRITTEN,
            file="survey",
            held_on=day,
            place="Harbour Valley hospital",
            group="People who came to the hospital",
            people=comments,
            agreed=ConsentTerms(share=True),
            order=n,
        )
        for n, day in enumerate(DAYS)
    ]


def _paths(paths: int) -> list[Source]:
    return [
        Source(
            id=f"path{n}",
            what=SourceKind.PATH,
            held_on=date(2026, 4, 1 + n % 28),
            place="Harbour House",
            group="Self-advocates",
            people=5,
            agreed=ConsentTerms(share=True, drawings=True),
            order=10 + n,
        )
        for n in range(paths)
    ]


def _comments(comments: int, chance: Random) -> Iterator[SharedVoice]:
    for n in range(comments):
        empty = n % 40 == 7
        yield SharedVoice(
            id=f"q{n}",
            source=f"day{n % len(DAYS)}",
            text=NOBODY[n % len(NOBODY)] if empty else _words(chance, n),
            share=Share.THEME if n % 23 == 5 else Share.QUOTE,
            speaker=f"p{n * 5 // 6}",
            role=ROLES[n % len(ROLES)],
            language="en",
            checked=True,
            order=n,
        )


def _words(chance: Random, n: int) -> str:
    _name, _key, _picture, things = TOPICS[_topic(n)]
    said = [chance.choice(SAYINGS).format(it=chance.choice(things))]
    if n % 4 == 0:
        said.append(chance.choice(SAYINGS).format(it=chance.choice(things)))
    return " ".join(words[0].upper() + words[1:] for words in said)


def _topic(n: int) -> int:
    """Return the topic of a comment: the first ones have many more than the last ones."""
    return min(n * 7919 % 97 * len(TOPICS) // 97, (n * 104729 % 89) * len(TOPICS) // 89)


def _said(paths: int, chance: Random) -> Iterator[SharedVoice]:
    for path in range(paths):
        for n in range(6):
            yield SharedVoice(
                id=f"s{path}-{n}",
                source=f"path{path}",
                text=_words(chance, path * 6 + n),
                share=Share.QUOTE,
                speaker=f"p{n % 3}",
                role=Role.PATHFINDER if n % 3 == 0 else Role.FAMILY,
                language="en",
                checked=True,
                order=n,
            )


def _placings(voices: list[SharedVoice], chance: Random) -> Iterator[ThemeAssignment]:
    for n, voice in enumerate(voices):
        number = int(voice.id[1:]) if voice.id[0] == "q" else n
        if chance.random() < 0.12:
            continue
        theme = f"t{_topic(number)}"
        yield ThemeAssignment(id=f"{voice.id}-{theme}", voice=voice.id, theme=theme)
        if number % 9 == 0 and theme != "t1":
            yield ThemeAssignment(id=f"{voice.id}-t1", voice=voice.id, theme="t1")


def _findings(placings: list[ThemeAssignment], easy: int) -> dict[str, list[Record]]:
    waiting = [one.voice for one in placings if one.theme == "t0"]
    themes = [
        Theme(
            id=f"t{n}",
            name=name,
            statement=f"I want the hospital to get {name.lower()} right, and to ask us about it.",
            easy=f"We want {things[0]} to be better." if n < easy else "",
            picture=picture,
            order=n,
        )
        for n, (name, _key, picture, things) in enumerate(TOPICS)
    ]
    causes = [
        Cause(id=f"c{n}", theme=f"t{n}", text="Two services do not tell each other.", order=n)
        for n in range(5)
    ]
    differ = Disagreement(
        id="d1",
        about="Should there be music in the waiting room?",
        theme="t0",
        one=Side(words="Music helps people who are afraid.", voices=tuple(waiting[:4])),
        other=Side(words="Music is too much for some of us.", voices=tuple(waiting[4:8])),
        what_next="Try one quiet room.",
    )
    unheard = [
        MissingGroup(
            id="u1",
            who="People who do not read English",
            why="The survey was in English only.",
            what_next="Ask with an interpreter in April.",
        ),
        MissingGroup(id="u2", who="People under 18", why="Nobody asked them."),
    ]
    return {
        "themes": themes,
        "causes": causes,
        "disagreements": [differ],
        "unheard": unheard,
        "steering": [
            Member(id="m1", name="Bo Larch", role=Role.SELF_ADVOCATE, leads=True, printed=True),
            Member(id="m2", name="Ivy Stone", role=Role.PROFESSIONAL),
        ],
    }


_WORK = (
    ("Say how long the wait is, and why", 0),
    ("Ask everybody what they need", 1),
    ("Letters that people understand", 2),
    ("Parking with a blue badge", 3),
    ("Medicines ready before people go home", 6),
    ("Quiet nights", 7),
    ("A bus that stops at the door", 8),
    ("Curtains that close", 12),
)
_CHOSEN = 6


def _plan() -> dict[str, list[Record]]:
    priorities = [
        Priority(
            id=f"p{n}",
            title=title,
            easy="" if n % 2 else title,
            themes=(f"t{theme}",),
            why="Many people said it.",
            chosen=n < _CHOSEN,
            order=n,
        )
        for n, (title, theme) in enumerate(_WORK)
    ]
    actions = [
        Action(
            id=f"a{n}",
            priorities=(f"p{n % _CHOSEN}",),
            doer=list(ResponsibleParty)[n % 3],
            what=(
                "Put up a board that says how long people will wait and why, "
                f"and try it on ward {n + 1} first."
            ),
            easy="Put up a board.",
            who=("The ward sister", "Harbour Buses", "")[n % 3],
            by_when=date(2027, 1 + n % 12, 1) if n % 5 else None,
            resources="2,000 pounds" if n % 2 else "",
            how_we_know="People say they knew how long they would wait.",
            order=n,
        )
        for n in range(11)
    ]
    outcomes = [
        Outcome(
            id=f"o{n}",
            priorities=(f"p{n}",),
            statement="I know how long I will wait.",
            measure="Nine in ten people say so in the survey",
            chosen_by="The patients’ group",
            now="4 in 10",
            hoped="9 in 10",
            order=n,
        )
        for n in range(_CHOSEN)
    ]
    options = tuple(one.id for one in priorities)
    votes = [
        VoteRound(id="r1", method=Method.DOTS, options=options, open=False, order=1),
        VoteRound(id="r2", method=Method.FISTS, options=options, open=False, order=2),
    ]
    groups = (StakeholderGroup.LIVED, StakeholderGroup.FAMILY, StakeholderGroup.PROFESSIONAL)
    ballots = [
        Ballot(
            id=f"b{n}",
            round="r1",
            standing=groups[n % 3],
            given={options[n % 4]: 2, options[n * 5 % 8]: 1},
        )
        for n in range(24)
    ]
    ballots += [
        Ballot(
            id=f"f{n}",
            round="r2",
            standing=groups[n % 3],
            people=2 + n % 5,
            given={option: (n + place) % 6 for place, option in enumerate(options)},
        )
        for n in range(6)
    ]
    return {
        "priorities": priorities,
        "actions": actions,
        "outcomes": outcomes,
        "votes": votes,
        "ballots": ballots,
    }
