"""Walking the stages through the pages."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conditions import settled, titled
from tests.browser.hands import Hands, pick, write
from tests.browser.told import PRIVATE, WHOSE, Part, Promised, Said

CARD = re.compile(r"st-key-((?:voice|commitment)-(?!buttons)[a-z0-9]+)")


def at_stage(page: Page, title: str) -> None:
    """Wait until the page shows a stage."""
    # While one stage goes and the next comes, the fields of both are on the page for a moment.
    expect(page.get_by_text(re.compile(rf"^Stage \d of \d: {title}$"))).to_have_count(1)
    expect(page.locator("[data-stale=true] .next-line-input")).to_have_count(0)


def hold(hands: Hands, part: Part) -> None:
    """Write down everything of one stage."""
    at_stage(hands.page, part.title)
    for said in part.said:
        say(hands, said)
    for promised in part.promised:
        promise(hands, promised)


def say(hands: Hands, said: Said) -> None:
    """Write one voice: who speaks, how it is shared, one field, Enter."""
    page = hands.page
    place = page.locator(".st-key-add-voice")
    name(hands, place, said.by)
    share = said.share.partition(":")[0]
    pick(hands, place.get_by_label("How can it be shared?"), share)
    write(hands, page.get_by_label("What do they say?"), said.text)
    card = card_of(page, said.text)
    expect(card).to_contain_text(said.by)
    expect(card).to_contain_text(share)
    expect(page.get_by_label("What do they say?")).to_have_value("")


def name(hands: Hands, place: Locator, who: str) -> None:
    """Choose whose line it is by their chip; somebody new is named first."""
    expect(place.get_by_role("button", name="Someone new")).to_have_count(1)
    chip = place.get_by_role("radio", name=who.partition(" ")[0], exact=True)
    if chip.count() == 0:
        hands.press(place.get_by_role("button", name="Someone new"))
        hands.page.keyboard.insert_text(who)
        expect(place.locator(".next-line-newcomer")).to_have_value(who)
        hands.page.keyboard.press("Enter")
    elif not chip.is_checked():
        hands.tick(chip)
        expect(chip).to_be_checked()
    expect(place.locator(".next-line-whose")).to_have_text(
        re.compile(f"^({who}|{who.split(maxsplit=1)[0]}):$")
    )


def promise(hands: Hands, promised: Promised) -> None:
    """Write who enrols or takes which step."""
    page = hands.page
    place = page.locator(".st-key-add-commitment")
    field = place.locator(".next-line-input")
    name(hands, place, promised.who)
    if promised.day:
        place.get_by_label("By when?").fill(promised.day.isoformat())
        pick(hands, place.get_by_label("Coach"), f"Coach: {promised.coach.partition(' ')[0]}")
    write(hands, field, promised.what)
    expect(field).to_have_value("")
    card = card_of(page, promised.what)
    expect(card).to_contain_text(promised.who)
    expect(card).to_contain_text(f"coach: {promised.coach}" if promised.day else promised.who)


def card_of(page: Page, words: str) -> Locator:
    """Find the card that shows these words; it stays the same while it is open to change."""
    shown = page.locator(".voice, .promise").filter(has_text=words)
    expect(shown).to_have_count(1)
    names = shown.evaluate(
        "one => { const all = []; for (let up = one; up; up = up.parentElement)"
        " all.push(String(up.className)); return all.join(' '); }"
    )
    found = CARD.search(names)
    assert found, names
    return page.locator(f".st-key-{found[1]}")


def read_back(hands: Hands, part: Part, whose: str = WHOSE) -> None:
    """Read the stage back, and hear a yes."""
    page = hands.page
    settled(page)
    hands.press(page.get_by_role("button", name="Read back", exact=True))
    titled(page, f"{whose}, is that right?")
    for said in part.said:
        expect(page.get_by_text(said.text)).to_have_count(0 if said.share == PRIVATE else 1)
    for promised in part.promised:
        expect(page.get_by_text(promised.what)).to_be_visible()
    hands.press(page.get_by_role("button", name="Yes, that’s right"))
    expect(page.get_by_role("button", name="Yes, that’s right")).to_have_count(0)
    step = page.locator(".st-key-steps").get_by_role("button", name=part.title)
    expect(step).to_contain_text(re.compile("checked|you are here"))


def turn_to(hands: Hands, title: str) -> None:
    """Go to a stage by its step."""
    hands.press(hands.page.locator(".st-key-steps").get_by_role("button", name=title))
    at_stage(hands.page, title)
