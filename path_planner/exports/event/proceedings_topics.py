"""The chapter of the book on topics: when and where they were, who came, and their reports."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from path_planner.analysis.event_lines import Readers, final_topic
from path_planner.analysis.event_places import (
    numbered_topics,
    room_label,
    slot_times,
    slots_for_topics,
    topics_off_the_wall,
    topics_on_the_wall,
)
from path_planner.domain.base import sorted_records
from path_planner.domain.event.contribution import PART_WORDS, REPORT_PARTS, Contribution
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Topic
from path_planner.exports.base import EventOptions
from path_planner.exports.event.line_list import LineWriter, by_first_line
from path_planner.exports.event.printing import joined
from path_planner.i18n import _, ngettext
from path_planner.pdf.report import Report
from path_planner.pdf.table import Column, draw_table


class TopicsChapter:
    """Writes the topics by time and room, each with the lines that its readers may see."""

    def __init__(
        self, report: Report, event: Event, options: EventOptions, lines: Sequence[Contribution]
    ) -> None:
        self._report = report
        self._event = event
        self._readers = options.audience
        self._lines = lines
        self._writer = LineWriter(report, event, options.audience)
        self._numbers = {topic.id: number for number, topic in numbered_topics(event)}

    @cached_property
    def _by_topic(self) -> dict[str, list[Contribution]]:
        """Return the lines of reports by the topic that they stand under."""
        found: dict[str, list[Contribution]] = {}
        for line in self._lines:
            topic = final_topic(self._event, line.topic)
            if line.part in REPORT_PARTS and topic:
                found.setdefault(topic.id, []).append(line)
        return found

    def write(self) -> None:
        """Write an overview, then topic by topic."""
        event, report = self._event, self._report
        topics = topics_on_the_wall(event)
        self._overview(topics)
        for slot in slots_for_topics(event):
            there = [
                topic
                for room in sorted_records(event.rooms)
                for topic in topics.get((slot.id, room.id), ())
            ]
            if there:
                report.heading(joined([slot_times(slot), slot.title]), 2)
                self._topics(there)
        times = {slot.id for slot in slots_for_topics(event)}
        elsewhere = [
            topic for (slot, _room), found in topics.items() if slot not in times for topic in found
        ]
        if rest := [*elsewhere, *topics_off_the_wall(event)]:
            report.heading(_("Without a time and a room"), 2)
            self._topics(rest)

    def _overview(self, topics: dict[tuple[str, str], list[Topic]]) -> None:
        """Draw what was when and where, and how many came, as a table."""
        event = self._event
        columns = (
            Column(_("Time"), 1.2),
            Column(_("Room"), 1.6),
            Column(_("Topic"), 4.0),
            Column(_("How many came"), 1.2),
        )
        rows = [
            (
                slot_times(slot),
                room_label(event, room),
                self._heading(topic),
                self._came(topic) or "–",
            )
            for slot in slots_for_topics(event)
            for room in sorted_records(event.rooms)
            for topic in topics.get((slot.id, room.id), ())
        ]
        if rows:
            draw_table(self._report, columns, rows, points=10.5)

    def _came(self, topic: Topic) -> str:
        report = self._event.reports.get(topic.id)
        return str(report.came) if report and report.came else ""

    def _topics(self, topics: Iterable[Topic]) -> None:
        for topic in topics:
            self._topic(topic)

    def _heading(self, topic: Topic) -> str:
        return f"{self._numbers[topic.id]}  {topic.title}"

    def _topic(self, topic: Topic) -> None:
        report = self._report
        report.ensure_space(report.page_style.size * 7)
        report.document.anchor(f"topic-{topic.id}", report.y)
        report.heading(self._heading(topic), 3, points=15)
        for fact in self._facts(topic):
            report.paragraph(fact, small=True)
        by_part = by_first_line(self._by_topic.get(topic.id, ()), lambda line: line.part)
        for part in REPORT_PARTS:
            if found := by_part.get(part):
                report.label(_(PART_WORDS[part]))
                self._writer.write(found)
        if not by_part:
            report.paragraph(_("No words are in here."), small=True)

    def _facts(self, topic: Topic) -> Iterator[str]:
        event = self._event
        room, report = event.rooms.get(topic.room or ""), event.reports.get(topic.id)
        came = report.came if report else 0
        there = self._readers is Readers.CIRCLE and topic.convenor
        facts = joined(
            [
                room_label(event, room) if room else "",
                _("brought by {name}", name=topic.convenor) if there else "",
                ngettext("{count} person came", "{count} people came", came) if came else "",
                _("read back to those who were there") if report and report.read_back else "",
            ]
        )
        if facts:
            yield facts
        joined_it = [
            other.title
            for other in sorted_records(event.topics)
            if other.id != topic.id and final_topic(event, other.id) == topic
        ]
        if joined_it:
            yield _("These topics joined it: {topics}", topics=" · ".join(joined_it))
