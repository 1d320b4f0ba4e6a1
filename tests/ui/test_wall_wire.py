"""A whole wall travels as bytes that say the same; they are made once for each revision."""

import json
from typing import Any

import orjson
import pytest

from path_planner.storage.open_store import open_store
from path_planner.ui.wall.painted import Painting
from path_planner.ui.wall.report import Report
from path_planner.ui.wall.told import told
from path_planner.ui.wall.wire import on_the_wire
from path_planner.workshop.room import Room
from path_planner.workshop.speaking import write_voice
from tests.domain.builders import a_session


def answer(painting: Painting, report: Report, **more: Any) -> dict[str, Any]:
    """Return an answer with what only this window is told."""
    return {**told(painting, report), "done": [], "refused": [], **more}


def read(wire: dict[str, Any] | bytes) -> dict[str, Any]:
    """Read bytes as a browser does."""
    assert isinstance(wire, bytes)
    found: dict[str, Any] = json.loads(wire)
    return found


def a_painting() -> Painting:
    """Return the painting of a session."""
    store = open_store("memory:")
    painting = Painting(store)
    painting.look(store.begin(a_session()))
    return painting


def test_bytes_say_what_the_answer_says() -> None:
    painting = a_painting()
    data = answer(painting, Report(), calm=True)
    wire = on_the_wire(painting, data)
    assert read(wire) == json.loads(json.dumps(data))


def test_news_stay_as_they_are() -> None:
    painting = a_painting()
    news = answer(painting, Report("a", painting.revision))
    assert on_the_wire(painting, news) is news


def test_elements_are_written_once_for_each_revision(monkeypatch: pytest.MonkeyPatch) -> None:
    painting = a_painting()
    written: list[set[str]] = []
    dumps = orjson.dumps

    def counted(value: dict[str, Any]) -> bytes:
        written.append(set(value))
        return dumps(value)

    monkeypatch.setattr("path_planner.ui.line.wire.orjson.dumps", counted)
    for calm in (True, False, True):
        wire = on_the_wire(painting, answer(painting, Report(), calm=calm))
        assert read(wire)["calm"] is calm
    assert sum("elements" in names for names in written) == 1
    assert painting.session
    room = Room(painting.store, painting.session)
    write_voice(room, "dream", "A garden on the roof.")
    painting.look(painting.store.open(painting.session.id).document)
    wire = on_the_wire(painting, answer(painting, Report()))
    assert "A garden on the roof." in json.dumps(read(wire)["elements"])
    assert read(wire)["revision"] == painting.revision
    assert sum("elements" in names for names in written) == 2
