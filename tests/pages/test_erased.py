"""What is erased is told to the browsers, which delete what they still have of it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.session import Session
from path_planner.storage.protocol import DAYS_TO_RESTORE, SessionStore
from path_planner.ui import erased
from tests.pages.visiting import field, press, visit


@pytest.fixture(autouse=True)
def nothing_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test find what another one erased."""
    monkeypatch.setattr(erased, "ERASED", {})


def told(at: AppTest) -> list[str]:
    """Return the ids that the browser is told of."""
    shown = [one.proto for one in at.get("bidi_component")]
    return [
        document_id
        for one in shown
        if one.component_name.endswith("forget")
        for document_id in json.loads(one.json)["ids"]
    ]


@pytest.mark.usefixtures("asha")
def test_while_nothing_is_erased_nothing_is_told() -> None:
    assert told(visit("sessions")) == []


def test_who_deletes_for_good_tells_the_browser_on_every_page(
    store: SessionStore, asha: Session
) -> None:
    store.remove(asha.id, datetime.now(UTC))
    at = visit("sessions")
    press(at, "Delete for good")
    press(at, "Yes, delete it")
    assert store.trash() == []
    assert told(at) == [asha.id]
    assert told(visit("poster", asha.id)) == [asha.id]


def overdue_for_a_week(store: SessionStore, session: Session) -> None:
    """Delete a plan so long ago that the next start erases it."""
    week_ago = datetime.now(UTC) - timedelta(days=8)
    store.remove(session.id, week_ago - timedelta(days=DAYS_TO_RESTORE + 1))
    assert store.purge(week_ago) == ()


def test_what_is_erased_at_the_start_is_told_too(store: SessionStore, asha: Session) -> None:
    overdue_for_a_week(store, asha)
    at = visit("sessions")
    assert store.trash() == []
    assert told(at) == [asha.id]


def test_one_that_was_opened_again_from_a_copy_keeps_its_drafts(
    store: SessionStore, asha: Session
) -> None:
    overdue_for_a_week(store, asha)
    at = visit("sessions")
    assert told(at) == [asha.id]
    store.create(asha)
    assert told(at.run()) == []


def test_what_is_only_in_the_trash_is_not_told(store: SessionStore, asha: Session) -> None:
    store.remove(asha.id, datetime.now(UTC))
    at = visit("sessions")
    assert told(at) == []
    assert field(at.button, "Restore")
