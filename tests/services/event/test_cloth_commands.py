"""A cloth on the wall: what a window sends adds to it, and never changes what others added."""

from contextlib import suppress
from typing import Any

import pytest

from path_planner.analysis.cafe import ink_of_cloth, lines_of_cloth
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Card, Pen, Stroke
from path_planner.domain.voice import Share
from path_planner.errors import OffTheCloth, PlannerError
from path_planner.formats.excalidraw import elements_of
from path_planner.scene.cloth_words import words_on_cloth
from path_planner.services.event.cafe import begin_round
from path_planner.services.event.cloth import settle_words
from path_planner.services.event.cloth_commands import apply_command, read_command
from path_planner.services.event.contributions import contribute, set_share, take_back
from tests.services.event.cafes import Cafe, a_stored_cafe

RING = tuple(part for step in range(30) for part in (60.0 + step * 14, 130.0 + step % 2 * 40))


@pytest.fixture
def cafe() -> Cafe:
    """Return a café with a stroke and words of somebody in the round of now."""
    cafe = a_stored_cafe()
    cafe.does(begin_round(cafe.at(), "r1"))
    send(cafe, "asha", {"do": "put", "element": drawn("ashas")})
    send(cafe, "asha", {"do": "write", "record": "said", "text": "No bus", "x": 900, "y": 500})
    send(cafe, "asha", {"do": "write", "record": "alone", "text": "Just me", "share": "private"})
    return cafe


def drawn(mark_id: str, points: tuple[float, ...] = RING, **more: Any) -> dict[str, Any]:
    """Return the element of a stroke, as a window sends it."""
    (element,) = elements_of(Stroke(id=mark_id, stage="wherever", points=points, pen=Pen()))
    return {**element, **more}


def send(cafe: Cafe, by: str, change: dict[str, Any], table: str = "t1") -> Event:
    """Apply a change of a window; return the event after it."""
    numbered = {"id": cafe.context.fresh_id().rjust(20, "x"), **change}
    return cafe.does(apply_command(cafe.at(by), read_command(numbered), table))


def line_of(event: Event, words: str) -> Contribution:
    """Return the line with these words."""
    return next(line for line in event.voices.values() if line.text == words)


def test_ink_is_of_the_round_of_now_and_brings_nothing_else(cafe: Cafe) -> None:
    element = drawn("mine", customData={"part": "mark", "mark": "mine", "by": "g2", "x": "<b>"})
    event = send(cafe, "robin", {"do": "put", "element": {**element, "link": "javascript:1"}})
    stroke = event.marks["mine"]
    assert isinstance(stroke, Stroke)
    assert (stroke.stage, stroke.by, stroke.foreign) == (cloth_stage("t1", "r1"), "g2", {})
    assert stroke.points == pytest.approx(RING, abs=0.01)


HOSTILE: list[dict[str, Any]] = [
    {"do": "put", "element": drawn("ashas", (0.0, 0.0, 5.0, 5.0))},
    {"do": "put", "element": drawn("ashas", isDeleted=True, angle=1)},
    {"do": "put", "element": drawn("said")},
    {"do": "put", "element": drawn("alone")},
    {"do": "put", "element": {**drawn("new"), "type": "text", "text": "words", "id": "new"}},
    {"do": "put", "element": {"id": "new", "type": "image", "fileId": "x"}},
    {"do": "put", "element": {}},
    {"do": "put", "element": {**drawn("new"), "x": float("nan")}},
    {"do": "gone", "mark": "ashas"},
    {"do": "gone", "mark": "said"},
    {"do": "place", "card": "said", "x": 0, "y": 0, "scale": 3},
    {"do": "place", "card": "ashas", "x": 0, "y": 0},
    {"do": "drop", "collection": "voices", "record": "said"},
    {"do": "drop", "collection": "guests", "record": "g1"},
    {"do": "write", "record": "said", "text": "A tram"},
    {"do": "write", "record": "ashas", "text": "A tram"},
    {"do": "amend", "collection": "voices", "record": "said", "fields": {"text": "A tram"}},
    {"do": "move", "collection": "voices", "record": "said", "steps": 1},
    {"do": "restore", "collection": "voices", "record": "said"},
    {"do": "take_back", "step": "x" * 20},
    {"do": "bring_in"},
    {"do": "tidy", "stage": "t1--r1"},
    {"do": "import", "content": "", "stage": None},
]


@pytest.mark.parametrize("change", HOSTILE)
def test_a_hostile_window_changes_nothing_of_others(cafe: Cafe, change: dict[str, Any]) -> None:
    before = cafe.event
    with suppress(PlannerError):
        send(cafe, "mallory", change)
    after = cafe.event
    assert after.marks == before.marks
    assert after.voices == before.voices
    assert after.guests == before.guests


def test_one_moves_and_takes_back_what_is_ones_own(cafe: Cafe) -> None:
    moved = tuple(part + 20 for part in RING)
    event = send(cafe, "asha", {"do": "put", "element": drawn("ashas", moved)})
    (stroke,) = ink_of_cloth(event, "t1")
    assert stroke.points == pytest.approx(moved, abs=0.01)
    event = send(cafe, "asha", {"do": "place", "card": "said", "x": 200, "y": 700, "scale": 1})
    card = event.marks["said"]
    assert isinstance(card, Card)
    assert (card.x, card.y, card.by_hand) == (200, 700, True)
    assert not send(cafe, "asha", {"do": "gone", "mark": "ashas"}).marks.keys() - {"said"}
    event = send(cafe, "asha", {"do": "drop", "collection": "voices", "record": "said"})
    assert event.voices.keys() == {"alone"}
    assert not event.marks


def test_what_was_rubbed_out_comes_back_when_that_is_undone(cafe: Cafe) -> None:
    send(cafe, "asha", {"do": "gone", "mark": "ashas"})
    event = send(cafe, "asha", {"do": "put", "element": drawn("ashas")})
    assert [stroke.id for stroke in ink_of_cloth(event, "t1")] == ["ashas"]


@pytest.mark.parametrize(
    "change",
    [
        {"do": "put", "element": drawn("ashas", (9.0, 9.0, 50.0, 50.0))},
        {"do": "gone", "mark": "ashas"},
        {"do": "place", "card": "said", "x": 5, "y": 500},
    ],
)
def test_an_earlier_round_is_locked_for_everybody(cafe: Cafe, change: dict[str, Any]) -> None:
    before = cafe.does(begin_round(cafe.at(), "r2"))
    with pytest.raises(PlannerError):
        send(cafe, "asha", change)
    assert cafe.event.marks == before.marks


def test_one_takes_ones_words_back_whenever_one_likes(cafe: Cafe) -> None:
    cafe.does(begin_round(cafe.at(), "r2"))
    event = send(cafe, "asha", {"do": "drop", "collection": "voices", "record": "said"})
    assert event.voices.keys() == {"alone"}


def test_words_bring_who_said_them_who_helped_and_how_far_they_go(cafe: Cafe) -> None:
    change = {
        "do": "write", "record": "mine", "text": "A night bus", "by": "g4", "supported_by": "g5",
        "share": "quote", "answers": "said",
    }  # fmt: skip
    line = line_of(send(cafe, "robin", change), "A night bus")
    assert (line.part, line.table, line.round) == (Part.TABLE, "t1", "r1")
    assert (line.speaker, line.supported_by, line.supported) == ("g4", "g5", True)
    assert (line.share, line.answers) == (Share.QUOTE, "said")


def test_words_that_are_sent_twice_are_written_once(cafe: Cafe) -> None:
    change = {"id": "a" * 20, "do": "write", "record": "mine", "text": "A night bus"}
    once = send(cafe, "robin", change)
    assert send(cafe, "robin", change).voices == once.voices
    assert send(cafe, "robin", {**change, "id": "b" * 20}).voices == once.voices


@pytest.mark.parametrize("at", [(900.0, 640.0), (-500.0, -9.0), (9e5, 9e5), (1590.0, 995.0)])
def test_words_stand_where_somebody_put_them_but_on_the_cloth(
    cafe: Cafe, at: tuple[float, float]
) -> None:
    change = {"do": "write", "record": "mine", "text": "Here", "x": at[0], "y": at[1]}
    event = send(cafe, "robin", change)
    (one,) = (one for one in words_on_cloth(event, "t1") if one.line.id == "mine")
    assert one.card.by_hand
    assert one.box.x >= 0
    assert one.box.y >= 0
    assert one.box.right <= 1600
    assert one.box.bottom <= 1000
    if 0 < at[0] < 1000:
        assert (one.card.x, one.card.y) == at


def test_words_of_a_list_get_a_place_free_of_ink_and_keep_it(cafe: Cafe) -> None:
    for number in range(8):
        words = f"Line {number} of the list, with some more words"
        cafe.does(contribute(cafe.at("list"), Part.TABLE, words, table="t1", round="r1"))
    settled = cafe.does(settle_words(cafe.at("list"), "t1"))
    words_then = words_on_cloth(settled, "t1")
    assert len(words_then) == 9
    boxes = [one.box for one in words_then]
    assert not [1 for a in boxes for b in boxes if a is not b and a.overlaps(b)]
    pairs = list(zip(RING[::2], RING[1::2], strict=True))
    under = [
        box for box in boxes for x, y in pairs if box.x < x < box.right and box.y < y < box.bottom
    ]
    assert not under
    # Ink over the words moves none of them.
    first = boxes[0]
    send(cafe, "robin", {"do": "put", "element": drawn("over", (first.x, first.y, 999.0, 500.0))})
    assert [one.box for one in words_on_cloth(cafe.event, "t1")] == boxes
    assert settle_words(cafe.at(), "t1").changes == ()


def test_a_full_cloth_gets_longer_and_no_words_lie_over_others(cafe: Cafe) -> None:
    for number in range(120):
        words = f"Line {number}: what we need is a bus that comes when the shift is over"
        cafe.does(contribute(cafe.at("list"), Part.TABLE, words, table="t1", round="r1"))
    words = words_on_cloth(cafe.event, "t1")
    assert len(words) == 121
    boxes = [one.box for one in words]
    assert max(box.bottom for box in boxes) > 1000
    assert not [1 for n, a in enumerate(boxes) for b in boxes[:n] if a.overlaps(b)]


def test_private_words_have_no_place_and_lose_it(cafe: Cafe) -> None:
    event = send(
        cafe, "robin", {"do": "write", "record": "mine", "text": "Alone", "share": "private"}
    )
    assert line_of(event, "Alone").share is Share.PRIVATE
    assert "mine" not in event.marks
    cafe.does(set_share(cafe.at(), "said", Share.PRIVATE))
    assert words_on_cloth(cafe.event, "t1") == []


def test_whoever_takes_words_back_in_a_list_takes_them_off_the_cloth(cafe: Cafe) -> None:
    event = cafe.does(take_back(cafe.at("list"), "said"))
    assert "said" not in event.marks
    assert [line.id for line in lines_of_cloth(event, "t1")] == ["alone"]


def test_a_stroke_beside_the_cloth_is_refused_with_its_reason(cafe: Cafe) -> None:
    with pytest.raises(OffTheCloth):
        send(cafe, "robin", {"do": "put", "element": drawn("far", (-900.0, 5.0, -800.0, 9.0))})


def test_a_turned_stroke_lies_as_it_was_turned(cafe: Cafe) -> None:
    line = (100.0, 500.0, 200.0, 500.0)
    event = send(
        cafe, "robin", {"do": "put", "element": drawn("mine", line, angle=1.5707963267948966)}
    )
    stroke = event.marks["mine"]
    assert isinstance(stroke, Stroke)
    assert stroke.points == pytest.approx((150, 450, 150, 550), abs=0.1)
    assert stroke.turn == 0


def test_no_change_is_for_a_table_that_is_not_there(cafe: Cafe) -> None:
    changes: list[dict[str, Any]] = [
        {"do": "put", "element": drawn("x1")},
        {"do": "write", "record": "x", "text": "y"},
    ]
    for change in changes:
        with pytest.raises(PlannerError):
            send(cafe, "robin", change, table="t9")
