"""Quotes are read and decided by keyboard as fast as one can read, and each decision is kept."""

from playwright.sync_api import Page, expect

from path_planner.domain.vision.sources import ConsentTerms, SharedVoice, Source, SourceKind
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.domain.voice import Share
from path_planner.sample.sessions import FIRST_DAY
from path_planner.services.context import fresh_id
from path_planner.storage.store_registry import open_vision_store
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.test_access import lasting_findings
from tests.browser.theming import kept
from tests.browser.wall import until

PLAIN, EQUAL = 300, 12
MARKED = "Ring me on 07700 900123."


def new_vision(app: Planner) -> str:
    """Put a vision into the store with quotes that nobody has read."""
    source = Source(
        id="s1", what=SourceKind.WRITTEN, place="Thistledown", agreed=ConsentTerms(share=True)
    )
    texts = [MARKED, *(["No bus after six."] * EQUAL)]
    texts += [f"Thing number {n} is too loud." for n in range(PLAIN)]
    voices = [
        SharedVoice(id=f"q{n:03}", source="s1", text=text, share=Share.QUOTE, order=n)
        for n, text in enumerate(texts)
    ]
    vision = Vision(
        id=fresh_id(),
        begun=FIRST_DAY,
        updated=FIRST_DAY,
        about=AboutVision(title="Our town, our plan"),
        sources={"s1": source},
        voices={voice.id: voice for voice in voices},
    )
    return open_vision_store(str(app.store)).create(vision).id


def read(app: Planner, vision_id: str) -> int:
    """Count the quotes that somebody has read."""
    return sum(voice.checked for voice in kept(app, vision_id).voices.values())


def open_check(page: Page, app: Planner, vision_id: str) -> None:
    """Open the check and put the focus on the first quote."""
    page.goto(f"{app.url}/vision_builder?vision={vision_id}&step=gather&part=check")
    first = page.get_by_role("option").first
    expect(first).to_contain_text(MARKED.split(" on", maxsplit=1)[0])
    first.focus()


def test_by_keyboard_quotes_are_decided_one_by_one_and_in_lots(
    app: Planner, window: Window
) -> None:
    page, witness = window(1366, 768)
    vision_id = new_vision(app)
    open_check(page, app, vision_id)
    assert lasting_findings(page) == []
    page.keyboard.press("d")
    expect(page.get_by_role("option").nth(1)).to_be_focused()
    expect(page.get_by_role("option").nth(1)).to_contain_text(f"×{EQUAL}")
    page.keyboard.press("Space")
    page.keyboard.press("x")
    for _ in range(9):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, lambda: read(app, vision_id) == 1 + EQUAL + 10, "they are read")
    voices = kept(app, vision_id).voices
    assert voices["q000"].text == "Ring me on [a number]."
    assert voices[f"q{1 + EQUAL:03}"].share is Share.THEME
    expect(page.get_by_text(f"{PLAIN - 11} quotes to read")).to_be_visible()
    # The focus stayed where one reads on.
    expect(page.locator("[role=option]:focus")).to_contain_text("Thing number 11 ")
    page.keyboard.press("Space")
    page.keyboard.press("u")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    until(page, lambda: read(app, vision_id) == 2 + EQUAL + 10, "one was taken back")
    assert not kept(app, vision_id).voices[f"q{1 + EQUAL + 11:03}"].checked
    witness.nothing_amiss()


def test_hundreds_are_read_without_a_pause(app: Planner, window: Window) -> None:
    page, witness = window(1366, 768)
    vision_id = new_vision(app)
    open_check(page, app, vision_id)
    for _ in range(130):
        page.keyboard.press("Space")
    until(page, lambda: read(app, vision_id) >= 130, "each press counts")
    expect(page.locator("[role=option]:focus")).to_have_count(1)
    witness.nothing_amiss()
