"""The return letter: what people said, where it went, and when there is an answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from path_planner.analysis.event_lines import final_topic, readable_lines
from path_planner.analysis.event_places import numbered_topics, table_label
from path_planner.domain.base import sorted_records
from path_planner.domain.event.about import Answer
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.event.line_list import LineWriter
from path_planner.exports.event.printing import (
    PDF,
    credits_of,
    event_title,
    flow_of,
    joined,
)
from path_planner.i18n import N_, _, format_date
from path_planner.pdf.flow import FlowDocument
from path_planner.typography.fonts import DOCUMENT_BOLD

_ASKED = (Part.RECOMMENDATION, Part.REQUEST)
"""What a letter repeats of a report: what was recommended and asked for."""
_POINTS = 13.0


@dataclass(frozen=True, slots=True)
class _Subject:
    """Something that was talked about, what was said, and what came back."""

    title: str
    lines: Sequence[Contribution]
    answers: Sequence[Answer]


def render(event: Event, options: EventOptions) -> bytes:
    """Return the letter as a tagged PDF on A4, in large print."""
    flow = flow_of(event, _("What you said, and what came of it"), options, points=_POINTS)
    writer = LineWriter(flow, event, options.audience)
    _head(flow, event, options)
    subjects = [each for each in _subjects(event, options) if each.lines or each.answers]
    for subject in subjects:
        _write(flow, event, writer, subject)
    whole_day = [answer for answer in sorted_records(event.answers) if not _is_about(event, answer)]
    flow.heading(_("For the whole day"), 2)
    _answers(flow, event, whole_day)
    _foot(flow, event)
    return flow.finish()


def _head(flow: FlowDocument, event: Event, options: EventOptions) -> None:
    flow.paragraph(format_date(options.on))
    flow.heading(_("What you said, and what came of it"), points=22)
    day = format_date(event.about.held_on) if event.about.held_on else ""
    facts = joined([event_title(event), day, event.about.place])
    flow.paragraph(facts, style=DOCUMENT_BOLD)
    flow.paragraph(_("Thank you for coming."))
    if event.about.question:
        flow.paragraph(_("We asked: {question}", question=event.about.question))
    if event.limits.who_decides:
        flow.paragraph(_("Who decides: {who}", who=event.limits.who_decides))
    if event.limits.promise:
        flow.paragraph(_("What was promised: {promise}", promise=event.limits.promise))
    if event.about.answer_by:
        until = format_date(event.about.answer_by)
        flow.paragraph(_("You were promised an answer by {day}.", day=until))


def _subjects(event: Event, options: EventOptions) -> Iterator[_Subject]:
    lines = readable_lines(event, options.audience)
    answers: dict[str, list[Answer]] = {}
    for answer in sorted_records(event.answers):
        topic = final_topic(event, answer.about)
        answers.setdefault(topic.id if topic else answer.about or "", []).append(answer)
    for number, topic in numbered_topics(event):
        found = [
            line
            for line in lines
            if line.part in _ASKED and final_topic(event, line.topic) == topic
        ]
        yield _Subject(f"{number}  {topic.title}", found, answers.get(topic.id, ()))
    for table in sorted_records(event.tables):
        # A whole tablecloth is for the book; an answer to a table stands in the letter.
        yield _Subject(table_label(event, table), (), answers.get(table.id, ()))
    harvest = [line for line in lines if line.part is Part.HARVEST]
    for group in sorted_records(event.groups):
        found = [line for line in harvest if line.group == group.id]
        yield _Subject(group.title or _("A group"), found, answers.get(group.id, ()))
    rest = [line for line in harvest if line.group not in event.groups]
    yield _Subject(_("What we take with us"), rest, ())


def _is_about(event: Event, answer: Answer) -> bool:
    """Whether an answer is about something that is still there, not about the whole day."""
    about = answer.about or ""
    return about in event.topics or about in event.tables or about in event.groups


def _write(flow: FlowDocument, event: Event, writer: LineWriter, subject: _Subject) -> None:
    flow.heading(subject.title, 2)
    if subject.lines:
        flow.paragraph(_("You said:"), style=DOCUMENT_BOLD)
        writer.write(subject.lines)
    _answers(flow, event, subject.answers)


def _answers(flow: FlowDocument, event: Event, answers: Sequence[Answer]) -> None:
    """Write where it went and what came back; or until when there is an answer."""
    for answer in answers:
        flow.paragraph(_went_to(answer), style=DOCUMENT_BOLD)
        if answer.text:
            flow.paragraph(answer.text)
        if answer.by_when:
            day = format_date(answer.by_when)
            flow.paragraph(_("This happens by {day}.", day=day))
    if answers:
        return
    until = event.about.answer_by
    if until:
        flow.paragraph(
            _("There is no answer yet. You will get one by {day}.", day=format_date(until))
        )
    else:
        flow.paragraph(_("There is no answer yet, and no day was named. Please ask for one."))


def _went_to(answer: Answer) -> str:
    return _("Answer from {name}:", name=answer.who) if answer.who else _("The answer:")


def _foot(flow: FlowDocument, event: Event) -> None:
    flow.heading(_("You can change your mind"), 2)
    flow.paragraph(_("Tell us if your words should go no further. Then we take them out."))
    if event.about.sponsor:
        flow.paragraph(_("This letter is from {name}.", name=event.about.sponsor))
    for words in credits_of(event):
        flow.paragraph(words, small=True)


EXPORTS = (
    EventExport(
        name=N_("Letter: what you said, and what came of it (PDF)"),
        key="letter",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK, Choice.AUDIENCE}),
    ),
)
