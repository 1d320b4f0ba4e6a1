"""The picture of a state: the poster, with what differs outlined."""

import streamlit as st

from path_planner import i18n
from path_planner.domain.base import Document
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.exports.base import VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.session.marked_poster import marked_poster
from path_planner.i18n import _
from path_planner.services.history.comparing import Difference, Kind
from path_planner.ui.components.basics import paragraph

_VISION_PICTURE = "postersvg"
_KEPT = 16


def picture(
    view: str, then: Document, other: Document, found: list[Difference], *, newest: int
) -> None:
    """Show the poster of one of two states, or of the other one with the differences marked.

    `newest` is the revision of now: an erasure makes a new one, so that no older picture is shown.
    """
    state, changed, deleted = other, list[tuple[str, str]](), list[tuple[str, str]]()
    if view == "then":
        state = then
    elif view == "differences":
        changed = [(each.collection, each.id) for each in found if each.kind is not Kind.DELETED]
        deleted = [(each.collection, each.id) for each in found if each.kind is Kind.DELETED]
    marked = (tuple(changed), tuple(deleted))
    key = (state.id, state.revision, then.revision, newest)
    svg = _drawn(key, i18n.language(), marked, state, then)
    if not svg:
        paragraph(_("There is no picture of this state."), "facts")
        return
    with st.container(key="history-picture"):
        st.image(svg, width="stretch", alt=_("This state as a picture."))
    if view == "differences" and isinstance(state, Session):
        paragraph(_("Marked: a full line is new or changed, a dashed one is deleted."), "facts")


Keys = tuple[tuple[str, str], ...]


@st.cache_data(show_spinner=False, max_entries=_KEPT)
def _drawn(
    key: tuple[str, int, int, int],
    language: str,
    marked: tuple[Keys, Keys],
    _state: Document,
    _then: Document,
) -> str:
    del key, language
    changed, deleted = marked
    if isinstance(_state, Session) and isinstance(_then, Session):
        return marked_poster(_state, changed, _then, deleted).decode()
    if isinstance(_state, Vision):
        return _of_vision(_state)
    return ""


def _of_vision(vision: Vision) -> str:
    options = VisionOptions(on=vision.updated.date())
    try:
        return VISION_EXPORTS.find(_VISION_PICTURE).render(vision, options).decode()
    except PlannerError:
        return ""
