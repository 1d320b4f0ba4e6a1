"""Gathering many at once: one save a source, with a bar that shows how far it is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import streamlit as st
from pydantic import ValidationError

from path_planner.errors import PlannerError
from path_planner.ui.parts import plain
from path_planner.ui.room import the_meeting
from path_planner.ui.vision.gather.results import Tally
from path_planner.visioning.gathering.bringing_in import Gathered
from path_planner.visioning.meeting import Meeting
from path_planner.words import say


class Deed(NamedTuple):
    """One source to be gathered: what it is called, and how."""

    name: str
    gather: Callable[[Meeting], Gathered]


def carry_out(deeds: Sequence[Deed]) -> Tally:
    """Gather one after the other; what fails is told by name, and the others go on."""
    tally, meeting = Tally(), the_meeting()
    bar = st.progress(0.0, text=say("Gathering …"))
    for place, deed in enumerate(deeds):
        bar.progress(place / len(deeds), text=plain(say("Gathering: {name}", name=deed.name)))
        meeting = _done(deed, meeting, tally)
    bar.empty()
    return tally


def _done(deed: Deed, meeting: Meeting, tally: Tally) -> Meeting:
    try:
        gathered = deed.gather(meeting)
    except PlannerError as error:
        tally.troubles.append(say("{name}: {trouble}", name=deed.name, trouble=error))
        return meeting
    except ValidationError:
        trouble = say("That does not fit here, so it was not saved. Is it too long?")
        tally.troubles.append(say("{name}: {trouble}", name=deed.name, trouble=trouble))
        return meeting
    tally.add(gathered)
    return replace(meeting, vision=gathered.kept.document)


def gather_and_tell(way: str, deeds: Sequence[Deed]) -> None:
    """Gather, remember what came of it, and draw the page anew."""
    carry_out(deeds).remember(way)
    st.rerun()
