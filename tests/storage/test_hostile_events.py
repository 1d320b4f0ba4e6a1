"""Event files from anywhere: each is refused in a plain sentence, and nothing is written."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from path_planner.errors import FileTooNew, NotAnEvent, PlannerError
from path_planner.storage import serializer
from path_planner.storage.event_type import EVENTS
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import FileState
from tests.storage.cases import an_event

GOOD = serializer.write(an_event())
NAME = "2026-11-22_k7f3q2.event.json"
SECRETS = ("Robin", "sunflowers", "Hopeford", "passwd", "http", "alert")


def _file(**changes: Any) -> bytes:
    return orjson.dumps({**orjson.loads(GOOD), **changes})


def _line(**changes: Any) -> bytes:
    return _file(voices=[{"id": "v1", "text": "Bees", **changes}])


def _guest(**changes: Any) -> bytes:
    return _file(guests=[{"id": "g1", "name": "Robin", **changes}])


def _seat(**changes: Any) -> bytes:
    return _file(seats=[{"id": "s1", "round": "r1", "table": "t1", "guest": "g1", **changes}])


BROKEN: dict[str, bytes] = {
    "empty": b"",
    "cut in half": GOOD[: len(GOOD) // 2],
    "the same key twice": GOOD.replace(b'"limits":', b'"limits": {},"limits":', 1),
    "no version": _file(version=None),
    "an id that climbs": _file(id="../../etc/passwd"),
    "about is a list": _file(about=[]),
    "a clock without a time": _file(clock={"ends_at": "soon"}),
    "an answer on a day that never was": _file(about={"answer_by": "2026-13-40"}),
    "lines in an object": _file(voices={"v1": {"id": "v1"}}),
    "a line without words": _file(voices=[{"id": "v1"}]),
    "a line that is too long": _line(text="x" * 10_001),
    "a line from a table that climbs": _line(table="../t1"),
    "a share level that is none": _line(share="everyone"),
    "a part that is none": _line(part="gossip"),
    "two lines with one id": _file(voices=[orjson.loads(GOOD)["voices"][0]] * 2),
    "a guest who needs what there is not": _guest(needs=["a helicopter"]),
    "a guest apart from too many": _guest(apart_from=[f"g{n}" for n in range(101)]),
    "a guest with a role that is none": _guest(role="king"),
    "a seat that is less than none": _seat(number=-1),
    "a seat in a table that climbs": _seat(table="../t1"),
    "a table for one": _file(tables=[{"id": "t1", "seats": 1}]),
    "a table for a town": _file(tables=[{"id": "t1", "seats": 100_000}]),
    "a round of no time": _file(rounds=[{"id": "r1", "minutes": 0}]),
    "a time that is a word": _file(slots=[{"id": "s1", "begins": "noon"}]),
    "a time of no length": _file(slots=[{"id": "s1", "begins": "12:00", "minutes": 0}]),
    "fewer people than none": _file(reports=[{"id": "t1", "came": -3}]),
    "no interest at all": _file(interest=[{"id": "i1", "topic": "t1", "count": 0}]),
    "a topic without a title": _file(topics=[{"id": "t1"}]),
    "ink of half a point": _file(
        marks=[{"id": "k1", "kind": "stroke", "stage": "t1--r1", "points": [1, 2, 3]}]
    ),
    "too many of one thing": _file(rounds=[{"id": f"r{n}"} for n in range(101)]),
}
OF_ANOTHER_SORT: dict[str, bytes] = {
    "a letter": b"Dear Robin, see you on Sunday.",
    "a session": _file(format="path-planner/session"),
    "a vision": _file(format="path-planner/vision"),
    "no format": _file(format=None),
    "a list": b"[]",
}


def refusal(data: bytes) -> PlannerError:
    """Return the plain error that a file is refused with."""
    with pytest.raises(PlannerError) as caught:
        serializer.read(data, EVENTS)
    return caught.value


def test_the_one_they_are_made_from_is_good() -> None:
    assert serializer.read(_file(), EVENTS) == an_event()
    assert serializer.read(_line(), EVENTS).voices
    assert serializer.read(_guest(), EVENTS).guests
    assert serializer.read(_seat(), EVENTS).seats


@pytest.mark.parametrize("name", OF_ANOTHER_SORT)
def test_what_is_no_event_is_called_so(name: str) -> None:
    assert isinstance(refusal(OF_ANOTHER_SORT[name]), NotAnEvent)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_event_is_refused_with_a_reason_and_without_its_words(name: str) -> None:
    trouble = refusal(BROKEN[name])
    assert not isinstance(trouble, NotAnEvent | FileTooNew)
    said = str(trouble)
    assert said.endswith(".")
    assert len(said) < 200
    assert not [secret for secret in SECRETS if secret in said]


@pytest.mark.parametrize("name", [*BROKEN, *OF_ANOTHER_SORT])
def test_a_hostile_event_in_the_folder_harms_nobody(name: str, folder: Path) -> None:
    data = {**BROKEN, **OF_ANOTHER_SORT}[name]
    store = FileStore(folder, EVENTS)
    store.create(an_event(id="other1"))
    (folder / NAME).write_bytes(data)
    listed = {entry.id: entry.state for entry in store.summaries()}
    assert listed["other1"] is FileState.OK
    with pytest.raises(PlannerError):
        store.open("k7f3q2")
    assert (folder / NAME).read_bytes() == data
