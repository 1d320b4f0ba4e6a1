"""The commitments page: who said yes to what, how it went, and looking back."""

import re
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.commitment import Status
from path_planner.domain.session import Session
from path_planner.services.context import SessionContext
from path_planner.services.session.commitments import commit
from path_planner.storage.protocol import SessionStore
from tests.pages.visiting import field, html, labels, visit


def now(store: SessionStore, session: Session) -> Session:
    """Return the session as it is on the disk."""
    return store.open(session.id).document


def shown(at: AppTest) -> str:
    """Return what is shown, as text."""
    return re.sub(r"<[^>]+>", "", html(at))


@pytest.fixture
def promised(store: SessionStore, asha: Session) -> Session:
    """Let one enrolment and two steps be promised."""
    who = asha.about.pathfinder.person
    commit(SessionContext(store, asha), "enrol", "Sing at the fair", who=who)
    room = SessionContext(store, now(store, asha))
    commit(room, "first_steps", "Ring the choir", who=who, by_when=date(2020, 1, 2))
    room = SessionContext(store, now(store, asha))
    commit(room, "first_steps", "Buy a hat", by_when=date(2999, 1, 2))
    return now(store, asha)


def test_without_commitments_it_leads_to_the_walk(asha: Session) -> None:
    """Rather than showing an empty table."""
    at = visit("commitments", asha.id)
    assert "No commitments yet." in shown(at)
    assert not at.exception


def test_steps_and_enrolments_are_in_one_list(promised: Session) -> None:
    """Steps first, the soonest first; a day that has passed is said in words."""
    page = shown(visit("commitments", promised.id))
    counted = "0 of 2 steps done · 1 is overdue · 1 enrolment"
    order = [counted, "Steps", "Ring the choir", "Buy a hat",
             "People who enrolled", "Sing at the fair"]  # fmt: skip
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert page.count("Overdue") == 1


def test_how_it_went_is_asked_when_following_up(promised: Session) -> None:
    """And not in the walk, where it is being promised."""
    for page, asked in (("commitments", True), ("walk", False)):
        at = visit(page, promised.id, stage="first_steps")
        field(at.button, "Edit").click().run()
        assert "By when?" in labels(at.date_input)
        assert ("How is it going?" in labels(at.radio)) is asked


def test_a_step_is_ticked_off_and_back(store: SessionStore, promised: Session) -> None:
    """One press each."""
    at = visit("commitments", promised.id)
    field(at.button, "Done").click().run()
    ring = next(one for one in now(store, promised).commitments.values() if "Ring" in one.what)
    assert ring.status is Status.DONE
    assert "1 of 2 steps done · 1 enrolment" in shown(at)
    field(at.button, "Not done yet").click().run()
    assert now(store, promised).commitments[ring.id].status is Status.OPEN


def test_the_list_can_be_narrowed(promised: Session) -> None:
    """To what is still to do, or what is done."""
    at = visit("commitments", promised.id)
    field(at.button, "Done").click().run()
    field(at.radio, "Show").set_value("open").run()
    assert "Ring the choir" not in shown(at)
    field(at.radio, "Show").set_value("closed").run()
    assert "Ring the choir" in shown(at)
    assert "Buy a hat" not in shown(at)


def test_what_got_in_the_way_is_written_down(promised: Session) -> None:
    """And how it stands now."""
    at = visit("commitments", promised.id)
    field(at.button, "Edit").click().run()
    note = "What got in the way, or what helped?"
    field(at.text_area, note).set_value("The line was busy").run()
    field(at.radio, "How is it going?").set_value(Status.CHANGED).run()
    field(at.button, "Close").click().run()
    assert "The line was busy" in shown(at)
    assert "Changed or dropped" in shown(at)


def test_files_can_be_taken_along(store: SessionStore, promised: Session) -> None:
    """And it says which step is not in the calendar; to enrol needs no day."""
    at = visit("commitments", promised.id)
    assert "no date yet" not in shown(at)
    commit(SessionContext(store, now(store, promised)), "first_steps", "Learn the words")
    at = visit("commitments", promised.id)
    names = [one.proto.label for one in at.get("download_button")]
    assert names == ["Printable list (PDF)", "Dates for your calendar (.ics)"]
    assert "1 commitment has no date yet, so it is not in the calendar." in shown(at)


def test_looking_back_asks_four_questions_and_the_one_that_follows(
    store: SessionStore, promised: Session
) -> None:
    """Each answer is saved by itself; past reviews can be read."""
    at = visit("commitments", promised.id)
    field(at.button, "Start a review").click().run()
    answers = {
        "What have we tried?": "Two choirs",
        "What have we learned?": "Mondays are best",
        "What are we pleased about?": "Ben came too",
        "What are we concerned about?": "The bus",
        "So what do we do next?": "Ask for a lift",
    }
    for question, answer in answers.items():
        field(at.text_area, question).set_value(answer).run()
    (review,) = now(store, promised).reviews.values()
    assert [review.tried, review.learned, review.pleased, review.concerned, review.next] == list(
        answers.values()
    )
    assert review.on == datetime.now(UTC).astimezone().date()
    field(at.button, "Close").click().run()
    assert all(answer in shown(at) for answer in answers.values())
    assert "Delete this review" not in labels(at.button)
