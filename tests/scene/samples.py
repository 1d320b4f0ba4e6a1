"""Fictional sessions for tests of posters: nobody in them exists."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from math import cos, pi, sin

from path_planner.domain.commitment import Commitment, Status
from path_planner.domain.marks import Mark, Pen, Sketch, Stroke
from path_planner.domain.people import Pathfinder, Person, Role
from path_planner.domain.session import About, AgreementLine, Columns, Consent, Session
from path_planner.domain.voice import Expressed, Share, Voice
from path_planner.processes import find

SAID = {
    "dream": (
        "I live by the sea with a dog called Biscuit.",
        "I sing in a choir and people clap.",
        "My own front door, painted green.",
        "Friends come round on Fridays. We cook together and it smells of garlic and bread.",
        "I paint every morning.",
        "I am loved.",
        "I teach other people how to look after bees.",
        "Nobody talks over me.",
    ),
    "goal": (
        "In March we found a flat near the harbour, and I chose the curtains.",
        "I have joined the Saltmarsh Singers. We sang at the summer fair in July.",
        "Tomas and I have been to the seaside four times.",
        "I felt proud in September, when my pictures hung in the library.",
        "I have learnt to take the number nine bus by myself.",
        "We have eaten together every Friday.",
    ),
    "now": (
        "Tired.",
        "I share a room and I cannot sleep.",
        "The bus is hard. Too many people.",
        "I like my Thursdays.",
        "Mum worries. She tells me so.",
        "Waiting. Always waiting for somebody to ring back.",
        "Loud",
    ),
    "enrol": (
        "We need somebody who knows about housing.",
        "Is there a choir that would have me?",
        "People who have done it themselves.",
    ),
    "strengthen": (
        "Every week I walk along the river with Tomas.",
        "We say what went well before we say what did not.",
        "Enough sleep. No meetings before ten.",
        "A photo album of good days.",
        "We laugh together.",
    ),
    "first_steps": (
        "Small steps, and a party when each is done.",
        "Nobody carries this alone.",
    ),
}
STEPS = (
    ("Ring the Harbour Homes office and ask for the list", True),
    ("Walk past the choir hall on Tuesday and look in", True),
    ("Ask the library about hanging pictures", False),
    ("Buy a bus map and try one stop", True),
    ("Write to cousin Ilse", False),
)
ENROLLED = (
    "finding a flat",
    "going to the sea",
    "Friday cooking",
    "keeping the diary",
    "choir lifts",
)
PEOPLE = (
    ("Asha Marrow", Role.PATHFINDER),
    ("Tomas Marrow", Role.FAMILY),
    ("Ngozi Wren", Role.FRIEND),
    ("Bronwen ap Llŷr", Role.NEIGHBOUR),
    ("Piotr Żółkowski", Role.SUPPORTER),
    ("Fern Okafor-Lind", Role.PROFESSIONAL),
    ("Idris Vale", Role.PROCESS_FACILITATOR),
    ("Marigold Tse", Role.GRAPHIC_FACILITATOR),
)
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def session(
    voices: int = 40,
    *,
    sketches: int = 5,
    process: str = "path6",
    columns: Columns = Columns.NEAR_TO_FAR,
    texts: tuple[str, ...] = (),
) -> Session:
    """Build a session with so many voices, spread over the stages as groups do."""
    people = {
        f"p{place}": Person(id=f"p{place}", name=name, role=role, order=place, present=place != 5)
        for place, (name, role) in enumerate(PEOPLE)
    }
    return Session(
        id="k7f3q2",
        begun=NOON,
        updated=NOON,
        about=About(
            title="Asha’s way to the sea",
            pathfinder=Pathfinder(name="Asha", person="p0"),
            process=process,
            held_on=date(2026, 11, 21),
            place="Hilltop Hall, Saltmarsh",
            columns=columns,
            leaving_words="hopeful, seen, tired in a good way, ready",
        ),
        consent=Consent(keep=True, share=True, photos=False, review_on=date(2027, 2, 20)),
        people=people,
        agreement={
            f"a{place}": AgreementLine(id=f"a{place}", text=text, order=place)
            for place, text in enumerate(
                ("Asha speaks first.", "One voice at a time.", "We may all say no.", "Phones rest.")
            )
        },
        voices={voice.id: voice for voice in _voices(voices, process, texts)},
        commitments={each.id: each for each in _commitments(voices, process)},
        marks={mark.id: mark for mark in _marks(sketches)},
    )


def blank() -> Session:
    """Build a session in which nothing has been said."""
    return Session(id="empty1", begun=NOON, updated=NOON)


def _voices(count: int, process: str, texts: tuple[str, ...]) -> Iterator[Voice]:
    stages = [stage.id for stage in find(process).stages]
    for place in range(count):
        stage = stages[place % len(stages)]
        said = SAID.get(stage, SAID["first_steps"])
        text = texts[place % len(texts)] if texts else said[place // len(stages) % len(said)]
        yield Voice(
            id=f"v{place}",
            stage=stage,
            text=text,
            said_by=f"p{place % 5}" if place % 7 else None,
            supported_by="p4" if place % 11 == 3 else None,
            expressed=Expressed.OBSERVED if place % 19 == 5 else Expressed.SAID,
            share=Share.PRIVATE if place % 23 == 22 else Share.CIRCLE,
            order=place,
        )


def _commitments(voices: int, process: str) -> Iterator[Commitment]:
    if not voices:
        return
    count = min(5, max(2, voices // 6))
    last = find(process).stages[-1].id
    for place in range(count):
        yield Commitment(
            id=f"e{place}",
            stage="enrol",
            who=f"p{place + 1}",
            what=ENROLLED[place],
            said_yes=place % 3 != 2,
            order=place,
        )
        what, yes = STEPS[place]
        yield Commitment(
            id=f"s{place}",
            stage=last,
            who=f"p{place}",
            what=what,
            by_when=date(2026, 12, 1 + 3 * place),
            coach=f"p{(place + 2) % 5}",
            said_yes=yes,
            status=Status.DONE if place == 0 else Status.OPEN,
            order=place,
        )


def _marks(sketches: int) -> Iterator[Mark]:
    drawings = (_house, _sun, _face, _tree, _wave)
    stages = ("dream", "goal", "now", "strengthen", "dream")
    words = (
        "A house by the sea with a green door",
        "",
        "A tired face",
        "A tree with deep roots",
        "",
    )
    for place in range(sketches):
        key = f"d{place}"
        which = place % len(drawings)
        yield Sketch(id=key, stage=stages[which], by="p7", words=words[which], order=place)
        for line, (colour, width, opacity, points) in enumerate(drawings[which]()):
            yield Stroke(
                id=f"{key}-{line}",
                stage=stages[which],
                sketch=key,
                by="p7",
                pen=Pen(colour=colour, width=width, opacity=opacity),
                points=points,
                order=line,
            )


Line = tuple[str, float, float, tuple[float, ...]]


def _path(*corners: tuple[float, float]) -> tuple[float, ...]:
    """Return points along the corners, as close as a pen leaves them."""
    found: list[float] = []
    for (x, y), (to_x, to_y) in pairwise(corners):
        for step in range(12):
            part = step / 12
            found += [
                x + (to_x - x) * part + 2 * sin(step + x),
                y + (to_y - y) * part + 2 * cos(step + y),
            ]
    return (*found, *corners[-1])


def _arc(
    x: float, y: float, radius: float, first: float = 0, last: float = 2 * pi
) -> tuple[float, ...]:
    steps = [first + (last - first) * step / 40 for step in range(41)]
    return tuple(each for at in steps for each in (x + radius * cos(at), y + radius * sin(at)))


def _house() -> Iterator[Line]:
    yield (
        "#FFD54A",
        40,
        0.45,
        _path((330, 250), (560, 250), (560, 330), (330, 330), (330, 400), (560, 400)),
    )
    yield (
        "#1E2430",
        8,
        1,
        _path((300, 430), (300, 220), (450, 100), (600, 220), (600, 430), (300, 430)),
    )
    yield "#1F6B33", 10, 1, _path((420, 430), (420, 310), (490, 310), (490, 430))
    yield "#1B4B8F", 8, 1, _path((520, 250), (570, 250), (570, 300), (520, 300), (520, 250))
    yield "#1B4B8F", 9, 1, _path((120, 460), (200, 445), (280, 462), (700, 446), (800, 462))


def _sun() -> Iterator[Line]:
    yield "#B3261E", 10, 1, _arc(450, 250, 90)
    for step in range(8):
        x, y = cos(step * pi / 4), sin(step * pi / 4)
        yield "#B3261E", 8, 1, _path((450 + 115 * x, 250 + 115 * y), (450 + 170 * x, 250 + 170 * y))


def _face() -> Iterator[Line]:
    yield "#1E2430", 9, 1, _arc(300, 260, 120)
    yield "#1E2430", 9, 1, _arc(260, 230, 10)
    yield "#1E2430", 9, 1, _arc(340, 230, 10)
    yield "#5B2A86", 9, 1, _arc(300, 360, 60, pi * 1.15, pi * 1.85)


def _tree() -> Iterator[Line]:
    yield "#6B3E1B", 16, 1, _path((450, 450), (446, 300), (452, 200))
    yield "#6B3E1B", 9, 1, _path((450, 440), (380, 480), (320, 470))
    yield "#6B3E1B", 9, 1, _path((450, 440), (520, 485), (590, 470))
    for x, y in ((400, 170), (450, 110), (510, 170), (450, 190)):
        yield "#1F6B33", 9, 1, _arc(x, y, 62)


def _wave() -> Iterator[Line]:
    for row in range(3):
        corners = [(120 + 60 * step, 200 + 70 * row + (step % 2) * 36) for step in range(11)]
        yield "#1B4B8F", 9, 1, _path(*corners)
