"""The agenda wall by keyboard, mouse and finger: topics are placed, joined, split and parked."""

import re
from datetime import time

import pytest
from playwright.sync_api import Locator, Page, expect

from path_planner.domain.event.about import Slot
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room, Topic
from path_planner.services.context import fresh_id
from path_planner.services.event.documents import begun
from path_planner.storage.store_registry import open_event_store
from tests.browser.conditions import settled, titled
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.wall import until
from tests.browser.witness import Witness

SAID = "and so on, as people say it, in their own words and not in ours"
HOSTILE = "<img src=x onerror='window.taken=1'> **bold** [a](https://example.org)"


def a_day(app: Planner) -> Event:
    """Put an Open Space with two times and two rooms into the store."""
    event = begun("Our day", "open-space").model_copy(
        update={
            "id": fresh_id(),
            "slots": {
                "s1": Slot(id="s1", begins=time(10, 30), order=1),
                "s2": Slot(id="s2", begins=time(11, 40), order=2),
            },
            "rooms": {
                "r1": Room(id="r1", name="Hall", order=1),
                "r2": Room(id="r2", name="Kitchen", order=2),
            },
        }
    )
    return open_event_store(str(app.store)).create(event)


def stored(app: Planner, event: Event) -> Event:
    """Return the newest state."""
    return open_event_store(str(app.store)).open(event.id).document


def topics_of(app: Planner, event: Event) -> dict[str, Topic]:
    """Return the topics on the disk by their titles."""
    return {topic.title: topic for topic in stored(app, event).topics.values()}


def opened(app: Planner, window: Window, event: Event) -> tuple[Page, Witness]:
    """Open the wall of a day in a window of its own."""
    page, witness = window(1366, 900)
    page.goto(f"{app.url}/open_space?event={event.id}")
    titled(page)
    settled(page)
    expect(page.get_by_role("group", name="Agenda wall")).to_be_visible()
    return page, witness


def write(page: Page, *titles: str) -> None:
    """Write topics, as a helper does who types for others: the words, Enter, the next."""
    field = page.get_by_label("Write a topic, then press Enter")
    for title in titles:
        field.fill(title)
        expect(field).to_have_value(title)
        field.press("Enter")
        expect(field).to_have_value("")
    for title in titles:
        expect(grip(page, title)).to_be_visible()


def grip(page: Page, title: str) -> Locator:
    """Return what a topic is taken by."""
    return page.locator("[data-topic]", has_text=title)


def place(page: Page, slot: str, room: str) -> Locator:
    """Return a place on the wall."""
    return page.locator(f'[data-place="{slot} {room}"]')


def test_by_keyboard_a_topic_is_taken_carried_and_put(app: Planner, window: Window) -> None:
    event = a_day(app)
    page, witness = opened(app, window, event)
    write(page, "Buses after six", "Cooking")
    grip(page, "Buses").focus()
    page.keyboard.press("Enter")
    expect(grip(page, "Buses")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(place(page, "s1", "r2").locator("[data-topic]")).to_have_text(re.compile("Buses"))
    # Escape leaves a topic where it was.
    grip(page, "Cooking").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator('[data-place="waiting"] [data-topic]')).to_have_text(re.compile("Cooking"))
    until(page, lambda: topics_of(app, event)["Buses after six"].room == "r2", "it is saved")
    assert topics_of(app, event)["Buses after six"].slot == "s1"
    witness.nothing_amiss()


def test_by_mouse_topics_are_dragged_and_another_window_sees_it(
    app: Planner, window: Window
) -> None:
    event = a_day(app)
    page, witness = opened(app, window, event)
    other, _ = opened(app, window, event)
    write(page, "Jobs", HOSTILE)
    expect(grip(other, "Jobs")).to_be_visible()
    drag(page, grip(page, "Jobs"), place(page, "s2", "r1"))
    expect(place(page, "s2", "r1").locator("[data-topic]")).to_have_text(re.compile("Jobs"))
    expect(place(other, "s2", "r1").locator("[data-topic]")).to_have_text(re.compile("Jobs"))
    expect(page.get_by_role("group", name="Agenda wall")).to_contain_text("**bold**")
    assert page.evaluate("window.taken") is None
    witness.nothing_amiss()


def drag(page: Page, what: Locator, where: Locator) -> None:
    """Drag something by mouse, as a hand does: not in one jump."""
    settled(page)
    where.scroll_into_view_if_needed()
    start, end = what.bounding_box(), where.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 20, start["y"] + 15)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 30, steps=4)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=12)
    page.mouse.up()


def menu_of(page: Page, title: str) -> Locator:
    """Open what can be done with a topic without dragging."""
    page.get_by_role("button", name=f"More for “{title}”").tap()
    return page.get_by_role("dialog")


def test_by_finger_everything_is_in_the_menu(app: Planner, window: Window) -> None:
    event = a_day(app)
    page, witness = window(390, 844, has_touch=True)
    page.goto(f"{app.url}/open_space?event={event.id}")
    titled(page)
    settled(page)
    write(page, "Buses", "Last coach", "Signs")
    page.get_by_role("button", name="One more is interested in “Buses”").tap()
    expect(page.locator(".ag-interest", has_text="1 interested")).to_be_visible()
    dialog = menu_of(page, "Buses")
    dialog.get_by_label("Time").select_option(label="11:40")
    dialog.get_by_label("Room").select_option(label="Kitchen")
    dialog.get_by_role("button", name="Put it there").tap()
    expect(place(page, "s2", "r2").locator("[data-topic]")).to_have_text(re.compile("Buses"))
    dialog = menu_of(page, "Last coach")
    dialog.get_by_label("Join with").select_option(label="1 Buses")
    dialog.get_by_role("button", name="Join them").tap()
    expect(page.get_by_text("Together with: Last coach")).to_be_visible()
    dialog = menu_of(page, "Signs")
    dialog.get_by_label("A part of it, as a topic of its own").fill("Big signs")
    dialog.get_by_role("button", name="Make it a topic").tap()
    expect(grip(page, "Big signs")).to_be_visible()
    dialog = menu_of(page, "Big signs")
    dialog.get_by_role("button", name="Park it").tap()
    expect(page.locator('[data-place="parked"] [data-topic]')).to_have_text(re.compile("Big signs"))
    until(page, lambda: topics_of(app, event)["Big signs"].parked, "it is saved")
    topics = topics_of(app, event)
    assert topics["Last coach"].merged_into == topics["Buses"].id
    assert topics["Big signs"].split_from == topics["Signs"].id
    assert topics["Big signs"].parked
    assert (topics["Buses"].slot, topics["Buses"].room) == ("s2", "r2")
    witness.nothing_amiss()


@pytest.mark.parametrize("lines", [30])
def test_thirty_lines_are_typed_for_others_with_no_key_but_enter(
    app: Planner, window: Window, lines: int
) -> None:
    event = a_day(app)
    page, witness = window(1366, 900)
    page.goto(f"{app.url}/open_space?event={event.id}&part=news")
    titled(page)
    settled(page)
    field = page.get_by_label("Write something for the news wall")
    field.focus()
    said = [f"{number:02d} {SAID}"[:60].strip() for number in range(lines)]
    for words in said:
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    expect(page.locator(".count", has_text=f"{lines} lines")).to_be_visible()
    kept = [line.text for line in stored(app, event).voices.values()]
    assert kept == said
    witness.nothing_amiss()
