"""Three hundred phones, each with a post every ten seconds: lost, doubled, late, and how heavy.

The server is a process of its own; in it the facilitator's page is drawn again and again, without
phones and then with them. Milliseconds of a shared machine say little: the ratio of the two does.
PHONES and SECONDS in the environment make it shorter or longer.
"""

import asyncio
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from path_planner.services.arrivals.tray import read_tray
from path_planner.services.session.documents import begin
from path_planner.storage.store_registry import open_store

PHONES = int(os.environ.get("PHONES", "300"))
SECONDS = int(os.environ.get("SECONDS", "300"))
_EVERY = 10.0
_BOUNDARY = "phones-in-the-room"
_OK = b"HTTP/1.1 303"
_SERVER = """
import os, sys, time
from path_planner.services.arrivals.asking import stage_question
from path_planner.server.phones.listener import PhoneListener
from path_planner.services.arrivals import tray
from path_planner.services.context import now
from path_planner.storage.store_registry import open_store
from path_planner.ui.phones.phone_server import PHONES
from path_planner.ui.stores import STORE_VARIABLE
from streamlit.testing.v1 import AppTest
location, document = sys.argv[1:]
os.environ[STORE_VARIABLE] = location
store = open_store(location)
listener = PHONES.server = PhoneListener()
listener.listen("127.0.0.1", 0)
room = listener.let_in(store, document, stage_question(store.open(document).document, "dream"))
room.limits.allow = lambda phone: True
read = []
def reads():
    # Somebody reads as they come, and twenty always wait: the page is as full as without phones.
    def change(found):
        more = found.waiting()[20:]
        read.extend(one.text for one in more)
        return tray.read_by_now(found, more)
    tray.update_tray(store, document, change)
facts = {"at": now(), "place": room.question.place}
some = [tray.Post(f"before {one}", {"text": f"before {one}", **facts}) for one in range(20)]
tray.arrive(store, document, some)
from path_planner.ui import navigation
from path_planner.resources import package_file
page = AppTest.from_file(str(package_file("pages/app.py")), default_timeout=300)
page.query_params["session"] = document
page.run()
page.switch_page(navigation.page("phones").file).run()
def memory():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
print(listener.link, flush=True)
for line in sys.stdin:
    times, until = [], time.monotonic() + float(line)
    while time.monotonic() < until:
        began = time.perf_counter()
        page.run()
        times.append(time.perf_counter() - began)
        reads()
        time.sleep(0.5)
    print(memory(), *times, flush=True)
print(*read, sep=chr(31), flush=True)
"""


def run() -> list[str]:
    """Measure a room without phones and with them; return lines to print."""
    with tempfile.TemporaryDirectory() as folder:
        location = str(Path(folder) / "plans")
        store = open_store(location)
        document = begin(store, "Robin").id
        command = [sys.executable, "-c", _SERVER, location, document]
        with subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as server:
            said = _Pipes(server)
            link = said.answer()
            found = re.fullmatch(r"http://([^/]+)(/j/\S+)", link)
            if found is None:
                raise RuntimeError(link)
            said.ask(SECONDS / 3)
            before, quiet = _read(said.answer())
            # Drawn in its own process, while the phones of this one send.
            said.ask(SECONDS)
            sent = asyncio.run(_room_of_phones(found[1], found[2]))
            after, busy = _read(said.answer())
            read, _errors = server.communicate()
        texts = [one.text for one in read_tray(store, document).arrivals.values()]
        waiting = Counter([*texts, *read.strip().split(chr(31))])
    thanked = {words for words, _seconds, is_thanked in sent if is_thanked}
    seconds = [took for _words, took, is_thanked in sent if is_thanked]
    lost, double = thanked - waiting.keys(), sum(waiting.values()) - len(waiting)
    ratio = _percent(busy, 95) / _percent(quiet, 95)
    p50, p95 = (_percent(seconds, each) * 1000 for each in (50, 95))
    posts = f"{len(sent)} posts, {len(sent) - len(thanked)} not thanked"
    return [
        f"{PHONES} phones, {SECONDS} s: {posts}, {len(lost)} lost, {double} double",
        f"a post with its page: p50 {p50:.0f} ms, p95 {p95:.0f} ms",
        f"memory of the server: {(after - before) / PHONES:.1f} kB a phone",
        f"facilitator's page, p95 with phones against without: {ratio:.2f}",
    ]


class _Pipes:
    """What is said to the server's process and answered by it, a line each."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self._server = server

    def ask(self, seconds: float) -> None:
        """Let it draw its page for so long."""
        if self._server.stdin:
            self._server.stdin.write(f"{seconds}\n")
            self._server.stdin.flush()

    def answer(self) -> str:
        """Wait for a line."""
        return self._server.stdout.readline().strip() if self._server.stdout else ""


def _read(line: str) -> tuple[int, list[float]]:
    memory, *times = line.split()
    return int(memory), [float(each) for each in times]


def _percent(seconds: list[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100)[percent - 1]


async def _room_of_phones(address: str, path: str) -> list[tuple[str, float, bool]]:
    """Let all phones send; return the words, the seconds until the answer, and whether thanked."""
    ends = time.monotonic() + SECONDS
    results = await asyncio.gather(
        *(_phone(number, address, path, ends) for number in range(PHONES))
    )
    return [each for phone in results for each in phone]


async def _phone(
    number: int, address: str, path: str, ends: float
) -> list[tuple[str, float, bool]]:
    await asyncio.sleep(_EVERY * number / PHONES)
    sent, turn = [], 0
    while (began := time.monotonic()) < ends - 1:
        words = f"{number}/{turn}"
        try:
            page = await _ask(address, f"GET {path} HTTP/1.1", b"")
            op = re.search(rb'name="op" value="([\w-]+)"', page)
            answer = await _ask(
                address, f"POST {path} HTTP/1.1", _form(words, op[1] if op else b"")
            )
        except OSError:
            answer = b""
        sent.append((words, time.monotonic() - began, answer.startswith(_OK)))
        turn += 1
        await asyncio.sleep(max(0.0, began + _EVERY - time.monotonic()))
    return sent


async def _ask(address: str, request: str, body: bytes) -> bytes:
    host, port = address.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"{request}\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"
    kind = f"Content-Type: multipart/form-data; boundary={_BOUNDARY}\r\n\r\n"
    writer.write((head + kind).encode() + body)
    answer = await reader.read()
    writer.close()
    return answer


def _form(words: str, op: bytes) -> bytes:
    fields = ((b"op", op), (b"words", words.encode()))
    parts = (
        b'--%b\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n'
        % (_BOUNDARY.encode(), name, value)
        for name, value in fields
    )
    return b"".join(parts) + f"--{_BOUNDARY}--\r\n".encode()
