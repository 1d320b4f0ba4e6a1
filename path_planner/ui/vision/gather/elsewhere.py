"""Other visions of this place that still hold what was taken back here."""

from collections.abc import Sequence

import streamlit as st

from path_planner.storage.store import FileState, VisionEntry
from path_planner.ui.parts import link, told
from path_planner.ui.the_store import the_vision_store
from path_planner.ui.vision.title import vision_title
from path_planner.words import say, say_many


def still_elsewhere(vision_ids: Sequence[str]) -> None:
    """Name them, each with the way there; people take the words back there themselves."""
    here = {one.id: one for one in the_vision_store().entries() if one.id in vision_ids}
    if not here:
        return
    told(said_elsewhere(list(here.values())), "needed")
    for one in here.values():
        where = {"vision": one.id, "step": "gather", "part": "heard"}
        with st.container(key=f"elsewhere-{one.id}", width="content"):
            link(
                "vision_builder",
                say("Go to “{title}”", title=vision_title(one.title)),
                ":material/arrow_forward:",
                **where,
            )


def said_elsewhere(others: Sequence[VisionEntry]) -> str:
    """Say which visions still hold it."""
    titles = ", ".join(f"“{vision_title(one.title)}”" for one in others)
    return say_many(
        "Another vision here holds these words too: {titles}. Please take them back there as well.",
        "Other visions here hold these words too: {titles}. Please take them back there as well.",
        len(others),
        titles=titles,
    )


def unread_in_the_bin() -> None:
    """Name deleted visions that cannot be read, and so may still hold what was taken back."""
    unread = [
        vision_title(one.entry.title)
        for one in the_vision_store().removed()
        if one.entry.state is not FileState.WELL
    ]
    for title in unread:
        told(
            say(
                "“{title}” was deleted and cannot be read here. It may still hold what was "
                "taken back. You can erase it for good in the list of visions.",
                title=title,
            ),
            "needed",
        )
