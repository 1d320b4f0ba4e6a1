"""Second screens on the pages: the panel of the first screen, and a window that is nobody's."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.server.phones.listener import PhoneListener
from path_planner.server.screens.registry import ScreenRegistry
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.services.session.voices import write_voice
from path_planner.storage.protocol import SessionStore
from path_planner.ui import state
from path_planner.ui.phones.phone_server import PHONES
from path_planner.ui.screens.panel import seen_words
from path_planner.ui.screens.roles import ScreenRole
from path_planner.ui.screens.screen_server import OWN, SCREENS
from path_planner.ui.state import UiState
from tests.domain.builders import NOON
from tests.pages.visiting import APP, html, labels, press, visit

CANARY = "Zebedee"


class Screens(ScreenRegistry):
    """The server for second screens, without a socket."""

    address = "192.168.1.20:8787"

    def offer(self, *asked: Any) -> Any:
        """Make a code for a document, which the host stands before."""
        return super().offer(*asked[-3:])


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """Let devices in, as `run --phones` does."""
    server = Screens(lambda: NOON, lambda: 0.0)
    monkeypatch.setattr(SCREENS, "server", server)
    monkeypatch.setattr(PHONES, "server", PhoneListener())
    return server


@pytest.fixture
def session_id(store: SessionStore) -> str:
    """Begin a PATH with one voice."""
    session = begin(store, "Robin")
    write_voice(SessionContext(store, session), "dream", CANARY)
    return session.id


def open_as(belongs_to: str, page: str, session_id: str) -> AppTest:
    """Open a page in a window that belongs to somebody."""
    at = AppTest.from_file(APP, default_timeout=60)
    at.session_state["memory"] = UiState(belongs_to=belongs_to)
    at.query_params["session"] = session_id
    at.run()
    return at.switch_page(f"{page}.py").run() if page else at


def test_the_first_screen_shows_a_code_and_stops_a_screen(
    screens: Screens, session_id: str
) -> None:
    at = open_as(OWN, "phones", session_id)
    at.radio[-1].set_value(ScreenRole.DRAWS).run()
    press(at, "Show a code")
    code = screens.code_for(session_id)
    assert code
    assert code.role is ScreenRole.DRAWS
    assert f"{code.code[:3]} {code.code[3:]}" in html(at)
    assert "192.168.1.20:8787" in html(at)
    assert "2:00 left" in html(at)
    secret = screens.pair(code.code)
    assert secret
    at.run()
    assert "Draws · screen 1" in html(at)
    press(at, "Stop")
    assert screens.screen_of(secret) is None
    assert "Something went wrong" not in html(at)


def test_without_the_option_there_is_no_panel(session_id: str) -> None:
    at = visit("phones", session_id)
    assert "Show a code" not in labels(at.button)
    assert state.UiState().belongs_to == ""


@pytest.mark.parametrize("belongs_to", ["", "a-screen-that-was-stopped"])
@pytest.mark.usefixtures("screens")
def test_a_window_that_is_nobodys_shows_nothing(session_id: str, belongs_to: str) -> None:
    at = open_as(belongs_to, "", session_id)
    assert "has been disconnected" in at.title[0].value
    assert CANARY not in html(at)
    assert at.button == []


def test_a_window_of_a_screen_has_its_page_and_no_link_to_another(
    screens: Screens, store: SessionStore, session_id: str
) -> None:
    other = begin(store, "Somebody else")
    secret = screens.pair(screens.offer("", store, session_id, ScreenRole.SHOWS).code)
    screen = screens.screen_of(secret or "")
    assert screen
    at = open_as(screen.id, "", other.id)
    assert CANARY in html(at)
    assert at.query_params["session"] in (session_id, [session_id])
    assert labels(at.button) == []
    assert "Something went wrong" not in html(at)


def test_when_a_screen_was_last_there_is_said_in_words() -> None:
    assert [seen_words(one) for one in (0, 30, 60, 150)] == [
        "connected",
        "away for less than a minute",
        "away for 1 minute",
        "away for 2 minutes",
    ]
