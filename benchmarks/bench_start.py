"""Starting: from the command to the first page in a browser, beside an empty Streamlit page."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from playwright.sync_api import Browser

from tests.chromium import chromium
from tests.entry import environment, let_in

RUNS = 3
EMPTY = "import streamlit as st\nst.html('<h1>Hello</h1>')\n"


def run() -> list[str]:
    """Start both servers in turn, a few times; return lines to print."""
    with TemporaryDirectory() as place, chromium() as browser:
        script = Path(place, "empty.py")
        script.write_text(EMPTY, encoding="utf-8")
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(_first_page(browser, _ours(place)))
            theirs.append(_first_page(browser, _theirs(script)))
    ratio = median(ours) / median(theirs)
    return [
        f"start to first page: {median(ours):.1f} s",
        f"  beside an empty page under `streamlit run`, {median(theirs):.1f} s: {ratio:.2f}×",
    ]


def _ours(store: str) -> list[str]:
    return ["-m", "path_planner", "run", "--no-browser", "--store", store, "--port"]


def _theirs(script: Path) -> list[str]:
    quiet = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    return ["-m", "streamlit", "run", str(script), *quiet, "--server.port"]


def _first_page(browser: Browser, command: list[str]) -> float:
    port = free_port()
    begun = perf_counter()
    with running([sys.executable, *command, str(port)]):
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        page = browser.new_page(storage_state=let_in())
        page.goto(address)
        page.locator("h1").first.wait_for(timeout=120_000)
        page.close()
        return perf_counter() - begun


def free_port() -> int:
    """Return a port that nothing listens on."""
    with create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def running(command: list[str]) -> Iterator[None]:
    """Run a program until the block ends."""
    process = subprocess.Popen(  # noqa: S603 - our own two commands
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait_for(address: str, patience: float = 120) -> None:
    """Wait until a server answers at this address."""
    end = perf_counter() + patience
    while perf_counter() < end:
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - this machine
                return
        except HTTPError:
            # It answers, though not us.
            return
        except (URLError, OSError):
            sleep(0.02)
    raise TimeoutError(address)
