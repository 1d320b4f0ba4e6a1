"""Who was heard and who was not: the sources, and taking a yes back."""

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.source import SOURCE_WORDS, Source
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.evidence.counting import count_all
from path_planner.evidence.reading import voices_in_order
from path_planner.ui import state
from path_planner.ui.next_line import add_line
from path_planner.ui.parts import empty, escaped, heading, told, twice
from path_planner.ui.room import act
from path_planner.ui.the_store import the_vision_store
from path_planner.ui.vision.gather.elsewhere import said_elsewhere
from path_planner.ui.vision.gather.source_fields import source_fields
from path_planner.ui.vision.gather.withdrawn import withdrawn
from path_planner.ui.vision.parts import facts
from path_planner.ui.vision.themes_only import for_themes_only
from path_planner.visioning.gathering.bringing_in import take_back
from path_planner.visioning.gathering.calling_back import would_be_told
from path_planner.visioning.gathering.elsewhere import others_with
from path_planner.visioning.gathering.taken_back import would_be_taken_back
from path_planner.visioning.meeting import Meeting
from path_planner.visioning.planning import note_unheard
from path_planner.words import mark, say, say_date, say_many

A_PAGE = 12
"""Sources shown at once: four hundred of them stay quick."""
_MORE = "sources shown"
_LEVELS = {
    Share.THEME: mark("{count} only counted"),
    Share.QUOTE: mark("{count} may be quoted"),
    Share.NAMED: mark("{count} may be quoted with a name"),
}


def sources(meeting: Meeting) -> None:
    """Show the sources, who was not heard, and what was taken back."""
    vision = meeting.vision
    heading(say("Who was heard"), 2)
    if vision.sources:
        told(_whole(vision), "strong")
        _found(vision)
    else:
        empty(say("Nobody yet. Bring in PATHs and conversations first."))
    heading(say("Who was not heard?"), 2)
    _unheard(vision)
    withdrawn(vision)


def _whole(vision: Vision) -> str:
    count = count_all(vision)
    parts = [
        say_many("{count} PATH", "{count} PATHs", count.paths),
        say_many("{count} conversation", "{count} conversations", count.conversations),
        say_many("at least {count} person", "at least {count} people", count.people),
        say_many("{count} voice", "{count} voices", len(vision.voices)),
    ]
    return " · ".join(parts)


def _found(vision: Vision) -> None:
    wanted = st.text_input(
        say("Find a source or a voice"),
        key=state.key("find source"),
        type="search",
        icon=":material/search:",
        placeholder=say("Title, place, group, or words that were said"),
        on_change=state.note,
        args=(_MORE, A_PAGE),
    )
    voices: dict[str, list[SharedVoice]] = {}
    for voice in voices_in_order(vision, vision.voices):
        voices.setdefault(voice.source, []).append(voice)
    words = (wanted or "").casefold().split()
    found = [
        (one, here)
        for one in in_order(vision.sources)
        if (here := _matching(one, voices.get(one.id, []), words)) is not None
    ]
    if not found:
        empty(say("No source and no voice has these words."))
    shown = state.noted(_MORE, A_PAGE)
    for source, matching in found[:shown]:
        with st.container(border=True, key=f"source-{source.id}", gap="small"):
            _source(vision, source, voices.get(source.id, []), matching if words else [])
    if len(found) > shown:
        st.button(
            say_many("Show {count} more", "Show {count} more", min(A_PAGE, len(found) - shown)),
            key=state.key("more sources"),
            on_click=state.note,
            args=(_MORE, shown + A_PAGE),
        )


def _matching(
    source: Source, voices: Iterable[SharedVoice], words: list[str]
) -> list[SharedVoice] | None:
    """Return the voices that have the words; None where the source has none of them either."""
    about = f"{source.kept_as} {source.place} {source.group}".casefold()
    if all(word in about for word in words):
        return []
    found = [one for one in voices if all(word in one.text.casefold() for word in words)]
    return found or None


def source_name(source: Source) -> str:
    """Name a source for the steering group."""
    return source.kept_as or say(SOURCE_WORDS[source.what])


def _source(
    vision: Vision, source: Source, voices: list[SharedVoice], matching: list[SharedVoice]
) -> None:
    heading(source_name(source), 3)
    st.html(facts(_facts(source, voices)))
    open_note, right_note = f"voices of {source.id}", f"put right {source.id}"
    with st.container(horizontal=True, key=f"source-buttons-{source.id}"):
        if voices:
            st.button(
                say("Hide its voices") if state.noted(open_note) else say("Show its voices"),
                key=state.key(open_note),
                on_click=state.note,
                args=(open_note, not state.noted(open_note)),
            )
        st.button(
            say("Close") if state.noted(right_note) else say("Put right"),
            key=state.key(right_note),
            icon=":material/edit:",
            on_click=state.note,
            args=(right_note, not state.noted(right_note)),
        )
        _take_back(
            source.id,
            say("Take back all of it"),
            say("Take back everything of this source? Its voices leave the vision for good."),
            vision,
        )
    if state.noted(right_note):
        source_fields(source)
    for voice in voices if state.noted(open_note) else matching:
        with st.container(key=f"voice-of-source-{voice.id}", gap="small"):
            told(voice.text)
            with st.container(horizontal=True, key=f"voice-buttons-{voice.id}"):
                for_themes_only(voice, "source")
                _take_back(
                    voice.id,
                    say("Take this voice back"),
                    say("Take this voice back? It leaves the vision for good."),
                    vision,
                )


def _facts(source: Source, voices: list[SharedVoice]) -> list[tuple[str, str]]:
    levels = Counter(voice.share for voice in voices)
    shares = [say(words, count=levels[one]) for one, words in _LEVELS.items() if levels[one]]
    return [
        (say("What it was"), say(SOURCE_WORDS[source.what])),
        (say("When"), say_date(source.held_on) if source.held_on else ""),
        (say("Where"), source.place),
        (say("Which people"), source.group),
        (say("How many were there"), str(source.people) if source.people else ""),
        (say("Voices"), " · ".join(shares) or say("none")),
        (say("How it was asked"), source.agreed.how),
    ]


def _take_back(record_id: str, label: str, question: str, vision: Vision) -> None:
    twice(
        f"take back {record_id}",
        label,
        lambda: " ".join((question, would_be_told(vision, record_id), *_others(vision, record_id))),
        lambda: act(take_back, record_id),
        yes=say("Yes, take it back"),
    )


def _others(vision: Vision, record_id: str) -> list[str]:
    taken = would_be_taken_back(vision, record_id)
    others = others_with(the_vision_store(), vision.id, taken)
    return [said_elsewhere(others)] if others else []


def _unheard(vision: Vision) -> None:
    told(say("No plan hears everybody. Say who is missing; the plan tells it too."))
    if vision.unheard:
        items = "".join(
            f'<li dir="auto">{escaped(one.who)}</li>' for one in in_order(vision.unheard)
        )
        st.html(f'<ul class="lines">{items}</ul>')
    add_line(
        say("Who is missing?"),
        note_unheard,
        "new unheard in gather",
        placeholder=say("Write, then press Enter"),
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
