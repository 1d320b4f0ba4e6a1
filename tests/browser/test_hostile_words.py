"""Whatever people type is shown as they typed it, and is never more than words."""

from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conditions import settled
from tests.browser.conftest import Window
from tests.browser.hands import Mouse, replace, write
from tests.browser.planner import Planner
from tests.browser.prepare import begin, go_to, open_present
from tests.browser.walking import at_stage, name, turn_to
from tests.browser.wall import until

LINES = (
    "<script>window.taken=1</script>",
    "<img src=nowhere onerror='window.taken=1'>",
    "[a link](https://example.org) **bold** _slanted_ `code` ~~gone~~",
    "www.example.org me@example.org https://example.org",
    ":material/star: :red[red] :blue-background[x] :smile: $x^2$ &lt;b&gt;",
)
"""Signs that Markdown, LaTeX, HTML or Streamlit make something of."""
TURNED = "right\u202eleft"
"""A mark that turns what follows around; it is taken out, as nobody can see it."""
LONG = "Longest" * 30
HOSTILE = " ".join(LINES)
MADE = (
    "[data-testid=stMain] script",
    "img[src='nowhere']",
    "a[href*='example.org']",
    ".katex",
    "[class*='stMarkdownColored']",
    "[data-testid=stMain] :is(em, del, code)",
    "[data-testid=stMain] strong:has(*)",
)
"""What would stand on the page if the words were taken for markup."""


@pytest.fixture
def page(app: Planner, window: Window) -> Page:
    """Begin a session whose owner has a hostile name."""
    page, witness = window(1280, 900)
    begin(Mouse(page), app.url, HOSTILE)
    yield page
    witness.nothing_amiss()


def shown(place: Locator) -> str:
    """Read a part of the page as people see it."""
    return " ".join(place.inner_text().replace("\u2060", "").split())


def stands_in(place: Locator, words: str) -> bool:
    """Say whether words stand in a part of the page, or in a field there."""
    return words in shown(place) or place.locator(f'input[value="{words}"]').count() > 0


def hold(page: Page, *words: str) -> None:
    """Hold that the page shows the words, and made nothing of them."""
    main = page.locator("[data-testid=stMain]")
    for one in words:
        until(page, partial(stands_in, main, one), f"{one[:40]} … stands there")
    for made in MADE:
        assert page.locator(made).count() == 0, made
    assert page.evaluate("() => window.taken === undefined")
    assert "😄" not in shown(main)
    assert page.get_by_test_id("stIconMaterial").get_by_text("star", exact=True).count() == 0


def test_hostile_words_stay_words_on_every_page(page: Page) -> None:
    hands = Mouse(page)
    write(hands, page.get_by_label("Title", exact=True), f"{HOSTILE} {TURNED}")
    expect(page.locator(".session-title")).to_contain_text(["rightleft"])
    write(hands, page.get_by_label("Add a person"), f"Di {HOSTILE}")
    expect(page.get_by_label("Name", exact=True)).to_have_count(2)
    hold(page, HOSTILE, "rightleft")

    go_to(hands, "Stages")
    name(hands, page.locator(".st-key-add-voice"), "Di")
    for words in (HOSTILE, LONG, TURNED):
        write(hands, page.get_by_label("What do they say?"), words)
        expect(page.get_by_label("What do they say?")).to_have_value("")
    hold(page, HOSTILE, LONG, "rightleft", f"Di {HOSTILE}")
    rename(hands, HOSTILE)
    hold(page, f"1 {HOSTILE}")
    settled(page)
    hands.press(page.get_by_role("button", name="Read back", exact=True))
    expect(page.get_by_role("button", name="Yes, that’s right")).to_be_visible()
    hold(page, HOSTILE, LONG, f"{HOSTILE}, is that right?")
    hands.press(page.get_by_role("button", name="Yes, that’s right"))
    at_stage(page, "Goal")
    turn_to(hands, "First steps")
    place = page.locator(".st-key-add-commitment")
    name(hands, place, "Di")
    field = place.locator(".next-line-input")
    write(hands, field, HOSTILE)
    expect(field).to_have_value("")
    hold(page, HOSTILE)
    shared = open_present(hands)
    hold(shared, HOSTILE)
    shared.close()
    for title in ("Commitments", "Poster"):
        go_to(hands, title)
        hold(page, HOSTILE)
        settled(page)
        page.go_back()
        at_stage(page, "First steps")
        settled(page)
    go_to(hands, "Your PATHs")
    hold(page, HOSTILE)


def rename(hands: Mouse, title: str) -> None:
    """Call the stage something else."""
    page = hands.page
    hands.press(page.get_by_text("Rename or skip this stage"))
    replace(hands, page.get_by_label("What does the group call this stage?"), title)
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-steps")).to_contain_text("onerror")
