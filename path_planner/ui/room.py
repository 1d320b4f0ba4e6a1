"""The room of a page: the session or vision its address names, and how changes are kept."""

import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from path_planner import words
from path_planner.errors import PlannerError, SessionNotFound
from path_planner.storage.store import Conflict, Opened
from path_planner.ui import state
from path_planner.ui.state import Memory
from path_planner.ui.the_store import the_store, the_vision_store
from path_planner.visioning.meeting import Meeting
from path_planner.words import say
from path_planner.workshop.room import Room
from path_planner.workshop.saving import Saved

_ID = re.compile(r"[a-z0-9]{6,32}")


def the_room() -> Room:
    """Open the session in the address, and speak its language; use it in fragments too."""
    opened = the_store().open(_checked(state.session_id()))
    _remember_notices(opened)
    speak(opened.document.about.language)
    return Room(the_store(), opened.document, by=state.memory().window)


def the_meeting() -> Meeting:
    """Open the vision in the address, and speak its language; use it in fragments too."""
    opened = the_vision_store().open(_checked(state.vision_id()))
    _remember_notices(opened)
    speak(opened.document.about.language)
    return Meeting(the_vision_store(), opened.document, by=state.memory().window)


def _checked(document_id: str) -> str:
    if not _ID.fullmatch(document_id):
        raise SessionNotFound(session_id=document_id[:32])
    return document_id


def _remember_notices(opened: Opened[Any]) -> None:
    remembered = state.memory()
    for notice in map(str, opened.notices):
        if notice not in remembered.seen:
            remembered.seen.add(notice)
            remembered.clashes.append((notice, "", ""))


def speak(preferred: str = "") -> None:
    """Use the language of the address, else that of the session, else English."""
    wished = state.asked(state.LANGUAGE)
    known = (*words.languages(), words.PSEUDO)
    words.use(next((one for one in (wished, preferred) if one in known), words.ENGLISH))


def act(use_case: Callable[..., Saved[Any]], *things: Any, **facts: Any) -> None:
    """Call a use case from a callback: `on_click=act, args=(move_voice, voice.id, -1)`."""
    try_to(use_case, *things, **facts)


def try_to(use_case: Callable[..., Saved[Any]], *things: Any, **facts: Any) -> Saved[Any] | None:
    """Call a use case on what the page is about; None (and a sentence to show) if it failed."""
    remembered = state.memory()
    remembered.trouble = ""
    try:
        kept = use_case(_here(), *things, **facts)
    except PlannerError as error:
        remembered.trouble = str(error)
        return None
    except ValidationError:
        remembered.trouble = say("That does not fit here, so it was not saved. Is it too long?")
        return None
    # Nothing here touches Streamlit's state: a run cut off now would do the same again.
    _remember_clashes(remembered, kept)
    return kept


def _here() -> Room | Meeting:
    return the_meeting() if state.vision_id() else the_room()


def _remember_clashes(remembered: Memory, kept: Saved[Any]) -> None:
    for conflict in kept.conflicts:
        told = _clash(conflict)
        if told not in remembered.clashes:
            remembered.clashes.append(told)


def _clash(conflict: Conflict) -> tuple[str, str, str]:
    if conflict.ours is None and conflict.theirs is None:
        return (say("Somebody took this back at the same moment. It stays out."), "", "")
    sentence = say(
        "Somebody else changed the same thing at the same moment. "
        "Your words are kept now. The other words are in the history."
    )
    return (sentence, _wording(conflict.ours, conflict), _wording(conflict.theirs, conflict))


def _wording(record: object, conflict: Conflict) -> str:
    if record is None:
        return say("(taken out)")
    values = (getattr(record, name, None) for name in conflict.fields)
    return " · ".join(str(value) for value in values if value not in (None, ""))
