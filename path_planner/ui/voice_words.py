"""How a voice is told of in a few words."""

from path_planner.domain.session import Session
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share, Voice
from path_planner.ui.people import name_of
from path_planner.words import mark, say

SHARE_IN_SHORT = {
    Share.PRIVATE: mark("Private"),
    Share.CIRCLE: mark("Circle"),
    Share.THEME: mark("Theme only"),
    Share.QUOTE: mark("Quote without name"),
    Share.NAMED: mark("Quote with name"),
}


def how_it_came(session: Session, voice: Voice) -> str:
    """Say who helped, how it was said, and how far it may travel."""
    parts = []
    if helper := name_of(session, voice.supported_by):
        parts.append(say("supported by {name}", name=helper))
    if voice.expressed is not Expressed.SAID:
        parts.append(say(EXPRESSED_WORDS[voice.expressed]))
    parts.append(say(SHARE_IN_SHORT[voice.share]))
    return "".join(f" · {part}" for part in parts)
