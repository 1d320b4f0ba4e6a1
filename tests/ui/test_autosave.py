"""Fields save by themselves, and find a change whose callback was cut off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.services.session.documents import begin
from path_planner.storage.protocol import SessionStore
from path_planner.storage.store_registry import open_store
from path_planner.ui.components import autosave
from path_planner.ui.stores import STORE_VARIABLE

PAGE = Path(__file__).parent / "page_with_fields.py"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SessionStore:
    """Give the page a store of its own."""
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path / "store"))
    return open_store(str(tmp_path / "store"))


@pytest.fixture
def at(store: SessionStore) -> AppTest:
    """Open the page on a session."""
    opened = AppTest.from_file(PAGE, default_timeout=30)
    opened.query_params["session"] = begin(store, "Asha", title="Before").id
    return opened.run()


def title(store: SessionStore) -> str:
    """Return the title as it is on the disk."""
    return store.open(store.summaries()[0].id).document.about.title


def cut_off(*_things: object) -> None:
    """Stand in for a callback that another run cut off before it saved."""


def without(monkeypatch: pytest.MonkeyPatch, name: str, run: Callable[[], object]) -> None:
    """Run with one callback cut off."""
    with monkeypatch.context() as broken:
        broken.setattr(autosave, name, cut_off)
        run()


def test_a_change_is_saved_and_shown_as_it_was_kept(store: SessionStore, at: AppTest) -> None:
    at.text_input[0].set_value("  After\u202e  it  ").run()
    assert title(store) == "After it"
    assert at.text_input[0].value == "After it"


def test_a_change_whose_callback_was_cut_off_is_saved_by_the_next_run(
    store: SessionStore, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch, "_changed", at.run)
    at.text_input[0].set_value("After")
    without(monkeypatch, "_changed", at.run)
    assert title(store) == "After"
