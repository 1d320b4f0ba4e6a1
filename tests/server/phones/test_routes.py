"""What phones may ask for, what they are answered, and that nothing else is there."""

import gzip
import re
import socket
import zipfile
from base64 import b64encode
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from path_planner import i18n
from path_planner.domain.base import with_fields
from path_planner.domain.event.open_space import Topic
from path_planner.domain.people import Role
from path_planner.domain.voice import Share
from path_planner.errors import AddressNotOurs, NotSaved
from path_planner.server.phones import limits
from path_planner.server.phones.listener import PhoneListener
from path_planner.services.arrivals import tray as tray_module
from path_planner.services.arrivals.admitting import admit
from path_planner.services.arrivals.asking import (
    interest_question,
    stage_question,
    table_question,
)
from path_planner.services.arrivals.interest import open_count
from path_planner.services.arrivals.tray import read_tray, refuse
from path_planner.services.backup import save_backup
from path_planner.services.context import EditContext
from path_planner.storage.store_registry import open_stores
from tests.domain.builders import NOON
from tests.server.phones.phone import ID, Invited, multipart, op_of, photo
from tests.storage.cases import an_event

CANARY = "kanarienvogel"


def test_the_form_asks_one_question_in_few_bytes(invited: Invited) -> None:
    answer = invited.phone().ask("GET", invited.path)
    assert answer.status == 200
    assert len(gzip.compress(answer.body.encode())) < 4_500
    assert invited.room.question.question.replace("'", "&#x27;") in answer.body
    plain = re.sub("<script>.*?</script>", "", answer.body)
    for nothing in ("<script", "http:", "https:", "src=", "<link", "sunflowers", "Asha"):
        assert nothing not in plain
    assert "private" not in answer.body
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src")


def test_the_one_script_of_the_page_is_allowed_by_its_hash(invited: Invited) -> None:
    answer = invited.phone().ask("GET", invited.path)
    (script,) = re.findall("<script>(.*?)</script>", answer.body, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert f"script-src 'sha256-{digest}'; " in policy
    assert "unsafe" not in policy
    # Nothing that browsers have only at secure addresses.
    for nothing in ("randomUUID", "serviceWorker", "mediaDevices", "wakeLock", "crypto", "eval("):
        assert nothing not in script


def test_what_is_sent_waits_and_is_thanked_for(invited: Invited) -> None:
    phone = invited.phone()
    op = op_of(phone.ask("GET", invited.path))
    sent = {"op": op, "words": "میرا باغ", "share": "quote", "role": "family", "helped": "1",
            "picture": photo(), "sound": b"ID3 sound"}  # fmt: skip
    answer = phone.send(invited.path, sent, Origin=f"http://{invited.listener.address}")
    assert (answer.status, answer.headers["location"][:3]) == (303, "/t/")
    thanks = phone.ask("GET", answer.headers["location"])
    assert "It waits to be read" in thanks.body
    assert "میرا باغ" not in thanks.body
    (waiting,) = invited.waiting()
    assert (waiting.text, waiting.share, waiting.role) == ("میرا باغ", Share.QUOTE, Role.FAMILY)
    assert (waiting.helped, waiting.place.stage, waiting.at) == (True, "dream", NOON)
    assert waiting.sound_type == "audio/mp4"
    assert invited.store.get_blob(ID, waiting.sound) == b"ID3 sound"
    assert invited.store.revision(ID) == 0
    assert len(invited.room.phones) == 1


@pytest.mark.parametrize("share", ["private", "named", "all", ""])
def test_no_other_share_level_comes_in(invited: Invited, share: str) -> None:
    invited.phone().send(invited.path, {"words": "A garden", "share": share, "role": "mayor"})
    (waiting,) = invited.waiting()
    assert (waiting.share, waiting.role) == (Share.CIRCLE, Role.OTHER)


def test_sent_three_times_it_waits_once_and_is_taken_back_by_its_own_link(
    invited: Invited,
) -> None:
    phone = invited.phone()
    op = op_of(phone.ask("GET", invited.path))
    for _ in range(3):
        answer = phone.send(invited.path, {"op": op, "words": "A garden", "picture": photo()})
        assert answer.status == 303
    assert len(invited.waiting()) == 1
    token = invited.room.invitation.token
    assert phone.ask("GET", f"/b/{token}/{op}").status == 404
    assert phone.ask("POST", f"/b/{token}/{'x' * 22}").status == 200
    assert len(invited.waiting()) == 1
    answer = phone.ask("POST", f"/b/{token}/{op}")
    assert "It is taken back" in answer.body
    assert invited.waiting() == []
    assert invited.store.blobs(ID) == frozenset()


def test_what_was_read_is_said_to_be_so(invited: Invited) -> None:
    phone = invited.phone()
    op = op_of(phone.ask("GET", invited.path))
    phone.send(invited.path, {"op": op, "words": "A garden"})
    context = EditContext(invited.store, invited.store.open(ID).document)
    admit(context, invited.waiting()[0].id)
    answer = phone.ask("POST", f"/b/{invited.room.invitation.token}/{op}")
    assert (answer.status, "It has been read" in answer.body) == (409, True)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"words": "  "}, 422),
        ({"words": "<b>x" * 501}, 422),
        ({"words": "<b>&", "picture": b"GIF89a no picture"}, 422),
        ({"words": "<b>&", "sound": b"\0" * (limits.LARGEST_POST + 1)}, 413),
    ],
)
def test_after_an_error_the_own_words_are_still_there(
    invited: Invited, fields: dict[str, Any], status: int
) -> None:
    answer = invited.phone().send(invited.path, {**fields, "share": "quote", "helped": "1"})
    assert answer.status == status
    assert f"\n{escape(fields['words'])}</textarea>" in answer.body
    assert '<p class="e" role="alert">' in answer.body
    # Of a form that is too large only the beginning is read: what may be shared is the least then.
    whole = status != 413
    assert ('value="quote" checked' in answer.body) == whole
    assert ('name="helped" value="1" checked' in answer.body) == whole
    assert invited.waiting() == []
    assert ("choose your picture or sound again" in answer.body) == (len(fields) > 1)


def test_with_a_slip_somebody_chooses_topics_once(invited: Invited, tmp_path: Path) -> None:
    events = open_stores(str(tmp_path / "plans")).events
    topics = {each: Topic(id=each, title=f"<b>{each}") for each in ("bees", "bus")}
    event = events.create(an_event(id="e7f3q2").model_copy(update={"topics": topics, "voices": {}}))
    slips = open_count(EditContext(events, event), 2)
    room = invited.listener.let_in(events, event.id, interest_question(event))
    path, phone = f"/j/{room.invitation.token}", invited.phone()
    page = phone.ask("GET", path)
    assert "&lt;b&gt;bees" in page.body
    assert "<script" not in page.body
    sent = {"op": op_of(page), "slip": slips[0], "choice": "bees"}
    for _ in range(2):
        assert "It is counted" in phone.send(path, sent).body
    again = phone.send(path, {"slip": slips[0], "choice": "bus"})
    assert (again.status, "has been used" in again.body) == (422, True)
    assert 'value="bus" checked' in again.body
    assert phone.send(path, {"slip": "", "choice": "bus"}).status == 422
    poll = read_tray(events, event.id).poll
    assert poll is not None
    assert (poll.counts, poll.people) == ({"bees": 1}, 1)
    assert read_tray(events, event.id).arrivals == {}


def test_what_was_refused_or_taken_back_is_in_no_file_log_history_or_download(
    invited: Invited, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    caplog.set_level("INFO")
    phone, token = invited.phone(), invited.room.invitation.token
    fields = {"words": CANARY, "picture": photo(note=CANARY), "sound": CANARY.encode()}
    op = op_of(phone.ask("GET", invited.path))
    assert phone.send(invited.path, {**fields, "op": op}).status == 303
    # An answer with an error holds the words, and is on no disk either.
    assert phone.send(invited.path, {"words": CANARY, "picture": b"no picture"}).status == 422
    assert phone.ask("POST", f"/b/{token}/{op}").status == 200
    assert phone.send(invited.path, fields).status == 303
    refuse(invited.store, ID, invited.waiting()[0].id)
    phone.send(invited.path, {"words": "A garden"})
    context = EditContext(invited.store, invited.store.open(ID).document)
    admit(context, invited.waiting()[0].id)
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    saved = save_backup(open_stores(str(tmp_path / "plans"))).content
    with zipfile.ZipFile(BytesIO(saved)) as backup:
        downloads = [backup.read(name) for name in backup.namelist()]
    assert any(b"A garden" in each for each in downloads)
    output = capfd.readouterr()
    said = (caplog.text + output.out + output.err).encode()
    assert not [each for each in (*files, *downloads, said) if CANARY.encode() in each]


def test_a_line_break_counts_as_one_sign(invited: Invited) -> None:
    words = "\r\n".join("a" * 1000)
    assert len(words) > tray_module.MOST_LETTERS
    assert invited.phone().send(invited.path, {"words": words}).status == 303


def test_a_megabyte_of_picture_comes_in_and_eight_do_not(invited: Invited) -> None:
    sound = b"\1" * (3 * limits.MEGABYTE)
    assert invited.phone().send(invited.path, {"words": "x", "sound": sound}).status == 303
    assert invited.phone().send(invited.path, {"words": "x", "sound": sound * 3}).status == 413
    assert len(invited.waiting()) == 1


def test_a_flood_is_slowed_and_its_words_stay(invited: Invited) -> None:
    answers = [invited.phone().send(invited.path, {"words": f"no {one}"}) for one in range(11)]
    assert [answer.status for answer in answers] == [303] * 10 + [429]
    assert "no 10" in answers[-1].body
    invited.at[0] = 2
    assert invited.phone().send(invited.path, {"words": "no 10"}).status == 303


def test_a_full_tray_and_one_that_rests_say_so(
    invited: Invited, monkeypatch: pytest.MonkeyPatch
) -> None:
    invited.room.closes_tray = True
    assert invited.phone().send(invited.path, {"words": "one"}).status == 503
    invited.room.closes_tray = False
    monkeypatch.setattr(tray_module, "MOST_WAITING", 1)
    assert invited.phone().send(invited.path, {"words": "one"}).status == 303
    answer = invited.phone().send(invited.path, {"words": "two"})
    assert (answer.status, "two</textarea>" in answer.body) == (503, True)


def test_what_could_not_be_saved_is_not_thanked_for(
    invited: Invited, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise NotSaved(why="")

    monkeypatch.setattr(invited.room.store, "update_sidecar", fails)
    answer = invited.phone().send(invited.path, {"words": "one"})
    assert (answer.status, "one</textarea>" in answer.body) == (503, True)


def test_an_answer_goes_to_the_question_that_it_was_written_for(invited: Invited) -> None:
    phone = invited.phone()
    before = phone.ask("GET", invited.path)
    invited.room.ask(stage_question(invited.store.open(ID).document, "now"))
    assert phone.ask("GET", invited.path).body.count('name="question" value="1"') == 1
    assert 'name="question" value="0"' in before.body
    for number, stage in (("0", "dream"), ("1", "now"), ("9", "now"), ("x", "now"), ("", "now")):
        phone.send(invited.path, {"words": f"for {number}", "question": number})
        found = next(one for one in invited.waiting() if one.text == f"for {number}".strip())
        assert found.place.stage == stage


def test_the_short_code_leads_to_the_form_ten_times_a_minute(invited: Invited) -> None:
    phone = invited.phone()
    assert "Which code do you see?" in phone.ask("GET", "/").body
    typed = f"code={invited.room.invitation.code.lower()[:3]}+{invited.room.invitation.code[3:]}"
    answer = phone.ask("POST", "/", typed.encode())
    assert (answer.status, answer.headers["location"]) == (303, invited.path)
    for _ in range(9):
        assert phone.ask("POST", "/", b"code=222222").status == 403
    assert phone.ask("POST", "/", typed.encode()).status == 403


FORBIDDEN = (
    "/_stcore/health", "/_stcore/stream", "/_stcore/host-config", "/media/x", "/static/index.html",
    "/download/x", "/?token=x", "/app", "/j/", "/j/x", "/J/{token}", "/j/{token}/x/y/..",
    "/j/%2e%2e/", "/%2e%2e/%2e%2e/etc/passwd", "/j/{token}%00", "//j/{token}", "/t/{token}",
    "/b/{token}/", "/tray", "/t/x/y", "/.git/config",
)  # fmt: skip


@pytest.mark.parametrize("path", FORBIDDEN)
def test_nothing_else_is_there(invited: Invited, path: str) -> None:
    path = path.format(token=invited.room.invitation.token)
    if path == "/?token=x":
        assert "Which code" in invited.phone().ask("GET", path).body
        return
    answer = invited.phone().ask("GET", path)
    assert (answer.status, "<form" in answer.body) == (404, False)


@pytest.mark.parametrize("host", ["evil.example", "localhost:1", "127.0.0.2", "10.0.0.1:80", ""])
def test_a_foreign_host_is_refused(invited: Invited, host: str) -> None:
    answer = invited.phone().ask("GET", invited.path, Host=host)
    assert (answer.status, "<form" in answer.body) == (421, False)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", ""])
def test_a_foreign_origin_is_refused(invited: Invited, origin: str) -> None:
    answer = invited.phone().send(invited.path, {"words": "x"}, Origin=origin)
    assert answer.status == 403
    assert invited.waiting() == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_no_other_method_is_answered(invited: Invited, method: str) -> None:
    assert invited.phone().ask(method, invited.path).status == 405


def raw(invited: Invited, request: bytes) -> bytes:
    """Send bytes as they are, and return the first line of the answer."""
    host, port = invited.listener.address.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(request)
        return connection.recv(4096).partition(b"\r\n")[0]


def test_requests_that_no_browser_makes_are_refused(invited: Invited) -> None:
    path, host = invited.path.encode(), invited.listener.address.encode()
    assert b" 421" in raw(invited, b"GET " + path + b" HTTP/1.0\r\n\r\n")
    twice = b"GET " + path + b" HTTP/1.1\r\nHost: " + host + b"\r\nHost: evil.example\r\n\r\n"
    assert raw(invited, twice).split()[1] in {b"400", b"421"}
    long = b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nX: " + b"a" * 70_000
    assert b" 400" in raw(invited, long)
    socket_asked = (
        b"GET /_stcore/stream HTTP/1.1\r\nHost: " + host + b"\r\nConnection: Upgrade\r\n"
        b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        b"dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://" + host + b"\r\n\r\n"
    )
    assert b" 404" in raw(invited, socket_asked)


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "",
     "multipart/form-data; boundary=" + "a" * 90],
)  # fmt: skip
def test_what_is_no_form_is_refused(invited: Invited, kind: str) -> None:
    answer = invited.phone().ask("POST", invited.path, b"words=x", Content_Type=kind)
    assert answer.status == 400


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--x",
        b"--x\r\n\r\nx",
        b"\0" * 9,
        multipart("x", dict.fromkeys("abcdefghijklmn", "")),
    ],
)
def test_broken_forms_fail_quietly(invited: Invited, body: bytes) -> None:
    kind = "multipart/form-data; boundary=x"
    answer = invited.phone().ask("POST", invited.path, body, Content_Type=kind)
    assert answer.status in {400, 422}
    assert invited.waiting() == []


def test_it_closes_with_the_hours_the_day_and_the_press(invited: Invited, tmp_path: Path) -> None:
    phone = invited.phone()
    invited.at[0] = 8 * 3600
    assert phone.ask("GET", invited.path).status == 404
    invited.at[0] = 0
    events = open_stores(str(tmp_path / "plans")).events
    event = events.create(an_event(id="e7f3q2"))
    room = invited.listener.let_in(events, event.id, table_question(event, "t1"))
    assert phone.ask("GET", invited.path).status == 404
    path = f"/j/{room.invitation.token}"
    assert phone.ask("GET", path).status == 200
    closed = event.model_copy(update={"about": with_fields(event.about, closed_at=NOON)})
    EditContext(events, event).keep(closed)
    assert phone.ask("GET", path).status == 404
    assert phone.send(path, {"words": "late"}).status == 404
    assert read_tray(events, event.id).arrivals == {}
    again = invited.listener.let_in(invited.store, ID, invited.room.question)
    assert phone.ask("GET", f"/j/{again.invitation.token}").status == 200
    invited.listener.stop()
    assert phone.ask("GET", f"/j/{again.invitation.token}").status == 404
    assert phone.ask("GET", "/").status == 404


def test_once_it_is_closed_nothing_listens(invited: Invited) -> None:
    host, port = invited.listener.address.split(":")
    invited.listener.close()
    assert (invited.listener.address, invited.listener.link) == ("", "")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)), timeout=5)


def test_a_deleted_plan_is_closed(invited: Invited) -> None:
    invited.store.erase(ID)
    assert invited.phone().ask("GET", invited.path).status == 404


def test_an_address_of_another_computer_is_refused() -> None:
    with pytest.raises(AddressNotOurs):
        PhoneListener().listen("192.168.255.254", 0)


def test_the_page_is_in_the_language_of_the_phone(
    invited: Invited, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "languages", lambda: ("en", "de", "ur"))
    for wanted, tag, direction in (
        ("ur-PK,en;q=0.8", "ur", "rtl"),
        ("fr, de-AT;q=0.5", "de", "ltr"),
        ("xx", "en", "ltr"),
        ("", "en", "ltr"),
        ("../../etc", "en", "ltr"),
    ):
        answer = invited.phone().ask("GET", invited.path, Accept_Language=wanted)
        assert f'<html lang="{tag}" dir="{direction}">' in answer.body


def test_each_sentence_of_the_pages_is_translated(
    invited: Invited, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "languages", lambda: ("en", i18n.PSEUDO))
    answer = invited.phone().ask("GET", invited.path, Accept_Language=i18n.PSEUDO)
    assert answer.body.count("⟦") == answer.body.count("⟧") > 20


def test_words_of_people_are_escaped(invited: Invited) -> None:
    asked = with_hostile_words(invited)
    invited.room.ask(asked)
    body = invited.phone().ask("GET", invited.path).body
    assert body.count("<script") == 1
    assert "&lt;script>alert(1)" in body.replace("&gt;", ">")


def with_hostile_words(invited: Invited) -> Any:
    """Return the question of a PATH whose title is a script."""
    session = invited.store.open(ID).document
    about = with_fields(session.about, title="<script>alert(1)</script>")
    return stage_question(session.model_copy(update={"about": about}), "dream")
