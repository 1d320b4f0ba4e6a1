"""Records of conversations: pasted, typed, or as spreadsheets write them; nothing is trusted."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.base import MOST_LETTERS, clean
from path_planner.domain.people import Role
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import SourceKind, is_empty_answer
from path_planner.domain.voice import Share
from path_planner.errors import (
    AlreadyGathered,
    ColumnsUnclear,
    FileDamaged,
    NotAgreedToAdd,
    NotARecord,
    NotASession,
    NothingGathered,
    PlannerError,
    RecordTooLarge,
)
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.imports import files as reading_files
from path_planner.services.vision.imports.column_names import Use
from path_planner.services.vision.imports.conversation import AboutRecord, Record, Utterance
from path_planner.services.vision.imports.dates import DateOrder, day_of
from path_planner.services.vision.imports.files import open_text, read_source, sure_record
from path_planner.services.vision.imports.rows import Columns, record_of_rows
from path_planner.services.vision.imports.tables import table_of_text
from path_planner.services.vision.sources import add_file, add_record
from path_planner.storage.serializer import write
from tests.domain.builders import a_session
from tests.services.vision.circle import a_circle
from tests.services.vision.imports.records import opened, table, words

AGREED = AboutRecord(what=SourceKind.CAFE, share=Share.QUOTE, agreed=True)


def read_record(name: str, content: bytes) -> Record | Session:
    """Read a file, and of a record what is sure in it."""
    opened = read_source(name, content)
    return opened if isinstance(opened, Session) else sure_record(opened)


def record_of(text: str) -> Record:
    """Read what was pasted."""
    return open_text(text).record()


def heard(content: bytes, name: str = "x.csv") -> list[Utterance]:
    """Read a file that is a record."""
    record = read_record(name, content)
    assert isinstance(record, Record)
    return list(record.utterances)


def test_text_is_one_voice_a_line_without_the_marks_of_a_list() -> None:
    record = record_of("A bus\n\n - A bench\n• Tea – and cake\r\n[ ] -5 degrees\n   \n")
    assert [one.text for one in record.utterances] == [
        "A bus",
        "A bench",
        "Tea – and cake",
        "-5 degrees",
    ]


def test_names_before_a_colon_are_taken_as_those_who_spoke_only_if_every_line_has_one() -> None:
    told = record_of("Asha: A bus.\nFamily: A rest.\nBen Reed:  Tea: hot.").utterances
    assert [(one.who, one.role, one.text) for one in told] == [
        ("Asha", Role.OTHER, "A bus."),
        ("", Role.FAMILY, "A rest."),
        ("Ben Reed", Role.OTHER, "Tea: hot."),
    ]
    assert [one.text for one in record_of("My wish: a bus.\nTea").utterances] == [
        "My wish: a bus.",
        "Tea",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (("Text", "WHO", "Where", "When"), ("A, b; c\td|e", "Asha", "Hall", "03/04/2026")),
        (("date", "Said by", "comment", "venue"), ("2026-04-03", "Asha", "A, b; c\td|e", "Hall")),
        (
            ("Location", "What was said?", "Name:", "Day"),
            ("Hall", "A, b; c\td|e", "Asha", "3 Apr 2026"),
        ),
    ],
)
def test_columns_stand_in_any_order_under_names_that_people_use(
    delimiter: str, heading: tuple[str, ...], row: tuple[str, ...]
) -> None:
    written = StringIO()
    csv.writer(written, delimiter=delimiter).writerows([heading, row])
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        opened = read_source("x.csv", written.getvalue().encode(encoding))
        assert not isinstance(opened, Session)
        (one,) = opened.record(order=DateOrder.DAY_FIRST).utterances
        # A tab in words is one of the signs that a document does not keep as it is.
        assert one.text == clean("A, b; c\td|e")
        assert (one.who, one.where, one.when) == ("Asha", "Hall", date(2026, 4, 3))


def test_what_spreadsheets_do_is_understood() -> None:
    content = (
        b'sep=;\r\n"who";"text"\r\n"nurse";"Line one\r\nline ""two"""\r\n;=1+1\r\n'
        b'"Table 3";caf\xe9\r\n;\r\n"x";\r\n'
    )
    record = read_record("x.csv", content)
    assert isinstance(record, Record)
    assert [(one.who, one.role, one.text) for one in record.utterances] == [
        ("", Role.PROFESSIONAL, 'Line one\nline "two"'),
        ("", Role.OTHER, "=1+1"),
        ("Table 3", Role.OTHER, "café"),
    ]
    assert record.empty == 1


def test_words_with_a_comma_and_no_quotation_marks_are_put_together() -> None:
    assert [one.text for one in heard(b"who,text\nAsha,A bus, and soon, please\n")] == [
        "A bus, and soon, please"
    ]
    record = read_record("x.csv", b"text,who\nA bus, and soon, please\nA bench,Asha\n")
    assert isinstance(record, Record)
    assert (record.unreadable, [one.text for one in record.utterances]) == ((2,), ["A bench"])


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("x.csv", b"", "it has no row with words"),
        ("x.csv", b"text,who\n", "it has no row with words"),
        ("x.xlsx", b"PK\x03\x04rest", "it is a spreadsheet that cannot be opened"),
        ("x.ods", b"text,who\nA bus,Asha\n", "it is a spreadsheet that cannot be opened"),
        ("x.csv", b"PK\x03\x04rest", "office document"),
        ("x.txt", b"%PDF-1.7", "it is a PDF"),
        ("x.txt", b"abc\0def", "not plain text"),
        ("x.txt", b"\xff\xfea", "not plain text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_plain_sentence(
    name: str, content: bytes, why: str
) -> None:
    with pytest.raises(NotARecord, match=why):
        read_source(name, content)


@pytest.mark.parametrize("content", [b"1,2\n3,4\n", b"who,where\na,b\n", b"count\n3\n0\n"])
def test_a_table_in_which_nothing_was_said_is_refused_with_its_columns(content: bytes) -> None:
    with pytest.raises(ColumnsUnclear, match="The columns are: "):
        read_record("x.csv", content)


def test_a_row_that_cannot_be_read_costs_itself_alone() -> None:
    for row in (b'"never closed,b', b'"a"b,c'):
        record = read_record("x.csv", b"text,who\n" + row + b"\nA bus,Asha\n")
        assert isinstance(record, Record)
        assert (record.unreadable, [one.text for one in record.utterances]) == ((2,), ["A bus"])


def test_plans_are_known_by_what_they_hold() -> None:
    assert isinstance(read_source("anything.txt", write(a_session())), Session)
    with pytest.raises(NotASession):
        read_source("x.json", b"{}")
    with pytest.raises(FileDamaged):
        read_source("x.path.json", write(a_session())[:-40])


def test_too_much_is_refused_and_too_long_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    record = record_of("a" * (MOST_LETTERS + 5) + "\nb")
    assert (record.cut, [len(one.text) for one in record.utterances]) == (1, [MOST_LETTERS, 1])
    monkeypatch.setattr(reading_files, "MOST_VOICES", 3)
    with pytest.raises(RecordTooLarge, match="3 voices"):
        record_of("a\nb\nc\nd")
    monkeypatch.setattr(reading_files, "MOST_MEGABYTES", 0)
    with pytest.raises(RecordTooLarge):
        read_source("x.txt", b"aa")


def test_a_cell_larger_than_the_reader_takes_is_counted() -> None:
    record = read_record("x.csv", b"text,who\n" + b"a" * 200_000 + b",b\nA bus,Asha\n")
    assert isinstance(record, Record)
    assert (record.unreadable, [one.text for one in record.utterances]) == ((2,), ["A bus"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-01", date(2026, 5, 1)),
        ("2026-05-01 10:30", date(2026, 5, 1)),
        ("01/05/2026", date(2026, 5, 1)),
        ("1.5.26", date(2026, 5, 1)),
        ("Friday 1st May 2026", date(2026, 5, 1)),
        ("1 May, 2026", date(2026, 5, 1)),
        ("31/02/2026", None),
        ("soon", None),
        ("1 Smarch 2026", None),
    ],
)
def test_days_are_read_as_people_write_them_here(text: str, day: date | None) -> None:
    assert day_of(text) == day


NAMES = ("a.csv", "a.txt", "a.json", "a", "a.vtt", "a.xlsx", "a.ods", "a.qdpx")


@given(content=st.binary(max_size=300), name=st.sampled_from(NAMES))
def test_any_bytes_are_read_or_refused_in_a_sentence(content: bytes, name: str) -> None:
    assert isinstance(read_or_refusal(name, content), Record | Session | str)


def read_or_refusal(name: str, content: bytes) -> object:
    """Read a file, or return the sentence that says why not."""
    try:
        return read_record(name, content)
    except PlannerError as error:
        return str(error)


voices = st.lists(
    st.tuples(st.text(max_size=60), st.sampled_from(("", "Asha Quill", "family", "Table 2"))),
    max_size=8,
)


@given(rows=voices, delimiter=st.sampled_from(",;\t|"))
def test_every_row_with_words_becomes_a_voice(rows: list[tuple[str, str]], delimiter: str) -> None:
    written = StringIO()
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("text", "who"), *rows])
    table = table_of_text(written.getvalue()) if any(map(str.strip, sum(rows, ()))) else None
    if table is None:
        return
    record = record_of_rows(table, Columns((Use.WORDS, Use.WHO)))
    kept = [str(clean(said)).strip() for said, _who in rows]
    told = [said.text for said in record.utterances]
    aside = [said.text for said in record.set_aside]
    assert table.unreadable == ()
    assert told == [one for one in kept if one and not is_empty_answer(one)]
    assert aside == [one for one in kept if one and is_empty_answer(one)]


def test_a_record_becomes_one_source_for_each_place_and_day_and_keeps_no_name() -> None:
    table = (
        b"who,role,where,when,text\n"
        b"Asha Quill,family,Hall,2026-05-01,Asha and I want a bus.\n"
        b"Ben Reed,,Hall,2026-05-01,ben likes Asha\n"
        b"Asha Quill,family,Park,2026-05-02,A bench for Asha.\n"
        b",,Park,2026-05-02,Nobody said who.\n"
    )
    circle = a_circle()
    gathered = add_file(circle.meeting, "cafe.csv", table, SourceDetails(), AGREED)
    circle.does(gathered.saved)
    vision = circle.vision
    assert (gathered.came, len(gathered.sources)) == (4, 2)
    facts = [(one.place, one.held_on, one.what, one.kept_as) for one in vision.sources.values()]
    assert facts == [
        ("Hall", date(2026, 5, 1), SourceKind.CAFE, "cafe.csv"),
        ("Park", date(2026, 5, 2), SourceKind.CAFE, "cafe.csv"),
    ]
    assert [(one.text, one.speaker, one.role) for one in vision.voices.values()] == [
        ("[a relative] and I want a bus.", "p1", Role.FAMILY),
        ("[someone] likes [a relative]", "p2", Role.OTHER),
        ("A bench for [a relative].", "p1", Role.FAMILY),
        ("Nobody said who.", None, Role.OTHER),
    ]
    assert [one.names for one in vision.sources.values()] == [
        ("Asha Quill", "Ben Reed"),
        ("Asha Quill",),
    ]
    assert {one.share for one in vision.voices.values()} == {Share.QUOTE}
    with pytest.raises(AlreadyGathered):
        add_file(circle.meeting, "again.csv", table, SourceDetails(), AGREED)


def test_nothing_is_added_unagreed_or_empty_and_no_name_is_ever_printed() -> None:
    circle = a_circle()
    record = record_of("A bus")
    with pytest.raises(NotAgreedToAdd):
        add_record(circle.meeting, record, AboutRecord())
    with pytest.raises(NothingGathered):
        add_record(circle.meeting, record_of("n/a\n"), AGREED)
    named = AGREED._replace(share=Share.NAMED)
    circle.does(add_record(circle.meeting, record, named).saved)
    assert {one.share for one in circle.vision.voices.values()} == {Share.THEME}


def test_who_is_told_of_the_whole_record_goes_for_the_lines_that_do_not_say_it() -> None:
    circle = a_circle()
    table = b"who,text\nprofessional,We cannot give keys.\n,I want my key.\nAsha Quill,So do I.\n"
    about = AGREED._replace(role=Role.SELF_ADVOCATE)
    circle.does(add_file(circle.meeting, "visit.csv", table, SourceDetails(), about).saved)
    roles = [one.role for one in circle.vision.voices.values()]
    assert roles == [Role.PROFESSIONAL, Role.SELF_ADVOCATE, Role.SELF_ADVOCATE]


def test_two_columns_with_the_same_question_are_both_read() -> None:
    rows = [
        (f"2026/11/1{n} 10:00:00", f"A bus {n}", f"It is late {n}", f"I wait {n}") for n in (1, 2)
    ]
    record = sure_record(opened(table(("Timestamp", "What helps?", "Why?", "Why?"), *rows)))
    assert words(record) == [cell for row in rows for cell in row[1:]]


def test_line_breaks_of_word_processors_end_no_row() -> None:
    said = ("A bus\u2028at night", "A bench\vin the park", "A tree\x85here")
    record = sure_record(opened("who,comment\n" + "".join(f"Asha,{one}\n" for one in said)))
    assert words(record) == ["A bus\nat night", "A bench\nin the park", "A tree\nhere"]


def test_equal_words_of_two_documents_are_two_voices() -> None:
    rows = (("Home", "A ramp", "a.txt"), ("Street", "A ramp", "a.txt"), ("Home", "A ramp", "b.txt"))
    record = sure_record(opened(table(("codename", "coded", "file"), *rows)))
    assert [said.themes for said in record.utterances] == [("Home", "Street"), ("Home",)]
