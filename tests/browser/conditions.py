"""Pages in the states that a facilitator meets, for looking at each."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from path_planner.sample.sessions import sample_session
from path_planner.services.context import fresh_id
from path_planner.services.session.documents import begin
from path_planner.storage.store_registry import open_store
from tests.browser.planner import Planner


def _nothing(_page: Page) -> None:
    pass


@dataclass(frozen=True)
class Condition:
    """A page of a session, and what was opened on it."""

    name: str
    path: str
    waits_for: str
    opens: Callable[[Page], None] = _nothing


def full_session(app: Planner) -> str:
    """Put a session with something in every part into the store, each time another one."""
    made = sample_session(0, begins=datetime.now(UTC)).model_copy(update={"id": fresh_id()})
    return open_store(str(app.store)).create(made).id


def new_session(app: Planner) -> str:
    """Put a session into the store that has only just begun."""
    return begin(open_store(str(app.store)), "Ada Quill").id


def settled(page: Page) -> None:
    """Wait until the page stands still."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached()
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def titled(page: Page, title: str | re.Pattern[str] | None = None) -> None:
    """Wait until a page has one title, this one if it is given.

    While one page goes and the next one comes, the titles of both are there for a moment.
    """
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_count(1)
    if title is not None:
        expect(heading).to_have_text([title])


def unfold(page: Page) -> None:
    """Open everything that can be unfolded."""
    settled(page)
    folded = page.locator("details:not([open]) > summary")
    # A part that is drawn anew while it is pressed may stay folded: it is pressed again.
    for _press in range(3 * folded.count()):
        settled(page)
        left = folded.count()
        if not left:
            return
        folded.first.click()
        with suppress(AssertionError):
            expect(folded).to_have_count(left - 1, timeout=5_000)
    expect(folded).to_have_count(0)


def press(name: str) -> Callable[[Page], None]:
    """Return what presses the first button of this name."""
    return lambda page: page.get_by_role("button", name=name, exact=True).first.click()


def set_the_clock(page: Page) -> None:
    """Let the clock run, if it does not yet."""
    running = page.get_by_role("button", name="Pause", exact=True)
    start = page.get_by_role("button", name=re.compile(r"^Start \d+-minute timer$"))
    expect(running.or_(start).first).to_be_visible()
    if start.is_visible():
        start.click()
    expect(running).to_be_visible()


def show_the_film(page: Page) -> None:
    """Ask for the film of how the PATH came to be, and stop it."""
    page.emulate_media(reduced_motion="no-preference")
    press("Show the film")(page)
    press("Pause")(page)


def conditions(full: str, new: str) -> Iterator[Condition]:
    """Name each page and state once."""
    many, bare = f"session={full}", f"session={new}"
    yield Condition("sessions", "", "Your PATHs", unfold)
    yield Condition("sessions-more", "", "Your PATHs", press("More"))
    yield Condition("prepare-new", f"prepare?{bare}", "Consent")
    yield Condition("prepare-full", f"prepare?{many}", "Consent", press("Remove"))
    for stage in ("dream", "goal", "now", "enrol", "strengthen", "first_steps"):
        yield Condition(f"walk-{stage}", f"walk?{many}&stage={stage}", "voices", unfold)
    yield Condition("walk-new", f"walk?{bare}", "voices")
    yield Condition("walk-change", f"walk?{many}&stage=dream", "voices", press("Change"))
    yield Condition("walk-step", f"walk?{many}&stage=first_steps", "voices", press("Edit"))
    yield Condition("walk-clock", f"walk?{bare}&stage=now", "voices", set_the_clock)
    yield Condition("read-back", f"walk?{many}&stage=goal&read=1", "is that right?")
    yield Condition("commitments-new", f"commitments?{bare}", "Review together")
    yield Condition("commitments-change", f"commitments?{many}", "Steps", press("Edit"))
    yield Condition("look-back", f"commitments?{many}", "Steps", press("Start a review"))
    yield Condition("poster", f"poster?{many}", "Download and print")
    yield Condition("poster-film", f"poster?{many}", "Download and print", show_the_film)
    yield Condition("present", f"present?{many}&stage=dream", "What matters")
    yield Condition("present-new", f"present?{bare}", "What matters")
    yield Condition("not-found", "walk?session=nowhere222", "")


def show(page: Page, app: Planner, one: Condition, **parts: str) -> None:
    """Open a page and bring it into its state."""
    query = "".join(f"&{name}={value}" for name, value in parts.items())
    joined = one.path if "?" in one.path or not query else f"{one.path}?"
    page.goto(f"{app.url}/{joined}{query}")
    if one.waits_for:
        expect(page.get_by_role("heading", name=one.waits_for).first).to_be_visible()
    else:
        expect(page.get_by_role("alert").first).to_be_visible()
    settled(page)
    one.opens(page)
    settled(page)
