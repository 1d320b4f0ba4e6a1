"""The theming board in a window: taking up, putting down, naming, by any hand."""

from playwright.sync_api import FloatRect, Locator, Page, expect

from path_planner.analysis.queries import unassigned_voices, voices_in
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import ConsentTerms, SharedVoice, Source, SourceKind
from path_planner.domain.vision.vision import AboutVision, Member, Vision
from path_planner.domain.voice import Share
from path_planner.sample.sessions import FIRST_DAY
from path_planner.services.context import fresh_id
from path_planner.storage.store_registry import open_vision_store
from tests.browser.planner import Planner
from tests.browser.wall import until

SAID = (
    ("I want to get the bus on Sundays.", Role.PATHFINDER),
    ("There is no bus on a Sunday.", Role.FAMILY),
    ("I decide who has my key.", Role.PATHFINDER),
    ("People walk into my room without knocking.", Role.PATHFINDER),
    ("Our timetable ends at six.", Role.PROFESSIONAL),
    ("I would love to work with animals.", Role.PATHFINDER),
    ("He could help on the farm.", Role.FRIEND),
    ("میں اپنا گھر خود چنتی ہوں", Role.PATHFINDER),
    ("The stop is too far for her.", Role.NEIGHBOUR),
    ("We cannot give keys to tenants.", Role.PROFESSIONAL),
    ("I have never been asked what I am good at.", Role.PATHFINDER),
    ("Sunday is the longest day.", Role.PATHFINDER),
)
GOALS = {
    "Getting about": (0, 1, 4, 8, 11),
    "My own front door": (2, 3, 7, 9),
    "Work that suits me": (5, 6, 10),
}
"""The themes that people make, and the numbers of their voices."""

HOLD = """async (frames) => {
  for (let left = frames; left > 0; left -= 1) await new Promise(requestAnimationFrame);
}"""
LOOK, LOOKS = 100, 100
"""Milliseconds between two looks, and how often a hand looks where a list is now."""


def new_vision(app: Planner, copies: int = 1) -> str:
    """Put a vision with voices and no themes into the store."""
    sources = [
        Source(
            id=f"s{n}", what=what, order=n, place="Little Hopeford", agreed=ConsentTerms(share=True)
        )
        for n, what in enumerate((SourceKind.PATH, SourceKind.PATH, SourceKind.CAFE))
    ]
    voices = [
        SharedVoice(
            id=f"q{copy}-{n}",
            source=f"s{n % 3}",
            text=text if copy == 0 else f"{text} ({copy})",
            role=role,
            share=Share.QUOTE,
            speaker=str(n),
            order=copy * 100 + n,
        )
        for copy in range(copies)
        for n, (text, role) in enumerate(SAID)
    ]
    vision = Vision(
        id=fresh_id(),
        begun=FIRST_DAY,
        updated=FIRST_DAY,
        about=AboutVision(title="Our town, our plan"),
        steering={"m1": Member(id="m1", name="Ada Quill")},
        sources={one.id: one for one in sources},
        voices={one.id: one for one in voices},
    )
    return open_vision_store(str(app.store)).create(vision).id


def open_board(page: Page, app: Planner, vision_id: str) -> None:
    """Open the step of themes and wait until the board stands."""
    page.goto(f"{app.url}/vision_builder?vision={vision_id}&step=theme")
    expect(card(page, SAID[0][0])).to_be_visible()


def kept(app: Planner, vision_id: str) -> Vision:
    """Read what the store holds."""
    return open_vision_store(str(app.store)).open(vision_id).document


def themed(app: Planner, vision_id: str) -> dict[str, set[str]]:
    """Return the words in each theme by its name, as they are kept; the pile has no name."""
    vision = kept(app, vision_id)
    found = {
        theme.name: {voice.text for voice in voices_in(vision, theme.id)}
        for theme in vision.themes.values()
    }
    return {**found, "": {voice.text for voice in unassigned_voices(vision)}}


def comes_to(page: Page, app: Planner, vision_id: str, wanted: dict[str, set[str]]) -> None:
    """Wait until the store holds just this."""
    until(page, lambda: themed(app, vision_id) == wanted, f"the themes are {wanted}")


def wanted() -> dict[str, set[str]]:
    """Return what is in the themes once all voices are where they should be."""
    return {**{name: {SAID[n][0] for n in numbers} for name, numbers in GOALS.items()}, "": set()}


def column(page: Page, name: str) -> Locator:
    """Find a list by its name."""
    return page.get_by_role("region", name=name, exact=True)


def card(page: Page, text: str, inside: str = "") -> Locator:
    """Find the card with these words, on the board or in one list."""
    place = column(page, inside) if inside else page.locator(".tb-lists")
    return place.locator("[data-card]").filter(has_text=text).first


def stop(page: Page, name: str) -> Locator:
    """Find a theme in the row that comes into reach while a card is dragged."""
    return page.locator(".tb-stop").get_by_text(name, exact=True)


def name_it(page: Page, name: str) -> None:
    """Give a name to what is to become a theme, and wait until it stands."""
    dialog = page.get_by_role("dialog")
    field = dialog.get_by_label("What do people call it?")
    expect(field).to_be_focused()
    page.keyboard.insert_text(name)
    # On a busy machine the words may take a moment to stand there.
    expect(field).to_have_value(name)
    field.press("Enter")
    expect(column(page, name)).to_be_visible()
    expect(dialog).to_have_count(0)


def middle(target: Locator) -> tuple[float, float]:
    """Return where a hand meets something: near its upper edge, for it may be tall."""
    box = _box(target)
    across, down = _grip(box)
    return box["x"] + across, box["y"] + down


def _grip(box: FloatRect) -> tuple[float, float]:
    return min(box["width"] / 2, 90), min(box["height"] / 2, 24)


def _box(target: Locator) -> FloatRect:
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    return box


def drag_by_mouse(page: Page, what: Locator, onto: Locator, frames: int = 0) -> None:
    """Drag a card onto a list, and hold it there for so many frames."""
    if onto.is_visible():
        onto.scroll_into_view_if_needed()
    # A card that still moves would slide away from under the hand.
    across, down = _grip(_box(what))
    what.hover(position={"x": across, "y": down})
    begin = middle(what)
    page.mouse.down()
    page.mouse.move(begin[0] + 12, begin[1] + 12, steps=3)
    expect(page.locator(".tb-air")).to_be_visible()
    _hold_over(page, onto)
    page.evaluate(HOLD, frames)
    page.mouse.up()
    expect(page.locator(".tb-air")).to_have_count(0)


def _hold_over(page: Page, onto: Locator) -> None:
    """Follow a list with the mouse until it shows that it would take the card."""
    for _ in range(LOOKS):
        page.mouse.move(*_seen(onto), steps=6)
        if "tb-over" in (onto.get_attribute("class") or ""):
            return
        page.wait_for_timeout(LOOK)
    expect(onto).to_contain_class("tb-over")


def drag_by_finger(page: Page, what: Locator, onto: Locator) -> None:
    """Lay a finger on a card until it rises, and drag it onto a list."""
    begin = middle(what)
    finger = Finger(page)
    finger.down(begin)
    expect(page.locator(".tb-air")).to_be_visible()
    finger.move(begin, _seen(onto))
    expect(onto).to_contain_class("tb-over")
    finger.up()
    expect(page.locator(".tb-air")).to_have_count(0)


def _seen(onto: Locator) -> tuple[float, float]:
    # While something is dragged nothing may be scrolled to.
    expect(onto).to_be_visible()
    box = onto.bounding_box()
    assert box
    across, down = _grip(box)
    return box["x"] + across, box["y"] + down


class Finger:
    """One finger on the screen."""

    def __init__(self, page: Page) -> None:
        self._devtools = page.context.new_cdp_session(page)

    def down(self, place: tuple[float, float]) -> None:
        """Touch."""
        self._send("touchStart", place)

    def move(self, begin: tuple[float, float], end: tuple[float, float], steps: int = 8) -> None:
        """Move over the screen."""
        for step in range(1, steps + 1):
            part = step / steps
            across = begin[0] + (end[0] - begin[0]) * part
            self._send("touchMove", (across, begin[1] + (end[1] - begin[1]) * part))

    def up(self) -> None:
        """Leave the screen."""
        self._send("touchEnd")
        self._devtools.detach()

    def _send(self, kind: str, *touching: tuple[float, float]) -> None:
        places = [{"x": x, "y": y} for x, y in touching]
        self._devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})
