"""The stages page at arm's length: all that is needed is on the first screen, in every state."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from path_planner.domain.base import sorted_records
from path_planner.domain.session import Session
from path_planner.domain.timer import Timer, TimerKind
from path_planner.domain.voice import Share, Voice
from path_planner.services.clock import pause_timer, start_timer
from path_planner.services.context import SessionContext
from path_planner.services.records import delete
from path_planner.services.session.people import add_person
from path_planner.services.session.voices import write_voice
from path_planner.storage.store_registry import open_store
from tests.browser.conditions import new_session, settled
from tests.browser.conftest import Window
from tests.browser.planner import Planner
from tests.browser.wall import until

SIZES = ((1366, 768), (1280, 720), (1024, 768), (390, 844))
LEAST = {
    ".next-line-input": (180, 44),
    ".next-line-chips": (300, 44),
    ".st-key-sketch-pad": (320, 240),
}
"""What must be whole on the first screen, and its least width and height in pixels."""
SAY = "What do they say?"

IN_VIEW = """([name, foot]) => {
  const shown = document.querySelector(name), below = document.querySelector(foot);
  if (!shown) return null;
  const box = shown.getBoundingClientRect();
  const whole = box.left >= 0 && box.top >= 0 && box.right <= innerWidth
    && box.bottom <= below.getBoundingClientRect().top;
  return [box.width, box.height, whole];
}"""


class Room:
    """A session with eight people and eight voices, and what happens in it elsewhere."""

    def __init__(self, app: Planner) -> None:
        self.store = open_store(str(app.store))
        self.id = new_session(app)
        for name in ("Ruth Marsh", "Dev Patel", "Sam Reed", "Sam Holt", "Joan Finch", "Karl", "Bo"):
            add_person(self.now(), name)
        self.people = {person.name: key for key, person in self.session.people.items()}
        for number, person in enumerate(self.people.values()):
            words = f"Wish {number}, which is said at some length so that it would not fit a line"
            write_voice(self.now(), "dream", words, said_by=person)

    @property
    def session(self) -> Session:
        """The session as it is on the disk."""
        return self.store.open(self.id).document

    def now(self) -> SessionContext:
        """Return what a use case needs."""
        return SessionContext(self.store, self.session)

    def newest(self) -> Voice:
        """Return the voice that was written last."""
        return sorted_records(self.session.voices, "dream")[-1]


def _over(room: Room) -> None:
    ended = datetime.now(UTC) - timedelta(minutes=3)
    clock = Timer(stage="dream", ends_at=ended, total=1200)
    room.now().keep(room.session.model_copy(update={"clock": clock}))


STATES: dict[str, Callable[[Room], object]] = {
    "running": lambda room: start_timer(room.now(), 20),
    "paused": lambda room: pause_timer(room.now()),
    "over": _over,
    "break": lambda room: start_timer(room.now(), 10, TimerKind.BREAK),
    "none": lambda room: room.now().keep(room.session.model_copy(update={"clock": Timer()})),
}
SEEN = {
    "running": "Pause",
    "paused": "Carry on",
    "over": "Pause",
    "break": "End the break",
    "none": "10-minute break",
}


def fits(page: Page, state: str, size: tuple[int, int]) -> None:
    """Hold that field, speakers and pad are whole in the window, above what stays at its foot."""
    for name, least in LEAST.items():
        what = f"{name} is whole at {size}, {state}"
        until(page, lambda name=name, least=least: _fits(page, name, least), what)


def _fits(page: Page, name: str, least: tuple[int, int]) -> bool:
    width, height, whole = page.evaluate(IN_VIEW, [name, ".st-key-way-on"]) or (0, 0, False)
    return whole and width >= least[0] and height >= least[1]


@pytest.mark.parametrize("calm", [False, True], ids=["", "calm"])
def test_field_speakers_and_pad_are_on_the_first_screen_in_every_state(
    app: Planner, window: Window, calm: bool
) -> None:
    room = Room(app)
    page, witness = window(*SIZES[0])
    page.goto(f"{app.url}/walk?session={room.id}&stage=dream{'&calm=1' if calm else ''}")
    page.locator(".st-key-sketch-pad canvas").first.wait_for()
    settled(page)
    for state, happens in STATES.items():
        happens(room)
        expect(page.get_by_role("button", name=SEEN[state], exact=True)).to_be_visible()
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_function("(width) => innerWidth === width", arg=width)
            fits(page, f"{state}{calm}", (width, height))
    page.set_viewport_size({"width": SIZES[1][0], "height": SIZES[1][1]})
    # A notice pushes the list, not the pad.
    row = page.locator(".st-key-voices [class*=st-key-voice-]").first
    row.get_by_role("button", name="Change").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_visible()
    page.get_by_test_id("stMain").evaluate("one => one.scrollTo(0, 0)")
    fits(page, f"notice{calm}", SIZES[1])
    witness.nothing_amiss()


def test_a_line_is_whose_chip_is_pressed_or_whose_name_it_starts_with(
    app: Planner, window: Window
) -> None:
    room = Room(app)
    page, witness = window(1366, 768)
    page.goto(f"{app.url}/walk?session={room.id}&stage=dream")
    field = page.get_by_label(SAY)
    place = page.locator(".st-key-add-voice")
    whose, asked = place.locator(".next-line-whose"), place.locator(".next-line-asked")
    expect(whose).to_have_text("Ada:")

    # By key, from within the field; it stays for the next line.
    field.click()
    page.keyboard.press("Alt+2")
    expect(whose).to_have_text("Ruth:")
    expect(field).to_be_focused()
    place.get_by_label("Supported by").select_option(label="Supported by Dev")
    _enter(page, room, "I see my sister more.")
    assert room.newest().said_by == room.people["Ruth Marsh"]
    assert room.newest().supported_by == room.people["Dev Patel"]
    expect(whose).to_have_text("Ruth:")

    # By name, for one line; what was chosen for somebody else does not come along unseen.
    field.fill("Joan: We have a boat.")
    expect(asked).to_contain_text("Joan Finch says this.")
    expect(whose).to_have_text("Joan:")
    page.keyboard.press("Enter")
    until(page, lambda: room.newest().text == "We have a boat.", "it is kept without the name")
    assert room.newest().said_by == room.people["Joan Finch"]
    assert room.newest().supported_by is None
    expect(whose).to_have_text("Ruth:")
    expect(place.get_by_label("Supported by")).to_have_value(room.people["Dev Patel"])

    # Not where it is no name, two people have it, or it is to stay as typed.
    _enter(page, room, "Dream: a house")
    _enter(page, room, "Sam: which one?")
    field.fill("Karl: is a name, too")
    asked.get_by_role("button", name="Keep as typed").click()
    expect(asked).to_be_hidden()
    page.keyboard.press("Enter")
    until(page, lambda: room.newest().text == "Karl: is a name, too", "it stays as typed")
    assert room.newest().said_by == room.people["Ruth Marsh"]

    witness.nothing_amiss()


def test_somebody_new_speaks_a_list_is_one_voice_a_line_and_lines_are_parked(
    app: Planner, window: Window
) -> None:
    room = Room(app)
    page, witness = window(1366, 768)
    page.goto(f"{app.url}/walk?session={room.id}&stage=dream")
    field = page.get_by_label(SAY)
    place = page.locator(".st-key-add-voice")
    asked = place.locator(".next-line-asked")

    # Somebody new, whose words are private.
    place.get_by_role("button", name="Someone new").click()
    page.keyboard.type("Zed Olly")
    page.keyboard.press("Enter")
    place.get_by_label("How can it be shared?").select_option(label="Private")
    _enter(page, room, "Only for me.")
    newest = room.newest()
    assert room.session.people[newest.said_by or ""].name == "Zed Olly"
    assert newest.share is Share.PRIVATE

    # Whose short name is typed is the person who has it.
    place.get_by_role("button", name="Someone new").click()
    page.keyboard.type("zed")
    page.keyboard.press("Enter")
    expect(place.get_by_role("radio", name="Zed", exact=True)).to_be_checked()
    _enter(page, room, "Mine, too.")
    assert room.newest().said_by == newest.said_by

    # A pasted list is asked about.
    before = len(room.session.voices)
    field.evaluate(
        """(one, text) => { one.focus(); one.dispatchEvent(new ClipboardEvent("paste"));
          document.execCommand("insertText", false, text); }""",
        "• Ruth: a garden\n2. a dog\n\n- a bus at night",
    )
    expect(asked).to_contain_text("You pasted 3 lines.")
    asked.get_by_role("button", name="Add 3").click()
    until(page, lambda: len(room.session.voices) == before + 3, "three voices are kept")
    *_rest, garden, dog, bus = sorted_records(room.session.voices, "dream")
    assert [one.text for one in (garden, dog, bus)] == ["a garden", "a dog", "a bus at night"]
    assert garden.said_by == room.people["Ruth Marsh"]
    assert dog.said_by == newest.said_by
    expect(field).to_have_value("")

    # Parked: in no stage.
    field.fill("Who has the keys?")
    place.get_by_role("button", name="Park", exact=True).click()
    expect(page.get_by_role("button", name="Parking space · 1")).to_be_visible()
    assert len(room.session.voices) == before + 3
    witness.nothing_amiss()


def _enter(page: Page, room: Room, words: str) -> None:
    page.get_by_label(SAY).fill(words)
    page.keyboard.press("Enter")
    expect(page.get_by_label(SAY)).to_have_value("")
    until(page, lambda: room.newest().text == words, "it is kept as it was typed")


def test_the_end_of_the_timer_is_heard_if_somebody_wants_it(app: Planner, window: Window) -> None:
    room = Room(app)
    delete(room.now(), "voices", room.newest().id)
    start_timer(room.now(), 20)
    page, witness = window(1280, 720)
    page.goto(f"{app.url}/walk?session={room.id}&stage=dream")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_label("Sound at the end").check()
    page.get_by_role("button", name="Try the sound").click()
    expect(page.get_by_text("The browser has not allowed sound yet.")).to_have_count(0)
    page.keyboard.press("Escape")
    start_timer(room.now(), 0.05)
    expect(page.locator("[data-rang=yes]")).to_be_attached()
    page.reload()
    page.get_by_role("button", name="More", exact=True).click()
    expect(page.get_by_label("Sound at the end")).to_be_checked()
    witness.nothing_amiss()


PRESENTED = """() => {
  const list = document.querySelector("ul.presented");
  const foot = document.querySelector(".st-key-leave").getBoundingClientRect();
  const seen = [...list.children].filter((line) => !line.hidden);
  const boxes = seen.map((line) => line.getBoundingClientRect());
  return {
    size: parseFloat(getComputedStyle(list).fontSize),
    lines: seen.length,
    whole: boxes.every((box) => box.top >= 0 && box.bottom <= foot.top && box.right <= innerWidth),
  };
}"""


def test_the_shared_screen_shows_every_word_large_or_says_that_there_are_more(
    app: Planner, window: Window
) -> None:
    room = Room(app)
    page, witness = window(1280, 720)
    page.goto(f"{app.url}/present?session={room.id}&stage=dream")
    count = page.locator(".present-count")
    expect(count).to_have_text("All 8 are shown.")
    found = page.evaluate(PRESENTED)
    assert (found["lines"], found["whole"], found["size"] >= 28) == (8, True, True)
    dream = found["size"]

    # As many words in another stage are smaller.
    for voice in sorted_records(room.session.voices, "dream"):
        write_voice(room.now(), "goal", voice.text, said_by=voice.said_by)
    page.goto(f"{app.url}/present?session={room.id}&stage=goal")
    expect(count).to_have_text("All 8 are shown.")
    until(page, lambda: page.evaluate(PRESENTED)["size"] < dream, "the dream is the largest")

    # More than fit: pages of whole lines at 28 px, turned by hand; the foot counts.
    for number in range(12):
        write_voice(
            room.now(), "goal", f"And then wish {number}, which is one more than there was."
        )
    expect(count).to_have_text(re.compile(r"^1 to \d+ of 20$"))
    first = page.evaluate(PRESENTED)
    assert (first["whole"], first["size"]) == (True, 28)
    page.keyboard.press("ArrowRight")
    expect(count).to_have_text(re.compile(rf"^{first['lines'] + 1} to \d+ of 20$"))
    assert page.evaluate(PRESENTED)["whole"]
    page.get_by_role("button", name="Earlier words").click()
    expect(count).to_have_text(re.compile(r"^1 to "))
    expect(page.get_by_role("button", name="Back to the stages")).to_be_visible()
    witness.nothing_amiss()
