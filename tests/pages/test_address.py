"""The address leads, but no press is undone by a request that was made before it."""

from streamlit.testing.v1 import AppTest

from path_planner.domain.session import Session
from path_planner.services.session.documents import begin
from path_planner.storage.protocol import SessionStore
from path_planner.ui.state import Destination
from tests.pages.visiting import html, request_page, visit


def stage(at: AppTest) -> str:
    """Return what the page says of the stage it shows."""
    return html(at).partition("Stage ")[2].partition("<")[0]


def press_cut_off(at: AppTest, page: str, **query: str) -> AppTest:
    """Press what leads elsewhere; the run of the press is cut off by an earlier request."""
    at.session_state["memory"].destination = Destination(page, query)
    return at.run()


def turned(asha: Session) -> AppTest:
    """Go from the goal to the dream by a press."""
    at = visit("walk", asha.id, stage="goal")
    assert stage(at) == "2 of 6: Goal"
    next(one for one in at.button if "Dream" in one.label).click().run()
    assert stage(at) == "1 of 6: Dream"
    assert at.query_params["stage"] == "dream"
    return at


def test_a_press_whose_run_was_cut_off_leads_to_its_stage(asha: Session) -> None:
    at = press_cut_off(visit("walk", asha.id, stage="goal"), "walk", session=asha.id, stage="dream")
    assert stage(at) == "1 of 6: Dream"
    assert dict(at.query_params) == {"session": asha.id, "stage": "dream"}


def test_a_press_whose_run_was_cut_off_leads_to_its_page(asha: Session) -> None:
    at = press_cut_off(visit("walk", asha.id, stage="goal"), "commitments", session=asha.id)
    assert dict(at.query_params) == {"session": asha.id}
    # The browser has not heard of it and asks once more for the page before.
    assert "Stage 2" not in html(at.run())
    request_page(at, "commitments")
    assert 'aria-current="page">Commitments</p>' in html(at)
    assert stage(request_page(at, "walk")) == "2 of 6: Goal"


def test_another_stage_in_the_address_leads_there_at_once(asha: Session) -> None:
    at = turned(asha)
    at.query_params["stage"] = "now"
    assert stage(at.run()) == "3 of 6: Now"
    at.query_params["stage"] = "goal"
    assert stage(at.run()) == "2 of 6: Goal"


def test_the_way_back_is_open_once_a_press_has_led_somewhere(asha: Session) -> None:
    at = turned(asha)
    at.query_params["stage"] = "goal"
    assert stage(at.run()) == "2 of 6: Goal"


def test_the_same_stage_of_another_session_is_another_address(
    asha: Session, store: SessionStore
) -> None:
    at = turned(asha)
    at.query_params["session"] = begin(store, "Bo Larkspur").id
    at.query_params["stage"] = "goal"
    assert stage(at.run()) == "2 of 6: Goal"
