"""A real server in a process of its own, for tests that knock on its door."""

import http.client
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.entry import COOKIE, private_folder

LISTENING = "0A"
"""How Linux writes the state of a socket that listens."""
PROBE = Path(__file__).with_name("probe_app.py")
START = """
import sys
from pathlib import Path
from path_planner.server import serve
serve.SCRIPT = Path(sys.argv[1])
folder = Path(sys.argv[3])
serve.serve(int(sys.argv[2]), folder, browser=False, tell=lambda line: print(line, flush=True))
"""


@dataclass(frozen=True)
class Running:
    """A server that runs, and what it wrote."""

    process: subprocess.Popen[str]
    lines: tuple[str, ...]
    log: Path

    @property
    def port(self) -> int:
        """The port it said it took."""
        found = re.search(r"http://127\.0\.0\.1:(\d+)", self.lines[-1])
        assert found, self.lines
        return int(found[1])

    @property
    def host(self) -> str:
        """Its name and port, as browsers write it."""
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://{self.host}"

    def ask(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """Ask for a path with exactly these headers, and if not given our Host and the cookie."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": self.host, "Cookie": COOKIE, **headers}.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        response.body = response.read()  # type: ignore[attr-defined]
        connection.close()
        return response

    def shake_hands(self, **headers: str) -> int:
        """Ask to open a WebSocket and return the status of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest("GET", "/_stcore/stream", skip_host=True, skip_accept_encoding=True)
        upgrade = {
            "Host": self.host,
            "Cookie": COOKIE,
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        }
        for name, value in {**upgrade, **headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        status = response.status
        response.close()
        connection.close()
        return status

    def stop(self, wish: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end and return its exit status."""
        self.process.send_signal(wish)
        return self.process.wait(60)


@contextmanager
def running(folder: Path, *, script: Path = PROBE, port: int = 0) -> Iterator[Running]:
    """Start a server and wait until it says where it is."""
    log = folder / "server.log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(script), str(port), str(private_folder())],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=folder,
        )
    assert process.stdout
    lines: list[str] = []
    try:
        while not lines or "http://" not in lines[-1]:
            line = process.stdout.readline()
            assert line, log.read_text()
            lines.append(line.strip())
        yield Running(process, tuple(lines), log)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def listening(process: int) -> list[tuple[str, int]]:
    """Return the addresses and ports at which a process listens, as Linux tells them."""
    own = set(_sockets(process))
    found = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == LISTENING and fields[9] in own:
                packed, _, port = fields[1].partition(":")
                address = ".".join(map(str, reversed(bytes.fromhex(packed))))
                found.append((address, int(port, 16)))
    return sorted(found)


def _sockets(process: int) -> Iterator[str]:
    for link in Path(f"/proc/{process}/fd").iterdir():
        # A file or connection may be closed while its neighbours are read.
        with suppress(FileNotFoundError):
            name = link.readlink().name
            if name.startswith("socket:"):
                yield name.partition("[")[2].rstrip("]")
