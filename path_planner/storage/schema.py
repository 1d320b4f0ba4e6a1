"""The JSON Schema of a document, for those who write such files by other means."""

from typing import Any, Literal, get_args

from pydantic import AwareDatetime, Field, create_model

from path_planner.domain.record import DocumentId, Value
from path_planner.storage.sort import Sort


def schema(sort: Sort[Any, Any]) -> dict[str, Any]:
    """Return the schema of the newest version; fields that it does not name are kept."""
    fields: dict[str, Any] = {
        "format": (Literal[sort.format], ...),
        "version": (Literal[sort.version], ...),
        "id": (DocumentId, ...),
        "revision": (int, Field(default=0, ge=0)),
        "title": (str, ""),
        "updated": (AwareDatetime, ...),
        "begun": (AwareDatetime, ...),
    }
    fields |= {name: (kind, kind()) for name, kind in sort.singles.items()}
    fields |= {name: (list[_record(sort, name)], []) for name in sort.collections}  # type: ignore[misc]  # known at run time
    document = create_model(f"PathPlanner{sort.name.title()}", __base__=Value, **fields)
    described: dict[str, Any] = document.model_json_schema()
    described["description"] = sort.document.__doc__
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def _record(sort: Sort[Any, Any], collection: str) -> Any:
    keyed_by_id = sort.document.model_fields[collection].annotation
    return get_args(keyed_by_id)[1]
