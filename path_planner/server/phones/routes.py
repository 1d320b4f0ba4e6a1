"""The addresses that phones may ask for, and no others: code, form, thanks, taking back."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

from path_planner import i18n
from path_planner.domain.image import Picture
from path_planner.errors import (
    AlreadyAdmitted,
    DocumentNotFound,
    NotAPhoto,
    NothingCounted,
    NotOnTheList,
    PhotoTooLarge,
    PlannerError,
    SlipUnknown,
    SlipUsed,
    TrayFull,
)
from path_planner.i18n import _
from path_planner.server import asgi
from path_planner.server.asgi import Response, response
from path_planner.server.middleware import HostOriginMiddleware
from path_planner.server.phones import page
from path_planner.server.phones.form import FormUnreadable, SentForm, fresh_op, read_form
from path_planner.server.phones.limits import SECONDS_A_REQUEST
from path_planner.server.phones.room import PostQueue, Room
from path_planner.server.plain_page import HTML
from path_planner.server.security_headers import NO_DEVICES
from path_planner.services.arrivals.asking import PhoneQuestion
from path_planner.services.arrivals.interest import vote
from path_planner.services.arrivals.tray import MOST_LETTERS, Post, take_back
from path_planner.services.session.photos import picture_from

FORM = "/j/"
THANKS = "/t/"
BACK = "/b/"
_LARGEST_CODE = 200
_PICTURES_AT_ONCE = 2


def headers() -> tuple[tuple[bytes, bytes], ...]:
    """Return the security headers of the pages for phones."""
    named = {
        "Content-Security-Policy": page.content_policy(),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        # With no-referrer a browser sends the origin of a plain form as "null".
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": NO_DEVICES,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return tuple((name.lower().encode(), value.encode()) for name, value in named.items())


def phone_app(room: Callable[[], Room | None], address: str) -> HostOriginMiddleware:
    """Return the whole application at one address."""
    return HostOriginMiddleware(PhoneRoutes(room), [address], headers())


class PhoneRoutes:
    """ASGI application of the pages for phones; `room` returns what they are let into now."""

    def __init__(self, room: Callable[[], Room | None]) -> None:
        self._room = room
        self._queue: tuple[Room, PostQueue] | None = None
        self._pictures: asyncio.Semaphore | None = None

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await asgi.respond(scope, send, _plain(HTTPStatus.NOT_FOUND))
            return
        try:
            async with asyncio.timeout(SECONDS_A_REQUEST):
                answer = await self._answer(scope, receive)
        except TimeoutError:
            answer = _plain(HTTPStatus.REQUEST_TIMEOUT, connection="close")
        await asgi.respond(scope, send, answer)

    async def _answer(self, scope: asgi.Scope, receive: asgi.Receive) -> Response:
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return _plain(HTTPStatus.METHOD_NOT_ALLOWED, allow="GET, POST")
        room = self._room()
        is_open = room is not None and await asyncio.to_thread(room.is_open)
        i18n.set_language(_language(scope, room.question.language if room else i18n.ENGLISH))
        if room is None or not is_open:
            return response(HTTPStatus.NOT_FOUND, page.closed_page(), HTML)
        if scope["path"] == "/":
            return await self._code(room, scope, receive)
        return await self._invited(room, scope, receive)

    async def _invited(self, room: Room, scope: asgi.Scope, receive: asgi.Receive) -> Response:
        kind, token, op = _parts(str(scope["path"]))
        is_post = scope["method"] == "POST"
        if room.invitation.admits(token):
            if kind == FORM and not op:
                return await self._form(room, scope, receive) if is_post else _asked(room, scope)
            if kind == THANKS and op and not is_post:
                again, back = f"{FORM}{token}", f"{BACK}{token}/{op}"
                return _html(page.thanks_page(room.question, again, back))
            if kind == BACK and op and is_post:
                return await self._take_back(room, op)
        return response(HTTPStatus.NOT_FOUND, page.closed_page(), HTML)

    async def _code(self, room: Room, scope: asgi.Scope, receive: asgi.Receive) -> Response:
        if scope["method"] != "POST":
            return _html(page.code_page())
        typed = parse_qs((await _small_body(receive)).decode("ascii", "replace"))
        if room.invitation.admits_code(" ".join(typed.get("code", ()))):
            return _see_other(_form_path(room))
        error = _("That is not the code, or too many tried at once. Please try again.")
        return _html(page.code_page(error), HTTPStatus.FORBIDDEN)

    async def _form(self, room: Room, scope: asgi.Scope, receive: asgi.Receive) -> Response:
        try:
            sent = await read_form(scope, receive)
        except FormUnreadable:
            return _plain(HTTPStatus.BAD_REQUEST, connection="close")
        asked = room.questions[room.number_of(sent.filled.question)]
        if asked.options:
            return await self._vote(room, scope, sent, asked)
        status, sentence = self._refusal(room, scope, sent)
        if sentence:
            return _again(room, sent, status, sentence)
        try:
            picture = await self._picture(sent.picture)
        except (NotAPhoto, PhotoTooLarge) as error:
            return _again(room, sent, HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
        return await self._put(room, sent, picture)

    async def _vote(
        self, room: Room, scope: asgi.Scope, sent: SentForm, asked: PhoneQuestion
    ) -> Response:
        filled = sent.filled
        if not room.limits.allow(_phone(scope)):
            sentence = _("That was a lot at once. Please send it again in a few seconds.")
            return _again(room, sent, HTTPStatus.TOO_MANY_REQUESTS, sentence)
        facts = (room.store, room.document_id, filled.slip, filled.op, filled.choices)
        try:
            await asyncio.to_thread(vote, *facts)
        except (SlipUnknown, SlipUsed, NotOnTheList, NothingCounted) as error:
            return _again(room, sent, HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
        except DocumentNotFound:
            return response(HTTPStatus.NOT_FOUND, page.closed_page(), HTML)
        except (PlannerError, OSError):
            sentence = _("It could not be saved. Please send it again in a moment.")
            return _again(room, sent, HTTPStatus.SERVICE_UNAVAILABLE, sentence)
        return _html(page.counted_page(asked, _form_path(room)))

    def _refusal(self, room: Room, scope: asgi.Scope, sent: SentForm) -> tuple[HTTPStatus, str]:
        if sent.is_too_large:
            sentence = _("The picture or sound is too large. The limit is 8 MB.")
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence
        # Browsers count a line break as one sign, and send it as two.
        if len(sent.filled.words.replace("\r\n", "\n")) > MOST_LETTERS:
            sentence = _("Please use at most {count} letters.", count=MOST_LETTERS)
            return HTTPStatus.UNPROCESSABLE_ENTITY, sentence
        if not (sent.filled.words.strip() or sent.picture or sent.sound):
            sentence = _("Please write something, or choose a picture or a sound.")
            return HTTPStatus.UNPROCESSABLE_ENTITY, sentence
        if room.closes_tray:
            sentence = _("Nothing more is taken just now. Please wait a little.")
            return HTTPStatus.SERVICE_UNAVAILABLE, sentence
        if not room.limits.allow(_phone(scope)):
            sentence = _("That was a lot at once. Please send it again in a few seconds.")
            return HTTPStatus.TOO_MANY_REQUESTS, sentence
        return HTTPStatus.OK, ""

    async def _picture(self, data: bytes) -> Picture | None:
        if not data:
            return None
        # Decoded pictures are large: two at a time.
        self._pictures = self._pictures or asyncio.Semaphore(_PICTURES_AT_ONCE)
        async with self._pictures:
            return await asyncio.to_thread(picture_from, data)

    async def _put(self, room: Room, sent: SentForm, picture: Picture | None) -> Response:
        facts: dict[str, Any] = {
            "place": room.questions[room.number_of(sent.filled.question)].place,
            "text": sent.filled.words,
            "share": sent.filled.share,
            "role": sent.filled.role,
            "helped": sent.filled.helped,
            "sound_type": sent.sound_type if sent.sound else "",
            "at": room.invitation.now(),
        }
        if self._queue is None or self._queue[0] is not room:
            self._queue = (room, PostQueue(room.save))
        try:
            written = await self._queue[1].put(Post(sent.filled.op, facts, picture, sent.sound))
        except DocumentNotFound:
            return response(HTTPStatus.NOT_FOUND, page.closed_page(), HTML)
        except (PlannerError, OSError):
            sentence = _("It could not be saved. Please send it again in a moment.")
            return _again(room, sent, HTTPStatus.SERVICE_UNAVAILABLE, sentence)
        if not written:
            return _again(room, sent, HTTPStatus.SERVICE_UNAVAILABLE, str(TrayFull()))
        return _see_other(f"{THANKS}{room.invitation.token}/{sent.filled.op}")

    async def _take_back(self, room: Room, op: str) -> Response:
        again = _form_path(room)
        try:
            await asyncio.to_thread(take_back, room.store, room.document_id, op)
        except AlreadyAdmitted as error:
            return _html(page.withdrawn_page(again, str(error)), HTTPStatus.CONFLICT)
        return _html(page.withdrawn_page(again, _("It is taken back. Nothing of it is left.")))


def _asked(room: Room, scope: asgi.Scope) -> Response:
    room.phones.add(_phone(scope))
    filled = page.Filled(op=fresh_op())
    number = len(room.questions) - 1
    return _html(page.form_page(room.question, number, _form_path(room), filled))


def _parts(path: str) -> tuple[str, str, str]:
    """Return kind, token and operation of a path such as /t/token/operation."""
    kind, rest = path[:3], path[3:]
    token, _slash, op = rest.partition("/")
    return kind, token, op


def _form_path(room: Room) -> str:
    return f"{FORM}{room.invitation.token}"


def _phone(scope: asgi.Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def _again(room: Room, sent: SentForm, status: HTTPStatus, sentence: str) -> Response:
    number = room.number_of(sent.filled.question)
    asked = room.questions[number]
    body = page.form_page(asked, number, _form_path(room), sent.filled, sentence)
    return _html(body, status)


def _language(scope: asgi.Scope, otherwise: str) -> str:
    """Return the first language of the phone that there is, or else that of the day."""
    known = {code.partition("@")[0].lower().replace("_", "-"): code for code in i18n.languages()}
    wanted = ",".join(asgi.header_values(scope, b"accept-language"))[:_LARGEST_CODE]
    for part in wanted.split(","):
        tag = part.partition(";")[0].strip().lower()
        for code in (tag, tag.partition("-")[0]):
            if code in known:
                return known[code]
    return otherwise if otherwise in known.values() else i18n.ENGLISH


async def _small_body(receive: asgi.Receive) -> bytes:
    body, more = b"", True
    while more and len(body) <= _LARGEST_CODE:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body[:_LARGEST_CODE]


def _html(body: bytes, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return response(status, body, HTML)


def _see_other(location: str) -> Response:
    return response(HTTPStatus.SEE_OTHER, b"", HTML, location=location)


def _plain(status: HTTPStatus, **named: str) -> Response:
    return response(status, f"{status.phrase}\n".encode(), "text/plain; charset=utf-8", **named)
