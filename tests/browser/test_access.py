"""Every page in its states: nothing that shuts people out, large enough, no sideways scrolling."""

import sys

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import STREAMLITS_OWN, Finding, findings
from tests.browser.conditions import (
    Condition,
    conditions,
    full_session,
    new_session,
    settled,
    show,
    unfold,
)
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.witness import Witness

NAMES = [one.name for one in conditions("full", "new")]
CALM_TOO = ("sessions", "prepare-full", "walk-dream", "walk-step", "poster", "present", "look-back")
SIZES = ((1920, 1080), (1024, 768), (390, 844))
TARGET = 44
ACTIONS = """() => {
  const actions = "[data-testid=stMain] :is(button:not([tabindex='-1']), summary, " +
    "[data-testid=stLinkButton] a, [data-testid=stTextInputRootElement], " +
    "[data-testid=stTextAreaRootElement], [data-testid=stSelectbox] [role=group], " +
    "[data-testid=stDateInputField], [data-testid=stRadioOption], [data-testid=stCheckbox] label)";
  const inside = "[data-testid=stTextInputRootElement], [data-testid=stDateInput], " +
    "[data-testid=stSelectbox], [data-testid=stTooltipIcon], [data-testid=stFileUploader]";
  return [...document.querySelectorAll(actions)]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0)
    .filter((one) => one.tagName !== "BUTTON" || !one.parentElement.closest(inside))
    .map((one) => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 200)]);
}"""
SIDEWAYS = """() => ["html", "[data-testid=stMain]"].map((place) => {
  const here = document.querySelector(place);
  return here.scrollWidth - here.clientWidth;
})"""


@pytest.fixture(scope="module")
def sessions(app: Planner) -> tuple[str, str]:
    """Put a full and a new session into the store."""
    return full_session(app), new_session(app)


@pytest.fixture(scope="module")
def viewer(lasting_window: Window) -> tuple[Page, Witness]:
    """Open one window to look at one page after the other."""
    return lasting_window(1280, 900)


@pytest.fixture
def condition(request: pytest.FixtureRequest, sessions: tuple[str, str]) -> Condition:
    """Find the state of this name."""
    return next(one for one in conditions(*sessions) if one.name == request.param)


@pytest.mark.parametrize("condition", NAMES, indirect=True)
def test_axe_finds_nothing_serious(
    app: Planner, viewer: tuple[Page, Witness], condition: Condition
) -> None:
    page, witness = viewer
    for calm in ("", "1") if condition.name in CALM_TOO else ("",):
        show(page, app, condition, calm=calm)
        found = lasting_findings(page)
        for one in found:
            if one.is_streamlits:
                sys.stdout.write(f"Streamlit's own: {one.rule} at {one.target}\n")
        assert [one for one in found if not one.is_streamlits] == []
    witness.nothing_amiss()


def lasting_findings(page: Page) -> list[Finding]:
    """Find what is still there at a second look: a page that is being drawn is not yet itself."""
    found = findings(page)
    if found:
        settled(page)
        found = [one for one in findings(page) if one in found]
    return found


def test_a_planted_fault_is_found(app: Planner, window: Window) -> None:
    page, _ = window()
    page.goto(app.url)
    expect(page.get_by_role("heading", name="Your PATHs")).to_be_visible()
    page.locator("h1").evaluate(
        'one => one.insertAdjacentHTML(\'afterend\', \'<img src="data:," class="planted">'
        '<p class="pale" style="color:#eee;background:#fff">hard to read</p>\')'
    )
    found = {(one.rule, one.is_streamlits) for one in lasting_findings(page)}
    assert found >= {("image-alt", False), ("color-contrast", False)}


def test_what_is_excused_is_named_exactly() -> None:
    for rule, part in STREAMLITS_OWN:
        assert Finding(rule, part, "").is_streamlits
        assert not Finding(rule, "h1", "").is_streamlits
        assert not Finding("another-rule", part, "").is_streamlits


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_actions_are_large_enough_and_nothing_scrolls_sideways(
    app: Planner, viewer: tuple[Page, Witness], sessions: tuple[str, str], size: tuple[int, int]
) -> None:
    page, _ = viewer
    page.set_viewport_size({"width": size[0], "height": size[1]})
    chosen = {
        *("sessions", "prepare-full", "walk-new", "walk-change", "walk-step", "read-back"),
        *("commitments-change", "poster", "present"),
    }
    wrong = {}
    for one in conditions(*sessions):
        if one.name in chosen:
            show(page, app, one)
            too_small = [action for action in page.evaluate(ACTIONS) if action[0] < TARGET - 0.5]
            if too_small or max(page.evaluate(SIDEWAYS)) > 0:
                wrong[one.name] = (too_small, page.evaluate(SIDEWAYS))
    assert wrong == {}


def test_a_small_target_and_a_width_page_are_noticed(app: Planner, window: Window) -> None:
    page, _ = window(390, 844)
    page.goto(app.url)
    expect(page.get_by_role("heading", name="Your PATHs")).to_be_visible()
    assert actions_seen(page) > 5
    page.locator("h1").evaluate(
        "one => one.insertAdjacentHTML('afterend',"
        ' \'<button style="height:20px;min-height:0">small</button>'
        '<div style="width:900px">wide</div>\')'
    )
    assert [one for one in page.evaluate(ACTIONS) if one[0] < TARGET - 0.5 and "small" in one[1]]
    assert max(page.evaluate(SIDEWAYS)) > 0


def actions_seen(page: Page) -> int:
    """Count the actions on a page, the folded ones too."""
    unfold(page)
    return len(page.evaluate(ACTIONS))
