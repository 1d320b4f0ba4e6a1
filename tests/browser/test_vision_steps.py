"""From step to step: what is pressed next stays there, and Back and reload do too."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conditions import settled
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.test_voting_and_planning import at, begun


def test_the_step_that_was_led_to_stays_whatever_is_pressed_next(
    app: Planner, window: Window
) -> None:
    page, witness = window(1280, 900)
    vision = begun(app)
    at(page, app, vision, "gather")
    for step, name in (("Choose priorities", "prioritise"), ("Plan actions", "plan")):
        step_button(page, step).click()
        stands(page, step, f"step={name}$")
    page.get_by_role("button", name="The vision in words", exact=True).click()
    stands(page, "Plan actions", "step=plan&part=words")
    page.reload()
    stands(page, "Plan actions", "step=plan&part=words")
    page.get_by_role("button", name="How we will know", exact=True).click()
    stands(page, "Plan actions", "step=plan&part=outcomes")
    page.go_back()
    stands(page, "Plan actions", "step=plan&part=words")
    step_button(page, "Review").click()
    stands(page, "Review", "step=review$")
    page.go_back()
    stands(page, "Plan actions", "step=plan")
    witness.nothing_amiss()


def test_the_list_and_a_vision_each_have_an_address_of_their_own(
    own_app: Planner, window: Window
) -> None:
    app = own_app
    page, witness = window(1280, 900)
    vision = begun(app)
    at(page, app, vision, "plan")
    page.get_by_role("button", name="Vision builder", exact=True).click()
    stands(page, "Build a vision together", "vision_builder[?]step=all$")
    page.get_by_role("switch", name="Calm view").press("Space")
    stands(page, "Build a vision together", "calm=1")
    page.reload()
    stands(page, "Build a vision together", "calm=1")
    page.get_by_role("button", name=re.compile(vision.about.title)).first.click()
    stands(page, "Gather", "vision=")
    page.get_by_role("button", name="Who was heard", exact=True).click()
    stands(page, "Gather", "vision=.*part=heard")
    witness.nothing_amiss()


def test_what_was_typed_of_a_conversation_is_there_after_a_look_at_another_step(
    app: Planner, window: Window
) -> None:
    page, witness = window(1280, 900)
    at(page, app, begun(app), "gather")
    said = page.get_by_label("What was said, one voice on each line")
    said.fill("A bench by the river.\nAn evening bus.")
    said.press("ControlOrMeta+Enter")
    settled(page)
    step_button(page, "Share").click()
    stands(page, "Share", "step=publish$")
    step_button(page, "Gather").click()
    stands(page, "Gather", "step=gather$")
    expect(said).to_have_value("A bench by the river.\nAn evening bus.")
    witness.nothing_amiss()


def test_a_step_is_led_to_in_the_middle_of_typing_and_the_words_are_kept(
    app: Planner, window: Window
) -> None:
    page, witness = window(1280, 900)
    at(page, app, begun(app), "gather")
    said = page.get_by_label("What was said, one voice on each line")
    said.fill("A bench by the river.")
    step_button(page, "Share").click()
    stands(page, "Share", "step=publish$")
    step_button(page, "Gather").click()
    stands(page, "Gather", "step=gather$")
    expect(said).to_have_value("A bench by the river.")
    witness.nothing_amiss()


def step_button(page: Page, step: str) -> Locator:
    """Find the button that leads to a step."""
    return page.get_by_role("button", name=re.compile(rf"^\W*\d\. {step}"))


def stands(page: Page, title: str, address: str) -> None:
    """Wait until the page and its address say this, and hold that both stay so."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    settled(page)
    expect(page).to_have_url(re.compile(address))
