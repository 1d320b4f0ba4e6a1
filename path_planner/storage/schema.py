"""The JSON Schema of a session's document, for those who write such files by other means."""

from typing import Any, Literal, get_args

from pydantic import AwareDatetime, Field, create_model

from path_planner.domain.change import COLLECTIONS, SINGLES
from path_planner.domain.record import DocumentId, Value
from path_planner.domain.session import Session
from path_planner.storage.document import FORMAT, VERSION


def schema() -> dict[str, Any]:
    """Return the schema of the newest version; fields that it does not name are kept."""
    fields: dict[str, Any] = {
        "format": (Literal[FORMAT], ...),
        "version": (Literal[VERSION], ...),
        "id": (DocumentId, ...),
        "revision": (int, Field(default=0, ge=0)),
        "title": (str, ""),
        "updated": (AwareDatetime, ...),
        "begun": (AwareDatetime, ...),
    }
    fields |= {name: (kind, kind()) for name, kind in SINGLES.items()}
    fields |= {name: (list[_record(name)], []) for name in COLLECTIONS}  # type: ignore[misc]  # known at run time
    document = create_model("PathPlannerSession", __base__=Value, **fields)
    described: dict[str, Any] = document.model_json_schema()
    described["description"] = Session.__doc__
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def _record(collection: str) -> Any:
    keyed_by_id = Session.model_fields[collection].annotation
    return get_args(keyed_by_id)[1]
