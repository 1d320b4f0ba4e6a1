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
    steps = [one for one in promised if one.day]
    done = f"of {len(steps)} {'step' if len(steps) == 1 else 'steps'} done"
    expect(page.get_by_text(f"0 {done}")).to_be_visible()
    for one in promised:
        card = card_of(page, one.what)
        hands.press(card.get_by_role("button", name="They said yes", exact=True))
        expect(card).not_to_contain_text("not agreed yet")
        if one not in steps:
            expect(card.get_by_role("button", name="Done", exact=True)).to_have_count(0)
            continue
        hands.press(card.get_by_role("button", name="Done", exact=True))
        expect(card.locator(".right")).to_contain_text("Done")
        expect(page.get_by_text(f"{steps.index(one) + 1} {done}")).to_be_visible()
