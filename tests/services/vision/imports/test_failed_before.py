"""Files made after real ones that were refused, read wrong, or printed names: as they are now."""

from pathlib import Path

import pytest

from path_planner.services.vision.imports.files import open_record
from tests.services.vision.imports.records import SAMPLES, sample, spoken, words

MARIGOLD, TOBIAS = "Marigold Penhallow", "Tobias Quince"
PAINT, BUS = "I want a place where I can paint", "And a bus that runs on Sundays"
DRIVE = "Tobias could drive it"


@pytest.mark.parametrize("name", ["all-spoken.txt", "one-title-line.txt"])
def test_a_title_line_does_not_hide_who_spoke(name: str) -> None:
    assert spoken(sample(name)) == [(MARIGOLD, PAINT), (TOBIAS, BUS), (MARIGOLD, DRIVE)]
    titles = ("Notes from the café, table 3",) if name.startswith("one") else ()
    assert sample(name).left_out == titles


def test_a_line_that_goes_on_belongs_to_the_voice_before() -> None:
    assert spoken(sample("wrapped.txt")) == [
        (MARIGOLD, f"{PAINT}\nwith my friends"),
        (TOBIAS, BUS),
    ]


def test_a_chat_has_neither_messages_of_the_system_nor_missing_pictures() -> None:
    record = sample("whatsapp-android.txt")
    assert spoken(record) == [
        (MARIGOLD, PAINT),
        (TOBIAS, f"{BUS}\nso that we can come too"),
        (MARIGOLD, "Thank you Tobias 🎨"),
    ]
    assert len(record.left_out) == 3
    assert {said.when.isoformat() for said in record.utterances if said.when} == {"2024-03-12"}


def test_cues_of_one_speaker_are_one_voice_until_a_sentence_ends() -> None:
    record = sample("zoom.vtt")
    assert spoken(record) == [
        (MARIGOLD, f"{PAINT}."),
        (TOBIAS, f"{BUS}, so that we can come too."),
    ]
    assert "WEBVTT" in record.left_out


def test_a_column_of_counts_is_never_the_words() -> None:
    record = sample("counts-column.csv")
    assert words(record) == [
        "A room to paint. We need a room where we can paint.",
        "Sunday bus. A bus that runs on Sundays.",
    ]
    assert [said.agrees for said in record.utterances] == [20, 41]


def test_what_was_moderated_out_stays_out() -> None:
    record = sample("polis.csv")
    assert words(record) == ["We need a room where we can paint."]
    assert [said.text for said in record.moderated] == ["Buy my pills"]
    assert [(said.agrees, said.disagrees) for said in record.utterances] == [(4, 1)]


def test_each_question_of_a_form_has_its_answers() -> None:
    record = sample("google-forms.csv")
    assert [(said.who, said.question, said.text) for said in record.utterances[:2]] == [
        (
            "Marigold",
            "What would a good life in our town look like for you?",
            "A place to paint\nwith my friends",
        ),
        ("Marigold", "What gets in the way?", "No bus on Sunday"),
    ]
    assert (len(record.utterances), record.is_form) == (6, True)
    # Nobody signed the third row: its two answers are of one person all the same.
    assert [said.who for said in record.utterances[4:]] == ["#3", "#3"]


def test_codes_of_a_passage_are_its_themes() -> None:
    record = sample("taguette.csv")
    assert [(said.text, said.themes) for said in record.utterances] == [
        ("I want a place where I can paint, she said.", ("hope", "place")),
        ("There is no bus on Sundays.", ("barrier",)),
    ]


def test_one_survey_is_one_source_and_its_dates_are_of_one_order() -> None:
    record = sample("us-dates.csv")
    assert record.is_form
    days = [said.when.isoformat() for said in record.utterances if said.when]
    assert days == ["2026-11-03", "2026-11-12", "2026-11-23"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cp1250-polish.csv", [("Łucja", "Chcę malować i żyć spokojnie"),
                               ("Michał", "Więcej świeżego powietrza")]),
        ("gb18030-chinese.csv", [("小明", "我想有一个画画的地方"), ("阿珍", "星期天有公共汽车")]),
    ],
)  # fmt: skip
def test_letters_of_older_encodings_are_found_and_it_is_told(
    name: str, said: list[tuple[str, str]]
) -> None:
    opened = open_record(name, (SAMPLES / name).read_bytes())
    assert opened.letters is not None
    assert opened.letters.encoding == name.partition("-")[0]
    assert spoken(sample(name)) == said


def test_html_becomes_plain_words() -> None:
    assert words(sample("html-in-cells.csv")) == [
        "A room to paint. We need a room to paint.\nwarm",
        "Sunday bus. A bus on Sundays & evenings",
    ]


def test_marks_of_a_list_are_no_words() -> None:
    record = sample("word-bullets.txt")
    assert record.left_out == ("What people said:",)
    assert words(record)[:7] == [
        "A place to paint", "A bus on Sundays – “really”", "and evenings", "A garden", "Friends",
        "Work", "First, money",
    ]  # fmt: skip
    assert all(said.text[0].isalpha() for said in record.utterances)


def test_a_person_of_two_days_keeps_one_name() -> None:
    record = sample("days.csv")
    assert not record.is_form
    assert [said.who for said in record.utterances] == ["p1", "p1", "p2"]
    assert len({said.when for said in record.utterances}) == 2


def test_every_sample_is_looked_at_here() -> None:
    text = Path(__file__).read_text("utf-8")
    names = {path.name for path in SAMPLES.iterdir()} - {"names.csv"}
    assert [name for name in sorted(names) if name not in text] == []
