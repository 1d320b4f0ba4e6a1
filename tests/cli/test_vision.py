"""`path-planner vision` and its exports: a plan from many PATHs without a browser."""

import json
import stat
from pathlib import Path

import jsonschema
import pytest

from path_planner import cli
from path_planner.cli.export import FORMS
from path_planner.domain.base import put
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.exports.registry import vision_exports
from path_planner.services.context import SessionContext, VisionContext, now
from path_planner.services.session.documents import begin
from path_planner.services.session.people import record_consent
from path_planner.services.session.voices import change_voice, write_voice
from path_planner.services.vision.documents import begun, duplicate
from path_planner.storage.atomic_io import OWNER_ONLY
from path_planner.storage.serializer import read, write
from path_planner.storage.store_registry import open_store, open_vision_store
from path_planner.storage.vision_type import VISIONS

Output = pytest.CaptureFixture[str]
BEES = "I look after the bees behind the library."


def call(*arguments: object) -> int:
    """Run the command line."""
    return cli.main([str(argument) for argument in arguments])


def trouble(capsys: Output) -> str:
    """Return what was complained about: one line that names the program."""
    told = capsys.readouterr()
    assert told.err.startswith("path-planner: ")
    assert told.err.count("\n") == 1
    return told.err


def vision_in(file: Path) -> Vision:
    """Read a vision's file itself, without what may stand in its journal."""
    return read(file.read_bytes(), VISIONS)


@pytest.fixture
def file(tmp_path: Path, capsys: Output) -> Path:
    """Begin a vision of a place that does not exist, and return its file."""
    file = tmp_path / "oak.vision.json"
    assert call("vision", "new", file, "--title", "Hopeford for all") == 0
    assert capsys.readouterr().out == f"{file}\n"
    return file


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Keep a PATH whose people share one voice as a quote, and return its file."""
    store = open_store(str(tmp_path / "plans"))
    session = begin(store, "Robin")
    session = record_consent(SessionContext(store, session), share=True).document
    session = write_voice(SessionContext(store, session), "dream", BEES, share=Share.QUOTE).document
    write_voice(
        SessionContext(store, session), "dream", "For the circle alone.", share=Share.CIRCLE
    )
    return next((tmp_path / "plans").glob("*.path.json"))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Write down what was said in a café."""
    record = tmp_path / "café.txt"
    record.write_text("A bench for everybody.\nA bus after six.\n", "utf-8")
    return record


def test_a_new_vision_has_its_title_and_is_for_its_owner_alone(file: Path) -> None:
    vision = vision_in(file)
    assert (vision.about.title, vision.revision) == ("Hopeford for all", 0)
    assert stat.S_IMODE(file.stat().st_mode) == OWNER_ONLY


def test_a_new_vision_is_never_written_over_something(file: Path, capsys: Output) -> None:
    before = file.read_bytes()
    assert call("vision", "new", file, "--title", "Another") == 1
    assert str(file) in trouble(capsys)
    assert file.read_bytes() == before


def test_a_vision_that_no_store_would_find_is_not_begun(tmp_path: Path, capsys: Output) -> None:
    assert call("vision", "new", tmp_path / "oak.json", "--title", "Oak") == 1
    assert ".vision.json" in trouble(capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["vision"],
        ["vision", "new", "x.vision.json"],
        ["vision", "new", "x.vision.json", "--title", "x" * 301],
        ["vision", "add", "x.vision.json"],
        ["vision", "add", "x.vision.json", "y.txt", "--on", "yesterday"],
        ["vision", "add", "x.vision.json", "y.txt", "--people", "-1"],
        ["vision", "add", "x.vision.json", "y.txt", "--people", "many"],
        ["vision", "add", "x.vision.json", "y.txt", "--share", "everybody"],
    ],
)
def test_wrong_usage_ends_with_status_two(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        call(*arguments)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["new", "add", "suggest"])
def test_every_part_explains_itself(part: str, capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        call("vision", part, "--help")
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("usage: path-planner vision")


def test_what_a_path_shares_is_in_the_file_and_nothing_else_of_it(
    file: Path, plan: Path, capsys: Output
) -> None:
    # The voices are still in the journal of the plan.
    assert b"bees" not in plan.read_bytes()
    assert call("vision", "add", file, plan) == 0
    assert "1 voice is in, 1 stays with its circle" in capsys.readouterr().out
    vision = vision_in(file)
    assert [voice.text for voice in vision.voices.values()] == [BEES]
    assert b"circle alone" not in file.read_bytes()
    assert call("check", "--store", file.parent) == 0


def test_a_plan_can_be_named_by_its_id(file: Path, plan: Path) -> None:
    (entry,) = open_store(str(plan.parent)).summaries()
    assert call("vision", "add", file, entry.id, "--store", plan.parent) == 0
    assert len(vision_in(file).voices) == 1


def test_a_record_comes_in_only_when_somebody_says_it_was_agreed(
    file: Path, record: Path, capsys: Output
) -> None:
    assert call("vision", "add", file, record) == 1
    assert "--agreed" in trouble(capsys)
    assert vision_in(file).voices == {}
    known = ("--kind", "cafe", "--on", "2026-11-20", "--people", "7", "--place", "The Old School")
    assert call("vision", "add", file, record, "--agreed", "--share", "quote", *known) == 0
    vision = vision_in(file)
    (source,) = vision.sources.values()
    assert (source.what, source.people, source.place) == ("cafe", 7, "The Old School")
    assert str(source.held_on) == "2026-11-20"
    assert {voice.share for voice in vision.voices.values()} == {Share.QUOTE}


def test_one_that_cannot_come_in_does_not_keep_the_others_out(
    file: Path, plan: Path, tmp_path: Path, capsys: Output
) -> None:
    nowhere = tmp_path / "nowhere.path.json"
    assert call("vision", "add", file, nowhere, plan) == 1
    assert trouble(capsys).startswith(f"path-planner: {nowhere}: ")
    assert len(vision_in(file).voices) == 1


def test_a_path_that_is_not_shared_stays_out(file: Path, plan: Path, capsys: Output) -> None:
    store = open_store(str(plan.parent))
    (entry,) = store.summaries()
    record_consent(SessionContext(store, store.open(entry.id).document), share=False)
    before = file.read_bytes()
    assert call("vision", "add", file, plan) == 1
    assert "have not agreed" in trouble(capsys)
    assert file.read_bytes() == before


def test_a_path_that_shares_less_goes_out_when_it_is_added_again(
    file: Path, plan: Path, capsys: Output
) -> None:
    assert call("vision", "add", file, plan) == 0
    vision = vision_in(file)
    visions = open_vision_store(str(file.parent))
    duplicate(visions, vision.id, "The same again")
    deleted = duplicate(visions, vision.id, "Deleted")
    visions.remove(deleted.id, now())
    store = open_store(str(plan.parent))
    (entry,) = store.summaries()
    session = store.open(entry.id).document
    (shared,) = (one for one in session.voices.values() if one.text == BEES)
    change_voice(SessionContext(store, session), shared.id, share=Share.CIRCLE)
    capsys.readouterr()
    assert call("vision", "add", file, plan) == 0
    told = capsys.readouterr()
    assert "0 voices are in, 2 stay with their circle, 1 went out" in told.out
    assert "“The same again” holds these words too. Take them back there." in told.err
    record_consent(SessionContext(store, store.open(entry.id).document), share=False)
    assert call("vision", "add", file, plan) == 0
    assert vision_in(file).sources == {}
    visions.restore(deleted.id)
    assert BEES not in str(visions.open(deleted.id).document)
    capsys.readouterr()
    assert call("vision", "add", file, plan) == 1
    assert "have not agreed" in trouble(capsys)


def test_a_vision_open_elsewhere_is_not_written_over(file: Path, plan: Path) -> None:
    elsewhere = open_vision_store(str(file.parent))
    vision = elsewhere.open(vision_in(file).id).document
    VisionContext(elsewhere, vision).keep(put(vision, "themes", Theme(id="t1", name="Bees")))
    assert vision_in(file).themes == {}
    assert call("vision", "add", file, plan) == 0
    newest = elsewhere.open(vision.id).document
    assert vision_in(file) == newest
    assert (len(newest.themes), len(newest.voices)) == (1, 1)
    assert {step.by for step in elsewhere.history(vision.id)} >= {"command line"}


def test_a_copy_beside_its_original_is_not_taken_for_it(
    file: Path, plan: Path, capsys: Output
) -> None:
    vision = vision_in(file)
    named = file.with_name(f"2026-11-22_{vision.id}.vision.json")
    named.write_bytes(file.read_bytes())
    assert call("vision", "add", file, plan) == 1
    assert "already here" in trouble(capsys)
    assert vision_in(file).voices == vision_in(named).voices == {}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "damaged"),
        (b"[]", "not a vision"),
        (b'{"format": "path-planner/session", "version": 1}', "the plan of one PATH"),
        (b'{"format": "path-planner/vision", "version": 999}', "newer version"),
        (b'{"format": "path-planner/vision", "version": 1, "id": "', "damaged"),
    ],
    ids=["empty", "other", "session", "newer", "cut"],
)
@pytest.mark.parametrize("command", [["vision", "suggest"], ["export", "--as", "plan", "--to"]])
def test_a_file_that_is_no_whole_vision_is_refused_in_one_line(
    content: bytes, reason: str, command: list[str], tmp_path: Path, capsys: Output
) -> None:
    file = tmp_path / "oak.vision.json"
    file.write_bytes(content)
    to = [tmp_path / "plan.pdf"] if command[0] == "export" else []
    assert call(*command, *to, file) == 1
    assert reason in trouble(capsys)
    assert file.read_bytes() == content


def test_suggestions_say_what_made_them_and_change_nothing(
    file: Path, tmp_path: Path, capsys: Output
) -> None:
    said = tmp_path / "said.txt"
    said.write_text(
        "The last bus goes at five.\nThere is no bus in the evening.\nNo bus on Sundays either.\n"
        "I love to sing in the choir.\n\x1b[31mThe bus driver knows us\x1b[0m.\n",
        "utf-8",
    )
    call("vision", "add", file, said, "--agreed")
    before = file.read_bytes()
    capsys.readouterr()
    assert call("vision", "suggest", file) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.startswith("The machine suggests. People decide, and people name.\n")
    assert "“There is no bus in the evening.”" in told.out
    assert "bus" in told.out.split("Like “")[1]
    assert "\x1b" not in told.out
    assert file.read_bytes() == before


def test_where_nothing_waits_nothing_is_suggested(file: Path, capsys: Output) -> None:
    assert call("vision", "suggest", file) == 0
    assert capsys.readouterr().out == "Every voice is in a theme or stands for itself.\n"


def test_there_is_an_export_for_every_form_that_is_offered() -> None:
    assert set(FORMS) <= {export.key for export in vision_exports()}


@pytest.mark.parametrize("form", FORMS)
def test_it_writes_this_form_and_names_it(
    form: str, file: Path, plan: Path, tmp_path: Path, capsys: Output
) -> None:
    call("vision", "add", file, plan)
    capsys.readouterr()
    out = tmp_path / "out"
    assert call("export", file, "--as", form, "--to", out) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert out.read_bytes()[:2] in {b"%P", b"PK"}


def test_whose_words_went_out_is_noted_in_the_vision(
    file: Path, plan: Path, tmp_path: Path
) -> None:
    call("vision", "add", file, plan)
    call("export", file, "--as", "plan", "--to", tmp_path / "plan.pdf")
    vision = vision_in(file)
    (printed,) = vision.printed.values()
    assert (printed.what, set(printed.voices)) == ("plan", set(vision.voices))


@pytest.mark.parametrize(("form", "name"), [("plan", "plan.docx"), ("docx", "plan.PDF")])
def test_no_file_has_a_name_by_which_it_would_be_taken_for_another_kind(
    form: str, name: str, file: Path, tmp_path: Path, capsys: Output
) -> None:
    assert call("export", file, "--as", form, "--to", tmp_path / name) == 1
    assert "Please let its name end so." in trouble(capsys)
    assert not (tmp_path / name).exists()
    assert not vision_in(file).printed


def test_a_vision_needs_a_form_that_there_is(file: Path, tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "plan.pdf"
    assert call("export", file, "--to", out) == 1
    assert "--as" in trouble(capsys)
    assert call("export", file, "--as", "song", "--to", out) == 1
    assert "song" in trouble(capsys)
    assert not out.exists()


def test_check_looks_at_visions_too(file: Path, capsys: Output) -> None:
    file.write_bytes(write(begun("Oak"))[:-40])
    assert call("check", "--store", file.parent) == 1
    lines = capsys.readouterr().out.splitlines()
    assert file.name in lines[0]
    assert lines[-1] == "1 file needs a look."


def test_the_schema_describes_a_vision(file: Path, plan: Path, capsys: Output) -> None:
    call("vision", "add", file, plan)
    capsys.readouterr()
    assert call("schema", "--vision") == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(file.read_bytes())
    jsonschema.validate(document, schema)
    assert set(schema["properties"]) == set(document)
    document["voices"][0]["share"] = "everybody"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)
