"""The give-away pack: everything in open forms, each column explained, nothing a program runs."""

import csv
import io
import zipfile
from datetime import date
from hashlib import sha256
from typing import Any

import orjson
import pytest
from hypothesis import given, settings

from path_planner.analysis.counts import count_of
from path_planner.analysis.numbering import LETTERS, references, trace
from path_planner.analysis.publishable import publishable
from path_planner.analysis.queries import all_voices, voices_in
from path_planner.analysis.tally import tally
from path_planner.domain.vision.plan import Licence
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision import open_dataset_zip
from path_planner.exports.vision.open_dataset.columns import COLLECTIONS, SINGLES, WITHOUT_A_COLUMN
from path_planner.exports.vision.open_dataset.package import (
    MANIFEST,
    MORE_LETTERS,
    VISION,
    names_of,
)
from path_planner.exports.vision.open_dataset.safe_csv import RULE, cell
from path_planner.exports.vision.open_dataset_zip import document_name
from path_planner.i18n import ENGLISH, PSEUDO, set_language
from path_planner.storage.serializer import write
from tests.analysis.test_publishable import TRAVELS, with_secrets
from tests.analysis.visions import a_vision, small, visions

EXPORTS = VISION_EXPORTS.known
COUNTED = ("paths", "conversations", "people", "surveys", "answers", "unsigned")
ON = VisionOptions(on=date(2026, 11, 22))


@pytest.fixture(autouse=True)
def _no_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the other documents: they have their own tests, and take long."""
    monkeypatch.setattr(VISION_EXPORTS, "known", ())


def files_of(vision: Vision) -> dict[str, bytes]:
    """Return the files of the pack by name."""
    with zipfile.ZipFile(io.BytesIO(open_dataset_zip.render(vision, ON))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows_of(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    found: list[dict[str, Any]] = orjson.loads(files[f"data/{name}.json"])["rows"]
    return found


def sheet_of(files: dict[str, bytes], path: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does."""
    return [*csv.DictReader(io.StringIO(files[path].decode("utf-8-sig"), newline=""))]


@pytest.mark.parametrize("name", [*COLLECTIONS, *SINGLES])
def test_every_field_that_travels_has_a_column_with_a_sentence(name: str) -> None:
    about = {**COLLECTIONS, **SINGLES}[name]
    described = {path.partition(".")[0] for path in about.columns}
    without = WITHOUT_A_COLUMN.get(name, frozenset()) | {"id", "order"}
    assert described == {*TRAVELS[name].split()} - without
    assert about.meaning.endswith(".")
    assert all(sentence.endswith(".") for sentence in about.columns.values())


def test_every_collection_that_travels_has_a_table() -> None:
    assert {*COLLECTIONS, *SINGLES} == {*TRAVELS}


def test_no_two_kinds_of_things_have_the_same_letter() -> None:
    letters = [*LETTERS.values(), *MORE_LETTERS.values()]
    assert len({*letters}) == len(letters)
    assert {*LETTERS, *MORE_LETTERS, "placings"} == {*COLLECTIONS}


def test_the_dictionary_explains_every_column_of_every_table() -> None:
    files = files_of(with_secrets())
    explained = {(row["table"], row["column"]): row for row in rows_of(files, "dictionary")}
    for path in files:
        if path.startswith("data/") and path.endswith(".csv"):
            table = path.removeprefix("data/").removesuffix(".csv")
            head = files[path].decode("utf-8-sig").splitlines()[0]
            for column in next(csv.reader([head])):
                assert explained.pop((table, column))["meaning"].endswith(".")
    assert not explained


def test_the_dictionary_tells_what_sort_of_value_a_column_holds() -> None:
    told = {
        (row["table"], row["column"]): (row["kind"], row["values"])
        for row in rows_of(files_of(small()), "dictionary")
    }
    assert told["sources", "people"] == ("number", "")
    assert told["sources", "held_on"][0] == "date (year-month-day)"
    assert told["sources", "agreed_share"] == ("yes or no", "")
    assert told["votes", "method"] == ("one of a list", "dots | hands | fists")
    assert told["causes", "theme"][0] == "reference to another table"
    assert told["disagreements", "one_voices"][0].startswith("references to another table")
    assert told["ballots", "given"][0].startswith("references with a number each")
    assert told["voices", "text"] == ("text", "")


@settings(deadline=None, max_examples=30)
@given(visions())
def test_the_tables_hold_what_the_vision_holds(vision: Vision) -> None:
    files, told = files_of(vision), publishable(vision)
    names = references(told)
    for collection in COLLECTIONS:
        rows = rows_of(files, collection)
        if collection != "placings":
            assert {row["id"] for row in rows} == {*getattr(told, collection)}
            assert len({row["reference"] for row in rows}) == len(rows)
    assert {(row["voice"], row["theme"]) for row in rows_of(files, "placings")} == {
        (names.of("voices", voice.id), names.of("themes", theme))
        for theme in told.themes
        for voice in voices_in(told, theme)
    }
    assert [row["text"] for row in rows_of(files, "voices")] == [
        one.text for one in all_voices(told)
    ]


@settings(deadline=None, max_examples=30)
@given(visions())
def test_counts_tallies_and_the_trace_are_those_of_the_evidence(vision: Vision) -> None:
    files, names = files_of(vision), names_of(publishable(vision))
    counts = {row["theme"]: row for row in rows_of(files, "counts")}
    for theme in vision.themes:
        row = counts[names.of("themes", theme)]
        found = count_of(vision, voices_in(vision, theme))
        assert tuple(row[name] for name in COUNTED) == found
    tallies = {(row["vote"], row["priority"]): row for row in rows_of(files, "tallies")}
    for held in vision.votes:
        for result in tally(publishable(vision), held).results:
            row = tallies.pop((names.of("votes", held), names.of("priorities", result.priority)))
            assert (row["total"], row["people"]) == (result.total, result.people)
            assert row["not_lost"] == result.not_lost
            assert sum(row["by_standing"].values()) == result.total
            assert {int(many): people for many, people in row["spread"].items()} == result.spread
    assert not tallies
    assert [row["voice"] for row in rows_of(files, "trace")] == [
        names.of("voices", row.voice) for row in trace(vision)
    ]


@settings(deadline=None, max_examples=30)
@given(visions())
def test_csv_and_json_say_the_same(vision: Vision) -> None:
    files = files_of(vision)
    for path in [one for one in files if one.startswith("data/") and one.endswith(".csv")]:
        rows = rows_of(files, path.removeprefix("data/").removesuffix(".csv"))
        sheet = sheet_of(files, path)
        assert len(rows) == len(sheet)
        for row, line in zip(rows, sheet, strict=True):
            assert {key: cell(held) for key, held in row.items()} == line


def test_each_source_has_a_file_with_its_own_voices() -> None:
    files = files_of(with_secrets())
    first = orjson.loads(files["sources/S1.json"])
    assert first["people"] == 0
    assert {voice["text"] for voice in first["voices"]} == {
        "I go to the garden.",
        "We go too.",
        "…",
    }
    assert [one["reference"] for one in first["drawings"]] == ["F1"]
    assert [row["reference"] for row in sheet_of(files, "sources/S1.csv")] == [
        voice["reference"] for voice in first["voices"]
    ]
    assert "sources/S4.json" not in files
    assert files["drawings/F1.svg"].startswith(b"<svg ")


def test_the_whole_vision_and_a_list_of_all_files_are_in_it() -> None:
    files = files_of(small())
    assert files[VISION] == write(publishable(small()))
    listed = orjson.loads(files[MANIFEST])["files"]
    assert {*listed} | {MANIFEST} == {*files}
    for name, told in listed.items():
        assert told == {"bytes": len(files[name]), "sha256": sha256(files[name]).hexdigest()}


def test_the_readme_says_what_is_in_it_and_what_is_not() -> None:
    files = files_of(small())
    read_me, licence = files["README.txt"].decode(), files["LICENCE.txt"].decode()
    for name in ("documents/", "data/", "sources/", "drawings/", VISION, MANIFEST):
        assert f"- {name} – " in read_me
    assert RULE in read_me
    assert "What is not in here" in read_me
    assert "Fewer than 5 people" in read_me
    assert "In total: At least 37 people in 2 PATHs and 1 conversation" in read_me
    assert "not licensed for re-use" in licence
    assert "Creative Commons" not in read_me + licence


def test_a_licence_that_was_chosen_stands_in_it() -> None:
    about = small().about.model_copy(update={"licence": Licence.CC_BY})
    licence = files_of(small().model_copy(update={"about": about}))["LICENCE.txt"].decode()
    assert "Creative Commons Attribution 4.0" in licence
    assert "https://creativecommons.org/licenses/by/4.0/" in licence


def test_every_sentence_in_it_is_of_the_catalogue() -> None:
    set_language(PSEUDO)
    try:
        files = files_of(a_vision())
    finally:
        set_language(ENGLISH)
    for name in ("README.txt", "LICENCE.txt"):
        for line in files[name].decode().splitlines():
            assert line.startswith(("⟦", "- ", "=")) or not line, line
    assert all(
        row["meaning"].startswith("⟦")
        for row in orjson.loads(files["data/dictionary.json"])["rows"]
    )


def test_it_tells_nothing_of_the_machine_and_is_the_same_each_time() -> None:
    content = open_dataset_zip.render(small(), ON)
    assert open_dataset_zip.render(small(), ON) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
    assert [one.filename for one in members] == sorted(one.filename for one in members)
    assert {one.date_time for one in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {(one.create_system, one.external_attr, one.extra) for one in members} == {
        (3, 0o100644 << 16, b"")
    }


def test_documents_are_named_by_what_they_are() -> None:
    names = [document_name(one) for one in EXPORTS if one.key != open_dataset_zip.KEY]
    assert len({*names}) == len(names)
    assert {"documents/plan.pdf", "documents/plan.docx", "documents/poster.svg"} <= {*names}


def test_every_cell_is_quoted_and_begins_with_the_mark_of_utf_8() -> None:
    files = files_of(small())
    for path, content in files.items():
        if path.endswith(".csv"):
            assert content.startswith(b'\xef\xbb\xbf"')
            assert content.endswith(b'"\r\n')
