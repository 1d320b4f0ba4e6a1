"""The room of a page: the session that its address names, and how its changes are kept."""

import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from path_planner import words
from path_planner.errors import PlannerError, SessionNotFound
from path_planner.storage.store import Conflict
from path_planner.ui import state
from path_planner.ui.state import Memory
from path_planner.ui.the_store import the_store
from path_planner.words import say
from path_planner.workshop.room import Kept, Room

_ID = re.compile(r"[a-z0-9]{6,32}")


def the_room() -> Room:
    """Open the session in the address, and speak its language; use it in fragments too."""
    session_id = state.session_id()
    if not _ID.fullmatch(session_id):
        raise SessionNotFound(session_id=session_id[:32])
    opened = the_store().open(session_id)
    remembered = state.memory()
    for notice in map(str, opened.notices):
        if notice not in remembered.seen:
            remembered.seen.add(notice)
            remembered.clashes.append((notice, "", ""))
    speak(opened.document.about.language)
    return Room(the_store(), opened.document, by=remembered.window)


def speak(preferred: str = "") -> None:
    """Use the language of the address, else that of the session, else English."""
    wished = state.asked(state.LANGUAGE)
    known = (*words.languages(), words.PSEUDO)
    words.use(next((one for one in (wished, preferred) if one in known), words.ENGLISH))


def act(use_case: Callable[..., Kept], *things: Any, **facts: Any) -> None:
    """Call a use case from a callback: `on_click=act, args=(move_voice, voice.id, -1)`."""
    try_to(use_case, *things, **facts)


def try_to(use_case: Callable[..., Kept], *things: Any, **facts: Any) -> Kept | None:
    """Call a use case on the room and keep it; None (and a sentence to show) if it failed."""
    remembered = state.memory()
    remembered.trouble = ""
    try:
        kept = use_case(the_room(), *things, **facts)
    except PlannerError as error:
        remembered.trouble = str(error)
        return None
    except ValidationError:
        remembered.trouble = say("That does not fit here, so it was not saved. Is it too long?")
        return None
    # Nothing here touches Streamlit's state: a run cut off now would do the same again.
    _remember_clashes(remembered, kept)
    return kept


def _remember_clashes(remembered: Memory, kept: Kept) -> None:
    for conflict in kept.conflicts:
        told = _clash(conflict)
        if told not in remembered.clashes:
            remembered.clashes.append(told)


def _clash(conflict: Conflict) -> tuple[str, str, str]:
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
