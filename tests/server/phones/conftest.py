"""A server for phones in this process, with clocks that a test sets."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from path_planner.server.phones.listener import PhoneListener
from path_planner.services.arrivals.asking import stage_question
from path_planner.storage.store_registry import open_stores
from tests.domain.builders import NOON, a_session
from tests.server.phones.phone import Invited


@pytest.fixture
def invited(tmp_path: Path) -> Iterator[Invited]:
    """Let phones into the dream of a session."""
    store = open_stores(str(tmp_path / "plans")).sessions
    session = store.create(a_session())
    at = [0.0]
    listener = PhoneListener(lambda: NOON + timedelta(seconds=at[0]), lambda: at[0])
    listener.listen("127.0.0.1", 0)
    room = listener.let_in(store, session.id, stage_question(session, "dream"))
    yield Invited(listener, room, store, at)
    listener.close()
