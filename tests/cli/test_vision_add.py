"""`path-planner vision add` of tables: the guess is shown and told, an unsure one is refused."""

from pathlib import Path

import pytest

from path_planner.domain.vision.vision import Vision
from path_planner.services.vision.documents import begun
from path_planner.storage.serializer import read, write
from path_planner.storage.vision_type import VISIONS
from tests.cli.running import fail, succeed
from tests.services.vision.imports.records import SAMPLES, table

LONG = "There is no bus on Sundays, so I stay at home."
OTHER = "My sister drives me when her back is well again."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a new vision."""
    path = tmp_path / "oak.vision.json"
    path.write_bytes(write(begun("Oak")))
    return path


def vision_in(file: Path) -> Vision:
    return read(file.read_bytes(), VISIONS)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_every_file_that_failed_before_comes_in(file: Path, name: str) -> None:
    succeed("vision", "add", file, SAMPLES / name, "--agreed")
    vision = vision_in(file)
    assert vision.voices
    texts = " ".join(voice.text for voice in vision.voices.values())
    assert "Penhallow" not in texts
    assert "-->" not in texts


def test_a_look_changes_nothing(file: Path) -> None:
    before = file.read_bytes()
    shown = succeed("vision", "add", file, SAMPLES / "polis.csv", "--look")
    assert file.read_bytes() == before
    assert "It looks like Polis, comments." in shown
    assert "comment-body → The words: “We need a room where we can paint.”" in shown
    assert "1 was moderated out and stays out." in shown
    assert shown.rstrip().endswith("Nothing was added.")


def test_the_column_that_was_taken_is_told(file: Path) -> None:
    told = succeed("vision", "add", file, SAMPLES / "counts-column.csv", "--agreed")
    assert "the words are in “Description”" in told


def test_an_unsure_guess_is_refused_and_columns_can_be_named(file: Path, tmp_path: Path) -> None:
    record = tmp_path / "survey.csv"
    headings = ("One", "Two", "Mail")
    record.write_text(table(headings, (LONG, OTHER, "a@quill.example")), "utf-8")
    assert "--words. The columns are: One; Two; Mail" in fail(
        "vision", "add", file, record, "--agreed"
    )
    assert vision_in(file).voices == {}
    assert "no column “Three”" in fail(
        "vision", "add", file, record, "--agreed", "--words", "Three"
    )
    succeed("vision", "add", file, record, "--agreed", "--words", "Two", "--who", "One")
    vision = vision_in(file)
    assert [voice.text for voice in vision.voices.values()] == [OTHER]
    assert b"quill.example" not in file.read_bytes()
    record.write_text(table(headings, (OTHER, LONG, "b@quill.example")), "utf-8")
    told = succeed("vision", "add", file, record, "--agreed")
    assert "the words are in “Two”" in told
    assert sorted(voice.text for voice in vision_in(file).voices.values()) == sorted([OTHER, LONG])
    shown = succeed("vision", "add", file, record, "--look", "--words", "One", "--words", "Two")
    assert "quill.example" not in shown
    assert "2 voices" in shown


def test_dates_that_can_be_read_in_two_ways_are_asked_for(file: Path, tmp_path: Path) -> None:
    record = tmp_path / "talks.csv"
    record.write_text(table(("text", "when"), (LONG, "03/04/2026"), (OTHER, "04/04/2026")), "utf-8")
    assert "--dates" in fail("vision", "add", file, record, "--agreed")
    succeed("vision", "add", file, record, "--agreed", "--dates", "month-first")
    days = sorted(str(source.held_on) for source in vision_in(file).sources.values())
    assert days == ["2026-03-04", "2026-04-04"]


def test_letters_that_can_be_read_in_two_ways_are_asked_for(file: Path, tmp_path: Path) -> None:
    record = tmp_path / "notes.csv"
    text = "Name;Comment\nŁucja;Chcę malować i żyć spokojnie, więcej zieleni, proszę\n"
    record.write_bytes(text.encode("iso8859_2"))
    assert "--encoding" in fail("vision", "add", file, record, "--agreed")
    succeed("vision", "add", file, record, "--agreed", "--encoding", "iso8859_2")
    (voice,) = vision_in(file).voices.values()
    assert voice.text.startswith("Chcę malować i żyć")


def test_themes_and_likes_come_along(file: Path, tmp_path: Path) -> None:
    record = tmp_path / "coded.csv"
    rows = [(LONG, "Buses; Sundays", "12"), (OTHER, "Buses", "3")]
    record.write_text(table(("comment", "theme", "likes"), *rows), "utf-8")
    succeed("vision", "add", file, record, "--agreed")
    vision = vision_in(file)
    assert sorted(theme.name for theme in vision.themes.values()) == ["Buses", "Sundays"]
    assert len(vision.placings) == 3
    assert sorted(voice.agrees for voice in vision.voices.values()) == [3, 12]
    assert not vision.ballots


@pytest.mark.parametrize("name", ["record.csv", "record.txt"])
def test_nothing_of_a_file_can_command_the_terminal(file: Path, tmp_path: Path, name: str) -> None:
    record = tmp_path / name
    hidden = "A\x1b bus\x07 \u202eat night"
    record.write_text(f"comment\x07,tag\x1b[2m\n{hidden},{hidden}\nn/a\x1b,x\n", "utf-8")
    shown = succeed("vision", "add", file, record, "--look")
    assert "A bus at night" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_question_that_was_asked_twice_is_named_once(file: Path, tmp_path: Path) -> None:
    record = tmp_path / "form.csv"
    record.write_text(table(("who", "Why", "Why"), ("Asha", LONG, OTHER)), "utf-8")
    told = succeed("vision", "add", file, record, "--words", "Why", "--agreed")
    assert "2 voices added" in told


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (table(("One", "Two"), (LONG, OTHER)), "--words"),
        (table(("comment", "when"), (LONG, "03/04/2026")), "--dates which day 03/04/2026 is"),
        ("Name;Comment\nŁucja;Chcę malować i żyć spokojnie, więcej zieleni\n", "--encoding"),
    ],
)
def test_a_look_says_what_must_be_said(file: Path, tmp_path: Path, text: str, asked: str) -> None:
    record = tmp_path / "record.csv"
    record.write_bytes(text.encode("iso8859_2"))
    assert asked in succeed("vision", "add", file, record, "--look")
    assert asked.split(maxsplit=1)[0] in fail("vision", "add", file, record, "--agreed")
