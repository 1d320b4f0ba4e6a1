"""The poster on the page, drawn once for each state of the plan and each choice."""

from dataclasses import replace

import streamlit as st

from path_planner import words
from path_planner.domain.session import Session
from path_planner.exports.export import Options
from path_planner.exports.poster_svg import render_for_page
from path_planner.processes.asking import process_of
from path_planner.ui.frame import session_title
from path_planner.words import say

POSTERS_KEPT = 24


def poster_preview(session: Session, options: Options) -> None:
    """Show the poster as a picture: nothing in it can act on the page."""
    with st.container(key="preview"), st.spinner(say("Drawing the poster …")):
        drawn = _drawn(session.id, session.revision, replace(options, tiled=None), session)
        st.image(drawn, width="stretch", alt=alt(session))


def alt(session: Session) -> str:
    """Say what the picture is, and where its words are."""
    return say(
        "The poster of {title}. All its words are also in the text file below.",
        title=session_title(session),
    )


def _drawn(session_id: str, revision: int, options: Options, session: Session) -> str:
    chosen = (options.paper.value, options.low_ink, options.audience.value)
    return _cached(session_id, revision, chosen, words.language(), options, session)


@st.cache_data(show_spinner=False, max_entries=POSTERS_KEPT)
def _cached(
    session_id: str,
    revision: int,
    chosen: tuple[str, bool, str],
    language: str,
    _options: Options,
    _session: Session,
) -> str:
    del session_id, revision, chosen, language
    return render_for_page(_session, process_of(_session), _options).decode()
