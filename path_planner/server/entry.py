"""The way in: the token in the address becomes a cookie, and nobody is answered without it.

The token is a secret of this user of the computer, in a file that nobody else can read. It is the
same after a restart, so that a browser that was let in once stays let in.

Other users of this computer reach the server as well as we do. A token that stayed in the address
would be in the history of the browser and in every copy of the address, so the answer to it leads
to the same address without it.
"""

import hmac
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode

from path_planner.server import asgi
from path_planner.server.plain_page import HTML, entry_page
from path_planner.storage import atomic_io

PARAMETER = "token"
COOKIE = "path_planner_entry"
A_YEAR = 365 * 24 * 60 * 60


class EntryMiddleware:
    """ASGI middleware that answers browsers with the cookie, and gives it for the token."""

    def __init__(self, app: asgi.Application, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Answer one request or connection."""
        known = scope["type"] in {"http", "websocket"}
        own_answer = self.own_answer(scope) if known else None
        if own_answer:
            await asgi.respond(scope, send, own_answer)
        else:
            await self._app(scope, receive, send)

    def own_answer(self, scope: asgi.Scope) -> asgi.Response | None:
        """Return the answer to the token or to a stranger, or None if the app may answer."""
        query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in query if name == PARAMETER]
        if scope["type"] == "http" and any(map(self._is_token, given)):
            return self._let_in(str(scope["path"]), query)
        if any(map(self._is_token, _cookies(scope))):
            return None
        # A link from elsewhere does not bring the cookie, which is strict: our own page asks again.
        page = entry_page(again=asgi.header_values(scope, b"sec-fetch-site") == ["cross-site"])
        return asgi.response(403, page, HTML)

    def _let_in(self, path: str, query: list[tuple[str, str]]) -> asgi.Response:
        rest = urlencode([pair for pair in query if pair[0] != PARAMETER])
        # One slash at the beginning: two would name another host.
        location = quote(f"/{path.lstrip('/')}") + (f"?{rest}" if rest else "")
        cookie = f"{COOKIE}={self._token}; Path=/; Max-Age={A_YEAR}; HttpOnly; SameSite=Strict"
        return asgi.response(303, b"", HTML, location=location, set_cookie=cookie)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._token.encode())


def _cookies(scope: asgi.Scope) -> Iterator[str]:
    # The browser sends the cookies of all servers of this computer, some of which are malformed.
    for header in asgi.header_values(scope, b"cookie"):
        for pair in header.split(";"):
            name, _equals, value = pair.partition("=")
            if name.strip() == COOKIE:
                yield value.strip()


FILE = "entry-token"
_TOKEN = re.compile(rb"[A-Za-z0-9_-]{43}")
_BYTES = 32
_OTHERS = 0o077


def load_token(folder: Path) -> str:
    """Return the token kept in this folder; make one if there is none that others cannot know."""
    path = folder / FILE
    with suppress(OSError):
        kept = path.read_bytes().strip()
        if _TOKEN.fullmatch(kept) and not _readable_by_others(path):
            return kept.decode()
    token = secrets.token_urlsafe(_BYTES)
    # Where nothing can be kept, the token lasts as long as the server.
    with suppress(OSError):
        atomic_io.make_folder(folder)
        atomic_io.atomic_write(path, token.encode())
    return token


def _readable_by_others(path: Path) -> bool:
    # On Windows these bits say nothing: there the folder of the user keeps others out.
    return os.name != "nt" and bool(path.stat().st_mode & _OTHERS)
