"""Fields save by themselves, and find a change whose callback was cut off."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session import people
from path_planner.services.session.documents import begin
from path_planner.services.session.people import describe_session
from path_planner.storage.protocol import SessionStore
from path_planner.storage.store_registry import open_store
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.autosave import finish_saving, saving
from path_planner.ui.state import Subject, UiState
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
    without(monkeypatch, "_on_change", at.run)
    at.text_input[0].set_value("After")
    without(monkeypatch, "_on_change", at.run)
    assert title(store) == "After"


def test_words_saved_already_do_not_come_again_over_those_of_another_window(
    store: SessionStore, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The browser may say once more what it was told to forget before it hears of the change."""

    def save_and_change_elsewhere(context: SessionContext, **facts: str) -> SessionResult:
        saved = describe_session(context, **facts)
        session = store.open(store.summaries()[0].id).document
        describe_session(SessionContext(store, session), title="Elsewhere")
        return saved

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(people, "describe_session", save_and_change_elsewhere)
        at.run()
        at.text_input[0].set_value("After").run()
    assert (title(store), at.text_input[0].value) == ("Elsewhere", "Elsewhere")
    at.run()
    at.text_input[0].set_value("After").run()
    assert (title(store), at.text_input[0].value) == ("Elsewhere", "Elsewhere")


HERE = Subject("s1", "")


class CutOff(BaseException):
    """What Streamlit raises where a run is cut off."""


class FakePage:
    """A page of a session, and what was saved there, for which session or vision."""

    def __init__(self) -> None:
        self.state = UiState()
        self.fails: list[BaseException] = []
        self.saved: list[tuple[str, str, str]] = []

    def save(self, words: str) -> None:
        """Save words for what the page is about, or fail."""
        if self.fails:
            raise self.fails.pop()
        self.saved.append((words, *state.subject()))


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> FakePage:
    """Be at a page about a session."""
    found = FakePage()
    monkeypatch.setattr(state, "ui_state", lambda: found.state)
    monkeypatch.setattr(state, "query_param", lambda name: {"session": "s1"}.get(name, ""))
    return found


def test_what_is_saved_is_saved_once(page: FakePage) -> None:
    saving("place", lambda: page.save("Hopeford"))()
    finish_saving()
    assert page.saved == [("Hopeford", *HERE)]


def test_what_was_cut_off_is_saved_for_the_page_on_which_it_was_typed(
    page: FakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    callback = saving("place", lambda: page.save("Hopeford"))
    monkeypatch.setattr(state, "query_param", lambda name: {"vision": "v1"}.get(name, ""))
    for _ in range(2):
        page.fails.append(CutOff())
        with pytest.raises(CutOff):
            callback()
    assert page.saved == []
    finish_saving()
    assert page.saved == [("Hopeford", *HERE)]
    assert state.subject() == Subject("", "v1")
    finish_saving()
    assert len(page.saved) == 1


def test_what_fails_is_not_tried_again(page: FakePage) -> None:
    page.fails.append(ValueError("no"))
    with pytest.raises(ValueError, match="no"):
        saving("place", lambda: page.save("Hopeford"))()
    finish_saving()
    assert page.saved == []


def test_what_is_cut_off_while_it_is_finished_is_finished_later(page: FakePage) -> None:
    for name in ("a", "b"):
        page.fails.append(CutOff())
        with pytest.raises(CutOff):
            saving(name, partial(page.save, name))()
    page.fails.append(CutOff())
    with pytest.raises(CutOff):
        finish_saving()
    finish_saving()
    assert [words for words, *_ in page.saved] == ["a", "b"]


def test_a_run_waits_for_what_the_run_before_it_still_saves(page: FakePage) -> None:
    began, goes_on = Event(), Event()

    def save_slowly() -> None:
        began.set()
        assert goes_on.wait(30)
        page.save("Hopeford")

    before = Thread(target=saving("place", save_slowly))
    after = Thread(target=finish_saving)
    before.start()
    assert began.wait(30)
    after.start()
    after.join(0.2)
    assert after.is_alive()
    goes_on.set()
    for run in (before, after):
        run.join(30)
    assert page.saved == [("Hopeford", *HERE)]
    assert not page.state.unfinished


@pytest.mark.usefixtures("page")
def test_whom_one_run_saves_for_is_nothing_to_another() -> None:
    seen: list[Subject] = []
    with state.acting_for(Subject("s2", "")):
        other = Thread(target=lambda: seen.append(state.subject()))
        other.start()
        other.join(30)
        assert state.subject() == Subject("s2", "")
    assert seen == [HERE]
