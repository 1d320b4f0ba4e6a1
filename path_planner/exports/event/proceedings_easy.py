"""The book of the day in easy read: few pages with pictures, in short sentences."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from path_planner.analysis.event_lines import final_topic, readable_lines, speaker_name
from path_planner.analysis.event_places import numbered_topics, table_label
from path_planner.domain.base import Record, sorted_records
from path_planner.domain.event.contribution import REPORT_PARTS, Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.event.printing import PDF, credits_of, event_title, metadata_of
from path_planner.exports.vision.easy_read import model
from path_planner.exports.vision.easy_read.edition import Cover, Edition
from path_planner.exports.vision.easy_read.layout import drawn
from path_planner.exports.vision.easy_read.model import Idea, picture_for, row, strong
from path_planner.exports.vision.easy_read.model import Part as EasyPart
from path_planner.i18n import N_, _, format_date, ngettext

R = TypeVar("R", bound=Record)
_PICTURES = ("group", "conversation", "speech-bubble", "pencil", "cup-of-tea", "heart")
MORE = N_("There is more in the book of the day.")
_TURNS = {
    Part.REQUEST: 0,
    Part.RECOMMENDATION: 1,
    Part.DISCUSSION: 2,
    Part.RESOURCE: 3,
}
"""What people asked for comes first: it is what they look for."""
_MOST_LINES = 2
"""Lines of a topic, a table or a group; the book has all of them."""


def render(event: Event, options: EventOptions) -> bytes:
    """Return the edition as a tagged PDF on A4; it has at most 24 pages."""
    lines = readable_lines(event, options.audience)
    parts = (
        _about_this(options),
        _promised(event),
        _topics(event, lines),
        _tables(event, lines),
        _harvest(event, lines),
        _single(_("News"), "loudspeaker", "#DDF0F5", _of(lines, Part.NEWS), event),
        _single(_("At the end"), "group", "#EFE6F7", _of(lines, Part.CIRCLE), event),
        _what_next(event),
        _credits(event),
    )
    title = event_title(event)
    edition = Edition(
        Cover(title, event.about.place, _PICTURES, draft=True),
        _in_short(event, lines),
        tuple(part for part in parts if part.rows),
    )
    facts = metadata_of(event, _("The day in easy read"))
    return drawn(edition, facts, _day(event), low_ink=options.low_ink)


def _day(event: Event) -> str:
    return format_date(event.about.held_on) if event.about.held_on else ""


def _of(lines: Iterable[Contribution], part: Part) -> list[Contribution]:
    return [line for line in lines if line.part is part and not line.struck]


def _part(
    title: str, picture: str, fill: str, ideas: Iterable[Idea], *, least: int = 99
) -> EasyPart:
    return EasyPart(title, picture, fill, tuple(ideas), least=least, more=MORE)


def _typed(words: str, most: int = 3) -> tuple[str, ...]:
    return model.typed(words, most=most, more=MORE)


def _in_short(event: Event, lines: list[Contribution]) -> EasyPart:
    """Return what people look for first: the question, who came, what was asked, the answer."""
    asked = list(dict.fromkeys(line.text for line in _of(lines, Part.REQUEST)))[:2]
    came = sum(guest.present for guest in event.guests.values())
    rows: list[tuple[str, str, tuple[str, ...]]] = [
        ("question", _("We asked:"), _typed(event.about.question, 2)),
        ("group", ngettext("{count} person came.", "{count} people came.", came), ()),
        ("conversation", _topics_in_words(event), ()),
        ("loudspeaker", _("We ask for this:"), tuple(p for text in asked for p in _typed(text, 1))),
        ("calendar", _answer_in_words(event), ()),
    ]
    ideas = tuple(
        (row(picture, strong(lead), *words),)
        for picture, lead, words in rows
        if lead and (words or not lead.endswith(":"))
    )
    return EasyPart(_("The most important things"), "star", "#FFF0BF", ideas, more=MORE)


def _topics_in_words(event: Event) -> str:
    count = len(numbered_topics(event))
    if not count:
        return ""
    return ngettext("We talked about {count} topic.", "We talked about {count} topics.", count)


def _answer_in_words(event: Event) -> str:
    until = event.about.answer_by
    return _("You will get an answer by {day}.", day=format_date(until)) if until else ""


def _about_this(options: EventOptions) -> EasyPart:
    rows = [
        row("book", _("This is about a day together."), _("It has short sentences and pictures.")),
        row("books", _("There is a longer book too."), _("The book has everything.")),
        row("helping-hands", _("You can ask someone to read this with you.")),
        row("calendar", _("It was made on this day:"), format_date(options.on)),
    ]
    return _part(_("About this"), "book", "#E3EEF9", [tuple(rows)])


def _promised(event: Event) -> EasyPart:
    limits = event.limits
    asked = (
        ("arrow-round", _("This can change:"), limits.can_change),
        ("no", _("This cannot change:"), limits.cannot_change),
        ("person", _("Who decides:"), limits.who_decides),
        ("contract", _("We promise this:"), limits.promise),
    )
    ideas = [
        (row(picture, strong(lead), *_typed(words)),) for picture, lead, words in asked if words
    ]
    return _part(_("What was promised"), "contract", "#FBE3D6", ideas)


def _topics(event: Event, lines: list[Contribution]) -> EasyPart:
    ideas = []
    for number, topic in numbered_topics(event):
        said = sorted(
            (
                line
                for line in lines
                if line.part in REPORT_PARTS
                and not line.struck
                and final_topic(event, line.topic) == topic
            ),
            key=lambda line: _TURNS[line.part],
        )
        report = event.reports.get(topic.id)
        came = report.came if report else 0
        first = row(
            picture_for(topic.title, "conversation"),
            strong(f"{number}  {topic.title}"),
            ngettext("{count} person came.", "{count} people came.", came) if came else "",
        )
        ideas.append((first, *_quotes(event, said)))
    return _part(_("Topics"), "conversation", "#E2F3DD", ideas, least=1)


def _quotes(event: Event, said: Iterable[Contribution]) -> Iterator[model.Row]:
    """Yield the first lines, each in a row with a picture that its words find."""
    for line, _place in zip(said, range(_MOST_LINES), strict=False):
        name = speaker_name(event, line)
        lead = _("{name} said:", name=name) if name else ""
        yield row(
            picture_for(line.text, "speech-bubble"), lead, *_typed(line.text, 2), voice=line.id
        )


def _tables(event: Event, lines: list[Contribution]) -> EasyPart:
    return _part(
        _("At the tables"),
        "coffee",
        "#FFE9A3",
        _groups(
            event,
            sorted_records(event.tables),
            lambda table: (table_label(event, table), "coffee"),
            lambda table: [line for line in _of(lines, Part.TABLE) if line.table == table.id],
        ),
        least=1,
    )


def _harvest(event: Event, lines: list[Contribution]) -> EasyPart:
    found = _of(lines, Part.HARVEST)
    ideas = [
        *_groups(
            event,
            sorted_records(event.groups),
            lambda group: (group.title or _("A group"), picture_for(group.title, "apple")),
            lambda group: [line for line in found if line.group == group.id],
        ),
        *(tuple(_quotes(event, [line])) for line in found if line.group not in event.groups),
    ]
    return _part(_("What we take with us"), "apple", "#FFE1C7", ideas, least=1)


def _groups(
    event: Event,
    records: Iterable[R],
    named: Callable[[R], tuple[str, str]],
    said: Callable[[R], list[Contribution]],
) -> Iterator[Idea]:
    """Yield an idea for each table or group with lines: what it is called, and some of them."""
    for record in records:
        if lines := said(record):
            title, picture = named(record)
            yield (row(picture, strong(title)), *_quotes(event, lines))


def _single(
    title: str, picture: str, fill: str, lines: list[Contribution], event: Event
) -> EasyPart:
    ideas = [tuple(_quotes(event, [line])) for line in lines]
    return _part(title, picture, fill, ideas, least=1)


def _what_next(event: Event) -> EasyPart:
    ideas: list[Idea] = [
        (
            row(
                "letter",
                strong(_("{name} answered:", name=answer.who) if answer.who else _("An answer:")),
                *_typed(answer.text),
                format_date(answer.by_when) if answer.by_when else "",
            ),
        )
        for answer in sorted_records(event.answers)
        if answer.text
    ]
    if until := _answer_in_words(event):
        ideas.append((row("calendar", strong(until)),))
    changed = row(
        "two-ways", _("You can change your mind."), _("Tell us. Then we take your words out.")
    )
    ideas.append((changed,))
    return _part(_("What happens next"), "letter", "#E3EEF9", ideas)


def _credits(event: Event) -> EasyPart:
    ideas = [(row("info", *_typed(words, 3)),) for words in credits_of(event)]
    return _part(_("Where the method comes from"), "info", "#EFE6F7", ideas)


EXPORTS = (
    EventExport(
        name=N_("Book of the day in easy read (PDF)"),
        key="proceedings-easy",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK, Choice.AUDIENCE}),
    ),
)
