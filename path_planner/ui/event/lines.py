"""The lines of one part of an event: the field for the next one, their list, and what is done.

Nobody's words are changed here. Whoever sees it differently adds an answer; a line that does not
hold any more is struck with a reason; only the person themselves takes a line back.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from path_planner.analysis.event_lines import ThreadedLine, guest_labels, threaded
from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.event.contribution import PART_WORDS, Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share
from path_planner.i18n import _, ngettext
from path_planner.services import records
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.contributions import annotate, answer, contribute, take_back
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, escaped, paragraph, placeholder
from path_planner.ui.components.line_input import line_field
from path_planner.ui.components.people_field import (
    Choice,
    Speaker,
    expressed_choice,
    list_choice,
    manner_of,
    people_data,
    person_in,
    share_choice,
    supported_choice,
    text_of,
)
from path_planner.ui.context import on_click_run
from path_planner.ui.event.line_places import (
    SHARE_AT_EVENT,
    LinePlace,
    Write,
    manner_words,
    speakers,
)
from path_planner.ui.event.pictures import picture_button, picture_html
from path_planner.ui.sync.component import Change

MOST_CHIPS = 9
"""With more people than keys, who says it is chosen from a list."""
_SOMEBODY = "*"
"""Supported by somebody whose name nobody noted; no id of a record."""
_IN_VIEW = 12
_OPEN, _ALL = "line being changed", "all lines shown"


def lines_part(
    context: EventContext,
    part: Part | Sequence[Part],
    *,
    people: Sequence[Speaker] | None = None,
    label: str = "",
    write: Write = contribute,
    adds: bool = True,
    answered_in: str | None = None,
    **place: str | None,
) -> None:
    """Show a field for the next line of a part of the event, and the lines that stand there.

    `place` is the topic, the table and the round, as far as they matter. Of several parts the field
    asks which one. `people` are those who may speak here, by default all guests who are there.
    Without `adds` there is no field, and answers only if it is told in which round they are given.
    """
    parts = (part,) if isinstance(part, Part) else tuple(part)
    where = LinePlace(parts, place)
    event = context.document
    if adds:
        chosen = speakers(event) if people is None else people
        _field(where, chosen, label, write, newcomers=people is None)
        picture_button(where, chosen, write)
    _list(event, where, answers=adds or answered_in is not None, answered_in=answered_in)


def _field(
    where: LinePlace, people: Sequence[Speaker], label: str, write: Write, *, newcomers: bool
) -> None:
    choices = _choices(people)
    if len(where.parts) > 1:
        options = [[part.value, _(PART_WORDS[part])] for part in where.parts]
        kind = list_choice("part", _("What kind of line?"), options, where.parts[0], stays=True)
        choices.insert(0, kind)
    with st.container(key=f"add-line-{_dashed(where.name)}"):
        line_field(
            label or _("What do they say?"),
            partial(_write, where, write),
            f"new line {where.name}",
            placeholder=_("Write, then press Enter"),
            people=people_data(
                people,
                _("Who is speaking?"),
                choices,
                chips=len(people) <= MOST_CHIPS,
                newcomers=newcomers,
            ),
        )


def _choices(people: Sequence[Speaker]) -> list[Choice]:
    """Return what is asked beside a line: who, unless there are chips, with whom, how, how far."""
    options = [["", _("No name")], *([each.id, each.name] for each in people)]
    who = list_choice("speaker", _("Who said it?"), options, "")
    return [
        *([who] if len(people) > MOST_CHIPS else []),
        supported_choice(people, [_SOMEBODY, _("Supported by somebody")]),
        expressed_choice(),
        share_choice(SHARE_AT_EVENT),
    ]


def _write(where: LinePlace, write: Write, context: EventContext, line: Change) -> EventResult:
    if isinstance(name := line.get("person"), str):
        return records.create(context, "guests", name=name)
    part = text_of(line, "part")
    chosen = Part(part) if part in where.parts else where.parts[0]
    facts = _facts_of(context.document, line)
    return write(context, chosen, line["text"], **where.facts, **facts)


def _facts_of(event: Event, line: Change) -> dict[str, Any]:
    """Return what was chosen beside a line, as fields of Contribution."""
    who, helper = (
        person_in(event.guests, line, "by") or person_in(event.guests, line, "speaker"),
        text_of(line, "supported_by"),
    )
    return {
        **manner_of(line),
        "speaker": who,
        "supported_by": helper if helper in event.guests else None,
        "supported": helper == _SOMEBODY,
    }


def _list(event: Event, where: LinePlace, *, answers: bool, answered_in: str | None) -> None:
    lines = where.lines_of(event)
    if not lines:
        placeholder(_("Nothing yet. Write just what they say, in their own words."))
        return
    many = ngettext("{count} line", "{count} lines", len(lines))
    st.html(f'<p class="count" role="status">{escaped(many)}</p>')
    threads = _newest_first(threaded(lines))
    shows_all = bool(state.recall(f"{_ALL} {where.name}", False))
    shown = threads if shows_all else threads[:_IN_VIEW]
    labels = guest_labels(event)
    with st.container(key=f"lines-{_dashed(where.name)}", gap=None):
        for thread in shown:
            for one in thread:
                if state.recall(_OPEN) == one.line.id:
                    _editor(event, one.line, answers=answers, answered_in=answered_in)
                else:
                    _row(event, one, labels, names_part=len(where.parts) > 1)
    if len(shown) < len(threads):
        st.button(
            ngettext("Show all {count} lines", "Show all {count} lines", len(lines)),
            key=state.key(f"all lines {where.name}"),
            on_click=state.remember,
            args=(f"{_ALL} {where.name}", True),
        )


def _newest_first(lines: Sequence[ThreadedLine]) -> list[list[ThreadedLine]]:
    """Return threads, the newest first: each a line with the answers below it, in their order."""
    threads: list[list[ThreadedLine]] = []
    for one in lines:
        if one.depth == 0:
            threads.append([])
        threads[-1].append(one)
    return threads[::-1]


def _row(event: Event, one: ThreadedLine, labels: Mapping[str, str], *, names_part: bool) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"line-{one.line.id}"
    ):
        st.html(line_html(event, one, labels, names_part=names_part))
        st.button(
            _("Change"),
            key=state.key(f"change line {one.line.id}"),
            icon=":material/more_horiz:",
            type="tertiary",
            on_click=state.remember,
            args=(_OPEN, one.line.id),
        )


def line_html(
    event: Event, one: ThreadedLine, labels: Mapping[str, str], *, names_part: bool = False
) -> str:
    """Return a line as HTML: its words, who said it and how, and how far it may be shared.

    Private words do not stand in a list that others may see; they are there once it is opened.
    """
    line = one.line
    is_private = line.share is Share.PRIVATE
    words = _("Private words. Press “Change” to read them.") if is_private else line.text
    facts = [
        _(PART_WORDS[line.part]) if names_part else "",
        _answered(event, line) if one.answers_unseen else "",
        *manner_words(line, labels),
    ]
    struck = _("Does not hold any more: {reason}", reason=line.struck) if line.struck else ""
    tag = "s" if line.struck else "span"
    answer = escaped(_("Answer:"))
    return (
        f'<p class="event-line" style="--depth:{min(one.depth, 4)}" dir="auto">'
        + (f'<i class="for-readers">{answer}</i>' if one.depth else "")
        + f'<{tag} class="said{" private" if is_private else ""}">{escaped(words)}</{tag}>'
        + (f'<span class="struck">{escaped(struck)}</span>' if struck else "")
        + picture_html(event, line)
        + f'<span class="facts">{escaped(" · ".join(filter(None, facts)))}</span></p>'
    )


def _answered(event: Event, line: Contribution) -> str:
    before = event.voices.get(line.answers or "")
    if before is None:
        return _("answers a line that was taken back")
    if before.share is Share.PRIVATE:
        return _("answers private words")
    return _("answers “{words}”", words=before.text)


def _editor(event: Event, line: Contribution, *, answers: bool, answered_in: str | None) -> None:
    with st.container(border=True, key=f"line-{line.id}", gap="small"):
        st.html(f'<p class="event-line" dir="auto"><q class="said">{escaped(line.text)}</q></p>')
        paragraph(_("These words stay as they are. To correct them, add an answer."), "quiet")
        if answers:
            people = speakers(event)
            line_field(
                _("An answer to it"),
                partial(_answer, line.id, answered_in),
                f"answer {line.id}",
                placeholder=_("Write, then press Enter"),
                people=people_data(people, _("Who is answering?"), _choices(people), chips=False),
            )
        _facts(event, line)
        autosave.text_input(
            _("It does not hold any more, because …"),
            line.struck,
            partial(_set, line.id, "struck"),
            f"struck {line.id}",
            max_chars=MOST_LETTERS,
        )
        with st.container(horizontal=True, gap="small"):
            st.button(
                _("Close"),
                key=state.key(f"close line {line.id}"),
                icon=":material/check:",
                type="primary",
                on_click=state.remember,
                args=(_OPEN, None),
            )
            confirm_button(
                f"take back {line.id}",
                _("Take it back"),
                _("Only whoever said it takes it back. Then it is erased everywhere."),
                partial(on_click_run, take_back, line.id),
                yes=_("Yes, take it back"),
            )


def _facts(event: Event, line: Contribution) -> None:
    labels = guest_labels(event)
    guests: list[str] = ["", *(guest.id for guest in sorted_records(event.guests))]
    whose, how, far = st.columns(3)
    with whose:
        _select(line, "speaker", _("Who said it?"), guests, partial(_called, labels))
    with how:
        _select(line, "expressed", _("How was it said?"), list(Expressed), _expressed)
    with far:
        _select(line, "share", _("How can it be shared?"), list(Share), _shared)


def _select(
    line: Contribution,
    field: str,
    label: str,
    options: Sequence[str],
    format_func: Callable[[str], str],
) -> None:
    value = getattr(line, field) or ""
    autosave.select(
        label,
        options,
        value if value in options else options[0],
        partial(_set, line.id, field),
        f"{field} {line.id}",
        format_func=format_func,
    )


def _called(labels: Mapping[str, str], guest_id: str) -> str:
    return labels.get(guest_id) or _("No name")


def _expressed(how: str) -> str:
    return _(EXPRESSED_WORDS[Expressed(how)])


def _shared(share: str) -> str:
    return _(SHARE_AT_EVENT[Share(share)])


def _set(line_id: str, field: str, context: EventContext, value: str) -> EventResult:
    return annotate(context, line_id, **{field: value or (None if field == "speaker" else "")})


def _answer(
    line_id: str, answered_in: str | None, context: EventContext, line: Change
) -> EventResult:
    where = {"round": answered_in} if answered_in else {}
    return answer(context, line_id, line["text"], **where, **_facts_of(context.document, line))


def _dashed(name: str) -> str:
    return name.replace(" ", "-")
