"""The documents: each is made when it is asked for, and what goes out is noted."""

from collections.abc import Mapping

import streamlit as st

from path_planner import words
from path_planner.domain.vision.vision import Vision
from path_planner.exports.paper import Paper
from path_planner.exports.vision_export import (
    VisionExport,
    VisionOptions,
    vision_exports,
    vision_file_name,
)
from path_planner.ui import state
from path_planner.ui.parts import heading, told
from path_planner.ui.poster_choices import PAPER_WORDS
from path_planner.ui.room import act, the_meeting
from path_planner.ui.vision.publish.work import WORKSHOP, Work, key_of
from path_planner.ui.vision.telling import left_in
from path_planner.visioning.gathering.bringing_in import note_printed
from path_planner.visioning.meeting import Meeting
from path_planner.words import mark, say, say_many

_ORDER = ("plan", "easyread", "summary", "poster", "posterpng", "postersvg", "docx", "giveaway")
"""What most people want comes first; kinds not named here come last."""
FOR_WHOM = {
    "plan": mark("Everything, with the evidence: for the group and those who decide."),
    "easyread": mark("Pictures and short sentences: for everybody."),
    "summary": mark("One side of paper: for a notice board or a meeting."),
    "poster": mark("The community's PATH on one sheet: for the wall."),
    "posterpng": mark("The same poster as a picture: for a screen or a message."),
    "postersvg": mark("The same poster as a drawing: for those who design."),
    "docx": mark("The plan to change in a word processor."),
    "giveaway": mark("All that may be shared, in one file: for other groups and researchers."),
}
"""What each kind of document is good for, by its key."""
_WATCHING = 0.7
"""Seconds between two looks at how far the work is."""
_POSTERS = "poster"
_BUSY, _DRAW_ALL = "documents busy", "documents draw all"


def documents(meeting: Meeting) -> None:
    """Show the documents, once people know what may still be left in them."""
    heading(say("Make the documents"), 2)
    if not _known(meeting.vision):
        return
    paper = st.selectbox(
        say("Paper of the poster"),
        list(PAPER_WORDS),
        index=list(PAPER_WORDS).index(Paper.A1),
        format_func=lambda one: say(PAPER_WORDS[one]),
        key=state.key("poster paper"),
    )
    busy = any(_is_busy(meeting, export, paper) for export in _listed())
    st.fragment(_all, run_every=_WATCHING if busy else None)(paper)


def _known(vision: Vision) -> bool:
    """Say whether people know of what the check found, and want the documents all the same."""
    found = len(left_in(vision))
    if not found:
        return True
    told(
        say_many(
            "{count} quote may still tell who somebody is.",
            "{count} quotes may still tell who somebody is.",
            found,
        ),
        "needed",
    )
    return st.checkbox(say("We know. Make the documents anyway."), key=state.key("make anyway"))


def _all(paper: Paper) -> None:
    """Show each document; while one is made, this part of the page looks again by itself."""
    meeting = the_meeting()
    were_busy = bool(state.noted(_BUSY))
    for export in _listed():
        with st.container(border=True, key=f"document-{export.key}", gap="small"):
            _document(meeting, export, paper)
    busy = any(_is_busy(meeting, export, paper) for export in _listed())
    state.note(_BUSY, busy)
    if busy != were_busy or state.noted(_DRAW_ALL):
        # The page begins or ends to look by itself, or shows what went out.
        state.note(_DRAW_ALL, False)
        st.rerun(scope="app")


def _listed() -> list[VisionExport]:
    return sorted(vision_exports(), key=_place)


def _place(export: VisionExport) -> tuple[int, str]:
    return (_ORDER.index(export.key) if export.key in _ORDER else len(_ORDER), export.key)


def _options(meeting: Meeting, export: VisionExport, paper: Paper) -> VisionOptions:
    chosen = paper if export.key.startswith(_POSTERS) else Paper.A4
    return VisionOptions(on=meeting.now().date(), language=words.language(), paper=chosen)


def _is_busy(meeting: Meeting, export: VisionExport, paper: Paper) -> bool:
    work = WORKSHOP.found(key_of(export, meeting.vision, _options(meeting, export, paper)))
    return work is not None and not work.future.done()


def _document(meeting: Meeting, export: VisionExport, paper: Paper) -> None:
    heading(say(export.name), 3)
    if export.key in FOR_WHOM:
        told(say(FOR_WHOM[export.key]), "quiet")
    options = _options(meeting, export, paper)
    work = WORKSHOP.found(key_of(export, meeting.vision, options))
    if work and not work.future.done():
        _progress(work)
    elif work and (content := work.content) is not None:
        _download(meeting, export, content)
    else:
        if work and work.failed:
            told(
                say("This document could not be made. The others are not touched by it."), "needed"
            )
        st.button(
            say("Make it"),
            icon=":material/print:",
            key=state.key(f"make {export.key}"),
            on_click=_make,
            args=(export, paper),
        )


def _make(export: VisionExport, paper: Paper) -> None:
    meeting = the_meeting()
    options = _options(meeting, export, paper)
    WORKSHOP.begin(key_of(export, meeting.vision, options), export, meeting.vision, options)
    state.note(_DRAW_ALL, True)


def _progress(work: Work) -> None:
    words_for = say("It is being made.") if work.future.running() else say("It waits for its turn.")
    st.progress(work.done, text=words_for)


def _download(meeting: Meeting, export: VisionExport, content: bytes) -> None:
    st.download_button(
        say("Take it home"),
        data=content,
        file_name=vision_file_name(meeting.vision, export, content),
        mime=export.mime,
        icon=":material/download:",
        type="primary",
        key=state.key(f"take {export.key}"),
        on_click=_taken,
        args=(export, meeting.vision),
    )


def _taken(export: VisionExport, vision: Vision) -> None:
    """Note what went out, and whose words stood in it as it was made."""
    stands = export.stands(vision)
    act(note_printed, export.key, stands.voices, stands.sources)
    state.note(_DRAW_ALL, True)


def names_of_documents() -> Mapping[str, str]:
    """Return what each kind of document is called, by its key."""
    return {export.key: say(export.name) for export in vision_exports()}
