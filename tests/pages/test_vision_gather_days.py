"""Days together are gathered from the builder, as agreed, and updated when they share less."""

import pytest

from path_planner.domain.voice import Share
from path_planner.services.context import EventContext
from path_planner.services.event.contributions import set_share
from path_planner.services.event.documents import agree
from path_planner.services.vision.documents import begin
from path_planner.storage.protocol import EventStore, VisionStore
from path_planner.ui.stores import event_store
from tests.pages.visiting import html, press, visit
from tests.services.vision.gathering.test_events import CANARY, a_day

BUILDER = "vision_builder"


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


def test_a_day_is_gathered_with_what_may_travel(events: EventStore, visions: VisionStore) -> None:
    events.create(a_day(0))
    vision = begin(visions, "A town for everybody")
    at = visit(BUILDER, vision=vision.id, step="gather")
    assert "6 lines may travel, 3 stay out" in html(at)
    press(at, "Gather")
    gathered = visions.open(vision.id).document
    assert len(gathered.sources) == 3
    assert CANARY not in gathered.model_dump_json()
    assert "3 sources were added." in html(at)
    assert "Something went wrong" not in html(at)


def test_a_day_that_is_not_agreed_to_says_so(events: EventStore, visions: VisionStore) -> None:
    events.create(a_day(0, share=False))
    vision = begin(visions, "A town for everybody")
    at = visit(BUILDER, vision=vision.id, step="gather")
    assert "the people who came have not agreed to share it" in html(at)
    press(at, "Gather")
    assert not visions.open(vision.id).document.sources


@pytest.mark.parametrize("whole", [True, False])
def test_a_day_that_shares_less_is_updated(
    events: EventStore, visions: VisionStore, whole: bool
) -> None:
    day = events.create(a_day(0))
    vision = begin(visions, "A town for everybody")
    press(visit(BUILDER, vision=vision.id, step="gather"), "Gather")
    context = EventContext(events, day)
    if whole:
        agree(context, share=False)
    else:
        set_share(context, "v1", Share.PRIVATE)
    at = visit(BUILDER, vision=vision.id, step="gather")
    assert "1 PATH or day shares less" in html(at)
    press(at, "Update now")
    after = visions.open(vision.id).document
    assert len(after.voices) == (0 if whole else 5)
