"""What all pages share: where you are, when it was saved, calm mode, and kindness in trouble."""

from pathlib import Path

import pytest

from path_planner.domain.session import Session
from path_planner.services.context import SessionContext
from path_planner.services.session.people import add_person
from path_planner.storage.protocol import SessionStore
from path_planner.ui import page_frame
from path_planner.ui.navigation import PAGES
from tests.pages.visiting import field, follow, html, labels, page_buttons, visit

NAMES = [place.name for place in PAGES]
OF_A_SESSION = [place.name for place in PAGES if place.needs_session]


@pytest.mark.parametrize("name", NAMES)
def test_each_page_has_one_first_heading_and_no_error(name: str, asha: Session) -> None:
    at = visit(name, asha.id)
    assert not at.exception
    assert html(at).count("<h1") == 1


@pytest.mark.parametrize("name", OF_A_SESSION)
def test_a_page_without_a_session_leads_to_the_sessions(name: str, store: SessionStore) -> None:
    assert store.summaries() == []
    at = visit(name)
    assert not at.exception
    assert "Choose a PATH first" in html(at)
    assert "Choose a PATH first" not in html(follow(at, "Go to your PATHs"))


@pytest.mark.parametrize("wrong", ["nowhere222", "../../etc/passwd", "<b>x</b>", "x" * 500])
@pytest.mark.parametrize("name", OF_A_SESSION)
def test_an_unknown_session_is_told_calmly_with_a_way_back(
    name: str, wrong: str, store: SessionStore
) -> None:
    assert store.summaries() == []
    at = visit(name, wrong)
    assert not at.exception
    assert "There is nothing here with the id" in html(at)
    assert "<b>x</b>" not in html(at)
    assert "Your PATHs</h2>" in html(follow(at, "Back to all PATHs"))


def test_a_damaged_file_is_told_once_and_the_last_good_state_is_shown(
    store: SessionStore, asha: Session, tmp_path: Path
) -> None:
    add_person(SessionContext(store, store.open(asha.id).document), "Ben Reed")
    for path in (tmp_path / "store").glob(f"*{asha.id}*.path.json"):
        path.write_bytes(b"\x00broken")
    at = visit("prepare", asha.id)
    assert "This file was damaged." in html(at)
    assert [one.value for one in at.text_input if one.label == "Name"] == ["Asha Quill", "Ben Reed"]
    field(at.button, "I have read this").click().run()
    assert "This file was damaged." not in html(at)
    at.run()
    assert "This file was damaged." not in html(at)


def test_the_current_page_is_named_in_the_bar_and_the_others_are_led_to(asha: Session) -> None:
    at = visit("prepare", asha.id)
    assert 'aria-current="page">Prepare</p>' in html(at)
    assert "Prepare" not in labels(page_buttons(at))
    for title in ("Stages", "Commitments", "Poster"):
        assert f'aria-current="page">{title}</p>' in html(follow(at, title))
        assert at.query_params["session"] == asha.id
    assert 'aria-current="page">Your PATHs</p>' in html(follow(at, "Your PATHs"))
    assert "session" not in at.query_params


def test_present_opens_in_a_window_of_its_own(asha: Session) -> None:
    (link,) = visit("prepare", asha.id, calm="1").link_button
    assert link.value == "Present"
    assert link.url == f"present?session={asha.id}&calm=1"


def test_the_moment_of_the_last_save_is_shown(store: SessionStore, asha: Session) -> None:
    at = visit("prepare", asha.id)
    assert page_frame.when_saved(store.open(asha.id).document) in html(at)
    field(at.text_input, "Place").set_value("Old Net Loft").run()
    assert page_frame.when_saved(store.open(asha.id).document) in html(at)


def test_calm_mode_is_in_the_address_and_goes_along_to_other_pages(asha: Session) -> None:
    at = visit("prepare", asha.id)
    field(at.toggle, "Calm view").set_value(True).run()
    assert at.query_params["calm"] == "1"
    assert follow(at, "Stages").query_params["calm"] == "1"
    assert field(visit("prepare", asha.id, calm="1").toggle, "Calm view").value is True
    field(at.toggle, "Calm view").set_value(False).run()
    assert "calm" not in at.query_params


def test_an_error_nobody_expected_is_told_without_what_it_was_about(
    asha: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_session: Session) -> str:
        raise RuntimeError(asha.about.title)

    monkeypatch.setattr("path_planner.ui.page_frame.session_title", fails)
    at = visit("prepare", asha.id)
    assert not at.exception
    assert "Something went wrong on this page." in html(at)
    assert asha.about.title not in html(at)
    assert [record.getMessage() for record in caplog.records if "RuntimeError" in record.message]
    assert not [one for one in caplog.records if asha.about.title in one.getMessage()]
