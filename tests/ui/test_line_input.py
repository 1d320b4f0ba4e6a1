"""The field for the next line: each line is added once, in order, and none is lost."""

import json
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
from path_planner.ui.components.line_input import LineField
from path_planner.ui.stores import STORE_VARIABLE, session_store
from tests.pages.visiting import enter, send_lines

PAGE = Path(__file__).parent / "page_with_fields.py"
FIELD = "Add somebody"
BEN, CAL = ({"id": name.lower() * 6 + "xx", "text": name} for name in ("Ben", "Cal"))


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
    send_lines(at, FIELD, lines)
    return at.run()


def answer(at: AppTest) -> dict[str, Any]:
    """Return what the browser is told of the lines."""
    (found,) = [one.proto for one in at.get("bidi_component")]
    told: dict[str, Any] = json.loads(found.json)
    return {name: told[name] for name in ("done", "refused", "trouble") if name in told}


def appended(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of all that will be saved, as often as it is tried."""
    tried: list[str] = []
    store = type(session_store())
    append = store.append

    def note(*things: Any, **facts: Any) -> Any:
        tried.append(facts["op_id"])
        return append(*things, **facts)

    monkeypatch.setattr(store, "append", note)
    return tried


def test_lines_are_added_in_their_order(store: SessionStore, at: AppTest) -> None:
    enter(at, FIELD, "Ben", "Cal", "Dee")
    assert names(store) == ["Asha", "Ben", "Cal", "Dee"]


def test_a_line_is_saved_by_one_try_however_often_the_page_is_drawn(
    store: SessionStore, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = appended(monkeypatch)
    send(at, [BEN])
    at.run()
    assert answer(at)["done"] == [BEN["id"]]
    assert tried == [BEN["id"]]
    assert names(store) == ["Asha", "Ben"]


def test_lines_that_still_wait_in_the_browser_are_added_once(
    store: SessionStore, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = appended(monkeypatch)
    send(at, [BEN])
    assert answer(at) == {"done": [BEN["id"]], "refused": []}
    send(at, [BEN, CAL])
    at.run()
    assert names(store) == ["Asha", "Ben", "Cal"]
    assert tried == [BEN["id"], CAL["id"]]


def test_a_browser_that_comes_back_after_the_server_ended_adds_nothing_twice(
    store: SessionStore, at: AppTest
) -> None:
    send(at, [BEN])
    again = opened(store.summaries()[0].id)
    send(again, [BEN])
    assert names(store) == ["Asha", "Ben"]
    assert answer(again)["done"] == [BEN["id"]]


def test_a_line_taken_out_does_not_come_back_by_itself(store: SessionStore, at: AppTest) -> None:
    send(at, [BEN])
    remove_person(SessionContext(store, store.open(store.summaries()[0].id).document), BEN["id"])
    at.run()
    # Nor where the server that answered it is gone.
    send(opened(store.summaries()[0].id), [BEN])
    assert names(store) == ["Asha"]


def test_the_same_words_entered_twice_are_two_lines(store: SessionStore, at: AppTest) -> None:
    enter(at, FIELD, "Ben", "Ben")
    assert names(store) == ["Asha", "Ben", "Ben"]


def test_a_line_waits_while_the_disk_is_full(
    store: SessionStore, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def full(*_things: Any, **facts: Any) -> None:
        tried.append(facts["op_id"])
        raise NotSaved(why="the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(type(session_store()), "append", full)
        send(at, [BEN, CAL])
        at.run()
        assert answer(at)["done"] == []
        assert "the disk is full" in answer(at)["trouble"]
        # Once for each telling, and what comes behind keeps its place.
        assert tried == [BEN["id"]]
    send(at, [BEN, CAL])
    assert answer(at) == {"done": [BEN["id"], CAL["id"]], "refused": []}
    assert names(store) == ["Asha", "Ben", "Cal"]


def test_a_line_that_cannot_be_kept_is_refused_and_holds_up_nothing(
    store: SessionStore, at: AppTest
) -> None:
    long = {"id": "long" * 5, "text": "B" * 301}
    send(at, [long, CAL])
    assert names(store) == ["Asha", "Cal"]
    (refused,) = answer(at)["refused"]
    assert refused["id"] == long["id"]
    assert "Is it too long?" in refused["why"]
    assert answer(at)["done"] == [CAL["id"]]


def late(first: str) -> None:
    """Hear what was entered on a page that the address has left."""
    from path_planner.services.session.people import add_person  # noqa: PLC0415
    from path_planner.ui.components.autosave import saving  # noqa: PLC0415
    from path_planner.ui.components.line_input import LineField  # noqa: PLC0415
    from path_planner.ui.state import Subject, acting_for  # noqa: PLC0415

    with acting_for(Subject(first, "")):
        heard = saving(
            "new", LineField("new", lambda room, line: add_person(room, line["text"])).receive
        )
    heard()


def test_a_line_that_comes_late_is_added_where_it_was_typed(store: SessionStore) -> None:
    first, other = (begin(store, whose).id for whose in ("Asha", "Bo"))
    tab = AppTest.from_function(late, default_timeout=30, kwargs={"first": first})
    tab.query_params["session"] = other
    tab.session_state[f"{first}:new"] = {"line": {"turn": 1, "wall": "mine", "changes": [BEN]}}
    assert not tab.run().exception
    assert BEN["id"] in store.open(first).document.people
    assert BEN["id"] not in store.open(other).document.people


@pytest.mark.parametrize(
    "told",
    [
        None,
        "lines",
        [None, 7, "Ben"],
        [{"id": "../../up", "text": "Ben"}],
        [{"id": "ben" * 6 + "be"}],
        [{"id": "ben" * 6 + "be", "text": ["Ben"]}],
        [{"text": "Ben"}],
    ],
)
def test_what_no_browser_of_ours_would_tell_is_passed_over(
    store: SessionStore, at: AppTest, told: Any
) -> None:
    send(at, told)
    assert names(store) == ["Asha"]


def test_spaces_alone_add_nobody_and_do_not_wait(store: SessionStore, at: AppTest) -> None:
    send(at, [{**BEN, "text": " \u202e "}])
    assert names(store) == ["Asha"]
    assert answer(at)["done"] == [BEN["id"]]


def test_a_run_cut_off_before_its_callback_ended_leaves_nothing_behind(
    store: SessionStore, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(LineField, "save_new_lines", lambda _: False)
        send(at, [BEN])
    at.run()
    assert names(store) == ["Asha", "Ben"]
