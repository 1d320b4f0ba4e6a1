"""Guests of a day: added, changed, kept apart, and gone without a trace of their name."""

from pathlib import Path

import pytest

from path_planner.domain.event.about import Guest
from path_planner.domain.event.cafe import CafeTable, Round, Seat
from path_planner.domain.event.event import Event
from path_planner.domain.people import Role
from path_planner.services.context import EventContext
from path_planner.services.event.guests import (
    add_guest,
    add_unnamed_guests,
    change_guest,
    keep_apart,
    remove_guest,
)
from path_planner.storage.protocol import EventStore
from path_planner.storage.store_registry import open_event_store
from tests.storage.cases import a_contribution, an_event


@pytest.fixture
def store(tmp_path: Path) -> EventStore:
    """Return a store with one event of three guests, of whom one is a host and seated."""
    store = open_event_store(str(tmp_path))
    guests = {
        key: Guest(id=key, name=f"canary{key}", order=int(key[1])) for key in ("g1", "g2", "g3")
    }
    guests["g2"] = guests["g2"].model_copy(update={"stays_with": "g1"})
    store.create(
        an_event(
            guests=guests,
            tables={"t1": CafeTable(id="t1", host="g1")},
            rounds={"r1": Round(id="r1")},
            seats={"s1": Seat(id="s1", round="r1", table="t1", guest="g1")},
            voices={"v1": a_contribution(speaker="g1", supported_by="g2")},
        )
    )
    return store


def at(store: EventStore) -> EventContext:
    """Return a context of its newest state."""
    return EventContext(store, store.open("k7f3q2").document)


def newest(store: EventStore) -> Event:
    """Return the newest state."""
    return store.open("k7f3q2").document


def test_guests_come_with_or_without_a_name(store: EventStore) -> None:
    add_guest(at(store), "Fern", Role.SELF_ADVOCATE)
    add_guest(at(store), "   ")
    after = add_unnamed_guests(at(store), 2).document
    assert [guest.name for guest in after.guests.values()][3:] == ["Fern", "", ""]
    fern = next(guest for guest in after.guests.values() if guest.name == "Fern")
    changed = change_guest(at(store), fern.id, present=False).document
    assert not changed.guests[fern.id].present


def test_people_are_kept_apart_on_both_sides(store: EventStore) -> None:
    after = keep_apart(at(store), "g1", ("g3", "nobody", "g1")).document
    assert (after.guests["g1"].apart_from, after.guests["g3"].apart_from) == (("g3",), ("g1",))
    assert keep_apart(at(store), "g1", ()).document.guests["g3"].apart_from == ()


def test_who_is_removed_leaves_their_words_and_no_name(store: EventStore, tmp_path: Path) -> None:
    keep_apart(at(store), "g3", ("g1",))
    after = remove_guest(at(store), "g1").document
    assert after.tables["t1"].host is None
    assert after.voices["v1"].text == a_contribution().text
    assert (after.voices["v1"].speaker, after.voices["v1"].supported_by) == (None, "g2")
    assert after.guests["g2"].stays_with is None
    assert after.guests["g3"].apart_from == ()
    assert not after.seats
    store.checkpoint_all()
    found = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not [file for file in found if b"canaryg1" in file.read_bytes()]
    assert [file for file in found if b"canaryg2" in file.read_bytes()]
    assert newest(store) == after
