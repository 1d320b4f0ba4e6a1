"""The book of proceedings: what was said on the day, by time and room, for its readers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from path_planner.analysis.event_lines import (
    Readers,
    counted_lines,
    final_topic,
    may_leave,
    readable_lines,
)
from path_planner.analysis.event_places import (
    numbered_topics,
    offers_in_words,
    question_at,
    round_label,
    table_label,
)
from path_planner.domain.base import sorted_records
from path_planner.domain.event.cafe import CafeTable
from path_planner.domain.event.contribution import (
    PART_WORDS,
    REPORT_PARTS,
    Contribution,
    Part,
)
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Stroke
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.event.line_list import LineWriter, by_first_line
from path_planner.exports.event.printing import (
    PDF,
    credits_of,
    event_title,
    joined,
    metadata_of,
    page_style,
)
from path_planner.exports.event.proceedings_topics import TopicsChapter
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.pdf.path_operators import Pen
from path_planner.pdf.report import Entry, Report
from path_planner.pdf.structure import Anchor
from path_planner.pdf.toc import Contents
from path_planner.scene.cloth import by_round, ink_for, words_for_ink
from path_planner.scene.wall.marks import box_of_mark
from path_planner.typography.fonts import DOCUMENT_BOLD

_MARGIN = 22.0
_WIDEST_INK, _HIGHEST_INK = 120.0, 75.0
"""The largest width and height of a drawing in millimetres."""
_INK_SCALE = 0.15
"""The largest scale, in millimetres a unit of the cloth: a short line stays a short line."""
_SINGLE_PARTS = (
    (Part.NEWS, "news"),
    (Part.PARKING, "parking"),
    (Part.CIRCLE, "circle"),
)
TITLE = N_("Book of the day")


def render(event: Event, options: EventOptions) -> bytes:
    """Return the book as a tagged PDF on A4, with as many pages as it needs."""
    return _Book(event, options).render()


@dataclass
class _Chapter:
    title: str
    key: str
    sections: list[tuple[str, str]] = field(default_factory=list)
    """The titles of its parts for the table of contents, each with the name of its anchor."""


class _Book:
    def __init__(self, event: Event, options: EventOptions) -> None:
        self._event = event
        self._options = options
        facts = metadata_of(event, _(TITLE))
        self._report = Report(facts, page_style=page_style(options, points=12, margin=_MARGIN))
        self._lines = readable_lines(event, options.audience)
        self._writer = LineWriter(self._report, event, options.audience)

    @cached_property
    def _others(self) -> list[Contribution]:
        """Return the lines whose topic or table is no longer there: they are not lost."""
        event = self._event
        return [
            line
            for line in self._lines
            if (line.part in REPORT_PARTS and not final_topic(event, line.topic))
            or (line.part is Part.TABLE and line.table not in event.tables)
        ]

    def render(self) -> bytes:
        """Draw cover, contents and chapters."""
        self._cover()
        chapters = self._chapters()
        entries = [
            entry
            for chapter in chapters
            for entry in (
                Entry(chapter.title, Anchor(chapter.key)),
                *(Entry(title, Anchor(key), 1) for title, key in chapter.sections),
            )
        ]
        contents = Contents(self._report, _("Contents"), entries, runs_on=True)
        for chapter in chapters:
            self._report.chapter(chapter.title, chapter.key, runs_on=chapter.key != "topics")
            getattr(self, f"_write_{chapter.key}")()
        contents.fill()
        return self._report.finish()

    def _chapters(self) -> list[_Chapter]:
        event = self._event
        topics = [
            (f"{number}  {topic.title}", f"topic-{topic.id}")
            for number, topic in numbered_topics(event)
        ]
        tables = [
            (table_label(event, table), f"table-{table.id}")
            for table in sorted_records(event.tables)
        ]
        found = [
            _Chapter(_("Topics by time and room"), "topics", topics) if topics else None,
            _Chapter(_("At the tables"), "tables", tables) if tables else None,
            _Chapter(_("Harvest"), "harvest") if event.groups or self._of(Part.HARVEST) else None,
            *(
                _Chapter(_(PART_WORDS[part]), key) if self._of(part) else None
                for part, key in _SINGLE_PARTS
            ),
            _Chapter(_("More that was said"), "others") if self._others else None,
            _Chapter(_("What was promised"), "promises"),
            _Chapter(_("About this book"), "about"),
        ]
        return [chapter for chapter in found if chapter]

    def _of(self, part: Part) -> list[Contribution]:
        return [line for line in self._lines if line.part is part]

    def _cover(self) -> None:
        event, report = self._event, self._report
        report.space(18)
        report.heading(event_title(event), points=30)
        report.lead(_(TITLE), points=20)
        if event.about.question and event.about.question != event.about.title:
            report.lead(event.about.question, points=17)
        day = format_date(event.about.held_on) if event.about.held_on else ""
        report.paragraph(joined([day, event.about.place]))
        if event.about.sponsor:
            report.paragraph(_("Invited by {name}", name=event.about.sponsor))
        if event.guests:
            came = sum(guest.present for guest in event.guests.values())
            report.paragraph(ngettext("{count} person came.", "{count} people came.", came))
        report.paragraph(_for_whom(event, self._options.audience), style=DOCUMENT_BOLD)
        report.space(6)

    def _write_topics(self) -> None:
        TopicsChapter(self._report, self._event, self._options, self._lines).write()

    def _write_tables(self) -> None:
        event, report = self._event, self._report
        for table in sorted_records(event.tables):
            report.ensure_space(report.page_style.size * 7)
            report.document.anchor(f"table-{table.id}", report.y)
            report.heading(table_label(event, table), 2)
            offers = joined([*offers_in_words(table.offers), *table.languages])
            if offers:
                report.paragraph(offers, small=True)
            self._rounds(table)

    def _rounds(self, table: CafeTable) -> None:
        event, report = self._event, self._report
        said = [line for line in self._of(Part.TABLE) if line.table == table.id]
        ink = by_round(ink_for(event, table.id, self._options.audience))
        if not said and not ink:
            report.paragraph(_("No words are in here."), small=True)
        words = by_first_line(said, lambda line: _known(line.round, event.rounds))
        for each in sorted_records(event.rounds):
            found = words.get(each.id, [])
            if found or each.id in ink:
                report.label(joined([round_label(event, each), question_at(event, table, each)]))
                self._writer.write(found, each.id)
                _draw_ink(report, event, each.id, ink.get(each.id, ()))
        if rest := words.get(""):
            report.label(_("Without a round"))
            self._writer.write(rest)

    def _write_harvest(self) -> None:
        event, report = self._event, self._report
        by_group = by_first_line(
            self._of(Part.HARVEST), lambda line: _known(line.group, event.groups)
        )
        for group in sorted_records(event.groups):
            report.heading(group.title or _("A group"), 2)
            found = by_group.get(group.id, [])
            if not found:
                report.paragraph(_("No words are in here."), small=True)
            self._writer.write(found)
        rest = by_group.get("", [])
        if rest and event.groups:
            report.heading(_("In no group"), 2)
        self._writer.write(rest)

    def _write_news(self) -> None:
        self._writer.write(self._of(Part.NEWS))

    def _write_parking(self) -> None:
        self._writer.write(self._of(Part.PARKING))

    def _write_circle(self) -> None:
        self._writer.write(self._of(Part.CIRCLE))

    def _write_others(self) -> None:
        self._writer.write(self._others)

    def _write_promises(self) -> None:
        event, report = self._event, self._report
        limits = event.limits
        until = format_date(event.about.answer_by) if event.about.answer_by else ""
        facts = (
            (_("This can change"), limits.can_change),
            (_("This cannot change"), limits.cannot_change),
            (_("Who decides"), limits.who_decides),
            (_("The money"), limits.budget),
            (_("What we promise"), limits.promise),
            (_("People get an answer by"), until),
        )
        for title, words in facts:
            if words:
                report.label(title)
                report.prose(words)
        if not any(words for _title, words in facts):
            report.paragraph(_("Nothing was promised."))

    def _write_about(self) -> None:
        event, report = self._event, self._report
        report.paragraph(_("Made on {day}.", day=format_date(self._options.on)))
        report.paragraph(
            _(
                "People said for each line who may read it. A name stands beside a line only if "
                "its speaker wanted that. Who sat with whom is in no book."
            )
        )
        counted = [
            line
            for line in counted_lines(event)
            if self._options.audience is Readers.CIRCLE or may_leave(event, line)
        ]
        if counted:
            report.paragraph(
                ngettext(
                    "{count} line is only counted: its words are not in here.",
                    "{count} lines are only counted: their words are not in here.",
                    len(counted),
                )
            )
        for words in credits_of(event):
            report.paragraph(words, small=True)


def _draw_ink(report: Report, event: Event, round_id: str, strokes: Sequence[Stroke]) -> None:
    """Draw what a round left on a cloth, as large as there is room for it."""
    if not strokes:
        return
    boxes = [box_of_mark(stroke) for stroke in strokes]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    width = max(box.right for box in boxes) - left
    height = max(box.bottom for box in boxes) - top
    scale = min(_INK_SCALE, min(_WIDEST_INK, report.width) / width, _HIGHEST_INK / height)
    with report.figure(words_for_ink(event, round_id, len(strokes)), height * scale) as place:
        x = place.x + (place.width - width * scale if report.mirrored else 0.0)
        report.document.ink(
            (
                Pen(stroke.pen.colour, stroke.pen.width * scale, stroke.pen.opacity),
                [
                    (x + (across - left) * scale, place.y + (down - top) * scale)
                    for across, down in zip(stroke.points[::2], stroke.points[1::2], strict=True)
                ],
            )
            for stroke in strokes
        )
    report.space(report.page_style.size * 0.55)


def _known(record_id: str | None, records: Mapping[str, object]) -> str:
    """Return the id of a record that is still there, or ""."""
    return record_id if record_id and record_id in records else ""


def _for_whom(event: Event, readers: Readers) -> str:
    """Return for whom the book is, and why it may have no words of people."""
    if readers is Readers.CIRCLE:
        return _("Only for people who were there. Please do not pass it on.")
    if not event.agreed.share:
        return _(
            "The people who came have not agreed that their words go further. "
            "So none of their lines are in here."
        )
    return _("For everybody. It has the lines that people agreed to share.")


EXPORTS = (
    EventExport(
        name=N_("Book of the day, with all reports (PDF)"),
        key="proceedings",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK, Choice.AUDIENCE}),
    ),
)
