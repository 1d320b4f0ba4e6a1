"""Forms for reports of topics: a blank one, and one for each topic, to fill in by hand."""

from path_planner.analysis.event_places import numbered_topics, room_label, slot_times
from path_planner.domain.event.contribution import PART_WORDS, REPORT_PARTS
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Topic
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.event.printing import (
    PDF,
    flow_of,
    joined,
    where_and_when,
    with_topics,
)
from path_planner.i18n import N_, _
from path_planner.pdf.flow import Checkbox, FlowDocument

MAY_BE_READ = (
    N_("Only people who were there may read this."),
    N_("Everybody may read this, without our names."),
    N_("Everybody may read this, with our names: we wrote them beside our lines."),
    N_("Only count it. Nobody may read the words."),
)
"""What a group may tick: the share levels of its lines, in the words of a form."""
_LINES = (3, 3, 2, 2)
"""Lines to write on for each part of the report."""


def render(event: Event, options: EventOptions) -> bytes:
    """Return the forms as a tagged PDF on A4: the blank one first, a page each."""
    flow = flow_of(event, _("Report forms"), options, points=13, margin=15)
    _form(flow, event, None, 0)
    for number, topic in numbered_topics(event):
        flow.new_page()
        _form(flow, event, topic, number)
    return flow.finish()


def _form(flow: FlowDocument, event: Event, topic: Topic | None, number: int) -> None:
    flow.paragraph(where_and_when(event), small=True)
    title = f"{number}  {topic.title}" if topic else _("Report of a topic")
    flow.heading(title, points=22)
    if topic:
        flow.paragraph(_place(event, topic))
    else:
        flow.line_after(_("Topic and its number:"))
    flow.line_after(_("How many people came (a number, no names):"))
    for part, lines in zip(REPORT_PARTS, _LINES, strict=True):
        flow.heading(_(PART_WORDS[part]), 2, points=14)
        flow.lines_to_write_on(lines)
    flow.heading(_("Who may read this?"), 2, points=14)
    says = _("Empty box")
    flow.checkboxes([Checkbox(_(words), says=says) for words in MAY_BE_READ])
    flow.checkboxes([Checkbox(_("We read this aloud, and all of us said yes."), says=says)])


def _place(event: Event, topic: Topic) -> str:
    slot, room = event.slots.get(topic.slot or ""), event.rooms.get(topic.room or "")
    return joined(
        [
            slot_times(slot) if slot else "",
            room_label(event, room) if room else "",
            topic.convenor,
        ]
    )


EXPORTS = (
    EventExport(
        name=N_("Report forms, a blank one and one for each topic (PDF)"),
        key="report-forms",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK}),
        offered=with_topics,
    ),
)
