"""A World Café in a browser: two windows, by mouse, keyboard and finger; its end seen and heard."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from path_planner.analysis.cafe import current_round, ink_of_cloth, lines_of_cloth
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Pen
from path_planner.services.clock import start_timer
from path_planner.services.context import EventContext
from path_planner.services.event.cloth import draw as draw_stroke
from path_planner.services.event.contributions import contribute
from path_planner.services.event.harvest import add_group
from path_planner.storage.store_registry import open_event_store
from tests.browser.axe import findings
from tests.browser.conftest import Window
from tests.browser.hands import Mouse, Touch
from tests.browser.planner import Planner
from tests.browser.theming import HOLD, Finger
from tests.browser.wall import draw, stands, take, until
from tests.services.event.cafes import a_cafe

HOSTILE = "<img src=nowhere onerror='window.taken=1'> **bold** :red[red]"
SETTLED = "[data-stale=true]"


@dataclass
class Day:
    """A day in the store of the app, as another program sees it."""

    app: Planner

    def __post_init__(self) -> None:
        """Store a café of two tables and eight guests, one of them with a hostile name."""
        cafe = a_cafe()
        guest = cafe.guests["g8"].model_copy(update={"name": HOSTILE})
        event = cafe.model_copy(update={"guests": {**cafe.guests, "g8": guest}, "id": "cafek7f3q2"})
        self.store = open_event_store(str(self.app.store))
        self.id = self.store.create(event).id

    @property
    def event(self) -> Event:
        """Return the day as it is stored."""
        return self.store.open(self.id).document

    @property
    def now(self) -> EventContext:
        """Return a context of the newest state."""
        return EventContext(self.store, self.event, by="another")

    def show(self, page: Page, name: str, **parts: str) -> None:
        """Open a page of the day."""
        query = "".join(f"&{key}={value}" for key, value in parts.items())
        page.goto(f"{self.app.url}/{name}?event={self.id}{query}")
        expect(page.locator("h1").first).to_be_visible()


@pytest.fixture
def day(own_app: Planner) -> Day:
    """Return a café in an app of its own."""
    return Day(own_app)


def press(page: Page, label: str) -> None:
    """Press a button once nothing on the page is outdated."""
    expect(page.locator(SETTLED)).to_have_count(0)
    page.get_by_role("button", name=label, exact=True).first.click()


def press_by_key(page: Page, label: str) -> None:
    """Press a button by the keyboard."""
    expect(page.locator(SETTLED)).to_have_count(0)
    page.get_by_role("button", name=label, exact=True).first.focus()
    page.keyboard.press("Enter")


def type_line(page: Page, label: str, words: str) -> None:
    """Type a line and press Enter once it stands in its field."""
    place = page.get_by_label(label, exact=True)
    place.fill(words)
    expect(place).to_have_value(words)
    place.press("Enter")
    expect(place).to_have_value("")


def test_a_round_in_two_windows_from_seating_to_the_sound(day: Day, window: Window) -> None:
    page, witness = window(1366, 768)
    other, other_witness = window(1024, 768)
    day.show(page, "world_cafe")
    day.show(other, "world_cafe")
    press(page, "Seat everybody")
    expect(page.get_by_text("Every supporter sits with their person")).to_be_visible()
    press_by_key(other, "Start round 1")
    expect(page.get_by_role("button", name="Start round 2")).to_be_visible()
    assert page.evaluate("window.taken") is None
    played = {key: seat for key, seat in day.event.seats.items() if seat.round == "r1"}
    press_by_key(page, "Someone came")
    # One too many: the tables are full, and the page says so.
    type_line(page, "Who came?", "Zofia")
    expect(page.get_by_text("Please add a table, or seats at a table.")).to_be_visible()
    press(page, "Add a table")
    until(page, lambda: len(day.event.tables) == 3, "there is a third table")
    type_line(page, "Who came?", "Zofia")
    until(page, lambda: len(day.event.guests) == 9, "somebody came late")
    assert {key: seat for key, seat in day.event.seats.items() if seat.round == "r1"} == played

    page.get_by_label("Sound at the end").check()
    press(page, "Try the sound")
    start_timer(day.now, 0.05, stage="r1")
    expect(page.get_by_text("Time is up. Finish your thought, there is no rush.")).to_be_visible()
    expect(page.locator("[data-rang=yes]")).to_be_attached()
    expect(
        page.locator("[data-testid=stBaseButton-primary]", has_text="Start round 2")
    ).to_be_visible()
    press(page, "Start round 2")
    until(page, lambda: (now := current_round(day.event)) is not None and now.id == "r2", "round 2")
    expect(other.get_by_role("button", name="Start round 3")).to_be_visible()
    assert findings(page) == []
    witness.nothing_amiss()
    other_witness.nothing_amiss()


def test_a_cloth_by_mouse_keyboard_and_finger(day: Day, window: Window) -> None:
    contribute(day.now, Part.TABLE, HOSTILE, table="t1", round="r1")
    draw_stroke(day.now, "t1", "r1", [(Pen(), (300.0, 400.0, 1300.0, 400.0))])
    (others,) = ink_of_cloth(day.event, "t1")
    page, witness = window(1366, 768)
    tablet, tablet_witness = window(1024, 768, has_touch=True)
    for each in (page, tablet):
        day.show(each, "world_cafe", table="t1")
        stands(each)
    take(Mouse(page), "pen-1")
    draw(Mouse(page), (0.4, 0.6))
    until(page, lambda: len(ink_of_cloth(day.event, "t1")) == 2, "a stroke by the mouse stands")
    take(Touch(tablet), "pen-2")
    draw(Touch(tablet), (0.6, 0.6))
    until(tablet, lambda: len(ink_of_cloth(day.event, "t1")) == 3, "so does one by a finger")
    by_finger = ink_of_cloth(day.event, "t1")[-1]
    page.keyboard.press("c")
    words = page.get_by_role("dialog").get_by_label("The words")
    words.fill("No bus after six")
    expect(words).to_have_value("No bus after six")
    words.press("Enter")
    until(page, lambda: len(lines_of_cloth(day.event, "t1")) == 2, "words stand there")
    page.keyboard.press("Escape")
    # Both windows list all of it; what is one's own can be taken back after a reload as well.
    page.reload()
    stands(page)
    for each in (page, tablet):
        each.keyboard.press("n")
        expect(each.get_by_text("3 strokes of a pen")).to_be_visible()
    own = "Take it back: No bus after six"
    expect(tablet.get_by_role("button", name=own)).to_have_count(0)
    page.get_by_role("button", name=own).focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Take these words back?").get_by_role(
        "button", name="Take it back"
    ).press("Enter")
    until(page, lambda: len(lines_of_cloth(day.event, "t1")) == 1, "words are taken back")
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    # Rubbing over everything rubs out one's own alone.
    take(Mouse(page), "eraser")
    for height in (0.35, 0.55, 0.65, 0.7):
        draw(Mouse(page), (0.1, height), [(0.0, 0.0), (0.4, 0.05), (0.8, 0.0)])
    until(page, lambda: len(ink_of_cloth(day.event, "t1")) == 2, "one's own is rubbed out")
    assert {stroke.id for stroke in ink_of_cloth(day.event, "t1")} == {others.id, by_finger.id}
    assert day.event.marks[others.id] == others
    assert page.evaluate("window.taken") is None
    assert findings(page) == []
    witness.nothing_amiss()
    tablet_witness.nothing_amiss()


def test_the_harvest_is_grouped_and_shown(day: Day, window: Window) -> None:
    for words in ("Buses", "Trains", HOSTILE):
        contribute(day.now, Part.HARVEST, words)
    page, witness = window(1366, 768)
    screen, screen_witness = window(1920, 1080)
    day.show(page, "harvest")
    day.show(screen, "day_screen", part="cafe")
    for words in ("Buses", "Trains"):
        box = page.get_by_role("checkbox", name=f"Tick: {words}")
        box.focus()
        page.keyboard.press("Space")
        expect(page.locator(SETTLED)).to_have_count(0)
        expect(box).to_be_checked()
    type_line(page, "Title of a new group", "Getting about")
    until(
        page, lambda: sum(bool(x.group) for x in day.event.voices.values()) == 2, "two are grouped"
    )
    expect(page.get_by_label("Title of the group")).to_have_value("Getting about")
    screen.reload()
    expect(screen.get_by_role("heading", name="Getting about")).to_be_visible()
    for each in (page, screen):
        assert each.evaluate("window.taken") is None
        assert findings(each) == []
    witness.nothing_amiss()
    screen_witness.nothing_amiss()


SCROLL_TO = """(box, height) => {
  const page = box.closest("[data-testid=stMain]");
  page.scrollTop += box.getBoundingClientRect().bottom - height;
}"""


def test_lines_of_the_harvest_are_dragged_into_a_group(day: Day, window: Window) -> None:
    first, second = (
        contribute(day.now, Part.HARVEST, words).changes[0].id for words in (HOSTILE, "Buses")
    )
    group, *_more = (
        add_group(day.now, title).changes[0].id for title in ("Getting about", "Money", "Home")
    )
    page, witness = window(1366, 768, has_touch=True)
    day.show(page, "harvest")
    box = page.locator(f".st-key-harvest-{group}")

    def grip(line: str) -> Locator:
        return page.locator(f".st-key-grouped-{line} .hv-grip")

    def hold_over(move: Callable[[tuple[float, float]], None]) -> None:
        expect(page.locator(".hv-air")).to_be_visible()
        middle = _middle(box)
        move(middle)
        expect(box).to_contain_class("hv-over")
        # Nothing slides away from under a hand that rests, not even low on the page.
        page.evaluate(HOLD, 30)
        assert _middle(box) == middle

    expect(page.locator(SETTLED)).to_have_count(0)
    expect(grip(second)).to_be_visible()
    # The page goes on below the window, so that it could scroll.
    box.evaluate(SCROLL_TO, 745)
    begin = _middle(grip(first))
    page.mouse.move(*begin)
    page.mouse.down()
    page.mouse.move(begin[0] + 12, begin[1] + 12, steps=3)
    hold_over(lambda place: page.mouse.move(*place, steps=6))
    page.mouse.up()
    until(page, lambda: day.event.voices[first].group == group, "a line dragged by mouse is in")
    expect(box.locator(f".st-key-grouped-{first} .hv-grip")).to_be_visible()
    expect(page.locator(SETTLED)).to_have_count(0)
    box.evaluate(SCROLL_TO, 745)
    finger, begin = Finger(page), _middle(grip(second))
    finger.down(begin)
    hold_over(lambda place: finger.move(begin, place))
    finger.up()
    until(page, lambda: day.event.voices[second].group == group, "so is one by a finger")
    assert page.evaluate("window.taken") is None
    assert findings(page) == []
    witness.nothing_amiss()


def _middle(what: Locator) -> tuple[float, float]:
    box = what.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
