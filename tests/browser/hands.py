"""Three ways to use a page: by mouse, by touch alone, and by keyboard alone."""

from datetime import date
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

from tests.browser.focus import is_shown

FURTHEST = 400
"""Most steps with the Tab key: a page that needs more has lost the focus."""

RESTS = """
() => new Promise((rested) => requestIdleCallback(() => rested(), { timeout: 2000 }))
"""


class Hands(Protocol):
    """What a person does on a page."""

    page: Page

    def press(self, target: Locator) -> None:
        """Press a button or follow a link."""

    def tick(self, box: Locator) -> None:
        """Change a box, a switch or a choice among a few."""

    def into(self, field: Locator) -> None:
        """Put the cursor into a field."""


class Mouse:
    """A mouse, and a keyboard to type."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        """Click it."""
        only(target).click()

    def tick(self, box: Locator) -> None:
        """Click its label, as people do."""
        only(_label(box)).click()

    def into(self, field: Locator) -> None:
        """Click into it."""
        only(field).click()


class Touch:
    """A finger on a screen, and the keyboard on it to type."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        """Tap it."""
        self._tap(target)

    def tick(self, box: Locator) -> None:
        """Tap its label."""
        self._tap(_label(box))

    def into(self, field: Locator) -> None:
        """Tap into it."""
        self._tap(field)

    def _tap(self, target: Locator) -> None:
        # The finger is lifted once the page has answered that it was laid down: on a page at work
        # that takes so long that a tap becomes a long press, which no real finger would do.
        # While a film plays the page never rests, so the wait has an end.
        only(target)
        self.page.evaluate(RESTS)
        target.tap()


class Keys:
    """A keyboard alone; wherever it stops to act, the focus must be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        """Walk to it and press Enter."""
        self.into(target)
        self.page.keyboard.press("Enter")

    def tick(self, box: Locator) -> None:
        """Walk to it, to its group by Tab and within by the arrows, and press Space."""
        only(box)
        if box.get_attribute("type") != "radio":
            self.into(box)
            self.page.keyboard.press("Space")
            return
        group = box.locator("xpath=ancestor::*[@role='radiogroup'][1]").get_by_role("radio")
        self._walk(group.and_(self.page.locator(":checked, :nth-child(n)")), inside=group)
        for _ in range(group.count()):
            if _has_focus(box):
                break
            self.page.keyboard.press("ArrowDown")
        assert _has_focus(box)
        self.page.keyboard.press("Space")

    def into(self, field: Locator) -> None:
        """Walk to it with Tab, or back with Shift and Tab."""
        self._walk(only(field), inside=field)

    def _walk(self, target: Locator, inside: Locator) -> None:
        for _ in range(FURTHEST):
            if any(_has_focus(one) for one in inside.all()):
                assert is_shown(self.page), f"the focus is not seen on {target}"
                return
            self.page.keyboard.press(_way(target.first))
        raise AssertionError(f"the Tab key does not lead to {target}")


def only(target: Locator) -> Locator:
    """Wait until there is one: while a page is exchanged, old and new are there for a moment."""
    expect(target).to_have_count(1)
    return target


def write(hands: Hands, field: Locator, text: str) -> None:
    """Write into a field in place of what is there, and press Enter."""
    replace(hands, field, text)
    hands.page.keyboard.press("Enter")


def replace(hands: Hands, field: Locator, text: str) -> None:
    """Write into a field in place of what is there."""
    hands.into(field)
    hands.page.keyboard.press("ControlOrMeta+a")
    hands.page.keyboard.insert_text(text)
    # The next key must not overtake the words; a page that swallows them is at fault.
    expect(field).to_have_value(text)


def choose(hands: Hands, box: Locator, option: str) -> None:
    """Choose one of a long list by its beginning."""
    if box.input_value() == option:
        return
    hands.into(box)
    hands.page.keyboard.press("ControlOrMeta+a")
    hands.page.keyboard.type(option)
    found = hands.page.get_by_role("option", name=option, exact=True)
    expect(found).to_be_visible()
    if isinstance(hands, Keys):
        _down_to(hands.page, found)
        hands.page.keyboard.press("Enter")
    else:
        hands.press(found)
    expect(box).to_have_value(option)


def pick(hands: Hands, field: Locator, option: str) -> None:
    """Choose from a list: by the first letters, or as the tablet's own list does it."""
    if isinstance(hands, Keys):
        hands.into(field)
        hands.page.keyboard.type(option)
    else:
        field.select_option(label=option)
    expect(field.locator("option:checked")).to_have_text(option)


def _down_to(page: Page, option: Locator) -> None:
    for _ in range(page.get_by_role("option").count() + 1):
        if option.get_attribute("data-focused"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrow keys do not lead to {option}")


def write_day(hands: Hands, field: Locator, day: date) -> None:
    """Write a day into a field of three parts."""
    hands.into(field.get_by_role("spinbutton").first)
    hands.page.keyboard.type(f"{day:%d%m%Y}")


def _label(box: Locator) -> Locator:
    return box.locator("xpath=ancestor::label[1]")


def _has_focus(target: Locator) -> bool:
    return bool(target.evaluate("one => one === document.activeElement"))


def _way(target: Locator) -> str:
    before = target.evaluate(
        "one => Boolean(document.activeElement.compareDocumentPosition(one)"
        " & Node.DOCUMENT_POSITION_PRECEDING)"
    )
    return "Shift+Tab" if before else "Tab"
