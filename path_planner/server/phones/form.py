"""Reading what a phone sends: a form with words and files, in memory only, up to a size."""

import re
import secrets
from collections.abc import AsyncGenerator, Iterable
from typing import NamedTuple, TypeVar

from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from path_planner.domain.people import Role
from path_planner.domain.voice import Share
from path_planner.server import asgi
from path_planner.server.phones.limits import LARGEST_POST
from path_planner.server.phones.page import Filled
from path_planner.services.arrivals.tray import ROLES_FROM_PHONES, SHARE_FROM_PHONES

MOST_DISCARDED = 4 * LARGEST_POST
"""What is read of a post that is too large, so that the browser comes to read the answer."""
_MOST_FIELDS = 220
"""Each topic that somebody chooses is a field."""
_OP_BYTES = 16
_OP = re.compile(r"[A-Za-z0-9_-]{16,64}")
_BOUNDARY = re.compile(
    r"multipart/form-data;\s*boundary=\"?([A-Za-z0-9'()+_,./:=?-]{1,70})\"?\Z", re.IGNORECASE
)
_SOUND_TYPE = re.compile(r"audio/[a-z0-9.+-]{1,40}")

Choice = TypeVar("Choice", Share, Role)


class FormUnreadable(Exception):
    """What came is no form of ours."""


class SentForm(NamedTuple):
    """What a phone sent."""

    filled: Filled
    picture: bytes
    sound: bytes
    sound_type: str
    is_too_large: bool
    """The files are not complete; the words are."""


class _InMemory(MultiPartParser):
    # What is refused shall not have been on a disk.
    spool_max_size = LARGEST_POST + 1


async def read_form(scope: asgi.Scope, receive: asgi.Receive) -> SentForm:
    """Read the form of a request; raise FormUnreadable."""
    headers = Headers(raw=list(scope["headers"]))
    boundary = _BOUNDARY.fullmatch(headers.get("content-type", ""))
    if boundary is None:
        raise FormUnreadable
    body = _Body(receive, boundary[1].encode())
    parser = _InMemory(headers, body.chunks(), max_files=2, max_fields=_MOST_FIELDS)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, UnicodeError, ValueError):
        raise FormUnreadable from None
    try:
        picture, sound = await _bytes(form.get("picture")), await _bytes(form.get("sound"))
    finally:
        await form.close()
    sent_as = getattr(form.get("sound"), "content_type", "") or ""
    return SentForm(
        filled=_filled(form, had_file=bool(picture or sound)),
        picture=picture,
        sound=sound,
        sound_type=sent_as if _SOUND_TYPE.fullmatch(sent_as) else "audio/mpeg",
        is_too_large=body.is_too_large,
    )


class _Body:
    """The body of a request; of one that is too large, the beginning as a form of its own."""

    def __init__(self, receive: asgi.Receive, boundary: bytes) -> None:
        self._receive = receive
        self._end = b"\r\n--" + boundary + b"--\r\n"
        self.is_too_large = False

    async def chunks(self) -> AsyncGenerator[bytes]:
        """Yield the body; read and discard what is too much."""
        size, more = 0, True
        while more and size <= MOST_DISCARDED:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise FormUnreadable
            chunk, more = message.get("body", b""), message.get("more_body", False)
            size += len(chunk)
            if size <= LARGEST_POST:
                yield chunk
            elif not self.is_too_large:
                self.is_too_large = True
                yield self._end


async def _bytes(field: UploadFile | str | None) -> bytes:
    return await field.read() if isinstance(field, UploadFile) else b""


def _filled(form: FormData, *, had_file: bool) -> Filled:
    op = _text(form, "op")
    return Filled(
        words=_text(form, "words"),
        share=_one_of(SHARE_FROM_PHONES, _text(form, "share"), Share.CIRCLE),
        role=_one_of(ROLES_FROM_PHONES, _text(form, "role"), Role.OTHER),
        helped=bool(_text(form, "helped")),
        op=op if _OP.fullmatch(op) else fresh_op(),
        question=_text(form, "question"),
        had_file=had_file,
        slip=_text(form, "slip"),
        choices=tuple(each for each in form.getlist("choice") if isinstance(each, str)),
    )


def fresh_op() -> str:
    """Return the id of a new operation, which only the phone that has the page knows."""
    return secrets.token_urlsafe(_OP_BYTES)


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _one_of(known: Iterable[Choice], value: str, otherwise: Choice) -> Choice:
    return next((one for one in known if one == value), otherwise)
