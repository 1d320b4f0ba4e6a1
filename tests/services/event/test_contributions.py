"""Lines of an event: everybody adds, nobody changes, and only its owner takes a line back."""

from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.event.about import Guest
from path_planner.domain.event.cafe import Round, Seat
from path_planner.domain.event.contribution import Part
from path_planner.domain.people import Role
from path_planner.domain.voice import Share
from path_planner.errors import UnknownRecord, WordsStay
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.contributions import (
    annotate,
    answer,
    contribute,
    last_line_of,
    set_share,
    strike,
    take_back,
)
from path_planner.services.event.documents import close, reopen
from path_planner.storage.protocol import EventStore
from path_planner.storage.store_registry import open_event_store
from tests.storage.cases import an_event


@pytest.fixture
def store(tmp_path: Path) -> EventStore:
    """Return a store with one event of one table, two guests and a round."""
    store = open_event_store(str(tmp_path))
    guests = {
        "g1": Guest(id="g1", name="Fern", role=Role.SELF_ADVOCATE),
        "g2": Guest(id="g2", name="Una", role=Role.SUPPORTER),
    }
    seat = Seat(id="s1", round="r1", table="t1", guest="g1", number=1)
    store.create(an_event(guests=guests, rounds={"r1": Round(id="r1")}, seats={"s1": seat}))
    return store


def at(store: EventStore) -> EventContext:
    """Return a context of its newest state."""
    return EventContext(store, store.open("k7f3q2").document)


def newest(result: EventResult) -> Any:
    """Return the line that came last."""
    return list(result.document.voices.values())[-1]


def test_a_line_has_its_speaker_their_role_and_who_helped(store: EventStore) -> None:
    said = contribute(
        at(store), Part.TABLE, "No bus after six", table="t1", round="r1", speaker="g1",
        supported_by="g2",
    )  # fmt: skip
    line = newest(said)
    assert (line.role, line.supported, line.share) == (Role.SELF_ADVOCATE, True, Share.CIRCLE)
    assert line.at is not None


def test_an_empty_line_is_none_and_an_unknown_place_is_refused(store: EventStore) -> None:
    assert len(contribute(at(store), Part.NEWS, "  ").document.voices) == 1
    with pytest.raises(UnknownRecord):
        contribute(at(store), Part.TABLE, "Hello", table="t9")
    with pytest.raises(UnknownRecord):
        answer(at(store), "v9", "No")


def test_an_answer_stands_where_the_line_stands(store: EventStore) -> None:
    said = answer(at(store), "v1", "Not on Tuesdays", round="r1")
    assert (newest(said).answers, newest(said).table, newest(said).part) == ("v1", "t1", Part.TABLE)


@pytest.mark.parametrize("field", ["text", "table", "topic", "round", "answers", "at", "id"])
def test_words_and_places_stay(store: EventStore, field: str) -> None:
    with pytest.raises(WordsStay):
        annotate(at(store), "v1", **{field: "x"})
    assert store.open("k7f3q2").document.revision == 0


def test_a_line_is_struck_with_a_reason_and_keeps_its_words(store: EventStore) -> None:
    struck = strike(at(store), "v1", "It was last year").document.voices["v1"]
    assert (struck.struck, struck.text) == ("It was last year", an_event().voices["v1"].text)
    assert set_share(at(store), "v1", Share.QUOTE).document.voices["v1"].share is Share.QUOTE


def test_what_is_taken_back_is_in_no_file_and_no_history(store: EventStore, tmp_path: Path) -> None:
    said = newest(contribute(at(store), Part.NEWS, "canary-words"))
    answered = newest(answer(at(store), said.id, "Yes, that is so"))
    assert last_line_of(store.open("k7f3q2").document, (said.id, "gone")) == said
    after = take_back(at(store), said.id).document
    assert said.id not in after.voices
    assert after.voices[answered.id].answers == said.id
    store.checkpoint_all()
    found = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert found
    assert not [file for file in found if b"canary-words" in file.read_bytes()]
    for revision in store.history("k7f3q2"):
        words = [
            line.text for line in store.at_revision("k7f3q2", revision.revision).voices.values()
        ]
        assert "canary-words" not in words


def test_closing_the_day_erases_who_sat_with_whom(store: EventStore, tmp_path: Path) -> None:
    closed = close(at(store)).document
    assert closed.about.closed_at is not None
    assert not closed.seats
    store.checkpoint_all()
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b'"g1"' in _seats(file)]
    assert all(
        seat.guest == "erased"
        for revision in range(store.revision("k7f3q2"))
        for seat in store.at_revision("k7f3q2", revision).seats.values()
    )
    assert not reopen(at(store)).document.seats


def _seats(file: Path) -> bytes:
    content = file.read_bytes()
    return content[content.find(b'"seats"') :] if b'"seats"' in content else b""
