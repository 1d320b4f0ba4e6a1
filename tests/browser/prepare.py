"""Beginning and preparing a session through the pages."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conditions import titled
from tests.browser.hands import Hands, choose, replace, write
from tests.browser.told import FRIEND, NEIGHBOUR, WHOSE


def go_to(hands: Hands, place: str) -> None:
    """Go to another page by the bar."""
    bar = hands.page.locator(".st-key-bar-places")
    hands.press(bar.get_by_role("button", name=place, exact=True))
    expect(bar.locator("[aria-current=page]")).to_have_text([place])
    titled(hands.page)


def open_present(hands: Hands) -> Page:
    """Open the view for the shared screen, which has a window of its own."""
    bar = hands.page.locator(".st-key-bar-places")
    with hands.page.expect_popup() as opened:
        hands.press(bar.get_by_role("link", name="Present", exact=True))
    titled(opened.value)
    return opened.value


def begin(hands: Hands, url: str, whose: str = WHOSE) -> str:
    """Begin a session and return its id."""
    page = hands.page
    page.goto(url)
    replace(hands, page.get_by_label("Whose PATH is it?"), whose)
    hands.press(page.get_by_role("button", name="Start", exact=True))
    titled(page, "Prepare")
    return session_in(page)


def session_in(page: Page) -> str:
    """Read the id of the session in the address."""
    return page.url.partition("session=")[2].partition("&")[0]


def prepare(hands: Hands) -> None:
    """Welcome two people, agree on something, and note the consent."""
    page = hands.page
    welcome(hands, FRIEND, "Friend", "A break every half hour")
    welcome(hands, NEIGHBOUR, "Neighbour or community", "Large print")
    hands.press(page.get_by_role("button", name="One person speaks at a time."))
    expect(page.get_by_label("Line 1", exact=True)).to_have_value("One person speaks at a time.")
    write(hands, page.get_by_label("Add your own line"), "We laugh a lot.")
    expect(page.get_by_label("Line 2", exact=True)).to_have_value("We laugh a lot.")
    for question in ("kept on this computer", "shared with the people"):
        answers = page.get_by_role("radiogroup", name=question)
        hands.tick(answers.get_by_role("radio", name="Yes", exact=True))
        expect(answers.get_by_role("radio", name="Yes", exact=True)).to_be_checked()


def welcome(hands: Hands, name: str, role: str, helps: str) -> None:
    """Add somebody, with what helps and whether photos are fine."""
    page = hands.page
    choose(hands, page.get_by_label("Role of this person"), role)
    write(hands, page.get_by_label("Add a person"), name)
    card = person(page, name)
    expect(card.get_by_label("Role", exact=True)).to_have_value(role)
    replace(hands, card.get_by_label("What helps this person?"), helps)
    hands.page.keyboard.press("Tab")
    choose(hands, card.get_by_label("OK to be in photos?"), "Yes")


def person(page: Page, name: str) -> Locator:
    """Find the card of somebody."""
    named = page.locator("[class*='st-key-person-']").filter(
        has=page.locator(f"input[value='{name}']")
    )
    expect(named).to_have_count(1)
    return named
