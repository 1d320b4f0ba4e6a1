"""The time-lapse of a PATH: a silent film, rendered on demand."""

from typing import Any

import streamlit as st

from path_planner import i18n
from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.processes.model import Process
from path_planner.processes.prompts import process_of, stage_title
from path_planner.resources import package_file
from path_planner.services.context import SessionContext
from path_planner.services.session.timelapse import Timelapse, What, build_timelapse
from path_planner.services.session.timelapse_picture import timelapse_picture
from path_planner.storage.protocol import SessionStore
from path_planner.ui import state
from path_planner.ui.components.basics import heading, paragraph, placeholder, session_title
from path_planner.ui.erased import on_erase
from path_planner.ui.sync.component import load_script

FILMS_KEPT = 8
_ASKED = "film asked for"
_HUNDREDTHS = 2

Told = dict[str, Any]


def replay(context: SessionContext) -> None:
    """Show the time-lapse of a session, or the button that renders it."""
    with st.container(key="replay"):
        st.html(package_file("ui/poster/timelapse.css"))
        heading(_("How this PATH was made"), 2)
        paragraph(_("A short film with no sound. Private words are left out."), "facts")
        if not state.recall(_ASKED):
            st.button(
                _("Show the film"),
                icon=":material/movie:",
                key=state.key("show the film"),
                on_click=state.remember,
                args=(_ASKED, True),
            )
            return
        with st.spinner(_("Making the film …")):
            film = _film(context.store, context.document)
        if film["moments"]:
            load_script("replay", "ui/poster/timelapse.js")(
                data={**film, "calm": state.calm()}, key=state.key("film")
            )
        else:
            placeholder(
                _("Nothing has been said or drawn yet. Come back when there is something to see.")
            )


def _film(store: SessionStore, session: Session) -> Told:
    return _cached(session.id, session.revision, i18n.language(), store, session)


@st.cache_data(show_spinner=False, max_entries=FILMS_KEPT)
def _cached(
    session_id: str, revision: int, language: str, _store: SessionStore, _session: Session
) -> Told:
    process = process_of(_session)
    picture = timelapse_picture(_session, process)
    steps = _store.history(session_id)
    stages = [stage.id for stage in process.stages]
    film = build_timelapse(picture.things, steps, stages, _session.begun)
    box = picture.box
    return {
        "film": f"{session_id} {revision} {language}",
        "svg": picture.svg,
        "fonts": picture.fonts,
        "box": [box.x, box.y, box.width, box.height],
        "words": _words(_session),
        **_times(film, _session, process),
    }


@on_erase
def _forget(_document_id: str) -> None:
    _cached.clear()


def _times(film: Timelapse, session: Session, process: Process) -> Told:
    titles = {stage.id: stage_title(session, stage) for stage in process.stages}
    return {
        "seconds": round(film.seconds, _HUNDREDTHS),
        "moments": [
            [
                moment.item,
                int(moment.what is What.CHANGED),
                round(moment.start, _HUNDREDTHS),
                round(moment.lasts, _HUNDREDTHS),
            ]
            for moment in film.moments
        ],
        "stops": [
            [round(min(at, film.seconds), _HUNDREDTHS), titles.get(stage, "")]
            for at, stage in film.stops
        ],
    }


def _words(session: Session) -> dict[str, str]:
    return {
        "picture": _(
            "A film of how the poster of {title} was made. "
            "All its words are also in the text file.",
            title=session_title(session),
        ),
        "play": _("Play"),
        "pause": _("Pause"),
        "again": _("Play again"),
        "back": _("Step back"),
        "next": _("Next step"),
        "place": _("Position in the film"),
        "step": _("Step {number} of {count}", number="{number}", count="{count}"),
    }
