"""A download is made from the document as it is, and is gone with it."""

import logging
import re
from pathlib import Path

import pytest

from path_planner.domain.base import put
from path_planner.domain.session import Session
from path_planner.errors import DocumentNotFound, FileGone, StoreLocked
from path_planner.server.downloads import DownloadMiddleware
from path_planner.services.context import SessionContext
from path_planner.storage.memory_store import STORE as MEMORY
from path_planner.storage.store_registry import open_store
from path_planner.ui.components.downloads import PATH, Offer, Offers, made_from
from tests.domain.builders import a_session, a_voice
from tests.server.asked import REACHED, Answer, ask, behind, scope
from tests.server.running import running
from tests.server.test_serve import open_page, shown

POSTER = Path(__file__).parents[2] / "path_planner" / "pages" / "app.py"
CANARY = "Zebedee"


def words(session: Session) -> bytes:
    """Make a file of all voices."""
    return "\n".join(voice.text for voice in session.voices.values()).encode()


def take(offers: Offers, ticket: str, **facts: str) -> Answer:
    """Take the file with this ticket."""
    return ask(DownloadMiddleware(behind, offers), scope(f"{PATH}{ticket}", **facts))


def offered(offers: Offers, content: object, facts: str = "facts") -> str:
    """Offer a file and return its ticket."""
    assert callable(content)
    return offers.put(
        facts, Offer(file_name="2026-05-01_a.txt", mime="text/plain", content=content)
    )


def failing(error: Exception) -> object:
    """Return what raises this error instead of making a file."""

    def fail() -> bytes:
        raise error

    return fail


def test_a_file_comes_with_its_name_and_kind_and_is_not_kept() -> None:
    offers = Offers()
    answer = take(offers, offered(offers, lambda: b"words"))
    assert (answer.status, answer.body) == (200, b"words")
    assert answer.headers["content-disposition"] == 'attachment; filename="2026-05-01_a.txt"'
    assert answer.headers["content-type"] == "text/plain"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-length"] == "5"


def test_the_same_button_has_the_same_address_and_nobody_can_guess_it() -> None:
    offers, others = Offers(), Offers()
    ticket = offered(offers, lambda: b"old")
    assert offered(offers, lambda: b"new") == ticket
    assert take(offers, ticket).body == b"new"
    assert offered(offers, lambda: b"", "other facts") != ticket
    assert offered(others, lambda: b"") != ticket
    assert re.fullmatch(r"[0-9a-f]{32}", ticket)


def test_what_was_never_offered_is_not_there() -> None:
    for ticket in ("", "x", "../offer", "0" * 32):
        answer = take(Offers(), ticket)
        assert answer.status == 404
        assert b"no longer here" in answer.body


def test_only_the_newest_offers_are_kept() -> None:
    offers = Offers()
    first = offered(offers, lambda: b"")
    for number in range(10_000):
        offered(offers, lambda: b"", str(number))
    assert take(offers, first).status == 404


@pytest.mark.parametrize("error", [DocumentNotFound(session_id="k7f3q2"), FileGone()])
def test_a_file_whose_document_is_gone_is_not_there(error: Exception) -> None:
    offers = Offers()
    assert take(offers, offered(offers, failing(error))).status == 404


def test_a_failure_is_told_and_the_log_has_no_words(caplog: pytest.LogCaptureFixture) -> None:
    offers = Offers()
    for error in (ValueError(CANARY), StoreLocked()):
        with caplog.at_level(logging.ERROR):
            answer = take(offers, offered(offers, failing(error)))
        assert answer.status == 500
        assert b"could not be made" in answer.body
        assert type(error).__name__ in caplog.text
    assert CANARY not in caplog.text


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE"])
def test_a_file_is_only_taken(method: str) -> None:
    offers = Offers()
    ticket = offered(offers, failing(AssertionError()))
    assert take(offers, ticket, method=method).status == 405


def test_everything_else_is_left_to_the_app() -> None:
    door = DownloadMiddleware(behind, Offers())
    for asked in (scope("/"), scope("/download"), scope(f"{PATH}x", "websocket")):
        assert ask(door, asked).status == REACHED


def test_a_file_says_what_the_document_says_now_and_goes_with_it() -> None:
    store = MEMORY.make("").sessions
    session = store.create(put(a_session(), "voices", a_voice("v9", text=CANARY)))
    offers = Offers()
    ticket = offered(offers, made_from(lambda: store, session.id, words))
    assert CANARY in take(offers, ticket).body.decode()
    voices = {name: voice for name, voice in session.voices.items() if name != "v9"}
    SessionContext(store, session).keep(session.model_copy(update={"voices": voices}))
    withdrawn = take(offers, ticket)
    assert withdrawn.status == 200
    assert CANARY not in withdrawn.body.decode()
    store.remove(session.id, session.updated)
    assert take(offers, ticket).status == 404
    store.restore(session.id)
    assert take(offers, ticket).status == 200
    store.erase(session.id)
    assert take(offers, ticket).status == 404


@pytest.mark.slow
def test_after_a_session_is_erased_the_server_answers_none_of_its_downloads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH_PLANNER_STORE", str(tmp_path / "store"))
    store = open_store(str(tmp_path / "store"))
    session = store.create(a_session())
    with running(tmp_path, script=POSTER) as server:
        with open_page(server) as page:
            found = re.findall(rf"{PATH}[0-9a-f]{{32}}", shown(page))
        copies = [path for path in found if b"Robin" in body(server.ask(path))]
        assert copies
        assert {server.ask(path, Cookie="").status for path in found} == {403}
        store.erase(session.id)
        assert {server.ask(path).status for path in copies} == {404}
        assert server.ask("/media/anything").status == 404


def body(answer: object) -> bytes:
    """Return the body of an answer of the server."""
    content: bytes = getattr(answer, "body", b"")
    return content
