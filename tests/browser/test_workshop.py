"""A whole workshop, from the front page to the poster in the hand."""

from playwright.sync_api import expect

from path_planner.domain.commitment import Status
from path_planner.domain.marks import Stroke
from path_planner.storage.store_registry import open_store
from tests.browser.committing import tick_off
from tests.browser.conditions import titled
from tests.browser.conftest import Window
from tests.browser.hands import Mouse, replace
from tests.browser.pad import draw_by_mouse, draw_by_touch, expect_strokes
from tests.browser.planner import Planner, planner
from tests.browser.prepare import begin, go_to, prepare
from tests.browser.taking import hold_the_poster
from tests.browser.told import PARTS, everything_said, said_in_private
from tests.browser.walking import at_stage, hold, read_back, turn_to

SHOWS = "A bakery with a long queue"


def test_a_whole_workshop_from_the_first_page_to_the_poster(
    own_app: Planner, window: Window
) -> None:
    page, witness = window(1280, 900, has_touch=True)
    hands = Mouse(page)
    session_id = begin(hands, own_app.url)
    prepare(hands)
    go_to(hands, "Stages")
    walk_with_sketches(hands)
    link = page.url
    tick_off(hands)
    go_to(hands, "Poster")
    hold_the_poster(hands, everything_said(), said_in_private())
    witness.nothing_amiss()

    session = open_store(str(own_app.store)).open(session_id).document
    strokes = [one for one in session.marks.values() if isinstance(one, Stroke)]
    assert sorted(one.stage for one in strokes) == ["dream", "now"]
    assert all(len(one.points) >= 12 for one in strokes)
    by_day = {one.by_when is None: one.status for one in session.commitments.values()}
    assert by_day == {False: Status.DONE, True: Status.OPEN}
    assert all(one.said_yes for one in session.commitments.values())
    assert {one.text for one in session.voices.values()} | {
        one.what for one in session.commitments.values()
    } == set(everything_said())

    own_app.stop()
    with planner(own_app.store, port=own_app.port) as again:
        assert again.url == own_app.url
        other, _ = window()
        other.goto(link)
        titled(other, "How are you leaving today?")
        turn_to(Mouse(other), "First steps")
        expect(other.locator(".promise").get_by_text(PARTS[-1].promised[0].what)).to_be_visible()


def walk_with_sketches(hands: Mouse) -> None:
    """Go through the six stages; draw by mouse in one, by finger in another; refresh between."""
    page = hands.page
    for part in PARTS:
        hold(hands, part)
        if part.title == "Dream":
            draw_by_mouse(page)
            expect_strokes(page, 1)
            replace(hands, page.get_by_label("What is in the picture?"), SHOWS)
            page.keyboard.press("Tab")
            expect(page.get_by_role("img", name=SHOWS)).to_be_attached()
        if part.title == "Now":
            draw_by_touch(page)
            expect_strokes(page, 1)
            refresh_in_the_middle(hands)
        read_back(hands, part)


def refresh_in_the_middle(hands: Mouse) -> None:
    """Load the page again: the same stage, and all that was said and drawn."""
    page = hands.page
    page.reload()
    at_stage(page, "Now")
    expect(page.locator(".voice").get_by_text(PARTS[2].said[0].text)).to_be_visible()
    expect_strokes(page, 1)
    turn_to(hands, "Dream")
    for said in PARTS[0].said:
        expect(page.locator(".voice").get_by_text(said.text)).to_be_visible()
    expect(page.get_by_role("img", name=SHOWS)).to_be_attached()
    expect_strokes(page, 1)
    turn_to(hands, "Now")
