"""Where fewer than five people could be recognised."""

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.evidence.counting import FEW
from path_planner.ui.parts import escaped, heading, told
from path_planner.ui.vision.seen import once
from path_planner.visioning.privacy.few import Among, few_warning
from path_planner.words import mark, say, say_many

_TITLES = {
    Among.THEME: mark("Themes of few people"),
    Among.GROUP: mark("Groups of few people"),
    Among.ROLE_AND_PLACE: mark("Roles that few have in a place"),
    Among.ROLE_AND_GROUP: mark("Roles that few have in a group"),
}
_MOST = 50
_few = once(few_warning)


def few_people(vision: Vision) -> None:
    """Warn where few people have something in common that is printed about them."""
    heading(say("Could somebody be recognised?"), 2)
    warnings = _few(vision)
    if not warnings:
        told(say("Nothing that is told of quotes fits fewer than {few} people.", few=FEW))
        return
    told(
        say(
            "Where fewer than {few} people have something in common, others may know who spoke. "
            "Please ask them before this is printed.",
            few=FEW,
        )
    )
    for among, title in _TITLES.items():
        here = [one for one in warnings if one.among is among]
        if here:
            with st.expander(f"{say(title)} ({len(here)})", icon=":material/groups:"):
                items = "".join(f'<li dir="auto">{escaped(str(one))}</li>' for one in here[:_MOST])
                st.html(f'<ul class="lines">{items}</ul>')
                if len(here) > _MOST:
                    more = len(here) - _MOST
                    told(say_many("And {count} more.", "And {count} more.", more))
