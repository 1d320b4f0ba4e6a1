"""Other versions of a field that two people changed at once, kept until somebody chooses."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Annotated, Any

from pydantic import AwareDatetime, JsonValue, StringConstraints, TypeAdapter, ValidationError

from path_planner.domain.base import D, Document, Line, Record, RecordId, with_fields
from path_planner.domain.diff import Change, apply, record_of
from path_planner.domain.marks import Card, Label, Photo, Shape, Sketch, Stamp
from path_planner.domain.revoking import PERMISSIONS, is_narrower

COLLECTION = "other_versions"
"""The collection of every document that holds them."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
_JSON: TypeAdapter[Any] = TypeAdapter(Any)

_WORDS_OF_MARKS = frozenset({"text", "words"})
_MARKS = (Card, Label, Photo, Shape, Sketch, Stamp)
_NEVER_KEPT = frozenset({"clock", "pictures", "ballots", "placings", "printed", "withdrawals"})
"""Collections that nobody writes words into, or whose records are secret or are facts."""
_WORKED_OUT = frozenset(
    {"id", "order", "at", "stage", "approved", "checked", "alone", "reworded", "came_as"}
    | {"original", "agreed_to", "not_in", "session", "revision"}
)
"""Fields that follow from other changes, or from moving a record."""


class OtherVersion(Record):
    """The version of one field that does not stand, after two people changed it at once."""

    collection: Name
    record: RecordId
    """The changed record; of a collection that holds one record, the collection's name."""
    field: Name
    value: JsonValue = None
    """The other version, as JSON."""
    before: JsonValue = None
    """What both people started from, as JSON; None if that is unknown."""
    by: Line = ""
    """The window that wrote this version; empty if unknown."""
    current_by: Line = ""
    """The window that wrote the version that stands; empty if unknown."""
    at: AwareDatetime | None = None
    """When the second of them was saved."""


def needs_choice(collection: str, record: object, field: str) -> bool:
    """Whether both versions of this field are kept, so that somebody chooses."""
    if collection == "marks":
        return field in _WORDS_OF_MARKS and isinstance(record, _MARKS)
    return collection not in {COLLECTION, *_NEVER_KEPT} and field not in _WORKED_OUT


def as_json(value: object) -> Any:
    """Return a value of a field as JSON."""
    return _JSON.dump_python(value, mode="json")


def version_id(collection: str, record_id: str, field: str, value: object) -> str:
    """Return the id of a version: the same words of the same field are one version."""
    key = _JSON.dump_json([collection, record_id, field, as_json(value)])
    return blake2b(key, digest_size=10).hexdigest()


def versions_of(
    document: Document, collection: str, record_id: str, field: str | None = None
) -> list[OtherVersion]:
    """Return the other versions of a record, or of one field of it, the oldest first."""
    found = [
        version
        for version in other_versions(document).values()
        if (version.collection, version.record) == (collection, record_id)
        and field in (None, version.field)
    ]
    return sorted(found, key=lambda version: (str(version.at or ""), version.id))


def other_versions(document: Document) -> Mapping[str, OtherVersion]:
    """Return all other versions that a document keeps, by id."""
    kept: Mapping[str, OtherVersion] = getattr(document, COLLECTION)
    return kept


def current_value(document: Document, version: OtherVersion) -> Any:
    """Return the value that stands in the field of a version."""
    return getattr(record_of(document, version.collection, version.record), version.field, None)


def other_value(document: Document, version: OtherVersion) -> Any:
    """Return the other value in the type of its field; the JSON where it does not fit any more."""
    record = record_of(document, version.collection, version.record)
    if record is None:
        return version.value
    try:
        return getattr(with_fields(record, **{version.field: version.value}), version.field)
    except ValidationError:
        return version.value


def widens(field: str, before: object, after: object) -> bool:
    """Whether a change of this field allows more: what was taken back must not return by it."""
    return field in PERMISSIONS and is_narrower(after, before)


def is_choosable(document: Document, version: OtherVersion) -> bool:
    """Whether this version may replace the one that stands: a wider permission may not."""
    return not widens(
        version.field, current_value(document, version), other_value(document, version)
    )


def without_versions(document: D, collection: str, record_id: str, field: str) -> D:
    """Return the document after a choice: no other version of this field is left."""
    chosen = {version.id for version in versions_of(document, collection, record_id, field)}
    left = {key: kept for key, kept in other_versions(document).items() if key not in chosen}
    return document.model_copy(update={COLLECTION: left})


def with_choice(document: D, version: OtherVersion, value: object) -> D:
    """Return the document with the chosen value of a field, and without its other versions.

    A value that allows more than the one that stands changes nothing but that.
    """
    key = (version.collection, version.record)
    record = record_of(document, *key)
    left = without_versions(document, *key, version.field)
    if record is None:
        return left
    changed = with_fields(record, **{version.field: value})
    if widens(version.field, getattr(record, version.field), getattr(changed, version.field)):
        return left
    return apply(left, (Change(*key, changed),))
