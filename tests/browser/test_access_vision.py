"""Every step and part of the vision builder: shuts nobody out, large enough, not too wide."""

import pytest
from playwright.sync_api import Page, expect

from path_planner.sample.visions import sample_vision
from path_planner.services.context import fresh_id
from path_planner.services.vision.documents import begin
from path_planner.storage.store_registry import open_vision_store
from tests.browser.conditions import settled
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.test_access import ACTIONS, SIDEWAYS, SIZES, TARGET, lasting_findings

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


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_step_is_there_for_everybody(
    app: Planner, window: Window, visions: tuple[str, str], size: tuple[int, int]
) -> None:
    page, witness = window(*size)
    full, empty = visions
    calm = "&calm=1" if size == SIZES[1] else ""
    places = [(full, *one) for one in PLACES]
    if size == SIZES[-1]:
        places += [(empty, step, "") for step in PARTS]
    wrong = {}
    for vision, step, part in places:
        page.goto(f"{app.url}/vision_builder?vision={vision}&step={step}&part={part}{calm}")
        stands(page, with_cards=step == "theme" and vision == full)
        too_small = [action for action in page.evaluate(ACTIONS) if action[0] < TARGET - 0.5]
        found = [one for one in lasting_findings(page) if not one.is_streamlits]
        if too_small or found or max(page.evaluate(SIDEWAYS)) > 0:
            wrong[vision, step, part] = (too_small, found, page.evaluate(SIDEWAYS))
    assert wrong == {}
    assert len(set(page.evaluate(LINES))) == (2 if size[0] < TARGET * 12 else 1)
    witness.nothing_amiss()


def stands(page: Page, *, with_cards: bool) -> None:
    """Wait until a step is there in whole."""
    expect(page.get_by_role("heading", level=1)).to_be_attached()
    settled(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    if with_cards:
        expect(page.locator("[data-card]").first).to_be_visible()
