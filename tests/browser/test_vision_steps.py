"""From step to step: what is pressed next stays there, and Back and reload do too."""

import re

from playwright.sync_api import Locator, Page, expect

from path_planner.domain.vision.plan import Action, Progress
from path_planner.domain.vision.vision import Vision
from path_planner.services.context import VisionContext, fresh_id
from path_planner.services.vision.reviews import begin_review, reply
from path_planner.storage.store_registry import open_vision_store
from tests.browser.conditions import settled, titled
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


AT_ONCE = """(gap) => {
  const called = (name) =>
    [...document.querySelectorAll("button")].find((one) => one.innerText.includes(name));
  called("Not true").click();
  setTimeout(() => called("Your PATHs").click(), gap);
}"""


def test_an_answer_is_kept_once_however_soon_another_page_is_asked_for(
    app: Planner, window: Window
) -> None:
    page, witness = window(1280, 900)
    vision, store = asked_whether_it_is_true(app), open_vision_store(str(app.store))
    for count, gap in enumerate((0, 0, 30, 100), start=1):
        at(page, app, vision, "review")
        summary = page.locator("summary", has_text="Is it true?")
        summary.click()
        opened_at_once(summary)
        page.get_by_label("In your own words").fill(f"We asked {count} times")
        page.evaluate(AT_ONCE, gap)
        expect(page.get_by_role("heading", name="Your PATHs")).to_have_count(1)
        settled(page)
        said = [one.words for one in store.open(vision.id).document.answers.values()]
        assert sorted(said) == [f"We asked {number} times" for number in range(1, count + 1)]
    witness.nothing_amiss()


def asked_whether_it_is_true(app: Planner) -> Vision:
    """Put a vision into the store in whose review one reply is to be judged."""
    action = Action(id="a1", what="Ask for a late bus")
    empty = begun(app).model_copy(update={"id": fresh_id(), "actions": {"a1": action}})
    store = open_vision_store(str(app.store))
    reviewed = begin_review(VisionContext(store, store.create(empty))).document
    (round_id,) = reviewed.rounds
    reply(VisionContext(store, reviewed), round_id, "a1", Progress.DONE, we_did="It comes at ten.")
    return reviewed


def opened_at_once(summary: Locator) -> None:
    """Hold that what was unfolded does not move any more: a press would miss its button."""
    expect(summary.page.get_by_label("In your own words")).to_be_visible()
    expect(summary.page.get_by_test_id("stSkeleton")).to_have_count(0)
    height = "one => one.closest('details').getBoundingClientRect().height"
    first = summary.evaluate(height)
    expect(summary.locator("xpath=..")).to_have_attribute("open", "")
    assert first > 200
    summary.evaluate(
        "one => Promise.all(one.closest('details').getAnimations().map(a => a.finished))"
    )
    assert summary.evaluate(height) == first


def step_button(page: Page, step: str) -> Locator:
    """Find the button that leads to a step."""
    return page.get_by_role("button", name=re.compile(rf"^\W*\d\. {step}"))


def stands(page: Page, title: str, address: str) -> None:
    """Wait until the page and its address say this, and hold that both stay so."""
    titled(page, title)
    settled(page)
    expect(page).to_have_url(re.compile(address))
