"""From the second address: an unpaired device gets one page, a paired one what its role opens."""

import asyncio
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from path_planner.server import asgi
from path_planner.server.middleware import HostOriginMiddleware
from path_planner.server.screens.gate import COOKIE, OwnWindows, ScreenGate
from path_planner.server.screens.listener import headers
from path_planner.ui.screens.roles import ScreenRole
from path_planner.ui.screens.screen_server import HEADER, OWN
from tests.entry import COOKIE as OWN_COOKIE
from tests.entry import TOKEN
from tests.server.asked import REACHED, ask, scope
from tests.server.screens.test_registry import Clocks

HOST = "192.168.137.1"
FORBIDDEN = (
    "/walk", "/prepare", "/sessions", "/phones", "/vision_builder", "/day_phones", "/poster",
    "/_stcore/metrics", "/_stcore/upload_file/a/b", "/_stcore/message?hash=x", "/_stcore/agent",
    "/_stcore/script-health-check", "/media/x.png", "/download/x", "/component/a/index.html",
    "/app/static/x", "/j/token", "/static/../walk", "/wall/../walk", "//walk", "/wall/",
    "/_stcore/bidi-components/other/x.js", f"/?token={TOKEN}x/..", "/static/%2e%2e/x", "/..",
)  # fmt: skip
METHODS = ("GET", "POST", "PUT", "DELETE", "OPTIONS")
PAGES = {"/", "/wall", "/present", "/day_screen"}


class Behind:
    """The app behind the gate, which notes how it is asked."""

    def __init__(self) -> None:
        self.scopes: list[asgi.Scope] = []

    async def __call__(self, asked: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Answer as the app does."""
        self.scopes.append(asked)
        if asked["type"] == "websocket":
            await send({"type": "websocket.accept"})
            while (message := await receive())["type"] != "websocket.disconnect":
                await send({"type": "websocket.send", "bytes": message["bytes"]})
            return
        await send({"type": "http.response.start", "status": REACHED, "headers": []})
        await send({"type": "http.response.body", "body": b"the app"})

    def header(self, name: str) -> list[str]:
        """Return the values of a header of the last request."""
        return asgi.header_values(self.scopes[-1], name.encode())


@pytest.fixture
def at() -> Clocks:
    """Return a registry at noon."""
    return Clocks()


def gate(at: Clocks) -> tuple[HostOriginMiddleware, Behind]:
    """Return the whole of what answers at the second address, and the app behind it."""
    app = Behind()
    return HostOriginMiddleware(ScreenGate(app, at.registry), [HOST], headers()), app


@pytest.mark.parametrize(
    "cookie", ["", OWN_COOKIE, f"{COOKIE}=guessed"], ids=["none", "that of the first", "guessed"]
)
def test_an_unpaired_device_reaches_nothing(at: Clocks, cookie: str) -> None:
    whole, app = gate(at)
    for path in (*FORBIDDEN, "/wall", "/present", "/_stcore/health", "/static/a"):
        for method in METHODS:
            answer = ask(whole, scope(path, method=method, host=HOST, cookie=cookie))
            is_page_for_the_code = path.startswith("/?") and method == "GET"
            assert answer.status == (200 if is_page_for_the_code else 404), (method, path)
            assert "set-cookie" not in answer.headers
            assert TOKEN.encode() not in answer.body
    assert app.scopes == []


@pytest.mark.parametrize("role", ScreenRole)
def test_a_paired_one_reaches_the_pages_of_its_role_only(at: Clocks, role: ScreenRole) -> None:
    whole, app = gate(at)
    cookie = f"{COOKIE}={at.pair(role)}"
    for path in FORBIDDEN:
        if not path.startswith("/?"):
            assert ask(whole, scope(path, host=HOST, cookie=cookie)).status == 404, path
    for method in METHODS[1:]:
        assert ask(whole, scope("/", method=method, host=HOST, cookie=cookie)).status == 404
    assert app.scopes == []
    own = {"/", "/wall" if role is ScreenRole.DRAWS else "/present"}
    for page in PAGES:
        wanted = REACHED if page in own else 404
        assert ask(whole, scope(page, host=HOST, cookie=cookie)).status == wanted, page


@pytest.mark.parametrize(
    ("named", "status"),
    [
        ({"host": "127.0.0.1"}, 421),
        ({"host": "evil.example"}, 421),
        ({"host": HOST, "origin": "http://evil.example"}, 403),
        ({"host": HOST, "origin": "null"}, 403),
    ],
)
def test_another_host_or_origin_is_refused_with_the_cookie_too(
    at: Clocks, named: dict[str, str], status: int
) -> None:
    whole, app = gate(at)
    asked = scope("/", cookie=f"{COOKIE}={at.pair()}", **named)
    assert ask(whole, asked).status == status
    assert app.scopes == []


def test_two_hosts_or_two_cookies_are_refused(at: Clocks) -> None:
    whole, app = gate(at)
    secret = at.pair()
    double = scope("/wall", host=HOST, cookie=f"{COOKIE}={secret}")
    double["headers"].append((b"host", HOST.encode()))
    assert ask(whole, double).status == 421
    cookies = f"{COOKIE}={secret}; {COOKIE}={secret}"
    assert ask(whole, scope("/wall", host=HOST, cookie=cookies)).status == 404
    assert app.scopes == []


def test_the_app_is_told_who_asks_and_nothing_else(at: Clocks) -> None:
    whole, app = gate(at)
    secret = at.pair()
    cookie = f"{OWN_COOKIE}; {COOKIE}={secret}; _streamlit_xsrf=2"
    named = {HEADER.replace("-", "_"): OWN, "x_forwarded_for": "1.2.3.4"}
    assert ask(whole, scope("/wall?a=1", host=HOST, cookie=cookie, **named)).status == REACHED
    screen = at.registry.screen_of(secret)
    assert screen
    assert app.header(HEADER) == [screen.id]
    assert app.header("cookie") == ["_streamlit_xsrf=2"]
    assert app.header("host") == ["127.0.0.1"]
    assert app.header("x-forwarded-for") == []
    assert secret not in str(app.scopes)
    assert TOKEN not in str(app.scopes)


def test_a_session_of_another_window_is_never_gone_on_with(at: Clocks) -> None:
    whole, app = gate(at)
    sent = [{"type": "websocket.disconnect"}]
    cookie = f"{COOKIE}={at.pair()}"
    asked = scope(
        "/_stcore/stream", "websocket", host=HOST, origin=f"http://{HOST}", cookie=cookie,
        sec_websocket_protocol="streamlit, xsrf, session-of-the-owner",
    )  # fmt: skip
    asyncio.run(talk(whole, asked, sent))
    assert app.header("sec-websocket-protocol") == ["streamlit, xsrf"]


def test_nobody_says_for_themselves_at_the_first_server_whose_window_it_is() -> None:
    app = Behind()
    ask(OwnWindows(app), scope("/", **{HEADER.replace("-", "_"): "a-screen"}))
    assert app.header(HEADER) == [OWN]


def test_the_code_lets_a_device_in_by_a_cookie_and_a_wrong_one_does_not(at: Clocks) -> None:
    whole, _app = gate(at)
    code = at.registry.offer(at.stores.sessions, "k7f3q2", ScreenRole.DRAWS).code
    assert post(whole, b"code=WRONG1").status == 403
    answer = post(whole, f"code={code}".encode())
    assert (answer.status, answer.headers["location"]) == (303, "/")
    given = answer.headers["set-cookie"]
    assert "HttpOnly" in given
    assert "SameSite=Strict" in given
    secret = given.partition(";")[0].partition("=")[2]
    assert at.registry.screen_of(secret)
    assert answer.headers["referrer-policy"] == "same-origin"


def post(whole: HostOriginMiddleware, body: bytes) -> Any:
    """Send the form of the code."""

    async def with_body(asked: asgi.Scope, _receive: asgi.Receive, send: asgi.Send) -> None:
        async def receive() -> asgi.Message:
            return {"type": "http.request", "body": body, "more_body": False}

        await whole(asked, receive, send)

    return ask(with_body, scope("/pair", method="POST", host=HOST, origin=f"http://{HOST}"))


async def talk(
    whole: asgi.Application, asked: asgi.Scope, sent: list[dict[str, Any]], then: Any = None
) -> list[asgi.Message]:
    """Say these messages over a WebSocket, then do something; return what came back."""
    came: list[asgi.Message] = []
    waiting = iter(sent)

    async def receive() -> asgi.Message:
        for message in waiting:
            return message
        if then:
            await asyncio.to_thread(then)
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: asgi.Message) -> None:
        came.append(message)

    async with asyncio.timeout(30):
        await whole(asked, receive, send)
    return came


def frame(kind: str) -> dict[str, Any]:
    """Return a message of a browser."""
    message = BackMsg()
    if kind == "rerun_script":
        message.rerun_script.query_string = ""
    else:
        setattr(message, kind, True)
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def test_only_two_kinds_of_message_reach_the_app_and_a_stopped_screen_is_cut_off(
    at: Clocks,
) -> None:
    whole, _app = gate(at)
    secret = at.pair()
    screen = at.registry.screen_of(secret)
    assert screen
    asked = scope(
        "/_stcore/stream", "websocket", host=HOST, origin=f"http://{HOST}",
        cookie=f"{COOKIE}={secret}",
    )  # fmt: skip
    kinds = ("clear_cache", "stop_script", "load_git_info", "set_run_on_save", "app_heartbeat")
    sent = [*map(frame, kinds), frame("rerun_script"), {"type": "websocket.receive", "text": "x"}]
    came = asyncio.run(talk(whole, asked, sent, lambda: at.registry.revoke(screen.id)))
    echoed = [BackMsg.FromString(one["bytes"]).WhichOneof("type") for one in came[1:-2]]
    assert echoed == ["app_heartbeat", "rerun_script"]
    assert b"/" in came[-2]["bytes"]
    assert came[-1] == {"type": "websocket.close", "code": 1008}
    again = asyncio.run(talk(whole, asked, []))
    assert [one["type"] for one in again] == ["websocket.close"]


def test_a_stream_is_refused_to_a_stranger_and_at_any_other_path(at: Clocks) -> None:
    whole, app = gate(at)
    named = {"host": HOST, "origin": f"http://{HOST}"}
    assert ask(whole, scope("/_stcore/stream", "websocket", **named)).closed
    named["cookie"] = f"{COOKIE}={at.pair()}"
    assert ask(whole, scope("/_stcore/other", "websocket", **named)).closed
    del named["origin"]
    assert ask(whole, scope("/_stcore/stream", "websocket", **named)).closed
    assert app.scopes == []
