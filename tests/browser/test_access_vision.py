"""Every step and part of the vision builder: shuts nobody out, large enough, not too wide."""

import re

import pytest
from playwright.sync_api import Page, expect

from path_planner.sample.visions import sample_vision
from path_planner.services.context import fresh_id
from path_planner.services.vision.documents import begin
from path_planner.storage.store_registry import open_vision_store
from tests.browser.conditions import settled, titled
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.test_access import SIZES, lasting_findings, wrong_at
from tests.browser.witness import Witness
from tests.services.vision.imports.records import SAMPLES

WIDE, MIDDLE, NARROW = SIZES
PARTS = {
    "gather": ("in", "heard", "check"),
    "theme": ("",),
    "prioritise": ("why", "list", "vote", "decide"),
    "plan": ("actions", "outcomes", "words", "people"),
    "publish": ("",),
    "review": ("",),
}
PLACES = [(step, part) for step, parts in PARTS.items() for part in parts]
LINES = """() => [...document.querySelectorAll(
  ".st-key-vision-steps :is(.here, button)")]
  .map((one) => Math.round(one.getBoundingClientRect().y))"""


@pytest.fixture(scope="module")
def visions(app: Planner) -> tuple[str, str]:
    """Put a vision with something in every part into the store, and an empty one."""
    store = open_vision_store(str(app.store))
    full = store.create(sample_vision(6).model_copy(update={"id": fresh_id()}))
    return full.id, begin(store, "A town for everybody").id


@pytest.fixture(scope="module")
def viewer(lasting_window: Window) -> tuple[Page, Witness]:
    """Open one window to look at one step after the other."""
    return lasting_window()


@pytest.mark.parametrize(("step", "part"), PLACES)
def test_a_step_is_there_for_everybody(
    app: Planner, viewer: tuple[Page, Witness], visions: tuple[str, str], step: str, part: str
) -> None:
    page, witness = viewer
    page.goto(f"{app.url}/vision_builder?vision={visions[0]}&step={step}&part={part}")
    stands(page, with_cards=step == "theme")
    sizes = (NARROW, WIDE)
    assert {size: wrong for size in sizes if (wrong := wrong_for_somebody(page, size))} == {}
    page.get_by_role("switch", name="Calm view").press("Space")
    expect(page).to_have_url(re.compile(rf"step={step}.*calm=1"))
    stands(page, with_cards=step == "theme")
    assert wrong_for_somebody(page, MIDDLE) == []
    witness.nothing_amiss()


@pytest.mark.parametrize("step", PARTS)
def test_a_step_where_nothing_is_yet_is_there_in_a_narrow_window(
    app: Planner, viewer: tuple[Page, Witness], visions: tuple[str, str], step: str
) -> None:
    page, witness = viewer
    page.goto(f"{app.url}/vision_builder?vision={visions[1]}&step={step}&part=")
    stands(page, with_cards=False)
    assert wrong_for_somebody(page, NARROW) == []
    witness.nothing_amiss()


def test_a_file_is_looked_at_before_it_comes_in_by_everybody(
    app: Planner, viewer: tuple[Page, Witness], visions: tuple[str, str]
) -> None:
    page, witness = viewer
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    page.goto(f"{app.url}/vision_builder?vision={visions[1]}&step=gather&part=in")
    stands(page, with_cards=False)
    page.locator("input[type=file]").set_input_files(SAMPLES / "google-forms.csv")
    table = page.get_by_role("region", name="The first rows of the file")
    expect(table).to_contain_text("A place to paint with my friends")
    assert {size: wrong for size in SIZES if (wrong := wrong_for_somebody(page, size))} == {}
    # The table can be scrolled by keyboard, and what comes in is decided by keyboard.
    table.focus()
    expect(table).to_be_focused()
    agreed = page.locator(".st-key-gather-files").get_by_role("checkbox")
    agreed.press("Space")
    add = page.get_by_role("button", name="Add 6 voices")
    expect(add).to_be_enabled()
    add.press("Enter")
    expect(page.get_by_text("6 new voices were added.")).to_be_visible()
    witness.nothing_amiss()


def wrong_for_somebody(page: Page, size: tuple[int, int]) -> list[object]:
    """Turn the window to a size, and return what is wrong with the page there."""
    wrong = wrong_at(page, size)
    found = [one for one in lasting_findings(page) if not one.is_streamlits]
    lines = len(set(page.evaluate(LINES)))
    return [*wrong, *found, *([lines] if lines != (2 if size == NARROW else 1) else [])]


def stands(page: Page, *, with_cards: bool) -> None:
    """Wait until a step is there in whole."""
    titled(page)
    settled(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    if with_cards:
        expect(page.locator("[data-card]").first).to_be_visible()
