"""How this PATH came to be: a silent film, made and shown when somebody asks for it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from path_planner import words
from path_planner.domain.session import Session
from path_planner.processes.asking import process_of, stage_title
from path_planner.processes.process import Process
from path_planner.resources import package_file
from path_planner.storage.store import SessionStore
from path_planner.ui import state
from path_planner.ui.frame import session_title
from path_planner.ui.parts import empty, heading, told
from path_planner.words import say
from path_planner.workshop.replay_picture import film_picture
from path_planner.workshop.replaying import Film, What, film_of
from path_planner.workshop.room import Room

FILMS_KEPT = 8
_ASKED = "film asked for"
_HUNDREDTHS = 2

Told = dict[str, Any]


def replay(room: Room) -> None:
    """Show the film of a session, or the button that makes it."""
    with st.container(key="replay"):
        st.html(package_file("ui/replay.css"))
        heading(say("How this PATH came to be"), 2)
        told(say("A short film without sound. Private words are not in it."), "facts")
        if not state.noted(_ASKED):
            st.button(
                say("Show the film"),
                icon=":material/movie:",
                key=state.key("show the film"),
                on_click=state.note,
                args=(_ASKED, True),
            )
            return
        with st.spinner(say("Making the film …")):
            film = _film(room.store, room.session)
        if film["moments"]:
            _screen()(data={**film, "calm": state.calm()}, key=state.key("film"))
        else:
            empty(say("Nothing has been said or drawn yet. Come back when something has."))


def _screen() -> Callable[..., Any]:
    component: Callable[..., Any] = st.components.v2.component(
        "replay",
        js=package_file("ui/replay.js").read_text("utf-8"),
        isolate_styles=False,
    )
    return component


def _film(store: SessionStore, session: Session) -> Told:
    return _cached(session.id, session.revision, words.language(), store, session)


@st.cache_data(show_spinner=False, max_entries=FILMS_KEPT)
def _cached(
    session_id: str, revision: int, language: str, _store: SessionStore, _session: Session
) -> Told:
    process = process_of(_session)
    picture = film_picture(_session, process)
    steps = _store.history(session_id)
    stages = [stage.id for stage in process.stages]
    film = film_of(picture.things, steps, stages, _session.begun)
    box = picture.box
    return {
        "film": f"{session_id} {revision} {language}",
        "svg": picture.svg,
        "fonts": picture.fonts,
        "box": [box.x, box.y, box.width, box.height],
        "words": _words(_session),
        **_times(film, _session, process),
    }


def _times(film: Film, session: Session, process: Process) -> Told:
    titles = {stage.id: stage_title(session, stage) for stage in process.stages}
    return {
        "seconds": round(film.seconds, _HUNDREDTHS),
        "moments": [
            [
                moment.thing,
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
        "picture": say(
            "A film of how the poster of {title} was drawn. All its words are in the text file.",
            title=session_title(session),
        ),
        "play": say("Play"),
        "pause": say("Pause"),
        "again": say("Play again"),
        "back": say("Step back"),
        "next": say("Next step"),
        "place": say("Place in the film"),
        "step": say("Step {number} of {count}", number="{number}", count="{count}"),
    }
