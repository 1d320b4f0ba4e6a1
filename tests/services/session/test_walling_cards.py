"""Cards on the wall are records: put somewhere, moved to another stage, laid out anew."""

from typing import Any

import pytest

from path_planner.domain.base import put, sorted_records
from path_planner.domain.marks import Card
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.errors import PlannerError, UnknownRecord, UnknownStage
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import card_pieces
from path_planner.services.context import SessionContext
from path_planner.services.session.voices import change_voice, write_voice
from path_planner.services.session.wall.cards import settle_cards
from tests.domain.builders import a_voice
from tests.services.session.rooms import Group, a_group
from tests.services.session.walls import middle, on_the_wall, stage_box, tell


def card(group: Group, card_id: str) -> Card:
    """Return a card that was written down."""
    found = group.session.marks[card_id]
    assert isinstance(found, Card)
    return found


def put_at(group: Group, record: str, stage: str, scale: float = 1.0) -> None:
    """Move a card so that its middle is that of a stage."""
    x, y = middle(group.session, stage)
    box = next(one for one in pieces(group.session) if one.id == record).box
    place = {"x": x - scale * box.width / 2, "y": y - scale * box.height / 2, "scale": scale}
    tell(group, "place", card=record, **place)


def pieces(session: Session) -> tuple[Any, ...]:
    """Return the cards as they are drawn."""
    return card_pieces(session, process_of(session))


def test_a_card_stays_where_it_was_put_and_as_large() -> None:
    group = on_the_wall()
    before = card(group, "v1")
    tell(group, "place", card="v1", x=before.x + 7, y=before.y + 3, scale=2)
    after = card(group, "v1")
    assert (after.x, after.y) == (before.x + 7, before.y + 3)
    assert (after.width, after.size) == (2 * before.width, 2 * before.size)
    assert after.by_hand
    assert after.stage == "dream"


def test_the_first_card_that_is_moved_leaves_the_others_where_they_were_shown() -> None:
    group = a_group()
    for words in ("One", "Two", "Three"):
        group.does(write_voice(group.room, "dream", words))
    shown = {piece.id: piece.box for piece in pieces(group.session)}
    first, *others = shown
    tell(group, "place", card=first, x=shown[first].x + 90, y=shown[first].y + 60, scale=1)
    group.does(settle_cards(group.room))
    after = {piece.id: piece.box for piece in pieces(group.session)}
    assert {one: after[one] for one in others} == {one: shown[one] for one in others}
    assert after[first].x == pytest.approx(shown[first].x + 90)


def test_a_voice_goes_to_the_stage_that_its_card_is_moved_to() -> None:
    group = on_the_wall()
    put_at(group, "v1", "now")
    assert group.session.voices["v1"].stage == "now"
    assert card(group, "v1").stage == "now"


def test_a_sketch_goes_with_its_card_as_well() -> None:
    group = on_the_wall()
    put_at(group, "s1", "goal", scale=0.5)
    assert group.session.marks["s1"].stage == "goal"
    assert card(group, "s1-card").stage == "goal"


def test_a_promise_stays_in_its_stage_wherever_its_card_lies() -> None:
    group = on_the_wall()
    put_at(group, "c1", "dream")
    assert group.session.commitments["c1"].stage == "first_steps"
    box = next(one for one in pieces(group.session) if one.id == "c1").box
    assert box.centre == pytest.approx(middle(group.session, "dream"), abs=1)


def test_a_card_of_nothing_is_refused() -> None:
    group = on_the_wall()
    for record in ("line", "nobody"):
        with pytest.raises(UnknownRecord):
            tell(group, "place", card=record, x=0, y=0, scale=1)


def test_a_session_of_words_alone_gets_no_wall_by_being_looked_at() -> None:
    group = a_group()
    assert settle_cards(group.room).changes == ()


def test_what_was_said_in_the_walk_gets_its_card_and_keeps_it() -> None:
    group = on_the_wall()
    group.does(write_voice(group.room, "dream", "A boat of my own"))
    said = next(one for one in group.session.voices if one != "v1")
    first = card(group, said)
    assert first.stage == "dream"
    assert not first.by_hand
    group.does(write_voice(group.room, "dream", "And somebody to sail with"))
    assert card(group, said) == first


def test_two_windows_that_settle_the_same_cards_agree() -> None:
    group = on_the_wall()
    # As an earlier version wrote it: without a place.
    group.does(group.room.keep(put(group.session, "voices", a_voice("v9", text="A boat"))))
    one = settle_cards(group.room)
    other = settle_cards(group.room)
    assert one.changes == other.changes != ()
    assert other.conflicts == ()
    assert one.document == other.document


def test_cards_do_not_lie_on_each_other() -> None:
    group = on_the_wall()
    for number in range(12):
        group.does(write_voice(group.room, "now", f"This is how it is, number {number}"))
    group.does(settle_cards(group.room))
    boxes = [one.box for one in pieces(group.session)]
    assert not any(a.overlaps(b) for at, a in enumerate(boxes) for b in boxes[:at])


def test_a_private_voice_gets_no_card() -> None:
    group = on_the_wall()
    group.does(write_voice(group.room, "dream", "Only for me", share=Share.PRIVATE))
    group.does(settle_cards(group.room))
    assert {one.id for one in pieces(group.session)} == {"v1", "c1", "s1"}


def test_a_voice_that_becomes_private_leaves_the_wall_and_comes_back_where_it_was() -> None:
    group = on_the_wall()
    put_at(group, "v1", "now")
    place = card(group, "v1")
    for share in (Share.PRIVATE, Share.CIRCLE):
        group.does(change_voice(group.room, "v1", share=share))
        group.does(settle_cards(group.room))
    assert card(group, "v1") == place


def test_a_voice_moved_in_the_walk_gets_a_card_in_its_new_stage() -> None:
    group = on_the_wall()
    group.does(change_voice(group.room, "v1", stage="now"))
    group.does(settle_cards(group.room))
    moved = card(group, "v1")
    assert moved.stage == "now"
    assert stage_box(group.session, "now").x <= moved.x <= stage_box(group.session, "now").right


def test_a_stage_is_tidied() -> None:
    group = on_the_wall()
    put_at(group, "v1", "dream", scale=0.3)
    tell(group, "tidy", stage="dream")
    assert not card(group, "v1").by_hand
    with pytest.raises(UnknownStage):
        tell(group, "tidy", stage="nowhere")


def test_a_card_can_be_hidden_while_its_words_stay() -> None:
    group = on_the_wall()
    tell(group, "amend", collection="voices", record="v1", fields={"hidden": True})
    assert "v1" in group.session.voices
    assert "v1" not in {one.id for one in pieces(group.session)}
    tell(group, "amend", collection="voices", record="v1", fields={"hidden": False})
    assert "v1" in {one.id for one in pieces(group.session)}


@pytest.mark.parametrize(
    "facts",
    [
        {"card": "v1"},
        {"card": "v1", "x": 0, "y": 0, "scale": 0},
        {"card": "v1", "x": 0, "y": 0, "scale": 1e9},
        {"card": "v1", "x": "left", "y": 0, "scale": 1},
        {"card": "v1", "x": float("inf"), "y": 0, "scale": 1},
        {"card": "v1", "x": 1e9, "y": 0, "scale": 1},
        {"card": 5, "x": 0, "y": 0, "scale": 1},
    ],
)
def test_a_place_that_is_none_is_refused(facts: dict[str, Any]) -> None:
    group = on_the_wall()
    with pytest.raises(PlannerError):
        tell(group, "place", **facts)


def test_a_card_cannot_grow_without_end() -> None:
    group = on_the_wall()
    tell(group, "place", card="v1", x=0, y=0, scale=15)
    with pytest.raises(PlannerError):
        tell(group, "place", card="v1", x=0, y=0, scale=15)
    assert card(group, "v1").size <= 1000


def test_cards_are_in_their_stage_in_the_order_of_speaking() -> None:
    group = on_the_wall()
    put_at(group, "v1", "now")
    group.does(write_voice(SessionContext(group.room.store, group.session), "now", "And more"))
    assert next(one.id for one in sorted_records(group.session.voices, "now")) == "v1"


LONG = "And then everybody came along and we stayed there until the evening. " * 4


def several_cards() -> Group:
    """Return a wall on which cards stand beneath one another."""
    group = on_the_wall()
    for words in ("First of all", "Then this", "After that", "In the end"):
        group.does(write_voice(group.room, "now", words))
    group.does(settle_cards(group.room))
    return group


def named(group: Group, words: str) -> str:
    """Return the id of the voice that begins so."""
    voices = group.session.voices.values()
    return next(voice.id for voice in voices if voice.text.startswith(words))


@pytest.mark.parametrize("do", ["write", "amend", "on the walk"])
def test_a_card_whose_words_grow_gets_room_among_the_others(do: str) -> None:
    group = several_cards()
    grown = named(group, "Then this")
    if do == "write":
        tell(group, "write", record=grown, text=LONG)
    elif do == "on the walk":
        group.does(change_voice(group.room, grown, text=LONG))
    else:
        tell(group, "amend", collection="voices", record=grown, fields={"text": LONG})
    boxes = {piece.id: piece.box for piece in pieces(group.session) if piece.stage == "now"}
    mine = boxes.pop(grown)
    assert not any(mine.overlaps(box) for box in boxes.values())
    assert mine.bottom <= boxes[named(group, "After that")].y


def test_what_stands_by_hand_stays_though_a_card_grows() -> None:
    group = several_cards()
    held = named(group, "In the end")
    before = card(group, held)
    tell(group, "place", card=held, x=before.x, y=before.y + 60, scale=1)
    placed = card(group, held)
    tell(group, "write", record=named(group, "First of all"), text=LONG)
    assert card(group, held) == placed


def test_a_card_that_grows_where_there_is_room_moves_nothing() -> None:
    group = several_cards()
    before = {key: card(group, key) for key in group.session.voices}
    tell(group, "write", record=named(group, "In the end"), text="In the end, all was well.")
    assert {key: card(group, key) for key in group.session.voices} == before
