"""Before printing: the picture of each theme, as the plan and the easy read edition show it."""

from functools import partial

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.exports.easy_read.pictures import picture_for
from path_planner.stamps import box
from path_planner.ui import fields
from path_planner.ui.parts import plain, told
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.theming.themes import picture
from path_planner.words import say

_INK = "#22303c"
_NONE = ""


def theme_pictures(vision: Vision) -> None:
    """Show the picture of each theme, and the box of stamps to choose another one from."""
    told(say("Choose a picture for each theme. Without one it is found by the words."), "facts")
    for theme in in_order(vision.themes):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"picture-{theme.id}"):
            _shown(theme)
            _choice(theme)


def _shown(theme: Theme) -> None:
    found = picture_for(f"{theme.name} {theme.statement}", _NONE, theme.picture)
    if found:
        st.html(
            f'<div class="stamp" aria-hidden="true">{box.svg_of(found, _INK)}</div>',
            width="content",
        )


def _choice(theme: Theme) -> None:
    stamps = [_NONE, *(icon.id for area in box.areas() for icon in area.icons)]
    fields.choice(
        plain(theme.name),
        stamps,
        theme.picture if box.has(theme.picture) else _NONE,
        partial(_set, theme.id),
        f"picture {theme.id}",
        format_func=_named,
    )


def _named(icon: str) -> str:
    return box.find(icon).words if icon else say("Found by the words")


def _set(theme_id: str, meeting: Meeting, icon: str) -> Kept:
    return picture(meeting, theme_id, icon)
