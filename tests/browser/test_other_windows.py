"""The same workshop without a mouse: by keyboard alone, by touch alone."""

from dataclasses import replace as altered

import pytest
from playwright.sync_api import Page, expect

from path_planner.storage.store_registry import open_store
from tests.browser.committing import tick_off
from tests.browser.conftest import Window
from tests.browser.focus import is_shown
from tests.browser.hands import Keys, Touch, write
from tests.browser.pad import draw_by_touch, expect_strokes
from tests.browser.planner import Planner
from tests.browser.prepare import begin, go_to, prepare
from tests.browser.taking import PDF, counted, hold_the_poster, take, words_of_pdf
from tests.browser.told import PARTS, WHOSE, everything_said, said_in_private
from tests.browser.walking import at_stage, hold, read_back

PICTURE = "Picture: a queue down to the water"
WATCH_HANDS = """
window.hands = [];
for (const kind of ["mousedown", "touchstart", "keydown"])
  addEventListener(kind, (event) => { if (event.isTrusted) window.hands.push(kind); }, true);
"""


def used(page: Page) -> set[str]:
    """Tell which hands acted on the page since it was loaded."""
    return set(page.evaluate("() => window.hands"))


def test_a_whole_workshop_by_keyboard_alone(app: Planner, window: Window) -> None:
    page, witness = window(1280, 900)
    page.add_init_script(WATCH_HANDS)
    hands = Keys(page)
    session_id = begin(hands, app.url)
    prepare(hands)
    go_to(hands, "Stages")
    for part in PARTS:
        hold(hands, part)
        if part.title == "Dream":
            hands.press(page.locator("summary").filter(has_text="Rather not draw?"))
            write(hands, page.get_by_label("The picture in words"), PICTURE)
            expect(page.locator(".voice").get_by_text(PICTURE)).to_be_visible()
        read_back(hands, part)
    tick_off(hands)
    go_to(hands, "Poster")
    hold_the_poster(hands, [*everything_said(), PICTURE], said_in_private())
    assert used(page) == {"keydown"}
    kept = open_store(str(app.store)).open(session_id).document
    assert {PICTURE} < {voice.text for voice in kept.voices.values()}
    assert all(state.approved for state in kept.stages.values())
    witness.nothing_amiss()


def test_the_main_path_by_touch_alone(app: Planner, window: Window) -> None:
    page, witness = window(1024, 768, has_touch=True, is_mobile=True)
    page.add_init_script(WATCH_HANDS)
    hands = Touch(page)
    begin(hands, app.url)
    prepare(hands)
    go_to(hands, "Stages")
    for part in PARTS:
        less = altered(part, said=part.said[:1])
        hold(hands, less)
        if part.title == "Dream":
            draw_by_touch(page)
            expect_strokes(page, 1)
        read_back(hands, less)
    tick_off(hands)
    go_to(hands, "Poster")
    said = [one.text for part in PARTS for one in part.said[:1]]
    assert counted(said) - words_of_pdf(take(hands, PDF)) == {}
    assert "touchstart" in used(page)
    witness.nothing_amiss()


def test_a_voice_by_touch_on_a_telephone(app: Planner, window: Window) -> None:
    page, _ = window(390, 844, has_touch=True, is_mobile=True)
    hands = Touch(page)
    begin(hands, app.url)
    go_to(hands, "Stages")
    at_stage(page, "Dream")
    hold(hands, altered(PARTS[0], said=PARTS[0].said[:1]))
    read_back(hands, altered(PARTS[0], said=PARTS[0].said[:1]), WHOSE)
    at_stage(page, "Goal")


def test_a_focus_that_is_not_seen_is_noticed(app: Planner, window: Window) -> None:
    page, _ = window()
    page.goto(app.url)
    hands = Keys(page)
    field = page.get_by_label("Whose PATH is it?")
    hands.into(field)
    assert is_shown(page)
    page.add_style_tag(content=":not(#a):not(#b) { outline: none !important; }")
    assert not is_shown(page)
    with pytest.raises(AssertionError, match="the focus is not seen"):
        hands.into(page.get_by_role("button", name="Start", exact=True))
