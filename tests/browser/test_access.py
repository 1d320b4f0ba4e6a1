"""Every page in its states: nothing that shuts people out, large enough, no sideways scrolling."""

import sys

import pytest
from playwright.sync_api import Page, ViewportSize, expect

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
from tests.browser.wall import FRAMES
from tests.browser.witness import Witness

NAMES = [one.name for one in conditions("full", "new")]
CALM_TOO = ("sessions", "prepare-full", "walk-dream", "walk-step", "poster", "present", "look-back")
SIZED = {
    *("sessions", "prepare-full", "walk-new", "walk-change", "walk-step", "read-back"),
    *("commitments-change", "poster", "present"),
}
WINDOW = ViewportSize(width=1280, height=900)
SIZES = ((1920, 1080), (1024, 768), (390, 844))
TARGET = 44
MORE_LOOKS = 3
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
def test_a_page_shuts_nobody_out_and_is_usable_at_each_size(
    app: Planner, viewer: tuple[Page, Witness], condition: Condition
) -> None:
    page, witness = viewer
    for calm in ("", "1") if condition.name in CALM_TOO else ("",):
        page.set_viewport_size(WINDOW)
        show(page, app, condition, calm=calm)
        found = lasting_findings(page)
        for one in found:
            if one.is_streamlits:
                sys.stdout.write(f"Streamlit's own: {one.rule} at {one.target}\n")
        assert [one for one in found if not one.is_streamlits] == []
        if condition.name in SIZED and not calm:
            assert {size: wrong for size in SIZES if (wrong := wrong_at(page, size))} == {}
    witness.nothing_amiss()


def wrong_at(page: Page, size: tuple[int, int]) -> list[object]:
    """Turn the window to a size, and return what is too small and how far the page scrolls."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    settled(page)
    page.evaluate(FRAMES)
    return [*too_small(page), *(by for by in page.evaluate(SIDEWAYS) if by > 0)]


def too_small(page: Page) -> list[object]:
    """Return the actions that are too small for a finger."""
    return [action for action in page.evaluate(ACTIONS) if action[0] < TARGET - 0.5]


def lasting_findings(page: Page) -> list[Finding]:
    """Find what is there at every look: a page that is being drawn is not yet itself."""
    found = findings(page)
    for _ in range(MORE_LOOKS):
        if found:
            settled(page)
            page.evaluate(FRAMES)
            found = [one for one in findings(page) if one in found]
    return found


def test_a_planted_fault_is_found(app: Planner, window: Window) -> None:
    page, _ = window()
    page.goto(app.url)
    expect(page.get_by_role("heading", name="Your PATHs")).to_be_visible()
    # What is planted while the page is still being drawn would be drawn over.
    settled(page)
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


def test_a_small_target_and_a_width_page_are_noticed(app: Planner, window: Window) -> None:
    page, _ = window(390, 844)
    page.goto(app.url)
    expect(page.get_by_role("heading", name="Your PATHs")).to_be_visible()
    # What is planted while the page is still being drawn would be drawn over.
    settled(page)
    assert actions_seen(page) > 5
    page.locator("h1").evaluate(
        "one => one.insertAdjacentHTML('afterend',"
        ' \'<button style="height:20px;min-height:0">small</button>'
        '<div style="width:900px">wide</div>\')'
    )
    assert any("small" in str(one) for one in too_small(page))
    assert any("small" in str(one) for one in wrong_at(page, SIZES[0]))
    assert len(wrong_at(page, SIZES[-1])) > len(too_small(page))
    assert max(page.evaluate(SIDEWAYS)) > 0


def actions_seen(page: Page) -> int:
    """Count the actions on a page, the folded ones too."""
    unfold(page)
    return len(page.evaluate(ACTIONS))
