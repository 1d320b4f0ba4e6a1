"""The tray and typing for someone by keyboard alone: in, joined, aside, refused, and the next."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from path_planner.services.arrivals.tray import Place, Post, arrive, read_tray
from path_planner.services.session.documents import begin
from path_planner.storage.store_registry import open_stores
from tests.browser.axe import findings
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.wall import until
from tests.domain.builders import NOON

SENT = ("A garden", "The lift again!", "Nonsense", "A garden with bees", "A dog")


def test_the_tray_by_keyboard_and_thirty_lines_for_people_without_a_device(
    app: Planner, window: Window
) -> None:
    store = open_stores(str(app.store)).sessions
    session = begin(store, "Robin")
    facts = {"place": Place(stage="dream")}
    arrive(
        store,
        session.id,
        [
            Post(f"op{number}", {**facts, "text": text, "at": NOON + timedelta(seconds=number)})
            for number, text in enumerate(SENT)
        ],
    )
    page, witness = window()
    page.goto(f"{app.url}/phones?session={session.id}")
    opens(page, "A garden")
    assert findings(page) == []
    page.keyboard.press("Control+Enter")
    opens(page, "The lift again!")
    page.keyboard.press("Alt+a")
    opens(page, "Nonsense")
    page.keyboard.press("Control+Delete")
    opens(page, "A garden with bees")
    # What is like it is chosen already.
    expect(page.get_by_role("button", name="Join the two")).to_be_visible()
    page.keyboard.press("Alt+j")
    opens(page, "A dog")
    page.keyboard.press("Alt+ArrowDown")
    opens(page, "The lift again!")
    field = page.get_by_label("Their words")
    for number in range(30):
        field.fill(f"Line {number}")
        expect(field).to_have_value(f"Line {number}")
        field.press("Enter")
        expect(field).to_have_value("")
        expect(field).to_be_focused()

    def texts() -> set[str]:
        return {one.text for one in store.open(session.id).document.voices.values()}

    lines = {f"Line {number}" for number in range(30)}
    until(page, lambda: lines <= texts(), "all lines are saved")
    assert "A garden\nA garden with bees" in texts()
    assert "Nonsense" not in texts()
    assert {one.text for one in read_tray(store, session.id).waiting()} == {SENT[1], SENT[4]}
    page.set_viewport_size({"width": 390, "height": 844})
    for choice in page.locator(".next-line-choice").all():
        choice.scroll_into_view_if_needed()
        place = choice.bounding_box()
        assert place
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 390
        assert place["width"] > 44
    witness.nothing_amiss()


def opens(page: Page, words: str) -> None:
    """Wait until this one is open, and nothing is on its way any more."""
    expect(page.locator("[class*='st-key-arrival-'] .said").first).to_have_text(words)
    expect(page.locator("[data-stale=true]")).to_have_count(0)
