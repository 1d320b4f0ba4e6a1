"""The outline beside the wall: its stages, its lines, and what is done there."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Hands, Keys, pick, replace, write
from tests.browser.told import Promised, Said
from tests.browser.wall import panel, tool

NEW = "Someone else"


def outline(page: Page) -> Locator:
    """Find the outline."""
    return panel(page, "Outline")


def open_outline(hands: Hands) -> None:
    """Open the outline by its key, or by its button."""
    if isinstance(hands, Keys):
        hands.page.keyboard.press("n")
    else:
        hands.press(tool(hands.page, "outline"))
    expect(outline(hands.page)).to_be_visible()


def close_outline(hands: Hands) -> None:
    """Close it."""
    hands.press(outline(hands.page).get_by_role("button", name="Close", exact=True))
    expect(outline(hands.page)).to_have_count(0)


def chapter(page: Page, title: str) -> Locator:
    """Find the part of a stage."""
    heading = page.get_by_role("heading", level=3, name=title)
    return outline(page).locator(".pp-chapter").filter(has=heading)


def unfold(hands: Hands, title: str, *, folded: bool = False) -> Locator:
    """Open the part of a stage, or fold it away again."""
    part = chapter(hands.page, title)
    heading = part.get_by_role("button", name=title).first
    wanted = "false" if folded else "true"
    if heading.get_attribute("aria-expanded") != wanted:
        hands.press(heading)
    expect(heading).to_have_attribute("aria-expanded", wanted)
    return part


def line(page: Page, words: str) -> Locator:
    """Find the line of the outline with these words."""
    return outline(page).locator(".pp-item").filter(has_text=words)


def say_in_outline(hands: Hands, title: str, said: Said) -> None:
    """Write a voice into a stage: who speaks, the words, Enter."""
    part = unfold(hands, title)
    pick(hands, part.get_by_label("Who said it?"), said.by)
    write(hands, part.get_by_label(f"Add to {title}"), said.text)
    expect(line(hands.page, said.text)).to_contain_text(said.by)


def promise_in_outline(hands: Hands, title: str, promised: Promised) -> None:
    """Write a step: who, by when, what."""
    step = unfold(hands, title).get_by_role("group", name="Add a step")
    pick(hands, step.get_by_label("Who?"), promised.who)
    day = step.get_by_label("By when?")
    assert promised.day
    if isinstance(hands, Keys):
        # The same day in either order, for browsers of either habit.
        assert promised.day.day == promised.day.month
        hands.into(day)
        hands.page.keyboard.type(f"{promised.day:%d%m%Y}")
    else:
        day.fill(promised.day.isoformat())
    expect(day).to_have_value(promised.day.isoformat())
    replace(hands, step.get_by_label("What?"), promised.what)
    hands.press(step.get_by_role("button", name="Add a step", exact=True))
    expect(line(hands.page, promised.what)).to_contain_text(promised.who)


def change(hands: Hands, words: str) -> Locator:
    """Open a line for changing."""
    row = line(hands.page, words)
    hands.press(row.get_by_role("button", name=f"Edit: {words}", exact=True))
    # While it is open its words stand in a field.
    opened = outline(hands.page).locator(".pp-item:has(.pp-open)")
    expect(opened.get_by_role("textbox").first).to_have_value(words)
    return opened


def note_as_right(hands: Hands, words: str) -> None:
    """Read words back and tick them."""
    opened = change(hands, words)
    hands.tick(opened.get_by_role("checkbox", name="Read back and checked"))
    hands.press(opened.get_by_role("button", name="Save", exact=True))
    expect(line(hands.page, words)).to_contain_text("Checked")


def to_stage(hands: Hands, words: str, title: str) -> None:
    """Move words to another stage."""
    opened = change(hands, words)
    pick(hands, opened.get_by_label("Stage"), title)
    hands.press(opened.get_by_role("button", name="Save", exact=True))
    unfold(hands, title)
    expect(chapter(hands.page, title).locator(".pp-item").filter(has_text=words)).to_be_visible()


def down(hands: Hands, words: str) -> None:
    """Move words down among those of their stage."""
    row = line(hands.page, words)
    hands.press(row.get_by_role("button", name=f"Down: {words}", exact=True))


def take_out(hands: Hands, words: str, *, and_back: bool) -> None:
    """Take words out of the plan, and perhaps put them back at once."""
    opened = change(hands, words)
    hands.press(opened.get_by_role("button", name="Delete", exact=True))
    expect(line(hands.page, words)).to_have_count(0)
    back = outline(hands.page).get_by_role("button", name="Undo", exact=True)
    expect(back).to_be_visible()
    if and_back:
        hands.press(back)
        expect(line(hands.page, words)).to_be_visible()
