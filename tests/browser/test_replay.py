"""The film of how a PATH came to be: by mouse, by keyboard, by touch, and without motion."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conditions import full_session, settled
from tests.browser.conftest import Window
from tests.browser.hands import Hands, Keys, Mouse, Touch
from tests.browser.planner import Planner

TARGET = 44


def open_film(hands: Hands, app: Planner) -> Locator:
    """Go to the poster of a full session and ask for its film."""
    page = hands.page
    page.goto(f"{app.url}/poster?session={full_session(app)}")
    settled(page)
    hands.press(page.get_by_role("button", name="Show the film", exact=True))
    film = page.get_by_role("img", name=re.compile("^A film of how the poster"))
    expect(film).to_be_visible()
    return film


def shown(film: Locator) -> int:
    """Count the things that are uncovered."""
    return film.locator("[data-n]:not([style*='visibility'])").count()


def press(hands: Hands, name: str) -> None:
    """Press a button of the film."""
    hands.press(hands.page.get_by_role("button", name=name, exact=True))


def place(page: Page) -> Locator:
    """Return the slider of the film."""
    return page.get_by_role("slider", name="Position in the film")


def test_the_film_plays_and_can_be_stopped_and_searched(app: Planner, window: Window) -> None:
    page, witness = window(reduced_motion="no-preference")
    hands = Mouse(page)
    film = open_film(hands, app)
    whole = film.locator("[data-n]").count()
    assert whole > 20
    press(hands, "Pause")
    stopped = float(place(page).input_value())
    expect(place(page)).to_have_value(f"{stopped:g}")
    assert shown(film) < whole
    place(page).fill(place(page).get_attribute("max") or "")
    assert shown(film) == whole
    assert film.locator("[style*='dash'], [style*='opacity']").count() == 0
    expect(page.get_by_role("button", name="Play again", exact=True)).to_be_visible()
    place(page).fill("0")
    assert shown(film) <= 1
    press(hands, "Play")
    expect(film.locator("[data-n]:not([style*='visibility'])").nth(3)).to_be_attached()
    press(hands, "Pause")
    witness.nothing_amiss()


@pytest.mark.parametrize("kind", [Keys, Touch])
def test_the_film_goes_step_by_step(
    app: Planner, window: Window, kind: type[Keys] | type[Touch]
) -> None:
    page, _ = window(1024, 768, has_touch=kind is Touch, reduced_motion="no-preference")
    hands = kind(page)
    film = open_film(hands, app)
    press(hands, "Pause")
    place(page).fill("0")
    press(hands, "Next step")
    first = shown(film)
    assert first > 0
    press(hands, "Next step")
    assert shown(film) > first
    press(hands, "Step back")
    assert shown(film) == first
    for control in (*page.locator(".replay-bar button").all(), place(page)):
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= TARGET


def test_who_wants_no_motion_sees_steps_when_asked(app: Planner, window: Window) -> None:
    page, _ = window(reduced_motion="reduce")
    hands = Mouse(page)
    film = open_film(hands, app)
    whole = film.locator("[data-n]").count()
    assert shown(film) == whole
    expect(page.get_by_role("button", name="Play", exact=True)).to_have_count(0)
    press(hands, "Step back")
    left = shown(film)
    assert left < whole
    caption = page.locator(".replay-caption")
    expect(caption).to_have_attribute("aria-live", "polite")
    expect(caption).to_contain_text("Step ")
    assert film.locator("[style*='dash'], [style*='opacity']").count() == 0
    press(hands, "Next step")
    assert shown(film) == whole
