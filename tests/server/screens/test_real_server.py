"""Real sockets: what a paired screen is sent, and what the second address answers to others."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from path_planner.domain.voice import Share
from path_planner.server.screens.gate import COOKIE
from path_planner.storage.store_registry import open_stores
from tests.domain.builders import a_session, a_voice
from tests.entry import COOKIE as OWN_COOKIE
from tests.entry import environment, private_folder
from tests.server.test_serve import shown

pytestmark = pytest.mark.slow

PRIVATE, ELSEWHERE, SHARED = "Zebedee", "Marmaduke", "Sunflowers for all"
START = """
import sys, threading, time
from contextlib import suppress
from pathlib import Path
from path_planner.server import serve
from path_planner.ui.screens.access import as_owner
from path_planner.ui.screens.roles import ScreenRole
from path_planner.ui.screens.screen_server import SCREENS
from path_planner.ui.stores import session_store

def obey():
    for line in sys.stdin:
        server = SCREENS.server
        if line.strip() == "stop":
            server.revoke(server.screens("k7f3q2")[0].screen.id)
            print("stopped", flush=True)
            continue
        code = None
        while code is None:
            # The app may not have started yet.
            with suppress(RuntimeError), as_owner():
                role = ScreenRole(line.strip())
                code = server.offer("127.0.0.2", session_store(), "k7f3q2", role)
            time.sleep(0.05)
        print(code.code, server.address, flush=True)

def tell(line):
    print(line, flush=True)
    if "open at" in line:
        threading.Thread(target=obey, daemon=True).start()

serve.serve(0, Path(sys.argv[1]), browser=False, tell=tell, phones="127.0.0.2")
"""


@dataclass
class Room:
    """A running server, and what a device would do."""

    process: subprocess.Popen[str]
    address: str = ""
    cookie: str = ""

    def say(self, word: str) -> str:
        """Let the first screen do something, and return what it says."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def pair(self, role: str) -> None:
        """Pair a device."""
        code, self.address = self.say(role).split()
        named = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = self.ask("/pair", "POST", f"code={code}".encode(), **named)
        assert answer.status == 303
        self.cookie = str(answer.headers["set-cookie"]).partition(";")[0]

    def ask(
        self, path: str, method: str = "GET", body: bytes = b"", **named: str
    ) -> http.client.HTTPResponse:
        """Ask at the second address."""
        with closing(http.client.HTTPConnection(self.address, timeout=30)) as connection:
            connection.request(method, path, body or None, {"Cookie": self.cookie, **named})
            answer = connection.getresponse()
            answer.read()
            return answer

    def stream(self, cookie: str = "") -> ClientConnection:
        """Open the stream of the app."""
        return connect(
            f"ws://{self.address}/_stcore/stream",
            origin=f"http://{self.address}",
            subprotocols=["streamlit"],
            open_timeout=60,
            additional_headers={"Cookie": cookie or self.cookie},
        )


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Run the program with an address for devices, on two sessions with words to look for."""
    stores = open_stores(str(tmp_path / "store"))
    private = a_voice("v2", text=PRIVATE, share=Share.PRIVATE)
    stores.sessions.create(a_session(voices={"v1": a_voice(text=SHARED), "v2": private}))
    stores.sessions.create(a_session(id="other7", voices={"v1": a_voice(text=ELSEWHERE)}))
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(private_folder())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**environment(), "PATH_PLANNER_STORE": str(tmp_path / "store")},
    )
    assert process.stdout
    try:
        while "open at" not in process.stdout.readline():
            assert process.poll() is None
        yield Room(process)
    finally:
        process.kill()
        process.communicate()


QUERIES = ("", "session=other7", "vision=other7", "session=other7&stage=dream&lang=en")


def run(page: ClientConnection, query: str, name: str = "") -> str:
    """Ask for a run of the app, and return all that it sent."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = name
    page.send(message.SerializeToString())
    return shown(page)


@pytest.mark.parametrize("role", ["shows", "draws"])
def test_a_screen_is_sent_its_path_and_nothing_private_or_of_another(room: Room, role: str) -> None:
    room.pair(role)
    sent = ""
    for query in QUERIES:
        for name in ("", "walk", "phones", "sessions", "vision_builder"):
            with room.stream() as page:
                sent += run(page, query, name)
    assert SHARED in sent
    assert PRIVATE not in sent
    assert ELSEWHERE not in sent
    assert "other7" not in sent.replace("session=other7", "")
    assert "Something went wrong" not in sent


def test_a_stranger_gets_nothing_and_a_stopped_screen_is_cut_off(room: Room) -> None:
    room.pair("shows")
    cookie, room.cookie = room.cookie, ""
    for path in ("/_stcore/health", "/_stcore/host-config", "/present", "/static/x", "/%2e%2e/"):
        assert room.ask(path).status == 404
    assert room.ask("/", Host="127.0.0.1").status == 421
    assert room.ask("/", Origin="http://evil.example").status == 403
    for raw in (
        b"GET / HTTP/1.1\r\nHost: 127.0.0.2\r\nHost: 127.0.0.2\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.2\r\nX: " + b"a" * 40_000 + b"\r\n\r\n",
        b"GET /_stcore/health HTTP/1.1\r\nHost: 127.0.0.2\r\n\r\n",
    ):
        assert answer_to(room.address, raw) in {b"400", b"404", b"421", b"431"}
    for stranger in (OWN_COOKIE, f"{COOKIE}=x"):
        with pytest.raises(InvalidStatus):
            room.stream(stranger)
    room.cookie = cookie
    assert room.ask("/_stcore/health").status == 200
    with room.stream() as page:
        assert SHARED in run(page, "")
        assert room.say("stop") == "stopped"
        assert closed(page)
    # Nobody is let in any more: in a moment nothing listens there.
    for _try in range(600):
        with suppress(ConnectionRefusedError), socket.create_connection(_parts(room.address), 1):
            time.sleep(0.1)
            continue
        return
    raise AssertionError


def closed(page: ClientConnection) -> bool:
    """Read what a connection still has, until it is closed."""
    try:
        while page.recv(timeout=60):
            pass
    except ConnectionClosed:
        return True
    return False


def answer_to(address: str, raw: bytes) -> bytes:
    """Send bytes as they are; return the status of the answer, or nothing."""
    with socket.create_connection(_parts(address), 30) as line:
        answer = b""
        with suppress(OSError):
            line.sendall(raw)
            answer = line.recv(100)
    return answer.split(b" ")[1] if answer else b""


def _parts(address: str) -> tuple[str, int]:
    host, _colon, port = address.partition(":")
    return host, int(port)
