"""The shared screen of a day: the agenda wall with what is now, and the time that is left."""

from collections.abc import Iterator, Sequence

import streamlit as st

from path_planner.analysis.agenda import current_slot
from path_planner.analysis.event_lines import topic_numbers
from path_planner.analysis.event_places import (
    interest_in,
    offers_in_words,
    room_label,
    slot_begins,
    slot_times,
    slot_title,
    slots_in_order,
    topics_off_the_wall,
    topics_on_the_wall,
)
from path_planner.dates import in_zone
from path_planner.domain.base import sorted_records
from path_planner.domain.event.about import Slot, SlotKind
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room, Topic
from path_planner.i18n import _, ngettext
from path_planner.methods.registry import method_of
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, event_title
from path_planner.ui.context import open_event_context

MOST_ROOMS = 4
"""Rooms on one page of the screen, so that topics are read from across a hall."""
_PAGE = "screen page"


@st.fragment(run_every=15.0)
def agenda_screen() -> None:
    """Show the agenda wall, a page of rooms at a time; what is now follows the time of the day."""
    context = open_event_context()
    event, now = context.document, context.now()
    rooms = sorted_records(event.rooms)
    pages = max(1, -(-len(rooms) // MOST_ROOMS))
    page = min(state.recall(_PAGE, 0), pages - 1)
    shown = rooms[page * MOST_ROOMS : (page + 1) * MOST_ROOMS]
    st.html(_wall(event, shown, current_slot(event, in_zone(now))))
    with st.container(key="agenda-foot", horizontal=True, vertical_alignment="center"):
        st.html(_foot(event))
        if pages > 1:
            st.button(
                _("Rooms {page} of {pages}: show the next", page=page + 1, pages=pages),
                key=state.key("more rooms"),
                icon=":material/arrow_forward:",
                on_click=state.remember,
                args=(_PAGE, (page + 1) % pages),
            )


def screen_top(event: Event, *, question: bool) -> None:
    """Show what the day is called, and its question where nothing else is the heading."""
    method, title = _(method_of(event).title), event_title(event.about.title)
    asked = f'<h1 dir="auto">{escaped(event.about.question or title)}</h1>' if question else ""
    st.html(f'<p class="kicker" dir="auto">{escaped(method)} · {escaped(title)}</p>{asked}')


def _wall(event: Event, rooms: Sequence[Room], now: Slot | None) -> str:
    """Return the wall as a table: a row a time, a column a room."""
    head = "".join(f'<th scope="col" dir="auto">{_room(event, room)}</th>' for room in rooms)
    rows = "".join(_row(event, slot, rooms, is_now=slot == now) for slot in _shown(event, now))
    time = escaped(_("Time"))
    return (
        f'<table class="agenda"><thead><tr><th scope="col"><span class="for-readers">{time}</span>'
        f"</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _shown(event: Event, now: Slot | None) -> list[Slot]:
    """Return the times that the screen has room for: those for topics, all between, and now."""
    slots = slots_in_order(event)
    talks = [place for place, slot in enumerate(slots) if slot.kind is SlotKind.TALKS]
    between = range(talks[0], talks[-1] + 1) if talks else range(len(slots))
    return [slot for place, slot in enumerate(slots) if place in between or slot == now]


def _room(event: Event, room: Room) -> str:
    facts = offers_in_words(room.offers)
    if room.seats:
        facts.insert(0, ngettext("{count} seat", "{count} seats", room.seats))
    return f"{escaped(room_label(event, room))}<span>{escaped(' · '.join(facts))}</span>"


def _row(event: Event, slot: Slot, rooms: Sequence[Room], *, is_now: bool) -> str:
    kind = ' class="now"' if is_now else ""
    now = escaped(_("now"))
    word = f"<span>{now}</span>" if is_now else ""
    if slot.kind is not SlotKind.TALKS:
        times, title = escaped(slot_times(slot)), escaped(slot_title(slot))
        row = "now" if is_now else ""
        return (
            f'<tr class="other {row}"><th scope="row">{times}{word}</th>'
            f'<td colspan="{max(1, len(rooms))}" dir="auto">{title}</td></tr>'
        )
    placed = topics_on_the_wall(event)
    cells = "".join(
        f"<td>{''.join(_topics(event, placed.get((slot.id, room.id), [])))}</td>" for room in rooms
    )
    named = f'<span class="slot-title">{escaped(slot.title)}</span>' if slot.title else ""
    ends = escaped(_("until {time}", time=slot_times(slot).split("–")[1]))
    return (
        f'<tr{kind}><th scope="row">{escaped(slot_begins(slot))}{word}<span>{ends}</span>{named}'
        f"</th>{cells}</tr>"
    )


def _topics(event: Event, topics: Sequence[Topic]) -> Iterator[str]:
    if not topics:
        free = escaped(_("Free. Bring a topic."))
        yield f'<div class="free">{free}</div>'
    numbers, interest = topic_numbers(event), interest_in(event)
    for topic in topics:
        count = interest.get(topic.id, 0)
        interested = ngettext("{count} interested", "{count} interested", count) if count else ""
        facts = " · ".join(filter(None, (topic.convenor, interested)))
        yield (
            f'<div class="topic" dir="auto"><strong>{numbers[topic.id]} {escaped(topic.title)}'
            f"</strong><span>{escaped(facts)}</span></div>"
        )


def _foot(event: Event) -> str:
    """Return the law of the method, and what is not on the wall."""
    law = method_of(event).law
    told = f"<strong>{escaped(_(law.title))}</strong> {escaped(_(law.sentence))}" if law else ""
    waiting = len(topics_off_the_wall(event))
    off = (
        ngettext("{count} topic is not on the wall", "{count} topics are not on the wall", waiting)
        if waiting
        else ""
    )
    return f'<p class="law" dir="auto">{told} <span>{escaped(off)}</span></p>'
