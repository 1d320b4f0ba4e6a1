"""Prints for the room: what stands on them, how large, and when there is nothing to print."""

from collections import Counter
from ctypes import c_float
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from path_planner.domain.event.about import Guest
from path_planner.domain.event.cafe import Seat
from path_planner.domain.event.event import Event
from path_planner.errors import NoRule, NoSeating
from path_planner.exports.base import EventOptions, Paper
from path_planner.exports.event.table_tents import LEAST_POINTS, NUMBER_POINTS
from path_planner.exports.registry import EVENT_EXPORTS
from path_planner.i18n import _
from path_planner.methods.registry import method_of
from path_planner.scene.agenda import agenda_scene
from path_planner.scene.sheet import POINT
from tests.exports.event import days
from tests.exports.reading import spoken, words_of
from tests.exports.rendered import rendered_event
from tests.pdf.reading import letters

DAY = days.a_day()


def printed(key: str, event: Event = DAY, **changes: Any) -> bytes:
    """Return a print of an event, rendered once in a run."""
    export = EVENT_EXPORTS.find(key)
    return rendered_event(
        key, event, EventOptions(**{"on": days.ON, "paper": export.paper, **changes})
    )


def text_of(pdf: bytes) -> str:
    return " ".join(words_of(pdf))


def text(key: str, event: Event = DAY, **changes: Any) -> str:
    """Return the words of a print with single spaces."""
    return text_of(printed(key, event, **changes))


def pages(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page in millimetres."""
    with pikepdf.open(BytesIO(pdf)) as document:
        boxes = [[float(value) * POINT for value in page.mediabox] for page in document.pages]
    return [(round(box[2] - box[0]), round(box[3] - box[1])) for box in boxes]


def sizes(pdf: bytes, page: int = 0) -> dict[str, float]:
    """Return the size in points of each piece of text on a page."""
    found: dict[str, float] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        all_letters = document[page].get_textpage()
        for part in document[page].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            size = c_float()
            raw.FPDFTextObj_GetFontSize(part, size)
            found[part_text(part, all_letters)] = round(size.value, 1)
    return found


def part_text(part: Any, all_letters: Any) -> str:
    """Return the letters of a piece of text."""
    left, bottom, right, top = part.get_bounds()
    return all_letters.get_text_bounded(left, bottom, right, top).strip()


# The agenda wall


@pytest.mark.parametrize("paper", [Paper.A0, Paper.A1, Paper.A3])
@pytest.mark.parametrize("event", [DAY, days.an_empty_day(), days.a_day_in_urdu()])
def test_the_words_of_the_agenda_wall_are_those_of_its_outline(event: Event, paper: Paper) -> None:
    pdf = printed("agenda", event, paper=paper)
    assert pages(pdf) == [tuple(round(side) for side in paper.size)]
    read = "".join(words for _role, words in spoken(pdf))
    laid = "".join(text.words for text in agenda_scene(event, paper.size).texts)
    assert Counter(letters(read)) == Counter(letters(laid)) == Counter(letters(text_of(pdf)))


def test_the_agenda_is_a_table_whose_rows_are_times_and_whose_columns_are_rooms() -> None:
    roles = [role for role, _words in spoken(printed("agenda"))]
    assert roles.count("TR") == 1 + len(DAY.slots)
    assert roles.count("TH") == 1 + len(DAY.rooms) + len(DAY.slots)
    assert roles.count("TD") == len(DAY.rooms) * len(DAY.slots)


def test_free_places_of_the_agenda_invite_and_all_topics_are_on_it() -> None:
    words = text("agenda")
    assert words.count("Free. Bring a topic.") == 3 * 4 - 10
    for topic in DAY.topics.values():
        assert (topic.title in words) == (topic.merged_into is None)
    assert "Without a time and a room yet: 11 Doctors who listen" in words
    assert "25 interested" in words


def test_an_agenda_without_rooms_or_times_has_some_to_write_on() -> None:
    assert text("agenda", days.an_empty_day()).count("Free. Bring a topic.") == 12


def test_two_topics_at_one_place_are_both_on_the_wall() -> None:
    topics = {
        key: topic.model_copy(update={"slot": "s1", "room": "r0"}) if key in {"t1", "t2"} else topic
        for key, topic in DAY.topics.items()
    }
    words = text("agenda", DAY.model_copy(update={"topics": topics}))
    assert "Who decides who supports me?" in words
    assert "Buses after six" in words


def test_a_tiled_agenda_has_a_map_and_sheets() -> None:
    tiled = pages(printed("agenda", tiled=Paper.A4))
    assert len(tiled) > 8
    assert set(tiled) <= {(297, 210), (210, 297)}


# Cards and sheets


@pytest.mark.parametrize("method", ["open-space", "world-cafe", "both"])
def test_the_card_says_each_step_and_each_time(method: str) -> None:
    about = DAY.about.model_copy(update={"method": method})
    event = DAY.model_copy(update={"about": about})
    words = text("what-will-happen", event)
    for step in method_of(event).will_happen:
        assert _(step.sentence) in words
    assert "10:30–11:30 Topics" in words
    assert "12:40–13:40 Lunch" in words
    assert min(sizes(printed("what-will-happen", event)).values()) >= 11


def test_the_principles_name_whose_method_it_is() -> None:
    words = text("principles")
    method = method_of(DAY)
    for principle in method.principles:
        assert _(principle.title) in words
    assert method.law is not None
    assert _(method.law.title) in words
    assert all(_(credit) in words for credit in method.credits)


def test_a_topic_has_a_sheet_and_a_form_with_its_number_and_the_first_is_blank() -> None:
    own = [topic for topic in DAY.topics.values() if topic.merged_into is None]
    for key in ("topic-sheets", "report-forms"):
        assert len(pages(printed(key))) == 1 + len(own)
        assert len(pages(printed(key, days.an_empty_day()))) == 1
    assert "My topic" in text("topic-sheets", days.an_empty_day())
    assert "Topic and its number:" in text("report-forms", days.an_empty_day())
    assert "9 Phones, banking and scams" in text("topic-sheets")


def test_the_tally_has_a_row_for_each_topic_and_one_more() -> None:
    words = text("tally")
    assert all(topic.title in words for topic in DAY.topics.values() if not topic.merged_into)
    for event, count in ((days.an_empty_day(), 12), (days.a_crowded_day(), 48)):
        rows = [role for role, _words in spoken(printed("tally", event))]
        assert rows.count("TR") - rows.count("Table") == count


# Tents


def test_the_number_of_a_table_is_read_across_the_room_and_all_else_at_two_metres() -> None:
    for page, table in enumerate(DAY.tables.values()):
        found = sizes(printed("table-tents"), page)
        assert found.pop("Fold here") < LEAST_POINTS
        assert found[str(page + 1)] == NUMBER_POINTS
        assert min(found.values()) >= LEAST_POINTS
        assert table.name in found


def test_a_tent_says_the_same_on_both_sides_and_is_read_once() -> None:
    pdf = printed("table-tents")
    assert words_of(pdf).count("Home") == 2
    assert [words for _role, words in spoken(pdf)].count("1 Home") == 1
    assert len(pages(pdf)) == len(DAY.tables)


# Who sits where


def test_each_guest_has_a_card_with_table_and_seat_in_each_round() -> None:
    assert len(pages(printed("route-cards"))) == 60 / 4
    cards = [words for role, words in spoken(printed("route-cards")) if role in {"H1", "LBody"}]
    at = cards.index("Wilma")
    assert cards[at + 1 : at + 3] == ["Round 1 Table 3, host", "Round 2 Table 3, host"]
    at = cards.index("Hamish")
    assert cards[at + 1 : at + 3] == ["Round 1 Table 3, seat 1", "Round 2 Table 4, seat 1"]
    assert cards[cards.index("Guest 36") + 1] == "Round 1 Table 1, seat 5"


def test_somebody_who_is_not_seated_in_a_round_sits_where_they_like() -> None:
    seats = {key: seat for key, seat in DAY.seats.items() if key != "x2-10"}
    words = text("route-cards", DAY.model_copy(update={"seats": seats}))
    assert words.count("Free: sit where you like") == 1


def test_who_has_left_has_no_card() -> None:
    guests = {**DAY.guests, "g3": DAY.guests["g3"].model_copy(update={"present": False})}
    assert "Wilma" not in text("route-cards", DAY.model_copy(update={"guests": guests}))


@pytest.mark.parametrize("key", ["route-cards", "rule-card"])
def test_without_seats_there_are_no_cards(key: str) -> None:
    export = EVENT_EXPORTS.find(key)
    for event in (days.an_empty_day("both"), DAY.model_copy(update={"seats": {}})):
        assert not export.offered(event)
        with pytest.raises(NoSeating):
            export.render(event, EventOptions(on=days.ON))


def seated(guests: int, tables: int, rounds: int) -> Event:
    """Return a café whose people sit by the paper rule."""
    day = days.a_crowded_day(guests, tables)
    more = [
        day.rounds["k1"].model_copy(update={"id": f"k{number}"}) for number in range(1, rounds + 1)
    ]
    seats = {seat.id: seat for seat in days.the_seats(guests, tables, rounds)}
    return day.model_copy(update={"rounds": days.by_id(more), "seats": seats})


@pytest.mark.parametrize(
    ("guests", "tables", "rounds"), [(12, 4, 3), (60, 12, 5), (35, 7, 5), (23, 5, 2), (200, 25, 5)]
)
def test_the_rule_is_offered_where_the_seating_follows_it(
    guests: int, tables: int, rounds: int
) -> None:
    event = seated(guests, tables, rounds)
    assert EVENT_EXPORTS.find("rule-card").offered(event)
    words = text("rule-card", event)
    assert "The guest on seat k moves k tables on. Hosts stay." in words
    assert "A supporter moves with their person." in words
    assert "Seat 2 moves 2 tables on." in words


def test_the_rule_is_not_offered_once_two_people_have_swapped() -> None:
    event = seated(12, 4, 3)
    first, other = event.seats["x2-5"], event.seats["x2-6"]
    swapped = {
        **event.seats,
        "x2-5": first.model_copy(update={"guest": other.guest}),
        "x2-6": other.model_copy(update={"guest": first.guest}),
    }
    changed = event.model_copy(update={"seats": swapped})
    export = EVENT_EXPORTS.find("rule-card")
    assert not export.offered(changed)
    assert EVENT_EXPORTS.find("route-cards").offered(changed)
    with pytest.raises(NoRule):
        export.render(changed, EventOptions(on=days.ON))


def test_tables_at_which_nobody_sits_are_not_counted() -> None:
    event = seated(12, 4, 3)
    spare = event.tables["c1"].model_copy(update={"id": "spare", "order": 99.0})
    with_spare = event.model_copy(update={"tables": {**event.tables, "spare": spare}})
    assert "After table 4 comes table 1." in text("rule-card", with_spare)
    first = spare.model_copy(update={"order": -1.0})
    in_between = event.model_copy(update={"tables": {**event.tables, "spare": first}})
    assert not EVENT_EXPORTS.find("rule-card").offered(in_between)


def test_the_rule_is_not_offered_to_who_came_later() -> None:
    event = seated(12, 4, 3)
    late = Seat(id="late", round="k2", table="c1", guest="late", number=3)
    changed = event.model_copy(
        update={
            "guests": {**event.guests, "late": Guest(id="late")},
            "seats": {**event.seats, "late": late},
        }
    )
    assert not EVENT_EXPORTS.find("rule-card").offered(changed)


def test_a_supporter_follows_their_person_and_not_their_own_number() -> None:
    event = seated(12, 4, 2)
    helper = Guest(id="helper", stays_with="g6")
    places = {"k1": event.seats["x1-6"].table, "k2": event.seats["x2-6"].table}
    beside = {
        f"with-{each}": Seat(id=f"with-{each}", round=each, table=table, guest="helper", number=10)
        for each, table in places.items()
    }
    guests = {**event.guests, "helper": helper}
    together = event.model_copy(update={"guests": guests, "seats": {**event.seats, **beside}})
    assert EVENT_EXPORTS.find("rule-card").offered(together)
    alone = {**guests, "helper": helper.model_copy(update={"stays_with": None})}
    assert not EVENT_EXPORTS.find("rule-card").offered(
        together.model_copy(update={"guests": alone})
    )


# Tablecloths


@pytest.mark.parametrize("paper", [Paper.A1, Paper.A2])
def test_a_cloth_has_the_question_the_number_and_the_words_so_far(paper: Paper) -> None:
    pdf = printed("tablecloths", paper=paper)
    assert len(pages(pdf)) == len(DAY.tables)
    words = " ".join(words_of(pdf))
    assert "Table 3 · Getting about" in words
    assert "Marlow’s cousin drives a minibus. Ask her!" in words
    assert "an answer to “The 14 is always late”" in words
    assert "struck: It stays open until seven, said the owner." in words


def test_a_cloth_with_very_many_words_says_how_many_more_there_are() -> None:
    table = DAY.voices[next(key for key, line in DAY.voices.items() if line.table == "c3")]
    lines = days.by_id(table.model_copy(update={"id": f"w{number}"}) for number in range(200))
    words = text("tablecloths", DAY.model_copy(update={"voices": lines}))
    assert "and 140 more lines" in words
