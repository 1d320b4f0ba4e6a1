"""Whoever has the token comes in, and nobody else; the token stays in no address."""

import os
import stat
import sys
import webbrowser
from pathlib import Path

import pytest

from path_planner.server import entry
from path_planner.server.entry import EntryMiddleware, load_token
from path_planner.server.serve import open_browser
from tests.entry import TOKEN
from tests.server.asked import REACHED, ask, behind, scope
from tests.server.running import Running, running

DOOR = EntryMiddleware(behind, TOKEN)
COOKIE = f"{entry.COOKIE}={TOKEN}"
PATHS = ("/", "/walk?session=k7f3q2", "/download/x", "/media/x", "/static/js/a.js",
         "/_stcore/health", "/_stcore/upload_file/a/b")  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_answered_without_the_cookie(path: str, method: str) -> None:
    answer = ask(DOOR, scope(path, method=method))
    assert answer.status == 403
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers


def test_no_connection_is_opened_without_the_cookie_even_with_the_token_in_its_address() -> None:
    for path in ("/_stcore/stream", f"/_stcore/stream?token={TOKEN}"):
        answer = ask(DOOR, scope(path, "websocket"))
        assert answer.closed
        assert answer.status is None
    assert ask(DOOR, scope("/_stcore/stream", "websocket", cookie=COOKIE)).status == REACHED


@pytest.mark.parametrize(
    "cookie",
    [COOKIE, f"a=1; {COOKIE}; b=2", f'_xsrf=2|a"b;bad;{COOKIE}', f"{entry.COOKIE}=old; {COOKIE}"],
    ids=["alone", "in the middle", "after a malformed one", "after an old one"],
)
def test_the_cookie_opens_whatever_other_servers_of_this_computer_have_set(cookie: str) -> None:
    assert ask(DOOR, scope("/", cookie=cookie)).status == REACHED


@pytest.mark.parametrize(
    "cookie",
    ["", f"{entry.COOKIE}=", f"{entry.COOKIE}={TOKEN[:-1]}", f"{entry.COOKIE}={TOKEN}x",
     f"other={TOKEN}", TOKEN, f"{entry.COOKIE}=ä"],
    ids=["none", "empty", "too short", "too long", "other name", "no name", "no token"],
)  # fmt: skip
def test_another_cookie_does_not(cookie: str) -> None:
    assert ask(DOOR, scope("/", cookie=cookie)).status == 403


def test_the_token_becomes_a_cookie_and_leaves_the_address() -> None:
    for sent in ({}, {"cookie": COOKIE}):
        path = f"/walk?session=k7f3q2&token={TOKEN}&stage=now&calm="
        answer = ask(DOOR, scope(path, **sent))
        assert answer.status == 303
        assert answer.headers["location"] == "/walk?session=k7f3q2&stage=now&calm="
        cookie, *rest = answer.headers["set-cookie"].split("; ")
        assert cookie == COOKIE
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(rest)
        assert answer.headers["cache-control"] == "no-store"
        assert not answer.body


def test_a_wrong_token_opens_nothing() -> None:
    for wrong in ("", TOKEN[:-1], "ä", "%00"):
        assert ask(DOOR, scope(f"/?token={wrong}")).status == 403
    assert ask(DOOR, scope("/?token=old", cookie=COOKIE)).status == REACHED


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example", "///evil.example/\r\nx: y"])
def test_the_token_leads_to_no_other_host(path: str) -> None:
    location = ask(DOOR, scope(f"{path}?token={TOKEN}")).headers["location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
    assert "\r" not in location


def test_who_comes_without_it_reads_how_to_get_in() -> None:
    answer = ask(DOOR, scope())
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = answer.body.decode()
    assert "the whole address" in page
    assert TOKEN not in page
    assert "<script" not in page


def test_a_link_from_elsewhere_is_asked_once_more_as_from_our_own_page() -> None:
    pages = {
        origin: ask(DOOR, scope(sec_fetch_site=origin)).body.decode()
        for origin in ("cross-site", "same-origin", "same-site", "none")
    }
    assert [origin for origin, page in pages.items() if "refresh" in page] == ["cross-site"]


def test_a_head_request_gets_no_body() -> None:
    assert ask(DOOR, scope(method="HEAD")).body == b""


def test_the_token_is_kept_for_its_user_alone_and_is_the_same_next_time(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    token = load_token(folder)
    assert load_token(folder) == token
    assert load_token(tmp_path / "other") != token
    (file,) = folder.iterdir()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("kept", [b"", b"short", b"\xff" * 43, b"x" * 44])
def test_a_damaged_token_is_replaced(tmp_path: Path, kept: bytes) -> None:
    load_token(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(kept)
    token = load_token(tmp_path)
    assert len(token) == 43
    assert file.read_bytes() == token.encode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_a_token_that_others_could_read_is_replaced(tmp_path: Path) -> None:
    token = load_token(tmp_path)
    (file,) = tmp_path.iterdir()
    file.chmod(0o644)
    assert load_token(tmp_path) != token
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_where_nothing_can_be_kept_there_is_a_token_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(load_token(tmp_path / "file" / "folder")) == 43


def test_the_browser_is_started_without_the_token_in_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    address = f"http://127.0.0.1:8501/?token={TOKEN}"
    assert open_browser(address, tmp_path)
    (url,) = opened
    assert TOKEN not in url
    (file,) = tmp_path.iterdir()
    assert url == file.as_uri()
    assert f"url={address}" in file.read_text()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.slow
def test_the_server_lets_in_by_the_address_it_prints_and_after_a_restart(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        query = server.lines[-1].partition(server.url)[2].partition(" ")[0]
        assert server.ask("/", Cookie="").status == 403
        assert server.shake_hands(Cookie="", Origin=server.url) == 403
        assert server.shake_hands(Origin=server.url) == 101
        answer = server.ask(query, Cookie="")
        assert answer.status == 303
        cookie = str(answer.headers["set-cookie"]).partition(";")[0]
        assert server.ask(answer.headers["location"], Cookie=cookie).status == 200
    with running(tmp_path) as again:
        assert again.ask("/", Cookie=cookie).status == 200
        assert again.log.read_text() == ""


def test_without_the_cookie_every_path_of_the_server_is_closed(server: Running) -> None:
    for path in PATHS[:3] + PATHS[4:]:
        assert server.ask(path, Cookie="").status == 403, path
