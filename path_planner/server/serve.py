"""Starts the uvicorn server and runs it until Ctrl+C or a stop signal."""

import asyncio
import errno
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st
import uvicorn

from path_planner.errors import NoFreePort
from path_planner.i18n import _
from path_planner.server import asgi, security_headers, streamlit_config
from path_planner.server.downloads import DownloadMiddleware
from path_planner.server.entry import PARAMETER, EntryMiddleware, load_token
from path_planner.server.middleware import HostOriginMiddleware
from path_planner.server.phones.limits import raise_file_limit
from path_planner.server.phones.listener import PhoneListener
from path_planner.server.private_logging import install_private_logging
from path_planner.server.screens.gate import OwnWindows
from path_planner.server.screens.listener import ScreenListener
from path_planner.server.streamlit_config import LOOPBACK
from path_planner.storage import atomic_io
from path_planner.ui.components.downloads import OFFERS
from path_planner.ui.phones.phone_server import PHONES
from path_planner.ui.preload import PRELOAD
from path_planner.ui.screens.screen_server import SCREENS
from path_planner.ui.stores import checkpoint_left_behind


class PreloadMiddleware:
    """ASGI middleware that keeps connections of pages waiting until their modules are imported.

    The files of the page are served meanwhile, so that the browser gets ready at the same time.
    """

    def __init__(self, app: asgi.Application, load: Callable[[], object]) -> None:
        self._app = app
        self._load = load
        self._loading: asyncio.Future[object] | None = None

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Answer one request or connection; the imports begin once the app has started."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, self._loading_after(send))
            return
        if scope["type"] == "websocket" and self._loading:
            # A browser that leaves meanwhile stops its own wait, not the imports.
            await asyncio.shield(self._loading)
        await self._app(scope, receive, send)

    def _loading_after(self, send: asgi.Send) -> asgi.Send:
        async def send_and_load(message: asgi.Message) -> None:
            # Streamlit imports modules of its own while it starts.
            if message["type"] == "lifespan.startup.complete":
                self._loading = asyncio.ensure_future(asyncio.to_thread(self._load))
            await send(message)

        return send_and_load


TRIES = 100
BACKLOG = 512


def listen(port: int) -> socket.socket:
    """Listen on this port, or the next that is free; 0 takes any."""
    last = min(port + TRIES, 65536) if port else 1
    for candidate in range(port, last):
        try:
            return _bound(candidate)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise NoFreePort(port=port)


def _bound(port: int) -> socket.socket:
    # Naming the protocol lets asyncio see that this is TCP: it then switches Nagle's wait off.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # On Windows this would let two servers share a port instead.
        if os.name != "nt":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


SCRIPT = Path(__file__).parent.parent / "pages" / "app.py"
LARGEST_FRAME = 10 * 1024 * 1024
SECONDS_TO_FINISH = 3


def serve(
    port: int,
    folder: Path,
    *,
    browser: bool,
    tell: Callable[[str], None],
    phones: str | None = None,
) -> None:
    """Serve the pages on this port or the next free one, until Ctrl+C or a stop signal.

    The entry token is kept in `folder`. `phones` is the address at which phones may be let in:
    raises NotAPrivateAddress or AddressNotOurs.
    """
    install_private_logging()
    second, screens = PhoneListener(), ScreenListener()
    if phones:
        raise_file_limit()
        second.listen(phones)
        PHONES.server = second
        SCREENS.server = screens
    listener = listen(port)
    bound_port = listener.getsockname()[1]
    token = load_token(folder)
    address = f"http://{streamlit_config.LOOPBACK}:{bound_port}/?{PARAMETER}={token}"
    streamlit_config.apply(bound_port)
    if phones:
        tell(_("Phones can be let in at {address}, once you say so.", address=second.address))
    if port not in {0, bound_port}:
        tell(_("Port {port} is in use, so Path Planner is using another one.", port=port))
    tell(_("Path Planner is open at {address} (stop it with Ctrl+C)", address=address))
    install_signal_handlers()
    opener = partial(open_browser, address, folder) if browser and has_screen() else None
    try:
        uvicorn.Server(configuration(wrap_app(token, opener, screens))).run([listener])
    finally:
        # That of screens stays: a run that has not ended would be taken for the owner's.
        PHONES.server = None
        second.close()


def wrap_app(
    token: str, opener: Callable[[], object] | None, screens: ScreenListener | None = None
) -> HostOriginMiddleware:
    """Wrap the app in its middleware; call `opener` to open a browser, which waits for it.

    `screens` serves the same app to paired screens.
    """

    @asynccontextmanager
    async def lifespan(app: st.App) -> AsyncIterator[None]:
        if screens:
            screens.attach(app)
        if opener:
            # The browser starts while the modules are imported.
            threading.Thread(target=opener, daemon=True).start()
        yield
        if screens:
            screens.close()

    app = st.App(SCRIPT, lifespan=lifespan, on_script_error=print_error)
    OFFERS.are_served = True
    entry = EntryMiddleware(DownloadMiddleware(OwnWindows(app), OFFERS), token)
    preload = PreloadMiddleware(entry, load_and_checkpoint)
    return HostOriginMiddleware(preload, streamlit_config.HOSTS, security_headers.headers())


def load_and_checkpoint() -> None:
    """Import what the first page needs; bring what a killed server left into readable files."""
    PRELOAD.import_first_page()
    threading.Thread(target=checkpoint_left_behind, daemon=True).start()


def configuration(app: HostOriginMiddleware) -> uvicorn.Config:
    """Return the uvicorn configuration: no access log, a short graceful shutdown."""
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


def print_error(_error: Exception) -> bool:
    """Show on the page that something failed, without the message of the exception."""
    st.error(
        _(
            "Something went wrong on this page. Everything "
            "saved so far is safe. Please reload the page."
        )
    )
    return True


def has_screen() -> bool:
    """Say whether there is a graphical display: without one, text browsers would take over."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def install_signal_handlers() -> None:
    """Install signal handlers for a clean shutdown: uvicorn raises the signal again at its end."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _signal, _frame: None)


FILE = "open.html"
_PAGE = """<!DOCTYPE html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={address}">
<title>Path Planner</title>
<a href="{address}">Path Planner</a>
"""


def open_browser(address: str, folder: Path) -> bool:
    """Open this address in a browser, by way of a file in this folder; say whether it could."""
    page = folder / FILE
    try:
        atomic_io.make_folder(folder)
        atomic_io.atomic_write(page, _PAGE.format(address=escape(address)).encode())
    except OSError:
        # The command line has printed the address.
        return False
    return webbrowser.open(page.absolute().as_uri())
