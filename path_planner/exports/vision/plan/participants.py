"""Who made the plan: names only of those who said so, all others counted by what brings them."""

from collections import Counter
from collections.abc import Sequence

from path_planner.analysis.counts import count_of
from path_planner.analysis.queries import by_stakeholder_group, sources_with_voices
from path_planner.domain.base import sorted_records
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import (
    SOURCE_WORDS,
    STAKEHOLDER_GROUP_WORDS,
    SharedVoice,
    Source,
)
from path_planner.domain.vision.vision import Member
from path_planner.exports.vision.plan.chapter import Chapter, nothing_yet
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.pdf.report import Report
from path_planner.pdf.table import Cell, Column, draw_table


def draw(book: Report, known: PlanContext) -> None:
    """Write who made it, the steering group, how to reach them, and the thanks."""
    about, members = known.vision.about, sorted_records(known.vision.steering)
    if not (about.made_by or about.contact or about.thanks or members):
        nothing_yet(book)
    book.prose(about.made_by)
    if members:
        book.heading(_("The steering group"), 2)
        book.bullets([*_named(members), *_counted(members)])
    if about.contact:
        book.heading(_("How to reach us"), 2)
        book.prose(about.contact)
    if about.thanks:
        book.heading(_("Thank you"), 2)
        book.prose(about.thanks)


def _named(members: list[Member]) -> list[str]:
    return [_line(member) for member in members if member.printed]


def _line(member: Member) -> str:
    parts = [] if member.role is Role.OTHER else [_(ROLE_WORDS[member.role])]
    parts += [_("leads the group")] if member.leads else []
    return f"{member.name} ({', '.join(parts)})" if parts else member.name


def _counted(members: list[Member]) -> list[str]:
    """Count those who did not want to be named, role by role."""
    others = Counter(member.role for member in members if not member.printed)
    return [
        ngettext(
            "{count} person who is not named: {role}",
            "{count} people who are not named: {role}",
            others[role],
            role=_(ROLE_WORDS[role]),
        )
        for role in Role
        if others[role]
    ]


CHAPTER = Chapter("made-by", N_("Who made this plan"), draw, runs_on=True)


_ROW = 7.5
"""About as tall as a row of the table, which should stand on one page."""


def draw_standings(book: Report, known: PlanContext, voices: Sequence[SharedVoice]) -> None:
    """Show how many people spoke, standing by standing, in a table with bars."""
    counts = {
        standing: count_of(known.vision, some)
        for standing, some in by_stakeholder_group(voices).items()
    }
    if not counts:
        return
    book.ensure_space(_ROW * (len(counts) + 1))
    columns = (
        Column(_("From where people speak"), 3.1),
        Column(_("People, at least"), 2.4),
        Column(_("PATHs"), 0.8),
        Column(_("Conversations"), 1.5),
    )
    most = max(count.people for count in counts.values()) or 1
    rows = [
        (
            _(STAKEHOLDER_GROUP_WORDS[one]),
            Cell(str(count.people), bar=count.people / most),
            str(count.paths),
            str(count.conversations),
        )
        for one, count in counts.items()
    ]
    draw_table(book, columns, rows, points=10)


_MANY = 40
"""A longer list of sources would stand between the reader and what was said."""
_MOST_GROUPS = 30


def draw_heard(book: Report, known: PlanContext) -> None:
    """List the PATHs and conversations, from where people speak, and whom nobody has heard yet."""
    sources = sources_with_voices(known.vision)
    if not sources:
        book.paragraph(_("Nobody has been heard yet."))
    else:
        book.paragraph(_many(known))
        book.heading(_("From where people speak"), 2)
        draw_standings(book, known, known.voices)
        book.heading(_("The PATHs and conversations"), 2)
        if are_many(known):
            _groups(book, sources)
        else:
            draw_sources(book, known)
    book.heading(_("Who was not heard"), 2)
    _unheard(book, known)


def _many(known: PlanContext) -> str:
    voices = ngettext("{count} voice", "{count} voices", len(known.voices))
    people = ngettext("at least {count} person", "at least {count} people", known.whole.people)
    return _("{voices} were shared, from {people}.", voices=voices, people=people)


def are_many(known: PlanContext) -> bool:
    """Tell whether the list of sources is so long that it stands in the evidence."""
    return len(sources_with_voices(known.vision)) > _MANY


def _groups(book: Report, sources: Sequence[Source]) -> None:
    """Count the sources of each group of people, and say where the whole list is."""
    groups: dict[str, list[Source]] = {}
    for one in sources:
        groups.setdefault(one.group, []).append(one)
    ranked = sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    most = max(len(some) for some in groups.values())
    rows = [
        (
            name or _("not noted"),
            Cell(str(len(groups[name])), bar=len(groups[name]) / most),
            str(sum(one.people or 0 for one in groups[name])),
        )
        for name in ranked[:_MOST_GROUPS]
    ]
    columns = (
        Column(_("Which people"), 3.0),
        Column(_("PATHs and conversations"), 3.0),
        Column(_("People"), 1.0),
    )
    draw_table(book, columns, rows, points=10)
    book.paragraph(_("Each of them is listed in the evidence, with its day and its place."))


def draw_sources(book: Report, known: PlanContext) -> None:
    """List every PATH and conversation."""
    sources = sources_with_voices(known.vision)
    columns = (
        Column(_("No."), 0.9),
        Column(_("What it was"), 2.1),
        Column(_("When"), 2.7),
        Column(_("Where"), 2.2),
        Column(_("Which people"), 3.1),
        Column(_("People"), 1.2),
    )
    rows = (
        (
            Cell(known.name("sources", one.id), anchor=known.anchor("sources", one.id)),
            _(SOURCE_WORDS[one.what]),
            format_date(one.held_on) if one.held_on else "–",
            one.place or "–",
            one.group or "–",
            str(one.people) if one.people else _("not noted"),
        )
        for one in sources
    )
    draw_table(book, columns, rows, points=10)


def _unheard(book: Report, known: PlanContext) -> None:
    unheard = sorted_records(known.vision.unheard)
    if not unheard:
        book.paragraph(
            _("Nobody has written down yet who was not heard. That does not mean all were.")
        )
        return
    columns = (
        Column(_("Who"), 2.0),
        Column(_("Why"), 3.0),
        Column(_("What we will do about it"), 3.0),
    )
    draw_table(book, columns, [(one.who, one.why or "–", one.what_next or "–") for one in unheard])


def draw_how(book: Report, known: PlanContext) -> None:
    """Write how people were asked and how the themes were made."""
    if known.vision.about.how:
        book.prose(known.vision.about.how)
    else:
        nothing_yet(book)


HEARD = Chapter("heard", N_("Who was heard, and who was not"), draw_heard, runs_on=True)
HOW = Chapter("how", N_("How we did it"), draw_how, runs_on=True)
