"""A facilitator's afternoon at 1366×768: forty voices of six speakers, and the presses of each."""

from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from path_planner.domain.marks import Stroke
from path_planner.domain.session import Session
from path_planner.processes import find
from path_planner.processes.model import StageInput
from path_planner.services.context import SessionContext
from path_planner.services.session.people import add_person
from path_planner.storage.store_registry import open_store
from tests.browser.conditions import new_session
from tests.browser.conftest import Window
from tests.browser.hands import Mouse, replace, write
from tests.browser.pad import draw_by_mouse, expect_strokes
from tests.browser.planner import Planner
from tests.browser.prepare import go_to
from tests.browser.taking import PDF, take, words_of_pdf
from tests.browser.test_wall_tools import ink
from tests.browser.walking import at_stage
from tests.browser.wall import panel, tool, until

SAY = "What do they say?"
PEOPLE = (
    "Ruth Marsh",
    "Dev Patel",
    "Sam Reed",
    "Joan Finch",
    "Karl Holt",
    "Bo Larkspur",
    "Ivy Sand",
)
VOICES = {"dream": 10, "goal": 8, "now": 7, "enrol": 3, "strengthen": 7, "first_steps": 5}
"""Forty, by stage."""
TURNS = (0, 0, 1, 2, 2, 3, 4, 5, 5, 1)
"""Who speaks, by their place among the people; some speak twice in a row."""
SUPPORTS, SUPPORTED_TURN = {"dream", "now"}, 4
PARKS, SKETCHES = {"dream", "goal", "now"}, {"dream", "strengthen"}
ENROLS = "Drives on Mondays"
MOST_FOR_A_CHANGE, MOST_FOR_A_STEP = 1, 6


class Presses:
    """Keys and buttons that are pressed; the letters of words are not counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def key(self, name: str) -> None:
        """Press one key."""
        self.page.keyboard.press(name)
        self.count += 1

    def click(self, target: Locator) -> None:
        """Press a button or a field."""
        target.click()
        self.count += 1

    def choose(self, field: Locator, option: str) -> None:
        """Open a list and press one of its lines."""
        field.select_option(label=option)
        self.count += 2


class Afternoon:
    """A facilitator at the stages page, with what is kept meanwhile."""

    def __init__(self, app: Planner, page: Page) -> None:
        self.store = open_store(str(app.store))
        self.id = new_session(app)
        self.page = page
        self.presses = Presses(page)
        self.said = 0
        self.costs: dict[bool, set[int]] = {True: set(), False: set()}
        """The presses for a voice, with and without a change of speaker."""
        for name in PEOPLE:
            add_person(SessionContext(self.store, self.kept), name)

    @property
    def kept(self) -> Session:
        """The session as it is on the disk."""
        return self.store.open(self.id).document

    def speak(self, stage_id: str) -> None:
        """Write the voices of a stage; the pathfinder is chosen when it begins."""
        field = self.page.get_by_label(SAY)
        expect(field).to_be_visible()
        field.focus()
        speaker = 0
        for turn in range(VOICES[stage_id]):
            if stage_id in SUPPORTS and turn == SUPPORTED_TURN:
                place = self.page.locator(".st-key-add-voice")
                self.presses.choose(place.get_by_label("Supported by"), "Supported by Joan")
                field.focus()
            self._say(TURNS[turn], changes=TURNS[turn] != speaker)
            speaker = TURNS[turn]
        until(self.page, lambda: len(self.kept.voices) == self.said, "all voices are kept")

    def _say(self, number: int, *, changes: bool) -> None:
        before = self.presses.count
        if changes:
            self.presses.key(f"Alt+{number + 1}")
        field, words = self.page.get_by_label(SAY), f"What number {self.said} says"
        expect(field).to_be_focused()
        self.page.keyboard.insert_text(words)
        # What does not stand in the field yet is not sent by the key.
        expect(field).to_have_value(words)
        self.presses.key("Enter")
        expect(field).to_have_value("")
        self.costs[changes].add(self.presses.count - before)
        self.said += 1

    def park(self, words: str) -> None:
        """Write what does not belong here now."""
        self.page.keyboard.insert_text(words)
        expect(self.page.get_by_label(SAY)).to_have_value(words)
        self.presses.click(self.page.get_by_role("button", name="Park", exact=True))

    def step(self, words: str, who: int, coach: str, day: date) -> int:
        """Write a first step with its day, its coach and a yes; return the presses."""
        before = self.presses.count
        place = self.page.locator(".st-key-add-commitment")
        self.presses.click(place.locator(".next-line-chip").nth(who))
        self.presses.click(place.get_by_label("By when?"))
        place.get_by_label("By when?").fill(day.isoformat())
        self.presses.choose(place.get_by_label("Coach"), f"Coach: {coach}")
        self.presses.click(place.get_by_text("They said yes"))
        place.locator(".next-line-input").focus()
        self.page.keyboard.insert_text(words)
        expect(place.locator(".next-line-input")).to_have_value(words)
        self.presses.key("Enter")
        expect(place.locator(".next-line-input")).to_have_value("")
        return self.presses.count - before


def test_an_afternoon_with_eight_people(app: Planner, window: Window) -> None:
    page, witness = window(1366, 768)
    held = Afternoon(app, page)
    page.goto(f"{app.url}/walk?session={held.id}&stage=dream")
    soon = date.today() + timedelta(days=7)  # noqa: DTZ011  (the day where the people are)
    costs_of_steps: list[int] = []
    for stage in find("path6").stages:
        at_stage(page, stage.title)
        held.speak(stage.id)
        if stage.id in PARKS:
            held.park(f"Later, please: {stage.id}")
        if stage.id in SKETCHES:
            draw_by_mouse(page)
            expect_strokes(page, 1)
        if stage.gathers is StageInput.ENROLMENTS:
            page.locator(".st-key-add-commitment .next-line-chip").nth(1).click()
            task = page.get_by_label("To do what?")
            replace(Mouse(page), task, ENROLS)
            expect(task).to_have_value(ENROLS)
            page.keyboard.press("Enter")
            expect(task).to_have_value("")
        if stage.gathers is StageInput.STEPS:
            costs_of_steps += [
                held.step(f"Step number {who}", who, "Karl", soon) for who in (1, 2, 3)
            ]
            until(page, lambda: len(held.kept.commitments) == 4, "they are kept")
        page.get_by_role("button", name="On to ").click()
    assert held.costs[False] == {1}
    assert max(held.costs[True]) <= 1 + MOST_FOR_A_CHANGE
    assert max(costs_of_steps) <= MOST_FOR_A_STEP
    hold_what_was_said(held.kept, soon)

    close(held)
    sign_the_open_enrolment(held)
    go_to(Mouse(page), "Poster")
    printed = words_of_pdf(take(Mouse(page), PDF))
    assert all(printed[str(number)] for number in range(held.said))
    assert not printed["Later"]
    witness.nothing_amiss()


def hold_what_was_said(session: Session, soon: date) -> None:
    """Hold that every word is whose it was, and every step has its day, coach and yes."""
    names = {key: person.name for key, person in session.people.items()}
    assert (len(session.voices), len(session.parked)) == (sum(VOICES.values()), len(PARKS))
    speakers = {names[voice.said_by or ""] for voice in session.voices.values()}
    assert speakers == {"Ada Quill", *PEOPLE[:5]}
    supported = [voice for voice in session.voices.values() if voice.supported_by]
    assert [names[voice.supported_by or ""] for voice in supported] == ["Joan Finch"] * 2
    assert {mark.stage for mark in session.marks.values()} >= SKETCHES
    steps = [each for each in session.commitments.values() if each.stage == "first_steps"]
    assert {(each.by_when, each.said_yes, names[each.coach or ""]) for each in steps} == {
        (soon, True, "Karl Holt")
    }
    assert sorted(names[each.who or ""] for each in steps) == sorted(PEOPLE[:3])


def close(held: Afternoon) -> None:
    """Write a word on leaving and the name of the PATH."""
    page = held.page
    write(Mouse(page), page.get_by_label("Ruth", exact=True), "glad")
    people = held.kept.people
    until(
        page,
        lambda: "glad" in {each.leaving_word for each in held.kept.people.values()},
        "the word is kept",
    )
    assert len(people) == 1 + len(PEOPLE)
    write(Mouse(page), page.get_by_label("What is the name of this PATH?"), "Eight of us")
    expect(page.locator(".session-title")).to_have_text(["Eight of us"])


def sign_the_open_enrolment(held: Afternoon) -> None:
    """Sign on the wall: who has an enrolment that is open signs that one."""
    page = held.page
    hands = Mouse(page)
    go_to(hands, "Wall")
    expect(tool(page, "sign")).to_be_visible()
    hands.press(tool(page, "sign"))
    box = panel(page, "Enrol and sign")
    hands.press(box.get_by_role("radio", name="Ruth Marsh").locator("xpath=ancestor::label"))
    expect(box.get_by_label("To do what?")).to_have_value(ENROLS)
    ink(hands, box.locator("canvas, svg").last.bounding_box())
    hands.press(box.get_by_role("button", name="This is my signature"))
    expect(box).to_have_count(0)

    def signed() -> list[str]:
        marks = held.kept.marks.values()
        return [mark.signs for mark in marks if isinstance(mark, Stroke) and mark.signs]

    until(page, lambda: bool(signed()), "the signature is kept")
    (enrolled,) = [each for each in held.kept.commitments.values() if each.stage == "enrol"]
    assert signed() == [enrolled.id]
    assert (enrolled.what, enrolled.said_yes) == (ENROLS, True)
    assert held.kept.people[enrolled.who or ""].name == "Ruth Marsh"
