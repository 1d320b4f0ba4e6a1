"""Small sessions to test with: fictional people, fixed times."""

from datetime import UTC, date, datetime
from typing import Any

from path_planner.domain.commitment import Commitment
from path_planner.domain.marks import Sketch, Stroke
from path_planner.domain.people import Pathfinder, Person, Role
from path_planner.domain.session import About, AgreementLine, Session
from path_planner.domain.voice import Voice

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def a_person(person_id: str = "robin", **facts: Any) -> Person:
    """Return somebody fictional."""
    return Person(id=person_id, name=facts.pop("name", person_id.title()), **facts)


def a_voice(voice_id: str = "v1", stage: str = "dream", **facts: Any) -> Voice:
    """Return something that was said."""
    return Voice(
        id=voice_id, stage=stage, text=facts.pop("text", "I am growing sunflowers."), **facts
    )


def a_commitment(commitment_id: str = "c1", stage: str = "first_steps", **facts: Any) -> Commitment:
    """Return a commitment."""
    return Commitment(
        id=commitment_id, stage=stage, what=facts.pop("what", "Ring the allotment"), **facts
    )


def a_session(**collections: Any) -> Session:
    """Return a session with Robin, one voice, one step, one sketch of two strokes."""
    robin = a_person("robin", role=Role.PATHFINDER)
    whole: dict[str, Any] = {
        "people": {"robin": robin, "asha": a_person("asha", role=Role.FRIEND)},
        "voices": {"v1": a_voice(said_by="robin")},
        "commitments": {"c1": a_commitment(who="asha", coach="robin", by_when=date(2026, 12, 1))},
        "agreement": {"p1": AgreementLine(id="p1", text="One voice at a time.")},
        "marks": {
            "s1": Sketch(id="s1", stage="dream", by="robin", words="A garden"),
            "k1": Stroke(id="k1", stage="dream", sketch="s1", points=(0, 0, 10, 10), order=1),
            "k2": Stroke(id="k2", stage="dream", sketch="s1", points=(5, 5, 9, 2), order=2),
        },
    }
    about = About(
        title="Robin’s PATH",
        pathfinder=Pathfinder(name="Robin", person="robin"),
        held_on=date(2026, 11, 22),
        place="Little Hopeford",
    )
    return Session(
        **{"id": "k7f3q2", "begun": NOON, "updated": NOON, "about": about, **whole, **collections}
    )
