"""`path-planner vision` and its exports: a plan from many PATHs without a browser."""

import json
import stat
from pathlib import Path

import jsonschema
import pytest

from path_planner.cli.export import FORMS
from path_planner.cli.vision_add import KINDS, SHARES
from path_planner.domain.base import put
from path_planner.domain.vision.sources import SourceKind
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.services.context import SessionContext, VisionContext, now
from path_planner.services.session.documents import begin
from path_planner.services.session.people import record_consent
from path_planner.services.session.voices import change_voice, write_voice
from path_planner.services.vision.documents import begun, duplicate
from path_planner.services.vision.privacy.pii_checks import tick_checked
from path_planner.storage.atomic_io import OWNER_ONLY
from path_planner.storage.serializer import read, write
from path_planner.storage.store_registry import open_store, open_vision_store
from path_planner.storage.vision_type import VISIONS
from tests.cli.running import fail, run, succeed
from tests.exports.unpacked import where

BEES = "I look after the bees behind the library."


def vision_in(file: Path) -> Vision:
    """Read a vision's file itself, without what may stand in its journal."""
    return read(file.read_bytes(), VISIONS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Begin a vision of a place that does not exist, and return its file."""
    file = tmp_path / "oak.vision.json"
    assert succeed("vision", "new", file, "--title", "Hopeford for all") == f"{file}\n"
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


def test_a_new_vision_is_never_written_over_something(file: Path) -> None:
    before = file.read_bytes()
    assert str(file) in fail("vision", "new", file, "--title", "Another")
    assert file.read_bytes() == before


def test_a_vision_that_no_store_would_find_is_not_begun(tmp_path: Path) -> None:
    assert ".vision.json" in fail("vision", "new", tmp_path / "oak.json", "--title", "Oak")
    assert list(tmp_path.iterdir()) == []


def test_what_can_be_said_of_a_record_is_what_the_domain_knows() -> None:
    kinds = {SourceKind(kind.replace("-", " ")) for kind in KINDS}
    assert kinds == set(SourceKind) - {SourceKind.PATH}
    assert set(map(Share, SHARES)) == {Share.THEME, Share.QUOTE}


def test_what_a_path_shares_is_in_the_file_and_nothing_else_of_it(file: Path, plan: Path) -> None:
    # The voices are still in the journal of the plan.
    assert b"bees" not in plan.read_bytes()
    assert "1 voice added, 1 stays in its circle" in succeed("vision", "add", file, plan)
    vision = vision_in(file)
    assert [voice.text for voice in vision.voices.values()] == [BEES]
    assert b"circle alone" not in file.read_bytes()
    succeed("check", "--store", file.parent)


def test_a_plan_can_be_named_by_its_id(file: Path, plan: Path) -> None:
    (entry,) = open_store(str(plan.parent)).summaries()
    succeed("vision", "add", file, entry.id, "--store", plan.parent)
    assert len(vision_in(file).voices) == 1


def test_a_record_comes_in_only_when_somebody_says_it_was_agreed(file: Path, record: Path) -> None:
    assert "--agreed" in fail("vision", "add", file, record)
    assert vision_in(file).voices == {}
    known = ("--kind", "cafe", "--on", "2026-11-20", "--people", "7", "--place", "The Old School")
    succeed("vision", "add", file, record, "--agreed", "--share", "quote", *known)
    vision = vision_in(file)
    (source,) = vision.sources.values()
    assert (source.what, source.people, source.place) == ("cafe", 7, "The Old School")
    assert str(source.held_on) == "2026-11-20"
    assert {voice.share for voice in vision.voices.values()} == {Share.QUOTE}


def test_one_that_cannot_come_in_does_not_keep_the_others_out(
    file: Path, plan: Path, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere.path.json"
    assert fail("vision", "add", file, nowhere, plan).startswith(f"path-planner: {nowhere}: ")
    assert len(vision_in(file).voices) == 1


def test_a_path_that_is_not_shared_stays_out(file: Path, plan: Path) -> None:
    store = open_store(str(plan.parent))
    (entry,) = store.summaries()
    record_consent(SessionContext(store, store.open(entry.id).document), share=False)
    before = file.read_bytes()
    assert "have not agreed" in fail("vision", "add", file, plan)
    assert file.read_bytes() == before


def test_a_path_that_shares_less_goes_out_when_it_is_added_again(file: Path, plan: Path) -> None:
    succeed("vision", "add", file, plan)
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
    result = run("vision", "add", file, plan)
    assert result.exit_code == 0
    assert "0 voices added, 2 stay in their circle, 1 removed" in result.stdout
    assert "“The same again” also has these words. Withdraw them there too." in result.stderr
    record_consent(SessionContext(store, store.open(entry.id).document), share=False)
    assert run("vision", "add", file, plan).exit_code == 0
    assert vision_in(file).sources == {}
    visions.restore(deleted.id)
    assert BEES not in str(visions.open(deleted.id).document)
    assert "have not agreed" in fail("vision", "add", file, plan)


def test_a_vision_open_elsewhere_is_not_written_over(file: Path, plan: Path) -> None:
    elsewhere = open_vision_store(str(file.parent))
    vision = elsewhere.open(vision_in(file).id).document
    VisionContext(elsewhere, vision).keep(put(vision, "themes", Theme(id="t1", name="Bees")))
    assert vision_in(file).themes == {}
    succeed("vision", "add", file, plan)
    newest = elsewhere.open(vision.id).document
    assert vision_in(file) == newest
    assert (len(newest.themes), len(newest.voices)) == (1, 1)
    assert {step.by for step in elsewhere.history(vision.id)} >= {"command line"}


def test_a_copy_beside_its_original_is_not_taken_for_it(file: Path, plan: Path) -> None:
    vision = vision_in(file)
    named = file.with_name(f"2026-11-22_{vision.id}.vision.json")
    named.write_bytes(file.read_bytes())
    assert "already here" in fail("vision", "add", file, plan)
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
    content: bytes, reason: str, command: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "oak.vision.json"
    file.write_bytes(content)
    to = [tmp_path / "plan.pdf"] if command[0] == "export" else []
    assert reason in fail(*command, *to, file)
    assert file.read_bytes() == content


@pytest.mark.slow
def test_suggestions_say_what_made_them_and_change_nothing(file: Path, tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    said.write_text(
        "The last bus goes at five.\nThere is no bus in the evening.\nNo bus on Sundays either.\n"
        "I love to sing in the choir.\n\x1b[31mThe bus driver knows us\x1b[0m.\n",
        "utf-8",
    )
    succeed("vision", "add", file, said, "--agreed")
    before = file.read_bytes()
    told = succeed("vision", "suggest", file)
    assert told.startswith("The computer suggests. People decide and choose the names.\n")
    assert "“There is no bus in the evening.”" in told
    assert "bus" in told.split("Like “")[1]
    assert "\x1b" not in told
    assert file.read_bytes() == before


def test_where_nothing_waits_nothing_is_suggested(file: Path) -> None:
    assert succeed("vision", "suggest", file) == "Every voice is in a theme or kept on its own.\n"


def test_there_is_an_export_for_every_form_that_is_offered() -> None:
    assert set(FORMS) <= {export.key for export in VISION_EXPORTS.known}


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_it_writes_this_form_and_names_it(
    form: str, file: Path, plan: Path, tmp_path: Path
) -> None:
    succeed("vision", "add", file, plan)
    out = tmp_path / "out"
    assert succeed("export", file, "--as", form, "--to", out) == f"{out}\n"
    assert out.read_bytes()[:2] in {b"%P", b"PK"}


@pytest.mark.slow
def test_whose_words_went_out_is_noted_in_the_vision(
    file: Path, plan: Path, tmp_path: Path
) -> None:
    succeed("vision", "add", file, plan)
    succeed("export", file, "--as", "evidence", "--to", tmp_path / "evidence.pdf")
    vision = vision_in(file)
    (printed,) = vision.printed.values()
    assert (printed.what, set(printed.voices)) == ("evidence", set(vision.voices))


@pytest.mark.parametrize(("form", "name"), [("plan", "plan.docx"), ("docx", "plan.PDF")])
def test_no_file_has_a_name_by_which_it_would_be_taken_for_another_kind(
    form: str, name: str, file: Path, tmp_path: Path
) -> None:
    assert "Please end the name like that." in fail(
        "export", file, "--as", form, "--to", tmp_path / name
    )
    assert not (tmp_path / name).exists()
    assert not vision_in(file).printed


def test_a_vision_needs_a_form_that_there_is(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    assert "--as" in fail("export", file, "--to", out)
    assert "song" in fail("export", file, "--as", "song", "--to", out)
    assert not out.exists()


def test_check_looks_at_visions_too(file: Path) -> None:
    file.write_bytes(write(begun("Oak"))[:-40])
    result = run("check", "--store", file.parent)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert file.name in lines[0]
    assert lines[-1] == "1 file needs checking."


@pytest.mark.slow
def test_the_schema_describes_a_vision(file: Path, plan: Path) -> None:
    succeed("vision", "add", file, plan)
    schema = json.loads(succeed("schema", "--vision"))
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(file.read_bytes())
    jsonschema.validate(document, schema)
    assert set(schema["properties"]) == set(document)
    document["voices"][0]["share"] = "everybody"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


NAMES = """text,who
"The OT Marisa was patient with me.",p1
"I could talk to somebody (Dr Quillonby) at last.",p2
"At 1520 on 07/09/25 in Thistledown the line rang out.",p3
"""


@pytest.fixture
def unread(file: Path, tmp_path: Path) -> Path:
    """Add quotes with two names, a date and a place, which nobody has read; return the vision."""
    table = tmp_path / "names.csv"
    table.write_text(NAMES, "utf-8")
    succeed("vision", "add", file, table, "--agreed", "--share", "quote")
    return file


@pytest.mark.parametrize("form", ["evidence", "giveaway"])
def test_nothing_is_made_while_marked_words_are_unread(unread: Path, form: str) -> None:
    out = unread.with_name(f"out{VISION_EXPORTS.find(form).suffix}")
    complaint = fail("export", unread, "--as", form, "--to", out)
    assert "in quotes: 3" in complaint
    assert "--anyway" in complaint
    assert not out.exists()
    assert not vision_in(unread).printed


@pytest.mark.slow
def test_what_is_made_anyway_says_inside_that_it_was_not_checked(unread: Path) -> None:
    out = unread.with_name("out.zip")
    succeed("export", unread, "--as", "giveaway", "--to", out, "--anyway")
    notice = "Not checked: 3 places in this edition"
    parts = " ".join(where(notice, out.read_bytes()))
    for name in ("README.txt", "plan.pdf", "evidence.pdf"):
        assert name in parts


def test_a_document_without_quotes_needs_no_reading_of_them(unread: Path) -> None:
    out = unread.with_name("out.pdf")
    succeed("export", unread, "--as", "summary", "--to", out)
    assert not where("Not checked", out.read_bytes())


def test_once_they_are_read_it_is_made_and_says_so(unread: Path) -> None:
    store = open_vision_store(str(unread.parent))
    context = VisionContext(store, store.open(vision_in(unread).id).document)
    tick_checked(context, context.document.voices)
    store.checkpoint(context.document.id)
    out = unread.with_name("out.pdf")
    succeed("export", unread, "--as", "plan", "--to", out)
    assert where("A person read every quote", out.read_bytes())
    assert not where("Not checked", out.read_bytes())
