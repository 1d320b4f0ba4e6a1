"""A phone, as the server sees it: forms over plain HTTP, from an address of its own."""

import re
import secrets
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from io import BytesIO
from typing import Any

from PIL import Image

from path_planner.server.phones.listener import PhoneListener
from path_planner.server.phones.room import Room
from path_planner.services.arrivals.tray import AnyStore, Arrival, read_tray

ID = "k7f3q2"


@dataclass
class Phone:
    """A phone, and where it finds the server: whatever has an `address`."""

    listener: Any
    at: str = ""

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Any:
        """Ask, and return the answer with its body."""
        host, port = self.listener.address.split(":")
        source = (self.at, 0) if self.at else None
        named = {"Host": self.listener.address, **headers}
        if method == "POST":
            named = {"Content-Length": str(len(body)), **named}
        # Both are closed, too, if the server dies in the middle.
        with closing(HTTPConnection(host, int(port), timeout=30, source_address=source)) as line:
            line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in named.items():
                line.putheader(name.replace("_", "-"), value)
            line.endheaders(body or None)
            with closing(line.getresponse()) as response:
                answer: Any = response
                answer.body = response.read().decode()
                return answer

    def send(self, path: str, fields: dict[str, Any], **headers: str) -> Any:
        """Send a form, as browsers do; a field of bytes is a file."""
        boundary = secrets.token_hex(8)
        body = multipart(boundary, fields)
        kind = f"multipart/form-data; boundary={boundary}"
        return self.ask("POST", path, body, Content_Type=kind, **headers)


def multipart(boundary: str, fields: dict[str, Any]) -> bytes:
    """Return the body of a form."""
    parts = []
    for name, value in fields.items():
        is_file = isinstance(value, bytes)
        extra = '; filename="x.jpg"\r\nContent-Type: audio/mp4' if is_file else ""
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n'
        parts.append(head.encode() + (value if is_file else str(value).encode()) + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode()


def op_of(answer: Any) -> str:
    """Return the id of the operation that a page was given."""
    found = re.search(r'name="op" value="([\w-]+)"', answer.body)
    assert found
    return found[1]


def photo(colour: str = "yellow", note: str = "a place") -> bytes:
    """Return a photo with something in its metadata."""
    body = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = note
    Image.new("RGB", (60, 40), colour).save(body, "JPEG", exif=exif)
    return body.getvalue()


@dataclass
class Invited:
    """A listener with a room that phones are let into."""

    listener: PhoneListener
    room: Room
    store: AnyStore
    at: list[float] = field(default_factory=lambda: [0.0])
    """The seconds of its clocks, which a test sets."""

    @property
    def path(self) -> str:
        """The path of the form."""
        return f"/j/{self.room.invitation.token}"

    def phone(self) -> Phone:
        """Return a phone."""
        return Phone(self.listener)

    def waiting(self) -> list[Arrival]:
        """Return what waits."""
        return read_tray(self.store, ID).waiting()
