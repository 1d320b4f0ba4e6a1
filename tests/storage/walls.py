"""Windows on one wall that change it at random, with answers that come late, twice, or never."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from path_planner.domain.base import with_fields
from path_planner.domain.diff import Change, apply, diff
from path_planner.domain.marks import (
    Card,
    CardSubject,
    Label,
    Pen,
    Photo,
    Shape,
    ShapeKind,
    Stamp,
    Stroke,
    card_id,
)
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.storage.merge import record_of
from path_planner.storage.protocol import SessionStore
from tests.domain.builders import NOON, a_commitment, a_voice

STAGES = ("dream", "goal", "now", "first_steps")
COLOURS = ("#1E2430", "#B3261E", "#1F6F54")

Make = Callable[[Session], tuple[Change, ...]]


@dataclass
class Intent:
    """What somebody did on a wall: made into changes of the state that the wall has heard of."""

    op_id: str
    make: Make
    sent: tuple[Change, ...] = ()
    base: Session | None = None

    def settled_on(self, heard: Session) -> tuple[Change, ...]:
        """Return the changes to send; once sent they are never other ones."""
        if self.base is None:
            self.base, self.sent = heard, self.make(heard)
        return self.sent


@dataclass
class Wall:
    """A window: what it last heard, and what still waits to be kept."""

    name: str
    store: SessionStore
    heard: Session
    chance: Random
    waiting: list[Intent] = field(default_factory=list)
    made: int = 0

    @property
    def shown(self) -> Session:
        """Return what is on the wall: what was heard, and what waits on top of it."""
        session = self.heard
        for intent in self.waiting:
            session = apply(session, intent.make(session))
        return session

    def edit(self) -> None:
        """Change something in what is shown, and let it wait."""
        self.made += 1
        make = _edit(self.shown, self.chance, f"{self.name}{self.made}")
        self.waiting.append(Intent(f"{self.name}-{self.made}", make))

    def deliver(self, intent: Intent) -> bool:
        """Tell the store of a change; say whether others had gone on meanwhile."""
        changes = intent.settled_on(self.heard)
        base = (intent.base or self.heard).revision
        late = self.store.revision(self.heard.id) > base
        self.store.append(
            self.heard.id,
            changes,
            expected_revision=base,
            op_id=intent.op_id,
            by=self.name,
            at=NOON,
        )
        return late

    def hear(self) -> None:
        """Take in what the store has, by what differs alone."""
        newest = self.store.open(self.heard.id).document
        news = diff(self.heard, newest)
        self.heard = apply(self.heard, news).model_copy(
            update={"revision": newest.revision, "updated": newest.updated}
        )


def _edit(session: Session, chance: Random, fresh: str) -> Make:
    """Do something by chance: something new, something altered, something taken out."""
    kind = chance.randrange(10)
    if kind < 4 or not session.marks:
        return _always(_new(chance, fresh))
    mark = session.marks[chance.choice(sorted(session.marks))]
    if kind == 4:
        return _gone(("marks", mark.id))
    if kind > 6 or not session.voices:
        return _altered("marks", mark.id, _other_looks(mark, chance))
    voice_id = chance.choice(sorted(session.voices))
    if kind == 5:
        return _altered("voices", voice_id, _other_words(chance, fresh))
    return _gone(("voices", voice_id), ("marks", voice_id))


def _always(changes: tuple[Change, ...]) -> Make:
    return lambda _: changes


def _gone(*keys: tuple[str, str]) -> Make:
    def make(session: Session) -> tuple[Change, ...]:
        return tuple(Change(*key, None) for key in keys if record_of(session, *key))

    return make


def _altered(collection: str, record_id: str, fields: dict[str, Any]) -> Make:
    def make(session: Session) -> tuple[Change, ...]:
        record = record_of(session, collection, record_id)
        return (Change(collection, record_id, with_fields(record, **fields)),) if record else ()

    return make


def _other_words(chance: Random, fresh: str) -> dict[str, Any]:
    return chance.choice(
        [{"text": f"Said {fresh}"}, {"share": chance.choice(list(Share))}, {"approved": True}]
    )


def _new(chance: Random, fresh: str) -> tuple[Change, ...]:
    record = _mark(chance, fresh)
    change = Change("marks", record.id, record)
    if not isinstance(record, Card):
        return (change,)
    if record.holds is CardSubject.COMMITMENTS:
        return Change("commitments", fresh, a_commitment(fresh)), change
    return Change("voices", fresh, a_voice(fresh, record.stage, text=f"Said {fresh}")), change


def _mark(chance: Random, fresh: str) -> Any:
    stage = chance.choice(STAGES)
    place = {"x": float(chance.randrange(3200)), "y": float(chance.randrange(2200))}
    whole = {**place, "id": fresh, "stage": stage, "width": 90.0, "height": 60.0}
    kind = chance.randrange(6)
    if kind == 0:
        return _stroke(chance, fresh, stage)
    if kind == 1:
        holds = chance.choice([CardSubject.VOICES, CardSubject.COMMITMENTS])
        return Card(id=card_id(holds, fresh), holds=holds, stage=stage, width=300, **place)
    if kind == 2:
        return Shape(form=chance.choice(list(ShapeKind)), **whole)
    if kind == 3:
        return Label(text=f"Label {fresh}", **whole)
    if kind == 4:
        return Stamp(icon="home", **whole)
    return Photo(picture="i1", **whole)


def _stroke(chance: Random, fresh: str, stage: str) -> Stroke:
    points = _points(chance)
    pressures = tuple(0.5 for _ in points[::2]) if chance.random() < 0.5 else ()
    return Stroke(id=fresh, stage=stage, points=points, pressures=pressures)


def _points(chance: Random) -> tuple[float, ...]:
    return tuple(float(chance.randrange(3000)) for _ in range(2 * chance.randint(1, 6)))


def _other_looks(mark: Any, chance: Random) -> dict[str, Any]:
    if chance.random() < 0.3:
        return {"stage": chance.choice(STAGES)}
    if isinstance(mark, Stroke):
        return _other_ink(mark, chance)
    if chance.random() < 0.5 or isinstance(mark, Card):
        return {"x": float(chance.randrange(3200)), "y": float(chance.randrange(2200))}
    return {"turn": chance.random(), "order": float(chance.randrange(50))}


def _other_ink(mark: Stroke, chance: Random) -> dict[str, Any]:
    """Recolour, move, or redraw: points and pressures only fit together."""
    kind = chance.randrange(3)
    if kind == 0:
        return {"pen": Pen(colour=chance.choice(COLOURS))}
    if kind == 1:
        points = tuple(number + 10 for number in mark.points)
        return {"points": points, "pressures": mark.pressures}
    points = _points(chance)
    return {"points": points, "pressures": tuple(chance.random() for _ in points[::2])}
