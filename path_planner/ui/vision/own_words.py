"""In your own words: what a group wrote in which somebody may be known, and the way there."""

from typing import NamedTuple

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.ui import state
from path_planner.ui.parts import escaped, heading, link, told
from path_planner.ui.vision.marked import highlighted, why_marked
from path_planner.ui.vision.seen import once
from path_planner.visioning.privacy.own_words import OwnWords, left_in_own_words
from path_planner.words import mark, say, say_many

A_PAGE = 8
_MORE = "own words shown"
in_own_words = once(left_in_own_words)
"""Returns what may tell who somebody is in what a group wrote, read once for each revision."""


class _Where(NamedTuple):
    what: str
    step: str
    part: str = ""


_WHERE = {
    "about": _Where(mark("The vision in words"), "plan", "words"),
    "limits": _Where(mark("What was promised from the start"), "plan", "words"),
    "sources": _Where(mark("Who was heard"), "gather", "heard"),
    "unheard": _Where(mark("Who was not heard"), "plan", "people"),
    "themes": _Where(mark("A theme"), "theme"),
    "causes": _Where(mark("A cause"), "prioritise", "why"),
    "disagreements": _Where(mark("A disagreement"), "theme"),
    "priorities": _Where(mark("A priority"), "prioritise", "list"),
    "votes": _Where(mark("A vote"), "prioritise", "vote"),
    "actions": _Where(mark("An action"), "plan", "actions"),
    "outcomes": _Where(mark("An outcome"), "plan", "outcomes"),
    "rounds": _Where(mark("A look back"), "review"),
    "replies": _Where(mark("What we did"), "review"),
    "answers": _Where(mark("An answer to what we did"), "review"),
    "readings": _Where(mark("What a measure showed"), "review"),
}
_EASY = _Where(mark("Easy words"), "publish")


def own_words(vision: Vision) -> None:
    """Show the part of the check that looks at what the group wrote."""
    heading(say("In your own words"), 2)
    found = in_own_words(vision)
    if not found:
        told(say("Nothing is marked in what you wrote yourselves."))
        return
    told(
        say_many(
            "In {count} place, what you wrote may tell who somebody is. Nothing is changed.",
            "In {count} places, what you wrote may tell who somebody is. Nothing is changed.",
            len(found),
        )
    )
    places_in_own_words(vision)


def places_in_own_words(vision: Vision) -> None:
    """Show each place with what is marked in it, and the way to where it can be changed."""
    found = in_own_words(vision)
    shown = state.noted(_MORE, A_PAGE)
    for one in found[:shown]:
        key = f"own-{one.collection}-{one.id}-{one.field}"
        with st.container(border=True, key=key, gap="small"):
            _place(vision, one)
    if len(found) > shown:
        st.button(
            say_many("Show {count} more", "Show {count} more", min(A_PAGE, len(found) - shown)),
            key=state.key("more own words"),
            on_click=state.note,
            args=(_MORE, shown + A_PAGE),
        )


def _place(vision: Vision, one: OwnWords) -> None:
    where = _EASY if one.field == "easy" else _WHERE[one.collection]
    told(say(where.what), "kicker")
    st.html(f'<p class="to-check" dir="auto">{highlighted(one.text, one.found)}</p>')
    items = "".join(
        f'<li dir="auto">{escaped(why_marked(one.text, each))}</li>' for each in one.found
    )
    st.html(f'<ul class="why">{items}</ul>')
    link(
        "vision_builder",
        say("Go there to change it: {place}", place=say(where.what)),
        ":material/arrow_forward:",
        vision=vision.id,
        step=where.step,
        part=where.part,
    )
