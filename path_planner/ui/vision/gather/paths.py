"""Choosing PATHs from the store: what would come in of each, and why not."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.shared_voice import MAY_TRAVEL
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.storage.store import Entry, FileState
from path_planner.ui import state
from path_planner.ui.parts import empty, escaped, told
from path_planner.ui.session_list import title_of
from path_planner.ui.the_store import the_store
from path_planner.ui.vision.gather.results import PATHS
from path_planner.ui.vision.gather.work import Deed, gather_and_tell
from path_planner.visioning.gathering.bringing_in import Gathered, add_session
from path_planner.visioning.gathering.freezing import About, source_of
from path_planner.visioning.meeting import Meeting
from path_planner.words import say, say_date, say_many

_SHOWN = 12
_ROUND = "gather paths round"


def choose_paths(meeting: Meeting) -> None:
    """Show the PATHs of the store to choose from, and gather the chosen ones."""
    entries = {one.id: one for one in the_store().entries() if one.state is FileState.WELL}
    if not entries:
        empty(say("There are no PATHs here yet. You can bring in files, or a conversation."))
        return
    chosen = _chosen(meeting.vision, entries)
    about = about_path("paths")
    if chosen:
        _preview(meeting.vision, chosen, entries)
    pressed = st.button(
        say_many("Gather {count} PATH", "Gather {count} PATHs", len(chosen)),
        key=state.key("gather these paths"),
        type="primary",
        icon=":material/input:",
        disabled=not chosen,
    )
    if pressed:
        state.note(_ROUND, state.noted(_ROUND, 0) + 1)
        gather_and_tell(
            PATHS, [Deed(title_of(entries[one]), partial(_gather, one, about)) for one in chosen]
        )


def _chosen(vision: Vision, entries: dict[str, Entry]) -> list[str]:
    # A new field for each round: what was gathered is chosen no longer.
    field = state.key(f"gather paths {state.noted(_ROUND, 0)}")
    # What was deleted meanwhile can no longer be chosen.
    state.put_in(field, [one for one in state.held(field, []) if one in entries])
    new = [one for one in entries if _has_news(vision, entries[one])]
    with st.container(horizontal=True, vertical_alignment="bottom", key="choose-paths"):
        chosen: list[str] = st.multiselect(
            say("Choose PATHs"),
            list(entries),
            format_func=lambda one: _name(vision, entries[one]),
            key=field,
            placeholder=say("Title or name"),
        )
        st.button(
            say_many("Choose {count} that is new", "Choose all {count} that are new", len(new)),
            key=state.key("choose all new"),
            on_click=state.put_in,
            args=(field, new),
            disabled=not new,
        )
    return chosen


def _has_news(vision: Vision, entry: Entry) -> bool:
    source = source_of(vision, entry.id)
    if source is None:
        return all(one.session != entry.id for one in vision.withdrawals.values())
    return entry.revision > source.revision


def _name(vision: Vision, entry: Entry) -> str:
    title = title_of(entry)
    source = source_of(vision, entry.id)
    if source is None:
        return title
    if entry.revision > source.revision:
        return say("{title} (gathered, changed since)", title=title)
    return say("{title} (gathered)", title=title)


def about_path(name: str) -> About:
    """Show what the group notes of the PATHs that come in together."""
    left, right = st.columns(2)
    with left:
        place = st.text_input(
            say("Where they live, if that may be told"),
            key=state.key(f"{name} place"),
            placeholder=say("A town or a part of it, and no address"),
            max_chars=MOST_LETTERS_IN_A_LINE,
        )
    with right:
        group = st.text_input(
            say("Which people they are, in words they agree with"),
            key=state.key(f"{name} group"),
            max_chars=MOST_LETTERS_IN_A_LINE,
        )
    drawings = st.checkbox(
        say("They agreed that their drawings are shown, and somebody looked at them"),
        key=state.key(f"{name} drawings"),
    )
    return About(place=place, group=group, drawings=drawings)


def _preview(vision: Vision, chosen: list[str], entries: dict[str, Entry]) -> None:
    lines = "".join(_line(vision, entries[one]) for one in chosen[:_SHOWN])
    st.html(f'<ul class="comes-in">{lines}</ul>')
    more = len(chosen) - _SHOWN
    if more > 0:
        told(say_many("And {count} more.", "And {count} more.", more))


def _line(vision: Vision, entry: Entry) -> str:
    comes, why = _what_comes(vision, entry)
    kind = "" if comes else ' class="no"'
    title = escaped(title_of(entry))
    return f'<li dir="auto"{kind}>{title}<span>{escaped(" ".join(why))}</span></li>'


def _what_comes(vision: Vision, entry: Entry) -> tuple[bool, Iterable[str]]:
    try:
        session = the_store().open(entry.id).document
    except PlannerError as error:
        return False, [str(error)]
    source = source_of(vision, entry.id)
    if session.consent.share is not True:
        if source:
            return False, [say("Its people no longer agree to share it. It goes out.")]
        return False, [
            say("Nothing comes in: its people have not agreed to share it (page “Prepare”).")
        ]
    back = [one.at for one in vision.withdrawals.values() if one.session == entry.id]
    if back and source is None:
        day = say_date(max(back).date())
        return False, [say("It was taken back on {day}, so it stays out.", day=day)]
    return True, _numbers(session)


def _numbers(session: Session) -> list[str]:
    comes = sum(voice.share in MAY_TRAVEL for voice in session.voices.values())
    stays = len(session.voices) - comes
    told_so = [say_many("{count} voice comes in.", "{count} voices come in.", comes)]
    if stays:
        told_so.append(
            say_many(
                "{count} stays, because it is private or for the circle.",
                "{count} stay, because they are private or for the circle.",
                stays,
            )
        )
    return told_so


def _gather(session_id: str, about: About, meeting: Meeting) -> Gathered:
    return add_session(meeting, the_store().open(session_id).document, about)
