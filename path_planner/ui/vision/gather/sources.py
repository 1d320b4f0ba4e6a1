"""The sources of a vision, the groups without a voice, and the withdrawal of consent."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any

import streamlit as st

from path_planner.analysis.counts import count_all, participation_sentences
from path_planner.analysis.queries import voices_in_order
from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.vision.sources import SOURCE_WORDS, SharedVoice, Source, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.plan import add_missing_group
from path_planner.services.vision.sources import bring_back, change_source, withdraw
from path_planner.services.vision.withdrawal import (
    other_visions_with,
    would_be_withdrawn,
    would_notify,
)
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import (
    confirm_button,
    escape_markdown,
    escaped,
    heading,
    paragraph,
    placeholder,
)
from path_planner.ui.components.line_input import line_input
from path_planner.ui.context import on_click_run
from path_planner.ui.stores import vision_store
from path_planner.ui.vision.components import facts, reactions_to
from path_planner.ui.vision.gather.withdrawal import other_visions_sentence, withdrawn
from path_planner.ui.vision.privacy.quotes import for_themes_only

KINDS: list[SourceKind] = [kind for kind in SourceKind if kind is not SourceKind.PATH]
MOST_PEOPLE = 100_000


def source_fields(source: Source) -> None:
    """Show the editable details of a source; those of a PATH that it does not have itself."""
    left, right = st.columns(2)
    of_a_path = source.what is SourceKind.PATH
    with left:
        if not of_a_path:
            _line(source, "kept_as", _("What do you call it? (just for you, never printed)"))
            autosave.select(
                _("What was it?"),
                KINDS,
                source.what,
                partial(_set, source.id, "what"),
                f"source what {source.id}",
                format_func=_kind,
            )
        _line(source, "place", _("Where was it?"))
    with right:
        _line(source, "group", _("Who was there, in words they would use themselves?"))
        if not of_a_path:
            autosave.date_input(
                _("When was it?"),
                source.held_on,
                partial(_set, source.id, "held_on"),
                f"source held_on {source.id}",
            )
            autosave.number_input(
                _("How many people were there? (0 if you do not know)"),
                source.people,
                partial(_set, source.id, "people"),
                f"source people {source.id}",
                min_value=0,
                max_value=MOST_PEOPLE,
            )


def _line(source: Source, field: str, label: str) -> None:
    autosave.text_input(
        label,
        getattr(source, field),
        partial(_set, source.id, field),
        f"source {field} {source.id}",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )


def _kind(kind: SourceKind) -> str:
    return _(SOURCE_WORDS[kind])


def _set(source_id: str, field: str, context: VisionContext, value: Any) -> VisionResult:
    return change_source(context, source_id, **{field: value})


_KINDS = 30
A_PAGE = 12
"""Sources of a page of the list, so that four hundred stay quick."""
_MORE = "sources shown"
_LEVELS = {
    Share.THEME: N_("{count} only counted"),
    Share.QUOTE: N_("{count} can be quoted"),
    Share.NAMED: N_("{count} can be quoted with a name"),
}


def sources(context: VisionContext) -> None:
    """Show the sources, the missing groups, and the withdrawals."""
    vision = context.document
    heading(_("Who was heard"), 2)
    if vision.sources:
        paragraph(_whole(vision), "strong")
        _found(vision)
    else:
        placeholder(_("Nobody yet. Add PATHs and conversations first."))
    _set_aside(vision)
    heading(_("Who was not heard?"), 2)
    _unheard(vision)
    withdrawn(vision)


def _whole(vision: Vision) -> str:
    count = count_all(vision)
    voices = ngettext("{count} voice", "{count} voices", len(vision.voices))
    return " · ".join([*participation_sentences(count), voices])


def _found(vision: Vision) -> None:
    query = st.text_input(
        _("Find a source or a voice"),
        key=state.key("find source"),
        type="search",
        icon=":material/search:",
        placeholder=_("Title, place, group, or words that were said"),
        on_change=state.remember,
        args=(_MORE, A_PAGE),
        autocomplete="off",
    )
    voices: dict[str, list[SharedVoice]] = {}
    for voice in voices_in_order(vision, vision.voices):
        voices.setdefault(voice.source, []).append(voice)
    words = (query or "").casefold().split()
    found = [
        (source, here)
        for source in sorted_records(vision.sources)
        if (here := _matching(source, voices.get(source.id, []), words)) is not None
    ]
    if not found:
        placeholder(_("No source or voice has these words."))
    shown = state.recall(_MORE, A_PAGE)
    for source, matching in found[:shown]:
        with st.container(border=True, key=f"source-{source.id}", gap="small"):
            _source(vision, source, voices.get(source.id, []), matching if words else [])
    if len(found) > shown:
        st.button(
            ngettext("Show {count} more", "Show {count} more", min(A_PAGE, len(found) - shown)),
            key=state.key("more sources"),
            on_click=state.remember,
            args=(_MORE, shown + A_PAGE),
        )


def _matching(
    source: Source, voices: Iterable[SharedVoice], words: list[str]
) -> list[SharedVoice] | None:
    """Return the voices that contain the words; None if nothing of the source matches."""
    about = f"{source.kept_as} {source.place} {source.group}".casefold()
    if all(word in about for word in words):
        return []
    matching = [voice for voice in voices if all(word in voice.text.casefold() for word in words)]
    return matching or None


def source_name(source: Source) -> str:
    """Return the name of a source, for the steering group."""
    return source.kept_as or _(SOURCE_WORDS[source.what])


def _source(
    vision: Vision, source: Source, voices: list[SharedVoice], matching: list[SharedVoice]
) -> None:
    heading(source_name(source), 3)
    st.html(facts(_facts(source, voices)))
    open_note, right_note = f"voices of {source.id}", f"put right {source.id}"
    with st.container(horizontal=True, key=f"source-buttons-{source.id}"):
        if voices:
            st.button(
                _("Hide its voices") if state.recall(open_note) else _("Show its voices"),
                key=state.key(open_note),
                on_click=state.remember,
                args=(open_note, not state.recall(open_note)),
            )
        st.button(
            _("Close") if state.recall(right_note) else _("Edit"),
            key=state.key(right_note),
            icon=":material/edit:",
            on_click=state.remember,
            args=(right_note, not state.recall(right_note)),
        )
        _take_back(
            source.id,
            _("Withdraw all of it"),
            _(
                "Withdraw everything from this source? Its "
                "voices are deleted from the vision for good."
            ),
            vision,
        )
    if state.recall(right_note):
        source_fields(source)
    for voice in voices if state.recall(open_note) else matching:
        with st.container(key=f"voice-of-source-{voice.id}", gap="small"):
            if voice.question:
                paragraph(voice.question, "hint")
            paragraph(voice.text)
            if beside := " · ".join(filter(None, (voice.place, *reactions_to(voice)))):
                paragraph(beside, "hint")
            with st.container(horizontal=True, key=f"voice-buttons-{voice.id}"):
                for_themes_only(voice, "source")
                _take_back(
                    voice.id,
                    _("Withdraw this voice"),
                    _("Withdraw this voice? It is deleted from the vision for good."),
                    vision,
                )


def _facts(source: Source, voices: list[SharedVoice]) -> list[tuple[str, str]]:
    levels = Counter(voice.share for voice in voices)
    shares = [_(words, count=levels[level]) for level, words in _LEVELS.items() if levels[level]]
    return [
        (_("What it was"), _(SOURCE_WORDS[source.what])),
        (_("When"), format_date(source.held_on) if source.held_on else ""),
        (_("Where"), source.place),
        (_("Who was there"), source.group),
        (_("How many people were there"), str(source.people) if source.people else ""),
        (_("Voices"), " · ".join(shares) or _("none")),
        (_("How it was asked"), source.agreed.how),
    ]


def _take_back(record_id: str, label: str, question: str, vision: Vision) -> None:
    confirm_button(
        f"take back {record_id}",
        label,
        lambda: " ".join((question, would_notify(vision, record_id), *_others(vision, record_id))),
        lambda: on_click_run(withdraw, record_id),
        yes=_("Yes, withdraw it"),
    )


def _others(vision: Vision, record_id: str) -> list[str]:
    to_withdraw = would_be_withdrawn(vision, record_id)
    others = other_visions_with(vision_store(), vision.id, to_withdraw)
    return [other_visions_sentence(others)] if others else []


def _set_aside(vision: Vision) -> None:
    """Show the empty answers that are set aside, each kind with a button to bring it back."""
    if not vision.set_aside:
        return
    by_words: dict[str, list[str]] = {}
    for voice in sorted_records(vision.set_aside):
        by_words.setdefault(" ".join(voice.text.split()), []).append(voice.id)
    heading(_("Empty answers"), 2)
    paragraph(_("These say nothing, so they are in no count, theme or document."))
    _bring_back_button(
        ngettext(
            "Bring back {count} empty answer",
            "Bring back {count} empty answers",
            len(vision.set_aside),
        ),
        [*vision.set_aside],
        "all",
    )
    if len(by_words) > 1:
        with st.expander(_("One kind at a time")):
            most = sorted(by_words.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:_KINDS]
            for number, (words, ids) in enumerate(most):
                label = _("Bring back “{words}” (×{count})", words=words, count=len(ids))
                _bring_back_button(escape_markdown(label), ids, str(number))


def _bring_back_button(label: str, ids: list[str], name: str) -> None:
    st.button(
        label,
        key=state.key(f"bring back {name}"),
        icon=":material/undo:",
        on_click=on_click_run,
        args=(bring_back, ids),
    )


def _unheard(vision: Vision) -> None:
    paragraph(_("No plan hears from everyone. Say who is missing. It goes in the plan too."))
    if vision.unheard:
        items = "".join(
            f'<li dir="auto">{escaped(group.who)}</li>' for group in sorted_records(vision.unheard)
        )
        st.html(f'<ul class="lines">{items}</ul>')
    line_input(
        _("Who is missing?"),
        add_missing_group,
        "new unheard in gather",
        placeholder=_("Type, then press Enter"),
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
