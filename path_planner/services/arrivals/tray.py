"""The tray: what arrived from phones, beside a document, until somebody has read it.

It is a sidecar: in no history, no export and no copy of the document. Pictures and sounds are
bytes beside the document, and are erased as soon as nothing in the tray names them.

A phone sends the id of its operation, which nobody else knows. The tray has only a digest of it: it
shows what was sent twice, and lets this phone alone take back what it sent.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Annotated, Any, NamedTuple

from pydantic import AwareDatetime, Field, StringConstraints, ValidationError

from path_planner.domain.base import Line, Record, RecordId, Value, Words
from path_planner.domain.event.contribution import Part
from path_planner.domain.image import Picture
from path_planner.domain.people import Role
from path_planner.domain.voice import Share
from path_planner.errors import AlreadyAdmitted, FileDamaged, TwoPictures, UnknownRecord
from path_planner.i18n import N_
from path_planner.services.arrivals.poll import Poll
from path_planner.storage import notices
from path_planner.storage.protocol import Sidecar, Store

MOST_LETTERS = 2_000
"""The length of what one phone may send at a time."""
MOST_WAITING = 2_000
MOST_REMEMBERED = 4_000
"""The arrivals that are remembered by their digests alone, once they no longer wait."""

SHARE_FROM_PHONES = {
    Share.CIRCLE: N_("Only the people here today"),
    Share.THEME: N_("Count it, but do not quote it"),
    Share.QUOTE: N_("Quote it, without my name"),
}
"""How far a phone may say that it is shared: nobody is named here, so never with a name."""
ROLES_FROM_PHONES = {
    Role.OTHER: N_("not saying"),
    Role.SELF_ADVOCATE: N_("planning for myself"),
    Role.FAMILY: N_("family"),
    Role.SUPPORTER: N_("a supporter"),
    Role.NEIGHBOUR: N_("a neighbour"),
    Role.PROFESSIONAL: N_("a professional"),
}
"""Who somebody may say that they are, as message ids."""

_OWNER = 20
_CONTENT = 12

Digest = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]
AnyStore = Store[Any, Any]


class Place(Value):
    """Where something belongs: a stage of a PATH, or a topic, a table and a round of an event."""

    stage: RecordId | None = None
    topic: RecordId | None = None
    table: RecordId | None = None
    round: RecordId | None = None
    part: Part = Part.TABLE
    """The part of an event."""


class Arrival(Record):
    """One thing that waits: words, a picture, a sound, and how they may be used."""

    place: Place = Place()
    text: Words = ""
    share: Share = Share.CIRCLE
    role: Role = Role.OTHER
    helped: bool = False
    """Somebody helped to write it."""
    picture: Digest = ""
    sound: Digest = ""
    sound_type: Line = ""
    at: AwareDatetime
    set_aside: bool = False
    admissions: int = Field(default=0, ge=0)
    """How often it was admitted and taken out again: each is an operation of its own."""
    joined_to: RecordId | None = None
    """The arrival that says the same, with which it goes."""


class Post(NamedTuple):
    """What a phone sends: an arrival with its picture and its sound as they are."""

    op: str
    facts: Mapping[str, Any]
    """Fields of Arrival."""
    picture: Picture | None = None
    sound: bytes = b""


class Tray(Value):
    """All that waits for one document, by id; and the ids of what no longer waits."""

    arrivals: Mapping[str, Arrival] = Field(default_factory=dict)
    read: tuple[RecordId, ...] = ()
    """Admitted or refused; a phone may send it again, as it did not hear of it."""
    withdrawn: tuple[RecordId, ...] = ()
    poll: Poll | None = None
    """What is counted by slips just now."""

    def waiting(self) -> list[Arrival]:
        """Return what waits to be read, the first to come first, without what was joined to it."""
        waiting = [one for one in self.arrivals.values() if one.joined_to not in self.arrivals]
        return sorted(waiting, key=lambda one: (one.set_aside, one.at, one.id))

    def group(self, arrival_id: str) -> list[Arrival]:
        """Return an arrival and all that are joined to it; raise UnknownRecord."""
        if arrival_id not in self.arrivals:
            raise UnknownRecord
        joined = [one for one in self.arrivals.values() if one.joined_to == arrival_id]
        return [self.arrivals[arrival_id], *sorted(joined, key=lambda one: (one.at, one.id))]

    def with_arrivals(self, changed: Iterable[Arrival]) -> "Tray":
        """Return the tray with these arrivals, new or in place of the old ones."""
        arrivals = {**self.arrivals, **{one.id: one for one in changed}}
        return self.model_copy(update={"arrivals": arrivals})

    def without(self, ids: Iterable[str]) -> "Tray":
        """Return the tray without these arrivals."""
        gone = set(ids)
        arrivals = {key: one for key, one in self.arrivals.items() if key not in gone}
        return self.model_copy(update={"arrivals": arrivals})

    def blobs(self) -> frozenset[str]:
        """Return the digests of the pictures and sounds of all that waits."""
        named = (each for one in self.arrivals.values() for each in (one.picture, one.sound))
        return frozenset(filter(None, named))


class Removed(NamedTuple):
    """What was taken out of the tray, for an undo that lives in memory only."""

    arrivals: tuple[Arrival, ...]
    blobs: tuple[bytes, ...]


def read_tray(store: AnyStore, document_id: str) -> Tray:
    """Return the tray of a document."""
    return _read(store.get_sidecar(document_id, Sidecar.TRAY))


def arrival_id(post: Post) -> str:
    """Return the id of an arrival: the same operation with the same content has the same id."""
    content = sha256(str(post.facts.get("text", "")).encode("utf-8", "replace"))
    content.update(b"\0" + (post.picture.id.encode() if post.picture else b"") + b"\0")
    content.update(post.sound)
    return f"{owner_of(post.op)}{content.hexdigest()[:_CONTENT]}"


def owner_of(op: str) -> str:
    """Return the beginning of the ids of all that was sent under this operation."""
    return sha256(op.encode("utf-8", "replace")).hexdigest()[:_OWNER]


def arrive(store: AnyStore, document_id: str, posts: Sequence[Post]) -> tuple[bool, ...]:
    """Add what phones sent in one write; say for each whether it waits or did so before.

    It is on the disk when this returns. It is idempotent by the operation of each post; what found
    no room in the tray is answered by False.
    """
    answers = list[bool]()

    def change(tray: Tray) -> Tray:
        answers.clear()
        for post in posts:
            tray, is_in = _with_post(store, document_id, tray, post)
            answers.append(is_in)
        return tray

    update_tray(store, document_id, change)
    return tuple(answers)


def _with_post(store: AnyStore, document_id: str, tray: Tray, post: Post) -> tuple[Tray, bool]:
    known = arrival_id(post)
    if known in tray.arrivals or known in tray.read or known in tray.withdrawn:
        return tray, True
    if len(tray.arrivals) >= MOST_WAITING:
        return tray, False
    picture = post.picture.model_dump_json().encode() if post.picture else b""
    blobs = {
        name: store.put_blob(document_id, content)
        for name, content in (("picture", picture), ("sound", post.sound))
        if content
    }
    return tray.with_arrivals([Arrival(id=known, **{**post.facts, **blobs})]), True


def take_back(store: AnyStore, document_id: str, op: str) -> None:
    """Erase what was sent under this operation, for the phone that sent it.

    Raises AlreadyAdmitted if it no longer waits.
    """
    owner = owner_of(op)

    def change(tray: Tray) -> Tray:
        own = [key for key in tray.arrivals if key.startswith(owner)]
        if not own and any(key.startswith(owner) for key in tray.read):
            raise AlreadyAdmitted
        withdrawn = (*tray.withdrawn, *own)[-MOST_REMEMBERED:]
        return tray.without(own).model_copy(update={"withdrawn": withdrawn})

    update_tray(store, document_id, change)
    erase_unnamed(store, document_id)


def refuse(store: AnyStore, document_id: str, arrival_id: str) -> Removed:
    """Erase an arrival and what is joined to it; return it, for an undo in memory only."""
    removed = list[Arrival]()
    blobs = list[bytes]()

    def change(tray: Tray) -> Tray:
        removed[:] = tray.group(arrival_id)
        blobs[:] = contents(store, document_id, removed)
        return read_by_now(tray, removed)

    update_tray(store, document_id, change)
    erase_unnamed(store, document_id)
    return Removed(tuple(removed), tuple(blobs))


def restore(store: AnyStore, document_id: str, removed: Removed) -> None:
    """Put back what was just taken out of the tray."""
    ids = {one.id for one in removed.arrivals}

    def change(tray: Tray) -> Tray:
        for content in removed.blobs:
            store.put_blob(document_id, content)
        read = tuple(one for one in tray.read if one not in ids)
        again = (
            one.model_copy(update={"admissions": one.admissions + 1}) for one in removed.arrivals
        )
        return tray.with_arrivals(again).model_copy(update={"read": read})

    update_tray(store, document_id, change)


def set_aside(store: AnyStore, document_id: str, arrival_id: str, *, aside: bool = True) -> None:
    """Put an arrival behind the others, to be read later; or back among them."""

    def change(tray: Tray) -> Tray:
        first, *joined = tray.group(arrival_id)
        return tray.with_arrivals(
            one.model_copy(update={"set_aside": aside}) for one in (first, *joined)
        )

    update_tray(store, document_id, change)


def join(store: AnyStore, document_id: str, arrival_id: str, other_id: str) -> None:
    """Join the second arrival, and what is joined to it, to the first; nothing is written anew.

    Raises TwoPictures if both have one.
    """

    def change(tray: Tray) -> Tray:
        first, second = tray.group(arrival_id), tray.group(other_id)
        if arrival_id == other_id or first[0].joined_to:
            raise UnknownRecord
        if sum(bool(one.picture) for one in (*first, *second)) > 1:
            raise TwoPictures
        facts = {"joined_to": arrival_id, "set_aside": first[0].set_aside}
        return tray.with_arrivals(one.model_copy(update=facts) for one in second)

    update_tray(store, document_id, change)


def separate(store: AnyStore, document_id: str, arrival_id: str) -> None:
    """Separate an arrival again from what was joined to it."""

    def change(tray: Tray) -> Tray:
        return tray.with_arrivals(
            one.model_copy(update={"joined_to": None}) for one in tray.group(arrival_id)
        )

    update_tray(store, document_id, change)


def picture_of(store: AnyStore, document_id: str, arrival: Arrival) -> Picture | None:
    """Return the picture of an arrival."""
    content = store.get_blob(document_id, arrival.picture) if arrival.picture else None
    return Picture.model_validate_json(content) if content else None


def contents(store: AnyStore, document_id: str, arrivals: Iterable[Arrival]) -> list[bytes]:
    """Return the bytes of the pictures and sounds of some arrivals."""
    digests = [each for one in arrivals for each in (one.picture, one.sound) if each]
    found = (store.get_blob(document_id, digest) for digest in digests)
    return [content for content in found if content is not None]


def update_tray(store: AnyStore, document_id: str, change: Callable[[Tray], Tray]) -> None:
    """Replace the tray by `change` of it, under the lock of the document."""
    store.update_sidecar(document_id, lambda data: _written(change(_read(data))), Sidecar.TRAY)


def read_by_now(tray: Tray, arrivals: Iterable[Arrival]) -> Tray:
    """Return the tray without these arrivals, which somebody has read."""
    ids = tuple(one.id for one in arrivals)
    return tray.without(ids).model_copy(update={"read": (*tray.read, *ids)[-MOST_REMEMBERED:]})


def erase_unnamed(store: AnyStore, document_id: str) -> None:
    """Erase all bytes beside a document that nothing in its tray names."""

    def change(data: bytes | None) -> bytes | None:
        for digest in store.blobs(document_id) - _read(data).blobs():
            store.delete_blob(document_id, digest)
        return data

    # Under the lock, so that nothing that arrives meanwhile loses its picture.
    store.update_sidecar(document_id, change, Sidecar.TRAY)


def _read(data: bytes | None) -> Tray:
    try:
        return Tray.model_validate_json(data) if data else Tray()
    except ValidationError:
        raise FileDamaged(why=notices.CUT_OR_GARBLED) from None


def _written(tray: Tray) -> bytes | None:
    return None if tray == Tray() else tray.model_dump_json().encode()
