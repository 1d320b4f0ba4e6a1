"""Tablecloths: adding never rubs out. Three writers at once, in random order, at random states."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest

from path_planner.analysis.cafe import ink_of_cloth, is_locked, lines_of_cloth, open_round
from path_planner.analysis.event_lines import Readers
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Mark, Pen, Stroke
from path_planner.domain.voice import Share
from path_planner.errors import (
    InkStays,
    PlannerError,
    RoundIsOver,
    UnknownRecord,
    WordsStay,
)
from path_planner.exports.base import EventOptions
from path_planner.exports.registry import EVENT_EXPORTS
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.cafe import begin_round, remove_round, remove_table
from path_planner.services.event.cloth import (
    draw,
    move_words,
    put_stroke,
    take_back_line,
    take_back_strokes,
    write_words,
)
from path_planner.services.event.contributions import (
    annotate,
    answer,
    contribute,
    set_share,
    strike,
)
from path_planner.services.event.harvest import add_group
from path_planner.storage.store_registry import open_event_store
from tests.domain.builders import NOON
from tests.services.event.cafes import Cafe, a_cafe, a_stored_cafe

LINE = (Pen(), (10.0, 10.0, 40.0, 20.0))
WRITERS = ("asha", "robin", "wen")


@pytest.fixture
def cafe() -> Cafe:
    """Return a café of two tables."""
    return a_stored_cafe()


def test_a_stroke_stands_on_the_cloth_of_its_table_and_round(cafe: Cafe) -> None:
    event = cafe.does(draw(cafe.at(), "t1", "r1", [LINE, LINE]))
    strokes = ink_of_cloth(event, "t1")
    assert [stroke.points for stroke in strokes] == [LINE[1]] * 2
    assert {stroke.stage for stroke in strokes} == {cloth_stage("t1", "r1")}
    assert ink_of_cloth(event, "t2") == []


def test_a_round_is_written_in_until_the_next_one_begins(cafe: Cafe) -> None:
    first = open_round(cafe.event)
    assert first is not None
    assert first.id == "r1"
    cafe.does(begin_round(cafe.at(), "r1"))
    cafe.clock.move(minutes=30)
    assert not is_locked(cafe.event, "r1")
    cafe.does(begin_round(cafe.at(), "r2"))
    assert is_locked(cafe.event, "r1")
    with pytest.raises(RoundIsOver):
        draw(cafe.at(), "t1", "r1", [LINE])
    with pytest.raises(RoundIsOver):
        draw(cafe.at(), "t1", "r3", [LINE])


@pytest.mark.parametrize(("table", "round_id"), [("t9", "r1"), ("t1", "r9"), ("", "")])
def test_a_stroke_needs_a_table_and_a_round(cafe: Cafe, table: str, round_id: str) -> None:
    with pytest.raises(UnknownRecord):
        draw(cafe.at(), table, round_id, [LINE])


def test_own_ink_is_taken_back_and_that_of_others_stays(cafe: Cafe) -> None:
    mine = cafe.does(draw(cafe.at("asha"), "t1", "r1", [LINE]))
    (stroke,) = ink_of_cloth(mine, "t1")
    with pytest.raises(InkStays):
        take_back_strokes(cafe.at("robin"), [stroke.id])
    assert ink_of_cloth(cafe.event, "t1") == [stroke]
    assert not cafe.does(take_back_strokes(cafe.at("asha"), [stroke.id])).marks
    assert take_back_strokes(cafe.at("asha"), [stroke.id, "never"]).changes == ()


def test_own_ink_of_an_earlier_round_stays(cafe: Cafe) -> None:
    cafe.does(begin_round(cafe.at(), "r1"))
    (stroke,) = ink_of_cloth(cafe.does(draw(cafe.at("asha"), "t1", "r1", [LINE])), "t1")
    cafe.does(begin_round(cafe.at(), "r2"))
    with pytest.raises(InkStays):
        take_back_strokes(cafe.at("asha"), [stroke.id])


def test_a_line_is_taken_back_by_the_window_that_added_it(cafe: Cafe) -> None:
    event = cafe.does(contribute(cafe.at("asha"), Part.TABLE, "No bus", table="t1", round="r1"))
    (line,) = lines_of_cloth(event, "t1")
    with pytest.raises(WordsStay):
        take_back_line(cafe.at("robin"), line.id)
    assert lines_of_cloth(cafe.does(take_back_line(cafe.at("asha"), line.id)), "t1") == []


@dataclass
class Cloths:
    """Three writers who each have a state of their own before them, and what must hold."""

    folder: Path
    random: Random
    words: dict[str, str] = field(default_factory=dict)
    """By id: what was said first."""
    ink: dict[str, Stroke] = field(default_factory=dict)
    places: dict[str, Mark] = field(default_factory=dict)
    """By id of a line: where it stands, as its owner put it."""
    owners: dict[str, str] = field(default_factory=dict)
    """By id of a line or stroke: who added it."""
    taken: set[str] = field(default_factory=set)
    """What its owner took back."""

    def __post_init__(self) -> None:
        """Begin a day, and let everybody open it."""
        self.store = open_event_store(str(self.folder))
        self.store.create(a_cafe())
        self.shown = dict.fromkeys(WRITERS, self.newest)
        self.said = 0

    @property
    def newest(self) -> Event:
        """Return the event as it is stored."""
        return self.store.open("k7f3q2").document

    def step(self) -> None:
        """Let one of them do something with the state that they have before them."""
        name = self.random.choice(WRITERS)
        if self.random.random() < 0.5:
            self.shown[name] = self.newest
        context = EventContext(self.store, self.shown[name], by=name)
        before = self.shown[name]
        do = self.random.choice(
            (self.speak, self.speak, self.reply, self.scribble, self.scribble, self.unsay,
             self.rub, self.note, self.reword, self.move_on, self.clear, self.sort_out,
             self.speak_there, self.speak_there, self.push, self.redraw, self.redraw, self.unsay,
             self.rub, self.rub)
        )  # fmt: skip
        try:
            after = do(context)
        except PlannerError:
            return
        self.shown[name] = after.document
        for change in after.changes:
            if change.record is None and change.collection in ("voices", "marks"):
                assert self.owners[change.id] == name, "only its owner takes something back"
                self.taken.add(change.id)
            elif change.id not in self.owners and change.collection == "voices":
                self.words[change.id] = after.document.voices[change.id].text
                self.owners[change.id] = name
            elif change.collection == "marks":
                mark = after.document.marks[change.id]
                if change.id in before.marks:
                    assert self.owners[change.id] == name, "only its owner moves something"
                if isinstance(mark, Stroke):
                    self.ink[change.id] = mark
                    # Undo puts a stroke back under its id.
                    self.taken.discard(change.id)
                    self.owners.setdefault(change.id, name)
                else:
                    self.places[change.id] = mark

    def speak(self, context: EventContext) -> EventResult:
        """Write a line on a cloth, or one of the harvest."""
        self.said += 1
        part = self.random.choice((Part.TABLE, Part.TABLE, Part.HARVEST))
        return contribute(context, part, f"canary-{self.said:04}-words", table=self.table())

    def reply(self, context: EventContext) -> EventResult:
        """Answer somebody's line."""
        self.said += 1
        return answer(context, self.line(context), f"canary-{self.said:04}-words")

    def scribble(self, context: EventContext) -> EventResult:
        """Draw something."""
        points = tuple(float(self.random.randrange(1000)) for _ in range(4))
        now = open_round(context.document)
        return draw(context, self.table(), now.id if now else "", [(Pen(), points)])

    def speak_there(self, context: EventContext) -> EventResult:
        """Write words at a place of the cloth, under an id of one's own or of somebody else."""
        self.said += 1
        taken = [*context.document.voices, *context.document.marks]
        own = f"own{self.said:04}"
        record = self.random.choice([own, own, own, *taken[:1]])
        at = (float(self.random.randrange(1500)), float(self.random.randrange(900)))
        return write_words(context, self.table(), record, f"canary-{self.said:04}-words", at)

    def push(self, context: EventContext) -> EventResult:
        """Try to move words, whoever wrote them."""
        return move_words(context, self.line(context), (700.0, 300.0), 1.2)

    def redraw(self, context: EventContext) -> EventResult:
        """Draw under an id of one's own, or try to do so under that of other ink or words."""
        known = self.random.choice([*context.document.marks, *context.document.voices, "none"])
        self.said += 1
        record = self.random.choice([f"ink{self.said:04}", known])
        points = tuple(float(self.random.randrange(1000)) for _ in range(4))
        return put_stroke(context, self.table(), Stroke(id=record, stage="any", points=points))

    def unsay(self, context: EventContext) -> EventResult:
        """Try to take a line back, one's own or of whomever."""
        mine = [key for key in context.document.voices if self.owners[key] == context.by]
        own = mine if self.random.random() < 0.5 else []
        return take_back_line(context, self.random.choice(own or [self.line(context)]))

    def rub(self, context: EventContext) -> EventResult:
        """Try to rub out a stroke, whoever drew it."""
        return take_back_strokes(context, [self.random.choice([*context.document.marks, "none"])])

    def note(self, context: EventContext) -> EventResult:
        """Strike a line, or change how far it may be shared."""
        if self.random.random() < 0.5:
            return strike(context, self.line(context), "It was last year")
        return set_share(context, self.line(context), self.random.choice(list(Share)))

    def reword(self, context: EventContext) -> EventResult:
        """Try to change what somebody said, by the use case or behind its back."""
        line = self.line(context)
        if self.random.random() < 0.5:
            return annotate(context, line, text="Something else")
        voices = dict(context.document.voices)
        if line in voices:
            voices[line] = voices[line].model_copy(update={"text": "Something else"})
        context.keep(context.document.model_copy(update={"voices": voices}))
        return EventResult(self.newest)

    def move_on(self, context: EventContext) -> EventResult:
        """Begin a round."""
        return begin_round(context, self.random.choice(("r1", "r2", "r3")))

    def clear(self, context: EventContext) -> EventResult:
        """Try to remove a table or a round."""
        if self.random.random() < 0.5:
            return remove_table(context, self.table())
        return remove_round(context, self.random.choice(("r1", "r2")))

    def sort_out(self, context: EventContext) -> EventResult:
        """Group what was said."""
        return add_group(context, "A group", list(context.document.voices)[:3])

    def table(self) -> str:
        """Return a table."""
        return self.random.choice(("t1", "t2"))

    def line(self, context: EventContext) -> str:
        """Return a line that this writer has before them, or one that is nowhere."""
        return self.random.choice([*context.document.voices, "none"])

    def check(self) -> None:
        """Nothing was changed, nothing is missing but what its owner took back, which is gone."""
        event = self.newest
        expected = {key: text for key, text in self.words.items() if key not in self.taken}
        assert {key: line.text for key, line in event.voices.items()} == expected
        kept = {key: stroke for key, stroke in self.ink.items() if key not in self.taken}
        places = {key: card for key, card in self.places.items() if key not in self.taken}
        assert dict(event.marks) == {**kept, **places}
        self.store.checkpoint_all()
        gone = [self.words[key] for key in self.taken if key in self.words]
        stored = [file.read_bytes() for file in self.folder.rglob("*") if file.is_file()]
        assert any(b'"voices"' in content for content in stored)
        options = EventOptions(on=NOON.date(), audience=Readers.CIRCLE)
        stored += [EVENT_EXPORTS.find("csv").render(event, options)]
        for words in gone:
            assert not [content for content in stored if words.encode() in content]
        for revision in self.store.history(event.id):
            earlier = self.store.at_revision(event.id, revision.revision)
            assert not {line.text for line in earlier.voices.values()} & set(gone)


@pytest.mark.slow
def test_whatever_three_writers_do_words_and_ink_stay(
    tmp_path: Path, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is tested is not whether it survives a loss of power.
    for name in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, name, lambda _file: None)
    long = pytestconfig.getoption("long")
    taken = stayed = 0
    for number in range(10_000 if long else 40):
        cloths = Cloths(tmp_path / str(number), Random(number))  # noqa: S311
        for _step in range(cloths.random.randrange(5, 40)):
            cloths.step()
        cloths.check()
        rmtree(cloths.folder)
        taken += len(cloths.taken)
        stayed += len(cloths.words) + len(cloths.ink) - len(cloths.taken)
    assert taken > number // 2
    assert stayed > 3 * number
