"""Short labels of a voice."""

from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.session import Session
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share, Voice
from path_planner.i18n import N_, _
from path_planner.ui.components.person_select import name_of

SHARE_IN_SHORT = {
    Share.PRIVATE: N_("Private"),
    Share.CIRCLE: N_("Circle"),
    Share.THEME: N_("Count only"),
    Share.QUOTE: N_("Quote, no name"),
    Share.NAMED: N_("Quote, with name"),
}


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
