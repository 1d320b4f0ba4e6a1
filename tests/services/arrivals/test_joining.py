"""What says the same is found by its words, and joined without changing what others said."""

from typing import Any

import pytest

from path_planner.domain.people import Role
from path_planner.domain.voice import Share
from path_planner.errors import UnknownRecord
from path_planner.services.arrivals.admitting import admit
from path_planner.services.arrivals.joining import lines_at, most_alike, overlap
from path_planner.services.arrivals.tray import Place, Post, arrive, read_tray
from path_planner.services.context import EditContext
from path_planner.storage.protocol import Store
from path_planner.storage.store_registry import open_stores
from tests.domain.builders import NOON, a_session
from tests.storage.cases import an_event

ID = "k7f3q2"
AnyStore = Store[Any, Any]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("A garden I can get into with my chair.", "A garden.", True),
        ("The lift again!", "the LIFT is broken again", True),
        ("The dog", "the boat", False),
        ("To be asked", "", False),
        ("", "", False),
        ("میرا باغ", "میرا اپنا باغ", True),
        ("我们一起唱歌", "一起唱歌吧", True),
        ("我们一起唱歌", "公交车不来", False),
    ],
)
def test_texts_are_alike_by_the_words_of_the_shorter_one(one: str, other: str, alike: bool) -> None:
    assert (most_alike(one, {1: other}) == 1) is alike
    assert overlap(one, other) == overlap(other, one)


def test_the_likest_is_found_and_nothing_where_none_is_like_it() -> None:
    others = {"a": "A bus", "b": "A garden", "c": "A garden with bees"}
    assert most_alike("Bees in a garden", others) in {"b", "c"}
    assert most_alike("Music", others) is None
    assert most_alike("Music", {}) is None


def waits(store: AnyStore, text: str, place: Place, **facts: Any) -> str:
    """Let something arrive, and return its id."""
    assert arrive(store, ID, [Post(text, {"text": text, "place": place, "at": NOON, **facts})])
    (waiting,) = read_tray(store, ID).waiting()
    return waiting.id


def test_words_join_a_voice_once_and_are_shared_no_further() -> None:
    store = open_stores("memory:").sessions
    session = store.create(a_session(marks={}))
    voice = next(iter(session.voices.values()))
    place = Place(stage=voice.stage)
    assert voice.id in lines_at(session, place)
    for text in ("And bees", "and BEES"):
        arrival = waits(store, text, place, share=Share.QUOTE)
        admit(EditContext(store, store.open(ID).document), arrival, joins=voice.id)
    document = store.open(ID).document
    after = document.voices[voice.id]
    assert after.text == f"{voice.text}\nAnd bees"
    assert after.share is Share.CIRCLE
    assert len(document.voices) == len(session.voices)


def test_in_an_event_it_is_an_answer_and_no_words_change() -> None:
    store = open_stores("memory:").events
    store.create(an_event())
    place = Place(table="t1")
    first = waits(store, "A garden", place)
    event = admit(EditContext(store, store.open(ID).document), first)[0].document
    arrival = waits(store, "And bees", place, role=Role.FAMILY)
    line = next(one for one in event.voices.values() if one.text == "A garden")
    admit(EditContext(store, event), arrival, joins=line.id)
    document = store.open(ID).document
    assert document.voices[line.id] == line
    (answer,) = (one for one in document.voices.values() if one.answers == line.id)
    assert (answer.text, answer.role, answer.table) == ("And bees", Role.FAMILY, line.table)


def test_a_line_that_is_gone_leaves_it_waiting() -> None:
    store = open_stores("memory:").sessions
    session = store.create(a_session(marks={}))
    arrival = waits(store, "And bees", Place(stage="dream"))
    with pytest.raises(UnknownRecord):
        admit(EditContext(store, session), arrival, joins="gone")
    assert len(read_tray(store, ID).waiting()) == 1
