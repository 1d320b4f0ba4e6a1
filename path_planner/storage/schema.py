"""The JSON Schema (draft 2020-12) of a document type, for other programs that write such files."""

from typing import Any, Literal, get_args

from pydantic import AwareDatetime, Field, create_model

from path_planner.domain.base import DocumentId, Value
from path_planner.storage.document_type import DocumentType


def schema(document_type: DocumentType[Any, Any]) -> dict[str, Any]:
    """Return the schema of the newest version; additional fields are allowed."""
    fields: dict[str, Any] = {
        "format": (Literal[document_type.format], ...),
        "version": (Literal[document_type.version], ...),
        "id": (DocumentId, ...),
        "revision": (int, Field(default=0, ge=0)),
        "title": (str, ""),
        "updated": (AwareDatetime, ...),
        "begun": (AwareDatetime, ...),
    }
    fields |= {name: (kind, kind()) for name, kind in document_type.singles.items()}
    fields |= {name: (list[_record(document_type, name)], []) for name in document_type.collections}  # type: ignore[misc]  # known at run time
    document = create_model(f"PathPlanner{document_type.name.title()}", __base__=Value, **fields)
    described: dict[str, Any] = document.model_json_schema()
    described["description"] = document_type.document.__doc__
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def _record(document_type: DocumentType[Any, Any], collection: str) -> Any:
    keyed_by_id = document_type.document.model_fields[collection].annotation
    return get_args(keyed_by_id)[1]
