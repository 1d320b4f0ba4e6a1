"""Registry of the document types."""

from typing import Any

from path_planner.domain.base import Document
from path_planner.storage.document_type import DocumentType
from path_planner.storage.event_type import EVENTS
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.vision_type import VISIONS

DOCUMENT_TYPES: tuple[DocumentType[Any, Any], ...] = (SESSIONS, VISIONS, EVENTS)


def document_type_of(document: Document) -> DocumentType[Any, Any]:
    """Return the type of a document."""
    return next(
        document_type
        for document_type in DOCUMENT_TYPES
        if isinstance(document, document_type.document)
    )
