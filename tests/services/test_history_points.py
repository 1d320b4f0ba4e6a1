"""Restore points make themselves by a rule on the revisions, and people name their own."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from path_planner.domain.timer import TimerKind
from path_planner.errors import RevisionNotFound
from path_planner.services.clock import start_timer
from path_planner.services.context import SessionContext
from path_planner.services.history.points import (
    Point,
    PointKind,
    automatic_points,
    delete_point,
    name_point,
    named_points,
    points,
)
from path_planner.services.session.progress import go_to_stage
from path_planner.storage.protocol import Revision, SessionStore
from path_planner.storage.store_registry import open_stores, schemes
from tests.domain.builders import NOON, a_session, a_voice
from tests.storage.writers import later, say


def step(revision: int, minutes: float, **facts: Any) -> Revision:
    """Return a revision so many minutes after noon."""
    changes = facts.pop("changes", (("voices", f"v{revision}"),))
    return Revision(revision, later(minutes), facts.pop("by", "asha"), changes, **facts)


def clock(revision: int, minutes: float, **timer: Any) -> Revision:
    """Return a revision that sets the timer."""
    return step(revision, minutes, changes=(("clock", "clock"),), singles={"clock": timer})


def found(*steps: Revision) -> list[tuple[int, PointKind]]:
    """Return the points of these revisions after a first one at noon."""
    return [(point.revision, point.kind) for point in automatic_points((step(0, 0), *steps))][1:]


def test_a_stage_that_is_reached_is_a_point_once() -> None:
    reached = automatic_points([step(0, 0), clock(1, 5, stage="dream"), clock(2, 9, stage="dream")])
    assert reached[1:] == [Point(1, later(5), PointKind.STAGE, "dream")]


def test_going_back_to_a_stage_is_a_point_again() -> None:
    steps = [clock(number, number, stage=stage) for number, stage in enumerate("aba", 1)]
    assert found(*steps) == [(1, PointKind.STAGE), (2, PointKind.STAGE), (3, PointKind.STAGE)]


def test_a_break_is_a_point_when_it_begins() -> None:
    break_ = {"stage": "dream", "kind": "break"}
    assert found(
        clock(1, 1, stage="dream"),
        clock(2, 2, **break_, ends_at="2026-11-22T12:12:00Z"),
        clock(3, 3, **break_, ends_at="2026-11-22T12:17:00Z"),
        clock(4, 4, **break_, ends_at=None),
    ) == [(1, PointKind.STAGE), (2, PointKind.BREAK)]


def test_each_hour_of_work_leaves_the_state_before_it() -> None:
    steps = [step(number, 20 * number) for number in range(1, 8)]
    assert found(*steps) == [(2, PointKind.HOUR), (5, PointKind.HOUR)]


def test_a_night_without_work_is_one_point_and_not_one_for_each_hour() -> None:
    assert found(step(1, 5), step(2, 900), step(3, 905)) == [(1, PointKind.HOUR)]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"op_id": "import-abc"}, PointKind.IMPORT),
        ({"by": "import"}, PointKind.IMPORT),
        ({"changes": (("sources", "s1"),)}, PointKind.IMPORT),
        ({"op_id": "restore-1-abc"}, PointKind.RESTORE),
        ({"deleted": tuple(("marks", str(n)) for n in range(10))}, PointKind.DELETION),
    ],
)
def test_before_something_large_there_is_a_point(change: Any, kind: PointKind) -> None:
    assert found(step(1, 1), step(2, 2, **change), step(3, 3)) == [(1, kind)]


def test_a_small_deletion_and_a_source_that_was_there_make_no_point() -> None:
    few = tuple(("marks", str(number)) for number in range(9))
    assert found(step(1, 1, deleted=few)) == []
    source = (("sources", "s1"),)
    twice = found(step(1, 1, changes=source), step(2, 2, changes=source))
    assert twice == found(step(1, 1, changes=source))


def test_points_come_newest_first_and_only_those_that_can_be_rebuilt() -> None:
    gone = Point(7, NOON, PointKind.NAMED, name="Gone", id="p1")
    kept = Point(1, later(3), PointKind.NAMED, name="After Maya spoke", id="p2")
    assert points([step(0, 0), step(1, 1)], [gone, kept]) == [
        kept,
        Point(0, NOON, PointKind.BEGUN),
    ]
    assert points([], [kept]) == []


@pytest.mark.parametrize("place", sorted(schemes()))
def test_a_workshop_leaves_points_in_every_store(place: str, tmp_path: Any) -> None:
    location = f"{place}:" if place == "memory" else str(tmp_path)
    store = open_stores(location).sessions
    store.create(a_session())
    for minutes, act in (
        (1, lambda room: go_to_stage(room, "dream")),
        (2, lambda room: start_timer(room, 10, TimerKind.BREAK)),
        (3, lambda room: start_timer(room, 10)),
        (4, lambda room: go_to_stage(room, "goal")),
    ):
        document = store.open("k7f3q2").document
        act(SessionContext(store, document, now=partial(later, minutes)))
    kinds = [(point.kind, point.stage) for point in points(store.history("k7f3q2"))]
    assert kinds == [
        (PointKind.STAGE, "goal"),
        (PointKind.BREAK, ""),
        (PointKind.STAGE, "dream"),
        (PointKind.BEGUN, ""),
    ]
    for point in points(store.history("k7f3q2")):
        store.at_revision("k7f3q2", point.revision)


@pytest.mark.parametrize("place", sorted(schemes()))
def test_a_named_point_stays_with_the_history_and_goes_with_it(place: str, tmp_path: Any) -> None:
    location = f"{place}:" if place == "memory" else str(tmp_path)
    store = open_stores(location).sessions
    context = SessionContext(store, store.create(a_session()), now=lambda: NOON)
    say(store, context.document, "v2")
    name_point(context, "  After Maya  spoke ")
    name_point(context, "After Maya spoke")
    name_point(context, " ")
    (point,) = named_points(store, "k7f3q2")
    assert (point.name, point.revision) == ("After Maya spoke", 1)
    assert b"After Maya" not in store.document("k7f3q2")
    store.update_sidecar("k7f3q2", lambda _: b"a ballot")
    store.remove("k7f3q2", NOON)
    store.restore("k7f3q2")
    again = store if place == "memory" else open_stores(location).sessions
    assert named_points(again, "k7f3q2") == [point]
    assert again.at_revision("k7f3q2", point.revision).voices["v2"] == a_voice(
        "v2", text="I said v2."
    )
    delete_point(context, point.id)
    assert named_points(store, "k7f3q2") == []
    name_point(context, "Another")
    store.erase("k7f3q2")
    begun_again(store)
    assert named_points(store, "k7f3q2") == []


def begun_again(store: SessionStore) -> None:
    """Create the session anew, with no history."""
    store.create(a_session())
    with pytest.raises(RevisionNotFound):
        store.at_revision("k7f3q2", 1)


def test_what_erased_a_document_leaves_no_name_on_the_disk(tmp_path: Any) -> None:
    store = open_stores(str(tmp_path)).sessions
    context = SessionContext(store, store.create(a_session()), now=lambda: NOON)
    name_point(context, "After Maya spoke")
    store.remove("k7f3q2", NOON)
    store.purge(NOON + timedelta(days=31))
    assert store.purge(NOON + timedelta(days=38)) == ("k7f3q2",)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(b"Maya" not in path.read_bytes() for path in files)
