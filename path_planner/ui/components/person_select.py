"""Fields to choose a person of the circle or a share level, and short labels of a voice."""

from typing import Any

from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.session import Session
from path_planner.domain.voice import EXPRESSED_WORDS, SHARE_WORDS, Expressed, Share, Voice
from path_planner.i18n import N_, _
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import people_in_order
from path_planner.ui.components import autosave

SHARE_IN_SHORT = {
    Share.PRIVATE: N_("Private"),
    Share.CIRCLE: N_("Circle"),
    Share.THEME: N_("Count only"),
    Share.QUOTE: N_("Quote, no name"),
    Share.NAMED: N_("Quote, with name"),
}


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


def origin_words(session: Session, voice: Voice) -> str:
    """Return who helped, how it was said, and the share level, in a few words."""
    parts = []
    if helper := name_of(session, voice.supported_by):
        parts.append(_("supported by {name}", name=helper))
    elif voice.supported:
        parts.append(_("with support"))
    if voice.said_by is None and voice.role is not Role.OTHER:
        parts.append(_(ROLE_WORDS[voice.role]))
    if voice.expressed is not Expressed.SAID:
        parts.append(_(EXPRESSED_WORDS[voice.expressed]))
    if voice.event_line is not None:
        title = voice.event_line.title or _("a day together")
        parts.append(_("from {day}", day=title))
    parts.append(_(SHARE_IN_SHORT[voice.share]))
    return "".join(f" · {part}" for part in parts)
