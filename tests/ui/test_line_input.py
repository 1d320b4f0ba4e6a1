"""The field for the next line: each line is added once, in order, and none is lost."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.errors import NotSaved
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.services.session.people import remove_person
from path_planner.storage.protocol import SessionStore
from path_planner.storage.store_registry import open_store
from path_planner.ui.components import line_input
from path_planner.ui.stores import STORE_VARIABLE, session_store
from tests.pages.visiting import adding, enter

PAGE = Path(__file__).parent / "page_with_fields.py"
FIELD = "Add somebody"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SessionStore:
    """Give the page a store of its own."""
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path / "store"))
    return open_store(str(tmp_path / "store"))


@pytest.fixture
def at(store: SessionStore) -> AppTest:
    """Open the page on a session."""
    return opened(begin(store, "Asha", title="Before").id)


def opened(session_id: str) -> AppTest:
    """Open the page in a new tab."""
    tab = AppTest.from_file(PAGE, default_timeout=30)
    tab.query_params["session"] = session_id
    return tab.run()


def names(store: SessionStore) -> list[str]:
    """Return who is in the only session, in order, as it is on the disk."""
    session = store.open(store.summaries()[0].id).document
    return [one.name for one in sorted(session.people.values(), key=lambda one: one.order)]


def send(at: AppTest, lines: Any) -> AppTest:
    """Let the browser tell that these lines wait."""
    at.session_state[adding(at)[FIELD]] = {"waiting": lines}
    return at.run()


def kept(at: AppTest) -> str:
    """Return what the browser is told of the lines."""
    return "".join(one.proto.json for one in at.get("bidi_component"))


def test_lines_are_added_in_their_order(store: SessionStore, at: AppTest) -> None:
    enter(at, FIELD, "Ben", "Cal", "Dee")
    assert names(store) == ["Asha", "Ben", "Cal", "Dee"]


def test_lines_that_still_wait_in_the_browser_are_added_once(
    store: SessionStore, at: AppTest
) -> None:
    ben, cal = {"id": "benbenben", "text": "Ben"}, {"id": "calcalcal", "text": "Cal"}
    send(at, [ben])
    assert "benbenben" in kept(at)
    send(at, [ben, cal])
    at.run()
    assert names(store) == ["Asha", "Ben", "Cal"]


def test_a_browser_that_comes_back_after_the_server_ended_adds_nothing_twice(
    store: SessionStore, at: AppTest
) -> None:
    ben = {"id": "benbenben", "text": "Ben"}
    send(at, [ben])
    again = opened(store.summaries()[0].id)
    send(again, [ben])
    assert names(store) == ["Asha", "Ben"]
    assert "benbenben" in kept(again)


def test_a_line_taken_out_does_not_come_back_by_itself(store: SessionStore, at: AppTest) -> None:
    send(at, [{"id": "benbenben", "text": "Ben"}])
    remove_person(SessionContext(store, store.open(store.summaries()[0].id).document), "benbenben")
    at.run()
    assert names(store) == ["Asha"]


def test_the_same_words_entered_twice_are_two_lines(store: SessionStore, at: AppTest) -> None:
    enter(at, FIELD, "Ben", "Ben")
    assert names(store) == ["Asha", "Ben", "Ben"]


def test_a_line_waits_while_the_disk_is_full(
    store: SessionStore, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_things: Any, **_facts: Any) -> None:
        raise NotSaved(why="the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(type(session_store()), "append", full)
        send(at, [{"id": "benbenben", "text": "Ben"}, {"id": "calcalcal", "text": "Cal"}])
        assert "benbenben" not in kept(at)
    at.run()
    assert names(store) == ["Asha", "Ben", "Cal"]


@pytest.mark.parametrize(
    "told",
    [
        None,
        "lines",
        [None, 7, "Ben"],
        [{"id": "../../up", "text": "Ben"}],
        [{"id": "benbenben"}],
        [{"id": "benbenben", "text": ["Ben"]}],
        [{"text": "Ben"}],
    ],
)
def test_what_no_browser_of_ours_would_tell_is_passed_over(
    store: SessionStore, at: AppTest, told: Any
) -> None:
    send(at, told)
    assert names(store) == ["Asha"]


def test_spaces_alone_add_nobody_and_do_not_wait(store: SessionStore, at: AppTest) -> None:
    send(at, [{"id": "benbenben", "text": " \u202e "}])
    assert names(store) == ["Asha"]
    assert "benbenben" in kept(at)


def test_a_run_cut_off_before_its_callback_ended_leaves_nothing_behind(
    store: SessionStore, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(line_input, "take_lines", lambda *_things: False)
        send(at, [{"id": "benbenben", "text": "Ben"}])
    at.run()
    assert names(store) == ["Asha", "Ben"]
