"""The server as a process: where it listens, how it starts, what it writes, how it ends."""

import json
import re
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from path_planner.server.serve import listen
from path_planner.ui.components.downloads import PATH
from tests.entry import COOKIE
from tests.server.running import Running, listening, running

pytestmark = pytest.mark.slow

CANARY = "Zebedee"
DOCUMENT = Path(__file__).with_name("document_app.py")


@contextmanager
def open_page(server: Running, query: str = "") -> Iterator[ClientConnection]:
    """Connect as a browser does and ask for a run of the page."""
    with connect(
        f"ws://{server.host}/_stcore/stream",
        origin=server.url,
        subprotocols=["streamlit"],
        # On a busy machine the server may still be reading its modules in.
        open_timeout=60,
        additional_headers={"Cookie": COOKIE},
    ) as page:
        wish = BackMsg()
        wish.rerun_script.query_string = query
        page.send(wish.SerializeToString())
        yield page


def shown(page: ClientConnection) -> str:
    """Return everything one run sent to the page."""
    said: list[str] = []
    while True:
        message = ForwardMsg.FromString(page.recv(timeout=60))
        said.append(str(message))
        if message.WhichOneof("type") == "script_finished":
            return "\n".join(said)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_it_listens_on_this_machine_only(server: Running) -> None:
    assert listening(server.process.pid) == [("127.0.0.1", server.port)]


def test_the_machines_other_addresses_do_not_answer(server: Running) -> None:
    others = {
        str(info[4][0])
        for info in socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
        if not str(info[4][0]).startswith(("127.", "::1"))
    } | {"127.0.0.2"}
    for address in others:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as knock:
            assert knock.connect_ex((address, server.port)) != 0, address


def test_small_packets_leave_at_once() -> None:
    with listen(0) as listener, socket.create_connection(listener.getsockname()) as client:
        accepted, _ = listener.accept()
        with accepted:
            # asyncio switches the wait off for sockets of which it can tell that they are TCP.
            assert listener.proto == accepted.proto == socket.IPPROTO_TCP
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            assert client.getpeername() == listener.getsockname()


def test_a_busy_port_leads_to_the_next_and_both_are_named(tmp_path: Path) -> None:
    with listen(0) as busy:
        port = busy.getsockname()[1]
        with running(tmp_path, port=port) as second:
            assert second.port > port
            assert str(port) in second.lines[0]
            assert len(second.lines) == 2
            assert second.ask("/_stcore/health").status == 200


def test_one_line_tells_where_it_is(server: Running) -> None:
    assert len(server.lines) == 1
    assert server.url in server.lines[0]


@pytest.mark.parametrize("wish", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_signal_ends_it_cleanly_even_with_a_page_open(
    tmp_path: Path, wish: signal.Signals
) -> None:
    with running(tmp_path) as server, open_page(server) as page:
        assert "styled" in shown(page)
        assert server.stop(wish) == 0
        assert server.log.read_text() == ""


def test_ctrl_c_ends_it_while_a_document_is_made_that_is_never_done(tmp_path: Path) -> None:
    with running(tmp_path, script=DOCUMENT) as server, open_page(server) as page:
        assert "Being made …" in shown(page)
        assert server.stop(signal.SIGINT) == 0
        assert server.log.read_text() == ""


def test_a_failing_page_apologises_and_neither_page_nor_log_holds_the_words(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as server, open_page(server, f"fail={CANARY}") as page:
        seen = shown(page)
        server.stop()
        log = server.log.read_text()
    assert "Everything saved so far is safe" in seen
    assert CANARY not in seen + log
    assert re.search(r"ValueError at .*probe_app\.py:\d+", log)


def test_no_page_from_elsewhere_may_send_messages_to_ours(server: Running) -> None:
    answer = server.ask("/_stcore/host-config")
    assert json.loads(answer.body)["allowedOrigins"] == []  # type: ignore[attr-defined]


def test_no_copy_of_a_download_stays_in_the_browser(server: Running) -> None:
    with open_page(server) as page:
        download = re.search(rf"{PATH}\w+", shown(page))
        assert download
        answer = server.ask(download[0])
    assert answer.body == b"words of a person"  # type: ignore[attr-defined]
    assert answer.headers["cache-control"] == "no-store"


def test_streamlits_own_files_are_closed(server: Running) -> None:
    with open_page(server) as page:
        media = re.search(r'url: "(/media/[^"]+)"', shown(page))
        assert media
        assert server.ask(media[1]).status == 404
