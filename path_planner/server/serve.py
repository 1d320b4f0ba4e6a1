"""Starts the server and keeps it going until it is told to stop."""

import os
import signal
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
import uvicorn

from path_planner.server import policy, settings
from path_planner.server.guard import Guard
from path_planner.server.listening import listen
from path_planner.server.logs import keep_words_out
from path_planner.server.turning import Turning
from path_planner.server.warming import warm_up
from path_planner.words import say

SCRIPT = Path(__file__).parent.parent / "app.py"
LARGEST_FRAME = 10 * 1024 * 1024
SECONDS_TO_FINISH = 3
# Sooner it would take time from the first page, which is being made then.
SECONDS_TO_FIRST_PAGE = 10


def serve(port: int, *, browser: bool, tell: Callable[[str], None]) -> None:
    """Serve the pages on this port or the next free one, until Ctrl+C or a stop signal."""
    keep_words_out()
    listener = listen(port)
    taken = listener.getsockname()[1]
    address = f"http://{settings.LOOPBACK}:{taken}"
    settings.apply(taken)
    if port not in {0, taken}:
        tell(say("Port {port} is in use, so another one is taken.", port=port))
    tell(say("Path Planner is open at {address} (stop it with Ctrl+C)", address=address))
    stop_quietly()
    uvicorn.Server(configuration(application(address if browser else None))).run([listener])


def application(open_at: str | None) -> Guard:
    """Put the pages behind the guard; open them in a browser once they are ready."""

    @asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        later = threading.Timer(SECONDS_TO_FIRST_PAGE, warm_up)
        later.daemon = True
        later.start()
        if open_at and has_screen():
            threading.Thread(target=webbrowser.open, args=(open_at,), daemon=True).start()
        yield
        later.cancel()

    app = st.App(SCRIPT, lifespan=lifespan, on_script_error=apologise)
    return Guard(Turning(app), settings.HOSTS, policy.headers())


def configuration(app: Guard) -> uvicorn.Config:
    """Tell uvicorn to serve quietly and to stop soon."""
    return uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_max_size=LARGEST_FRAME,
        ws_per_message_deflate=False,
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )


def apologise(_error: Exception) -> bool:
    """Say on the page that something failed, without saying what it was about."""
    st.error(
        say(
            "Something went wrong on this page. Everything saved so far is safe. "
            "Please load the page again."
        )
    )
    return True


def has_screen() -> bool:
    """Say whether a browser window could show: without one, text browsers would take over."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def stop_quietly() -> None:
    """Take a stop signal as a plain wish to end: uvicorn raises it again when it is done."""
    for wish in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wish, lambda _signal, _frame: None)
