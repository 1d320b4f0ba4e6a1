"""The address leads, but a click is not undone by a run that was asked for before it."""

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.session import Session
from path_planner.services.session.documents import begin
from path_planner.storage.protocol import SessionStore
from path_planner.ui import state
from tests.pages.visiting import html, visit


def stage(at: AppTest) -> str:
    """Return what the page says of the stage it shows."""
    return html(at).partition("Stage ")[2].partition("<")[0]


def turned(asha: Session) -> AppTest:
    """Go from the goal to the dream by a click."""
    at = visit("walk", asha.id, stage="goal")
    assert stage(at) == "2 of 6: Goal"
    next(one for one in at.button if "Dream" in one.label).click().run()
    assert stage(at) == "1 of 6: Dream"
    return at


def test_a_run_that_was_asked_for_before_a_click_does_not_undo_it(
    asha: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "ON_ITS_WAY", 600)
    at = turned(asha)
    at.query_params["stage"] = "goal"
    at.run()
    assert stage(at) == "1 of 6: Dream"
    assert at.query_params["stage"] in ("dream", ["dream"])


def test_another_stage_in_the_address_leads_there_at_once(
    asha: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "ON_ITS_WAY", 600)
    at = turned(asha)
    at.query_params["stage"] = "now"
    assert stage(at.run()) == "3 of 6: Now"
    at.query_params["stage"] = "goal"
    assert stage(at.run()) == "2 of 6: Goal"


def test_the_way_back_is_open_once_the_browser_has_heard(
    asha: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "ON_ITS_WAY", 0)
    at = turned(asha)
    at.query_params["stage"] = "goal"
    assert stage(at.run()) == "2 of 6: Goal"


def test_the_same_stage_of_another_session_is_another_address(
    asha: Session, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "ON_ITS_WAY", 600)
    at = turned(asha)
    at.query_params["session"] = begin(store, "Bo Larkspur").id
    at.query_params["stage"] = "goal"
    assert stage(at.run()) == "2 of 6: Goal"
