"""What goes home from a day: the book, its easy read edition, the table of lines and the letter."""

import csv
from base64 import b64encode
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from path_planner.analysis.event_lines import Readers
from path_planner.domain.event.about import AboutEvent
from path_planner.domain.event.contribution import PART_WORDS, REPORT_PARTS, Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.image import Encoding, Picture
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.domain.voice import Expressed, Share
from path_planner.exports.base import EventOptions
from path_planner.exports.event.lines_csv import COLUMNS
from path_planner.exports.registry import EVENT_EXPORTS
from path_planner.exports.vision.easy_read.pagination import MOST_PAGES
from path_planner.i18n import _
from path_planner.methods.registry import method_of
from tests.exports.event import days
from tests.exports.reading import spoken, words_of
from tests.exports.rendered import rendered_event
from tests.pdf.reading import complaints, elements

DAY = days.a_day()


def written(key: str, event: Event = DAY, readers: Readers = Readers.EVERYBODY) -> bytes:
    """Return a document of an event, rendered once in a run."""
    return rendered_event(key, event, EventOptions(on=days.ON, audience=readers))


def text(key: str, event: Event = DAY, readers: Readers = Readers.EVERYBODY) -> str:
    """Return its words with single spaces."""
    return " ".join(words_of(written(key, event, readers)))


def with_lines(*lines: Contribution, **changes: Any) -> Event:
    """Return the day with these lines alone."""
    return DAY.model_copy(update={"voices": days.by_id(lines), **changes})


def a_line(key: str, text: str, **facts: Any) -> Contribution:
    return Contribution(**{"id": key, "text": text, "share": Share.QUOTE, **facts})


# The book


def test_the_book_has_the_topics_by_time_and_room_with_how_many_came() -> None:
    headings = [words for role, words in spoken(written("proceedings")) if role in {"H2", "H3"}]
    order = ["10:30–11:30", "1 Who decides who supports me?", "2 Buses after six"]
    order += ["3 Cooking for twelve", "4 When I need it quiet", "11:40–12:40"]
    order += ["5 A job, not a placement", "6 Friends at the weekend", "7 Being a parent too"]
    order += ["13:40–14:40", "8 What we tell the council", "9 Phones, banking and scams"]
    order += ["10 Dogs and other animals", "Without a time and a room", "11 Doctors who listen"]
    assert headings[: len(order)] == order
    words = text("proceedings")
    assert "Great Hall · 17 people came · read back to those who were there" in words
    assert "These topics joined it: Growing old where I live" in words
    assert "60 people came." in words


def test_the_parts_of_a_report_stand_in_their_order() -> None:
    words = text("proceedings").partition("1 Who decides who supports me? Great Hall")[2]
    places = [words.index(_(PART_WORDS[part])) for part in REPORT_PARTS]
    assert places == sorted(places)


def test_the_book_has_tables_harvest_news_circle_promises_and_credits() -> None:
    headings = [words for role, words in spoken(written("proceedings")) if role == "H1"]
    assert headings == [
        *("Thistledown Day", "Contents", "Topics by time and room", "At the tables", "Harvest"),
        *("News wall", "Parking space", "Closing circle", "What was promised", "About this book"),
    ]
    words = text("proceedings")
    assert "Round 1 · What is already good here, and who makes it so?" in words
    assert "Getting home • Nobody should have to guess when the bus comes." in words
    assert "Who decides The council, on 14 January." in words
    assert "People get an answer by 31 January 2027" in words
    assert "1 line is only counted" in words
    for credit in method_of(DAY).credits:
        assert _(credit) in words


def test_a_struck_line_stays_readable_with_its_reason_and_an_answer_stands_below() -> None:
    words = text("proceedings")
    assert "The shop on Hill Street closes struck: It stays open until seven" in words
    assert "The 14 is always late – Not on Tuesdays, then it is on time an answer" in words


def test_a_line_of_someone_else_is_named_only_if_they_want_it() -> None:
    assert "I choose who comes into my house. — Yara" in text("proceedings")
    lines = {
        share: a_line(f"x{place}", f"Line {share}", part=Part.NEWS, share=share, speaker="g7")
        for place, share in enumerate(Share)
    }
    for readers in Readers:
        words = text("proceedings", with_lines(*lines.values()), readers)
        assert words.count("— Yara") == 1
        assert "Line named — Yara" in words


def test_how_something_was_said_and_that_somebody_helped_is_said() -> None:
    line = a_line(
        "x1", "Green", part=Part.NEWS, expressed=Expressed.SIGNED, supported=True, supported_by="g2"
    )
    words = text("proceedings", with_lines(line))
    assert "Green Signed it · with support" in words
    assert "Otis" not in words


@pytest.mark.parametrize("readers", Readers)
def test_the_book_says_for_whom_it_is(readers: Readers) -> None:
    sentence = {
        Readers.CIRCLE: "Only for people who were there. Please do not pass it on.",
        Readers.EVERYBODY: "For everybody. It has the lines that people agreed to share.",
    }
    assert sentence[readers] in text("proceedings", readers=readers)
    unagreed = DAY.model_copy(update={"agreed": ConsentTerms()})
    assert "have not agreed that their words go further" in text("proceedings", unagreed)


def test_lines_of_what_is_gone_are_not_lost() -> None:
    lines = (
        a_line("x1", "Of a topic that is gone", part=Part.REQUEST, topic="gone"),
        a_line("x2", "Of a table that is gone", part=Part.TABLE, table="gone", round="k1"),
        a_line("x3", "Of a round that is gone", part=Part.TABLE, table="c1", round="gone"),
        a_line("x4", "Of a group that is gone", part=Part.HARVEST, group="gone"),
        a_line("x5", "Of a merged topic", part=Part.RESOURCE, topic="t12"),
        a_line("x6", "An answer in another part", part=Part.NEWS, answers="x5"),
    )
    words = text("proceedings", with_lines(*lines))
    for line in lines:
        assert words.count(line.text) == 1
    assert "More that was said • Of a topic that is gone" in words


def test_every_line_that_may_be_read_is_in_the_book_once() -> None:
    lines = [
        a_line(
            f"x{place}", f"Words number {place}.", part=list(Part)[place % 9],
            topic=f"t{place % 14}", table=f"c{place % 9}", round=f"k{place % 4}",
            group=f"h{place % 3}", answers=f"x{place // 3}" if place % 2 else None,
        )
        for place in range(120)
    ]  # fmt: skip
    words = text("proceedings", with_lines(*lines))
    assert [line.text for line in lines if words.count(line.text) != 1] == []


def a_picture(data: bytes | None = None) -> Picture:
    """Return a small drawing, or these bytes in place of one."""
    file = BytesIO()
    Image.new("RGB", (40, 30), "#1F3A8A").save(file, "PNG")
    return Picture(
        id="p1", encoding=Encoding.PNG, width=40, height=30,
        base64=b64encode(data or file.getvalue()).decode(),
    )  # fmt: skip


def figures(event: Event, readers: Readers, tmp_path: Path) -> list[str]:
    """Return the words for the pictures in the book."""
    pdf = written("proceedings", event, readers)
    assert complaints(pdf, tmp_path) == []
    return [alt for role, alt in elements(pdf) if role == "Figure"]


def test_a_picture_is_in_the_book_with_words_for_it(tmp_path: Path) -> None:
    lines = (
        a_line("x1", "", part=Part.NEWS, picture="p1"),
        a_line("x2", "Our garden", part=Part.NEWS, picture="p1"),
    )
    shared = {"pictures": {"p1": a_picture()}, "agreed": ConsentTerms(share=True)}
    event = with_lines(*lines, **shared)
    both = ["A picture that somebody gave", "Our garden"]
    assert figures(event, Readers.CIRCLE, tmp_path) == both
    assert figures(event, Readers.EVERYBODY, tmp_path) == []
    agreed = event.model_copy(update={"agreed": ConsentTerms(share=True, drawings=True)})
    assert figures(agreed, Readers.EVERYBODY, tmp_path) == both


def test_a_damaged_picture_is_left_out(tmp_path: Path) -> None:
    whole = a_line("x1", "Our garden", part=Part.NEWS, picture="p1")
    event = with_lines(whole, pictures={"p1": a_picture(b"\x89PNG no picture at all")})
    assert figures(event, Readers.CIRCLE, tmp_path) == []
    assert "Our garden" in text("proceedings", event, Readers.CIRCLE)


# Easy read


def test_the_easy_edition_has_pictures_short_words_and_says_that_it_is_a_draft() -> None:
    words = text("proceedings-easy")
    assert "Draft: not yet checked by people with learning disabilities" in words
    assert "We talked about 11 topics." in words
    assert "You will get an answer by 31 January 2027." in words
    assert "Yara said: I choose who comes into my house." in words
    assert "The shop on Hill Street closes" not in words


def test_the_easy_edition_never_has_more_than_24_pages() -> None:
    for event in (days.a_crowded_day(), days.a_hostile_day()):
        with pikepdf.open(BytesIO(written("proceedings-easy", event))) as document:
            assert len(document.pages) <= MOST_PAGES


# The table of lines


def rows(event: Event = DAY, readers: Readers = Readers.EVERYBODY) -> list[dict[str, str]]:
    """Return the rows of the CSV."""
    content = written("csv", event, readers).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content, newline="")))


def test_each_line_has_its_place_and_what_it_answers() -> None:
    found = {row["words"]: row for row in rows()}
    late, on_time = found["The 14 is always late"], found["Not on Tuesdays, then it is on time"]
    assert list(late) == list(COLUMNS)
    assert (late["table_number"], late["table"], late["round"]) == ("3", "Getting about", "1")
    assert on_time["answers_line"] == late["line"]
    asked = found["We ask the council to put the choice into the contract."]
    assert (asked["time"], asked["room"]) == ("13:40", "Great Hall")
    assert found["The shop on Hill Street closes"]["struck"].startswith("It stays open")
    assert found["I choose who comes into my house."]["name"] == "Yara"
    assert "Only counted" not in found


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", " =", '"=', "\t=", "\uff1d"])
def test_no_cell_can_be_taken_for_a_formula(begins: str) -> None:
    typed = f"{begins}HYPERLINK(1)"
    event = with_lines(
        a_line("x1", f"x{typed}", part=Part.NEWS, struck=typed),
        a_line("x2", typed, part=Part.TABLE, table="c1", language=typed),
    )
    tables = {"c1": DAY.tables["c1"].model_copy(update={"name": typed})}
    named = event.model_copy(update={"tables": tables})
    cells = [cell for row in rows(named) for cell in row.values() if "HYPERLINK" in cell]
    guarded = [cell for cell in cells if cell.startswith("'")]
    assert [cell[1:].strip() for cell in guarded] == [typed.strip()] * 4
    assert [cell for cell in cells if cell not in guarded] == [f"x{typed}".strip()]


def test_a_day_without_lines_is_a_table_with_heads_alone() -> None:
    assert written("csv", days.an_empty_day()).decode("utf-8-sig").count("\r\n") == 1


# The letter


def test_the_letter_says_what_was_said_where_it_went_and_when_there_is_an_answer() -> None:
    words = text("letter")
    first, second = words.index("1 Who decides who supports me?"), words.index("2 Buses after six")
    answered = words[first:second]
    assert "You said: • Let us meet two or three people, and choose." in answered
    assert "Answer from The council: From April people meet three workers and choose." in answered
    assert "This happens by 1 April 2027." in answered
    waiting = words[second:]
    assert "There is no answer yet. You will get one by 31 January 2027." in waiting
    assert "Answer from Hopeford Buses: The 14 will run until nine on trial." in waiting
    whole_day = words.partition("For the whole day")[2]
    assert whole_day.startswith(" Answer from The council: Thank you for a long day")


def test_a_letter_without_a_promise_says_that_no_day_was_named() -> None:
    about = DAY.about.model_copy(update={"answer_by": None})
    event = DAY.model_copy(update={"about": about, "answers": {}})
    assert "There is no answer yet, and no day was named. Please ask for one." in text(
        "letter", event
    )


def test_an_answer_to_what_was_merged_or_is_gone_still_arrives() -> None:
    first = DAY.answers["a1"]
    moved = {
        "a1": first.model_copy(update={"about": "t12"}),
        "a2": DAY.answers["a2"].model_copy(update={"about": "gone"}),
        "a4": first.model_copy(update={"id": "a4", "about": "c3", "text": "A bus at seven."}),
    }
    words = text("letter", DAY.model_copy(update={"answers": moved}))
    assert words.count("From April people meet three workers and choose.") == 1
    assert "The 14 will run until nine on trial." in words.partition("For the whole day")[2]
    assert "Table 3 · Getting about Answer from The council: A bus at seven." in words


def test_the_date_of_a_letter_is_the_one_it_is_given() -> None:
    export = EVENT_EXPORTS.find("letter")
    options = EventOptions(on=date(2027, 2, 1))
    bare = DAY.model_copy(update={"about": AboutEvent(method="both")})
    assert "1 February 2027" in " ".join(words_of(export.render(bare, options)))
