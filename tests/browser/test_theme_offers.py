"""Voices that may belong in a theme: ticked in bulk by keyboard, refused, and taken back whole."""

from playwright.sync_api import Locator, Page, expect

from path_planner.domain.base import put
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import ConsentTerms, SharedVoice, Source, SourceKind
from path_planner.domain.vision.theme import Theme, ThemeAssignment, theme_assignment_id
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.domain.voice import Share
from path_planner.sample.sessions import FIRST_DAY
from path_planner.services.context import fresh_id
from path_planner.storage.store_registry import open_vision_store
from tests.browser.conditions import settled
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.test_access import SIDEWAYS, TARGET, lasting_findings
from tests.browser.test_theming import SIZES, SMALL
from tests.browser.theming import column, kept
from tests.browser.wall import FRAMES, until

INSIDE = ("No bus after six.", "The last bus goes at six.", "Taxis eat my money.")
STATEMENT = "Buses and taxis take us there, in the evening too."
HOME = ("I decide who has my key.", "I live where I choose.")
LOOSE = (
    *(["There is no bus after six in the evening."] * 12),
    "The bus stops at six o’clock.",
    "A taxi costs more money than my shopping.",
    "Buses do not run in the evening.",
    "We need a bus on Sundays.",
    "I choose who lives with me.",
    "The hospital is too loud.",
    "I would like to learn to cook.",
)


def new_vision(app: Planner) -> str:
    """Put a vision into the store with two themes and nineteen voices in neither."""
    source = Source(
        id="s1", what=SourceKind.WRITTEN, place="Thistledown", agreed=ConsentTerms(share=True)
    )
    vision = Vision(
        id=fresh_id(),
        begun=FIRST_DAY,
        updated=FIRST_DAY,
        about=AboutVision(title="Thistledown and the Quills: our plan"),
        sources={"s1": source},
        themes={
            "t1": Theme(id="t1", name="Getting about", statement=STATEMENT),
            "t2": Theme(id="t2", name="Home", order=1),
        },
    )
    for number, text in enumerate((*INSIDE, *HOME, *LOOSE)):
        role = Role.PATHFINDER if number % 2 else Role.FAMILY
        voice = SharedVoice(
            id=f"q{number:02}", source="s1", text=text, role=role, share=Share.QUOTE, order=number,
            speaker=f"p{number}",
        )  # fmt: skip
        vision = put(vision, "voices", voice)
        if number < len(INSIDE) + len(HOME):
            theme = "t1" if number < len(INSIDE) else "t2"
            key = theme_assignment_id(voice.id, theme)
            vision = put(vision, "placings", ThemeAssignment(id=key, voice=voice.id, theme=theme))
    return open_vision_store(str(app.store)).create(vision).id


def open_offers(page: Page, app: Planner, vision_id: str) -> None:
    """Open the offers for the first theme and wait until they are there."""
    page.goto(f"{app.url}/vision_builder?vision={vision_id}&step=theme")
    page.get_by_role("button", name="Find more voices for “Getting about”").click()
    expect(page.locator(".tb-offer input").first).to_be_focused()


def offer(page: Page, text: str) -> Locator:
    """Find the box to tick of an offered line."""
    return page.locator(".tb-offer").filter(has_text=text).get_by_role("checkbox")


def untick_all(page: Page) -> None:
    """Take every tick away by the keyboard."""
    ticked = page.get_by_role("dialog").get_by_role("checkbox", checked=True)
    for left in range(ticked.count(), 0, -1):
        ticked.first.focus()
        page.keyboard.press("Space")
        expect(ticked).to_have_count(left - 1)


def inside(app: Planner, vision_id: str) -> set[str]:
    """Return the words of the first theme, as they are kept."""
    vision = kept(app, vision_id)
    return {vision.voices[one.voice].text for one in vision.placings.values() if one.theme == "t1"}


def test_by_keyboard_a_lot_is_ticked_added_and_taken_back(app: Planner, window: Window) -> None:
    page, witness = window(1366, 768)
    vision_id = new_vision(app)
    open_offers(page, app, vision_id)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("19 not in a theme yet")
    expect(dialog.locator("li").filter(has_text=LOOSE[0])).to_contain_text("×12")
    expect(dialog.locator(".tb-offer-unsure")).to_have_count(1)
    first = page.locator(".tb-offer input").first
    untick_all(page)
    expect(dialog.get_by_role("button", name="Tick the voices to add")).to_be_disabled()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    expect(first).not_to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    page.keyboard.press("a")
    lines = dialog.get_by_role("checkbox", checked=True)
    expect(offer(page, LOOSE[0])).to_be_checked()
    add = dialog.get_by_role("button", name="Add")
    expect(add).to_contain_text(f"{lines.count()} lines to “Getting about” · ")
    expect(add).to_contain_text(f"{lines.count() + 11} people")
    page.keyboard.press("Enter")
    until(page, lambda: LOOSE[0] in inside(app, vision_id), "the lot is in the theme")
    expect(offer(page, LOOSE[0])).to_have_count(0)
    page.keyboard.press("Control+z")
    until(page, lambda: inside(app, vision_id) == set(INSIDE), "the whole lot is taken back")
    expect(offer(page, LOOSE[0])).to_be_visible()
    witness.nothing_amiss()


def test_what_is_not_in_the_theme_is_never_offered_again(app: Planner, window: Window) -> None:
    page, witness = window(1366, 768)
    vision_id = new_vision(app)
    open_offers(page, app, vision_id)
    offer(page, LOOSE[0]).focus()
    page.keyboard.press("x")
    expect(offer(page, LOOSE[0])).to_have_count(0)
    until(
        page,
        lambda: sum(one.not_in == ("t1",) for one in kept(app, vision_id).voices.values()) == 12,
        "all who said it are left out",
    )
    page.keyboard.press("Escape")
    expect(column(page, "Getting about")).to_be_visible()
    page.get_by_role("button", name="Find more voices for “Getting about”").click()
    expect(page.locator(".tb-offer").first).to_be_visible()
    expect(offer(page, LOOSE[0])).to_have_count(0)
    witness.nothing_amiss()


def test_all_like_one_are_ticked_with_it(app: Planner, window: Window) -> None:
    page, witness = window(1366, 768)
    open_offers(page, app, new_vision(app))
    untick_all(page)
    offer(page, LOOSE[0]).focus()
    page.keyboard.press("m")
    expect(offer(page, LOOSE[12])).to_be_checked()
    expect(offer(page, LOOSE[14])).to_be_checked()
    expect(offer(page, LOOSE[15])).not_to_be_checked()
    witness.nothing_amiss()


def test_nobody_is_shut_out_at_any_size(app: Planner, window: Window) -> None:
    page, witness = window(*SIZES[0])
    open_offers(page, app, new_vision(app))
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        settled(page)
        page.evaluate(FRAMES)
        assert lasting_findings(page) == []
        assert page.evaluate(SMALL, TARGET - 0.5) == []
        assert max(page.evaluate(SIDEWAYS)) <= 0
    witness.nothing_amiss()
