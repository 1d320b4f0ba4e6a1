"""Following up what was promised, through the pages."""

from playwright.sync_api import expect

from tests.browser.hands import Hands
from tests.browser.prepare import go_to
from tests.browser.told import PARTS
from tests.browser.walking import card_of


def tick_off(hands: Hands) -> None:
    """Note the yes of everybody, tick off what was done, and look at the count."""
    go_to(hands, "Commitments")
    page = hands.page
    promised = [one for part in PARTS for one in part.promised]
    expect(page.get_by_text(f"0 of {len(promised)} done")).to_be_visible()
    for number, one in enumerate(promised, start=1):
        card = card_of(page, one.what)
        hands.press(card.get_by_role("button", name="They said yes", exact=True))
        expect(card).not_to_contain_text("not agreed yet")
        hands.press(card.get_by_role("button", name="Done", exact=True))
        expect(card.locator(".right")).to_contain_text("Done")
        expect(page.get_by_text(f"{number} of {len(promised)} done")).to_be_visible()
