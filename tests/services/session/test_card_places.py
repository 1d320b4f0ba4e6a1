"""On a PATH with a wall a record and the place of its card are one step, whoever writes it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from path_planner.domain.base import put
from path_planner.domain.marks import Card, Pen
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import card_pieces, cards_of
from path_planner.services.context import SessionContext
from path_planner.services.session import commitments, sketches, voices
from path_planner.services.session.documents import import_document
from path_planner.services.session.wall.records import delete_with_card, restore_with_card
from path_planner.storage import serializer
from tests.domain.builders import a_voice
from tests.services.session.rooms import Group, a_group
from tests.services.session.walls import middle, on_the_wall, tell

SKETCH = "s2"


def write(group: Group) -> None:
    """Type a voice in the walk."""
    group.does(voices.write_voice(group.room, "now", "We are all here."))


def outline(group: Group) -> None:
    """Type a voice in the outline beside the wall."""
    tell(group, "write", record="new", text="We are all here.", stage="now")


def wall(group: Group) -> None:
    """Write a voice where the wall was touched."""
    x, y = middle(group.session, "now")
    tell(group, "write", record="new", text="We are all here.", x=x, y=y)


def enrol(group: Group) -> None:
    """Enrol somebody who is new."""
    group.does(commitments.enrol(group.room, "enrol", "Ben", "Drive me there"))


def step(group: Group) -> None:
    """Promise a step."""
    group.does(commitments.commit(group.room, "first_steps", "Ring the club"))


def promise(group: Group) -> None:
    """Promise a step beside the wall."""
    facts = {"collection": "commitments", "stage": "first_steps"}
    tell(group, "write", record="new", text="Ring the club", **facts)


def share(group: Group) -> None:
    """Tell the circle what was private."""
    group.does(voices.change_voice(group.room, "v2", share=Share.CIRCLE))


def draw(group: Group) -> None:
    """Draw the first stroke on a pad."""
    group.does(sketches.add_strokes(group.room, SKETCH, [(Pen(), (0, 0, 90, 40, 10, 80))]))


WAYS = (write, outline, wall, enrol, step, promise, share, draw)


def begun() -> Group:
    """Return a group with a wall, a private voice and an empty pad."""
    group = on_the_wall()
    private = a_voice("v2", stage="now", text="Not yet for all", share=Share.PRIVATE)
    group.does(group.room.keep(put(group.session, "voices", private)))
    group.room = replace(group.room, fresh_id=lambda: SKETCH)
    group.does(sketches.begin_sketch(group.room, "dream", 400, 300, None))
    return group


def cards(session: Session) -> set[str]:
    """Return the ids of the cards that are written down."""
    return {key for key, mark in session.marks.items() if isinstance(mark, Card)}


def assert_all_have_places(session: Session) -> None:
    """Check that every card that shows is written down where it shows."""
    for card in cards_of(session, process_of(session)).values():
        assert session.marks[card.id] == card


def overlaps(session: Session) -> list[tuple[str, str]]:
    """Return which cards lie on each other."""
    boxes = [(piece.id, piece.box) for piece in card_pieces(session, process_of(session))]
    return [
        (one, other)
        for at, (one, box) in enumerate(boxes)
        for other, behind in boxes[:at]
        if box.overlaps(behind)
    ]


@pytest.mark.parametrize("way", WAYS)
def test_a_record_and_its_card_are_one_revision(way: Callable[[Group], None]) -> None:
    group = begun()
    before = group.session
    way(group)
    assert group.session.revision == before.revision + 1
    assert len(cards(group.session) - cards(before)) == 1
    assert_all_have_places(group.session)
    assert overlaps(group.session) == []


@pytest.mark.parametrize("way", [write, enrol, step])
def test_a_path_of_words_alone_gets_no_cards(way: Callable[[Group], None]) -> None:
    group = a_group()
    before = group.session
    way(group)
    assert group.session.revision == before.revision + 1
    assert cards(group.session) == set()


def test_a_card_finds_the_place_that_it_finds_among_all_cards() -> None:
    group = begun()
    for number in range(9):
        group.room = replace(group.room, fresh_id=lambda number=number: f"n{number}")
        said = a_voice(f"n{number}", stage="now", text="And so it goes on. " * (1 + number % 4))
        session = put(group.session, "voices", said)
        expected = cards_of(session, process_of(session))[said.id]
        group.does(voices.write_voice(group.room, "now", said.text))
        assert group.session.marks[said.id] == expected


def test_a_plan_from_a_file_comes_with_all_places_in_its_first_revision() -> None:
    group = begun()
    words = {f"n{number}": a_voice(f"n{number}", stage="now") for number in range(3)}
    older = group.session.model_copy(update={"id": "another1", "voices": words})
    came = import_document(group.room.store, serializer.write(older))
    assert came.revision == older.revision
    assert came.voices == words
    assert_all_have_places(came)


def test_a_plan_of_words_alone_comes_in_as_it_is() -> None:
    group = a_group()
    alone = group.session.model_copy(update={"id": "another1"})
    assert import_document(group.room.store, serializer.write(alone)) == alone


@pytest.mark.parametrize("on_wall", [False, True])
def test_a_voice_goes_and_comes_back_with_its_card_in_one_step(on_wall: bool) -> None:
    group = begun()
    card = group.session.marks["v1"]
    assert isinstance(card, Card)
    tell(group, "place", card="v1", x=card.x + 9, y=card.y + 4, scale=1)
    before = group.session
    voice = before.voices["v1"]
    if on_wall:
        tell(group, "drop", collection="voices", record="v1")
    else:
        group.does(delete_with_card(group.room, "voices", "v1"))
    assert cards(group.session) == cards(before) - {"v1"}
    assert group.session.revision == before.revision + 1
    if on_wall:
        tell(group, "restore", collection="voices", record="v1")
    else:
        group.does(restore_with_card(group.room, "voices", voice))
    assert group.session.revision == before.revision + 2
    assert group.session.marks == before.marks
    assert group.session.voices == before.voices


def test_a_commitment_goes_and_comes_back_with_its_card() -> None:
    group = begun()
    before = group.session
    group.does(delete_with_card(group.room, "commitments", "c1"))
    assert "c1" not in group.session.marks
    group.does(restore_with_card(group.room, "commitments", before.commitments["c1"]))
    assert (group.session.marks, group.session.commitments) == (before.marks, before.commitments)


def test_a_voice_that_comes_back_lies_on_no_card_that_took_its_place() -> None:
    group = begun()
    for words in ("First", "Second", "Third"):
        group.does(write_in_turn(group.room, words))
    voice = next(one for one in group.session.voices.values() if one.text == "Second")
    group.does(delete_with_card(group.room, "voices", voice.id))
    group.does(write_in_turn(group.room, "Fourth"))
    group.does(restore_with_card(group.room, "voices", voice))
    assert overlaps(group.session) == []
    assert_all_have_places(group.session)


_turn = iter(range(10_000))


def write_in_turn(room: SessionContext, words: str) -> voices.SessionResult:
    """Say something, with an id that no other window gives."""
    room = replace(room, fresh_id=lambda: f"t{next(_turn)}")
    return voices.write_voice(room, "now", words)


@pytest.mark.parametrize("length", [1, 12])
def test_two_windows_at_once_lay_no_card_on_another_and_agree(length: int) -> None:
    one = begun()
    other = Group(one.room)
    for number in range(12):
        # Both still see the same state: neither knows what the other one writes.
        first = write_in_turn(one.room, f"From the first, {number}. " * length)
        second = write_in_turn(other.room, f"From the second, {number}. " * length)
        assert first.conflicts == second.conflicts == ()
        newest = one.room.store.open(one.session.id).document
        assert second.document == newest
        one.room = other.room = replace(one.room, document=newest)
        assert overlaps(newest) == []
        assert_all_have_places(newest)
    assert len(one.session.voices) == 26


def test_words_that_grow_in_two_windows_at_once_lie_on_nothing() -> None:
    one = begun()
    for words in ("First", "Second"):
        one.does(write_in_turn(one.room, words))
    stale = one.room
    ids = [key for key, voice in one.session.voices.items() if voice.text in ("First", "Second")]
    for voice_id in ids:
        kept = voices.change_voice(stale, voice_id, text="And we stayed until the evening. " * 8)
    assert overlaps(kept.document) == []
    assert kept.conflicts == ()
