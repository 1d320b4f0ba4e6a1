"""Every page of a day together: shuts nobody out, large enough, not too wide."""

import pytest
from playwright.sync_api import Page, expect

from path_planner.domain.base import with_fields
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room
from path_planner.sample.events import sample_event
from path_planner.services.context import fresh_id
from path_planner.services.event.documents import begin
from path_planner.storage.store_registry import open_event_store
from tests.browser.conditions import settled, titled
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.test_access import SIZES, lasting_findings, wrong_at
from tests.browser.witness import Witness

WIDE, MIDDLE, NARROW = SIZES
LONG = "Fifthundredandonestepsbesidethecanalandbackagain" * 5
PLACES = [
    ("day", "about"),
    ("day", "guests"),
    ("day", "plan"),
    ("open_space", ""),
    ("world_cafe", ""),
    ("harvest", ""),
    ("day_prints", "prints"),
    ("day_prints", "after"),
    ("day_screen", "agenda"),
    ("day_screen", "cafe"),
]


@pytest.fixture(scope="module")
def days(app: Planner) -> tuple[str, str]:
    """Put a day with something in every part into the store, and one that was just begun."""
    store = open_event_store(str(app.store))
    full = store.create(large_event())
    return full.id, begin(store, "Our day", "both").id


def large_event() -> Event:
    """Return the sample with more rooms than are seen at once, and words longer than any line."""
    event = sample_event()
    more = {f"more{n}": Room(id=f"more{n}", name=LONG, order=100 + n) for n in range(6)}
    hosts = {table.host for table in event.tables.values()}
    waiting = min(event.topics)
    return event.model_copy(
        update={
            "id": fresh_id(),
            "about": with_fields(event.about, question=f"{event.about.question} {LONG}"),
            "rooms": event.rooms | more,
            "guests": {
                key: with_fields(guest, name=LONG) if key in hosts else guest
                for key, guest in event.guests.items()
            },
            "topics": {
                key: with_fields(
                    topic,
                    title=f"{topic.title} {LONG}",
                    slot=None if key == waiting else topic.slot,
                )
                for key, topic in event.topics.items()
            },
        }
    )


@pytest.fixture(scope="module")
def viewer(lasting_window: Window) -> tuple[Page, Witness]:
    """Open one window to look at one page after the other."""
    return lasting_window()


@pytest.mark.parametrize(("name", "part"), PLACES)
def test_a_page_of_a_day_is_there_for_everybody(
    app: Planner, viewer: tuple[Page, Witness], days: tuple[str, str], name: str, part: str
) -> None:
    page, witness = viewer
    page.goto(f"{app.url}/{name}?event={days[0]}&part={part}")
    stands(page)
    assert {size: wrong for size in (NARROW, WIDE) if (wrong := wrong_in(page, size))} == {}
    page.goto(f"{app.url}/{name}?event={days[1]}&part={part}&calm=1")
    stands(page)
    assert wrong_in(page, MIDDLE) == []
    witness.nothing_amiss()


def test_the_list_of_days_is_there_for_everybody(
    app: Planner, viewer: tuple[Page, Witness], days: tuple[str, str]
) -> None:
    page, witness = viewer
    assert days
    page.goto(f"{app.url}/days")
    stands(page)
    assert {size: wrong for size in SIZES if (wrong := wrong_in(page, size))} == {}
    witness.nothing_amiss()


def wrong_in(page: Page, size: tuple[int, int]) -> list[object]:
    """Turn the window to a size, and return what is wrong with the page there."""
    wrong: list[object] = [*wrong_at(page, size)]
    return wrong + [one for one in lasting_findings(page) if not one.is_streamlits]


def stands(page: Page) -> None:
    """Wait until a page is there in whole."""
    titled(page)
    settled(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
