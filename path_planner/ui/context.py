"""The edit context of a page: opens the session or vision in the address, and saves changes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from path_planner import i18n
from path_planner.domain.base import Document
from path_planner.domain.diff import record_of
from path_planner.domain.other_versions import versions_of
from path_planner.errors import DocumentNotFound, PlannerError, UnknownRecord
from path_planner.i18n import _
from path_planner.services.context import (
    EditContext,
    EventContext,
    SaveResult,
    SessionContext,
    VisionContext,
    based_on,
)
from path_planner.storage.notices import AWAY
from path_planner.storage.protocol import Conflict, OpenResult, Store
from path_planner.storage.type_registry import document_type_of
from path_planner.ui import state
from path_planner.ui.state import ShownMessage, UiState
from path_planner.ui.stores import all_stores, event_store, session_store, vision_store

_ID = re.compile(r"[a-z0-9]{6,32}")


def open_session() -> SessionContext:
    """Open the session in the address and switch to its language; fragments call it too."""
    opened = session_store().open(_checked(state.session_id()))
    _remember_notices(opened)
    use_language(opened.document.about.language)
    return SessionContext(session_store(), opened.document, by=state.ui_state().window)


def open_vision_context() -> VisionContext:
    """Open the vision in the address and switch to its language; fragments call it too."""
    opened = vision_store().open(_checked(state.vision_id()))
    _remember_notices(opened)
    use_language(opened.document.about.language)
    return VisionContext(vision_store(), opened.document, by=state.ui_state().window)


def open_event_context() -> EventContext:
    """Open the event in the address and switch to its language; fragments call it too."""
    opened = event_store().open(_checked(state.event_id()))
    _remember_notices(opened)
    use_language(opened.document.about.language)
    return EventContext(event_store(), opened.document, by=state.ui_state().window)


def _checked(document_id: str) -> str:
    if not _ID.fullmatch(document_id):
        raise DocumentNotFound(session_id=document_id[:32])
    return document_id


def _remember_notices(opened: OpenResult[Any]) -> None:
    remembered = state.ui_state()
    for notice in opened.notices:
        sentence = str(notice)
        if sentence not in remembered.seen:
            remembered.seen.add(sentence)
            message = ShownMessage(sentence, offers_copy=notice == AWAY)
            remembered.notices_and_conflicts.append(message)


def checkpoint_left_document(page: str) -> None:
    """If this run shows another page or document, let the file of the one before be written."""
    remembered = state.ui_state()
    left, remembered.place = remembered.place, (page, state.subject())
    if left == remembered.place:
        return
    stores: Iterable[Store[Any, Any]] = all_stores()
    for document_id, store in zip(left[1], stores, strict=True):
        if document_id:
            store.checkpoint_soon(document_id)


def use_language(preferred: str = "") -> None:
    """Set the language: that of the address, else that of the document, else English."""
    requested = state.query_param(state.LANGUAGE)
    languages = (*i18n.languages(), i18n.PSEUDO)
    i18n.set_language(
        next((code for code in (requested, preferred) if code in languages), i18n.ENGLISH)
    )


def on_click_run(use_case: Callable[..., SaveResult[Any]], *args: Any, **fields: Any) -> None:
    """Run a use case as a callback: `on_click=on_click_run, args=(reorder, "voices", id, -1)`."""
    run_use_case(use_case, *args, **fields)


def run_use_case(
    use_case: Callable[..., SaveResult[Any]], *args: Any, op_id: str | None = None, **fields: Any
) -> SaveResult[Any] | None:
    """Call a use case on the page's document; None (and an error message to show) if it failed.

    With an `op_id` it may be called again: the change is saved once.
    """

    def save() -> SaveResult[Any]:
        context: Any = open_context()
        return use_case(replace(context, op_id=op_id) if op_id else context, *args, **fields)

    return _run(save)


def run_from_shown(
    revision: int | None, use_case: Callable[..., SaveResult[Any]], value: Any
) -> SaveResult[Any] | None:
    """Save the value of a field that showed the document at a revision.

    What others wrote since is merged. If it is the same field, both versions are kept.
    """

    def save() -> SaveResult[Any]:
        newest: EditContext[Any] = open_context()
        context = based_on(newest, revision)
        try:
            saved = use_case(context, value)
        except UnknownRecord:
            # A part of the page was shown anew with a record that is younger than the page.
            context = newest
            saved = use_case(context, value)
        if context.newest is not None and (words := _not_taken(context.document, saved)):
            sentence = _(
                "Someone else reworded this at the same moment, so that nobody can be "
                "recognised. Their words stand. You wrote: {words}",
                words=words,
            )
            state.ui_state().notices_and_conflicts.append(ShownMessage(sentence))
        return saved

    return _run(save)


def _not_taken(shown: Document, saved: SaveResult[Any]) -> str:
    """Return what was typed into protected words that somebody else had reworded meanwhile."""
    rules = document_type_of(saved.document).redaction_rules
    for change in saved.changes:
        rule = rules.get(change.collection)
        before, now = (
            record_of(state, change.collection, change.id) for state in (shown, saved.document)
        )
        for name in rule.fields if rule and change.record and now else ():
            typed = getattr(change.record, name)
            if isinstance(typed, str) and typed not in (getattr(before, name), getattr(now, name)):
                return typed
    return ""


def _run(save: Callable[[], SaveResult[Any]]) -> SaveResult[Any] | None:
    remembered = state.ui_state()
    remembered.error_message = ""
    try:
        saved = save()
    except PlannerError as error:
        remembered.error_message = str(error)
        return None
    except ValidationError:
        remembered.error_message = _("This does not fit here, so it was not saved. Is it too long?")
        return None
    # Nothing here touches Streamlit's state: a run that is cut off now would save it again.
    _remember_conflicts(remembered, saved)
    return saved


def open_context() -> EditContext[Any]:
    """Open the document in the address, whichever it is."""
    if state.vision_id():
        return open_vision_context()
    return open_event_context() if state.event_id() else open_session()


def _remember_conflicts(remembered: UiState, saved: SaveResult[Any]) -> None:
    for conflict in saved.conflicts:
        if any(_is_shown(saved.document, conflict, field) for field in conflict.fields):
            # The page shows both versions, to everybody.
            continue
        described = _described(conflict)
        if described not in remembered.notices_and_conflicts:
            remembered.notices_and_conflicts.append(described)


def _is_shown(document: Document, conflict: Conflict, field: str) -> bool:
    return bool(versions_of(document, conflict.collection, conflict.id, field))


def _described(conflict: Conflict) -> ShownMessage:
    if conflict.ours is None and conflict.theirs is None:
        return ShownMessage(_("Someone withdrew this at the same moment. It stays out."))
    sentence = _(
        "Someone else changed this at the same moment. Your "
        "words were saved. The other words are in the history."
    )
    ours, theirs = (_wording(record, conflict) for record in (conflict.ours, conflict.theirs))
    return ShownMessage(sentence, ours, theirs)


def _wording(record: object, conflict: Conflict) -> str:
    if record is None:
        return _("(deleted)")
    values = (getattr(record, name, None) for name in conflict.fields)
    return " · ".join(str(value) for value in values if value not in (None, ""))
