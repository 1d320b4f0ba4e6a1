"""Interest by slips: one slip counts once, and nothing stored joins a slip to a choice."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.event.open_space import Topic
from path_planner.errors import NothingCounted, NotOnTheList, SlipUnknown, SlipUsed
from path_planner.services.arrivals import interest
from path_planner.services.arrivals.interest import close_count, discard_count, open_count, vote
from path_planner.services.arrivals.poll import Poll, digest_of, new_poll, with_vote
from path_planner.services.arrivals.tray import read_tray
from path_planner.services.context import EditContext
from path_planner.storage.protocol import Store
from path_planner.storage.store_registry import open_stores
from tests.storage.cases import an_event

ID = "k7f3q2"
TOPICS = ("bees", "bus", "music")


@pytest.fixture
def events(tmp_path: Path) -> Store[Any, Any]:
    """Return a store with an event of three topics, and one that is parked."""
    store = open_stores(str(tmp_path / "plans")).events
    topics = {each: Topic(id=each, title=each, order=at) for at, each in enumerate(TOPICS)}
    parked = Topic(id="parked", title="Parked", parked=True)
    store.create(an_event().model_copy(update={"topics": {**topics, "parked": parked},
                                               "interest": {}, "voices": {}}))  # fmt: skip
    return store


def context(store: Store[Any, Any]) -> EditContext[Any]:
    """Return a context of the newest state."""
    return EditContext(store, store.open(ID).document)


def test_each_slip_counts_once_and_the_counts_go_to_the_topics(events: Store[Any, Any]) -> None:
    slips = open_count(context(events), 3)
    assert len({*slips}) == 3
    vote(events, ID, slips[0], "op-1", ["bees", "bus", "bees"])
    # A phone that did not hear the answer, and typed it otherwise.
    typed = f" {slips[0][:4].lower()} {slips[0][4:]}"
    vote(events, ID, typed, "op-1", ["bees", "bus"])
    vote(events, ID, slips[1], "op-2", ["bees"])
    with pytest.raises(SlipUsed):
        vote(events, ID, slips[1], "op-3", ["bus"])
    with pytest.raises(SlipUnknown):
        vote(events, ID, "22222222", "op-4", ["bus"])
    with pytest.raises(NotOnTheList):
        vote(events, ID, slips[2], "op-5", ["parked"])
    poll = read_tray(events, ID).poll
    assert poll is not None
    assert poll.people == 2
    assert not events.open(ID).document.interest
    after = close_count(context(events)).document
    assert {each.topic: each.count for each in after.interest.values()} == {"bees": 2, "bus": 1}
    assert read_tray(events, ID).poll is None
    with pytest.raises(NothingCounted):
        vote(events, ID, slips[2], "op-6", ["bus"])


def test_the_same_file_whoever_chose_what_and_in_whichever_order() -> None:
    poll, slips = new_poll("p1", TOPICS, 3)
    people = [(slips[0], "op-1"), (slips[1], "op-2"), (slips[2], "op-3")]
    choices = [("bees",), ("bus", "music"), ()]
    written = {
        cast_all(poll, zip(order, chosen, strict=True)).model_dump_json()
        for order in permutations(people)
        for chosen in permutations(choices)
    }
    assert len(written) == 1


def cast_all(poll: Poll, votes: Any) -> Poll:
    """Return the poll after these votes."""
    for (slip, op), chosen in votes:
        poll = with_vote(poll, slip, op, chosen)
    return poll


def test_no_slip_and_no_operation_is_in_any_file(events: Store[Any, Any], tmp_path: Path) -> None:
    slips = open_count(context(events), 30)
    vote(events, ID, slips[7], "op-of-this-phone", ["bees"])
    files = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not [slip for slip in slips if slip.encode() in files]
    assert b"op-of-this-phone" not in files
    assert b'"bees":1' in files


def test_a_crash_while_closing_counts_nothing_twice(
    events: Store[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (slip,) = open_count(context(events), 1)
    vote(events, ID, slip, "op-1", ["bees"])
    with monkeypatch.context() as patched:
        patched.setattr(interest, "update_tray", _crashing(interest.update_tray))
        with pytest.raises(RuntimeError):
            close_count(context(events))
    assert read_tray(events, ID).poll is not None
    after = close_count(context(events)).document
    assert [each.count for each in after.interest.values()] == [1]


def _crashing(update: Any) -> Any:
    """Return an update of the tray that fails after its change, before it is written."""

    def updates(store: Any, document_id: str, change: Any) -> None:
        def changes_and_crashes(tray: Any) -> Any:
            change(tray)
            raise RuntimeError

        update(store, document_id, changes_and_crashes)

    return updates


def test_a_count_thrown_away_adds_nothing_and_without_topics_there_is_none(
    events: Store[Any, Any],
) -> None:
    (slip,) = open_count(context(events), 1)
    vote(events, ID, slip, "op-1", ["bees"])
    discard_count(events, ID)
    assert not events.open(ID).document.interest
    with pytest.raises(NothingCounted):
        close_count(context(events))
    events.erase(ID)
    events.create(an_event().model_copy(update={"topics": {}, "voices": {}, "interest": {}}))
    with pytest.raises(NothingCounted):
        open_count(context(events), 5)


def test_slips_are_hard_to_guess_and_digests_differ_from_count_to_count() -> None:
    poll, slips = new_poll("p1", TOPICS, 300)
    assert len(poll.slips) == len(slips) == 300
    assert digest_of(poll.salt, slips[0]) in poll.slips
    assert digest_of("another", slips[0]) not in poll.slips
