"""Fields save by themselves, once, and find a change whose callback was cut off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.storage.open_store import open_store
from path_planner.storage.store import Store
from path_planner.ui import fields
from path_planner.ui.the_store import STORE_VARIABLE
from path_planner.workshop.keeping import begin

PAGE = Path(__file__).parent / "page_with_fields.py"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Give the page a store of its own."""
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path / "store"))
    return open_store(str(tmp_path / "store"))


@pytest.fixture
def at(store: Store) -> AppTest:
    """Open the page on a session."""
    opened = AppTest.from_file(PAGE, default_timeout=30)
    opened.query_params["session"] = begin(store, "Asha", title="Before").id
    return opened.run()


def names(store: Store) -> list[str]:
    """Return who is in the only session, as it is on the disk."""
    session = store.open(store.entries()[0].id).session
    return sorted(person.name for person in session.people.values())


def title(store: Store) -> str:
    """Return the title as it is on the disk."""
    return store.open(store.entries()[0].id).session.about.title


def cut_off(*_things: object) -> None:
    """Stand in for a callback that another run cut off before it saved."""


def without(monkeypatch: pytest.MonkeyPatch, name: str, run: Callable[[], object]) -> None:
    """Run with one callback cut off."""
    with monkeypatch.context() as broken:
        broken.setattr(fields, name, cut_off)
        run()


def test_a_change_is_saved_and_shown_as_it_was_kept(store: Store, at: AppTest) -> None:
    at.text_input[0].set_value("  After\u202e  it  ").run()
    assert title(store) == "After it"
    assert at.text_input[0].value == "After it"


def test_a_change_whose_callback_was_cut_off_is_saved_by_the_next_run(
    store: Store, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch, "_changed", at.run)
    at.text_input[0].set_value("After")
    without(monkeypatch, "_changed", at.run)
    assert title(store) == "After"


def test_an_addition_whose_callback_was_cut_off_is_made_once_by_the_next_run(
    store: Store, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("path_planner.ui.fields.time.monotonic", lambda: 100.0)
    at.text_input[1].set_value("Ben").run()
    at.run()
    at.run()
    assert names(store) == ["Asha", "Ben"]
    assert at.text_input[1].value == ""


def test_leaving_the_field_and_pressing_the_button_add_once(store: Store, at: AppTest) -> None:
    at.text_input[1].set_value("Ben")
    at.button[0].click().run()
    assert names(store) == ["Asha", "Ben"]


def test_the_same_words_again_at_once_are_a_slip_of_the_finger(
    store: Store, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr("path_planner.ui.fields.time.monotonic", lambda: clock[0])
    at.text_input[1].set_value("Ben").run()
    clock[0] += 0.5
    at.text_input[1].set_value("Ben").run()
    assert names(store) == ["Asha", "Ben"]
    at.run()
    clock[0] += 5
    at.text_input[1].set_value("Ben").run()
    assert names(store) == ["Asha", "Ben", "Ben"]


def test_a_slow_browser_that_sends_its_words_once_more_adds_once(
    store: Store, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fields, "SAME_AGAIN", 0.0)
    at.text_input[1].set_value("Ben").run()
    at.text_input[1].set_value("Ben").run()
    at.text_input[1].set_value("Cal").run()
    assert names(store) == ["Asha", "Ben", "Cal"]


def test_spaces_alone_add_nobody(store: Store, at: AppTest) -> None:
    at.text_input[1].set_value("   ").run()
    assert names(store) == ["Asha"]
