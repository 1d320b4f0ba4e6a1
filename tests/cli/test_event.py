"""`path-planner event`, its exports, and a day that goes into a vision, without a browser."""

import csv
import json
from collections import Counter
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from path_planner.cli.event import METHODS
from path_planner.cli.export import PRINTS
from path_planner.domain.event.event import Event
from path_planner.exports.registry import EVENT_EXPORTS
from path_planner.methods.registry import methods
from path_planner.storage.event_type import EVENTS
from path_planner.storage.serializer import read, write
from path_planner.storage.store_registry import open_event_store, open_vision_store
from tests.cli.running import fail, run, succeed
from tests.services.vision.gathering.test_events import CANARY, a_day

Seats = list[dict[str, str]]


def event_in(file: Path) -> Event:
    """Read an event's file itself, without what may stand in its journal."""
    return read(file.read_bytes(), EVENTS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Begin a World Café, and return its file."""
    file = tmp_path / "cafe.event.json"
    said = succeed("event", "new", file, "--title", "Our café", "--method", "cafe")
    assert said == f"{file}\n"
    return file


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """Return the file of a day with lines of every share level."""
    file = tmp_path / "day.event.json"
    file.write_bytes(write(a_day(0)))
    return file


def seats(*words: object) -> Seats:
    """Seat the guests, and return the table that is printed."""
    return list(csv.DictReader(StringIO(succeed("event", "seat", *words))))


def test_every_method_can_be_named_and_every_print_can_be_made() -> None:
    assert set(METHODS.values()) == set(methods())
    assert set(PRINTS) == {export.key for export in EVENT_EXPORTS.known}


@pytest.mark.parametrize("method", METHODS)
def test_a_day_is_begun_and_never_written_over(tmp_path: Path, method: str) -> None:
    file = tmp_path / "day.event.json"
    question = "What is a good day?"
    succeed("event", "new", file, "--title", "A day", "--method", method, "--question", question)
    event = event_in(file)
    assert (event.about.title, event.about.question) == ("A day", question)
    before = file.read_bytes()
    fail("event", "new", file, "--title", "Another", "--method", method)
    assert file.read_bytes() == before
    assert "must end in “.event.json”" in fail(
        "event", "new", tmp_path / "x.json", "--title", "A", "--method", method
    )


def test_guests_are_seated_and_the_hosts_stay(file: Path) -> None:
    found = seats(file, "--rounds", 3, "--seats", 4, "--guests", 12)
    assert len(found) == 3 * 12
    hosts = [(seat["table"], seat["guest"]) for seat in found if seat["seat"] == "0"]
    assert set(Counter(hosts).values()) == {3}
    sizes = Counter((seat["round"], seat["table"]) for seat in found)
    assert set(sizes.values()) == {4}
    for number in "123":
        assert len({seat["guest"] for seat in found if seat["round"] == number}) == 12
    assert len(event_in(file).seats) == 36


def test_the_same_seed_gives_the_same_seating(file: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere" / file.name
    again.parent.mkdir()
    again.write_bytes(file.read_bytes())
    asked = ("--rounds", 3, "--seats", 5, "--guests", 23, "--seed", 7)
    once = seats(file, *asked)
    assert seats(again, *asked) == once
    sizes = Counter((seat["round"], seat["table"]) for seat in once)
    assert max(sizes.values()) - min(sizes.values()) <= 1
    assert max(sizes.values()) <= 5


def test_rounds_that_were_played_stay_as_they_were(file: Path) -> None:
    before = seats(file, "--rounds", 3, "--seats", 4, "--guests", 12)
    event = event_in(file)
    first = min(event.rounds.values(), key=lambda each: each.order)
    played = {**event.rounds, first.id: first.model_copy(update={"begun": event.begun})}
    elsewhere = file.with_name("played") / file.name
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(write(event.model_copy(update={"rounds": played, "revision": 0})))
    after = seats(elsewhere, "--rounds", 3, "--seats", 4, "--guests", 15, "--seed", 9)
    assert [seat for seat in after if seat["round"] == "1"] == [
        seat for seat in before if seat["round"] == "1"
    ]
    assert len([seat for seat in after if seat["round"] == "2"]) == 15


@pytest.mark.parametrize(
    "print_", [key for key in PRINTS if key not in ("route-cards", "rule-card")]
)
def test_every_print_of_a_day_is_made(day: Path, tmp_path: Path, print_: str) -> None:
    out = tmp_path / f"out{EVENT_EXPORTS.find(print_).suffix}"
    succeed("export", day, "--as", print_, "--to", out)
    content = out.read_bytes()
    assert content.startswith(b"%PDF") == (out.suffix == ".pdf")
    assert CANARY.encode() not in content


def test_cards_are_made_once_there_are_seats(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    assert "Nobody has a seat yet" in fail("export", file, "--as", "route-cards", "--to", out)
    seats(file, "--rounds", 2, "--seats", 4, "--guests", 20)
    succeed("export", file, "--as", "route-cards", "--to", out)
    assert out.read_bytes().startswith(b"%PDF")


def test_an_export_must_be_known_and_its_ending_fit(day: Path, tmp_path: Path) -> None:
    assert "It can make" in fail("export", day, "--as", "pudding", "--to", tmp_path / "x.pdf")
    assert "“.pdf” file" in fail("export", day, "--as", "letter", "--to", tmp_path / "x.csv")


def test_a_day_goes_into_a_vision_without_what_is_private(day: Path, tmp_path: Path) -> None:
    vision = tmp_path / "plan" / "valley.vision.json"
    vision.parent.mkdir()
    succeed("vision", "new", vision, "--title", "Our valley")
    looked = succeed("vision", "add", vision, day, "--look")
    assert "A day together" in looked
    said = succeed("vision", "add", vision, day)
    assert "6 voices added" in said
    assert "3 stay in their circle" in said
    assert CANARY not in vision.read_text("utf-8")
    succeed("vision", "add", vision, day)
    added = open_vision_store(str(vision.parent)).summaries()
    assert [summary.voices for summary in added] == [6]


def test_days_are_imported_checked_and_have_a_schema(day: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    identity = succeed("import", day, "--store", store).strip()
    assert open_event_store(store).open(identity).document.about.title == "Thistledown Day"
    assert "Everything is fine" in succeed("check", "--store", store)
    schema = json.loads(succeed("schema", "--event"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(day.read_bytes()))
    assert run("schema", "--event", "--vision").exit_code == 2
    assert open_vision_store(store).summaries() == []


def test_a_damaged_day_is_found_by_the_check(day: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    identity = succeed("import", day, "--store", store).strip()
    (file,) = store.glob("*.event.json")
    file.write_bytes(file.read_bytes()[:300])
    found = run("check", "--store", store)
    assert found.exit_code == 1
    assert identity in found.stdout


def test_a_sample_day_is_made_and_the_same_each_time(tmp_path: Path) -> None:
    first = Path(succeed("sample", tmp_path / "a", "--event").strip())
    second = Path(succeed("sample", tmp_path / "b", "--event").strip())
    assert first.read_bytes() == second.read_bytes()
    event = event_in(first)
    assert len(event.guests) == 60
    assert len(event.seats) > 100
