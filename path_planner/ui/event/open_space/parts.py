"""The parts of an Open Space beside the wall: what it is, new topics, the clock, reports, news."""

from functools import partial

import streamlit as st

from path_planner.analysis.agenda import current_slot
from path_planner.analysis.event_lines import topic_numbers
from path_planner.analysis.event_places import (
    numbered_topics,
    slot_times,
    slot_title,
    slots_in_order,
)
from path_planner.dates import in_zone
from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.domain.event.about import OFFER_WORDS, Offer
from path_planner.domain.event.contribution import PART_WORDS, REPORT_PARTS, Part
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Report, Topic
from path_planner.i18n import _
from path_planner.methods.registry import method_of
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.agenda import (
    clock_kind,
    report,
    report_line,
    reword_topic,
    write_topic,
)
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import (
    escape_markdown,
    escaped,
    heading,
    lines,
    paragraph,
    placeholder,
)
from path_planner.ui.components.line_input import line_input
from path_planner.ui.components.timer import TimerStart, timer_bar
from path_planner.ui.event.lines import lines_part

_MOST_STARTS = 2


def what_it_is(event: Event) -> None:
    """Show the principles, the law of mobility and what will happen, folded away at first."""
    method = method_of(event)
    with st.expander(_("What will happen, and how we do it"), icon=":material/info:"):
        what, how = st.columns(2)
        with what:
            heading(_("What will happen"), 3)
            lines([_(step.sentence) for step in method.will_happen])
        with how:
            heading(_("How we do it"), 3)
            for principle in (*method.principles, *((method.law,) if method.law else ())):
                title, sentence = escaped(_(principle.title)), escaped(_(principle.sentence))
                st.html(f'<p dir="auto"><strong>{title}.</strong> {sentence}</p>')
        for credit in method.credits:
            paragraph(_(credit), "facts")


def clock(context: EventContext) -> None:
    """Show the clock of the day: it can be started for each part that is not over."""
    event = context.document
    slots = slots_in_order(event)
    on = current_slot(event, in_zone(context.now()))
    coming = slots[slots.index(on) :] if on else slots
    starts = [
        TimerStart(
            slot.id,
            _("{time} {what}", time=slot_times(slot), what=slot_title(slot)),
            slot.minutes,
            clock_kind(slot),
            slot.id,
        )
        for slot in coming
    ]
    running = event.slots.get(event.clock.stage or "")
    words = slot_title(running) if running else ""
    timer_bar(starts, words=words, most=_MOST_STARTS)


def new_topic() -> None:
    """Show the field for the next topic: “Ruth: Buses after six” is brought by Ruth."""
    with st.container(border=True, key="new-topic"):
        line_input(
            _("Write a topic, then press Enter"),
            _write,
            "new topic",
            max_chars=MOST_LETTERS_IN_A_LINE,
            placeholder=_("For example: Buses after six. Or with a name: “Ruth: Buses after six”"),
        )


def _write(context: EventContext, text: str) -> EventResult:
    convenor, title = convenor_and_title(context.document, text)
    return write_topic(context, title, convenor=convenor)


def convenor_and_title(event: Event, text: str) -> tuple[str, str]:
    """Return who brings a topic and its title: the name of a guest before a colon, if there is one.

    “Dream: a house” stays as it was typed, if nobody here is called Dream.
    """
    before, colon, after = text.partition(":")
    name = " ".join(before.split()).casefold()
    called = [
        guest.name
        for guest in event.guests.values()
        if guest.name and name in {guest.name.casefold(), guest.name.casefold().split()[0]}
    ]
    if colon and after.strip() and len(called) == 1:
        return called[0], after.strip()
    return "", text


def topic_choice(event: Event) -> Topic | None:
    """Let people choose a topic; return it, or None where there is none."""
    topics = [topic for _number, topic in numbered_topics(event)]
    if not topics:
        placeholder(_("There are no topics yet."))
        return None
    numbers = topic_numbers(event)
    chosen = st.selectbox(
        _("Which topic?"),
        [topic.id for topic in topics],
        format_func=lambda topic_id: escape_markdown(
            f"{numbers[topic_id]} {event.topics[topic_id].title}"
        ),
        key=state.key("topic of report"),
    )
    return event.topics.get(chosen or "")


def reports(context: EventContext) -> None:
    """Show the report of a topic: how many came, its lines, and whether it was read back."""
    event = context.document
    topic = topic_choice(event)
    if topic is None:
        return
    found = event.reports.get(topic.id, Report(id=topic.id))
    came, needs, back = st.columns([1, 2, 2], vertical_alignment="bottom")
    with came:
        autosave.number_input(
            _("How many came?"),
            found.came,
            partial(_set, topic.id, "came"),
            f"came {topic.id}",
            min_value=0,
            max_value=100_000,
        )
    with needs:
        autosave.multiselect(
            _("What this topic needs of a room"),
            list(Offer),
            list(topic.needs),
            partial(_set_needs, topic.id),
            f"needs {topic.id}",
            format_func=lambda offer: _(OFFER_WORDS[offer]),
            placeholder=_("Nothing"),
        )
    with back:
        autosave.checkbox(
            _("Read back to those who were there, and they said yes"),
            found.read_back,
            partial(_set, topic.id, "read_back"),
            f"read back {topic.id}",
        )
    part = st.segmented_control(
        _("Part of the report"),
        list(REPORT_PARTS),
        default=REPORT_PARTS[0],
        format_func=lambda each: _(PART_WORDS[each]),
        key=state.key("part of report"),
    )
    lines_part(context, part or REPORT_PARTS[0], write=report_line, topic=topic.id)


def _set(topic_id: str, field: str, context: EventContext, value: object) -> EventResult:
    return report(context, topic_id, **{field: value})


def _set_needs(topic_id: str, context: EventContext, needs: list[Offer]) -> EventResult:
    return reword_topic(context, topic_id, needs=tuple(needs))


def news(context: EventContext) -> None:
    """Show the news wall: what everybody should know, and what was found out."""
    lines_part(context, Part.NEWS, label=_("Write something for the news wall"))


def closing(context: EventContext) -> None:
    """Show the closing circle, and what does not belong here now."""
    paragraph(_("A word each, if you like. Nobody has to."))
    lines_part(context, Part.CIRCLE, label=_("What do you take with you?"))
    heading(_("Parking space"), 2)
    lines_part(context, Part.PARKING, label=_("What does not belong here now"))
