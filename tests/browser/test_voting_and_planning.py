"""From themes to a plan in a real browser: a secret vote by touch and by keyboard, then a plan."""

from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from path_planner.analysis.tally import tally
from path_planner.domain.vision.plan import Progress, ResponsibleParty
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.sample.visions import sample_vision
from path_planner.services.context import fresh_id
from path_planner.storage.store_registry import open_vision_store
from tests.browser.axe import findings
from tests.browser.conditions import settled, titled
from tests.browser.conftest import Window
from tests.browser.hands import Hands, Keys, Touch, replace, write_day
from tests.browser.planner import Planner

FIVE = (
    (StakeholderGroup.LIVED, 3, False),
    (StakeholderGroup.LIVED, 2, True),
    (StakeholderGroup.FAMILY, 1, False),
    (StakeholderGroup.PROFESSIONAL, 3, False),
    (StakeholderGroup.PROFESSIONAL, 0, False),
)
"""From where each of five people speaks, how many dots they give, and who has it put in."""
FIRST = "An evening bus that waits"
OTHER = "Ten front doors of our own"
STANDING_LABELS = {
    StakeholderGroup.LIVED: "People planning for themselves",
    StakeholderGroup.FAMILY: "Families and friends",
    StakeholderGroup.PROFESSIONAL: "Professionals and decision-makers",
}
SIDEWAYS = """() => ["html", "[data-testid=stMain]"].map((place) => {
  const here = document.querySelector(place);
  return here.scrollWidth - here.clientWidth;
})"""


def begun(app: Planner) -> Vision:
    """Put a vision with themes and priorities into the store, with no vote and no plan yet."""
    whole = sample_vision(6)
    empty: dict[str, object] = {
        name: {}
        for name in (
            *("votes", "ballots", "actions", "outcomes", "rounds", "replies", "answers"),
            "readings",
        )
    }
    vision = whole.model_copy(update={**empty, "id": fresh_id()})
    return open_vision_store(str(app.store)).create(vision)


def at(page: Page, app: Planner, vision: Vision, step: str, part: str = "") -> None:
    """Go to a step and wait until it stands."""
    page.goto(f"{app.url}/vision_builder?vision={vision.id}&step={step}&part={part}")
    titled(page)
    settled(page)


def button(page: Page, label: str) -> Locator:
    """Find a button by its whole name."""
    return page.get_by_role("button", name=label, exact=True)


def clean(page: Page) -> None:
    """Hold that axe finds nothing serious, and that nothing stands outside."""
    settled(page)
    assert findings(page) == []
    assert all(pixels <= 0 for pixels in page.evaluate(SIDEWAYS))


def test_five_people_vote_in_secret_by_touch_and_by_keys_and_the_plan_follows(
    app: Planner, window: Window
) -> None:
    page, witness = window(1024, 768, has_touch=True, is_mobile=True)
    by_touch, by_keys = Touch(page), Keys(page)
    vision = begun(app)
    open_a_vote(by_touch, app, vision)
    for number, (standing, dots, proxy) in enumerate(FIVE):
        vote((by_touch, by_keys)[number % 2], standing, dots, proxy=proxy)
        expect(page.get_by_text("Thank you. Your vote is in.")).to_be_visible()
        expect(page.locator(".dots")).to_have_count(0)
        if not number:
            clean(page)
    close(by_keys)
    results_are_right(page, app, vision)
    plan(by_keys, app, vision)
    look_back(by_touch, app, vision)
    witness.nothing_amiss()


def open_a_vote(hands: Hands, app: Planner, vision: Vision) -> None:
    """Open a round of secret dots about everything."""
    page = hands.page
    at(page, app, vision, "prioritise", "vote")
    expect(page.get_by_role("heading", name="Said by one person")).to_be_visible()
    clean(page)
    hands.press(button(page, "Open the vote"))
    expect(page.get_by_text("0 people have voted.")).to_be_visible()
    hands.press(button(page, "Pass the screen on"))
    expect(page.get_by_role("heading", name="Your turn")).to_be_visible()


def vote(hands: Hands, standing: StakeholderGroup, dots: int, *, proxy: bool) -> None:
    """Give dots as one person."""
    page = hands.page
    hands.press(button(page, "Start"))
    expect(page.get_by_text("You have 3 of your 3 dots left.")).to_be_visible()
    for given in range(1, dots + 1):
        hands.press(button(page, f"One dot more: {FIRST}"))
        words = f"{given} dot{'s' if given > 1 else ''}"
        expect(page.locator(".dots-words").get_by_text(words, exact=True)).to_be_visible()
    if not dots:
        kept = page.locator("[class*=st-key-dots-]", has_text=OTHER)
        hands.press(kept.get_by_role("button", name="This must not be lost"))
        expect(kept.get_by_role("button", name="Marked: must not be lost")).to_be_visible()
    hands.tick(page.get_by_role("radio", name=STANDING_LABELS[standing]))
    expect(page.get_by_role("radio", name=STANDING_LABELS[standing])).to_be_checked()
    if proxy:
        box = page.get_by_role("checkbox", name="I am entering this for someone else")
        hands.tick(box)
        expect(box).to_be_checked()
    hands.press(button(page, "Cast your vote"))


def close(hands: Hands) -> None:
    """Go back to the group and close the round."""
    page = hands.page
    hands.press(button(page, "Back to the group"))
    expect(
        page.get_by_text("5 people have voted. 1 of them had someone else enter their vote.")
    ).to_be_visible()
    assert "2 dots" not in page.locator("[data-testid=stMain]").inner_text()
    hands.press(button(page, "Close the vote and count"))
    expect(page.get_by_text("Only one person is voting as: Families and friends.")).to_be_visible()
    hands.press(button(page, "Yes, close and count"))
    expect(page.get_by_role("heading", name="What do we decide?")).to_be_visible()


def results_are_right(page: Page, app: Planner, vision: Vision) -> None:
    """Compare what is shown with what was given."""
    first = page.locator(".result").first
    expect(first).to_contain_text(FIRST)
    for words in (
        # One person alone stood in a group, so that no group is shown, here as in the plan.
        "Not recorded9 dots, from 4 of 5",
        "2 people gave 3 dots · 1 person gave 2 dots · 1 person gave 1 dot · 1 person gave none",
    ):
        expect(first).to_contain_text(words)
    lost = page.locator(".result", has_text=OTHER)
    expect(lost.locator(".not-lost")).to_have_text("1 person says this must not be lost.")
    row = page.locator(".plan-table tbody tr", has_text=FIRST)
    expect(row.locator("td")).to_have_text(["9", "0"])
    clean(page)
    kept = open_vision_store(str(app.store)).open(vision.id).document
    (round_id,) = kept.votes
    counted = tally(kept, round_id)
    assert counted.people == 5
    assert counted.proxies == 1
    assert counted.results[0].total == sum(dots for _, dots, _ in FIVE)


def plan(hands: Hands, app: Planner, vision: Vision) -> None:
    """Write an action and an outcome."""
    page = hands.page
    at(page, app, vision, "plan", "actions")
    clean(page)
    replace(hands, page.get_by_label("What will be done?"), "Ask for a late bus")
    hands.tick(page.get_by_role("radio", name="What we do with partners"))
    replace(hands, page.get_by_label("Who does it?"), "Ada and the bus company")
    day = date.today() + timedelta(days=90)  # noqa: DTZ011 # the day as the field shows it
    write_day(hands, page.get_by_test_id("stDateInput").first, day)
    pick(hands, FIRST)
    hands.press(button(page, "Add this action"))
    expect(page.locator(".promise", has_text="Ask for a late bus")).to_be_visible()
    at(page, app, vision, "plan", "outcomes")
    replace(
        hands, page.get_by_label("What is life like when it has worked?"), "I stay until the end."
    )
    replace(hands, page.get_by_label("How will we know?"), "Who was out after seven")
    pick(hands, FIRST)
    hands.press(button(page, "Add this outcome"))
    expect(page.get_by_role("heading", name="I stay until the end.")).to_be_visible()
    clean(page)
    kept = open_vision_store(str(app.store)).open(vision.id).document
    (action,) = kept.actions.values()
    assert (action.doer, action.by_when) == (ResponsibleParty.TOGETHER, day)
    chosen_title = kept.priorities[action.priorities[0]].title
    assert chosen_title == FIRST
    assert [one.measure for one in kept.outcomes.values()] == ["Who was out after seven"]


def pick(hands: Hands, title: str) -> None:
    """Choose a priority from which it comes, in the form that adds."""
    form = hands.page.get_by_test_id("stForm").last
    pill = form.get_by_role("toolbar").get_by_role("button", name=title)
    hands.press(pill)
    expect(pill).to_have_attribute("aria-pressed", "true")


def look_back(hands: Hands, app: Planner, vision: Vision) -> None:
    """Say that something cannot be done: only with why and who decided; then dispute it."""
    page = hands.page
    at(page, app, vision, "review")
    hands.press(button(page, "Start a review"))
    hands.press(button(page, "Say how it is going"))
    hands.tick(page.get_by_role("radio", name="Cannot be done"))
    hands.press(button(page, "Save"))
    expect(page.get_by_role("alert")).to_contain_text("please say why, and who decided it.")
    replace(hands, page.get_by_label("Why? (needed"), "No money before April")
    replace(hands, page.get_by_label("Who decided? (needed"), "The council")
    hands.press(button(page, "Save"))
    expect(page.locator(".progress.cannot")).to_contain_text("Cannot be done")
    hands.press(page.locator("summary", has_text="Is it true?"))
    replace(hands, page.get_by_label("In your own words"), "We asked for it every year")
    hands.press(button(page, "Not true"))
    expect(page.get_by_text("0 people say it is true · 1 says it is not true")).to_be_visible()
    clean(page)
    kept = open_vision_store(str(app.store)).open(vision.id).document
    (reply,) = kept.replies.values()
    assert (reply.progress, reply.who_decided) == (Progress.CANNOT, "The council")
