"""Who was heard and who was not, and how people were asked."""

from collections.abc import Sequence

from path_planner.domain.editing import in_order
from path_planner.domain.vision.source import SOURCE_WORDS, Source
from path_planner.evidence.reading import sources_heard
from path_planner.exports.plan.chapter import Chapter, nothing_yet
from path_planner.exports.plan.known import Known
from path_planner.exports.plan.standings import draw_standings
from path_planner.pdf.book import Book
from path_planner.pdf.sheet_table import Cell, Column, draw_table
from path_planner.words import mark, say, say_date, say_many

_MANY = 40
"""A longer list of sources would stand between the reader and what was said."""
_MOST_GROUPS = 30


def draw_heard(book: Book, known: Known) -> None:
    """List the PATHs and conversations, from where people speak, and whom nobody has heard yet."""
    sources = sources_heard(known.vision)
    if not sources:
        book.paragraph(say("Nobody has been heard yet."))
    else:
        book.paragraph(_many(known))
        book.heading(say("From where people speak"), 2)
        draw_standings(book, known, known.voices)
        book.heading(say("The PATHs and conversations"), 2)
        if are_many(known):
            _groups(book, sources)
        else:
            draw_sources(book, known)
    book.heading(say("Who was not heard"), 2)
    _unheard(book, known)


def _many(known: Known) -> str:
    voices = say_many("{count} voice", "{count} voices", len(known.voices))
    people = say_many("at least {count} person", "at least {count} people", known.whole.people)
    return say("{voices} were shared, from {people}.", voices=voices, people=people)


def are_many(known: Known) -> bool:
    """Tell whether the list of sources is so long that it stands in the evidence."""
    return len(sources_heard(known.vision)) > _MANY


def _groups(book: Book, sources: Sequence[Source]) -> None:
    """Count the sources of each group of people, and say where the whole list is."""
    groups: dict[str, list[Source]] = {}
    for one in sources:
        groups.setdefault(one.group, []).append(one)
    ranked = sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    most = max(len(some) for some in groups.values())
    rows = [
        (
            name or say("not noted"),
            Cell(str(len(groups[name])), bar=len(groups[name]) / most),
            str(sum(one.people or 0 for one in groups[name])),
        )
        for name in ranked[:_MOST_GROUPS]
    ]
    columns = (
        Column(say("Which people"), 3.0),
        Column(say("PATHs and conversations"), 3.0),
        Column(say("People"), 1.0),
    )
    draw_table(book, columns, rows, points=10)
    book.paragraph(say("Each of them is listed in the evidence, with its day and its place."))


def draw_sources(book: Book, known: Known) -> None:
    """List every PATH and conversation."""
    sources = sources_heard(known.vision)
    columns = (
        Column(say("No."), 0.9),
        Column(say("What it was"), 2.1),
        Column(say("When"), 2.7),
        Column(say("Where"), 2.2),
        Column(say("Which people"), 3.1),
        Column(say("People"), 1.2),
    )
    rows = (
        (
            Cell(known.name("sources", one.id), anchor=known.anchor("sources", one.id)),
            say(SOURCE_WORDS[one.what]),
            say_date(one.held_on) if one.held_on else "–",
            one.place or "–",
            one.group or "–",
            str(one.people) if one.people else say("not noted"),
        )
        for one in sources
    )
    draw_table(book, columns, rows, points=10)


def _unheard(book: Book, known: Known) -> None:
    unheard = in_order(known.vision.unheard)
    if not unheard:
        book.paragraph(
            say("Nobody has written down yet who was not heard. That does not mean all were.")
        )
        return
    columns = (
        Column(say("Who"), 2.0),
        Column(say("Why"), 3.0),
        Column(say("What we will do about it"), 3.0),
    )
    draw_table(book, columns, [(one.who, one.why or "–", one.what_next or "–") for one in unheard])


def draw_how(book: Book, known: Known) -> None:
    """Write how people were asked and how the themes were made."""
    if known.vision.about.how:
        book.prose(known.vision.about.how)
    else:
        nothing_yet(book)


HEARD = Chapter("heard", mark("Who was heard, and who was not"), draw_heard, runs_on=True)
HOW = Chapter("how", mark("How we did it"), draw_how, runs_on=True)
