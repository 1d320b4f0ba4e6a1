"""A whole wall travels as bytes that say the same; they are made once for each revision."""

import json
from typing import Any

import orjson
import pytest

from path_planner.services.context import SessionContext
from path_planner.services.session.voices import write_voice
from path_planner.storage.store_registry import open_store
from path_planner.ui.wall.deltas import delta_for, encode_delta
from path_planner.ui.wall.presenter import WallMessage
from path_planner.ui.wall.view import WallView
from tests.domain.builders import a_session


def answer(painting: WallView, report: WallMessage, **more: Any) -> dict[str, Any]:
    """Return an answer with what only this window is told."""
    return {**delta_for(painting, report), "done": [], "refused": [], **more}


def read(wire: dict[str, Any] | bytes) -> dict[str, Any]:
    """Read bytes as a browser does."""
    assert isinstance(wire, bytes)
    found: dict[str, Any] = json.loads(wire)
    return found


def a_painting() -> WallView:
    """Return the painting of a session."""
    store = open_store("memory:")
    painting = WallView(store)
    painting.update(store.create(a_session()))
    return painting


def test_bytes_say_what_the_answer_says() -> None:
    painting = a_painting()
    data = answer(painting, WallMessage(), calm=True)
    wire = encode_delta(painting, data)
    assert read(wire) == json.loads(json.dumps(data))


def test_news_stay_as_they_are() -> None:
    painting = a_painting()
    news = answer(painting, WallMessage("a", painting.revision))
    assert encode_delta(painting, news) is news


def test_elements_are_written_once_for_each_revision(monkeypatch: pytest.MonkeyPatch) -> None:
    painting = a_painting()
    written: list[set[str]] = []
    dumps = orjson.dumps

    def counted(value: dict[str, Any]) -> bytes:
        written.append(set(value))
        return dumps(value)

    monkeypatch.setattr("path_planner.ui.sync.deltas.orjson.dumps", counted)
    for calm in (True, False, True):
        wire = encode_delta(painting, answer(painting, WallMessage(), calm=calm))
        assert read(wire)["calm"] is calm
    assert sum("elements" in names for names in written) == 1
    assert painting.document
    room = SessionContext(painting.store, painting.document)
    write_voice(room, "dream", "A garden on the roof.")
    painting.update(painting.store.open(painting.document.id).document)
    wire = encode_delta(painting, answer(painting, WallMessage()))
    assert "A garden on the roof." in json.dumps(read(wire)["elements"])
    assert read(wire)["revision"] == painting.revision
    assert sum("elements" in names for names in written) == 2
