"""The way in: the token in the address becomes a cookie, and nobody is answered without it.

Other users of this computer reach the server as well as we do. A token that stayed in the address
would be in the history of the browser and in every copy of the address, so the answer to it leads
to the same address without it.
"""

import hmac
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlencode

from path_planner.server.asgi import (
    Application,
    Receive,
    Response,
    Scope,
    Send,
    header_values,
    respond,
    response,
)
from path_planner.server.plain_page import HTML, entry_page

PARAMETER = "token"
COOKIE = "path_planner_entry"
A_YEAR = 365 * 24 * 60 * 60


class EntryMiddleware:
    """ASGI middleware that answers browsers with the cookie, and gives it for the token."""

    def __init__(self, app: Application, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        known = scope["type"] in {"http", "websocket"}
        own_answer = self.own_answer(scope) if known else None
        if own_answer:
            await respond(scope, send, own_answer)
        else:
            await self._app(scope, receive, send)

    def own_answer(self, scope: Scope) -> Response | None:
        """Return the answer to the token or to a stranger, or None if the app may answer."""
        query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in query if name == PARAMETER]
        if scope["type"] == "http" and any(map(self._is_token, given)):
            return self._let_in(str(scope["path"]), query)
        if any(map(self._is_token, _cookies(scope))):
            return None
        # A link from elsewhere does not bring the cookie, which is strict: our own page asks again.
        page = entry_page(again=header_values(scope, b"sec-fetch-site") == ["cross-site"])
        return response(403, page, HTML)

    def _let_in(self, path: str, query: list[tuple[str, str]]) -> Response:
        rest = urlencode([pair for pair in query if pair[0] != PARAMETER])
        # One slash at the beginning: two would name another host.
        location = quote(f"/{path.lstrip('/')}") + (f"?{rest}" if rest else "")
        cookie = f"{COOKIE}={self._token}; Path=/; Max-Age={A_YEAR}; HttpOnly; SameSite=Strict"
        return response(303, b"", HTML, location=location, set_cookie=cookie)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._token.encode())


def _cookies(scope: Scope) -> Iterator[str]:
    # The browser sends the cookies of all servers of this computer, some of which are malformed.
    for header in header_values(scope, b"cookie"):
        for pair in header.split(";"):
            name, _equals, value = pair.partition("=")
            if name.strip() == COOKIE:
                yield value.strip()
