"""The days of a session's consent come up on the list of due things; nothing is done silently."""

from datetime import date, timedelta

from path_planner.domain.base import put
from path_planner.domain.commitment import Review
from path_planner.domain.session import Session
from path_planner.services.context import SessionContext
from path_planner.services.session.people import record_consent
from path_planner.storage.protocol import DueKind, SessionStore
from tests.pages.visiting import field, html, visit
from tests.storage.writers import change_to

TODAY = date.today()  # noqa: DTZ011  (the day where the people are)


def agree(store: SessionStore, session: Session, **days: date) -> Session:
    """Write down days of the consent."""
    return record_consent(SessionContext(store, store.open(session.id).document), **days).document


def test_the_review_day_is_due_until_there_was_a_review(store: SessionStore, asha: Session) -> None:
    session = agree(store, asha, review_on=TODAY)
    (due,) = store.due(TODAY)
    assert (due.kind, due.by_when, due.title) == (DueKind.REVIEW, TODAY, "Asha’s way")
    assert store.due(TODAY - timedelta(days=1)) == []
    before = Review(id="r0", on=TODAY - timedelta(days=1))
    session = change_to(store, session, put(session, "reviews", before)).document
    assert len(store.due(TODAY)) == 1
    assert "Review the plan together" in html(visit("sessions"))
    change_to(store, session, put(session, "reviews", Review(id="r1", on=TODAY)))
    assert store.due(TODAY) == []


def test_a_plan_that_is_to_be_deleted_is_listed_and_stays_until_somebody_says_so(
    store: SessionStore, asha: Session
) -> None:
    agree(store, asha, delete_on=TODAY - timedelta(days=400))
    assert "Delete this plan, or agree to keep it longer" in html(visit("sessions"))
    at = visit("prepare", asha.id)
    assert "It was agreed to keep this plan until" in html(at)
    assert [entry.id for entry in store.summaries()] == [asha.id]
    field(at.button, "Delete this plan").click().run()
    assert "You can restore it for 30 days. After that it is deleted for good." in html(at)
    assert [entry.id for entry in store.summaries()] == [asha.id]
    field(at.button, "Yes, delete it").click().run()
    assert store.summaries() == []
    assert [trashed.entry.id for trashed in store.trash()] == [asha.id]


def test_a_plan_is_kept_where_people_say_no(store: SessionStore, asha: Session) -> None:
    agree(store, asha, delete_on=TODAY)
    at = visit("prepare", asha.id)
    field(at.button, "Delete this plan").click().run()
    field(at.button, "No, keep it").click().run()
    assert [entry.id for entry in store.summaries()] == [asha.id]


def test_before_the_day_nothing_is_asked(store: SessionStore, asha: Session) -> None:
    agree(store, asha, delete_on=TODAY + timedelta(days=2))
    assert "It was agreed to keep this plan until" not in html(visit("prepare", asha.id))
