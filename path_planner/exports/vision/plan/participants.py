"""Who made the plan and who was heard: members with consent by name, others by count."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from path_planner.analysis.counts import FEW, Count, count_of, participation_sentences
from path_planner.analysis.population import LocalGroup, local_groups
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
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.pdf.table import Cell, Column


def content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return who made it, the steering group, how to reach them, and the thanks."""
    about, members = context.vision.about, sorted_records(context.vision.steering)
    if not (about.made_by or about.contact or about.thanks or members):
        yield blocks.nothing_yet()
    yield from blocks.prose(about.made_by)
    if members:
        yield blocks.Heading(_("The steering group"))
        yield blocks.BulletList((*context.some(_named(members)), *_counted(members)))
    if about.contact:
        yield blocks.Heading(_("How to contact us"))
        yield from blocks.prose(about.contact)
    if about.thanks:
        yield blocks.Heading(_("Thank you"))
        yield from blocks.prose(about.thanks)


def _named(members: list[Member]) -> list[str]:
    return [_line(member) for member in members if member.printed]


def _line(member: Member) -> str:
    parts = [] if member.role is Role.OTHER else [_(ROLE_WORDS[member.role])]
    parts += [_("leads the group")] if member.leads else []
    return f"{member.name} ({', '.join(parts)})" if parts else member.name


def _counted(members: list[Member]) -> list[str]:
    """Return counts by role of members who are not named."""
    others = Counter(member.role for member in members if not member.printed)
    return [
        ngettext(
            "{count} person not named: {role}",
            "{count} people not named: {role}",
            others[role],
            role=_(ROLE_WORDS[role]),
        )
        for role in Role
        if others[role]
    ]


CHAPTER = blocks.Chapter("made-by", N_("Who made this plan"), content, runs_on=True)


_ROW = 7.5
"""About as tall as a row of the table, which should stand on one page."""


class Kind(NamedTuple):
    """A column of counts: how many PATHs, conversations, people or answers, of the whole."""

    title: str
    share: float
    whole: int
    of: Callable[[Count], int]
    bar: bool = False

    @property
    def column(self) -> Column:
        """Return the head of the column."""
        return Column(self.title, self.share)

    def cell(self, count: Count) -> str | Cell:
        """Return a number, with a bar on the scale of the whole."""
        number = self.of(count)
        return Cell(str(number), bar=number / self.whole) if self.bar else str(number)


def count_columns(whole: Count) -> tuple[Kind, ...]:
    """Return a column for each kind that there is; those who met and those who answered apart."""
    kinds = (
        Kind(_("PATHs, of {count}", count=whole.paths), 1.2, whole.paths, attrgetter("paths")),
        Kind(
            _("Conversations, of {count}", count=whole.conversations),
            2.0,
            whole.conversations,
            attrgetter("conversations"),
        ),
        Kind(_("People (at least)"), 2.0, whole.people, attrgetter("people"), bar=True),
        Kind(
            _("Answers, of {count}", count=whole.written)
            if whole.unsigned
            else _("Answers from people, of {count}", count=whole.answers),
            2.2,
            whole.written,
            attrgetter("written"),
            bar=True,
        ),
    )
    return tuple(kind for kind in kinds if kind.whole)


def stakeholder_table(
    context: PlanContext, voices: Sequence[SharedVoice]
) -> Iterator[blocks.Table]:
    """Return a table with bars: the number of people by stakeholder group.

    All bars of the plan are on the scale of the whole. A single group needs no table.
    """
    counts = {
        standing: count_of(context.vision, some)
        for standing, some in by_stakeholder_group(voices).items()
    }
    if len(counts) <= 1:
        return
    kinds = count_columns(context.whole)
    columns = (Column(_("Group"), 3.1), *(kind.column for kind in kinds))
    rows = tuple(
        (_(STAKEHOLDER_GROUP_WORDS[group]), *(kind.cell(count) for kind in kinds))
        for group, count in counts.items()
    )
    yield blocks.Table(columns, rows, points=10, keep=_ROW * (len(counts) + 1))


_MANY = 40
"""A longer list of sources is moved to the appendix."""
_MOST_GROUPS = 30


def participants_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the sources, the stakeholder groups, and the groups that were not heard."""
    sources = sources_with_voices(context.vision)
    if not sources:
        yield blocks.Paragraph(_("Nobody has been heard yet."))
    else:
        yield blocks.Paragraph(_many(context))
        groups = tuple(stakeholder_table(context, context.voices))
        if groups:
            yield blocks.Heading(_("Group"))
            yield from groups
        yield blocks.Heading(_("Where people were heard"))
        if are_many(context):
            yield from _groups(context, sources)
            yield blocks.Paragraph(_("They are all listed in the evidence, with date and place."))
        else:
            yield sources_table(context)
    yield from _population(context)
    yield blocks.Heading(_("Who was not heard"))
    yield from _unheard(context)


def _many(context: PlanContext) -> str:
    voices = ngettext("{count} voice", "{count} voices", len(context.voices))
    heard = ". ".join(participation_sentences(context.whole))
    return _("{voices} were shared. {heard}.", voices=voices, heard=heard)


def are_many(context: PlanContext) -> bool:
    """Whether the list of sources is so long that it is in the appendix."""
    return len(sources_with_voices(context.vision)) > min(_MANY, context.detail.rows)


def _groups(context: PlanContext, sources: Sequence[Source]) -> Iterator[blocks.Block]:
    """Count the sources of each group of people; what is said of a file counts once."""
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(source.group, []).append(source)
    ranked = sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    most = max(len(some) for some in groups.values())
    rows = tuple(
        (
            name or _("not recorded"),
            Cell(str(len(groups[name])), bar=len(groups[name]) / most),
            str(sum({source.file or source.id: source.people for source in groups[name]}.values())),
        )
        for name in ranked[: min(_MOST_GROUPS, context.detail.rows)]
    )
    columns = (
        Column(_("Who was there"), 3.0),
        Column(_("How many times"), 3.0),
        Column(_("People"), 1.0),
    )
    yield blocks.Table(columns, rows, points=10)
    yield from blocks.more(len(ranked) - len(rows))


def _people(sources: Sequence[Source]) -> Iterator[tuple[str, str]]:
    """Yield how many people were at each source; those of a file are said once for all of it."""
    said: set[str] = set()
    files = Counter(source.file for source in sources)
    for source in sources:
        if not source.people:
            yield source.id, _("not recorded")
        elif source.file is None or files[source.file] == 1:
            yield source.id, str(source.people)
        elif source.file in said:
            yield source.id, _("counted above")
        else:
            yield source.id, _("{count} in all", count=source.people)
            said.add(source.file)


def sources_table(context: PlanContext) -> blocks.Table:
    """List every PATH, conversation and survey."""
    sources = sources_with_voices(context.vision)
    people = dict(_people(sources))
    columns = (
        Column(_("No."), 0.9),
        Column(_("What it was"), 2.1),
        Column(_("When"), 2.3),
        Column(_("Where"), 2.2),
        Column(_("Who was there"), 2.9),
        Column(_("People"), 1.8),
    )
    rows = tuple(
        (
            Cell(context.name("sources", source.id), anchor=context.anchor("sources", source.id)),
            _(SOURCE_WORDS[source.what]),
            format_date(source.held_on) if source.held_on else "–",
            source.place or "–",
            source.group or "–",
            people[source.id],
        )
        for source in sources
    )
    return blocks.Table(columns, rows, points=10)


def _population(context: PlanContext) -> Iterator[blocks.Block]:
    """Return who was heard beside who lives there, if the group gave figures."""
    groups = local_groups(context.vision)
    if not groups:
        return
    yield blocks.Heading(_("Who lives here, and who was heard"))
    columns = (
        Column(_("Group"), 3.0),
        Column(_("Who lives here"), 1.4),
        Column(_("Who was heard"), 1.4),
        Column(_("Heard, of every 1,000"), 2.6),
    )
    shown = context.some(groups)
    most = max((group.in_a_thousand or 0 for group in groups), default=0) or 1
    rows = tuple(
        (
            group.who,
            str(group.lives),
            _few(group),
            Cell(
                "–" if group.in_a_thousand is None or group.is_few else str(group.in_a_thousand),
                bar=0.0 if group.is_few else (group.in_a_thousand or 0) / most,
            ),
        )
        for group in shown
    )
    yield blocks.Table(columns, rows, points=10)
    yield from blocks.more(len(groups) - len(shown))


def _few(group: LocalGroup) -> str:
    """Return how many of a group were heard; a number that could tell who is not printed."""
    if group.reached is None:
        return _("not recorded")
    return _("fewer than {few}", few=FEW) if group.is_few else str(group.reached)


def _unheard(context: PlanContext) -> Iterator[blocks.Block]:
    unheard = sorted_records(context.vision.unheard)
    if not unheard:
        yield blocks.Paragraph(
            _("Nobody has recorded who was not heard. That does not mean everyone was.")
        )
        return
    columns = (
        Column(_("Who"), 2.0),
        Column(_("Why"), 3.0),
        Column(_("What we will do about it"), 3.0),
    )
    rows = tuple(
        (missing_group.who, missing_group.why or "–", missing_group.what_next or "–")
        for missing_group in context.some(unheard)
    )
    yield blocks.Table(columns, rows)
    yield from blocks.more(len(unheard) - len(rows))


def how_content(context: PlanContext) -> Iterable[blocks.Block]:
    """Return how people were asked and how the themes were made."""
    how = context.vision.about.how
    return blocks.prose(how) if how else [blocks.nothing_yet()]


HEARD = blocks.Chapter(
    "heard", N_("Who was heard, and who was not"), participants_content, runs_on=True
)
HOW = blocks.Chapter("how", N_("How we did it"), how_content, runs_on=True)
