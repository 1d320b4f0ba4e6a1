"""Who is let in: by a code, once, for two minutes; for eight hours, until somebody says stop."""

from datetime import timedelta
from typing import Any

import pytest

from path_planner.server.phones.token import TRIES
from path_planner.server.screens.registry import MOST_SCREENS, ScreenRegistry
from path_planner.services.context import EventContext
from path_planner.services.event.documents import begin as begin_event
from path_planner.storage.memory_store import STORE
from path_planner.ui.screens.roles import ScreenRole
from tests.domain.builders import NOON, a_session

ID = "k7f3q2"


class Clocks:
    """A registry with clocks that a test sets, and a session."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.stores = STORE.make("")
        self.stores.sessions.create(a_session())
        self.registry = ScreenRegistry(
            lambda: NOON + timedelta(seconds=self.seconds), lambda: self.seconds
        )

    def pair(self, role: ScreenRole = ScreenRole.DRAWS, document: str = ID) -> str:
        """Pair a screen and return its secret."""
        store: Any = self.stores.sessions if document == ID else self.stores.events
        secret = self.registry.pair(self.registry.offer(store, document, role).code)
        assert secret
        return secret


@pytest.fixture
def at() -> Clocks:
    """Return a registry at noon."""
    return Clocks()


def test_a_code_pairs_one_screen_and_is_void_then(at: Clocks) -> None:
    code = at.registry.offer(at.stores.sessions, ID, ScreenRole.SHOWS).code
    secret = at.registry.pair(f" {code[:3].lower()}-{code[3:]} ")
    assert secret
    screen = at.registry.screen_of(secret)
    assert screen
    assert (screen.role, screen.document_id) == (ScreenRole.SHOWS, ID)
    assert at.registry.pair(code) is None
    assert at.registry.screen_of(screen.id) is None
    assert at.registry.screen_of(f"{secret}x") is None


def test_a_code_is_good_for_two_minutes_and_a_new_one_voids_it(at: Clocks) -> None:
    first = at.registry.offer(at.stores.sessions, ID, ScreenRole.SHOWS).code
    second = at.registry.offer(at.stores.sessions, ID, ScreenRole.SHOWS).code
    assert at.registry.pair(first) is None
    at.seconds = 120
    assert at.registry.pair(second) is None
    assert at.registry.code_for(ID) is None
    assert not at.registry.is_needed()


def test_a_code_is_tried_a_few_times_a_minute_by_all_together(at: Clocks) -> None:
    code = at.registry.offer(at.stores.sessions, ID, ScreenRole.SHOWS).code
    assert not any(at.registry.pair("AAAAAA") for _ in range(TRIES))
    assert at.registry.pair(code) is None
    at.seconds = 60
    assert at.registry.pair(code)


def test_a_screen_that_is_stopped_is_out_and_its_connections_end(at: Clocks) -> None:
    secret, other = at.pair(), at.pair()
    screen, ended = at.registry.screen_of(secret), list[str]()
    assert screen
    assert at.registry.connect(screen, lambda: ended.append("ended"))
    at.registry.revoke(screen.id)
    assert ended == ["ended"]
    assert at.registry.screen_of(secret) is None
    assert at.registry.screen(screen.id) is None
    assert not at.registry.connect(screen, lambda: None)
    assert at.registry.screen_of(other)


def test_after_eight_hours_a_screen_is_out(at: Clocks) -> None:
    secret = at.pair()
    at.seconds = 8 * 3600 - 1
    assert at.registry.screen_of(secret)
    at.seconds += 1
    assert at.registry.screen_of(secret) is None
    at.registry.drop_ended()
    assert not at.registry.is_needed()


def test_a_screen_is_out_when_its_document_is_deleted(at: Clocks) -> None:
    secret = at.pair()
    at.registry.drop_ended()
    assert at.registry.screen_of(secret)
    at.stores.sessions.remove(ID, NOON)
    at.registry.drop_ended()
    assert at.registry.screen_of(secret) is None


def test_a_screen_stays_while_the_folder_of_its_document_is_away(
    at: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = at.pair()

    def away(_document_id: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(at.stores.sessions, "open", away)
    at.registry.drop_ended()
    assert at.registry.screen_of(secret)


def test_a_screen_is_out_when_its_day_is_closed(at: Clocks) -> None:
    event = begin_event(at.stores.events, "A day", "world-cafe")
    secret = at.pair(ScreenRole.SHOWS, event.id)
    about = event.about.model_copy(update={"closed_at": NOON})
    EventContext(at.stores.events, event).keep(event.model_copy(update={"about": about}))
    at.registry.drop_ended()
    assert at.registry.screen_of(secret) is None


def test_there_is_no_second_pen_for_a_day_and_only_so_many_screens(at: Clocks) -> None:
    event = begin_event(at.stores.events, "A day", "world-cafe")
    with pytest.raises(ValueError, match="draws"):
        at.registry.offer(at.stores.events, event.id, ScreenRole.DRAWS)
    for _number in range(MOST_SCREENS):
        at.seconds += 60
        at.pair()
    code = at.registry.offer(at.stores.sessions, ID, ScreenRole.SHOWS).code
    assert at.registry.pair(code) is None
