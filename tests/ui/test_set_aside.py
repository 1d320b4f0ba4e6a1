"""What the pad cannot save is told with its reason, given out as a file, and asked about once."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.marks import Pen
from path_planner.domain.session import Session
from path_planner.errors import DocumentNotFound, FileGone
from path_planner.services.session.documents import begin
from path_planner.storage.store_registry import open_store
from path_planner.ui.components.downloads import OFFERS, Offer
from path_planner.ui.stores import STORE_VARIABLE
from path_planner.ui.walk.sketch_sync import SetAside, SketchState


def _page(sheet: "SketchState", session_id: str) -> None:
    from path_planner.ui.walk.set_aside import set_aside_notice  # noqa: PLC0415

    set_aside_notice(sheet, session_id, sheet.set_aside.clear)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Begin a session in a store of its own."""
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path / "store"))
    return begin(open_store(str(tmp_path / "store")), "Asha Quill")


def _sheet() -> SketchState:
    strokes = [(Pen(width=14), (0.0, 0.0, 100.0, 80.0))]
    return SketchState(slot="new", set_aside={"a": SetAside({}, strokes, "The plan is full.")})


def _shown(sheet: SketchState, session: Session) -> AppTest:
    at = AppTest.from_function(_page, args=(sheet, session.id)).run()
    assert not at.exception
    return at


def _html(at: AppTest) -> str:
    return " ".join(str(each.proto.body) for each in at.get("html"))


def test_nothing_is_said_while_nothing_is_set_aside(session: Session) -> None:
    """The page is as it was."""
    at = _shown(SketchState(slot="new"), session)
    assert (len(at.button), _html(at)) == (0, "")


def test_the_reason_is_told_and_the_file_holds_the_strokes(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is made when it is taken, and only while the window and the plan are there."""
    offers: list[Offer] = []
    monkeypatch.setattr(OFFERS, "are_served", True)
    monkeypatch.setattr(OFFERS, "put", lambda _facts, offer: offers.append(offer) or "ticket")
    sheet = _sheet()
    told = _html(_shown(sheet, session))
    assert "The plan is full. One thing you drew is on the pad only." in told
    [offer] = offers
    assert b'd="M0 0' in offer.content()

    sheet.set_aside.clear()
    with pytest.raises(FileGone):
        offer.content()


def test_nothing_of_it_is_given_out_once_the_plan_is_deleted(
    session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its address answers that there is no such plan."""
    offers: list[Offer] = []
    monkeypatch.setattr(OFFERS, "are_served", True)
    monkeypatch.setattr(OFFERS, "put", lambda _facts, offer: offers.append(offer) or "ticket")
    sheet = _sheet()
    _shown(sheet, session)
    open_store(str(tmp_path / "store")).remove(session.id, session.begun)
    with pytest.raises(DocumentNotFound):
        offers[0].content()


def test_it_is_discarded_when_somebody_has_said_so_twice(session: Session) -> None:
    """The first press only asks."""
    sheet = _sheet()
    at = _shown(sheet, session)
    _button(at, "Discard").click().run()
    assert sheet.set_aside
    _button(at, "Yes").click().run()
    assert not sheet.set_aside
    assert "on the pad only" not in _html(at)


def _button(at: AppTest, label: str) -> Any:
    return next(each for each in at.button if each.label == label)
