"""A press that leads elsewhere leads there, whatever the page before still has to say.

What was said before is kept all the same. Other requests of the browser, made before the press or
told late, are the hard cases: `LateWords` lets the press overtake them.
"""

from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from path_planner.domain.marks import Stroke
from path_planner.services.context import SessionContext
from path_planner.services.session.people import describe_session
from path_planner.storage.store_registry import open_store
from path_planner.ui.navigation import PAGES
from tests.browser.conditions import new_session, settled, titled
from tests.browser.conftest import Window
from tests.browser.hands import Mouse, write
from tests.browser.late_words import LateWords
from tests.browser.pad import draw_by_mouse, expect_strokes, pad_of
from tests.browser.planner import Planner
from tests.browser.prepare import begin, go_to
from tests.browser.test_vision_steps import stands, step_button
from tests.browser.test_voting_and_planning import at, begun
from tests.browser.walking import at_stage, turn_to
from tests.browser.wall import kept, until
from tests.browser.witness import Witness

ADDRESSES = {one.title: one.name for one in PAGES} | {"Your PATHs": ""}
HEADINGS = {
    "Your PATHs": "Plan a PATH together",
    "Prepare": "Prepare",
    "Commitments": "Commitments",
    "Poster": "Poster",
}
LOOKS, LOOK = 20, 50
"""How often it is looked whether a page stays, and the milliseconds between two looks."""
MOST_LOOKS = 900
"""Looks until a page that was emptied is shown again at the latest."""
STAGE = b":step "
"""What the name of a button holds that leads to a stage."""


class Desk(NamedTuple):
    """A session in a window, on a line that can be held."""

    app: Planner
    page: Page
    line: LateWords
    session: str
    witness: Witness

    def go(self, place: str) -> None:
        """Be at a page of the session, with all of it there."""
        page = self.page
        current = page.locator(".st-key-bar-places [aria-current=page]")
        if not current.count() or current.text_content() == "Your PATHs":
            page.goto(f"{self.app.url}/walk?session={self.session}&stage=goal")
            expect(current).to_have_text(["Stages"])
        if current.text_content() != place:
            go_to(Mouse(page), place)
        if place == "Stages":
            expect(pad_of(page)).to_be_visible()
        settled(page)

    def press(self, place: str) -> None:
        """Press a button of the bar."""
        bar = self.page.locator(".st-key-bar-places")
        bar.get_by_role("button", name=place, exact=True).click()

    def stays(self, place: str) -> None:
        """Hold that a page is there, in whole, and stays."""
        page = self.page
        current = page.locator(".st-key-bar-places [aria-current=page]")
        expect(current).to_have_text([place])
        titled(page, HEADINGS.get(place))
        settled(page)
        heading = page.get_by_role("heading", level=1)
        for _ in range(LOOKS):
            assert current.all_text_contents() == [place]
            assert heading.count() == 1
            page.wait_for_timeout(LOOK)
        assert page.url.partition("?")[0] == f"{self.app.url}/{ADDRESSES[place]}"
        self.witness.nothing_amiss()

    def comes_back(self, place: str) -> None:
        """Hold that a page that was emptied is shown again, and stays then."""
        current = self.page.locator(".st-key-bar-places [aria-current=page]")
        seen = 0
        for _ in range(MOST_LOOKS):
            seen = seen + 1 if current.all_text_contents() == [place] else 0
            if seen == LOOKS:
                break
            self.page.wait_for_timeout(LOOK)
        self.stays(place)

    def keeps_strokes(self, stage: str, count: int) -> None:
        """Wait until a stage has so many strokes: what comes late may come after the next page."""
        until(self.page, lambda: self.strokes(stage) == count, "the strokes are kept")

    def strokes(self, stage: str) -> int:
        """Count the strokes of a stage that are kept."""
        marks = kept(self.app, self.session).marks.values()
        return sum(isinstance(one, Stroke) and one.stage == stage for one in marks)


@pytest.fixture(scope="module")
def desk(app: Planner, lasting_window: Window) -> Desk:
    """Open one window for all cases."""
    page, witness = lasting_window()
    return Desk(app, page, LateWords(page), new_session(app), witness)


@pytest.mark.parametrize("to", ["Commitments", "Your PATHs"])
def test_a_stroke_told_late_is_kept_and_the_page_is_turned(desk: Desk, to: str) -> None:
    desk.go("Stages")
    turn_to(Mouse(desk.page), "Goal")
    settled(desk.page)
    before = desk.strokes("goal")
    desk.line.hold()
    draw_by_mouse(desk.page)
    desk.line.wait_for_a_word()
    desk.press(to)
    assert desk.line.let_go()
    desk.keeps_strokes("goal", before + 1)
    desk.stays(to)
    assert desk.strokes("goal") == before + 1


@pytest.mark.parametrize("to", ["Commitments", "Your PATHs"])
def test_a_stroke_drawn_just_before_a_press_is_kept(desk: Desk, to: str) -> None:
    desk.go("Stages")
    turn_to(Mouse(desk.page), "Goal")
    settled(desk.page)
    before = desk.strokes("goal")
    draw_and_press(desk.page, desk.page.locator(".st-key-bar-places"), to)
    desk.keeps_strokes("goal", before + 1)
    desk.stays(to)
    assert desk.strokes("goal") == before + 1


def test_a_stroke_drawn_just_before_the_stage_is_left_is_kept(desk: Desk) -> None:
    desk.go("Stages")
    turn_to(Mouse(desk.page), "Goal")
    settled(desk.page)
    before = desk.strokes("goal")
    draw_and_press(desk.page, desk.page.locator(".st-key-steps"), "Keeping strong")
    at_stage(desk.page, "Keeping strong")
    desk.keeps_strokes("goal", before + 1)
    desk.stays("Stages")
    assert desk.strokes("goal") == before + 1


@pytest.mark.parametrize("to", ["Commitments", "Your PATHs"])
def test_a_clock_that_ticks_once_it_was_left_empties_no_page(desk: Desk, to: str) -> None:
    desk.go("Stages")
    desk.line.hold()
    desk.line.wait_for_a_word()
    desk.press(to)
    assert desk.line.let_go()
    desk.stays(to)


def test_what_is_said_when_the_next_page_is_there_does_not_bring_the_last_one_back(
    desk: Desk,
) -> None:
    desk.go("Stages")
    desk.line.hold()
    draw_by_mouse(desk.page)
    desk.line.wait_for_a_word()
    desk.press("Poster")
    expect(desk.page.locator(".st-key-bar-places [aria-current=page]")).to_have_text(["Poster"])
    assert desk.line.let_go()
    desk.comes_back("Poster")


@pytest.mark.parametrize("to", ["Stages", "Your PATHs"])
def test_words_typed_just_before_a_press_are_kept(desk: Desk, to: str) -> None:
    desk.go("Prepare")
    desk.page.get_by_label("Place", exact=True).fill(f"Little Hopeford, {to}")
    desk.press(to)
    desk.stays(to)
    words_are_kept(desk, f"Little Hopeford, {to}")


BEGUN_AND_ENTERED = """(field) => {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  field.focus();
  set.call(field, "The long way to Hopeford");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
}"""
"""On a machine at work all of this reaches the page in one moment, and leaves it in one message."""


def test_words_begun_and_entered_in_one_moment_are_shown_by_the_whole_page(desk: Desk) -> None:
    desk.go("Prepare")
    desk.page.get_by_label("Title", exact=True).evaluate(BEGUN_AND_ENTERED)
    expect(desk.page.locator(".session-title")).to_have_text(["The long way to Hopeford"])
    assert kept(desk.app, desk.session).about.title == "The long way to Hopeford"


@pytest.mark.parametrize("to", ["Stages", "Your PATHs"])
def test_words_told_late_are_kept_and_the_page_is_turned(desk: Desk, to: str) -> None:
    desk.go("Prepare")
    desk.line.hold(after=True)
    place = desk.page.get_by_label("Place", exact=True)
    place.fill(f"Great Hopeford, {to}")
    place.press("Enter")
    desk.line.wait_for_a_word()
    desk.press(to)
    assert desk.line.let_go()
    desk.stays(to)
    words_are_kept(desk, f"Great Hopeford, {to}")


def test_words_that_were_saved_already_are_not_saved_again(desk: Desk) -> None:
    desk.go("Prepare")
    page = desk.page
    place = page.get_by_label("Place", exact=True)
    write(Mouse(page), place, "Hopeford")
    words_are_kept(desk, "Hopeford")
    store = open_store(str(desk.app.store))
    describe_session(
        SessionContext(store, store.open(desk.session).document), place="Larkspur Road"
    )
    desk.press("Stages")
    desk.stays("Stages")
    desk.go("Prepare")
    expect(place).to_have_value("Larkspur Road")
    words_are_kept(desk, "Larkspur Road")


def test_the_last_of_two_presses_holds(desk: Desk) -> None:
    desk.go("Stages")
    desk.press("Poster")
    desk.press("Commitments")
    desk.stays("Commitments")


def test_whoever_presses_back_to_the_page_before_is_there_at_once(desk: Desk) -> None:
    desk.go("Stages")
    desk.press("Commitments")
    desk.press("Stages")
    desk.stays("Stages")


@pytest.mark.parametrize("at_once", [False, True])
def test_back_leads_to_the_page_and_the_stage_before(desk: Desk, at_once: bool) -> None:
    desk.go("Stages")
    turn_to(Mouse(desk.page), "Now")
    settled(desk.page)
    address = desk.page.url
    go_to(Mouse(desk.page), "Commitments")
    if not at_once:
        settled(desk.page)
    desk.page.go_back()
    at_stage(desk.page, "Now")
    desk.stays("Stages")
    assert desk.page.url == address
    desk.page.go_forward()
    desk.stays("Commitments")


def test_a_page_that_was_lost_with_a_broken_line_is_asked_for_again(desk: Desk) -> None:
    desk.go("Stages")
    desk.line.hold(before=False, after=True)
    desk.press("Commitments")
    expect(desk.page.locator(".st-key-bar-places")).to_have_count(0)
    settled(desk.page)
    desk.line.let_go_and_break()
    desk.stays("Commitments")


def test_a_page_that_is_led_to_speaks_for_itself(desk: Desk) -> None:
    desk.go("Commitments")
    desk.press("Stages")
    expect(pad_of(desk.page)).to_be_visible()
    turn_to(Mouse(desk.page), "Enrol")
    settled(desk.page)
    draw_by_mouse(desk.page)
    expect_strokes(desk.page, 1)
    assert desk.strokes("enrol") == 1
    desk.stays("Stages")


def test_a_page_that_leads_on_to_another_is_followed(app: Planner, window: Window) -> None:
    page, witness = window()
    session = begin(Mouse(page), app.url)
    write(Mouse(page), page.get_by_label("Title", exact=True), "A way of one’s own")
    go_to(Mouse(page), "Stages")
    at_stage(page, "Dream")
    until(page, lambda: kept(app, session).about.title == "A way of one’s own", "it is kept")
    witness.nothing_amiss()


def test_a_page_that_leads_back_is_followed_too(app: Planner, window: Window) -> None:
    page, witness = window()
    page.goto(f"{app.url}/walk")
    page.get_by_role("button", name="Go to your PATHs").click()
    titled(page, HEADINGS["Your PATHs"])
    page.get_by_role("button", name="Vision builder", exact=True).click()
    titled(page, "Build a vision together")
    witness.nothing_amiss()


def test_a_stroke_told_late_is_kept_in_its_stage_and_the_next_one_is_shown(desk: Desk) -> None:
    desk.go("Stages")
    turn_to(Mouse(desk.page), "Goal")
    settled(desk.page)
    before = desk.strokes("goal")
    desk.line.hold(STAGE)
    draw_by_mouse(desk.page)
    desk.line.wait_for_a_word()
    desk.page.locator(".st-key-steps").get_by_role("button", name="Keeping strong").click()
    assert desk.line.let_go()
    at_stage(desk.page, "Keeping strong")
    desk.stays("Stages")
    at_stage(desk.page, "Keeping strong")
    desk.keeps_strokes("goal", before + 1)
    assert desk.strokes("strengthen") == 0


def test_words_told_late_are_kept_and_the_next_step_is_shown(app: Planner, window: Window) -> None:
    page, witness = window()
    line = LateWords(page)
    at(page, app, begun(app), "gather")
    said = page.get_by_label("What was said, one voice on each line")
    line.hold(after=True)
    said.fill("A bench by the river.")
    said.press("ControlOrMeta+Enter")
    line.wait_for_a_word()
    step_button(page, "Plan actions").click()
    assert line.let_go()
    stands(page, "Plan actions", "step=plan$")
    step_button(page, "Gather").click()
    stands(page, "Gather", "step=gather$")
    expect(said).to_have_value("A bench by the river.")
    witness.nothing_amiss()


def test_steps_are_followed_however_their_address_is_written(app: Planner, window: Window) -> None:
    page, witness = window()
    vision = begun(app)
    page.goto(f"{app.url}/vision_builder?part=&step=plan&vision={vision.id}")
    stands(page, "Plan actions", "step=plan")
    page.get_by_role("button", name="The vision in words", exact=True).click()
    stands(page, "Plan actions", "part=words")
    step_button(page, "Share").click()
    stands(page, "Share", "step=publish$")
    step_button(page, "Gather").click()
    stands(page, "Gather", "step=gather$")
    for title, address in (("Share", "step=publish$"), ("Plan actions", "part=words")):
        page.go_back()
        stands(page, title, address)
    witness.nothing_amiss()


def draw_and_press(page: Page, bar: Locator, button: str) -> None:
    """Draw a stroke, and press a button with the other hand as soon as the pen is lifted."""
    found = bar.get_by_role("button", name=button).element_handle()
    assert found
    page.evaluate(
        "one => addEventListener('mouseup', () => setTimeout(() => one.click(), 20),"
        " {once: true, capture: true})",
        found,
    )
    draw_by_mouse(page)


def words_are_kept(desk: Desk, words: str) -> None:
    """Wait until the place of the session is written down like this."""
    until(desk.page, lambda: kept(desk.app, desk.session).about.place == words, "it is kept")
