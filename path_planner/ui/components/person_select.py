"""Fields to choose a person of the circle, and the share level of a voice."""

from typing import Any

from path_planner.domain.session import Session
from path_planner.domain.voice import SHARE_WORDS, Share
from path_planner.i18n import _
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import people_in_order
from path_planner.ui.components import autosave


def name_of(session: Session, person_id: str | None) -> str:
    """Return the name of somebody of this session, or an empty string."""
    person = session.people.get(person_id or "")
    return person.name if person else ""


def person_choice(
    label: str,
    session: Session,
    value: str | None,
    save: autosave.Save,
    name: str,
    *,
    nobody: str = "",
    **look: Any,
) -> None:
    """Show the people to choose one from, the pathfinder first; `nobody` names the empty choice."""
    options = ["", *(person.id for person in people_in_order(session))]

    def named(person_id: str) -> str:
        return name_of(session, person_id) or nobody or _("Nobody yet")

    def keep(context: SessionContext, person_id: str) -> SessionResult:
        return save(context, person_id or None)

    chosen = value if value in options else ""
    autosave.select(label, options, chosen, keep, name, format_func=named, **look)


def share_choice(label: str, value: Share, save: autosave.Save, name: str, **look: Any) -> None:
    """Show the share levels to choose from."""

    def named(share: Share) -> str:
        return _(SHARE_WORDS[share])

    autosave.select(label, list(Share), value, save, name, format_func=named, **look)
