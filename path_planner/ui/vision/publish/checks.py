"""Look first: what a group should know before anything is printed."""

from collections.abc import Callable, Sequence

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.vision.vision import Vision
from path_planner.ui.parts import heading, lines, told
from path_planner.ui.vision.gather.less_shared import less_shared
from path_planner.ui.vision.own_words import in_own_words, places_in_own_words
from path_planner.ui.vision.publish.easy import easy_wordings, too_long
from path_planner.ui.vision.publish.names import names_left
from path_planner.ui.vision.publish.theme_pictures import theme_pictures
from path_planner.ui.vision.seen import once
from path_planner.ui.vision.telling import left_in
from path_planner.visioning.privacy.few import few_warning
from path_planner.visioning.privacy.redaction import unchecked
from path_planner.words import say, say_many

_MOST = 8
_few = once(few_warning)


def look_first(vision: Vision) -> None:
    """Show each check: what is well is one line, what is not can be opened."""
    heading(say("Look first"), 2)
    less_shared(vision)
    _names(vision)
    _own_words(vision)
    _few_people(vision)
    _statements(vision)
    _unheard(vision)
    _easy(vision)
    if vision.themes:
        _open(say("Pictures of the themes"), lambda: theme_pictures(vision))


def _names(vision: Vision) -> None:
    found = left_in(vision)
    if found:
        title = say_many(
            "{count} quote may still tell who somebody is",
            "{count} quotes may still tell who somebody is",
            len(found),
        )
        _open(title, lambda: names_left(vision), expanded=True)
    elif unchecked(vision):
        title = say("No names were found, but nobody has read all the quotes")
        _open(title, lambda: names_left(vision))
    else:
        _well(say("Somebody has looked at every quote."))


def _own_words(vision: Vision) -> None:
    found = in_own_words(vision)
    if not found:
        _well(say("Nothing is marked in what you wrote yourselves."))
        return
    title = say_many(
        "In your own words, {count} place may tell who somebody is",
        "In your own words, {count} places may tell who somebody is",
        len(found),
    )
    known = any(one.is_known for one in found)
    _open(title, lambda: places_in_own_words(vision), expanded=known)


def _few_people(vision: Vision) -> None:
    found = [str(one) for one in _few(vision)]
    if not found:
        _well(say("No group is so small that somebody stands out."))
        return
    title = say_many(
        "In {count} place people may be recognised: fewer than five are known",
        "In {count} places people may be recognised: fewer than five are known",
        len(found),
    )
    _open(title, lambda: _listed(found))


def _statements(vision: Vision) -> None:
    found = [one.name for one in in_order(vision.themes) if not one.statement]
    if not found:
        _well(say("Every theme has a statement."))
        return
    title = say_many(
        "{count} theme has no “I” or “we” statement yet",
        "{count} themes have no “I” or “we” statement yet",
        len(found),
    )
    _open(title, lambda: _listed(found))


def _unheard(vision: Vision) -> None:
    found = in_order(vision.unheard)
    if not found:
        told(say("Nobody is noted as not heard. Is that so? You can note it in the plan."), "check")
        return
    title = say_many(
        "{count} group of people was not heard, and the plan says so",
        "{count} groups of people were not heard, and the plan says so",
        len(found),
    )
    _open(title, lambda: _listed([one.who for one in found]))


def _easy(vision: Vision) -> None:
    found = too_long(vision)
    if not found:
        _well(say("No sentence is too long for easy read."))
        return
    title = say_many(
        "{count} wording is too long for easy read",
        "{count} wordings are too long for easy read",
        len(found),
    )
    _open(title, lambda: easy_wordings(vision))


def _open(title: str, show: Callable[[], None], *, expanded: bool = False) -> None:
    with st.expander(title, expanded=expanded, icon=":material/visibility:"):
        show()


def _well(sentence: str) -> None:
    told(f"✓ {sentence}", "check well")


def _listed(found: Sequence[str]) -> None:
    lines(list(found[:_MOST]))
    if (more := len(found) - _MOST) > 0:
        told(say_many("… and {count} more", "… and {count} more", more))
